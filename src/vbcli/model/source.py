"""A file as a reader delivers it: blocks in reading order, nothing understood yet.

Blocks are stored with the document, so that a paper can be understood anew without its file:
a reader keeps whatever parse may need (columns, styles, boxes, merged cells) and decides as little as it can.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from vbcli.model.evidence import Issue


class BlockKind(StrEnum):
    """What a block is."""

    LINE = "line"
    """One physical line of a .txt or .pdf: may be a piece of a paragraph; parse rejoins."""
    PARAGRAPH = "paragraph"
    """One logical paragraph (.docx)."""
    TABLE = "table"
    """A table: `cells` hold the text."""


class Aside(StrEnum):
    """Where a block stands outside the running text."""

    NOTE = "note"
    """Footnote or endnote: behind the paragraph or the table that it hangs on; `label` is its mark."""
    HEADER = "header"
    """Head of the pages; before all other blocks."""
    FOOTER = "footer"
    """Foot of the pages; behind all other blocks."""


class Box(NamedTuple):
    """Rectangle on a page in points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged one stands once, at its top left."""

    row: int
    column: int
    text: str
    """Paragraphs of the cell, a line feed between them; soft wraps of a .pdf are already joined with a blank."""
    rows: int = 1
    columns: int = 1
    printed: str = ""
    """As in `Block.printed`."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line, paragraph or table, as it stands in the file."""

    kind: BlockKind
    text: str = ""
    """NFC. Blanks as in the file (parse collapses them); struck-out words as `~~words~~`; "" for tables."""
    page: int | None = None
    line: int | None = None
    """From 1: line of the page (.pdf) or of the file (.txt), paragraph of the body (.docx, tables count as one)."""
    label: str = ""
    """Automatic number or bullet that is shown but not part of the text: "1.", "a)", "-"."""
    style: str = ""
    """Name of the paragraph style (.docx)."""
    bold: bool = False
    """All of it."""
    italic: bool = False
    printed: str = ""
    """The text, letter for letter, as a font that draws small letters as capitals prints it (.VnTimeH); `text` keeps what was typed; "" where the two are the same."""
    aside: Aside | None = None
    align: str = ""
    """left, center, right, justify; "" where unknown."""
    column: int | None = None
    """0 or 1 where lines stand side by side (header, closing): the left column comes first. None: full width."""
    box: Box | None = None
    """Place on the page (.pdf)."""
    size: float | None = None
    """Font size in points (.pdf)."""
    cells: tuple[Cell, ...] = ()
    """Row by row; only for tables."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read."""

    path: str
    """As given."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    format: str
    """txt, docx, pdf, …"""
    blocks: tuple[Block, ...]
    pages: int | None = None
    page_width: float | None = None
    """Points, of the first page (.pdf)."""
    ocr: bool = False
    issues: tuple[Issue, ...] = ()
