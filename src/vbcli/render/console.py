"""Draw a page: with rich on a terminal, as plain text in a pipe. Returns text, never prints."""

import io
from collections.abc import Iterator
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
    Mark.LABEL: "dim",
}
_NARROWEST = 40


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
            console.print(_pairs(part) if isinstance(part, Pairs) else _table(part, screen))
    # Lines are padded to the width of the table; nobody needs the blanks.
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))


def _styled(text: Text) -> "RichText":
    from rich.text import Text as RichText

    # Text, not markup: square brackets in a document mean nothing.
    return RichText(text.words, style=_STYLES[text.weight])


def _marked(marked: Marked, screen: Screen) -> "RichText":
    from rich.text import Text as RichText

    hidden = Shown.PLAIN if screen.colour else Shown.COLOURED
    kept = (t for t in marked.tokens if t.shown is not hidden)
    return RichText.assemble(*((t.words, " ".join(_MARKS[m] for m in t.marks)) for t in kept))


def _table(table: Table, screen: Screen) -> "RichTable":
    from rich import box
    from rich.console import Group
    from rich.table import Table as RichTable

    drawn = RichTable(
        box=box.SIMPLE_HEAD if screen.unicode else box.ASCII2,
        expand=True,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        leading=1 if table.airy else 0,
        header_style="bold",
        show_edge=False,
    )
    for n, column in enumerate(table.columns):
        longest = max((len(t.words) for row in table.rows for t in row[n]), default=0)
        drawn.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=column.fixed,
            min_width=max(longest, len(column.heading)) if column.fixed else len(column.heading),
            ratio=None if column.fixed else column.share,
            overflow="fold",
        )
    for row in table.rows:
        drawn.add_row(*(Group(*map(_styled, cell)) for cell in row))
    return drawn


def _pairs(pairs: Pairs) -> "RichTable":
    from rich.table import Table as RichTable

    drawn = RichTable.grid(padding=(0, 2, 0, 0))
    drawn.add_column(no_wrap=True, style="dim")
    drawn.add_column(overflow="fold")
    for label, value in pairs.rows:
        drawn.add_row(label, _styled(value))
    return drawn
