"""Outline → tasks: the one module that knows units, deadlines, references and duties.

Walks the outline with what a parent hands down: leads, deadlines, and whether items are duties here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from vbcli.extract import duties
from vbcli.extract.assignments import assignees, find_charges
from vbcli.extract.deadlines import find_deadlines
from vbcli.extract.due_dates import Issued
from vbcli.extract.outline_marks import content_start
from vbcli.extract.sentences import clauses, cut_at, sentences
from vbcli.extract.task_tables import row_tasks
from vbcli.lexicon.cues import activity, verbs
from vbcli.lexicon.document_types import by_id
from vbcli.lexicon.unit_names import UnitMention, find_units, prepare
from vbcli.model.document import Document, Item, Part
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Deadline, Reference, Role, Task

_NEAR = 130
"""Characters; a unit that a speaker names further on in a sentence is charged with that part alone."""
_PARTLY = re.compile(
    r"[,;]?\s*(?:trong đó|cụ thể|bao gồm|gồm)(?:\s+(?:tập trung|có|là|như sau))?\s*:\s*$", re.IGNORECASE
)
"""A duty that names parts of itself below: `Rà soát, bổ sung phương án …, trong đó:`."""
_ROLE = re.compile(r"(?i)(?<!\w)(?:là|làm|vai trò)\s*\Z")
_REPORTED = re.compile(
    r"(?i)(?:báo cáo|trình|gửi(?: về)?)(?: kết quả| đề xuất| kết quả thực hiện)?(?: với| về| cho)?\s*\Z"
)
_SHORT = 12
"""Characters; what is shorter is a heading or a slip."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What every step looks at."""

    document: Document
    references: tuple[Reference, ...]
    mentions: tuple[UnitMention, ...]
    """Units of the whole text, by position."""
    issued: Issued

    @property
    def masked(self) -> list[Span]:
        """Stretches whose dates and numbers belong to cited documents."""
        return [r.evidence.span for r in self.references if r.evidence.span]


