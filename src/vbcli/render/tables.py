"""Lists as pages: tasks, documents, references. Narrow terminals get fewer and taller columns."""

from collections.abc import Sequence
from datetime import date

from vbcli.language import _, counted
from vbcli.model.followup import Progress
from vbcli.model.task import Role
from vbcli.model.views import (
    DocumentRow,
    TaskRow,
    TimeState,
)
from vbcli.render import labels
from vbcli.render.listing import Kind, Listing, Value
from vbcli.render.page import Cell, Column, Page, Table, Text, Weight, cell

# From here on units and document have columns of their own.
WIDE = 100

_WEIGHTS = {TimeState.OVERDUE: Weight.LATE, TimeState.SOON: Weight.SOON}


def _id_column() -> Column:
    return Column(_("Mã"), fixed=True, right=True)


def listing_page(listing: Listing, width: int | None) -> Page:
    """Return any list as a table of the columns that were chosen."""
    columns = tuple(
        Column(field.heading, fixed=field.kind is not Kind.TEXT, right=field.kind is Kind.NUMBER, share=field.share)
        for field in listing.fields
    )
    table = Table(columns, tuple(tuple(cell(_words(value)) for value in row) for row in listing.rows))
    if width is None:
        return (table,)
    return (
        table,
        Text(""),
        Text(counted("{number} dòng", len(listing.rows)).format(number=labels.count(len(listing.rows))), Weight.DIM),
    )


def _words(value: Value) -> str:
    if value is None:
        return ""
    return labels.day(value) if isinstance(value, date) else str(value)


def task_list(tasks: Sequence[TaskRow], today: date, width: int | None, total: int | None = None) -> Page:
    """Return the register. In a pipe: one line per task and nothing else."""
    if width is None:
        return (_plain_tasks(tasks),)
    if not tasks:
        return (Text(_("Không có nhiệm vụ nào."), Weight.DIM),)
    table = _wide_tasks(tasks, today) if width >= WIDE else _narrow_tasks(tasks, today)
    return table, Text(""), Text(_task_total(tasks, total), Weight.DIM)


def _task_total(tasks: Sequence[TaskRow], total: int | None) -> str:
    late = sum(t.state is TimeState.OVERDUE for t in tasks)
    words = counted("{tasks} nhiệm vụ", len(tasks)).format(tasks=labels.count(len(tasks)))
    if total is not None and total > len(tasks):
        words = _("{shown} trong {total} nhiệm vụ").format(shown=labels.count(len(tasks)), total=labels.count(total))
    return _("{total}, {late} quá hạn").format(total=words, late=labels.count(late)) if late else words


def _plain_tasks(tasks: Sequence[TaskRow]) -> Table:
    headings = (_("Mã"), _("Hạn"), _("Trễ (ngày)"), _("Chủ trì"), _("Phối hợp"), _("Nhiệm vụ"), _("Văn bản"), _("Mục"))
    return Table(
        tuple(map(Column, headings)),
        tuple(
            (
                cell(str(t.id)),
                cell(labels.day(t.due) if t.due else t.due_words),
                cell(str(t.days_late) if t.days_late else ""),
                cell("; ".join(t.units(Role.LEAD))),
                cell("; ".join(t.units(Role.SUPPORT))),
                cell(t.text),
                cell(labels.short_name(t.document)),
                cell(t.locator),
            )
            for t in tasks
        ),
    )


def _due(task: TaskRow, today: date) -> Cell:
    weight = _WEIGHTS.get(task.state, Weight.PLAIN)
    if task.due is None:
        return cell(labels.BLANK, Weight.DIM)
    state = labels.due_state(task, today)
    lines = [Text(labels.day(task.due), weight)]
    lines += [Text(labels.hour(task.due_time), weight)] if task.due_time else []
    lines += [Text(part, weight if weight is not Weight.PLAIN else Weight.DIM) for part in state.split(", ") if part]
    return tuple(lines)


def _wide_tasks(tasks: Sequence[TaskRow], today: date) -> Table:
    columns = (
        _id_column(),
        Column(_("Hạn"), fixed=True),
        Column(_("Chủ trì / phối hợp"), share=2),
        Column(_("Nhiệm vụ"), share=5),
        Column(_("Văn bản"), fixed=True),
    )
    rows = tuple((cell(str(t.id)), _due(t, today), _units(t), cell(t.text), _source(t)) for t in tasks)
    return Table(columns, rows, airy=True)


