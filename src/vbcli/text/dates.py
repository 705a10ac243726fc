"""Calendar dates as they are printed: `12 tháng 6 năm 2024`, `12/6/2024`, `12.6.2024`, `12-6-2024`."""

import calendar
import re
from datetime import date, timedelta

DATE = r"(?P<day>\d{1,2})\s*(?:/|\.|-|\s+tháng\s+)\s*(?P<month>\d{1,2})\s*(?:/|\.|-|,?\s*năm\s+)\s*(?P<year>\d{4})"
"""Day, month and year, in figures or with words between."""
_PRINTED = re.compile(DATE)
_EARLIEST, _LATEST = 1945, 2100


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where the calendar has none such or the year is a misprint."""
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_date(words: str) -> date | None:
    """Return the first full date in the words.

    >>> parse_date("ngày 12 tháng 6 năm 2024"), parse_date("04/12/2020 10:49"), parse_date("31/02/2024")
    (datetime.date(2024, 6, 12), datetime.date(2020, 12, 4), None)
    """
    m = _PRINTED.search(words)
    return make_date(int(m["year"]), int(m["month"]), int(m["day"])) if m else None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, None where there is no such month."""
    if not (1 <= month <= 12 and _EARLIEST <= year <= _LATEST):  # noqa: PLR2004
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def quarter_end(year: int, quarter: int) -> date | None:
    """Return the last day of a quarter."""
    return month_end(year, quarter * 3) if 1 <= quarter <= 4 else None  # noqa: PLR2004


def add_months(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week_bounds(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the ISO week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
