"""How a list leaves the program: on the screen, into a pipe, or into a file, in the format that was asked for."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vbcli.commands.output import note, put, put_bytes, put_long, screen
from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.render.as_json import Json, dumps
from vbcli.render.console import Screen, draw
from vbcli.render.formats import DRAWINGS, SUFFIXES, Format, written
from vbcli.render.listing import Listing
from vbcli.render.page import Page
from vbcli.whole_file import write_whole

FormatChoice = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="table|json|csv|xlsx|md|html|ics",
        help="dạng in ra; mặc định theo đuôi của tệp -o, không có -o thì table",
    ),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="TỆP", help="ghi vào tệp này thay cho màn hình")]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns", metavar="CỘT,…", help="chỉ những cột này, theo thứ tự nêu; nêu sai thì được nhắc tên cột"
    ),
]


@dataclass(frozen=True, slots=True)
class Answer:
    """One list in all its shapes, each made only when it is asked for."""

    page: Callable[[int | None], Page]
    """For a screen of this width; None for a pipe."""
    json: Callable[[], Json]
    listing: Callable[[], Listing]
    dot: Callable[[], str] | None = None
    """The drawing, of what `outlet` was told to be drawn."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where a list goes and in which format."""

    format: Format
    path: Path | None = None
    columns: tuple[str, ...] = ()


def outlet(
    format_: Format | None,
    output: Path | None,
    *,
    as_json: bool = False,
    columns: str | None = None,
    drawn: bool = False,
) -> Outlet:
    """Return where a list is to go, before anything is looked up; a `UsageError` where the flags contradict.

    `drawn`: the answer is a drawing too, which the name of a file may ask for.
    """
    if as_json and format_ not in {None, Format.JSON}:
        raise UsageError(_("--json và --format {name} trái nhau").format(name=format_), _("bỏ một trong hai"))
    suffixes = {**SUFFIXES, **DRAWINGS} if drawn else SUFFIXES
    by_name = suffixes.get(output.suffix.lower()) if output else None
    if output and not by_name and not (as_json or format_):
        raise UsageError(
            _("không đoán được dạng của tệp {path}").format(path=output),
            _("thêm --format, hoặc đặt tên tệp có đuôi {suffixes}").format(suffixes=" ".join(suffixes)),
        )
    chosen = Format.JSON if as_json else format_ or by_name or Format.TABLE
    if chosen is Format.XLSX and output is None and sys.stdout.isatty():
        raise UsageError(_("bảng tính không in ra màn hình được"), "-o so-theo-doi.xlsx")
    if chosen is Format.DOT and not drawn:
        raise UsageError(_("danh sách này không vẽ thành hình được"), "vb refs 733-TB/TU --format dot")
    names = tuple(name.strip() for name in (columns or "").split(",") if name.strip())
    return Outlet(chosen, output, names)


def put_answer(answer: Answer, to: Outlet, today: date) -> None:
    """Print or write a list."""
    data = _bytes_of(answer, to, today)
    if to.path:
        write_whole(to.path, data)
        note(_("đã ghi {path}").format(path=to.path))
    elif to.format is Format.TABLE:
        # Drawn for the screen, and longer than it perhaps.
        put_long(_page(answer, to.columns, screen().width))
    elif to.format is Format.XLSX:
        put_bytes(data)
    else:
        put(data.decode())


def _bytes_of(answer: Answer, to: Outlet, today: date) -> bytes:
    if to.format is Format.JSON:
        return f"{dumps(answer.json(), indent=2)}\n".encode()
    if to.format is Format.TABLE:
        return draw(_page(answer, to.columns, None), Screen()).encode() if to.path else b""
    if to.format is Format.DOT and answer.dot:
        return answer.dot().encode()
    listing = answer.listing()
    return written(listing.chosen(to.columns) if to.columns else listing, to.format, today)


def _page(answer: Answer, columns: Sequence[str], width: int | None) -> Page:
    if not columns:
        return answer.page(width)
    from vbcli.render.tables import listing_page

    return listing_page(answer.listing().chosen(columns), width)
