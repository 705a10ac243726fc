"""The week in figures.

Every task is in exactly one of overdue, soon, on_time, planned, no_due. Rows by unit count assignments (a task with two
leads counts for each), and say so.
"""

import sqlite3
from collections import Counter
from datetime import date, timedelta

from vbcli.model.followup import OPEN as OPEN_PROGRESS
from vbcli.model.followup import Progress
from vbcli.model.summary import SummaryView, UnitLine
from vbcli.model.views import DueKind, TaskRow, TimeState
from vbcli.query.fields import LIVE, day_of
from vbcli.query.recurrence import register
from vbcli.query.statistic import find_statistic
from vbcli.query.tasks import DUE, OPEN, TASKS, TaskFilter, find_tasks, state_of
from vbcli.query.unit_register import COUNTED, office_of
from vbcli.text.date_words import end_of_week, start_of_week


def summarise(conn: sqlite3.Connection, today: date) -> SummaryView:
    """Return the ISO week of `today`, as things stand on that day."""
    register(conn)
    start, end = start_of_week(today), end_of_week(today)
    states = _states(conn, today)
    by_unit = _by_unit(conn, today)
    return SummaryView(
        today=today,
        start=start,
        end=end,
        documents=_count(conn, f"SELECT count(*) FROM documents d WHERE {LIVE}"),  # noqa: S608
        tasks=sum(states.values()),
        overdue=states[TimeState.OVERDUE],
        soon=states[TimeState.SOON],
        on_time=states[TimeState.ON_TIME],
        planned=states[TimeState.PLANNED],
        no_due=states[TimeState.NO_DUE],
        done=states[Progress.DONE],
        paused=states[Progress.PAUSED],
        no_lead=_count(
            conn,
            f"SELECT count(*) FROM task_state s WHERE s.hidden = 0 AND {OPEN.format('s')} AND NOT EXISTS"  # noqa: S608
            " (SELECT 1 FROM assignments a WHERE a.task_id = s.task_id AND a.role = 'lead')",
        ),
        assignments=sum(line.total for line in by_unit),
        new_documents=_count(
            conn,
            f"SELECT count(*) FROM documents d WHERE {LIVE} AND issued_on BETWEEN ? AND ?",  # noqa: S608
            (start.isoformat(), end.isoformat()),
        ),
        failed=tuple(
            (row["path"], row["error_message"])
            for row in conn.execute("SELECT path, error_message FROM files WHERE state = 'failed' ORDER BY path")
        ),
        by_unit=tuple(line for line in by_unit if line.overdue),
        rest_of_week=_between(conn, today, end, today),
        next_week=_between(conn, end + timedelta(days=1), end + timedelta(days=7), today),
        statistic=find_statistic(conn, today),
    )


def _between(conn: sqlite3.Connection, first: date, last: date, today: date) -> tuple[TaskRow, ...]:
    found = find_tasks(conn, TaskFilter(due_from=first, due_to=last, progress=OPEN_PROGRESS), today)
    return tuple(task for task in found if task.due_kind is not DueKind.SOFT)


def _states(conn: sqlite3.Connection, today: date) -> Counter[TimeState | Progress]:
    """Count the tasks: open ones by their time, the others by their progress; what is cancelled or dismissed is in no figure."""
    sql = (
        f"SELECT s.progress, s.due_kind, {DUE} AS due FROM {TASKS}"  # noqa: S608
        " WHERE s.hidden = 0 AND s.progress NOT IN ('cancelled', 'dismissed')"
    )
    found: Counter[TimeState | Progress] = Counter()
    for row in conn.execute(sql, {"today": today.isoformat()}):
        progress = Progress(row["progress"])
        kind = DueKind(row["due_kind"]) if row["due_kind"] else None
        state = state_of(progress, day_of(row["due"]), kind, today)
        found[progress if state is TimeState.CLOSED else state] += 1
    return found


def _by_unit(conn: sqlite3.Connection, today: date) -> tuple[UnitLine, ...]:
    """Return the lead units, the worst first: most overdue, then longest overdue.

    `UBND huyện` in a paper of Lâm Khê and `UBND huyện Lâm Khê` are one row; that of another district is another.
    """
    late = f"a.due_kind = 'hard' AND a.due < :today AND {OPEN.format('a')}"
    sql = (
        "SELECT a.unit_id, a.name, u.kind, u.level, u.post, a.place, a.place_inferred, d.issuer, count(*) AS total,"  # noqa: S608
        f" sum({late}) AS overdue, min(CASE WHEN {late} THEN a.due END) AS oldest"
        f" FROM {TASKS} JOIN assignments a ON a.task_id = t.id JOIN units u ON u.id = a.unit_id"
        f" WHERE {COUNTED} GROUP BY a.name, u.id, a.place, a.place_inferred"
        " ORDER BY a.place_inferred, total DESC"
    )
    groups: dict[tuple[str, ...], list[sqlite3.Row]] = {}
    for row in conn.execute(sql, {"today": today.isoformat()}):
        groups.setdefault(office_of(row), []).append(row)
    names = Counter(rows[0]["name"] for rows in groups.values())
    lines = [_unit_line(rows, today, twice=names[rows[0]["name"]] > 1) for rows in groups.values()]
    return tuple(sorted(lines, key=lambda line: (-line.overdue, -line.longest, line.unit)))


def _unit_line(rows: list[sqlite3.Row], today: date, *, twice: bool) -> UnitLine:
    """Return one unit; where two bear the same name, who gave the tasks tells them apart."""
    first = rows[0]
    overdue = sum(row["overdue"] or 0 for row in rows)
    oldest = min((row["oldest"] for row in rows if row["oldest"]), default=None)
    name = f"{first['name']} ({first['issuer']})" if twice and first["issuer"] else first["name"]
    longest = (today - date.fromisoformat(oldest)).days if overdue and oldest else 0
    return UnitLine(name, overdue, sum(row["total"] for row in rows), longest)


def _count(conn: sqlite3.Connection, sql: str, values: tuple[str, ...] = ()) -> int:
    return int(conn.execute(sql, values).fetchone()[0])
