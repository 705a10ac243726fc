"""`vb merge` and `vb remove`: what a person says of whole documents."""

from contextlib import closing
from datetime import date
from sqlite3 import Connection
from typing import Annotated

import typer

from vbcli.commands.entering import By, Note, entry_of, renew_later
from vbcli.commands.options import AsJson, Db, Today, archive_of, now_of, today_of
from vbcli.commands.output import note as remark
from vbcli.commands.output import put, put_json
from vbcli.commands.show import documents_of
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.model.followup import Event, Subject, Verb

MERGE = """Nhập các bản trùng vào một văn bản; việc đã ghi của chúng đi theo

Ví dụ: vb merge V12 V15"""
REMOVE = """Đưa văn bản ra khỏi mọi danh sách; hủy được bằng vb undo

Ví dụ: vb remove V15 --note "nạp nhầm" """


def merge(
    main: Annotated[str, typer.Argument(metavar="MÃ", help="văn bản giữ lại: V12, hoặc số, ký hiệu")],
    others: Annotated[list[str], typer.Argument(metavar="MÃ…", help="các bản trùng")],
    *,
    by: By = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Make several documents one."""
    from vbcli.store.database import open_archive
    from vbcli.store.entered import enter
    from vbcli.store.write import transaction

    with closing(open_archive(archive_of(db))) as conn, transaction(conn):
        into = one_document(conn, main)
        ids = [one_document(conn, other) for other in others]
        if into in ids:
            raise UsageError(_("không nhập một văn bản vào chính nó"), f"vb show V{into}")
        events = [Event(Verb.MERGE, Subject.DOCUMENT, id_, data={"into": into}) for id_ in dict.fromkeys(ids)]
        entry = enter(conn, entry_of("merge", by, note, None), events, now_of(), renew_later())
    names = ", ".join(f"V{id_}" for id_ in dict.fromkeys(ids))
    _report(entry, _("Đã nhập {names} vào V{into}.").format(names=names, into=into), today_of(today), as_json=as_json)
    return ExitCode.DONE


def remove(
    names: Annotated[list[str], typer.Argument(metavar="MÃ…", help="mã văn bản V12, hoặc số, ký hiệu")],
    *,
    by: By = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Take documents out of every list."""
    from vbcli.store.database import open_archive
    from vbcli.store.entered import enter
    from vbcli.store.write import transaction

    with closing(open_archive(archive_of(db))) as conn, transaction(conn):
        ids = list(dict.fromkeys(one_document(conn, name) for name in names))
        events = [Event(Verb.REMOVE, Subject.DOCUMENT, id_) for id_ in ids]
        entry = enter(conn, entry_of("remove", by, note, None), events, now_of(), renew_later())
    words = ", ".join(f"V{id_}" for id_ in ids)
    _report(entry, _("Đã đưa {names} ra khỏi các danh sách.").format(names=words), today_of(today), as_json=as_json)
    return ExitCode.DONE


def one_document(conn: Connection, name: str) -> int:
    """Return the one document of a name; a `UsageError` where several share it."""
    ids = documents_of(conn, name)
    if len(ids) > 1:
        raise UsageError(
            _("{documents} văn bản cùng số {number}").format(documents=len(ids), number=name),
            _("chọn một: {choices}").format(choices=", ".join(f"V{id_}" for id_ in ids)),
        )
    return ids[0]


def _report(entry: int, words: str, today: date, *, as_json: bool) -> None:
    if as_json:
        from vbcli.render.as_json import document_of

        put_json(document_of("entered", {"entry": entry}, today))
        return
    put(f"{words}\n")
    remark(_("đã ghi thao tác #{entry}; hủy bằng vb undo").format(entry=entry))
