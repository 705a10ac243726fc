"""Thirteen Fridays under cron: a bare environment, no terminal, no locale; one run missed, one killed, one with no news."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from datetime import date, timedelta

import openpyxl
import pytest
from terminal import VB

from vbcli.app import main

FIRST = date(2024, 4, 5)
"""A Friday, of ISO week 14."""
FRIDAYS = [FIRST + timedelta(days=7 * n) for n in range(13)]
MISSED, KILLED, QUIET = 4, 7, 10
"""Weeks, counted from 0: the computer was off; the run was killed half-way; nothing happened."""
FORMS = (".md", ".xlsx")


def letter(n, day):
    # Nothing falls due in the quiet week, and nothing is given.
    due = day + timedelta(days=40 if n == QUIET - 2 else 12)
    return (
        f"HUYỆN ỦY LÂM KHÊ\nSố {n + 1}-CV/HU\nLâm Khê, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}\n\n"
        f"1. Giao UBND huyện sửa cầu số {n + 1}, hoàn thành trước ngày {due.day}/{due.month}/{due.year}.\n"
        f"2. Giao Công an huyện báo cáo vụ việc số {n + 1} trước ngày {due.day}/{due.month}/{due.year}.\n"
    )


class Office:
    """One office whose computer runs vb by cron."""

    def __init__(self, folder):
        self.folder, self.archive, self.reports = folder, folder / "kho.sqlite", folder / "bao cao"
        (folder / "den").mkdir()

    def environment(self, day):
        """Return what cron gives: next to nothing; the day stands in for the clock."""
        return {"HOME": str(self.folder), "PATH": "/usr/bin:/bin", "VB_TODAY": day.isoformat()}

    def start(self, day, *words):
        return subprocess.Popen(
            [*VB, *words],
            env=self.environment(day),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, day, *words):
        process = self.start(day, *words)
        out, err = process.communicate(timeout=120)
        return process.returncode, out.decode(), err.decode()

    def summary(self, *more):
        files = [word for suffix in FORMS for word in ("-o", str(self.reports / f"tuan-%G-W%V{suffix}"))]
        return ["summary", "-q", "--db", str(self.archive), "--catch-up", "--only-if-changed", *files, *more]

    def on_friday(self, n, day):
        """Do what the week brings."""
        if n != QUIET:
            (self.folder / "den" / f"cv-{n:02d}.txt").write_text(letter(n, day), encoding="utf-8")
        assert main(["ingest", "-q", "--jobs", "1", "--db", str(self.archive), str(self.folder / "den")]) == 0
        if n not in {0, QUIET}:
            done = ["done", "-q", str(2 * n - 1 if n < QUIET else 2 * n - 3), "--db", str(self.archive), "--by", "An"]
            assert main([*done, "--today", day.isoformat()]) == 0

    def rows(self, sql):
        with closing(sqlite3.connect(self.archive)) as conn:
            return conn.execute(sql).fetchall()


def killed_half_way(office, day):
    """Start the report and kill it with its files under way."""
    process = office.start(day, *office.summary())
    began = len(office.rows("SELECT 1 FROM runs"))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if len(office.rows("SELECT 1 FROM runs")) > began:
            break
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL


@pytest.fixture(scope="module")
def quarter(tmp_path_factory):
    """The office after its quarter, and what each run printed."""
    office = Office(tmp_path_factory.mktemp("co-quan"))
    printed = {}
    for n, day in enumerate(FRIDAYS):
        office.on_friday(n, day)
        if n == MISSED:
            continue
        if n == KILLED:
            killed_half_way(office, day)
            whole = set(office.reports.glob("tuan-*"))
            assert [path for path in whole if not opens(path)] == []
        printed[n] = office.run(day, *office.summary())
    return office, printed


def name_of(day, suffix):
    year, week, _day = day.isocalendar()
    return f"tuan-{year}-W{week:02d}{suffix}"


def opens(path):
    if path.suffix == ".xlsx":
        return bool(openpyxl.load_workbook(path).sheetnames)
    return path.read_text(encoding="utf-8").startswith("#") and path.read_bytes().endswith(b"\n")


def test_every_run_is_silent(quarter):
    _office, printed = quarter
    assert {n: answer for n, answer in printed.items() if answer != (0, "", "")} == {}
    assert len(printed) == 12


def test_each_week_has_its_report_but_the_quiet_one(quarter):
    """Whole files under their own names: the missed week was made up for, the killed run left no half."""
    office, _printed = quarter
    expected = {name_of(day, suffix) for n, day in enumerate(FRIDAYS) if n != QUIET for suffix in FORMS}
    assert {path.name for path in office.reports.iterdir()} == expected
    assert [path.name for path in office.reports.iterdir() if not opens(path)] == []


def test_each_week_is_kept_once(quarter):
    office, _printed = quarter
    kept = office.rows("SELECT start_on, count(*) FROM snapshots GROUP BY start_on ORDER BY start_on")
    mondays = [(day - timedelta(days=4)).isoformat() for n, day in enumerate(FRIDAYS) if n != QUIET]
    assert kept == [(monday, 1) for monday in mondays]


def test_runs_tell_how_they_ended(quarter):
    office, _printed = quarter
    outcomes = [outcome for (outcome,) in office.rows("SELECT outcome FROM runs ORDER BY id")]
    # the missed week left no run; the killed one has no end and was run again
    expected = ["done"] * 13
    del expected[MISSED]
    expected[QUIET - 1] = "unchanged"
    expected.insert(KILLED - 1, None)
    assert outcomes == expected


def test_the_same_week_asked_again_gives_the_same_figures(quarter):
    """Of a week that is over, months later and after more was entered: what was reported then."""
    office, _printed = quarter
    later = FRIDAYS[-1] + timedelta(days=40)
    for n in (0, MISSED, KILLED, 12):
        day = FRIDAYS[n]
        path = office.reports / name_of(day, ".md")
        code, out, _err = office.run(
            later, "summary", "--db", str(office.archive), "--week", day.isoformat(), "--format", "md"
        )
        assert code == 0
        assert figures(out) == figures(path.read_text(encoding="utf-8"))


def figures(text):
    """Return the rows of tables: notes may say that it is a snapshot."""
    return [line for line in text.splitlines() if line.startswith("|")]


def test_each_week_is_judged_as_of_its_own_end(quarter):
    """The missed week, made up for a week later, counts as its own days counted: it ends on its Sunday."""
    office, _printed = quarter
    monday = FRIDAYS[MISSED] - timedelta(days=4)
    ((as_of,),) = office.rows(f"SELECT as_of FROM snapshots WHERE start_on = '{monday}'")
    assert as_of == (monday + timedelta(days=6)).isoformat()
    words = ("summary", "--db", str(office.archive), "--week", monday.isoformat(), "--json")
    body = json.loads(office.run(FRIDAYS[-1], *words)[1])["summary"]
    # by then five letters of two tasks each were in, four tasks were done
    assert (body["tasks"], body["done"]) == (10, 4)
