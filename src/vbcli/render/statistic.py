"""The official statistic on a page and as JSON: every rate with both of its numbers and the name of its denominator."""

from collections.abc import Callable
from typing import Any

from vbcli.model.statistic import Base, Share, Statistic, StatisticView, sum_of
from vbcli.render import labels
from vbcli.render.page import Cell, Column, Part, Table, Text, Weight, cell

BASES = {
    Base.FELL_DUE: "trên số đã đến hạn",
    Base.WITH_DUE: "trên số có hạn",
    Base.COMPLETED: "trên số có hạn đã hoàn thành",
    Base.ASSIGNED: "trên số được giao",
}
ROWS: dict[str, Callable[[Statistic], int]] = {
    "Hoàn thành đúng hạn": lambda s: s.done_in_time,
    "Hoàn thành trễ hạn": lambda s: s.done_late,
    "Chưa hoàn thành, trong hạn": lambda s: s.open_in_time,
    "Chưa hoàn thành, quá hạn": lambda s: s.open_late,
    "Không hạn cố định, đã hoàn thành": lambda s: s.no_due_done,
    "Không hạn cố định, chưa hoàn thành": lambda s: s.no_due_open,
    "Cộng": lambda s: s.assigned,
    "Tạm dừng (không tính ở trên)": lambda s: s.paused,
}
# A column each, so short ones; `đúng`, `trễ` are of what is done, `trong`, `quá` of what is not.
_BY_UNIT: dict[str, Callable[[Statistic], int]] = {
    "Giao": lambda s: s.assigned,
    "Đúng": lambda s: s.done_in_time,
    "Trễ": lambda s: s.done_late,
    "Trong": lambda s: s.open_in_time,
    "Quá": lambda s: s.open_late,
    "Không hạn": lambda s: s.no_due,
    "Dừng": lambda s: s.paused,
}


_MANY = 15
"""Units on a screen; the others are summed up in one row. In a file or a pipe each has its own."""


def statistic_parts(view: StatisticView, width: int | None) -> list[Part]:
    """Return the totals, the rates and the rows by unit."""
    title = "Thống kê theo hạn ban đầu"
    columns = (Column(title), *(Column(name, fixed=True, right=True) for name in ("Nhiệm vụ", "Lượt giao")))
    weights = {"Cộng": Weight.STRONG, "Tạm dừng (không tính ở trên)": Weight.DIM}
    rows = tuple(
        tuple(cell(words, weights.get(name, Weight.PLAIN)) for words in (name, *_both(view, number)))
        for name, number in ROWS.items()
    )
    parts: list[Part] = [Table(columns, rows), Text(""), *_rates(view)]
    if view.by_unit:
        parts += [
            Text(""),
            Text("Thống kê theo đơn vị chủ trì (lượt giao):", Weight.STRONG),
            _units(view, width),
            Text(_LEGEND, Weight.DIM),
        ]
    return parts


_LEGEND = "Đúng, Trễ: hoàn thành đúng hạn, trễ hạn. Trong, Quá: chưa hoàn thành, trong hạn, quá hạn. Tỷ lệ: đúng hạn trên số đã đến hạn."


def _both(view: StatisticView, number: Callable[[Statistic], int]) -> tuple[str, str]:
    return labels.count(number(view.tasks)), labels.count(number(view.assignments))


def _rates(view: StatisticView) -> list[Part]:
    first, *others = Base
    lines: list[Part] = [
        Text(f"Tỷ lệ hoàn thành đúng hạn (nhiệm vụ) {BASES[first]}: {share(view.tasks.in_time(first))}", Weight.STRONG),
        *(Text(f"{BASES[base]}: {share(view.tasks.in_time(base))}", indent=2) for base in others),
        Text(f"Tỷ lệ hoàn thành {BASES[Base.ASSIGNED]}: {share(view.tasks.completed())}"),
    ]
    if view.no_lead:
        lines.append(
            Text(f"{labels.count(view.no_lead)} nhiệm vụ chưa rõ đơn vị chủ trì, không có lượt giao.", Weight.DIM)
        )
    if view.moved:
        words = "có hạn hiện tại khác hạn ban đầu: danh sách tính theo hạn hiện tại, thống kê theo hạn ban đầu."
        lines.append(Text(f"{labels.count(view.moved)} nhiệm vụ {words}", Weight.DIM))
    return lines


def share(rate: Share) -> str:
    """Return `3/7 = 42,9 %`; of nothing a dash."""
    if rate.percent is None:
        return labels.BLANK
    # Half a tenth goes up, as on paper; the whole computation stays in whole numbers.
    tenths = (2000 * rate.part + rate.whole) // (2 * rate.whole)
    return f"{labels.count(rate.part)}/{labels.count(rate.whole)} = {tenths // 10},{tenths % 10} %"


def _units(view: StatisticView, width: int | None) -> Table:
    columns = (Column("Đơn vị"), *(Column(name, fixed=True, right=True) for name in (*_BY_UNIT, "Tỷ lệ")))
    shown = view.by_unit if width is None or len(view.by_unit) <= _MANY + 1 else view.by_unit[:_MANY]
    rows = [_unit(unit.unit, unit.counts, Weight.PLAIN) for unit in shown]
    others = [unit.counts for unit in view.by_unit[len(shown) :]]
    if others:
        rows.append(_unit(f"{labels.count(len(others))} đơn vị khác", sum_of(others), Weight.DIM))
    return Table(columns, (*rows, _unit("Cộng", view.assignments, Weight.STRONG)))


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
