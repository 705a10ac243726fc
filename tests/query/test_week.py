"""The week: figures that add up."""

from datetime import date

from papers_of_a_spring import DAY
from report_archive import report_on
from vbcli.model.report import STATES, Band
from vbcli.query.documents import find_documents, show_document
from vbcli.store.database import open_for_reading


def test_every_task_is_in_exactly_one_total(spring):
    conn = open_for_reading(spring)
    for day in (DAY, date(2024, 1, 1), date(2025, 6, 30)):
        view = report_on(conn, day)
        found = sorted(id_ for name in STATES for id_ in view.figures[name])
        assert found == list(range(1, 12))
        assert view.tasks == 11
    conn.close()


def test_the_week_runs_from_monday_to_sunday_and_names_the_worst_first(spring):
    conn = open_for_reading(spring)
    view = report_on(conn, DAY)
    assert (view.period.start, view.period.end) == (date(2024, 5, 6), date(2024, 5, 12))
    assert [(u.unit, len(u.late), u.assigned, u.longest) for u in view.late_units] == [
        ("UBND huyện", 1, 1, 20),
        # "UBND huyện" in papers of Lâm Khê is the same body as the one written in full.
        ("UBND huyện Lâm Khê", 1, 4, 15),
        ("Chủ tịch UBND huyện", 1, 1, 11),
    ]
    assert view.rest_of_period == (5,)
    assert view.next_week == (10,)
    assert (view.documents, view.new_documents, view.figures["no_lead"]) == (4, 1, (8,))
    assert {band: ids for band, ids in view.bands.items() if ids} == {Band.MONTH: (1, 2, 9)}
    assert view.figures["untouched"] == tuple(range(1, 12))
    assert view.change is None
    assert next((m.name, m.times) for m in view.missing) == (
        "Thông báo 733-TB/TU ngày 07/03/2024 của Thường trực Tỉnh ủy",
        2,
    )
    conn.close()


def test_documents_come_with_their_counts(spring):
    conn = open_for_reading(spring)
    rows = find_documents(conn, DAY)
    assert [(d.label.id, d.tasks, d.overdue, d.files) for d in rows] == [
        (4, 2, 0, 1),
        (2, 4, 0, 1),
        (3, 1, 1, 1),
        (1, 4, 2, 1),
    ]
    view = show_document(conn, 1, DAY)
    assert [t.id for t in view.tasks] == [1, 2, 3, 4]
    assert view.recipients == ("UBND huyện",)
    assert {h.field for h in view.header} >= {"number", "issued_on", "issuer"}
    conn.close()
