"""`vb add`: a task that no file gave."""

from contextlib import closing
from sqlite3 import Connection
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli import __version__
from vbcli.commands.entering import By, Note, entry_of, show_entered
from vbcli.commands.options import AsJson, Db, Today, archive_of, day_of, now_of, today_of
from vbcli.errors import ExitCode, InputError, UsageError
from vbcli.language import _

if TYPE_CHECKING:
    from vbcli.store.documents import EnteredDocument

HELP = """Thêm nhiệm vụ mà không tệp nào có: chỉ đạo miệng, văn bản giấy

Ví dụ: vb add "Báo cáo tình hình hạn hán" --doc 88-CV/HU --lead "UBND huyện" --due 30/6/2024"""


def add(
    text: Annotated[str, typer.Argument(metavar="NỘI_DUNG", help="nội dung nhiệm vụ")],
    *,
    doc: Annotated[
        str | None,
        typer.Option("--doc", metavar="SỐ", help="văn bản giao việc: V12, hoặc số, ký hiệu kể cả khi kho chưa có"),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="LỜI", help="nguồn giao không có số: “Ý kiến tại giao ban 20/5”")
    ] = None,
    issued: Annotated[
        str | None, typer.Option("--issued", metavar="NGÀY", help="ngày của văn bản, của buổi giao việc")
    ] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="CƠ_QUAN", help="cơ quan giao")] = None,
    lead: Annotated[
        list[str] | None, typer.Option("--lead", metavar="ĐƠN_VỊ", help="đơn vị chủ trì; dùng được nhiều lần")
    ] = None,
    support: Annotated[
        list[str] | None, typer.Option("--support", metavar="ĐƠN_VỊ", help="đơn vị phối hợp; dùng được nhiều lần")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="NGÀY", help="hạn")] = None,
    product: Annotated[str | None, typer.Option(metavar="LỜI", help="sản phẩm phải nộp")] = None,
    officer: Annotated[str | None, typer.Option(metavar="TÊN", help="chuyên viên theo dõi")] = None,
    leader: Annotated[str | None, typer.Option(metavar="TÊN", help="lãnh đạo chỉ đạo")] = None,
    by: By = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter a task by hand."""
    from vbcli.lexicon.unit_names import unit_name
    from vbcli.register import NewTask, add_tasks
    from vbcli.store.database import open_archive
    from vbcli.store.documents import EnteredDocument
    from vbcli.store.filing import Stamp

    day, words = today_of(today), _not_blank(text)
    given = EnteredDocument(
        issued_on=day_of(issued, "--issued", day) if issued else None,
        issuer=unit_name(issuer) if issuer else None,
        subject=source,
    )
    stamp = Stamp(__version__, now_of())
    with closing(open_archive(archive_of(db), create=True)) as conn:
        task = NewTask(
            words,
            _document(conn, doc, given),
            day_of(due, "--due", day) if due else None,
            product,
            tuple(lead or ()),
            tuple(support or ()),
            officer,
            leader,
        )
        entered = add_tasks(conn, [task], entry_of("add", by, note, None), stamp, day)
    show_entered(entered, day, as_json=as_json)
    return ExitCode.DONE


def _not_blank(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise UsageError(_("nội dung nhiệm vụ để trống"), _('vb add "Báo cáo …" --doc 88-CV/HU'))
    return words


def _document(conn: Connection, doc: str | None, given: "EnteredDocument") -> "int | EnteredDocument":
    """Return the document of the archive that is meant, else one to be entered."""
    from dataclasses import replace

    from vbcli.lexicon.numbers import find_numbers
    from vbcli.query.numbers import documents_named, key_of, label_id

    if not doc:
        if not given.subject:
            raise UsageError(
                _("chưa nêu việc từ đâu: --doc hoặc --source"), _('vb add "…" --source "Ý kiến tại giao ban 20/5"')
            )
        return given
    held = documents_named(conn, doc)
    if len(held) == 1:
        return held[0]
    if held:
        raise UsageError(
            _("{documents} văn bản cùng số {number}").format(documents=len(held), number=doc),
            _("chọn một: {choices}").format(choices=", ".join(f"--doc V{id_}" for id_ in held)),
        )
    if label_id(doc) is not None:
        raise InputError(_("kho không có văn bản {number}").format(number=doc), _("vb docs (để xem các văn bản)"))
    number, key = key_of(doc)
    found = next(find_numbers(number), None)
    return replace(given, number=number, number_key=key, doc_type=found.doc_type if found else None)
