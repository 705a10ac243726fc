"""The review queue: what a person should look at, and what can be done about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vbcli.model.followup import Subject


class DoubtKind(StrEnum):
    """Why a person should look, the most urgent first."""

    REPLACED = "replaced"
    """The paper that gave the tasks was replaced or repealed by one that the archive holds."""
    ANSWERED = "answered"
    """A paper of the archive reports on the task, or answers the one that gave it."""
    TWICE = "twice"
    """Two documents share number and date: perhaps one act."""
    ASTRAY = "astray"
    """What was entered names a deadline that the text no longer gives."""
    VANISHED = "vanished"
    """Something was entered for a task that the text no longer gives."""
    NO_DATE = "no_date"
    """A limit from which no date can be computed."""
    NO_LEAD = "no_lead"
    """Nobody is named, nobody is addressed."""
    UNSURE = "unsure"
    """The rules are not sure that it is a task."""
    HEADER = "header"
    """Number, date or issuer of a paper with tasks could not be told."""
    DAMAGED = "damaged"
    """The text of the paper was hard to read."""


class Action(StrEnum):
    """What can be done about a doubt."""

    ACCEPT = "accept"
    """It is right as it stands."""
    MEND = "mend"
    """Say what is right."""
    DISMISS = "dismiss"
    """It is no task."""
    DONE = "done"
    """The task is done by that paper."""
    CANCEL = "cancel"
    """The task is no longer asked for."""
    MERGE = "merge"
    """The two are one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at."""

    key: str
    """What names it, and its value: a new reading raises the doubt anew."""
    kind: DoubtKind
    subject: Subject
    """TASK or DOCUMENT."""
    subject_id: int
    document: str
    """Name of the paper."""
    text: str
    """Words of the task, or of the trouble."""
    reason: str
    """Vietnamese: why it is doubtful."""
    actions: tuple[Action, ...]
    tasks: tuple[int, ...] = ()
    """Tasks that the action is about."""
    other: str | None = None
    """Number of the other paper: the one that replaces, answers, or is the same."""
    other_id: int | None = None
    on: date | None = None
    """Date of the other paper."""
    page: int | None = None
    line: int | None = None
