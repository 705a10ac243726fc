"""Twenty weeks, two thousand tasks: every cell of every weekly summary equals a count that never looked into the archive."""

import pytest

from report_archive import BANDS, CELLS, FIRST_MONDAY, WEEKS

WEEK = pytest.mark.parametrize("week", range(WEEKS))


@pytest.fixture
def both(office, week):
    friday = office.fridays[week]
    return office.said[friday], office.expected[friday]


@WEEK
def test_each_figure_holds_the_tasks_that_the_ledger_has_there(both):
    said, expected = both
    assert {name: sorted(ids) for name, ids in said["ids"].items()} == expected["figures"]
    for name, ids in expected["figures"].items():
        assert said[name] == len(ids), name
    for name in ("tasks", "documents", "new_documents"):
        assert said[name] == expected[name], name


@WEEK
def test_overdue_tasks_are_shared_out_by_age(both):
    said, expected = both
    assert {row["days"]: sorted(row["ids"]) for row in said["overdue_by_age"]} == expected["bands"]
    assert sum(row["overdue"] for row in said["overdue_by_age"]) == said["overdue"]


@WEEK
def test_each_cell_of_the_statistic_holds_the_tasks_that_the_ledger_has_there(both):
    said, expected = both
    statistic = said["statistic"]
    ids = {
        unit: {cell: found for cell, found in cells.items() if cell in CELLS}
        for unit, cells in statistic["ids"].items()
    }
    assert ids == expected["cells"]
    rows = {row["unit"]: row for row in statistic["by_unit"]}
    assert set(rows) == set(expected["cells"]) - {""}
    for unit, cells in expected["cells"].items():
        row = rows[unit] if unit else statistic["tasks"]
        for cell in CELLS:
            assert row[cell] == len(cells.get(cell, ())), (unit, cell)
        assert row["assigned"] == sum(len(found) for cell, found in cells.items() if cell != "paused"), unit
    for cell in (*CELLS, "assigned"):
        assert statistic["assignments"][cell] == sum(row[cell] for row in rows.values()), cell


@WEEK
def test_each_rate_divides_what_the_ledger_divides(both):
    said, expected = both
    tasks = said["statistic"]["tasks"]
    rates = {base: (rate["part"], rate["whole"]) for base, rate in tasks["in_time"].items()}
    assert {**rates, "all": (tasks["completed"]["part"], tasks["completed"]["whole"])} == expected["rates"]


@WEEK
def test_late_units_come_with_their_ages_the_worst_first(both):
    said, expected = both
    rows = said["overdue_by_unit"]
    found = {r["unit"]: (r["overdue"], r["assignments"], r["longest_days_late"], r["by_age"]) for r in rows}
    assert found == expected["late_units"]
    assert rows == sorted(rows, key=lambda r: (-r["overdue"], -r["longest_days_late"]))
    assert all(len(r["ids"]) == r["overdue"] for r in rows)


@WEEK
def test_what_is_due_and_what_recurs_is_what_the_ledger_has(both):
    said, expected = both
    assert sorted(task["id"] for task in said["due_rest_of_week"]) == expected["rest_of_period"]
    assert sorted(task["id"] for task in said["due_next_week"]) == expected["next_week"]
    assert sorted((o["task"], o["due"], o["done_on"]) for o in said["occurrences"]) == expected["occurrences"]


@WEEK
def test_the_change_since_last_friday_is_what_the_ledger_booked(both, office, week):
    said, expected = both
    if week == 0:
        assert said["change"] is None
        return
    change = dict(said["change"])
    assert change.pop("since") == office.fridays[week - 1].isoformat()
    assert {name: sorted(ids) for name, ids in change.items()} == expected["change"]
    before = office.said[office.fridays[week - 1]]["tasks"]
    assert said["tasks"] == before + len(change["assigned"]) - len(change["gone"])


def test_the_ledger_has_something_in_every_cell(office):
    """An empty column would prove nothing."""
    weeks = list(office.expected.values())
    for name in weeks[-1]["figures"]:
        assert any(week["figures"][name] for week in weeks), name
    for cell in CELLS:
        assert any(week["cells"][""].get(cell) for week in weeks), cell
    for band, *_ in BANDS:
        assert any(week["bands"][band] for week in weeks), band
    for name in weeks[-1]["change"]:
        assert any(week["change"][name] for week in weeks[1:]), name
    assert len(office.works) == 2000
    assert office.fridays[0] > FIRST_MONDAY
