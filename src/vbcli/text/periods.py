"""Periods of reports: ISO weeks, months, quarters, half-years, any days; how people type them.

`today` is an argument; no clock is read here.

>>> period_of(PeriodKind.WEEK, "2024-W19", date(2024, 6, 1)).start
datetime.date(2024, 5, 6)
"""

import re
from datetime import date, timedelta

from vbcli.model.report import Period, PeriodKind
from vbcli.text.date_words import date_of, end_of_week, start_of_week
from vbcli.text.fold import fold

_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}
"""Months of each kind that is made of whole months."""
_NOW = frozenset({"nay", "this", "now"})
_BEFORE = frozenset({"truoc", "last", "previous"})
_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})")
_NUMBERED = {
    PeriodKind.MONTH: re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[/.-](\d{4})"),
    PeriodKind.QUARTER: re.compile(r"(\d{4})-?q([1-4])|q?([1-4])/(\d{4})"),
    PeriodKind.HALF: re.compile(r"(\d{4})-?h([12])|h?([12])/(\d{4})"),
}
_YEAR = 12


def period_with(kind: PeriodKind, day: date) -> Period:
    """Return the week, month, quarter or half-year that holds the day."""
    if kind is PeriodKind.WEEK:
        return Period(kind, start_of_week(day), end_of_week(day))
    if kind is PeriodKind.SPAN:
        raise ValueError(kind)
    months = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(kind, first, _first_after(first, months) - timedelta(days=1))


def period_before(period: Period) -> Period:
    """Return the period of the same kind that ends on the day before; of a span as many days."""
    last = period.start - timedelta(days=1)
    if period.kind is PeriodKind.SPAN:
        return Period(period.kind, last - (period.end - period.start), last)
    return period_with(period.kind, last)


def period_of(kind: PeriodKind, words: str, today: date) -> Period | None:
    """Return the period that the words name, None where they name none.

    `2024-W19`, `2024-05`, `5/2024`, `2024-Q2`, `2024-H1`; `nay`, `truoc`; any date stands for the period around it.
    """
    key = fold(words).replace(" ", "")
    if key in _NOW:
        return period_with(kind, today)
    if key in _BEFORE:
        return period_before(period_with(kind, today))
    day = _first_day(kind, key) or date_of(words, today)
    return period_with(kind, day) if day else None


def _first_day(kind: PeriodKind, key: str) -> date | None:
    try:
        if kind is PeriodKind.WEEK:
            found = _WEEK.fullmatch(key)
            return date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
        found = _NUMBERED[kind].fullmatch(key)
        if not found:
            return None
        year, number = (found[1], found[2]) if found[1] else (found[4], found[3])
        return date(int(year), (int(number) - 1) * _MONTHS[kind] + 1, 1)
    except ValueError:
        return None


def _first_after(first: date, months: int) -> date:
    month = first.month - 1 + months
    return date(first.year + month // _YEAR, month % _YEAR + 1, 1)
