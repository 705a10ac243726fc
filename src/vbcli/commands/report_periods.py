"""Flags that name a period, and what they mean."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli.commands.options import day_of
from vbcli.errors import UsageError
from vbcli.language import _

if TYPE_CHECKING:
    from vbcli.model.report import Period

Week = Annotated[
    str | None,
    typer.Option("--week", metavar="TUẦN", help="2024-W19, một ngày trong tuần, nay hoặc truoc; mặc định nay"),
]
Month = Annotated[str | None, typer.Option("--month", metavar="THÁNG", help="2024-05, nay hoặc truoc")]
Quarter = Annotated[str | None, typer.Option("--quarter", metavar="QUÝ", help="2024-Q2, nay hoặc truoc")]
Half = Annotated[str | None, typer.Option("--half", metavar="NỬA_NĂM", help="6 tháng: 2024-H1, nay hoặc truoc")]
Since = Annotated[str | None, typer.Option("--since", metavar="NGÀY", help="từ ngày này")]
Until = Annotated[str | None, typer.Option("--until", metavar="NGÀY", help="đến hết ngày này; mặc định hôm nay")]

SAMPLES = {
    "week": "--week 2024-W19, --week nay, --week truoc",
    "month": "--month 2024-05, --month nay, --month truoc",
    "quarter": "--quarter 2024-Q2, --quarter nay, --quarter truoc",
    "half": "--half 2024-H1, --half nay, --half truoc",
}
"""What to type, by the name of the flag, which is the kind of the period."""


def period_asked(named: dict[str, str | None], since: str | None, until: str | None, today: date) -> "Period":
    """Return the period that the flags name, the week of today without any; a `UsageError` where they contradict."""
    from vbcli.model.report import PeriodKind
    from vbcli.text.periods import period_of, period_with

    given = [(name, words) for name, words in named.items() if words is not None]
    if len(given) + (since is not None or until is not None) > 1:
        raise UsageError(_("chỉ nêu một kỳ báo cáo"), "--week, --month, --quarter, --half, --since … --until …")
    if since is not None or until is not None:
        period = _span(since, until, today)
    elif given:
        name, words = given[0]
        found = period_of(PeriodKind(name), words, today)
        if found is None:
            raise UsageError(_("không hiểu kỳ “{words}” của --{name}").format(words=words, name=name), SAMPLES[name])
        period = found
    else:
        period = period_with(PeriodKind.WEEK, today)
    if period.start > today:
        raise UsageError(_("kỳ báo cáo bắt đầu ngày {day:%d/%m/%Y} chưa tới").format(day=period.start))
    return period


def _span(since: str | None, until: str | None, today: date) -> "Period":
    from vbcli.model.report import Period, PeriodKind

    if since is None:
        raise UsageError(_("--until cần --since đi cùng"), "--since 2024-01-01 --until 2024-06-30")
    first = day_of(since, "--since", today)
    last = day_of(until, "--until", today) if until is not None else today
    if last < first:
        raise UsageError(
            _("kỳ báo cáo kết thúc ngày {last:%d/%m/%Y}, trước khi bắt đầu ngày {first:%d/%m/%Y}").format(
                last=last, first=first
            )
        )
    return Period(PeriodKind.SPAN, first, last)
