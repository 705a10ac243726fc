"""One page of a .pdf as pdfium sees it, into glyphs with their places and a count of what else is drawn.

Only character boxes are taken from pdfium, not its lines: in papers set in two fonts its order of text is wrong
(`HUY N Y S N`, the accented letters after it).
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from vbcli.model.source import Box
from vbcli.read.symbols import symbol
from vbcli.text.legacy_fonts import Coding, coding_of_font

# pdfium marks a hyphen at a line end with U+0002; Word maps its no-break hyphen to a soft one.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2011: "-"}
_LINE_END = 0x02
_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_HEAVY = 600
_INVISIBLE = 3
"""Text render mode of the layer that OCR programs lay over a scan."""
_LEVEL = math.radians(20)
"""Signing tools slant the digits of the date a little, by matrix; more than this is a text that runs another way."""
_SCALE = 1000
_SAMPLE = 100
_OBJECT_DEPTH = 3
_HIDDEN_ANNOTATION = 2
_FURLED = (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK)


class Glyph(NamedTuple):
    """One letter, its combining marks included, in points from the top left corner of the page as shown."""

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


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a signing tool laid over the page in one field: a number, a day, or a stamp."""

    box: Box
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page, nothing put together yet."""

    number: int
    """From 1."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    overlays: tuple[Overlay, ...]
    images: int
    paths: int
    invisible: int
    """Glyphs that are there to be searched, not seen: a layer of OCR."""
    slanted: int
    """Glyphs left out because they run another way than the page: watermarks."""
    pictured: float = 0.0
    """Share of the page under pictures."""
    turned: bool = False
    """Its text runs another way than the page is shown, and was turned upright."""


class _Font(NamedTuple):
    size: float
    bold: bool
    italic: bool
    invisible: bool
    name: str
    coding: Coding | None


@dataclass(slots=True)
class _Tally:
    invisible: int = 0
    slanted: int = 0
    overlaid: list[Glyph] = field(default_factory=list)


def read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Return one page; what lies in fields and stamps is read too, apart from the text."""
    page = document[index]
    try:
        drawn = list(page.get_objects(max_depth=_OBJECT_DEPTH))
        kinds = [item.type for item in drawn]
        pictured = _pictured(page, drawn)
        boxes = _annotation_boxes(page)
        written = _count_written(page) if boxes else -1
        if boxes:
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        turn = _turn(page)
        width, height = page.get_size() if turn % 2 == 0 else page.get_size()[::-1]
        place = _placing(page, width, height, turn)
        tally = _Tally()
        glyphs = tuple(_glyphs(page, place, written, tally))
        return Page(
            index + 1,
            width,
            height,
            glyphs,
            _overlays(tally.overlaid, [_moved(box, place) for box in boxes]),
            images=kinds.count(pdfium.FPDF_PAGEOBJ_IMAGE),
            paths=kinds.count(pdfium.FPDF_PAGEOBJ_PATH),
            invisible=tally.invisible,
            slanted=tally.slanted,
            pictured=pictured,
            turned=turn != 0,
        )
    finally:
        page.close()


def _pictured(page: Any, drawn: list[Any]) -> float:
    """Return the share of the page that pictures cover; scanners cut a page into bands, so all of them count."""
    width, height = page.get_size()
    covered = 0.0
    for item in drawn:
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += (right - left) * (top - bottom)
    return float(min(covered / max(width * height, 1.0), 1.0))


class _Placing(NamedTuple):
    """Affine map from the page's own coordinates to points from the top left corner of the page as shown."""

    xx: float
    xy: float
    x: float
    yx: float
    yy: float
    y: float

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        return self.xx * x + self.xy * y + self.x, self.yx * x + self.yy * y + self.y


