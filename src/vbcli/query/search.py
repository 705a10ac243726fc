"""Full text: which documents hold the words, the best first, and where.

A question is about whole documents: its words may stand far apart, but a document with all of them in one paragraph comes
before others. Within that SQLite's bm25 decides, by the best paragraph; the subject weighs more; of equals the newer.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vbcli.model.evidence import Span
from vbcli.model.search import FoundDocument, FoundPassage, SearchResult
from vbcli.model.views import DocumentLabel
from vbcli.query.assigned import UnitMatch, assigned_to
from vbcli.query.fields import LABEL, LIVE, label_of
from vbcli.query.search_words import Phrase, Question

_PASSAGES = 3
_BITS = 20
"""The id of a passage is `document << 20 | position`, with position 0 for the subject: see store.passages."""
_POSITION = (1 << _BITS) - 1
_SUBJECT_WEIGHT = 3
_TEXT = (
    "CASE WHEN p.span_start IS NULL THEN d.subject ELSE substr(d.text, p.span_start + 1, p.span_end - p.span_start) END"
)


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Among which documents to look; everything given must hold."""

    units: tuple[UnitMatch, ...] = ()
    """Documents that give a task to any of them."""
    issued_from: date | None = None
    issued_to: date | None = None
    """Both days included; a document whose date is only bounded counts where its bounds reach into them."""
    doc_types: tuple[str, ...] | None = None
    issuers: tuple[str, ...] | None = None
    """As documents name them."""
    documents: tuple[int, ...] | None = None


def search(conn: sqlite3.Connection, question: Question, among: SearchFilter, limit: int | None = None) -> SearchResult:
    """Return the documents that hold what is asked for."""
    finder = _Finder(conn, question, _documents(conn, among))
    ids = finder.ranked()
    return SearchResult(tuple(finder.shown(ids[:limit])), len(ids))


def _documents(conn: sqlite3.Connection, among: SearchFilter) -> dict[int, str]:
    """Return the documents to look in, each with its day of issue, "" for none."""
    terms, values = [LIVE], dict[str, object]()
    if among.units:
        units = [assigned_to(match, f"units{n}", values) for n, match in enumerate(among.units)]
        terms.append(
            "d.id IN (SELECT t.document_id FROM tasks t JOIN task_state s ON s.task_id = t.id"  # noqa: S608
            f" JOIN assignments a ON a.task_id = t.id WHERE s.hidden = 0 AND ({' OR '.join(units)}))"
        )
    if among.issued_from:
        terms.append("coalesce(d.issued_on, d.issued_to) >= :issued_from")
        values["issued_from"] = among.issued_from.isoformat()
    if among.issued_to:
        terms.append("coalesce(d.issued_on, d.issued_from) <= :issued_to")
        values["issued_to"] = among.issued_to.isoformat()
    lists: tuple[tuple[str, str, tuple[int | str, ...] | None], ...] = (
        ("documents", "d.id", among.documents),
        ("doc_types", "d.doc_type", among.doc_types),
        ("issuers", "d.issuer", among.issuers),
    )
    for name, column, members in lists:
        if members is not None:
            terms.append(f"{column} IN (SELECT value FROM json_each(:{name}))")  # noqa: S608
            values[name] = json.dumps(members)
    sql = f"SELECT d.id, coalesce(d.issued_on, d.issued_to, '') FROM documents d WHERE {' AND '.join(terms)}"  # noqa: S608
    return dict(conn.execute(sql, values).fetchall())


