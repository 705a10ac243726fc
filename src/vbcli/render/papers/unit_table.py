"""The table of the Phụ lục: one row per unit that adds up, and what its rates are parts of."""

from dataclasses import dataclass

from vbcli.model.statistic import Share, Statistic, StatisticView
from vbcli.render.papers.words import named, number, percent

HEADS = (
    "TT",
    "Tên đơn vị",
    "Tổng số",
    "HT trong hạn",
    "HT trễ hạn",
    "Chưa HT trong hạn",
    "Chưa HT trễ hạn",
    "Không hạn",
    "Tỷ lệ HT đúng hạn",
    "Tỷ lệ HT trễ hạn",
    "Tỷ lệ chưa HT trễ hạn",
    "Ghi chú",
)
NOTES = (
    "Đơn vị tính: lượt giao (nhiệm vụ × đơn vị chủ trì); HT: hoàn thành; xét theo hạn ban đầu.",
    "Tổng số = HT trong hạn + HT trễ hạn + Chưa HT trong hạn + Chưa HT trễ hạn + Không hạn; không kể nhiệm vụ tạm dừng.",
    (
        "Mẫu số của ba tỷ lệ: số đã đến hạn, gồm HT trong hạn mà hạn ban đầu đã qua, HT trễ hạn và Chưa HT trễ hạn; "
        "ba tỷ lệ cộng lại bằng 100% (làm tròn có thể lệch 0,1). Số đã đến hạn của từng đơn vị nêu ở cột Ghi chú; chưa có nhiệm vụ đến hạn thì ghi –."
    ),
)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One row: six counts, three rates of what fell due."""

    unit: str
    total: int
    done_in_time: int
    done_late: int
    open_in_time: int
    open_late: int
    no_due: int
    in_time_rate: Share
    """Of what is done in time only what has fallen due: a task done long before its day settles nothing yet."""
    done_late_rate: Share
    open_late_rate: Share
    paused: int

    @property
    def counts(self) -> tuple[int, ...]:
        """Return the six counts in the order of the heads."""
        return (self.total, self.done_in_time, self.done_late, self.open_in_time, self.open_late, self.no_due)

    @property
    def rates(self) -> tuple[Share, ...]:
        """Return the three rates in the order of the heads."""
        return (self.in_time_rate, self.done_late_rate, self.open_late_rate)

    @property
    def remark(self) -> str:
        """Return the denominator and what rests."""
        rests = f"; tạm dừng: {number(self.paused)}" if self.paused else ""
        return f"Đã đến hạn: {number(self.in_time_rate.whole)}{rests}"


def unit_rows(view: StatisticView) -> tuple[UnitRow, ...]:
    """Return a row per unit, in the order of the statistic."""
    return tuple(_row(unit.unit, unit.counts) for unit in view.by_unit)


def total_row(view: StatisticView) -> UnitRow:
    """Return the last row: all assignments, counted one by one."""
    return _row("Tổng cộng", view.assignments)


def cells(row: UnitRow, position: str) -> tuple[str, ...]:
    """Return a row as it is printed."""
    return (position, named(row.unit), *map(number, row.counts), *map(percent, row.rates), row.remark)


def _row(unit: str, counts: Statistic) -> UnitRow:
    fell_due = counts.in_time().whole
    return UnitRow(
        unit=unit,
        total=counts.assigned,
        done_in_time=counts.done_in_time,
        done_late=counts.done_late,
        open_in_time=counts.open_in_time,
        open_late=counts.open_late,
        no_due=counts.no_due,
        in_time_rate=counts.in_time(),
        done_late_rate=Share(counts.done_late, fell_due),
        open_late_rate=Share(counts.open_late, fell_due),
        paused=counts.paused,
    )
