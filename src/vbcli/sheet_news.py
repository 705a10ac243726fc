"""A row of a spreadsheet whose task the archive has: only what the row knows and the archive does not is entered.

So a register that `vb` wrote can go out, be filled in and come back, week after week.
"""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import date

from vbcli.language import _
from vbcli.model.followup import Event, Progress, Subject, Verb
from vbcli.model.task import UnitName
from vbcli.model.views import TaskRow
from vbcli.query.tasks import TaskFilter, find_tasks
from vbcli.text.fold import fold

VERBS = {Progress.DOING: Verb.START, Progress.PAUSED: Verb.PAUSE, Progress.CANCELLED: Verb.CANCEL}
_OVER = frozenset({Progress.DONE, Progress.CANCELLED, Progress.DISMISSED})
_NOTED = (
    "SELECT json_extract(data, '$.text') FROM events WHERE subject = 'task' AND subject_id = ? AND verb = 'note'"
    " AND entry_id NOT IN (SELECT entry_id FROM undone)"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a tracking spreadsheet, understood."""

    line: int
    """Of the sheet, from 1."""
    text: str
    number: str | None = None
    issued_on: date | None = None
    issuer: UnitName | None = None
    source: str | None = None
    """What stands for the paper where it has no number."""
    leads: tuple[UnitName, ...] = ()
    supports: tuple[UnitName, ...] = ()
    due: date | None = None
    rrule: str | None = None
    progress: Progress | None = None
    done_on: date | None = None
    report: str | None = None
    product: str | None = None
    result: str | None = None
    officer: str | None = None
    leader: str | None = None
    note: str | None = None
    task_id: int | None = None
    """The task that the sheet names by its id."""
    doubts: tuple[str, ...] = ()
    """What could not be understood, in the language of the interface."""
    status_doubts: tuple[str, ...] = ()
    """Of these what is about progress."""

    @property
    def key(self) -> str:
        """Return what tells the row from others, whatever its progress."""
        parts = (self.number, self.issued_on, self.text, *(u.key for u in self.leads))
        return hashlib.sha256(fold("|".join(str(p or "") for p in parts)).encode()).hexdigest()[:16]


def news_of(conn: sqlite3.Connection, row: Row, task_id: int, today: date) -> tuple[list[Event], list[str]]:
    """Return (events that bring the task to what the row says, where the two disagree and the archive stays)."""
    (task,) = find_tasks(conn, TaskFilter(ids=(task_id,), hidden=True), today)

    def event(verb: Verb, on: date, **data: object) -> Event:
        return Event(verb, Subject.TASK, task_id, None, on, data)

    events: list[Event] = []
    people = {
        name: words
        for name, words, known in (("officer", row.officer, task.officer), ("leader", row.leader, task.leader))
        if words and words != known
    }
    if people:
        events.append(event(Verb.ASSIGN, today, row=row.key, **people))
    is_moving = row.progress is not None and row.progress is not task.progress and task.progress not in _OVER
    if is_moving and row.progress is Progress.DONE and row.done_on:
        events.append(event(Verb.DONE, row.done_on, **({"result": row.result} if row.result else {})))
    elif is_moving and row.progress in VERBS:
        events.append(event(VERBS[row.progress], today))
    noted = {words for (words,) in conn.execute(_NOTED, (task_id,))}
    is_done = any(e.verb is Verb.DONE for e in events)
    events += [
        event(Verb.NOTE, today, text=words) for words in remarks_of(row, task, is_done=is_done) if words not in noted
    ]
    return events, _disagreements(row, task)


def remarks_of(row: Row, task: TaskRow | None, *, is_done: bool) -> list[str]:
    """Return what a row remarks. It is stored, so in Vietnamese; a result goes with what completes the task."""
    remarks = [f"sản phẩm: {row.report}"] if row.report else []
    remarks += [row.note] if row.note else []
    known = task.result if task else None
    return [*remarks, f"kết quả: {row.result}"] if row.result and row.result != known and not is_done else remarks


def _disagreements(row: Row, task: TaskRow) -> list[str]:
    found = []
    # Of a recurring task the sheet has the next date.
    if row.due is not None and row.due not in {task.due, *(due.current for due in task.dues)}:
        read = f"{task.due:%d/%m/%Y}" if task.due else _("không có")
        found.append(
            _("hạn trong sổ {due:%d/%m/%Y}, hạn đọc được {read}: giữ hạn đọc được (vb edit {id} --due …)").format(
                due=row.due, read=read, id=task.id
            )
        )
    if row.progress in {Progress.TODO, Progress.DOING} and task.progress is Progress.DONE:
        found.append(
            _("sổ ghi chưa xong, kho ghi hoàn thành: giữ theo kho (vb reopen {id} nếu sổ đúng)").format(id=task.id)
        )
    return found
