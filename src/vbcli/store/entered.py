"""What people enter: written once, in one transaction with what follows from it, never altered."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from vbcli.language import N_
from vbcli.model.followup import REFUSED, Entry, Event, Subject
from vbcli.store.corrections import stale_documents
from vbcli.store.documents import project_documents
from vbcli.store.homes import carried, end_loans, lend_texts, place_files
from vbcli.store.passages import index_anew
from vbcli.store.projection import project
from vbcli.store.units import project_units

Renew = Callable[[sqlite3.Connection, Sequence[int]], object]
"""Reads documents anew from what the archive keeps of their files: needs words, so the store is given it."""


def enter(
    conn: sqlite3.Connection, entry: Entry, events: Sequence[Event], made_at: str, renew: Renew | None = None
) -> int:
    """Append an entry with its events and make the tasks concerned anew; return the entry's id.

    Runs inside the caller's transaction, which also held while the events were thought out: what they build on cannot
    have changed meanwhile. `made_at` is an ISO time, UTC. Events about documents need `renew`: corrections of a head,
    files and texts that move between documents.
    """
    entry_id = append(conn, entry, events, made_at)
    if any(event.subject is not Subject.TASK for event in events):
        _everything(conn, renew)
    else:
        project(conn, _with_twins(conn, {event.subject_id for event in events}))
    return entry_id


def append(conn: sqlite3.Connection, entry: Entry, events: Iterable[Event], made_at: str) -> int:
    """Write an entry and its events, and nothing that follows from them."""
    cursor = conn.execute(
        "INSERT INTO entries (command, made_at, made_by, note, document, undoes) VALUES (?, ?, ?, ?, ?, ?)",
        (entry.command, made_at, entry.by, entry.note, entry.document, entry.undoes),
    )
    entry_id = int(cursor.lastrowid or 0)
    conn.executemany(
        "INSERT INTO events (entry_id, verb, subject, subject_id, unit_id, happened_on, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(entry_id, e.verb.value, e.subject.value, e.subject_id, e.unit_id),
                e.on.isoformat() if e.on else None,
                json.dumps(dict(e.data), ensure_ascii=False, sort_keys=True),
            )
            for e in events
        ],
    )
    return entry_id


def log_refusal(conn: sqlite3.Connection, count: int, made_at: str) -> None:
    """Leave a line that papers marked secret were refused: how many, and nothing of them, not even a path.

    The same papers met again every night are one line.
    """
    entry = Entry(REFUSED, "vb", N_("{files} tệp có văn bản mang dấu mật: không lưu gì").format(files=count))
    last = conn.execute("SELECT note FROM entries WHERE command = ? ORDER BY id DESC LIMIT 1", (REFUSED,)).fetchone()
    if last is None or last[0] != entry.note:
        append(conn, entry, (), made_at)


def undo(conn: sqlite3.Connection, entry_id: int, entry: Entry, made_at: str, renew: Renew | None = None) -> int:
    """Take an entry back; of an `undo` itself, what it had taken back counts again. Returns the id of the new entry."""
    new = append(conn, entry, (), made_at)
    mark_undone(conn)
    subjects = {row[0] for row in conn.execute("SELECT DISTINCT subject FROM events WHERE entry_id = ?", (entry_id,))}
    if subjects == {Subject.TASK.value}:
        rows = conn.execute("SELECT DISTINCT subject_id FROM events WHERE entry_id = ?", (entry_id,))
        project(conn, _with_twins(conn, {row[0] for row in rows}))
    else:
        _everything(conn, renew)
    return new


def mark_undone(conn: sqlite3.Connection) -> None:
    """Write anew which entries are taken back: those that an entry which counts undoes."""
    undoing = conn.execute("SELECT id, undoes FROM entries WHERE undoes IS NOT NULL ORDER BY id DESC").fetchall()
    undone: set[int] = set()
    # The latest word counts: from the newest back, an undo that is not itself undone takes its entry out.
    for id_, target in undoing:
        if id_ not in undone:
            undone.add(target)
    conn.execute("DELETE FROM undone")
    conn.executemany("INSERT INTO undone (entry_id) VALUES (?)", [(id_,) for id_ in sorted(undone)])


def make_anew(conn: sqlite3.Connection) -> None:
    """Write anew all that follows from readings and entries; files stay where they lie. Runs inside the caller's transaction."""
    mark_undone(conn)
    project_units(conn)
    project_documents(conn)
    project(conn)
    index_anew(conn)


def _everything(conn: sqlite3.Connection, renew: Renew | None) -> None:
    before = carried(conn)
    project_units(conn)
    end_loans(conn)
    place_files(conn)
    project_documents(conn)
    lend_texts(conn)
    project(conn)
    stale = stale_documents(conn) | {id_ for id_, text in carried(conn).items() if before.get(id_) != text}
    if stale and renew:
        renew(conn, sorted(stale))


def _with_twins(conn: sqlite3.Connection, tasks: set[int]) -> set[int]:
    """Return the tasks and those to which they hand their events."""
    sql = "SELECT same_as FROM tasks WHERE same_as IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
    return tasks | {row[0] for row in conn.execute(sql, (json.dumps(sorted(tasks)),))}
