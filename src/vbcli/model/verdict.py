"""Why a task counts as overdue, or does not."""

from dataclasses import dataclass
from datetime import date

from vbcli.model.followup import Progress
from vbcli.model.views import DueKind, TimeState


@dataclass(frozen=True, slots=True)
class Grant:
    """Who moved a deadline, and why: an extension, or a date entered by hand."""

    by: str
    on: date | None
    document: str | None
    """The paper that granted it."""
    note: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a task stands in time, with everything that decides it."""

    today: date
    state: TimeState
    progress: Progress
    days_late: int
    """0 unless overdue."""
    kind: DueKind | None
    current: date | None
    """Hạn hiện tại; of a recurring task the next occurrence."""
    original: date | None
    """Hạn ban đầu."""
    deadlines: int
    """Number of fixed dates, met or not."""
    words: str | None
    """Of a deadline that gives no date."""
    extended: Grant | None
    corrected: Grant | None
    """The deadline is one that a person entered."""
    done_on: date | None
    on_time: bool | None
    waiting: tuple[str, ...] = ()
    """Of several leads those whose part is not done."""
    ready: tuple[str, ...] = ()
    """… and those whose part is."""
