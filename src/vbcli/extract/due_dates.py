"""The named meanings of deadline patterns: a match and the paper's date → the last day still on time.

Each function returns a `Due`; a date that cannot be told stays None with a Vietnamese reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from vbcli.extract.recurring import weekday, yearly_month
from vbcli.text.dates import add_months, make_date, month_end, quarter_end, week_bounds
from vbcli.text.lunar import lunar_date
from vbcli.text.numerals import count

_BEFORE_ISSUE = timedelta(days=60)
"""A date without a year that lay this shortly before the paper belongs to the same year (contract: flag before_issue)."""


@dataclass(frozen=True, slots=True)
class Due:
    """What a deadline's words come to."""

    due: date | None
    rrule: str | None = None
    flags: tuple[str, ...] = ()
    reason: str | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """What is known of a paper's date."""

    on: date | None
    earliest: date | None = None
    """Lower bound where the date is missing."""
    received: date | None = None
    """Ngày đến, where somebody entered it."""

    @property
    def base(self) -> date | None:
        """The day that years are inferred from."""
        return self.on or self.earliest


def _group(m: re.Match[str], name: str) -> str | None:
    return m.groupdict().get(name)


def _figure(m: re.Match[str], name: str) -> int | None:
    value = _group(m, name)
    return int(value) if value and value.isdigit() else None


def _flags(due: date | None, issued: Issued, *, inferred: bool) -> tuple[str, ...]:
    flags: tuple[str, ...] = ("year_inferred",) if inferred else ()
    if due and issued.on and due < issued.on:
        flags += ("before_issue",)
    return flags


def _with_year(year: int | None, issued: Issued, last_day: Callable[[int], date | None]) -> tuple[date | None, bool]:
    """Return (date, inferred): the given year, else the first such day from the paper's date on."""
    if year:
        return last_day(year), False
    if issued.base is None:
        return None, True
    same = last_day(issued.base.year)
    if same is None or same >= issued.base - _BEFORE_ISSUE:
        return same, True
    return last_day(issued.base.year + 1), True


def _dated(due: date | None, issued: Issued, *, inferred: bool, at: time | None = None) -> Due:
    if due is None:
        return Due(
            None, reason="không suy được năm vì văn bản không có ngày" if inferred else "ngày không có trong lịch"
        )
    return Due(due, flags=_flags(due, issued, inferred=inferred), at=at)


def _time(m: re.Match[str]) -> time | None:
    hour, minute = _figure(m, "hour"), _figure(m, "minute") or 0
    return time(hour, minute) if hour is not None and hour < 24 and minute < 60 else None


def on_date(m: re.Match[str], issued: Issued) -> Due:
    """`trước ngày 25/4/2024`: that day."""
    day, month = _figure(m, "day") or 0, _figure(m, "month") or 0
    due, inferred = _with_year(_figure(m, "year"), issued, lambda y: make_date(y, month, day))
    return _dated(due, issued, inferred=inferred, at=_time(m))


def until_date(m: re.Match[str], issued: Issued) -> Due:
    """`đến hết ngày 30/6/2024`: that day."""
    return on_date(m, issued)


def _month(m: re.Match[str]) -> tuple[int, int | None]:
    return _figure(m, "month") or _figure(m, "month_only") or 0, _figure(m, "year") or _figure(m, "month_year")


def end_of_month(m: re.Match[str], issued: Issued) -> Due:
    """`hết tháng 4/2024`: its last day."""
    month, year = _month(m)
    due, inferred = _with_year(year, issued, lambda y: month_end(y, month))
    return _dated(due, issued, inferred=inferred)


def before_month(m: re.Match[str], issued: Issued) -> Due:
    """`trước tháng 6/2024`: the last day of May."""
    month, year = _month(m)

    def eve(y: int) -> date | None:
        first = make_date(y, month, 1)
        return first - timedelta(days=1) if first else None

    due, inferred = _with_year(year, issued, eve)
    return _dated(due, issued, inferred=inferred)


def _quarter(m: re.Match[str]) -> int:
    return count(_group(m, "quarter") or "") or 0


