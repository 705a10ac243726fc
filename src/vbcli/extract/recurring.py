"""Days of a duty that comes back: `Hằng năm, Sở A lập dự toán, gửi trước ngày 15/7` is one rule, no day of this year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vbcli.lexicon.cues import verbs

_EVERY = r"(?:hằng|hàng|mỗi)\s+(?P<period>năm|quý|tháng|tuần)(?!\w)"
_OPENS = re.compile(rf"(?:\A\W*|[.;:(,]\s*)(?:vào\s+)?{_EVERY}", re.IGNORECASE)
"""At the head of a sentence or clause."""
_REGULAR = re.compile(rf"(?<!\w)định\s+kỳ,?\s+{_EVERY}", re.IGNORECASE)
_INSIDE = re.compile(rf"\s{_EVERY}\s+", re.IGNORECASE)
"""Between a unit and its verb: `Sở Tư pháp hằng năm báo cáo`."""
_OF_A_THING = re.compile(
    r"(?<!\w)(?:thu\s+nhập|bình\s+quân|tiền\s+lương|học\s+phí|số\s+liệu|nhiệm\s+vụ|kết\s+quả|kế\s+hoạch|dự\s+toán|chương\s+trình|(?:trợ|phụ)\s+cấp|chế\s+độ|chỉ\s+tiêu|danh\s+mục|thi\s+đua|vốn|kinh\s+phí|xếp\s+loại|đánh\s+giá|sử\s+dụng\s+đất|báo\s+cáo)\Z",
    re.IGNORECASE,
)
"""`kế hoạch sử dụng đất hằng năm`: the words belong to a thing, not to a deed."""
_LONGEST_NOUN = 20
_DAY = r"(?<![\d/.])\d{1,2}(?:\s*/\s*|\s+tháng\s+)\d{1,2}(?!\d|\s*/\s*\d|\s*,?\s*năm\s+20)"
_BY = r"(?:(?:hoàn\s+thành|xong)\s+)?(?:(?:chậm|muộn)\s+nhất\s+)?(?:(?:trước|vào|là|đến)\s+)*(?:ngày\s+)?"
_OF_PERIOD = r"(?:(?:đối\s+với|báo\s+cáo|định\s+kỳ|kỳ|quý|cả|năm|tháng|0?6|sáu|đầu|cuối|IV|I{1,3}|[1-4])\s+)*"
_SHARED = re.compile(
    rf"{_BY}{_DAY}\)?(?:\s*(?:,\s*và|,|và)\s+{_OF_PERIOD}\(?{_BY}{_DAY}\)?)+\s+(?:hằng|hàng|mỗi)\s+(?P<period>năm)(?!\w)",
    re.IGNORECASE,
)
"""`trước ngày 15/6 và 20/12 hằng năm`: the words behind the last day are of all days before it that name no year."""
_HALVES = re.compile(
    r"(?<!\w)định\s+kỳ(?:\s+báo\s+cáo)?\s+(?:6|06|sáu)\s+tháng(?:\s+đầu\s+năm)?(?P<dated>\s+\([^()]{4,60}\)(?:(?:,|\s+và)\s+(?:(?:một|cả|hằng|hàng)\s+)?(?P<period>năm)\s+\([^()]{4,60}\)))",
    re.IGNORECASE,
)
"""`định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)`."""
_SENTENCE = re.compile(r";|[.!?…]\s+(?=[A-ZĐÀ-ỸĂÂÊÔƠƯ])(?!(?:Việc|Thời\s+(?:hạn|gian))\s)")
"""Where the reach ends; `Việc báo cáo phải hoàn thành …` still speaks of the same deed."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of words in which a day without a year comes back every `period`."""

    start: int
    end: int
    period: str
    """năm, quý, tháng or tuần."""


def reaches(words: str) -> list[Reach]:
    """Return where `hằng năm`, `hằng quý` … govern what follows, in order.

    >>> [(r.period, r.end) for r in reaches("Hằng năm, lập dự toán; giao vốn trước ngày 30/4.")]
    [('năm', 21)]
    """
    marks = [
        *_OPENS.finditer(words),
        *_REGULAR.finditer(words),
        *(m for m in _INSIDE.finditer(words) if _acts(words, m)),
    ]
    out = []
    for m in sorted(marks, key=lambda m: m.end()):
        stop = _SENTENCE.search(words, m.end())
        out.append(Reach(m.end(), stop.start() if stop else len(words), m["period"].lower()))
    out += [Reach(m.start(), m.end(), "năm") for m in _SHARED.finditer(words)]
    out += [Reach(m.start("dated"), m.end(), "năm") for m in _HALVES.finditer(words)]
    return sorted(out, key=lambda r: r.start)


def is_of_a_thing(before: str) -> bool:
    """Tell whether `hằng năm` behind these words belongs to a thing, not to a deed: `bố trí kinh phí hằng năm`."""
    return bool(_OF_A_THING.search(before.rstrip()))


def _acts(words: str, m: re.Match[str]) -> bool:
    before = words[max(0, m.start() - _LONGEST_NOUN) : m.start()]
    return bool(verbs()["doing"].match(words, m.end())) and not _OF_A_THING.search(before)


def period_at(found: Sequence[Reach], at: int) -> str | None:
    """Return how often what stands at a place comes back, None where it does not; the nearest word before it decides."""
    return next((r.period for r in reversed(found) if r.start <= at < r.end), None)


_LAST_DAYS = dict(zip(range(1, 13), (31, -1, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_WEEKDAYS = {"hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH"} | {
    "sáu": "FR",
    "6": "FR",
    "bảy": "SA",
    "7": "SA",
}


def weekday(word: str) -> str:
    """Return the RFC 5545 name of `Năm`, `6`."""
    return _WEEKDAYS[word.lower()]


def yearly_month(month: int) -> str | None:
    """Return the rule for the last day of a month of each year; the last of February is -1."""
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={_LAST_DAYS[month]}" if month in _LAST_DAYS else None


def rule_of(m: re.Match[str], means: str, period: str, quarter: int | None) -> str | None:
    """Return the rule of what a pattern read within the reach of `hằng …`; None where it names a year, or a day of another period."""
    said = m.groupdict()
    if said.get("year") or said.get("month_year"):
        return None
    day, month = int(said.get("day") or 0), int(said.get("month") or 0)
    if period == "năm":
        return _yearly(means, day, month, quarter or 0)
    if means == "day_of_period" and period == "tháng" and day:
        return f"FREQ=MONTHLY;BYMONTHDAY={day}"
    if means == "day_of_period" and period == "tuần" and said.get("weekday"):
        return f"FREQ=WEEKLY;BYDAY={weekday(said['weekday'])}"
    return None


def _yearly(means: str, day: int, month: int, quarter: int) -> str | None:
    if means in ("on_date", "until_date"):
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    if means in ("end_of_month", "day_of_period"):
        return yearly_month(month)
    if means == "before_month":
        return yearly_month((month - 2) % 12 + 1)
    if means == "end_of_quarter":
        return yearly_month(3 * quarter)
    if means == "before_quarter":
        return yearly_month((3 * quarter - 4) % 12 + 1)
    return None
