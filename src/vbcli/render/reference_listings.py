"""Citations, trees of them and missing documents as data. Names of fields are promises, like those of JSON."""

from collections.abc import Iterator, Sequence
from datetime import date

from vbcli.language import _
from vbcli.model.references import Act, Branch, CitationGroup, CitedAct, Direction, ReferencesView, Tree
from vbcli.model.task import Role
from vbcli.model.views import CitationRow, DocumentLabel, TaskRow
from vbcli.render import labels
from vbcli.render.citation_tree import end_words
from vbcli.render.listing import Field, Kind, Listing, Value
from vbcli.render.references import holding, passive

Row = tuple[Value, ...]


def reference_listing(view: ReferencesView, today: date) -> Listing:
    """Return one row per mention: first those of the document asked for, then those that it makes."""
    if view.candidates:
        return candidate_listing(view)
    fields = (
        Field("direction", _("Chiều")),
        Field("relation", _("Quan hệ")),
        Field("number", _("Số, ký hiệu")),
        Field("type", _("Loại")),
        Field("date", _("Ngày"), Kind.DATE),
        Field("issuer", _("Cơ quan ban hành"), share=2),
        Field("held", _("Kho")),
        Field("citing", _("Văn bản viện dẫn")),
        Field("citing_number", _("Số của văn bản viện dẫn")),
        Field("citing_date", _("Ngày của văn bản viện dẫn"), Kind.DATE),
        Field("citing_issuer", _("Cơ quan viện dẫn"), share=2),
        Field("pinpoint", _("Điều, khoản")),
        Field("text", _("Nguyên văn"), share=3),
        Field("page", _("Trang"), Kind.NUMBER),
        Field("line", _("Dòng"), Kind.NUMBER),
        Field("task", _("Việc"), Kind.NUMBER),
        Field("due", _("Hạn của việc"), Kind.DATE),
        Field("state", _("Tình trạng của việc")),
        Field("leads", _("Chủ trì"), share=2),
    )
    rows = tuple(row for group in view.groups for row in _mentions(group, today))
    return Listing(_("Viện dẫn của {number}").format(number=view.key), fields, rows)


def candidate_listing(view: ReferencesView) -> Listing:
    """Return the documents that the words may mean."""
    fields = (*_act_fields(), Field("held", _("Kho")), *_count_fields())
    rows = tuple((*_act(one.act), holding(one.act), one.times, one.documents) for one in view.candidates)
    return Listing(_("Văn bản có thể là {words}").format(words=view.key), fields, rows)


def missing_listing(found: Sequence[CitedAct]) -> Listing:
    """Return documents that are cited and not held."""
    fields = (
        *_act_fields(),
        *_count_fields(),
        Field("first", _("Trước nhất ở văn bản")),
        Field("first_number", _("Số của văn bản đó")),
        Field("first_date", _("Ngày của văn bản đó"), Kind.DATE),
    )
    rows = tuple((*_act(one.act), one.times, one.documents, *_named(one.first)) for one in found)
    return Listing(_("Văn bản được viện dẫn mà kho chưa có"), fields, rows)


def tree_listing(trees: Sequence[Tree]) -> Listing:
    """Return one row per branch, in the order of the page."""
    fields = (
        Field("direction", _("Chiều")),
        Field("level", _("Cấp"), Kind.NUMBER),
        Field("above", _("Nối với"), share=2),
        Field("relation", _("Quan hệ")),
        *_act_fields(),
        Field("times", _("Số chỗ"), Kind.NUMBER),
        Field("held", _("Kho")),
        Field("mark", _("Ghi chú")),
    )
    rows = tuple(row for tree in trees for row in _branches(tree.branches, tree.root, tree.direction, 1))
    title = trees[0].root.key if trees else ""
    return Listing(_("Cây viện dẫn của {number}").format(number=title), fields, rows)


def _act_fields() -> tuple[Field, ...]:
    return (
        Field("number", _("Số, ký hiệu")),
        Field("type", _("Loại")),
        Field("date", _("Ngày"), Kind.DATE),
        Field("issuer", _("Cơ quan ban hành"), share=2),
    )


def _count_fields() -> tuple[Field, ...]:
    return (
        Field("cited", _("Số chỗ viện dẫn"), Kind.NUMBER),
        Field("documents", _("Số văn bản viện dẫn"), Kind.NUMBER),
    )


def _act(act: Act) -> Row:
    return (act.key or None, labels.doc_type(act.doc_type), act.issued_on, act.issuer)


def _named(document: DocumentLabel | None) -> Row:
    return (f"V{document.id}", document.number, document.issued_on) if document else (None, None, None)


def _mentions(group: CitationGroup, today: date) -> Iterator[Row]:
    tasks = {task.id: task for task in group.tasks}
    for citation in group.citations:
        way = (_("được viện dẫn"), passive(citation.relation))
        task = tasks.get(citation.task_id) if citation.task_id else None
        yield (*way, *_mention(group.act, citation), *_of_task(task, today))
    for row in group.outgoing:
        way = (_("viện dẫn"), labels.relation(row.citation.relation))
        yield (*way, *_mention(row.act, row.citation), *_of_task(None, today))


def _mention(act: Act, citation: CitationRow) -> Row:
    citing, at = citation.document, citation.read_at
    place = (citation.pinpoint, citation.words, at.page, at.line, citation.task_id)
    return (*_act(act), holding(act), *_named(citing), citing.issuer, *place)


def _of_task(task: TaskRow | None, today: date) -> Row:
    if task is None:
        return (None, None, None)
    return (task.due, labels.due_state(task, today) or None, "; ".join(task.units(Role.LEAD)) or None)


def _branches(branches: Sequence[Branch], above: Act, direction: Direction, level: int) -> Iterator[Row]:
    way = _("viện dẫn") if direction is Direction.OUT else _("được viện dẫn")
    for branch in branches:
        relation = ", ".join(map(labels.relation if direction is Direction.OUT else passive, branch.relations))
        start = (way, level, above.key or labels.act_name(above), relation)
        yield (*start, *_act(branch.act), branch.times, holding(branch.act), end_words(branch) or None)
        yield from _branches(branch.branches, branch.act, direction, level + 1)
