"""Lists as Markdown tables; what a document holds stays words."""

import re
from collections.abc import Iterable
from datetime import date

from vbcli.render.inert import inert
from vbcli.render.labels import day
from vbcli.render.listing import Kind, Listing, Value

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")


def markdown_of(listing: Listing) -> str:
    """Return the list as a heading and a table."""
    rulers = ("---:" if field.kind is Kind.NUMBER else "---" for field in listing.fields)
    lines = [
        f"# {escaped(listing.title)}",
        "",
        _line(escaped(field.heading) for field in listing.fields),
        _line(rulers),
        *(_line(map(_cell, row)) for row in listing.rows),
    ]
    return "\n".join(lines) + "\n"


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return _SPECIAL.sub(r"\\\1", inert(words.strip()))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    return escaped(value) if isinstance(value, str) else str(value)
