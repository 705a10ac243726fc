"""Reports of meetings: what speakers demand, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vbcli.extract import duties
from vbcli.extract.assignments import Charge, assignees, find_charges, mentions_within
from vbcli.extract.bidding import is_duty
from vbcli.extract.outline_marks import content_start
from vbcli.extract.reading import Handed, Reading, make_task, trimmed
from vbcli.extract.sentences import clauses, cut_at, sentences
from vbcli.extract.unlisted import subject
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_names import prepare
from vbcli.model.document import Item
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Role, Task

_SHORTEST = 14
"""Characters; what is shorter demands nothing that could be followed up."""
_NEAR = 130
"""Characters; a unit that a speaker names further on in a sentence is charged with that part alone."""
_DEMAND = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?: cho)?|chỉ đạo|phân công|nhấn mạnh|lưu ý|quán triệt)(?!\w)(?! của| từ)",
    re.IGNORECASE,
)
# "bí thư đảng ủy xã Canh Nậu đề nghị huyện quan tâm": a request upward
_HEARD = re.compile(
    r"(?i)theo (?:dự thảo|báo cáo|tờ trình|đề án|đó)|(?:cử tri|người dân|(?:bí thư|chủ tịch|lãnh đạo|đại diện)[^,.;:]{0,40}(?<!thị) (?:xã|thị trấn))"
    r"[^,.;:]{0,40} đề nghị (?:(?:UBND|Ủy ban nhân dân|Thường trực|Ban Thường vụ|các cơ quan|các phòng|lãnh đạo) )?(?:huyện|tỉnh|thành phố|thị xã|cấp trên|phòng|sở)(?!\w)|^(?:tại hội nghị, )?[^.;]{0,60}(?:đã )?(?:đề xuất|kiến nghị|phát biểu thảo luận|báo cáo|trình bày)\b"
)
_ORDER_FIRST = re.compile(
    r"(?i)\W*(?:(?:kết luận|phát biểu)[^,.;:]{0,60},\s*)?(?:đồng chí [^,.;:]{0,50}?|đồng chí )?(?:cũng )?"
    r"(?:yêu cầu|giao(?: cho)?|đề nghị|chỉ đạo|lưu ý|phân công) "
)
"""What begins with an order is none the less one where its own words say what is to be reported."""
_SPEAKER_AGAIN = re.compile(
    r",\s*(?=(?:đồng chí|Chủ tịch|Bí thư|Phó Bí thư)(?: [A-ZĐÀ-Ỹ]\w*){0,4}(?: cũng)? (?:yêu cầu|đề nghị|giao)(?!\w))"
)
_SPEAKER = re.compile(r"(?i)(?:đồng chí|bí thư|chủ tịch|thường trực|ban thường vụ|phó|kết luận|phát biểu|hội nghị)")


_CLAUSES = re.compile(
    rf"(?:{verbs()['assigning'].pattern}|(?:tập trung|chủ động|tiếp tục|tăng cường|đẩy mạnh|nâng cao|khẩn trương|thực hiện"
    r"|đối với [^;.]{5,90}(?:yêu cầu|đề nghị)|(?:đồng chí|chủ tịch|bí thư)[^;.]{0,60}(?:yêu cầu|đề nghị|giao))(?!\w))",
    re.IGNORECASE,
)
"""Behind a semicolon these open a demand of its own."""
_DEEDS = re.compile(rf"{_CLAUSES.pattern}|{verbs()['doing'].pattern}", re.IGNORECASE)
_LISTED = re.compile(r"(?i)(?:nhiệm vụ|nội dung|giải pháp|công việc|vấn đề|việc)(?!\w)[^.;:]{0,60}:\s+(?=[^\W\d])")
"""`… tập trung một số việc: rà soát …; hoàn thành …`: each deed behind it is a demand."""
_INLINE = re.compile(r"(?<=:)\s*\(?\w{1,2}\)\s*\Z")
_MUST = re.compile(r"(?i)(?:đề nghị|yêu cầu)(?: \w+){0,3}? (?:phải|cần|tập trung|tiếp tục)")
_REPORTED_ORDER = re.compile(r"(?i)(?:yêu cầu|giao) (?:các|UBND|cho)")
_TELLS = re.compile(
    r"(?<!\w)(?P<verb>lưu ý|nhấn mạnh|chỉ đạo|quán triệt|phân công|yêu cầu|đề nghị|giao)(?: rằng)?(?P<pause>[,:]?)\s+",
    re.IGNORECASE,
)
_SAID_BY = re.compile(
    r"(?i)(?:^|[\s,;])(?:đồng chí|đ/c|bí thư|chủ tịch|thường trực|ban thường vụ|ông|bà)(?!\w)[^,.;:]{0,70}\Z"
)
"""Up to the verb: who speaks; `UBND huyện chỉ đạo Công an huyện …` may tell of what is done anyway."""
_NO_ORDER = re.compile(
    r"(?i)(?<!\w)(?:đã|đang|luôn|vừa|từng|được|sự|việc|theo|về|các|những|công tác|đáp ứng|nhiệm vụ)\s+\Z"
)
_STRESSED = re.compile(r"(?i)[^,.;:]{0,60}?\s(?:phải|cần|khẩn trương|có trách nhiệm|tập trung|tiếp tục)(?!\w)")
_ALONE = re.compile(r"(?i)\W*(?:(?:đồng thời|bên cạnh đó|ngoài ra|mặt khác)[\s,]+)?(?:cũng )?\Z")
_POINTS = re.compile(
    r"(?i)(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|nhấn mạnh|quán triệt)(?!\w)[^.;]*(?:nhiệm vụ|giải pháp|nội dung|công việc|vấn đề|việc)(?!\w)[^.;:]{0,40}:\s*\Z"
)
"""`Đồng chí yêu cầu thực hiện tốt một số nhiệm vụ sau:` names nobody and opens orders all the same."""


def news_tasks(reading: Reading) -> Iterator[Task]:
    """Yield what speakers demand, sentence by sentence; a demand goes on over the sentences that follow it in its paragraph, and over the list that it opens."""
    text = reading.document.text
    for number, found in enumerate((o for i in reading.document.items for o in _orders(reading, i, i.span.start)), 1):
        handed = Handed("duty", found.units)
        yield make_task(reading, f"¶{number}", trimmed(text, found.span), handed, "task.demand", heard=found.heard)


@dataclass(frozen=True, slots=True)
class _Order:
    """A stretch that demands something."""

    span: Span
    units: tuple[Assignee, ...]
    """Of whom, where the stretch itself names nobody."""
    heard: Span | None = None
    """Where units and deadlines are read: behind the speaker and the verb."""


def _orders(reading: Reading, item: Item, begins: int) -> Iterator[_Order]:
    """Yield the orders of a paragraph and of what stands below it; `begins`: where that began to which it belongs."""
    demands = _Demands(reading, begins)
    own = _lead_in(reading, item) if item.children else item.own
    opens = bool(item.children) and reading.document.text[: own.end].rstrip().endswith(":")
    yield from demands.within(own, opens=opens)
    marked = False
    for child in item.children:
        if child.style != "prose":
            marked = True
            yield from (
                _points(reading, child, demands.units) if opens and demands.open else _orders(reading, child, begins)
            )
        elif marked or child.children:
            yield from _orders(reading, child, begins)
        else:
            yield from demands.within(child.own)


def _lead_in(reading: Reading, item: Item) -> Span:
    """Return the words above a list, without a caption between and without the mark of the first point: `… nội dung sau: (1)`."""
    text = reading.document.text
    own = Span(item.own.start, min(item.own.end, reading.document.paragraphs[item.paragraph].span.end))
    mark = _INLINE.search(text, own.start, own.end)
    return Span(own.start, mark.start()) if mark else own


def _points(reading: Reading, item: Item, units: tuple[Assignee, ...]) -> Iterator[_Order]:
    """Yield a point of a list that a demand opens, and what stands below it."""
    text = reading.document.text
    start = item.own.start + content_start(text[item.own.start : item.own.end], item)
    own = trimmed(text, Span(start, item.own.end))
    words = text[own.start : own.end]
    if item.children and words.endswith(":"):
        named = [c for c in find_charges(text, own, reading.mentions, item=True) if c.role is Role.LEAD]
        units = tuple(replace(a, inherited=True) for a in assignees(named, ())) or units
    elif is_duty(reading, own, words, Handed("duty", units), marked=True):
        yield _Order(own, units)
    for child in item.children:
        yield from (
            _points(reading, child, units) if child.style != "prose" else _orders(reading, child, item.span.start)
        )


@dataclass(slots=True)
class _Demands:
    """What a speaker demands in one paragraph, as far as it was read."""

    reading: Reading
    begins: int
    """Where that began in which somebody speaks."""
    open: bool = False
    """Somebody has demanded: what follows goes on with it."""
    units: tuple[Assignee, ...] = ()
    """Of whom."""

    def within(self, span: Span, *, opens: bool = False) -> Iterator[_Order]:
        """Yield the demands of a stretch; where it `opens` a list, its last words ask only what stands below them."""
        text = self.reading.document.text
        for sentence in sentences(text, span):
            if self.only_tells(sentence):
                continue
            for part in cut_at(text, sentence, self._acting(sentence)):
                opening = _DEEDS if _LISTED.search(text, sentence.start, part.end) else _CLAUSES
                for clause in clauses(text, part, opening, _SPEAKER_AGAIN):
                    found = self.order(clause, sentence)
                    if found and not (opens and text[: clause.end].rstrip().endswith(":")):
                        yield found

    def _acting(self, sentence: Span) -> set[int]:
        """Return where units begin that act for themselves; one right behind another goes on with a list of them."""
        text, mentions = self.reading.document.text, self.reading.mentions
        here = mentions_within(mentions, sentence)
        ends = {m.end for m in here}
        return {
            m.start
            for m in here
            if not any(e in ends for e in range(m.start - 4, m.start))
            and any(
                c.opens and c.role is Role.LEAD and c.mention.start == m.start
                for c in find_charges(text, Span(m.start, sentence.end), mentions)
            )
        }

    def only_tells(self, sentence: Span) -> bool:
        """Tell whether a sentence reports a draft or a request upward; it ends what was demanded."""
        said = prepare(self.reading.document.text[sentence.start : sentence.end])
        tells = bool(_HEARD.search(said)) and not _REPORTED_ORDER.search(said) and not _ORDER_FIRST.match(said)
        self.open = self.open and not tells
        return tells

    def order(self, clause: Span, sentence: Span) -> _Order | None:
        """Return the order of a clause that is a demand, or goes on with one; None where it is neither."""
        text = self.reading.document.text
        words = text[clause.start : clause.end]
        charges = [c for c in find_charges(text, clause, self.reading.mentions) if c.role is Role.LEAD]
        behind = self._behind_verb(clause, charges)
        if behind:
            self.open, self.units = True, tuple(replace(a, inherited=True) for a in behind.units)
            return behind
        if self._is_demand(clause, words, charges):
            self.open = True
            near = [c for c in charges if c.mention.start - clause.start < _NEAR]
            self.units = tuple(replace(a, inherited=True) for a in assignees(near, ())) or self.units
        elif not (self.open and (duties.bids(words) or charges)):
            self.open = self.open and clause.end < sentence.end
            return None
        elif duties.formula(words) == "formula.praise":
            return None
        return _Order(clause, self.units) if len(words) > _SHORTEST else None

    def _behind_verb(self, clause: Span, charges: Sequence[Charge]) -> _Order | None:
        """Return the order that follows a speaker's verb: `lưu ý Công an huyện lập phương án`, `yêu cầu trong tháng 5, các xã …`.

        Who is asked in so many words, `yêu cầu Công an huyện`, is read with the whole clause.
        """
        text = self.reading.document.text
        asked = min((c.mention.start for c in charges if c.rule in _ASKED), default=clause.end)
        for m in _TELLS.finditer(text, clause.start, clause.end):
            if m.end() >= asked:
                break
            before = text[clause.start : m.start()]
            asks = m["verb"].lower() in ("yêu cầu", "đề nghị", "giao")
            by = asks or _SAID_BY.search(before) or (self.open and _ALONE.match(before))
            if not by or _NO_ORDER.search(before):
                continue
            heard = Span(m.end(), clause.end)
            named = self._charged(heard)
            ends = max((a.evidence.span.end for a in named if a.evidence.span), default=heard.end)
            if named and (m["verb"].lower() != "nhấn mạnh" or _STRESSED.match(text, ends)):
                return _Order(clause, named, heard)
        return None

    def _charged(self, heard: Span) -> tuple[Assignee, ...]:
        """Return who shall act in words that begin behind a verb of order."""
        text = self.reading.document.text
        led = [c for c in find_charges(text, heard, self.reading.mentions) if c.role is Role.LEAD]
        if led:
            return assignees(led, ()) if led[0].opens else ()
        words = prepare(text[heard.start : heard.end])
        raw = subject(words, [])
        if raw is None or raw.start:
            return ()
        where = Span(heard.start, heard.start + raw.end)
        return (Assignee(raw.unit, Role.LEAD, inherited=False, evidence=Evidence("assign.subject", where, 0.75)),)

    def _is_demand(self, clause: Span, words: str, charges: Sequence[Charge]) -> bool:
        if not _DEMAND.search(words):
            return False
        asked = any(c.rule in _ASKED for c in charges)
        stressed = bool(charges) and duties.must(words)
        spoken = bool(charges) or bool(_SPEAKER.search(self.reading.document.text[self.begins : clause.end]))
        return spoken and (asked or stressed or bool(_MUST.search(words) or _POINTS.search(words)))


_ASKED = ("assign.charged", "assign.asked")
