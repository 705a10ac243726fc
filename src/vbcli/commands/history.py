"""`vb log` and `vb undo`: what was entered, and taking it back."""

from contextlib import closing
from typing import Annotated

import typer

from vbcli.commands.entering import By, Note, by_of, renew_later
from vbcli.commands.listing import Answer, Columns, FormatChoice, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Limit, Today, archive_of, now_of, today_of
from vbcli.commands.output import put, put_json
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.store.database import open_archive, open_for_reading

LOG = """Xem nhật ký: ai đã ghi gì, lúc nào, vì sao; mới nhất trước

Ví dụ: vb log 42
Ví dụ: vb log --limit 100 -o nhat-ky.xlsx"""
UNDO = """Hủy một thao tác đã ghi; không nêu số là thao tác cuối

Ví dụ: vb undo"""


def log(
    name: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="mã nhiệm vụ 42, mã văn bản V12; bỏ trống là tất cả")
    ] = None,
    *,
    limit: Limit = None,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the entries, the latest first."""
    from vbcli.model.followup import Subject
    from vbcli.query.log import find_log
    from vbcli.render.as_json import document_of, log_json
    from vbcli.render.entered import log_lines
    from vbcli.render.listings import log_listing

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        subject: Subject | None = None
        ids: tuple[int, ...] = ()
        if name and name.strip().isdecimal():
            from vbcli.register import tasks_of

            subject, ids = Subject.TASK, tuple(task.id for task in tasks_of(conn, [int(name)], day))
        elif name:
            from vbcli.commands.show import documents_of

            subject, ids = Subject.DOCUMENT, documents_of(conn, name)
        lines = find_log(conn, subject, ids, limit)
    answer = Answer(
        page=lambda width: log_lines(lines, width),
        json=lambda: document_of("log", log_json(lines), day),
        listing=lambda: log_listing(lines),
    )
    put_answer(answer, to, day)
    return ExitCode.DONE


def undo(
    name: Annotated[
        str | None, typer.Argument(metavar="[SỐ]", help="số thao tác như vb log in; bỏ trống là thao tác cuối")
    ] = None,
    *,
    by: By = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Take one entry back as a whole."""
    from vbcli.query.log import find_log
    from vbcli.register import take_back
    from vbcli.render.as_json import document_of
    from vbcli.render.entered import what_of
    from vbcli.render.inert import inert

    number = (name or "").strip().lstrip("#")
    if number and not number.isdecimal():
        raise UsageError(_("không hiểu số thao tác “{name}”").format(name=name), _("vb log (để xem các thao tác)"))
    with closing(open_archive(archive_of(db))) as conn:
        undone, new = take_back(conn, int(number) if number else None, by_of(by), note, now_of(), renew=renew_later())
    with closing(open_for_reading(archive_of(db))) as conn:
        line = next(line for line in find_log(conn) if line.entry == undone)
    if as_json:
        put_json(document_of("undone", {"entry": undone, "by_entry": new}, today_of(today)))
    else:
        said = _("Đã hủy thao tác #{undone}: {what}").format(undone=undone, what="; ".join(what_of(line)))
        put(f"{inert(said)}\n")
    return ExitCode.DONE
