"""A made archive of two thousand tasks over twenty weeks, and a ledger that counts for itself.

Letters go in through the real store, follow-up through the real functions, and every Friday `vb summary` is written.
The ledger knows what was written and what was entered; it never looks into the archive but for the ids.
"""

import json
import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from records import STAMP, Job, Paper, filing, state
from vbcli.app import main
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.followup import Entry, Event, Subject, Verb
from vbcli.model.report import Period, PeriodKind, Report
from vbcli.model.task import DeadlineKind
from vbcli.query.report import Question, find_report
from vbcli.register import Change, change_tasks
from vbcli.store.database import open_archive, open_for_reading
from vbcli.store.entered import enter
from vbcli.store.snapshots import kept
from vbcli.store.units import unit_id
from vbcli.store.write import save_file, transaction
from vbcli.text.periods import period_with

FIRST_MONDAY = date(2024, 3, 4)
WEEKS, PAPERS, JOBS = 20, 10, 10
GROUP = "UBND các xã"
MEMBERS = ("UBND xã Khe Trung", "UBND xã Nà Sáo", "UBND xã Nậm Cắt")
UNITS = (
    "Công an huyện", "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Ban Tổ chức Huyện ủy", "Ban Chỉ huy quân sự huyện",
    "Trung tâm Y tế huyện", "Hội Cựu chiến binh huyện", "Phòng Tư pháp", "HĐND huyện", "UBND xã Nà Sáo", GROUP,
)  # fmt: skip
WEEKLY, MONTHLY = "FREQ=WEEKLY;BYDAY=TH", "FREQ=MONTHLY;BYMONTHDAY=25"
CELLS = ("done_in_time", "done_late", "open_in_time", "open_late", "no_due_done", "no_due_open", "paused")
BANDS = (("1-7", 1, 7), ("8-30", 8, 30), ("31-120", 31, 120), ("121-", 121, 10**6))
OPEN = {"todo", "doing"}


def report_on(conn: sqlite3.Connection, day: date, *, kind: PeriodKind = PeriodKind.WEEK, **asked: Any) -> Report:
    """Return the report of the period around the day, as of that day."""
    return find_report(conn, Question(period_with(kind, day), day, **asked))


@dataclass
class Work:
    """One task as the ledger has it."""

    words: str
    leads: tuple[str, ...]
    issued: date
    due: date | None = None
    rrule: str | None = None
    soft: bool = False
    id: int = 0
    current: date | None = None
    progress: dict[str, str] = field(default_factory=dict)
    """By who has to do it; "" where nobody is named."""
    former: dict[str, str] = field(default_factory=dict)
    done_on: dict[str, date] = field(default_factory=dict)
    kept: dict[date, date] = field(default_factory=dict)
    """Occurrence → day on which it was done."""
    events: int = 0
    dismissed: bool = False

    def __post_init__(self) -> None:
        self.current = self.due
        named = [m for lead in self.leads for m in (MEMBERS if lead == GROUP else (lead,))]
        self.progress = dict.fromkeys(dict.fromkeys(named), "todo") or {"": "todo"}

    @property
    def hard(self) -> bool:
        return self.due is not None and not self.soft

    @property
    def state(self) -> str:
        if self.dismissed:
            return "dismissed"
        live = {p for p in self.progress.values() if p != "cancelled"}
        if not live:
            return "cancelled"
        if not OPEN & live:
            return "paused" if "paused" in live else "done"
        return "doing" if {"doing", "done"} & live else "todo"

    def recurs_on(self, day: date) -> bool:
        if day < self.issued:
            return False
        return day.weekday() == 3 if self.rrule == WEEKLY else day.day == 25

    def due_on(self, today: date) -> date | None:
        """Return the day by which lists judge it."""
        if not self.rrule:
            return self.current
        return next(d for d in (today + timedelta(n) for n in range(90)) if self.recurs_on(d) and d not in self.kept)

    def figure(self, today: date) -> str:
        if self.state not in OPEN:
            return self.state
        due = self.due_on(today)
        if due is None:
            return "no_due"
        if self.soft:
            return "planned"
        if due < today:
            return "overdue"
        return "soon" if (due - today).days <= 3 else "on_time"

    def cell(self, today: date, whom: str | None = None) -> str:
        """Return the cell of the statistic, of one unit's part where it is named."""
        state = self.state if whom is None else self.progress[whom]
        if state in {"paused", "cancelled", "dismissed"}:
            return state
        if not self.hard:
            return "no_due_done" if state == "done" else "no_due_open"
        if state == "done":
            who = [u for u in self.progress if self.progress[u] == "done"] if whom is None else [whom]
            return "done_in_time" if all(self.done_on[u] <= self.due for u in who) else "done_late"
        return "open_late" if self.due < today else "open_in_time"


