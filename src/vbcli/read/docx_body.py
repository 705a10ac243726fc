"""The body of a .docx into blocks: paragraphs with their automatic labels, tables with merged cells once.

Tracked deletions, instructions of fields, hidden text and the fallback copies of text boxes are no text. A note follows
the block that it hangs on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from vbcli.model.source import Aside, Block, BlockKind, Cell
from vbcli.read.characters import plain
from vbcli.read.docx_forms import form_value
from vbcli.read.docx_notes import KIND_OF, Notes
from vbcli.read.docx_styles import Look, Style, W, align_of, look_of, value
from vbcli.read.docx_text import Piece, as_printed, in_unicode, joined, typed
from vbcli.read.numbering import Numbering

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ART = "{urn:schemas-microsoft-com:vml}textpath"
_CHOICE = _MC + "AlternateContent"
_WRAPPERS = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo")
)
_PICTURES = frozenset(W + name for name in ("drawing", "pict", "object"))
_CHUNK = W + "altChunk"
_PLACEHOLDER = "placeholder text"
"""Style of the words that stand in a content control until somebody fills it in."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with the paragraphs of the text boxes anchored in it."""

    block: Block
    boxes: tuple[Block, ...]


@dataclass(slots=True)
class Field:
    """An open field."""

    shown: bool = False
    """Its result has begun."""
    value: str = ""
    """What a form field shows without a result."""