@dataclass(frozen=True, slots=True)
class Handed:
    """What a parent hands down to its items."""

    voice: str
    """duty, explicit or none."""
    units: tuple[Assignee, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


def find_tasks(document: Document, references: tuple[Reference, ...], issued: Issued) -> tuple[Task, ...]:
    """Return the tasks of a document in text order."""
    kind = by_id().get(document.header.doc_type.value or "")
    voice = kind.voice if kind else "directive"
    if voice == "none":
        return ()
    reading = Reading(document, references, _mentions(document), issued)
    if voice == "news":
        return tuple(_news(reading))
    handed = Handed({"directive": "duty", "norm": "none"}.get(voice, "explicit"), _addressees(document))
    return tuple(sorted(_items(reading, document.items, handed), key=lambda t: t.span))


def _mentions(document: Document) -> tuple[UnitMention, ...]:
    """Return the units that each paragraph names; `với vai trò là chủ đầu tư` names nobody."""
    return tuple(
        UnitMention(p.span.start + m.start, p.span.start + m.end, m.unit)
        for p in document.paragraphs
        for m in find_units(document.text[p.span.start : p.span.end])
        if not _ROLE.search(document.text, p.span.start, p.span.start + m.start)
    )


def _addressees(document: Document) -> tuple[Assignee, ...]:
    """Return the units of Kính gửi: they lead where nobody else is named."""
    out: dict[str, Assignee] = {}
    for entry in document.header.recipients:
        for m in find_units(entry.text):
            where = Span(entry.span.start + m.start, entry.span.start + m.end)
            out.setdefault(
                m.unit.key,
                Assignee(m.unit, Role.LEAD, inherited=True, evidence=Evidence("assign.addressee", where, 0.7)),
            )
    return tuple(out.values())


def _items(reading: Reading, items: Sequence[Item], handed: Handed) -> Iterator[Task]:
    for is_row, run in groupby(items, key=lambda i: i.style == "row"):
        batch = list(run)
        if is_row:
            for _, rows in groupby(batch, key=lambda i: reading.document.paragraphs[i.paragraph].table):
                yield from (
                    _with_refs(reading, t)
                    for t in row_tasks(reading.document, list(rows), reading.issued, handed.units)
                )
            continue
        for item in batch:
            yield from _item(reading, item, handed)


def _item(reading: Reading, item: Item, handed: Handed) -> Iterator[Task]:
    text = reading.document.text
    own = Span(item.own.start + content_start(text[item.own.start : item.own.end], item), item.own.end)
    own = _trim(text, own)
    inline = re.search(r"\(?\w{1,2}\)\s*$", text[own.start : own.end]) if item.children else None
    if inline and item.children[0].style in ("paren", "alpha") and item.children[0].paragraph == item.paragraph:
        own = _trim(text, Span(own.start, own.start + inline.start()))
    words = text[own.start : own.end]
    if item.style == "prose" and not item.children:
        yield from _prose(reading, item, own, handed)
        return
    if item.children:
        if _is_activity(text, item):
            yield _activity(reading, item, handed)
            return
        yield from _parent(reading, item, own, words, handed)
        return
    if _is_duty(reading, own, words, handed):
        yield _task(reading, item.locator, own, handed, "task.item")


def _parent(reading: Reading, item: Item, own: Span, words: str, handed: Handed) -> Iterator[Task]:
    """Read an item with items below it: what it hands down, and what it asks beyond them."""
    text = reading.document.text
    voice = duties.section_voice(words) if len(words) < 160 else None
    if reading.document.paragraphs[item.paragraph].part is Part.ANNEX and item.style == "annex":
        voice = voice or "duty"
    if voice is None:
        voice = "none" if duties.is_past(words) and not words.rstrip().endswith(":") else handed.voice
        if handed.voice == "explicit" and re.search(r"(?i)(?:giao|yêu cầu|nhiệm vụ|trách nhiệm)", words):
            voice = "duty"
    if handed.voice == "none" and voice != "duty":
        voice = "none"
    charges = find_charges(text, own, reading.mentions) if len(words) < 1500 else []
    leads = [c for c in charges if c.role is Role.LEAD]
    headed = _heading_units(reading, own)
    units = handed.units
    if headed or leads:
        chosen = assignees([replace(c, opens=True) for c in charges], ()) if leads and not headed else headed
        units = tuple(replace(a, inherited=True) for a in chosen)
        voice = "duty" if voice == "explicit" else voice
    listed = list(sentences(text, own))
    note = Span(item.children[-1].span.end, item.span.end)
    noted = (
        tuple(replace(d, inherited=True) for d in find_deadlines(text, note, reading.issued, reading.masked))
        if note.end > note.start
        else ()
    )
    separate = item.style != "prose" and len(listed) > 1 and duties.is_lead_in(text[listed[-1].start : listed[-1].end])
    tail = _PARTLY.search(words) if item.style != "prose" and not separate and duties.opens_with_verb(words) else None
    if separate or tail:
        main = _trim(text, Span(own.start, own.start + tail.start() if tail else listed[-2].end))
        if (
            _is_duty(reading, main, text[main.start : main.end], replace(handed, voice=voice))
            and len(text[main.start : main.end]) > 45
        ):
            yield _task(
                reading,
                item.locator,
                main,
                replace(handed, voice=voice, units=units if headed or leads else handed.units),
                "task.parent",
            )
            below: tuple[Deadline, ...] = ()
        else:
            below = _handed_down(reading, own, item)
    else:
        below = _handed_down(reading, listed[-1] if item.style == "prose" and listed else own, item)
    yield from _items(reading, item.children, Handed(voice, units, noted or below or handed.deadlines))


def _handed_down(reading: Reading, span: Span, item: Item) -> tuple[Deadline, ...]:
    """Return the deadlines that a heading sets for the items below it: hard limits; a sentence that opens a list sets days only."""
    found = find_deadlines(reading.document.text, span, reading.issued, reading.masked)
    days = ("deadline.before-date", "deadline.by-date", "deadline.until-date")
    return tuple(
        replace(d, inherited=True)
        for d in found
        if not d.soft and d.due and (item.style != "prose" or d.evidence.rule in days)
    )


def _heading_units(reading: Reading, own: Span) -> tuple[Assignee, ...]:
    """Return the units of a heading that is nothing but units: `1. Ủy ban nhân dân thị xã`, `3. Giao UBND huyện:`."""
    text = reading.document.text
    words = text[own.start : own.end]
    m = re.match(
        r"(?i)\s*(?:giao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|đề\s+nghị|yêu\s+cầu|trách\s+nhiệm\s+của|đối\s+với|về\s+phía|nhiệm\s+vụ\s+của)?\s*",
        words,
    )
    start = own.start + (m.end() if m else 0)
    inside = [u for u in reading.mentions if own.start <= u.start and u.end <= own.end]
    if not inside or inside[0].start != start:
        return ()
    at = start
    for u in inside:
        if not re.fullmatch(r"\s*(?:,|;|và|&|cùng|,\s*và|-|/)?\s*", text[at : u.start]):
            break
        at = u.end
    rest = text[at : own.end].strip(" .:;\n\f")
    if rest and not re.match(
        r"(?i)^(?:\(|từ |trên địa bàn|có trách nhiệm|chủ trì|theo chức năng|căn cứ|thực hiện|tập trung thực hiện|,? trong đó|,? ngoài)",
        rest,
    ):
        return ()
    return tuple(
        Assignee(u.unit, Role.LEAD, inherited=False, evidence=Evidence("assign.heading", Span(u.start, u.end), 0.95))
        for u in inside
        if u.end <= at
    )


def _is_duty(reading: Reading, own: Span, words: str, handed: Handed) -> bool:
    if len(words) < _SHORT or handed.voice == "none":
        return False
    first = next(iter(sentences(reading.document.text, own)), own)
    head = reading.document.text[first.start : first.end]
    said = duties.formula(head)
    if said not in (None, "formula.agreed") and not (said == "formula.accountability" and duties.bids(head)):
        return False
    label = words.split(":", 1)[0]
    if len(label) < 60 and ":" in words and duties.section_voice(label) == "none":
        return False
    if duties.is_told(head):
        return False
    if len(words) < 160 and not re.search(r"[.;]\s*$", words) and duties.section_voice(words) == "none":
        return False
    if any(p.search(words) for k, p in activity().items() if k == "other") and len(words) < 200:
        return False
    charges = find_charges(reading.document.text, own, reading.mentions)
    led = any(c.role is Role.LEAD for c in charges)
    if duties.is_past(words) and (not led or duties.is_mostly_past(words)):
        return False
    if not led and duties.formula(head) == "formula.agreed":
        return False
    if handed.voice == "explicit":
        return led
    return (
        led
        or duties.bids(words)
        or duties.must(head)
        or bool(
            handed.units
            and not any(a.evidence.rule == "assign.addressee" for a in handed.units)
            and not duties.is_past(words)
        )
    )


def _prose(reading: Reading, item: Item, own: Span, handed: Handed) -> Iterator[Task]:
    """Read an unmarked paragraph: below a heading of units it is one task; elsewhere each sentence that bids somebody."""
    text = reading.document.text
    words = text[own.start : own.end]
    named = any(a.evidence.rule != "assign.addressee" for a in handed.units)
    if handed.voice == "duty" and named and item.locator.count("/"):
        if _is_duty(reading, own, words, handed):
            yield _task(reading, item.locator, own, handed, "task.paragraph")
        return
    if handed.voice == "none":
        return
    pieces: list[Span] = []
    ends = {m.end for m in reading.mentions}
    # a semicolon right behind a unit goes on with the list of units
    starts = {m.start for m in reading.mentions if not any(e in ends for e in range(m.start - 4, m.start))}
    for sentence in (c for s in sentences(text, own) for c in cut_at(text, s, starts)):
        said = text[sentence.start : sentence.end]
        led = any(c.role is Role.LEAD for c in find_charges(text, sentence, reading.mentions))
        if duties.formula(said) or duties.is_told(said) or said.rstrip().endswith(":"):
            continue
        if led and not (duties.is_past(said)):
            pieces.append(sentence)
        elif pieces and pieces[-1].end >= sentence.start - 2 and (duties.bids(said) or _goes_on(said)):
            pieces[-1] = Span(pieces[-1].start, sentence.end)
    for piece in pieces:
        yield _task(reading, item.locator, _trim(text, piece), replace(handed, units=()), "task.sentence")


def _goes_on(sentence: str) -> bool:
    return bool(
        re.match(r"(?i)\s*(?:thời (?:gian|hạn)|kết quả|báo cáo|hoàn thành|trong đó|đồng thời|gửi|hình thức)", sentence)
    )


def _is_activity(text: str, item: Item) -> bool:
    """Tell whether the lines below an item only describe it: time, place, units, money."""
    lines = [_content(text, c) for c in item.children]
    known = [k for words in lines for k, p in activity().items() if p.search(words)]
    return len(known) * 5 >= len(lines) * 3 and bool({"lead", "support", "time"} & set(known)) and len(set(known)) > 1


def _content(text: str, item: Item) -> str:
    return text[item.own.start + content_start(text[item.own.start : item.own.end], item) : item.own.end]


def _activity(reading: Reading, item: Item, handed: Handed) -> Task:
    """Read an activity of a plan, described line by line, as one task."""
    text = reading.document.text
    units: list[Assignee] = []
    deadlines: list[Deadline] = []
    product = None
    for child in item.children:
        start = child.own.start + content_start(text[child.own.start : child.own.end], child)
        words = text[start : child.own.end]
        name = next((k for k, p in activity().items() if p.search(words)), None)
        inside = [u for u in reading.mentions if start <= u.start and u.end <= child.own.end]
        if name in ("lead", "support"):
            role = Role.LEAD if name == "lead" and not any(a.role is Role.LEAD for a in units) else Role.SUPPORT
            units += [
                Assignee(
                    u.unit, role, inherited=False, evidence=Evidence(f"activity.{name}", Span(u.start, u.end), 0.9)
                )
                for u in inside
            ]
        elif name == "time":
            deadlines += find_deadlines(text, Span(start, child.own.end), reading.issued, reading.masked)
        elif name == "product":
            product = " ".join(words.split(":", 1)[-1].split())
    if not any(a.role is Role.LEAD for a in units):
        units = [*handed.units, *units]
    span = _trim(text, Span(item.own.start + content_start(text[item.own.start : item.own.end], item), item.span.end))
    task = Task(
        item.locator,
        span,
        " ".join(text[span.start : span.end].split()),
        _once(units),
        tuple(deadlines or handed.deadlines),
        (),
        Evidence("task.activity", span, 0.85),
        product,
    )
    return _with_refs(reading, task)


def _once(units: Sequence[Assignee]) -> tuple[Assignee, ...]:
    seen: dict[str, Assignee] = {}
    for a in units:
        seen.setdefault(a.unit.key, a)
    return tuple(seen.values())


def _task(reading: Reading, locator: str, span: Span, handed: Handed, rule: str) -> Task:
    text = reading.document.text
    charges = find_charges(text, span, reading.mentions)
    deadlines = tuple(find_deadlines(text, span, reading.issued, reading.masked))
    hard = [d for d in deadlines if d.kind.value != "duration"]
    if not hard:
        deadlines = (*deadlines, *handed.deadlines)
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
    return _with_refs(reading, task)


def _with_refs(reading: Reading, task: Task) -> Task:
    keys = [
        r.key
        for r in reading.references
        if r.evidence.span and task.span.start <= r.evidence.span.start < task.span.end
    ]
    return replace(task, refs=tuple(dict.fromkeys(keys)))


def _report_to(reading: Reading, span: Span) -> tuple[str, ...]:
    """Return to whom the words report: báo cáo UBND huyện, gửi về Phòng Nội vụ."""
    names = [
        u.unit.name
        for u in reading.mentions
        if span.start <= u.start
        and u.end <= span.end
        and _REPORTED.search(reading.document.text, max(span.start, u.start - 40), u.start)
    ]
    return tuple(dict.fromkeys(names))


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in " \n\f\t":
        start += 1
    while end > start and text[end - 1] in " \n\f\t":
        end -= 1
    return Span(start, end)


# --- news ---------------------------------------------------------------------------------------------------------------------------------

_DEMAND = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?: cho)?|chỉ đạo|nhấn mạnh|lưu ý|quán triệt)(?!\w)(?! của| từ)", re.IGNORECASE
)
_HEARD = re.compile(
    r"(?i)theo (?:dự thảo|báo cáo|tờ trình|đề án|đó)|^(?:tại hội nghị, )?[^.;]{0,60}(?:đã )?(?:đề xuất|kiến nghị|phát biểu thảo luận|báo cáo|trình bày)\b"
)
_SPEAKER_AGAIN = re.compile(
    r",\s*(?=(?:đồng chí|Chủ tịch|Bí thư|Phó Bí thư)(?: [A-ZĐÀ-Ỹ]\w*){0,4}(?: cũng)? (?:yêu cầu|đề nghị|giao)(?!\w))"
)
_SPEAKER = re.compile(r"(?i)(?:đồng chí|bí thư|chủ tịch|thường trực|ban thường vụ|phó|kết luận|phát biểu|hội nghị)")


