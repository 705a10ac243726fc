"""One page of a .pdf as pdfium sees it, into glyphs with their places and a count of what else is drawn.

Only character boxes are taken from pdfium, not its lines: in papers set in two fonts its order of text is wrong
(`HUY N Y S N`, the accented letters after it).
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from vbcli.model.source import Box
from vbcli.read.pdf_calls import angle_at, count_held, drawn_at, handle_of, held_at, kind_of, object_at
from vbcli.read.pdf_glyphs import Glyph, Placing, Tally, moved, read_characters, runs_level
from vbcli.read.pdf_rules import Rule, rules_of
from vbcli.read.pdf_runs import read_runs

FEWEST_PATHS = 8
"""Drawn objects on a page below which there is no table on it."""
_SCALE = 1000
_SAMPLE = 40
_OBJECT_DEPTH = 3
_HIDDEN_ANNOTATION = 2
_EVERYWHERE = Box(-math.inf, -math.inf, math.inf, math.inf)
_FURLED = (pdfium.FPDF_ANNOT_POPUP, pdfium.FPDF_ANNOT_LINK)


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a signing tool laid over the page in one field: a number, a day, or a stamp."""

    box: Box
    glyphs: tuple[Glyph, ...]


class _View(NamedTuple):
    """How a page can be looked at."""

    place: Placing
    size: tuple[float, float]


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
        views: Iterable[_View] = _views(page)
        if boxes:
            views = tuple(views)  # a flattened page may have another size
            objects = pdfium.FPDFPage_CountObjects(page.raw)
            pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        with _text(page) as text:
            written = _count_written(page, text, objects) if boxes else text.count_chars()
            turn, place, (width, height) = _upright(text, written, views)
            fields = [moved(box, place) for box in boxes]
            tally = Tally()
            glyphs = read_runs(text, written, place, tally, fields)
            if not glyphs:
                tally = Tally()
                glyphs = tuple(_glyphs(text, written, place, tally))
            overlaid = tuple(read_characters(text, place, tally, range(written, text.count_chars()), overlaid=True))
        return Page(
            index + 1,
            width,
            height,
            glyphs,
            _overlays(overlaid, fields),
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
    raw = handle_of(page.raw)
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


def _upright(text: Any, written: int, views: Iterable[_View]) -> tuple[int, Placing, tuple[float, float]]:
    """Return by how many quarters, clockwise, most of the text must be turned to stand upright; the map; the size."""
    step = max(1, written // _SAMPLE)
    angles = Counter(map(angle_at, repeat(handle_of(text.raw)), range(0, written, step)))
    upright: list[int] = []
    seen: list[_View] = []
    for view in views:
        seen.append(view)
        upright.append(sum(count for angle, count in angles.items() if angle >= 0 and runs_level(angle, view.place)))
        if upright[-1] == angles.total():
            break
    turn = upright.index(max(upright))
    return turn, *seen[turn]


def _views(page: Any) -> Iterator[_View]:
    """Yield the page as it is shown, then turned by a quarter, clockwise, each time."""
    width, height = page.get_size()
    for turn in range(4):
        size = (height, width) if turn % 2 else (width, height)
        yield _View(_placing(page, size, turn), size)


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


def _count_written(page: Any, text: Any, objects: int) -> int:
    """Return how many characters come before those that were flattened into the page behind its own objects."""
    raw = handle_of(text.raw)
    laid = set(_within(page, objects))
    written = int(text.count_chars())
    for index in reversed(range(written)):
        item = object_at(raw, index)
        if item is not None:  # pdfium put in a blank or a line end
            if item not in laid:
                break
            written = index
    return written


def _within(page: Any, begin: int) -> Iterator[int]:
    """Yield the addresses of what the forms of a page hold, from its object `begin` on."""
    holder = handle_of(page.raw)
    forms = [drawn_at(holder, index) for index in range(begin, pdfium.FPDFPage_CountObjects(page.raw))]
    while forms:
        form = forms.pop()
        if kind_of(form) == pdfium.FPDF_PAGEOBJ_FORM:
            forms += [held_at(form, index) for index in range(count_held(form))]
        yield form


def _glyphs(text: Any, written: int, place: Placing, tally: Tally) -> Iterator[Glyph]:
    """Yield the glyphs of the page's own text in the order of the file, with their marks."""
    pending: Glyph | None = None
    for glyph in read_characters(text, place, tally, range(written)):
        if pending is not None and glyph.text and unicodedata.combining(glyph.text[0]):
            pending = pending._replace(text=pending.text + glyph.text, x1=max(pending.x1, glyph.x1))
            continue
        if pending is not None:
            yield pending
        pending = glyph
    if pending is not None:
        yield pending


def _overlays(glyphs: Iterable[Glyph], boxes: list[Box]) -> tuple[Overlay, ...]:
    """Return the glyphs of annotations sorted into the fields they stand in; strays have a field of their own."""
    groups: dict[Box, list[Glyph]] = {}
    # Fields overlap (a stamp over a number): the smallest that holds the glyph is its own.
    by_size = [*sorted(boxes, key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top)), _EVERYWHERE]
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - glyph.size / 3
        for own in by_size:
            if own[0] <= x <= own[2] and own[1] <= y <= own[3]:
                groups.setdefault(own, []).append(glyph)
                break
    return tuple(Overlay(box, tuple(group)) for box, group in groups.items())
