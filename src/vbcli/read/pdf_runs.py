"""The text of a page taken word by word where it is plainly set: several times as fast as letter by letter.

The first and the last letter of a word say where it stands. That holds while nothing is turned or slanted, no mark
stands apart from its letter, and no word reaches into another, as those do that are set in two fonts: the letters that
one font lacks are laid between those of the other.
"""

import ctypes
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vbcli.read.pdf_glyphs import Font, Glyph, Placing, Tally, font_at, letter, runs_level

_RUN = re.compile(r"_|[^\s_]+")
_APART = re.compile("[\u0300-\u036f\ud800-\udfff]")
_MAPPED = re.compile("[\x02\xad\u2011\ue000-\uf8ff]")
_LINE_END, _ALSO_LINE_END = "\x02", "\ufffe"
_STRAIGHT = 0.002
"""Radians, and the slant of the page's map that counts as none."""
_NEAR = 0.2
"""Of the font size: words further apart are two, whether a blank stands between them or not."""
_STRIDE = 16
"""Characters after which it is first looked whether a text object goes on."""
_INTO = 0.1
"""Of the font size: how far a word may lean into the next."""

# The same functions of pdfium, told of by bare addresses: three times as fast, and each word needs four calls.
_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_box_at = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


class _Setting(NamedTuple):
    """What is the same for all letters of a text object."""

    font: Font
    base: float
    is_level: bool


class _Odd(Exception):  # noqa: N818  (not a fault: the page is read the other way)
    """The page is not plainly set."""


def read_runs(text: Any, place: Placing, tally: Tally, *, blanks: bool) -> tuple[Glyph, ...] | None:
    """Return the words of a page, those in two fonts in pieces; None where it must be read letter by letter.

    `blanks`: all blanks too, not only those between words that stand close together.
    """
    if abs(place.xy) > _STRAIGHT or abs(place.yx) > _STRAIGHT or place.xx <= 0 or place.yy >= 0:
        return None
    written = _text_of(text)
    if written is None:
        return None
    try:
        found = tuple(_runs(text, written, place, tally, blanks=blanks))
    except _Odd:
        return None
    return None if _is_interlaced(found) else found


def _text_of(text: Any) -> str | None:
    """Return the text, a code unit to the character; None where the two do not run side by side."""
    count = text.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and pdfium.FPDFText_GetText(text.raw, 0, count, buffer) != count + 1:
        return None
    written = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if len(written) != count or _APART.search(written):
        return None
    return written.replace(_ALSO_LINE_END, _LINE_END)


def _runs(text: Any, written: str, place: Placing, tally: Tally, *, blanks: bool) -> Iterator[Glyph]:
    raw, rect = ctypes.cast(text.raw, ctypes.c_void_p), pdfium.FS_RECTF()
    room = ctypes.byref(rect)
    settings: dict[int, _Setting] = {}
    scale, left = place.xx, place.x
    # The height of the last word, how far it reaches with the gap that divides, and where it ends in the text.
    last, reach, end = math.nan, 0.0, 0
    for begin, stop, item in _pieces(raw, written):
        setting = settings.get(item)
        if setting is None:
            setting = settings[item] = _setting(text, begin, place)
        font, base, is_level = setting
        if not is_level:
            tally.slanted += stop - begin
            continue
        if font.invisible:
            tally.invisible += stop - begin
        if not _box_at(raw, begin, room):
            raise _Odd
        x0 = scale * rect.left + left
        if stop - begin > 1 and not _box_at(raw, stop - 1, room):
            raise _Odd
        x1 = scale * rect.right + left
        shown = written[begin:stop]
        if font.coding is not None or _MAPPED.search(shown):
            shown = "".join(letter(ord(character), font) for character in shown)
        if end < begin and (blanks or (base == last and x0 <= reach)):
            yield from _blanks(text, end, begin, font, place)
        yield Glyph(shown, x0, x1, base, font.size, font.bold, font.italic, False, font.coding, font.capitals)
        last, reach, end = base, x1 + _NEAR * font.size, stop


def _pieces(raw: Any, written: str) -> Iterator[tuple[int, int, int]]:
    """Yield begin, end and text object of each word, or of its pieces where it has several.

    The characters of a text object follow one another, so what begins and ends in one lies in it.
    """
    count = len(written)
    known, reached = 0, 0
    for run in _RUN.finditer(written):
        begin, stop = run.span()
        if stop <= reached:
            yield begin, stop, known
            continue
        item = _object_at(raw, begin) or 0
        if item == (_object_at(raw, stop - 1) or 0):
            yield begin, stop, item
            step = _STRIDE
            known, reached = item, stop
            while item and stop + step <= count and _object_at(raw, stop + step - 1) == item:
                reached, step = stop + step, 2 * step
            continue
        for at in range(begin + 1, stop):
            other = _object_at(raw, at) or 0
            if item != other:
                yield begin, at, item
                begin, item = at, other
        yield begin, stop, item


def _setting(text: Any, index: int, place: Placing) -> _Setting:
    angle = pdfium.FPDFText_GetCharAngle(text.raw, index)
    is_level = runs_level(angle, place)
    if is_level and angle >= 0 and min(angle, 2 * math.pi - angle) > _STRAIGHT:
        raise _Odd
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
    return _Setting(
        font_at(text, index, pdfium.FPDFText_GetTextObject(text.raw, index)), place(x.value, y.value)[1], is_level
    )


def _blanks(text: Any, begin: int, end: int, font: Font, place: Placing) -> Iterator[Glyph]:
    """Yield the blanks of the file between two words."""
    rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(begin, end):
        if pdfium.FPDFText_IsGenerated(text.raw, index) or not pdfium.FPDFText_GetLooseCharBox(text.raw, index, rect):
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
        x0, x1 = place.xx * rect.left + place.x, place.xx * rect.right + place.x
        yield Glyph(" ", x0, x1, place(x.value, y.value)[1], font.size, font.bold, font.italic)


def _is_interlaced(found: tuple[Glyph, ...]) -> bool:
    """Tell whether a word reaches into another on its height."""
    heights: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for glyph in found:
        if glyph.text != " ":
            heights[round(glyph.base)].append((glyph.x0, glyph.x1 - _INTO * glyph.size))
    for row in heights.values():
        row.sort()
        if any(right[0] < left[1] for left, right in pairwise(row)):
            return True
    return False
