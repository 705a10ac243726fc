"""`vb save`: questions that are asked again and again, kept under a name."""

import re
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from vbcli.commands.entering import By, by_of
from vbcli.commands.listing import Answer, Columns, FormatChoice, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Today, archive_of, now_of, today_of
from vbcli.commands.output import note, put
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _

HELP = """Lưu một tra cứu để gọi lại bằng vb tasks @TÊN; không nêu gì thì liệt kê

Ví dụ: vb save qua-han -- tasks --unit "UBND huyện" --overdue"""

_NAME = re.compile(r"\w(?:[\w.-]*\w)?")
_FORM = 'vb save qua-han -- tasks --unit "UBND huyện" --overdue'


def save(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[TÊN]", help="tên của tra cứu, không có dấu cách")] = None,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[-- tasks …]", help="lệnh tasks với các cờ, sau dấu --")
    ] = None,
    *,
    remove: Annotated[bool, typer.Option("--remove", help="bỏ tra cứu này")] = False,
    force: Annotated[bool, typer.Option("--force", help="ghi đè tra cứu cùng tên")] = False,
    by: By = None,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Save, remove or list queries."""
    if name is None:
        if remove or force:
            raise UsageError(_("thiếu tên của tra cứu"), "vb save")
        return _list(columns, format_, output, as_json=as_json, today=today, db=db)
    typed = name.removeprefix("@")
    if remove:
        return _remove(typed, words, db)
    if not words:
        raise UsageError(_("thiếu lệnh để lưu"), _FORM)
    return _save(context, typed, words, by, db, force=force)


def _save(context: typer.Context, name: str, words: list[str], by: str | None, db: str | None, *, force: bool) -> int:
    from vbcli.model.saved import SavedQuery
    from vbcli.query.archive import query_key, saved_query
    from vbcli.store.database import open_archive
    from vbcli.store.queries import save_query
    from vbcli.store.write import transaction

    if not _NAME.fullmatch(name):
        raise UsageError(_("không đặt tên được là “{name}”").format(name=name), _("dùng chữ, số, dấu - và _"))
    if words[0] != "tasks":
        raise UsageError(_("chỉ lưu được lệnh tasks, không phải “{name}”").format(name=words[0]), _FORM)
    parent: Any = context.parent
    parent.command.commands["tasks"].checked(words[1:], parent)
    query = SavedQuery(name, tuple(words[1:]), datetime.fromisoformat(now_of()), by_of(by))
    with closing(open_archive(archive_of(db))) as conn, transaction(conn):
        former = saved_query(conn, name)
        if former and not force:
            raise UsageError(
                _("đã có tra cứu @{name}: {command}").format(name=former.name, command=command_line(former.words)),
                _("thêm --force để ghi đè, hoặc đặt tên khác"),
            )
        save_query(conn, query_key(name), query)
    _say_former(former.words if former else None)
    put(_("Đã lưu @{name}: {command}\n").format(name=name, command=command_line(query.words)))
    return ExitCode.DONE


def _remove(name: str, words: list[str] | None, db: str | None) -> int:
    from vbcli.commands.saved import unknown
    from vbcli.query.archive import query_key, saved_queries, saved_query
    from vbcli.store.database import open_archive
    from vbcli.store.queries import remove_query
    from vbcli.store.write import transaction

    if words:
        raise UsageError(_("--remove chỉ cần tên"), f"vb save {name} --remove")
    with closing(open_archive(archive_of(db))) as conn, transaction(conn):
        former = saved_query(conn, name)
        if former is None:
            raise unknown(name, [query.name for query in saved_queries(conn)])
        remove_query(conn, query_key(name))
    _say_former(former.words)
    put(_("Đã bỏ @{name}.\n").format(name=former.name))
    return ExitCode.DONE


def _say_former(words: tuple[str, ...] | None) -> None:
    """Show what is no longer kept: it can be saved again from here."""
    if words is not None:
        note(_("trước đây: {command}").format(command=command_line(words)))


def _list(
    columns: str | None, format_: Any, output: Path | None, *, as_json: bool, today: str | None, db: str | None
) -> int:
    from vbcli.query.archive import saved_queries
    from vbcli.render.as_json import document_of
    from vbcli.render.listings import query_listing
    from vbcli.render.tables import listing_page
    from vbcli.store.database import open_for_reading

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        found = saved_queries(conn)
    listing = query_listing([(query, command_line(query.words)) for query in found])
    answer = Answer(
        page=lambda width: listing_page(listing, width),
        json=lambda: document_of(
            "queries",
            [
                {"name": q.name, "words": list(q.words), "made_at": q.made_at.isoformat(), "made_by": q.made_by}
                for q in found
            ],
            day,
        ),
        listing=lambda: listing,
    )
    put_answer(answer, to, day)
    return ExitCode.DONE


def command_line(words: tuple[str, ...]) -> str:
    """Return the words as one would type them, in any shell."""
    return " ".join(["tasks", *(f'"{word}"' if not re.fullmatch(r"[\w@%+=:,./-]+", word) else word for word in words)])
