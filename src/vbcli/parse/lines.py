"""Blocks → pieces: what stood on several lines or pages becomes one paragraph again.

In: the blocks of a reader. Out: `Piece`s in reading order, each with the blocks it came from.
A .docx gives paragraphs; a .txt may be one line a paragraph or wrapped at some width; a .pdf gives lines with their boxes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import quantiles

from vbcli.lexicon.unit_names import find_units
from vbcli.model.source import Block, BlockKind, Cell, Source
from vbcli.parse.columns import in_columns
from vbcli.parse.marks import mark_of
from vbcli.text.fold import dashes, fold, fold_lines, nfc

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_RULE = re.compile(r"^[\s_=*·.…~-]{3,}$|^[\s|]*\|[\s|]*$|^#+$|^-{2,}$")
_TERMINAL = (".", ";", ":", "!", "?", "…", ".”", '."', ";”")
_LAYOUT = re.compile(
    r"cong hoa xa hoi|dang cong san viet|^\W*noi nhan\s*:|^\W*kinh gui|^\W*(?:t/m|tm\.|kt\.|k/t|tl\.|t/l|tuq\.)\s",
    re.MULTILINE,
)
"""Folded words of a table that only sets columns side by side."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, or one row of a table, not yet understood."""

    parts: tuple[tuple[int, str], ...]
    """(index of the block, its cleaned words), in order."""
    label: str = ""
    """Automatic number that the words do not hold."""
    column: int | None = None
    table: int | None = None
    row: int = 0
    cells: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    align: str = ""
    page: int | None = None
    after_blank: bool = False
    """A blank line, a rule or a wall of a portal's table stood before it."""

    @property
    def text(self) -> str:
        """The words of the piece on one line."""
        return " ".join(words for _, words in self.parts)


def clean(text: str) -> str:
    """Return the words of one line: NFC, single blanks, left-over Markdown emphasis dropped, struck words kept as ~~…~~."""
    text = _INVISIBLE.sub("", nfc(text)).replace("**", "")
    text = re.sub(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])", "", text) if text.strip() != "*" else text
    text = re.sub(r"^\s*#+\s+", "", text)
    return _BLANKS.sub(" ", text).strip(" |")


def pieces(source: Source) -> tuple[Piece, ...]:
    """Return the paragraphs and table rows of a source in reading order."""
    out: list[Piece] = []
    run: list[tuple[int, Block]] = []
    tables = 0
    for i, block in in_columns(list(enumerate(source.blocks))):
        if block.kind is BlockKind.LINE:
            run.append((i, block))
            continue
        out += _rejoin(run)
        run = []
        if block.kind is BlockKind.TABLE:
            tables += 1
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


def _table(i: int, block: Block, number: int) -> Iterator[Piece]:
    rows = max((c.row + c.rows for c in block.cells), default=0)
    columns = max((c.column + c.columns for c in block.cells), default=0)
    if columns <= 4 and rows <= 8 and any(_LAYOUT.search(fold_lines(c.text)) for c in block.cells):
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


# --- lines ------------------------------------------------------------------------------------------------------------------------------


_WIDEST = 115
"""Characters; where most lines are longer than that, a line is a paragraph."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the lines of a run are set."""

    width: float
    """Length of a full line: characters, or points where boxes are known; 0 where each line is a paragraph."""
    spaced: bool
    """Paragraphs are divided by blank lines."""
    left: float = 0.0
    """Left margin in points."""


