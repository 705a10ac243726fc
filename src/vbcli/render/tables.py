"""Lists as pages: tasks, documents, references. Narrow terminals get fewer and taller columns."""

from collections.abc import Sequence
from datetime import date

from vbcli.language import _
from vbcli.model.followup import Progress
from vbcli.model.task import Role
from vbcli.model.views import (
    CitationGroup,
    CitationRow,
    DocumentRow,
    HangingTask,
    OutgoingRow,
    ReferencesView,
    TaskRow,
    TimeState,
)
from vbcli.render import labels
from vbcli.render.listing import Kind, Listing, Value
from vbcli.render.page import Cell, Column, Page, Table, Text, Weight, cell

# From here on units and document have columns of their own.
WIDE = 100

_WEIGHTS = {TimeState.OVERDUE: Weight.LATE, TimeState.SOON: Weight.SOON}
_ID = Column("Mã", fixed=True, right=True)


def listing_page(listing: Listing, width: int | None) -> Page:
    """Return any list as a table of the columns that were chosen."""
    columns = tuple(
        Column(field.heading, fixed=field.kind is not Kind.TEXT, right=field.kind is Kind.NUMBER, share=field.share)
        for field in listing.fields
    )
    table = Table(columns, tuple(tuple(cell(_words(value)) for value in row) for row in listing.rows))
    if width is None:
        return (table,)
    return table, Text(""), Text(_("{number} dòng").format(number=labels.count(len(listing.rows))), Weight.DIM)


def _words(value: Value) -> str:
    if value is None:
        return ""
    return labels.day(value) if isinstance(value, date) else str(value)


def task_list(tasks: Sequence[TaskRow], today: date, width: int | None, total: int | None = None) -> Page:
    """Return the register. In a pipe: one line per task and nothing else."""
    if width is None:
        return (_plain_tasks(tasks),)
    if not tasks:
        return (Text("Không có nhiệm vụ nào.", Weight.DIM),)
    table = _wide_tasks(tasks, today) if width >= WIDE else _narrow_tasks(tasks, today)
    return table, Text(""), Text(_task_total(tasks, total), Weight.DIM)


def _task_total(tasks: Sequence[TaskRow], total: int | None) -> str:
    late = sum(t.state is TimeState.OVERDUE for t in tasks)
    shown = f"{labels.count(len(tasks))} nhiệm vụ"
    if total is not None and total > len(tasks):
        shown = f"{labels.count(len(tasks))} trong {labels.count(total)} nhiệm vụ"
    return f"{shown}, {labels.count(late)} quá hạn" if late else shown


def _plain_tasks(tasks: Sequence[TaskRow]) -> Table:
    headings = ("Mã", "Hạn", "Trễ (ngày)", "Chủ trì", "Phối hợp", "Nhiệm vụ", "Văn bản", "Mục")
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
    lines += [Text(part, weight if weight is not Weight.PLAIN else Weight.DIM) for part in state.split(", ") if part]
    return tuple(lines)


def _wide_tasks(tasks: Sequence[TaskRow], today: date) -> Table:
    columns = (
        _ID,
        Column("Hạn", fixed=True),
        Column("Chủ trì / phối hợp", share=2),
        Column("Nhiệm vụ", share=5),
        Column("Văn bản", fixed=True),
    )
    rows = tuple((cell(str(t.id)), _due(t, today), _units(t), cell(t.text), _source(t)) for t in tasks)
    return Table(columns, rows, airy=True)


def _units(task: TaskRow) -> Cell:
    leads = _leads(task) or [Text("(chưa rõ)", Weight.DIM)]
    supports = [Text(f"+ {name}", Weight.DIM) for name in task.units(Role.SUPPORT)]
    return (*leads, *supports)


def _leads(task: TaskRow) -> list[Text]:
    """Return the leads; of several, who has done its part is marked: the others are still to be asked."""
    finished = {a.unit_id for a in task.carriers() if a.progress is Progress.DONE}
    several = len(task.carriers()) > 1 and task.state is not TimeState.CLOSED
    rows = (a for a in task.assignees if a.role is Role.LEAD and a.via is None)
    return [
        Text(f"{a.name} (xong)", Weight.DIM) if several and a.unit_id in finished else Text(a.name, Weight.STRONG)
        for a in rows
    ]


def _source(task: TaskRow) -> Cell:
    document = task.document
    lines = [Text(labels.short_name(document))]
    lines += [Text(labels.day(document.issued_on), Weight.DIM)] if document.issued_on else []
    lines += [Text(f"mục {task.locator}", Weight.DIM)] if task.locator else []
    return tuple(lines)


def _narrow_tasks(tasks: Sequence[TaskRow], today: date) -> Table:
    columns = (_ID, Column("Hạn", fixed=True), Column("Nhiệm vụ"))
    return Table(columns, tuple((cell(str(t.id)), _due(t, today), _folded(t)) for t in tasks), airy=True)


def _folded(task: TaskRow) -> Cell:
    leads = "; ".join(lead.words for lead in _leads(task)) or "(chưa rõ)"
    lines = [Text(leads, Weight.STRONG), Text(task.text)]
    supports = "; ".join(task.units(Role.SUPPORT))
    lines += [Text(f"Phối hợp: {supports}", Weight.DIM)] if supports else []
    place = f" · mục {task.locator}" if task.locator else ""
    return (*lines, Text(f"{labels.short_name(task.document)}{place}", Weight.DIM))


