"""Documents that a text cites.

`Thông báo số 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy` → key, type, date, issuer, the words, how it is cited.
Finding comes first; then short forms (`Nghị quyết số 07`) are resolved, only where exactly one candidate stands.
"""

import re
from collections.abc import Iterator

from vbcli.extract.cited import LIST, Cited, cited_in
from vbcli.extract.short_forms import resolved
from vbcli.lexicon.numbers import match_key
from vbcli.lexicon.relations import CITES, is_ended, is_passive, pinpoint_of, relation_of, relation_of_lead
from vbcli.model.document import Document, Paragraph, Part
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Mention, Reference

_BREAKS = re.compile(r"(?<!\bTP)(?<!\bTp)(?<!\b[A-Z])[.;?!]\s+|\(|\t")
_SENTENCE = re.compile(r"(?<!\bTP)(?<!\bTp)(?<!\b[A-Z])[.?!]\s+(?=[A-ZĐÀ-Ỹ])|\t")
_MARK = re.compile(r"^\s*(?:[-+•*–]|\(?\w{1,3}[.)])?\s*")
_HEADS = ("basis", "implements", "answers", "repeals", "replaces", "attaches")
"""Relations that hold for a whole list: `Căn cứ A về …; B về …`."""


def find_references(document: Document) -> tuple[tuple[Reference, ...], tuple[Mention, ...]]:
    """Return the references of a document in text order, and what is meant but not named."""
    found: list[Reference] = []
    own = match_key(document.header.number.value) if document.header.number.value else None
    paragraphs = tuple(_cited_in(document))
    lead = ""
    for paragraph in paragraphs:
        words = _words(document.text, paragraph)
        here = list(_in_paragraph(words, paragraph, lead))
        for reference in here:
            if match_key(reference.key) == own and reference.issued_on in (None, document.header.issued_on.value):
                continue
            found.append(reference)
        if words.rstrip().endswith(":"):
            lead = words
        elif not (here and paragraph.label):
            lead = ""
    short, mentions = resolved(document.text, paragraphs, found)
    return tuple(sorted((*found, *short), key=_position)), mentions


def _position(reference: Reference) -> int:
    return reference.evidence.span.start if reference.evidence.span else 0


def _cited_in(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs that may cite: body, annexes, and the subject."""
    subject = document.header.subject.evidence.span
    for p in document.paragraphs:
        if p.part in (Part.BODY, Part.ANNEX, Part.NOTE) or (p.part is Part.HEAD and subject and subject.covers(p.span)):
            yield p


def _words(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.span.start : paragraph.span.end].replace("\f", " ").replace("\n", " ")


def _in_paragraph(words: str, paragraph: Paragraph, lead: str) -> Iterator[Reference]:
    base = paragraph.span.start
    opening = paragraph.content.start - base if paragraph.label else 0
    before: Cited | None = None
    last, head = CITES, None
    cited = cited_in(words)
    ended = _ended(words, cited)
    for i, c in enumerate(cited):
        pinpoint, rest = pinpoint_of(words[max(before.end if before else opening, 0) : c.start])
        if before and _SENTENCE.search(rest):
            head = None
        relation = _relation(rest, before, last, head, lead)
        if head is None or ";" in rest:
            head = relation if relation in _HEADS else head
        yield Reference(
            c.key,
            c.doc_type,
            c.issued_on,
            c.issuer.name if c.issuer else None,
            " ".join(words[c.start : c.end].split()),
            Evidence(c.rule, Span(base + c.start, base + c.end), c.confidence),
            "repeals" if relation == CITES and i in ended else relation,
            pinpoint,
        )
        before, last = c, relation


def _ended(words: str, cited: list[Cited]) -> set[int]:
    """Return which of the cited papers the words behind them put out of force: `A, B và C hết hiệu lực kể từ ngày …`."""
    found: set[int] = set()
    for i in range(len(cited) - 1, -1, -1):
        after = cited[i + 1].start if i + 1 < len(cited) else len(words)
        if is_ended(words[cited[i].end : after]) or (i + 1 in found and LIST.match(words[cited[i].end : after])):
            found.add(i)
    return found


def _relation(rest: str, before: Cited | None, last: str, head: str | None, lead: str) -> str:
    """Return how a paper is cited: by the words before it, by the list that it stands in, by the lead-in of the list."""
    if before and LIST.match(rest):
        return last
    if before is None and not _MARK.sub("", rest):
        return relation_of_lead(lead) or CITES
    clause = _BREAKS.split(rest)[-1]
    if is_passive(clause):
        return last if before and last in ("basis", "implements", "guides") else CITES
    own = relation_of(clause)
    if own:
        return own
    # "Căn cứ A về …; B về …": what B begins with has no verb of its own
    listed = before and re.search(r"(?:[,;]|\svà)\s+(?:các\s+)?(?:số\s+)?$", rest)
    return head if listed and head else CITES
