"""Who cites what: one number, several acts."""

from datetime import date

import pytest

from papers_of_a_spring import DAY
from records import STAMP, Job, Paper, filing, state
from vbcli.model.references import Direction, End
from vbcli.query.citation_tree import tree_of
from vbcli.query.citations import Acts
from vbcli.query.references import find_references, missing_documents
from vbcli.render.citation_tree import tree_page
from vbcli.render.console import Screen, draw
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
    assert [(g.act.issued_on, g.act.issuer) for g in view.groups] == [
        (date(2024, 3, 7), "Thường trực Tỉnh ủy"),
        (date(2021, 6, 1), "Thường trực Tỉnh ủy"),
    ]
    # The bare mention inside task 5 belongs to the act that its own paper names in full.
    assert [c.task_id for c in view.groups[0].citations] == [5, None]
    assert [t.id for t in view.groups[0].tasks] == [5]
    assert view.groups[1].tasks == ()
    assert all(g.act.missing for g in view.groups)


def test_a_held_document_is_said_so_and_shows_what_it_cites(spring):
    conn = open_archive(spring)
    paper = Paper((Job("Rà soát lại theo 1309-CV/HU.", refs=("1309-CV/HU",)),), number="7-BC/HU", path="bc-7.txt")
    save_file(conn, state(paper), (filing(paper),), STAMP)
    conn.close()
    conn = open_for_reading(spring)
    view = find_references(conn, "1309-CV/HU", DAY)
    assert [g.act.id for g in view.groups] == ["V2"]
    assert [c.document.id for c in view.groups[0].citations] == [5]
    assert [(r.citation.key, r.held) for r in view.outgoing] == [("733-TB/TU", False), ("733-TB/TU", False)]
    assert find_references(conn, "V2", DAY) == view
    assert (view.groups[0].given, view.groups[0].late) == (4, 0)
    assert [r.held for r in find_references(conn, "V5", DAY).outgoing] == [True]
    conn.close()


def test_an_unknown_number_gets_near_ones_proposed(conn):
    view = find_references(conn, "1308-CV/HU", DAY)
    assert view.groups == ()
    assert "1309-CV/HU" in view.similar


@pytest.fixture
def more(spring):
    """Add papers to those of spring, return the archive for reading."""
    opened = []

    def add(*papers):
        conn = open_archive(spring)
        for paper in papers:
            save_file(conn, state(paper), (filing(paper),), STAMP)
        conn.close()
        opened.append(open_for_reading(spring))
        return opened[-1]

    yield add
    for conn in opened:
        conn.close()


def citing(number, *cites, issuer="Huyện ủy Lâm Khê"):
    return Paper(number=number, issuer=issuer, cites=cites, path=f"{number.replace('/', '-')}.txt")


def test_mentions_that_may_mean_two_held_documents_stand_together_and_are_not_missing(more):
    conn = more(
        citing("70-BC/HU", ("12-TB/HU", None, None)),
        citing("71-BC/HU", ("12-TB/HU", None, None)),
        citing("72-BC/HU", ("12-TB/HU", date(2024, 4, 3), None)),
    )
    view = find_references(conn, "12-TB/HU", DAY)
    assert [(g.act.id, g.act.unclear, len(g.citations)) for g in view.groups] == [
        ("V3", False, 1),
        ("V1", False, 0),
        ("12|TB|HU#3", True, 2),
    ]
    assert "12-TB/HU" not in [m.act.key for m in missing_documents(conn)[0]]
    assert [r.held for r in find_references(conn, "70-BC/HU", DAY).outgoing] == [True]


def test_mentions_that_may_mean_two_unknown_documents_make_one_more_not_two(more):
    conn = more(citing("70-BC/HU", ("733-TB/TU", None, None)), citing("71-BC/HU", ("733-TB/TU", None, None)))
    view = find_references(conn, "733-TB/TU", DAY)
    assert [(g.act.issued_on, len(g.citations), g.act.missing) for g in view.groups] == [
        (date(2024, 3, 7), 2, True),
        (date(2021, 6, 1), 1, True),
        (None, 2, True),
    ]


