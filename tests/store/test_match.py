"""Ids that do not move."""

from hypothesis import given
from hypothesis import strategies as st

from vbcli.store.match import Found, Known, match_tasks

words = st.text(alphabet="abcdeghik ", min_size=0, max_size=30)
tasks = st.lists(st.tuples(st.sampled_from(["1", "2", "3/-1", "3/-2"]), words), max_size=8)


@given(tasks)
def test_the_same_tasks_keep_their_ids(rows):
    known = [Known(n + 1, *row) for n, row in enumerate(rows)]
    ids = match_tasks(known, [Found(*row) for row in rows])
    assert sorted(id_ for id_ in ids if id_) == [k.id for k in known]
    by_id = {k.id: k for k in known}
    # Tasks that are alike in place and words may swap; nothing else may.
    assert [(by_id[id_].locator, by_id[id_].text_key) for id_ in ids if id_] == rows


@given(tasks, tasks)
def test_no_id_is_given_twice(before, after):
    ids = match_tasks([Known(n + 1, *row) for n, row in enumerate(before)], [Found(*row) for row in after])
    given_ids = [id_ for id_ in ids if id_]
    assert len(given_ids) == len(set(given_ids))


def test_words_that_moved_keep_the_id_and_their_old_place_goes_to_nobody_else():
    known = [Known(1, "1", "ubnd huyen sua dap khau dia"), Known(2, "2", "phong kinh te ra soat cho")]
    found = [
        Found("1", "hat kiem lam bao cao"),
        Found("2", "ubnd huyen sua dap khau dia"),
        Found("3", "phong kinh te ra soat cho"),
    ]
    assert match_tasks(known, found) == [None, 1, 2]


def test_like_words_in_the_same_place_are_the_same_task():
    known = [Known(7, "2/a", "hoan thanh truoc ngay 25/4/2024, bao cao thuong truc")]
    assert match_tasks(known, [Found("2/a", "hoan thanh truoc ngay 30/4/2024, bao cao thuong truc")]) == [7]
    assert match_tasks(known, [Found("2/a", "mot viec hoan toan khac")]) == [None]