@dataclass
class Office:
    """The archive, the ledger, and what both said on each Friday."""

    folder: Path
    works: list[Work] = field(default_factory=list)
    expected: dict[date, dict[str, Any]] = field(default_factory=dict)
    """By Friday: what the ledger counted."""
    said: dict[date, dict[str, Any]] = field(default_factory=dict)
    """By Friday: the JSON that was written."""
    seen: dict[int, tuple[str, bool, date | None]] = field(default_factory=dict)
    """How each task that counted stood last Friday: state, late, current deadline."""
    last: date | None = None

    @property
    def archive(self) -> Path:
        return self.folder / "vb.sqlite"

    @property
    def fridays(self) -> list[date]:
        return [FIRST_MONDAY + timedelta(weeks=n, days=4) for n in range(WEEKS)]

    def report(self, friday: date) -> Report:
        """Return the snapshot of that week."""
        with closing(open_for_reading(self.archive)) as conn:
            found = kept(conn, Period(PeriodKind.WEEK, friday - timedelta(4), friday + timedelta(2)), None)
        assert found is not None
        return found

    def counted(self) -> list[Work]:
        return [w for w in self.works if w.state not in {"cancelled", "dismissed"}]


def build(folder: Path) -> Office:
    """Return the office after twenty weeks."""
    office, chance = Office(folder), random.Random(5)
    with closing(open_archive(office.archive, create=True)) as conn:
        with transaction(conn):
            events = [
                Event(Verb.ROSTER, Subject.UNIT, _unit(conn, GROUP), data={"member": _unit(conn, m)}) for m in MEMBERS
            ]
            enter(conn, Entry("units roster", "Lan"), events, STAMP.read_at)
        for friday in office.fridays:
            _file(conn, office, friday - timedelta(days=4), chance)
            _follow_up(conn, office, friday, chance)
            _close_week(office, friday)
    return office


def _unit(conn: sqlite3.Connection, name: str) -> int:
    return unit_id(conn, unit_name(name))


def _file(conn: sqlite3.Connection, office: Office, monday: date, chance: random.Random) -> None:
    """File ten letters of ten tasks."""
    for n in range(PAPERS):
        number = len(office.works) // JOBS + 1
        issued = monday + timedelta(days=n % 4)
        works = [_work(len(office.works) + k + 1, issued, chance) for k in range(JOBS)]
        # Most cite papers of the province, which nobody has filed.
        cites = ((f"{chance.randint(1, 40)}-CV/TU", None, "Tỉnh ủy"),) if number % 3 else ()
        paper = Paper(
            tuple(map(_job, works)), number=f"{number}-CV/HU", issued_on=issued, doc_type="cong_van",
            path=f"cv-{number}.txt", cites=cites, subject=f"Nhiệm vụ đợt {number}",
        )  # fmt: skip
        save_file(conn, state(paper), (filing(paper),), STAMP)
        office.works += works
    by_words = {row[1]: row[0] for row in conn.execute("SELECT id, text FROM tasks")}
    for work in office.works:
        work.id = by_words[work.words]


def _work(number: int, issued: date, chance: random.Random) -> Work:
    leads = tuple(chance.sample(UNITS, 2 if chance.random() < 0.1 else 1)) if chance.random() > 0.03 else ()
    words = f"Rà soát hồ sơ số {number} của cụm {chance.randint(1, 9)}."
    kind = chance.random()
    if kind < 0.06 and len(leads) == 1 and leads[0] != GROUP:
        return Work(words, leads, issued, rrule=chance.choice((WEEKLY, MONTHLY)))
    if kind < 0.12:
        return Work(words, leads, issued, date(2024, 12, 31), soft=True)
    if kind < 0.2:
        return Work(words, leads, issued)
    return Work(words, leads, issued, issued + timedelta(days=chance.randint(1, 60)))


def _job(work: Work) -> Job:
    if work.rrule:
        return Job(work.words, work.leads, (), None, "định kỳ", DeadlineKind.RECURRING, rrule=work.rrule)
    return Job(work.words, work.leads, (), work.due, f"trước {work.due:%d/%m/%Y}" if work.due else "", soft=work.soft)