def _units(task: TaskRow) -> Cell:
    leads = _leads(task) or [Text(_("(chưa rõ)"), Weight.DIM)]
    supports = [Text(f"+ {name}", Weight.DIM) for name in task.units(Role.SUPPORT)]
    return (*leads, *supports)


def _leads(task: TaskRow) -> list[Text]:
    """Return the leads; of several, who has done its part is marked: the others are still to be asked."""
    finished = {a.unit_id for a in task.carriers() if a.progress is Progress.DONE}
    several = len(task.carriers()) > 1 and task.state is not TimeState.CLOSED
    rows = (a for a in task.assignees if a.role is Role.LEAD and a.via is None)
    return [
        Text(_("{name} (xong)").format(name=a.name), Weight.DIM)
        if several and a.unit_id in finished
        else Text(a.name, Weight.STRONG)
        for a in rows
    ]


def _source(task: TaskRow) -> Cell:
    document = task.document
    lines = [Text(labels.short_name(document))]
    lines += [Text(labels.day(document.issued_on), Weight.DIM)] if document.issued_on else []
    lines += [Text(_("mục {locator}").format(locator=task.locator), Weight.DIM)] if task.locator else []
    return tuple(lines)


def _narrow_tasks(tasks: Sequence[TaskRow], today: date) -> Table:
    columns = (_id_column(), Column(_("Hạn"), fixed=True), Column(_("Nhiệm vụ")))
    return Table(columns, tuple((cell(str(t.id)), _due(t, today), _folded(t)) for t in tasks), airy=True)


def _folded(task: TaskRow) -> Cell:
    leads = "; ".join(lead.words for lead in _leads(task)) or _("(chưa rõ)")
    lines = [Text(leads, Weight.STRONG), Text(task.text)]
    supports = "; ".join(task.units(Role.SUPPORT))
    lines += [Text(_("Phối hợp: {units}").format(units=supports), Weight.DIM)] if supports else []
    place = [_("mục {locator}").format(locator=task.locator)] if task.locator else []
    return (*lines, Text(" · ".join([labels.short_name(task.document), *place]), Weight.DIM))


def document_list(documents: Sequence[DocumentRow], width: int | None) -> Page:
    """Return the documents with what hangs on each."""
    if not documents and width is not None:
        return (Text(_("Kho chưa có văn bản nào."), Weight.DIM),)
    columns: tuple[Column, ...] = (_id_column(), Column(_("Số, ký hiệu"), fixed=True), Column(_("Ngày"), fixed=True))
    if width is None or width >= WIDE:
        columns += (Column(_("Cơ quan ban hành"), share=2), Column(_("Trích yếu"), share=4))
        about: list[tuple[Cell, ...]] = [(cell(d.label.issuer), cell(d.label.subject)) for d in documents]
    else:
        columns += (Column(_("Trích yếu")),)
        about = [((Text(d.label.issuer or "", Weight.DIM), Text(d.label.subject or "")),) for d in documents]
    counts = (counted("Nhiệm vụ", 2) if width is None or width >= WIDE else _("Việc"), _("Quá hạn"))
    columns = (*columns, *(Column(name, fixed=True, right=True) for name in counts))
    rows = tuple((*_name_cells(d), *words, *_counts(d)) for words, d in zip(about, documents, strict=True))
    table = Table(columns, rows)
    if width is None:
        return (table,)
    late = sum(d.overdue for d in documents)
    words = counted("{documents} văn bản, {tasks} nhiệm vụ", len(documents))
    total = words.format(documents=labels.count(len(documents)), tasks=labels.count(sum(d.tasks for d in documents)))
    total = _("{total}, {late} quá hạn").format(total=total, late=labels.count(late)) if late else total
    return table, Text(""), Text(total, Weight.DIM)


def _name_cells(row: DocumentRow) -> tuple[Cell, Cell, Cell]:
    label = row.label
    name = label.number or labels.doc_type(label.doc_type)
    return cell(f"V{label.id}"), cell(name), cell(labels.day(label.issued_on))


def _counts(row: DocumentRow) -> tuple[Cell, Cell]:
    return cell(str(row.tasks)), cell(str(row.overdue) if row.overdue else "", Weight.LATE)
