"""The statistic of an archive: equal to a table reckoned here from the script, whole and by unit; sums agree."""

from collections import Counter
from contextlib import closing
from datetime import date

import pytest

from records import STAMP, Job, Paper, filing, state
from report_archive import report_on
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.followup import Entry, Event, Subject, Verb
from vbcli.model.report import CELLS, STATES
from vbcli.model.statistic import Statistic, sum_of
from vbcli.model.task import DeadlineKind
from vbcli.store.database import open_archive
from vbcli.store.entered import enter
from vbcli.store.units import unit_id
from vbcli.store.write import save_file

TODAY = date(2024, 5, 7)
PAST, NEXT = date(2024, 4, 25), date(2024, 5, 31)
A, B, C, MEMBERS = "Phòng Nội vụ", "Công an huyện", "UBND các xã", ("UBND xã Nà Sáo", "UBND xã Nậm Cắt")


def job(n: int, due: date | None, *leads: str, **more) -> Job:
    return Job(f"Việc số {n} phải làm.", leads, (), due, f"hạn {n}" if due or more else "", locator=str(n), **more)


# id: 1 … 10, in this order.
JOBS = (
    job(1, PAST, A),
    job(2, PAST, A),
    job(3, PAST, A, B),
    job(4, NEXT, B),
    job(5, NEXT, A),
    job(6, None, A),
    job(7, None, B, kind=DeadlineKind.RECURRING, rrule="FREQ=MONTHLY;BYMONTHDAY=25"),
    job(8, PAST, C),
    job(9, PAST),
    job(10, date(2023, 12, 31), A, soft=True),
)


@pytest.fixture
def kho(db):
    with closing(open_archive(db, create=True)) as conn:
        paper = Paper(JOBS)
        save_file(conn, state(paper), (filing(paper),), STAMP)
        yield conn


def say(conn, *events: Event) -> None:
    enter(conn, Entry("thử", "Lê C"), events, STAMP.read_at)


def unit(conn, name: str) -> int:
    return unit_id(conn, unit_name(name))


def event(task: int, verb: Verb, on: date | None = None, unit: int | None = None, **data) -> Event:
    return Event(verb, Subject.TASK, task, unit, on, data)


@pytest.fixture
def year(kho):
    """The archive after a script: each line with the cell that it puts the task into, reckoned by hand."""
    say(
        kho,
        event(1, Verb.DONE, PAST),  # in time, and that day is past
        event(2, Verb.EXTEND, to="2024-05-31"),  # late by the original deadline, in time by the current one
        event(3, Verb.DONE, date(2024, 4, 26), unit(kho, B)),  # B late; A still to do: late
        event(4, Verb.DONE, date(2024, 5, 2)),  # in time, its day still to come
        event(5, Verb.PAUSE),
        event(9, Verb.DISMISS),
    )
    members = [
        Event(Verb.ROSTER, Subject.UNIT, unit(kho, C), data={"member": unit(kho, name)}) for name in MEMBERS
    ]  # fmt: skip
    say(kho, *members, event(8, Verb.DONE, PAST, unit(kho, MEMBERS[0])))  # one of two: the task is late
    return kho


def statistic(conn, day):
    return report_on(conn, day).statistic


def test_tasks_and_assignments_are_counted_as_reckoned_by_hand(year):
    view = statistic(year, TODAY)
    assert view.tasks == Statistic(
        done_in_time=2,  # 1, 4
        done_in_time_past=1,  # 1
        open_late=3,  # 2, 3, 8
        no_due_open=3,  # 6, 7, 10
        paused=1,  # 5
    )
    assert view.assignments == Statistic(
        done_in_time=3,  # 1 A, 4 B, 8 Nà Sáo
        done_in_time_past=2,
        done_late=1,  # 3 B
        open_late=3,  # 2 A, 3 A, 8 Nậm Cắt
        no_due_open=3,
        paused=1,
    )
    assert (view.moved, view.no_lead) == (1, 0)


def test_each_unit_has_its_row_and_the_rows_add_up(year):
    view = statistic(year, TODAY)
    rows = {row.unit: row.counts for row in view.by_unit}
    assert rows[A] == Statistic(done_in_time=1, done_in_time_past=1, open_late=2, no_due_open=2, paused=1)
    assert rows[B] == Statistic(done_in_time=1, done_late=1, no_due_open=1)
    assert [rows[name].assigned for name in MEMBERS] == [1, 1]
    assert C not in rows
    assert sum_of(rows.values()) == view.assignments


def test_the_summary_agrees_with_the_statistic(year):
    view = report_on(year, TODAY)
    assert view.statistic.tasks.assigned + view.statistic.tasks.paused == view.tasks
    assert sum(len(view.figures[name]) for name in STATES) == view.tasks == 9
    assert len(view.figures["done"]) == view.statistic.tasks.done


def test_each_cell_leads_to_the_tasks_that_it_counts(year):
    view = report_on(year, TODAY)
    assert view.cells[""] == {
        "done_in_time": (1, 4),
        "done_in_time_past": (1,),
        "open_late": (2, 3, 8),
        "no_due_open": (6, 7, 10),
        "paused": (5,),
    }
    assert view.cells[A] == {
        "done_in_time": (1,),
        "done_in_time_past": (1,),
        "open_late": (2, 3),
        "no_due_open": (6, 10),
        "paused": (5,),
    }
    for unit in view.statistic.by_unit:
        for cell in CELLS:
            assert len(view.cells[unit.unit].get(cell, ())) == getattr(unit.counts, cell), (unit.unit, cell)


def test_two_names_of_a_unit_are_one_row(year):
    other = unit(year, "Phòng Nội vụ và Lao động")
    say(year, event(6, Verb.ASSIGN, leads=[other]))
    before = statistic(year, TODAY)
    assert Counter(row.unit for row in before.by_unit)["Phòng Nội vụ và Lao động"] == 1
    say(year, Event(Verb.MERGE, Subject.UNIT, other, data={"into": unit(year, A)}))
    after = statistic(year, TODAY)
    assert {row.unit for row in before.by_unit} - {row.unit for row in after.by_unit} == {"Phòng Nội vụ và Lao động"}
    assert sum_of(row.counts for row in after.by_unit) == after.assignments == before.assignments


def test_a_task_without_a_lead_is_in_no_row_and_that_is_said(kho):
    view = statistic(kho, TODAY)
    assert (view.no_lead, view.tasks.assigned, view.assignments.assigned) == (1, 10, 10)
