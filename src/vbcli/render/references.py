"""Who cites a document, what it cites, what hangs on it; candidates, and documents that the archive lacks; as pages."""

from collections.abc import Sequence
from datetime import date

from vbcli.language import N_, _, counted
from vbcli.model.references import Act, CitationGroup, CitedAct, OutgoingRow, ReferencesView
from vbcli.model.task import Role
from vbcli.model.views import CitationRow, TaskRow, TimeState
from vbcli.render import labels
from vbcli.render.page import Cell, Column, Page, Part, Table, Text, Weight, cell
from vbcli.render.tables import WIDE

# What puts a document out of force comes first: who looks it up asks whether it still holds.
_ORDER = ("replaces", "repeals", "amends", "guides", "attaches", "basis", "implements", "answers", "cites")
# How a document stands to what cites it: the other end of `labels.RELATIONS`.
_PASSIVE = {
    "replaces": N_("bị thay thế"),
    "repeals": N_("bị bãi bỏ"),
    "amends": N_("được sửa đổi"),
    "guides": N_("được hướng dẫn"),
    "attaches": N_("được kèm theo"),
    "basis": N_("được lấy làm căn cứ"),
    "implements": N_("được thực hiện"),
    "answers": N_("được phúc đáp"),
    "cites": N_("được viện dẫn"),
}


def rank(relation: str) -> int:
    """Return the place of a relation among all."""
    return _ORDER.index(relation) if relation in _ORDER else len(_ORDER)


def passive(relation: str) -> str:
    """Return how a document stands to the one that cites it: `bị thay thế`."""
    return _(_PASSIVE.get(relation, relation))


def holding(act: Act) -> str:
    """Return `V12`, or that the archive lacks the act."""
    if act.held:
        return f"V{act.held.id}"
    return _("chưa rõ") if act.unclear else _("chưa có")


def reference_list(view: ReferencesView, today: date, width: int | None) -> Page:
    """Return what is known of a document: by relation what cites it and what it cites, with the tasks."""
    if view.candidates:
        return _choice(view, width)
    if not view.groups:
        lines = [Text(_("Kho không có văn bản {name} và không văn bản nào viện dẫn nó.").format(name=view.key))]
        lines += [Text(_("Ý bạn là {near}?").format(near=", ".join(view.similar)))] if view.similar else []
        return tuple(lines)
    page: list[Part] = []
    acts = sum(not group.act.unclear for group in view.groups)
    if acts > 1:
        told = counted("{number} là số của {acts} văn bản khác nhau:", acts).format(number=view.key, acts=acts)
        page += [Text(told), Text("")]
    for group in view.groups:
        page += _group(group, today, width)
    if acts > 1:
        page += [Text(_("Chỉ xem một văn bản: thêm --date NGÀY hoặc --issuer CƠ_QUAN."), Weight.DIM), Text("")]
    if view.similar:
        page += [Text(_("Xem thêm: {others}").format(others=", ".join(view.similar)), Weight.DIM), Text("")]
    return tuple(page[:-1])


def act_list(found: Sequence[CitedAct], total: int, width: int | None) -> Page:
    """Return documents that are cited and not held."""
    if not found and width is not None:
        return (Text(_("Không có văn bản nào được viện dẫn mà kho chưa có."), Weight.DIM),)
    table = _acts(found, width)
    if width is None:
        return (table,)
    shown, all_ = labels.count(len(found)), labels.count(total)
    words = counted("{total} văn bản được viện dẫn mà kho chưa có", total).format(total=all_)
    if total > len(found):
        words = _("{shown} trong {total} văn bản được viện dẫn mà kho chưa có").format(shown=shown, total=all_)
    return table, Text(""), Text(words, Weight.DIM)


def _choice(view: ReferencesView, width: int | None) -> Page:
    """Return the documents that the words may mean."""
    many = counted("“{words}” có thể là {count} văn bản sau:", len(view.candidates))
    head = Text(many.format(words=view.key, count=len(view.candidates)))
    advice = _("Gõ đủ số, ký hiệu; nếu trùng số thì thêm --date NGÀY hoặc --issuer CƠ_QUAN.")
    return head, Text(""), _acts(view.candidates, width, held=True), Text(""), Text(advice, Weight.DIM)


