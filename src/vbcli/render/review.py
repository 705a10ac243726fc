"""The review queue: a list with what to type, and one doubt in full for a person who decides."""

from collections.abc import Sequence

from vbcli.language import N_, _, counted
from vbcli.model.followup import Subject
from vbcli.model.review import Action, Doubt, DoubtKind
from vbcli.render import labels
from vbcli.render.page import Cell, Column, Page, Part, Table, Text, Weight, cell

KINDS = {
    DoubtKind.REPLACED: N_("văn bản bị thay thế, bãi bỏ"),
    DoubtKind.ANSWERED: N_("đã có văn bản báo cáo"),
    DoubtKind.TWICE: N_("có thể trùng"),
    DoubtKind.ASTRAY: N_("hạn đã ghi không còn"),
    DoubtKind.VANISHED: N_("không còn trong văn bản"),
    DoubtKind.NO_DATE: N_("hạn chưa tính được"),
    DoubtKind.NO_LEAD: N_("chưa rõ chủ trì"),
    DoubtKind.HEADER: N_("thiếu số, ngày, cơ quan"),
    DoubtKind.DAMAGED: N_("chữ khó đọc"),
    DoubtKind.UNSURE: N_("chưa chắc là nhiệm vụ"),
}
ACTIONS = {
    Action.ACCEPT: N_("đúng, giữ nguyên"),
    Action.MEND: N_("sửa"),
    Action.DISMISS: N_("bỏ, không phải nhiệm vụ"),
    Action.DONE: N_("ghi hoàn thành"),
    Action.CANCEL: N_("hủy các nhiệm vụ"),
    Action.MERGE: N_("nhập làm một"),
}
_KEPT = {
    DoubtKind.REPLACED: N_("vẫn phải làm"),
    DoubtKind.ANSWERED: N_("chưa xong, giữ nguyên"),
    DoubtKind.TWICE: N_("hai văn bản khác nhau"),
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
        columns = tuple(map(Column, (_("Loại"), _("Mã"), _("Văn bản"), _("Vì sao"), _("Nội dung"), _("Gõ"), _("Khóa"))))
        rows = tuple(
            tuple(map(cell, (_(KINDS[d.kind]), name_of(d), d.document, d.reason, d.text, typed(d), d.key)))
            for d in doubts
        )
        return (Table(columns, rows),)
    if not doubts:
        return (Text(_("Không còn gì phải xem lại."), Weight.DIM),)
    page: list[Part] = []
    for kind in dict.fromkeys(d.kind for d in doubts):
        own = [d for d in doubts if d.kind is kind]
        columns = (Column(_("Mã"), fixed=True), Column(_("Vì sao")))
        name = _(KINDS[kind])
        title = f"{name[:1].upper()}{name[1:]} ({labels.count(len(own))}):"
        page += [Text(title, Weight.STRONG), Table(columns, tuple(map(_row, own))), Text("")]
    return (
        *page,
        Text(
            counted("{doubts} chỗ cần xem lại; vb review trên màn hình để quyết từng chỗ", len(doubts)).format(
                doubts=labels.count(len(doubts))
            ),
            Weight.DIM,
        ),
    )


def _row(doubt: Doubt) -> tuple[Cell, Cell]:
    place = labels.position(doubt.page, doubt.line)
    where = f"{doubt.document}{f', {place}' if place else ''}"
    return cell(name_of(doubt)), (
        Text(doubt.reason),
        Text(f"{_short(doubt.text)} ({where})", Weight.DIM),
        Text(typed(doubt), Weight.DIM),
    )


def name_of(doubt: Doubt) -> str:
    """Return what the doubt is about: `42` or `V12`."""
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
        DoubtKind.ASTRAY: _("vb edit {id} --due NGÀY").format(id=first),
        DoubtKind.VANISHED: f"vb dismiss {first}",
        DoubtKind.NO_DATE: _("vb edit {id} --due NGÀY").format(id=first),
        DoubtKind.NO_LEAD: _('vb assign {id} --lead "ĐƠN VỊ"').format(id=first),
        DoubtKind.HEADER: _("vb edit V{id} --number SỐ --issued NGÀY --issuer CƠ_QUAN").format(id=first),
        DoubtKind.DAMAGED: f"vb show V{first} --mark",
        DoubtKind.UNSURE: f"vb dismiss {first}",
    }[doubt.kind]


def doubt_card(doubt: Doubt, number: int, total: int) -> Page:
    """Return one doubt in full, with the keys that settle it."""
    place = labels.position(doubt.page, doubt.line)
    where = _("{name} trong {document}").format(name=name_of(doubt), document=doubt.document)
    keys = [f"[{KEYS[a]}] {words_of(doubt, a)}" for a in doubt.actions]
    return (
        Text(f"{number}/{total} · {_(KINDS[doubt.kind])}", Weight.TITLE),
        Text(f"{where}, {place}" if place else where, Weight.DIM),
        Text(doubt.text),
        Text(doubt.reason, Weight.SOON),
        Text(
            "   ".join([*keys, _("[v] xem văn bản"), _("[n] để sau"), _("[u] hủy bước trước"), _("[q] thôi")]),
            Weight.DIM,
        ),
    )


def words_of(doubt: Doubt, action: Action) -> str:
    """Return what an action means for a doubt."""
    return _(_KEPT.get(doubt.kind, ACTIONS[action]) if action is Action.ACCEPT else ACTIONS[action])


def _short(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"


_LONG = 160
