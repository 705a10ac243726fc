"""The units as a list, and what was said of them as a spreadsheet."""

from collections.abc import Sequence

from vbcli.language import _, counted
from vbcli.model.followup import Verb
from vbcli.model.views import SaidOfUnit, UnitRow
from vbcli.render import labels
from vbcli.render.listing import Value
from vbcli.render.page import Cell, Column, Page, Table, Text, Weight, cell

# What `vb units import` reads back: a file format, the same in every language of the interface.
UNIT_COLUMNS = ("Khai báo", "Đơn vị", "Tên kia", "Từ ngày", "Đến ngày")
WORDS = {Verb.MERGE: "tên khác", Verb.ROSTER: "thành viên", Verb.SUCCEED: "kế thừa"}


def unit_list(units: Sequence[UnitRow], width: int | None) -> Page:
    """Return the units with their lượt giao, most overdue first."""
    if not units and width is not None:
        return (Text(_("Kho chưa có đơn vị nào được giao việc."), Weight.DIM),)
    counts = (_("Còn"), _("Quá hạn"), _("Lâu nhất"), _("Sắp đến"), _("Xong"))
    columns = (Column(_("Đơn vị"), share=1), *(Column(name, fixed=True, right=True) for name in counts))
    table = Table(columns, tuple(map(_row, units)))
    if width is None:
        return (table,)
    late = sum(u.overdue for u in units)
    words = counted("{units} đơn vị, {assignments} lượt giao còn phải làm", len(units))
    total = words.format(units=labels.count(len(units)), assignments=labels.count(sum(u.open for u in units)))
    total = _("{total}, {late} quá hạn").format(total=total, late=labels.count(late)) if late else total
    return table, Text(""), Text(total, Weight.DIM)


def _row(unit: UnitRow) -> tuple[Cell, ...]:
    name = f"{unit.name} ({unit.issuer})" if unit.issuer else unit.name
    lines = [Text(name)]
    lines += (
        [Text(_("tên khác: {aliases}").format(aliases="; ".join(unit.aliases)), Weight.DIM, 2)] if unit.aliases else []
    )
    members = [dated(name, since, until) for name, since, until in unit.members]
    lines += [Text(_("gồm: {members}").format(members="; ".join(members)), Weight.DIM, 2)] if members else []
    heirs = [dated(name, since, None) for name, since in unit.successors]
    lines += [Text(_("kế thừa: {heirs}").format(heirs="; ".join(heirs)), Weight.DIM, 2)] if heirs else []
    return (
        tuple(lines),
        cell(_number(unit.open)),
        cell(_number(unit.overdue), Weight.LATE),
        cell(
            counted("{days} ngày", unit.longest).format(days=labels.count(unit.longest)) if unit.longest else "",
            Weight.LATE,
        ),
        cell(_number(unit.soon), Weight.SOON),
        cell(_number(unit.done)),
    )


def _number(count: int) -> str:
    return labels.count(count) if count else ""


def dated(name: str, since: object, until: object) -> str:
    """Return a name with the days between which it holds."""
    parts = [_("từ {since:%d/%m/%Y}").format(since=since)] if since else []
    parts += [_("đến hết {until:%d/%m/%Y}").format(until=until)] if until else []
    return f"{name} ({' '.join(parts)})" if parts else name


def unit_sheet(said: Sequence[SaidOfUnit]) -> list[tuple[Value, ...]]:
    """Return a row for each thing that was said, under UNIT_COLUMNS."""
    return [(WORDS[row.verb], row.unit, row.other, row.since, row.until) for row in said]
