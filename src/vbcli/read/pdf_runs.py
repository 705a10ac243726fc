"""The text of a page taken word by word where it is plainly set: several times as fast as letter by letter.

The first and the last letter of a word say where it stands. That holds while nothing is turned or slanted, no mark
stands apart from its letter, and no word reaches into another, as those do that are set in two fonts: the letters that
one font lacks are laid between those of the other.
"""

import ctypes
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count, pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vbcli.model.source import Box
from vbcli.read.pdf_calls import address_of, angle_at, box_at, is_generated, object_at
from vbcli.read.pdf_glyphs import Face, Font, Glyph, Placing, Tally, font_at, letter, origin_of, runs_level

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
_AROUND = 1.0
"""Of the font size: how far above or below a field a line may stand that it belongs to."""
_INTO = 0.1
"""Of the font size: how far a word may lean into the next."""

_RECT, _RIGHT = 4, 2
"""Floats of a box, and which of them is its right edge."""
_FLOAT = ctypes.sizeof(ctypes.c_float)
_glyph: Callable[[tuple[Any, ...]], Glyph] = partial(tuple.__new__, Glyph)  # half the time of naming the fields


class _Setting(NamedTuple):
    """What is the same for all letters of a text object."""

    font: Font
    base: float
    is_level: bool
    blanks: bool
    """Whether all blanks of its height are wanted."""


class _Odd(Exception):  # noqa: N818  (not a fault: the page is read the other way)
    """The page is not plainly set."""


def read_runs(text: Any, place: Placing, tally: Tally, fields: Sequence[Box]) -> tuple[Glyph, ...] | None:
    """Return the words of a page, those in two fonts in pieces; None where it must be read letter by letter.

    On the height of `fields` laid over the page, in points as shown, all blanks too, not only those between words that
    stand close together.
    """
    if abs(place.xy) > _STRAIGHT or abs(place.yx) > _STRAIGHT or place.xx <= 0 or place.yy >= 0:
        return None
    written = text_of(text)
    if written is None:
        return None
    try:
        found, is_orderly = _runs(text, written, place, tally, fields)
    except _Odd:
        return None
    return None if not is_orderly and _is_interlaced(found) else tuple(found)


def text_of(text: Any) -> str | None:
    """Return the text, a code unit to the character; None where the two do not run side by side."""
    length = text.count_chars()
    buffer = (ctypes.c_ushort * (length + 1))()
    if length and pdfium.FPDFText_GetText(text.raw, 0, length, buffer) != length + 1:
        return None
    written = bytes(buffer)[: 2 * length].decode("utf-16-le", "surrogatepass")
    if len(written) != length or _APART.search(written):
        return None
    return written.replace(_ALSO_LINE_END, _LINE_END)


def _runs(text: Any, written: str, place: Placing, tally: Tally, fields: Sequence[Box]) -> tuple[list[Glyph], bool]:
    """Return the words, and whether those of each height follow one another from left to right."""
    raw = address_of(text.raw)
    pieces = _pieces(raw, written)
    starts, ends = _edges(raw, pieces)
    settings: dict[int, _Setting] = {}
    faces: dict[int, Face] = {}
    found: list[Glyph] = []
    scale, left = place.xx, place.x
    is_mapped = _MAPPED.search(written) is not None
    # The height of the last word, how far it reaches with the gap that divides, and where it ends in the text.
    last, reach, end = math.nan, 0.0, 0
    rows: dict[int, float] = {}
    far, is_orderly = -math.inf, True
    for (begin, stop, item), start, edge in zip(pieces, starts, ends, strict=True):
        setting = settings.get(item)
        if setting is None:
            setting = settings[item] = _setting(raw, begin, place, font_at(raw, begin, item, faces), fields)
        font, base, is_level, blanks = setting
        if not is_level:
            tally.slanted += stop - begin
            continue
        size = font.size
        if font.invisible:
            tally.invisible += stop - begin
        x0, x1 = scale * start + left, scale * edge + left
        shown = written[begin:stop]
        if is_mapped or font.coding is not None:
            shown = "".join(letter(ord(character), font) for character in shown)
        if end < begin and (blanks or (base == last and x0 <= reach)):
            found += _blanks(raw, end, begin, font, place)
        if base != last:
            if last == last:  # noqa: PLR0124 (not the first)
                rows[round(last)] = far
            far = rows.get(round(base), -math.inf)
        if x0 < far:
            is_orderly = False
        inner = x1 - _INTO * size
        far = max(x0, inner)  # never less than before: else the words are not in order
        found.append(_glyph((shown, x0, x1, base, size, font.bold, font.italic, False, font.coding, font.capitals)))
        last, reach, end = base, x1 + _NEAR * size, stop
    return found, is_orderly


def _edges(raw: int, pieces: Sequence[tuple[int, int, int]]) -> tuple[list[float], list[float]]:
    """Return where each piece begins and ends across the page."""
    room = (ctypes.c_float * (2 * _RECT * len(pieces)))()
    step = 2 * _RECT * _FLOAT
    first = ctypes.addressof(room)
    firsts = map(box_at, repeat(raw), [begin for begin, _, _ in pieces], count(first, step))
    lasts = map(box_at, repeat(raw), [stop - 1 for _, stop, _ in pieces], count(first + _RECT * _FLOAT, step))
    if not (all(firsts) and all(lasts)):
        raise _Odd
    values = room[:]
    return values[:: 2 * _RECT], values[_RECT + _RIGHT :: 2 * _RECT]


def _pieces(raw: int, written: str) -> list[tuple[int, int, int]]:
    """Return begin, end and text object of each word, or of its pieces where it has several.

    The characters of a text object follow one another, so what begins and ends in one lies in it.
    """
    pieces: list[tuple[int, int, int]] = []
    length = len(written)
    known, reached = 0, 0
    for run in _RUN.finditer(written):
        begin, stop = run.span()
        if stop <= reached:
            pieces.append((begin, stop, known))
            continue
        item = object_at(raw, begin) or 0
        if item == (object_at(raw, stop - 1) or 0):
            pieces.append((begin, stop, item))
            step = _STRIDE
            known, reached = item, stop
            while item and stop + step <= length and object_at(raw, stop + step - 1) == item:
                reached, step = stop + step, 2 * step
            continue
        for at in range(begin + 1, stop):
            other = object_at(raw, at) or 0
            if item != other:
                pieces.append((begin, at, item))
                begin, item = at, other
        pieces.append((begin, stop, item))
    return pieces


def _setting(raw: int, index: int, place: Placing, font: Font, fields: Sequence[Box]) -> _Setting:
    angle = angle_at(raw, index)
    is_level = runs_level(angle, place)
    if is_level and angle >= 0 and min(angle, 2 * math.pi - angle) > _STRAIGHT:
        raise _Odd
    base = origin_of(raw, index, place)[1]
    near = _AROUND * font.size
    return _Setting(font, base, is_level, any(box.top - near <= base <= box.bottom + near for box in fields))


def _blanks(raw: int, begin: int, end: int, font: Font, place: Placing) -> Iterator[Glyph]:
    """Yield the blanks of the file between two words."""
    rect = pdfium.FS_RECTF()
    for index in range(begin, end):
        if is_generated(raw, index) or not box_at(raw, index, ctypes.addressof(rect)):
            continue
        x0, x1 = place.xx * rect.left + place.x, place.xx * rect.right + place.x
        yield Glyph(" ", x0, x1, origin_of(raw, index, place)[1], font.size, font.bold, font.italic)


def _is_interlaced(found: Sequence[Glyph]) -> bool:
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
