"""CSV that opens right in Excel: UTF-8 with its mark, days as ISO dates, no cell that a spreadsheet would run."""

import csv
import io
from datetime import date

from vbcli.render.inert import inert
from vbcli.render.listing import Listing, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(listing: Listing) -> bytes:
    """Return the list as CSV, its headings first."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(field.heading for field in listing.fields)
    writer.writerows(map(_cell, row) for row in listing.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return value
    words = inert(value)
    # OWASP's advice on CSV injection: an apostrophe makes a spreadsheet take the cell for words.
    return f"'{words}" if words.startswith(_FORMULA) else words
