"""All rules by id, those of the data and those that live in code, each with what it means."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from vbcli.lexicon.load import data
from vbcli.model.rules import Example, RuleEntry, RuleKind

_VOICES = {
    "duty": "Tiêu đề của phần giao nhiệm vụ: các mục bên dưới là việc.",
    "none": "Tiêu đề của phần không giao nhiệm vụ: bên dưới không có việc.",
}
_FORMULA = "Câu khuôn: không phải nhiệm vụ, dù đứng ở đâu."
_UNITS = {
    "head": "Cơ quan, đơn vị có tên trọn vẹn khi thêm cấp và địa danh.",
    "named": "Cơ quan, đơn vị cần thêm lĩnh vực hoặc tên riêng.",
}
_OF_PEOPLE = {
    "entered": "Người dùng ghi, thay cho điều đọc được.",
    "kept": "Giữ theo văn bản chính khi nhập các bản trùng làm một.",
}
_ORDERS = {
    "directive": "Loại văn bản chỉ đạo: mục của phần thân là việc, trừ khi có lời nói khác.",
    "explicit": "Loại văn bản chỉ giao việc khi nêu đơn vị hoặc viết rõ giao, yêu cầu.",
    "norm": "Văn bản quy phạm: chỉ giao việc ở phần tổ chức thực hiện, trách nhiệm.",
    "none": "Loại văn bản hỏi hoặc báo cáo lên trên: không giao việc.",
    "news": "Tin bài: chỉ lấy điều người phát biểu yêu cầu.",
}


@cache
def rules() -> dict[str, RuleEntry]:
    """Return every rule by its id."""
    found: dict[str, RuleEntry] = {}
    for rule in (*_deadlines(), *_cues(), *_units(), *_types(), *_of_code()):
        first = found.get(rule.id)
        # several forms of one body share the id of its kind
        if first is None:
            found[rule.id] = rule
        elif first.kind is rule.kind:
            found[rule.id] = replace(first, names=(*first.names, *rule.names))
    return found


def meaning(id_: str) -> str:
    """Return what a rule means, "" where nobody wrote it down."""
    rule = rules().get(id_)
    return rule.why if rule else _OF_PEOPLE.get(id_, "")


def _plain(entry: dict[str, Any]) -> tuple[tuple[Example, ...], tuple[str, ...]]:
    examples = tuple(
        Example(e["text"].strip("\n"), value=e.get("value")) if isinstance(e, dict) else Example(e)
        for e in entry.get("examples", ())
    )
    return examples, tuple(r.strip("\n") for r in entry.get("rejects", ()))


def _deadlines() -> Iterator[RuleEntry]:
    for e in data("deadlines")["deadline"]:
        examples = tuple(Example(x["text"], x.get("issued"), x.get("due"), x.get("rrule")) for x in e["examples"])
        yield RuleEntry(
            e["id"],
            RuleKind.DEADLINE,
            "deadlines.toml",
            e["why"],
            e["pattern"],
            e["means"],
            (),
            examples,
            tuple(e["rejects"]),
        )


def _cues() -> Iterator[RuleEntry]:
    for group, kind in (("section", RuleKind.SECTION), ("formula", RuleKind.FORMULA)):
        for e in data("cues")[group]:
            voice = e.get("voice", "none")
            why = e.get("why") or (_VOICES[voice] if kind is RuleKind.SECTION else _FORMULA)
            yield RuleEntry(e["id"], kind, "cues.toml", why, e["pattern"], voice, (), *_plain(e))


def _units() -> Iterator[RuleEntry]:
    for group, why in _UNITS.items():
        for e in data("units")[group]:
            yield RuleEntry(
                e["id"], RuleKind.UNIT, "units.toml", why, "", e.get("level", ""), tuple(e["names"]), *_plain(e)
            )


def _types() -> Iterator[RuleEntry]:
    for e in data("document_types")["type"]:
        names = (e["name"], *e.get("titles", ()), *e["symbols"])
        yield RuleEntry(
            e["id"], RuleKind.DOC_TYPE, "document_types.toml", _ORDERS[e["voice"]], "", e["voice"], names, *_plain(e)
        )


def _of_code() -> Iterator[RuleEntry]:
    for e in data("rules")["rule"]:
        yield RuleEntry(e["id"], RuleKind.CODE, "rules.toml", e["why"], "", "", (), *_plain(e))
