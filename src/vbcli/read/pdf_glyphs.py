"""The letters of a page with their places, how they are set, and the map from the file's places to those shown."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vbcli.model.source import Box
from vbcli.read.pdf_calls import (
    angle_at,
    box_at,
    code_at,
    font_of,
    handle_of,
    is_generated,
    matrix_at,
    mode_of,
    object_at,
    origin_at,
    size_at,
)
from vbcli.read.symbols import symbol
from vbcli.text.legacy_fonts import Coding, coding_of_font, is_capital_font

# pdfium marks a hyphen at a line end with U+0002; Word maps its no-break hyphen to a soft one.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2011: "-"}
_LINE_END = 0x02
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_HEAVY = 600
_INVISIBLE = 3
"""Text render mode of the layer that OCR programs lay over a scan."""
# Room for what pdfium answers; it serves one thread at a time.
_name = ctypes.create_string_buffer(512)
_matrix, _box = (ctypes.c_float * 6)(), (ctypes.c_float * 4)()
_across, _down = (ctypes.c_double * 1)(), (ctypes.c_double * 1)()
_LEVEL = math.radians(20)
"""Signing tools slant the digits of the date a little, by matrix; more than this is a text that runs another way."""


class Glyph(NamedTuple):
    """A letter with its combining marks, or letters of one word that stand side by side.

    In points from the top left corner of the page as shown.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    capitals: bool = False
    """Set in a font that draws small letters as capitals."""
    overlaid: bool = False
    """From a field laid over the page."""
    coding: Coding | None = None
    """Set in an old font: what its letters mean shows only in the whole word."""

    @property
    def middle(self) -> tuple[float, float]:
        """The point that decides in which cell it stands."""
        return (self.x0 + self.x1) / 2, self.base - self.size / 3


class Placing(NamedTuple):
    """Affine map from the page's own coordinates to points from the top left corner of the page as shown."""

    xx: float
    xy: float
    x: float
    yx: float
    yy: float
    y: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point is shown."""
        return self.xx * x + self.xy * y + self.x, self.yx * x + self.yy * y + self.y


def moved(box: tuple[float, float, float, float], place: Placing) -> Box:
    """Return a box of the page's own coordinates where it is shown."""
    (x0, y0), (x1, y1) = place(box[0], box[1]), place(box[2], box[3])
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


class Face(NamedTuple):
    """What is the same for all letters of a font, whatever their size."""

    bold: bool
    italic: bool
    name: str
    coding: Coding | None
    capitals: bool


class Font(NamedTuple):
    """How the letters of one text object are set."""

    size: float
    bold: bool
    italic: bool
    invisible: bool
    name: str
    coding: Coding | None
    capitals: bool


@dataclass(slots=True)
class Tally:
    """What is counted while a page is read."""

    invisible: int = 0
    slanted: int = 0


def read_characters(
    text: Any, place: Placing, tally: Tally, which: range, *, overlaid: bool = False
) -> Iterator[Glyph]:
    """Yield the glyphs of these characters."""
    raw = handle_of(text.raw)
    fonts: dict[int | None, tuple[Font, bool]] = {}
    faces: dict[int, Face] = {}
    high = 0
    for index in which:
        if is_generated(raw, index):
            continue
        code = code_at(raw, index)
        if code in _HIGH:
            high = code
            continue
        if code in _LOW and high:
            code = 0x10000 + ((high - _HIGH.start) << 10) + (code - _LOW.start)
        high = 0
        item = object_at(raw, index)
        known = fonts.get(item)
        if known is None:
            # Asked once per text object, since a page has few of them.
            known = fonts[item] = font_at(raw, index, item, faces), runs_level(angle_at(raw, index), place)
        font, is_level = known
        tally.invisible += font.invisible
        if not box_at(raw, index, _box):
            continue
        if not is_level:
            tally.slanted += 1
            continue
        origin_at(raw, index, _across, _down)
        left, top, right, bottom = _box
        one = place.xx * left + place.xy * bottom + place.x
        other = place.xx * right + place.xy * top + place.x
        yield Glyph(
            letter(code, font),
            min(one, other),
            max(one, other),
            place.yx * _across[0] + place.yy * _down[0] + place.y,
            font.size,
            font.bold,
            font.italic,
            font.capitals,
            overlaid,
            font.coding,
        )


def origin_of(raw: Any, index: int, place: Placing) -> tuple[float, float]:
    """Return where a character stands on its line, as shown."""
    origin_at(raw, index, _across, _down)
    return place(_across[0], _down[0])


def letter(code: int, font: Font) -> str:
    """Return what a character shows."""
    if font.coding and code != _LINE_END:
        return chr(code)
    return _HYPHENS.get(code) or symbol(chr(code), font.name)


def runs_level(angle: float, place: Placing) -> bool:
    """Tell whether a text of this direction stands upright on the page as shown."""
    if angle < 0:
        return True
    across = math.atan2(-place.yx, place.xx)
    off = (angle + across + math.pi) % (2 * math.pi) - math.pi
    return abs(off) < _LEVEL


def font_at(raw: Any, index: int, item: int | None, faces: dict[int, Face]) -> Font:
    """Return how the text object `item` is set, whose character `index` is; `faces`: those met on the page."""
    matrix_at(raw, index, _matrix)
    size = size_at(raw, index) * (math.hypot(_matrix[2], _matrix[3]) or 1.0)
    key = (font_of(item) or 0) if item else 0
    face = faces.get(key)
    if face is None:
        face = faces[key] = _face_of(key)
    invisible = item is not None and mode_of(item) == _INVISIBLE
    return Font(size, face.bold, face.italic, invisible, face.name, face.coding, face.capitals)


def _face_of(key: int) -> Face:
    font = ctypes.cast(key, pdfium.FPDF_FONT)
    name = _font_name(font) if key else ""
    heavy = bool(key) and pdfium.FPDFFont_GetWeight(font) >= _HEAVY
    return Face(heavy or "bold" in name, "italic" in name or "oblique" in name, name, *_kind_of(name))


@lru_cache(maxsize=256)
def _kind_of(name: str) -> tuple[Coding | None, bool]:
    return coding_of_font(name), is_capital_font(name)


def _font_name(font: Any) -> str:
    """Return the name without the letters that mark a part of the font."""
    length = pdfium.FPDFFont_GetBaseFontName(font, _name, len(_name))
    if length > len(_name):
        return ""
    name = _name.value.decode("utf-8", errors="replace").lower()
    return name.partition("+")[2] or name
