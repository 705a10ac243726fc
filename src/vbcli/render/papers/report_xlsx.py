"""The report as a workbook: the register (Sổ theo dõi), the totals counted from it, and the Phụ lục by unit.

Sums and rates are formulas, so that whoever opens the file can follow each figure to its rows; the values that they give
stand in the cells as well, for readers that do not reckon.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from vbcli.model.followup import Progress
from vbcli.model.report import BANDS, Band, Duty, Report
from vbcli.model.statistic import Share
from vbcli.render.inert import inert
from vbcli.render.papers.duty_words import source_words
from vbcli.render.papers.unit_table import HEADS, NOTES, UnitRow, total_row, unit_rows
from vbcli.render.papers.words import days_of, long_day, period_name
from vbcli.render.xlsx import height_of
from vbcli.settings import Office
from vbcli.text.fold import fold

REGISTER, TOTALS, BY_UNIT = "Sổ theo dõi", "Tổng hợp", "Phụ lục"

STATES = {
    "overdue": "Quá hạn",
    "soon": "Sắp đến hạn",
    "on_time": "Trong hạn",
    "planned": "Theo kỳ kế hoạch",
    "no_due": "Không hạn",
    "paused": "Tạm dừng",
    "done": "Hoàn thành",
}
_PROGRESS = {
    Progress.TODO: "Chưa thực hiện",
    Progress.DOING: "Đang thực hiện",
    Progress.DONE: "Hoàn thành",
    Progress.PAUSED: "Tạm dừng",
}
_BANDS = {
    Band.WEEK: "từ 1 đến 7 ngày",
    Band.MONTH: "từ 8 đến 30 ngày",
    Band.SEASON: "từ 31 đến 120 ngày",
    Band.LONGER: "trên 120 ngày",
}
# (head, width in characters). `vb import` knows these heads: a filled-in register can be read back.
COLUMNS = (
    ("Mã", 7),
    ("Nội dung nhiệm vụ", 60),
    ("Cơ quan chủ trì", 26),
    ("Chuyên viên theo dõi", 18),
    ("Đơn vị thực hiện", 26),
    ("Văn bản cấp trên giao", 30),
    ("Văn bản chỉ đạo", 30),
    ("Văn bản sản phẩm đầu ra", 20),
    ("Hạn xử lý", 12),
    ("Tóm tắt kết quả", 30),
    ("Ghi chú", 20),
    ("Lãnh đạo chỉ đạo", 18),
    ("Sản phẩm", 20),
    ("Hạn ban đầu", 12),
    ("Ngày hoàn thành", 12),
    ("Tình trạng", 16),
    ("Xếp loại", 16),
    ("Số ngày quá hạn", 10),
)
_HEAD_ROW = 3
"""Counted from 0: title, period and a blank line stand above."""
_STATE, _LATE = 16, 17
"""Columns of Xếp loại and Số ngày quá hạn."""
_LONGEST = 32_000
_LINE = 16
"""Points of a line of 12-point letters."""
_A3, _A4 = 8, 9
"""As spreadsheets number sizes of paper."""


def report_xlsx(report: Report, office: Office) -> bytes:
    """Return the workbook."""
    import xlsxwriter

    buffer = io.BytesIO()
    # No value is taken for a formula, a link or a number: what stands in a document is words.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, options)
    # The clock stays out: the same report gives the same file.
    on = report.as_of
    book.set_properties(
        {
            "title": f"Sổ theo dõi nhiệm vụ, {period_name(report.period)}",
            "author": inert(office.name),
            "created": datetime(on.year, on.month, on.day),  # noqa: DTZ001  (a day, as spreadsheets keep it)
        }
    )
    styles = _Styles(book)
    rows = list(_rows(report))
    _totals(book.add_worksheet(TOTALS), report, styles, rows)
    _register(book.add_worksheet(REGISTER), report, office, styles, rows)
    _by_unit(book.add_worksheet(BY_UNIT), report, styles)
    book.close()
    return buffer.getvalue()


class _Styles:
    """The formats of the workbook."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
        boxed = {**plain, "border": 1, "text_wrap": True}
        head = {**boxed, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7E6E6"}
        self.title = book.add_format({**plain, "bold": True, "font_size": 14})
        self.about = book.add_format({**plain, "italic": True})
        self.note = book.add_format({**plain, "italic": True, "text_wrap": True})
        self.head = book.add_format(head)
        self.words = book.add_format(boxed)
        self.day = book.add_format({**boxed, "num_format": "dd/mm/yyyy", "align": "center"})
        self.number = book.add_format({**boxed, "num_format": "#,##0", "align": "center"})
        self.rate = book.add_format({**boxed, "num_format": "0.0%", "align": "right"})
        self.strong = book.add_format({**boxed, "bold": True})
        self.sum = book.add_format({**boxed, "bold": True, "num_format": "#,##0", "align": "right"})
        self.sum_rate = book.add_format({**boxed, "bold": True, "num_format": "0.0%", "align": "right"})


def _rows(report: Report) -> Iterable[tuple[str, Duty]]:
    """Yield (state, task): the overdue ones first, the latest first, then the others by date."""
    found = [(state, report.duties[id_]) for state in STATES for id_ in report.figures.get(state, ())]
    order = {state: n for n, state in enumerate(STATES)}
    return sorted(found, key=lambda one: (order[one[0]], -one[1].days_late, one[1].due or date.max, one[1].id))


def _register(sheet: Any, report: Report, office: Office, styles: _Styles, rows: Sequence[tuple[str, Duty]]) -> None:
    _title(sheet, "SỔ THEO DÕI NHIỆM VỤ", report, styles)
    for column, (head, width) in enumerate(COLUMNS):
        sheet.write_string(_HEAD_ROW, column, head, styles.head)
        sheet.set_column(column, column, width)
    sheet.set_row(_HEAD_ROW, 2 * _LINE)
    own = fold(office.name)
    for n, (state, duty) in enumerate(rows, _HEAD_ROW + 1):
        cells = _cells(duty, state, own, office.officer)
        sheet.set_row(n, height_of(cells, [width for _head, width in COLUMNS]))
        for column, value in enumerate(cells):
            _write(sheet, n, column, value, styles)
    last = _HEAD_ROW + max(len(rows), 1)
    sheet.autofilter(_HEAD_ROW, 0, last, len(COLUMNS) - 1)
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    _on_paper(sheet, paper=_A3)


def _cells(duty: Duty, state: str, own: str, officer: str) -> tuple[str | int | date | None, ...]:
    # What the office itself ordered is its own directive; all else was given to it.
    is_own = bool(own) and fold(duty.issuer or "") == own
    source = source_words(duty)
    return (
        duty.id,
        duty.text,
        "; ".join(duty.leads),
        duty.officer or officer or None,
        "; ".join(duty.supports),
        None if is_own else source,
        source if is_own else None,
        None,
        duty.due or duty.due_words,
        duty.result,
        None,
        duty.leader,
        duty.product,
        duty.due_original,
        duty.done_on,
        _PROGRESS.get(Progress(duty.progress), ""),
        STATES[state],
        duty.days_late or None,
    )


def _totals(sheet: Any, report: Report, styles: _Styles, rows: Sequence[tuple[str, Duty]]) -> None:
    """Write the totals, each counted from the rows of the register."""
    _title(sheet, "TỔNG HỢP", report, styles)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 14)
    for column, head in enumerate(("Chỉ tiêu", "Số nhiệm vụ")):
        sheet.write_string(_HEAD_ROW, column, head, styles.head)
    first, last = _HEAD_ROW + 2, _HEAD_ROW + 1 + max(len(rows), 1)
    states, late = (f"'{REGISTER}'!${_letter(c)}${first}:${_letter(c)}${last}" for c in (_STATE, _LATE))
    row = _HEAD_ROW
    for name, words in STATES.items():
        row += 1
        sheet.write_string(row, 0, words, styles.words)
        count = len(report.figures.get(name, ()))
        sheet.write_formula(row, 1, f"=COUNTIF({states},A{row + 1})", styles.number, count)
    row += 1
    sheet.write_string(row, 0, "Tổng số nhiệm vụ", styles.strong)
    sheet.write_formula(row, 1, f"=SUM(B{_HEAD_ROW + 2}:B{row})", styles.sum, len(rows))
    row += 1
    for band, (least, most) in BANDS.items():
        row += 1
        sheet.write_string(row, 0, f"Quá hạn {_BANDS[band]}", styles.words)
        upper = f',{late},"<={most}"' if most else ""
        formula = f'=COUNTIFS({states},"{STATES["overdue"]}",{late},">={least}"{upper})'
        sheet.write_formula(row, 1, formula, styles.number, len(report.bands.get(band, ())))
    _on_paper(sheet, landscape=False)


