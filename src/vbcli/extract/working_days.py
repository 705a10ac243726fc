"""Working days of the State: Monday to Friday but public holidays, with the Saturdays that make up for swapped days.

Holidays: the `holidays` package, imported only here. Swaps that bind public servants: `lexicon/data/swapped_days.toml`.
"""

from datetime import date, timedelta
from functools import cache

from vbcli.lexicon.load import data

_SATURDAY = 5


@cache
def _holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("VN", years=year))


@cache
def _made_up() -> frozenset[date]:
    return frozenset(entry["day"] for entry in data("swapped_days")["worked"])


def is_working_day(day: date) -> bool:
    """Tell whether State offices work on that day."""
    if day in _made_up():
        return True
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself where offices work, else the next day on which they do (Bộ luật Dân sự 2015, Điều 148 khoản 5)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day
