"""Flat rows that queries return and renderers draw."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from vbcli.model.followup import Progress, Verb
from vbcli.model.task import Role


class TimeState(StrEnum):
    """Where a task stands in time: computed from `due` and `today`, never stored."""

    OVERDUE = "overdue"
    """The hard deadline is past."""
    SOON = "soon"
    """Due within `query.tasks.SOON` days."""
    ON_TIME = "on_time"
    PLANNED = "planned"
    """Only a planning period limits it (`năm 2024`): never overdue on its own."""
    NO_DUE = "no_due"
    CLOSED = "closed"
    """Done, paused, cancelled or dismissed: time no longer runs."""


class DueKind(StrEnum):
    """What kind of deadline decides the date of a task."""

    HARD = "hard"
    """The earliest fixed date."""
    RECURRING = "recurring"
    """The next occurrence from today on."""
    SOFT = "soft"
    """A planning period."""


@dataclass(frozen=True, slots=True)
class DocumentLabel:
    """What names a document in a list."""

    id: int
    doc_type: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    path: str | None
    """The file whose text the document carries."""


@dataclass(frozen=True, slots=True)
class ReadAt:
    """Rule and place of a value: the flat form of `Evidence`."""

    rule: str
    confidence: float
    reason: str | None
    start: int | None
    end: int | None
    page: int | None
    line: int | None


@dataclass(frozen=True, slots=True)
class AssigneeRow:
    """A unit in one task."""

    name: str
    role: Role
    inherited: bool
    place_inferred: bool
    """The place comes from the issuer, not from the words."""
    read_at: ReadAt
    unit_id: int
    entered: bool
    """Assigned by a person."""
    via: int | None
    """Unit id of the collective whose roster names this unit; such rows follow their collective."""
    counted: bool
    """A lượt giao of its own: a lead that is no collective with a roster."""
    progress: Progress | None = None
    """Of what is counted."""
    done_on: date | None = None
    due: date | None = None
    on_time: bool | None = None
    occurrences: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One limit of a task."""

    due: date | None
    kind: str
    words: str
    rrule: str | None
    soft: bool
    inherited: bool
    due_time: time | None
    flags: tuple[str, ...]
    read_at: ReadAt


