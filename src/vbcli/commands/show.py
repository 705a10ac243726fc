"""`vb show`: one task or one document in full."""

import sqlite3
from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from vbcli.commands.options import AsJson, Db, Today, archive_of, today_of
from vbcli.commands.output import note, put, put_json, put_long, put_page, screen
from vbcli.errors import ExitCode, InputError, UsageError
from vbcli.language import _
from vbcli.model.views import TaskRow
from vbcli.query.tasks import TaskFilter, find_tasks
from vbcli.render.as_json import document_json, document_of, documents_json, task_json
from vbcli.render.detail import document_detail, task_detail
from vbcli.render.inert import inert_lines
from vbcli.render.tables import document_list
from vbcli.store.database import open_for_reading

HELP = """Xem trọn một nhiệm vụ hoặc một văn bản

Ví dụ: vb show 42"""


def show(
    name: Annotated[str, typer.Argument(metavar="MÃ", help="mã nhiệm vụ 42, mã văn bản V12, hoặc số, ký hiệu")],
    *,
    text: Annotated[bool, typer.Option("--text", help="chỉ in toàn văn của văn bản")] = False,
    mark: Annotated[
        bool, typer.Option("--mark", help="in nguyên văn, đánh dấu việc, đơn vị, hạn, viện dẫn đã nhận ra")
    ] = False,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print one task or one document."""
    if [text, mark, as_json].count(True) > 1 and mark:
        raise UsageError(_("--mark không đi cùng --text hay --json"), f"vb show {name} --mark")
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        if name.strip().isdecimal():
            task = task_of(conn, int(name), day)
            if text:
                _put_text(conn, task.document.id)
            elif mark:
                from vbcli.query.documents import show_document
                from vbcli.render.mark import marked_task

                put_long(marked_task(task, show_document(conn, task.document.id, day)))
            elif as_json:
                put_json(document_of("task", task_json(task), day))
            else:
                put_page(task_detail(task, day))
        else:
            _show_document(conn, name, day, text=text, mark=mark, as_json=as_json)
    return ExitCode.DONE


def task_of(conn: sqlite3.Connection, id_: int, today: date) -> TaskRow:
    """Return the task of an id."""
    found = find_tasks(conn, TaskFilter(ids=(id_,), hidden=True), today)
    if not found:
        raise InputError(_("kho không có nhiệm vụ {id}").format(id=id_), _("vb tasks (để xem các mã)"))
    return found[0]


def documents_of(conn: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """Return the documents of a name: V12, or a number that several may share."""
    from vbcli.query.numbers import documents_named, similar_numbers

    ids = documents_named(conn, name)
    if not ids:
        near = similar_numbers(conn, name)
        advice = _("ý bạn là {near}?").format(near=" / ".join(near)) if near else _("vb docs (để xem các văn bản)")
        raise InputError(_("kho không có văn bản “{name}”").format(name=name), advice)
    return ids


def _show_document(conn: sqlite3.Connection, name: str, today: date, *, text: bool, mark: bool, as_json: bool) -> None:
    from vbcli.query.documents import show_document

    ids = documents_of(conn, name)
    if len(ids) > 1:
        _list_documents(conn, ids, today, as_json=as_json)
    elif text:
        _put_text(conn, ids[0])
    elif mark:
        from vbcli.render.mark import marked_document

        put_long(marked_document(show_document(conn, ids[0], today)))
    else:
        view = show_document(conn, ids[0], today)
        if as_json:
            put_json(document_of("document", document_json(view), today))
        else:
            put_page(document_detail(view, today, screen().width))


def _list_documents(conn: sqlite3.Connection, ids: tuple[int, ...], today: date, *, as_json: bool) -> None:
    """Print the documents that share a number: which one is meant is for the user to say."""
    from vbcli.query.documents import show_document

    rows = [show_document(conn, id_, today).row for id_ in ids]
    note(_("{documents} văn bản cùng số; chọn một").format(documents=len(rows)), f"vb show V{rows[0].label.id}")
    if as_json:
        put_json(document_of("documents", documents_json(rows), today))
    else:
        put_page(document_list(rows, screen().width))


def _put_text(conn: sqlite3.Connection, document_id: int) -> None:
    from vbcli.query.documents import text_of

    put(f"{inert_lines(text_of(conn, document_id))}\n")
