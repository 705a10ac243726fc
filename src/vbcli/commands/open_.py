"""`vb open`: the file that a task or a document was read from, at its page."""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from vbcli.commands.documents_as_one import one_document
from vbcli.commands.options import Db, Today, archive_of, today_of
from vbcli.commands.output import note, put
from vbcli.commands.show import task_of
from vbcli.errors import ExitCode, InputError
from vbcli.language import _
from vbcli.query.sources import SourceFile, source_of
from vbcli.store.database import open_for_reading

HELP = """Mở tệp gốc tại đúng trang, bằng chương trình của máy hoặc của VB_OPENER

Ví dụ: vb open 42"""


def open_(
    name: Annotated[str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ 42, mã văn bản V12, hoặc số, ký hiệu")],
    *,
    print_: Annotated[bool, typer.Option("--print", help="chỉ in đường dẫn và số trang")] = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Open the source of a task or a document."""
    with closing(open_for_reading(archive_of(db))) as conn:
        if name.strip().isdecimal():
            task = task_of(conn, int(name), today_of(today))
            document_id, page = task.document.id, task.read_at.page
        else:
            document_id, page = one_document(conn, name), None
        source = _source(conn, document_id)
    page = page or source.page
    path = _found(source, document_id)
    if print_:
        put(f"{path}\t{page or ''}\n")
    else:
        _open(path, page)
    return ExitCode.DONE


def _source(conn: sqlite3.Connection, document_id: int) -> SourceFile:
    source = source_of(conn, document_id)
    if source is None:
        raise InputError(
            _("văn bản V{id} không có tệp: do người dùng ghi vào").format(id=document_id), f"vb show V{document_id}"
        )
    return source


def _found(source: SourceFile, document_id: int) -> Path:
    """Return where the file lies now; what became of the one that was read is said where it is not that."""
    path = Path(source.path)
    now = _fingerprint(path)
    if now == source.sha256:
        return path
    copy = next((Path(other) for other in source.copies if _fingerprint(Path(other)) == source.sha256), None)
    if copy:
        what = _("tệp {path} đã đổi từ khi nạp") if now else _("tệp {path} không còn ở đó")
        note(what.format(path=path), _("dùng bản giống hệt: {path}").format(path=copy))
        return copy
    if now is None:
        raise InputError(
            _("tệp gốc không còn ở {path}").format(path=path),
            _("nạp lại từ chỗ mới bằng vb ingest; toàn văn vẫn còn: vb show V{id} --text").format(id=document_id),
        )
    note(_("tệp {path} đã đổi từ khi nạp, trang có thể lệch").format(path=path), f"vb ingest {path}")
    return path


def _fingerprint(path: Path) -> str | None:
    """Return the sha256 of a file, None where there is none to read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _open(path: Path, page: int | None) -> None:
    from vbcli.commands.viewers import start, viewer_for

    viewer = viewer_for(path, page, os.environ)
    start(viewer, path)
    if page and page > 1 and not viewer.turns_page:
        note(_("mở {path}; xem trang {page}").format(path=path, page=page))
    else:
        note(_("mở {path}").format(path=path))
