"""Next occurrence of a recurring deadline, for SQL."""

import json
import sqlite3
from datetime import date
from functools import lru_cache

from vbcli.followup.occurrences import next_occurrence


def register(conn: sqlite3.Connection) -> None:
    """Give the connection the SQL function `next_due(rrule, anchor, today, done)`."""
    conn.create_function("next_due", 4, next_due, deterministic=True)


@lru_cache(maxsize=4096)
def next_due(rrule: str | None, anchor: str | None, today: str, done: str | None = None) -> str | None:
    """Return the first occurrence on or after `today`, none of them before the date of the document or in the JSON list `done`.

    >>> next_due("FREQ=MONTHLY;BYMONTHDAY=25", "2024-01-10", "2024-04-26")
    '2024-05-25'
    """
    if not rrule:
        return None
    day = date.fromisoformat(today)
    dates = {date.fromisoformat(text) for text in json.loads(done or "[]")}
    found = next_occurrence(rrule, date.fromisoformat(anchor) if anchor else day, day, dates)
    return found.isoformat() if found else None
