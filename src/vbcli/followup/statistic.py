"""The official statistic, counted. The formulas, for those who must defend a figure: CONG-THUC.md."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from vbcli.model.followup import OPEN, Progress
from vbcli.model.statistic import Counted, Statistic


def count(rows: Iterable[Counted], today: date) -> Statistic:
    """Return the statistic of the rows on that day; what is cancelled or dismissed is in no count.

    Recurring tasks and planning periods count as without a deadline: neither can be late (an occurrence that nobody
    entered proves nothing, a period is no day), so counting them as in time would better every rate by doing nothing.
    """
    found = Counter(cell for row in rows for cell in cells_of(row, today))
    return Statistic(**found)


def cells_of(row: Counted, today: date) -> tuple[str, ...]:
    """Return the cell that a row falls into, by the name of its field in `Statistic`; () of what counts nowhere.

    What was done in time is told from what was done in time and has fallen due: that is two names.
    """
    if row.progress is Progress.PAUSED:
        return ("paused",)
    past = row.due_original is not None and row.due_original < today
    if row.progress is Progress.DONE:
        if row.on_time is None:
            return ("no_due_done",)
        if not row.on_time:
            return ("done_late",)
        return ("done_in_time", "done_in_time_past") if past else ("done_in_time",)
    if row.progress not in OPEN:
        return ()
    if not row.hard or row.due_original is None:
        return ("no_due_open",)
    return ("open_late",) if past else ("open_in_time",)
