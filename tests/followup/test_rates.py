"""The official statistic: which cell each task falls into, and what each rate divides by what."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import quick
from vbcli.followup.statistic import count
from vbcli.model.followup import Progress
from vbcli.model.statistic import Base, Counted, Share, Statistic, sum_of

TODAY = date(2024, 5, 7)
PAST, AHEAD = date(2024, 5, 6), date(2024, 5, 8)
TODO, DOING, DONE, PAUSED = Progress.TODO, Progress.DOING, Progress.DONE, Progress.PAUSED


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (Counted(DONE, True, AHEAD, True), "done_in_time"),
        (Counted(DONE, True, PAST, False), "done_late"),
        (Counted(TODO, True, AHEAD, None), "open_in_time"),
        (Counted(DOING, True, TODAY, None), "open_in_time"),  # the day itself is still in time
        (Counted(DOING, True, PAST, None), "open_late"),
        (Counted(DONE, False, None, None), "no_due_done"),
        (Counted(TODO, False, None, None), "no_due_open"),
        (Counted(TODO, False, PAST, None), "no_due_open"),  # a planning period that is over is not late
        (Counted(PAUSED, True, PAST, None), "paused"),
    ],
)
def test_each_task_is_in_one_cell(row, cell):
    assert count([row], TODAY) == Statistic(**{cell: 1})


def test_of_what_was_done_in_time_it_is_known_whether_its_deadline_is_past():
    assert count([Counted(DONE, True, PAST, True)], TODAY) == Statistic(done_in_time=1, done_in_time_past=1)


@pytest.mark.parametrize("progress", [Progress.CANCELLED, Progress.DISMISSED])
def test_what_is_cancelled_or_dismissed_is_nowhere(progress):
    assert count([Counted(progress, True, PAST, None)], TODAY) == Statistic()


ALL = Statistic(
    done_in_time=7,
    done_late=2,
    open_in_time=4,
    open_late=3,
    no_due_done=1,
    no_due_open=5,
    paused=9,
    done_in_time_past=6,
)


@pytest.mark.parametrize(
    ("base", "share"),
    [
        (Base.FELL_DUE, (6, 6 + 2 + 3)),
        (Base.WITH_DUE, (7, 7 + 2 + 4 + 3)),
        (Base.COMPLETED, (7, 7 + 2)),
        (Base.ASSIGNED, (7, 7 + 2 + 4 + 3 + 1 + 5)),
    ],
)
def test_each_rate_names_what_it_divides_by(base, share):
    assert ALL.in_time(base) == share
    assert Statistic().in_time(base).percent is None


def test_the_usual_rate_is_of_what_fell_due_and_completion_is_of_all():
    assert ALL.in_time() == ALL.in_time(Base.FELL_DUE)
    assert ALL.completed() == Share(10, 22)
    assert Share(1, 4).percent == 25


ROWS = st.builds(
    Counted,
    st.sampled_from(Progress),
    st.booleans(),
    st.none() | st.dates(date(2024, 5, 1), date(2024, 5, 14)),
    st.none() | st.booleans(),
)


@quick
@given(st.lists(ROWS), st.lists(ROWS))
def test_parts_add_up_to_the_whole(one, other):
    together = count([*one, *other], TODAY)
    assert together == sum_of([count(one, TODAY), count(other, TODAY)])
    left_out = {Progress.CANCELLED, Progress.DISMISSED}
    assert together.assigned + together.paused == sum(r.progress not in left_out for r in (*one, *other))
    for base in Base:
        part, whole = together.in_time(base)
        assert 0 <= part <= whole <= together.assigned
