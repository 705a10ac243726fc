"""`vb split`: a file that was attached to the wrong document becomes one of its own."""

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli import __version__
from vbcli.commands.entering import By, Note, entry_of
from vbcli.commands.options import AsJson, Db, Today, archive_of, now_of, today_of
from vbcli.commands.output import note as remark
from vbcli.commands.output import put
from vbcli.errors import ExitCode, InputError, UsageError
from vbcli.language import _

if TYPE_CHECKING:
    from vbcli.model.changes import DocumentChange

HELP = """Tách một tệp gắn nhầm vào văn bản khác thành văn bản riêng

Ví dụ: vb split V12 van-ban-den/cv-88.pdf"""


def split(
    name: Annotated[str, typer.Argument(metavar="MÃ", help="văn bản đang giữ tệp: V12, hoặc số, ký hiệu")],
    file: Annotated[str, typer.Argument(metavar="TỆP", help="tệp cần tách, như vb show in; đủ tên tệp là được")],
    *,
    by: By = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Make a file a document of its own."""
    from vbcli.commands.documents_as_one import one_document
    from vbcli.commands.mending import show_mended
    from vbcli.reread import split_off
    from vbcli.store.database import open_archive
    from vbcli.store.filing import Stamp
    from vbcli.store.homes import paths_of

    day = today_of(today)
    entry = entry_of("split", by, note, None)
    with closing(open_archive(archive_of(db))) as conn:
        id_ = one_document(conn, name)
        path = _path(file, paths_of(conn, id_), id_)
        mended = split_off(conn, id_, path, entry, Stamp(__version__, now_of()))
    if not as_json:
        words = _("Đã tách {name} khỏi V{document} thành V{new}.")
        put(f"{words.format(name=Path(path).name, document=id_, new=mended.document)}\n")
    show_mended(
        replace(mended, changes=tuple(_without_twin(change, id_) for change in mended.changes)), day, as_json=as_json
    )
    if any(change.twin == id_ for change in mended.changes):
        remark(
            _("V{new} đọc ra cùng cơ quan, số, ngày với V{document}").format(new=mended.document, document=id_),
            _("vb edit V{document} --number … (nếu đọc sai)").format(document=mended.document),
        )
    return ExitCode.DONE


def _without_twin(change: "DocumentChange", of: int) -> "DocumentChange":
    """Return the change without the advice to make one again what was just made two."""
    return replace(change, twin=None) if change.twin == of else change


def _path(named: str, paths: Sequence[str], document_id: int) -> str:
    """Return the file that is meant: its path, or its name where only one file of the document bears it."""
    whole = os.path.abspath(Path(named).expanduser())  # noqa: PTH100  (keeps links, as ingest does)
    found = [p for p in paths if p in {whole, named}] or [p for p in paths if Path(p).name == named]
    if not found:
        shown = "; ".join(paths) or _("không có tệp nào")
        raise InputError(
            _("V{document} không có tệp “{name}”; các tệp: {paths}").format(
                document=document_id, name=named, paths=shown
            ),
            f"vb show V{document_id}",
        )
    if len(found) > 1:
        raise UsageError(
            _("{files} tệp của V{document} cùng tên “{name}”").format(
                files=len(found), document=document_id, name=named
            ),
            f"vb split V{document_id} {found[0]}",
        )
    return found[0]
