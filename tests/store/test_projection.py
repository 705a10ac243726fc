"""What is read and what is entered, projected: rosters, one unit under two names, versions of a paper, an older archive."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlite_utils import Database

from records import STAMP, Job, Paper, filing, state
from vbcli.config import APPLICATION_ID
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.followup import Entry, Event, Subject, Verb
from vbcli.model.task import DeadlineKind
from vbcli.store.database import open_archive
from vbcli.store.entered import enter, undo
from vbcli.store.migrations import migrations
from vbcli.store.projection import project
from vbcli.store.units import unit_id
from vbcli.store.write import save_file

DUE = date(2024, 4, 25)
COMMUNES = Job("UBND các xã rà soát hộ nghèo trước 25/4/2024.", ("UBND các xã",), (), DUE, "trước 25/4/2024")
DISTRICT = Job("UBND huyện Lâm Khê tổng hợp trước 25/4/2024.", ("UBND huyện Lâm Khê",), (), DUE, "trước 25/4/2024")
PAPER = Paper((COMMUNES, DISTRICT))


@pytest.fixture
def kho(archive):
    save_file(archive, state(PAPER), (filing(PAPER),), STAMP)
    return archive


def say(conn, *events: Event) -> int:
    return enter(conn, Entry("thử", "Lê C"), events, STAMP.read_at)


def done(task: int, on: date, unit: int | None = None) -> Event:
    return Event(Verb.DONE, Subject.TASK, task, unit, on)


def unit(conn, name: str) -> int:
    return unit_id(conn, unit_name(name))


def member(conn, collective: str, name: str, **data) -> Event:
    return Event(Verb.ROSTER, Subject.UNIT, unit(conn, collective), data={"member": unit(conn, name), **data})


def bearers(conn, task: int) -> dict[str, str]:
    """Return the leads that are counted with how far each has come."""
    sql = "SELECT name, progress FROM assignments WHERE task_id = ? AND counted = 1 ORDER BY position"
    return dict(conn.execute(sql, (task,)).fetchall())


def progress(conn, task: int) -> str:
    return conn.execute("SELECT progress FROM task_state WHERE task_id = ?", (task,)).fetchone()[0]


def test_a_collective_with_a_roster_is_counted_as_its_members(kho):
    first = say(kho, member(kho, "UBND các xã", "UBND xã Nà Sáo"), member(kho, "UBND các xã", "UBND xã Nậm Cắt"))
    assert bearers(kho, 1) == {"UBND xã Nà Sáo": "todo", "UBND xã Nậm Cắt": "todo"}
    say(kho, done(1, DUE, unit(kho, "UBND xã Nà Sáo")))
    assert (bearers(kho, 1)["UBND xã Nà Sáo"], progress(kho, 1)) == ("done", "doing")
    assert kho.execute("SELECT leads FROM v_tasks WHERE id = 1").fetchone() == ("UBND các xã",)
    undo(kho, first, Entry("undo", "Lê C", undoes=first), STAMP.read_at)
    assert bearers(kho, 1) == {"UBND các xã": "todo"}


def test_what_a_collective_had_done_before_it_had_a_roster_is_done_by_its_members(kho):
    say(kho, done(1, DUE, unit(kho, "UBND các xã")))
    assert progress(kho, 1) == "done"
    say(kho, member(kho, "UBND các xã", "UBND xã Nà Sáo"), member(kho, "UBND các xã", "UBND xã Nậm Cắt"))
    assert (bearers(kho, 1), progress(kho, 1)) == ({"UBND xã Nà Sáo": "done", "UBND xã Nậm Cắt": "done"}, "done")


def test_a_roster_holds_for_papers_of_its_time(kho):
    say(kho, member(kho, "UBND các xã", "UBND xã Nà Sáo", until="2024-03-31"), member(kho, "UBND các xã", "UBND xã Nậm Cắt", since="2024-04-01"))  # fmt: skip
    assert bearers(kho, 1) == {"UBND xã Nậm Cắt": "todo"}  # the paper is of 2 April


def test_a_unit_named_itself_and_through_its_collective_stands_once_under_its_own_name(kho):
    say(kho, member(kho, "UBND các xã", "UBND xã Nà Sáo"))
    leads = [unit(kho, "UBND các xã"), unit(kho, "UBND xã Nà Sáo")]
    say(kho, Event(Verb.ASSIGN, Subject.TASK, 1, data={"leads": leads}))
    assert bearers(kho, 1) == {"UBND xã Nà Sáo": "todo"}
    assert kho.execute("SELECT leads FROM v_tasks WHERE id = 1").fetchone() == ("UBND các xã; UBND xã Nà Sáo",)


def test_two_spellings_of_a_unit_are_one_with_all_that_was_entered_for_either(kho):
    other = unit(kho, "Uỷ ban Lâm Khê")
    say(kho, Event(Verb.ASSIGN, Subject.TASK, 2, data={"leads": [unit(kho, "UBND huyện Lâm Khê"), other]}))
    say(kho, done(2, DUE, other))
    assert progress(kho, 2) == "doing"
    into = {"into": unit(kho, "UBND huyện Lâm Khê")}
    merged = say(kho, Event(Verb.MERGE, Subject.UNIT, other, data=into))
    assert (bearers(kho, 2), progress(kho, 2)) == ({"UBND huyện Lâm Khê": "done"}, "done")
    undo(kho, merged, Entry("undo", "Lê C", undoes=merged), STAMP.read_at)
    assert progress(kho, 2) == "doing"


def test_what_was_entered_outlives_a_changed_file(kho):
    say(kho, done(2, DUE), Event(Verb.EXTEND, Subject.TASK, 1, data={"which": "2024-04-25", "to": "2024-05-31"}))
    moved = replace(
        COMMUNES, text=COMMUNES.text.replace("25/4", "28/4"), due=date(2024, 4, 28), words="trước 28/4/2024"
    )
    changed = replace(PAPER, jobs=(moved, DISTRICT))
    save_file(kho, state(changed), (filing(changed),), STAMP)
    assert progress(kho, 2) == "done"
    row = kho.execute("SELECT due, due_original, astray FROM task_state WHERE task_id = 1").fetchone()
    assert row == ("2024-05-31", "2024-04-28", 1)


def test_a_task_that_vanished_is_shown_only_where_somebody_entered_something(kho):
    say(kho, done(2, DUE))
    rest = replace(PAPER, jobs=(Job("Phòng Nội vụ kiểm tra công vụ.", ("Phòng Nội vụ",)),))
    save_file(kho, state(rest), (filing(rest),), STAMP)
    assert kho.execute("SELECT id, vanished FROM v_tasks ORDER BY id").fetchall() == [(2, 1), (3, 0)]


def test_an_archive_of_the_first_schema_is_upgraded_with_its_tasks_as_they_were_read(db, tmp_path):
    save_in_first_schema(db)
    conn = open_archive(db)
    rows = [tuple(r) for r in conn.execute("SELECT id, progress, due, due_original, leads FROM v_tasks ORDER BY id")]
    assert rows == [
        (1, "todo", "2024-04-25", "2024-04-25", "UBND các xã"),
        (2, "todo", "2024-04-25", "2024-04-25", "UBND huyện Lâm Khê"),
    ]
    say(conn, done(1, DUE))
    assert progress(conn, 1) == "done"
    kept = conn.execute("SELECT * FROM task_state").fetchall()
    project(conn)
    assert list(map(tuple, conn.execute("SELECT * FROM task_state"))) == list(map(tuple, kept))
    conn.close()
    open_archive(db).close()  # a second time there is nothing to do


def save_in_first_schema(path) -> None:
    """Make an archive as the first published schema had it: only its first step, its tables filled by copying."""
    made = open_archive(path.with_name("nay.sqlite"), create=True)
    save_file(made, state(PAPER), (filing(PAPER),), STAMP)
    made.row_factory = None
    old = Database(path)
    migrations.apply(old, stop_before="0002_follow_up")
    for (table,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name != 'meta'").fetchall():  # fmt: skip
        names = [row[1] for row in old.execute(f"PRAGMA table_info({table})").fetchall()]
        rows = made.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
        old.conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})", rows)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 1")
    old.conn.commit()
    old.close()
    made.close()


def test_occurrences_are_kept_with_the_day_of_the_last_lead(archive):
    job = Job("Báo cáo ngày 25 hằng tháng.", ("Phòng Nội vụ", "Công an huyện"), kind=DeadlineKind.RECURRING, rrule="FREQ=MONTHLY;BYMONTHDAY=25", words="hằng tháng")  # fmt: skip
    paper = Paper((job,))
    save_file(archive, state(paper), (filing(paper),), STAMP)
    month = {"occurrence": "2024-04-25"}
    for name, day in (("Phòng Nội vụ", 24), ("Công an huyện", 26)):
        say(archive, Event(Verb.DONE, Subject.TASK, 1, unit(archive, name), date(2024, 4, day), month))
    text = archive.execute("SELECT occurrences FROM task_state").fetchone()[0]
    assert json.loads(text) == [["2024-04-25", "2024-04-26"]]
