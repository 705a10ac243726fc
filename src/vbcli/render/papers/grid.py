"""A table of a paper as data: what a layout draws and what an office's own template may fill in."""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """Where the words of a column stand; values of `w:jc`."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: its head and its width in millimetres."""

    head: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a head that is repeated on each page."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    """A row of one cell stands across all columns and heads what follows."""
    total: bool = False
    """The last row is the sum."""


def column(head: str, width: float) -> GridColumn:
    """Return a column of words."""
    return GridColumn(head, width)


def figure(head: str, width: float) -> GridColumn:
    """Return a column of counts, days or marks."""
    return GridColumn(head, width, Align.CENTRE)
