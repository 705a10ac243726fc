"""What a person asks of the register, as events: checked against how the tasks stand, then entered as a whole or not at all.

Everything here runs inside one write transaction, so that what was checked still holds when it is entered.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vbcli.errors import InputError, UsageError
from vbcli.followup.occurrences import nearest_occurrence
from vbcli.language import _
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.followup import OPEN, REFUSED, Entry, Event, Progress, Subject, Verb
from vbcli.model.views import AssigneeRow, DueKind, TaskRow
from vbcli.query.tasks import TaskFilter, find_tasks
from vbcli.query.units import carriers_meant
from vbcli.store.documents import EnteredDocument, add_document, add_task, was_entered
from vbcli.store.entered import Renew, enter, undo
from vbcli.store.filing import Stamp
from vbcli.store.units import unit_id
from vbcli.store.write import transaction

# What can follow what: a verb and the progress from which it makes sense.
_FROM = {
    Verb.START: {Progress.TODO, Progress.PAUSED},
    Verb.DONE: {*OPEN, Progress.PAUSED},
    Verb.PAUSE: set(OPEN),
    Verb.CANCEL: {*OPEN, Progress.PAUSED},
    Verb.DISMISS: {*OPEN, Progress.PAUSED},
    Verb.EXTEND: {*OPEN, Progress.PAUSED},
    Verb.REOPEN: {Progress.DONE, Progress.PAUSED, Progress.CANCELLED, Progress.DISMISSED},
}


@dataclass(frozen=True, slots=True)
class Change:
    """What a person asks for several tasks at once."""

    verb: Verb
    units: tuple[str, ...] = ()
    """Of several leads those that it is about, as typed; () for all."""
    on: date | None = None
    which: date | None = None
    """The deadline, or the occurrence, that it is about."""
    final: bool = False
    """Of a recurring task: for good, not only this occurrence."""
    to: date | None = None
    """New date of an extension."""
    data: Mapping[str, object] = field(default_factory=dict)
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    """Units as typed; all of the role."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of a command."""

    entry: int | None
    """None where there was nothing to enter."""
    before: tuple[TaskRow, ...]
    tasks: tuple[TaskRow, ...]
    """As they stand now, in the order in which they were named."""
    passed: tuple[TaskRow, ...] = ()
    """Left as they were: what was asked for is so already."""


def change_tasks(
    conn: sqlite3.Connection, ids: Sequence[int], change: Change, entry: Entry, *, made_at: str, today: date
) -> Entered:
    """Enter the change for all the tasks, or for none: an `InputError` or `UsageError` names the first that cannot take it."""
    with transaction(conn):
        before = tasks_of(conn, ids, today)
        events = [event for task in before for event in _events(conn, task, change)]
        touched = {event.subject_id for event in events}
        entry_id = enter(conn, entry, events, made_at) if events else None
    after = {t.id: t for t in find_tasks(conn, TaskFilter(ids=tuple(ids), hidden=True), today)}
    return Entered(
        entry_id,
        tuple(t for t in before if t.id in touched),
        tuple(after[t.id] for t in before if t.id in touched),
        tuple(t for t in before if t.id not in touched),
    )


def tasks_of(conn: sqlite3.Connection, ids: Iterable[int], today: date) -> tuple[TaskRow, ...]:
    """Return the tasks in the order of their ids as named, each once; an `InputError` where one is missing."""
    wanted = tuple(dict.fromkeys(ids))
    found = {t.id: t for t in find_tasks(conn, TaskFilter(ids=wanted, hidden=True), today)}
    missing = [str(id_) for id_ in wanted if id_ not in found]
    if missing:
        raise InputError(_("kho không có nhiệm vụ {id}").format(id=", ".join(missing)), _("vb tasks (để xem các mã)"))
    return tuple(found[id_] for id_ in wanted)


