"""What a report is reckoned from: every task, and every lead unit's part of one, as one line each."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from vbcli.model.followup import OPEN, Progress
from vbcli.model.task import Role
from vbcli.model.views import DueKind, TimeState
from vbcli.query.assigned import UnitMatch, assigned_to
from vbcli.query.fields import as_list, day_of
from vbcli.query.recurrence import next_due
from vbcli.query.tasks import TASKS, state_of
from vbcli.query.unit_register import COUNTED, office_of

# What is in any figure at all.
_LISTED = "s.hidden = 0 AND s.progress NOT IN ('cancelled', 'dismissed')"
_JUDGED = "progress due due_original due_kind rrule on_time done_on done_dues occurrences"
_TASK = (
    "SELECT t.id, t.locator, t.document_id, s.text, s.progress, s.due, s.due_original, s.due_kind, s.rrule, s.on_time,"  # noqa: S608
    " s.done_on, s.done_dues, s.occurrences, s.due_time, s.due_words, s.officer, s.leader, s.product, s.result,"
    f" s.entered, d.doc_type, d.number, d.issued_on, d.issuer FROM {TASKS}"
)


class Line(NamedTuple):
    """A task as a whole, or one lead's part of it, as it stands on a day."""

    # A tuple: there are thousands of them, and a frozen dataclass takes four times as long to make.

    task: int
    progress: Progress
    kind: DueKind | None
    due: date | None
    """Current deadline; of what recurs the next occurrence from that day on."""
    original: date | None
    on_time: bool | None
    done_on: date | None
    issued_on: date | None
    rrule: str | None = None
    occurrences: tuple[tuple[date, date], ...] = ()
    """(due, done on) of what recurs."""
    unit: str = ""
    issuer: str | None = None
    office: tuple[str, ...] = ()
    """The same for every assignment of one unit."""

    @property
    def hard(self) -> bool:
        """Tell whether a fixed date limits it."""
        return self.kind is DueKind.HARD

    @property
    def open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.progress in OPEN

    @property
    def moved(self) -> bool:
        """Tell whether the current deadline is another than the original one."""
        return self.hard and self.due is not None and self.original is not None and self.due != self.original

    def days_late(self, today: date) -> int:
        """Return the days since the current deadline, 0 where it is not late."""
        return (today - self.due).days if self.due and self.state(today) is TimeState.OVERDUE else 0

    def state(self, today: date, soon: int = 0) -> TimeState:
        """Return where it stands in time."""
        return state_of(self.progress, self.due, self.kind, today, soon)


@dataclass(slots=True)
class Named:
    """The units of a task by their roles, collectives by their own name."""

    leads: list[str] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lines:
    """Everything that a report is reckoned from."""

    rows: dict[int, sqlite3.Row]
    """Of the tasks, by id."""
    tasks: tuple[Line, ...]
    assignments: tuple[Line, ...]
    names: dict[int, Named]


def find_lines(conn: sqlite3.Connection, today: date, units: Sequence[UnitMatch] | None = None) -> Lines:
    """Return the tasks that count and their lượt giao; of units that were asked for, only theirs.

    With units a task stands as their part of it does: what is left to others is not theirs.
    """
    assignments = _assignments(conn, today, units)
    if units is None:
        rows = {row["id"]: row for row in conn.execute(f"{_TASK} WHERE {_LISTED} ORDER BY t.id")}
        tasks = [_line(row, row["id"], today) for row in rows.values()]
    else:
        parts: dict[int, list[Line]] = defaultdict(list)
        for line in assignments:
            parts[line.task].append(line)
        rows = task_rows(conn, parts)
        tasks = [max(parts[id_], key=_to_do) for id_ in rows]
    return Lines(rows, tuple(tasks), tuple(assignments), units_of(conn, rows))


def task_rows(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, sqlite3.Row]:
    """Return these tasks, those included that count no more."""
    among = "t.id IN (SELECT value FROM json_each(?))"
    return {row["id"]: row for row in conn.execute(f"{_TASK} WHERE {among} ORDER BY t.id", (as_list(ids),))}


def units_of(conn: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Named]:
    """Return who is to do these tasks."""
    found: dict[int, Named] = defaultdict(Named)
    sql = (
        "SELECT task_id, role, name FROM assignments WHERE via IS NULL"
        " AND task_id IN (SELECT value FROM json_each(?)) ORDER BY task_id, position"
    )
    for task, role, name in conn.execute(sql, (as_list(ids),)):
        (found[task].leads if role == Role.LEAD else found[task].supports).append(name)
    return found


def line_of(row: sqlite3.Row, today: date) -> Line:
    """Return a task as a whole."""
    return _line(row, row["id"], today)


def _to_do(line: Line) -> tuple[object, ...]:
    """Return what the worst of several parts is told by: it speaks for the task."""
    due = line.due.toordinal() if line.due else date.max.toordinal()
    return line.open, line.progress is Progress.PAUSED, line.on_time is False, -due


def _assignments(conn: sqlite3.Connection, today: date, units: Sequence[UnitMatch] | None) -> list[Line]:
    values: dict[str, object] = {}
    columns = ", ".join(f"a.{name}" for name in _JUDGED.split())
    theirs = ""
    if units is not None:
        terms = [assigned_to(match, f"unit{n}", values) for n, match in enumerate(units)]
        theirs = f" AND ({' OR '.join(terms) or '0'})"
    sql = (
        f"SELECT a.task_id, {columns}, a.unit_id, a.name, a.place, d.issued_on, d.issuer, u.kind, u.level, u.post"  # noqa: S608
        f" FROM {TASKS} JOIN assignments a ON a.task_id = t.id JOIN units u ON u.id = a.unit_id"
        f" WHERE {COUNTED}{theirs} ORDER BY a.place_inferred, t.id, a.position"
    )
    return [_line(row, row["task_id"], today, unit=True) for row in conn.execute(sql, values)]


def _line(row: sqlite3.Row, task: int, today: date, *, unit: bool = False) -> Line:
    kind = DueKind(row["due_kind"]) if row["due_kind"] else None
    due = row["due"]
    if kind is DueKind.RECURRING:
        due = next_due(row["rrule"], row["issued_on"], today.isoformat(), row["done_dues"])
    happened = row["occurrences"]
    return Line(
        task=task,
        progress=Progress(row["progress"]),
        kind=kind,
        due=day_of(due),
        original=day_of(row["due_original"]),
        on_time=None if row["on_time"] is None else bool(row["on_time"]),
        done_on=day_of(row["done_on"]),
        issued_on=day_of(row["issued_on"]),
        rrule=row["rrule"],
        occurrences=() if happened in {None, "[]"} else _occurrences(happened),
        unit=row["name"] if unit else "",
        issuer=row["issuer"],
        office=office_of(row) if unit else (),
    )


def _occurrences(text: str) -> tuple[tuple[date, date], ...]:
    return tuple((date.fromisoformat(due), date.fromisoformat(on)) for due, on in json.loads(text))