@dataclass(slots=True)
class Body:
    """A walk through one document; it counts numbers and remembers open fields, so each document needs its own."""

    styles: dict[str, Style]
    default: str
    """Id of the style of paragraphs that name none."""
    numbering: Numbering
    notes: Notes = field(default_factory=Notes)
    embedded: Callable[[str], tuple[Block, ...]] = lambda _: ()
    """The blocks of an embedded file by the id of its relation."""
    fields: list[Field] = field(default_factory=list)
    """Open fields from the outermost."""

    def blocks(self, body: Any) -> tuple[Block, ...]:
        """Return the blocks of the body; a text box follows the paragraph that it hangs on."""
        found: list[Block] = []
        line = 0
        for element in _content(body):
            made = self._element(element)
            if made:
                line += 1
                found += [replace(block, line=line) for block in (*made, *self._notes())]
        return tuple(found)

    def _element(self, element: Any) -> tuple[Block, ...]:
        """Return the blocks of a paragraph, a table or an embedded file."""
        if element.tag == W + "tbl":
            return (Block(BlockKind.TABLE, cells=self._cells(element)),)
        if element.tag == _CHUNK:
            return self.embedded(element.get(_RELATION + "id", ""))
        paragraph = self._paragraph(element)
        return (paragraph.block, *paragraph.boxes) if paragraph is not None else ()

    def _notes(self) -> Iterator[Block]:
        """Yield the notes that the last block refers to, each as one block with its mark."""
        outer, self.fields = self.fields, []
        for note in self.notes.taken():
            blocks = [block for element in _content(note.element) for block in self._told(element)]
            text = " ".join(block.text.strip() for block in blocks if block.text.strip())
            shown = " ".join((block.printed or block.text).strip() for block in blocks if block.text.strip())
            if text:
                yield Block(
                    BlockKind.PARAGRAPH,
                    text,
                    label=f"[{note.mark}]",
                    style=blocks[0].style,
                    printed=shown if shown != text else "",
                    aside=Aside.NOTE,
                )
        self.fields = outer

    def _told(self, element: Any) -> list[Block]:
        """Return the blocks of an element that has no tables of its own: those inside it become lines."""
        if element.tag == W + "tbl":
            return [Block(BlockKind.PARAGRAPH, line) for line in self._flattened(element)]
        return [block for block in self._element(element) if block.text or block.label]

    def _paragraph(self, element: Any) -> Paragraph | None:
        """Return the paragraph; None for one whose text and end mark were deleted under tracking."""
        properties = element.find(W + "pPr")
        key = value(properties, "pStyle") or self.default
        style = self.styles.get(key, Style())
        boxes: list[Block] = []
        pieces = in_unicode(self._pieces(element, style.look, boxes))
        # A field left open by an edit must not swallow the rest of the document.
        self.fields = [one for one in self.fields if one.shown]
        text = plain(joined(pieces)).strip("\n")
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
            printed=as_printed(pieces, text),
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
        if named and named.name.lower() == _PLACEHOLDER:
            return
        look = look_of(properties).over(named.look.over(inherited) if named else inherited)
        for child in run:
            if child.tag in KIND_OF:
                own = child.get(W + "customMarkFollows") is not None
                self.notes.refer(child, "".join(typed(t, look.font or "") for t in run) if own else None)
                if own:
                    return  # the rest of the run is the mark
            elif child.tag == W + "fldChar":
                shown = self._field(child)
                if shown:
                    yield Piece(shown, look)
            elif child.tag == W + "ruby":
                # the words above the line only say how to read those below
                for base in child.findall(W + "rubyBase"):
                    yield from self._pieces(base, look, boxes)
            elif child.tag == _CHOICE or child.tag in _PICTURES:
                boxes += self._boxed(child)
            elif all(one.shown for one in self.fields) and not look.hidden:
                text = typed(child, look.font or "")
                if text:
                    if self.fields:
                        self.fields[-1].value = ""
                    yield Piece(text, look)

    def _field(self, mark: Any) -> str:
        """Take up the beginning, middle or end of a field; return what a form field shows where it has no result."""
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(Field(value=form_value(mark)))
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
        elif kind == "end" and self.fields:
            shown = self.fields.pop().value
            return shown if all(one.shown for one in self.fields) else ""
        return ""

    def _boxed(self, element: Any) -> list[Block]:
        """Return the paragraphs of the text boxes below a picture; tables in them as one line per row."""
        outer, self.fields = self.fields, []
        found: list[Block] = []
        for box in _text_boxes(element):
            if box.tag == _ART:
                found.append(Block(BlockKind.PARAGRAPH, plain(box.get("string", ""))))
            else:
                found += [block for child in _content(box) for block in self._told(child)]
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
                text, printed = self._cell_text(tc)
                if merge is not None and merge.get(W + "val", "continue") == "continue" and column in open_merges:
                    at = open_merges[column]
                    above = cells[at]
                    whole = "\n".join(part for part in (above.text, text) if part)
                    shown = "\n".join(part for part in (above.printed or above.text, printed) if part)
                    cells[at] = replace(
                        above, rows=row - above.row + 1, text=whole, printed=shown if shown != whole else ""
                    )
                    still_open[column] = at
                else:
                    if merge is not None:
                        still_open[column] = len(cells)
                    cells.append(Cell(row, column, text, 1, width, printed if printed != text else ""))
                column += width
            open_merges = still_open
        return tuple(cells)

    def _cell_text(self, cell: Any) -> tuple[str, str]:
        """Return the paragraphs of a cell as they were typed and as they are printed."""
        lines: list[tuple[str, str]] = []
        for child in _content(cell):
            if child.tag == W + "tbl":
                lines += [(line, line) for line in self._flattened(child)]
                continue
            lines += [
                (f"{block.label} {block.text}".strip(), f"{block.label} {block.printed or block.text}".strip())
                for block in self._element(child)
            ]
        return "\n".join(line for line, _ in lines if line), "\n".join(line for _, line in lines if line)

    def _flattened(self, table: Any) -> list[str]:
        """Return a table inside a cell or a text box as lines, cells divided by tabs."""
        rows: dict[int, list[str]] = {}
        for cell in self._cells(table):
            rows.setdefault(cell.row, []).append(cell.text.replace("\n", " "))
        return ["\t".join(cells) for cells in rows.values()]


def _content(element: Any) -> Iterator[Any]:
    """Yield the paragraphs, tables and embedded files of a body, cell, note or text box, content controls opened."""
    for child in element:
        if child.tag in (W + "p", W + "tbl", _CHUNK):
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
    """Yield the outermost w:txbxContent below a picture, and words drawn as a picture; boxes inside boxes are met with their own paragraph."""
    if element.tag == _CHOICE:
        element = _chosen(element)
    for child in element:
        if child.tag in (W + "txbxContent", _ART):
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


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
