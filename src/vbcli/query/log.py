"""What people entered: the log of one task, one document, or everything."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from vbcli.model.followup import Subject, Verb
from vbcli.model.log import EventRow, LogLine
from vbcli.query.fields import as_list

_ABOUT = (
    "CASE v.subject WHEN 'task' THEN (SELECT substr(s.text, 1, 80) FROM task_state s WHERE s.task_id = v.subject_id)"
    " WHEN 'unit' THEN (SELECT u.name FROM units u WHERE u.id = v.subject_id)"
    " WHEN 'document' THEN (SELECT d.number FROM documents d WHERE d.id = v.subject_id) END AS about"
)


def find_log(
    conn: sqlite3.Connection, subject: Subject | None = None, ids: Iterable[int] = (), limit: int | None = None
) -> tuple[LogLine, ...]:
    """Return the entries, the latest first: all of them, or those about tasks or documents of the given ids.

    Of a task what was entered for its twins in merged documents counts too; an undo of such an entry is shown with it.
    """
    rows = conn.execute(
        f"SELECT e.*, CASE WHEN u.entry_id IS NULL THEN NULL ELSE"  # noqa: S608
        " (SELECT max(x.id) FROM entries x WHERE x.undoes = e.id) END AS undone_by"
        f" FROM entries e LEFT JOIN undone u ON u.entry_id = e.id WHERE {_about(subject)}"
        " ORDER BY e.id DESC LIMIT :limit",
        {"subject": subject, "ids": as_list(ids), "limit": -1 if limit is None else limit},
    ).fetchall()
    events = _events(conn, [row["id"] for row in rows])
    return tuple(
        LogLine(
            row["id"],
            datetime.fromisoformat(row["made_at"]),
            row["made_by"],
            row["command"],
            row["note"],
            row["document"],
            row["undoes"],
            row["undone_by"],
            tuple(events[row["id"]]),
        )
        for row in rows
    )


def _about(subject: Subject | None) -> str:
    """Return the condition of an entry that is about what was asked for; undos of such entries included."""
    if subject is None:
        return "1"
    ids = "SELECT value FROM json_each(:ids)"
    if subject is Subject.TASK:
        ids += f" UNION SELECT id FROM tasks WHERE same_as IN ({ids})"  # noqa: S608
    entries = f"SELECT entry_id FROM events WHERE subject = :subject AND subject_id IN ({ids})"  # noqa: S608
    # An undo of an undo of … such an entry.
    return (
        f"e.id IN (WITH RECURSIVE about(id) AS ({entries} UNION"  # noqa: S608
        " SELECT x.id FROM entries x JOIN about ON x.undoes = about.id) SELECT id FROM about)"
    )


def _events(conn: sqlite3.Connection, entries: list[int]) -> dict[int, list[EventRow]]:
    names = {row["id"]: row["name"] for row in conn.execute("SELECT id, name FROM units")}
    found: dict[int, list[EventRow]] = defaultdict(list)
    sql = f"SELECT v.*, {_ABOUT} FROM events v WHERE v.entry_id IN (SELECT value FROM json_each(?)) ORDER BY v.id"  # noqa: S608
    for row in conn.execute(sql, (as_list(entries),)):
        data = json.loads(row["data"])
        event = EventRow(
            Verb(row["verb"]),
            Subject(row["subject"]),
            row["subject_id"],
            row["about"] or str(data.get("key") or ""),
            names.get(row["unit_id"]),
            date.fromisoformat(row["happened_on"]) if row["happened_on"] else None,
            data,
            names,
        )
        found[row["entry_id"]].append(event)
    return found
