"""The register: filters in, rows out. `today` is an argument."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vbcli.model.followup import OPEN as OPEN_PROGRESS
from vbcli.model.followup import Progress
from vbcli.model.task import Role
from vbcli.model.views import AssigneeRow, DeadlineRow, DueKind, DueRow, TaskRow, TimeState
from vbcli.query.assigned import UnitMatch, assigned_to
from vbcli.query.fields import LABEL, as_list, day_of, label_of, read_at, time_of, words_of
from vbcli.query.recurrence import register
from vbcli.query.task_order import Order, order_by
from vbcli.text.collation import sort_key
from vbcli.text.typed import says

SOON = 3
"""Days before the date on which a task counts as sắp đến hạn."""

# The date by which a task is judged: a recurring one has its next occurrence.
DUE = "CASE s.due_kind WHEN 'recurring' THEN next_due(s.rrule, d.issued_on, :today, s.done_dues) ELSE s.due END"
TASKS = "tasks t JOIN task_state s ON s.task_id = t.id JOIN documents d ON d.id = t.document_id"
_EVIDENCE = ", ".join(
    f"t.{name}" for name in ("rule", "span_start", "span_end", "page", "line", "confidence", "reason")
)
# Where a task, or a unit with its part of it, is still to be done; `{}` is the alias of the table.
OPEN = "{}.progress IN ('todo', 'doing')"


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What `vb tasks` was asked for; everything given must hold."""

    units: tuple[UnitMatch, ...] = ()
    """Any of them."""
    collective: bool = False
    """With groups of kind and level to which a unit that was named may belong."""
    role: Role | None = None
    overdue: bool = False
    due_from: date | None = None
    due_to: date | None = None
    """Both days included."""
    no_due: bool = False
    documents: tuple[int, ...] | None = None
    """None: of any document."""
    ref_key: str | None = None
    """Comparison key of a document that the task cites."""
    issuers: tuple[str, ...] | None = None
    """As documents name them; None: of any."""
    doc_types: tuple[str, ...] | None = None
    issued_from: date | None = None
    issued_to: date | None = None
    """Both days included; a document whose date is only bounded counts where its bounds reach into them."""
    undated: bool = False
    """Only of documents of which neither the day of issue nor bounds of it are known."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words of the task's text, all of them: `text.typed.phrases_of`."""
    ids: tuple[int, ...] | None = None
    progress: frozenset[Progress] | None = None
    """None: of any. With units that lead, their own part must have come so far."""
    hidden: bool = False
    """Also those that are in no list: no longer in the text, of removed documents."""
    order: tuple[Order, ...] = ()
    """Without any, or where these leave it open: by date due."""
    limit: int | None = None


def find_tasks(conn: sqlite3.Connection, wanted: TaskFilter, today: date) -> tuple[TaskRow, ...]:
    """Return the tasks in the order asked for, without one by date due; what a task lacks comes last."""
    _register(conn, wanted)
    where, values = _conditions(wanted, today)
    sql = (
        f"SELECT t.document_id, t.locator, t.report_to, t.vanished, {_EVIDENCE}, s.*, s.task_id AS id,"  # noqa: S608
        f" {DUE} AS effective_due, {LABEL} FROM {TASKS}"
        f" WHERE {where} ORDER BY {order_by(wanted.order)} LIMIT :limit"
    )
    rows = conn.execute(sql, {**values, "limit": -1 if wanted.limit is None else wanted.limit}).fetchall()
    return _with_details(conn, rows, today)


def count_tasks(conn: sqlite3.Connection, wanted: TaskFilter, today: date) -> int:
    """Return how many tasks the filter finds, whatever its limit."""
    _register(conn, wanted)
    where, values = _conditions(wanted, today)
    sql = f"SELECT count(*) FROM {TASKS} WHERE {where}"  # noqa: S608
    return int(conn.execute(sql, values).fetchone()[0])


def state_of(progress: Progress, due: date | None, kind: DueKind | None, today: date, soon: int = SOON) -> TimeState:
    """Return where a task stands in time: overdue from the day after its date, while it is open."""
    if progress not in OPEN_PROGRESS:
        return TimeState.CLOSED
    if due is None or kind is None:
        return TimeState.NO_DUE
    if kind is DueKind.SOFT:
        return TimeState.PLANNED
    if due < today:
        return TimeState.OVERDUE
    return TimeState.SOON if due <= today + timedelta(days=soon) else TimeState.ON_TIME


