"""Dates as people type them."""

from datetime import date

import pytest

from vbcli.text.date_words import date_of

TODAY = date(2024, 5, 10)  # a Friday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-04-25", date(2024, 4, 25)),
        ("25/4/2024", date(2024, 4, 25)),
        ("05-01-2025", date(2025, 1, 5)),
        ("5.1.2025", date(2025, 1, 5)),
        ("homnay", TODAY),
        ("Hôm nay", TODAY),
        ("today", TODAY),
        ("mai", date(2024, 5, 11)),
        ("tomorrow", date(2024, 5, 11)),
        ("cuoituan", date(2024, 5, 12)),
        ("cuối tuần", date(2024, 5, 12)),
        ("eow", date(2024, 5, 12)),
        ("cuoithang", date(2024, 5, 31)),
        ("eom", date(2024, 5, 31)),
        ("cuoiquy", date(2024, 6, 30)),
        ("eoq", date(2024, 6, 30)),
        ("cuoinam", date(2024, 12, 31)),
        ("eoy", date(2024, 12, 31)),
        ("7d", date(2024, 5, 17)),
        ("2w", date(2024, 5, 24)),
        ("10 ngày", date(2024, 5, 20)),
        ("1 tuần", date(2024, 5, 17)),
        ("-3d", date(2024, 5, 7)),
    ],
)
def test_words_that_name_a_day(words, day):
    assert date_of(words, TODAY) == day


@pytest.mark.parametrize("words", ["", "31/2/2024", "2024-13-01", "25/4", "mot", "7", "quý II"])
def test_words_that_name_none(words):
    assert date_of(words, TODAY) is None


def test_ends_at_the_turn_of_the_year():
    assert date_of("cuoiquy", date(2024, 12, 31)) == date(2024, 12, 31)
    assert date_of("cuoituan", date(2024, 12, 31)) == date(2025, 1, 5)
    assert date_of("cuoithang", date(2024, 2, 29)) == date(2024, 2, 29)