def test_a_name_without_its_place_means_the_body_of_the_citing_place(more):
    plan = Paper(number="45/KH-UBND", issuer="UBND huyện Lâm Khê", doc_type="ke_hoach", path="kh-45.txt")
    conn = more(
        plan,
        citing("70-BC/HU", ("45/KH-UBND", None, "UBND huyện")),
        citing("71-BC/HU", ("45/KH-UBND", None, "UBND huyện"), issuer="Huyện ủy Lũng Mây"),
    )
    own, other = find_references(conn, "45/KH-UBND", DAY).groups
    assert (own.act.id, [c.document.number for c in own.citations]) == ("V5", ["70-BC/HU"])
    assert (other.act.missing, [c.document.number for c in other.citations]) == (True, ["71-BC/HU"])
    # A name of its own before it is a part of a longer one.
    named = find_references(conn, "45/KH-UBND", DAY, issuer="ubnd huyen")
    assert [g.act.id for g in named.groups] == [other.act.id]


def test_a_label_means_that_document_alone(conn):
    assert [g.act.id for g in find_references(conn, "V1", DAY).groups] == ["V1"]
    assert {g.act.id for g in find_references(conn, "12-TB/HU", DAY).groups} == {"V1", "V3"}


def test_a_document_that_cites_itself_is_a_cycle(more):
    conn = more(citing("70-BC/HU", ("70-BC/HU", None, None)))
    acts = Acts(conn)
    (branch,) = tree_of(acts, acts.of_document(5), Direction.OUT, 3).branches
    assert (branch.act.id, branch.end, branch.branches) == ("V5", End.CYCLE, ())


def test_a_tree_follows_an_act_where_it_stands_nearest_to_the_root(more):
    conn = more(
        citing("1-BC/HU", ("2-BC/HU", None, None), ("4-BC/HU", None, None)),
        citing("2-BC/HU", ("3-BC/HU", None, None)),
        citing("3-BC/HU", ("4-BC/HU", None, None)),
        citing("4-BC/HU", ("5-BC/HU", None, None), ("5-BC/HU", date(2024, 1, 5), None)),
    )
    acts = Acts(conn)
    (root,) = acts.of_number("1|BC|HU")
    second, fourth = tree_of(acts, root, Direction.OUT, 9).branches
    assert [(b.act.key, b.times, b.end) for b in fourth.branches] == [("5-BC/HU", 2, None)]
    repeated = second.branches[0].branches[0]
    assert (repeated.act.key, repeated.end, repeated.branches) == ("4-BC/HU", End.REPEATED, ())
    # The other way round, from the last one up.
    (last,) = acts.of_number("5|BC|HU")
    (only,) = tree_of(acts, last, Direction.IN, 1).branches
    assert (only.act.key, only.end, only.hidden) == ("4-BC/HU", End.DEPTH, 2)


def test_a_long_chain_is_readable_on_a_narrow_screen(more):
    conn = more(*(citing(f"{n}-BC/HU", (f"{n + 1}-BC/HU", date(2024, 4, 2), None)) for n in range(101, 131)))
    acts = Acts(conn)
    (root,) = acts.of_number("101|BC|HU")
    for width, unicode in ((40, True), (60, False), (80, True)):
        page = tree_page([tree_of(acts, root, Direction.OUT, 40)], width, unicode=unicode)
        lines = draw(page, Screen(width, unicode=unicode)).splitlines()
        assert max(map(len, lines)) <= width
        assert all(any(f"{n}-BC/HU" in line for line in lines) for n in range(102, 132))
        assert ("└─ " in "".join(lines)) is unicode
        assert any("[cấp 30] " in line for line in lines)
        # However deep, a line keeps words enough to be read.
        assert max(len(line) - len(line.lstrip(" │|")) for line in lines) <= width - 30
