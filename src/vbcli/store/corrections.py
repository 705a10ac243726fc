"""What people put in the place of a document's header values."""

import json
import sqlite3

HEADER = ("number", "issued_on", "issuer", "doc_type", "subject")
"""Values of the head that a person can correct."""
_NAMING = ("number", "issued_on", "issuer", "doc_type")


def corrections_of(conn: sqlite3.Connection, document_id: int) -> dict[str, str]:
    """Return what people put in the place of a document's header values, with ngày đến and số đến; dates as ISO text."""
    return _corrections(conn, "AND subject_id = ?", document_id).get(document_id, {})


def stale_documents(conn: sqlite3.Connection) -> set[int]:
    """Return the documents whose values were made with other corrections than those that count now."""
    wanted = _corrections(conn)
    rows = conn.execute(
        "SELECT id, json_extract(reading, '$.corrected') FROM documents WHERE reading IS NOT NULL"
        " AND id IN (SELECT subject_id FROM events WHERE subject = 'document' AND verb = 'edit')"
    )
    applied = {id_: json.loads(text) for id_, text in rows}
    return {id_ for id_ in wanted.keys() | applied.keys() if wanted.get(id_, {}) != applied.get(id_, {})}


def _corrections(conn: sqlite3.Connection, which: str = "", *values: int) -> dict[int, dict[str, str]]:
    rows = conn.execute(
        "SELECT subject_id, data FROM events WHERE subject = 'document' AND verb = 'edit'"  # noqa: S608  (our own words)
        f" AND entry_id NOT IN (SELECT entry_id FROM undone) {which} ORDER BY id",
        values,
    )
    found: dict[int, dict[str, str]] = {}
    for id_, text in rows:
        latest = found.get(id_, {}) | json.loads(text)
        # An empty value goes back to what was read.
        found[id_] = {name: value for name, value in latest.items() if value is not None}
    return {id_: values for id_, values in found.items() if values}


def entered_values(conn: sqlite3.Connection, document_id: int) -> dict[str, str | None]:
    """Return what was entered of a document that no file gave."""
    row = conn.execute(
        "SELECT data FROM events WHERE subject = 'document' AND verb = 'add' AND subject_id = ? ORDER BY id DESC",
        (document_id,),
    ).fetchone()
    return dict(json.loads(row[0])) if row else {}


def own_values(conn: sqlite3.Connection, document_id: int) -> dict[str, str]:
    """Return what names an act (number, date, issuer, type) as its own files give it: what stays when it borrows a text."""
    row = conn.execute(
        f"SELECT {', '.join(_NAMING)}, json_extract(reading, '$.read') FROM documents WHERE id = ?",  # noqa: S608
        (document_id,),
    ).fetchone()
    read = json.loads(row[len(_NAMING)] or "{}")
    return {name: value for n, name in enumerate(_NAMING) if (value := read.get(name, row[n])) is not None}
