"""What every step of finding tasks looks at, what a parent hands down, and how a task is made of a span."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vbcli.extract.assignments import assignees, find_charges, mentions_within
from vbcli.extract.deadlines import find_deadlines
from vbcli.extract.due_dates import Issued
from vbcli.extract.unit_headings import headed
from vbcli.extract.unlisted import charged, listed, subject
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.lexicon.unit_lists import places_at
from vbcli.lexicon.unit_names import find_units, prepare
from vbcli.model.document import Document
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Deadline, Reference, Role, Task
from vbcli.text.dates import make_date

_ROLE = re.compile(r"(?i)(?<!\w)(?:là|làm|vai trò)\s*\Z")
_REPORTED = re.compile(
    r"(?i)(?:báo cáo|trình|gửi(?: về)?)(?: kết quả| đề xuất| kết quả thực hiện)?(?: với| về| cho)?\s*\Z"
)


_BEFORE = 20
"""Characters before a unit that tell whether it only names a part played."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What every step looks at."""

    document: Document
    references: tuple[Reference, ...]
    mentions: tuple[UnitMention, ...]
    """Units of the whole text, by position."""
    issued: Issued
    enacts_at: int = 0
    """Where the first Điều of an act begins: what stands before it only enacts; 0 where there is none."""

    quoted: tuple[Span, ...] = ()
    """What other papers say, between quotation marks."""

    @property
    def masked(self) -> list[Span]:
        """Stretches whose dates and numbers belong to cited documents."""
        return [*(r.evidence.span for r in self.references if r.evidence.span), *self.quoted]


@dataclass(frozen=True, slots=True)
class Handed:
    """What a parent hands down to its items."""

    voice: str
    """duty, explicit or none."""
    units: tuple[Assignee, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


# "Giao phường Bắc Sơn chủ trì", "phối hợp với tỉnh Lào Cai", "3. Xã Đồng Tâm: …": here a place is somebody who acts
_PLACE_ACTS = re.compile(
    r"(?i:(?<!\w)(?:giao(?: cho)?|yêu cầu|đề nghị|mời|phối hợp(?: chặt chẽ)?(?: với| cùng)|cùng với|riêng)\s+(?:các\s+)?)(?=[tqhxpđTQHXPĐ])"
    r"|^(?:[-+•*–]\s*|\(?\w{1,3}(?:\.\d{1,2})*[.)/]\s*)?(?=(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Xã|Phường|Thị trấn|Đặc khu)\s[^:.;,]{2,40}:)"
)


def find_mentions(document: Document) -> tuple[UnitMention, ...]:
    """Return the units that each paragraph names; `với vai trò là chủ đầu tư` names nobody."""
    return tuple(
        UnitMention(p.span.start + m.start, p.span.start + m.end, m.unit)
        for p in document.paragraphs
        for m in _in_paragraph(document.text[p.span.start : p.span.end])
        if not _ROLE.search(document.text, max(p.span.start, p.span.start + m.start - _BEFORE), p.span.start + m.start)
    )


def _in_paragraph(text: str) -> list[UnitMention]:
    found = find_units(text)
    plain = prepare(text)
    heading = headed(plain, found)
    if heading:
        found = [*heading, *(u for u in found if u.start >= heading[-1].end)]
    acting = [place for m in _PLACE_ACTS.finditer(plain) for place in places_at(plain, m.end())]
    free = [a for a in acting if not any(a.start < u.end and u.start < a.end for u in found)]
    opening = None if heading else subject(plain, found)
    if opening:
        found = [u for u in found if not opening.start <= u.start < opening.end]
        free.append(opening)
    named = [c for c in charged(plain, found) if not any(c.start < u.end and u.start < c.end for u in free)]
    named += [
        m
        for m in listed(plain, [*found, *acting])
        if not any(m.start < u.end and u.start < m.end for u in (*free, *named))
    ]
    found = [u for u in found if not any(c.start <= u.start < c.end for c in named)]
    free += named
    return sorted((*found, *free), key=lambda m: m.start)


def make_task(
    reading: Reading, locator: str, span: Span, handed: Handed, rule: str, *, heard: Span | None = None
) -> Task:
    """Return the task of a span: its own units and deadlines, else what is handed down, and what it cites.

    Units and deadlines are read in `heard` where it is given: what a list of things names has no part in the task.
    """
    text = reading.document.text
    said = heard or span
    charges = find_charges(text, said, reading.mentions, item=rule in _OPENED)
    deadlines = tuple(find_deadlines(text, said, reading.issued, reading.masked))
    hard = [d for d in deadlines if d.kind.value != "duration"]
    if not hard:
        begins = _beginning(text[span.start : span.end])
        deadlines = (*deadlines, *(d for d in handed.deadlines if not (begins and d.due and d.due <= begins)))
    units = assignees(charges, handed.units)
    confidence = 0.9 if any(a.role is Role.LEAD and not a.inherited for a in units) else 0.8 if units else 0.6
    reason = None if units else "không nêu đơn vị thực hiện"
    task = Task(
        locator,
        span,
        " ".join(text[span.start : span.end].split()),
        units,
        deadlines,
        (),
        Evidence(rule, span, confidence, reason),
        report_to=_report_to(reading, span),
    )
    return with_refs(reading, task)


_OPENED = ("task.item", "task.parent", "task.list", "task.dated")
"""Rules of stretches whose first unit acts, even where its verb is not in the lexicon."""
_BEGINS = re.compile(
    r"\W*(?:kể\s+)?từ\s+ngày\s+(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?:\s*[/.-]\s*|,?\s*năm\s+)(?P<year>20\d\d)(?!\s*(?:đến|tới|-))",
    re.IGNORECASE,
)


def _beginning(words: str) -> date | None:
    """Return the day from which on something is done, where the words open with it: no limit before it is theirs."""
    m = _BEGINS.match(words)
    return make_date(int(m["year"]), int(m["month"]), int(m["day"])) if m else None


def limits(reading: Reading, span: Span) -> list[Deadline]:
    """Return what limits the words in time: a day, a rule, a term."""
    found = find_deadlines(reading.document.text, span, reading.issued, reading.masked)
    return [d for d in found if not d.soft and (d.due or d.rrule or d.evidence.rule in _TERMS)]


_TERMS = ("deadline.within-days", "deadline.days-before", "deadline.before-days")


def with_refs(reading: Reading, task: Task) -> Task:
    """Return the task with the keys of the references that stand in its span, each once."""
    keys = [
        r.key
        for r in reading.references
        if r.evidence.span and task.span.start <= r.evidence.span.start < task.span.end
    ]
    return replace(task, refs=tuple(dict.fromkeys(keys)))


def _report_to(reading: Reading, span: Span) -> tuple[str, ...]:
    """Return to whom the words report: báo cáo UBND huyện, gửi về Phòng Nội vụ."""
    text = reading.document.text
    names = [
        u.unit.name
        for u in mentions_within(reading.mentions, span)
        if _REPORTED.search(text, max(span.start, u.start - 40), u.start)
    ]
    return tuple(dict.fromkeys(names))


def once(units: Sequence[Assignee]) -> tuple[Assignee, ...]:
    """Return the units, each in the part in which it comes first."""
    seen: dict[str, Assignee] = {}
    for a in units:
        seen.setdefault(a.unit.key, a)
    return tuple(seen.values())


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the blanks at its ends."""
    start, end = span
    while start < end and text[start] in " \n\f\t":
        start += 1
    while end > start and text[end - 1] in " \n\f\t":
        end -= 1
    return Span(start, end)
