"""The register: which filter finds which tasks. Ids as `papers_of_a_spring` stores them."""

from datetime import date

import pytest

from papers_of_a_spring import DAY
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.task import Role
from vbcli.model.views import TimeState
from vbcli.query.numbers import documents_named
from vbcli.query.recurrence import next_due
from vbcli.query.tasks import TaskFilter, count_tasks, find_tasks
from vbcli.query.units import match_units, means
from vbcli.store.database import open_for_reading


@pytest.fixture
def conn(spring):
    opened = open_for_reading(spring)
    yield opened
    opened.close()


def ids(conn, **wanted):
    return [t.id for t in find_tasks(conn, TaskFilter(**wanted), DAY)]


def by_unit(conn, *phrases, **wanted):
    return sorted(ids(conn, units=tuple(match_units(conn, p) for p in phrases), **wanted))


def test_tasks_come_by_date_due_and_those_without_one_last(conn):
    assert ids(conn) == [9, 1, 2, 5, 10, 4, 3, 7, 6, 8, 11]


@pytest.mark.parametrize(
    "phrase", ["UBND huyện", "ubnd huyen", "Ủy ban nhân dân huyện", "Uỷ ban nhân dân huyện", "uy ban nhan dan huyen"]
)
def test_a_unit_is_found_in_any_spelling_with_its_posts_and_in_every_district(conn, phrase):
    # 2 is its chairman's, 11 that of all districts; never 3 (HĐND huyện) nor 4 (UBND các xã)
    assert by_unit(conn, phrase) == [1, 2, 5, 7, 9, 10, 11]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("UBND huyện Lâm Khê", [1, 2, 5, 7, 10]),  # inferred places and the written one; not Lũng Mây's
        ("UBND huyện Lũng Mây", [9]),
        ("Chủ tịch UBND huyện", [2]),
        ("HĐND huyện", [3]),
        ("UBND các xã", [4]),
        ("UBND xã", [4]),
        ("Phòng Kinh tế", [1]),
        ("Ban Tổ chức Huyện ủy", [6]),
        ("UBND tỉnh", []),
        ("UBND huyện Nà Pồ", []),
    ],
)
def test_a_unit_is_never_another_level_kind_or_place(conn, phrase, found):
    assert by_unit(conn, phrase) == found


def test_several_units_are_any_of_them_and_the_role_holds_for_the_unit(conn):
    assert by_unit(conn, "HĐND huyện", "Phòng Kinh tế") == [1, 3]
    assert by_unit(conn, "Phòng Kinh tế", role=Role.LEAD) == []
    assert by_unit(conn, "Phòng Kinh tế", role=Role.SUPPORT) == [1]


def test_an_unknown_unit_is_met_by_its_words_and_a_typing_error_gets_a_proposal(conn):
    assert match_units(conn, "UBND huện").similar[0] == "UBND huyện"
    assert match_units(conn, "xyz").similar == ()
    assert means(unit_name("Tổ công tác Nậm Cắt"), unit_name("Tổ công tác Nậm Cắt"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"overdue": True}, [9, 1, 2]),
        ({"due_to": date(2024, 4, 25)}, [9, 1]),
        ({"due_from": date(2024, 5, 25), "due_to": date(2024, 5, 31)}, [4, 3]),
        ({"due_from": DAY, "due_to": date(2024, 5, 17)}, [5, 10]),
        ({"no_due": True}, [6, 8, 11]),
        ({"ref_key": "733|TB|TU"}, [5]),
        ({"documents": (2,)}, [5, 7, 6, 8]),
        ({"limit": 2}, [9, 1]),
        ({"overdue": True, "documents": (1,)}, [1, 2]),
    ],
)
def test_filters(conn, wanted, found):
    assert ids(conn, **wanted) == found
    assert count_tasks(conn, TaskFilter(**wanted), DAY) == (11 if "limit" in wanted else len(found))


def test_a_task_is_late_from_the_day_after_its_date(conn):
    on_the_day = {t.id: t for t in find_tasks(conn, TaskFilter(), date(2024, 4, 25))}
    assert (on_the_day[1].state, on_the_day[1].days_late) == (TimeState.SOON, 0)
    after = {t.id: t for t in find_tasks(conn, TaskFilter(), date(2024, 4, 26))}
    assert (after[1].state, after[1].days_late) == (TimeState.OVERDUE, 1)


def test_planning_periods_and_recurring_duties_are_never_overdue(conn):
    late = {t.id: t for t in find_tasks(conn, TaskFilter(), date(2025, 3, 1))}
    assert late[7].state is TimeState.PLANNED
    assert late[4].due == date(2025, 3, 25)
    assert late[4].state is TimeState.ON_TIME


@pytest.mark.parametrize(
    ("rrule", "today", "due"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=25", "2024-04-25", "2024-04-25"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2024-02-10", "2024-02-29"),
        ("FREQ=WEEKLY;BYDAY=FR", "2024-05-10", "2024-05-10"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10", "2024-12-11", "2025-12-10"),
        ("FREQ=DAILY", "2023-12-20", "2024-01-15"),  # the paper came later
        ("FREQ=NONSENSE", "2024-12-11", None),
        (None, "2024-12-11", None),
    ],
)
def test_the_next_occurrence_counts_from_today(rrule, today, due):
    assert next_due(rrule, "2024-01-15", today) == due


def test_a_document_is_named_by_label_or_by_number_in_any_variant(conn):
    assert documents_named(conn, "V2") == documents_named(conn, "1309 cv/hu") == (2,)
    assert documents_named(conn, "12-TB/HU") == (3, 1)
    assert documents_named(conn, "V99") == documents_named(conn, "77-TB/HU") == ()
