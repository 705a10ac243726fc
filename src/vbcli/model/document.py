"""A document as parse delivers it: one text, its paragraphs, its header and its outline."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from vbcli.model.evidence import Anchor, Evidence, Issue, Place, Span
from vbcli.model.source import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """One value of the header with its evidence; `value` None says that it could not be told."""

    value: T | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Entry:
    """One addressee of Kính gửi or one dash of Nơi nhận."""

    text: str
    span: Span


def _blank(rule: str) -> "Field[str]":
    return Field(None, Evidence(rule, reason="không có trong văn bản"))


@dataclass(frozen=True, slots=True)
class Header:
    """What the head and the closing of a paper say about it."""

    doc_type: Field[str]
    """Key of the lexicon: cong_van, thong_bao, …; tin_bai for a news report."""
    number: Field[str]
    """Số và ký hiệu in canonical form, `1309-CV/HU`."""
    issued_on: Field[date]
    place: Field[str]
    issuer: Field[str]
    subject: Field[str]
    signer: Field[str]
    signer_title: Field[str]
    signed_for: Field[str]
    recipients: tuple[Entry, ...] = ()
    """Kính gửi, one per addressee."""
    copies_to: tuple[Entry, ...] = ()
    """Nơi nhận, one per dash."""
    issued_between: tuple[date, date] | None = None
    """Bounds of a missing date, from what the text cites and announces."""
    urgency: str | None = None
    secrecy: str | None = None
    """Mật, Tối mật, Tuyệt mật."""
    symbol: str | None = None
    """Ký hiệu of a paper whose number is blank: `UBND-KT`."""
    received_on: date | None = None
    """Ngày đến: entered by the office that received it, never read."""
    received_number: str | None = None
    """Số đến, as `received_on`."""


class Part(StrEnum):
    """What a paragraph belongs to."""

    NOISE = "noise"
    """Captions and bylines of a report: in the text, and nothing is read from them."""
    HEAD = "head"
    BODY = "body"
    CLOSING = "closing"
    ANNEX = "annex"
    NOTE = "note"
    """Footnote or endnote; all of them stand at the end of the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or one table row, rejoined over lines and pages."""

    span: Span
    part: Part
    label: str = ""
    """Outline mark as printed: "1.", "a)", "-", "(1)", "Điều 2."; "" for none."""
    content: Span = field(default=Span(0, 0))
    """The paragraph without its mark."""
    cells: tuple[Span, ...] = ()
    """Of a table row: one span per column (a merged cell repeats its own), else ()."""
    table: int | None = None
    """Number of the table it is a row of."""
    bold: bool = False
    italic: bool = False
    align: str = ""
    printed: str = ""
    """Its words, letter for letter, as a font of capitals prints them; "" where they are printed as the text has them."""


@dataclass(frozen=True, slots=True)
class Item:
    """A node of the outline: a numbered paragraph, its unmarked continuations and what stands below it."""

    label: str
    """As printed; "" for a paragraph that carries none."""
    style: str
    """Kind of the mark: part, chapter, article, roman, letter, decimal, decimal2, paren, alpha, dash, plus, bullet, row, prose."""
    locator: str
    """Marks from the outermost to this one, `3/-1/(2)`: dashes are counted."""
    span: Span
    """From the first word of its own text to the end of its last descendant."""
    own: Span
    """Its own text: up to where its first child begins."""
    children: tuple["Item", ...] = ()
    paragraph: int = -1
    """Index of its first paragraph in `Document.paragraphs`."""


@dataclass(frozen=True, slots=True)
class Document:
    """One act. A file may hold several."""

    source: Source
    text: str
    """NFC; the one text that every span indexes."""
    paragraphs: tuple[Paragraph, ...]
    header: Header
    items: tuple[Item, ...]
    """The outline of body and annexes, outermost first."""
    anchors: tuple[Anchor, ...]
    """Ascending by start: where each stretch of the text stands in the file."""
    part: int | None = None
    """1, 2, … where a file holds several documents."""
    issues: tuple[Issue, ...] = ()

    def place(self, position: int) -> Place:
        """Return where in the file a position of the text stands."""
        from bisect import bisect_right

        at = bisect_right(self.anchors, position, key=lambda a: a.start) - 1
        return self.anchors[max(at, 0)].place if self.anchors else Place(None, None, 0)
