"""The formats in which a list can be taken away, and the one place that picks the writer."""

from datetime import date
from enum import StrEnum

from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.render.listing import Listing


class Format(StrEnum):
    """Values of `--format`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    MD = "md"
    HTML = "html"
    ICS = "ics"
    DOT = "dot"
    """A drawing, of what cites what; no list has it."""


SUFFIXES = {
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".md": Format.MD,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".ics": Format.ICS,
    ".txt": Format.TABLE,
}
"""What the name of a file says, where no format is asked for."""
DRAWINGS = {".dot": Format.DOT, ".gv": Format.DOT}
"""The same, where there is something to draw."""


def written(listing: Listing, format_: Format, today: date) -> bytes:
    """Return the list in a format other than TABLE, JSON and DOT; a `UsageError` where it is no calendar."""
    if format_ is Format.CSV:
        from vbcli.render.as_csv import csv_of

        return csv_of(listing)
    if format_ is Format.XLSX:
        from vbcli.render.xlsx import workbook_of

        return workbook_of(listing)
    if format_ is Format.MD:
        from vbcli.render.as_markdown import markdown_of

        return markdown_of(listing).encode()
    if format_ is Format.HTML:
        from vbcli.render.as_html import html_of

        return html_of(listing, today).encode()
    if format_ is Format.ICS:
        from vbcli.render.as_ics import ics_of

        if listing.occasions is None:
            raise UsageError(_("danh sách này không có ngày hạn để ghi vào lịch"), "vb tasks --format ics")
        return ics_of(listing.title, listing.occasions, today)
    raise ValueError(format_)
