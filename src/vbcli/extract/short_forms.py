"""Papers named again in short: `Nghị quyết số 07`, `Chỉ thị nêu trên`, `(sau đây gọi tắt là Quy chế phối hợp)`.

A short form is resolved only where exactly one paper of the text fits; what stays open is a mention without a number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from vbcli.extract.cited import type_ids
from vbcli.lexicon.numbers import match_key
from vbcli.lexicon.relations import CITES, pinpoint_of, relation_of
from vbcli.model.document import Paragraph
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Mention, Reference

_TYPES = r"Nghị quyết|Chỉ thị|Kết luận|Thông báo|Kế hoạch|Quyết định|Quy định|Quy chế|Công văn|Công điện|Chương trình|Đề án|Nghị định|Thông tư|Hướng dẫn|Tờ trình|Báo cáo|Luật"
_SHORT = re.compile(
    rf"(?<!\w)(?P<type>{_TYPES})[\s\f]+(?:số[\s\f]+)?(?P<no>\d{{1,4}})(?![\w/]|\s?[-–]\s?[A-ZĐ]|\s?/|[.,]\d|\s*,\s*\d|\s+và\s+\d)"
)
_BACK = re.compile(rf"(?<!\w)(?P<type>{_TYPES}|[Vv]ăn bản)\s+(?:nêu trên|nói trên|trên)(?!\w)")
_ALIAS = re.compile(
    r"[(,]?\s*(?:sau đây\s+)?(?:được\s+)?(?:gọi tắt|viết tắt|gọi chung|gọi)\s+là\s*:?\s*[“\"]?(?P<alias>[A-ZĐÀ-Ỹ][^,.;:()“”\"\n]{3,60}?)[”\"]?\s*(?=[).;,]|$)",
    re.IGNORECASE,
)
_FAR = 260
"""Characters between a citation and the alias that is given to it: the title of the paper stands there."""


def resolved(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[Reference]
) -> tuple[list[Reference], tuple[Mention, ...]]:
    """Return the short forms that mean one paper of the text, and what is meant but not named."""
    aliases = _aliases(text, paragraphs, found)
    taken = [r.evidence.span for r in found if r.evidence.span]
    short: list[Reference] = []
    mentions: list[Mention] = []
    for paragraph in paragraphs:
        for where, words, target in _candidates(text, paragraph, found, aliases):
            if any(t.start < where.end and where.start < t.end for t in taken):
                continue
            if target is None:
                mentions.append(Mention(words, where))
                continue
            taken.append(where)
            pinpoint, before = pinpoint_of(text[paragraph.span.start : where.start])
            clause = re.split(r"[.;]\s", before)[-1]
            short.append(
                Reference(
                    target.key,
                    target.doc_type,
                    target.issued_on,
                    target.issuer,
                    words,
                    Evidence("reference.short", where, 0.8),
                    relation_of(clause) or CITES,
                    pinpoint,
                )
            )
    return short, tuple(sorted(mentions, key=lambda m: m.span.start))


def _candidates(
    text: str, paragraph: Paragraph, found: Sequence[Reference], aliases: dict[str, Reference]
) -> Iterator[tuple[Span, str, Reference | None]]:
    """Yield (place, words, the paper that is meant); None for a back reference that stays open."""
    start, end = paragraph.span
    for alias, target in aliases.items():
        for m in re.compile(rf"(?<!\w){re.escape(alias)}(?!\w)(?!\s*/)").finditer(text, start, end):
            yield Span(m.start(), m.end()), m.group(), target
    for m in _SHORT.finditer(text, start, end):
        one = _only(r for r in found if _fits(r, m["type"], m["no"]))
        if one:
            yield Span(m.start(), m.end()), " ".join(m.group().split()), one
    for m in _BACK.finditer(text, start, end):
        yield Span(m.start(), m.end()), " ".join(m.group().split()), _meant(text, m, found)


def _fits(reference: Reference, kind: str, number: str) -> bool:
    return reference.doc_type == type_ids().get(kind.lower()) and match_key(reference.key).split("|")[0] == str(
        int(number)
    )


def _only(references: Iterable[Reference]) -> Reference | None:
    """Return the first of the references where all name one paper."""
    all_of = list(references)
    return all_of[0] if len({r.key for r in all_of}) == 1 else None


def _meant(text: str, m: re.Match[str], found: Sequence[Reference]) -> Reference | None:
    """Return the one paper of its type that was named before `… nêu trên`, None where another of the type may be meant."""
    before = [r for r in found if r.evidence.span and r.evidence.span.end <= m.start()]
    if m["type"].lower() == "văn bản":
        # any paper may be called so; only one that was named so, or as a letter, is meant for sure
        before = [r for r in before if re.match(r"(?i)văn bản|công văn", r.words)] if _only(before) else []
    else:
        before = [r for r in before if r.doc_type == type_ids().get(m["type"].lower())]
    one = _only(before)
    if one is None or one.evidence.span is None:
        return None
    named = [r.evidence.span for r in found if r.evidence.span]
    unnumbered = re.compile(rf"(?<!\w){re.escape(m['type'])}\s+(?:của|về|ngày|liên)(?!\w)")
    stray = any(
        not any(s.start <= u.start() < s.end for s in named)
        for u in unnumbered.finditer(text, one.evidence.span.end, m.start())
    )
    return None if stray else one


def _aliases(text: str, paragraphs: Sequence[Paragraph], found: Sequence[Reference]) -> dict[str, Reference]:
    """Return the names that the text gives to papers it cites: `(sau đây gọi tắt là Quy chế phối hợp)`.

    A bare type (`gọi tắt là Kế hoạch`) is no name: every paper of the kind is called so.
    """
    aliases: dict[str, Reference] = {}
    for paragraph in paragraphs:
        for m in _ALIAS.finditer(text, paragraph.span.start, paragraph.span.end):
            alias = " ".join(m["alias"].split())
            opens = re.match(rf"(?i)(?:{_TYPES})\s+\S", alias)
            behind = [r for r in found if r.evidence.span and 0 <= m.start() - r.evidence.span.end <= _FAR]
            inside = [r for r in behind if r.evidence.span and r.evidence.span.start >= paragraph.span.start]
            kind = next((i for name, i in type_ids().items() if alias.lower().startswith(name)), None)
            fitting = [r for r in inside if r.doc_type == kind]
            if opens and fitting and not re.search(r"\d+\s*[-/]", alias):
                aliases[alias] = fitting[-1]
    return aliases
