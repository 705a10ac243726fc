"""What there is to show, before it is drawn: lines, label–value pairs and tables, all of them plain words."""

from dataclasses import dataclass
from enum import StrEnum

from vbcli.render.inert import inert


class Weight(StrEnum):
    """How much a piece of text should stand out."""

    PLAIN = "plain"
    TITLE = "title"
    STRONG = "strong"
    DIM = "dim"
    LATE = "late"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of a cell or of the page; wraps where it is too long."""

    words: str
    weight: Weight = Weight.PLAIN
    indent: int = 0

    def __post_init__(self) -> None:
        if (harmless := inert(self.words)) is not self.words:
            object.__setattr__(self, "words", harmless)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    heading: str
    fixed: bool = False
    """Never wraps and never shrinks: ids, numbers, dates."""
    right: bool = False
    share: int = 1
    """Of the room that the fixed columns leave."""


Cell = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    airy: bool = False
    """A blank line between rows: where cells wrap."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values."""

    rows: tuple[tuple[str, Text], ...]


class Mark(StrEnum):
    """What a stretch of a source text was recognised as."""

    TASK = "task"
    LEAD = "lead"
    SUPPORT = "support"
    DUE = "due"
    REF = "ref"
    DECLINED = "declined"
    FOUND = "found"
    """By a search."""
    LABEL = "label"
    """Ours, not the text's."""


class Shown(StrEnum):
    """Where a token is shown."""

    ALWAYS = "always"
    COLOURED = "coloured"
    PLAIN = "plain"
    """Only where no colour can mark: brackets."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of words that carry the same marks, the outermost first."""

    words: str
    marks: tuple[Mark, ...] = ()
    shown: Shown = Shown.ALWAYS

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", inert(self.words))


@dataclass(frozen=True, slots=True)
class Marked:
    """One line of source text in which words are marked: by colours, or by brackets where there are none."""

    tokens: tuple[Token, ...]
    indent: int = 0


Part = Text | Table | Pairs | Marked
Page = tuple[Part, ...]


def cell(words: str | None, weight: Weight = Weight.PLAIN) -> Cell:
    """Return a cell of one line."""
    return (Text(words or "", weight),)
