"""The review queue: a list with what to type, and one doubt in full for a person who decides."""

from collections.abc import Sequence

from vbcli.model.followup import Subject
from vbcli.model.review import Action, Doubt, DoubtKind
from vbcli.render import labels
from vbcli.render.page import Cell, Column, Page, Part, Table, Text, Weight, cell

KINDS = {
    DoubtKind.REPLACED: "văn bản bị thay thế, bãi bỏ",
    DoubtKind.ANSWERED: "đã có văn bản báo cáo",
    DoubtKind.TWICE: "có thể trùng",
    DoubtKind.ASTRAY: "hạn đã ghi không còn",
    DoubtKind.VANISHED: "không còn trong văn bản",
    DoubtKind.NO_DATE: "hạn chưa tính được",
    DoubtKind.NO_LEAD: "chưa rõ chủ trì",
    DoubtKind.HEADER: "thiếu số, ngày, cơ quan",
    DoubtKind.DAMAGED: "chữ khó đọc",
    DoubtKind.UNSURE: "chưa chắc là nhiệm vụ",
}
ACTIONS = {
    Action.ACCEPT: "đúng, giữ nguyên",
    Action.MEND: "sửa",
    Action.DISMISS: "bỏ, không phải nhiệm vụ",
    Action.DONE: "ghi hoàn thành",
    Action.CANCEL: "hủy các nhiệm vụ",
    Action.MERGE: "nhập làm một",
}
_KEPT = {
    DoubtKind.REPLACED: "vẫn phải làm",
    DoubtKind.ANSWERED: "chưa xong, giữ nguyên",
    DoubtKind.TWICE: "hai văn bản khác nhau",
}
"""What accepting means for some kinds."""
KEYS = {
    Action.ACCEPT: "d",
    Action.MEND: "s",
    Action.DISMISS: "b",
    Action.DONE: "x",
    Action.CANCEL: "h",
    Action.MERGE: "g",
}
"""One key each: đúng, sửa, bỏ, xong, hủy, gộp."""


def doubt_list(doubts: Sequence[Doubt], width: int | None) -> Page:
    """Return the queue as a list, each with the line to type."""
    if width is None:
        columns = tuple(map(Column, ("Loại", "Mã", "Văn bản", "Vì sao", "Nội dung", "Gõ", "Khóa")))
        rows = tuple(
            tuple(map(cell, (KINDS[d.kind], _id(d), d.document, d.reason, d.text, typed(d), d.key))) for d in doubts
        )
        return (Table(columns, rows),)
    if not doubts:
        return (Text("Không còn gì phải xem lại.", Weight.DIM),)
    page: list[Part] = []
    for kind in dict.fromkeys(d.kind for d in doubts):
        own = [d for d in doubts if d.kind is kind]
        columns = (Column("Mã", fixed=True), Column("Vì sao"))
        title = f"{KINDS[kind][:1].upper()}{KINDS[kind][1:]} ({labels.count(len(own))}):"
        page += [Text(title, Weight.STRONG), Table(columns, tuple(map(_row, own))), Text("")]
    return (
        *page,
        Text(f"{labels.count(len(doubts))} chỗ cần xem lại; vb review trên màn hình để quyết từng chỗ", Weight.DIM),
    )


def _row(doubt: Doubt) -> tuple[Cell, Cell]:
    place = labels.position(doubt.page, doubt.line)
    where = f"{doubt.document}{f', {place}' if place else ''}"
    return cell(_id(doubt)), (
        Text(doubt.reason),
        Text(f"{_short(doubt.text)} ({where})", Weight.DIM),
        Text(typed(doubt), Weight.DIM),
    )


def _id(doubt: Doubt) -> str:
    return str(doubt.subject_id) if doubt.subject is Subject.TASK else f"V{doubt.subject_id}"


def typed(doubt: Doubt) -> str:
    """Return the line that settles a doubt without the queue."""
    first = doubt.subject_id
    if doubt.kind is DoubtKind.REPLACED:
        return f"vb cancel {' '.join(map(str, doubt.tasks))} --doc {doubt.other}"
    if doubt.kind is DoubtKind.ANSWERED:
        on = f" --on {labels.day(doubt.on)}" if doubt.on else ""
        return f"vb done {first} --doc {doubt.other}{on}"
    return {
        DoubtKind.TWICE: f"vb merge V{first} {doubt.other}",
        DoubtKind.ASTRAY: f"vb edit {first} --due NGÀY",
        DoubtKind.VANISHED: f"vb dismiss {first}",
        DoubtKind.NO_DATE: f"vb edit {first} --due NGÀY",
        DoubtKind.NO_LEAD: f'vb assign {first} --lead "ĐƠN VỊ"',
        DoubtKind.HEADER: f"vb edit V{first} --number SỐ --issued NGÀY --issuer CƠ_QUAN",
        DoubtKind.DAMAGED: f"vb show V{first} --mark",
        DoubtKind.UNSURE: f"vb dismiss {first}",
    }[doubt.kind]


def doubt_card(doubt: Doubt, number: int, total: int) -> Page:
    """Return one doubt in full, with the keys that settle it."""
    place = labels.position(doubt.page, doubt.line)
    keys = [f"[{KEYS[a]}] {words_of(doubt, a)}" for a in doubt.actions]
    return (
        Text(f"{number}/{total} · {KINDS[doubt.kind]}", Weight.TITLE),
        Text(f"{_id(doubt)} trong {doubt.document}{f', {place}' if place else ''}", Weight.DIM),
        Text(doubt.text),
        Text(doubt.reason, Weight.SOON),
        Text("   ".join([*keys, "[v] xem văn bản", "[n] để sau", "[u] hủy bước trước", "[q] thôi"]), Weight.DIM),
    )


def words_of(doubt: Doubt, action: Action) -> str:
    """Return what an action means for a doubt."""
    return _KEPT.get(doubt.kind, ACTIONS[action]) if action is Action.ACCEPT else ACTIONS[action]


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"


_LONG = 160
