"""How official papers write numbers, dates, periods and long texts."""

from collections.abc import Sequence
from datetime import date

from vbcli.model.report import Period, PeriodKind
from vbcli.model.statistic import Share

DOTS = "……"
"""A blank to be filled in by hand."""
NONE = "–"
_ROMAN = ("I", "II", "III", "IV")


def number(value: int) -> str:
    """Return a count, the thousands apart: 1.234."""
    return f"{value:,}".replace(",", ".")


def two_digits(value: int) -> str:
    """Return a count inside a sentence, where one digit alone is written with a nought: 05."""
    return f"0{value}" if 0 < value < 10 else number(value)  # noqa: PLR2004


def percent(share: Share) -> str:
    """Return a rate with one decimal, half a tenth up: 85,7%; a dash where nothing stands below the line."""
    if not share.whole:
        return NONE
    tenths = (2000 * share.part + share.whole) // (2 * share.whole)
    return f"{tenths // 10},{tenths % 10}%"


def day(value: date | None) -> str:
    """Return a date with its noughts, 05/06/2024; a dash for none."""
    return f"{value:%d/%m/}{value.year:04d}" if value else NONE


def long_day(value: date) -> str:
    """Return `ngày 05 tháng 6 năm 2024`: days below ten and the first two months take a nought."""
    month = f"0{value.month}" if value.month <= 2 else str(value.month)  # noqa: PLR2004
    return f"ngày {value.day:02d} tháng {month} năm {value.year}"


def period_name(period: Period) -> str:
    """Return `tuần 24 năm 2024`, `tháng 6 năm 2024`, `quý II năm 2024`, `6 tháng đầu năm 2024`, or days."""
    start = period.start
    match period.kind:
        case PeriodKind.WEEK:
            year, week, _weekday = start.isocalendar()
            return f"tuần {week} năm {year}"
        case PeriodKind.MONTH:
            return f"tháng {start.month} năm {start.year}"
        case PeriodKind.QUARTER:
            return f"quý {_ROMAN[(start.month - 1) // 3]} năm {start.year}"
        case PeriodKind.HALF:
            return f"6 tháng {'đầu' if start.month == 1 else 'cuối'} năm {start.year}"
        case PeriodKind.SPAN:
            return days_of(period)


def days_of(period: Period) -> str:
    """Return `từ ngày 10/06/2024 đến ngày 16/06/2024`."""
    return f"từ ngày {day(period.start)} đến ngày {day(period.end)}"


def next_period(period: Period) -> str:
    """Return what follows a period: `tuần tới`."""
    return {
        PeriodKind.WEEK: "tuần tới",
        PeriodKind.MONTH: "tháng tới",
        PeriodKind.QUARTER: "quý tới",
        PeriodKind.HALF: "6 tháng tới",
    }.get(period.kind, "thời gian tới")


def several(names: Sequence[str], most: int = 5) -> str:
    """Return names joined; of many the first ones and how many more."""
    shown = "; ".join(map(plain, names if len(names) <= most else names[: most - 1]))
    return f"{shown} và {len(names) - most + 1} đơn vị khác" if len(names) > most else shown


def shortened(text: str, most: int) -> str:
    """Return the text on one line, cut between words at most so many letters, with `…` where it goes on."""
    line = plain(text)
    if len(line) <= most:
        return line
    kept = line[: most - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept else kept}…"


def named(unit: str) -> str:
    """Return a name as it begins a line: `các chi bộ thôn` with a capital."""
    name = plain(unit)
    return f"{name[:1].upper()}{name[1:]}"


def plain(text: str) -> str:
    """Return the text on one line, without what a Word file cannot hold."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())
