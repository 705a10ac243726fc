"""The units as a list, and what was said of them as a spreadsheet."""

from collections.abc import Sequence

from vbcli.model.followup import Verb
from vbcli.model.views import SaidOfUnit, UnitRow
from vbcli.render import labels
from vbcli.render.listing import Value
from vbcli.render.page import Cell, Column, Page, Table, Text, Weight, cell

UNIT_COLUMNS = ("Khai báo", "Đơn vị", "Tên kia", "Từ ngày", "Đến ngày")
WORDS = {Verb.MERGE: "tên khác", Verb.ROSTER: "thành viên", Verb.SUCCEED: "kế thừa"}


def unit_list(units: Sequence[UnitRow], width: int | None) -> Page:
    """Return the units with their lượt giao, most overdue first."""
    if not units and width is not None:
        return (Text("Kho chưa có đơn vị nào được giao việc.", Weight.DIM),)
    counts = ("Còn", "Quá hạn", "Lâu nhất", "Sắp đến", "Xong")
    columns = (Column("Đơn vị", share=1), *(Column(name, fixed=True, right=True) for name in counts))
    table = Table(columns, tuple(map(_row, units)))
    if width is None:
        return (table,)
    late = sum(u.overdue for u in units)
    total = f"{labels.count(len(units))} đơn vị, {labels.count(sum(u.open for u in units))} lượt giao còn phải làm"
    return table, Text(""), Text(f"{total}, {labels.count(late)} quá hạn" if late else total, Weight.DIM)


def _row(unit: UnitRow) -> tuple[Cell, ...]:
    name = f"{unit.name} ({unit.issuer})" if unit.issuer else unit.name
    lines = [Text(name)]
    lines += [Text(f"tên khác: {'; '.join(unit.aliases)}", Weight.DIM, 2)] if unit.aliases else []
    members = [_dated(name, since, until) for name, since, until in unit.members]
    lines += [Text(f"gồm: {'; '.join(members)}", Weight.DIM, 2)] if members else []
    heirs = [_dated(name, since, None) for name, since in unit.successors]
    lines += [Text(f"kế thừa: {'; '.join(heirs)}", Weight.DIM, 2)] if heirs else []
    return (
        tuple(lines),
        cell(_number(unit.open)),
        cell(_number(unit.overdue), Weight.LATE),
        cell(f"{unit.longest} ngày" if unit.longest else "", Weight.LATE),
        cell(_number(unit.soon), Weight.SOON),
        cell(_number(unit.done)),
    )


def _number(count: int) -> str:
    return labels.count(count) if count else ""


def _dated(name: str, since: object, until: object) -> str:
    parts = [f"từ {since:%d/%m/%Y}"] if since else []
    parts += [f"đến hết {until:%d/%m/%Y}"] if until else []
    return f"{name} ({' '.join(parts)})" if parts else name


def unit_sheet(said: Sequence[SaidOfUnit]) -> list[tuple[Value, ...]]:
    """Return a row for each thing that was said, under UNIT_COLUMNS."""
    return [(WORDS[row.verb], row.unit, row.other, row.since, row.until) for row in said]
