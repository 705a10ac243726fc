"""The units of the archive: their ids, and what people say of them (spellings, rosters, successors)."""

import json
import sqlite3

from vbcli.model.followup import Verb
from vbcli.model.task import UnitName


def unit_id(conn: sqlite3.Connection, unit: UnitName) -> int:
    """Return the id of a unit; one that the archive has never met gets a row."""
    row = conn.execute("SELECT id FROM units WHERE key = ?", (unit.key,)).fetchone()
    if row:
        return int(row[0])
    cursor = conn.execute(
        "INSERT INTO units (key, name, kind, level, place, post, collective) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (unit.key, unit.name, unit.kind, unit.level, unit.place, unit.post, unit.collective),
    )
    return int(cursor.lastrowid or 0)


def project_units(conn: sqlite3.Connection) -> None:
    """Write anew which spellings are one unit, who belongs to which collective, who took over from whom."""
    conn.execute("UPDATE units SET same_as = NULL WHERE same_as IS NOT NULL")
    conn.execute("DELETE FROM rosters")
    conn.execute("DELETE FROM successors")
    rows = conn.execute(
        "SELECT verb, subject_id, data FROM events WHERE subject = 'unit'"
        " AND entry_id NOT IN (SELECT entry_id FROM undone) ORDER BY id"
    ).fetchall()
    into: dict[int, int] = {}
    for verb, unit, text in rows:
        data = json.loads(text)
        if verb == Verb.MERGE:
            into[unit] = data["into"]
        elif verb == Verb.ROSTER and data.get("out"):
            conn.execute("DELETE FROM rosters WHERE unit_id = ? AND member_id = ?", (unit, data["member"]))
        elif verb == Verb.ROSTER:
            conn.execute(
                "INSERT OR REPLACE INTO rosters (unit_id, member_id, since, until) VALUES (?, ?, ?, ?)",
                (unit, data["member"], data.get("since"), data.get("until")),
            )
        elif verb == Verb.SUCCEED:
            conn.execute(
                "INSERT OR REPLACE INTO successors (unit_id, successor_id, since) VALUES (?, ?, ?)",
                (unit, data["successor"], data.get("since")),
            )
    ends = {unit: end_of_chain(into, unit) for unit in into}
    conn.executemany(
        "UPDATE units SET same_as = ? WHERE id = ?", [(end, unit) for unit, end in ends.items() if end != unit]
    )


def end_of_chain(into: dict[int, int], id_: int) -> int:
    """Return what a chain of mergers ends in; a circle ends where it was entered."""
    seen = {id_}
    while id_ in into and into[id_] not in seen:
        id_ = into[id_]
        seen.add(id_)
    return id_
