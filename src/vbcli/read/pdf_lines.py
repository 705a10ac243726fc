"""Glyphs of a page into words and visual lines, from their places alone."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, sub
from statistics import median
from typing import Generic, TypeVar

from vbcli.model.source import Box
from vbcli.read.characters import plain
from vbcli.read.pdf_glyphs import Glyph
from vbcli.read.pdf_page import Page
from vbcli.text.legacy_fonts import in_capitals, to_unicode

_SAME_LINE = 0.35
"""Of the font size: baselines this near are one line."""
_RAISED = 0.5
"""The same where one is much smaller: m², 8ʰ30."""
_SMALLER = 0.8
_OVERLAY_REACH = 0.75
"""Of the font size: numbers laid over a blank sit a little off its line."""
_RULE = "_"
_ON_LINE = 0.15
_WORD_GAP = 0.18
_TOUCHING = 0.03
_WIDE_GAP = 2.5
"""Of the font size: a gap that is a column or a blank left open, shown as three blanks."""
_DOUBLE_STRIKE = 0.08
"""Of the font size: the same letter drawn again this near is a poor man's bold."""
_DESCENT = 0.22


_text_in, _left, _right = attrgetter("text"), attrgetter("x0"), attrgetter("x1")
_height, _size, _capitals = attrgetter("base"), attrgetter("size"), attrgetter("capitals")
_coding = attrgetter("coding")


Word = Glyph
"""Letters without a blank between them, put together: mostly one glyph, which is not made anew."""

Value = TypeVar("Value")


class _Kept(Generic[Value]):
    """Worked out when first asked for, then kept: `cached_property` without the lock, half of whose time that is."""

    def __init__(self, made: "Callable[[Line], Value]") -> None:
        self._made = made
        self._name = made.__name__
        self.__doc__ = made.__doc__

    def __get__(self, line: "Line", _: "type[Line] | None" = None) -> Value:
        value = line.__dict__[self._name] = self._made(line)
        return value


@dataclass(frozen=True)
class Line:
    """Words on one height, from left to right; those of two columns may share it."""

    # No slots: what follows from the words is asked for again and again, and kept.

    words: tuple[Word, ...]
    base: float

    @_Kept
    def widest(self) -> float:
        """Return the widest gap between two words that follow each other; none of a single word."""
        return max(map(sub, map(_left, self.words[1:]), map(_right, self.words)), default=-math.inf)

    @_Kept
    def text(self) -> str:
        """Return the words with a blank between them, three where the gap is wide."""
        if self.widest < _WIDE_GAP * min(map(_size, self.words)):
            return plain(" ".join(map(_text_in, self.words)))
        return _spaced(self.words)

    @_Kept
    def printed(self) -> str:
        """Return the text as fonts of capitals print it; "" where they print what was typed."""
        if not any(map(_capitals, self.words)):
            return ""
        shown = _spaced([w._replace(text=in_capitals(w.text)) if w.capitals else w for w in self.words])
        return shown if shown != self.text else ""

    @_Kept
    def size(self) -> float:
        """Return the usual font size of the line."""
        sizes: list[float] = list(map(_size, self.words))
        return round(sizes[0] if len(set(sizes)) == 1 else median(sizes), 1)

    @_Kept
    def box(self) -> Box:
        """Return the rectangle around the words."""
        size = max(map(_size, self.words))
        return Box(
            round(self.words[0].x0, 1),
            round(self.base - size, 1),
            round(max(map(_right, self.words)), 1),
            round(self.base + _DESCENT * size, 1),
        )


def _spaced(words: Sequence[Word]) -> str:
    parts = [words[0].text]
    end = words[0].x1
    for text, x0, x1, _, size, *_ in words[1:]:
        parts += (" " if x0 - end < _WIDE_GAP * size else "   ", text)
        end = x1
    return plain("".join(parts))


def page_lines(page: Page) -> list[Line]:
    """Return the lines of a page from top to bottom, what was laid over a line put into it."""
    drawn = tuple(glyph for glyph in page.glyphs if glyph.text == _RULE) if _RULE in map(_text_in, page.glyphs) else ()
    rows = _rows(tuple(glyph for glyph in page.glyphs if glyph.text != _RULE) if drawn else page.glyphs)
    for rule in _rows(drawn):
        _with_blank(rows, rule).extend(rule)
    for overlay in page.overlays:
        for row in _rows(overlay.glyphs):
            _nearest(rows, row).extend(row)
    lines = [Line(words, base) for base, words in ((_base(row), _words(row)) for row in rows) if words]
    return sorted(lines, key=_height)


def overlay_text(glyphs: Iterable[Glyph]) -> str:
    """Return the text of a field, its lines divided by line feeds."""
    lines = sorted((_base(row), _words(row)) for row in _rows(tuple(glyphs)))
    return "\n".join(plain(" ".join(word.text for word in words)) for _, words in lines if words)


