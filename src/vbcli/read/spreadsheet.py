"""Spreadsheets that people keep: cells as values, merged ones repeated, nothing understood yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from vbcli.errors import InputError
from vbcli.language import _

Value = str | int | float | date | None

_MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells, all of one length."""

    name: str
    rows: tuple[tuple[Value, ...], ...]


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of an .xlsx; an `InputError` where it is none. Formulas give the value last computed."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, data_only=True)
    except FileNotFoundError as error:
        raise InputError(_("không có tệp {path}").format(path=path), _("kiểm tra lại đường dẫn")) from error
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
        raise InputError(
            _("{path} không phải bảng tính .xlsx đọc được").format(path=path), _("mở bằng Excel, ghi lại dạng .xlsx")
        ) from error
    return tuple(Sheet(sheet.title, _rows(sheet)) for sheet in book.worksheets if sheet.sheet_state == "visible")


def _rows(sheet: Any) -> tuple[tuple[Value, ...], ...]:
    # Asked for more rows than there are, openpyxl makes them.
    last = min(sheet.max_row, _MOST_ROWS)
    grid = [[_value(cell) for cell in row] for row in sheet.iter_rows(max_row=last, values_only=True)]
    for area in sheet.merged_cells.ranges:
        if area.min_row > last:
            continue
        first = grid[area.min_row - 1][area.min_col - 1]
        for row in grid[area.min_row - 1 : area.max_row]:
            row[area.min_col - 1 : area.max_col] = [first] * (min(area.max_col, len(row)) - area.min_col + 1)
    while grid and not any(value is not None for value in grid[-1]):
        grid.pop()
    return tuple(map(tuple, grid))


def _value(value: object) -> Value:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, str | int | float | date):
        text = value.strip() if isinstance(value, str) else value
        return None if text == "" else text
    return str(value)


def by_heading(sheet: Sheet, headings: Sequence[str]) -> list[dict[str, Value]]:
    """Return the rows below the row that bears all the headings, by heading; an `InputError` where no row does."""
    for n, row in enumerate(sheet.rows):
        places = {
            str(value).strip().casefold(): at for at, value in reversed(list(enumerate(row))) if value is not None
        }
        if all(name.casefold() in places for name in headings):
            wanted = {name: places[name.casefold()] for name in headings}
            rows = [{name: values[at] for name, at in wanted.items()} for values in sheet.rows[n + 1 :]]
            return [values for values in rows if any(value is not None for value in values.values())]
    raise InputError(
        _("không thấy hàng tiêu đề {headings} trong bảng “{name}”").format(
            headings=", ".join(headings), name=sheet.name
        ),
        _("ghi tiêu đề như bản xuất"),
    )
