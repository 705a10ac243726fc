"""Days as people type them on the command line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import quick
from vbcli.text.date_words import date_of, end_of_week, start_of_week

WEDNESDAY = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-04-25", date(2024, 4, 25)),
        ("25/4/2024", date(2024, 4, 25)),
        ("25.4.2024", date(2024, 4, 25)),
        ("25-4-2024", date(2024, 4, 25)),
        ("homnay", WEDNESDAY),
        ("hôm nay", WEDNESDAY),
        ("HÔM NAY", WEDNESDAY),
        ("nay", WEDNESDAY),
        ("hom qua", date(2024, 5, 14)),
        ("mai", date(2024, 5, 16)),
        ("ngày mai", date(2024, 5, 16)),
        ("cuoi tuan", date(2024, 5, 19)),  # Sunday
        ("cuối tháng", date(2024, 5, 31)),
        ("cuoiquy", date(2024, 6, 30)),
        ("cuối năm", date(2024, 12, 31)),
        ("today", WEDNESDAY),
        ("eom", date(2024, 5, 31)),
        ("end of year", date(2024, 12, 31)),
        ("7d", date(2024, 5, 22)),
        ("2w", date(2024, 5, 29)),
        ("+3 ngày", date(2024, 5, 18)),
        ("-1 tuan", date(2024, 5, 8)),
        ("0d", WEDNESDAY),
        # not days
        ("30/2/2024", None),
        ("25/4", None),
        ("2024", None),
        ("hôm kia", None),
        ("", None),
    ],
)
def test_words_name_a_day_or_none(words, day):
    assert date_of(words, WEDNESDAY) == day


def test_a_day_beyond_the_calendar_is_none():
    assert date_of("9999w", date(9999, 12, 1)) is None


@quick
@given(st.text(max_size=20))
def test_no_words_break_it(words):
    date_of(words, WEDNESDAY)


@quick
@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)))
def test_a_week_goes_from_monday_to_sunday(day):
    assert start_of_week(day).isoweekday() == 1
    assert end_of_week(day).isoweekday() == 7
