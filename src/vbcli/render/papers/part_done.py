"""Part I of a report: what is followed, what was done, what changed."""

from vbcli.model.report import Report
from vbcli.model.statistic import Share
from vbcli.render.papers.duty_words import NOBODY, task_words
from vbcli.render.papers.grid import Grid, column, figure
from vbcli.render.papers.sections import STOCK, Section, size
from vbcli.render.papers.words import day, long_day, named, number, percent, several, two_digits


def stock(report: Report) -> Section:
    """Return how many tasks are followed and how they stand by the current deadline."""
    words = {**STOCK, "soon": f"{STOCK['soon']} (trong {two_digits(report.soon_days)} ngày)"}
    shares = "; ".join(f"{name} {number(size(report, key))}" for key, name in words.items())
    later = "Số liệu được tính sau khi kết thúc kỳ báo cáo, theo hồ sơ hiện có." if report.reckoned_later else ""
    return Section(
        "Số nhiệm vụ theo dõi",
        (
            (
                f"Tính đến {long_day(report.as_of)}, sổ theo dõi có {number(report.tasks)} nhiệm vụ, "
                f"{number(report.documents)} văn bản; trong kỳ có {two_digits(report.new_documents)} văn bản mới ban hành."
            ),
            f"Xét theo hạn hiện tại, số nhiệm vụ {shares}.",
            *filter(None, [later]),
        ),
    )


def by_original(report: Report) -> Section:
    """Return the official statistic of tasks and of assignments, with its rates."""
    tasks, parts = report.statistic.tasks, report.statistic.assignments
    rests = f" (không kể {two_digits(tasks.paused)} nhiệm vụ tạm dừng)" if tasks.paused else ""
    return Section(
        "Kết quả theo hạn ban đầu",
        (
            (
                f"Trong {number(tasks.assigned)} nhiệm vụ được giao{rests}: hoàn thành trong hạn "
                f"{number(tasks.done_in_time)}; hoàn thành trễ hạn {number(tasks.done_late)}; chưa hoàn thành, còn trong hạn "
                f"{number(tasks.open_in_time)}; chưa hoàn thành, trễ hạn {number(tasks.open_late)}; không có hạn cố định "
                f"{number(tasks.no_due)} (đã hoàn thành {number(tasks.no_due_done)})."
            ),
            (
                f"{_rate('Tỷ lệ hoàn thành đúng hạn', tasks.in_time(), 'nhiệm vụ đã đến hạn')}; "
                f"{_rate('tỷ lệ hoàn thành', tasks.completed(), 'nhiệm vụ được giao')}."
            ),
            (
                f"Tính theo lượt giao (nhiệm vụ × đơn vị chủ trì), {two_digits(len(report.statistic.by_unit))} đơn vị được giao "
                f"{number(parts.assigned)} lượt; {_rate('tỷ lệ hoàn thành đúng hạn', parts.in_time(), 'lượt đã đến hạn')}. "
                f"Kết quả của từng đơn vị tại Phụ lục I."
            ),
            *(
                [
                    (
                        f"Có {two_digits(report.statistic.moved)} nhiệm vụ được gia hạn hoặc điều chỉnh hạn: vẫn xét kết quả "
                        "theo hạn ban đầu, nhưng chỉ tính quá hạn khi đã qua hạn hiện tại."
                    )
                ]
                if report.statistic.moved
                else []
            ),
        ),
    )


def _rate(name: str, share: Share, whole: str) -> str:
    if not share.whole:
        return f"{name} chưa tính được vì chưa có {whole}"
    return f"{name} đạt {percent(share)} ({number(share.part)}/{number(share.whole)} {whole})"


def change_since(report: Report) -> Section:
    """Return what became different since the last figures that were kept."""
    change = report.change
    if change is None:
        words = "Chưa có số liệu chốt của kỳ trước để so sánh."
        return Section("Biến động so với kỳ trước", (words,))
    named = {
        "giao mới": change.assigned,
        "hoàn thành trong hạn": change.done_in_time,
        "hoàn thành trễ hạn": change.done_late,
        "phát sinh quá hạn": change.newly_overdue,
        "gia hạn": change.extended,
        "mở lại": change.reopened,
        "tạm dừng": change.paused,
        "thôi theo dõi": change.gone,
    }
    shares = "; ".join(f"{words} {number(len(ids))}" for words, ids in named.items())
    return Section(
        "Biến động so với kỳ trước", (f"So với số liệu chốt ngày {day(change.since)}, số nhiệm vụ {shares}.",)
    )


def recurring(report: Report) -> Section | None:
    """Return the recurring duties of the period; None where there are none."""
    if not report.occurrences:
        return None
    kept = sum(1 for occurrence in report.occurrences if occurrence.done_on)
    rows = [
        (
            str(n),
            task_words(report.duties[o.task]),
            named(several(report.duties[o.task].leads)) or NOBODY,
            day(o.due),
            f"Hoàn thành ngày {day(o.done_on)}" if o.done_on else "Chưa ghi nhận",
        )
        for n, o in enumerate(report.occurrences, 1)
    ]
    columns = (
        figure("TT", 10),
        column("Nhiệm vụ định kỳ", 68),
        column("Đơn vị chủ trì", 34),
        figure("Ngày đến kỳ", 23),
        column("Kết quả", 25),
    )
    intro = (
        f"Trong kỳ có {two_digits(len(rows))} lượt nhiệm vụ định kỳ đến ngày thực hiện, đã ghi nhận hoàn thành "
        f"{number(kept)} lượt:"
    )
    return Section("Nhiệm vụ định kỳ", (intro, Grid(columns, tuple(rows))))
