"""The official statistic: {completed, not completed} × {in time, late}, and what has no deadline."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from vbcli.model.followup import Progress


class Base(StrEnum):
    """Of what a rate is a part: its denominator."""

    FELL_DUE = "fell_due"
    """Số đã đến hạn: the original deadline is past, whether completed or not."""
    WITH_DUE = "with_due"
    """Số có hạn."""
    COMPLETED = "completed"
    """Số có hạn đã hoàn thành."""
    ASSIGNED = "assigned"
    """Số được giao, without what rests."""


class Share(NamedTuple):
    """A rate with both of its numbers; none where nothing stands below the line."""

    part: int
    whole: int

    @property
    def percent(self) -> float | None:
        """Return 0 to 100, not rounded; None of nothing."""
        return 100 * self.part / self.whole if self.whole else None


@dataclass(frozen=True, slots=True)
class Counted:
    """One task, or one unit's part of it, as far as the statistic needs it."""

    progress: Progress
    hard: bool
    """A fixed date limits it: neither recurring, nor a planning period, nor without a date."""
    due_original: date | None
    """Hạn ban đầu."""
    on_time: bool | None
    """Of what is done, by the original deadlines; None where there is none."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """Counts of tasks (nhiệm vụ) or of assignments (lượt giao), judged on the original deadline (hạn ban đầu).

    The six counts from `done_in_time` to `no_due_open` share out everything that was assigned, less what rests.
    """

    done_in_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_late: int = 0
    no_due_done: int = 0
    no_due_open: int = 0
    paused: int = 0
    """Apart: in no rate."""
    done_in_time_past: int = 0
    """Of `done_in_time` those whose original deadline is past by now."""

    @property
    def no_due(self) -> int:
        """Không hạn: no fixed date, whether completed or not."""
        return self.no_due_done + self.no_due_open

    @property
    def with_due(self) -> int:
        """Có hạn."""
        return self.done_in_time + self.done_late + self.open_in_time + self.open_late

    @property
    def assigned(self) -> int:
        """Được giao, without what rests."""
        return self.with_due + self.no_due

    @property
    def done(self) -> int:
        """Đã hoàn thành, with and without a deadline."""
        return self.done_in_time + self.done_late + self.no_due_done

    def in_time(self, base: Base = Base.FELL_DUE) -> Share:
        """Return the rate of what was completed in time.

        Of what fell due unless another denominator is named: only there it is settled whether the deadline was kept.
        New work with a far deadline does not lower it, and work left lying does not disappear from it.
        """
        match base:
            case Base.FELL_DUE:
                return Share(self.done_in_time_past, self.done_in_time_past + self.done_late + self.open_late)
            case Base.WITH_DUE:
                return Share(self.done_in_time, self.with_due)
            case Base.COMPLETED:
                return Share(self.done_in_time, self.done_in_time + self.done_late)
            case Base.ASSIGNED:
                return Share(self.done_in_time, self.assigned)

    def completed(self) -> Share:
        """Return the rate of what was completed, in time or not, of all that was assigned."""
        return Share(self.done, self.assigned)


def sum_of(several: Iterable[Statistic]) -> Statistic:
    """Return the sum of each count."""
    rows = [astuple(one) for one in several]
    return Statistic(*map(sum, zip(*rows, strict=True))) if rows else Statistic()


@dataclass(frozen=True, slots=True)
class UnitStatistic:
    """One lead unit: assignments, not tasks."""

    unit: str
    counts: Statistic


@dataclass(frozen=True, slots=True)
class StatisticView:
    """The statistic of the whole archive and of each unit."""

    tasks: Statistic
    assignments: Statistic
    """Counted one by one, not as the sum of the units: both must agree."""
    moved: int = 0
    """Tasks whose current deadline is not the original one: lists and statistic judge them by different dates."""
    no_lead: int = 0
    """Tasks in no row of a unit."""
    by_unit: tuple[UnitStatistic, ...] = field(default=())
