"""The week on a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vbcli.model.summary import SummaryView
from vbcli.model.views import TaskRow
from vbcli.render import labels
from vbcli.render.page import Column, Page, Pairs, Part, Table, Text, Weight, cell
from vbcli.render.statistic import statistic_parts
from vbcli.render.tables import task_list


def summary_page(view: SummaryView, width: int | None) -> Page:
    """Return totals, overdue by unit, what is due this week and next."""
    week = view.start.isocalendar().week
    span = f"{labels.day(view.start)} – {labels.day(view.end)}"
    page: list[Part] = [
        Text(f"Tuần {week} ({span}), tính đến ngày {labels.day(view.today)}", Weight.TITLE),
        Text(""),
        Pairs(_totals(view)),
        Text(""),
        Text("Quá hạn theo đơn vị chủ trì (lượt giao):", Weight.STRONG),
        _by_unit(view) if view.by_unit else Text("Không đơn vị nào có việc quá hạn."),
        *_due("Đến hạn từ hôm nay đến hết tuần", view.rest_of_week, view.today, width),
        *_due("Đến hạn tuần sau", view.next_week, view.today, width),
    ]
    page += [Text(""), *statistic_parts(view.statistic, width)]
    if view.failed:
        page += [Text(""), Text("Tệp không đọc được:", Weight.STRONG)]
        page += [Text(f"{path}: {reason}", indent=2) for path, reason in view.failed]
    return tuple(page)


def _totals(view: SummaryView) -> tuple[tuple[str, Text], ...]:
    parts = (
        ("  Quá hạn", view.overdue, Weight.LATE if view.overdue else Weight.PLAIN),
        ("  Sắp đến hạn (3 ngày)", view.soon, Weight.SOON if view.soon else Weight.PLAIN),
        ("  Trong hạn", view.on_time, Weight.PLAIN),
        ("  Theo kỳ kế hoạch", view.planned, Weight.PLAIN),
        ("  Không hạn", view.no_due, Weight.PLAIN),
        ("  Tạm dừng", view.paused, Weight.PLAIN),
        ("  Hoàn thành", view.done, Weight.PLAIN),
    )
    documents = f"{labels.count(view.documents)} (ban hành trong tuần: {labels.count(view.new_documents)})"
    return (
        ("Văn bản", Text(documents)),
        ("Nhiệm vụ", Text(labels.count(view.tasks), Weight.STRONG)),
        *((name, Text(labels.count(number), weight)) for name, number, weight in parts),
        ("Chưa rõ đơn vị chủ trì", Text(labels.count(view.no_lead))),
    )


def _by_unit(view: SummaryView) -> Table:
    columns = (
        Column("Đơn vị"),
        Column("Quá hạn", fixed=True, right=True),
        Column("Được giao", fixed=True, right=True),
        Column("Trễ nhất", fixed=True, right=True),
    )
    return Table(
        columns,
        tuple(
            (
                cell(line.unit),
                cell(labels.count(line.overdue), Weight.LATE),
                cell(labels.count(line.total)),
                cell(f"{labels.count(line.longest)} ngày"),
            )
            for line in view.by_unit
        ),
    )


def _due(title: str, tasks: Sequence[TaskRow], today: date, width: int | None, total: int | None = None) -> list[Part]:
    heading = Text(f"{title} ({labels.count(len(tasks) if total is None else total)}):", Weight.STRONG)
    if not tasks:
        return [Text(""), heading, Text("Không có.")]
    return [Text(""), heading, task_list(tasks, today, width)[0]]


@dataclass(frozen=True, slots=True)
class DueList:
    """One of the lists that `vb` alone shows."""

    title: str
    tasks: Sequence[TaskRow]
    total: int
    more: str
    """Command that lists them all."""


def today_page(lists: Sequence[DueList], today: date, width: int | None) -> Page:
    """Return what `vb` alone shows: overdue, due today, due soon."""
    page: list[Part] = []
    for due in lists:
        page += _due(due.title, due.tasks, today, width, due.total)
        if due.total > len(due.tasks):
            page.append(Text(f"… và {labels.count(due.total - len(due.tasks))} việc nữa: {due.more}", Weight.DIM))
    return tuple(page[1:])
