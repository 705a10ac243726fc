"""Blocks → pieces: what stood on several lines or pages becomes one paragraph again.

In: the blocks of a reader. Out: `Piece`s in reading order, each with the blocks it came from.
A .docx gives paragraphs; a .txt may be one line a paragraph or wrapped at some width; a .pdf gives lines with their boxes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vbcli.model.source import Aside, Block, BlockKind, Cell, Source
from vbcli.parse.columns import in_columns
from vbcli.parse.marks import mark_of
from vbcli.parse.page_numbers import without_page_numbers
from vbcli.parse.piece import Piece, clean
from vbcli.parse.wrapping import Setting, joins, setting_of
from vbcli.text.fold import fold_lines

_RULE = re.compile(r"^[\s_=*·.…~-]{3,}$|^[\s|]*\|[\s|]*$|^#+$|^-{2,}$")
_LAYOUT = re.compile(
    r"cong hoa xa hoi|dang cong san viet|^\W*noi nhan\s*:|^\W*kinh gui|^\W*(?:t/m|tm\.|kt\.|k/t|tl\.|t/l|tuq\.)\s",
    re.MULTILINE,
)
"""Folded words of a table that only sets columns side by side."""
_YOUTH = re.compile(r"^\W*ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH\W*$", re.MULTILINE)
"""In capitals, where others print the motto; in small letters it is a unit in a cell."""


def pieces(source: Source, aside: Aside | None = None) -> tuple[Piece, ...]:
    """Return the paragraphs and table rows of the running text in reading order, or those of the head or foot of the pages."""
    out: list[Piece] = []
    run: list[tuple[int, Block]] = []
    tables = 0
    above: Block | None = None
    own = [(i, block) for i, block in enumerate(source.blocks) if block.aside is aside]
    for i, block in in_columns(without_page_numbers(own)):
        before, above = above, block
        if block.kind is BlockKind.LINE:
            run.append((i, block))
            continue
        out += _rejoin(run)
        run = []
        if block.kind is BlockKind.TABLE:
            tables += not _goes_on(before, block)
            out += _table(i, block, tables)
        else:
            out += _paragraph(i, block)
    out += _rejoin(run)
    return tuple(out)


def _paragraph(i: int, block: Block) -> Iterator[Piece]:
    """Yield the lines of a word processor's paragraph; a soft break is a new piece only where an item or a head line begins."""
    lines = [clean(x) for x in block.text.split("\n")]
    if not any(lines):
        return
    parts: list[str] = []
    label = block.label
    for line in filter(None, lines):
        if parts and not (mark_of(line) or line.isupper() or parts[-1].isupper()):
            parts[-1] += " " + line
        else:
            parts.append(line)
    for k, line in enumerate(parts):
        yield Piece(
            ((i, line),),
            label if k == 0 else "",
            block.column,
            bold=block.bold,
            italic=block.italic,
            align=block.align,
            page=block.page,
            after_blank=k == 0,
        )


def _goes_on(above: Block | None, block: Block) -> bool:
    """Tell whether a table is the piece overleaf of the one before it, whose head speaks for it too."""
    if above is None or above.kind is not BlockKind.TABLE or not (above.page and block.page):
        return False
    return above.page < block.page and _columns(above) == _columns(block)


def _columns(block: Block) -> int:
    return max((c.column + c.columns for c in block.cells), default=0)


def _table(i: int, block: Block, number: int) -> Iterator[Piece]:
    rows = max((c.row + c.rows for c in block.cells), default=0)
    columns = _columns(block)
    if (
        columns <= 4
        and rows <= 8
        and any(_LAYOUT.search(fold_lines(c.text)) or _YOUTH.search(c.text) for c in block.cells)
    ):
        yield from _layout_table(i, block, columns)
        return
    grid: list[list[str]] = [[""] * columns for _ in range(rows)]
    for cell in block.cells:
        for r in range(cell.row, cell.row + cell.rows):
            for c in range(cell.column, cell.column + cell.columns):
                grid[r][c] = " ".join(filter(None, map(clean, cell.text.split("\n"))))
    for r, row in enumerate(grid):
        if any(row):
            yield Piece(
                ((i, "\t".join(row)),), table=number, row=r, cells=tuple(row), page=block.page, after_blank=True
            )


def _layout_table(i: int, block: Block, columns: int) -> Iterator[Piece]:
    """Yield the cells of a borderless table that only sets columns side by side: left column first."""
    for column in range(columns):
        inside: list[Cell] = [c for c in block.cells if c.column == column]
        for cell in sorted(inside, key=lambda c: c.row):
            first = True
            for line in _whole_lines([x for x in map(clean, cell.text.split("\n")) if x]):
                if not _RULE.match(line) or line == "*":
                    yield Piece(((i, line),), column=0 if column == 0 else 1, page=block.page, after_blank=first)
                    first = False


