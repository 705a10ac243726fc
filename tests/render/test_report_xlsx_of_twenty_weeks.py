"""The workbooks of some of the twenty weeks: each figure is that of the JSON that the same summary gave."""

import io
from collections import Counter

import openpyxl
import pytest
from made_report import STATE
from test_report_xlsx import HEAD, table

from report_archive import WEEKS
from vbcli.model.report import STATES as NAMES
from vbcli.render.papers.report_html import report_html
from vbcli.render.papers.report_xlsx import BY_UNIT, COLUMNS, REGISTER, STATES, TOTALS, report_xlsx
from vbcli.render.papers.unit_table import HEADS


@pytest.fixture(scope="module", params=(0, WEEKS // 2, WEEKS - 1))
def week(request, office):
    """Return the JSON of a week, its report, and the workbook."""
    friday = office.fridays[request.param]
    report = office.report(friday)
    return office.said[friday], report, openpyxl.load_workbook(io.BytesIO(report_xlsx(report, STATE)), data_only=True)


def test_the_register_has_each_task_once_in_its_state(week):
    said, _report, book = week
    heads = [cell.value for cell in book[REGISTER][HEAD]]
    rows = [dict(zip(heads, row, strict=True)) for row in table(book[REGISTER], len(COLUMNS))]
    shown = {(row["Mã"], row["Xếp loại"]) for row in rows}
    assert shown == {(id_, STATES[name]) for name in NAMES for id_ in said["ids"][name]}
    assert Counter(row["Xếp loại"] for row in rows) == Counter({STATES[n]: said[n] for n in NAMES if said[n]})


def test_totals_and_ages(week):
    said, _report, book = week
    rows = [row for row in book[TOTALS].iter_rows(min_row=HEAD + 1, max_col=2, values_only=True) if row[0]]
    shown = dict(rows)
    assert {name: shown[STATES[name]] for name in NAMES} == {name: said[name] for name in NAMES}
    assert shown["Tổng số nhiệm vụ"] == said["tasks"]
    assert [count for name, count in rows if name.startswith("Quá hạn ")] == [
        age["overdue"] for age in said["overdue_by_age"]
    ]


def test_each_unit(week):
    said, _report, book = week
    *rows, total = table(book[BY_UNIT], len(HEADS))
    assert [row[1] for row in rows] == [unit["unit"] for unit in said["statistic"]["by_unit"]]
    for row, unit in zip(
        [*rows, total], [*said["statistic"]["by_unit"], said["statistic"]["assignments"]], strict=True
    ):
        cells = [unit[name] for name in ("assigned", "done_in_time", "done_late", "open_in_time", "open_late")]
        assert list(row[2:8]) == [*cells, unit["no_due_done"] + unit["no_due_open"]]
        part, whole = unit["in_time"]["fell_due"]["part"], unit["in_time"]["fell_due"]["whole"]
        rates = [value / whole for value in (part, unit["done_late"], unit["open_late"])] if whole else ["–"] * 3
        assert list(row[8:11]) == (pytest.approx(rates) if whole else rates)


def test_the_figures_of_the_page(week):
    said, report, _book = week
    text = report_html(report, STATE).decode()
    for name in ("tasks", *NAMES):
        assert f'<li id="{name}"' in text
        shown = text.partition(f'<li id="{name}"')[2].partition("<b>")[2].partition("</b>")[0]
        assert int(shown.replace(".", "")) == said[name]
