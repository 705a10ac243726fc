"""The register as it stood on an earlier day, by what is known now: a connection looks at it without writing anything."""

import sqlite3
from datetime import date

from vbcli.model.followup import Verb
from vbcli.store.projection import project

# What happened on a day. Corrections hold for all time: what was misread was misread then, too.
_HAPPENS = (Verb.START, Verb.DONE, Verb.PAUSE, Verb.CANCEL, Verb.REOPEN, Verb.EXTEND, Verb.ASSIGN, Verb.NOTE)


def look_back(conn: sqlite3.Connection, day: date) -> None:
    """Make every later query of this connection see the tasks as they stood at the end of the day.

    Papers issued later are not there, what happened later has not happened. Works on a read-only connection: tables
    of its own lie before those of the archive until it is closed.
    """
    last = day.isoformat()
    verbs = ", ".join(f"'{verb.value}'" for verb in _HAPPENS)
    names = [row[1] for row in conn.execute("PRAGMA main.table_info(documents)")]
    columns = [f"removed OR coalesce(issued_on > '{last}', 0) AS removed" if n == "removed" else n for n in names]
    conn.execute("PRAGMA temp_store = MEMORY")
    conn.execute(f"CREATE TEMP VIEW documents AS SELECT {', '.join(columns)} FROM main.documents")  # noqa: S608
    conn.execute(
        "CREATE TEMP VIEW events AS SELECT v.* FROM main.events v JOIN main.entries e ON e.id = v.entry_id"  # noqa: S608
        f" WHERE v.verb NOT IN ({verbs}) OR coalesce(v.happened_on, substr(e.made_at, 1, 10)) <= '{last}'"
    )
    for table in ("task_state", "assignments"):
        conn.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table} WHERE 0")  # noqa: S608
        conn.execute(f"CREATE INDEX temp.{table}_of ON {table}(task_id)")
    project(conn)
