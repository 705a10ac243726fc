"""What changed when documents were read anew: old and new side by side, and as JSON."""

from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from vbcli.language import N_, _, counted
from vbcli.model.changes import DocumentChange, Fate, RereadReport, TaskChange, ValueChange
from vbcli.render import labels
from vbcli.render.page import Page, Part, Text, Weight

_NAMES = {
    **labels.HEADER_FIELDS,
    "received_on": N_("Ngày đến"),
    "received_number": N_("Số đến"),
    "urgency": N_("Độ khẩn"),
    "secrecy": N_("Độ mật"),
    "cited": N_("Viện dẫn"),
    "text": N_("Nội dung"),
    "lead": N_("Chủ trì"),
    "support": N_("Phối hợp"),
    "due": N_("Hạn"),
    "due_kind": N_("Loại hạn"),
    "product": N_("Sản phẩm"),
    "ref": N_("Viện dẫn"),
}
_KINDS = {"hard": N_("ngày cố định"), "recurring": N_("định kỳ"), "soft": N_("kỳ kế hoạch")}
_FATES = {Fate.NEW: N_("mới"), Fate.GONE: N_("không còn"), Fate.CHANGED: N_("thay đổi")}
_AROUND = 3
"""Words shown on either side of what changed in a text."""
_SHORT = 120


def reread_page(report: RereadReport, width: int | None, *, dry_run: bool) -> Page:
    """Return what changed, document by document, and a closing line."""
    silent = [change for change in report.changes if change.is_silent]
    shown = [change for change in report.changes if not change.is_silent]
    documents, by_hand, unread = report.documents, report.without_file, len(report.unread)
    parts = []
    if shown:
        words = counted("{documents} văn bản thay đổi", len(shown))
        parts.append(words.format(documents=labels.count(len(shown))))
    totals = [(fate, sum(c.count(fate) for c in shown)) for fate in _FATES]
    parts += [_fate(fate, number) for fate, number in totals if number]
    if silent:
        words = counted("{documents} văn bản chỉ đổi căn cứ đọc", len(silent))
        parts.append(words.format(documents=labels.count(len(silent))))
    if dry_run:
        words = counted("Nếu đọc lại {documents} văn bản: {changes}", documents)
    else:
        words = counted("Đã đọc lại {documents} văn bản: {changes}", documents)
    changes = ", ".join(parts) or _("không có gì thay đổi")
    said = [words.format(documents=labels.count(documents), changes=changes)]
    if by_hand:
        words = counted("{documents} văn bản ghi bằng tay, không có gì để đọc", by_hand)
        said.append(words.format(documents=labels.count(by_hand)))
    if unread:
        said.append(_("{documents} không đọc lại được").format(documents=labels.count(unread)))
    closing = Text(f"{'; '.join(said)}.")
    page: Page = change_page(shown, width)
    if silent:
        names = ", ".join(f"V{change.id}" for change in silent)
        page = (*page, Text(_("Chỉ đổi căn cứ đọc (quy tắc, vị trí): {names}").format(names=names), Weight.DIM))
    return (*page, Text(""), closing) if page else (closing,)


def change_page(changes: Sequence[DocumentChange], width: int | None) -> Page:
    """Return what changed in each document."""
    page: list[Part] = []
    for change in changes:
        page += [Text("")] if page and width is not None else []
        page.append(Text(_title(change), Weight.TITLE))
        page += [Text(_value(value, is_new=change.is_new), indent=2) for value in change.head]
        if change.twin:
            words = _("có thể trùng với V{twin}: vb merge V{twin} V{document}")
            page.append(Text(words.format(twin=change.twin, document=change.id), Weight.SOON, indent=2))
        for task in change.tasks:
            page += _task(task)
    return tuple(page)


def _title(change: DocumentChange) -> str:
    name = change.number or labels.doc_type(change.doc_type)
    counts = [(fate, n) for fate in _FATES if (n := change.count(fate))]
    said = [_fate(*counts[0])] if counts else []
    # What is counted is named once: `3 nhiệm vụ mới, 1 không còn`.
    said += [f"{number} {_(_FATES[fate])}" for fate, number in counts[1:]]
    if change.is_new:
        said = [_("văn bản mới tách ra từ tệp"), *said]
    elif change.is_silent:
        said = [_("chỉ đổi căn cứ đọc (quy tắc, vị trí)")]
    return f"V{change.id} {name}: {', '.join(said or [_('thông tin chung thay đổi')])}"