@dataclass
class _Finder:
    """One question while it is answered."""

    conn: sqlite3.Connection
    question: Question
    documents: dict[int, str]

    def ranked(self) -> list[int]:
        """Return the documents that answer the question, the best first."""
        found: set[int] = set()
        for alternative in self.question.alternatives:
            among = set(self.documents)
            for phrase in alternative.wanted:
                among &= self._holding(phrase, among)
            for phrase in alternative.unwanted:
                among -= self._holding(phrase, among)
            found |= among
        if not found:
            return []
        together = self._together()
        newest_first = sorted(found, key=lambda id_: (self.documents[id_], id_), reverse=True)
        return sorted(newest_first, key=lambda id_: (together is not None and id_ not in together, self._score(id_)))

    def _holding(self, phrase: Phrase, among: set[int]) -> set[int]:
        """Return those documents that hold a phrase somewhere."""
        if phrase.is_exact:
            return self._documents_of(phrase.expression()) & among
        held: set[int] = set()
        sql = "SELECT rowid FROM passage_index WHERE passage_index MATCH ? ORDER BY rowid"
        for (passage,) in self.conn.execute(sql, (phrase.expression(),)):
            id_ = passage >> _BITS
            if id_ in among and id_ not in held and self._holds(passage, phrase):
                held.add(id_)
        return held

    def _holds(self, passage: int, phrase: Phrase) -> bool:
        sql = f"SELECT {_TEXT} FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id = ?"  # noqa: S608
        (text,) = self.conn.execute(sql, (passage,)).fetchone()
        return any(phrase.found_in(text))

    @cached_property
    def _hits(self) -> dict[int, list[tuple[float, int]]]:
        """Document → how well its paragraphs fit, the lower the better, with their ids."""
        # All at once: each time that bm25 is asked it first counts every place of every word.
        hits: dict[int, list[tuple[float, int]]] = defaultdict(list)
        sql = "SELECT rowid, bm25(passage_index) FROM passage_index WHERE passage_index MATCH ?"
        for passage, score in self.conn.execute(sql, (self._any,)):
            hits[passage >> _BITS].append((score if passage & _POSITION else score * _SUBJECT_WEIGHT, passage))
        return hits

    def _score(self, document_id: int) -> float:
        return round(min(self._hits[document_id])[0], 3)

    def _together(self) -> set[int] | None:
        """Return the documents with everything wanted in one paragraph; None where there is but one thing to find."""
        if all(len(a.wanted) == 1 for a in self.question.alternatives):
            return None
        every = [" AND ".join(f"({p.expression()})" for p in a.wanted) for a in self.question.alternatives]
        return self._documents_of(" OR ".join(f"({e})" for e in every))

    def _documents_of(self, expression: str) -> set[int]:
        sql = "SELECT DISTINCT rowid >> :bits FROM passage_index WHERE passage_index MATCH :expression"
        return {row[0] for row in self.conn.execute(sql, {"bits": _BITS, "expression": expression})}

    @cached_property
    def _any(self) -> str:
        return " OR ".join(f"({phrase.expression()})" for phrase in self.question.wanted())

    def shown(self, ids: Sequence[int]) -> Iterator[FoundDocument]:
        """Yield the documents with what was found in them."""
        sql = (
            f"SELECT {LABEL}, e.span_start AS subject_start, e.span_end AS subject_end FROM documents d"  # noqa: S608
            " LEFT JOIN evidence e ON e.document_id = d.id AND e.field = 'subject'"
            " WHERE d.id IN (SELECT value FROM json_each(?))"
        )
        rows = {row["document_id"]: row for row in self.conn.execute(sql, (json.dumps(ids),))}
        for id_ in ids:
            row = rows[id_]
            where = Span(row["subject_start"], row["subject_end"]) if row["subject_start"] is not None else None
            yield self._shown(label_of(row), where)

    def _shown(self, label: DocumentLabel, subject_at: Span | None) -> FoundDocument:
        subject_marks = self._marks(label.subject or "")[0]
        found = [
            (-different, score, passage)
            for passage, different, score in self._passages(label.id)
            # What stands in the subject is shown there.
            if not (subject_marks and subject_at and subject_at.covers(passage.span))
        ]
        best = sorted(found, key=lambda f: (f[0], f[1], f[2].span))
        passages = tuple(passage for _, _, passage in best[:_PASSAGES])
        return FoundDocument(label, subject_marks, passages, max(len(best) - _PASSAGES, 0))

    def _passages(self, document_id: int) -> Iterator[tuple[FoundPassage, int, float]]:
        """Yield the paragraphs of a document that hold something, with how many phrases and how well they fit."""
        hits = {passage: score for score, passage in self._hits[document_id] if passage & _POSITION}
        sql = (
            f"SELECT {_TEXT} AS text, p.id, p.span_start, p.span_end, p.page, p.line"  # noqa: S608
            " FROM passages p JOIN documents d ON d.id = p.document_id WHERE p.id IN (SELECT value FROM json_each(?))"
        )
        for row in self.conn.execute(sql, (json.dumps(list(hits)),)):
            marks, different = self._marks(row["text"])
            if marks:
                span = Span(row["span_start"], row["span_end"])
                yield FoundPassage(row["text"], marks, span, row["page"], row["line"]), different, hits[row["id"]]

    def _marks(self, text: str) -> tuple[tuple[Span, ...], int]:
        """Return what of the question stands in a text, and how many of its phrases."""
        found = [tuple(phrase.found_in(text)) for phrase in self.question.wanted()]
        return tuple(_merged(span for spans in found for span in spans)), sum(map(bool, found))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in order, those that overlap as one."""
    open_: Span | None = None
    for span in sorted(spans):
        if open_ and span.start < open_.end:
            open_ = Span(open_.start, max(open_.end, span.end))
        else:
            if open_:
                yield open_
            open_ = span
    if open_:
        yield open_