def _follow_up(conn: sqlite3.Connection, office: Office, friday: date, chance: random.Random) -> None:
    """Enter the follow-up of a week, on its Thursday: what was done on any of its days, and what was decided."""
    thursday = friday - timedelta(days=1)

    def enter_for(works: list[Work], change: Change, booked: Any, *arguments: Any) -> None:
        if works:
            ids = [work.id for work in works]
            entered = change_tasks(
                conn,
                ids,
                change,
                Entry(change.verb.value, "Lan", "theo báo cáo"),
                made_at=f"{thursday}T08:00:00+00:00",
                today=thursday,
            )
            assert len(entered.tasks) == len(works), change
        for work in works:
            booked(work, *arguments)
            work.events += 1

    def some(count: int, wanted: Any = lambda work: True) -> list[Work]:
        fitting = [w for w in office.works if w.state in OPEN and wanted(w)]
        return chance.sample(fitting, min(count, len(fitting)))

    plain = lambda work: not work.rrule  # noqa: E731
    for back in range(4):
        day = thursday - timedelta(days=back)
        works = some(11, lambda w, day=day: plain(w) and w.issued <= day)
        enter_for(works, Change(Verb.DONE, on=day), _move, "done", day)
    for work in some(
        4, lambda w: plain(w) and set(w.progress.values()) == {"todo"} and len(w.leads) == 2 and GROUP not in w.leads
    ):
        enter_for([work], Change(Verb.DONE, (work.leads[0],), thursday), _move, "done", thursday, work.leads[0])
    enter_for(some(15, lambda w: plain(w) and w.state == "todo"), Change(Verb.START, on=thursday), _move, "doing")
    to = thursday + timedelta(days=chance.randint(10, 40))
    enter_for(
        some(8, lambda w: w.hard and w.current == w.due < to), Change(Verb.EXTEND, on=thursday, to=to), _extend, to
    )
    alone = lambda work: plain(work) and len(work.progress) == 1  # noqa: E731
    enter_for(some(4, alone), Change(Verb.PAUSE, on=thursday), _move, "paused")
    enter_for(some(3, plain), Change(Verb.CANCEL, on=thursday), _cancel)
    enter_for(some(2), Change(Verb.DISMISS, on=thursday), _dismiss)
    enter_for(some(5), Change(Verb.NOTE, on=thursday, data={"text": "đã gọi"}), lambda work: None)
    for resting in ("paused", "done"):
        fitting = [w for w in office.works if w.state == resting and alone(w)]
        enter_for(chance.sample(fitting, min(2, len(fitting))), Change(Verb.REOPEN, on=thursday), _reopen)
    for day in (friday - timedelta(n) for n in range(7)):
        recurring = [w for w in office.works if w.rrule and w.state in OPEN and w.recurs_on(day) and day not in w.kept]
        works = [w for w in recurring if chance.random() < 0.6]
        enter_for(works, Change(Verb.DONE, on=thursday, which=day), _keep, day, thursday)


def _move(work: Work, progress: str, day: date | None = None, whom: str | None = None) -> None:
    for unit in [whom] if whom else list(work.progress):
        if work.progress[unit] not in OPEN:
            continue
        work.former[unit] = work.progress[unit]
        work.progress[unit] = progress
        if day:
            work.done_on[unit] = day


def _extend(work: Work, to: date) -> None:
    work.current = to


def _cancel(work: Work) -> None:
    """Take the whole task out, those who were done included."""
    work.progress = dict.fromkeys(work.progress, "cancelled")


def _dismiss(work: Work) -> None:
    work.dismissed = True


def _reopen(work: Work) -> None:
    for unit in work.progress:
        work.progress[unit] = work.former[unit]


def _keep(work: Work, occurrence: date, day: date) -> None:
    work.kept[occurrence] = day
    _move(work, "doing")


def _close_week(office: Office, friday: date) -> None:
    """Count for ourselves, then let `vb` write its summary."""
    office.expected[friday] = _expected(office, friday)
    path = office.folder / f"{friday:%G-W%V}.json"
    arguments = ["--db", str(office.archive), "--today", friday.isoformat(), "-q"]
    assert main(["summary", "-o", str(office.folder / "%G-W%V.json"), *arguments]) == 0
    office.said[friday] = json.loads(path.read_text(encoding="utf-8"))["summary"]
    office.seen = {w.id: (w.state, w.figure(friday) == "overdue", w.current) for w in office.counted()}
    office.last = friday


