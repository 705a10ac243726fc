"""`vb lexicon`: is a lexicon sound, and what does it miss."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbcli.commands.help_page import VbCommand, VbGroup
from vbcli.commands.listing import Answer, Columns, FormatChoice, Output, outlet, put_answer
from vbcli.commands.options import (
    AsJson,
    Db,
    Lexicon,
    Today,
    archive_of,
    choose_lexicon,
    file_limits,
    jobs_of,
    reading_of,
    today_of,
    use_lexicon,
)
from vbcli.commands.output import complain, note, put, put_json
from vbcli.config import Ocr
from vbcli.errors import ExitCode, InputError
from vbcli.language import _, told
from vbcli.render.as_json import document_of
from vbcli.store.database import open_for_reading

if TYPE_CHECKING:
    from vbcli.lexicon.check import Fault
    from vbcli.model.record import Record
    from vbcli.model.source import Source
    from vbcli.workers import Understanding

HELP = """Kiểm tra từ điển và tìm từ còn thiếu

Ví dụ: vb lexicon check tu-dien/"""
CHECK_HELP = """Kiểm tra từ điển: mã, chữ viết, mẫu, câu mẫu, tốc độ

Ví dụ: vb lexicon check tu-dien/"""
REPORT_HELP = """Liệt kê quy tắc chưa dùng lần nào và từ đứng chỗ giao việc mà chưa biết

Ví dụ: vb lexicon report ~/van-ban-den"""

app = typer.Typer(name="lexicon", cls=VbGroup, help=HELP, rich_markup_mode=None, add_completion=False)


def check(
    folder: Annotated[
        str | None,
        typer.Argument(
            metavar="THƯ_MỤC", help="thư mục từ điển riêng; không nêu thì kiểm tra cả từ điển của chương trình"
        ),
    ] = None,
    *,
    lexicon: Lexicon = None,
    as_json: AsJson = False,
) -> int:
    """Print every fault of a lexicon."""
    own = choose_lexicon(folder or lexicon)
    faults, checked = _checked(own, shipped_too=folder is None)
    if as_json:
        rows = [{"file": f.file, "entry": f.entry or None, "message": f.message} for f in faults]
        put_json({"schema": 1, "faults": rows, "entries": checked})
    else:
        put("".join(f"{fault}\n" for fault in faults))
    if faults:
        complain(_("từ điển có {number} lỗi").format(number=len(faults)), _("sửa các chỗ trên rồi thử lại"))
        return ExitCode.LEXICON
    if not as_json:
        put(f"{_('Từ điển không có lỗi: {checked} mục.').format(checked=checked)}\n")
    return ExitCode.DONE


def _checked(own: Path | None, *, shipped_too: bool) -> tuple[list["Fault"], int]:
    """Return the faults and how many entries were looked at."""
    from vbcli.lexicon.check import entries, faults_of, layout_faults, read_folder
    from vbcli.lexicon.load import EXTENSIBLE, shipped, use
    from vbcli.paper_proof import unread
    from vbcli.proof import too_slow, unproved

    faults: list[Fault] = []
    sets: list[tuple[dict[str, dict[str, Any]], list[Fault]]] = []
    if own is not None:
        tables, broken = read_folder(own)
        sets.append((tables, broken + faults_of(tables, local=True) + layout_faults(own)))
    if shipped_too:
        tables = {name: shipped(name) for name in EXTENSIBLE}
        sets.append((tables, faults_of(tables, local=False)))
    if any(found for _, found in sets):
        # With entries that cannot be read the rest cannot be tried.
        return [fault for _, found in sets for fault in found], 0
    use(own)
    number = 0
    for tables, _faults in sets:
        slow = list(too_slow(tables))
        faults += slow or unproved(tables)
        number += sum(1 for table in tables.values() for _ in entries(table))
    if shipped_too:
        own_rules = {name: shipped(name) for name in ("rules", "relations")}
        faults += unread(own_rules)
        number += sum(1 for table in own_rules.values() for _ in entries(table))
    return faults, number


def report(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="TỆP", help="tệp hoặc thư mục; không nêu thì đọc văn bản trong kho")
    ] = None,
    *,
    lexicon: Lexicon = None,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print which rules never fired, and the words near a task cue that no rule knows."""
    from vbcli.render.listings import survey_listing
    from vbcli.render.survey import survey_json, survey_page
    from vbcli.survey import Surveyor
    from vbcli.workers import Failure

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    use_lexicon(lexicon)
    surveyor = Surveyor()
    for name, understanding in _of_files(files) if files else _of_archive(db):
        if isinstance(understanding, Failure):
            surveyor.failed += 1
            note(f"{name}: {told(understanding.message)}")
            continue
        for record in understanding:
            surveyor.take(record)
    if files and surveyor.failed and not surveyor.documents:
        raise InputError(_("không đọc được tệp nào"), _("nêu tệp văn bản hoặc thư mục khác"))
    survey = surveyor.survey()
    answer = Answer(
        page=lambda _width: survey_page(survey),
        json=lambda: document_of("survey", survey_json(survey), day),
        listing=lambda: survey_listing(survey),
    )
    put_answer(answer, to, day)
    return ExitCode.DONE


def _of_files(files: list[Path]) -> "Iterator[tuple[str, Understanding]]":
    from vbcli.pipeline import understood
    from vbcli.read.files import find_files

    found = [p for path in files for p in (find_files([path]).files if path.is_dir() else (path,))]
    for path, understanding in understood(found, len(found), jobs_of(None), reading_of(Ocr.AUTO), file_limits()):
        yield str(path), understanding


def _of_archive(db: str | None) -> "Iterator[tuple[str, Understanding]]":
    """Yield the files of the archive, understood anew with the words of today."""
    from vbcli.model.source import Source
    from vbcli.pipeline import understand
    from vbcli.query.explain import stored_files
    from vbcli.store.blocks import unpack
    from vbcli.workers import understanding_of

    with closing(open_for_reading(archive_of(db))) as conn:
        for f in stored_files(conn):
            source = Source(f.path, f.sha256, f.format, unpack(f.blocks), f.pages, f.page_width, f.ocr)
            yield f.path, understanding_of(partial(_of_source, understand, source), Path(f.path))


def _of_source(
    understand: "Callable[[Source], tuple[Record, ...]]", source: "Source", path: Path
) -> "tuple[Record, ...]":
    del path
    return understand(source)


app.command("check", cls=VbCommand, help=CHECK_HELP)(check)
app.command("report", cls=VbCommand, help=REPORT_HELP)(report)
