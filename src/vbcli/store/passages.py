"""Paragraphs of documents and the full-text index over them, kept in step with the texts in the same transaction.

The index holds words only. To take a row out of it SQLite must be told the very words that went in, so what makes them
(`text.words`) changes only together with a step of the schema that makes the index anew.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from vbcli.model.document import Document
from vbcli.text.paragraphs import paragraphs_of
from vbcli.text.words import words_of

BITS = 20
"""The id of a passage is `document_id << BITS | position`: what is found tells its document without a look elsewhere."""

Row = tuple[int, int | None, int | None, int | None, int | None]
"""id, span_start, span_end, page, line."""


def put_passages(conn: sqlite3.Connection, document_id: int, document: Document, subject: str | None) -> None:
    """Index what a document says from now on. Goes before its text and subject are written: it needs the former ones."""
    spans: Iterable[tuple[int, int]] = (p.span for p in document.paragraphs)
    if not document.paragraphs:
        spans = paragraphs_of(document.text)
    places = ((start, end, document.place(start)) for start, end in spans)
    paragraphs = [(start, end, place.page, place.line) for start, end, place in places]
    _put(conn, document_id, document.text, subject, paragraphs)


def put_subject(conn: sqlite3.Connection, document_id: int, subject: str | None) -> None:
    """Index the subject of a document whose text stays as it is. Goes before the new subject is written."""
    (text,) = conn.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()
    rows = _rows(conn, document_id)
    paragraphs = [
        (start, end, page, line) for _, start, end, page, line in rows if start is not None and end is not None
    ]
    _put(conn, document_id, text, subject, paragraphs)


def index_anew(conn: sqlite3.Connection) -> None:
    """Make the index anew from texts and passages, and passages where they do not fit their text."""
    conn.execute("DELETE FROM passages WHERE document_id NOT IN (SELECT id FROM documents)")
    conn.execute("INSERT INTO passage_index (passage_index) VALUES ('delete-all')")
    for id_, text, subject in conn.execute("SELECT id, text, subject FROM documents ORDER BY id"):
        rows = _rows(conn, id_)
        if not _fits(rows, id_, text, subject):
            _delete_rows(conn, id_)
            rows = _numbered(id_, subject, _told_from_text(conn, id_, text))
            _insert_rows(conn, id_, rows)
        _insert_words(conn, rows, text, subject)


def _put(
    conn: sqlite3.Connection,
    id_: int,
    text: str,
    subject: str | None,
    paragraphs: Sequence[tuple[int, int, int | None, int | None]],
) -> None:
    old_text, old_subject = conn.execute("SELECT text, subject FROM documents WHERE id = ?", (id_,)).fetchone()
    old, new = _rows(conn, id_), _numbered(id_, subject, paragraphs)
    same_words = (old_text, old_subject) == (text, subject) and [r[:3] for r in old] == [r[:3] for r in new]
    if same_words and old == new:
        return
    if not same_words:
        _delete_words(conn, old, old_text, old_subject)
        _insert_words(conn, new, text, subject)
    _delete_rows(conn, id_)
    _insert_rows(conn, id_, new)


def _rows(conn: sqlite3.Connection, id_: int) -> list[Row]:
    sql = "SELECT id, span_start, span_end, page, line FROM passages WHERE id BETWEEN ? AND ? ORDER BY id"
    return [(r[0], r[1], r[2], r[3], r[4]) for r in conn.execute(sql, _range(id_))]


def _range(id_: int) -> tuple[int, int]:
    return id_ << BITS, (id_ + 1 << BITS) - 1


def _numbered(
    id_: int, subject: str | None, paragraphs: Iterable[tuple[int, int, int | None, int | None]]
) -> list[Row]:
    first, last = _range(id_)
    rows: list[Row] = [(first, None, None, None, None)] if subject else []
    return rows + [(first + n, *p) for n, p in enumerate(islice(paragraphs, last - first), start=1)]


def _fits(rows: Sequence[Row], id_: int, text: str, subject: str | None) -> bool:
    """Tell whether the passages are those of a text: its subject, paragraphs in their order and within it."""
    has_subject = any(r[0] == id_ << BITS for r in rows)
    if has_subject != bool(subject):
        return False
    spans = [(r[1] or 0, r[2] or 0) for r in rows if r[0] != id_ << BITS]
    # What stands between two paragraphs is a line feed or a form feed.
    gaps = pairwise([(0, 0), *spans, (len(text), len(text))])
    return all(one[1] <= two[0] and not text[one[1] : two[0]].strip() for one, two in gaps)


def _told_from_text(conn: sqlite3.Connection, id_: int, text: str) -> Iterator[tuple[int, int, int | None, int | None]]:
    """Yield the paragraphs of a text; their pages follow from form feeds and from values whose page is known."""
    known = conn.execute(
        "SELECT span_start, page FROM tasks WHERE document_id = :id AND vanished = 0"
        " UNION SELECT span_start, page FROM evidence WHERE document_id = :id"
        " UNION SELECT span_start, page FROM refs WHERE document_id = :id ORDER BY 1",
        {"id": id_},
    ).fetchall()
    pages = [(row[0], row[1]) for row in known if row[0] is not None and row[1] is not None]
    starts = [start for start, _ in pages]
    for start, end in paragraphs_of(text):
        yield start, end, _page_at(text, start, pages, starts), None


def _page_at(text: str, position: int, pages: Sequence[tuple[int, int]], starts: Sequence[int]) -> int | None:
    if not pages:
        return text.count("\f", 0, position) + 1 if "\f" in text else None
    at, page = pages[max(bisect_right(starts, position) - 1, 0)]
    turns = text.count("\f", *sorted((at, position)))
    return max(page + (turns if at <= position else -turns), 1)


def _delete_rows(conn: sqlite3.Connection, id_: int) -> None:
    conn.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", _range(id_))


def _insert_rows(conn: sqlite3.Connection, id_: int, rows: Iterable[Row]) -> None:
    sql = "INSERT INTO passages (id, document_id, span_start, span_end, page, line) VALUES (?, ?, ?, ?, ?, ?)"
    conn.executemany(sql, [(row[0], id_, *row[1:]) for row in rows])


def _insert_words(conn: sqlite3.Connection, rows: Iterable[Row], text: str, subject: str | None) -> None:
    conn.executemany(
        "INSERT INTO passage_index (rowid, kept, folded) VALUES (?, ?, ?)", _with_words(rows, text, subject)
    )


def _delete_words(conn: sqlite3.Connection, rows: Iterable[Row], text: str, subject: str | None) -> None:
    conn.executemany(
        "INSERT INTO passage_index (passage_index, rowid, kept, folded) VALUES ('delete', ?, ?, ?)",
        _with_words(rows, text, subject),
    )


def _with_words(rows: Iterable[Row], text: str, subject: str | None) -> Iterator[tuple[int, str, str]]:
    for id_, start, end, _page, _line in rows:
        keys = [word.keys for word in words_of((subject or "") if start is None else text[start:end])]
        yield id_, " ".join(k.kept for k in keys), " ".join(k.folded for k in keys)