def _expected(office: Office, today: date) -> dict[str, Any]:
    works = office.counted()
    monday, sunday = today - timedelta(4), today + timedelta(2)
    figures = {
        name: sorted(w.id for w in works if w.figure(today) == name)
        for name in ("overdue", "soon", "on_time", "planned", "no_due", "paused", "done")
    }
    opened = [w for w in works if w.state in OPEN]
    figures["no_lead"] = sorted(w.id for w in opened if not w.leads)
    figures["untouched"] = sorted(w.id for w in opened if not w.events)
    figures["moved"] = sorted(w.id for w in works if w.hard and w.current != w.due)
    late = {w.id: (today - w.current).days for w in works if w.figure(today) == "overdue"}
    return {
        "tasks": len(works),
        "documents": len(office.works) // JOBS,
        "new_documents": PAPERS,
        "figures": figures,
        "bands": {name: sorted(i for i, n in late.items() if first <= n <= last) for name, first, last in BANDS},
        "cells": _cells(works, today),
        "rates": _rates(works, today),
        "late_units": _late_units(works, today),
        "rest_of_period": sorted(w.id for w in opened if not w.soft and _between(w.due_on(today), today, sunday)),
        "next_week": sorted(w.id for w in opened if _is_due_next(w, sunday)),
        "occurrences": sorted(
            (w.id, day.isoformat(), w.kept[day].isoformat() if day in w.kept else None)
            for w in works
            if w.rrule
            for day in (monday + timedelta(n) for n in range(7))
            if w.recurs_on(day) and (w.state in OPEN or day in w.kept)
        ),
        "change": _change(office, works, today) if office.last else None,
    }


def _between(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _is_due_next(work: Work, sunday: date) -> bool:
    days = [sunday + timedelta(n) for n in range(1, 8)]
    if work.rrule:
        return any(work.recurs_on(day) and day not in work.kept for day in days)
    return work.current in days and not work.soft


def _cells(works: list[Work], today: date) -> dict[str, dict[str, list[int]]]:
    """Return the ids behind each cell: of all tasks under "", of each unit under its name."""
    found: dict[str, dict[str, list[int]]] = {"": {}}
    for work in sorted(works, key=lambda w: w.id):
        found[""].setdefault(work.cell(today), []).append(work.id)
        for unit in work.progress:
            cell = work.cell(today, unit)
            if unit and cell != "cancelled":
                found.setdefault(unit, {}).setdefault(cell, []).append(work.id)
    return found


def _rates(works: list[Work], today: date) -> dict[str, tuple[int, int]]:
    number = Counter(w.cell(today) for w in works)
    past = sum(w.cell(today) == "done_in_time" and w.due < today for w in works)
    ended, due = number["done_in_time"] + number["done_late"], number["open_late"] + number["open_in_time"]
    everything = ended + due + number["no_due_done"] + number["no_due_open"]
    return {
        "fell_due": (past, past + number["done_late"] + number["open_late"]),
        "with_due": (number["done_in_time"], ended + due),
        "completed": (number["done_in_time"], ended),
        "assigned": (number["done_in_time"], everything),
        "all": (ended + number["no_due_done"], everything),
    }


def _late_units(works: list[Work], today: date) -> dict[str, tuple[int, int, int, dict[str, int]]]:
    """Return (overdue, assigned, longest, by age) of each unit that is late with its part."""
    found = {}
    for unit in {u for w in works for u in w.progress if u}:
        own = [w for w in works if unit in w.progress and w.progress[unit] != "cancelled"]
        days = [(today - w.current).days for w in own if w.progress[unit] in OPEN and w.hard and w.current < today]
        if days:
            ages = {name: sum(first <= n <= last for n in days) for name, first, last in BANDS}
            found[unit] = (len(days), len(own), max(days), ages)
    return found


def _change(office: Office, works: list[Work], today: date) -> dict[str, list[int]]:
    before, now = office.seen, {w.id: w for w in works}

    def where(wanted: Any) -> list[int]:
        return sorted(w.id for w in works if wanted(w, *before.get(w.id, ("none", False, None))))

    return {
        "assigned": where(lambda w, state, late, due: state == "none"),
        "done_in_time": where(lambda w, state, late, due: w.state == "done" != state and w.cell(today) != "done_late"),
        "done_late": where(lambda w, state, late, due: w.state == "done" != state and w.cell(today) == "done_late"),
        "newly_overdue": where(lambda w, state, late, due: w.figure(today) == "overdue" and not late),
        "extended": where(lambda w, state, late, due: w.hard and state != "none" and w.current > due),
        "reopened": where(lambda w, state, late, due: state in {"done", "paused"} and w.state in OPEN),
        "paused": where(lambda w, state, late, due: w.state == "paused" != state),
        "gone": sorted(before.keys() - now.keys()),
    }
