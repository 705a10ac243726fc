"""The summary of a period. Every figure is a list of ids, so that it leads to its rows.

Each task is in exactly one of overdue, soon, on_time, planned, no_due, paused, done. Rows by unit count assignments (a
task with two leads counts for each), and say so.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from vbcli.followup.comparison import compare
from vbcli.followup.occurrences import occurrences_between
from vbcli.model.references import Act
from vbcli.model.report import (
    BANDS,
    STATES,
    Band,
    Duty,
    Earlier,
    LateUnit,
    Missing,
    Occurrence,
    Past,
    Period,
    Report,
    Standing,
    Trouble,
)
from vbcli.model.views import DueKind, TimeState
from vbcli.query.assigned import UnitMatch
from vbcli.query.fields import LIVE
from vbcli.query.report_lines import Line, Lines, Named, find_lines, line_of, task_rows, units_of
from vbcli.query.statistic import cells_by_unit, offices, statistic_of
from vbcli.query.tasks import SOON
from vbcli.text.collation import sort_key
from vbcli.text.document_names import document_name

_WEEK = timedelta(days=7)
# What a reader notes that is no trouble: how a page was read, not that it could not be.
_HARMLESS = ("ocr", "recoded", "signature_stamp")


@dataclass(frozen=True, slots=True)
class Question:
    """What a report is asked for."""

    period: Period
    as_of: date
    units: tuple[UnitMatch, ...] | None = None
    """Of these only; None: of all."""
    unit: str | None = None
    """Their name, as asked for."""
    soon: int = SOON
    earlier: Earlier | None = None
    """What it is compared with."""
    history: tuple[Past, ...] = ()
    reckoned_later: bool = False


def find_report(conn: sqlite3.Connection, asked: Question) -> Report:
    """Return the summary of a period as things stand on the day."""
    today = asked.as_of
    lines = find_lines(conn, today, asked.units)
    by_office = offices(lines.assignments)
    figures = _figures(lines, today, asked.soon)
    overdue = [(line.days_late(today), line.task) for line in lines.tasks if line.days_late(today)]
    standings = tuple(_standing(line, today) for line in lines.tasks)
    change = compare(asked.earlier.standings, standings, asked.earlier.as_of) if asked.earlier else None
    end = asked.period.end
    coming = _occurrences(lines.tasks, end + timedelta(days=1), end + _WEEK)
    everything = asked.units is None
    return Report(
        period=asked.period,
        as_of=today,
        unit=asked.unit,
        documents=_documents(conn, lines, everything=everything),
        new_documents=_documents(conn, lines, everything=everything, within=asked.period),
        figures=figures,
        duties=_duties(conn, lines, today, change.gone if change else ()),
        bands={band: tuple(id_ for late, id_ in overdue if _in(band, late)) for band in BANDS},
        late_units=_late_units(by_office, today),
        rest_of_period=_due_within(lines.tasks, today, end),
        next_week=_due_next(lines.tasks, coming, end + timedelta(days=1), end + _WEEK),
        occurrences=_occurrences(lines.tasks, asked.period.start, end),
        change=change,
        trouble=_trouble(conn) if everything else (),
        failed=_failed(conn) if everything else (),
        missing=_missing(conn) if everything else (),
        statistic=statistic_of(lines.tasks, by_office, today),
        cells=cells_by_unit(lines.tasks, by_office, today),
        standings=standings,
        coming=coming,
        soon_days=asked.soon,
        reckoned_later=asked.reckoned_later,
        history=asked.history,
    )


def _figures(lines: Lines, today: date, soon: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {name: [] for name in (*STATES, "no_lead", "untouched", "moved")}
    for line in lines.tasks:
        state = line.state(today, soon)
        found[line.progress.value if state is TimeState.CLOSED else state.value].append(line.task)
        named = lines.names.get(line.task)
        if line.open and not (named and named.leads):
            found["no_lead"].append(line.task)
        if line.open and not lines.rows[line.task]["entered"]:
            found["untouched"].append(line.task)
        if line.moved:
            found["moved"].append(line.task)
    return {name: tuple(ids) for name, ids in found.items()}


def _standing(line: Line, today: date) -> Standing:
    due, original = (line.due, line.original) if line.hard else (None, None)
    return Standing(line.task, line.progress.value, line.days_late(today) > 0, due, line.on_time, original)


def _in(band: Band, late: int) -> bool:
    first, last = BANDS[band]
    return first <= late and (last is None or late <= last)


def _late_units(by_office: dict[str, list[Line]], today: date) -> tuple[LateUnit, ...]:
    """Return the lead units with overdue assignments, the worst first: most overdue, then longest overdue."""
    found = []
    for unit, lines in by_office.items():
        late = sorted((-line.days_late(today), line.task) for line in lines if line.days_late(today))
        if late:
            days = [-negative for negative, _ in late]
            bands = {band: sum(_in(band, n) for n in days) for band in BANDS}
            found.append(LateUnit(unit, len(lines), tuple(id_ for _, id_ in late), bands, days[0]))
    return tuple(sorted(found, key=lambda u: (-len(u.late), -u.longest, sort_key(u.unit), u.unit)))


def _due_within(lines: Iterable[Line], first: date, last: date) -> tuple[int, ...]:
    """Return what is still to be done and due on these days, by date; a planning period is no day."""
    due = ((line.due, line.task) for line in lines if line.open and line.due and line.kind is not DueKind.SOFT)
    return tuple(id_ for day, id_ in sorted(due) if first <= day <= last)


def _due_next(lines: Sequence[Line], coming: Iterable[Occurrence], first: date, last: date) -> tuple[int, ...]:
    dates: dict[int, date] = {}
    for one in coming:
        if one.done_on is None:
            dates.setdefault(one.task, one.due)
    fixed = {line.task: line.due for line in lines if line.hard and line.due}
    dates |= {id_: fixed[id_] for id_ in _due_within(lines, first, last) if id_ in fixed}
    return tuple(sorted(dates, key=lambda id_: (dates[id_], id_)))


def _occurrences(lines: Iterable[Line], first: date, last: date) -> tuple[Occurrence, ...]:
    """Return the dates of recurring tasks on these days; of those that go on no longer what was entered."""
    found: list[Occurrence] = []
    for line in lines:
        if line.kind is not DueKind.RECURRING or not line.rrule:
            continue
        done = dict(line.occurrences)
        dates = {day for day in done if first <= day <= last}
        if line.open:
            dates |= set(occurrences_between(line.rrule, line.issued_on or first, first, last))
        found += [Occurrence(line.task, day, done.get(day)) for day in dates]
    return tuple(sorted(found, key=lambda one: (one.due, one.task)))


def _duties(conn: sqlite3.Connection, lines: Lines, today: date, gone: Iterable[int]) -> dict[int, Duty]:
    """Return the tasks by id, those too that were counted in an earlier report and are not now."""
    duties = {line.task: _duty(lines.rows[line.task], line, lines.names[line.task], today) for line in lines.tasks}
    left = task_rows(conn, set(gone) - duties.keys())
    names = units_of(conn, left)
    return duties | {id_: _duty(row, line_of(row, today), names[id_], today) for id_, row in left.items()}


def _duty(row: sqlite3.Row, line: Line, named: Named, today: date) -> Duty:
    return Duty(
        id=line.task,
        text=row["text"],
        leads=tuple(named.leads),
        supports=tuple(named.supports),
        due=line.due,
        due_original=line.original,
        due_time=time.fromisoformat(row["due_time"]) if row["due_time"] else None,
        recurring=line.kind is DueKind.RECURRING,
        days_late=line.days_late(today),
        progress=line.progress.value,
        done_on=line.done_on,
        on_time=line.on_time,
        document=document_name(row["doc_type"], row["number"], line.issued_on, row["issuer"]),
        document_id=row["document_id"],
        number=row["number"],
        issued_on=line.issued_on,
        issuer=row["issuer"],
        locator=row["locator"],
        officer=row["officer"],
        leader=row["leader"],
        product=row["product"],
        result=row["result"],
        entered=row["entered"],
        due_kind=line.kind.value if line.kind else None,
        due_words=row["due_words"],
    )


def _documents(conn: sqlite3.Connection, lines: Lines, *, everything: bool, within: Period | None = None) -> int:
    """Return how many documents there are; of some units those that give them something to do."""
    first, last = (within.start.isoformat(), within.end.isoformat()) if within else ("", "")
    if not everything:
        given = {row["document_id"]: row["issued_on"] for row in lines.rows.values()}
        return sum(within is None or bool(day and first <= day <= last) for day in given.values())
    sql = f"SELECT count(*) FROM documents d WHERE {LIVE}"  # noqa: S608  (our own words)
    rows = conn.execute(f"{sql} AND issued_on BETWEEN ? AND ?", (first, last)) if within else conn.execute(sql)
    return int(rows.fetchone()[0])


def _trouble(conn: sqlite3.Connection) -> tuple[Trouble, ...]:
    """Return the documents that were read with trouble, the latest first."""
    sql = (
        "SELECT d.id, d.doc_type, d.number, d.issued_on, d.issuer, i.message FROM issues i"  # noqa: S608
        f" JOIN documents d ON d.id = i.document_id WHERE {LIVE}"
        " AND i.code NOT IN (SELECT value FROM json_each(?)) ORDER BY d.issued_on DESC, d.id DESC, i.position"
    )
    words: dict[int, list[str]] = defaultdict(list)
    names: dict[int, str] = {}
    for row in conn.execute(sql, (json.dumps(_HARMLESS),)):
        day = date.fromisoformat(row["issued_on"]) if row["issued_on"] else None
        names[row["id"]] = document_name(row["doc_type"], row["number"], day, row["issuer"])
        if row["message"] not in words[row["id"]]:
            words[row["id"]].append(row["message"])
    return tuple(Trouble(names[id_], " ".join(said), id_) for id_, said in words.items())


def _failed(conn: sqlite3.Connection) -> tuple[Trouble, ...]:
    rows = conn.execute("SELECT path, error_message FROM files WHERE state = 'failed' ORDER BY path")
    return tuple(Trouble(row["path"], row["error_message"] or "") for row in rows)


def _missing(conn: sqlite3.Connection) -> tuple[Missing, ...]:
    from vbcli.query.references import missing_documents

    found, _total = missing_documents(conn)
    return tuple(Missing(_name_of(one.act), one.times, one.documents) for one in found)


def _name_of(act: Act) -> str:
    return document_name(act.doc_type, act.key, act.issued_on, act.issuer)
