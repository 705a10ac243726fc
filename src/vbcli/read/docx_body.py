"""The body of a .docx into blocks: paragraphs with their automatic labels, tables with merged cells once.

Tracked deletions, instructions of fields, hidden text and the fallback copies of text boxes are no text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, NamedTuple

from vbcli.model.source import Block, BlockKind, Cell
from vbcli.read.characters import plain
from vbcli.read.docx_styles import Look, Style, W, align_of, look_of, value
from vbcli.read.numbering import Numbering
from vbcli.read.symbols import symbol
from vbcli.text.legacy_fonts import coding_of_font, is_capital_font, joins_before, to_unicode

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICE = _MC + "AlternateContent"
_WRAPPERS = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
)
_GONE = frozenset(W + name for name in ("del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"))
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_TYPED = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_STRUCK = "~~"


class Piece(NamedTuple):
    """Some text of one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with the paragraphs of the text boxes anchored in it."""

    block: Block
    boxes: tuple[Block, ...]


@dataclass(slots=True)
class Body:
    """A walk through one document; it counts numbers and remembers open fields, so each document needs its own."""

    styles: dict[str, Style]
    default: str
    """Id of the style of paragraphs that name none."""
    numbering: Numbering
    fields: list[bool] = field(default_factory=list)
    """Open fields from the outermost: whether its result has begun."""

    def blocks(self, body: Any) -> tuple[Block, ...]:
        """Return the blocks of the body; a text box follows the paragraph that it hangs on."""
        found: list[Block] = []
        line = 0
        for element in _content(body):
            if element.tag == W + "tbl":
                line += 1
                found.append(Block(BlockKind.TABLE, line=line, cells=self._cells(element)))
                continue
            paragraph = self._paragraph(element)
            if paragraph is not None:
                line += 1
                found += [replace(block, line=line) for block in (paragraph.block, *paragraph.boxes)]
        return tuple(found)

    def _paragraph(self, element: Any) -> Paragraph | None:
        """Return the paragraph; None for one whose text and end mark were deleted under tracking."""
        properties = element.find(W + "pPr")
        key = value(properties, "pStyle") or self.default
        style = self.styles.get(key, Style())
        boxes: list[Block] = []
        pieces = _in_unicode(self._pieces(element, style.look, boxes))
        # A field left open by an edit must not swallow the rest of the document.
        self.fields = [shown for shown in self.fields if shown]
        text = plain(_joined(pieces)).strip("\n")
        if not text and not boxes and properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            return None
        visible = [piece.look for piece in pieces if piece.text.strip()]
        block = Block(
            BlockKind.PARAGRAPH,
            text,
            label=plain(self._label(properties, style, key)),
            style=style.name,
            bold=bool(visible) and all(look.bold for look in visible),
            italic=bool(visible) and all(look.italic for look in visible),
            capitals=bool(visible) and all(is_capital_font(look.font or "") for look in visible),
            align=align_of(properties) or style.align,
        )
        return Paragraph(block, tuple(boxes))

    def _label(self, properties: Any, style: Style, key: str) -> str:
        number = value(properties, "numPr/numId")
        level = value(properties, "numPr/ilvl")
        if level is not None and level.isdecimal():
            depth = int(level)
        elif number is None and style.level is not None:
            depth = style.level
        else:
            depth = self.numbering.level_of(number or style.number, key)
        return self.numbering.next_label(style.number if number is None else number, depth)

    def _pieces(self, element: Any, inherited: Look, boxes: list[Block]) -> Iterator[Piece]:
        """Yield the text below a paragraph or a wrapper inside it; text boxes go to `boxes`."""
        for child in element:
            if child.tag == W + "r":
                yield from self._run(child, inherited, boxes)
            elif child.tag in _WRAPPERS:
                yield from self._pieces(child, inherited, boxes)
            elif child.tag == _CHOICE:
                yield from self._pieces(_chosen(child), inherited, boxes)
            elif isinstance(child.tag, str) and child.tag.startswith(_MATH):
                yield Piece("".join(text.text or "" for text in child.iter(_MATH + "t")), inherited)

    def _run(self, run: Any, inherited: Look, boxes: list[Block]) -> Iterator[Piece]:
        properties = run.find(W + "rPr")
        named = self.styles.get(value(properties, "rStyle") or "")
        look = look_of(properties).over(named.look.over(inherited) if named else inherited)
        for child in run:
            if child.tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif child.tag == _CHOICE or child.tag in _PICTURES:
                boxes += self._boxed(child)
            elif all(self.fields) and not look.hidden:
                text = _typed(child, look.font or "")
                if text:
                    yield Piece(text, look)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _boxed(self, element: Any) -> list[Block]:
        """Return the paragraphs of the text boxes below a picture; tables in them as one line per row."""
        found: list[Block] = []
        outer, self.fields = self.fields, []
        for box in _text_boxes(element):
            for child in _content(box):
                if child.tag == W + "tbl":
                    found += [Block(BlockKind.PARAGRAPH, line) for line in self._flattened(child)]
                    continue
                paragraph = self._paragraph(child)
                if paragraph is not None:
                    found += [block for block in (paragraph.block, *paragraph.boxes) if block.text or block.label]
        self.fields = outer
        return found

    def _cells(self, table: Any) -> tuple[Cell, ...]:
        """Return the cells row by row; what is merged stands once, at its top left."""
        cells: list[Cell] = []
        open_merges: dict[int, int] = {}
        for row, element in enumerate(_rows(table)):
            column = _whole(value(element.find(W + "trPr"), "gridBefore"))
            still_open: dict[int, int] = {}
            for tc in _inside(element, W + "tc"):
                properties = tc.find(W + "tcPr")
                width = max(_whole(value(properties, "gridSpan")), 1)
                merge = properties.find(W + "vMerge") if properties is not None else None
                text = self._cell_text(tc)
                if merge is not None and merge.get(W + "val", "continue") == "continue" and column in open_merges:
                    at = open_merges[column]
                    whole = "\n".join(part for part in (cells[at].text, text) if part)
                    cells[at] = replace(cells[at], rows=row - cells[at].row + 1, text=whole)
                    still_open[column] = at
                else:
                    if merge is not None:
                        still_open[column] = len(cells)
                    cells.append(Cell(row, column, text, 1, width))
                column += width
            open_merges = still_open
        return tuple(cells)

    def _cell_text(self, cell: Any) -> str:
        lines: list[str] = []
        for child in _content(cell):
            if child.tag == W + "tbl":
                lines += self._flattened(child)
                continue
            paragraph = self._paragraph(child)
            if paragraph is not None:
                blocks = (paragraph.block, *paragraph.boxes)
                lines += [f"{block.label} {block.text}".strip() for block in blocks]
        return "\n".join(line for line in lines if line)

    def _flattened(self, table: Any) -> list[str]:
        """Return a table inside a cell or a text box as lines, cells divided by tabs."""
        rows: dict[int, list[str]] = {}
        for cell in self._cells(table):
            rows.setdefault(cell.row, []).append(cell.text.replace("\n", " "))
        return ["\t".join(cells) for cells in rows.values()]


def _content(element: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of a body, cell or text box, content controls opened."""
    for child in element:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _content(child)
        elif child.tag == _CHOICE:
            yield from _content(_chosen(child))


