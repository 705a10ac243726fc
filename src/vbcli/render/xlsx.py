"""Spreadsheets: a frozen, filtered head, dates as dates, widths that read well. Text from documents is never a formula."""

import io
from collections.abc import Sequence
from datetime import date

from vbcli.render.inert import inert
from vbcli.render.listing import Field, Listing, Value

_NARROW, _BROAD = 8, 60
"""Characters of the narrowest and the broadest column."""
_LINE, _TALLEST = 15, 409
"""Points of one line and of the tallest row that Excel takes."""
_LONGEST = 32_767
"""Characters that a cell can hold."""


def workbook_of(listing: Listing) -> bytes:
    """Return the list as one sheet."""
    import xlsxwriter

    buffer = io.BytesIO()
    # No value is taken for a formula, a link or a number: what stands in a document is words.
    book = xlsxwriter.Workbook(
        buffer, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    )
    sheet = book.add_worksheet(_sheet_name(listing.title))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#E7E6E6"})
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    numbers = book.add_format({"valign": "top", "border": 1})
    days = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "center", "border": 1})
    widths = [_width(field, [row[n] for row in listing.rows]) for n, field in enumerate(listing.fields)]
    for column, field in enumerate(listing.fields):
        sheet.write_string(0, column, field.heading, head)
        sheet.set_column(column, column, widths[column])
    # Programs differ in whether they give wrapped text its room, so the room is reckoned here.
    sheet.set_row(0, height_of([field.heading for field in listing.fields], [width - 3 for width in widths]))
    for n, row in enumerate(listing.rows, 1):
        sheet.set_row(n, height_of(row, widths))
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(n, column, value, days)
            elif isinstance(value, int | float):
                sheet.write_number(n, column, value, numbers)
            elif value is None:
                sheet.write_blank(n, column, None, words)
            else:
                sheet.write_string(n, column, inert(value)[:_LONGEST], words)
    sheet.freeze_panes(1, 0)
    if listing.rows and listing.fields:
        sheet.autofilter(0, 0, len(listing.rows), len(listing.fields) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()


def _sheet_name(title: str) -> str:
    """Return a name that Excel takes: at most 31 letters, none of the forbidden ones."""
    return title.translate(dict.fromkeys(map(ord, "[]:*?/\\"), " "))[:31].strip("' ") or "vb"


def _width(field: Field, values: Sequence[Value]) -> int:
    """Return the characters of a column: what its values need, as far as its share allows; its heading may wrap."""
    longest = max((10 if isinstance(v, date) else len(str(v or "")) for v in values), default=0)
    # The button of the filter covers two letters.
    word = max(map(len, field.heading.split()), default=0) + 3
    return min(max(word, min(longest + 2, 14 + 10 * field.share), _NARROW), _BROAD)


def height_of(values: Sequence[Value], widths: Sequence[int]) -> int:
    """Return the points that the tallest cell of a row needs."""
    import textwrap

    # Letters of Vietnamese are a little broader than the digits by which a width is measured.
    lines = (
        len(textwrap.wrap(v, max(int(w * 0.9), 1))) for v, w in zip(values, widths, strict=True) if isinstance(v, str)
    )
    return min(_LINE * max(lines, default=1) or _LINE, _TALLEST)
