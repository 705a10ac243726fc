"""CONG-THUC.md: its worked example is entered by its own commands, and every figure on the page is computed anew."""

import json
import re
import shlex
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from records import STAMP, Job, Paper, filing, state
from vbcli.app import main
from vbcli.model.task import DeadlineKind
from vbcli.render.statistic import BASES
from vbcli.store.database import open_archive
from vbcli.store.write import save_file

PAGE = (Path(__file__).parents[1] / "CONG-THUC.md").read_text(encoding="utf-8")
EXAMPLE = PAGE[PAGE.index("## Ví dụ") :]
TODAY = "2024-05-07"
TABLES = [
    [[cell.strip() for cell in line.strip("|\n").split("|")] for line in block.splitlines()[2:]]
    for block in re.findall(r"(?:^\|.*\n)+", EXAMPLE, re.MULTILINE)
]
TASKS, CELLS, RATES, UNITS = TABLES


def day(words: str):
    return datetime.strptime(words, "%d/%m/%Y").date()  # noqa: DTZ007


def job(row: list[str]) -> Job:
    number, leads, due = row[:3]
    words, leads = f"Việc số {number} phải làm.", tuple(leads.split("; "))
    if "hằng tháng" in due:
        return Job(words, leads, (), None, due, DeadlineKind.RECURRING, rrule="FREQ=MONTHLY;BYMONTHDAY=25")
    return Job(words, leads) if due == "không" else Job(words, leads, (), day(due), f"trước {due}")


@pytest.fixture(scope="module")
def kho(tmp_path_factory):
    """The archive of the example, filled by the commands that the page names."""
    path = tmp_path_factory.mktemp("cong-thuc") / "vb.sqlite"
    paper = Paper(tuple(map(job, TASKS)))
    with closing(open_archive(path, create=True)) as conn:
        save_file(conn, state(paper), (filing(paper),), STAMP)
    for row in TASKS:
        if row[3]:
            assert main([*shlex.split(row[3].strip("`"))[1:], "--db", str(path), "--today", TODAY]) == 0
    return path


@pytest.fixture
def summary(kho, capsys):
    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert main(["summary", *arguments, "--db", str(kho), "--today", TODAY]) == 0
        return capsys.readouterr().out

    return run


def lines(shown: str, title: str) -> list[list[str]]:
    """Return the rows of a table of the page as a pipe gives it."""
    after = shown.split(title, 1)[1].split("\n\n", 1)[0]
    return [line.split("\t") for line in after.splitlines()[1:] if "\t" in line]


def test_the_example_is_of_the_day_that_it_names():
    assert "Tính đến ngày 07/05/2024" in EXAMPLE


def test_the_cells_of_the_example_are_those_that_the_program_counts(summary):
    assert lines(summary(), "Thống kê theo hạn ban đầu") == CELLS


def test_each_task_stands_in_the_cell_that_the_page_gives():
    named = [row[4] for row in TASKS]
    for cell, number, _ in CELLS[:6]:
        assert named.count(cell[0].lower() + cell[1:]) == int(number)


def test_the_rates_of_the_example_are_those_that_the_program_prints(summary):
    shown = summary()
    assert [row[1] for row in RATES[:4]] == list(BASES.values())
    for name, base, value in RATES:
        line = f"{base}: {value}"
        assert any(s.strip().endswith(line) for s in shown.splitlines()), (name, line)


def test_the_rows_by_unit_are_those_that_the_program_prints(summary):
    found = lines(summary(), "Thống kê theo đơn vị chủ trì (lượt giao):")[1:]
    assert found == UNITS


def test_lists_go_by_the_current_deadline(summary):
    week = json.loads(summary("--json"))["summary"]
    assert (week["overdue"], week["overdue_by_unit"][0]["longest_days_late"]) == (1, 17)
    assert "một việc quá hạn (việc 3, quá 17 ngày)" in EXAMPLE
    parts = ("overdue", "soon", "on_time", "planned", "no_due", "paused", "done")
    assert sum(week[name] for name in parts) == week["tasks"] == 9
    assert week["statistic"]["deadline_moved"] == 1


def test_each_denominator_is_explained():
    formulas = PAGE[PAGE.index("## Tỷ lệ") : PAGE.index("## Ví dụ")]
    for name in BASES.values():
        assert re.search(rf"^\| hoàn thành đúng hạn \| {name}( \(mặc định\))? \|", formulas, re.MULTILINE)
