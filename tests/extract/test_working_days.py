"""Working days of the State: holidays, and the Saturdays that make up for swapped days."""

from datetime import date

import pytest

from vbcli.extract.working_days import is_working_day, next_working_day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 6, 12), True),  # an ordinary Wednesday
        (date(2024, 6, 15), False),  # Saturday
        (date(2024, 6, 16), False),  # Sunday
        (date(2024, 1, 1), False),  # New Year
        (date(2024, 2, 8), False),  # Tết 2024: 8 to 14 February
        (date(2024, 2, 14), False),
        (date(2024, 2, 15), True),
        (date(2024, 4, 18), False),  # Giỗ Tổ
        (date(2024, 4, 29), False),  # swapped …
        (date(2024, 5, 4), True),  # … for this Saturday
        (date(2024, 4, 30), False),
        (date(2024, 5, 1), False),
        (date(2024, 9, 2), False),
        (date(2024, 9, 3), False),  # the day beside Quốc khánh
        (date(2025, 1, 27), False),  # Tết 2025: 27 to 31 January
        (date(2025, 1, 31), False),
        (date(2025, 2, 3), True),
        (date(2025, 4, 7), False),  # Giỗ Tổ
        (date(2025, 4, 26), True),  # a make-up Saturday
        (date(2025, 5, 2), False),
        (date(2026, 2, 16), False),  # Tết 2026: 16 to 20 February
        (date(2026, 2, 20), False),
        (date(2026, 4, 27), False),  # Giỗ Tổ fell on a Sunday
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
    ],
)
def test_offices_work_or_they_do_not(day, works):
    assert is_working_day(day) is works


@pytest.mark.parametrize(
    ("day", "then"),
    [
        (date(2024, 6, 12), date(2024, 6, 12)),
        (date(2024, 6, 15), date(2024, 6, 17)),
        (date(2024, 2, 9), date(2024, 2, 15)),  # over Tết
        (date(2024, 8, 31), date(2024, 9, 4)),  # a week-end runs into Quốc khánh
    ],
)
def test_what_ends_on_a_day_off_ends_on_the_next_working_day(day, then):
    assert next_working_day(day) == then