def document_list(documents: Sequence[DocumentRow], width: int | None) -> Page:
    """Return the documents with what hangs on each."""
    if not documents and width is not None:
        return (Text("Kho chưa có văn bản nào.", Weight.DIM),)
    columns: tuple[Column, ...] = (_ID, Column("Số, ký hiệu", fixed=True), Column("Ngày", fixed=True))
    if width is None or width >= WIDE:
        columns += (Column("Cơ quan ban hành", share=2), Column("Trích yếu", share=4))
        about: list[tuple[Cell, ...]] = [(cell(d.label.issuer), cell(d.label.subject)) for d in documents]
    else:
        columns += (Column("Trích yếu"),)
        about = [((Text(d.label.issuer or "", Weight.DIM), Text(d.label.subject or "")),) for d in documents]
    counts = ("Nhiệm vụ", "Quá hạn") if width is None or width >= WIDE else ("Việc", "Quá hạn")
    columns = (*columns, *(Column(name, fixed=True, right=True) for name in counts))
    rows = tuple((*_name_cells(d), *words, *_counts(d)) for words, d in zip(about, documents, strict=True))
    table = Table(columns, rows)
    if width is None:
        return (table,)
    late = sum(d.overdue for d in documents)
    total = f"{labels.count(len(documents))} văn bản, {labels.count(sum(d.tasks for d in documents))} nhiệm vụ"
    return table, Text(""), Text(f"{total}, {labels.count(late)} quá hạn" if late else total, Weight.DIM)


def _name_cells(row: DocumentRow) -> tuple[Cell, Cell, Cell]:
    label = row.label
    name = label.number or labels.doc_type(label.doc_type)
    return cell(f"V{label.id}"), cell(name), cell(labels.day(label.issued_on))


def _counts(row: DocumentRow) -> tuple[Cell, Cell]:
    return cell(str(row.tasks)), cell(str(row.overdue) if row.overdue else "", Weight.LATE)


def reference_list(view: ReferencesView, width: int | None) -> Page:
    """Return who cites a document, what hangs on it, and what it cites."""
    if not view.groups:
        lines = [Text(f"Kho không có văn bản {view.key} và không văn bản nào viện dẫn nó.")]
        lines += [Text(f"Ý bạn là {', '.join(view.similar)}?")] if view.similar else []
        return tuple(lines)
    page: list[Text | Table] = []
    if len(view.groups) > 1:
        page += [Text(f"{view.key} là số của {len(view.groups)} văn bản khác nhau:"), Text("")]
    for group in view.groups:
        page += _group(group, width)
    if view.outgoing:
        page += [Text(f"Viện dẫn {len(view.outgoing)} chỗ:", Weight.STRONG), _outgoing(view.outgoing), Text("")]
    return tuple(page[:-1])


def _group(group: CitationGroup, width: int | None) -> list[Text | Table]:
    page: list[Text | Table] = [Text(labels.act_name(group), Weight.TITLE)]
    page += [Text(f"Có trong kho: V{held.id} {held.subject or ''}".rstrip()) for held in group.held]
    if not group.held:
        page.append(Text("Kho chưa có văn bản này.", Weight.SOON))
    page.append(Text(""))
    if group.citations:
        title = f"Được viện dẫn {len(group.citations)} chỗ:"
        page += [Text(title, Weight.STRONG), _citations(group.citations), Text("")]
    if group.tasks:
        title = f"{len(group.tasks)} nhiệm vụ gắn với văn bản này:"
        page += [Text(title, Weight.STRONG), _hanging(group.tasks, width), Text("")]
    return page


def _citations(citations: Sequence[CitationRow]) -> Table:
    columns = (
        Column("Văn bản", fixed=True),
        Column("Số, ký hiệu", fixed=True),
        Column("Ngày", fixed=True),
        Column("Quan hệ", fixed=True),
        Column("Nguyên văn"),
    )
    return Table(
        columns,
        tuple(
            (
                cell(f"V{c.document.id}"),
                cell(c.document.number or labels.doc_type(c.document.doc_type)),
                cell(labels.day(c.document.issued_on)),
                cell(labels.relation(c.relation)),
                _quoted(c),
            )
            for c in citations
        ),
    )


def _quoted(citation: CitationRow) -> Cell:
    place = labels.position(citation.read_at.page, citation.read_at.line)
    pinpoint = f"{citation.pinpoint}, " if citation.pinpoint else ""
    return (Text(f"{pinpoint}{citation.words}"), Text(f"({place})" if place else "", Weight.DIM))


def _hanging(tasks: Sequence[HangingTask], width: int | None) -> Table:
    columns = (_ID, Column("Hạn", fixed=True), Column("Chủ trì", share=1), Column("Nhiệm vụ", share=3))
    narrow = width is not None and width < WIDE
    rows = []
    for t in tasks:
        leads = "; ".join(t.leads) or "(chưa rõ)"
        start = (cell(str(t.id)), cell(labels.day(t.due)))
        rows.append(
            (*start, (Text(leads, Weight.STRONG), Text(t.text))) if narrow else (*start, cell(leads), cell(t.text))
        )
    return Table((*columns[:2], Column("Nhiệm vụ")) if narrow else columns, tuple(rows), airy=True)


def _outgoing(rows: Sequence[OutgoingRow]) -> Table:
    columns = (
        Column("Số, ký hiệu", fixed=True),
        Column("Ngày", fixed=True),
        Column("Quan hệ", fixed=True),
        Column("Cơ quan ban hành"),
        Column("Kho", fixed=True),
    )
    return Table(
        columns,
        tuple(
            (
                cell(r.citation.key),
                cell(labels.day(r.citation.issued_on)),
                cell(labels.relation(r.citation.relation)),
                cell(r.citation.issuer),
                cell("có" if r.held else "chưa có", Weight.PLAIN if r.held else Weight.DIM),
            )
            for r in rows
        ),
    )
