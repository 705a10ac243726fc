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
from itertools import groupby, pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vbcli.model.source import Box
from vbcli.read.pdf_calls import angle_at, box_at, handle_of, is_generated, object_at
from vbcli.read.pdf_glyphs import Face, Font, Glyph, Placing, Tally, font_at, letter, origin_of, runs_level

_RUN = re.compile(r"_|[^\s_]+")
_APART = re.compile("[\u0300-\u036f\ud800-\udfff]")
_MAPPED = re.compile("[\x02\xad\u2011\ue000-\uf8ff]")
_LINE_END, _ALSO_LINE_END = "\x02", "\ufffe"
_span: Callable[[re.Match[str]], tuple[int, int]] = re.Match.span
_STRAIGHT = 0.002
"""Radians, and the slant of the page's map that counts as none."""
_NEAR = 0.2
"""Of the font size: words further apart are two, whether a blank stands between them or not."""
_AROUND = 1.0
"""Of the font size: how far above or below a field a line may stand that it belongs to."""
_INTO = 0.1
"""Of the font size: how far a word may lean into the next."""

_RECT, _RIGHT = 4, 2
"""Floats of a box, and which of them is its right edge."""
_glyph: Callable[[tuple[Any, ...]], Glyph] = partial(tuple.__new__, Glyph)  # half the time of naming the fields


class _Rooms:
    """Room for boxes, side by side; to make it takes as long as to fill it, so it is kept, for one thread at a time."""

    def __init__(self) -> None:
        self._floats: memoryview[float] = memoryview(b"").cast("f")
        self._rooms: list[Any] = []

    def of(self, count: int) -> "tuple[memoryview[float], list[Any]]":
        """Return what is written into so many boxes, and the array of each."""
        if count > len(self._rooms):
            enough = max(count, 2 * len(self._rooms))
            held = (ctypes.c_float * (_RECT * enough))()
            room, step = ctypes.c_float * _RECT, _RECT * ctypes.sizeof(ctypes.c_float)
            self._floats = memoryview(held).cast("B").cast("f")
            self._rooms = [room.from_buffer(held, step * at) for at in range(enough)]
        return self._floats[: _RECT * count], self._rooms[:count]


_rooms = _Rooms()


class _Pieces(NamedTuple):
    """Words or parts of them: where they begin and end in the text, and the address of their text object."""

    begins: list[int]
    stops: list[int]
    items: list[int | None]

    def add(self, begins: Sequence[int], stops: Sequence[int], items: Sequence[int | None]) -> None:
        """Add some more."""
        self.begins.extend(begins)
        self.stops.extend(stops)
        self.items.extend(items)


class _Setting(NamedTuple):
    """What is the same for all letters of a text object."""

    font: Font
    base: float
    is_level: bool
    blanks: bool
    """Whether all blanks of its height are wanted."""


class _Odd(Exception):  # noqa: N818  (not a fault: the page is read the other way)
    """The page is not plainly set."""


def read_runs(text: Any, length: int, place: Placing, tally: Tally, fields: Sequence[Box]) -> tuple[Glyph, ...] | None:
    """Return the words of a page's first characters, those in two fonts in pieces; None where it must be read by letters.

    On the height of `fields` laid over the page, in points as shown, all blanks too, not only those between words that
    stand close together.
    """
    if abs(place.xy) > _STRAIGHT or abs(place.yx) > _STRAIGHT or place.xx <= 0 or place.yy >= 0:
        return None
    written = _text_of(text, length)
    if written is None:
        return None
    try:
        found, is_orderly = _runs(text, written, place, tally, fields)
    except _Odd:
        return None
    return None if not is_orderly and _is_interlaced(found) else tuple(found)


def _text_of(text: Any, length: int) -> str | None:
    """Return the text, a code unit to the character; None where the two do not run side by side."""
    buffer = (ctypes.c_ushort * (length + 1))()
    if length and pdfium.FPDFText_GetText(text.raw, 0, length, buffer) != length + 1:
        return None
    written = bytes(buffer)[: 2 * length].decode("utf-16-le", "surrogatepass")
    if len(written) != length or _APART.search(written):
        return None
    return written.replace(_ALSO_LINE_END, _LINE_END)


