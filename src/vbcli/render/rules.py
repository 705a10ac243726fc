"""One rule of the lexicon: pattern, meaning, proof; and the tables of `vb lexicon`."""

from vbcli.language import N_, _, counted
from vbcli.model.rules import Example, RuleEntry, RuleKind
from vbcli.render import labels
from vbcli.render.as_json import Json
from vbcli.render.page import Page, Pairs, Part, Text, Weight

KINDS = {
    RuleKind.CODE: N_("quy tắc trong chương trình"),
    RuleKind.DEADLINE: N_("mẫu thời hạn"),
    RuleKind.SECTION: N_("mẫu tiêu đề"),
    RuleKind.FORMULA: N_("mẫu câu không phải nhiệm vụ"),
    RuleKind.UNIT: N_("tên cơ quan, đơn vị"),
    RuleKind.DOC_TYPE: N_("loại văn bản"),
}


def rule_page(rule: RuleEntry, times: int | None, *, archive: bool) -> Page:
    """Return what a rule is; `times` it fired in the archive, None where that is not kept."""
    pairs = [(_("Loại"), Text(f"{_(KINDS[rule.kind])} ({rule.file})"))]
    pairs += [(_("Nghĩa"), Text(rule.why))]
    pairs += [(_("Mẫu"), Text(rule.pattern))] if rule.pattern else []
    pairs += [(_("Cách tính"), Text(rule.means))] if rule.kind is RuleKind.DEADLINE else []
    pairs += [(_("Các cách viết"), Text("; ".join(rule.names)))] if rule.names else []
    pairs += [(_("Trong kho"), Text(_times(times)))] if archive else []
    page: list[Part] = [Text(rule.id, Weight.TITLE), Text(""), Pairs(tuple(pairs))]
    if rule.examples:
        page += [Text(""), Text(_("Câu mẫu:"), Weight.STRONG), *_listed([_example(e) for e in rule.examples])]
    if rule.rejects:
        page += [Text(""), Text(_("Không nhận:"), Weight.STRONG), *_listed(list(rule.rejects))]
    return tuple(page)


def _listed(examples: list[str]) -> list[Part]:
    """Return one line for each sentence; parts of papers, which have several lines, are set apart."""
    apart = any("\n" in e for e in examples)
    page: list[Part] = []
    for number, example in enumerate(examples):
        page += [Text("")] if apart and number else []
        page += [Text(line, indent=2) for line in example.split("\n")]
    return page


def _times(times: int | None) -> str:
    return (
        _("không đếm: quy tắc này chỉ loại bỏ")
        if times is None
        else counted("dùng {times} lần", times).format(times=labels.count(times))
    )


def _example(example: Example) -> str:
    value = labels.day(example.due) if example.due else example.rrule or example.value or ""
    issued = _(" (ban hành {issued})").format(issued=labels.day(example.issued)) if example.issued else ""
    if not value:
        return f"{example.text}{issued}"
    return f"{example.text}{issued}{chr(10) if chr(10) in example.text else ' '}→ {value}"


def rule_json(rule: RuleEntry, times: int | None) -> Json:
    """Return a rule as JSON."""
    return {
        "id": rule.id,
        "kind": rule.kind.value,
        "file": rule.file,
        "why": rule.why,
        "pattern": rule.pattern or None,
        "means": rule.means or None,
        "names": list(rule.names),
        "examples": [
            {
                "text": e.text,
                "issued": e.issued.isoformat() if e.issued else None,
                "due": e.due.isoformat() if e.due else None,
                "rrule": e.rrule,
                "value": e.value,
            }
            for e in rule.examples
        ],
        "rejects": list(rule.rejects),
        "fired": times,
    }
