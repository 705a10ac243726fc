"""`vb explain`: why a value is what it is; a sentence tried without an archive; a rule with its proof."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli.commands.options import (
    AsJson,
    Db,
    Lexicon,
    Today,
    archive_of,
    day_of,
    today_of,
    use_lexicon,
)
from vbcli.commands.output import put_json, put_page
from vbcli.errors import ExitCode, InputError, UsageError
from vbcli.language import _
from vbcli.render.as_json import document_of
from vbcli.store.database import open_for_reading

if TYPE_CHECKING:
    from vbcli.model.explain import Explanation
    from vbcli.query.explain import Places

HELP = """Giải thích vì sao đọc như vậy: giá trị, quy tắc, câu chữ, vị trí

Ví dụ: vb explain 42"""


def explain(
    name: Annotated[
        str | None, typer.Argument(metavar="MÃ", help="mã nhiệm vụ 42, mã văn bản V12, hoặc số, ký hiệu")
    ] = None,
    *,
    text: Annotated[
        str | None, typer.Option("--text", metavar="CÂU", help="thử một câu, không cần kho; cho biết cả chỗ không nhận")
    ] = None,
    issued: Annotated[
        str | None, typer.Option("--issued", metavar="NGÀY", help="ngày ban hành của câu thử, để suy ra năm")
    ] = None,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="MÃ", help="xem một quy tắc: mẫu, nghĩa, câu mẫu, số lần dùng")
    ] = None,
    lexicon: Lexicon = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print an explanation."""
    if [name, text, rule].count(None) != 2:  # noqa: PLR2004  (one of three)
        raise UsageError(_("cần đúng một trong: MÃ, --text CÂU, --rule MÃ"), "vb explain 42")
    if issued and text is None:
        raise UsageError(_("--issued chỉ đi với --text"), 'vb explain --text "…" --issued 2025-01-10')
    use_lexicon(lexicon)
    if text is not None:
        _try(text, issued, today, as_json=as_json)
    elif rule is not None:
        _rule(rule, db, today, as_json=as_json)
    else:
        _explain(name or "", db, today, as_json=as_json)
    return ExitCode.DONE


def _try(text: str, issued: str | None, today: str | None, *, as_json: bool) -> None:
    from vbcli.lexicon.rules import meaning
    from vbcli.render.explain import rules_of, trial_json, trial_page
    from vbcli.render.record import record_json
    from vbcli.trial import try_sentence

    if not text.strip():
        raise UsageError(_("--text cần một câu"), _('vb explain --text "Giao Phòng Nội vụ báo cáo trước ngày 15/3"'))
    day = today_of(today)
    issued_on = day_of(issued, "--issued", day) if issued else None
    trial = try_sentence(text, issued_on)
    if as_json:
        put_json(document_of("trial", trial_json(trial, record_json(trial.record)), day))
    else:
        put_page(trial_page(trial, {rule: meaning(rule) for rule in rules_of(trial.record)}, issued_on))


def _rule(id_: str, db: str | None, today: str | None, *, as_json: bool) -> None:
    from vbcli.lexicon.check import near_ids
    from vbcli.lexicon.rules import rules
    from vbcli.query.explain import times_fired
    from vbcli.render.rules import rule_json, rule_page

    entry = rules().get(id_)
    if entry is None:
        near = near_ids(id_, rules())
        raise InputError(
            _("không có quy tắc “{rule}”").format(rule=id_),
            _("ý bạn là {near}?").format(near=" / ".join(near)) if near else None,
        )
    archive = archive_of(db)
    # A rule can be looked up before there is an archive; one that is named must be there.
    counted = db is not None or archive.exists()
    times = None
    if counted:
        with closing(open_for_reading(archive)) as conn:
            times = times_fired(conn, entry)
    if as_json:
        put_json(document_of("rule", rule_json(entry, times), today_of(today)))
    else:
        put_page(rule_page(entry, times, archive=counted))


def _explain(name: str, db: str | None, today: str | None, *, as_json: bool) -> None:
    from vbcli.render.explain import explanation_json, explanation_page

    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        explanation = _task(conn, int(name), today) if name.strip().isdecimal() else _document(conn, name, today)
    if as_json:
        put_json(document_of("explanation", explanation_json(explanation), day))
    else:
        put_page(explanation_page(explanation))


def _task(conn: sqlite3.Connection, id_: int, today: str | None) -> "Explanation":
    from vbcli.commands.show import task_of
    from vbcli.query.documents import text_of
    from vbcli.query.explain import explain_task
    from vbcli.query.verdict import verdict_of

    day = today_of(today)
    task = task_of(conn, id_, day)
    explanation = explain_task(task, text_of(conn, task.document.id), _places(conn, task.document.id), conn)
    return replace(explanation, verdict=verdict_of(conn, task, day))


def _document(conn: sqlite3.Connection, name: str, today: str | None) -> "Explanation":
    from vbcli.commands.show import documents_of
    from vbcli.query.documents import show_document
    from vbcli.query.explain import explain_document

    ids = documents_of(conn, name)
    if len(ids) > 1:
        raise InputError(
            _("{documents} văn bản cùng số {number}").format(documents=len(ids), number=f"“{name}”"),
            _("chọn một: {choices}").format(choices=", ".join(f"vb explain V{i}" for i in ids)),
        )
    return explain_document(show_document(conn, ids[0], today_of(today)), _places(conn, ids[0]))


def _places(conn: sqlite3.Connection, document_id: int) -> "Places":
    from vbcli.query.explain import Places, best_file
    from vbcli.store.blocks import unpack

    return Places(best_file(conn, document_id), unpack)
