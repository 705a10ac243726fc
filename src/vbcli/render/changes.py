"""What changed when documents were read anew: old and new side by side, and as JSON."""

from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from vbcli.model.changes import DocumentChange, Fate, RereadReport, TaskChange, ValueChange
from vbcli.render import labels
from vbcli.render.page import Page, Part, Text, Weight

_NAMES = {
    **labels.HEADER_FIELDS,
    "received_on": "Ngày đến",
    "received_number": "Số đến",
    "urgency": "Độ khẩn",
    "secrecy": "Độ mật",
    "cited": "Viện dẫn",
    "text": "Nội dung",
    "lead": "Chủ trì",
    "support": "Phối hợp",
    "due": "Hạn",
    "due_kind": "Loại hạn",
    "product": "Sản phẩm",
    "ref": "Viện dẫn",
}
_KINDS = {"hard": "ngày cố định", "recurring": "định kỳ", "soft": "kỳ kế hoạch"}
_FATES = {Fate.NEW: "mới", Fate.GONE: "không còn", Fate.CHANGED: "thay đổi"}
_AROUND = 3
"""Words shown on either side of what changed in a text."""
_SHORT = 120


def reread_page(report: RereadReport, width: int | None, *, dry_run: bool) -> Page:
    """Return what changed, document by document, and a closing line."""
    silent = [change for change in report.changes if change.is_silent]
    shown = [change for change in report.changes if not change.is_silent]
    parts = [f"{labels.count(len(shown))} văn bản thay đổi"] if shown else []
    counts = [(sum(c.count(fate) for c in shown), words) for fate, words in _FATES.items()]
    parts += [f"{labels.count(n)} nhiệm vụ {words}" for n, words in counts if n]
    parts += [f"{labels.count(len(silent))} văn bản chỉ đổi căn cứ đọc"] if silent else []
    again = "Nếu đọc lại" if dry_run else "Đã đọc lại"
    said = f"{again} {labels.count(report.documents)} văn bản: {', '.join(parts) or 'không có gì thay đổi'}"
    rest = [
        (report.without_file, "văn bản ghi bằng tay, không có gì để đọc"),
        (len(report.unread), "không đọc lại được"),
    ]
    closing = Text(f"{'; '.join([said, *(f'{labels.count(n)} {words}' for n, words in rest if n)])}.")
    page: Page = change_page(shown, width)
    if silent:
        names = ", ".join(f"V{change.id}" for change in silent)
        page = (*page, Text(f"Chỉ đổi căn cứ đọc (quy tắc, vị trí): {names}", Weight.DIM))
    return (*page, Text(""), closing) if page else (closing,)


def change_page(changes: Sequence[DocumentChange], width: int | None) -> Page:
    """Return what changed in each document."""
    page: list[Part] = []
    for change in changes:
        page += [Text("")] if page and width is not None else []
        page.append(Text(_title(change), Weight.TITLE))
        page += [Text(_value(value, is_new=change.is_new), indent=2) for value in change.head]
        if change.twin:
            advice = f"vb merge V{change.twin} V{change.id}"
            page.append(Text(f"có thể trùng với V{change.twin}: {advice}", Weight.SOON, indent=2))
        for task in change.tasks:
            page += _task(task)
    return tuple(page)


def _title(change: DocumentChange) -> str:
    name = change.number or labels.doc_type(change.doc_type)
    counts = [f"{n} {words}" for fate, words in _FATES.items() if (n := change.count(fate))]
    said = [counts[0].replace(" ", " nhiệm vụ ", 1), *counts[1:]] if counts else []
    if change.is_new:
        said = ["văn bản mới tách ra từ tệp", *said]
    elif change.is_silent:
        said = ["chỉ đổi căn cứ đọc (quy tắc, vị trí)"]
    return f"V{change.id} {name}: {', '.join(said or ['thông tin chung thay đổi'])}"


def _task(task: TaskChange) -> list[Text]:
    words = _FATES[task.fate]
    if task.fate is Fate.GONE:
        words = "không còn trong văn bản, giữ lại vì đã có người ghi" if task.is_kept else "không còn trong văn bản"
    place = f" (mục {task.locator})" if task.locator else ""
    weight = Weight.DIM if task.fate is Fate.GONE else Weight.STRONG
    lines = [Text(f"{task.id}{place} {words}: {_shortened(task.text)}", weight, indent=2)]
    values = [_value(value, is_new=task.fate is Fate.NEW) for value in task.values]
    if task.fate is Fate.NEW and values:
        values = ["; ".join(values)]
    return lines + [Text(value, indent=4) for value in values]


def _value(value: ValueChange, *, is_new: bool) -> str:
    name = _NAMES.get(value.name, value.name)
    if is_new:
        return f"{name}: {_shown(value.name, value.new)}"
    if value.name == "text":
        return f"{name}: {word_diff(' '.join(value.old), ' '.join(value.new))}"
    if value.name in _LISTS:
        gone = [f"bỏ {v}" for v in value.old if v not in value.new]
        come = [f"thêm {v}" for v in value.new if v not in value.old]
        if value.name in _CITED or len(value.old) + len(value.new) > _FEW:
            return f"{name}: {'; '.join([*gone, *come]) or 'đổi thứ tự'}"
    return f"{name}: {_shown(value.name, value.old)} → {_shown(value.name, value.new)}"


_CITED = frozenset({"ref", "cited"})
_LISTS = _CITED | {"lead", "support"}
_FEW = 4
"""Names on both sides together: so many can be compared by eye."""


def _shown(name: str, values: Sequence[str]) -> str:
    if name == "doc_type":
        return "; ".join(map(labels.doc_type, values)) or labels.BLANK
    if name == "due_kind":
        return "; ".join(_KINDS.get(v, v) for v in values) or "không có ngày"
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
