"""A sentence tried without an archive, and what was looked at and not taken."""

from dataclasses import dataclass

from vbcli.model.evidence import Span
from vbcli.model.record import Record


@dataclass(frozen=True, slots=True)
class Declined:
    """Words that a rule took a look at and left."""

    rule: str
    span: Span
    words: str
    reason: str
    """Vietnamese."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a sentence."""

    record: Record
    span: Span
    """The sentence in the text of the record."""
    deadlines: tuple[Declined, ...]
    units: tuple[Declined, ...]
    """Units that the words name and that have no part in a task."""
    no_task: str | None
    """Why there is no task; None where there is one."""
