"""Next occurrence of a recurring deadline: computed when asked, never stored, so none is overdue for want of an entry."""

import sqlite3
from datetime import date, datetime, time
from functools import lru_cache


def register(conn: sqlite3.Connection) -> None:
    """Give the connection the SQL function `next_due(rrule, anchor, today)`."""
    conn.create_function("next_due", 3, next_due, deterministic=True)


@lru_cache(maxsize=4096)
def next_due(rrule: str | None, anchor: str | None, today: str) -> str | None:
    """Return the first occurrence on or after `today`, none of them before the date of the document.

    >>> next_due("FREQ=MONTHLY;BYMONTHDAY=25", "2024-01-10", "2024-04-26")
    '2024-05-25'
    """
    if not rrule:
        return None
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    start = date.fromisoformat(anchor or today)
    first = max(start, date.fromisoformat(today))
    try:
        rule = rrulestr(rrule, dtstart=datetime.combine(start, time()))
        found = rule.after(datetime.combine(first, time()), inc=True)
    except (ValueError, TypeError):
        return None
    return found.date().isoformat() if found else None
