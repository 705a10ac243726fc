"""What changed when a paper was read anew: old and new, for people to look over."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value: what it was, what it is; () for nothing."""

    name: str
    """Of a head: number, issued_on, …; of a task: text, lead, support, due, due_kind, product, ref."""
    old: tuple[str, ...]
    """Dates as ISO text; a deadline without a date by its words."""
    new: tuple[str, ...]


class Fate(StrEnum):
    """What became of a task."""

    NEW = "new"
    GONE = "gone"
    """No longer in the text."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TaskChange:
    """One task of which something changed."""

    id: int
    fate: Fate
    locator: str
    text: str
    """Of what is gone as it was, else as it is."""
    values: tuple[ValueChange, ...] = ()
    is_kept: bool = False
    """Gone from the text, and still in the lists: people entered something about it."""


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """One document of which something changed."""

    id: int
    number: str | None
    doc_type: str | None
    head: tuple[ValueChange, ...] = ()
    tasks: tuple[TaskChange, ...] = ()
    is_new: bool = False
    """Found in a file that was taken for one document."""
    twin: int | None = None
    """Another document that now has the same issuer, number and date."""

    @property
    def is_silent(self) -> bool:
        """Only rules, places or confidence changed, no value."""
        return not (self.head or self.tasks or self.is_new or self.twin)

    def count(self, fate: Fate) -> int:
        """Return how many tasks met this fate."""
        return sum(task.fate is fate for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read anew; it stays as it was."""

    id: int
    path: str
    reason: str
    advice: str = ""
    detail: str = ""
    """Traceback of a fault of the program."""


@dataclass(frozen=True, slots=True)
class RereadReport:
    """Answer of `vb reextract`."""

    documents: int
    """Read anew."""
    changes: tuple[DocumentChange, ...]
    unread: tuple[Unread, ...]
    without_file: int
    """Documents that people entered: there is nothing to read."""