def _register(conn: sqlite3.Connection, wanted: TaskFilter) -> None:
    register(conn)
    if wanted.order:
        conn.create_function("sort_key", 1, lambda text: text and sort_key(text), deterministic=True)
    if wanted.phrases:
        conn.create_function("says", 1, lambda text: says(text, wanted.phrases), deterministic=True)


def _conditions(wanted: TaskFilter, today: date) -> tuple[str, dict[str, object]]:
    """Return the WHERE clause and its values."""
    terms = ["1"] if wanted.hidden else ["s.hidden = 0"]
    values: dict[str, object] = {"today": today.isoformat()}
    if wanted.progress is not None:
        # With units their own part decides, see _assigned.
        terms += [] if wanted.units else [_among("s.progress", "progress")]
        values["progress"] = json.dumps(sorted(wanted.progress))
    if wanted.overdue:
        terms.append(f"s.due_kind = 'hard' AND s.due < :today AND {OPEN.format('s')}")
    if wanted.due_from:
        terms.append(f"{DUE} >= :due_from")
        values["due_from"] = wanted.due_from.isoformat()
    if wanted.due_to:
        terms.append(f"{DUE} <= :due_to")
        values["due_to"] = wanted.due_to.isoformat()
    if wanted.no_due:
        terms.append("s.due_kind IS NULL")
    if wanted.ref_key is not None:
        terms.append("t.id IN (SELECT task_id FROM task_refs WHERE match_key = :ref_key)")
        values["ref_key"] = wanted.ref_key
    lists: tuple[tuple[str, str, tuple[int | str, ...] | None], ...] = (
        ("ids", "t.id", wanted.ids),
        ("documents", "t.document_id", wanted.documents),
        ("issuers", "d.issuer", wanted.issuers),
        ("doc_types", "d.doc_type", wanted.doc_types),
    )
    for name, column, members in lists:
        if members is not None:
            terms.append(_among(column, name))
            values[name] = json.dumps(members)
    terms += _issued(wanted, values)
    if wanted.units or wanted.role:
        terms.append(_assigned(wanted, values))
    # Last: the words are looked at only where everything else holds.
    terms += ["says(s.text)"] if wanted.phrases else []
    return " AND ".join(terms), values


def _issued(wanted: TaskFilter, values: dict[str, object]) -> list[str]:
    """Return the conditions on the day of issue."""
    terms = []
    if wanted.issued_from:
        terms.append("coalesce(d.issued_on, d.issued_to) >= :issued_from")
        values["issued_from"] = wanted.issued_from.isoformat()
    if wanted.issued_to:
        terms.append("coalesce(d.issued_on, d.issued_from) <= :issued_to")
        values["issued_to"] = wanted.issued_to.isoformat()
    if wanted.undated:
        terms.append("coalesce(d.issued_on, d.issued_from, d.issued_to) IS NULL")
    return terms


def _among(column: str, name: str) -> str:
    return f"{column} IN (SELECT value FROM json_each(:{name}))"  # noqa: S608


def _assigned(wanted: TaskFilter, values: dict[str, object]) -> str:
    """Return the condition that one assignment of the task has the role and one of the units."""
    role = " AND a.role = :role" if wanted.role else ""
    values["role"] = wanted.role.value if wanted.role else None
    anyone = [
        assigned_to(match, f"units{n}", values, collective=wanted.collective) for n, match in enumerate(wanted.units)
    ] or ["1"]
    # Who has done its part is no longer asked; who only goes along, or stands for a roster, has no part of its own.
    own = "CASE WHEN a.progress IS NULL OR w.progress = 'dismissed' THEN w.progress ELSE a.progress END"
    part = f" AND {_among(own, 'progress')}" if wanted.progress is not None and wanted.units else ""
    late = " AND (a.progress IS NULL OR a.due < :today AND a.due_kind = 'hard')" if wanted.overdue else ""
    return (
        "t.id IN (SELECT a.task_id FROM assignments a JOIN task_state w ON w.task_id = a.task_id"  # noqa: S608
        f" WHERE ({' OR '.join(anyone)}){role}{part}{late})"
    )


