"""The letters of a page with their places, how they are set, and the map from the file's places to those shown."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vbcli.model.source import Box
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
_name = ctypes.create_string_buffer(512)
_LEVEL = math.radians(20)
"""Signing tools slant the digits of the date a little, by matrix; more than this is a text that runs another way."""


class Glyph(NamedTuple):
    """A letter with its combining marks, or letters of one word that stand side by side, set alike.

    In points from the top left corner of the page as shown.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    overlaid: bool = False
    """From a field laid over the page."""
    coding: Coding | None = None
    """Set in an old font: what its letters mean shows only in the whole word."""
    capitals: bool = False
    """Set in a font that draws small letters as capitals."""


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
    """What is counted or set apart while a page is read."""

    invisible: int = 0
    slanted: int = 0
    overlaid: list[Glyph] = field(default_factory=list)


def read_characters(text: Any, place: Placing, tally: Tally, begin: int = 0) -> Iterator[tuple[int, Glyph]]:
    """Yield how many characters were passed and the glyph that came of them."""
    fonts: dict[int, Font] = {}
    x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    passed, high = 0, 0
    for index in range(begin, text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text.raw, index):
            continue
        passed += 1
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if code in _HIGH:
            high = code
            continue
        if code in _LOW and high:
            code = 0x10000 + ((high - _HIGH.start) << 10) + (code - _LOW.start)
        high = 0
        font = font_of(text, index, fonts)
        tally.invisible += font.invisible
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, index, rect):
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
        if not runs_level(pdfium.FPDFText_GetCharAngle(text.raw, index), place):
            tally.slanted += 1
            continue
        box = moved((rect.left, rect.bottom, rect.right, rect.top), place)
        _, base = place(x.value, y.value)
        yield (
            passed,
            Glyph(
                letter(code, font),
                box.x0,
                box.x1,
                base,
                font.size,
                font.bold,
                font.italic,
                coding=font.coding,
                capitals=font.capitals,
            ),
        )
        passed = 0


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


def font_of(text: Any, index: int, known: dict[int, Font]) -> Font:
    """Return how a character is set; asked once per text object, since a page has few of them."""
    item = pdfium.FPDFText_GetTextObject(text.raw, index)
    key = ctypes.cast(item, ctypes.c_void_p).value or 0
    if key not in known:
        known[key] = font_at(text, index, item)
    return known[key]


def font_at(text: Any, index: int, item: Any) -> Font:
    """Return how the text object `item` is set, whose character `index` is."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
    height = math.hypot(matrix.c, matrix.d)
    size = pdfium.FPDFText_GetFontSize(text.raw, index) * (height or 1.0)
    font = pdfium.FPDFTextObj_GetFont(item) if item else None
    name = _font_name(font) if font else ""
    heavy = bool(font) and pdfium.FPDFFont_GetWeight(font) >= _HEAVY
    invisible = bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE
    return Font(size, heavy or "bold" in name, "italic" in name or "oblique" in name, invisible, name, *_kind_of(name))


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
