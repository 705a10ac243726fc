"""The workbook of a report: every cell against the report, and what its formulas give when a spreadsheet reckons them."""

import io
import shutil
import subprocess

import openpyxl
import pytest
from made_report import AS_OF, STATE, blank, duty, large

from vbcli.model.report import STATES
from vbcli.render.papers.report_xlsx import BY_UNIT, COLUMNS, REGISTER, TOTALS, report_xlsx
from vbcli.render.papers.report_xlsx import STATES as WORDS
from vbcli.render.papers.unit_table import HEADS, total_row, unit_rows

HEAD = 4
"""Row of the heads, as spreadsheets count."""


def opened(data, *, values=True):
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def table(sheet, columns):
    """Return the rows under the head, up to the first that is blank."""
    rows = []
    for row in sheet.iter_rows(min_row=HEAD + 1, max_col=columns, values_only=True):
        if all(value is None for value in row):
            break
        rows.append(row)
    return rows


@pytest.fixture(scope="module")
def report():
    return large()


@pytest.fixture(scope="module")
def data(report):
    return report_xlsx(report, STATE)


def test_each_task_is_one_row_of_the_register(report, data):
    sheet = opened(data)[REGISTER]
    heads = [cell.value for cell in sheet[HEAD]]
    assert heads == [head for head, _width in COLUMNS]
    rows = {row[0]: dict(zip(heads, row, strict=True)) for row in table(sheet, len(COLUMNS))}
    listed = [id_ for state in STATES for id_ in report.figures.get(state, ())]
    assert sorted(rows) == sorted(listed)
    for state in STATES:
        for id_ in report.figures[state]:
            row, task = rows[id_], report.duties[id_]
            due = row["Hạn xử lý"].date() if task.due else row["Hạn xử lý"]
            original = row["Hạn ban đầu"].date() if task.due_original else row["Hạn ban đầu"]
            assert (row["Xếp loại"], due, original) == (WORDS[state], task.due, task.due_original)
            assert (row["Số ngày quá hạn"] or 0, row["Cơ quan chủ trì"] or "") == (
                task.days_late,
                "; ".join(task.leads),
            )
            assert row["Nội dung nhiệm vụ"].strip() == task.text.strip()
            assert task.document in row["Văn bản cấp trên giao"]


def test_totals_are_counted_from_the_register(report, data):
    shown = {row[0]: row[1] for row in table(opened(data)[TOTALS], 2)}
    assert shown == {**{WORDS[s]: len(report.figures[s]) for s in STATES}, "Tổng số nhiệm vụ": report.tasks}
    formulas = [row[1].value for row in opened(data, values=False)[TOTALS].iter_rows(min_row=HEAD + 1) if row[1].value]
    assert [formula for formula in formulas if not str(formula).startswith("=")] == []


def test_each_row_of_the_appendix_adds_up(report, data):
    sheet = opened(data)[BY_UNIT]
    assert [cell.value for cell in sheet[HEAD]][: len(HEADS)] == list(HEADS)
    rows = table(sheet, len(HEADS))
    expected = [*unit_rows(report.statistic), total_row(report.statistic)]
    assert [row[1] for row in rows] == [unit.unit for unit in expected]
    for row, unit in zip(rows, expected, strict=True):
        assert row[2:8] == unit.counts
        assert row[2] == sum(row[3:8])
        for value, rate in zip(row[8:11], unit.rates, strict=True):
            assert value == (pytest.approx(rate.part / rate.whole) if rate.whole else "–")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_a_spreadsheet_reckons_the_same(data, tmp_path):
    """The values that we wrote beside the formulas are thrown away: LibreOffice reckons anew."""
    book = opened(data, values=False)
    book.save(tmp_path / "so.xlsx")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/hoso",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run(
        [*command, "--outdir", tmp_path / "ra", tmp_path / "so.xlsx"], check=True, capture_output=True, timeout=120
    )
    anew, ours = openpyxl.load_workbook(tmp_path / "ra" / "so.xlsx", data_only=True), opened(data)
    compared = 0
    for name in (TOTALS, BY_UNIT):
        for row in opened(data, values=False)[name].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    value = ours[name][cell.coordinate].value
                    assert anew[name][cell.coordinate].value == (
                        pytest.approx(value) if isinstance(value, float) else value
                    )
                    compared += 1
    assert compared > 300


def test_heads_are_frozen_filtered_and_repeated(data):
    book = opened(data)
    for name in (REGISTER, BY_UNIT):
        assert book[name].freeze_panes == f"C{HEAD + 1}"
        assert book[name].print_title_rows == f"${HEAD}:${HEAD}"
    assert book[REGISTER].auto_filter.ref.startswith(f"A{HEAD}:R")


def test_what_the_office_ordered_stands_in_a_column_of_its_own(report):
    own = duty(1, issuer="Uỷ ban nhân dân huyện Lâm Khê")
    other = duty(2, issuer="Tỉnh ủy")
    few = blank()
    book = opened(
        report_xlsx(type(few)(**{**_fields(few), "figures": {"soon": (1, 2)}, "duties": {1: own, 2: other}}), STATE)
    )
    rows = {row[0]: row for row in table(book[REGISTER], len(COLUMNS))}
    assert [value is not None for value in rows[1][5:7]] == [False, True]
    assert [value is not None for value in rows[2][5:7]] == [True, False]


def _fields(report):
    return {name: getattr(report, name) for name in report.__dataclass_fields__}


def test_words_of_a_document_are_no_formula():
    evil = duty(1, text='=HYPERLINK("http://x")', leads=("+1", "@SUM(A1)"), result="\x1b[31m=1+1")
    few = blank()
    data = report_xlsx(type(few)(**{**_fields(few), "figures": {"soon": (1,)}, "duties": {1: evil}}), STATE)
    sheet = opened(data, values=False)[REGISTER]
    cells = [cell for row in sheet.iter_rows(min_row=HEAD + 1) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert "\x1b" not in str([cell.value for cell in cells])


def test_a_report_of_nothing_opens():
    book = opened(report_xlsx(blank(), STATE))
    assert table(book[REGISTER], len(COLUMNS)) == []
    assert table(book[TOTALS], 2)[-1] == ("Tổng số nhiệm vụ", 0)


def test_the_same_report_gives_the_same_file(report, data):
    assert report_xlsx(report, STATE) == data
    assert f"tính đến ngày {AS_OF.day} tháng {AS_OF.month} năm {AS_OF.year}" in opened(data)[TOTALS]["A2"].value
