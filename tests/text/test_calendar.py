"""Dates and numerals as they are printed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import quick
from vbcli.text.dates import add_months, make_date, month_end, parse_date, quarter_end, week_bounds
from vbcli.text.numerals import count, roman


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày 12 tháng 6 năm 2024", date(2024, 6, 12)),
        ("ngày 05 tháng 01 năm 2025", date(2025, 1, 5)),
        ("12/6/2024", date(2024, 6, 12)),
        ("12.6.2024", date(2024, 6, 12)),
        ("12-6-2024", date(2024, 6, 12)),
        ("12 / 6 / 2024", date(2024, 6, 12)),
        ("ngày 12/6 năm 2024", date(2024, 6, 12)),
        ("12 tháng 6, năm 2024", date(2024, 6, 12)),
        ("04/12/2020 10:49", date(2020, 12, 4)),  # a portal's stamp
        ("số 45 ngày 29/02/2024 và 01/3/2024", date(2024, 2, 29)),  # the first one
        ("29/02/2023", None),  # not in the calendar
        ("31/4/2024", None),
        ("12/13/2024", None),
        ("00/6/2024", None),
        ("12/6", None),  # no year
        ("tháng 6 năm 2024", None),
        ("12/6/1890", None),  # a misprint
        ("12/6/2999", None),
        ("", None),
    ],
)
def test_a_full_date_is_read_and_no_other(words, day):
    assert parse_date(words) == day


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2024, 2, date(2024, 2, 29)), (2023, 2, date(2023, 2, 28)), (2024, 12, date(2024, 12, 31)), (2024, 13, None)],
)
def test_a_month_ends_on_its_last_day(year, month, day):
    assert month_end(year, month) == day


@pytest.mark.parametrize(
    ("quarter", "day"), [(1, (3, 31)), (2, (6, 30)), (3, (9, 30)), (4, (12, 31)), (0, None), (5, None)]
)
def test_a_quarter_ends_with_its_last_month(quarter, day):
    assert quarter_end(2025, quarter) == (date(2025, *day) if day else None)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),  # no such day: the last one
        (date(2024, 11, 15), 3, date(2025, 2, 15)),  # over the turn of the year
        (date(2024, 6, 12), 0, date(2024, 6, 12)),
        (date(2024, 6, 12), -6, date(2023, 12, 12)),
    ],
)
def test_months_are_added_by_the_civil_code(day, months, then):
    assert add_months(day, months) == then


def test_a_year_out_of_reach_is_no_date():
    assert make_date(1944, 12, 31) is None
    assert make_date(1945, 9, 2) == date(1945, 9, 2)
    assert make_date(2101, 1, 1) is None


@quick
@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)))
def test_a_week_is_seven_days_around_its_day(day):
    monday, sunday = week_bounds(day)
    assert monday <= day <= sunday
    assert sunday - monday == timedelta(days=6)
    assert monday.weekday() == 0


@quick
@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)))
def test_a_date_is_read_in_every_form_that_it_is_printed_in(day):
    forms = (f"{day.day}/{day.month}/{day.year}", f"{day.day:02d}.{day.month:02d}.{day.year}")
    for words in (*forms, f"ngày {day.day} tháng {day.month} năm {day.year}"):
        assert parse_date(words) == day


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("I", 1),
        ("III", 3),
        ("iv", 4),
        ("IX", 9),
        ("XIV", 14),
        ("XL", 40),
        ("XC", 90),
        ("", None),
        ("ABC", None),
        ("12", None),
    ],
)
def test_roman_figures(figure, value):
    assert roman(figure) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("05", 5),
        ("10", 10),
        ("II", 2),
        ("một", 1),
        ("Hai", 2),
        ("tư", 4),
        ("mười", 10),
        (" ba ", 3),
        ("vài", None),
        ("", None),
    ],
)
def test_counts_in_figures_and_words(words, value):
    assert count(words) == value
