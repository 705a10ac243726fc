"""Where the next rule comes from: rules that never fire, words near a task cue that no rule took.

In: records of papers. Out: counts, over all of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from vbcli.extract import duties
from vbcli.extract.assignments import groups, mentions_within
from vbcli.extract.outline_marks import content_start
from vbcli.extract.reading import find_mentions
from vbcli.extract.sentences import sentences
from vbcli.lexicon.cues import sections, verbs
from vbcli.lexicon.rules import rules
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.model.document import Document, Item, Part
from vbcli.model.evidence import Span
from vbcli.model.record import Record
from vbcli.model.rules import RuleEntry, RuleKind, Survey, UnknownWords
from vbcli.text.fold import fold, unify_tones

MOST = 20
"""Words that each list shows."""
_CUE = re.compile(r"(?i)(?<!\w)(?:giao|yêu\s+cầu|đề\s+nghị|phân\s+công)(?:\s+cho)?\s*$")
_TWO_WORDS = re.compile(r"[\s,]*(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+)?)")
_NO_VERB = re.compile(
    r"(?i)(?:và|các|của|cho|về|với|tại|ở|trên|theo|thuộc|trong|từ|có|là|này|nêu|đã|được|để|khi|nếu|do|như|đối|đến|những|một|mỗi|toàn|thì|cùng|sau|trước)(?!\w)"
)
_HEADING = 120
_SAMPLE = 100
_HEADER = (
    *("doc_type", "number", "issued_on", "place", "issuer"),
    *("subject", "signer", "signer_title", "signed_for"),
)


class Surveyor:
    """Counts over papers as they come."""

    def __init__(self) -> None:
        self.documents = 0
        self.failed = 0
        self._fired: Counter[str] = Counter()
        self._kinds: set[str] = set()
        self._after: Counter[str] = Counter()
        self._items: Counter[str] = Counter()
        self._samples: dict[str, str] = {}

    def take(self, record: Record) -> None:
        """Count what one paper shows."""
        self.documents += 1
        mentions = find_mentions(record.document)
        self._fired.update(_rules_of(record))
        self._kinds.update(m.unit.kind for m in mentions)
        self._fired.update(_cues_of(record.document))
        for words, sample in _after_units(record.document, mentions):
            self._count(self._after, words, sample)
        starts = {m.start for m in mentions}
        for item in _numbered(record.document.items):
            found = _at_item(record.document, item, starts)
            if found:
                self._count(self._items, *found)

    def _count(self, counter: Counter[str], words: str, sample: str) -> None:
        counter[words] += 1
        self._samples.setdefault(words, sample)

    def survey(self) -> Survey:
        """Return what was counted."""
        known = rules().values()
        silent = tuple(rule for rule in known if not self._did_fire(rule))
        return Survey(self.documents, self.failed, len(known), silent, self._most(self._after), self._most(self._items))

    def _did_fire(self, rule: RuleEntry) -> bool:
        if rule.kind is not RuleKind.UNIT:
            return bool(self._fired[rule.id])
        names = tuple(fold(name) for name in rule.names)
        return rule.id in self._kinds or any(k == n or k.startswith(f"{n} ") for k in self._kinds for n in names)

    def _most(self, counter: Counter[str]) -> tuple[UnknownWords, ...]:
        ordered = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(UnknownWords(words, times, self._samples[words]) for words, times in ordered[:MOST])


def _rules_of(record: Record) -> Iterator[str]:
    header = record.document.header
    yield from (getattr(header, name).evidence.rule for name in _HEADER)
    if header.doc_type.value:
        yield header.doc_type.value
    yield from (r.evidence.rule for r in record.references)
    for task in record.tasks:
        yield task.evidence.rule
        yield from (a.evidence.rule for a in task.assignees)
        yield from (d.evidence.rule for d in task.deadlines)


def _cues_of(document: Document) -> Iterator[str]:
    for p in document.paragraphs:
        if p.part not in (Part.BODY, Part.ANNEX) or p.cells:
            continue
        heading = unify_tones(document.text[p.content.start : p.content.end]).strip(" .:*-–")
        if len(heading) < _HEADING:
            yield from (c.id for c in sections() if c.regex.search(heading))
        for sentence in sentences(document.text, p.content):
            said = duties.formula(document.text[sentence.start : sentence.end])
            if said:
                yield said


def _after_units(document: Document, mentions: tuple[UnitMention, ...]) -> Iterator[tuple[str, str]]:
    """Yield the two words behind a unit that is charged, where no verb is known there, with their sentence."""
    text = document.text
    for p in document.paragraphs:
        if p.part is not Part.BODY or p.cells:
            continue
        for group in groups(text, mentions_within(mentions, p.span)):
            start, end = group[0].start, group[-1].end
            after = text[end : p.span.end].replace("\f", " ")
            if not _CUE.search(text[p.span.start : start]) or verbs()["predicate"].match(after):
                continue
            found = _TWO_WORDS.match(after)
            if found and not _NO_VERB.match(found["words"]):
                yield _plain(found["words"]), _sample(text, Span(max(p.span.start, start - 20), p.span.end))


def _numbered(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        if item.style not in ("prose", "row", "annex"):
            yield item
        yield from _numbered(item.children)


def _at_item(document: Document, item: Item, starts: set[int]) -> tuple[str, str] | None:
    """Return the two words that open an item which bids nobody in words that we know, with the item."""
    begin = item.own.start + content_start(document.text[item.own.start : item.own.end], item)
    words = document.text[begin : item.own.end].replace("\f", " ").strip()
    found = _TWO_WORDS.match(words)
    heading = words.isupper() or words.endswith(":") or duties.section_voice(words) is not None
    if not found or heading or begin in starts or _NO_VERB.match(words):
        return None
    if duties.bids(words) or duties.opens_with_noun(words) or duties.formula(words):
        return None
    return _plain(found["words"]), _sample(document.text, Span(begin, item.own.end))


def _plain(words: str) -> str:
    return " ".join(unify_tones(words).lower().split())


def _sample(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    return words if len(words) <= _SAMPLE else f"{words[:_SAMPLE].rsplit(' ', 1)[0]} …"
