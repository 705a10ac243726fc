"""The statistic on a page: rates as offices write them, units that do not fit a screen summed up."""

import pytest

from vbcli.model.statistic import Share, Statistic, StatisticView, UnitStatistic
from vbcli.render.console import Screen, draw
from vbcli.render.statistic import share, statistic_json, statistic_parts


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (Share(2, 3), "2/3 = 66,7 %"),
        (Share(1, 8), "1/8 = 12,5 %"),
        (Share(1, 2000), "1/2.000 = 0,1 %"),  # half a tenth goes up
        (Share(1, 2001), "1/2.001 = 0,0 %"),
        (Share(12, 12), "12/12 = 100,0 %"),
        (Share(0, 0), "—"),
    ],
)
def test_a_rate_is_written_with_both_numbers(rate, words):
    assert share(rate) == words


def view(units: int) -> StatisticView:
    one = Statistic(done_in_time=1, open_late=1, done_in_time_past=1)
    whole = Statistic(done_in_time=units, open_late=units, done_in_time_past=units)
    rows = tuple(UnitStatistic(f"Đơn vị {n:02d}", one) for n in range(units))
    return StatisticView(whole, whole, by_unit=rows)


def test_units_that_do_not_fit_a_screen_are_one_row_so_that_the_sum_still_agrees():
    shown = draw(tuple(statistic_parts(view(20), 80)), Screen(80))
    assert "Đơn vị 14" in shown
    assert "Đơn vị 15" not in shown
    rows = [line.split() for line in shown.splitlines()]
    assert ["5", "đơn", "vị", "khác", "10", "5", "5", "50,0", "%"] in rows
    assert ["Cộng", "40", "20", "20", "50,0", "%"] in rows
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_a_file_has_every_unit():
    assert "Đơn vị 19\t2\t1\t\t\t1\t\t\t50,0 %" in draw(tuple(statistic_parts(view(20), None)), Screen())
    assert len(statistic_json(view(20))["by_unit"]) == 20


def test_an_archive_without_tasks_has_no_rates():
    shown = draw(tuple(statistic_parts(StatisticView(Statistic(), Statistic()), None)), Screen())
    assert "Tỷ lệ hoàn thành trên số được giao: —" in shown
    assert "đơn vị chủ trì" not in shown
