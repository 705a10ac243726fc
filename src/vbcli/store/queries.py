"""Saved queries, in `meta`: they go with every copy and export of the archive, and are no part of the register's log."""

import json
import sqlite3

from vbcli.model.saved import SavedQuery


def save_query(conn: sqlite3.Connection, key: str, query: SavedQuery) -> None:
    """Write a query in the place of one of the same key. Runs inside the caller's transaction."""
    value = {
        "name": query.name,
        "words": query.words,
        "made_at": query.made_at.isoformat(timespec="seconds"),
        "made_by": query.made_by,
    }
    conn.execute(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, json.dumps(value, ensure_ascii=False)),
    )


def remove_query(conn: sqlite3.Connection, key: str) -> None:
    """Forget a query. Runs inside the caller's transaction."""
    conn.execute("DELETE FROM meta WHERE key = ?", (key,))
