"""The Vietnamese lunar calendar: mùng 1, rằm, 23 tháng Chạp."""

from datetime import date

import pytest

from vbcli.text.lunar import lunar_date


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2015, (2, 19)),
        (2016, (2, 8)),
        (2017, (1, 28)),
        (2018, (2, 16)),
        (2019, (2, 5)),
        (2020, (1, 25)),
        (2021, (2, 12)),
        (2022, (2, 1)),
        (2023, (1, 22)),
        (2024, (2, 10)),
        (2025, (1, 29)),
        (2026, (2, 17)),
        (2027, (2, 6)),
        (2028, (1, 26)),
        (2029, (2, 13)),
        (2030, (2, 2)),  # China keeps the 3rd: Vietnam reckons by its own meridian
        (2031, (1, 23)),
    ],
)
def test_the_year_begins_on_mung_1(year, day):
    assert lunar_date(year, 1, 1) == date(year, *day)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2020, (4, 2)),
        (2021, (4, 21)),
        (2022, (4, 10)),
        (2023, (4, 29)),
        (2024, (4, 18)),
        (2025, (4, 7)),
        (2026, (4, 26)),
    ],
)
def test_the_kings_are_remembered_on_the_tenth_of_the_third_month(year, day):
    assert lunar_date(year, 3, 10) == date(year, *day)


@pytest.mark.parametrize(
    ("year", "month", "day", "then"),
    [
        (2024, 8, 15, date(2024, 9, 17)),  # Trung thu
        (2025, 8, 15, date(2025, 10, 6)),  # behind a leap sixth month
        (2023, 12, 23, date(2024, 2, 2)),  # Ông Táo, in the next common year
        (2024, 1, 31, None),  # no month has so many days
        (2024, 1, 0, None),
    ],
)
def test_a_day_of_a_lunar_month(year, month, day, then):
    assert lunar_date(year, month, day) == then