def end_of_quarter(m: re.Match[str], issued: Issued) -> Due:
    """`trong quý II/2024`: 30 June."""
    quarter = _quarter(m)
    due, inferred = _with_year(_figure(m, "year"), issued, lambda y: quarter_end(y, quarter))
    return _dated(due, issued, inferred=inferred)


def before_quarter(m: re.Match[str], issued: Issued) -> Due:
    """`trước quý III/2024`: 30 June."""
    quarter = _quarter(m)

    def eve(y: int) -> date | None:
        first = make_date(y, 3 * quarter - 2, 1) if quarter else None
        return first - timedelta(days=1) if first else None

    due, inferred = _with_year(_figure(m, "year"), issued, eve)
    return _dated(due, issued, inferred=inferred)


def end_of_year(m: re.Match[str], issued: Issued) -> Due:
    """`trong năm 2025`: 31 December."""
    year = _figure(m, "year")
    return _dated(make_date(year, 12, 31) if year else None, issued, inferred=False)


_OWN_DAY = re.compile(
    r"(?:ngày |thời điểm )?(?:(?:công văn|văn bản|thông báo|kế hoạch|quyết định|chỉ thị|nghị quyết|công điện|hướng dẫn|kết luận|chương trình) này"
    r"(?: được)?(?: [^,;]{2,40})? )?(?:ký|ban hành|phát hành)(?!\w)"
)
"""`kể từ ngày ký`, `kể từ ngày công văn này được ban hành`: the paper's own day."""
_PAPERS = "công văn|văn bản|thông báo|kế hoạch|quyết định|chỉ thị|nghị quyết|công điện|hướng dẫn|kết luận|giấy mời"
_RECEIPT = re.compile(
    rf"(?:(?:ngày|khi) )?nhận(?: được)?(?: (?:{_PAPERS})(?: [^\s,;]+){{0,3}}? này(?!\w)| (?:{_PAPERS})\s*\Z|\s*\Z)"
)
"""`kể từ ngày nhận được văn bản này`: the day on which the paper came in. `nhận đủ hồ sơ`, `nhận được kết quả` are other days."""


