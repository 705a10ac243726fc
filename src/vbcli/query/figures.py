"""From the name of a figure to the tasks behind it: what `vb summary --drill` follows."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from vbcli.model.report import BANDS, CELLS, STATES, Band, Report
from vbcli.text.fold import fold

T = TypeVar("T")
_LISTS = ("rest_of_period", "next_week", "occurrences")
_CHANGES = (*("assigned", "done_in_time", "done_late", "newly_overdue", "extended", "reopened", "paused", "gone"),)


def tasks_behind(report: Report, name: str) -> tuple[int, ...] | None:
    """Return the ids behind a figure, by due date; None where no figure has this name.

    Names are those of the JSON: `overdue`, `band:8-30`, `unit:Công an huyện.late`, `unit:Công an huyện.8-30`,
    `cell:open_late`, `cell:Công an huyện.open_late`, `change.done_late`, `next_week`. Units in any case, without accents too.
    """
    kind, colon, rest = name.strip().partition(":")
    if not colon:
        found = _plain(report, name.strip())
    elif kind == "band":
        found = report.bands.get(Band(rest)) if rest in set(Band) else None
    elif kind == "unit":
        found = _of_unit(report, *_parted(rest))
    elif kind == "cell":
        unit, cell = _parted(rest)
        cells = _under(report.cells, unit)
        known = cell in {*CELLS, "done_in_time_past", "assigned"}
        found = _in_cell(cells, cell) if cells is not None and known else None
    else:
        found = None
    return None if found is None else tuple(sorted(set(found), key=lambda id_: _place(report, id_)))


def figure_names(report: Report) -> Iterator[str]:
    """Yield the names of the figures of this report, for a person to choose from."""
    yield from ("tasks", *report.figures, *_LISTS)
    yield from (f"band:{band}" for band in BANDS)
    if report.change:
        yield from (f"change.{name}" for name in _CHANGES)
    for unit in report.late_units:
        yield f"unit:{unit.unit}.late"
    for unit_name, cells in report.cells.items():
        yield from (f"cell:{unit_name}.{cell}" if unit_name else f"cell:{cell}" for cell in cells)


def _place(report: Report, id_: int) -> tuple[bool, str, int]:
    due = report.duties[id_].due if id_ in report.duties else None
    return due is None, due.isoformat() if due else "", id_


def _plain(report: Report, name: str) -> tuple[int, ...] | None:
    if name == "tasks":
        return tuple(id_ for state in STATES for id_ in report.figures.get(state, ()))
    if name == "occurrences":
        return tuple(one.task for one in report.occurrences)
    if name in _LISTS:
        ids: tuple[int, ...] = getattr(report, name)
        return ids
    kind, dot, change = name.partition(".")
    if dot and kind == "change" and change in _CHANGES:
        return getattr(report.change, change) if report.change else ()
    return report.figures.get(name)


def _parted(words: str) -> tuple[str, str]:
    """Return (unit, figure); a unit's name may hold dots itself."""
    unit, _dot, figure = words.rpartition(".")
    return unit, figure


def _of_unit(report: Report, unit: str, figure: str) -> tuple[int, ...] | None:
    late = _under({one.unit: one for one in report.late_units}, unit)
    if late is None:
        return () if _under(report.cells, unit) is not None else None
    if figure == "late":
        return late.late
    if figure not in set(Band):
        return None
    # The latest come first, so each band is one stretch of them.
    older = sum(late.bands.get(band, 0) for band in list(Band)[list(Band).index(Band(figure)) + 1 :])
    return late.late[older : older + late.bands.get(Band(figure), 0)]


def _in_cell(cells: Mapping[str, tuple[int, ...]], cell: str) -> tuple[int, ...]:
    if cell == "assigned":
        return tuple(id_ for name in CELLS if name != "paused" for id_ in cells.get(name, ()))
    return cells.get(cell, ())


def _under(by_name: Mapping[str, T], name: str) -> T | None:
    if name in by_name:
        return by_name[name]
    wanted = fold(name)
    return next((value for key, value in by_name.items() if key and fold(key) == wanted), None)
