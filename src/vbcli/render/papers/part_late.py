"""Part II of a report: what is overdue, and what the register does not know."""

from collections.abc import Sequence

from vbcli.model.report import Band, Report, Trouble
from vbcli.render.papers.grid import Grid, GridColumn, column, figure
from vbcli.render.papers.sections import Section, size
from vbcli.render.papers.words import day, named, number, shortened, two_digits

_MOST_PAPERS = 20
"""Rows of a list of papers; the program has the others."""
_BANDS = {
    Band.WEEK: "từ 01 đến 07 ngày",
    Band.MONTH: "từ 08 đến 30 ngày",
    Band.SEASON: "từ 31 đến 120 ngày",
    Band.LONGER: "trên 120 ngày",
}


def overdue(report: Report) -> Section:
    """Return the overdue tasks by age and by unit."""
    late = size(report, "overdue")
    if not late:
        return Section("Nhiệm vụ quá hạn", (f"Đến ngày {day(report.as_of)}, không có nhiệm vụ nào quá hạn.",))
    ages = "; ".join(f"{words}: {number(len(report.bands.get(band, ())))}" for band, words in _BANDS.items())
    shares = f"Đến ngày {day(report.as_of)}, có {two_digits(late)} nhiệm vụ quá hạn; chia theo số ngày quá hạn: {ages}."
    if not report.late_units:
        return Section("Nhiệm vụ quá hạn", (shares,))
    rows = [
        (
            str(n),
            named(unit.unit),
            number(unit.assigned),
            number(len(unit.late)),
            *(number(unit.bands.get(band, 0)) for band in Band),
            number(unit.longest),
        )
        for n, unit in enumerate(report.late_units, 1)
    ]
    columns = (
        figure("TT", 10),
        column("Đơn vị chủ trì", 44),
        figure("Số lượt giao", 16),
        figure("Quá hạn", 15),
        figure("1–7 ngày", 14),
        figure("8–30 ngày", 15),
        figure("31–120 ngày", 16),
        figure("Trên 120 ngày", 15),
        figure("Lâu nhất (ngày)", 15),
    )
    by_unit = (
        f"Có {two_digits(len(rows))} đơn vị chủ trì còn nhiệm vụ quá hạn, xếp theo số lượt quá hạn (nhiệm vụ giao nhiều đơn "
        "vị tính cho từng đơn vị); danh sách chi tiết tại Phụ lục II:"
    )
    return Section("Nhiệm vụ quá hạn", (shares, by_unit, Grid(columns, tuple(rows))))


def unattended(report: Report) -> Section | None:
    """Return what nobody looks after; None where there is nothing."""
    untouched, no_lead = size(report, "untouched"), size(report, "no_lead")
    said = []
    if untouched:
        said.append(
            f"Có {two_digits(untouched)} nhiệm vụ chưa hoàn thành mà chưa được cập nhật tiến độ lần nào kể từ khi giao."
        )
    if no_lead:
        said.append(f"Có {two_digits(no_lead)} nhiệm vụ chưa rõ đơn vị chủ trì, chưa tính vào kết quả của đơn vị nào.")
    return Section("Nhiệm vụ chưa cập nhật, chưa rõ đơn vị chủ trì", tuple(said)) if said else None


def troubled(report: Report) -> Section | None:
    """Return papers that were not read or not wholly; None where there are none."""
    found = (*report.failed, *report.trouble)
    if not found:
        return None
    said = (
        f"Có {two_digits(len(report.failed))} tệp chưa đọc được và {two_digits(len(report.trouble))} văn bản đọc được nhưng "
        "còn chỗ cần người kiểm tra"
    )
    columns = (figure("TT", 10), column("Văn bản, tệp", 65), column("Vướng mắc", 85))
    return Section("Văn bản đọc chưa đầy đủ", _listed(said, columns, [_trouble(one) for one in found]))


def _trouble(one: Trouble) -> tuple[str, str]:
    return shortened(one.name, 200), shortened(one.words, 300)


def missing(report: Report) -> Section | None:
    """Return cited papers that the archive lacks; None where there are none."""
    if not report.missing:
        return None
    said = f"Có {two_digits(len(report.missing))} văn bản được viện dẫn nhưng chưa có trong hồ sơ"
    columns = (
        figure("TT", 10),
        column("Văn bản", 94),
        figure("Số lần viện dẫn", 28),
        figure("Số văn bản viện dẫn", 28),
    )
    rows = [(shortened(one.name, 300), number(one.times), number(one.documents)) for one in report.missing]
    return Section("Văn bản còn thiếu", _listed(said, columns, rows))


def _listed(said: str, columns: tuple[GridColumn, ...], rows: Sequence[tuple[str, ...]]) -> tuple[str | Grid, ...]:
    shown = rows[:_MOST_PAPERS]
    more = f"; {two_digits(len(shown))} văn bản đầu gồm:" if len(rows) > len(shown) else ":"
    return f"{said}{more}", Grid(columns, tuple((str(n), *row) for n, row in enumerate(shown, 1)))
