"""The Vietnamese lunar calendar: `23 tháng Chạp` of a lunar year → the day of the common calendar.

Months begin on the day of the new moon in Vietnam (UTC+7, quyết định 121/CP of 1967); the eleventh month holds the winter solstice,
and of thirteen months between two solstices the first without a zhongqi (the sun at a multiple of 30°) is the leap one.
New moons and the sun's longitude after J. Meeus, Astronomical Algorithms, chapters 49 and 25: right to a few minutes for 1950-2100.
"""

import math
from datetime import date
from functools import cache

_ZONE = 7 / 24
"""Days by which Vietnam is ahead of universal time."""
_EPOCH = 2451550.09766
"""Julian day of the mean new moon of 6 January 2000."""
_MONTH = 29.530588861
_ORDINAL = 1721424.5
"""Julian day at which date.fromordinal(0) begins."""
_MONTHS = 12


def _new_moon(k: int) -> date:
    """Return the day in Vietnam of the k-th new moon since January 2000."""
    t = k / 1236.85
    mean = _EPOCH + _MONTH * k + 0.00015437 * t**2
    sun = math.radians(2.5534 + 29.10535670 * k)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2)
    node = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2)
    e = 1 - 0.002516 * t
    terms = (
        -0.40720 * math.sin(moon)
        + 0.17241 * e * math.sin(sun)
        + 0.01608 * math.sin(2 * moon)
        + 0.01039 * math.sin(2 * node)
        + 0.00739 * e * math.sin(moon - sun)
        - 0.00514 * e * math.sin(moon + sun)
        + 0.00208 * e * e * math.sin(2 * sun)
        - 0.00111 * math.sin(moon - 2 * node)
        - 0.00057 * math.sin(moon + 2 * node)
        + 0.00056 * e * math.sin(2 * moon + sun)
        - 0.00042 * math.sin(3 * moon)
    )
    # dynamical time is ahead of universal time by about a minute in these years
    return date.fromordinal(math.floor(mean + terms - 66 / 86400 + _ZONE - _ORDINAL))


def _sign(day: date) -> int:
    """Return in which twelfth of its circle (0 from the spring equinox) the sun stands when a day begins in Vietnam."""
    t = (day.toordinal() + _ORDINAL - _ZONE - 2451545.0) / 36525
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = math.radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * math.sin(anomaly) + 0.019993 * math.sin(2 * anomaly)
    node = math.radians(125.04 - 1934.136 * t)
    return int((mean + centre - 0.00569 - 0.00478 * math.sin(node)) % 360 // 30)


@cache
def _eleventh(year: int) -> int:
    """Return the number of the new moon that opens the month of the winter solstice of a common year."""
    k = round((date(year, 12, 31).toordinal() - date(2000, 1, 6).toordinal()) / _MONTH)
    while _new_moon(k) > date(year, 12, 31):
        k -= 1
    return k if _sign(_new_moon(k)) < 9 else k - 1  # noqa: PLR2004  (270°, the winter solstice)


@cache
def _months(year: int) -> dict[tuple[int, bool], tuple[date, int]]:
    """Return (month, leap) → (first day, days) of the lunar year that begins in a common year."""
    out: dict[tuple[int, bool], tuple[date, int]] = {}
    for sui in (year, year + 1):
        first, last = _eleventh(sui - 1), _eleventh(sui)
        leap = -1
        if last - first > _MONTHS:
            leap = next(k for k in range(first + 1, last + 1) if _sign(_new_moon(k)) == _sign(_new_moon(k + 1)))
        month = 11
        for k in range(first, last):
            if k > first and k != leap:
                month = month % _MONTHS + 1
            belongs = month < 11 if sui == year else month >= 11  # noqa: PLR2004  (months 11 and 12 open the next span)
            if belongs:
                out[(month, k == leap)] = (_new_moon(k), (_new_moon(k + 1) - _new_moon(k)).days)
    return out


def lunar_date(year: int, month: int, day: int) -> date | None:
    """Return the day of the common calendar, None where that month has no such day.

    `year` is the common year in which the lunar year begins: 23 tháng Chạp of Quý Mão (2023) falls in February 2024.

    >>> lunar_date(2024, 1, 1), lunar_date(2023, 12, 23), lunar_date(2024, 8, 15)
    (datetime.date(2024, 2, 10), datetime.date(2024, 2, 2), datetime.date(2024, 9, 17))
    """
    start, length = _months(year)[(month, False)]
    if not 1 <= day <= length:
        return None
    return date.fromordinal(start.toordinal() + day - 1)