def _news(reading: Reading) -> Iterator[Task]:
    """Yield what speakers demand, sentence by sentence; a demand without a unit goes on over the sentences that follow it."""
    text = reading.document.text
    opening = re.compile(
        rf"(?:{verbs()['assigning'].pattern}|(?:tập trung|chủ động|tiếp tục|tăng cường|đẩy mạnh|nâng cao|khẩn trương|thực hiện|đối với [^;.]{{5,90}}(?:yêu cầu|đề nghị)|(?:đồng chí|chủ tịch|bí thư)[^;.]{{0,60}}(?:yêu cầu|đề nghị|giao))(?!\w))",
        re.IGNORECASE,
    )
    number = 0
    for item in reading.document.items:
        open_demand = False
        units: tuple[Assignee, ...] = ()
        for sentence in sentences(text, item.span):
            said = prepare(text[sentence.start : sentence.end])
            if _HEARD.search(said) and not re.search(r"(?i)(?:yêu cầu|giao) (?:các|UBND|cho)", said):
                open_demand = False
                continue
            for clause in clauses(text, sentence, opening, _SPEAKER_AGAIN):
                words = text[clause.start : clause.end]
                charges = [c for c in find_charges(text, clause, reading.mentions) if c.role is Role.LEAD]
                demand = _DEMAND.search(words)
                demanded = demand is not None and (
                    any(c.rule in ("assign.charged", "assign.asked") for c in charges)
                    or re.search(r"(?i)(?:đề nghị|yêu cầu)(?: \w+){0,3}? (?:phải|cần|tập trung|tiếp tục)", words)
                )
                if demanded and (_SPEAKER.search(text[item.span.start : clause.end]) or charges):
                    open_demand = True
                    opening_charges = [c for c in charges if c.mention.start - clause.start < _NEAR]
                    units = tuple(replace(a, inherited=True) for a in assignees(opening_charges, ())) or units
                elif not (open_demand and duties.bids(words)):
                    open_demand = open_demand and clause.end < sentence.end
                    continue
                if len(words) < 25 or (duties.formula(words) == "formula.praise" and not demanded):
                    continue
                number += 1
                yield _task(reading, f"¶{number}", _trim(text, clause), Handed("duty", units), "task.demand")