def _by_unit(sheet: Any, report: Report, styles: _Styles) -> None:
    """Write a row per unit; total and rates are reckoned in the sheet."""
    _title(sheet, "PHỤ LỤC: KẾT QUẢ THỰC HIỆN NHIỆM VỤ CỦA CÁC ĐƠN VỊ", report, styles)
    widths = (6, _UNIT_WIDTH, *(10,) * 6, *(12,) * 3, 26)
    for column, (head, width) in enumerate(zip(HEADS, widths, strict=True)):
        sheet.write_string(_HEAD_ROW, column, head, styles.head)
        sheet.set_column(column, column, width)
    # What the rates are parts of stands in a column of its own, so that they can be reckoned.
    sheet.write_string(_HEAD_ROW, _FELL_DUE, "Đã đến hạn", styles.head)
    sheet.write_string(_HEAD_ROW, _FELL_DUE + 1, "HT trong hạn, đã đến hạn", styles.head)
    sheet.set_column(_FELL_DUE, _FELL_DUE + 1, 12)
    sheet.set_row(_HEAD_ROW, 3 * _LINE)
    units = unit_rows(report.statistic)
    for n, unit in enumerate(units, 1):
        _unit(sheet, _HEAD_ROW + n, str(n), unit, styles)
    total = total_row(report.statistic)
    row = _HEAD_ROW + len(units) + 1
    _unit(sheet, row, "", total, styles, sums=(_HEAD_ROW + 2, row) if units else None)
    for n, words in enumerate(NOTES):
        sheet.merge_range(row + 2 + n, 0, row + 2 + n, _FELL_DUE + 1, words, styles.note)
        sheet.set_row(row + 2 + n, 34)
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    _on_paper(sheet)


