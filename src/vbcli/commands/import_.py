"""`vb import`: an office's tracking spreadsheet into the register, or an export into an empty archive."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from vbcli import __version__
from vbcli.commands.entering import By, Note, entry_of
from vbcli.commands.options import AsJson, Db, Today, archive_of, now_of, today_of
from vbcli.commands.output import note as remark
from vbcli.commands.output import put, put_json
from vbcli.errors import ExitCode, InputError
from vbcli.language import _

HELP = """Nạp sổ theo dõi có sẵn (.xlsx), hoặc bản vb export vào kho trống

Ví dụ: vb import so-theo-doi.xlsx
Ví dụ: vb import kho.jsonl --db kho-moi.sqlite"""


def import_(
    path: Annotated[Path, typer.Argument(metavar="TỆP", help="sổ theo dõi .xlsx, hoặc bản xuất .jsonl của vb")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="chỉ nói sẽ làm gì, không ghi")] = False,
    by: By = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Take in a spreadsheet or restore an export."""
    day = today_of(today)
    if path.suffix.lower() in {".jsonl", ".json"}:
        return _restore(path, db)
    if path.suffix.lower() not in {".xlsx", ".xlsm"}:
        raise InputError(
            _("chưa nạp được {name}").format(name=path.name), _("dùng sổ theo dõi .xlsx hoặc bản vb export .jsonl")
        )
    from vbcli.read.spreadsheet import read_sheets
    from vbcli.render.as_json import document_of
    from vbcli.store.database import open_archive, trial_copy
    from vbcli.store.filing import Stamp
    from vbcli.tracking import rows_of, take_in

    rows = rows_of((sheet.rows for sheet in read_sheets(path)), day)
    archive = archive_of(db)
    with trial_copy(archive) if dry_run else closing(open_archive(archive, create=True)) as conn:
        taken = take_in(conn, rows, entry_of("import", by, note or path.name, None), Stamp(__version__, now_of()), day)
    if as_json:
        body = {
            "entry": None if dry_run else taken.entry,
            "added": taken.added,
            "found": taken.found,
            "passed": taken.passed,
            "doubts": [{"line": line, "message": words} for line, words in taken.doubts],
        }
        put_json(document_of("imported", body, day))
        return ExitCode.DONE
    if dry_run:
        words = _("Sẽ thêm {added} nhiệm vụ, ghi tiến độ cho {found} nhiệm vụ có sẵn; {passed} dòng đã nạp từ trước.")
    else:
        words = _("Đã thêm {added} nhiệm vụ, ghi tiến độ cho {found} nhiệm vụ có sẵn; {passed} dòng đã nạp từ trước.")
    put(f"{words.format(added=len(taken.added), found=len(taken.found), passed=taken.passed)}\n")
    for line, doubt in taken.doubts:
        put(f"{_('dòng {line}: {doubt}').format(line=line, doubt=doubt)}\n")
    if taken.entry and not dry_run:
        remark(_("đã ghi thao tác #{entry}; hủy bằng vb undo").format(entry=taken.entry))
    return ExitCode.DONE


def _restore(path: Path, db: str | None) -> int:
    from vbcli.store.portable import restore

    counts = restore(path, archive_of(db))
    words = _("Đã khôi phục {documents} văn bản, {tasks} nhiệm vụ, {entries} thao tác vào {archive}.").format(
        documents=counts.documents, tasks=counts.tasks, entries=counts.entries, archive=archive_of(db)
    )
    put(f"{words}\n")
    return ExitCode.DONE
