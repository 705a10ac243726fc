"""Spreadsheets: a frozen, filtered head, dates as dates, widths that read well. Text from documents is never a formula."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from vbcli.errors import StoreError
from vbcli.render.inert import inert

Value = str | int | float | date | None

_NARROW, _BROAD = 8, 60
"""Characters of the narrowest and the broadest column."""


def write_sheet(path: Path, title: str, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Write one sheet; the file is there whole or as it was before. A `StoreError` where it cannot be written."""
    import xlsxwriter

    draft = path.with_name(f".{path.name}.tmp")
    try:
        # No value is taken for a formula, a link or a number: what stands in a document is words.
        book = xlsxwriter.Workbook(
            draft,
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True},
        )
        sheet = book.add_worksheet(title[:31])
        head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E7E6E6"}
        )
        words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        days = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "center", "border": 1})
        for column, name in enumerate(columns):
            sheet.write_string(0, column, name, head)
            sheet.set_column(column, column, _width(name, [row[column] for row in rows]))
        for n, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(n, column, value, days)
                elif isinstance(value, int | float):
                    sheet.write_number(n, column, value, words)
                else:
                    sheet.write_string(n, column, inert(value or ""), words)
        sheet.freeze_panes(1, 0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        book.close()
        os.replace(draft, path)  # noqa: PTH105  (atomic, and says so)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        draft.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"không ghi được {path}: {reason}", "đóng tệp nếu đang mở, hoặc chỉ chỗ khác") from error


def _width(name: str, values: Sequence[Value]) -> float:
    longest = max((10 if isinstance(v, date) else len(str(v or "")) for v in values), default=0)
    return min(max(len(name) + 2, longest + 2, _NARROW), _BROAD)
