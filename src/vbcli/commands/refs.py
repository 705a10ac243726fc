"""`vb refs`: who cites a document, what it cites, which tasks hang on it; and what is cited that the archive lacks."""

from contextlib import closing
from datetime import date
from enum import StrEnum
from sqlite3 import Connection
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli.commands.listing import Answer, Columns, Outlet, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Limit, Today, archive_of, day_of, today_of
from vbcli.commands.output import note, screen
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _, counted
from vbcli.render.formats import Format
from vbcli.render.page import Page
from vbcli.store.database import open_for_reading

if TYPE_CHECKING:
    from vbcli.model.references import CitedAct, Direction, Drawing, ReferencesView, Tree

HELP = """Tra một số, ký hiệu: ai viện dẫn, việc nào gắn với nó

Ví dụ: vb refs 733-TB/TU
       vb refs "Thông báo 733" --tree --depth 2
       vb refs --missing --limit 20
       vb refs V12 --tree -o hinh.dot"""

DEPTH = 3
"""Levels of a tree, where nobody asks for another number."""


class Towards(StrEnum):
    """Values of `--direction`."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


FormatOrDrawing = Annotated[
    Format | None,
    typer.Option(
        "--format",
        metavar="table|json|csv|xlsx|md|html|dot",
        help="dạng in ra; dot để vẽ hình bằng Graphviz; mặc định theo đuôi của tệp -o, không có -o thì table",
    ),
]


def refs(
    number: Annotated[
        list[str] | None,
        typer.Argument(metavar="SỐ", help="số, ký hiệu viết cách nào cũng được, một phần của nó, tên luật, hoặc V12"),
    ] = None,
    *,
    tree: Annotated[bool, typer.Option("--tree", help="vẽ cây viện dẫn qua nhiều cấp")] = False,
    depth: Annotated[
        int | None, typer.Option("--depth", metavar="SỐ", min=1, help=f"số cấp của cây; mặc định {DEPTH}")
    ] = None,
    direction: Annotated[
        Towards,
        typer.Option(
            "--direction",
            metavar="in|out|both",
            help="chiều của cây: in là ai viện dẫn nó, out là nó viện dẫn gì; mặc định both",
            show_default=False,
        ),
    ] = Towards.BOTH,
    missing: Annotated[
        bool, typer.Option("--missing", help="văn bản được viện dẫn mà kho chưa có, nhiều nhất đứng trước")
    ] = False,
    issuer: Annotated[
        str | None, typer.Option("--issuer", metavar="CƠ_QUAN", help="chỉ văn bản của cơ quan này; một phần tên là đủ")
    ] = None,
    issued: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="chỉ văn bản ban hành ngày này")] = None,
    limit: Limit = None,
    columns: Columns = None,
    format_: FormatOrDrawing = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print what the archive knows about a document, or which documents it lacks."""
    from vbcli.query.references import find_references, missing_documents

    to = outlet(format_, output, as_json=as_json, columns=columns, drawn=not missing)
    words = " ".join(number or ()).strip()
    day = today_of(today)
    on = day_of(issued, "--date", day) if issued else None
    if not missing and not words:
        raise UsageError(_("thiếu SỐ"), _("vb refs 733-TB/TU, hoặc vb refs --missing"))
    if limit and not missing:
        raise UsageError(_("--limit chỉ đi với --missing"), "vb refs --missing --limit 20")
    with closing(open_for_reading(archive_of(db))) as conn:
        if missing:
            found, total = missing_documents(conn, words or None, issuer=issuer, issued_on=on, limit=limit)
            put_answer(_lacking(found, total, day), to, day)
            return ExitCode.DONE
        view = find_references(conn, words, day, issuer=issuer, issued_on=on)
        levels = depth or (DEPTH if tree else 1)
        # What only a tree can show is meant to be one.
        tree = tree or (to.format is not Format.DOT and (depth is not None or direction is not Towards.BOTH))
        grown = _grown(conn, view, direction, depth or DEPTH) if tree else ()
        drawing = _drawn(conn, view, direction, levels) if to.format in {Format.DOT, Format.JSON} else None
    _remark(view, to)
    put_answer(_answer(view, grown, drawing, day), to, day)
    return ExitCode.DONE


def _lacking(found: "tuple[CitedAct, ...]", total: int, day: date) -> Answer:
    from vbcli.render.as_json import document_of
    from vbcli.render.reference_listings import missing_listing
    from vbcli.render.references import act_list
    from vbcli.render.references_json import cited_json

    return Answer(
        page=lambda width: act_list(found, total, width),
        json=lambda: {**document_of("missing", cited_json(found), day), "total": total},
        listing=lambda: missing_listing(found),
    )


def _answer(view: "ReferencesView", trees: "tuple[Tree, ...]", drawing: "Drawing | None", day: date) -> Answer:
    from vbcli.render.as_json import document_of
    from vbcli.render.citation_tree import tree_page
    from vbcli.render.dot import dot_of
    from vbcli.render.reference_listings import reference_listing, tree_listing
    from vbcli.render.references import reference_list
    from vbcli.render.references_json import references_json

    def page(width: int | None) -> Page:
        return tree_page(trees, width, unicode=screen().unicode) if trees else reference_list(view, day, width)

    title = _("Viện dẫn của {number}").format(number=view.key)
    return Answer(
        page=page,
        json=lambda: document_of("refs", references_json(view, drawing, trees), day),
        listing=lambda: tree_listing(trees) if trees else reference_listing(view, day),
        dot=(lambda: dot_of(drawing, title)) if drawing else None,
    )


def _grown(conn: Connection, view: "ReferencesView", towards: Towards, depth: int) -> "tuple[Tree, ...]":
    from vbcli.query.citation_tree import tree_of
    from vbcli.query.citations import Acts

    acts = Acts(conn)
    roots = [group.act for group in view.groups if not group.act.unclear]
    return tuple(tree_of(acts, root, way, depth) for root in roots for way in _ways(towards))


def _drawn(conn: Connection, view: "ReferencesView", towards: Towards, depth: int) -> "Drawing":
    from vbcli.query.citation_tree import drawing_of
    from vbcli.query.citations import Acts

    return drawing_of(Acts(conn), [group.act for group in view.groups], _ways(towards), depth)


def _ways(towards: Towards) -> "tuple[Direction, ...]":
    from vbcli.model.references import Direction

    ways = {Towards.IN: (Direction.IN,), Towards.OUT: (Direction.OUT,)}
    return ways.get(towards, (Direction.OUT, Direction.IN))


def _remark(view: "ReferencesView", to: Outlet) -> None:
    """Say beside a list for machines what the page says in words."""
    if to.format is Format.TABLE and not to.columns:
        return
    if view.candidates:
        many = counted("“{words}” có thể là {count} văn bản", len(view.candidates))
        note(many.format(words=view.key, count=len(view.candidates)), _("gõ đủ số, ký hiệu, thêm --date hoặc --issuer"))
    elif not view.groups:
        near = _("ý bạn là {near}?").format(near=" / ".join(view.similar)) if view.similar else None
        note(_("kho không có văn bản “{name}” và không văn bản nào viện dẫn nó").format(name=view.key), near)