def _events(conn: sqlite3.Connection, task: TaskRow, change: Change) -> list[Event]:
    named = {part.unit_id: part for phrase in change.units for part in _carriers(conn, task, phrase)}
    parts: list[AssigneeRow | None] = [*named.values()]
    if change.verb in {Verb.EDIT, Verb.ASSIGN, Verb.NOTE}:
        return [Event(change.verb, Subject.TASK, task.id, None, change.on, _data(conn, task, change))]
    if change.verb is Verb.DISMISS and parts:
        raise UsageError(
            _("bỏ nhiệm vụ là bỏ cả việc, không theo đơn vị"),
            _("vb cancel {id} --unit … (để hủy phần một đơn vị)").format(id=task.id),
        )
    _check_allowed(task, change)
    return [
        Event(
            change.verb,
            Subject.TASK,
            task.id,
            part.unit_id if part else None,
            change.on,
            _data(conn, task, change, part),
        )
        for part in parts or [None]
        if _changes(task, part, change)
    ]


def _carriers(conn: sqlite3.Connection, task: TaskRow, phrase: str) -> tuple[AssigneeRow, ...]:
    found = carriers_meant(conn, phrase, task)
    if len(found) == 1:
        return found
    names = "; ".join(a.name for a in (found or task.carriers()))
    if found:
        raise UsageError(
            _("“{phrase}” chỉ nhiều đơn vị của nhiệm vụ {id}: {names}").format(phrase=phrase, id=task.id, names=names),
            _("viết đủ tên một đơn vị"),
        )
    leads = _("đơn vị chủ trì: {names}").format(names=names) if names else _("nhiệm vụ chưa có đơn vị chủ trì")
    raise InputError(
        _("nhiệm vụ {id} không giao cho “{phrase}”; {leads}").format(id=task.id, phrase=phrase, leads=leads),
        f"vb show {task.id}",
    )


def _check_allowed(task: TaskRow, change: Change) -> None:
    closed = task.progress in {Progress.CANCELLED, Progress.DISMISSED}
    if closed and change.verb not in {Verb.REOPEN, Verb.CANCEL, Verb.DISMISS}:
        raise UsageError(
            _("nhiệm vụ {id} đã hủy hoặc đã bỏ").format(id=task.id),
            _("vb reopen {id} (để mở lại trước)").format(id=task.id),
        )
    if change.verb is not Verb.EXTEND or task.progress is Progress.DONE:
        return
    if task.due_kind is DueKind.RECURRING:
        raise UsageError(
            _("nhiệm vụ {id} là việc định kỳ, không gia hạn từng kỳ").format(id=task.id),
            _("vb edit {id} --due NGÀY").format(id=task.id),
        )
    if task.due_kind is not DueKind.HARD or task.due is None:
        raise UsageError(
            _("nhiệm vụ {id} không có hạn để gia hạn").format(id=task.id),
            _("vb edit {id} --due NGÀY (để ghi hạn)").format(id=task.id),
        )
    original = _original(task, change.which) if change.which else _deciding(task)
    if change.to and original and change.to <= original:
        raise UsageError(
            _("hạn mới {new:%d/%m/%Y} của nhiệm vụ {id} không sau hạn ban đầu {original:%d/%m/%Y}").format(
                new=change.to, id=task.id, original=original
            ),
            _("vb edit {id} --due NGÀY (để sửa hạn đọc sai)").format(id=task.id),
        )


def _changes(task: TaskRow, part: AssigneeRow | None, change: Change) -> bool:
    """Tell whether the change would alter anything: what is done is not done again, for its date would be lost."""
    if change.verb is Verb.REOPEN and (change.which or _last_occurrence(task, part)):
        return True
    if change.verb is Verb.DONE and change.which and change.which in _over(task, part):
        return False
    if part:
        return (part.progress or task.progress) in _FROM[change.verb]
    # Of several leads one that can be moved is enough; opened again or dismissed is the task as a whole.
    whole = change.verb in {Verb.REOPEN, Verb.DISMISS}
    parts = [] if whole else [p.progress for p in task.carriers() if p.progress]
    return any(progress in _FROM[change.verb] for progress in parts or [task.progress])