@dataclass(frozen=True, slots=True)
class DueRow:
    """One limit of a task as it stands: what was read or entered, with extensions."""

    original: date | None
    """Hạn ban đầu."""
    current: date | None
    """Hạn hiện tại."""
    met_on: date | None
    """Day on which this one of several was met."""
    kind: DueKind | None
    words: str | None
    rrule: str | None
    entered: bool
    """A person gave its date."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of the register."""

    id: int
    document: DocumentLabel
    locator: str
    text: str
    due: date | None
    """Hạn hiện tại: the earliest hard date not met, after extensions; else the next occurrence; else the end of the planning period."""
    due_original: date | None
    """Hạn ban đầu: the earliest original date not met; of what is done, that of the first one missed."""
    due_kind: DueKind | None
    due_time: time | None
    due_words: str | None
    """Words of the deciding deadline; of one that gives no date too."""
    state: TimeState
    days_late: int
    """0 unless overdue."""
    assignees: tuple[AssigneeRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    """As read."""
    dues: tuple[DueRow, ...]
    """As they stand."""
    refs: tuple[str, ...]
    product: str | None
    report_to: tuple[str, ...]
    vanished: bool
    """No longer in the text of its document."""
    read_at: ReadAt
    progress: Progress
    done_on: date | None
    on_time: bool | None
    """Of what is done, by the original deadlines; None where there is none."""
    occurrences: tuple[tuple[date, date], ...]
    """(due, done on) of a recurring task, of all its leads."""
    officer: str | None
    """Chuyên viên theo dõi."""
    leader: str | None
    """Lãnh đạo chỉ đạo."""
    result: str | None
    """Tóm tắt kết quả."""
    entered: int
    """Number of events that people entered."""
    touched_on: date | None
    """Day of the last of them."""
    astray: bool
    """An event names a deadline that the text no longer gives."""

    def units(self, role: Role) -> tuple[str, ...]:
        """Return the names of the units that have the role, a collective by its own name."""
        return tuple(a.name for a in self.assignees if a.role is role and a.via is None)

    def carriers(self) -> tuple[AssigneeRow, ...]:
        """Return the leads one by one, members of a roster in the place of their collective."""
        return tuple(a for a in self.assignees if a.counted)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the list."""

    label: DocumentLabel
    tasks: int
    overdue: int
    refs: int
    files: int
    part: int | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file of a document."""

    path: str
    format: str
    pages: int | None
    ocr: bool
    best: bool
    """Its text is the one that the document carries."""
    replaced: bool
    """An older version of a file that has changed since."""
    read_at: str
    part: int | None = None
    """1, 2, … where the file holds several documents."""
    document_id: int | None = None
    """Of a document that is merged into the one shown."""


@dataclass(frozen=True, slots=True)
class CitationRow:
    """One mention of a document in another."""

    document: DocumentLabel
    """The one that cites."""
    key: str
    doc_type: str | None
    issued_on: date | None
    issuer: str | None
    words: str
    relation: str
    pinpoint: str | None
    task_id: int | None
    """The task inside which the mention stands."""
    read_at: ReadAt


@dataclass(frozen=True, slots=True)
class HeaderValue:
    """Evidence of one value of a document's header."""

    field: str
    read_at: ReadAt


@dataclass(frozen=True, slots=True)
class IssueRow:
    """Trouble met in a document."""

    code: str
    message: str
    page: int | None
    line: int | None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Answer of `vb show V12`."""

    row: DocumentRow
    place: str | None
    signer: str | None
    signer_title: str | None
    signed_for: str | None
    issued_between: tuple[date, date] | None
    urgency: str | None
    recipients: tuple[str, ...]
    copies_to: tuple[str, ...]
    text: str
    files: tuple[FileRow, ...]
    header: tuple[HeaderValue, ...]
    tasks: tuple[TaskRow, ...]
    references: tuple[CitationRow, ...]
    mentions: tuple[str, ...]
    issues: tuple[IssueRow, ...]
    received_on: date | None = None
    """Ngày đến."""
    received_number: str | None = None
    """Số đến."""
    as_read: Mapping[str, str | None] = field(default_factory=dict)
    """Values of the head that people corrected, as the rules had read them; dates as ISO text."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file, or of one document in it."""

    path: str
    """As given."""
    document_id: int | None = None
    tasks: int = 0
    code: str = ""
    """Of a failure: password, damaged, …"""
    reason: str = ""
    advice: str = ""
    detail: str = ""
    """Traceback of a fault of the program."""
    took_over: bool = False
    """Of a duplicate: the document now carries the text of this file."""


@dataclass(slots=True)
class IngestReport:
    """The closing lines of `vb ingest`: every file is in one of the lists. Grows while the files come in."""

    new: list[FileLine] = field(default_factory=list)
    changed: list[FileLine] = field(default_factory=list)
    unchanged: list[FileLine] = field(default_factory=list)
    duplicate: list[FileLine] = field(default_factory=list)
    skipped: list[FileLine] = field(default_factory=list)
    """Unknown kinds in folders, papers marked secret."""
    failed: list[FileLine] = field(default_factory=list)

    @property
    def succeeded(self) -> int:
        """Files and documents that are in the archive after this run."""
        return len(self.new) + len(self.changed) + len(self.unchanged) + len(self.duplicate)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit of the register with its part in the work: lượt giao, not tasks."""

    id: int
    name: str
    issuer: str | None
    """Who gave the tasks, where two units bear the same name."""
    total: int
    """Of those that are counted: neither cancelled nor dismissed."""
    open: int
    overdue: int
    soon: int
    paused: int
    done: int
    longest: int
    """Days of the latest one."""
    aliases: tuple[str, ...] = ()
    members: tuple[tuple[str, date | None, date | None], ...] = ()
    """Of a collective with a roster: (name, since, until)."""
    successors: tuple[tuple[str, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class SaidOfUnit:
    """One thing that people said of a unit."""

    verb: Verb
    """MERGE: `other` is another name of `unit`; ROSTER: a member of it; SUCCEED: its successor."""
    unit: str
    other: str
    since: date | None = None
    until: date | None = None