def _with_details(conn: sqlite3.Connection, rows: list[sqlite3.Row], today: date) -> tuple[TaskRow, ...]:
    ids = [row["id"] for row in rows]
    assignees, deadlines, refs = _assignees(conn, ids), _deadlines(conn, ids), _refs(conn, ids)
    return tuple(
        _task(row, today, tuple(assignees[row["id"]]), tuple(deadlines[row["id"]]), tuple(refs[row["id"]]))
        for row in rows
    )


def _task(
    row: sqlite3.Row,
    today: date,
    assignees: tuple[AssigneeRow, ...],
    deadlines: tuple[DeadlineRow, ...],
    refs: tuple[str, ...],
) -> TaskRow:
    due = day_of(row["effective_due"])
    kind = DueKind(row["due_kind"]) if row["due_kind"] else None
    progress = Progress(row["progress"])
    state = state_of(progress, due, kind, today)
    return TaskRow(
        id=row["id"],
        document=label_of(row),
        locator=row["locator"],
        text=row["text"],
        due=due,
        due_original=day_of(row["due_original"]),
        due_kind=kind,
        due_time=time_of(row["due_time"]),
        due_words=row["due_words"],
        state=state,
        days_late=(today - due).days if due and state is TimeState.OVERDUE else 0,
        assignees=assignees,
        deadlines=deadlines,
        dues=_dues(row["dues"]),
        refs=refs,
        product=row["product"],
        report_to=words_of(row["report_to"]),
        vanished=bool(row["vanished"]),
        read_at=read_at(row),
        progress=progress,
        done_on=day_of(row["done_on"]),
        on_time=_flag(row["on_time"]),
        occurrences=_occurrences(row["occurrences"]),
        officer=row["officer"],
        leader=row["leader"],
        result=row["result"],
        entered=row["entered"],
        touched_on=day_of(row["touched_on"]),
        astray=bool(row["astray"]),
    )


def _dues(text: str) -> tuple[DueRow, ...]:
    if text == "[]":
        return ()
    return tuple(
        DueRow(
            day_of(due["original"]),
            day_of(due["current"]),
            day_of(due["met_on"]),
            DueKind(due["kind"]) if due["kind"] else None,
            due["words"],
            due["rrule"],
            due["entered"],
        )
        for due in json.loads(text)
    )


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _occurrences(text: str | None) -> tuple[tuple[date, date], ...]:
    return tuple((date.fromisoformat(due), date.fromisoformat(on)) for due, on in json.loads(text or "[]"))


def _hanging(conn: sqlite3.Connection, sql: str, ids: Iterable[int]) -> sqlite3.Cursor:
    return conn.execute(f"{sql} WHERE {_among('task_id', 'ids')} ORDER BY task_id, position", {"ids": as_list(ids)})


def _assignees(conn: sqlite3.Connection, ids: list[int]) -> dict[int, list[AssigneeRow]]:
    found: dict[int, list[AssigneeRow]] = defaultdict(list)
    for row in _hanging(conn, "SELECT * FROM assignments", ids):
        assignee = AssigneeRow(
            row["name"],
            Role(row["role"]),
            bool(row["inherited"]),
            bool(row["place_inferred"]),
            read_at(row),
            row["unit_id"],
            bool(row["entered"]),
            row["via"],
            bool(row["counted"]),
            Progress(row["progress"]) if row["progress"] else None,
            day_of(row["done_on"]),
            day_of(row["due"]),
            _flag(row["on_time"]),
            _occurrences(row["occurrences"]),
        )
        found[row["task_id"]].append(assignee)
    return found


def _deadlines(conn: sqlite3.Connection, ids: list[int]) -> dict[int, list[DeadlineRow]]:
    found: dict[int, list[DeadlineRow]] = defaultdict(list)
    for row in _hanging(conn, "SELECT * FROM deadlines", ids):
        deadline = DeadlineRow(
            due=day_of(row["due"]),
            kind=row["kind"],
            words=row["words"],
            rrule=row["rrule"],
            soft=bool(row["soft"]),
            inherited=bool(row["inherited"]),
            due_time=time_of(row["due_time"]),
            flags=words_of(row["flags"]),
            read_at=read_at(row),
        )
        found[row["task_id"]].append(deadline)
    return found


def _refs(conn: sqlite3.Connection, ids: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for row in _hanging(conn, "SELECT task_id, key FROM task_refs", ids):
        found[row["task_id"]].append(row["key"])
    return found
