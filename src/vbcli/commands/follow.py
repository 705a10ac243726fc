"""`vb start, done, pause, cancel, reopen, extend, assign, note, dismiss`: how far tasks have come, one event each."""

from contextlib import closing
from typing import Annotated

import typer

from vbcli.commands.entering import (
    By,
    DocNumber,
    Ids,
    Note,
    On,
    Part,
    Which,
    change_and_show,
    entry_of,
    happened,
    with_reason,
)
from vbcli.commands.options import AsJson, Db, Today, archive_of, day_of, today_of
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.model.followup import Entry, Verb

START = """Ghi là đang thực hiện

Ví dụ: vb start 42 --on 12/4/2024"""
DONE = """Ghi là hoàn thành

Ví dụ: vb done 42 43 --on 24/4/2024 --doc 88/BC-UBND"""
PAUSE = """Tạm dừng: không tính quá hạn nữa

Ví dụ: vb pause 42 --note "chờ ý kiến Sở Tài chính" """
CANCEL = """Hủy: không phải làm nữa

Ví dụ: vb cancel 42 --doc 901-CV/HU"""
REOPEN = """Mở lại việc đã hoàn thành, tạm dừng, hủy hoặc bỏ

Ví dụ: vb reopen 42 --note "báo cáo chưa đạt, làm lại" """
EXTEND = """Gia hạn; hạn ban đầu vẫn giữ để thống kê

Ví dụ: vb extend 42 --to 31/5/2024 --doc 120/TB-UBND"""
ASSIGN = """Giao hoặc sửa đơn vị, chuyên viên theo dõi, lãnh đạo chỉ đạo

Ví dụ: vb assign 42 --lead "Công an huyện" --officer "Trần Thị B" """
NOTE = """Thêm ghi chú

Ví dụ: vb note 42 "đã gọi nhắc ngày 15/4" """
DISMISS = """Bỏ: máy đọc nhầm, không phải nhiệm vụ

Ví dụ: vb dismiss 42 --note "chỉ là căn cứ" """


