"""What people enter: entries (one command each) of events (one change each), and how far a task has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Progress(StrEnum):
    """How far a task, or a unit with its part of it, has come: entered, never computed from dates."""

    TODO = "todo"
    """Chưa thực hiện."""
    DOING = "doing"
    """Đang thực hiện."""
    DONE = "done"
    """Hoàn thành."""
    PAUSED = "paused"
    """Tạm dừng."""
    CANCELLED = "cancelled"
    """Hủy: no longer asked for."""
    DISMISSED = "dismissed"
    """Bỏ: was read as a task and is none."""


OPEN = frozenset({Progress.TODO, Progress.DOING})
"""What is still to be done: only such tasks can be overdue."""


class Subject(StrEnum):
    """What an event is about."""

    TASK = "task"
    DOCUMENT = "document"
    UNIT = "unit"
    DOUBT = "doubt"
    """An item of the review queue; `data["key"]` names it."""


class Verb(StrEnum):
    """What happened. The keys of `data` of each are named here."""

    START = "start"
    DONE = "done"
    """`which`: original date of the one deadline met; `occurrence`: of a recurring task; neither: all of it. `result`: summary."""
    PAUSE = "pause"
    CANCEL = "cancel"
    REOPEN = "reopen"
    """`which` or `occurrence` as of done; without a unit `from`: progress of the task, which parts have that are opened."""
    EXTEND = "extend"
    """`which`: original date; `to`: the new one."""
    ASSIGN = "assign"
    """`leads`, `supports`: ids of units, all of them; `officer`, `leader`: names. What is missing stays."""
    EDIT = "edit"
    """Of a task: `text`, `product`, `due` (null: none) with `which`. Of a document: header fields, null to go back to what was read."""
    NOTE = "note"
    """`text`."""
    DISMISS = "dismiss"
    ADD = "add"
    """A task or a document that no file gave. Of a task: what edit and assign take, `rrule`, `row`: key of a spreadsheet's row."""
    REMOVE = "remove"
    """A document is taken out of every list."""
    MERGE = "merge"
    """`into`: the document or unit that it is one with."""
    SPLIT = "split"
    """`path`, `from`: a file becomes a document of its own."""
    ROSTER = "roster"
    """`member`: unit that belongs to a collective; `since`, `until`; `out`: true where it leaves."""
    SUCCEED = "succeed"
    """`successor`: unit that takes over on `since`."""
    DECIDE = "decide"
    """`key`, `decision`: a doubt was looked at."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change. Never altered: what is wrong is taken back by a later entry."""

    verb: Verb
    subject: Subject
    subject_id: int
    unit_id: int | None = None
    """Of several leads the one that it is about; None: all of them."""
    on: date | None = None
    """Day on which it happened, as entered."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """JSON values; dates as ISO text."""


REFUSED = "refuse"
"""Command of the entry that the program makes by itself: papers with a mark of secrecy were met and not taken in."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One command that entered something: what `vb undo` takes back as a whole."""

    command: str
    by: str
    note: str | None = None
    document: str | None = None
    """Number of the paper that reports, grants or changes, as typed or in canonical form."""
    undoes: int | None = None
