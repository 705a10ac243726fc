"""What became different between two reports: how tasks stood then, how they stand now."""

from collections.abc import Iterable
from datetime import date

from vbcli.model.followup import OPEN, Progress
from vbcli.model.report import Change, Standing


def compare(then: Iterable[Standing], now: Iterable[Standing], since: date) -> Change:
    """Return the tasks by what happened to them; `since`: as of when the earlier report was.

    A task may stand in several: given, done and gone through all of it between two reports. Tasks then + assigned - gone
    are the tasks now.
    """
    before = {one.id: one for one in then}
    after = {one.id: one for one in now}
    both = [(before.get(id_), one) for id_, one in sorted(after.items())]
    finished = [one for old, one in both if _is_new(old, one, Progress.DONE)]
    return Change(
        since,
        assigned=tuple(one.id for old, one in both if old is None),
        done_in_time=tuple(one.id for one in finished if one.on_time is not False),
        done_late=tuple(one.id for one in finished if one.on_time is False),
        newly_overdue=tuple(one.id for old, one in both if one.late and not (old and old.late)),
        extended=tuple(one.id for old, one in both if old and _is_extended(old, one)),
        reopened=tuple(one.id for old, one in both if old and old.progress not in OPEN and one.progress in OPEN),
        paused=tuple(one.id for old, one in both if _is_new(old, one, Progress.PAUSED)),
        gone=tuple(sorted(before.keys() - after.keys())),
    )


def _is_new(old: Standing | None, one: Standing, progress: Progress) -> bool:
    return one.progress == progress and (old is None or old.progress != progress)


def _is_extended(old: Standing, one: Standing) -> bool:
    """Tell whether a later date was granted: the next of several deadlines, or one put right, is no extension."""
    return bool(old.due and one.due and one.due > old.due and one.due_original == old.due_original)
