"""Tables with ruling lines: pdfplumber finds the cells, the words of pdfium go into them."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from vbcli.model.source import Block, BlockKind, Box, Cell
from vbcli.read.characters import plain
from vbcli.read.pdf_lines import Line, Word
from vbcli.text.fold import fold

_GRID = 3.0
"""Points: cell borders this near are one."""
_REACH = 2.0
_MOST_CELLS = 0.75
_THICKEST = 3.0
_CROSSING = 0.1
"""Of the words: more of them over a border, and it is no border."""
_SAME_LINE = 0.45
_FIRST_WORD = re.compile(r"[-–—+*•▪➢✓]|[-–—+*•].*|\(?\d{1,2}[.)/]|\(?[a-zđ]\)|[IVX]+\.|\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_CUT = re.compile(r"(?:[\dA-ZĐ.…]-|[\dA-ZĐ]/)$")
_OPEN_END = re.compile(r"[^.;:!?]$")


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page."""

    box: Box
    cells: tuple[Cell, ...]


class Plumber:
    """pdfplumber on one file, opened with the first page that has rules."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def cells_of(self, number: int) -> list[list[Box]]:
        """Return the cells of each table of a page, the page counted from 1."""
        import pdfplumber

        if self._file is None:
            self._file = pdfplumber.open(io.BytesIO(self._data))
        page = self._file.pages[number - 1]
        try:
            # Crop boxes that do not begin at zero shift pdfplumber's places; pdfium's are relative to the page shown.
            left, top = page.bbox[0], page.bbox[1]
            return [
                [Box(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in table.cells]
                for table in page.filter(_may_be_rule).find_tables()
            ]
        finally:
            page.close()


def _may_be_rule(item: dict[str, Any]) -> bool:
    """Tell whether a drawn object may be a border: the ground behind words and cells is filled, not stroked."""
    if item.get("object_type") != "rect":
        return True
    return bool(item.get("stroke")) or min(item["width"], item["height"]) <= _THICKEST


def take_tables(lines: Sequence[Line], found: Iterable[list[Box]]) -> tuple[list[Line], list[Table]]:
    """Return the lines without the words that stand in tables, and the tables."""
    tables: list[Table] = []
    rest = list(lines)
    for cells in found:
        columns = _edges(cell.x0 for cell in cells)
        if len(cells) < 2 or len(columns) < 2:  # noqa: PLR2004 (a frame around a text is no table)
            continue
        area = _around(cells)
        inside = [word for line in rest for word in line.words if _holds(area, word)]
        if not inside or _share_across(cells, inside) > _CROSSING:
            continue
        rest = _without(rest, area)
        tables.append(Table(area, _filled(cells, columns, inside)))
    return rest, tables


def join_over_pages(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with tables that run over a page mended: no repeated head, no row cut in two."""
    joined: list[Block] = []
    head, reached = Block(BlockKind.TABLE), 0
    for block in blocks:
        last = joined[-1] if joined else None
        rest = block
        if last is not None and _goes_on(last, reached, block):
            joined[-1], rest = _mended(last, _without_head(head, block))
        else:
            head = block
        if rest.cells or block.kind is not BlockKind.TABLE:
            joined.append(rest)
        reached = block.page or 0
    return joined


