"""Why a task counts as overdue, or does not: the deadline that decides, who moved it, who has not finished."""

import sqlite3
from datetime import date

from vbcli.model.followup import Progress, Subject, Verb
from vbcli.model.log import LogLine
from vbcli.model.verdict import Grant, Verdict
from vbcli.model.views import DueKind, TaskRow
from vbcli.query.log import find_log


def verdict_of(conn: sqlite3.Connection, task: TaskRow, today: date) -> Verdict:
    """Return where the task stands on that day and what decides it."""
    lines = [line for line in find_log(conn, Subject.TASK, (task.id,)) if line.undone_by is None]
    parts = task.carriers() if len(task.carriers()) > 1 else ()
    over = {Progress.DONE, Progress.CANCELLED}
    return Verdict(
        today,
        task.state,
        task.progress,
        task.days_late,
        task.due_kind,
        task.due,
        task.due_original,
        sum(d.kind is DueKind.HARD for d in task.dues),
        task.due_words,
        _extension(lines, task),
        _correction(lines) if any(d.entered for d in task.dues) else None,
        task.done_on,
        task.on_time,
        tuple(p.name for p in parts if p.progress not in over),
        tuple(p.name for p in parts if p.progress is Progress.DONE),
    )


def _extension(lines: list[LogLine], task: TaskRow) -> Grant | None:
    """Return the last extension to the date that decides, None where that date is the one given at first."""
    if task.due is None or task.due_kind is not DueKind.HARD:
        return None
    to = task.due.isoformat()
    granted = (
        _grant(line, event.on)
        for line in lines
        for event in line.events
        if event.verb is Verb.EXTEND and event.data.get("to") == to
    )
    return next(granted, None) if task.due != task.due_original else None


def _correction(lines: list[LogLine]) -> Grant | None:
    entered = (
        _grant(line, event.on)
        for line in lines
        for event in line.events
        if event.verb in {Verb.EDIT, Verb.ADD} and "due" in event.data
    )
    return next(entered, None)


def _grant(line: LogLine, on: date | None) -> Grant:
    return Grant(line.made_by, on, line.document, line.note)
