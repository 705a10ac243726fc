"""Outline → tasks: the one module that knows units, deadlines, references and duties.

Walks the outline with what a parent hands down: leads, deadlines, and whether items are duties here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vbcli.extract import duties, lists
from vbcli.extract.activities import describes, is_activity, is_agenda, read_activity
from vbcli.extract.assignments import Charge, assignees, find_charges, mentions_within
from vbcli.extract.bidding import TITLE, is_duty, is_timed
from vbcli.extract.deadlines import find_deadlines
from vbcli.extract.due_dates import Issued
from vbcli.extract.news import news_tasks
from vbcli.extract.outline_marks import content_start
from vbcli.extract.reading import Handed, Reading, find_mentions, limits, make_task, trimmed, with_refs
from vbcli.extract.sentences import cut_at, sentences
from vbcli.extract.task_tables import row_tasks
from vbcli.extract.unlisted import heading_of_duties
from vbcli.lexicon.document_types import by_id
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.lexicon.unit_names import find_units, prepare
from vbcli.model.document import Document, Item, Part
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Deadline, Reference, Role, Task
from vbcli.text.fold import fold
from vbcli.text.quotations import quotations, quoted_at

_PARTLY = re.compile(
    r"[,;]?\s*(?:trong đó|cụ thể|bao gồm|gồm)(?:\s+(?:tập trung|có|là|như sau))?\s*:\s*$", re.IGNORECASE
)
"""A duty that names parts of itself below: `Rà soát, bổ sung phương án …, trong đó:`."""
_BELONGING = re.compile(r"(?<!\w)(?:thuộc|trực thuộc|của)\s+\Z")
"""`các phòng, ban thuộc UBND huyện`: the body behind is not addressed."""


_FIRST_ARTICLE = re.compile(r"^Điều 1\s*[.:]", re.MULTILINE)


def find_tasks(document: Document, references: tuple[Reference, ...], issued: Issued) -> tuple[Task, ...]:
    """Return the tasks of a document in text order."""
    kind = by_id().get(document.header.doc_type.value or "")
    voice = kind.voice if kind else _voice_of_unknown(document)
    if voice == "none":
        return ()
    article = _FIRST_ARTICLE.search(document.text)
    quoted = quotations(document.text, [p.span for p in document.paragraphs])
    mentions = tuple(m for m in find_mentions(document) if not quoted_at(quoted, m.start))
    reading = Reading(document, references, mentions, issued, article.start() if article else 0, quoted)
    if voice == "news":
        return tuple(news_tasks(reading))
    if kind and kind.id == "nghi_quyet" and article:
        voice = "explicit"  # a State resolution lays down rules; it bids only where it says who
    handed = Handed({"directive": "duty", "norm": "none"}.get(voice, "explicit"), _addressees(document))
    return tuple(sorted(_items(reading, document.items, handed), key=lambda t: t.span))


def _voice_of_unknown(document: Document) -> str:
    """Return how a paper of unknown type speaks: an annex that is kept by itself may list anything, so it bids only where it says who."""
    return "directive" if any(p.part is Part.BODY for p in document.paragraphs) else "explicit"


def _addressees(document: Document) -> tuple[Assignee, ...]:
    """Return the units of Kính gửi: they lead where nobody else is named."""
    out: dict[str, Assignee] = {}
    for entry in document.header.recipients:
        for m in find_units(entry.text):
            if _BELONGING.search(entry.text, 0, m.start):
                continue
            where = Span(entry.span.start + m.start, entry.span.start + m.end)
            out.setdefault(
                m.unit.key,
                Assignee(m.unit, Role.LEAD, inherited=True, evidence=Evidence("assign.addressee", where, 0.7)),
            )
    return tuple(out.values())


def _items(reading: Reading, items: Sequence[Item], handed: Handed) -> Iterator[Task]:
    opened = next((k for k, i in enumerate(items) if i.children or i.style not in ("prose", "row")), -1)
    told = {id(i) for i in items[:opened]} if opened > 0 else set()
    for is_row, run in groupby(items, key=lambda i: i.style == "row"):
        batch = list(run)
        if is_row:
            for _, rows in groupby(batch, key=lambda i: reading.document.paragraphs[i.paragraph].table):
                yield from (
                    with_refs(reading, t) for t in row_tasks(reading.document, list(rows), reading.issued, handed.units)
                )
            continue
        for item in batch:
            # what stands before the first list tells of the matter; only an order in so many words counts there
            yield from _item(
                reading, item, replace(handed, voice="told") if id(item) in told and handed.voice == "duty" else handed
            )


def _item(reading: Reading, item: Item, handed: Handed) -> Iterator[Task]:
    text = reading.document.text
    own = Span(item.own.start + content_start(text[item.own.start : item.own.end], item), item.own.end)
    own = trimmed(text, own)
    inline = re.search(r"\(?\w{1,2}\)\s*$", text[own.start : own.end]) if item.children else None
    if inline and item.children[0].style in ("paren", "alpha") and item.children[0].paragraph == item.paragraph:
        own = trimmed(text, Span(own.start, own.start + inline.start()))
    words = text[own.start : own.end]
    if item.style == "prose" and not item.children:
        yield from _prose(reading, item, own, handed)
        return
    if item.children:
        if is_agenda(text, item):
            below = tuple(c for c in item.children if not describes(text, c))
            yield from _items(reading, below, replace(handed, voice="duty" if handed.voice == "told" else handed.voice))
            return
        if is_activity(text, item) and not duties.is_schedule(words):
            yield read_activity(reading, item, handed)
            return
        yield from _parent(reading, item, own, words, handed)
        return
    if is_duty(reading, own, words, handed, marked=True):
        yield make_task(reading, item.locator, own, handed, "task.item")


def _parent(reading: Reading, item: Item, own: Span, words: str, handed: Handed) -> Iterator[Task]:
    """Read an item with items below it: what it hands down, and what it asks beyond them."""
    text = reading.document.text
    voice = _voice_below(reading, item, words, handed)
    # a title in capitals names those whom a paper is about
    titled = item.style == "prose" and words.isupper() and not words.rstrip().endswith(":")
    charges = find_charges(text, own, reading.mentions) if len(words) < 1500 and not titled else []
    leads = [c for c in charges if c.role is Role.LEAD]
    along = _going_along(text, own, words, charges)
    headed = () if titled else _heading_units(reading, own)
    units = handed.units
    if headed or leads:
        chosen = assignees([replace(c, opens=True) for c in charges], ()) if leads and not headed else (*headed, *along)
        units = tuple(replace(a, inherited=True) for a in chosen)
        voice = "duty" if voice == "explicit" else voice
    elif along:
        units = (*units, *(replace(a, inherited=True) for a in along))
    listed_things = _things(reading, item, own, words, replace(handed, voice=voice, units=units))
    if listed_things is not None:
        yield from listed_things
        return
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
        main = trimmed(text, Span(own.start, own.start + tail.start() if tail else listed[-2].end))
        if (
            is_duty(reading, main, text[main.start : main.end], replace(handed, voice=voice))
            and len(text[main.start : main.end]) > 45
        ):
            yield make_task(
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
        asked = replace(handed, voice=voice)
        if item.style != "prose" and lists.asks_beyond(reading, item, own) and is_duty(reading, own, words, asked):
            yield make_task(reading, item.locator, own, asked, "task.parent")
        below = _handed_down(reading, listed[-1] if item.style == "prose" and listed else own, item)
    yield from _items(reading, item.children, Handed(voice, units, noted or below or handed.deadlines))


def _going_along(text: str, own: Span, words: str, charges: Sequence[Charge]) -> tuple[Assignee, ...]:
    """Return who is named to go along in the sentence that opens a list: `Phòng A chủ trì, phối hợp với Phòng B:`."""
    if not words.rstrip().endswith(":"):
        return ()
    opening = next(reversed(list(sentences(text, own))), own)
    found = [c for c in charges if c.role is Role.SUPPORT and c.mention.start >= opening.start]
    return tuple(a for a in assignees(found, ()) if a.role is Role.SUPPORT)


def _voice_below(reading: Reading, item: Item, words: str, handed: Handed) -> str:
    """Return how the items below a heading or lead-in are read."""
    label = words if len(words) < TITLE else words.split(":", 1)[0]
    voice = duties.section_voice(label) if len(label) < TITLE else None
    part = reading.document.paragraphs[item.paragraph].part
    if lists.forbids(words):
        return "none"
    if voice is None and lists.invites(words) and handed.voice != "none":
        return "invited"
    if part is Part.ANNEX and item.style == "annex":
        voice = voice or ("duty" if handed.voice == "duty" else None)
    if voice == "none" and item.style == "article" and handed.voice in ("explicit", "timed", "duty"):
        voice = "timed"  # "Điều 6. Thời gian …": rules, but who sends what by when is told
    elif voice == "none" and duties.is_schedule(label) and handed.voice in ("told", "duty"):
        voice = "explicit"
    if voice is None:
        voice = "none" if duties.is_past(words) and not words.rstrip().endswith(":") else handed.voice
        if handed.voice == "explicit" and re.search(r"(?i)(?:giao|yêu cầu|nhiệm vụ|trách nhiệm)", words):
            voice = "duty"
    return handed.voice if handed.voice in ("none", "timed", "invited") and voice != "duty" else voice


_BLANKS = re.compile(r"\.{5,}|…{2,}|_{4,}")


def _things(reading: Reading, item: Item, own: Span, words: str, handed: Handed) -> list[Task] | None:
    """Read a lead-in whose list holds things, not deeds, as one task; None where the items are duties of their own."""
    if not words.rstrip().endswith(":") and not lists.opens_contents(words):
        return None
    if _BLANKS.search(reading.document.text, own.start, item.span.end):
        return None  # a form to be filled in
    barred = lists.forbids(words)
    listed, rest = _of_list(item)
    contents = (lists.opens_contents(words) or lists.asks_opinions(reading, words, listed)) and not any(
        lists.acts(reading, c) for c in listed
    )
    if not barred and not contents and (not lists.names_things(reading, listed) or lists.is_generic(reading, own)):
        return None
    charged = any(c.role is Role.LEAD for c in find_charges(reading.document.text, own, reading.mentions, item=True))
    asked = replace(handed, voice="explicit") if barred else handed
    known = charged or (duties.bids(words) and not duties.opens_with_noun(words))
    if contents and not charged and lists.consists(words):
        return []
    if not known or (barred and not charged) or not is_duty(reading, own, words, asked, marked=item.style != "prose"):
        return [] if barred or (contents and lists.describes_a_paper(words)) else None
    whole = trimmed(reading.document.text, Span(own.start, listed[-1].span.end if rest else item.span.end))
    # a sentence that opens a list takes no place in the numbering: its first item stands for it
    task = make_task(reading, item.locator or item.children[0].locator, whole, handed, "task.list", heard=own)
    below = lists.sent_by(reading, Span(item.children[0].span.start, whole.end)) if not task.deadlines else ()
    return [replace(task, deadlines=below or task.deadlines), *_items(reading, rest, handed)]


def _of_list(item: Item) -> tuple[Sequence[Item], Sequence[Item]]:
    """Return the items of a list and the unmarked paragraphs behind it, which say something of their own; without marks all are of the list."""
    end = max((k for k, c in enumerate(item.children, 1) if c.style != "prose"), default=len(item.children))
    return item.children[:end], item.children[end:]


def _handed_down(reading: Reading, span: Span, item: Item) -> tuple[Deadline, ...]:
    """Return the deadlines that a heading sets for the items below it: hard limits; a sentence that opens a list sets days only."""
    found = find_deadlines(reading.document.text, span, reading.issued, reading.masked)
    days = ("deadline.before-date", "deadline.by-date", "deadline.until-date")
    return tuple(
        replace(d, inherited=True)
        for d in found
        if not d.soft and (d.due or d.rrule) and (item.style != "prose" or d.evidence.rule in days)
    )


# "Điều 8. Trách nhiệm, quyền hạn của …", not "Đánh giá mức độ hoàn thành nhiệm vụ của viên chức"
_DUTIES_OF = re.compile(
    r"(?i)\W*(?:điều \d+\W+)?(?:về\s+)?(?:(?:vai trò|vị trí|chức năng|quyền(?: hạn)?|nghĩa vụ|nhiệm vụ|trách nhiệm|một số|các|phân công)(?:,| và|\s)\s*)*(?:trách\s+nhiệm|nhiệm\s+vụ|quyền\s+hạn|nghĩa\s+vụ)\s+(?:cụ\s+thể\s+)?của\s"
)


def _heading_units(reading: Reading, own: Span) -> tuple[Assignee, ...]:
    """Return the units of a heading that is nothing but units: `1. Ủy ban nhân dân thị xã`, `3. Giao UBND huyện:`."""
    text = reading.document.text
    words = text[own.start : own.end]
    m = re.match(
        r"(?i)\s*(?:giao(?:\s+nhiệm\s+vụ)?(?:\s+cho)?|đề\s+nghị|yêu\s+cầu|(?:kính\s+)?mời|trách\s+nhiệm\s+của|đối\s+với|về\s+phía|nhiệm\s+vụ\s+của)?\s*",
        words,
    )
    start = own.start + (m.end() if m else 0)
    inside = mentions_within(reading.mentions, own)
    local = [UnitMention(u.start - own.start, u.end - own.start, u.unit) for u in inside]
    unlisted = heading_of_duties(prepare(words), local)
    if unlisted and _DUTIES_OF.match(words):
        where = Span(own.start + unlisted.start, own.start + unlisted.end)
        return (
            Assignee(unlisted.unit, Role.LEAD, inherited=False, evidence=Evidence("assign.duties-of", where, 0.75)),
        )
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


def _prose(reading: Reading, item: Item, own: Span, handed: Handed) -> Iterator[Task]:
    """Read an unmarked paragraph: below a heading of units it is one task; elsewhere each sentence that bids somebody."""
    text = reading.document.text
    words = text[own.start : own.end]
    named = any(a.evidence.rule != "assign.addressee" for a in handed.units if a.role is Role.LEAD)
    if handed.voice == "duty" and named and item.locator.count("/"):
        if is_duty(reading, own, words, handed):
            yield make_task(reading, item.locator, own, handed, "task.paragraph")
        return
    if handed.voice == "none" or (handed.voice == "explicit" and own.start < reading.enacts_at):
        return
    pieces: list[Span] = []
    unled: set[int] = set()
    dated: set[int] = set()
    addressed = bool(handed.units) and reading.document.header.doc_type.value != "quyet_dinh"
    here = mentions_within(reading.mentions, own)
    ends = {m.end for m in here}
    # a semicolon right behind a unit goes on with the list of units
    starts = {m.start for m in here if not any(e in ends for e in range(m.start - 4, m.start))}
    ordered = Span(own.start, own.start)
    for whole, sentence in ((s, c) for s in sentences(text, own) for c in cut_at(text, s, starts)):
        if quoted_at(reading.quoted, sentence.start):
            continue
        said = text[
            sentence.start : next(
                (q.start for q in reading.quoted if sentence.start < q.start < sentence.end), sentence.end
            )
        ]
        leads = [c for c in find_charges(text, sentence, reading.mentions) if c.role is Role.LEAD]
        led = (
            any(c.rule != "assign.subject" or duties.must(said) or ordered == whole for c in leads)
            if handed.voice == "told"
            else bool(leads)
        )
        if duties.formula(said) or duties.is_told(said) or said.rstrip().endswith(":"):
            continue
        if handed.voice == "timed" and not is_timed(reading, sentence, said):
            continue
        if led and not (duties.is_past(said)):
            pieces.append(sentence)
            ordered = whole  # behind a semicolon the order goes on: "…; Công an huyện tăng cường …"
        elif pieces and pieces[-1].end >= sentence.start - 2 and (duties.bids(said) or _goes_on(said)):
            pieces[-1] = Span(pieces[-1].start, sentence.end)
        elif addressed and not leads and (duties.orders(said) or _is_sent(reading, sentence, said)):
            pieces.append(sentence)
            unled.add(sentence.start)
        elif not leads and handed.voice != "explicit" and _is_timed(reading, sentence):
            pieces.append(sentence)
            dated.add(sentence.start)
    for piece in pieces:
        told = handed if piece.start in unled else replace(handed, units=())
        rule = "task.dated" if piece.start in dated else "task.sentence"
        yield make_task(reading, item.locator, trimmed(text, piece), told, rule)


def _is_timed(reading: Reading, sentence: Span) -> bool:
    """Tell whether a unit opens a sentence with a verb that nobody has listed, and a day stands behind it: `Sở A niêm phong … trước ngày …`."""
    text = reading.document.text
    issuer = reading.document.header.issuer.value or ""
    opening = [c for c in find_charges(text, sentence, reading.mentions, item=True) if c.role is Role.LEAD and c.opens]
    return (
        bool(opening)
        and all(fold(c.mention.unit.name) != fold(issuer) for c in opening)
        and not duties.tells_of_past(text[sentence.start : sentence.end])
        and any(d.due or d.rrule for d in limits(reading, sentence))
    )


_SENT = re.compile(r"(?i)(?:gửi|nộp|báo cáo|chuyển|đăng ký)(?: kết quả| bằng văn bản)?(?: về| đến| cho| tới)")


def _is_sent(reading: Reading, sentence: Span, words: str) -> bool:
    """Tell whether a sentence says where something goes and by when: `Kết quả gửi về Văn phòng trước ngày 20/6/2024`."""
    return (
        bool(_SENT.search(words))
        and not duties.is_past(words)
        and any(d.due for d in find_deadlines(reading.document.text, sentence, reading.issued, reading.masked))
    )


def _goes_on(sentence: str) -> bool:
    return bool(
        re.match(r"(?i)\s*(?:thời (?:gian|hạn)|kết quả|báo cáo|hoàn thành|trong đó|đồng thời|gửi|hình thức)", sentence)
    )
