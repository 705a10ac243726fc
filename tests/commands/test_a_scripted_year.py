"""A year in an office: three hundred letters, follow-up on five hundred tasks, better files, new rules, crashes, a restore."""

import copy
import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from terminal import VB
from year import CLOSED, Ledger, Task, letters, sentence, write, write_docx

from vbcli.app import main

TODAY = date(2024, 12, 31)
MERGED = ("Ban Tuyên giáo Huyện ủy", "Ban Tổ chức Huyện ủy")


class Office:
    """The archive and the ledger side by side."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.papers = folder / "van-ban"
        self.papers.mkdir()
        self.archive = folder / "vb.sqlite"
        self.ledger = Ledger(letters(300, seed=7))
        self.chance = random.Random(11)
        self.entries = 0
        self.past: list[list[list[Task]]] = []

    def vb(self, *arguments: str, archive: Path | None = None) -> str:
        code = main([*arguments, "--db", str(archive or self.archive)])
        shown = self.capsys.readouterr()
        assert code == 0, (arguments, shown.err)
        return shown.out

    def json(self, *arguments: str, archive: Path | None = None) -> dict:
        return json.loads(self.vb(*arguments, "--today", TODAY.isoformat(), "--json", archive=archive))

    def crash(self, after: float, *arguments: str) -> bool:
        """Start a command and kill it; True where it was still running."""
        process = subprocess.Popen(
            [*VB, *arguments, "--db", str(self.archive)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "VB_BY": "Lan"},
            start_new_session=True,
        )
        time.sleep(after)
        running = process.poll() is None
        os.killpg(process.pid, signal.SIGKILL) if running else None
        process.wait()
        return running

    # What the clerk types, and what it means for the ledger.

    def enter(self, tasks: list[Task], change: Callable[[Task], None], *arguments: str) -> None:
        """Type a command about the tasks (their ids follow its name) and book it."""
        name, *options = arguments
        self.book(tasks, change)
        self.vb(name, *(str(t.id) for t in tasks), *options, "--by", "Lan", "--today", TODAY.isoformat())

    def book(self, tasks: list[Task], change: Callable[[Task], None]) -> None:
        self.past.append([copy.deepcopy(letter.tasks) for letter in self.ledger.letters])
        for task in tasks:
            change(task)
            task.touched = True
        self.entries += 1

    def undo(self) -> None:
        for letter, tasks in zip(self.ledger.letters, self.past.pop(), strict=True):
            letter.tasks = tasks
        self.vb("undo", "--by", "Lan")
        self.entries += 1

    def some(self, count: int, *, wanted: Callable[[Task], bool] = lambda _: True) -> list[Task]:
        fitting = [t for t in self.ledger.tasks if t.state in {"todo", "doing"} and wanted(t)]
        return self.chance.sample(fitting, count)

    # What the archive says must be what the ledger says.

    def learn_ids(self) -> None:
        shown = self.json("tasks", "--status", "tatca")["tasks"]
        by_words = {t["text"]: t["id"] for t in shown}
        for task in self.ledger.tasks:
            (task.id,) = [i for text, i in by_words.items() if text.endswith(sentence(task)) or sentence(task) in text]
        assert len({t.id for t in self.ledger.tasks}) == len(shown) == 600

    def check(self, archive: Path | None = None, without: Callable[[Task], bool] = lambda _: False) -> None:
        ledger = self.ledger.without(without)
        shown = {t["id"]: t for t in self.json("tasks", "--status", "tatca", archive=archive)["tasks"]}
        assert set(shown) == {t.id for t in ledger.tasks}
        for task in ledger.tasks:
            row = shown[task.id]
            assert row["progress"] == task.state, task
            leads = {ledger.name(a["unit"]): a["progress"] for a in row["assignees"] if a["role"] == "lead"}
            assert set(leads) == {ledger.name(u) for u in task.leads}, task
            if not task.dismissed:
                assert leads == {ledger.name(u): p for u, p in task.progress.items()}, task
            assert row["done_on"] == (task.finished.isoformat() if task.state == "done" else None), task
            if task.state in {"todo", "doing"}:
                assert row["due"] == (task.current.isoformat() if task.current else None), task
                assert row["due_original"] == (task.due.isoformat() if task.due else None), task
            if task.state == "done" and task.due:
                assert row["on_time"] == (task.category(TODAY) == "done_in_time"), task
        late = {t["id"] for t in self.json("tasks", "--overdue", archive=archive)["tasks"]}
        assert late == ledger.overdue(TODAY)
        units = {u["unit"]: (u["open"], u["overdue"], u["done"]) for u in self.json("units", archive=archive)["units"]}
        assert {u: n for u, n in units.items() if any(n)} == {u: n for u, n in ledger.by_unit(TODAY).items() if any(n)}
        statistic = self.json("summary", archive=archive)["summary"]["statistic"]
        said = _rows(statistic["tasks"])
        booked = ledger.statistic(TODAY)
        assert said == {row: booked[row] for row in said}
        assert {u["unit"]: _rows(u) for u in statistic["by_unit"]} == {
            unit: {row: counts[row] for row in said} for unit, counts in ledger.statistic_of_units(TODAY).items()
        }
        for row in said:
            assert _rows(statistic["assignments"])[row] == sum(_rows(u)[row] for u in statistic["by_unit"])
        late = booked["done_late"] + booked["open_late"]
        kept = sum(t.due is not None and t.due < TODAY for t in ledger.tasks if t.category(TODAY) == "done_in_time")
        assert statistic["tasks"]["in_time"]["fell_due"] == {"part": kept, "whole": kept + late}
        log = self.json("log", archive=archive)["log"]
        assert len(log) == self.entries

    # The parts of the year.

    def file_the_letters(self) -> None:
        for letter in self.ledger.letters:
            write(self.papers, letter)
        assert self.crash(4.0, "ingest", str(self.papers))
        self.vb("ingest", str(self.papers))
        self.learn_ids()

    def follow_up(self) -> None:
        for _ in range(10):
            day = date(2024, 3, 1) + timedelta(days=self.chance.randint(0, 250))
            self.enter(self.some(22), _done(day), "done", "--on", day.isoformat(), "--doc", "88/BC-UBND")
        to = date(2025, 1, 31)
        for _ in range(4):
            tasks = self.some(14, wanted=lambda t: t.due is not None and t.current == t.due)
            self.enter(tasks, _extended(to), "extend", "--to", to.isoformat(), "--doc", "120-TB/HU")
        self.enter(self.some(60), _moved("doing"), "start")
        self.enter(self.some(20), _moved("paused"), "pause", "--note", "chờ hướng dẫn")
        cancelled = self.some(20)
        self.enter(cancelled, _moved("cancelled"), "cancel", "--doc", "901-CV/HU")
        self.enter(self.some(20), _dismissed, "dismiss")
        self.enter(
            cancelled[:8], _moved("todo", _todo_before(self.past[-2], cancelled)), "reopen", "--note", "làm tiếp"
        )
        for task in self.some(12, wanted=lambda t: len(t.leads) > 1):
            unit, day = task.leads[0], date(2024, 9, 2)
            self.enter([task], _done(day, unit), "done", "--unit", unit, "--on", day.isoformat())
        for task in self.some(12, wanted=lambda t: t.current == t.due):
            day = date(2024, 12, self.chance.randint(1, 28))
            self.enter([task], _redated(day), "edit", "--due", day.isoformat())
        for task in self.some(12):
            self.enter([task], _assigned("Huyện đoàn Khe Sim"), "assign", "--lead", "Huyện đoàn Khe Sim")
        for _ in range(3):
            self.undo()

    def replace_files(self) -> None:
        chosen = self.chance.sample(self.ledger.letters, 40)
        for letter in chosen[:20]:
            letter.remark = " trong thời gian tới"
            free = [t for t in letter.tasks if t.current == t.due and t.due and not t.entered_due]
            for task in free[:1]:
                task.due = task.current = task.due + timedelta(days=5)
            write(self.papers, letter)
        for letter in chosen[20:]:
            letter.remark = " đúng tiến độ"
            write_docx(self.papers, letter)
        self.vb("ingest", str(self.papers))
        self.past.clear()  # what was typed before stands on older papers

    def change_the_rules(self) -> None:
        before = self.json("tasks", "--status", "tatca")
        own = self.folder / "tu-dien"
        own.mkdir()
        (own / "cues.toml").write_text(LOCAL_RULE, encoding="utf-8")
        if not self.crash(0.7, "reextract", "--lexicon", str(own)):
            raise AssertionError("the run was over before it could be killed")
        self.vb("reextract", "--lexicon", str(own))
        # What the new rule takes for no task is gone, but for those of which somebody entered something.
        self.check(without=lambda t: t.words.startswith(NO_TASK) and not t.touched)
        self.vb("reextract")
        assert self.json("tasks", "--status", "tatca") == before

    def merge_units(self) -> None:
        for spelling in MERGED:
            self.vb("units", "alias", spelling, "Ban Tuyên giáo và Dân vận Huyện ủy", "--by", "Lan")
            self.entries += 1
            self.ledger.one_unit[spelling] = "Ban Tuyên giáo và Dân vận Huyện ủy"

    def crash_while_entering(self) -> None:
        tasks = self.some(60)
        day = date(2024, 12, 20)
        ids = [str(t.id) for t in tasks]
        self.crash(self.chance.uniform(0.2, 0.8), "done", *ids, "--on", day.isoformat(), "--today", TODAY.isoformat())
        entered = len(self.json("log")["log"])
        assert entered in {self.entries, self.entries + 1}  # whole, or not at all
        if entered == self.entries:
            self.enter(tasks, _done(day), "done", "--on", day.isoformat())
        else:
            self.book(tasks, _done(day))

    def restore(self) -> None:
        export, copy_ = self.folder / "kho.jsonl", self.folder / "moi.sqlite"
        self.vb("export", "-o", str(export))
        self.vb("import", str(export), archive=copy_)
        for question in (("tasks", "--status", "tatca"), ("log",), ("units",), ("docs",), ("summary",)):
            assert self.json(*question, archive=copy_) == self.json(*question)
        self.check(copy_)
        # Life goes on there: the papers are known, the ids move on.
        self.vb("ingest", str(self.papers), archive=copy_)
        self.check(copy_)


# An office's own rule: what it says of revenue points is no task.
LOCAL_RULE = """
[[formula]]
id = "local.formula.diem-thu"
pattern = 'báo cáo kết quả thu ngân sách của điểm thu'
examples = [
  "Giao UBND huyện chủ trì báo cáo kết quả thu ngân sách của điểm thu 12.",
  "Công an huyện báo cáo kết quả thu ngân sách của điểm thu 7.",
]
rejects = ["Giao UBND huyện báo cáo kết quả thu ngân sách."]
"""
NO_TASK = "báo cáo kết quả thu ngân sách của điểm thu"


def _rows(counts: dict) -> dict[str, int]:
    """Return the rows of the official statistic; without a fixed deadline is one of them."""
    names = ("done_in_time", "done_late", "open_in_time", "open_late", "paused")
    return {**{name: counts[name] for name in names}, "no_due": counts["no_due_done"] + counts["no_due_open"]}


def _done(day: date, unit: str | None = None) -> Callable[[Task], None]:
    def change(task: Task) -> None:
        for u in [unit] if unit else task.leads:
            if task.progress[u] in {"todo", "doing", "paused"}:
                task.progress[u], task.done_on[u] = "done", day

    return change


def _moved(progress: str, before: dict[int, dict[str, str]] | None = None) -> Callable[[Task], None]:
    def change(task: Task) -> None:
        for unit in task.leads:
            if before is not None:
                task.progress[unit] = before[task.id][unit]
            elif task.progress[unit] not in CLOSED:
                task.progress[unit] = progress

    return change


def _todo_before(letters_before: list[list[Task]], tasks: list[Task]) -> dict[int, dict[str, str]]:
    """Return how the tasks stood before they were cancelled."""
    ids = {t.id for t in tasks}
    return {t.id: dict(t.progress) for own in letters_before for t in own if t.id in ids}


def _extended(to: date) -> Callable[[Task], None]:
    def change(task: Task) -> None:
        task.current = to

    return change


def _dismissed(task: Task) -> None:
    task.dismissed = True


def _redated(day: date) -> Callable[[Task], None]:
    def change(task: Task) -> None:
        task.due = task.current = day
        task.entered_due = True

    return change


def _assigned(unit: str) -> Callable[[Task], None]:
    def change(task: Task) -> None:
        task.leads = [unit]
        task.progress = {unit: task.state}

    return change


def test_a_year(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("VB_BY", "Lan")
    office = Office(tmp_path, capsys)
    office.file_the_letters()
    office.check()
    office.follow_up()
    office.check()
    office.replace_files()
    office.check()
    office.crash_while_entering()
    office.check()
    office.change_the_rules()
    office.check()
    office.merge_units()
    office.check()
    office.restore()
