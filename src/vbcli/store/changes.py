"""What a document says, before and after it is read anew, and where the two differ."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from vbcli.model.changes import DocumentChange, Fate, TaskChange, ValueChange

HEAD = (
    *("number", "issued_on", "issuer", "doc_type", "subject", "received_on", "received_number"),
    *("place", "signer", "signer_title", "signed_for", "urgency", "secrecy"),
)
# When it was read does not make a difference; what people say of it is none of the text.
_NOT_READ = frozenset({"program", "read_at", "merged_into", "removed", "same_as"})
_OF_DOCUMENT = ("addressees", "evidence", "mentions", "issues", "refs")
_OF_TASK = ("assignees", "deadlines", "task_refs")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that was read of a document."""

    document: Row
    tasks: dict[int, Row]
    rows: dict[str, list[Row]]
    """By table."""
    kept: frozenset[int]
    """Tasks that stay in the lists though the text has them no more."""


def snapshot(conn: sqlite3.Connection, document_id: int) -> Snapshot:
    """Return what the archive holds of a document."""
    (document,) = _rows(conn, "SELECT * FROM documents WHERE id = ?", document_id)
    tasks = _rows(conn, "SELECT * FROM tasks WHERE document_id = ? ORDER BY id", document_id)
    rows = {
        table: _rows(conn, f"SELECT * FROM {table} WHERE document_id = ?", document_id)  # noqa: S608
        for table in _OF_DOCUMENT
    }
    rows |= {
        table: _rows(
            conn,
            f"SELECT x.* FROM {table} x JOIN tasks t ON t.id = x.task_id WHERE t.document_id = ?"  # noqa: S608
            " ORDER BY x.task_id, x.position",
            document_id,
        )
        for table in _OF_TASK
    }
    kept = conn.execute(
        "SELECT t.id FROM tasks t JOIN task_state s ON s.task_id = t.id"
        " WHERE t.document_id = ? AND t.vanished = 1 AND s.hidden = 0",
        (document_id,),
    )
    return Snapshot(document, {row["id"]: row for row in tasks}, rows, frozenset(row[0] for row in kept))


def difference(before: Snapshot | None, after: Snapshot, twin: int | None = None) -> DocumentChange | None:
    """Return what changed; None where nothing did. Without a `before` the document is new."""
    if before and (before.document, before.tasks, before.rows) == (after.document, after.tasks, after.rows):
        return None
    old_head = before.document if before else dict.fromkeys(HEAD)
    head = tuple(
        ValueChange(name, _one(old_head[name]), _one(after.document[name]))
        for name in HEAD
        if old_head[name] != after.document[name]
    )
    old_refs, new_refs = ({row["key"] for row in shot.rows["refs"]} if shot else set() for shot in (before, after))
    if old_refs != new_refs:
        head += (ValueChange("cited", tuple(sorted(old_refs - new_refs)), tuple(sorted(new_refs - old_refs))),)
    old, new = (_live(shot) if shot else {} for shot in (before, after))
    fates = [*_gone_or_changed(before, after, old, new), *(_new(row, new[id_]) for id_, row in _added(old, new, after))]
    return DocumentChange(
        after.document["id"],
        after.document["number"],
        after.document["doc_type"],
        head,
        tuple(fates),
        before is None,
        twin if head else None,
    )


Values = dict[str, tuple[str, ...]]


def _live(shot: Snapshot) -> dict[int, Values]:
    """Return what the live tasks say, in words that can be compared."""
    units: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in shot.rows["assignees"]:
        units[row["task_id"], row["role"]].append(row["name"])
    dues: dict[int, list[str]] = defaultdict(list)
    for row in shot.rows["deadlines"]:
        dues[row["task_id"]].append(row["due"] or row["words"])
    refs: dict[int, list[str]] = defaultdict(list)
    for row in shot.rows["task_refs"]:
        refs[row["task_id"]].append(row["key"])
    return {
        id_: {
            "text": _one(task["text"]),
            "lead": tuple(units[id_, "lead"]),
            "support": tuple(units[id_, "support"]),
            "due": tuple(dues[id_]),
            "due_kind": _one(task["due_kind"]),
            "product": _one(task["product"]),
            "ref": tuple(refs[id_]),
        }
        for id_, task in shot.tasks.items()
        if not task["vanished"]
    }


def _gone_or_changed(
    before: Snapshot | None, after: Snapshot, old: dict[int, Values], new: dict[int, Values]
) -> list[TaskChange]:
    found = []
    for id_ in sorted(old, key=lambda i: (before.tasks[i]["position"] if before else 0, i)):
        if id_ not in new:
            row = before.tasks[id_] if before else after.tasks[id_]
            found.append(TaskChange(id_, Fate.GONE, row["locator"], row["text"], is_kept=id_ in after.kept))
            continue
        values = tuple(
            ValueChange(name, value, new[id_][name]) for name, value in old[id_].items() if value != new[id_][name]
        )
        if values:
            row = after.tasks[id_]
            found.append(TaskChange(id_, Fate.CHANGED, row["locator"], row["text"], values))
    return found


def _added(old: dict[int, Values], new: dict[int, Values], after: Snapshot) -> list[tuple[int, Row]]:
    return sorted(
        ((id_, after.tasks[id_]) for id_ in new if id_ not in old), key=lambda pair: (pair[1]["position"], pair[0])
    )


def _new(row: Row, values: Values) -> TaskChange:
    shown = tuple(
        ValueChange(name, (), value) for name, value in values.items() if value and name not in {"text", "due_kind"}
    )
    return TaskChange(row["id"], Fate.NEW, row["locator"], row["text"], shown)


def _one(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _rows(conn: sqlite3.Connection, sql: str, document_id: int) -> list[Row]:
    cursor = conn.execute(sql, (document_id,))
    names = [column[0] for column in cursor.description]
    return [{n: v for n, v in zip(names, row, strict=True) if n not in _NOT_READ} for row in cursor]
