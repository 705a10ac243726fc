"""What was entered: how the tasks stand now, and the log of all entries."""

from collections.abc import Sequence
from datetime import date

from vbcli.language import _, counted, told
from vbcli.model.followup import REFUSED
from vbcli.model.log import LogLine
from vbcli.model.task import Role
from vbcli.model.views import TaskRow, TimeState
from vbcli.render import labels
from vbcli.render.page import Cell, Column, Page, Table, Text, Weight, cell

WIDE = 100


def entered_lines(before: Sequence[TaskRow], tasks: Sequence[TaskRow], today: date, width: int | None) -> Page:
    """Return the tasks after a change: progress, deadline (old and new where it moved), leads."""
    if not tasks:
        return ()
    former = {t.id: t for t in before}
    columns = (
        Column(_("Mã"), fixed=True, right=True),
        Column(_("Tình trạng"), share=2),
        Column(_("Hạn"), fixed=True),
        Column(_("Nhiệm vụ"), share=5),
    )
    rows = tuple((cell(str(t.id)), _progress(t, today), _due(former.get(t.id), t), _task(t)) for t in tasks)
    return (Table(columns, rows, airy=width is not None and len(rows) > 1),)


def _progress(task: TaskRow, today: date) -> Cell:
    lines = [Text(labels.progress_of(task), Weight.STRONG)]
    if task.state is TimeState.OVERDUE:
        lines.append(Text(labels.due_state(task, today), Weight.LATE))
    lines += [
        Text(_("kỳ {due}: xong {on}").format(due=labels.day(due), on=labels.day(on)), Weight.DIM)
        for due, on in task.occurrences[-1:]
    ]
    parts = task.carriers()
    if len({(p.progress, p.done_on) for p in parts}) > 1:
        lines += [Text(f"{p.name}: {labels.part_of(p)}", Weight.DIM) for p in parts]
    return tuple(lines)


def _due(before: TaskRow | None, task: TaskRow) -> Cell:
    lines = [Text(labels.day(task.due) if task.due else labels.BLANK)]
    if before and before.due and before.due != task.due:
        lines.append(Text(_("(trước: {due})").format(due=labels.day(before.due)), Weight.DIM))
    return tuple(lines)


def _task(task: TaskRow) -> Cell:
    leads = "; ".join(task.units(Role.LEAD)) or _("(chưa rõ)")
    words = task.text if len(task.text) <= _SHORT else f"{task.text[:_SHORT].rsplit(' ', 1)[0]} …"
    lines = [Text(leads, Weight.STRONG), Text(words)]
    people = [
        f"{name}: {value}" for name, value in ((_("Theo dõi"), task.officer), (_("Chỉ đạo"), task.leader)) if value
    ]
    return (*lines, Text("; ".join(people), Weight.DIM)) if people else tuple(lines)


_SHORT = 160
"""Characters of a task: enough to know which one it is."""


def log_lines(lines: Sequence[LogLine], width: int | None) -> Page:
    """Return the log, the latest entry first."""
    if not lines and width is not None:
        return (Text(_("Chưa có thao tác nào."), Weight.DIM),)
    columns = (
        Column(_("Thao tác"), fixed=True, right=True),
        Column(_("Lúc ghi"), fixed=True),
        Column(_("Người ghi"), share=2),
        Column(_("Nội dung"), share=6),
    )
    return (Table(columns, tuple(map(_log_row, lines)), airy=False),)


def _log_row(line: LogLine) -> tuple[Cell, Cell, Cell, Cell]:
    weight = Weight.DIM if line.undone_by else Weight.PLAIN
    words = [Text(what, weight) for what in what_of(line)]
    # What people wrote stays as they wrote it.
    note = told(line.note or "") if line.command == REFUSED else line.note
    why = [_("lý do: {note}").format(note=note)] if note else []
    why += [_("văn bản: {document}").format(document=line.document)] if line.document else []
    why += [_("đã hủy bởi thao tác #{entry}").format(entry=line.undone_by)] if line.undone_by else []
    extra = [Text("; ".join(why), Weight.DIM)] if why else []
    made = line.made_at.astimezone()
    return (
        cell(f"#{line.entry}", weight),
        cell(f"{labels.day(made.date())} {made:%H:%M}", weight),
        cell(line.made_by, weight),
        (*words, *extra),
    )


_MANY = 12
"""Changes of one entry that a screen names; of a bulk entry the rest is counted."""


def what_of(line: LogLine, most: int | None = _MANY) -> list[str]:
    """Return what an entry changed, in words; `most`: so many changes are named, None for all."""
    if line.undoes:
        return [_("hủy thao tác #{entry}").format(entry=line.undoes)]
    if line.command == REFUSED:
        return [_("từ chối văn bản mật khi nạp")]
    shown = [labels.event(e) for e in line.events[:most]]
    rest = len(line.events) - len(shown)
    return [*shown, counted("… và {rest} thay đổi nữa", rest).format(rest=labels.count(rest))] if rest else shown
