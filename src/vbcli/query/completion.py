"""What the archive can complete on a command line: names of units and issuers, numbers, ids with a few words."""

import sqlite3
from collections.abc import Iterable

from vbcli.query.fields import LIVE

MOST = 60
"""Ids and numbers that are offered at once: more than a person looks through."""


def unit_names(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of units as the papers have them, those with most work first; then what people called units."""
    return _names(
        conn.execute(
            "SELECT name FROM (SELECT name, count(*) AS times FROM assignments GROUP BY name"
            " UNION ALL SELECT name, 0 FROM units WHERE same_as IS NOT NULL) ORDER BY times DESC, name"
        )
    )


def issuer_names(conn: sqlite3.Connection) -> tuple[str, ...]:
    """Return who issued the documents, the busiest first."""
    return _names(
        conn.execute(
            f"SELECT issuer FROM documents d WHERE issuer IS NOT NULL AND {LIVE}"  # noqa: S608
            " GROUP BY issuer ORDER BY count(*) DESC, issuer"
        )
    )


def task_ids(conn: sqlite3.Connection, start: str) -> tuple[tuple[str, str], ...]:
    """Return (id, words) of tasks whose id begins so: what is open first, by its date."""
    rows = conn.execute(
        "SELECT s.task_id, s.text FROM task_state s WHERE s.hidden = 0 AND CAST(s.task_id AS TEXT) LIKE ? || '%'"
        " ORDER BY s.progress NOT IN ('todo', 'doing'), s.due IS NULL, s.due, s.task_id LIMIT ?",
        (start, MOST),
    )
    return tuple((str(id_), text) for id_, text in rows)


def document_labels(conn: sqlite3.Connection, start: str) -> tuple[tuple[str, str], ...]:
    """Return (`V12`, number and subject) of documents whose id begins so, the newest first."""
    rows = conn.execute(
        f"SELECT d.id, d.number, d.subject FROM documents d WHERE {LIVE} AND CAST(d.id AS TEXT) LIKE ? || '%'"  # noqa: S608
        " ORDER BY d.issued_on DESC, d.id DESC LIMIT ?",
        (start, MOST),
    )
    return tuple((f"V{id_}", " ".join(filter(None, words))) for id_, *words in rows)


def document_numbers(conn: sqlite3.Connection, *, cited: bool) -> tuple[tuple[str, str], ...]:
    """Return (number, subject) of the documents, the newest first; `cited`: also of those that are only cited."""
    rows = conn.execute(
        f"SELECT d.number, d.subject FROM documents d WHERE d.number IS NOT NULL AND {LIVE}"  # noqa: S608
        " ORDER BY d.issued_on DESC, d.id DESC"
    ).fetchall()
    if cited:
        rows += conn.execute("SELECT key, words FROM refs GROUP BY key ORDER BY count(*) DESC, key").fetchall()
    found: dict[str, str] = {}
    for number, words in rows:
        found.setdefault(number, words or "")
    return tuple(found.items())


def entry_numbers(conn: sqlite3.Connection, start: str) -> tuple[tuple[str, str], ...]:
    """Return (number, who and which command) of what was entered, the latest first."""
    rows = conn.execute(
        "SELECT id, made_by, command FROM entries WHERE CAST(id AS TEXT) LIKE ? || '%' ORDER BY id DESC LIMIT ?",
        (start, MOST),
    )
    return tuple((str(id_), f"{command}, {made_by}") for id_, made_by, command in rows)


def _names(rows: Iterable[sqlite3.Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[0] for row in rows))
