"""Occurrences of a recurring deadline: computed when asked, so none is overdue for want of an entry."""

from collections.abc import Collection
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any


def next_occurrence(rrule: str, anchor: date, today: date, done: Collection[date] = ()) -> date | None:
    """Return the first occurrence on or after `today` that is not done, none of them before `anchor`.

    >>> next_occurrence("FREQ=MONTHLY;BYMONTHDAY=25", date(2024, 1, 10), date(2024, 4, 26))
    datetime.date(2024, 5, 25)
    """
    rule = _rule(rrule, anchor)
    found = rule.after(_start(max(anchor, today)), inc=True) if rule else None
    while found and found.date() in done:
        found = rule.after(found)
    return found.date() if found else None


def nearest_occurrence(rrule: str, anchor: date, day: date, done: Collection[date] = ()) -> date | None:
    """Return the occurrence that somebody means who says on `day` that it is done: the nearest open one, ahead before behind."""
    ahead = next_occurrence(rrule, anchor, day, done)
    behind = _last_before(rrule, anchor, day, done)
    if ahead and behind:
        return behind if day - behind < ahead - day else ahead
    return ahead or behind


def occurrences_between(rrule: str, anchor: date, first: date, last: date) -> tuple[date, ...]:
    """Return the occurrences from `first` to `last`, both included, none of them before `anchor`.

    >>> occurrences_between("FREQ=MONTHLY;BYMONTHDAY=25", date(2024, 1, 10), date(2024, 4, 1), date(2024, 5, 25))
    (datetime.date(2024, 4, 25), datetime.date(2024, 5, 25))
    """
    rule = _rule(rrule, anchor)
    found = rule.between(_start(max(anchor, first)), _start(last), inc=True) if rule and anchor <= last else ()
    return tuple(one.date() for one in found)


def _last_before(rrule: str, anchor: date, day: date, done: Collection[date]) -> date | None:
    """Return the last occurrence before `day`, None where it is done: older ones are not gone through."""
    rule = _rule(rrule, anchor)
    found = rule.before(_start(day)) if rule else None
    return found.date() if found and found.date() not in done else None


@lru_cache(maxsize=4096)
def _rule(rrule: str, anchor: date) -> Any:
    from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

    try:
        return rrulestr(rrule, dtstart=_start(anchor))
    except (ValueError, TypeError):
        return None


def _start(day: date) -> datetime:
    return datetime.combine(day, time())
