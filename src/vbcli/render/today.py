"""What `vb` alone shows: overdue, due today, due soon."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vbcli.language import _, counted
from vbcli.model.views import TaskRow
from vbcli.render import labels
from vbcli.render.page import Page, Part, Text, Weight
from vbcli.render.tables import task_list


@dataclass(frozen=True, slots=True)
class DueList:
    """One of the lists that `vb` alone shows."""

    title: str
    tasks: Sequence[TaskRow]
    total: int
    more: str
    """Command that lists them all."""


def today_page(lists: Sequence[DueList], today: date, width: int | None) -> Page:
    """Return the lists, one below the other."""
    page: list[Part] = []
    for due in lists:
        heading = Text(f"{due.title} ({labels.count(due.total)}):", Weight.STRONG)
        table = task_list(due.tasks, today, width)[0] if due.tasks else Text(_("Không có."))
        page += [Text(""), heading, table]
        if due.total > len(due.tasks):
            page.append(
                Text(
                    counted("… và {rest} việc nữa: {command}", due.total - len(due.tasks)).format(
                        rest=labels.count(due.total - len(due.tasks)), command=due.more
                    ),
                    Weight.DIM,
                )
            )
    return tuple(page[1:])
