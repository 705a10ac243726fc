"""Lines of the log: what was entered, by whom, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from vbcli.model.followup import Subject, Verb


@dataclass(frozen=True, slots=True)
class EventRow:
    """One change of the log."""

    verb: Verb
    subject: Subject
    subject_id: int
    about: str
    """Name of the document, unit or doubt; of a task its first words."""
    unit: str | None
    """Of several leads the one that it is about."""
    on: date | None
    data: Mapping[str, Any]
    units: Mapping[int, str]
    """Names of the units that `data` gives by id."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry: a command that entered something."""

    entry: int
    made_at: datetime
    made_by: str
    command: str
    note: str | None
    document: str | None
    undoes: int | None
    undone_by: int | None
    events: tuple[EventRow, ...]
