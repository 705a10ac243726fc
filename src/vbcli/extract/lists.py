"""What the words above a list open: duties, the contents of a paper, guests, or what nobody may do.

`Sở Nội vụ kiểm tra các đơn vị sau: - UBND huyện A; - UBND huyện B` is one task; `… thực hiện các nhiệm vụ sau: - Rà soát …` opens tasks.
"""

import re
from collections.abc import Sequence

from vbcli.extract import duties
from vbcli.extract.assignments import find_charges, mentions_within
from vbcli.extract.outline_marks import content_start
from vbcli.extract.reading import Reading, limits
from vbcli.extract.sentences import sentences
from vbcli.lexicon.cues import lead_ins, verbs
from vbcli.model.document import Item
from vbcli.model.evidence import Span
from vbcli.model.task import Deadline, DeadlineKind, Role
from vbcli.text.fold import unify_tones

_ENDS = re.compile(r"[.;:\s]+$")
_ABOUT = re.compile(r"^(?:về|đối với)\s+(?:việc\s+)?", re.IGNORECASE)
_SENT = re.compile(
    r"(?:gửi|nộp|báo cáo|chuyển|trình|đăng ký)(?: [^\s.;:,]+){0,5}? (?:về|đến|cho|tới|qua)(?!\w)|(?:báo cáo|trình) (?=[A-ZĐ])",
)


def _plain(words: str) -> str:
    return unify_tones(" ".join(words.split()))


def forbids(words: str) -> bool:
    """Tell whether the words open a list of what nobody may do: `không được thực hiện các hành vi sau:`."""
    return bool(lead_ins()["ban"].search(_plain(words)))


def invites(words: str) -> bool:
    """Tell whether the words open a list of guests, or the whole body of an invitation."""
    return bool(lead_ins()["guests"].search(_plain(words)))


def opens_contents(words: str) -> bool:
    """Tell whether the words open what a paper has to hold: `báo cáo gồm các nội dung sau:`, `trong đó nêu rõ:`."""
    return bool(lead_ins()["contents"].search(_plain(words)))


def asks_opinions(reading: Reading, words: str, listed: Sequence[Item]) -> bool:
    """Tell whether the words ask for opinions on the points below, the first of which is a thing."""
    return bool(lead_ins()["opinions"].search(_plain(words))) and names_things(reading, listed[:1])


def describes_a_paper(words: str) -> bool:
    """Tell whether the words only say what a paper consists of: `Đề án bao gồm những nội dung chính sau đây:`."""
    return bool(lead_ins()["paper"].search(_plain(words)))


_CONSISTS = re.compile(r"^\W*báo cáo(?: \S+){0,2} (?:bao )?gồm\b", re.IGNORECASE)


def consists(words: str) -> bool:
    """Tell whether a report is a thing here, not a deed: `Báo cáo gồm các phần sau:`."""
    return bool(_CONSISTS.search(_plain(words)))


def is_generic(reading: Reading, span: Span) -> bool:
    """Tell whether a lead-in asks nothing but what stands below it: `tập trung thực hiện các nhiệm vụ sau:`."""
    text = reading.document.text
    words = _plain(text[span.start : span.end])
    verb = _first_verb(reading, span)
    if verb is None:
        return True
    return bool(lead_ins()["carries"].search(verb)) and bool(lead_ins()["generic"].search(words))


def _first_verb(reading: Reading, span: Span) -> str | None:
    """Return the verb of duty of a lead-in with its adverbs: behind the last unit it charges, else at its head."""
    text = reading.document.text
    led = [c for c in find_charges(text, span, reading.mentions, item=True) if c.role is Role.LEAD]
    after = verbs()["predicate"].match(text, max(c.mention.end for c in led)) if led else None
    if after and after.end() <= span.end:
        return _plain(after.group())
    plain = _plain(text[span.start : span.end]).lstrip(' -–+•*“"')
    opening = verbs()["doing"].match(plain)
    return opening.group() if opening else None


def names_things(reading: Reading, listed: Sequence[Item]) -> bool:
    """Tell whether every item of a list is a thing, a body or a place, and none is a deed."""
    return all(not item.children and _is_thing(reading, item) for item in listed)


def _is_thing(reading: Reading, item: Item) -> bool:
    text = reading.document.text
    start = item.own.start + content_start(text[item.own.start : item.own.end], item)
    words = _ENDS.sub("", _plain(text[start : item.own.end]))
    named = mentions_within(reading.mentions, Span(start, item.own.end))
    if (
        named
        and named[0].start == start
        and named[-1].end >= start + len(text[start : item.own.end].rstrip(" .;,\n\f"))
    ):
        return True
    if acts(reading, item) or duties.bids(_ABOUT.sub("", words)):
        return False
    return duties.opens_with_noun(words) or not duties.bids_somewhere(words)


def acts(reading: Reading, item: Item) -> bool:
    """Tell whether an item names who shall act."""
    text = reading.document.text
    span = Span(item.own.start + content_start(text[item.own.start : item.own.end], item), item.own.end)
    return any(c.role is Role.LEAD for c in find_charges(text, span, reading.mentions, item=True))


def asks_beyond(reading: Reading, item: Item, own: Span) -> bool:
    """Tell whether the words above a list ask something of their own: with a day, to send it somewhere or of others than the items."""
    text = reading.document.text
    words = _plain(text[own.start : own.end])
    charges = [c for c in find_charges(text, own, reading.mentions, item=True) if c.role is Role.LEAD]
    if not charges or is_generic(reading, own) or not limits(reading, own):
        return False
    ours = {c.mention.unit.key for c in charges}
    theirs = {
        c.mention.unit.key
        for child in item.children
        for c in find_charges(text, child.own, reading.mentions, item=True)
        if c.role is Role.LEAD
    }
    return bool(_SENT.search(words)) or bool(theirs and not ours & theirs)


def sent_by(reading: Reading, span: Span) -> tuple[Deadline, ...]:
    """Return the deadlines of the sentences in a list that say where something goes and by when."""
    text = reading.document.text
    return tuple(
        d
        for sentence in sentences(text, span)
        if _SENT.search(_plain(text[sentence.start : sentence.end]))
        for d in limits(reading, sentence)
        if d.kind is not DeadlineKind.ON
    )
