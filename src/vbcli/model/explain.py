"""Why a value is what it is: what `vb explain` shows."""

from dataclasses import dataclass
from typing import NamedTuple

from vbcli.model.evidence import Span
from vbcli.model.verdict import Verdict
from vbcli.model.views import DocumentLabel


class Spot(NamedTuple):
    """Where in a file something stands."""

    path: str
    format: str
    page: int | None
    line: int | None
    """From 1: line of the page or of the file, paragraph of a Word file."""
    row: int | None = None
    """From 1, inside the table that stands at `line`."""
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """One value, or its absence, with what decided it."""

    field: str
    """task, deadline, lead, support, ref, or a field of the header."""
    value: str | None
    """As stored: dates in ISO form."""
    rule: str
    why: str
    """What the rule means."""
    words: str
    """Source words; "" where nothing was found."""
    span: Span | None
    spot: Spot | None
    confidence: float
    reason: str | None
    flags: tuple[str, ...] = ()
    """inherited, soft, place_inferred, year_inferred, before_issue; time and rrule as `due_time=17:00`, `rrule=FREQ=…`."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One task or one document, explained."""

    task: int | None
    document: DocumentLabel
    text: str
    """The sentence; "" for a document."""
    start: int
    """Of `text` in the document."""
    values: tuple[Explained, ...]
    blanks: tuple[Explained, ...]
    """What is missing, with the reason."""
    verdict: Verdict | None = None
    """Of a task: why it counts as overdue, or does not."""
