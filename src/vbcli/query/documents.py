"""The documents of the archive: the list, and one in full."""

import json
import sqlite3
from datetime import date

from vbcli.model.views import DocumentRow, DocumentView, FileRow, HeaderValue, IssueRow, TaskRow
from vbcli.query.citations import citations_in
from vbcli.query.fields import LABEL, LIVE, day_of, label_of, read_at
from vbcli.query.tasks import OPEN, TaskFilter, find_tasks

_ROW = (
    f"SELECT d.*, {LABEL},"  # noqa: S608  (our own columns)
    " (SELECT count(*) FROM tasks t JOIN task_state s ON s.task_id = t.id"
    " WHERE t.document_id = d.id AND s.hidden = 0) AS task_count,"
    " (SELECT count(*) FROM tasks t JOIN task_state s ON s.task_id = t.id WHERE t.document_id = d.id AND s.hidden = 0"
    f" AND s.due_kind = 'hard' AND s.due < :today AND {OPEN.format('s')}) AS overdue_count,"
    " (SELECT count(*) FROM refs r WHERE r.document_id = d.id) AS ref_count,"
    " (SELECT count(*) FROM document_files df JOIN files f ON f.id = df.file_id"
    " WHERE df.document_id = d.id AND f.state = 'read') AS file_count,"
    " (SELECT df.part FROM document_files df WHERE df.document_id = d.id AND df.is_best = 1) AS part"
    " FROM documents d"
)


def find_documents(conn: sqlite3.Connection, today: date, limit: int | None = None) -> tuple[DocumentRow, ...]:
    """Return the documents, the latest first, those without a date last."""
    values = {"today": today.isoformat(), "limit": -1 if limit is None else limit}
    rows = conn.execute(
        f"{_ROW} WHERE {LIVE} ORDER BY d.issued_on IS NULL, d.issued_on DESC, d.id LIMIT :limit", values
    )
    return tuple(map(_row, rows))


def show_document(conn: sqlite3.Connection, document_id: int, today: date) -> DocumentView:
    """Return one document with all that hangs on it."""
    row = conn.execute(f"{_ROW} WHERE d.id = :id", {"today": today.isoformat(), "id": document_id}).fetchone()
    first, last = day_of(row["issued_from"]), day_of(row["issued_to"])
    return DocumentView(
        row=_row(row),
        place=row["place"],
        signer=row["signer"],
        signer_title=row["signer_title"],
        signed_for=row["signed_for"],
        issued_between=(first, last) if first and last else None,
        urgency=row["urgency"],
        recipients=_addressees(conn, document_id, "to"),
        copies_to=_addressees(conn, document_id, "copy"),
        text=row["text"],
        files=_files(conn, document_id),
        header=tuple(
            HeaderValue(r["field"], read_at(r))
            for r in conn.execute("SELECT * FROM evidence WHERE document_id = ? ORDER BY field", (document_id,))
        ),
        tasks=_in_order(conn, document_id, today),
        references=citations_in(conn, document_id),
        mentions=tuple(
            r[0]
            for r in conn.execute("SELECT words FROM mentions WHERE document_id = ? ORDER BY position", (document_id,))
        ),
        issues=tuple(
            IssueRow(r["code"], r["message"], r["page"], r["line"])
            for r in conn.execute("SELECT * FROM issues WHERE document_id = ? ORDER BY position", (document_id,))
        ),
        received_on=day_of(row["received_on"]),
        received_number=row["received_number"],
        as_read=_as_read(row["reading"]),
    )


def text_of(conn: sqlite3.Connection, document_id: int) -> str:
    """Return the text of a document."""
    return str(conn.execute("SELECT text FROM documents WHERE id = ?", (document_id,)).fetchone()[0])


def _in_order(conn: sqlite3.Connection, document_id: int, today: date) -> tuple[TaskRow, ...]:
    tasks = find_tasks(conn, TaskFilter(documents=(document_id,), hidden=True), today)
    return tuple(sorted(tasks, key=lambda t: (t.vanished, t.read_at.start or 0, t.id)))


def _row(row: sqlite3.Row) -> DocumentRow:
    return DocumentRow(
        label_of(row), row["task_count"], row["overdue_count"], row["ref_count"], row["file_count"], row["part"]
    )


def _addressees(conn: sqlite3.Connection, document_id: int, which: str) -> tuple[str, ...]:
    sql = "SELECT text FROM addressees WHERE document_id = ? AND list = ? ORDER BY position"
    return tuple(row[0] for row in conn.execute(sql, (document_id, which)))


def _files(conn: sqlite3.Connection, document_id: int) -> tuple[FileRow, ...]:
    """Return the files of a document, those of documents merged into it behind its own."""
    sql = (
        "SELECT f.*, df.part, max(df.document_id = :id AND df.is_best) AS is_best,"
        " max(CASE WHEN df.document_id != :id THEN df.document_id END) AS merged FROM document_files df JOIN files f ON f.id = df.file_id"
        " WHERE df.document_id = :id OR df.document_id IN (SELECT id FROM documents WHERE merged_into = :id)"
        " GROUP BY f.id, df.part ORDER BY is_best DESC, merged IS NOT NULL, f.id"
    )
    return tuple(
        FileRow(
            r["path"],
            r["format"],
            r["pages"],
            bool(r["ocr"]),
            bool(r["is_best"]),
            r["state"] == "replaced",
            r["read_at"],
            r["part"],
            r["merged"],
        )
        for r in conn.execute(sql, {"id": document_id})
    )


def _as_read(text: str | None) -> dict[str, str | None]:
    """Return the corrected values of a head as they were read, by name; {} where nobody corrected them."""
    kept = json.loads(text or "{}")
    return {name: kept["read"].get(name) for name in kept.get("corrected", ()) if name in kept.get("read", {})}
