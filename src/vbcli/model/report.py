"""The summary of a period as plain values: what every form of it is written from, and what a snapshot keeps.

Nothing here points back into the archive but the ids: a snapshot read a year later gives the same report.
"""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from vbcli.model.statistic import StatisticView


class PeriodKind(StrEnum):
    """What a report covers."""

    WEEK = "week"
    """ISO week, from Monday."""
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SPAN = "span"
    """Any days."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report covers, both included."""

    kind: PeriodKind
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Duty:
    """One task as a report prints it."""

    id: int
    text: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    due: date | None
    """Hạn hiện tại; of a recurring task the next occurrence."""
    due_original: date | None
    due_time: time | None
    recurring: bool
    days_late: int
    """By the current deadline; 0 where it is not late."""
    progress: str
    """Value of `Progress`."""
    done_on: date | None
    on_time: bool | None
    document: str
    """`Thông báo 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy`."""
    document_id: int
    number: str | None
    issued_on: date | None
    issuer: str | None
    locator: str
    officer: str | None
    leader: str | None
    product: str | None
    result: str | None
    entered: int
    """How often people entered something about it."""
    due_kind: str | None = None
    """Value of `DueKind`; None where it has no deadline that gives a date."""
    due_words: str | None = None
    """Words of the deadline that decides: all there is where they give no date."""


class Band(StrEnum):
    """How long a task is overdue."""

    WEEK = "1-7"
    MONTH = "8-30"
    SEASON = "31-120"
    LONGER = "121-"


BANDS = {Band.WEEK: (1, 7), Band.MONTH: (8, 30), Band.SEASON: (31, 120), Band.LONGER: (121, None)}
"""First and last day late of each, both included."""


@dataclass(frozen=True, slots=True)
class LateUnit:
    """One lead unit with overdue assignments."""

    unit: str
    assigned: int
    """Assignments as lead."""
    late: tuple[int, ...]
    """Ids of the tasks, the latest first."""
    bands: dict[Band, int]
    longest: int
    """Days of the latest one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became different since an earlier snapshot; ids of tasks."""

    since: date
    """As of when the earlier one was."""
    assigned: tuple[int, ...] = ()
    done_in_time: tuple[int, ...] = ()
    """Without a deadline too: they cannot be late."""
    done_late: tuple[int, ...] = ()
    newly_overdue: tuple[int, ...] = ()
    extended: tuple[int, ...] = ()
    """Later current deadline than then."""
    reopened: tuple[int, ...] = ()
    paused: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    """Cancelled, dismissed, removed or no longer read: were counted then, are not now."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a recurring task in the period."""

    task: int
    due: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A document that was read with trouble, or a file that was not read."""

    name: str
    """Document or path."""
    words: str
    document_id: int | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A cited document that the archive lacks."""

    name: str
    times: int
    documents: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How one task stands: what the next report compares with."""

    id: int
    progress: str
    late: bool
    due: date | None
    """Current deadline, where a fixed date limits it; dates of recurring tasks move by themselves."""
    on_time: bool | None
    due_original: date | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier snapshot, as far as a later report is compared with it."""

    as_of: date
    standings: tuple[Standing, ...]
    trouble: tuple[Trouble, ...]
    failed: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What an earlier report said, for a line over time."""

    period: Period
    as_of: date
    tasks: int
    overdue: int
    done: int
    in_time_part: int
    in_time_whole: int
    """On-time rate of what had fallen due: part of whole."""


STATES = ("overdue", "soon", "on_time", "planned", "no_due", "paused", "done")
"""Figures that share out the tasks: each task is in exactly one."""

CELLS = ("done_in_time", "done_late", "open_in_time", "open_late", "no_due_done", "no_due_open", "paused")
"""Cells of the statistic; `paused` stands apart, the other six add up to what was assigned."""


@dataclass(frozen=True, slots=True)
class Report:
    """Answer of `vb summary`. Figures are lengths of `figures`: each leads to its rows."""

    period: Period
    as_of: date
    """The day by which everything is judged."""
    unit: str | None
    """Of this unit only; None: of all."""
    documents: int
    new_documents: int
    """Issued in the period."""
    figures: dict[str, tuple[int, ...]]
    """Ids of tasks by figure: overdue + soon + on_time + planned + no_due + done + paused = tasks, each id once;
    besides no_lead, untouched (open, nobody ever entered anything), moved (current deadline other than the original)."""
    duties: dict[int, Duty]
    """Every task that any list or figure below names, by id."""
    bands: dict[Band, tuple[int, ...]]
    late_units: tuple[LateUnit, ...]
    """The worst first: most overdue, then longest."""
    rest_of_period: tuple[int, ...]
    """Due from as_of to the end of the period."""
    next_week: tuple[int, ...]
    """Due in the seven days after the period (of a week: next week), recurring tasks with a date there included."""
    occurrences: tuple[Occurrence, ...]
    """Every date in the period of the recurring tasks that go on."""
    change: Change | None
    """None: there is no earlier snapshot."""
    trouble: tuple[Trouble, ...]
    failed: tuple[Trouble, ...]
    missing: tuple[Missing, ...]
    """Most cited first."""
    statistic: StatisticView
    cells: dict[str, dict[str, tuple[int, ...]]] = field(default_factory=dict)
    """Ids behind the statistic: unit ("" for all tasks) → cell (`CELLS`, and done_in_time_past: of done_in_time those whose
    original deadline is past) → ids. An assignment of a unit leads to its task."""
    standings: tuple[Standing, ...] = ()
    coming: tuple[Occurrence, ...] = ()
    """Dates of recurring tasks in the seven days after the period: by these they stand in `next_week`."""
    soon_days: int = 3
    """Days before its date from which a task is soon due."""
    reckoned_later: bool = False
    """Reckoned after the period was over, from what is known by now, as of its last day."""
    history: tuple[Past, ...] = ()
    """Earlier snapshots of periods of this kind, oldest first: the line of the last weeks."""

    @property
    def tasks(self) -> int:
        """Return how many tasks there are: what is cancelled or dismissed is in no figure."""
        return sum(len(self.figures.get(name, ())) for name in STATES)

    def next_due(self, task: int) -> date | None:
        """Return the date by which a task stands in `next_week`."""
        dates = [one.due for one in self.coming if one.task == task]
        return min(dates) if dates else self.duties[task].due