def start(
    ids: Ids,
    *,
    unit: Part = None,
    on: On = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that work has begun."""
    return _simple(Verb.START, ids, unit, on, entry_of("start", by, note, doc), as_json, today, db)


def done(
    ids: Ids,
    *,
    unit: Part = None,
    on: On = None,
    which: Which = None,
    final: Annotated[bool, typer.Option("--final", help="việc định kỳ: xong hẳn, không chỉ một kỳ")] = False,
    result: Annotated[str | None, typer.Option(metavar="LỜI", help="tóm tắt kết quả")] = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that work is done: all of it, one deadline of several, or one occurrence of a recurring task."""
    from vbcli.register import Change
    from vbcli.store.database import open_archive

    day = today_of(today)
    change = Change(
        Verb.DONE,
        tuple(unit or ()),
        happened(on, day),
        day_of(which, "--which", day) if which else None,
        final,
        data={"result": result} if result else {},
    )
    with closing(open_archive(archive_of(db))) as conn:
        change_and_show(conn, ids, change, entry_of("done", by, note, doc), day, as_json=as_json)
    return ExitCode.DONE


def pause(
    ids: Ids,
    *,
    unit: Part = None,
    on: On = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that work rests."""
    entry = with_reason(entry_of("pause", by, note, doc), _('vb pause 42 --note "chờ hướng dẫn"'))
    return _simple(Verb.PAUSE, ids, unit, on, entry, as_json, today, db)


def cancel(
    ids: Ids,
    *,
    unit: Part = None,
    on: On = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that the work is no longer asked for."""
    entry = with_reason(entry_of("cancel", by, note, doc), "vb cancel 42 --doc 901-CV/HU")
    return _simple(Verb.CANCEL, ids, unit, on, entry, as_json, today, db)


def reopen(
    ids: Ids,
    *,
    unit: Part = None,
    on: On = None,
    which: Which = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that work is open again."""
    entry = with_reason(entry_of("reopen", by, note, doc), _('vb reopen 42 --note "làm lại"'))
    return _simple(Verb.REOPEN, ids, unit, on, entry, as_json, today, db, which)


def extend(
    ids: Ids,
    *,
    to: Annotated[str, typer.Option("--to", metavar="NGÀY", help="hạn mới")],
    unit: Part = None,
    which: Which = None,
    on: On = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter a new deadline that somebody granted; the original one stays for the statistics."""
    from vbcli.register import Change
    from vbcli.store.database import open_archive

    day = today_of(today)
    entry = with_reason(entry_of("extend", by, note, doc), "vb extend 42 --to 31/5/2024 --doc 120/TB-UBND")
    change = Change(
        Verb.EXTEND,
        tuple(unit or ()),
        happened(on, day),
        day_of(which, "--which", day) if which else None,
        to=day_of(to, "--to", day),
    )
    with closing(open_archive(archive_of(db))) as conn:
        change_and_show(conn, ids, change, entry, day, as_json=as_json)
    return ExitCode.DONE


def assign(
    ids: Ids,
    *,
    lead: Annotated[
        list[str] | None, typer.Option("--lead", metavar="ĐƠN_VỊ", help="đơn vị chủ trì, thay cho cả danh sách cũ")
    ] = None,
    support: Annotated[
        list[str] | None, typer.Option("--support", metavar="ĐƠN_VỊ", help="đơn vị phối hợp, thay cho cả danh sách cũ")
    ] = None,
    officer: Annotated[str | None, typer.Option(metavar="TÊN", help="chuyên viên theo dõi")] = None,
    leader: Annotated[str | None, typer.Option(metavar="TÊN", help="lãnh đạo chỉ đạo")] = None,
    on: On = None,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter who does it and who looks after it."""
    from vbcli.register import Change
    from vbcli.store.database import open_archive

    day = today_of(today)
    people = {
        name: value.strip() or None for name, value in (("officer", officer), ("leader", leader)) if value is not None
    }
    if not (lead or support or people):
        raise UsageError(_("chưa nêu giao cho ai"), _('vb assign 42 --lead "Công an huyện"'))
    change = Change(Verb.ASSIGN, on=happened(on, day), data=people, leads=_named(lead), supports=_named(support))
    with closing(open_archive(archive_of(db))) as conn:
        change_and_show(conn, ids, change, entry_of("assign", by, note, doc), day, as_json=as_json)
    return ExitCode.DONE


def _named(units: list[str] | None) -> tuple[str, ...]:
    if any(not name.strip() for name in units or ()):
        raise UsageError(_("tên đơn vị để trống"), _('vb assign 42 --lead "Công an huyện"'))
    return tuple(units or ())


def note(
    id_: Annotated[int, typer.Argument(metavar="MÃ", help="mã nhiệm vụ", min=1)],
    text: Annotated[str, typer.Argument(metavar="LỜI", help="điều cần ghi")],
    *,
    on: On = None,
    by: By = None,
    doc: DocNumber = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter a remark."""
    if not text.strip():
        raise UsageError(_("ghi chú để trống"), _('vb note {id} "đã gọi nhắc"').format(id=id_))
    from vbcli.register import Change
    from vbcli.store.database import open_archive

    day = today_of(today)
    change = Change(Verb.NOTE, on=happened(on, day), data={"text": text.strip()})
    with closing(open_archive(archive_of(db))) as conn:
        change_and_show(conn, [id_], change, entry_of("note", by, None, doc), day, as_json=as_json)
    return ExitCode.DONE


def dismiss(
    ids: Ids,
    *,
    by: By = None,
    doc: DocNumber = None,
    note: Note = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that what was read is no task."""
    return _simple(Verb.DISMISS, ids, None, None, entry_of("dismiss", by, note, doc), as_json, today, db)


def _simple(  # noqa: PLR0917  (the flags of a command, passed on)
    verb: Verb,
    ids: list[int],
    unit: list[str] | None,
    on: str | None,
    entry: Entry,
    as_json: bool,
    today: str | None,
    db: str | None,
    which: str | None = None,
) -> int:
    from vbcli.register import Change
    from vbcli.store.database import open_archive

    day = today_of(today)
    change = Change(verb, tuple(unit or ()), happened(on, day), day_of(which, "--which", day) if which else None)
    with closing(open_archive(archive_of(db))) as conn:
        change_and_show(conn, ids, change, entry, day, as_json=as_json)
    return ExitCode.DONE
