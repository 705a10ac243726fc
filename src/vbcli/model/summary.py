"""The week in figures: what `vb summary` shows."""

from dataclasses import dataclass
from datetime import date

from vbcli.model.statistic import StatisticView
from vbcli.model.views import TaskRow


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit of the summary: assignments, not tasks."""

    unit: str
    overdue: int
    total: int
    """Assignments as lead."""
    longest: int
    """Days of the latest one."""


@dataclass(frozen=True, slots=True)
class SummaryView:
    """Answer of `vb summary`. overdue + soon + on_time + planned + no_due + done + paused = tasks."""

    today: date
    start: date
    """Monday."""
    end: date
    """Sunday."""
    documents: int
    tasks: int
    overdue: int
    soon: int
    on_time: int
    planned: int
    no_due: int
    done: int
    paused: int
    no_lead: int
    assignments: int
    """Units × tasks as lead: what the rows by unit count."""
    new_documents: int
    """Issued in the week."""
    failed: tuple[tuple[str, str], ...]
    """(file, reason) of what could not be read."""
    by_unit: tuple[UnitLine, ...]
    rest_of_week: tuple[TaskRow, ...]
    """Due from today to Sunday."""
    next_week: tuple[TaskRow, ...]
    statistic: StatisticView
    """By the original deadlines; `statistic.tasks.assigned` + `.paused` = tasks."""
