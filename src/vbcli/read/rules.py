"""Ruling lines of a scanned page into the cells of its tables.

A picture squeezed to a twentieth of its width keeps only what is dark all along: a line stays, letters fade.
"""

import re
from collections.abc import Iterator
from typing import Any

from vbcli.model.source import Box

_INK = 140
_LONG = 0.18
"""Inches: pieces of this length must be dark from end to end."""
_DARK = 0.75
_PIECES = 3
_SNAP, _JOIN, _MEET = 4.0, 9.0, 5.0
"""Points: lines this near are one, pieces this near are one line, lines this near meet."""
_DARK_ALONG = re.compile(b"\xff{%d,}" % _PIECES)
_FEWEST_CELLS = 4


def cells_of(image: Any, dpi: int, points: float) -> list[list[Box]]:
    """Return the cells of each ruled table, in points."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    ink = image.point(lambda value: 255 if value < _INK else 0)
    step = max(round(_LONG * dpi), 2)
    wide, high = image.size
    level = ink.reduce((step, 1), box=(0, 0, wide - wide % step, high)) if wide >= _PIECES * step else None
    edges = [_edge("h", y, x0, x1, points) for y, x0, x1 in _runs(level, step, wide)]
    if len(edges) < 2:  # noqa: PLR2004 (a table has two rules at least)
        return []
    from PIL import Image

    step = max(step // 2, 2)
    upright = ink.reduce((1, step), box=(0, 0, wide, high - high % step)) if high >= _PIECES * step else None
    turned = upright.transpose(Image.Transpose.TRANSPOSE) if upright else None
    edges += [_edge("v", x, y0, y1, points) for x, y0, y1 in _runs(turned, step, high)]
    merged = merge_edges(edges, _SNAP, _SNAP, _JOIN, _JOIN)
    cells = intersections_to_cells(edges_to_intersections(merged, _MEET, _MEET))
    tables = [[Box(*cell) for cell in table] for table in cells_to_tables(cells)]
    return [table for table in tables if _is_table(table)]


def _is_table(cells: list[Box]) -> bool:
    columns, rows = {round(cell.x0) for cell in cells}, {round(cell.top) for cell in cells}
    return len(cells) >= _FEWEST_CELLS and len(columns) > 1 and len(rows) > 1


def _runs(squeezed: Any, step: int, most: int) -> Iterator[tuple[int, int, int]]:
    """Yield row, start and end of what is dark along a row, in pixels; the ends reach a piece too far, not over `most`."""
    if squeezed is None:
        return
    pieces = squeezed.width
    tones = squeezed.point(lambda value: 255 if value >= round(_DARK * 255) else 0).tobytes()
    for row in range(squeezed.height):
        for run in _DARK_ALONG.finditer(tones, row * pieces, (row + 1) * pieces):
            start, end = run.start() - row * pieces, run.end() - row * pieces
            yield row, max(start * step - step, 0), min(end * step + step, most)


def _edge(orientation: str, across: int, start: int, end: int, points: float) -> dict[str, Any]:
    a, b, c = across * points, start * points, end * points
    if orientation == "h":
        return {"orientation": "h", "x0": b, "x1": c, "top": a, "bottom": a, "width": c - b, "height": 0.0}
    return {"orientation": "v", "x0": a, "x1": a, "top": b, "bottom": c, "width": 0.0, "height": c - b}
