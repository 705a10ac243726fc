"""Explanations: value ← rule ← words ← file and place ← what the rule means."""

from collections.abc import Sequence
from datetime import date

from vbcli.language import N_, _, told
from vbcli.model.evidence import Span
from vbcli.model.explain import Explained, Explanation, Spot
from vbcli.model.record import Record
from vbcli.model.task import Role
from vbcli.model.trial import Declined, Trial
from vbcli.model.views import TimeState
from vbcli.render import labels
from vbcli.render.as_json import Json
from vbcli.render.mark import Stretch, marked_lines
from vbcli.render.page import Mark, Page, Part, Text, Weight
from vbcli.render.verdict import verdict_json, verdict_words

ARROW = " ← "
_WORD_FORMATS = ("docx", "doc", "odt", "rtf")
_FIELDS = {
    "task": N_("Việc"),
    "deadline": N_("Hạn"),
    "lead": N_("Chủ trì"),
    "support": N_("Phối hợp"),
    "ref": N_("Viện dẫn"),
    **labels.HEADER_FIELDS,
}
_MARKS = {"deadline": Mark.DUE, "lead": Mark.LEAD, "support": Mark.SUPPORT, "ref": Mark.REF}
_FLAGS = {
    "inherited": N_("theo mục trên"),
    "soft": N_("kỳ kế hoạch"),
    "place_inferred": N_("địa danh suy từ cơ quan ban hành"),
    "year_inferred": N_("năm suy từ ngày văn bản"),
    "before_issue": N_("trước ngày ban hành"),
}
_LONGEST = 160
"""Characters of quoted words."""


def explanation_page(explanation: Explanation) -> Page:
    """Return the explanation of a task or of a document."""
    name = f"V{explanation.document.id} {labels.long_name(explanation.document)}"
    title = _("Nhiệm vụ {task} trong {name}").format(task=explanation.task, name=name) if explanation.task else name
    page: list[Part] = [Text(title, Weight.TITLE), Text("")]
    if explanation.verdict:
        late = explanation.verdict.state is TimeState.OVERDUE
        words = verdict_words(explanation.verdict)
        page += [Text(f"{words[0].upper()}{words[1:]}.", Weight.LATE if late else Weight.STRONG), Text("")]
    if explanation.text:
        page += [*marked_lines(explanation.text, _stretches(explanation), named=False), Text("")]
    for value in explanation.values:
        page += _value(value)
    if explanation.blanks:
        page += [Text(""), Text(_("Để trống:"), Weight.STRONG)]
        page += [Text(f"{_(_FIELDS[b.field])}: {_blank(b)}", indent=2) for b in explanation.blanks]
    return tuple(page)


def _stretches(explanation: Explanation) -> list[Stretch]:
    whole = Span(explanation.start, explanation.start + len(explanation.text))
    return [
        Stretch(v.span.shifted(-explanation.start), _MARKS[v.field])
        for v in explanation.values
        if v.field in _MARKS and v.span and whole.covers(v.span)
    ]


def _blank(blank: Explained) -> str:
    rule = f" [{blank.rule}]" if blank.rule else ""
    reason = told(blank.reason or "") or _("không có trong văn bản")
    return f"{labels.BLANK} {reason}{rule}"


def _value(value: Explained) -> list[Part]:
    whole = value.field == "task"
    shown = _("một nhiệm vụ") if whole else _shown(value)
    words = _("câu trên") if whole else f"“{_short(value.words)}”"
    notes = _notes(value)
    head = f"{_(_FIELDS[value.field])}: {shown}{f' ({notes})' if notes else ''}"
    chain = [head, value.rule, *([words] if value.words else []), *([place(value.spot)] if value.spot else [])]
    lines: list[Part] = [Text(ARROW.join(chain))]
    sure = _("tin cậy {confidence} %").format(confidence=round(value.confidence * 100))
    why = " ".join(
        part for part in (value.why, f"({'; '.join(filter(None, (told(value.reason or ''), sure)))})") if part
    )
    return [*lines, Text(why, Weight.DIM, indent=4)]


def _shown(value: Explained) -> str:
    if value.value is None:
        return labels.BLANK
    if value.field in ("deadline", "issued_on"):
        return labels.day(date.fromisoformat(value.value))
    return labels.doc_type(value.value) if value.field == "doc_type" else value.value


def _notes(value: Explained) -> str:
    notes = []
    for flag in value.flags:
        name, _sign, given = flag.partition("=")
        if name == "rrule":
            notes.append(_("định kỳ {rule}").format(rule=given))
        else:
            notes.append(given if name == "due_time" else _(_FLAGS.get(flag, flag)))
    return "; ".join(notes)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"


def place(spot: Spot) -> str:
    """Return a file and a place in it: page and line, paragraph of a Word file, row and cell of a table."""
    parts = [spot.path]
    parts += [_("trang {page}").format(page=spot.page)] if spot.page and spot.format != "txt" else []
    in_word = spot.format in _WORD_FORMATS
    if spot.line:
        parts.append(_("đoạn {line}").format(line=spot.line) if in_word else _("dòng {line}").format(line=spot.line))
    if spot.column:
        if spot.row:
            parts.append(_("bảng: hàng {row}, ô {column}").format(row=spot.row, column=spot.column))
        else:
            parts.append(_("bảng: ô {column}").format(column=spot.column))
    return ", ".join(parts)


def explanation_json(explanation: Explanation) -> Json:
    """Return the explanation as JSON."""
    return {
        "task": explanation.task,
        "document": f"V{explanation.document.id}",
        "text": explanation.text,
        "values": [_explained_json(v) for v in explanation.values],
        "blanks": [_explained_json(b) for b in explanation.blanks],
        "verdict": verdict_json(explanation.verdict) if explanation.verdict else None,
    }


