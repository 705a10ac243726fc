"""Ruling lines of a page of a .pdf, from the paths that pdfium sees, and the cells between them.

pdfplumber's own grid is used on them; its reader, which goes through every letter of the page in Python, is not.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from vbcli.model.source import Box

_THICKEST = 3.0
"""Points: a filled rectangle that is thicker is a ground behind words, no line."""
_STRAIGHT = 0.02
"""Points: ends this near in height or across make a level or an upright line."""
_SHORTEST = 3.0
_TOLERANCE = 3.0
_RECTANGLE = 4

Point = tuple[float, float]


class Rule(NamedTuple):
    """A level or upright line: in the page's own coordinates when read, in points from the top left when shown."""

    x0: float
    top: float
    x1: float
    bottom: float


def rules_of(drawn: Iterable[Any]) -> tuple[Rule, ...] | None:
    """Return the lines and borders among the objects of a page; None where they cannot be told for sure."""
    found: list[Rule] = []
    for item in drawn:
        if item.type != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if item.level:
            return None  # drawn within a form, whose own map pdfium does not tell
        strokes = _strokes(item)
        if strokes is None:
            continue
        for points in _shapes(item):
            found += _borders(points, is_stroked=strokes)
    return tuple(found)


def cells_of(rules: Sequence[Rule]) -> list[list[Box]]:
    """Return the cells of each table that the lines make, as shown."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = [edge for rule in rules if (edge := _edge(rule)) is not None]
    merged = merge_edges(edges, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE) if edges else []
    long = [edge for edge in merged if max(edge["width"], edge["height"]) >= _SHORTEST]
    cells = intersections_to_cells(edges_to_intersections(long, _TOLERANCE, _TOLERANCE))
    return [[Box(*(round(edge, 2) for edge in cell)) for cell in table] for table in cells_to_tables(cells)]


def _edge(rule: Rule) -> dict[str, Any] | None:
    width, height = rule.x1 - rule.x0, rule.bottom - rule.top
    if max(width, height) < 1:
        return None
    return {**rule._asdict(), "width": width, "height": height, "orientation": "h" if width > height else "v"}


def _strokes(item: Any) -> bool | None:
    """Tell whether a path is drawn as a line; None where it is not drawn at all."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value) if fill.value or stroke.value else None


def _shapes(item: Any) -> Iterator[list[Point]]:
    """Yield the corners of each part of a path, in the page's own coordinates; a closed one ends where it begins."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item.raw, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(pdfium.FPDFPath_CountSegments(item.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if points:
                yield points
            points = []
        points.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if points:
        yield points


def _borders(points: list[Point], *, is_stroked: bool) -> Iterator[Rule]:
    """Yield the level and upright sides of a shape; the thick ground behind words and cells has none."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    is_box = len(points) == _RECTANGLE + 1 and all(_is_straight(a, b) for a, b in pairwise(points))
    if is_box and not is_stroked and min(max(xs) - min(xs), max(ys) - min(ys)) > _THICKEST:
        return
    for a, b in pairwise(points):
        if _is_straight(a, b):
            yield Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _is_straight(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < _STRAIGHT or abs(a[1] - b[1]) < _STRAIGHT