def _rows(glyphs: tuple[Glyph, ...]) -> list[list[Glyph]]:
    """Return the glyphs by height: compared with the first of a row, so that rows do not creep down the page."""
    rows: list[list[Glyph]] = []
    base, size = -math.inf, 0.0
    for height, group in groupby(sorted(glyphs, key=_height), key=_height):
        level = list(group)
        begin = 0
        while begin < len(level) and height - base <= _reach(size, level[begin].size):
            rows[-1].append(level[begin])
            begin += 1
        if begin < len(level):
            rows.append(level[begin:])
            base, size = height, level[begin].size
    return rows


def _reach(one: float, other: float) -> float:
    large = max(one, other)
    return (_RAISED if min(one, other) < _SMALLER * large else _SAME_LINE) * large


def _with_blank(rows: list[list[Glyph]], rule: list[Glyph]) -> list[Glyph]:
    """Return the row whose blank is drawn with underscores ("Số: ____/KH"); a new one for a rule under a heading."""
    for row in rows:
        level = abs(_base(row) - _base(rule)) <= _ON_LINE * rule[0].size
        if level and not any(g.x0 < r.x1 - 1 and r.x0 < g.x1 - 1 for g in row for r in rule if not g.text.isspace()):
            return row
    rows.append([])
    return rows[-1]


def _nearest(rows: list[list[Glyph]], row: list[Glyph]) -> list[Glyph]:
    """Return the row that an overlaid text belongs to; a new one where none is near."""
    base, size = _base(row), row[0].size
    near = [r for r in rows if abs(_base(r) - base) <= _OVERLAY_REACH * size]
    if near:
        return min(near, key=lambda r: abs(_base(r) - base))
    rows.append([])
    return rows[-1]


def _base(row: list[Glyph]) -> float:
    """Return the baseline of most of the row; blanks left for a number count as well."""
    bases: list[float] = list(map(_height, row))
    return bases[0] if len(set(bases)) == 1 else median(bases)


def _words(row: list[Glyph]) -> tuple[Word, ...]:
    blanks = [glyph for glyph in row if glyph.text.isspace()] if any(map(str.isspace, map(_text_in, row))) else []
    written = sorted((glyph for glyph in row if not glyph.text.isspace()) if blanks else row, key=_left)
    if _narrowest(written) > _WORD_GAP * max(map(_size, written), default=0.0):
        return tuple(map(_in_unicode, written) if any(map(_coding, written)) else written)
    groups: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in written:
        size = glyph.size
        if last is None or (glyph.x0 - last.x1 > _WORD_GAP * size and glyph.x0 - last.x1 > _WORD_GAP * last.size):
            groups.append([glyph])
        elif last.text == glyph.text and glyph.x0 - last.x0 < _DOUBLE_STRIKE * size:
            continue
        elif _divided(last, glyph, blanks):
            groups.append([glyph])
        else:
            groups[-1].append(glyph)
        last = glyph
    return tuple(_word(group) for group in groups)


def _divided(left: Glyph, right: Glyph, blanks: list[Glyph]) -> bool:
    """Tell whether a word ends between two glyphs that stand close together.

    Digits laid over blanks are not divided by these, but they are from the word before and after the blanks.
    """
    if left.overlaid and right.overlaid:
        return False
    if left.overlaid or right.overlaid:
        touching = left.text.isalnum() and right.text.isalnum() and left.text.isdigit() != right.text.isdigit()
        return touching or any(blank.x1 > left.x0 and blank.x0 < right.x1 for blank in blanks)
    if right.x0 - left.x1 < _TOUCHING * right.size:
        return False
    edge = 0.1 * min(left.x1 - left.x0, right.x1 - right.x0)
    return any(left.x1 - edge <= (blank.x0 + blank.x1) / 2 <= right.x0 + edge for blank in blanks)


def _narrowest(row: Sequence[Glyph]) -> float:
    """Return the narrowest gap of a row; endless where it has none."""
    return min(map(sub, map(_left, row[1:]), map(_right, row)), default=math.inf)


def _in_unicode(glyph: Glyph) -> Word:
    return glyph._replace(text=to_unicode(glyph.text, glyph.coding), coding=None) if glyph.coding else glyph


def _word(glyphs: list[Glyph]) -> Word:
    if len(glyphs) == 1:
        return _in_unicode(glyphs[0])
    letters = [g for g in glyphs if any(map(str.isalnum, g.text))] or glyphs
    return Word(
        _text(glyphs),
        glyphs[0].x0,
        max(g.x1 for g in glyphs),
        median(g.base for g in glyphs),
        median(g.size for g in glyphs),
        all(g.bold for g in letters),
        all(g.italic for g in letters),
        all(g.capitals for g in letters),
    )


def _text(glyphs: list[Glyph]) -> str:
    """Return the letters of a word, those of old fonts in Unicode."""
    text = ""
    for coding, group in groupby(glyphs, key=lambda g: g.coding):
        typed = "".join(g.text for g in group)
        text += to_unicode(typed, coding) if coding else typed
    return text