def _explained_json(value: Explained) -> Json:
    spot = value.spot
    return {
        "field": value.field,
        "value": value.value,
        "rule": value.rule or None,
        "why": value.why or None,
        "words": value.words or None,
        "span": list(value.span) if value.span else None,
        "place": dict(zip(spot._fields, spot, strict=True)) if spot else None,
        "confidence": value.confidence,
        "reason": value.reason,
        "flags": list(value.flags),
    }


# --- a sentence that is tried -----------------------------------------------------------------------------------------


def trial_page(trial: Trial, whys: dict[str, str], issued: date | None) -> Page:
    """Return what became of a sentence; `whys` says what each rule means."""
    text = trial.record.document.text
    if issued:
        how = _("Đọc như một mục của công văn chỉ đạo ban hành ngày {issued}.").format(issued=labels.day(issued))
    else:
        how = _("Đọc như một mục của công văn chỉ đạo không có ngày ban hành.")
    page: list[Part] = [Text(how, Weight.DIM), Text("")]
    page += [*marked_lines(text[trial.span.start : trial.span.end], _trial_stretches(trial), named=False), Text("")]
    for number, task in enumerate(trial.record.tasks, 1):
        page.append(
            Text(
                _("Nhiệm vụ {number}: {text} ← {rule}").format(number=number, text=task.text, rule=task.evidence.rule),
                Weight.STRONG,
            )
        )
        page += _why(task.evidence.rule, whys)
        for d in task.deadlines:
            notes = [_(_FLAGS.get(f, f)) for f in d.flags] + ([_("theo mục trên")] if d.inherited else [])
            notes += [d.rrule] if d.rrule else []
            notes += [told(d.evidence.reason)] if d.evidence.reason else []
            note = f" ({'; '.join(notes)})" if notes else ""
            page.append(
                Text(
                    _("Hạn: {due}{note} ← {rule} ← “{words}”").format(
                        due=labels.day(d.due), note=note, rule=d.evidence.rule, words=d.words
                    ),
                    indent=2,
                )
            )
            page += _why(d.evidence.rule, whys)
        for a in task.assignees:
            note = _(" (theo mục trên)") if a.inherited else ""
            role = _(labels.ROLES[a.role]).capitalize()
            page.append(Text(f"{role}: {a.unit.name}{note}{ARROW}{a.evidence.rule}", indent=2))
            page += _why(a.evidence.rule, whys)
        page += [Text(_("Hạn: — câu không nêu"), Weight.DIM, 2)] if not task.deadlines else []
        leads = [a for a in task.assignees if a.role is Role.LEAD]
        page += [Text(_("Chủ trì: — câu không nêu"), Weight.DIM, 2)] if not leads else []
    if trial.no_task:
        page.append(Text(_("Không phải nhiệm vụ: {reason}.").format(reason=trial.no_task), Weight.STRONG))
    for r in trial.record.references:
        page.append(
            Text(_("Viện dẫn: {key} ← {rule} ← “{words}”").format(key=r.key, rule=r.evidence.rule, words=r.words))
        )
        page += _why(r.evidence.rule, whys)
    if trial.deadlines or trial.units:
        page += [Text(""), Text(_("Đã xét mà không nhận:"), Weight.STRONG)]
        page += [_declined(_("thời hạn"), d) for d in trial.deadlines]
        page += [_declined(_("đơn vị"), d) for d in trial.units]
    return tuple(page)


def _why(rule: str, whys: dict[str, str]) -> list[Part]:
    return [Text(whys[rule], Weight.DIM, 4)] if whys.get(rule) else []


def _declined(kind: str, declined: Declined) -> Text:
    rule = "" if declined.rule == "unit" else f"{ARROW}{declined.rule}"
    return Text(f"{kind} “{declined.words}”{rule}: {told(declined.reason)}", indent=2)


def _trial_stretches(trial: Trial) -> list[Stretch]:
    record = trial.record
    found = [(r.evidence.span, Mark.REF) for r in record.references]
    for t in record.tasks:
        found += [(d.evidence.span, Mark.DUE) for d in t.deadlines]
        found += [(a.evidence.span, Mark.LEAD if a.role is Role.LEAD else Mark.SUPPORT) for a in t.assignees]
    return [Stretch(span.shifted(-trial.span.start), mark) for span, mark in found if span and trial.span.covers(span)]


def trial_json(trial: Trial, record: Json) -> Json:
    """Return a trial as JSON: the extraction record, and beside it what was declined."""
    return {
        "tasks": record["tasks"],
        "refs": record["refs"],
        "text": record["text"],
        "span": list(trial.span),
        "no_task": trial.no_task,
        "declined": [_declined_json("deadline", d) for d in trial.deadlines]
        + [_declined_json("unit", d) for d in trial.units],
    }


def _declined_json(kind: str, declined: Declined) -> Json:
    rule = None if declined.rule == "unit" else declined.rule
    return {
        "kind": kind,
        "rule": rule,
        "words": declined.words,
        "span": list(declined.span),
        "reason": declined.reason,
    }


def rules_of(record: Record) -> Sequence[str]:
    """Return the rules by which the tasks and references of a record were read."""
    rules = [r.evidence.rule for r in record.references]
    for t in record.tasks:
        rules += [t.evidence.rule, *(d.evidence.rule for d in t.deadlines), *(a.evidence.rule for a in t.assignees)]
    return tuple(dict.fromkeys(rules))
