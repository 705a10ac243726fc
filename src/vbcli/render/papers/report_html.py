"""The report as one HTML file without scripts or links: prints on A4, reads on a telephone."""

from collections.abc import Sequence
from typing import Any

from vbcli.model.report import Past, PeriodKind, Report
from vbcli.model.statistic import Base, UnitStatistic
from vbcli.render.as_html import page
from vbcli.render.papers.report_words import report_words
from vbcli.render.papers.sections import STOCK, size
from vbcli.render.papers.unit_table import NOTES
from vbcli.render.papers.words import day, number, percent, plain
from vbcli.settings import Office

_ROMAN = ("I", "II", "III")
_MOST_BARS = 30
_LEFT, _RIGHT, _TOP, _BOTTOM = 55, 605, 25, 150
"""Where the line over time is drawn, in units of its picture."""


def report_html(report: Report, office: Office) -> bytes:
    """Return the report as a page of its own."""
    words = report_words(report, office)
    heading = f"Báo cáo {words.subject}"
    return page(
        "report.html",
        title=plain(heading),
        office=plain(office.name),
        heading=plain(heading),
        about=f"{words.days[:1].upper()}{words.days[1:]}; số liệu tính đến ngày {day(report.as_of)}",
        figures=_figures(report),
        line=_line(report),
        bars=_bars(report.statistic.by_unit),
        parts=[
            {"numeral": numeral, "title": part.title, "sections": part.sections}
            for numeral, part in zip(_ROMAN, words.parts, strict=True)
        ],
        units=words.units,
        units_title=f"Kết quả thực hiện nhiệm vụ theo đơn vị tính đến ngày {day(report.as_of)}",
        notes=NOTES,
        late=words.late,
        late_title=f"Danh sách nhiệm vụ quá hạn tính đến ngày {day(report.as_of)}",
    ).encode()


def _figures(report: Report) -> list[dict[str, Any]]:
    shares = [(name, words, size(report, name)) for name, words in STOCK.items()]
    found = [("tasks", "nhiệm vụ", report.tasks), *shares]
    return [
        {"name": name, "words": words, "number": number(count), "late": name == "overdue" and count > 0}
        for name, words, count in found
    ]


def _bars(units: Sequence[UnitStatistic]) -> dict[str, Any] | None:
    """Return the on-time rates of the units of which something has fallen due, the lowest first."""
    rated = [(unit.unit, unit.counts.in_time()) for unit in units]
    rows = sorted(
        ((unit, share) for unit, share in rated if share.whole),
        key=lambda row: (row[1].part / row[1].whole, -row[1].whole, row[0]),
    )
    if not rows:
        return None
    more = len(rows) - _MOST_BARS
    return {
        "caption": "Tỷ lệ hoàn thành đúng hạn trên số lượt đã đến hạn, theo đơn vị (thấp trước)",
        "rows": [
            {
                "unit": plain(unit),
                "width": round(100 * share.part / share.whole, 1),
                "share": f"{percent(share)} ({number(share.part)}/{number(share.whole)})",
            }
            for unit, share in rows[:_MOST_BARS]
        ],
        "others": f"Còn {number(more)} đơn vị có tỷ lệ cao hơn, xem Phụ lục I." if more > 0 else "",
    }


def _line(report: Report) -> dict[str, Any] | None:
    """Return overdue tasks and the on-time rate over the last periods; None where there was no earlier report."""
    if not report.history:
        return None
    rate = report.statistic.tasks.in_time(Base.FELL_DUE)
    late, done = size(report, "overdue"), size(report, "done")
    now = Past(report.period, report.as_of, report.tasks, late, done, rate.part, rate.whole)
    past = [*report.history, now]
    most = max(1, *(one.overdue for one in past))
    step = (_RIGHT - _LEFT) / (len(past) - 1)
    points = []
    rates = []
    for n, one in enumerate(past):
        x = round(_LEFT + n * step, 1)
        points.append(
            {
                "x": x,
                "overdue": number(one.overdue),
                "overdue_y": round(_BOTTOM - (_BOTTOM - _TOP) * one.overdue / most, 1),
                "label": _label(one),
                "rate": f"{round(100 * one.in_time_part / one.in_time_whole)}%" if one.in_time_whole else "–",
            }
        )
        if one.in_time_whole:
            rates.append((x, round(_BOTTOM - (_BOTTOM - _TOP) * one.in_time_part / one.in_time_whole, 1)))
    return {
        "caption": "Diễn biến qua các kỳ báo cáo",
        "points": points,
        "overdue": " ".join(f"{point['x']},{point['overdue_y']}" for point in points),
        "rate": " ".join(f"{x},{y}" for x, y in rates),
        "legend": "Nét liền: số nhiệm vụ quá hạn; nét đứt: tỷ lệ hoàn thành đúng hạn trên số đã đến hạn (0–100%).",
    }


def _label(one: Past) -> str:
    start = one.period.start
    match one.period.kind:
        case PeriodKind.WEEK:
            return f"T{start.isocalendar().week}"
        case PeriodKind.MONTH:
            return f"{start.month:02d}/{start.year}"
        case PeriodKind.QUARTER:
            return f"Q{(start.month - 1) // 3 + 1}/{start.year}"
        case _:
            return f"{one.as_of:%d/%m}"