_FELL_DUE = len(HEADS)
_UNIT_WIDTH = 40


def _unit(
    sheet: Any, row: int, position: str, unit: UnitRow, styles: _Styles, *, sums: tuple[int, int] | None = None
) -> None:
    """Write one row of the Phụ lục; `sums`: the first and last row that it adds up, as spreadsheets count."""
    last = not position
    words, numbers, rates = (
        (styles.strong, styles.sum, styles.sum_rate) if last else (styles.words, styles.number, styles.rate)
    )
    line = row + 1
    sheet.set_row(row, height_of((unit.unit,), (_UNIT_WIDTH,)))
    sheet.write_string(row, 0, position, words)
    sheet.write_string(row, 1, inert(unit.unit), words)
    sheet.write_formula(row, 2, f"=SUM(D{line}:H{line})", numbers, unit.total)
    past = unit.in_time_rate.part
    counts = {**dict(enumerate(unit.counts[1:], 3)), _FELL_DUE + 1: past}
    for column, count in counts.items():
        if sums:
            letter = _letter(column)
            sheet.write_formula(row, column, f"=SUM({letter}{sums[0]}:{letter}{sums[1]})", numbers, count)
        else:
            sheet.write_number(row, column, count, numbers)
    due, in_time = _letter(_FELL_DUE), _letter(_FELL_DUE + 1)
    sheet.write_formula(row, _FELL_DUE, f"={in_time}{line}+E{line}+G{line}", numbers, unit.in_time_rate.whole)
    for column, part, rate in zip((8, 9, 10), (in_time, "E", "G"), unit.rates, strict=True):
        formula = f'=IF({due}{line}=0,"–",{part}{line}/{due}{line})'
        sheet.write_formula(row, column, formula, rates, _value(rate))
    sheet.write_string(row, 11, f"Tạm dừng: {unit.paused}" if unit.paused else "", words)


def _value(rate: Share) -> float | str:
    return rate.part / rate.whole if rate.whole else "–"


def _title(sheet: Any, title: str, report: Report, styles: _Styles) -> None:
    sheet.write_string(0, 0, title, styles.title)
    unit = f"; đơn vị: {report.unit}" if report.unit else ""
    days = days_of(report.period)
    about = f"{period_name(report.period).capitalize()} ({days}), tính đến {long_day(report.as_of)}{inert(unit)}"
    sheet.write_string(1, 0, about, styles.about)


def _write(sheet: Any, row: int, column: int, value: str | int | date | None, styles: _Styles) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, styles.day)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, styles.number)
    elif value:
        sheet.write_string(row, column, inert(value)[:_LONGEST], styles.words)
    else:
        sheet.write_blank(row, column, None, styles.words)


def _on_paper(sheet: Any, *, paper: int = _A4, landscape: bool = True) -> None:
    """Let the sheet print as broad as the page, its head on each."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_footer("&C&P/&N")


def _letter(column: int) -> str:
    return chr(ord("A") + column)
