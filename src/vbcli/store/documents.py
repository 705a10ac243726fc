"""What people say of whole documents: those that no file gave, mergers, removals."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vbcli.errors import InputError
from vbcli.language import _
from vbcli.model.followup import Verb
from vbcli.model.task import UnitName
from vbcli.store.corrections import HEADER, entered_values
from vbcli.store.filing import Stamp
from vbcli.store.identity import ACT, fingerprint
from vbcli.store.match import Found, Known, match_tasks
from vbcli.store.passages import put_subject
from vbcli.store.projection import project
from vbcli.store.units import end_of_chain, unit_id
from vbcli.text.fold import fold


@dataclass(frozen=True, slots=True)
class EnteredDocument:
    """A document that somebody names and no file gave."""

    number: str | None = None
    number_key: str | None = None
    issued_on: date | None = None
    issuer: UnitName | None = None
    doc_type: str | None = None
    subject: str | None = None


def add_document(conn: sqlite3.Connection, entered: EnteredDocument, stamp: Stamp) -> int:
    """Return the id of a document without a file; one of the same issuer, number and date that is there already is it."""
    identity = _identity(entered)
    row = conn.execute(
        "SELECT coalesce(merged_into, id), removed AND origin = 'read' FROM documents WHERE identity = ?", (identity,)
    ).fetchone()
    if row and row[1]:
        raise InputError(
            _("văn bản {number} là V{document}, đã đưa ra khỏi các danh sách").format(
                number=entered.number, document=row[0]
            ),
            _("vb log V{document}, rồi vb undo SỐ").format(document=row[0]),
        )
    if row:
        return int(row[0])
    values = _values(conn, entered) | {
        "identity": identity,
        "fingerprint": fingerprint(entered.subject or ""),
        "text": "",
        "program": stamp.program,
        "read_at": stamp.read_at,
        "origin": "entered",
    }
    marks = ", ".join(f":{name}" for name in values)
    sql = f"INSERT INTO documents ({', '.join(values)}) VALUES ({marks})"  # noqa: S608  (our own names)
    document_id = int(conn.execute(sql, values).lastrowid or 0)
    put_subject(conn, document_id, entered.subject)
    return document_id


def was_entered(conn: sqlite3.Connection, document_id: int) -> bool:
    """Tell whether no file ever gave the document."""
    row = conn.execute("SELECT origin FROM documents WHERE id = ?", (document_id,)).fetchone()
    return bool(row and row[0] == "entered")


def _values(conn: sqlite3.Connection, entered: EnteredDocument) -> dict[str, object]:
    issuer = entered.issuer
    return {
        "doc_type": entered.doc_type,
        "number": entered.number,
        "number_key": entered.number_key,
        "issued_on": entered.issued_on.isoformat() if entered.issued_on else None,
        "issuer": issuer.name if issuer else None,
        "issuer_id": unit_id(conn, issuer) if issuer else None,
        "subject": entered.subject,
    }


def _identity(entered: EnteredDocument) -> str:
    if entered.issuer and entered.number_key and entered.issued_on:
        return f"{ACT}{entered.issuer.key}|{entered.number_key}|{entered.issued_on.isoformat()}"
    known = (entered.number_key, entered.issued_on, entered.issuer.key if entered.issuer else None, entered.subject)
    return f"entered:{'|'.join(str(part or '') for part in known)}"


def add_task(conn: sqlite3.Connection, document_id: int, text: str) -> int:
    """Return the id of a task that a person puts into a document; its event must follow in the same transaction."""
    position = conn.execute("SELECT count(*) FROM tasks WHERE document_id = ?", (document_id,)).fetchone()[0]
    cursor = conn.execute(
        "INSERT INTO tasks (document_id, position, locator, text, text_key, report_to, origin, rule, confidence)"
        " VALUES (?, ?, '', ?, ?, '[]', 'entered', 'entered', 1.0)",
        (document_id, position, text, fold(text)),
    )
    return int(cursor.lastrowid or 0)


def put_entered(
    conn: sqlite3.Connection, document_id: int, entered: EnteredDocument, corrections: Mapping[str, str]
) -> int | None:
    """Write the values of a document that no file gave, corrections included; return another one of the same act."""
    identity = _identity(entered)
    taken = conn.execute("SELECT id FROM documents WHERE identity = ? AND id != ?", (identity, document_id)).fetchone()
    as_read = {name: entered_values(conn, document_id).get(name) for name in HEADER}
    reading = {"corrected": dict(corrections), "read": as_read}
    values = _values(conn, entered) | {
        "received_on": corrections.get("received_on"),
        "received_number": corrections.get("received_number"),
        "reading": json.dumps(reading, ensure_ascii=False, sort_keys=True) if corrections else None,
    }
    values |= {} if taken else {"identity": identity}
    put_subject(conn, document_id, entered.subject)
    columns = ", ".join(f"{name} = :{name}" for name in values)
    conn.execute(f"UPDATE documents SET {columns} WHERE id = :id", {**values, "id": document_id})  # noqa: S608
    project(conn, [row[0] for row in conn.execute("SELECT id FROM tasks WHERE document_id = ?", (document_id,))])
    return int(taken[0]) if taken else None


def project_documents(conn: sqlite3.Connection) -> None:
    """Write anew which documents are one, which are out of every list, and which tasks are twins because of it."""
    rows = conn.execute(
        "SELECT verb, subject_id, data FROM events WHERE subject = 'document'"
        " AND entry_id NOT IN (SELECT entry_id FROM undone) ORDER BY id"
    ).fetchall()
    into: dict[int, int] = {}
    removed: set[int] = set()
    added: set[int] = set()
    for verb, id_, text in rows:
        if verb == Verb.MERGE:
            into[id_] = json.loads(text)["into"]
        elif verb == Verb.REMOVE:
            removed.add(id_)
        elif verb == Verb.ADD:
            added.add(id_)
    entered = {row[0] for row in conn.execute("SELECT id FROM documents WHERE origin = 'entered'")}
    removed |= entered - added
    # What was split off and came back leaves an empty document behind.
    removed |= {
        row[0]
        for row in conn.execute(
            "SELECT v.subject_id FROM events v WHERE v.subject = 'document' AND v.verb = 'split'"
            " AND NOT EXISTS (SELECT 1 FROM document_files df WHERE df.document_id = v.subject_id)"
        )
    }
    conn.execute("UPDATE documents SET merged_into = NULL, removed = 0 WHERE merged_into IS NOT NULL OR removed = 1")
    conn.executemany("UPDATE documents SET removed = 1 WHERE id = ?", [(id_,) for id_ in removed])
    conn.execute("UPDATE tasks SET same_as = NULL WHERE same_as IS NOT NULL")
    for id_ in into:
        main = end_of_chain(into, id_)
        if main != id_:
            conn.execute("UPDATE documents SET merged_into = ? WHERE id = ?", (main, id_))
            _pair_tasks(conn, main, id_)


def pair_again(conn: sqlite3.Connection, document_id: int) -> set[int]:
    """Give tasks their twins anew after a document of a merger was read; return the ids of all tasks concerned."""
    row = conn.execute("SELECT coalesce(merged_into, id) FROM documents WHERE id = ?", (document_id,)).fetchone()
    main = int(row[0])
    merged = [row[0] for row in conn.execute("SELECT id FROM documents WHERE merged_into = ? ORDER BY id", (main,))]
    for id_ in merged:
        conn.execute("UPDATE tasks SET same_as = NULL WHERE document_id = ?", (id_,))
        _pair_tasks(conn, main, id_)
    ids = json.dumps([main, *merged])
    rows = conn.execute("SELECT id FROM tasks WHERE document_id IN (SELECT value FROM json_each(?))", (ids,))
    return {row[0] for row in rows}


def _pair_tasks(conn: sqlite3.Connection, main: int, merged: int) -> None:
    """Give each task of a merged document its twin: what was entered for one holds for the other."""
    sql = "SELECT id, locator, text_key FROM tasks WHERE document_id = ? ORDER BY vanished, position, id"
    known = [Known(*row) for row in conn.execute(sql, (main,))]
    found = conn.execute(sql, (merged,)).fetchall()
    twins = match_tasks(known, [Found(locator, key) for _, locator, key in found])
    conn.executemany(
        "UPDATE tasks SET same_as = ? WHERE id = ?",
        [(twin, row[0]) for row, twin in zip(found, twins, strict=True) if twin is not None],
    )
