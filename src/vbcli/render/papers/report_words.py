"""What a report says: whole sentences with the figures, and tables, in three numbered parts and two appendices."""

from collections.abc import Callable
from dataclasses import dataclass

from vbcli.model.report import Duty, Report
from vbcli.render.papers import part_coming, part_done, part_late, unit_table
from vbcli.render.papers.duty_words import NOBODY, duty_cells
from vbcli.render.papers.grid import Grid, column, figure
from vbcli.render.papers.sections import Part, Section
from vbcli.render.papers.words import days_of, named, next_period, number, period_name, plain
from vbcli.settings import Office


@dataclass(frozen=True, slots=True)
class ReportWords:
    """All words of a report but its head and its signature."""

    subject: str
    """Trích yếu, its first letter small."""
    days: str
    parts: tuple[Part, ...]
    closing: str
    units: Grid
    """Phụ lục I."""
    late: Grid
    """Phụ lục II, headed by units."""


def report_words(report: Report, office: Office) -> ReportWords:
    """Return what a report says."""
    period = period_name(report.period)
    whom = f" giao cho {plain(report.unit)}" if report.unit else ""
    subject = f"tình hình thực hiện nhiệm vụ{whom or ' được giao'} {period}"
    who = f", {plain(office.name)} kính báo cáo" if office.name else ""
    return ReportWords(
        subject=subject,
        days=days_of(report.period),
        parts=(
            Part(
                "Tình hình chung, kết quả thực hiện",
                _present(
                    part_done.stock, part_done.by_original, part_done.change_since, part_done.recurring, of=report
                ),
            ),
            Part(
                "Nhiệm vụ quá hạn, tồn tại, hạn chế",
                _present(part_late.overdue, part_late.unattended, part_late.troubled, part_late.missing, of=report),
            ),
            Part(
                f"Nhiệm vụ {next_period(report.period)}, đề xuất, kiến nghị",
                _present(part_coming.coming, part_coming.proposals, of=report),
            ),
        ),
        closing=f"Trên đây là báo cáo {subject}{who}./.",
        units=unit_grid(report),
        late=_late_grid(report, office),
    )


def _present(*makers: Callable[[Report], Section | None], of: Report) -> tuple[Section, ...]:
    made = (make(of) for make in makers)
    return tuple(section for section in made if section)


def unit_grid(report: Report) -> Grid:
    """Return the table of Phụ lục I."""
    widths = (10.0, 50.0, *[16.5] * 6, *[19.0] * 3, 31.0)
    words = {"Tên đơn vị", "Ghi chú"}
    columns = tuple(
        column(head, width) if head in words else figure(head, width)
        for head, width in zip(unit_table.HEADS, widths, strict=True)
    )
    rows = [unit_table.cells(row, str(n)) for n, row in enumerate(unit_table.unit_rows(report.statistic), 1)]
    rows = [tuple(map(plain, row)) for row in (*rows, unit_table.cells(unit_table.total_row(report.statistic), ""))]
    return Grid(columns, tuple(rows), total=True)


def late_by_unit(report: Report) -> list[tuple[str, list[Duty]]]:
    """Return the overdue tasks of each unit, the worst unit first; those that nobody leads last."""
    lists = [(unit.unit, [report.duties[id_] for id_ in unit.late]) for unit in report.late_units]
    listed = {id_ for unit in report.late_units for id_ in unit.late}
    others = [report.duties[id_] for id_ in report.figures.get("overdue", ()) if id_ not in listed]
    return [*lists, (NOBODY, others)] if others else lists


def _late_grid(report: Report, office: Office) -> Grid:
    columns = (
        figure("TT", 10),
        column("Nội dung nhiệm vụ", 93),
        column("Văn bản giao", 52),
        figure("Hạn ban đầu", 23),
        figure("Hạn hiện tại", 23),
        figure("Số ngày quá hạn", 16),
        column("Người theo dõi", 30),
    )
    rows: list[tuple[str, ...]] = []
    for unit, duties in late_by_unit(report):
        rows.append((f"{named(unit)}: {number(len(duties))} nhiệm vụ",))
        rows += [(*duty_cells(str(n), duty), plain(duty.officer or office.officer)) for n, duty in enumerate(duties, 1)]
    return Grid(columns, tuple(rows))
