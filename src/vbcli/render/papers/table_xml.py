"""Tables of Word files as XML: python-docx looks cell by cell through the whole table, long ones take minutes."""

import re
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vbcli.render.papers.grid import Align, Grid, GridColumn

_TWIPS = 1440 / 25.4
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_NUMBER = re.compile(r"\d[\w.]*[/-][\w./-]*\w")
_KEPT = "\N{NON-BREAKING HYPHEN}"
_AIR = 57
"""Free room left and right in a cell with borders: 1 mm."""


def plain_table(widths: tuple[float, ...]) -> Any:
    """Return a table of one row without borders, millimetres wide: blocks side by side. The row stays on one page."""
    cells = "".join(_cell("", width, Align.CENTRE, 12) for width in widths)
    return _table(widths, f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>", line="none", air=0)


def table_of(grid: Grid, size: float) -> Any:
    """Return a table with borders; its head is repeated on each page, no row breaks across pages."""
    widths = tuple(column.width for column in grid.columns)
    heads = "".join(_cell(c.head, c.width, Align.CENTRE, size, bold=True, middle=True) for c in grid.columns)
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"]
    for n, row in enumerate(grid.rows, 1):
        last = grid.total and n == len(grid.rows)
        cells = _cells(grid.columns, row, size, bold=last, keep=grid.total and n == len(grid.rows) - 1)
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    return _table(widths, "".join(rows), line="single", air=_AIR)


def _cells(columns: tuple[GridColumn, ...], row: tuple[str, ...], size: float, *, bold: bool, keep: bool) -> str:
    if len(row) == 1 and len(columns) > 1:
        # What heads the rows below it stays with the first of them.
        width = sum(column.width for column in columns)
        return _cell(row[0], width, Align.LEFT, size, bold=True, span=len(columns), keep=True)
    return "".join(
        _cell(words, column.width, column.align, size, bold=bold, keep=keep)
        for words, column in zip(row, columns, strict=True)
    )


def _cell(
    words: str,
    width: float,
    align: Align,
    size: float,
    *,
    bold: bool = False,
    middle: bool = False,
    span: int = 1,
    keep: bool = False,
) -> str:
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    weight = "<w:b/>" if bold else ""
    stays = "<w:keepNext/>" if keep else ""
    half_points = round(2 * size)
    text = (
        f'<w:r><w:rPr>{weight}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>{_runs(words)}</w:r>'
        if words
        else ""
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * _TWIPS)}" w:type="dxa"/>{across}{upright}</w:tcPr>'
        f'<w:p><w:pPr>{stays}<w:spacing w:before="0" w:after="0"/><w:jc w:val="{align}"/></w:pPr>{text}</w:p></w:tc>'
    )


def _runs(words: str) -> str:
    """Return the words with the hyphens of numbers of documents, `618-TB/HU`, kept on one line."""
    kept = _NUMBER.sub(lambda found: found[0].replace("-", _KEPT), words)
    pieces = escape(kept).split(_KEPT)
    return "<w:noBreakHyphen/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)


def _table(widths: tuple[float, ...], rows: str, *, line: str, air: int) -> Any:
    edges = "".join(f'<w:{edge} w:val="{line}" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
    columns = "".join(f'<w:gridCol w:w="{round(width * _TWIPS)}"/>' for width in widths)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{round(sum(widths) * _TWIPS)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{air}" w:type="dxa"/><w:right w:w="{air}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
