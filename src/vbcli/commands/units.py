"""`vb units`: who has what to do; other names of a unit, members of a collective, successors."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Annotated, Self

import typer

from vbcli.commands.entering import By, Note, entry_of
from vbcli.commands.help_page import VbCommand, VbGroup
from vbcli.commands.listing import Answer, Columns, FormatChoice, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Today, archive_of, day_of, now_of, today_of
from vbcli.commands.output import note as remark
from vbcli.commands.output import put
from vbcli.errors import ExitCode, InputError, UsageError
from vbcli.language import N_, _
from vbcli.model.followup import Event, Subject, Verb
from vbcli.model.views import SaidOfUnit

HELP = """Liệt kê đơn vị với số việc; khai tên khác, thành viên của nhóm, đơn vị kế thừa

Ví dụ: vb units
Ví dụ: vb units --columns unit,open,overdue -o don-vi.xlsx
Ví dụ: vb units alias "VP HU" "Văn phòng Huyện ủy" """
ALIAS = """Khai hai tên là một đơn vị; việc của cả hai tính chung

Ví dụ: vb units alias "VP HU" "Văn phòng Huyện ủy" """
ROSTER = """Khai thành viên của một nhóm: việc giao cho nhóm là việc của từng thành viên

Ví dụ: vb units roster "UBND các xã" add "UBND xã Khe Trung" "UBND xã Nậm Cắt"
Ví dụ: vb units roster "UBND các xã" remove "UBND xã Khe Trung" """
SUCCESSOR = """Khai đơn vị kế thừa: việc còn lại của đơn vị cũ hiện cả khi hỏi đơn vị mới

Ví dụ: vb units successor "UBND huyện Lâm Khê" "UBND xã Khe Trung" --from 1/7/2025"""
EXPORT = """Ghi các khai báo về đơn vị ra bảng tính .xlsx

Ví dụ: vb units export don-vi.xlsx"""
IMPORT = """Nạp khai báo về đơn vị từ bảng tính; dòng đã có thì bỏ qua

Ví dụ: vb units import don-vi.xlsx"""

_LIST = N_("vb units (để xem các đơn vị)")

app = typer.Typer(
    name="units", cls=VbGroup, help=HELP, rich_markup_mode=None, add_completion=False, invoke_without_command=True
)


@app.callback()
def units(
    context: typer.Context,
    *,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="chỉ đơn vị này; viết tắt, không dấu đều được")
    ] = None,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the units with their work."""
    if context.invoked_subcommand is not None:
        given = {name: value for name, value in (("db", db), ("today", today)) if value is not None}
        context.default_map = {name: {**(context.default_map or {}).get(name, {}), **given} for name in _SUBCOMMANDS}
        return ExitCode.DONE
    from vbcli.query.unit_register import find_units
    from vbcli.render.as_json import document_of, units_json
    from vbcli.render.listings import unit_listing
    from vbcli.render.units import unit_list
    from vbcli.store.database import open_for_reading

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        found = find_units(conn, day, _meant(conn, unit) if unit else None)
    answer = Answer(
        page=lambda width: unit_list(found, width),
        json=lambda: document_of("units", units_json(found), day),
        listing=lambda: unit_listing(found),
    )
    put_answer(answer, to, day)
    return ExitCode.DONE


def _meant(conn: Connection, phrase: str) -> tuple[int, ...]:
    from vbcli.query.units import match_units

    match = match_units(conn, phrase)
    if not match.ids:
        near = _("ý bạn là {names}?").format(names=" / ".join(match.similar)) if match.similar else _LIST
        raise InputError(_("kho không có đơn vị “{phrase}”").format(phrase=phrase), _(near))
    return match.ids


