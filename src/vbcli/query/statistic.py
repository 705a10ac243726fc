"""The official statistic of the archive: tasks as a whole, assignments by lead unit."""

import sqlite3
from collections import Counter, defaultdict
from datetime import date

from vbcli.followup.statistic import count
from vbcli.model.followup import Progress
from vbcli.model.statistic import Counted, StatisticView, UnitStatistic
from vbcli.query.fields import day_of
from vbcli.query.tasks import TASKS
from vbcli.query.unit_register import COUNTED, office_of

_LISTED = "s.hidden = 0 AND s.progress NOT IN ('cancelled', 'dismissed')"


def find_statistic(conn: sqlite3.Connection, today: date) -> StatisticView:
    """Return the statistic on that day, judged by the original deadlines."""
    tasks = conn.execute(
        f"SELECT s.progress, s.due_kind, s.due_original, s.on_time FROM task_state s WHERE {_LISTED}"  # noqa: S608
    )
    assignments = conn.execute(
        "SELECT a.progress, a.due_kind, a.due_original, a.on_time, a.unit_id, a.name, a.place, d.issuer,"  # noqa: S608
        f" u.kind, u.level, u.post FROM {TASKS} JOIN assignments a ON a.task_id = t.id JOIN units u ON u.id = a.unit_id"
        f" WHERE {COUNTED} ORDER BY a.place_inferred, t.id"
    ).fetchall()
    return StatisticView(
        count(map(_counted, tasks), today),
        count(map(_counted, assignments), today),
        _number(conn, "s.due_kind = 'hard' AND s.due <> s.due_original"),
        _number(
            conn,
            "NOT EXISTS (SELECT 1 FROM assignments a WHERE a.task_id = s.task_id AND a.counted = 1)",
        ),
        _by_unit(assignments, today),
    )


def _by_unit(rows: list[sqlite3.Row], today: date) -> tuple[UnitStatistic, ...]:
    """Return the lead units, those with most to do first; where two bear one name, who gave the tasks tells them apart."""
    groups: dict[tuple[str, ...], list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        groups[office_of(row)].append(row)
    names = Counter(group[0]["name"] for group in groups.values())
    found = []
    for group in groups.values():
        name, issuer = group[0]["name"], group[0]["issuer"]
        shown = f"{name} ({issuer})" if names[name] > 1 and issuer else name
        found.append(UnitStatistic(shown, count(map(_counted, group), today)))
    return tuple(sorted(found, key=lambda u: (-u.counts.assigned, u.unit)))


def _counted(row: sqlite3.Row) -> Counted:
    on_time = None if row["on_time"] is None else bool(row["on_time"])
    return Counted(Progress(row["progress"]), row["due_kind"] == "hard", day_of(row["due_original"]), on_time)


def _number(conn: sqlite3.Connection, condition: str) -> int:
    sql = f"SELECT count(*) FROM task_state s WHERE {_LISTED} AND {condition}"  # noqa: S608
    return int(conn.execute(sql).fetchone()[0])
