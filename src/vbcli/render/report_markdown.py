"""A page as Markdown: headings, lists and tables; what a document holds stays words."""

from collections.abc import Iterable, Iterator

from vbcli.render.as_markdown import escaped
from vbcli.render.page import Cell, Page, Pairs, Table, Text, Weight


def markdown_page(page: Page) -> str:
    """Return the page as one Markdown document."""
    blocks = [block for part in page if (block := "\n".join(_lines(part)))]
    return "\n\n".join(blocks) + "\n"


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, Text):
        if part.words.strip():
            yield _text(part)
    elif isinstance(part, Pairs):
        # Labels that stand in come below the one that does not.
        yield from (f"{_inset(label)}- {escaped(label)}: {escaped(value.words)}" for label, value in part.rows)
    elif isinstance(part, Table):
        yield _row(column.heading for column in part.columns)
        yield _row(("---:" if column.right else "---") for column in part.columns)
        yield from (_row(map(_words, row)) for row in part.rows)


def _text(text: Text) -> str:
    words = escaped(text.words)
    if text.weight is Weight.TITLE:
        return f"# {words}"
    if text.weight is Weight.STRONG:
        # What ends in a colon opens a section, else it is a line that stands out.
        return f"## {words.removesuffix(':')}" if words.endswith(":") else f"**{words}**"
    return f"- {words}" if text.indent else words


def _inset(label: str) -> str:
    return " " * (len(label) - len(label.lstrip()))


def _words(cell: Cell) -> str:
    return escaped("; ".join(text.words for text in cell if text.words))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