def _whole_lines(lines: list[str]) -> list[str]:
    """Join what an enumeration of names broke over lines: `Các Sở: Công Thương,` / `Nông nghiệp và Môi trường;`."""
    out: list[str] = []
    for line in lines:
        if out and out[-1].endswith(",") and not mark_of(line) and not line.isupper():
            out[-1] += f" {line}"
        else:
            out.append(line)
    return out


def _rejoin(run: Sequence[tuple[int, Block]]) -> Iterator[Piece]:
    """Yield the paragraphs that a run of lines holds."""
    if not run:
        return
    # pages differ: an annex may lie on its side
    pages = {b.page for _, b in run} if any(b.box for _, b in run) else {None}
    settings = {page: setting_of([(i, b) for i, b in run if page is None or b.page == page]) for page in pages}
    open_piece: Piece | None = None
    last: Block | None = None
    blank, emphasis, table, rows = True, False, 0, 0
    for i, block in _halves(run):
        words = clean(block.text)
        if not words or (_RULE.match(words) and words != "*"):
            blank = True
            # walls and rules end emphasis; a lone "**" closes what the line above opened and opens nothing
            emphasis = emphasis and not ("|" in block.text or "--" in block.text) and not _opens_emphasis(block.text)
            continue
        cells = _cells(block, inside=rows > 0 and not blank)
        if cells:
            if open_piece:
                yield open_piece
                open_piece = None
            if rows == 0:
                table += 1
            rows += 1
            yield Piece(
                ((i, "\t".join(cells)),), table=-table, row=rows - 1, cells=cells, page=block.page, after_blank=blank
            )
            blank, last = False, None
            continue
        rows = 0 if not blank else rows
        joined = (
            open_piece is not None
            and last is not None
            and (
                emphasis
                or joins(
                    open_piece,
                    last,
                    block,
                    words,
                    settings.get(last.page) or settings.get(None) or Setting(0, spaced=True),
                    blank=blank,
                )
            )
        )
        if joined and open_piece:
            open_piece = replace(
                open_piece, parts=(*open_piece.parts, (i, words)), bold=open_piece.bold and _is_bold(block)
            )
        else:
            if open_piece:
                yield open_piece
            rows = 0
            emphasis = False
            open_piece = Piece(
                ((i, words),),
                block.label,
                block.column,
                bold=_is_bold(block),
                italic=block.italic,
                align=block.align,
                page=block.page,
                after_blank=blank,
            )
        emphasis ^= _opens_emphasis(block.text)
        blank, last = False, block
    if open_piece:
        yield open_piece


def _halves(run: Sequence[tuple[int, Block]]) -> Iterator[tuple[int, Block]]:
    """Yield the lines; one that a wall or a wide gap divides in two (head and closing of saved pages) as two."""
    for i, block in run:
        text = block.text.strip().strip("|")
        if block.box is None and text.count("|") == 1 and block.text.count("\t") < 2:
            for half in text.split("|"):
                yield i, replace(block, text=half)
        else:
            yield i, block


def _cells(block: Block, *, inside: bool) -> tuple[str, ...]:
    """Return the cells of a table row that a line of a .txt holds, divided by tabs or walls; () for ordinary lines.

    Inside a table one tab is enough: `II<tab>Bảo vệ nguồn nước`.
    """
    if block.box is not None:
        return ()
    if inside and "\t" in block.text:
        return tuple(clean(c) for c in block.text.split("\t"))
    # tabs before the first word only set a line to the right
    wall = (
        "\t"
        if block.text.count("\t") >= 2 and "\t" in block.text.strip()
        else "|"
        if block.text.strip().strip("|").count("|") >= 2
        else ""
    )
    text = block.text.strip().strip("|") if wall == "|" else block.text
    return tuple(clean(c) for c in text.split(wall)) if wall else ()


def _opens_emphasis(line: str) -> bool:
    """Tell whether Markdown emphasis that begins (or ends) on a line is left open by it."""
    stars = re.sub(r"^\s*\*\s", "", line)
    return bool(stars.strip(" *")) and (stars.count("**") % 2 == 1 or stars.replace("**", "").count("*") % 2 == 1)


def _is_bold(block: Block) -> bool:
    return block.bold or (block.text.strip().startswith("**") and not block.text.strip().strip("*").count("**"))
