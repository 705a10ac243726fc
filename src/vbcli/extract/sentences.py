"""Sentences and clauses of a paragraph, by position.

A full stop ends a sentence only before a capital; those of `TP.`, `KT.`, `1.500`, `v.v.` do not.
"""

import re
from collections.abc import Container, Iterator

from vbcli.model.evidence import Span

_END = re.compile(r"(?:(?:[.!?…]|\.{3})[”\")*]*\s+|…)(?=[“\"(]?[A-ZĐÀ-ỸĂÂÊÔƠƯ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:TP|Tp|TX|TT|đ/c|Đ/c|KT|TM|TL|TUQ|Q|v\.v|ThS|TS|PGS|GS|Tr|Mr|Bs|St|[A-ZĐ]))$|^\W*\d{1,2}$"
)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the sentences that stand within a span of the text."""
    start = span.start
    for m in _END.finditer(text, span.start, span.end):
        if m.group().startswith(".") and _ABBREVIATED.search(text[max(span.start, m.start() - 6) : m.start()]):
            continue
        yield Span(start, m.end() - len(m.group()) + len(m.group().rstrip()))
        start = m.end()
    if start < span.end:
        yield Span(start, span.end)


def clauses(text: str, span: Span, opening: re.Pattern[str], again: re.Pattern[str] | None = None) -> Iterator[Span]:
    """Yield the parts of a sentence, cut at each semicolon behind which `opening` matches, and where `again` matches."""
    cuts = [
        (span.start + m.start(), span.start + m.end())
        for m in re.finditer(r"\s*;\s*", text[span.start : span.end])
        if opening.match(text, span.start + m.end())
    ]
    if again:
        cuts += [(m.start(), m.end()) for m in again.finditer(text, span.start, span.end)]
    start = span.start
    for end, following in sorted(cuts):
        yield Span(start, end)
        start = following
    if start < span.end:
        yield Span(start, span.end)


def cut_at(text: str, span: Span, starts: Container[int]) -> Iterator[Span]:
    """Yield the parts of a sentence, cut at each semicolon behind which one of `starts` stands (a unit of its own)."""
    start = span.start
    for m in re.finditer(r"\s*;\s*(?:đồng thời,?\s+|giao\s+|đề nghị\s+|yêu cầu\s+)?", text[span.start : span.end]):
        if span.start + m.end() in starts:
            yield Span(start, span.start + m.start())
            start = span.start + m.start() + len(re.match(r"\s*;\s*", m.group()).group())  # type: ignore[union-attr]
    if start < span.end:
        yield Span(start, span.end)
