"""Sentences and clauses of a paragraph, by position.

A full stop ends a sentence only before a capital; those of `TP.`, `KT.`, `1.500`, `v.v.` do not.
"""

import re
from collections.abc import Iterator

from vbcli.model.evidence import Span

_END = re.compile(r"(?:[.!?…]|\.{3})[”\")*]*\s+(?=[“\"(]?[A-ZĐÀ-ỸĂÂÊÔƠƯ])")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|TX|TT|đ/c|Đ/c|KT|TM|TL|TUQ|Q|v\.v|ThS|TS|PGS|GS|Tr|Mr|Bs|St|\d|[A-ZĐ]))$")


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the sentences that stand within a span of the text."""
    start = span.start
    for m in _END.finditer(text, span.start, span.end):
        if m.group().startswith(".") and _ABBREVIATED.search(text[max(span.start, m.start() - 6) : m.start()]) and not text[m.start() - 4 : m.start()].isdigit():
            continue
        yield Span(start, m.end() - len(m.group()) + len(m.group().rstrip()))
        start = m.end()
    if start < span.end:
        yield Span(start, span.end)


def clauses(text: str, span: Span, opening: re.Pattern[str]) -> Iterator[Span]:
    """Yield the parts of a sentence, cut at each semicolon behind which `opening` matches."""
    start = span.start
    for m in re.finditer(r"\s*;\s*", text[span.start : span.end]):
        at = span.start + m.end()
        if opening.match(text, at):
            yield Span(start, span.start + m.start())
            start = at
    if start < span.end:
        yield Span(start, span.end)
