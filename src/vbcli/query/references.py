"""Who cites a document, what it cites, and which tasks hang on it.

A number alone is ambiguous: Party numbers restart every term, State numbers every year. What is cited is grouped by
issuer and date; a citation that leaves them out joins the one group there is, and stands apart where there are several.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date

from vbcli.model.task import Role
from vbcli.model.views import (
    CitationGroup,
    CitationRow,
    DocumentLabel,
    HangingTask,
    OutgoingRow,
    ReferencesView,
)
from vbcli.query.fields import LABEL, LIVE, day_of, label_of, read_at
from vbcli.query.numbers import documents_named, key_of, label_id, similar_numbers
from vbcli.query.tasks import TaskFilter, find_tasks
from vbcli.text.fold import fold

_CITATION = f"SELECT r.*, {LABEL} FROM refs r JOIN documents d ON d.id = r.document_id"  # noqa: S608


def find_references(conn: sqlite3.Connection, words: str, today: date) -> ReferencesView:
    """Return what the archive knows about the document that the words name: a number in any variant, or V12."""
    held = [_label(conn, id_) for id_ in documents_named(conn, words)]
    shown, key = key_of(words)
    if label_id(words) is not None and held:
        shown = held[0].number or words.strip()
        key = key_of(shown)[1] if held[0].number else ""
    rows = conn.execute(f"{_CITATION} WHERE r.match_key = ? AND {LIVE} ORDER BY r.document_id, r.position", (key,))
    citations = [_citation(row) for row in rows] if key else []
    tasks = find_tasks(conn, TaskFilter(ref_key=key), today) if key else ()
    hanging = [HangingTask(t.id, t.document, t.locator, t.text, t.due, t.units(Role.LEAD)) for t in tasks]
    outgoing = tuple(OutgoingRow(c, _is_held(conn, c)) for label in held for c in citations_in(conn, label.id))
    similar = () if held or citations else similar_numbers(conn, words)
    return ReferencesView(shown, _groups(shown, citations, held, hanging), outgoing, similar)


def citations_in(conn: sqlite3.Connection, document_id: int) -> tuple[CitationRow, ...]:
    """Return what a document cites, in the order of its text."""
    rows = conn.execute(f"{_CITATION} WHERE r.document_id = ? ORDER BY r.position", (document_id,))
    return tuple(map(_citation, rows))


def _label(conn: sqlite3.Connection, document_id: int) -> DocumentLabel:
    return label_of(conn.execute(f"SELECT {LABEL} FROM documents d WHERE d.id = ?", (document_id,)).fetchone())  # noqa: S608


def _is_held(conn: sqlite3.Connection, citation: CitationRow) -> bool:
    """Tell whether the archive holds the cited act: same number, and no date that contradicts."""
    return any(
        _agree(_label(conn, id_), citation.issued_on, citation.issuer) for id_ in documents_named(conn, citation.key)
    )


def _agree(label: DocumentLabel, issued_on: date | None, issuer: str | None) -> bool:
    if issued_on and label.issued_on:
        return issued_on == label.issued_on
    if issuer and label.issuer:
        return fold(issuer) == fold(label.issuer)
    return True


def _groups(
    shown: str, citations: Sequence[CitationRow], held: Sequence[DocumentLabel], tasks: Sequence[HangingTask]
) -> tuple[CitationGroup, ...]:
    """Return the acts that share the number, each with what cites it."""
    acts: list[_Act] = [_Act(d.doc_type, d.issued_on, d.issuer, d) for d in held]
    # The fullest citations found the acts, so that shorter ones can join them.
    for citation in sorted(citations, key=lambda c: (c.issued_on is None, c.issuer is None)):
        fitting = [act for act in acts if act.fits(citation)]
        # Of several acts a paper means the one that it has named in full elsewhere.
        named = [act for act in fitting if act.is_cited_in(citation.document.id)]
        chosen = named if len(named) == 1 else fitting
        if len(chosen) != 1:
            chosen = [_Act(citation.doc_type, citation.issued_on, citation.issuer)]
            acts += chosen
        chosen[0].take(citation)
    return tuple(act.group(shown, citations, tasks) for act in acts)


class _Act:
    """One act while its citations come together."""

    def __init__(
        self, doc_type: str | None, issued_on: date | None, issuer: str | None, held: DocumentLabel | None = None
    ) -> None:
        self.doc_type, self.issued_on, self.issuer, self.held = doc_type, issued_on, issuer, held
        self.citations: list[CitationRow] = []

    def fits(self, citation: CitationRow) -> bool:
        if citation.issued_on and self.issued_on:
            # A date is copied with more care than a name: "Thường trực Thị ủy" and "Thị ủy" of one day are one act.
            return citation.issued_on == self.issued_on
        if citation.issuer and self.issuer:
            return fold(citation.issuer) == fold(self.issuer)
        return True

    def is_cited_in(self, document_id: int) -> bool:
        return any(c.document.id == document_id for c in self.citations)

    def take(self, citation: CitationRow) -> None:
        self.citations.append(citation)
        self.doc_type = self.doc_type or citation.doc_type
        self.issued_on = self.issued_on or citation.issued_on
        self.issuer = self.issuer or citation.issuer

    def group(self, shown: str, all_: Sequence[CitationRow], tasks: Sequence[HangingTask]) -> CitationGroup:
        order = {id(c): n for n, c in enumerate(all_)}
        own = tuple(sorted(self.citations, key=lambda c: order[id(c)]))
        documents = {c.document.id for c in own}
        inside = {c.task_id for c in own}
        elsewhere = {c.task_id for c in all_} - inside
        hanging = tuple(t for t in tasks if t.id in inside or (t.document.id in documents and t.id not in elsewhere))
        held = (self.held,) if self.held else ()
        return CitationGroup(shown, self.doc_type, self.issued_on, self.issuer, held, own, hanging)


def _citation(row: sqlite3.Row) -> CitationRow:
    return CitationRow(
        document=label_of(row),
        key=row["key"],
        doc_type=row["doc_type"],
        issued_on=day_of(row["issued_on"]),
        issuer=row["issuer"],
        words=row["words"],
        relation=row["relation"],
        pinpoint=row["pinpoint"],
        task_id=row["task_id"],
        read_at=read_at(row),
    )