def _last_occurrence(task: TaskRow, part: AssigneeRow | None) -> date | None:
    """Return the occurrence that is opened again where none is named: the last one done of a task that goes on."""
    if task.due_kind is not DueKind.RECURRING or task.progress not in OPEN:
        return None
    return max(dict(part.occurrences if part else task.occurrences), default=None)


def _over(task: TaskRow, part: AssigneeRow | None) -> set[date]:
    """Return the occurrences that are done, and the deadlines met, by their original and their current date."""
    if task.due_kind is DueKind.RECURRING:
        return set(dict(part.occurrences if part else task.occurrences))
    if part:
        return set()  # which of them one lead alone has met is known to the fold only; it keeps the first day
    return {day for d in task.dues if d.met_on for day in (d.original, d.current) if day}


def _data(
    conn: sqlite3.Connection, task: TaskRow, change: Change, part: AssigneeRow | None = None
) -> dict[str, object]:
    data = dict(change.data)
    if change.leads:
        data["leads"] = [unit_id(conn, unit_name(name)) for name in change.leads]
    if change.supports:
        data["supports"] = [unit_id(conn, unit_name(name)) for name in change.supports]
    if change.verb is Verb.EXTEND:
        which = _original(task, change.which) if change.which else _deciding(task)
        data |= {"which": which.isoformat()} if which else {}
        data |= {"to": change.to.isoformat()} if change.to else {}
    elif change.verb is Verb.EDIT and "due" in data and change.which:
        data["which"] = _original(task, change.which).isoformat()
    elif change.verb in {Verb.DONE, Verb.REOPEN}:
        data |= _completed(task, change, part)
    return data


def _completed(task: TaskRow, change: Change, part: AssigneeRow | None) -> dict[str, object]:
    """Return which deadline or occurrence is meant; {} for the whole task."""
    if task.due_kind is not DueKind.RECURRING or change.final:
        return {"which": _original(task, change.which).isoformat()} if change.which else _opened(task, change, part)
    known = dict(part.occurrences if part else task.occurrences)
    if change.verb is Verb.REOPEN:
        if change.which and change.which not in known:
            raise UsageError(
                _("kỳ {day:%d/%m/%Y} của nhiệm vụ {id} chưa ghi hoàn thành").format(day=change.which, id=task.id),
                f"vb log {task.id}",
            )
        last = change.which or _last_occurrence(task, part)
        return {"occurrence": last.isoformat()} if last else _opened(task, change, part)
    return {"occurrence": _occurrence(task, change, known).isoformat()}


def _opened(task: TaskRow, change: Change, part: AssigneeRow | None) -> dict[str, object]:
    """Return how far the parts have come that are opened again, where no one part is named."""
    return {"from": task.progress.value} if change.verb is Verb.REOPEN and part is None else {}


def _occurrence(task: TaskRow, change: Change, known: Mapping[date, date]) -> date:
    """Return the occurrence that is done: the one named, else the nearest open one."""
    rule = next((d.rrule for d in task.dues if d.rrule), None)
    day = change.which or change.on
    anchor = task.document.issued_on or day
    found = nearest_occurrence(rule, anchor, day, known) if rule and anchor and day else None
    if found is None:
        raise UsageError(
            _("nhiệm vụ {id} không còn kỳ nào mở").format(id=task.id),
            _("vb done {id} --final (để kết thúc hẳn)").format(id=task.id),
        )
    if change.which and found != change.which:
        raise UsageError(
            _("ngày {day:%d/%m/%Y} không phải một kỳ của nhiệm vụ {id}; kỳ gần nhất: {nearest:%d/%m/%Y}").format(
                day=change.which, id=task.id, nearest=found
            ),
            f"vb done {task.id} --which {found:%d/%m/%Y}",
        )
    return found


def _deciding(task: TaskRow) -> date | None:
    """Return the original date of the deadline that decides, None where leads differ and none of all decides."""
    open_ = [d for d in task.dues if d.kind is DueKind.HARD and d.original and d.met_on is None]
    return next((d.original for d in open_ if task.due in {d.original, d.current}), None)


