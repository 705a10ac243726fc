"""Draw a page: with rich on a terminal, as plain text in a pipe. Returns text, never prints."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbcli.render.page import Cell, Mark, Marked, Page, Pairs, Shown, Table, Text, Weight

if TYPE_CHECKING:
    from rich.table import Table as RichTable
    from rich.text import Text as RichText

_STYLES = {
    Weight.PLAIN: "",
    Weight.TITLE: "bold",
    Weight.STRONG: "bold",
    Weight.DIM: "dim",
    Weight.LATE: "bold red",
    Weight.SOON: "yellow",
}
_MARKS = {
    Mark.TASK: "underline",
    Mark.LEAD: "bold green",
    Mark.SUPPORT: "cyan",
    Mark.DUE: "bold yellow",
    Mark.REF: "blue",
    Mark.DECLINED: "red",
    Mark.FOUND: "bold yellow underline",
    Mark.LABEL: "dim",
}
_NARROWEST = 40
# A line never ends between a number and its sign. No blank of Unicode would hold: rich breaks at every one of them.
_BEFORE_SIGN, _HELD = re.compile(r"(?<=\d)[ \u00a0](?=%)"), "\ufdd0"


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is drawn for."""

    width: int | None = None
    """Columns of the terminal; None for a pipe or a file: no wrapping, no boxes, no colour."""
    colour: bool = False
    unicode: bool = True

    @property
    def is_terminal(self) -> bool:
        """Tell whether a person looks at it directly."""
        return self.width is not None


def draw(page: Page, screen: Screen) -> str:
    """Return the page as text, each line ended."""
    if screen.width is None:
        return "".join(f"{line}\n" for line in _plain(page))
    return _rich(page, max(screen.width, _NARROWEST), screen)


def _plain(page: Page) -> Iterator[str]:
    for part in page:
        if isinstance(part, Text):
            yield f"{' ' * part.indent}{part.words}"
        elif isinstance(part, Marked):
            yield f"{' ' * part.indent}{''.join(t.words for t in part.tokens if t.shown is not Shown.COLOURED)}"
        elif isinstance(part, Pairs):
            yield from (f"{label}: {value.words}" for label, value in part.rows)
        else:
            yield "\t".join(column.heading for column in part.columns)
            yield from ("\t".join(map(_flat, row)) for row in part.rows)


def _flat(cell: Cell) -> str:
    return " ".join(text.words for text in cell if text.words)


def _rich(page: Page, width: int, screen: Screen) -> str:
    from rich.console import Console
    from rich.padding import Padding

    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=width,
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in page:
        if isinstance(part, Text):
            console.print(Padding(_styled(part), (0, 0, 0, part.indent)) if part.words else "")
        elif isinstance(part, Marked):
            console.print(Padding(_marked(part, screen), (0, 0, 0, part.indent)) if part.tokens else "")
        else:
            console.print(_pairs(part) if isinstance(part, Pairs) else _table(part, screen, width))
    # Lines are padded to the width of the table; nobody needs the blanks.
    return "\n".join(line.rstrip() for line in buffer.getvalue().replace(_HELD, " ").split("\n"))


def _styled(text: Text) -> "RichText":
    from rich.text import Text as RichText

    # Text, not markup: square brackets in a document mean nothing.
    return RichText(_held(text.words), style=_STYLES[text.weight])


def _held(words: str) -> str:
    return _BEFORE_SIGN.sub(_HELD, words) if "%" in words else words


def _marked(marked: Marked, screen: Screen) -> "RichText":
    from rich.text import Text as RichText

    hidden = Shown.PLAIN if screen.colour else Shown.COLOURED
    kept = (t for t in marked.tokens if t.shown is not hidden)
    return RichText.assemble(*((_held(t.words), " ".join(_MARKS[m] for m in t.marks)) for t in kept))


def _table(table: Table, screen: Screen, width: int) -> "RichTable":
    from rich import box
    from rich.console import Group
    from rich.table import Table as RichTable

    widths = _widths(table, width)
    if widths is None:
        return _cards(table)
    drawn = RichTable(
        box=box.SIMPLE_HEAD if screen.unicode else box.ASCII2,
        expand=True,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        leading=1 if table.airy else 0,
        header_style="bold",
        show_edge=False,
    )
    for column, wide in zip(table.columns, widths, strict=True):
        drawn.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=column.fixed,
            width=wide,
            overflow="fold",
        )
    for row in table.rows:
        drawn.add_row(*(Group(*map(_styled, cell)) for cell in row))
    return drawn


_GAP = 2
"""Blanks between two columns."""
_WORD = 16
"""Letters of a word that a column should hold unbroken; longer ones (paths, addresses) may break."""


def _widths(table: Table, width: int) -> list[int] | None:
    """Return the width of each column; None where words would have to be broken: the table does not fit.

    Fixed columns get what they need, the others divide the rest by their shares.
    """
    from rich.cells import cell_len

    texts = [[text.words for row in table.rows for text in row[n]] for n in range(len(table.columns))]
    widths = [
        max(map(cell_len, (column.heading, *words))) if column.fixed else 0
        for column, words in zip(table.columns, texts, strict=True)
    ]
    least = {
        n: max(_longest([column.heading]), min(_longest(texts[n]), _WORD))
        for n, column in enumerate(table.columns)
        if not column.fixed
    }
    room = width - sum(widths) - _GAP * (len(widths) - 1)
    if room < sum(least.values()):
        return None
    shares = {n: table.columns[n].share for n in least}
    # Those whose part would be less than their longest word get that; the others divide what is left.
    while tight := [n for n in shares if room * shares[n] < least[n] * sum(shares.values())]:
        for n in tight:
            widths[n] = least[n]
            room -= least[n]
            del shares[n]
    for n in sorted(shares):
        widths[n] = -(-room * shares[n] // sum(shares[m] for m in shares if m >= n))
        room -= widths[n]
    return widths


def _longest(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max((cell_len(word) for text in texts for word in text.split()), default=0)


def _cards(table: Table) -> "RichTable":
    """Return the rows one below the other, each value behind its heading."""
    from rich.console import Group
    from rich.table import Table as RichTable

    drawn = RichTable.grid(padding=(0, 2, 0, 0))
    drawn.add_column(style="dim", max_width=_WORD)
    drawn.add_column(overflow="fold")
    for n, row in enumerate(table.rows):
        if n:
            drawn.add_row()
        for column, cell in zip(table.columns, row, strict=True):
            if any(text.words for text in cell):
                drawn.add_row(column.heading, Group(*map(_styled, cell)))
    return drawn


def _pairs(pairs: Pairs) -> "RichTable":
    from rich.table import Table as RichTable

    drawn = RichTable.grid(padding=(0, 2, 0, 0))
    drawn.add_column(no_wrap=True, style="dim")
    drawn.add_column(overflow="fold")
    for label, value in pairs.rows:
        drawn.add_row(label, _styled(value))
    return drawn