def alias(
    spelling: Annotated[str, typer.Argument(metavar="TÊN_KHÁC", help="tên viết khác")],
    unit: Annotated[str, typer.Argument(metavar="ĐƠN_VỊ", help="tên giữ lại")],
    *,
    by: By = None,
    note: Note = None,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter that two names are one unit."""
    del today
    with _Saying(db, "units alias", by, note) as saying:
        one, other = saying.unit(unit), saying.unit(spelling)
        if one == other:
            raise UsageError(
                _("“{spelling}” và “{unit}” vốn là một tên").format(spelling=spelling, unit=unit), _(_LIST)
            )
        saying.say([Event(Verb.MERGE, Subject.UNIT, other, data={"into": one})])
    _tell(_("“{spelling}” từ nay là “{unit}”.").format(spelling=spelling, unit=unit))
    saying.remind()
    return ExitCode.DONE


def roster(
    unit: Annotated[str, typer.Argument(metavar="NHÓM", help="tên nhóm như trong văn bản: UBND các xã")],
    action: Annotated[str, typer.Argument(metavar="add|remove", help="thêm hoặc bớt thành viên")],
    members: Annotated[list[str], typer.Argument(metavar="ĐƠN_VỊ…", help="thành viên")],
    *,
    since: Annotated[
        str | None, typer.Option("--from", metavar="NGÀY", help="với văn bản ban hành từ ngày này")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="NGÀY", help="với văn bản ban hành đến hết ngày này")
    ] = None,
    by: By = None,
    note: Note = None,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter who belongs to a collective."""
    if action not in {"add", "remove"}:
        raise UsageError(
            _("không hiểu “{action}”").format(action=action),
            _('vb units roster "{unit}" add "UBND xã …"').format(unit=unit),
        )
    day = today_of(today)
    dates = {
        name: day_of(words, option, day).isoformat()
        for name, words, option in (("since", since, "--from"), ("until", until, "--until"))
        if words
    }
    with _Saying(db, "units roster", by, note) as saying:
        group = saying.unit(unit)
        ids = [saying.unit(member) for member in members]
        if group in ids:
            raise UsageError(
                _("“{unit}” không thể là thành viên của chính nó").format(unit=unit), _("nêu tên từng đơn vị")
            )
        extra = {"out": True} if action == "remove" else dates
        saying.say([Event(Verb.ROSTER, Subject.UNIT, group, data={"member": id_, **extra}) for id_ in ids])
    said = (
        N_("Đã bớt {number} thành viên của “{unit}”.")
        if action == "remove"
        else N_("Đã thêm {number} thành viên của “{unit}”.")
    )
    _tell(_(said).format(number=len(ids), unit=unit))
    saying.remind()
    return ExitCode.DONE


def successor(
    unit: Annotated[str, typer.Argument(metavar="ĐƠN_VỊ_CŨ", help="đơn vị thôi hoạt động")],
    heirs: Annotated[list[str], typer.Argument(metavar="ĐƠN_VỊ_MỚI…", help="đơn vị nhận việc")],
    *,
    since: Annotated[str | None, typer.Option("--from", metavar="NGÀY", help="kế thừa từ ngày")] = None,
    by: By = None,
    note: Note = None,
    today: Today = None,
    db: Db = None,
) -> int:
    """Enter who takes over from a unit."""
    day = today_of(today)
    data = {"since": day_of(since, "--from", day).isoformat()} if since else {}
    with _Saying(db, "units successor", by, note) as saying:
        old = saying.unit(unit)
        ids = [saying.unit(heir) for heir in heirs]
        if old in ids:
            raise UsageError(_("đơn vị cũ và mới là một"), _("nêu tên đơn vị mới"))
        saying.say([Event(Verb.SUCCEED, Subject.UNIT, old, data={"successor": id_, **data}) for id_ in ids])
    _tell(_("“{unit}” có đơn vị kế thừa: {heirs}.").format(unit=unit, heirs="; ".join(heirs)))
    saying.remind()
    return ExitCode.DONE


def export(
    path: Annotated[Path, typer.Argument(metavar="TỆP", help="bảng tính .xlsx")],
    *,
    db: Db = None,
    today: Today = None,
) -> int:
    """Write what was said of units as a spreadsheet."""
    del today
    from vbcli.query.unit_register import what_was_said
    from vbcli.render.listing import Field, Listing
    from vbcli.render.units import UNIT_COLUMNS, unit_sheet
    from vbcli.render.xlsx import workbook_of
    from vbcli.store.database import open_for_reading
    from vbcli.whole_file import write_whole

    with closing(open_for_reading(archive_of(db))) as conn:
        rows = unit_sheet(what_was_said(conn))
    write_whole(path, workbook_of(Listing(_("Đơn vị"), tuple(Field(name, name) for name in UNIT_COLUMNS), tuple(rows))))
    _tell(_("Đã ghi {number} dòng vào {path}.").format(number=len(rows), path=path))
    return ExitCode.DONE


def import_(
    path: Annotated[Path, typer.Argument(metavar="TỆP", help="bảng tính .xlsx như vb units export ghi ra")],
    *,
    by: By = None,
    note: Note = None,
    db: Db = None,
    today: Today = None,
) -> int:
    """Enter what a spreadsheet says of units."""
    del today
    from vbcli.query.unit_register import what_was_said

    said = _said_in(path)
    with _Saying(db, "units import", by, note) as saying:
        held = set(what_was_said(saying.conn))
        fresh = [row for row in said if row not in held]
        saying.say([saying.event(row) for row in fresh])
    _tell(_("Đã nạp {fresh} khai báo; {held} đã có sẵn.").format(fresh=len(fresh), held=len(said) - len(fresh)))
    saying.remind()
    return ExitCode.DONE


def _said_in(path: Path) -> list[SaidOfUnit]:
    """Return what the rows of a spreadsheet say; an `InputError` names the first that says nothing."""
    from vbcli.read.spreadsheet import by_heading, read_sheets
    from vbcli.render.units import UNIT_COLUMNS, WORDS
    from vbcli.text.fold import fold

    verbs = {fold(word): verb for verb, word in WORDS.items()}
    said = []
    for n, row in enumerate(by_heading(read_sheets(path)[0], UNIT_COLUMNS), 1):
        kind, unit, other, since, until = (row[name] for name in UNIT_COLUMNS)
        verb = verbs.get(fold(str(kind or "")))
        days = [value for value in (since, until) if value is not None]
        if verb is None or not unit or not other or not all(isinstance(day, date) for day in days):
            raise InputError(
                _("dòng {n} dưới tiêu đề của {path} không đọc được").format(n=n, path=path),
                _("cột Khai báo ghi {words}; ngày ghi dạng ngày").format(words=", ".join(WORDS.values())),
            )
        said.append(
            SaidOfUnit(verb, str(unit), str(other), *(v if isinstance(v, date) else None for v in (since, until)))
        )
    return said


def _tell(line: str) -> None:
    from vbcli.render.inert import inert

    put(f"{inert(line)}\n")


class _Saying:
    """One entry about units while it is made: opens the archive, holds the transaction, remembers the entry."""

    def __init__(self, db: str | None, command: str, by: str | None, why: str | None) -> None:
        self.db, self.entry = db, entry_of(command, by, why, None)
        self.number: int | None = None

    def __enter__(self) -> Self:
        from vbcli.store.database import open_archive
        from vbcli.store.write import transaction

        self.conn = open_archive(archive_of(self.db))
        self.transaction = transaction(self.conn)
        self.transaction.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.transaction.__exit__(kind, error, trace)
        finally:
            self.conn.close()

    def unit(self, name: str) -> int:
        """Return the id of a unit; one that the archive has never met gets one."""
        from vbcli.lexicon.unit_names import unit_name
        from vbcli.store.units import unit_id

        if not name.strip():
            raise UsageError(_("tên đơn vị để trống"), _(_LIST))
        return unit_id(self.conn, unit_name(name))

    def event(self, row: SaidOfUnit) -> Event:
        """Return the event that says what a row of a spreadsheet says."""
        unit, other = self.unit(row.unit), self.unit(row.other)
        dates = {name: day.isoformat() for name, day in (("since", row.since), ("until", row.until)) if day}
        if row.verb is Verb.MERGE:
            return Event(Verb.MERGE, Subject.UNIT, other, data={"into": unit})
        key = "member" if row.verb is Verb.ROSTER else "successor"
        return Event(row.verb, Subject.UNIT, unit, data={key: other, **dates})

    def say(self, events: Sequence[Event]) -> None:
        """Enter the events; none at all is no entry."""
        from vbcli.store.entered import enter

        if events:
            self.number = enter(self.conn, self.entry, events, now_of())

    def remind(self) -> None:
        """Tell how to take it back."""
        if self.number:
            remark(_("đã ghi thao tác #{number}; hủy bằng vb undo").format(number=self.number))


for _name, _command, _help in (
    ("alias", alias, ALIAS),
    ("roster", roster, ROSTER),
    ("successor", successor, SUCCESSOR),
    ("export", export, EXPORT),
    ("import", import_, IMPORT),
):
    app.command(_name, cls=VbCommand, help=_help)(_command)
_SUBCOMMANDS = ("alias", "roster", "successor", "export", "import")
