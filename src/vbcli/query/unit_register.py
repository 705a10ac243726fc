"""The units of the register: what each has to do, its other names, its members, who took over from it."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from vbcli.model.followup import Verb
from vbcli.model.views import SaidOfUnit, UnitRow
from vbcli.query.fields import day_of
from vbcli.query.recurrence import register
from vbcli.query.tasks import OPEN, SOON, TASKS
from vbcli.text.collation import sort_key

# A lượt giao of its own, of a task that counts.
COUNTED = (
    "a.counted = 1 AND s.hidden = 0 AND s.progress NOT IN ('cancelled', 'dismissed')"
    " AND a.progress NOT IN ('cancelled', 'dismissed')"
)
_DUE = (
    "CASE a.due_kind WHEN 'recurring' THEN next_due(a.rrule, d.issued_on, :today, a.done_dues)"
    " WHEN 'hard' THEN a.due END"
)


def find_units(conn: sqlite3.Connection, today: date, ids: Iterable[int] | None = None) -> tuple[UnitRow, ...]:
    """Return the units, most overdue first; `ids`: only these. Those of which people said something come without work too.

    `UBND huyện` in a paper of Lâm Khê and `UBND huyện Lâm Khê` are one row; that of another district is another.
    """
    register(conn)
    wanted = None if ids is None else set(ids)
    known = _Said(conn)
    groups = _groups(conn, today)
    for unit in known.spoken_of:
        if not any(row["unit_id"] == unit for rows in groups.values() for row in rows):
            groups[("said", str(unit))] = [known.blank(unit)]
    kept = [rows for rows in groups.values() if wanted is None or any(row["unit_id"] in wanted for row in rows)]
    names = Counter(rows[0]["name"] for rows in kept)
    found = [_unit_row(rows, known, today, twice=names[rows[0]["name"]] > 1) for rows in kept]
    return tuple(sorted(found, key=lambda u: (-u.overdue, -u.longest, -u.open, sort_key(u.name))))


def _groups(conn: sqlite3.Connection, today: date) -> dict[tuple[str, ...], list[sqlite3.Row]]:
    open_ = OPEN.format("a")
    sql = (
        "SELECT a.unit_id, a.name, u.kind, u.level, u.post, a.place, a.place_inferred, d.issuer, count(*) AS total,"  # noqa: S608
        f" sum({open_}) AS open, sum(a.progress = 'done') AS done, sum(a.progress = 'paused') AS paused,"
        f" sum({open_} AND a.due_kind = 'hard' AND a.due < :today) AS overdue,"
        f" sum({open_} AND {_DUE} BETWEEN :today AND :soon) AS soon,"
        f" min(CASE WHEN {open_} AND a.due_kind = 'hard' AND a.due < :today THEN a.due END) AS oldest"
        f" FROM {TASKS} JOIN assignments a ON a.task_id = t.id JOIN units u ON u.id = a.unit_id WHERE {COUNTED}"
        " GROUP BY a.name, a.unit_id, a.place, a.place_inferred, CASE WHEN a.place = '' THEN '' ELSE d.issuer END"
        " ORDER BY a.place_inferred, total DESC"
    )
    values = {"today": today.isoformat(), "soon": (today + timedelta(days=SOON)).isoformat()}
    groups: dict[tuple[str, ...], list[sqlite3.Row]] = {}
    for row in conn.execute(sql, values):
        groups.setdefault(office_of(row), []).append(row)
    return groups


def office_of(row: sqlite3.Row) -> tuple[str, ...]:
    """Return what two assignments of one unit share, be its place in the words or inferred from the issuer."""
    if row["kind"] and row["place"]:
        return (row["kind"], row["level"], row["post"], row["place"])
    return (str(row["unit_id"]), row["place"])


def _unit_row(rows: Sequence[sqlite3.Row], known: "_Said", today: date, *, twice: bool) -> UnitRow:
    first = rows[0]
    oldest = min((row["oldest"] for row in rows if row["oldest"]), default=None)
    ids = {row["unit_id"] for row in rows}

    def total(column: str) -> int:
        return sum(row[column] or 0 for row in rows)

    return UnitRow(
        first["unit_id"],
        first["name"],
        first["issuer"] if twice else None,
        total("total"),
        total("open"),
        total("overdue"),
        total("soon"),
        total("paused"),
        total("done"),
        (today - date.fromisoformat(oldest)).days if oldest else 0,
        tuple(name for id_ in sorted(ids) for name in known.aliases[id_]),
        tuple(member for id_ in sorted(ids) for member in known.members[id_]),
        tuple(successor for id_ in sorted(ids) for successor in known.successors[id_]),
    )


class _Said:
    """What people said of units."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        rows = conn.execute("SELECT id, name, same_as FROM units").fetchall()
        self.names: dict[int, str] = {row["id"]: row["name"] for row in rows}
        self.aliases: dict[int, list[str]] = defaultdict(list)
        for row in rows:
            if row["same_as"]:
                self.aliases[row["same_as"]].append(row["name"])
        self.members: dict[int, list[tuple[str, date | None, date | None]]] = defaultdict(list)
        for unit, member, since, until in conn.execute("SELECT unit_id, member_id, since, until FROM rosters"):
            self.members[unit].append((self.names[member], day_of(since), day_of(until)))
        self.successors: dict[int, list[tuple[str, date | None]]] = defaultdict(list)
        for unit, successor, since in conn.execute("SELECT unit_id, successor_id, since FROM successors"):
            self.successors[unit].append((self.names[successor], day_of(since)))
        self.spoken_of = sorted({*self.aliases, *self.members, *self.successors})

    def blank(self, unit: int) -> sqlite3.Row:
        """Return the row of a unit that has nothing to do."""
        sql = (
            "SELECT id AS unit_id, name, kind, level, post, place, 0 AS place_inferred, NULL AS issuer, 0 AS total,"
            " 0 AS open, 0 AS done, 0 AS paused, 0 AS overdue, 0 AS soon, NULL AS oldest FROM units WHERE id = ?"
        )
        row: sqlite3.Row = self.conn.execute(sql, (unit,)).fetchone()
        return row


def what_was_said(conn: sqlite3.Connection) -> tuple[SaidOfUnit, ...]:
    """Return the spellings, members and successors that count, by unit."""
    sql = (
        "SELECT 'merge' AS verb, one.name, u.name, NULL, NULL FROM units u JOIN units one ON one.id = u.same_as"
        " UNION ALL SELECT 'roster', u.name, m.name, r.since, r.until"
        " FROM rosters r JOIN units u ON u.id = r.unit_id JOIN units m ON m.id = r.member_id"
        " UNION ALL SELECT 'succeed', u.name, m.name, s.since, NULL"
        " FROM successors s JOIN units u ON u.id = s.unit_id JOIN units m ON m.id = s.successor_id"
        " ORDER BY 1, 2, 3"
    )
    return tuple(
        SaidOfUnit(Verb(verb), unit, other, day_of(since), day_of(until))
        for verb, unit, other, since, until in conn.execute(sql)
    )
