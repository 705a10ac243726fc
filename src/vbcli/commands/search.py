"""`vb search`: full text, the best documents first, with the words marked where they stand."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vbcli.commands.help_page import VbCommand
from vbcli.commands.listing import Answer, Columns, FormatChoice, Outlet, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Today, Unit, archive_of, day_of, today_of
from vbcli.commands.output import note, screen
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.render.formats import Format
from vbcli.store.database import open_for_reading

if TYPE_CHECKING:
    from vbcli.model.search import SearchResult
    from vbcli.query.assigned import UnitMatch

HELP = """Tìm trong toàn văn và trích yếu; gõ có dấu thì đúng dấu, không dấu thì dấu nào cũng được

Ví dụ: vb search "giải phóng mặt bằng" -"tái định cư" --since 2024-01-01"""

_USUAL_LIMIT = 20


class SearchCommand(VbCommand):
    """A command in which `-word` excludes a word instead of being an unknown flag."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line with each `-word` written as `NOT word`."""
        flags = {flag for param in self.get_params(ctx) for flag in (*param.opts, *param.secondary_opts)}
        valued = {flag for param in self.get_params(ctx) if not getattr(param, "is_flag", True) for flag in param.opts}
        return list(super().parse_args(ctx, _without_dashes(args, flags, valued)))


def _without_dashes(args: Sequence[str], flags: set[str], valued: set[str]) -> list[str]:
    written: list[str] = []
    for n, arg in enumerate(args):
        if arg == "--":
            return [*written, *args[n:]]
        excludes = arg.startswith("-") and not arg.startswith("--") and len(arg) > 1 and arg not in flags
        if excludes and not (n and args[n - 1] in valued):
            written += ["NOT", arg[1:]]
        else:
            written.append(arg)
    return written


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="TỪ",
            help='từ, "cụm từ", đầu từ giải*, loại trừ -từ hoặc NOT từ, một trong hai: OR',
        ),
    ],
    *,
    unit: Unit = None,
    since: Annotated[str | None, typer.Option(metavar="NGÀY", help="văn bản ban hành từ ngày này")] = None,
    until: Annotated[str | None, typer.Option(metavar="NGÀY", help="văn bản ban hành đến hết ngày này")] = None,
    type_: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="LOẠI", help="loại văn bản: thông báo, thong_bao, TB…; dùng được nhiều lần"),
    ] = None,
    issuer: Annotated[str | None, typer.Option(metavar="CƠ_QUAN", help="cơ quan ban hành; một phần tên là đủ")] = None,
    doc: Annotated[str | None, typer.Option(metavar="SỐ", help="chỉ trong văn bản này: số, ký hiệu hoặc V12")] = None,
    limit: Annotated[
        int,
        typer.Option(metavar="SỐ", min=1, help="nhiều nhất chừng này văn bản; mặc định 20", show_default=False),
    ] = _USUAL_LIMIT,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the documents that hold the words."""
    from vbcli.query.search import SearchFilter
    from vbcli.query.search import search as found_by
    from vbcli.query.search_words import question_of
    from vbcli.render.as_json import document_of
    from vbcli.render.search import search_json, search_listing, search_page

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    question = question_of(words)
    with closing(open_for_reading(archive_of(db))) as conn:
        among = SearchFilter(
            units=_units(conn, unit or ()),
            issued_from=day_of(since, "--since", day) if since else None,
            issued_to=day_of(until, "--until", day) if until else None,
            doc_types=_types(type_) if type_ else None,
            issuers=_issuers(conn, issuer) if issuer else None,
            documents=_documents(conn, doc) if doc else None,
        )
        result = found_by(conn, question, among, limit)
    _say_what_is_missing(words, result, to)
    answer = Answer(
        page=lambda width: search_page(result, width),
        json=lambda: {**document_of("found", search_json(result), day), "total": result.total},
        listing=lambda: search_listing(result),
    )
    put_answer(answer, to, day)
    return ExitCode.DONE


def _say_what_is_missing(words: Sequence[str], result: "SearchResult", to: Outlet) -> None:
    """Say what the answer itself does not: that there is more, or how to find something."""
    if result.total > len(result.documents) and (to.format is not Format.TABLE or not screen().is_terminal):
        shown = {"shown": len(result.documents), "total": result.total}
        note(_("{shown} trong {total} văn bản; thêm --limit để xem nhiều hơn").format(**shown))
    if not result.total and len(words) == 1 and len(words[0].split()) > 1:
        note(_("không có đoạn nào có đúng cụm này; tìm từng từ:"), f"vb search {words[0]}")


def _units(conn: sqlite3.Connection, phrases: Sequence[str]) -> tuple["UnitMatch", ...]:
    if not phrases:
        return ()
    # The lexicon is read only where somebody asks for a unit.
    from vbcli.query.units import match_with_predecessors

    found = [match_with_predecessors(conn, phrase) for phrase in phrases]
    for match, *older in found:
        if not match.ids and not older:
            note(_("kho không có việc nào của đơn vị “{unit}”").format(unit=match.phrase), _meant(match.similar))
    return tuple(match for matches in found for match in matches)


def _types(names: Sequence[str]) -> tuple[str, ...]:
    from vbcli.query.acts import similar_types, types_named

    wanted: list[str] = []
    for name in names:
        keys = types_named(name)
        if not keys:
            near = " / ".join(similar_types(name)) or _("ví dụ: thông báo, công văn, TB, QĐ, KH")
            raise UsageError(_("không có loại văn bản “{word}”").format(word=name), near)
        wanted += keys
    return tuple(wanted)


def _issuers(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    from vbcli.query.acts import issuers_named, similar_issuers

    found = issuers_named(conn, words)
    if not found:
        note(_("kho không có văn bản của “{issuer}”").format(issuer=words), _meant(similar_issuers(conn, words)))
    return found


def _documents(conn: sqlite3.Connection, words: str) -> tuple[int, ...]:
    from vbcli.query.numbers import documents_named, similar_numbers

    ids = documents_named(conn, words)
    if not ids:
        note(_("kho không có văn bản “{name}”").format(name=words), _meant(similar_numbers(conn, words)))
    return ids


def _meant(near: Sequence[str]) -> str | None:
    return _("ý bạn là {near}?").format(near=" / ".join(near)) if near else None
