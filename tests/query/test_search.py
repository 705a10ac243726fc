"""Full text: tones count when typed, are ignored when not; phrases, beginnings, exclusions; the best document first."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from records import STAMP, Job, Paper, filing, state
from vbcli.errors import UsageError
from vbcli.query.search import SearchFilter, search
from vbcli.query.search_words import question_of
from vbcli.query.units import match_with_predecessors
from vbcli.store.database import open_archive
from vbcli.store.write import save_file

LAND = Paper(
    (Job("UBND huyện bàn giao mặt bằng tuyến đường Khau Dìa sau khi giải phóng mặt bằng.", ("UBND huyện",)),),
    number="1-TB/HU", subject="Về tiến độ thi công", path="1.txt",
)  # fmt: skip
FUNDS = Paper(
    (Job("Phòng Tài chính giải ngân theo giai đoạn; phong trào thi đua giữ mạt cưa, băng rôn.", ("Phòng Tài chính",)),),
    number="2-TB/HU", subject="Về giải phóng mặt bằng", path="2.txt", issued_on=date(2023, 5, 1),
)  # fmt: skip
TRADE = Paper(
    (Job("Ban quản lý chợ không bán hàng giả ven đường."), Job("Uỷ ban nhân dân xã báo cáo Ủy ban Kiểm tra.", ("UBND xã",))),
    number="3-CV/HU", subject="Về chợ phiên", path="3.txt", doc_type="cong_van", issuer="Huyện ủy Lũng Mây",
)  # fmt: skip
POST = Paper(
    (Job("Dương Văn Tư giải quyết đơn thư, giải trình theo Nghị định số 30/2020/NĐ-CP."),),
    number="4-CV/HU", subject="Về đơn thư", path="4.txt", doc_type="cong_van", issued_on=date(2024, 6, 1),
)  # fmt: skip


@pytest.fixture
def conn(db):
    opened = open_archive(db, create=True)
    for paper in (LAND, FUNDS, TRADE, POST):
        save_file(opened, state(paper), (filing(paper),), STAMP)
    yield opened
    opened.close()


def found(conn, *words: str, **among) -> list[int]:
    """Return the documents found, the best first."""
    return [d.label.id for d in search(conn, question_of(words), SearchFilter(**among)).documents]


def marked(conn, *words: str) -> list[str]:
    """Return what is marked, document by document, subjects before passages."""
    shown = []
    for d in search(conn, question_of(words), SearchFilter()).documents:
        shown += [d.label.subject[slice(*mark)] for mark in d.subject_marks]
        shown += [p.text[slice(*mark)] for p in d.passages for mark in p.marks]
    return shown


@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        # Without marks: any word of these letters.
        (("duong",), {1, 3, 4}),
        (("giai phong mat bang",), {1, 2}),
        # With marks: these.
        (("đường",), {1, 3}),
        (("dương",), {4}),
        (("bán",), {3}),
        (("bàn",), {1}),
        (("giải phóng mặt bằng",), {1, 2}),
        (("GIẢI PHÓNG",), {1, 2}),
        # Both: each word for itself.
        (("giai phóng mặt bang",), {1, 2}),
        (("giải phong",), {1, 2}),
        (("giai phong",), {1, 2}),
        (("giai phòng",), set()),
        (("ban giao",), {1}),
        (("bán giao",), set()),
        # The place of a tone does not count.
        (("ủy ban",), {3}),
        (("uỷ ban",), {3}),
        (("uỷ", "kiểm tra"), {3}),
        # Decomposed letters are the same letters.
        (("giải phóng mặt bằng".replace("ả", "a\u0309"),), {1, 2}),
        # Words may stand apart, phrases not.
        (("phóng", "giải"), {1, 2}),
        (("phóng giải",), set()),
        (('"phóng" "giải"',), {1, 2}),
        (("tien do", "khau dia"), {1}),
        # Numbers are phrases of their parts.
        (("30/2020/nd-cp",), {4}),
        (("30/2020/NĐ-CP",), {4}),
        (("30/2021/nd-cp",), set()),
        # Beginnings.
        (("giải*",), {1, 2, 4}),
        (("giải trì*",), {4}),
        (("giai ng*",), {2}),
        (('"giải ng"*',), {2}),
        (("dươ*",), {4}),
        (("đươ*",), set()),
        (("duo*",), {1, 3, 4}),
        # Exclusions and alternatives.
        (("giải", "-phóng"), {4}),
        (("giải", "NOT", "phóng"), {4}),
        (("giải -phóng",), {4}),
        (('giải -"phóng mặt"',), {4}),
        (("giải", "NOT", "giai đoạn"), {1, 4}),
        (("chợ", "OR", "khau dia"), {1, 3}),
        (("chợ | dương",), {3, 4}),
        (("giải", "-phóng", "OR", "chợ"), {3, 4}),
        (("giải", "AND", "đơn"), {4}),
        # Curly quotes are quotes; what has no letter is nothing.
        (("“giải phóng” -chợ",), {1, 2}),
        (("giải", "…", "đơn"), {4}),
        (("(chợ)",), {3}),
        (("không-có-từ-này",), set()),
    ],
)
def test_what_is_typed_finds_these_documents(conn, typed, documents):
    assert set(found(conn, *typed)) == documents


@pytest.mark.parametrize(
    "typed",
    [
        (),
        ("",),
        ("…",),
        ("*",),
        ("-",),
        ("OR",),
        ("NOT",),
        ("AND", "OR"),
        ("-chợ",),
        ("NOT", "chợ"),
        ("chợ", "OR"),
        ("OR", "chợ"),
        ("chợ", "NOT"),
        ("chợ", "NOT", "OR", "đơn"),
        ("chợ", "OR", "-đơn"),
        ('"chợ',),
        ('chợ "phiên" "',),
    ],
)
def test_what_asks_for_nothing_is_told_in_one_line(typed):
    with pytest.raises(UsageError) as error:
        question_of(typed)
    assert "\n" not in error.value.message
    assert error.value.advice


@pytest.mark.parametrize(
    "typed", ["kept : x", 'a" OR "b', "NEAR(a b)", "^a", "{a b}", "a + b", "-(a)", "a*b*", "'--", "\0a"]
)
def test_signs_of_the_index_mean_nothing_to_it(conn, typed):
    with suppress(UsageError):
        search(conn, question_of((typed,)), SearchFilter())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("duong",), {"đường", "Dương"}),
        (("ban",), {"bàn", "Ban", "bán", "ban"}),
        (("bán",), {"bán"}),
        (("uỷ ban",), {"Uỷ ban", "Ủy ban"}),
        (("giai phóng mặt bang",), {"giải phóng mặt bằng"}),
        (("mặt bằng", "giải phóng"), {"giải phóng", "mặt bằng"}),
        # What overlaps is one stretch.
        (("giải phóng mặt", "phóng mặt bằng"), {"giải phóng mặt bằng"}),
        (("giải ng*",), {"giải ngân"}),
        (("giải", "-phóng"), {"giải"}),
        (("nd-cp",), {"NĐ-CP"}),
    ],
)
def test_what_was_found_is_marked(conn, typed, words):
    assert set(marked(conn, *typed)) == words


def test_a_phrase_that_the_index_cannot_see_is_excluded_only_where_it_stands(conn):
    # `mặt` and `bàng` stand in no paper side by side, `mặt` and `bang` do.
    assert set(found(conn, "giải", "NOT", "mặt bang")) == {4}
    assert set(found(conn, "giải", "NOT", "mat bàng")) == {1, 2, 4}


def test_the_subject_weighs_more_than_the_text(conn):
    assert found(conn, "giai phong mat bang") == [2, 1]


def test_all_words_in_one_paragraph_come_before_words_far_apart(conn):
    apart = replace(LAND, number="5-TB/HU", path="5.txt", jobs=(Job("Chợ họp sớm."), Job("Đơn thư gửi chậm.")))
    together = replace(apart, number="6-TB/HU", path="6.txt", jobs=(Job("Chợ nhận đơn."), Job("Việc khác.")), issued_on=date(2020, 1, 1))  # fmt: skip
    for paper in (apart, together):
        save_file(conn, state(paper), (filing(paper),), STAMP)
    assert found(conn, "chợ", "đơn") == [6, 5]


def test_of_equal_documents_the_newer_comes_first(conn):
    for number, year in ((7, 2021), (8, 2024), (9, 2022)):
        paper = replace(LAND, number=f"{number}-TB/HU", path=f"{number}.txt", jobs=(Job("Kiểm kê rừng."),), issued_on=date(year, 1, 1))  # fmt: skip
        save_file(conn, state(paper), (filing(paper),), STAMP)
    assert found(conn, "kiểm kê") == [6, 7, 5]


def test_a_passage_has_its_place(conn):
    (only,) = search(conn, question_of(["khau dia"]), SearchFilter()).documents
    (passage,) = only.passages
    assert (passage.page, passage.line) == (None, 5)
    assert passage.text == LAND.jobs[0].text
    text = conn.execute("SELECT text FROM documents WHERE id = 1").fetchone()[0]
    assert text[slice(*passage.span)] == passage.text


def test_the_best_passages_are_shown_and_the_others_counted(conn):
    jobs = tuple(Job(f"Việc {n} ở thôn Pác Liềng.") for n in range(5))
    paper = replace(LAND, number="10-TB/HU", path="10.txt", jobs=(*jobs, Job("Thôn Pác Liềng họp dân.")))
    save_file(conn, state(paper), (filing(paper),), STAMP)
    (only,) = search(conn, question_of(["pác liềng", "họp dân"]), SearchFilter()).documents
    assert only.passages[0].text == "Thôn Pác Liềng họp dân."
    assert (len(only.passages), only.more) == (3, 3)


def test_the_limit_leaves_the_total(conn):
    result = search(conn, question_of(["giải"]), SearchFilter(), 1)
    assert (len(result.documents), result.total) == (1, 3)


@pytest.mark.parametrize(
    ("among", "documents"),
    [
        ({"issued_from": date(2024, 4, 3)}, {4}),
        ({"issued_to": date(2023, 5, 1)}, {2}),
        ({"doc_types": ("cong_van",)}, {4}),
        ({"issuers": ("Huyện ủy Lâm Khê",)}, {1, 2, 4}),
        ({"issuers": ()}, set()),
        ({"documents": (1, 3)}, {1}),
    ],
)
def test_filters_leave_these(conn, among, documents):
    assert set(found(conn, "giải", **among)) == documents


def test_a_unit_leaves_the_documents_that_give_it_a_task(conn):
    units = match_with_predecessors(conn, "UBND huyện")
    assert found(conn, "giai", units=units) == [1]
    assert found(conn, "giai", units=match_with_predecessors(conn, "Sở Y tế")) == []


def test_removed_and_merged_documents_are_not_found(conn):
    conn.execute("UPDATE documents SET removed = 1 WHERE id = 1")
    conn.execute("UPDATE documents SET merged_into = 3 WHERE id = 2")
    assert found(conn, "giải") == [4]
