"""Who cites what: one number, several acts."""

from datetime import date

import pytest

from papers_of_a_spring import DAY
from records import STAMP, Job, Paper, filing, state
from vbcli.query.references import find_references
from vbcli.store.database import open_archive, open_for_reading
from vbcli.store.write import save_file


@pytest.fixture
def conn(spring):
    opened = open_for_reading(spring)
    yield opened
    opened.close()


def test_citations_of_one_number_are_told_apart_by_date_and_issuer(conn):
    view = find_references(conn, "733/tb-tu", DAY)
    assert view.key == "733-TB/TU"
    assert [(g.issued_on, g.issuer) for g in view.groups] == [
        (date(2024, 3, 7), "Thường trực Tỉnh ủy"),
        (date(2021, 6, 1), "Thường trực Tỉnh ủy"),
    ]
    # The bare mention inside task 5 belongs to the act that its own paper names in full.
    assert [c.task_id for c in view.groups[0].citations] == [5, None]
    assert [t.id for t in view.groups[0].tasks] == [5]
    assert view.groups[1].tasks == ()
    assert not any(g.held for g in view.groups)


def test_a_held_document_is_said_so_and_shows_what_it_cites(spring):
    conn = open_archive(spring)
    paper = Paper((Job("Rà soát lại theo 1309-CV/HU.", refs=("1309-CV/HU",)),), number="7-BC/HU", path="bc-7.txt")
    save_file(conn, state(paper), (filing(paper),), STAMP)
    conn.close()
    conn = open_for_reading(spring)
    view = find_references(conn, "1309-CV/HU", DAY)
    assert [d.id for d in view.groups[0].held] == [2]
    assert [c.document.id for c in view.groups[0].citations] == [5]
    assert [(r.citation.key, r.held) for r in view.outgoing] == [("733-TB/TU", False), ("733-TB/TU", False)]
    assert find_references(conn, "V2", DAY) == view
    assert [r.held for r in find_references(conn, "V5", DAY).outgoing] == [True]
    conn.close()


def test_an_unknown_number_gets_near_ones_proposed(conn):
    view = find_references(conn, "1308-CV/HU", DAY)
    assert view.groups == ()
    assert "1309-CV/HU" in view.similar
