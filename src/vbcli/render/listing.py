"""A list as data: named columns and typed values. What every format but the screen and JSON is written from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.text.fold import fold

Value = str | int | float | date | None
"""Of one cell: words, a count, a rate, a day; None is blank."""


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `name` for `--columns` and machines (ASCII, never renamed), `heading` for people."""

    name: str
    heading: str
    kind: Kind = Kind.TEXT
    share: int = 1
    """Of the room that a page has: longer texts ask for more."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One all-day entry of a calendar."""

    uid: str
    """The same for the same thing in every export, so that a calendar updates instead of doubling."""
    on: date
    title: str
    notes: str = ""
    at: time | None = None
    """The hour by which, told in the title: the entry stays all-day."""
    closed: bool = False
    """Nothing to be reminded of any more."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under fields. A list whose rows have dates can be a calendar too."""

    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    occasions: tuple[Occasion, ...] | None = None
    """None: such a list is no calendar."""

    def chosen(self, names: Sequence[str]) -> "Listing":
        """Return the list with these columns in this order, each named by its name or by its heading in any spelling.

        A `UsageError` names what the list has instead of an unknown one.
        """
        places = {_compact(field.heading): n for n, field in enumerate(self.fields)}
        places |= {_compact(field.name): n for n, field in enumerate(self.fields)}
        unknown = [name for name in names if _compact(name) not in places]
        if unknown:
            raise UsageError(
                _("không có cột “{name}”").format(name=unknown[0]),
                _("chọn trong: {names}").format(names=", ".join(field.name for field in self.fields)),
            )
        kept = [places[_compact(name)] for name in names]
        rows = tuple(tuple(row[n] for n in kept) for row in self.rows)
        return replace(self, fields=tuple(self.fields[n] for n in kept), rows=rows)


def _compact(words: str) -> str:
    """Return what two spellings of a column share: `Trích yếu`, `trich-yeu`, `trichyeu`; `days_late`, `dayslate`."""
    return "".join(c for c in fold(words) if c.isalnum())
