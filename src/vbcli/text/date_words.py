"""Dates as people type them: `2024-04-25`, `25/4/2024`, `homnay`, `cuoithang`, `7d`.

`today` is an argument; no clock is read here.

>>> date_of("cuoi quy", date(2024, 5, 10))
datetime.date(2024, 6, 30)
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from vbcli.text.fold import fold

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AHEAD = re.compile(r"([+-]?\d{1,4})(d|w|ngay|tuan)")
_SUNDAY = 7
_DECEMBER = 12


def _end_of_month(year: int, month: int) -> date:
    if month == _DECEMBER:
        return date(year, _DECEMBER, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def end_of_week(day: date) -> date:
    """Return the Sunday of the day's ISO week."""
    return day + timedelta(days=_SUNDAY - day.isoweekday())


def start_of_week(day: date) -> date:
    """Return the Monday of the day's ISO week."""
    return day - timedelta(days=day.isoweekday() - 1)


def _end_of_quarter(day: date) -> date:
    return _end_of_month(day.year, (day.month - 1) // 3 * 3 + 3)


_WORDS: dict[str, Callable[[date], date]] = {
    "homqua": lambda day: day - timedelta(days=1),
    "homnay": lambda day: day,
    "nay": lambda day: day,
    "mai": lambda day: day + timedelta(days=1),
    "ngaymai": lambda day: day + timedelta(days=1),
    "cuoituan": end_of_week,
    "cuoithang": lambda day: _end_of_month(day.year, day.month),
    "cuoiquy": _end_of_quarter,
    "cuoinam": lambda day: date(day.year, _DECEMBER, 31),
}
_TWINS = {
    "yesterday": "homqua",
    "today": "homnay",
    "tomorrow": "mai",
    "eow": "cuoituan",
    "endofweek": "cuoituan",
    "eom": "cuoithang",
    "endofmonth": "cuoithang",
    "eoq": "cuoiquy",
    "endofquarter": "cuoiquy",
    "eoy": "cuoinam",
    "endofyear": "cuoinam",
}


def date_of(words: str, today: date) -> date | None:
    """Return the day that the words name, or None where they name none."""
    key = fold(words).replace(" ", "")
    word = _WORDS.get(_TWINS.get(key, key))
    try:
        if word:
            return word(today)
        if found := _AHEAD.fullmatch(key):
            days = int(found[1]) * (7 if found[2] in {"w", "tuan"} else 1)
            return today + timedelta(days=days)
        if found := _ISO.fullmatch(key):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC.fullmatch(key):
            return date(int(found[3]), int(found[2]), int(found[1]))
    except (ValueError, OverflowError):
        return None
    return None
