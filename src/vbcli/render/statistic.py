"""The official statistic on a page and as JSON: every rate with both of its numbers and the name of its denominator."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from vbcli.language import N_, _, counted
from vbcli.model.statistic import Base, Share, Statistic, StatisticView, sum_of
from vbcli.render import labels
from vbcli.render.page import Cell, Column, Part, Table, Text, Weight, cell

BASES = {
    Base.FELL_DUE: N_("trên số đã đến hạn"),
    Base.WITH_DUE: N_("trên số có hạn"),
    Base.COMPLETED: N_("trên số có hạn đã hoàn thành"),
    Base.ASSIGNED: N_("trên số được giao"),
}
ROWS: dict[str, Callable[[Statistic], int]] = {
    N_("Hoàn thành đúng hạn"): lambda s: s.done_in_time,
    N_("Hoàn thành trễ hạn"): lambda s: s.done_late,
    N_("Chưa hoàn thành, trong hạn"): lambda s: s.open_in_time,
    N_("Chưa hoàn thành, quá hạn"): lambda s: s.open_late,
    N_("Không hạn cố định, đã hoàn thành"): lambda s: s.no_due_done,
    N_("Không hạn cố định, chưa hoàn thành"): lambda s: s.no_due_open,
    N_("Cộng"): lambda s: s.assigned,
    N_("Tạm dừng (không tính ở trên)"): lambda s: s.paused,
}
_WEIGHTS = {N_("Cộng"): Weight.STRONG, N_("Tạm dừng (không tính ở trên)"): Weight.DIM}
CELL_OF = dict(
    zip(
        ROWS,
        ("done_in_time", "done_late", "open_in_time", "open_late", "no_due_done", "no_due_open", "", "paused"),
        strict=True,
    )
)
"""Name of the cell that a row shows; "" of the sum."""
Cells = Mapping[str, Mapping[str, Sequence[int]]]
"""Unit ("" for all tasks) → cell → ids of tasks."""
# A column each, so short ones; `đúng`, `trễ` are of what is done, `trong`, `quá` of what is not.
_BY_UNIT: dict[str, Callable[[Statistic], int]] = {
    N_("Giao"): lambda s: s.assigned,
    N_("Đúng"): lambda s: s.done_in_time,
    N_("Trễ"): lambda s: s.done_late,
    N_("Trong"): lambda s: s.open_in_time,
    N_("Quá"): lambda s: s.open_late,
    N_("Không hạn"): lambda s: s.no_due,
    N_("Dừng"): lambda s: s.paused,
}


_MANY = 15
"""Units on a screen; the others are summed up in one row. In a file or a pipe each has its own."""


def statistic_parts(view: StatisticView, width: int | None, cells: Cells | None = None) -> list[Part]:
    """Return the totals, the rates and the rows by unit; `cells`: with the ids behind them."""
    title = _("Thống kê theo hạn ban đầu")
    columns = (
        Column(title),
        *(Column(name, fixed=True, right=True) for name in (counted("Nhiệm vụ", 2), _("Lượt giao"))),
    )
    columns += (Column(_("Mã nhiệm vụ"), share=2),) if cells is not None else ()
    rows = tuple(
        (
            *(cell(words, _WEIGHTS.get(name, Weight.PLAIN)) for words in (_(name), *_both(view, number))),
            *((cell(_ids(cells, "", CELL_OF.get(name, ""))),) if cells is not None else ()),
        )
        for name, number in ROWS.items()
    )
    parts: list[Part] = [Table(columns, rows), Text(""), *_rates(view)]
    if view.by_unit:
        parts += [
            Text(""),
            Text(_("Thống kê theo đơn vị chủ trì (lượt giao):"), Weight.STRONG),
            _units(view, width, cells),
            Text(_(_LEGEND), Weight.DIM),
        ]
    return parts


def _ids(cells: Cells, unit: str, name: str) -> str:
    return ", ".join(map(str, cells.get(unit, {}).get(name, ())))


_LEGEND = N_(
    "Đúng, Trễ: hoàn thành đúng hạn, trễ hạn. Trong, Quá: chưa hoàn thành, trong hạn, quá hạn. Tỷ lệ: đúng hạn trên số đã đến hạn."
)


def _both(view: StatisticView, number: Callable[[Statistic], int]) -> tuple[str, str]:
    return labels.count(number(view.tasks)), labels.count(number(view.assignments))


def _rates(view: StatisticView) -> list[Part]:
    first, *others = Base
    lines: list[Part] = [
        Text(
            _("Tỷ lệ hoàn thành đúng hạn (nhiệm vụ) {base}: {share}").format(
                base=_(BASES[first]), share=share(view.tasks.in_time(first))
            ),
            Weight.STRONG,
        ),
        *(Text(f"{_(BASES[base])}: {share(view.tasks.in_time(base))}", indent=2) for base in others),
        Text(
            _("Tỷ lệ hoàn thành {base}: {share}").format(
                base=_(BASES[Base.ASSIGNED]), share=share(view.tasks.completed())
            )
        ),
    ]
    if view.no_lead:
        words = counted("{tasks} nhiệm vụ chưa rõ đơn vị chủ trì, không có lượt giao.", view.no_lead)
        lines.append(Text(words.format(tasks=labels.count(view.no_lead)), Weight.DIM))
    if view.moved:
        words = counted(
            "{tasks} nhiệm vụ có hạn hiện tại khác hạn ban đầu: "
            "danh sách tính theo hạn hiện tại, thống kê theo hạn ban đầu.",
            view.moved,
        )
        lines.append(Text(words.format(tasks=labels.count(view.moved)), Weight.DIM))
    return lines


def share(rate: Share) -> str:
    """Return `3/7 = 42,9 %`; of nothing a dash."""
    if rate.percent is None:
        return labels.BLANK
    # Half a tenth goes up, as on paper; the whole computation stays in whole numbers.
    tenths = (2000 * rate.part + rate.whole) // (2 * rate.whole)
    percent = _("{whole},{tenth} %").format(whole=tenths // 10, tenth=tenths % 10)
    return f"{labels.count(rate.part)}/{labels.count(rate.whole)} = {percent}"


def _units(view: StatisticView, width: int | None, cells: Cells | None) -> Table:
    columns = (Column(_("Đơn vị")), *(Column(name, fixed=True, right=True) for name in (*map(_, _BY_UNIT), _("Tỷ lệ"))))
    columns += (Column(_("Mã việc Quá")),) if cells is not None else ()
    shown = view.by_unit if width is None or len(view.by_unit) <= _MANY + 1 else view.by_unit[:_MANY]
    rows = [_unit(unit.unit, unit.counts, Weight.PLAIN) for unit in shown]
    if cells is not None:
        rows = [(*row, cell(_ids(cells, unit.unit, "open_late"))) for row, unit in zip(rows, shown, strict=True)]
    others = [unit.counts for unit in view.by_unit[len(shown) :]]
    if others:
        rows.append(
            _unit(
                counted("{units} đơn vị khác", len(others)).format(units=labels.count(len(others))),
                sum_of(others),
                Weight.DIM,
            )
        )
    rows.append(_unit(_("Cộng"), view.assignments, Weight.STRONG))
    return Table(columns, tuple(row + ((Text(""),),) * (len(columns) - len(row)) for row in rows))


def _unit(name: str, counts: Statistic, weight: Weight) -> tuple[Cell, ...]:
    numbers = [number(counts) for number in _BY_UNIT.values()]
    rate = share(counts.in_time()).partition(" = ")[2] or labels.BLANK
    return (cell(name, weight), *(cell(labels.count(n) if n else "", weight) for n in numbers), cell(rate, weight))


def statistic_json(view: StatisticView) -> dict[str, Any]:
    """Return the counts and the rates, each with its part and its whole."""
    return {
        "tasks": _counts(view.tasks),
        "assignments": _counts(view.assignments),
        "deadline_moved": view.moved,
        "no_lead": view.no_lead,
        "by_unit": [{"unit": unit.unit, **_counts(unit.counts)} for unit in view.by_unit],
    }


def _counts(counts: Statistic) -> dict[str, Any]:
    names = ("assigned", "done_in_time", "done_late", "open_in_time", "open_late", "no_due_done", "no_due_open")
    return {
        **{name: getattr(counts, name) for name in (*names, "paused")},
        "in_time": {base.value: counts.in_time(base)._asdict() for base in Base},
        "completed": counts.completed()._asdict(),
    }