def _around(cells: list[Box]) -> Box:
    return Box(
        min(cell.x0 for cell in cells),
        min(cell.top for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
    )


def _share_across(cells: list[Box], words: list[Word]) -> float:
    """Return the share of words that stick out of their cell sideways."""
    own = ((_own(cells, word), word) for word in words)
    out = sum(word.x0 < cell.x0 - _GRID or word.x1 > cell.x1 + _GRID for cell, word in own)
    return out / len(words)


def _edges(places: Iterable[float]) -> list[float]:
    """Return the grid lines: places nearer than a hair are one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _GRID:
            edges.append(place)
    return edges


def _holds(box: Box, word: Word) -> bool:
    x, y = word.middle
    return box.x0 - _REACH <= x <= box.x1 + _REACH and box.top - _REACH <= y <= box.bottom + _REACH


def _without(lines: list[Line], area: Box) -> list[Line]:
    left = []
    for line in lines:
        words = tuple(word for word in line.words if not _holds(area, word))
        if words:
            left.append(line if len(words) == len(line.words) else replace(line, words=words))
    return left


def _filled(cells: list[Box], columns: list[float], words: list[Word]) -> tuple[Cell, ...]:
    rows = _edges(cell.top for cell in cells)
    content: dict[Box, list[Word]] = {cell: [] for cell in cells}
    for word in words:
        content[_own(cells, word)].append(word)
    filled = []
    for cell in sorted(cells, key=lambda c: (_index(rows, c.top), c.x0)):
        row, column = _index(rows, cell.top), _index(columns, cell.x0)
        tall = max(1, sum(1 for edge in rows if cell.top + _GRID < edge < cell.bottom - _GRID) + 1)
        wide = max(1, sum(1 for edge in columns if cell.x0 + _GRID < edge < cell.x1 - _GRID) + 1)
        filled.append(Cell(row, column, _paragraphs(content[cell]), tall, wide))
    return tuple(filled)


def _index(edges: list[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _own(cells: list[Box], word: Word) -> Box:
    """Return the cell that a word stands in, or nearest to."""
    x, y = word.middle
    around = (cell for cell in cells if cell.x0 <= x <= cell.x1 and cell.top <= y <= cell.bottom)
    return next(around, None) or min(cells, key=lambda cell: _distance(cell, x, y))


def _distance(cell: Box, x: float, y: float) -> float:
    across = max(cell.x0 - x, 0.0, x - cell.x1)
    down = max(cell.top - y, 0.0, y - cell.bottom)
    return across + down


def _paragraphs(words: list[Word]) -> str:
    """Return the text of a cell: soft wraps joined, a line feed before lines that begin with a mark."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.base):
        if rows and word.base - rows[-1][0].base <= _SAME_LINE * word.size:
            rows[-1].append(word)
        else:
            rows.append([word])
    text = ""
    for row in rows:
        row.sort(key=lambda w: w.x0)
        marked = len(row) > 1 and _FIRST_WORD.fullmatch(row[0].text)
        # Wraps fall inside numbers: "525/QĐ-" / "UBND".
        glue = "\n" if marked else "" if _CUT.search(text) else " "
        text += glue + " ".join(word.text for word in row)
    return plain(text.strip())


def _goes_on(last: Block, reached: int, block: Block) -> bool:
    """Tell whether a block continues the table before it, of which a piece stood on page `reached` at last."""
    tables = last.kind is BlockKind.TABLE and block.kind is BlockKind.TABLE
    return tables and block.page == reached + 1 and _width(last.cells) == _width(block.cells)


def _width(cells: tuple[Cell, ...]) -> int:
    return max((cell.column + cell.columns for cell in cells), default=0)


def _row(cells: tuple[Cell, ...], row: int) -> list[Cell]:
    return [cell for cell in cells if cell.row == row]


def _without_head(first: Block, second: Block) -> Block:
    """Return the second table without the rows at its top that repeat those at the top of the first."""
    same = 0
    while _repeats(_row(first.cells, same), _row(second.cells, same)):
        same += 1
    return _shifted(second, same)


def _repeats(above: list[Cell], below: list[Cell]) -> bool:
    """Tell whether a row stands there again; a cell of it may have lost a line."""
    once, again = ({cell.column: fold(cell.text) for cell in row} for row in (above, below))
    if not any(again.values()) or once.keys() != again.keys():
        return False
    equal = sum(once[column] == again[column] for column in once)
    return equal >= _MOST_CELLS * len(once)


def _shifted(block: Block, by: int) -> Block:
    return replace(block, cells=tuple(replace(c, row=c.row - by) for c in block.cells if c.row >= by))


def _mended(first: Block, second: Block) -> tuple[Block, Block]:
    """Return both tables with the rest of a row that the page break cut moved to where the row began."""
    rest = _row(second.cells, 0)
    bottom = max((cell.row + cell.rows - 1 for cell in first.cells), default=0)
    open_cells = {cell.column: at for at, cell in enumerate(first.cells) if cell.row + cell.rows - 1 == bottom}
    if not _is_rest(rest, [first.cells[at] for at in open_cells.values()]):
        return first, second
    if any(cell.text and cell.column not in open_cells for cell in rest):
        return first, second
    cells = list(first.cells)
    for cell in rest:
        if cell.text:
            at = open_cells[cell.column]
            begins = bool(_FIRST_WORD.fullmatch(cell.text.split()[0]))
            glue = "\n" if begins and cells[at].text else " "
            cells[at] = replace(cells[at], text=f"{cells[at].text}{glue}{cell.text}".strip())
    return replace(first, cells=tuple(cells)), _shifted(second, 1)


def _is_rest(row: list[Cell], above: list[Cell]) -> bool:
    """Tell whether a row only goes on with the one above: no number of its own, and text that begins in small letters.

    A lone cell under an open end counts too, whatever it begins with: "… luyện kim hóa chất" / "Tây Bắc".
    """
    if not row or row[0].column != 0 or row[0].text or len(row) < 2:  # noqa: PLR2004
        return False
    ends = {cell.column: cell.text for cell in above}
    texts = [cell for cell in row if cell.text]
    lone = len(texts) == 1
    return any((lone or cell.text[0].islower()) and _OPEN_END.search(ends.get(cell.column, "")) for cell in texts)