def _runs(text: Any, written: str, place: Placing, tally: Tally, fields: Sequence[Box]) -> tuple[list[Glyph], bool]:
    """Return the words, and whether those of each height follow one another from left to right."""
    raw = handle_of(text.raw)
    pieces = _pieces(raw, written)
    lefts, rights = _edges(raw, pieces, place)
    is_mapped = _MAPPED.search(written) is not None
    settings: dict[int | None, _Setting] = {}
    faces: dict[int, Face] = {}
    found: list[Glyph] = []
    # The height of the last word, how far it reaches with the gap that divides, and where it ends in the text.
    last, reach, end = math.nan, 0.0, 0
    rows: dict[int, float] = {}
    far, is_orderly = -math.inf, True
    known: int | None = -1
    near, into = 0.0, 0.0
    for begin, stop, item, x0, x1 in zip(*pieces, lefts, rights, strict=True):
        if item != known:
            setting = settings.get(item)
            if setting is None:
                setting = settings[item] = _setting(raw, begin, place, font_at(raw, begin, item, faces), fields)
            font, base, is_level, blanks = setting
            size, bold, italic, invisible, _, coding, capitals = font
            known, near, into = item, _NEAR * size, _INTO * size
        if not is_level:
            tally.slanted += stop - begin
            continue
        if invisible:
            tally.invisible += stop - begin
        shown = written[begin:stop]
        if coding is not None or (is_mapped and _MAPPED.search(shown)):
            shown = "".join(letter(ord(character), font) for character in shown)
        if end < begin and (blanks or (base == last and x0 <= reach)):
            found += _blanks(raw, end, begin, font, place)
        if base != last:
            if last == last:  # noqa: PLR0124 (not the first)
                rows[round(last)] = far
            far = rows.get(round(base), -math.inf)
        if x0 < far:
            is_orderly = False
        far = max(x0, x1 - into)  # never less than before: else the words are not in order
        found.append(_glyph((shown, x0, x1, base, size, bold, italic, capitals, False, coding)))
        last, reach, end = base, x1 + near, stop
    return found, is_orderly


def _edges(raw: Any, pieces: _Pieces, place: Placing) -> tuple[list[float], list[float]]:
    """Return where each piece begins and ends across the page as shown."""
    values, rooms = _rooms.of(2 * len(pieces.begins))
    firsts = map(box_at, repeat(raw), pieces.begins, rooms[::2])
    lasts = map(box_at, repeat(raw), [stop - 1 for stop in pieces.stops], rooms[1::2])
    if not (all(firsts) and all(lasts)):
        raise _Odd
    scale, left = place.xx, place.x
    lefts = [scale * x + left for x in values[:: 2 * _RECT].tolist()]
    return lefts, [scale * x + left for x in values[_RECT + _RIGHT :: 2 * _RECT].tolist()]


def _pieces(raw: Any, written: str) -> _Pieces:
    """Return the words, those set in several text objects in pieces."""
    spans = list(map(_span, _RUN.finditer(written)))
    begins, stops = [begin for begin, _ in spans], [stop for _, stop in spans]
    items: list[int | None] = list(map(object_at, repeat(raw), begins))
    pieces = _Pieces([], [], [])
    done = 0
    # The characters of a text object follow one another: a word lies in it where the next one begins in it.
    for at, (item, following) in enumerate(pairwise([*items, None])):
        if (item is not None and item == following) or object_at(raw, stops[at] - 1) == item:
            continue
        pieces.add(begins[done:at], stops[done:at], items[done:at])
        for begin, stop, part in _parts(raw, begins[at], stops[at]):
            pieces.add([begin], [stop], [part])
        done = at + 1
    pieces.add(begins[done:], stops[done:], items[done:])
    return pieces


def _parts(raw: Any, begin: int, stop: int) -> Iterator[tuple[int, int, int | None]]:
    """Yield begin, end and text object of each piece of a word."""
    for item, places in groupby(range(begin, stop), key=partial(object_at, raw)):
        begin, *others = places
        yield begin, (others or [begin])[-1] + 1, item


def _setting(raw: Any, index: int, place: Placing, font: Font, fields: Sequence[Box]) -> _Setting:
    angle = angle_at(raw, index)
    is_level = angle == 0 or runs_level(angle, place)
    if is_level and angle >= 0 and min(angle, 2 * math.pi - angle) > _STRAIGHT:
        raise _Odd
    base = origin_of(raw, index, place)[1]
    near = _AROUND * font.size
    wanted = bool(fields) and any(box.top - near <= base <= box.bottom + near for box in fields)
    return _Setting(font, base, is_level, wanted)


def _blanks(raw: Any, begin: int, end: int, font: Font, place: Placing) -> Iterator[Glyph]:
    """Yield the blanks of the file between two words."""
    room = (ctypes.c_float * _RECT)()
    for index in range(begin, end):
        if is_generated(raw, index) or not box_at(raw, index, room):
            continue
        x0, x1 = place.xx * room[0] + place.x, place.xx * room[_RIGHT] + place.x
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
