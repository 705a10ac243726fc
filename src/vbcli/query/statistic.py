"""The official statistic: tasks as a whole, assignments by lead unit, and the ids behind every cell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from vbcli.followup.statistic import cells_of, count
from vbcli.model.statistic import Counted, StatisticView, UnitStatistic
from vbcli.query.report_lines import Line
from vbcli.text.collation import sort_key

Cells = dict[str, dict[str, tuple[int, ...]]]


def offices(assignments: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the assignments by lead unit, under the name that shows it.

    `UBND huyện` in a paper of Lâm Khê and `UBND huyện Lâm Khê` are one unit; that of another district is another.
    Where two bear one name, who gave the tasks tells them apart.
    """
    groups: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in assignments:
        groups[line.office].append(line)
    names = Counter(group[0].unit for group in groups.values())
    found: dict[str, list[Line]] = {}
    for group in groups.values():
        first = group[0]
        name = f"{first.unit} ({first.issuer})" if names[first.unit] > 1 and first.issuer else first.unit
        number = 1
        shown = name
        while shown in found:
            number += 1
            shown = f"{name} ({number})"
        found[shown] = group
    return found


def statistic_of(tasks: Sequence[Line], by_office: dict[str, list[Line]], today: date) -> StatisticView:
    """Return the statistic on that day, judged by the original deadlines."""
    assignments = [line for group in by_office.values() for line in group]
    led = {line.task for line in assignments}
    units = (UnitStatistic(name, count(map(_counted, group), today)) for name, group in by_office.items())
    return StatisticView(
        count(map(_counted, tasks), today),
        count(map(_counted, assignments), today),
        sum(line.moved for line in tasks),
        sum(line.task not in led for line in tasks),
        tuple(sorted(units, key=lambda u: (-u.counts.assigned, sort_key(u.unit), u.unit))),
    )


def cells_by_unit(tasks: Sequence[Line], by_office: dict[str, list[Line]], today: date) -> Cells:
    """Return the ids of tasks behind each cell of the statistic: of all tasks under "", of each unit under its name."""
    return {name: _cells(lines, today) for name, lines in {"": tasks, **by_office}.items()}


def _cells(lines: Iterable[Line], today: date) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        for cell in cells_of(_counted(line), today):
            found[cell].append(line.task)
    return {cell: tuple(sorted(ids)) for cell, ids in found.items()}


def _counted(line: Line) -> Counted:
    return Counted(line.progress, line.hard, line.original, line.on_time)
