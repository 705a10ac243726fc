"""`vb show`: one task or one document in full."""

import sqlite3
from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from vbcli.commands.options import AsJson, Db, Today, Verbose, archive_of, today_of
from vbcli.commands.output import note, put, put_json, put_page, screen
from vbcli.errors import ExitCode, InputError
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
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
    verbose: Verbose = False,
) -> int:
    """Print one task or one document."""
    del verbose
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        if name.strip().isdecimal():
            task = _task(conn, int(name), day)
            if text:
                _put_text(conn, task.document.id)
            elif as_json:
                put_json(document_of("task", task_json(task), day))
            else:
                put_page(task_detail(task, day))
        else:
            _show_document(conn, name, day, text=text, as_json=as_json)
    return ExitCode.DONE


def _task(conn: sqlite3.Connection, id_: int, today: date) -> TaskRow:
    found = find_tasks(conn, TaskFilter(ids=(id_,), vanished=True), today)
    if not found:
        raise InputError(f"kho không có nhiệm vụ {id_}", "vb tasks (để xem các mã)")
    return found[0]


def _show_document(conn: sqlite3.Connection, name: str, today: date, *, text: bool, as_json: bool) -> None:
    from vbcli.query.documents import show_document
    from vbcli.query.numbers import documents_named, similar_numbers

    ids = documents_named(conn, name)
    if not ids:
        near = similar_numbers(conn, name)
        advice = f"ý bạn là {' / '.join(near)}?" if near else "vb docs (để xem các văn bản)"
        raise InputError(f"kho không có văn bản “{name}”", advice)
    if len(ids) > 1:
        _list_documents(conn, ids, today, as_json=as_json)
    elif text:
        _put_text(conn, ids[0])
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
    note(f"{len(rows)} văn bản cùng số; chọn một", f"vb show V{rows[0].label.id}")
    if as_json:
        put_json(document_of("documents", documents_json(rows), today))
    else:
        put_page(document_list(rows, screen().width))


def _put_text(conn: sqlite3.Connection, document_id: int) -> None:
    from vbcli.query.documents import text_of

    put(f"{inert_lines(text_of(conn, document_id))}\n")
