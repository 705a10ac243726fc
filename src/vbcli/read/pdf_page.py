"""One page of a .pdf as pdfium sees it, into glyphs with their places and a count of what else is drawn.

Only character boxes are taken from pdfium, not its lines: in papers set in two fonts its order of text is wrong
(`HUY N Y S N`, the accented letters after it).
"""

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from vbcli.model.source import Box
from vbcli.read.pdf_calls import address_of, angle_at, drawn_at, is_generated, kind_of
from vbcli.read.pdf_glyphs import Glyph, Placing, Tally, moved, read_characters, runs_level
from vbcli.read.pdf_rules import Rule, rules_of
from vbcli.read.pdf_runs import read_runs, text_of

FEWEST_PATHS = 8
"""Drawn objects on a page below which there is no table on it."""
_BLANK = re.compile(r"\s")
_SCALE = 1000
_SAMPLE = 100
_OBJECT_DEPTH = 3
_HIDDEN_ANNOTATION = 2
_FURLED = (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK)


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
    rules: tuple[Rule, ...] | None = ()
    """Ruling lines where there are enough for a table; None where pdfium does not tell their places."""


def read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Return one page; what lies in fields and stamps is read too, apart from the text."""
    page = document[index]
    try:
        kinds = _kinds(page)
        drawn: list[Any] = []
        if _needs_look(kinds):
            drawn = list(page.get_objects(max_depth=_OBJECT_DEPTH))
            kinds = [item.type for item in drawn]
        pictured = _pictured(page, drawn)
        rules = rules_of(drawn) if kinds.count(pdfium.FPDF_PAGEOBJ_PATH) >= FEWEST_PATHS else ()
        boxes = _annotation_boxes(page)
        with _text(page) as text:
            written = _count_written(text) if boxes else -1
            turn, place, (width, height) = _upright(page, text)
            tally = Tally()
            glyphs = read_runs(text, place, tally, [moved(box, place) for box in boxes])
        if boxes:
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        if not glyphs:
            with _text(page) as text:
                turn, place, (width, height) = _upright(page, text)
                tally = Tally()
                glyphs = tuple(_glyphs(text, place, written, tally))
        elif boxes:
            with _text(page) as text:
                begin = _place_of(text, written)
                tally.overlaid += (glyph for _, glyph in read_characters(text, place, tally, begin, overlaid=True))
        return Page(
            index + 1,
            width,
            height,
            glyphs,
            _overlays(tally.overlaid, [moved(box, place) for box in boxes]),
            images=kinds.count(pdfium.FPDF_PAGEOBJ_IMAGE),
            paths=kinds.count(pdfium.FPDF_PAGEOBJ_PATH),
            invisible=tally.invisible,
            slanted=tally.slanted,
            pictured=pictured,
            turned=turn != 0,
            rules=None if rules is None else tuple(Rule(*moved(rule, place)) for rule in rules),
        )
    finally:
        page.close()


def _kinds(page: Any) -> list[int]:
    """Return what the objects of a page are, those within forms left out."""
    raw = address_of(page.raw)
    return [kind_of(drawn_at(raw, index)) for index in range(pdfium.FPDFPage_CountObjects(page.raw))]


def _needs_look(kinds: list[int]) -> bool:
    """Tell whether a page holds pictures, forms, or rules enough for a table."""
    if pdfium.FPDF_PAGEOBJ_IMAGE in kinds or pdfium.FPDF_PAGEOBJ_FORM in kinds:
        return True
    return kinds.count(pdfium.FPDF_PAGEOBJ_PATH) >= FEWEST_PATHS


def _pictured(page: Any, drawn: list[Any]) -> float:
    """Return the share of the page that pictures cover; scanners cut a page into bands, so all of them count."""
    width, height = page.get_size()
    covered = 0.0
    for item in drawn:
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += (right - left) * (top - bottom)
    return float(min(covered / max(width * height, 1.0), 1.0))


@contextmanager
def _text(page: Any) -> Iterator[Any]:
    text = page.get_textpage()
    try:
        yield text
    finally:
        text.close()


def _upright(page: Any, text: Any) -> tuple[int, Placing, tuple[float, float]]:
    """Return by how many quarters, clockwise, most of the text must be turned to stand upright; the map; the size."""
    count = text.count_chars()
    step = max(1, count // _SAMPLE)
    angles = Counter(map(angle_at, repeat(address_of(text.raw)), range(0, count, step)))
    size: tuple[float, float] = page.get_size()
    upright: list[int] = []
    places: list[Placing] = []
    for turn in range(4):
        place = _placing(page, _turned(size, turn), turn)
        places.append(place)
        upright.append(sum(seen for angle, seen in angles.items() if angle >= 0 and runs_level(angle, place)))
        if upright[-1] == angles.total():
            break
    turn = upright.index(max(upright))
    return turn, places[turn], _turned(size, turn)


def _turned(size: tuple[float, float], turn: int) -> tuple[float, float]:
    return (size[1], size[0]) if turn % 2 else size


def _placing(page: Any, size: tuple[float, float], turn: int) -> Placing:
    """Return the map for the page; it deals with turned pages and with crop boxes that begin anywhere."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for corner in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0)):
        pdfium.FPDF_PageToDevice(
            page.raw,
            0,
            0,
            round(size[0] * _SCALE),
            round(size[1] * _SCALE),
            turn,
            *corner,
            ctypes.byref(x),
            ctypes.byref(y),
        )
        corners.append((x.value / _SCALE, y.value / _SCALE))
    (x0, y0), (x1, y1), (x2, y2) = corners
    return Placing((x1 - x0) / 100, (x2 - x0) / 100, x0, (y1 - y0) / 100, (y2 - y0) / 100, y0)


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


def _count_written(text: Any) -> int:
    """Return how many characters the page has without its annotations; flattened ones come after them."""
    made_up = _made_up(text)
    return len(made_up) - sum(made_up)


def _made_up(text: Any) -> bytes:
    """Return for each character 1 where pdfium put it in: blanks and line ends, nothing else."""
    raw, count = address_of(text.raw), int(text.count_chars())
    written = text_of(text)
    if written is None:
        return bytes(map(is_generated, repeat(raw), range(count)))
    flags = bytearray(count)
    for blank in _BLANK.finditer(written):
        flags[blank.start()] = is_generated(raw, blank.start())
    return bytes(flags)


def _place_of(text: Any, written: int) -> int:
    """Return where the characters begin that come after so many written ones."""
    made_up = _made_up(text)
    place, index = -1, written
    while place != index:
        place, index = index, written + made_up.count(1, 0, index + 1)
    return min(index, len(made_up))


def _glyphs(text: Any, place: Placing, written: int, tally: Tally) -> Iterator[Glyph]:
    """Yield the glyphs of the page's own text in the order of the file; those of annotations go to the tally."""
    pending: Glyph | None = None
    seen = 0
    for own, glyph in read_characters(text, place, tally):
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
