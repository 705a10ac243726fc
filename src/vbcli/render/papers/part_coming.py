"""Part III of a report: what falls due next, and what is proposed."""

from datetime import date

from vbcli.model.report import Band, Duty, Report
from vbcli.render.papers.duty_words import NOBODY, due_words, source_words, task_words
from vbcli.render.papers.grid import Grid, column, figure
from vbcli.render.papers.sections import Section, size
from vbcli.render.papers.words import day, named, number, several, two_digits


def coming(report: Report) -> Section:
    """Return what falls due in the rest of the period and in the week after it."""
    end = day(report.period.end)
    rest = {id_: report.duties[id_].due for id_ in report.rest_of_period}
    following = {id_: report.next_due(id_) for id_ in report.next_week}
    rows: list[tuple[str, ...]] = []
    for title, dates in ((f"Đến hết ngày {end}", rest), (f"Trong bảy ngày sau ngày {end}", following)):
        if dates:
            rows.append((f"{title}: {number(len(dates))} nhiệm vụ",))
            rows += [_row(n, report.duties[id_], due) for n, (id_, due) in enumerate(dates.items(), 1)]
    if not rows:
        return Section("Nhiệm vụ đến hạn trong thời gian tới", ("Không có nhiệm vụ nào đến hạn trong thời gian tới.",))
    columns = (
        figure("TT", 10),
        column("Nội dung nhiệm vụ", 60),
        column("Đơn vị chủ trì", 30),
        column("Văn bản giao", 37),
        figure("Hạn", 23),
    )
    total = len({*rest, *following})
    return Section(
        "Nhiệm vụ đến hạn trong thời gian tới",
        (f"Có {two_digits(total)} nhiệm vụ đến hạn, cần tập trung thực hiện:", Grid(columns, tuple(rows))),
    )


def _row(n: int, duty: Duty, due: date | None) -> tuple[str, ...]:
    return (
        str(n),
        task_words(duty),
        named(several(duty.leads)) or NOBODY,
        source_words(duty),
        due_words(duty.due_time, due),
    )


def proposals(report: Report) -> Section:
    """Return what is asked of units and of those above, as far as the figures give cause."""
    said = []
    longest = [unit.unit for unit in report.late_units if unit.bands.get(Band.LONGER)]
    if size(report, "overdue"):
        said.append(
            "Đề nghị các đơn vị có nhiệm vụ quá hạn (Phụ lục II) khẩn trương hoàn thành, báo cáo rõ nguyên nhân chậm, trách "
            "nhiệm và thời gian hoàn thành."
        )
    if longest:
        said.append(
            f"Đề nghị đơn vị có nhiệm vụ quá hạn trên 120 ngày ({several(longest, 6)}) giải trình bằng "
            "văn bản; nhiệm vụ không còn phù hợp thì đề xuất điều chỉnh hoặc dừng thực hiện."
        )
    if report.rest_of_period or report.next_week:
        said.append(
            "Đề nghị các đơn vị có nhiệm vụ sắp đến hạn bảo đảm tiến độ; có khó khăn, vướng mắc thì báo cáo, đề xuất gia hạn "
            "trước khi hết hạn."
        )
    if size(report, "untouched"):
        said.append("Đề nghị các đơn vị cập nhật tiến độ của nhiệm vụ chưa được cập nhật lần nào.")
    if size(report, "no_lead"):
        said.append("Đề nghị phân công đơn vị chủ trì cho các nhiệm vụ chưa rõ đơn vị.")
    if report.missing:
        said.append("Đề nghị bổ sung vào hồ sơ các văn bản được viện dẫn còn thiếu.")
    if report.failed:
        said.append("Đề nghị cung cấp lại các tệp chưa đọc được.")
    return Section("Đề xuất, kiến nghị", tuple(said) or ("Không có.",))
