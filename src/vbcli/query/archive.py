"""What the archive knows of itself, and the queries that people saved in it."""

import json
import sqlite3
from datetime import datetime

from vbcli.model.saved import SavedQuery
from vbcli.text.collation import sort_key
from vbcli.text.fold import fold

QUERY = "query:"
"""Opens the key in `meta` of a saved query; behind it its folded name."""


def archive_id(conn: sqlite3.Connection) -> str:
    """Return what tells this archive from all others; copies and restored exports have the same."""
    row = conn.execute("SELECT value FROM meta WHERE key = 'archive_id'").fetchone()
    return str(row[0]) if row else ""


def saved_queries(conn: sqlite3.Connection) -> tuple[SavedQuery, ...]:
    """Return the saved queries by name."""
    rows = conn.execute("SELECT value FROM meta WHERE key LIKE ? || '%'", (QUERY,))
    return tuple(sorted((_query(row[0]) for row in rows), key=lambda query: (sort_key(query.name), query.name)))


def saved_query(conn: sqlite3.Connection, name: str) -> SavedQuery | None:
    """Return the query that was saved under this name, case and accents aside."""
    row = conn.execute("SELECT value FROM meta WHERE key = ?", (query_key(name),)).fetchone()
    return _query(row[0]) if row else None


def query_key(name: str) -> str:
    """Return the key of a saved query in `meta`."""
    return f"{QUERY}{fold(name)}"


def _query(text: str) -> SavedQuery:
    value = json.loads(text)
    return SavedQuery(value["name"], tuple(value["words"]), datetime.fromisoformat(value["made_at"]), value["made_by"])