def _turn(page: Any) -> int:
    """Return by how many quarters, clockwise, the page must be turned for most of its text to stand upright."""
    text = page.get_textpage()
    try:
        step = max(1, text.count_chars() // _SAMPLE)
        angles = [pdfium.FPDFText_GetCharAngle(text.raw, index) for index in range(0, text.count_chars(), step)]
    finally:
        text.close()
    width, height = page.get_size()
    upright = []
    for turn in range(4):
        place = _placing(page, *((width, height) if turn % 2 == 0 else (height, width)), turn)
        upright.append(sum(angle >= 0 and _runs_level(angle, place) for angle in angles))
    return upright.index(max(upright))


def _placing(page: Any, width: float, height: float, turn: int) -> _Placing:
    """Return the map for the page; it deals with turned pages and with crop boxes that begin anywhere."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for corner in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0)):
        pdfium.FPDF_PageToDevice(
            page.raw,
            0,
            0,
            round(width * _SCALE),
            round(height * _SCALE),
            turn,
            *corner,
            ctypes.byref(x),
            ctypes.byref(y),
        )
        corners.append((x.value / _SCALE, y.value / _SCALE))
    (x0, y0), (x1, y1), (x2, y2) = corners
    return _Placing((x1 - x0) / 100, (x2 - x0) / 100, x0, (y1 - y0) / 100, (y2 - y0) / 100, y0)


def _moved(box: tuple[float, float, float, float], place: _Placing) -> Box:
    (x0, y0), (x1, y1) = place(box[0], box[1]), place(box[2], box[3])
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _annotation_boxes(page: Any) -> list[tuple[float, float, float, float]]:
    """Return the places of annotations that show something of their own."""
    boxes = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind, flags = pdfium.FPDFAnnot_GetSubtype(annotation), pdfium.FPDFAnnot_GetFlags(annotation)
        rect = pdfium.FS_RECTF()
        if kind not in _FURLED and not flags & _HIDDEN_ANNOTATION and pdfium.FPDFAnnot_GetRect(annotation, rect):
            boxes.append((rect.left, rect.bottom, rect.right, rect.top))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return boxes


def _count_written(page: Any) -> int:
    """Return how many characters the page has without its annotations; flattened ones come after them."""
    text = page.get_textpage()
    try:
        return sum(not pdfium.FPDFText_IsGenerated(text.raw, index) for index in range(text.count_chars()))
    finally:
        text.close()


def _glyphs(page: Any, place: _Placing, written: int, tally: _Tally) -> Iterator[Glyph]:
    """Yield the glyphs of the page's own text in the order of the file; those of annotations go to the tally."""
    text = page.get_textpage()
    try:
        pending: Glyph | None = None
        seen = 0
        for own, glyph in _read_characters(text, place, tally):
            seen += own
            if pending is not None and glyph.text and unicodedata.combining(glyph.text[0]):
                pending = pending._replace(text=pending.text + glyph.text, x1=max(pending.x1, glyph.x1))
                continue
            if pending is not None:
                yield pending
            pending = None
            if 0 <= written < seen:
                tally.overlaid.append(glyph._replace(overlaid=True))
            else:
                pending = glyph
        if pending is not None:
            yield pending
    finally:
        text.close()


def _read_characters(text: Any, place: _Placing, tally: _Tally) -> Iterator[tuple[int, Glyph]]:
    """Yield how many characters were passed and the glyph that came of them."""
    fonts: dict[int, _Font] = {}
    x, y, rect = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    passed, high = 0, 0
    for index in range(text.count_chars()):
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
        font = _font(text, index, fonts)
        tally.invisible += font.invisible
        if not pdfium.FPDFText_GetLooseCharBox(text.raw, index, rect):
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, ctypes.byref(x), ctypes.byref(y))
        if not _runs_level(pdfium.FPDFText_GetCharAngle(text.raw, index), place):
            tally.slanted += 1
            continue
        box = _moved((rect.left, rect.bottom, rect.right, rect.top), place)
        _, base = place(x.value, y.value)
        yield (
            passed,
            Glyph(
                _letter(code, font),
                box.x0,
                box.x1,
                base,
                font.size,
                font.bold,
                font.italic,
                coding=font.coding,
            ),
        )
        passed = 0


def _letter(code: int, font: _Font) -> str:
    if font.coding and code != _LINE_END:
        return chr(code)
    return _HYPHENS.get(code) or symbol(chr(code), font.name)


def _runs_level(angle: float, place: _Placing) -> bool:
    """Tell whether a text of this direction stands upright on the page as shown."""
    if angle < 0:
        return True
    across = math.atan2(-place.yx, place.xx)
    off = (angle + across + math.pi) % (2 * math.pi) - math.pi
    return abs(off) < _LEVEL


def _font(text: Any, index: int, known: dict[int, _Font]) -> _Font:
    """Return how a character is set; asked once per text object, since a page has few of them."""
    item = pdfium.FPDFText_GetTextObject(text.raw, index)
    key = ctypes.cast(item, ctypes.c_void_p).value or 0
    if key not in known:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
        height = math.hypot(matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(text.raw, index) * (height or 1.0)
        name = _font_name(item) if item else ""
        name = name.partition("+")[2] or name
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        heavy = bool(font) and pdfium.FPDFFont_GetWeight(font) >= _HEAVY
        known[key] = _Font(
            size,
            heavy or "bold" in name,
            "italic" in name or "oblique" in name,
            bool(item) and pdfium.FPDFTextObj_GetTextRenderMode(item) == _INVISIBLE,
            name,
            coding_of_font(name),
        )
    return known[key]


def _font_name(item: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(item)
    if not font:
        return ""
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", errors="replace").lower()


def _overlays(glyphs: list[Glyph], boxes: list[Box]) -> tuple[Overlay, ...]:
    """Return the glyphs of annotations sorted into the fields they stand in; strays have a field of their own."""
    groups: dict[Box, list[Glyph]] = {}
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - glyph.size / 3
        # Fields overlap (a stamp over a number): the smallest that holds the glyph is its own.
        around = [box for box in boxes if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom]
        own = min(around, key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top), default=Box(0, 0, 0, 0))
        groups.setdefault(own, []).append(glyph)
    return tuple(Overlay(box, tuple(group)) for box, group in groups.items())
