"""Occurrences of recurring tasks: computed when asked, each completed for itself."""

from datetime import date

import pytest

from vbcli.followup.occurrences import nearest_occurrence, next_occurrence

MONTHLY = "FREQ=MONTHLY;BYMONTHDAY=25"
ISSUED = date(2024, 1, 10)


def day(month: int, number: int) -> date:
    return date(2024, month, number)


@pytest.mark.parametrize(
    ("today", "done", "found"),
    [
        (day(1, 1), (), day(1, 25)),  # none before the paper
        (day(4, 25), (), day(4, 25)),  # the day itself is still ahead
        (day(4, 26), (), day(5, 25)),  # an earlier one is not late for want of an entry
        (day(4, 20), (day(4, 25),), day(5, 25)),
        (day(4, 20), (day(4, 25), day(5, 25)), day(6, 25)),
    ],
)
def test_the_next_occurrence_is_the_first_open_one_from_today_on(today, done, found):
    assert next_occurrence(MONTHLY, ISSUED, today, done) == found


@pytest.mark.parametrize(
    ("said_on", "done", "meant"),
    [
        (day(4, 23), (), day(4, 25)),  # early
        (day(4, 25), (), day(4, 25)),
        (day(4, 28), (), day(4, 25)),  # late
        (day(4, 28), (day(4, 25),), day(5, 25)),  # a second time: the next one
        (day(1, 12), (), day(1, 25)),  # there is none behind
        (day(3, 25), (day(3, 25),), day(2, 25)),  # one that was forgotten is nearer than the one ahead
    ],
)
def test_who_reports_means_the_nearest_open_occurrence(said_on, done, meant):
    assert nearest_occurrence(MONTHLY, ISSUED, said_on, done) == meant


def test_a_rule_that_has_ended_or_makes_no_sense_has_no_occurrence():
    ended = "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20240401T000000"
    assert next_occurrence(ended, ISSUED, day(4, 2)) is None
    assert nearest_occurrence(ended, ISSUED, day(4, 2)) == day(3, 25)
    assert nearest_occurrence(ended, ISSUED, day(4, 2), (day(3, 25),)) is None
    assert next_occurrence("FREQ=SOMETIMES", ISSUED, day(4, 2)) is None