def _fate(fate: Fate, number: int) -> str:
    words = counted("{number} nhiệm vụ {fate}", number)
    return words.format(number=labels.count(number), fate=_(_FATES[fate]))


def _task(task: TaskChange) -> list[Text]:
    words = _(_FATES[task.fate])
    if task.fate is Fate.GONE:
        words = (
            _("không còn trong văn bản, giữ lại vì đã có người ghi") if task.is_kept else _("không còn trong văn bản")
        )
    place = _(" (mục {locator})").format(locator=task.locator) if task.locator else ""
    weight = Weight.DIM if task.fate is Fate.GONE else Weight.STRONG
    lines = [Text(f"{task.id}{place} {words}: {_shortened(task.text)}", weight, indent=2)]
    values = [_value(value, is_new=task.fate is Fate.NEW) for value in task.values]
    if task.fate is Fate.NEW and values:
        values = ["; ".join(values)]
    return lines + [Text(value, indent=4) for value in values]


def _value(value: ValueChange, *, is_new: bool) -> str:
    name = _(_NAMES.get(value.name, value.name))
    if is_new:
        return f"{name}: {_shown(value.name, value.new)}"
    if value.name == "text":
        return f"{name}: {word_diff(' '.join(value.old), ' '.join(value.new))}"
    if value.name in _LISTS:
        gone = [_("bỏ {value}").format(value=v) for v in value.old if v not in value.new]
        come = [_("thêm {value}").format(value=v) for v in value.new if v not in value.old]
        if value.name in _CITED or len(value.old) + len(value.new) > _FEW:
            return f"{name}: {'; '.join([*gone, *come]) or _('đổi thứ tự')}"
    return f"{name}: {_shown(value.name, value.old)} → {_shown(value.name, value.new)}"


_CITED = frozenset({"ref", "cited"})
_LISTS = _CITED | {"lead", "support"}
_FEW = 4
"""Names on both sides together: so many can be compared by eye."""


def _shown(name: str, values: Sequence[str]) -> str:
    if name == "doc_type":
        return "; ".join(map(labels.doc_type, values)) or labels.BLANK
    if name == "due_kind":
        return "; ".join(_(_KINDS.get(v, v)) for v in values) or _("không có ngày")
    return "; ".join(map(_plain, values)) or labels.BLANK


def _plain(value: str) -> str:
    try:
        return labels.day(date.fromisoformat(value))
    except ValueError:
        return value


def word_diff(old: str, new: str) -> str:
    """Return where two texts differ, with a few words around: `… xong [trước ngày 25/4 → trước ngày 30/4] và báo cáo …`."""
    a, b = old.split(), new.split()
    pieces: list[str] = []
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    for n, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag != "equal":
            was, now = " ".join(a[a1:a2]), " ".join(b[b1:b2])
            pieces.append(f"[{was or '∅'} → {now or '∅'}]")
            continue
        words = a[a1:a2]
        first, last = n == 0, n == len(codes) - 1
        head, tail = ([] if first else words[:_AROUND]), ([] if last else words[-_AROUND:])
        if len(words) <= len(head) + len(tail):
            pieces.append(" ".join(words))
        else:
            pieces.append(" ".join([*head, "…", *tail]))
    return " ".join(pieces)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rsplit(' ', 1)[0]} …"


def reread_json(report: RereadReport, *, dry_run: bool) -> dict[str, Any]:
    """Return the whole run."""
    return {
        "dry_run": dry_run,
        "documents": report.documents,
        "without_file": report.without_file,
        "changes": [change_json(change) for change in report.changes],
        "unread": [
            {"document": f"V{u.id}", "path": u.path, "reason": u.reason, "advice": u.advice or None}
            for u in report.unread
        ],
    }


def change_json(change: DocumentChange) -> dict[str, Any]:
    """Return what changed in one document."""
    return {
        "document": f"V{change.id}",
        "number": change.number,
        "new": change.is_new,
        "counts": {fate.value: change.count(fate) for fate in Fate},
        "head": [_value_json(value) for value in change.head],
        "tasks": [
            {
                "id": task.id,
                "fate": task.fate.value,
                "kept": task.is_kept,
                "locator": task.locator,
                "text": task.text,
                "values": [_value_json(value) for value in task.values],
            }
            for task in change.tasks
        ],
        "twin": f"V{change.twin}" if change.twin else None,
    }


def _value_json(value: ValueChange) -> dict[str, Any]:
    return {"name": value.name, "old": list(value.old), "new": list(value.new)}
