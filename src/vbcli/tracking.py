"""An office's own tracking spreadsheet into the register: each row a task with what is known of its follow-up.

A row whose paper the archive holds is looked for among its tasks: what the office knows goes onto the task that was
read. Only what is not found is added. A row that was taken in before is passed over, so that a grown sheet can be
taken in again: of its tasks only what is new in the row is entered.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from vbcli.errors import InputError
from vbcli.language import _
from vbcli.lexicon.numbers import canonical_number, find_numbers, match_key
from vbcli.lexicon.tracking import columns_of, progress_of
from vbcli.lexicon.unit_names import find_units, unit_name
from vbcli.model.followup import Entry, Event, Progress, Subject, Verb
from vbcli.model.task import UnitName
from vbcli.query.fields import LIVE
from vbcli.sheet_news import VERBS, Row, news_of, remarks_of
from vbcli.store.documents import EnteredDocument, add_document, add_task
from vbcli.store.entered import enter
from vbcli.store.filing import Stamp
from vbcli.store.units import unit_id
from vbcli.store.write import transaction
from vbcli.text.date_words import date_of
from vbcli.text.dates import DATE, make_date
from vbcli.text.fold import fold

Value = str | int | float | date | None
Grid = Sequence[Sequence[Value]]

SAME_TASK = 0.8
"""Likeness of a row and a task that was read, both folded."""
_LONG_ENOUGH = 40
"""Letters from which on a row that stands in a task, word for word, is that task."""


@dataclass(slots=True)
class Taken:
    """What became of a spreadsheet."""

    entry: int | None = None
    added: list[int] = field(default_factory=list)
    """Ids of tasks that no file gave."""
    found: list[int] = field(default_factory=list)
    """Ids of tasks that had been read, or that the sheet names."""
    passed: int = 0
    """Rows that were taken in before."""
    doubts: list[tuple[int, str]] = field(default_factory=list)
    """(line, what could not be understood)."""


def rows_of(grids: Iterable[Grid], today: date) -> tuple[Row, ...]:
    """Return the tasks of the first sheet that is a register; an `InputError` where no row of any heads one."""
    for grid in grids:
        at, columns = next(((n, found) for n, row in enumerate(grid) if (found := columns_of(row))), (0, {}))
        if columns:
            return tuple(_rows(grid[at + 1 :], columns, at + 2, today))
    raise InputError(
        _("không thấy hàng tiêu đề của sổ theo dõi"),
        _("cần cột “Nội dung nhiệm vụ” và cột “Đơn vị chủ trì” hoặc “Thời hạn”"),
    )


def _rows(grid: Grid, columns: Mapping[str, int], first: int, today: date) -> Iterator[Row]:
    above: dict[str, Value] = {}
    for line, cells in enumerate(grid, first):
        values = {name: cells[at] for name, at in columns.items()}
        text = _words(values.get("text"))
        # A row of column numbers, a group heading, a blank one: no task.
        if not any(c.isalpha() for c in text) or not any(v for n, v in values.items() if n not in {"text", "number"}):
            above = {name: values.get(name) for name in _SHARED if values.get(name)} or above
            continue
        for name in _SHARED:
            values[name] = values.get(name) or above.get(name)
        above = {name: values[name] for name in _SHARED}
        yield _row(line, text, values, today)


_SHARED = ("number", "issued", "issuer")
"""What a sheet writes once for several rows of one paper."""


def _row(line: int, text: str, values: Mapping[str, Value], today: date) -> Row:
    paper = _words(values.get("number"))
    number = next((n.key for n in find_numbers(paper)), None) or canonical_number(paper)
    issued_on = _day(values.get("issued"), today) or _day_in(paper)
    doubts: list[str] = []
    due, rrule = _due(values.get("due"), issued_on, today)
    due_doubts = []
    if values.get("due") and not due and not rrule:
        due_doubts.append(_("hạn “{words}” không phải ngày: để trống").format(words=_words(values["due"])))
    leads = _units(values.get("leads"))
    performers = _units(values.get("performers"))
    progress, said_in_time = progress_of(_words(values.get("status")))
    done_on = _day(values.get("done-on"), today) or _day_in(_words(values.get("status")))
    if progress is Progress.DONE and not done_on:
        done_on = due if said_in_time else None
    if progress is Progress.DONE and not done_on:
        doubts.append(_("ghi hoàn thành mà không có ngày: để là đang thực hiện"))
        progress = Progress.DOING
    if done_on and progress is None:
        progress = Progress.DONE
    if values.get("status") and progress is None:
        doubts.append(_("tình trạng “{words}” chưa biết: để trống").format(words=_words(values["status"])))
    issuer = _words(values.get("issuer"))
    plain = {name: _words(values.get(name)) or None for name in _PLAIN}
    return Row(
        line=line,
        text=text,
        number=number,
        issued_on=issued_on,
        issuer=unit_name(issuer) if issuer else None,
        source=paper or None,
        leads=leads or performers,
        supports=(*_units(values.get("supports")), *(performers if leads else ())),
        due=due,
        rrule=rrule,
        progress=progress,
        done_on=done_on if progress is Progress.DONE else None,
        task_id=_id(values.get("id")),
        doubts=(*due_doubts, *doubts),
        status_doubts=tuple(doubts),
        **plain,
    )


_PLAIN = ("report", "product", "result", "officer", "leader", "note")
"""Columns that are taken as they stand."""


def _words(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return " ".join(str(value).split()) if value is not None else ""


def _id(value: Value) -> int | None:
    words = _words(value).removesuffix(".0")
    return int(words) if words.isdecimal() else None


def _day(value: Value, today: date) -> date | None:
    return value if isinstance(value, date) else (date_of(_words(value), today) if value else None)


def _day_in(words: str) -> date | None:
    found = re.search(DATE, words)
    return make_date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None


def _due(value: Value, issued_on: date | None, today: date) -> tuple[date | None, str | None]:
    """Return the date or the rule of a cell of "Thời hạn", read by the rules for deadlines where it is no plain date."""
    if value is None or isinstance(value, date):
        return value, None
    words = _words(value)
    plain = date_of(words, today) if words[:1].isdigit() else None
    if plain:
        return plain, None
    from vbcli.trial import try_sentence

    for phrase in (words, f"trong {words}", f"trước {words}"):
        tasks = try_sentence(f"UBND huyện gửi báo cáo {phrase}.", issued_on).record.tasks
        deadline = next((d for t in tasks for d in t.deadlines if (d.due and not d.soft) or d.rrule), None)
        if deadline:
            return (None, deadline.rrule) if deadline.rrule else (deadline.due, None)
    return None, None


def _units(value: Value) -> tuple[UnitName, ...]:
    """Return the units of a cell: those that the lexicon knows, else its parts as written."""
    text = str(value).strip() if value is not None else ""
    found = []
    for part in re.split(r"\s*[;\n]\s*", text):
        mentions = find_units(part)
        inside = {at for m in mentions for at in range(m.start, m.end)}
        # Where the lexicon knows every word of a list its members count; else the commas of the office do.
        if mentions and not any(c.isalnum() for at, c in enumerate(part) if at not in inside):
            found += [m.unit for m in mentions]
        else:
            found += [unit_name(words) for words in re.split(r"\s*,\s*", part.strip(" -+•.")) if words]
    return tuple(dict.fromkeys(found))


def take_in(conn: sqlite3.Connection, rows: Sequence[Row], entry: Entry, stamp: Stamp, today: date) -> Taken:
    """Enter the rows, all of them or none."""
    taken = Taken()
    with transaction(conn):
        known = dict(conn.execute(_KNOWN))
        events: list[Event] = []
        for row in rows:
            named = _named(conn, row)
            before = named or known.get(row.key)
            task_id, made = (before, []) if before else _task(conn, row, stamp, today)
            known[row.key] = task_id
            if made:
                news, doubts = [*made, *_follow_up(row, task_id, today)], []
            elif task_id in taken.added:
                # A task that this sheet adds has no state yet: a second row of it has nothing to be compared with.
                news, doubts = [], list[str]()
            else:
                news, doubts = news_of(conn, row, task_id, today)
            if before is None and not made:
                # The row is told by its key from now on, whatever people write into it.
                news.append(Event(Verb.ASSIGN, Subject.TASK, task_id, None, today, {"row": row.key}))
            # What was told when the row came first is not told again; the deadline of a named task is the archive's own.
            said = row.doubts if before is None else row.status_doubts if named or news else ()
            taken.doubts += [(row.line, doubt) for doubt in (*said, *doubts)]
            taken.passed += not news
            if news:
                (taken.added if made else taken.found).append(task_id)
            events += news
        taken.entry = enter(conn, entry, events, stamp.read_at) if events else None
    return taken


_KNOWN = (
    "SELECT json_extract(data, '$.row'), subject_id FROM events WHERE json_extract(data, '$.row') IS NOT NULL"
    " AND entry_id NOT IN (SELECT entry_id FROM undone)"
)


def _named(conn: sqlite3.Connection, row: Row) -> int | None:
    """Return the task that a row names by its id, where its words are alike: ids of another archive mean nothing here."""
    if row.task_id is None:
        return None
    found = conn.execute(
        "SELECT t.text_key, s.text FROM tasks t JOIN task_state s ON s.task_id = t.id WHERE t.id = ?", (row.task_id,)
    ).fetchone()
    words = fold(row.text)
    return row.task_id if found and any(_is_alike(words, fold(text)) for text in found) else None


def _task(conn: sqlite3.Connection, row: Row, stamp: Stamp, today: date) -> tuple[int, list[Event]]:
    """Return the task of a row with the events that add it: none where it was read."""
    key = match_key(row.number) if row.number else None
    held = _held(conn, row, key)
    found = _read_task(conn, row, held) if held else None
    if found:
        return found, []
    events = []
    if held is None:
        paper = EnteredDocument(row.number, key, row.issued_on, row.issuer, None, None if row.number else row.source)
        held = add_document(conn, paper, stamp)
        names = {"number": row.number, "issuer": row.issuer.name if row.issuer else None, "subject": paper.subject}
        day = row.issued_on.isoformat() if row.issued_on else None
        events.append(Event(Verb.ADD, Subject.DOCUMENT, held, data={**names, "issued_on": day}))
    task_id = add_task(conn, held, row.text)
    data: dict[str, object] = {"text": row.text, "row": row.key, "product": row.product}
    data |= {"due": row.due.isoformat()} if row.due else {}
    data |= {"rrule": row.rrule} if row.rrule else {}
    data |= {"leads": [unit_id(conn, u) for u in row.leads], "supports": [unit_id(conn, u) for u in row.supports]}
    data |= {name: value for name, value in (("officer", row.officer), ("leader", row.leader)) if value}
    return task_id, [*events, Event(Verb.ADD, Subject.TASK, task_id, None, today, data)]


def _held(conn: sqlite3.Connection, row: Row, key: str | None) -> int | None:
    """Return the document of the archive that a row means: its number, and no date or issuer that contradicts."""
    if key is None:
        return None
    found = conn.execute(
        f"SELECT d.id, d.issued_on, u.key FROM documents d LEFT JOIN units u ON u.id = d.issuer_id"  # noqa: S608
        f" WHERE d.number_key = ? AND {LIVE}",
        (key,),
    ).fetchall()
    day = row.issued_on.isoformat() if row.issued_on else None
    fitting = [
        id_
        for id_, issued_on, issuer in found
        if (not day or not issued_on or day == issued_on)
        and (not row.issuer or not issuer or day or row.issuer.key == issuer)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _read_task(conn: sqlite3.Connection, row: Row, document_id: int) -> int | None:
    """Return the one task of the document that the row is about."""
    words = fold(row.text)
    sql = "SELECT id, text_key FROM tasks WHERE document_id = ? AND vanished = 0 ORDER BY position"
    alike = []
    for id_, key in conn.execute(sql, (document_id,)):
        ratio = _likeness(words, key)
        if ratio >= SAME_TASK:
            alike.append((ratio, -id_))
    return -max(alike)[1] if alike else None


def _likeness(words: str, key: str) -> float:
    inside = len(words) >= _LONG_ENOUGH and (words in key or key in words)
    return 1.0 if inside else SequenceMatcher(None, words, key, autojunk=False).ratio()


def _is_alike(words: str, key: str) -> bool:
    return _likeness(words, key) >= SAME_TASK


def _follow_up(row: Row, task_id: int, today: date) -> list[Event]:
    """Return what the row of an added task says of its follow-up."""
    is_done = row.progress is Progress.DONE and row.done_on is not None
    events: list[Event] = []
    if is_done:
        result = {"result": row.result} if row.result else {}
        events.append(Event(Verb.DONE, Subject.TASK, task_id, None, row.done_on, result))
    elif row.progress in VERBS:
        events.append(Event(VERBS[row.progress], Subject.TASK, task_id, None, today))
    remarks = remarks_of(row, None, is_done=is_done)
    return [*events, *(Event(Verb.NOTE, Subject.TASK, task_id, None, today, {"text": words}) for words in remarks)]
