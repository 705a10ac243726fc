"""`vb tasks`: the register."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

from vbcli.commands.listing import Answer, Columns, FormatChoice, Outlet, Output, outlet, put_answer
from vbcli.commands.options import (
    AsJson,
    Db,
    DocType,
    Issuer,
    Limit,
    Role,
    RoleChoice,
    Since,
    Today,
    Unit,
    Until,
    archive_of,
    today_of,
)
from vbcli.commands.output import note, put, put_json
from vbcli.commands.task_options import (
    Citing,
    DueAfter,
    DueBefore,
    DueWithin,
    IncludeCollective,
    JustCount,
    NoDue,
    OfDocument,
    Overdue,
    SavedName,
    SearchWords,
    Sort,
    Status,
)
from vbcli.commands.task_words import TaskWords, no_words_alone, understood
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.model import task
from vbcli.query.archive import archive_id
from vbcli.query.assigned import UnitMatch
from vbcli.query.tasks import TaskFilter, count_tasks, find_tasks
from vbcli.render import labels
from vbcli.render.as_json import document_of, tasks_json
from vbcli.render.formats import Format
from vbcli.render.tables import task_list
from vbcli.store.database import open_for_reading

HELP = """Liệt kê nhiệm vụ, việc đến hạn trước đứng trước

Ví dụ: vb tasks --unit "UBND huyện" --overdue"""


def tasks(
    query: SavedName = None,
    *,
    unit: Unit = None,
    include_collective: IncludeCollective = False,
    role: Role = RoleChoice.ANY,
    overdue: Overdue = False,
    due_before: DueBefore = None,
    due_after: DueAfter = None,
    due_within: DueWithin = None,
    no_due: NoDue = False,
    status: Status = None,
    doc: OfDocument = None,
    ref: Citing = None,
    issuer: Issuer = None,
    doc_type: DocType = None,
    since: Since = None,
    until: Until = None,
    search: SearchWords = None,
    sort: Sort = None,
    limit: Limit = None,
    count: JustCount = False,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the tasks that the filters leave."""
    no_words_alone(query)
    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    words = TaskWords(
        overdue, due_before, due_after, due_within, no_due, status, doc_type, since, until, search, sort, limit
    )
    wanted = replace(
        understood(words, day),
        collective=include_collective,
        role=None if role is RoleChoice.ANY else task.Role(role.value),
    )
    with closing(open_for_reading(archive_of(db))) as conn:
        wanted = replace(
            wanted,
            units=_units(conn, tuple(unit or ())),
            documents=_documents(conn, doc) if doc else None,
            ref_key=_ref_key(ref) if ref else None,
            issuers=_issuers(conn, tuple(issuer or ())),
        )
        _say_what_is_left_out(conn, wanted, day)
        if count:
            return _put_count(count_tasks(conn, wanted, day), to, day)
        put_answer(_answer(conn, wanted, day), to, day)
    return ExitCode.DONE


def _answer(conn: sqlite3.Connection, wanted: TaskFilter, day: date) -> Answer:
    from vbcli.render.listings import task_listing

    found = find_tasks(conn, wanted, day)
    total = count_tasks(conn, wanted, day) if wanted.limit else len(found)
    archive = archive_id(conn)
    return Answer(
        page=lambda width: task_list(found, day, width, total),
        json=lambda: {**document_of("tasks", tasks_json(found), day), "total": total},
        listing=lambda: task_listing(found, day, archive),
    )


def _put_count(total: int, to: Outlet, today: date) -> int:
    if to.path or to.format not in {Format.TABLE, Format.JSON}:
        raise UsageError(_("--count chỉ in một con số"), _("bỏ --count, hoặc bỏ -o và --format"))
    if to.format is Format.JSON:
        put_json(document_of("count", total, today))
    else:
        put(f"{total}\n")
    return ExitCode.DONE


def _units(conn: sqlite3.Connection, phrases: tuple[str, ...]) -> tuple[UnitMatch, ...]:
    if not phrases:
        return ()
    # The lexicon is read only where somebody asks for a unit.
    from vbcli.query.units import match_with_predecessors

    found = [match_with_predecessors(conn, phrase) for phrase in phrases]
    for match, *older in found:
        if older:
            names = ", ".join(f"“{old.phrase}”" for old in older)
            note(_("gồm cả việc của đơn vị mà “{unit}” kế thừa: {names}").format(unit=match.phrase, names=names))
        elif not match.ids:
            near = _meant(match.similar)
            note(_("kho không có việc nào của đơn vị “{unit}”{near}").format(unit=match.phrase, near=near))
    return tuple(match for matches in found for match in matches)


def _documents(conn: sqlite3.Connection, words: str) -> tuple[int, ...]:
    from vbcli.query.numbers import documents_named, similar_numbers

    ids = documents_named(conn, words)
    if not ids:
        near = _meant(similar_numbers(conn, words))
        note(_("kho không có văn bản “{words}”{near}").format(words=words, near=near))
    return ids


def _issuers(conn: sqlite3.Connection, words: tuple[str, ...]) -> tuple[str, ...] | None:
    if not words:
        return None
    from vbcli.query.acts import issuers_named, similar_issuers

    found: list[str] = []
    for phrase in words:
        names = issuers_named(conn, phrase)
        if not names:
            near = _meant(similar_issuers(conn, phrase))
            note(_("kho không có văn bản nào của cơ quan “{words}”{near}").format(words=phrase, near=near))
        found += names
    return tuple(found)


def _meant(names: tuple[str, ...]) -> str:
    return _("; ý bạn là {names}?").format(names=" / ".join(names)) if names else ""


def _ref_key(words: str) -> str:
    from vbcli.query.numbers import key_of

    return key_of(words)[1]


def _say_what_is_left_out(conn: sqlite3.Connection, wanted: TaskFilter, today: date) -> None:
    """Tell of tasks that the question leaves out although they may belong to it."""
    if not wanted.collective and any(match.groups for match in wanted.units):
        more = count_tasks(conn, replace(wanted, collective=True), today) - count_tasks(conn, wanted, today)
        if more:
            words = _("{number} việc khác giao chung cho nhóm mà đơn vị có thể thuộc về; xem cả: --include-collective")
            note(words.format(number=labels.count(more)))
    if wanted.issued_from or wanted.issued_to:
        undated = count_tasks(conn, replace(wanted, issued_from=None, issued_to=None, undated=True), today)
        if undated:
            words = _("không tính {number} việc của văn bản không rõ ngày ban hành")
            note(words.format(number=labels.count(undated)))
