"""Options of the commands that enter something, and what they print when it is done."""

import getpass
import os
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli import __version__
from vbcli.commands.options import day_of, now_of
from vbcli.commands.output import note, put_json, put_page, screen
from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.model.followup import Entry

if TYPE_CHECKING:
    from vbcli.register import Change, Entered
    from vbcli.store.entered import Renew

Ids = Annotated[list[int], typer.Argument(metavar="MÃ…", help="mã nhiệm vụ; nhiều mã cách nhau bằng dấu cách", min=1)]
Part = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar="ĐƠN_VỊ", help="chỉ phần của đơn vị chủ trì này; dùng được nhiều lần"),
]
On = Annotated[str | None, typer.Option("--on", metavar="NGÀY", help="ngày xảy ra; mặc định hôm nay")]
By = Annotated[
    str | None, typer.Option("--by", metavar="TÊN", help="người ghi; mặc định VB_BY, rồi tên đăng nhập của máy")
]
DocNumber = Annotated[
    str | None, typer.Option("--doc", metavar="SỐ", help="văn bản báo cáo, đồng ý hoặc thay đổi: số, ký hiệu hoặc V12")
]
Note = Annotated[str | None, typer.Option("--note", metavar="LỜI", help="lý do, ghi chú")]
Which = Annotated[
    str | None, typer.Option("--which", metavar="NGÀY", help="việc có nhiều hạn hoặc định kỳ: hạn, kỳ nào")
]


def by_of(named: str | None) -> str:
    """Return who enters: the flag, else VB_BY, else the login name."""
    who = (named or os.environ.get("VB_BY") or "").strip()
    if who:
        return who
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("không rõ")


def entry_of(command: str, by: str | None, reason: str | None, doc: str | None) -> Entry:
    """Return the entry of a command: who, why, on what paper."""
    from vbcli.lexicon.numbers import canonical_number

    words = (reason or "").strip() or None
    number = (canonical_number(doc) or doc.strip()) if doc and doc.strip() else None
    return Entry(command, by_of(by), words, number)


def renew_later() -> "Renew":
    """Return what reads documents anew where an entry asks for it; what that needs is loaded only then."""

    def renew(conn: sqlite3.Connection, documents: Sequence[int]) -> None:
        from vbcli.reread import renewer
        from vbcli.store.filing import Stamp

        renewer(Stamp(__version__, now_of()))(conn, documents)

    return renew


def with_reason(entry: Entry, example: str) -> Entry:
    """Return the entry; a `UsageError` where it says neither why nor on what paper."""
    if not entry.note and not entry.document:
        raise UsageError(_("thiếu lý do: nêu --note hoặc --doc"), example)
    return entry


def happened(words: str | None, today: date) -> date:
    """Return the day on which it happened; a `UsageError` where that day is still to come."""
    day = day_of(words, "--on", today) if words else today
    if day > today:
        raise UsageError(
            _("ngày {day:%d/%m/%Y} của --on chưa tới").format(day=day),
            _("hôm nay là {today:%d/%m/%Y}; kiểm tra --on, --today").format(today=today),
        )
    return day


def change_and_show(
    conn: sqlite3.Connection, ids: Sequence[int], change: "Change", entry: Entry, today: date, *, as_json: bool
) -> None:
    """Enter a change and print how the tasks stand now."""
    from vbcli.register import change_tasks

    show_entered(change_tasks(conn, ids, change, entry, made_at=now_of(), today=today), today, as_json=as_json)


def show_entered(entered: "Entered", today: date, *, as_json: bool) -> None:
    """Print what was entered; on stderr what was left as it was, and how to take it back."""
    from vbcli.render.as_json import document_of, tasks_json
    from vbcli.render.entered import entered_lines
    from vbcli.render.labels import progress_of

    if as_json:
        body = {"entry": entered.entry, "tasks": tasks_json(entered.tasks)}
        put_json(document_of("entered", body, today))
    else:
        put_page(entered_lines(entered.before, entered.tasks, today, screen().width))
    for task in entered.passed:
        note(_("nhiệm vụ {id} giữ nguyên: {progress}").format(id=task.id, progress=progress_of(task)))
    if entered.entry and not as_json:
        note(_("đã ghi thao tác #{entry}; hủy bằng vb undo").format(entry=entered.entry))
