"""Deadlines in a stretch of text.

In: words, and what is known of the paper's date. Out: `Deadline`s with the words they were read from.
Dates of cited documents are masked before; dates of the past, of effect, of statistics are declined.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from vbcli.extract.due_dates import MEANINGS, Due, Issued
from vbcli.extract.recurring import Reach, is_of_a_thing, period_at, reaches, rule_of
from vbcli.lexicon.patterns import DeadlinePattern, deadline_patterns
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Deadline, DeadlineKind
from vbcli.model.trial import Declined
from vbcli.text.dates import DATE
from vbcli.text.numerals import count

# what makes a date no deadline: status, effect, the past
_STATUS = re.compile(r"(?:tính|lũy kế|luỹ kế)\s*(?:đến|tới)?\s*$|đạt được\s*$", re.IGNORECASE)
_STATUS_UNTIL = re.compile(r"(?:số liệu|tổng hợp|thống kê|cập nhật|dữ liệu|kết quả)\s*$", re.IGNORECASE)
_DONE = re.compile(
    r"(?:\bđã\b|được ban hành|ban hành|khởi công|thành lập|sinh|xảy ra|diễn ra|được cấp|sử dụng|ký kết|có hiệu lực|phát sinh|hiệu lực thi hành)[^.;:,]{0,30}$",
    re.IGNORECASE,
)
_EFFECT = re.compile(r"(?:có hiệu lực|hiệu lực|áp dụng|kể)\s*(?:thi hành\s*)?(?:từ|kể từ)?\s*$", re.IGNORECASE)
_DUTY = re.compile(
    r"(?:hoàn thành|xong|báo cáo|gửi|trình|ban hành|tổng hợp|nộp|chậm nhất|thời hạn|bàn giao|phải|cung cấp|đề xuất)",
    re.IGNORECASE,
)
# "tổ chức hội nghị lúc 20 giờ ngày 29/4": what is held at that hour, or sent
_HELD = re.compile(
    r"(?<!\w)(?:tổ chức|khai mạc|bế mạc|họp|hội nghị|khánh thành|khởi công|phát động|diễn tập|ra quân|tiến hành|hoàn thành|xong|làm việc|dự|có mặt|tập trung|báo cáo|gửi|trình diễn|biểu diễn|bắn pháo hoa|lễ|đón)(?!\w)",
    re.IGNORECASE,
)
# "mục tiêu, nhiệm vụ đề ra trong năm 2024": the year belongs to the plan
_PLANNED = re.compile(r"(?:mục tiêu|nhiệm vụ|kế hoạch|chỉ tiêu|dự toán|kết quả|tình hình)[^,;.]{0,30}$", re.IGNORECASE)
_ASKED = re.compile(r"(?:hoàn thành|xong|báo cáo|gửi|nộp|chậm nhất|thời hạn)", re.IGNORECASE)
_BEFORE = re.compile(r"(?<!\w)trước(?!\w)", re.IGNORECASE)
# "các văn bản ban hành trước ngày 15/3/2025": the day tells which of them
_QUALIFIED = re.compile(
    r"(?:văn bản|quyết định|nghị định|thông tư|hồ sơ|dự án|công trình|giấy chứng nhận|giấy phép|thửa đất|nhà ở|hợp đồng)[^,;.]{0,25}?"
    r"\s(?:đã |được )*(?:ban hành|cấp|xây dựng|phê duyệt|sử dụng|ký|ký kết|khởi công|nộp|tiếp nhận)\s*$",
    re.IGNORECASE,
)
_SESSIONS = ("deadline.session", "deadline.at-session")
_BROUGHT = re.compile(
    r"(?:báo cáo|trình|đề xuất|tham mưu|thông qua|xem xét|xin ý kiến|cho ý kiến|ban hành)", re.IGNORECASE
)
_EVENTS = ("deadline.part-of-day", "deadline.at-hour", "deadline.days-named")
# what says less than any other pattern that reads the same words
_VAGUE = ("deadline.recurring.period", "deadline.duration", "deadline.soft-year")
_PAST_DATE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class _Candidate:
    pattern: DeadlinePattern
    match: re.Match[str]


def find_deadlines(
    text: str, span: Span, issued: Issued, masked: Sequence[Span] = (), declined: list[Declined] | None = None
) -> list[Deadline]:
    """Return the deadlines that stand within a span of the text, in order; `masked` spans (references) hold none.

    What a pattern takes and the words around it speak against is put into `declined`.
    """
    words = _mask(text[span.start : span.end], [m.shifted(-span.start) for m in masked])
    taken: list[tuple[int, int]] = []
    found: list[Deadline] = []
    every = reaches(words)
    candidates = sorted(
        (_Candidate(p, m) for p in deadline_patterns() for m in p.regex.finditer(words)),
        key=lambda c: (c.pattern.id in _VAGUE, c.match.start() - c.match.end(), c.match.start()),
    )
    for c in candidates:
        start, end = c.match.span()
        at = bisect_left(taken, (start, start))
        if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
            continue
        due, kind, end = _due(words, c, issued, every)
        where = Span(span.start + start, span.start + end)
        stray = c.pattern.means == "day_of_period" and due.rrule is None
        objection = due.reason if stray else _objection(words, c, due, issued)
        if objection:
            if declined is not None:
                declined.append(Declined(c.pattern.id, where, " ".join(c.match.group().split()), objection))
            continue
        insort(taken, (start, end))
        found += _also(text, span, words, c, issued=issued, every=every)
        if c.pattern.means == "days_after" and due.due is None and not (due.reason or "").startswith("tính từ ngày ký"):
            kind = DeadlineKind.DURATION  # counts from an event whose day nobody knows
        if kind is DeadlineKind.BY and _BEFORE.search(c.match.group()):
            kind = DeadlineKind.BEFORE  # "thời hạn: trước ngày D"
        confidence = 0.95 if due.due and not due.flags else 0.8 if due.due or due.rrule else 0.6
        found.append(
            Deadline(
                due.due,
                kind,
                " ".join(text[where.start : where.end].split()),
                Evidence(c.pattern.id, where, confidence, due.reason),
                due.rrule,
                c.pattern.soft,
                inherited=False,
                due_time=due.at,
                flags=due.flags,
            )
        )
    return _distinct(sorted(found, key=lambda d: d.evidence.span or Span(0, 0)))


# "trước ngày 31/3 của năm sau", "ngày 31 tháng 12 của năm kê khai"
_YEAR_SAID = re.compile(
    r"\s*,?\s*(?:(?P<of>của)\s+)?năm\s+(?:(?P<next>sau|tới|kế\s+tiếp|tiếp\s+theo|liền\s+kề)(?!\w)|(?P<figure>20\d\d)(?!\d)|nay|này|hiện tại"
    r"|(?P<other>(?:kê khai|báo cáo|kế hoạch|ngân sách|tài chính|đánh giá|quyết toán)(?!\w)|(?(of)[^\W\d]+(?:[ ][^\W\d]+)?|(?!))))|\s+(?P<same>cùng)\s+năm(?!\w)",
    re.IGNORECASE,
)
_UNKNOWN_YEAR = Due(None, reason="không biết là năm nào")


def _due(words: str, c: _Candidate, issued: Issued, every: Sequence[Reach]) -> tuple[Due, DeadlineKind, int]:
    """Return what a match comes to, its kind, and where its words end: a year named behind it, or `hằng năm` before it, counts."""
    m, kind = c.match, DeadlineKind(c.pattern.kind)
    said = m.groupdict()
    dated = kind is not DeadlineKind.RECURRING and any(said.get(k) for k in ("day", "month", "quarter"))
    year = _YEAR_SAID.match(words, m.end()) if dated and not (said.get("year") or said.get("month_year")) else None
    end = year.end() if year else m.end()
    period = period_at(every, m.start())
    rule = (
        rule_of(m, c.pattern.means, period, count(said.get("quarter") or ""))
        if period and not (year and year["figure"])
        else None
    )
    if rule:
        return Due(None, rule, reason="việc định kỳ"), DeadlineKind.RECURRING, end
    if year and (year["other"] or year["same"]):
        return _UNKNOWN_YEAR, DeadlineKind.DURATION, end
    if year and (year["figure"] or year["next"]):
        figure = year["figure"] or (str(issued.base.year + 1) if issued.base else None)
        dated_match = c.pattern.regex.match(f"{m.group()} năm {figure}") if figure else None
        if dated_match is None:
            return _UNKNOWN_YEAR, DeadlineKind.DURATION, end
        m = dated_match
    return MEANINGS[c.pattern.means](m, issued), kind, end


_SECOND = re.compile(rf"\s*(?:,|;|và)\s+(?:trước\s+)?(?:ngày\s+)?{DATE}")
_YEARLY = re.compile(
    r"\s*(?:,\s*và|,|và)\s+(?:trước\s+)?(?:ngày\s+)?(?P<day>\d{1,2})(?:\s*/\s*|\s+tháng\s+)(?P<month>\d{1,2})(?![\d/])"
)
"""A further day of each year: `và 20/12 hằng năm`."""


def _also(
    text: str, span: Span, words: str, c: _Candidate, *, issued: Issued, every: Sequence[Reach]
) -> list[Deadline]:
    """Return the further days behind one preposition: `trước ngày 30/6/2024 và 31/12/2024`, `trước 15/6 và 20/12 hằng năm`."""
    if c.pattern.id not in ("deadline.before-date", "deadline.by-date"):
        return []
    out: list[Deadline] = []
    yearly = _YEARLY.match(words, c.match.end())
    while yearly and period_at(every, yearly.start("day")) == "năm":
        rule = rule_of(yearly, c.pattern.means, "năm", None)
        due = Due(None, rule, reason="việc định kỳ")
        out.append(_further(text, span, yearly, c, due=due, kind=DeadlineKind.RECURRING))
        yearly = _YEARLY.match(words, yearly.end())
    second = _SECOND.match(words, c.match.end())
    if second and not out:
        due = MEANINGS[c.pattern.means](second, issued)
        out.append(_further(text, span, second, c, due=due, kind=DeadlineKind(c.pattern.kind)))
    return out


def _further(text: str, span: Span, m: re.Match[str], c: _Candidate, *, due: Due, kind: DeadlineKind) -> Deadline:
    where = Span(span.start + m.start("day"), span.start + m.end())
    return Deadline(
        due.due,
        kind,
        " ".join(text[where.start : where.end].split()),
        Evidence(c.pattern.id, where, 0.85, due.reason),
        due.rrule,
        c.pattern.soft,
        inherited=False,
        due_time=due.at,
        flags=due.flags,
    )


def _mask(words: str, spans: Sequence[Span]) -> str:
    for s in spans:
        a, b = max(s.start, 0), min(s.end, len(words))
        if a < b:
            words = words[:a] + "\x00" * (b - a) + words[b:]
    return words


def _of_a_thing(pattern: str, clause: str) -> str | None:
    """Return why an hour or a period before its verb belongs to no deed."""
    if pattern == "deadline.at-hour" and not _HELD.search(clause):
        return "không rõ việc gì diễn ra vào lúc đó"
    if pattern == "deadline.recurring.every-verb" and is_of_a_thing(clause):
        return "của một sự vật, không phải của việc phải làm"
    return None


def _objection(words: str, c: _Candidate, due: Due, issued: Issued) -> str | None:
    """Return why the words before speak of no duty but of what was or holds from then on; None where they do not."""
    start = c.match.start()
    before = words[max(0, start - 60) : start]
    clause = re.split(r"[.;:\x00]", before)[-1]
    if _STATUS.search(clause):
        return "mốc chốt số liệu, không phải hạn"
    if _EFFECT.search(clause):
        return "ngày có hiệu lực, không phải hạn"
    if re.match(r"(?i)(?:đến|hết|tính)\b", c.match.group()) and _STATUS_UNTIL.search(clause):
        return "mốc chốt số liệu, không phải hạn"
    if (
        c.pattern.id in ("deadline.on-date", "deadline.when-date", "deadline.until-date", *_EVENTS)
        and _DONE.search(clause)
        and not _DUTY.search(clause)
    ):
        return "ngày của việc đã qua"
    if c.pattern.id == "deadline.within-year" and (
        _PLANNED.search(clause) or (re.match(r"(?i)(?:ngay )?trong", c.match.group()) and not _DUTY.search(clause))
    ):
        return "năm của kế hoạch, chỉ tiêu; không phải hạn của việc này"
    if c.pattern.id == "deadline.before-date" and _QUALIFIED.search(clause):
        return "mốc chỉ đối tượng của câu, không phải hạn"
    if c.pattern.id.startswith(_SESSIONS):
        # "kết luận tại phiên họp tháng 4" tells where something was said
        past = due.due and issued.on and due.due < issued.on
        return None if _BROUGHT.search(clause) and not past else "nơi đã nói, không phải hạn"
    if c.pattern.id == "deadline.until-date" and due.due and issued.on and due.due < issued.on:
        return "ngày đã qua trước khi văn bản ban hành"
    if due.due and issued.on and due.due < issued.on - _PAST_DATE:
        return None if _ASKED.search(clause) else "ngày đã qua trước khi văn bản ban hành"
    held = c.pattern.id in _EVENTS or _DONE.search(clause)
    if c.pattern.means == "on_date" and held and due.due and issued.on and due.due < issued.on:
        return "ngày của việc đã qua"
    if due.due is None and c.pattern.means == "on_date" and due.reason == "ngày không có trong lịch":
        return due.reason
    return _of_a_thing(c.pattern.id, clause)


def _distinct(deadlines: list[Deadline]) -> list[Deadline]:
    """Keep the first of each date; of recurring ones the most exact; drop a soft year beside a hard date of that year."""
    out: list[Deadline] = []
    exact = any(d.rrule and "BY" in d.rrule for d in deadlines)
    for d in deadlines:
        if d.due is not None and any(o.due == d.due for o in out):
            continue
        if d.rrule and exact and "BY" not in d.rrule:
            continue
        if d.rrule and any(o.rrule == d.rrule for o in out):
            continue
        out.append(d)
    return out
