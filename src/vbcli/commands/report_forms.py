"""The forms of a report: what each is called, by what the name of a file tells it, and who writes it."""

import re
import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.render.as_json import document_of, dumps
from vbcli.render.console import Screen, draw

if TYPE_CHECKING:
    from vbcli.model.report import Report
    from vbcli.settings import Office


class Form(StrEnum):
    """Values of `--format`."""

    TABLE = "table"
    JSON = "json"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    EML = "eml"


SUFFIXES = {
    ".docx": Form.DOCX,
    ".xlsx": Form.XLSX,
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".md": Form.MD,
    ".json": Form.JSON,
    ".eml": Form.EML,
    ".txt": Form.TABLE,
}
BINARY = frozenset({Form.DOCX, Form.XLSX})

# Papers of the office: each in a module of its own, loaded when it is asked for.
FORMS = {Form.DOCX: "report_docx", Form.XLSX: "report_xlsx", Form.HTML: "report_html", Form.EML: "report_eml"}

Attached = tuple[tuple[str, bytes], ...]
_DATE_PART = re.compile(r"%[A-Za-z%]")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A report with what must be said of how it came about."""

    report: "Report"
    today: date
    kept: bool = False
    """It is a snapshot."""
    ids: bool = False
    """With the ids behind each figure, where a form has room for them."""


def form_of(path: Path, asked: Form | None) -> Form:
    """Return the form of a file: as asked, else as its name says; a `UsageError` where neither tells."""
    found = asked or SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise UsageError(
            _("không đoán được dạng của tệp {path}").format(path=path),
            _("thêm --format, hoặc đặt tên tệp có đuôi {suffixes}").format(suffixes=" ".join(SUFFIXES)),
        )
    return found


def dated(pattern: Path, day: date) -> Path:
    """Return the path with the parts of the date filled in: `tuan-%G-W%V.docx` is `tuan-2024-W19.docx`."""
    # One by one: other letters of the path are none of strftime's business, and some systems refuse them.
    return Path(_DATE_PART.sub(lambda part: day.strftime(part[0]), str(pattern)))


def written(shown: Reckoned, form: Form, office: "Office", attached: Attached = ()) -> bytes:
    """Return the report in a form."""
    if form is Form.JSON:
        from vbcli.render.report_json import report_json

        body = report_json(shown.report, kept=shown.kept)
        return f"{dumps(document_of('summary', body, shown.today), indent=2)}\n".encode()
    if form in {Form.TABLE, Form.MD}:
        from vbcli.render.summary import Manner, summary_page

        page = summary_page(shown.report, Manner(ids=shown.ids, kept=shown.kept))
        if form is Form.TABLE:
            return draw(page, Screen()).encode()
        from vbcli.render.report_markdown import markdown_page

        return markdown_page(page).encode()
    name = FORMS[form]
    write: Any = getattr(import_module(f"vbcli.render.papers.{name}"), name)
    data: bytes = write(shown.report, office, attached) if form is Form.EML else write(shown.report, office)
    return data


def check_stdout(form: Form) -> None:
    """Refuse to pour a file onto a screen."""
    if form in BINARY and sys.stdout.isatty():
        raise UsageError(_("dạng {form} không in ra màn hình được").format(form=form), f"-o bao-cao.{form}")
