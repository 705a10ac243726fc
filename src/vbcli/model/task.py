"""What extract finds: tasks, who does them, by when, and what they cite."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from vbcli.model.evidence import Evidence, Span


class Role(StrEnum):
    """Part that a unit has in a task."""

    LEAD = "lead"
    """Who must act: giao, chủ trì, the unit in the heading."""
    SUPPORT = "support"
    """Who is named to go along: phối hợp với, cùng với."""


class DeadlineKind(StrEnum):
    """How the words limit the task in time."""

    BEFORE = "before"
    BY = "by"
    WITHIN = "within"
    ON = "on"
    RECURRING = "recurring"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit taken apart: what `--unit` compares."""

    name: str
    """Short standard form for display: `UBND huyện Sơn Động`, `Chủ tịch UBND các xã, thị trấn`."""
    key: str
    """Folded standard form: no accents, lower case; equal keys are one unit."""
    kind: str = ""
    """Id of the kind in the lexicon: ubnd, hdnd, dang-uy, so-tai-chinh, …; "" where it is not known."""
    level: str = ""
    """tw, tinh, huyen, xa, thon; "" where the words give none."""
    place: str = ""
    """Proper name without its level, folded: `son dong`; "" where the words give none."""
    post: str = ""
    """Folded post that stands for the unit: `chu tich`; "" for the unit itself."""
    collective: bool = False
    """Several units at once: các xã, thị trấn."""


@dataclass(frozen=True, slots=True)
class Assignee:
    """A unit and its part in one task."""

    unit: UnitName
    role: Role
    inherited: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Deadline:
    """What limits a task in time."""

    due: date | None
    """Last day on which it is still on time; None with a reason where it cannot be computed."""
    kind: DeadlineKind
    words: str
    """As printed: `trước ngày 25/4/2024`."""
    evidence: Evidence
    rrule: str | None = None
    soft: bool = False
    inherited: bool = False
    due_time: time | None = None
    flags: tuple[str, ...] = ()
    """before_issue, year_inferred."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of a document that somebody could look up."""

    key: str
    """Canonical số ký hiệu, `733-TB/TU`; for a law by name `Luật Đất đai 2024`."""
    doc_type: str | None
    issued_on: date | None
    issuer: str | None
    words: str
    evidence: Evidence
    relation: str = "cites"
    """basis, implements, answers, replaces, amends, repeals, guides, attaches, cites."""
    pinpoint: str | None = None
    """`Điều 5`, `khoản 2 Điều 7`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document meant but not named by a key: no number is made up for it."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Task:
    """The smallest enumerated item that tells somebody to do something."""

    locator: str
    span: Span
    text: str
    """The words of the span, blanks folded."""
    assignees: tuple[Assignee, ...]
    deadlines: tuple[Deadline, ...]
    refs: tuple[str, ...]
    """Canonical keys, each once."""
    evidence: Evidence
    product: str | None = None
    report_to: tuple[str, ...] = ()