def _setting(run: Sequence[tuple[int, Block]]) -> _Setting:
    boxed = sorted(b.box.x0 for _, b in run if b.box is not None and b.column is None)
    if boxed:
        right = sorted(b.box.x1 for _, b in run if b.box is not None and b.column is None)
        return _Setting(right[-max(1, len(right) // 10)], spaced=False, left=boxed[len(boxed) // 10])
    lengths = [len(b.text.strip()) for _, b in run if len(b.text.strip()) > 30]
    if len(lengths) < 4:
        return _Setting(0, spaced=True)
    blanks = sum(1 for _, b in run if not b.text.strip())
    full = quantiles(lengths, n=4)[-1]
    return _Setting(full if full <= _WIDEST else 0, spaced=blanks * 8 >= len(run))


def _rejoin(run: Sequence[tuple[int, Block]]) -> Iterator[Piece]:
    """Yield the paragraphs that a run of lines holds."""
    if not run:
        return
    # pages differ: an annex may lie on its side
    pages = {b.page for _, b in run} if any(b.box for _, b in run) else {None}
    settings = {page: _setting([(i, b) for i, b in run if page is None or b.page == page]) for page in pages}
    open_piece: Piece | None = None
    last: Block | None = None
    blank, emphasis, table, rows = True, False, 0, 0
    for i, block in _halves(run):
        words = clean(block.text)
        if not words or (_RULE.match(words) and words != "*"):
            blank = True
            # walls and rules end emphasis; a lone "**" closes what the line above opened
            emphasis = False if "|" in block.text or "--" in block.text else emphasis ^ _opens_emphasis(block.text)
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
                or _joins(
                    open_piece,
                    last,
                    block,
                    words,
                    settings.get(last.page) or settings.get(None) or _Setting(0, spaced=True),
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
    wall = "\t" if block.text.count("\t") >= 2 else "|" if block.text.strip().strip("|").count("|") >= 2 else ""
    text = block.text.strip().strip("|") if wall == "|" else block.text
    return tuple(clean(c) for c in text.split(wall)) if wall else ()


def _opens_emphasis(line: str) -> bool:
    """Tell whether Markdown emphasis that begins (or ends) on a line is left open by it."""
    stars = re.sub(r"^\s*\*\s", "", line)
    return stars.strip() != "*" and (stars.count("**") % 2 == 1 or stars.replace("**", "").count("*") % 2 == 1)


def _is_bold(block: Block) -> bool:
    return block.bold or (block.text.strip().startswith("**") and not block.text.strip().strip("*").count("**"))


def _first_word(words: str) -> str:
    return words.split(" ", 1)[0]


def _lower_start(words: str) -> bool:
    first = words.lstrip("“\"'(")[:1]
    return first.islower()


def _joins(piece: Piece, last: Block, block: Block, words: str, setting: _Setting, *, blank: bool) -> bool:
    """Tell whether a line goes on with the paragraph above it."""
    before = piece.text
    if piece.column != block.column or before == "*" or words == "*":
        return False
    ended = before.endswith(_TERMINAL)
    mark = mark_of(words)
    if block.box is not None and last.box is not None:
        return _joins_by_box(piece, last, block, words, setting)
    if mark and not (
        mark.style in ("dash", "plus")
        and not ended
        and setting.width
        and not blank
        and _full(last.text, "xxxx", setting.width)
    ):
        return False
    if before.isupper() or _is_head_line(before) or _is_head_line(words):
        return False
    if blank:
        return not ended and not before.endswith(",") and _lower_start(words)
    if not setting.width:
        return _lower_start(words) and not ended
    word = _first_word(words)
    if _lower_start(words):
        return setting.spaced or not before.endswith((";", ":")) or _full(last.text, word, setting.width * 0.93)
    first_line = len(piece.parts) == 1
    if setting.spaced:
        return not (ended and not _full(last.text, word, setting.width * 0.9)) and not words.isupper()
    if ended:
        # a short line that does not end a sentence is the indented first line of the next paragraph
        indented = len(words) < 0.45 * setting.width and not words.endswith(_TERMINAL)
        return not first_line and not indented and _full(last.text, word, setting.width * 0.95)
    if first_line and _announces(before) and words[:1].isupper():
        return False
    return first_line or _full(last.text, word, setting.width * 0.75)


def _announces(words: str) -> bool:
    """Tell whether a line is a whole heading: a mark, "Giao" or nothing, and a list of units."""
    mark = mark_of(words)
    rest = words[mark.end :] if mark else ""
    rest = re.sub(r"^(?:Giao|Đề nghị|Yêu cầu)\s+(?:cho\s+)?", "", rest)
    units = find_units(rest) if rest else []
    return bool(units) and units[0].start == 0 and units[-1].end >= len(rest.rstrip(" .:"))


def _full(line: str, next_word: str, width: float) -> bool:
    """Tell whether a line had no room for the next word."""
    return len(line.strip()) + 1 + len(next_word) > width


def _joins_by_box(piece: Piece, last: Block, block: Block, words: str, setting: _Setting) -> bool:
    if last.box is None or block.box is None:
        return False
    before = piece.text
    ended = before.endswith(_TERMINAL)
    size = block.size or 13.0
    turned = block.page != last.page
    if block.column is not None:
        return (
            _lower_start(words)
            and not ended
            and not mark_of(words)
            and not _is_head_line(before)
            and not before.isupper()
        )
    full = setting.width - last.box.x1 < 0.12 * (setting.width - setting.left)
    indented = block.box.x0 - setting.left > 0.6 * size
    mark = mark_of(words)
    if mark and (ended or not full or mark.style not in ("dash", "plus", "decimal", "alpha")):
        return False
    if mark and indented:
        return False
    if _is_head_line(words) or _is_head_line(before) or _is_title(before) or _is_title(words):
        return False
    centred = indented and setting.width - block.box.x1 > 0.6 * size
    if _lower_start(words) and not ended:
        return True
    if centred and not full:
        return False
    if turned:
        return full and not indented and not ended
    gap = block.box.top - last.box.bottom
    if gap > 1.2 * size:
        return False
    return full and not (indented and (ended or len(piece.parts) > 1))


def _is_title(words: str) -> bool:
    """Tell whether a line in capitals is more than an abbreviation at the end of a sentence."""
    return words.isupper() and len(words) > 6 and not words.endswith(_TERMINAL)


@cache
def _is_head_line(words: str) -> bool:
    """Tell whether a line is one of the fixed lines of head and closing, which stand alone."""
    return bool(
        re.match(
            r"(cong hoa xa hoi chu nghia|dang cong san viet|doc lap - tu do|so\s*:|so ~~|noi nhan\s*:|kinh gui|v/v |t/m |tm\. |kt\. |k/t |tl\. |t/l |tuq\. )|"
            r"^so:? .{0,25}[-/].{0,20}$|^[^,;]{2,40}, ngay .{1,20}thang.{1,15}nam \d{4}\W*$",
            fold(dashes(words)),
        )
    )
