"""Letters to the units: who gets one, what stands in it, how the files are called, how it looks on paper."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from made_report import PARTY, STATE, blank, duty, large, statistic_of
from printed import block, families, needs_office, outside, pages_of

from vbcli.model.report import Band, LateUnit
from vbcli.model.statistic import Statistic, StatisticView, UnitStatistic
from vbcli.render.papers.chase import chased_units, letters
from vbcli.settings import Office


def lines(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs if p.text]


def rows(data: bytes) -> list[list[str]]:
    found = next(t for t in docx.Document(io.BytesIO(data)).tables if len(t.rows) > 1)
    return [list(dict.fromkeys(cell.text for cell in row.cells)) for row in found.rows]


def small(**changes):
    """Return a report with one late task of two units and one soon due of two others."""
    late = duty(
        1, leads=("Công an huyện", "UBND xã A"), days_late=5, due=date(2024, 6, 9), due_original=date(2024, 5, 1)
    )
    soon = duty(2, leads=("UBND xã A", "Phòng Nội vụ"), due=date(2024, 6, 15))
    units = tuple(LateUnit(name, 2, (1,), {Band.WEEK: 1}, 5) for name in ("UBND xã A", "Công an huyện"))
    values = {"figures": {"overdue": (1,), "soon": (2,)}, "duties": {1: late, 2: soon}, "late_units": units}
    return replace(blank(), **{**values, **changes})  # fmt: skip


def test_each_unit_with_late_or_near_tasks_gets_one_letter_the_worst_first():
    chased = [(c.unit, [d.id for d in c.late], [d.id for d in c.soon]) for c in chased_units(small())]
    assert chased == [("UBND xã A", [1], [2]), ("Công an huyện", [1], []), ("Phòng Nội vụ", [], [2])]


def test_a_unit_that_did_its_part_is_left_in_peace():
    for cell in ("done_in_time", "done_late", "no_due_done", "paused"):
        report = small(cells={"Phòng Nội vụ": {cell: (2,)}, "UBND xã A": {"open_in_time": (2,)}})
        assert [(c.unit, len(c.soon)) for c in chased_units(report)] == [("UBND xã A", 1), ("Công an huyện", 0)]


def test_of_a_report_on_one_unit_only_that_unit_is_chased():
    only = StatisticView(Statistic(), Statistic(), by_unit=(UnitStatistic("Phòng Nội vụ", Statistic()),))
    report = small(unit="phong noi vu", late_units=(), statistic=only)
    assert [c.unit for c in chased_units(report)] == ["Phòng Nội vụ"]


def test_nothing_late_nothing_near_no_letter():
    assert letters(blank(), STATE) == []


def test_a_letter_lists_each_task_with_its_document_both_deadlines_and_the_days():
    (_, first), *_ = letters(small(), STATE)
    source = "Thông báo 618-TB/HU ngày 02/04/2024 của Thường trực Huyện ủy, mục 2.1"
    assert rows(first) == [
        ["TT", "Nội dung nhiệm vụ", "Văn bản giao", "Hạn ban đầu", "Hạn hiện tại", "Số ngày quá hạn"],
        ["Nhiệm vụ quá hạn: 1"],
        ["1", "Nhiệm vụ số 1: rà soát, báo cáo kết quả thực hiện.", source, "01/05/2024", "09/06/2024", "5"],
        ["Nhiệm vụ sắp đến hạn: 1"],
        ["1", "Nhiệm vụ số 2: rà soát, báo cáo kết quả thực hiện.", source, "20/06/2024", "15/06/2024", ""],
    ]


def test_a_letter_says_whom_it_is_for_how_things_stand_and_what_is_asked():
    (_, first), (_, second), (_, third) = letters(small(), STATE)
    text = lines(first)
    assert text[0] == "Kính gửi: UBND xã A"
    assert text[1].endswith(
        "tính đến ngày 14 tháng 6 năm 2024, UBND xã A còn 01 nhiệm vụ quá hạn, 01 nhiệm vụ sắp đến hạn, cụ thể:"
    )
    assert text[2] == "Ủy ban nhân dân huyện Lâm Khê đề nghị UBND xã A:"
    assert [line[:2] for line in text[3:]] == ["1.", "2.", "Đề"]
    assert not any("sắp đến hạn" in line for line in lines(second))
    assert not any("quá hạn" in line for line in lines(third))
    assert lines(third)[3].startswith("1. Bảo đảm tiến độ")


@pytest.mark.parametrize(
    ("office", "number", "subject", "filed"),
    [
        (STATE, "Số: ……/UBND", "V/v đôn đốc thực hiện nhiệm vụ được giao", ["Nơi nhận:", "- Như trên;", "- Lưu: VT, TH (02b)."]),
        (PARTY, "Số ……-CV/HU", "Đôn đốc thực hiện nhiệm vụ được giao", ["Nơi nhận:", "- Như trên,", "- Lưu Văn phòng Huyện ủy."]),
        (Office(), "Số: ……/……", "V/v đôn đốc thực hiện nhiệm vụ được giao", ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]),
    ],
)  # fmt: skip
def test_head_and_foot_follow_the_rules_of_the_office(office, number, subject, filed):
    paper = docx.Document(io.BytesIO(letters(small(), office)[0][1]))
    head, foot = ([p.text for p in t.rows[0].cells[0].paragraphs] for t in (paper.tables[0], paper.tables[-1]))
    assert head[-2:] == [number, subject]
    assert foot == filed


def test_names_of_files_are_plain_letters_and_each_is_there_once():
    names = [
        "Ủy ban nhân dân xã Đăk Rơ Ông", "ỦY BAN NHÂN DÂN XÃ ĐẮK RƠ ÔNG", "../../etc/passwd", "CON", "???", "a/b\\c:d*e",
        "Ban " + "Quản lý " * 30 + "một", "Ban " + "Quản lý " * 30 + "hai",
    ]  # fmt: skip
    report = replace(
        blank(), duties={1: duty(1, days_late=1)}, figures={"overdue": (1,)},
        late_units=tuple(LateUnit(name, 1, (1,), {Band.WEEK: 1}, 1) for name in names),
    )  # fmt: skip
    found = [name for name, _ in letters(report, STATE)]
    assert found[:6] == [
        "don-doc-2024-06-14-uy-ban-nhan-dan-xa-dak-ro-ong.docx",
        "don-doc-2024-06-14-uy-ban-nhan-dan-xa-dak-ro-ong-2.docx",
        "don-doc-2024-06-14-etc-passwd.docx",
        "don-doc-2024-06-14-con.docx",
        "don-doc-2024-06-14-don-vi.docx",
        "don-doc-2024-06-14-a-b-c-d-e.docx",
    ]
    assert len(set(found)) == len(names)
    assert max(map(len, found)) < 100
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in found)


def test_sixty_units_get_sixty_letters():
    report = large()
    found = letters(report, PARTY)
    late = {unit.unit for unit in report.late_units}
    soon = {lead for id_ in report.figures["soon"] for lead in report.duties[id_].leads}
    assert len(found) == len(late | soon) == 60


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    report = large()
    # The unit with the longest words and the most rows.
    many = tuple(range(1, 60))
    unit = report.late_units[0]
    swamped = replace(report, late_units=(LateUnit(unit.unit, 60, many, unit.bands, 400),), figures={"overdue": many})
    swamped = replace(swamped, statistic=statistic_of([unit.unit] * 4, __import__("random").Random(1)))
    papers = {"party": letters(swamped, PARTY)[0][1], "state": letters(swamped, STATE)[0][1]}
    return pages_of(papers, tmp_path_factory.mktemp("letters"))


@needs_office
@pytest.mark.parametrize("paper", ["party", "state"])
def test_on_paper_all_is_within_the_margins_in_one_font(printed, paper):
    pages = printed[paper]
    assert [outside(page) for page in pages] == [[]] * len(pages)
    assert len(set.union(*map(families, pages))) == 1
    assert not any(page.landscape for page in pages)


@needs_office
@pytest.mark.parametrize("paper", ["party", "state"])
def test_on_paper_the_head_of_the_table_stands_on_each_page(printed, paper):
    with_rows = [page.tables[0][0] for page in printed[paper] if page.tables and page.tables[0][0][0] == "TT"]
    assert len(with_rows) >= 5
    assert {row[1] for row in with_rows} == {"Nội dung nhiệm vụ"}
    last = printed[paper][-1]
    assert [page.tables for page in printed[paper][:-1] if not page.tables] == []
    assert "./." in last.text


@needs_office
def test_on_paper_both_blocks_of_the_head_stand_side_by_side(printed):
    page = printed["state"][0]
    _, left_end, top, bottom = block(page, "ỦY", "V/v")
    right_start, _, other_top, other_bottom = block(page, "CỘNG", "ngày")
    assert left_end < right_start
    assert min(bottom, other_bottom) - max(top, other_top) > 20