def _chosen(alternatives: Any) -> Any:
    """Return the branch of mc:AlternateContent to read; the other says the same for old programs."""
    choice = alternatives.find(_MC + "Choice")
    fallback = alternatives.find(_MC + "Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def _text_boxes(element: Any) -> Iterator[Any]:
    """Yield the outermost w:txbxContent below a picture; those inside them are met with their own paragraph."""
    if element.tag == _CHOICE:
        element = _chosen(element)
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        elif isinstance(child.tag, str):
            yield from _text_boxes(child)


def _rows(table: Any) -> Iterator[Any]:
    for row in _inside(table, W + "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def _inside(element: Any, tag: str) -> Iterator[Any]:
    """Yield the children of this tag, content controls around them opened."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _typed(element: Any, font: str) -> str:
    """Return the text of one child of a run, as it was typed."""
    if element.tag == W + "t":
        text = element.text or ""
        return text if coding_of_font(font) else "".join(symbol(c, font) for c in text)
    if element.tag == W + "sym":
        code = element.get(W + "char", "")
        try:
            return symbol(chr(int(code, 16)), element.get(W + "font", ""))
        except (ValueError, OverflowError):
            return ""
    if element.tag == W + "softHyphen" and coding_of_font(font):
        return "\xad"  # in TCVN3 the letter ư
    return _TYPED.get(element.tag, "")


def _in_unicode(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with old fonts turned into Unicode and with the capitals that they are shown in."""
    told = list(pieces)
    for at, (piece, after) in enumerate(pairwise(told)):
        if coding_of_font(piece.look.font or "") and joins_before(after.text) and piece.text[-1:].isalpha():
            # A letter and its mark in VNI may differ in look; the mark goes to its letter.
            told[at] = piece._replace(text=piece.text + after.text[0])
            told[at + 1] = after._replace(text=after.text[1:])
    return tuple(piece._replace(text=_shown(piece)) for piece in told)


def _shown(piece: Piece) -> str:
    font = piece.look.font or ""
    coding = coding_of_font(font)
    text = to_unicode(piece.text, coding) if coding else piece.text
    return text.upper() if piece.look.capitals else text


def _joined(pieces: tuple[Piece, ...]) -> str:
    """Return the text with the struck words marked: "trước ~~20/4~~ 25/4/2024"."""
    runs: list[tuple[bool, str]] = []
    for piece in pieces:
        struck = bool(piece.look.strike)
        if runs and (runs[-1][0] == struck or not piece.text.strip()):
            # A blank between two struck words belongs to them whatever its own look is.
            runs[-1] = (runs[-1][0], runs[-1][1] + piece.text)
        else:
            runs.append((struck, piece.text))
    return "".join(_marked(text) if struck else text for struck, text in runs)


def _marked(text: str) -> str:
    words = text.strip()
    if not words:
        return text
    before, after = text[: text.index(words[0])], text[len(text.rstrip()) :]
    return f"{before}{_STRUCK}{words}{_STRUCK}{after}"


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