def _acts(found: Sequence[CitedAct], width: int | None, *, held: bool = False) -> Table:
    narrow = width is not None and width < WIDE
    columns = (
        Column(_("Số, ký hiệu"), share=2),
        Column(_("Ngày"), fixed=True),
        *(() if narrow else (Column(_("Loại"), share=1),)),
        Column(_("Cơ quan ban hành"), share=2),
        Column(_("Chỗ"), fixed=True, right=True),
        Column(_("Văn bản"), fixed=True, right=True),
        Column(_("Kho") if held else _("Trước nhất ở"), fixed=held, share=2),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        act, first = one.act, one.first
        kind = () if narrow else (cell(labels.doc_type(act.doc_type)),)
        last = cell(holding(act)) if held else cell(f"V{first.id} {labels.short_name(first)}" if first else "")
        start = (cell(act.key), cell(labels.day(act.issued_on)), *kind, cell(act.issuer))
        rows.append((*start, cell(labels.count(one.times)), cell(labels.count(one.documents)), last))
    return Table(columns, tuple(rows))


def _group(group: CitationGroup, today: date, width: int | None) -> list[Part]:
    act = group.act
    title = labels.act_name(act)
    page: list[Part] = [Text(title, Weight.TITLE)]
    if act.held:
        page.append(
            Text(_("Có trong kho: V{id} {subject}").format(id=act.held.id, subject=act.held.subject or "").rstrip())
        )
        if group.given:
            given = counted("Giao {tasks} nhiệm vụ còn phải làm, {late} quá hạn: vb tasks --doc V{id}", group.given)
            page.append(Text(given.format(tasks=group.given, late=group.late, id=act.held.id)))
    elif act.unclear:
        page.append(Text(_("Viện dẫn không nói rõ văn bản nào trong số trên."), Weight.SOON))
    else:
        page.append(Text(_("Kho chưa có văn bản này."), Weight.SOON))
    page.append(Text(""))
    if group.citations:
        many = counted("Được viện dẫn {count} chỗ:", len(group.citations)).format(count=len(group.citations))
        page += [Text(many, Weight.STRONG)]
        for relation in sorted({c.relation for c in group.citations}, key=rank):
            own = [c for c in group.citations if c.relation == relation]
            page += [_heading(passive(relation), len(own)), _citations(own, width), Text("")]
    if group.outgoing:
        many = counted("Viện dẫn {count} chỗ:", len(group.outgoing)).format(count=len(group.outgoing))
        page += [Text(many, Weight.STRONG)]
        for relation in sorted({r.citation.relation for r in group.outgoing}, key=rank):
            rows = [r for r in group.outgoing if r.citation.relation == relation]
            page += [_heading(labels.relation(relation), len(rows)), _outgoing(rows), Text("")]
    if group.tasks:
        hanging = counted("{count} nhiệm vụ gắn với văn bản này:", len(group.tasks)).format(count=len(group.tasks))
        page += [Text(hanging, Weight.STRONG), _hanging(group.tasks, today, width), Text("")]
    return page


def _heading(relation: str, times: int) -> Text:
    return Text(f"{relation[:1].upper()}{relation[1:]} ({labels.count(times)}):")


def _citations(citations: Sequence[CitationRow], width: int | None) -> Table:
    # Where there is room the date has a column of its own.
    narrow = width is not None and width < WIDE
    columns = (
        Column(_("Văn bản"), fixed=True),
        Column(_("Số, ký hiệu"), fixed=True),
        *(() if narrow else (Column(_("Ngày"), fixed=True),)),
        Column(_("Việc"), fixed=True, right=True),
        Column(_("Nguyên văn")),
    )
    rows: list[tuple[Cell, ...]] = []
    for c in citations:
        name, day = c.document.number or labels.doc_type(c.document.doc_type), labels.day(c.document.issued_on)
        named: tuple[Cell, ...] = ((Text(name), Text(day, Weight.DIM)),) if narrow else (cell(name), cell(day))
        task = str(c.task_id) if c.task_id else ""
        rows.append((cell(f"V{c.document.id}"), *named, cell(task), _quoted(c)))
    return Table(columns, tuple(rows))


def _quoted(citation: CitationRow) -> Cell:
    place = labels.position(citation.read_at.page, citation.read_at.line)
    pinpoint = f"{citation.pinpoint}, " if citation.pinpoint else ""
    return (Text(f"{pinpoint}{citation.words}"), Text(f"({place})" if place else "", Weight.DIM))


def _hanging(tasks: Sequence[TaskRow], today: date, width: int | None) -> Table:
    columns = (
        Column(_("Mã"), fixed=True, right=True),
        Column(_("Hạn"), fixed=True),
        Column(_("Chủ trì")),
        Column(_("Nhiệm vụ"), share=3),
    )
    narrow = width is not None and width < WIDE
    rows: list[tuple[Cell, ...]] = []
    for task in tasks:
        leads = "; ".join(task.units(Role.LEAD)) or _("(chưa rõ)")
        supports = "; ".join(task.units(Role.SUPPORT))
        along = (Text(_("Phối hợp: {units}").format(units=supports), Weight.DIM),) if supports else ()
        start = (cell(str(task.id)), _due(task, today))
        if narrow:
            rows.append((*start, (Text(leads, Weight.STRONG), Text(task.text), *along)))
        else:
            rows.append((*start, (Text(leads), *along), cell(task.text)))
    return Table((*columns[:2], columns[3]) if narrow else columns, tuple(rows), airy=True)


def _due(task: TaskRow, today: date) -> Cell:
    weight = {TimeState.OVERDUE: Weight.LATE, TimeState.SOON: Weight.SOON}.get(task.state, Weight.DIM)
    state = labels.due_state(task, today)
    if task.due is None:
        return (Text(state or labels.BLANK, Weight.DIM),)
    lines = [Text(labels.day(task.due), Weight.PLAIN if weight is Weight.DIM else weight)]
    return (*lines, *(Text(part, weight) for part in state.split(", ") if part))


def _outgoing(rows: Sequence[OutgoingRow]) -> Table:
    columns = (
        Column(_("Số, ký hiệu"), share=2),
        Column(_("Ngày"), fixed=True),
        Column(_("Cơ quan ban hành"), share=2),
        Column(_("Chỗ"), fixed=True, right=True),
        Column(_("Kho"), fixed=True),
    )
    times: dict[str, list[OutgoingRow]] = {}
    for row in rows:
        times.setdefault(row.act.id, []).append(row)
    return Table(
        columns,
        tuple(
            (
                cell(same[0].citation.key),
                cell(labels.day(same[0].act.issued_on)),
                cell(same[0].act.issuer),
                cell(labels.count(len(same))),
                cell(holding(same[0].act), Weight.DIM if same[0].act.missing else Weight.PLAIN),
            )
            for same in times.values()
        ),
    )