def days_after(m: re.Match[str], issued: Issued) -> Due:
    """`trong 10 ngày kể từ ngày ký`: counted from the next day; a term that ends on a day off rolls to the next working day."""
    from vbcli.extract.working_days import is_working_day, next_working_day

    n, unit, anchor = (
        count(_group(m, "n") or ""),
        (_group(m, "unit") or "").lower(),
        (_group(m, "anchor") or "").lower(),
    )
    start: date | None = None
    if _group(m, "anchor_day"):
        start = make_date(
            _figure(m, "anchor_year") or 0, _figure(m, "anchor_month") or 0, _figure(m, "anchor_day") or 0
        )
    elif _OWN_DAY.match(anchor):
        start = issued.on
        if start is None:
            return Due(None, reason="tính từ ngày ký nhưng văn bản không có ngày")
    elif issued.received and _RECEIPT.match(anchor):
        start = issued.received
    if start is None or n is None:
        return Due(None, reason=f"tính từ {anchor.strip() or 'một mốc'} chưa biết ngày")
    if "giờ" in unit:
        return Due(start + timedelta(days=-(-n // 24)))
    if "làm việc" in unit or "làm việc" in m.group():
        due = start
        while n:
            due += timedelta(days=1)
            n -= is_working_day(due)
        return Due(due, flags=_flags(due, issued, inferred=False))
    due = add_months(start, n) if unit == "tháng" else start + timedelta(days=n * (7 if unit == "tuần" else 1))
    due = next_working_day(due)
    return Due(due, flags=_flags(due, issued, inferred=False))


def every_month_on(m: re.Match[str], _issued: Issued) -> Due:
    """`trước ngày 25 hằng tháng`."""
    return Due(None, f"FREQ=MONTHLY;BYMONTHDAY={_figure(m, 'day')}", reason="việc định kỳ", at=_time(m))


_FREQUENCY = {"ngày": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "quý": "MONTHLY;INTERVAL=3", "năm": "YEARLY"}


def every_week_on(m: re.Match[str], _issued: Issued) -> Due:
    """`thứ Sáu hằng tuần`."""
    return Due(None, f"FREQ=WEEKLY;BYDAY={weekday(_group(m, 'weekday') or '')}", reason="việc định kỳ", at=_time(m))


def every_year_on(m: re.Match[str], _issued: Issued) -> Due:
    """`trước ngày 30/11 hằng năm`."""
    return Due(None, f"FREQ=YEARLY;BYMONTH={_figure(m, 'month')};BYMONTHDAY={_figure(m, 'day')}", reason="việc định kỳ")


_MONTHS_OF_QUARTERS = {"đầu": "1,4,7,10", "giữa": "2,5,8,11", "cuối": "3,6,9,12"}


def every_quarter_on(m: re.Match[str], _issued: Issued) -> Due:
    """`trước ngày 15 của tháng cuối quý`."""
    months = _MONTHS_OF_QUARTERS[(_group(m, "month_of_quarter") or "cuối").lower()]
    return Due(
        None, f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY={_figure(m, 'day')}", reason="việc định kỳ", at=_time(m)
    )


def every_year_in(m: re.Match[str], _issued: Issued) -> Due:
    """`tháng 11 hằng năm`, `quý I hằng năm`: the last day of it."""
    month = _month(m)[0] or 3 * _quarter(m)
    return Due(None, yearly_month(month), reason="việc định kỳ")


def day_of_period(_m: re.Match[str], _issued: Issued) -> Due:
    """`trước ngày 25`: a day of each month where `hằng tháng` stands before it, else no day at all."""
    return Due(None, reason="không nêu tháng")


def every_day(m: re.Match[str], _issued: Issued) -> Due:
    """`trước 16 giờ 00 hằng ngày`."""
    return Due(None, "FREQ=DAILY", reason="việc định kỳ", at=_time(m))


def every_half_year(_m: re.Match[str], _issued: Issued) -> Due:
    """`định kỳ sáu tháng`."""
    return Due(None, "FREQ=MONTHLY;INTERVAL=6", reason="việc định kỳ, không nêu ngày")


def every_year(_m: re.Match[str], _issued: Issued) -> Due:
    """`định kỳ hằng năm`."""
    return Due(None, "FREQ=YEARLY", reason="việc định kỳ, không nêu ngày")


def twice_a_year(m: re.Match[str], _issued: Issued) -> Due:
    """`trước ngày 15/6 và ngày 15/12 hằng năm`; two different days of the month are two rules."""
    return Due(
        None,
        f"FREQ=YEARLY;BYMONTH={_figure(m, 'month')},{_figure(m, 'month2')};BYMONTHDAY={_figure(m, 'day')}",
        reason="việc định kỳ",
    )


def _next_lunar(month: int, day: int, issued: Issued, year: int | None, before: timedelta) -> Due:
    """Return a day of the lunar calendar, less `before`: of the given year, else the first from the paper's date on."""

    def of(y: int) -> date | None:
        found = lunar_date(y, month, day)
        return found - before if found else None

    if year:
        return _dated(of(year), issued, inferred=False)
    if issued.base is None:
        return _dated(None, issued, inferred=True)
    around = range(issued.base.year - 1, issued.base.year + 2)
    return _dated(min((d for y in around if (d := of(y)) and d >= issued.base), default=None), issued, inferred=True)


def before_tet(m: re.Match[str], issued: Issued) -> Due:
    """`trước Tết Nguyên đán Ất Tỵ 2025`: the eve of mùng 1; without a year the first Tết from the paper's date on."""
    return _next_lunar(1, 1, issued, _figure(m, "year"), timedelta(days=1))


_LUNAR_MONTHS = {"giêng": 1, "chạp": 12}


def lunar_day(m: re.Match[str], issued: Issued) -> Due:
    """`trước ngày 25 tháng Chạp`, `trước rằm tháng Bảy`: that day of the Vietnamese lunar calendar."""
    word = (_group(m, "lunar_month") or "").lower()
    month = _LUNAR_MONTHS.get(word) or count(word) or 0
    named = (_group(m, "lunar_day") or "").lower().removeprefix("mùng")
    day = 15 if named == "rằm" else count(named) or 0
    if not 1 <= month <= 12:
        return Due(None, reason="tháng không có trong âm lịch")
    return _next_lunar(month, day, issued, None, timedelta())


_FEASTS = {"trung thu": (8, 15), "giỗ tổ": (3, 10), "ông công": (12, 23), "vu lan": (7, 15), "nguyên tiêu": (1, 15)}


def before_feast(m: re.Match[str], issued: Issued) -> Due:
    """`trước Tết Trung thu`: the day before the feast, as with Tết."""
    words = " ".join(m.group().lower().split())
    month, day = next(v for k, v in _FEASTS.items() if k in words)
    return _next_lunar(month, day, issued, None, timedelta(days=1))


def before_holiday(m: re.Match[str], issued: Issued) -> Due:
    """`trước dịp lễ 30/4`, `trước Quốc khánh`: the day before, as with Tết."""
    if _group(m, "eve_of"):
        day, month = (int(n) for n in re.findall(r"\d+", m["eve_of"]))
    else:
        day, month = (2, 9) if _group(m, "national") else (1, 1)

    def eve(y: int) -> date | None:
        feast = make_date(y, month, day)
        return feast - timedelta(days=1) if feast else None

    due, inferred = _with_year(_figure(m, "year") or _figure(m, "eve_year"), issued, eve)
    return _dated(due, issued, inferred=inferred)


def end_of_half_year(m: re.Match[str], issued: Issued) -> Due:
    """`trong 6 tháng cuối năm 2024`: 31 December."""
    year = _figure(m, "year") or 0
    first = (_group(m, "half") or "").lower() == "đầu"
    return _dated(make_date(year, 6, 30) if first else make_date(year, 12, 31), issued, inferred=False)


def this_week(m: re.Match[str], issued: Issued) -> Due:
    """`trong tuần này`, `trong tuần tới`: the Friday of that week."""
    if issued.on is None:
        return Due(None, reason="tính theo tuần của văn bản nhưng văn bản không có ngày")
    ahead = 7 if re.search(r"(?i)tới|sau", m.group()) else 0
    return Due(week_bounds(issued.on)[0] + timedelta(days=4 + ahead), flags=("vague",))


def every_period(m: re.Match[str], _issued: Issued) -> Due:
    """`hằng tháng` without a day."""
    return Due(None, f"FREQ={_FREQUENCY[(_group(m, 'period') or '').lower()]}", reason="việc định kỳ, không nêu ngày")


def every_so_many(m: re.Match[str], _issued: Issued) -> Due:
    """`định kỳ 3 tháng`, `hai tuần một lần`."""
    unit, n = (_group(m, "unit") or "").lower(), count(_group(m, "n") or "")
    every, _, months = _FREQUENCY[unit].partition(";INTERVAL=")
    n = n * int(months or 1) if n else n
    rule = f"FREQ={every}" + (f";INTERVAL={n}" if n != 1 else "")
    return Due(None, rule if n else None, reason="việc định kỳ, không nêu ngày")


def times_a_period(m: re.Match[str], _issued: Issued) -> Due:
    """`mỗi quý một lần`, `ít nhất 02 lần/năm`: times that do not divide the year evenly come back once a period."""
    period = (_group(m, "period") or _group(m, "period_behind") or "").lower()
    n = count(_group(m, "n") or _group(m, "times") or "") or 1
    evenly = period == "năm" and 1 < n < 12 and 12 % n == 0
    rule = f"FREQ=MONTHLY;INTERVAL={12 // n}" if evenly else f"FREQ={_FREQUENCY[period]}"
    return Due(None, rule, reason="việc định kỳ, không nêu ngày")


def no_date(_m: re.Match[str], _issued: Issued) -> Due:
    """`không để quá 5 ngày`: counts from an event."""
    return Due(None, reason="tính từ một sự kiện chưa biết ngày")


MEANINGS: dict[str, Callable[[re.Match[str], Issued], Due]] = {
    f.__name__: f
    for f in (
        on_date,
        until_date,
        end_of_month,
        before_month,
        end_of_quarter,
        before_quarter,
        end_of_year,
        days_after,
        every_month_on,
        every_week_on,
        every_year_on,
        every_period,
        every_quarter_on,
        every_day,
        twice_a_year,
        every_half_year,
        every_year_in,
        day_of_period,
        every_year,
        every_so_many,
        times_a_period,
        before_tet,
        lunar_day,
        before_feast,
        before_holiday,
        this_week,
        end_of_half_year,
        no_date,
    )
}
