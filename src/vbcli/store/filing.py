"""What the pipeline hands to the store: a record with the keys that only the lexicon can make, and the file's state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vbcli.model.record import Record
from vbcli.model.source import Source
from vbcli.model.task import UnitName


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was read."""

    path: str
    """Absolute."""
    sha256: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Filing:
    """One record, ready to be stored."""

    record: Record
    issuer: UnitName | None
    number_key: str | None
    """Comparison key of the document's number, `733|TB|TU`."""
    reference_keys: tuple[str, ...]
    """Comparison keys of `record.references`, in their order."""
    task_reference_keys: tuple[tuple[str, ...], ...]
    """Comparison keys of each task's `refs`, in their order."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """What people put in the place of header values, already in the record; dates as ISO text."""
    as_read: "AsRead | None" = None
    """Where there are corrections: what the rules had read."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """The head of a paper before people corrected it: by this another copy of it is recognised."""

    identity: str
    number_key: str | None
    values: Mapping[str, str | None]
    """number, issued_on, issuer, doc_type, subject."""


Reread = Callable[[Source, int | None, Mapping[str, str], Mapping[str, str]], Filing]
"""Understands a part of a source anew, with what people corrected of its head and, where the text is another document's
(a merger), with the values of the head that stay: needs words, so the store is given it."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who read and when: given from outside, no clock is read here."""

    program: str
    read_at: str
    """ISO time, UTC."""


class Outcome(StrEnum):
    """What became of a document."""

    NEW = "new"
    CHANGED = "changed"
    DUPLICATE = "duplicate"
    """Another file of a document that the archive holds: attached."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One document after its file was stored."""

    outcome: Outcome
    document_id: int
    tasks: int
    took_over: bool = False
    """Of a duplicate: its text is the better one and the document now carries it."""


# The best text wins: what was typed before what was printed, what was printed before what was scanned.
_FORMAT_RANK = {"docx": 0, "doc": 1, "odt": 1, "rtf": 1, "pdf": 2, "html": 3, "txt": 4}
_OTHER_FORMAT = 5
_OCR_PENALTY = 10


def text_rank(format_name: str, *, ocr: bool) -> int:
    """Return how good the text of a file is: lower is better."""
    return _FORMAT_RANK.get(format_name, _OTHER_FORMAT) + (_OCR_PENALTY if ocr else 0)
