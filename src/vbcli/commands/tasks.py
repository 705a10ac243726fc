"""`vb tasks`: the register."""

import sqlite3
from contextlib import closing
from datetime import date
from typing import Annotated

import typer

from vbcli.commands.options import (
    AsJson,
    Db,
    Limit,
    Role,
    RoleChoice,
    Today,
    Unit,
    archive_of,
    day_of,
    today_of,
)
from vbcli.commands.output import note, put, put_json, put_page, screen
from vbcli.errors import ExitCode, UsageError
from vbcli.model import task
from vbcli.model.followup import OPEN, Progress
from vbcli.query.tasks import TaskFilter, UnitMatch, count_tasks, find_tasks
from vbcli.render.as_json import document_of, tasks_json
from vbcli.render.tables import task_list
from vbcli.store.database import open_for_reading
from vbcli.text.fold import fold

HELP = """Liệt kê nhiệm vụ, việc đến hạn trước đứng trước

Ví dụ: vb tasks --unit "UBND huyện" --overdue"""


def tasks(
    *,
    unit: Unit = None,
    role: Role = RoleChoice.ANY,
    overdue: Annotated[bool, typer.Option("--overdue", help="chỉ việc quá hạn")] = False,
    due_before: Annotated[str | None, typer.Option(metavar="NGÀY", help="hạn đến hết ngày này")] = None,
    due_after: Annotated[str | None, typer.Option(metavar="NGÀY", help="hạn từ ngày này")] = None,
    due_within: Annotated[
        str | None, typer.Option(metavar="NGÀY", help="hạn từ hôm nay đến ngày này: 7d, cuoituan, …")
    ] = None,
    no_due: Annotated[bool, typer.Option("--no-due", help="chỉ việc không có hạn")] = False,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TÌNH_TRẠNG",
            help="chua, dang, xong, tamdung, huy, bo, tatca; mặc định việc còn phải làm (chua, dang); dùng được nhiều lần",
        ),
    ] = None,
    doc: Annotated[
        str | None, typer.Option(metavar="SỐ", help="chỉ việc của văn bản này: số, ký hiệu hoặc V12")
    ] = None,
    ref: Annotated[str | None, typer.Option(metavar="SỐ", help="chỉ việc có viện dẫn văn bản này")] = None,
    limit: Limit = None,
    count: Annotated[bool, typer.Option("--count", help="chỉ in số việc")] = False,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the tasks that the filters leave."""
    day = today_of(today)
    earliest, latest = _window(due_before, due_after, due_within, day)
    with closing(open_for_reading(archive_of(db))) as conn:
        wanted = TaskFilter(
            units=_units(conn, tuple(unit or ())),
            role=None if role is RoleChoice.ANY else task.Role(role.value),
            overdue=overdue,
            due_from=earliest,
            due_to=latest,
            no_due=no_due,
            progress=_progress(tuple(status or ())),
            documents=_documents(conn, doc) if doc else None,
            ref_key=_ref_key(ref) if ref else None,
            limit=limit,
        )
        if count:
            total = count_tasks(conn, wanted, day)
            if as_json:
                put_json(document_of("count", total, day))
            else:
                put(f"{total}\n")
            return ExitCode.DONE
        found = find_tasks(conn, wanted, day)
        total = count_tasks(conn, wanted, day) if limit else len(found)
    if as_json:
        put_json({**document_of("tasks", tasks_json(found), day), "total": total})
    else:
        put_page(task_list(found, day, screen().width, total))
    return ExitCode.DONE


_STATUS: dict[str, frozenset[Progress] | None] = {
    "chua": frozenset({Progress.TODO}),
    "chuathuchien": frozenset({Progress.TODO}),
    "dang": frozenset({Progress.DOING}),
    "dangthuchien": frozenset({Progress.DOING}),
    "con": OPEN,
    "mo": OPEN,
    "xong": frozenset({Progress.DONE}),
    "hoanthanh": frozenset({Progress.DONE}),
    "tamdung": frozenset({Progress.PAUSED}),
    "huy": frozenset({Progress.CANCELLED}),
    "bo": frozenset({Progress.DISMISSED}),
    "tatca": None,
}


def _progress(words: tuple[str, ...]) -> frozenset[Progress] | None:
    """Return what `--status` asks for: accents, blanks and case do not matter."""
    if not words:
        return OPEN
    wanted: set[Progress] = set()
    for word in words:
        key = "".join(c for c in fold(word) if c.isalnum())
        if key not in _STATUS:
            raise UsageError(f"không hiểu tình trạng “{word}”", f"chọn trong: {', '.join(_STATUS)}")
        progress = _STATUS[key]
        if progress is None:
            return None
        wanted |= progress
    return frozenset(wanted)


def _window(before: str | None, after: str | None, within: str | None, today: date) -> tuple[date | None, date | None]:
    """Return the first and the last day on which a task may be due."""
    earliest = [day_of(after, "--due-after", today)] if after else []
    latest = [day_of(before, "--due-before", today)] if before else []
    if within:
        earliest.append(today)
        latest.append(day_of(within, "--due-within", today))
    return max(earliest, default=None), min(latest, default=None)


def _units(conn: sqlite3.Connection, phrases: tuple[str, ...]) -> tuple[UnitMatch, ...]:
    if not phrases:
        return ()
    # The lexicon is read only where somebody asks for a unit.
    from vbcli.query.units import match_with_predecessors

    found = [match_with_predecessors(conn, phrase) for phrase in phrases]
    for match, *older in found:
        if older:
            names = ", ".join(f"“{old.phrase}”" for old in older)
            note(f"gồm cả việc của đơn vị mà “{match.phrase}” kế thừa: {names}")
        elif not match.ids:
            near = f"; ý bạn là {' / '.join(match.similar)}?" if match.similar else ""
            note(f"kho không có việc nào của đơn vị “{match.phrase}”{near}")
    return tuple(match for matches in found for match in matches)


def _documents(conn: sqlite3.Connection, words: str) -> tuple[int, ...]:
    from vbcli.query.numbers import documents_named, similar_numbers

    ids = documents_named(conn, words)
    if not ids:
        near = similar_numbers(conn, words)
        proposal = f"; ý bạn là {' / '.join(near)}?" if near else ""
        note(f"kho không có văn bản “{words}”{proposal}")
    return ids


def _ref_key(words: str) -> str:
    from vbcli.query.numbers import key_of

    return key_of(words)[1]