def _original(task: TaskRow, named: date) -> date:
    """Return the original date of the deadline that a person names by its original or its current date."""
    hard = [d for d in task.dues if d.kind is DueKind.HARD and d.original]
    for due in hard:
        if due.original and named in {due.original, due.current}:
            return due.original
    dates = ", ".join(f"{d.original:%d/%m/%Y}" for d in hard) or _("không có")
    raise UsageError(
        _("nhiệm vụ {id} không có hạn {day:%d/%m/%Y}; các hạn: {dates}").format(id=task.id, day=named, dates=dates),
        f"vb show {task.id}",
    )


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task that no file gave."""

    text: str
    document: int | EnteredDocument
    """Id of a document of the archive, or one that has no file."""
    due: date | None = None
    product: str | None = None
    leads: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    officer: str | None = None
    leader: str | None = None


def add_tasks(conn: sqlite3.Connection, new: Sequence[NewTask], entry: Entry, stamp: Stamp, today: date) -> Entered:
    """Enter tasks that no file gave."""
    with transaction(conn):
        events: list[Event] = []
        ids = []
        for task in new:
            document = task.document
            if isinstance(document, EnteredDocument):
                fresh = add_document(conn, document, stamp)
                events.append(Event(Verb.ADD, Subject.DOCUMENT, fresh, data=_document_data(document)))
                document = fresh
            elif was_entered(conn, document):
                # Each task vouches for the document: taking one back must not hide the others.
                events.append(Event(Verb.ADD, Subject.DOCUMENT, document))
            id_ = add_task(conn, document, task.text)
            ids.append(id_)
            data: dict[str, object] = {"text": task.text, "product": task.product}
            data |= {"due": task.due.isoformat()} if task.due else {}
            # What is not given is left to the paper itself, which may come as a file one day.
            for role, names in (("leads", task.leads), ("supports", task.supports)):
                data |= {role: [unit_id(conn, unit_name(name)) for name in names]} if names else {}
            data |= {"officer": task.officer} if task.officer else {}
            data |= {"leader": task.leader} if task.leader else {}
            events.append(Event(Verb.ADD, Subject.TASK, id_, None, today, data))
        entry_id = enter(conn, entry, events, stamp.read_at)
    return Entered(entry_id, (), tasks_of(conn, ids, today))


def _document_data(document: EnteredDocument) -> dict[str, object]:
    return {
        "number": document.number,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "issuer": document.issuer.name if document.issuer else None,
        "doc_type": document.doc_type,
        "subject": document.subject,
    }


def take_back(
    conn: sqlite3.Connection,
    entry_id: int | None,
    by: str,
    note: str | None,
    made_at: str,
    *,
    renew: Renew | None = None,
) -> tuple[int, int]:
    """Undo an entry, the last one that counts where none is named; return (what was undone, the new entry)."""
    with transaction(conn):
        undone = {row[0] for row in conn.execute("SELECT entry_id FROM undone")}
        rows = conn.execute("SELECT id, undoes FROM entries WHERE command != ? ORDER BY id", (REFUSED,)).fetchall()
        if entry_id is None:
            # Asked again and again it walks back; its own steps are taken back by name only.
            entry_id = max((id_ for id_, undoes in rows if undoes is None and id_ not in undone), default=None)
            if entry_id is None:
                raise InputError(_("không còn thao tác nào để hủy"), _("vb log (để xem các thao tác)"))
        elif entry_id not in {id_ for id_, _ in rows}:
            raise InputError(_("không có thao tác #{entry}").format(entry=entry_id), _("vb log (để xem các thao tác)"))
        elif entry_id in undone:
            raise UsageError(
                _("thao tác #{entry} đã hủy rồi").format(entry=entry_id), _("vb log (để xem các thao tác)")
            )
        new = undo(conn, entry_id, Entry("undo", by, note, undoes=entry_id), made_at, renew)
    return entry_id, new
