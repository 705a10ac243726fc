"""Where a value was read, by which rule, and how sure it is."""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points in `Document.text`."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Tell whether another span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a value is what it is, or why it is blank."""

    rule: str
    """Id of the rule that read it, `header.number` or an entry of the lexicon."""
    span: Span | None = None
    """The words it was read from; None where nothing was found."""
    confidence: float = 0.0
    """0 to 1; below 0.6 a person should look."""
    reason: str | None = None
    """Vietnamese; why the value is blank or doubtful."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a position of the text stands in the file."""

    page: int | None
    """From 1; None where the format has no pages."""
    line: int | None
    """From 1: line of the page (.pdf) or of the file (.txt), paragraph of the body (.docx)."""
    block: int
    """Index into `Source.blocks`."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """From `start` on, up to the next anchor, the text comes from `place`."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Issue:
    """Trouble met in a document: kept beside what could be read, never instead of it."""

    code: str
    message: str
    """Vietnamese, one line."""
    place: Place | None = None
