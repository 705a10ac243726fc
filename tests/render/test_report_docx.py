"""The report in Word: read back by python-docx its cells equal the report, and on paper it is laid out as the rules ask."""

import re
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from made_report import AS_OF, EVERY_LETTER, PARTY, STATE, WEEK, blank, duty, large
from printed import MM, block, families, needs_office, outside, pages_of
from word_file import HEADS, body, half, number, opened, table

from vbcli.model.report import Band, Period, PeriodKind
from vbcli.model.statistic import Share, Statistic, StatisticView, UnitStatistic
from vbcli.render.papers.duty_words import source_words
from vbcli.render.papers.report_docx import report_docx
from vbcli.render.papers.words import long_day, percent, period_name, shortened
from vbcli.settings import Khoi, Office


@pytest.fixture(scope="module")
def report():
    return large()


@pytest.fixture(scope="module")
def party(report):
    return opened(report_docx(report, PARTY))


@pytest.fixture(scope="module")
def state(report):
    return opened(report_docx(report, STATE))


# --- figures ----------------------------------------------------------------------------------------------------------


def rate(part: int, whole: int) -> str:
    """Reckon a rate in another way than the program does."""
    if not whole:
        return "–"
    exact = (Decimal(100) * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact}%".replace(".", ",")


@pytest.mark.parametrize("paper", ["party", "state"])
def test_each_cell_of_the_appendix_is_that_of_the_statistic(report, paper, request):
    *rows, total = table(request.getfixturevalue(paper), *HEADS)
    for n, (row, unit) in enumerate(zip(rows, report.statistic.by_unit, strict=True), 1):
        s = unit.counts
        due = s.done_in_time_past + s.done_late + s.open_late
        assert row[:2] == [str(n), unit.unit]
        counts = [s.done_in_time, s.done_late, s.open_in_time, s.open_late, s.no_due_done + s.no_due_open]
        assert [number(cell) for cell in row[2:8]] == [sum(counts), *counts]
        assert row[8:11] == [rate(s.done_in_time_past, due), rate(s.done_late, due), rate(s.open_late, due)]
        assert row[11] == f"Đã đến hạn: {due}" + (f"; tạm dừng: {s.paused}" if s.paused else "")
    assert total[1] == "Tổng cộng"
    for n in range(2, 8):
        assert number(total[n]) == sum(number(row[n]) for row in rows)


def test_each_row_of_the_appendix_adds_up(party):
    for row in table(party, *HEADS):
        assert number(row[2]) == sum(map(number, row[3:8]))


def test_a_unit_with_nothing_due_has_dashes_and_no_rate(report, party):
    rows = table(party, *HEADS)
    assert [row[8:11] for row in rows if row[1] == report.statistic.by_unit[3].unit] == [["–"] * 3]


def test_the_denominator_of_the_rates_is_named_under_the_table(party):
    assert "Mẫu số của ba tỷ lệ: số đã đến hạn" in body(party)


def test_each_unit_with_overdue_tasks_has_its_row_with_ages(report, party):
    rows = table(party, "Đơn vị chủ trì", "Quá hạn", "Lâu nhất (ngày)")
    for n, (row, unit) in enumerate(zip(rows, report.late_units, strict=True), 1):
        ages = [unit.bands.get(band, 0) for band in Band]
        assert row == [str(n), unit.unit, *map(str, [unit.assigned, len(unit.late), *ages, unit.longest])]
        assert sum(ages) == len(unit.late)


def test_the_list_of_overdue_tasks_names_each_under_each_of_its_units(report, party):
    rows = table(party, "Nội dung nhiệm vụ", "Hạn hiện tại", "Người theo dõi")
    found: dict[str, list[list[str]]] = {}
    for row in rows:
        if len(row) == 1:
            unit, _, count = row[0].rpartition(": ")
            found[unit] = []
            wanted = int(count.removesuffix(" nhiệm vụ"))
            found[unit].append([str(wanted)])
        else:
            found[unit].append(row)
    nobody = [i for i in report.figures["overdue"] if not report.duties[i].leads]
    expected = {unit.unit: unit.late for unit in report.late_units} | {"Chưa rõ đơn vị chủ trì": tuple(nobody)}
    assert list(found) == list(expected)
    for unit, ids in expected.items():
        (count,), *listed = found[unit]
        assert int(count) == len(ids)
        for n, (row, id_) in enumerate(zip(listed, ids, strict=True), 1):
            task = report.duties[id_]
            days = [f"{day:%d/%m/%Y}" for day in (task.due_original, task.due)]
            assert (row[0], row[3:5], row[5]) == (str(n), days, str(task.days_late))
            assert task.text.startswith(row[1].rstrip("…"))
            assert row[2] == f"{task.document}, mục {task.locator}"
            assert row[6] == PARTY.officer


@pytest.mark.parametrize("paper", ["party", "state"])
def test_the_sentences_hold_the_figures(report, paper, request):
    text = body(request.getfixturevalue(paper))
    overdue, soon = len(report.figures["overdue"]), len(report.figures["soon"])
    assert f"quá hạn {overdue}; sắp đến hạn (trong 03 ngày) {soon};" in text
    assert f"có {overdue} nhiệm vụ quá hạn" in text
    assert "Trong 700 nhiệm vụ được giao (không kể 09 nhiệm vụ tạm dừng)" in text
    assert "Tỷ lệ hoàn thành đúng hạn đạt 72,4% (310/428 nhiệm vụ đã đến hạn)" in text
    assert "tỷ lệ hoàn thành đạt 67,1% (470/700 nhiệm vụ được giao)" in text
    assert (
        "So với số liệu chốt ngày 07/06/2024, số nhiệm vụ giao mới 3; hoàn thành trong hạn 0; hoàn thành trễ hạn 1"
        in text
    )
    assert "Có 25 văn bản được viện dẫn nhưng chưa có trong hồ sơ; 20 văn bản đầu gồm:" in text


def test_tasks_that_fall_due_stand_with_their_hour_under_their_week(report, party):
    rows = table(party, "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Hạn")
    heads = [row[0] for row in rows if len(row) == 1]
    assert heads == [
        f"Đến hết ngày 16/06/2024: {len(report.rest_of_period)} nhiệm vụ",
        f"Trong bảy ngày sau ngày 16/06/2024: {len(report.next_week)} nhiệm vụ",
    ]
    assert len(rows) == 2 + len(report.rest_of_period) + len(report.next_week)
    assert rows[1][4] == "15 giờ 00, 14/06/2024"


def test_of_many_leads_the_first_are_named_and_the_others_counted(party):
    rows = table(party, "Nhiệm vụ định kỳ")
    assert rows[0][2].endswith(" và 56 đơn vị khác")
    assert [row[4] for row in rows] == ["Chưa ghi nhận", "Hoàn thành ngày 12/06/2024"]


# --- layout of the file -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["party", "state"])
def test_every_page_is_a4_within_the_margins_that_both_rules_allow(paper, request):
    found = request.getfixturevalue(paper)
    sizes = [(round(s.page_width.mm), round(s.page_height.mm)) for s in found.sections]
    assert sizes == [(210, 297), (297, 210), (297, 210)]
    assert [s.orientation for s in found.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.LANDSCAPE]
    for section in found.sections:
        assert 20 <= round(section.top_margin.mm) <= 25
        assert 20 <= round(section.bottom_margin.mm) <= 25
        assert 30 <= round(section.left_margin.mm) <= 35
        assert 15 <= round(section.right_margin.mm) <= 20


@pytest.mark.parametrize("paper", ["party", "state"])
def test_heads_of_tables_repeat_and_rows_stay_whole(paper, request):
    long_ones = [t for t in request.getfixturevalue(paper).tables if len(t.rows) > 1]
    assert len(long_ones) >= 7
    for found in request.getfixturevalue(paper).tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in found.rows)
    for found in long_ones:
        assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in found.rows[:2]] == [True, False]


@pytest.mark.parametrize("paper", ["party", "state"])
def test_all_is_in_times_and_in_vietnamese(paper, request):
    found = request.getfixturevalue(paper)
    fonts = found.styles["Normal"].element.rPr.rFonts
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    named = {run.font.name for p in found.paragraphs for run in p.runs}
    assert named == {None}
    assert found.core_properties.author in {PARTY.name, STATE.name}


def test_the_head_of_a_state_paper(state):
    assert half(state, 0) == [
        "ỦY BAN NHÂN DÂN", "TỈNH CỬA DIÊM", "ỦY BAN NHÂN DÂN", "HUYỆN LÂM KHÊ", "Số: ……/BC-UBND",
    ]  # fmt: skip
    assert half(state, 1) == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lâm Khê, ngày 14 tháng 6 năm 2024",
    ]  # fmt: skip
    lines = [p.text for p in state.paragraphs if p.text]
    title = [
        "BÁO CÁO",
        "Tình hình thực hiện nhiệm vụ được giao tuần 24 năm 2024",
        "(từ ngày 10/06/2024 đến ngày 16/06/2024)",
    ]
    assert lines[:3] == title


def test_the_head_of_a_party_paper(party):
    assert half(party, 0) == ["ĐẢNG BỘ TỈNH CỬA DIÊM", "HUYỆN ỦY LÂM KHÊ", "*", "Số ……-BC/HU"]
    assert half(party, 1) == ["ĐẢNG CỘNG SẢN VIỆT NAM", "Lâm Khê, ngày 14 tháng 6 năm 2024"]
    lines = [p.text for p in party.paragraphs if p.text]
    assert lines[:2] == ["BÁO CÁO", "tình hình thực hiện nhiệm vụ được giao tuần 24 năm 2024"]
    assert "-----" in lines[:4]


def test_three_numbered_parts_and_the_closing(state):
    lines = [p.text for p in state.paragraphs if p.text]
    assert [line for line in lines if re.match(r"[IVX]+\. ", line)] == [
        "I. TÌNH HÌNH CHUNG, KẾT QUẢ THỰC HIỆN",
        "II. NHIỆM VỤ QUÁ HẠN, TỒN TẠI, HẠN CHẾ",
        "III. NHIỆM VỤ TUẦN TỚI, ĐỀ XUẤT, KIẾN NGHỊ",
    ]
    assert any(line.endswith("Ủy ban nhân dân huyện Lâm Khê kính báo cáo./.") for line in lines)


def test_the_foot_has_signature_and_recipients_each_with_its_mark(state, party):
    assert half(state, 1, -1) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Ngọc Niê"]
    assert half(state, 0, -1) == [
        "Nơi nhận:", "- Thường trực Huyện ủy (b/c);", "- Các phòng, ban, ngành, UBND các xã, thị trấn;", "- Lưu: VT, TH (02b).",
    ]  # fmt: skip
    assert half(party, 1, -1) == ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Trần Văn An"]
    assert half(party, 0, -1)[1] == "- Thường trực Tỉnh ủy (b/c),"


def test_sizes_of_the_recipients_are_those_of_the_decree(state):
    cell = [t for t in state.tables if len(t.rows) == 1][-1].rows[0].cells[0]
    sizes = [p.runs[0].font.size.pt for p in cell.paragraphs]
    assert sizes == [12, 11, 11, 11]


@pytest.mark.parametrize("khoi", list(Khoi))
def test_without_settings_there_are_dots_to_fill_in(khoi):
    paper = opened(report_docx(blank(), Office(khoi=khoi)))
    number_ = "Số: ……/BC-……" if khoi is Khoi.STATE else "Số ……-BC/……"
    assert half(paper, 0)[-1] == number_
    assert half(paper, 1)[-1] == "……, ngày 14 tháng 6 năm 2024"
    assert set("".join(half(paper, 1, -1))) == {"…"}
    text = body(paper)
    assert "không có nhiệm vụ nào quá hạn" in text
    assert "Tỷ lệ hoàn thành đúng hạn chưa tính được vì chưa có nhiệm vụ đã đến hạn" in text
    assert "Phụ lục II" not in text
    assert "%" not in text.replace("bằng 100%", "")


def test_a_report_on_one_unit_says_so():
    paper = opened(report_docx(replace(blank(), unit="Công an huyện"), STATE))
    assert "Tình hình thực hiện nhiệm vụ giao cho Công an huyện tuần 24 năm 2024" in body(paper)


def test_one_that_was_reckoned_later_says_so():
    said = "Số liệu được tính sau khi kết thúc kỳ báo cáo"
    assert said in body(opened(report_docx(replace(blank(), reckoned_later=True), STATE)))
    assert said not in body(opened(report_docx(blank(), STATE)))


def test_what_no_xml_can_hold_does_no_harm():
    nasty = "Rà soát \x00\x0b\x1b[31m <w:p> & {{ co_quan }} \ufffe \ud800 xong"
    hostile = replace(
        blank(), unit=nasty, figures={"overdue": (1,)}, duties={1: duty(1, text=nasty, leads=(nasty,), document=nasty)}
    )
    office = replace(STATE, name=nasty, recipients=(nasty,))
    paper = opened(report_docx(hostile, office))
    rows = table(paper, "Nội dung nhiệm vụ", "Người theo dõi")
    assert "<w:p> & {{ co_quan }}" in rows[1][1]
    assert "\x1b" not in rows[1][1]


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (WEEK, "tuần 24 năm 2024"),
        # 30/12/2024 belongs to the first ISO week of 2025.
        (Period(PeriodKind.WEEK, date(2024, 12, 30), date(2025, 1, 5)), "tuần 1 năm 2025"),
        (Period(PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 29)), "tháng 2 năm 2024"),
        (Period(PeriodKind.QUARTER, date(2024, 10, 1), date(2024, 12, 31)), "quý IV năm 2024"),
        (Period(PeriodKind.HALF, date(2024, 1, 1), date(2024, 6, 30)), "6 tháng đầu năm 2024"),
        (Period(PeriodKind.HALF, date(2024, 7, 1), date(2024, 12, 31)), "6 tháng cuối năm 2024"),
        (Period(PeriodKind.SPAN, date(2024, 3, 1), date(2024, 4, 9)), "từ ngày 01/03/2024 đến ngày 09/04/2024"),
    ],
)
def test_periods_have_their_names(period, words):
    assert period_name(period) == words


def test_a_span_of_days_stands_once_in_the_title():
    span = Period(PeriodKind.SPAN, date(2024, 3, 1), date(2024, 4, 9))
    lines = [p.text for p in opened(report_docx(replace(blank(), period=span), STATE)).paragraphs if p.text]
    assert sum("từ ngày 01/03/2024" in line for line in lines[:3]) == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 5), "ngày 05 tháng 01 năm 2024"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"),
        (date(2024, 12, 12), "ngày 12 tháng 12 năm 2024"),
    ],
)
def test_days_take_a_nought_as_the_rules_ask(day, words):
    assert long_day(day) == words


@pytest.mark.parametrize(("part", "whole"), [(1, 3), (1, 8), (1, 16), (5, 2000), (1, 2000), (0, 7), (7, 7), (0, 0)])
def test_rates_are_rounded_half_up_with_a_comma(part, whole):
    assert percent(Share(part, whole)) == rate(part, whole)


@pytest.mark.parametrize(
    ("locator", "item"),
    [
        ("2.1", ", mục 2.1"),
        ("3/a", ", mục 3/a"),
        ("2/(2)", ", mục 2/(2)"),
        # What the program counted by itself is on no paper.
        ("2/-1/(2)", ", mục 2"),
        ("III/#9", ", mục III"),
        ("¶1", ""),
        ("-1", ""),
        ("", ""),
    ],
)
def test_the_item_is_named_as_far_as_it_has_a_number_on_paper(locator, item):
    task = duty(1, locator=locator)
    assert source_words(task) == f"{task.document}{item}"


def test_a_name_that_begins_a_line_begins_with_a_capital():
    view = StatisticView(Statistic(), Statistic(), by_unit=(UnitStatistic("các chi bộ thôn", Statistic()),))
    assert table(opened(report_docx(replace(blank(), statistic=view), STATE)), *HEADS)[0][1] == "Các chi bộ thôn"


def test_a_text_is_cut_between_words():
    assert shortened("một hai ba bốn", 10) == "một hai…"
    assert shortened("một hai", 10) == "một hai"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"


def test_total_of_the_appendix_is_counted_for_itself():
    """What the program counted for all assignments is printed, not the sum of the rows: they must not hide a fault."""
    view = StatisticView(Statistic(), Statistic(done_late=5), by_unit=(UnitStatistic("A", Statistic(done_late=4)),))
    *_, total = table(opened(report_docx(replace(blank(), statistic=view), STATE)), *HEADS)
    assert total[2] == "5"


# --- on paper ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def printed(report, tmp_path_factory):
    papers = {
        "party": report_docx(report, PARTY),
        "state": report_docx(report, STATE),
        "blank": report_docx(blank(), Office()),
    }
    return pages_of(papers, tmp_path_factory.mktemp("printed"))


PAPERS = ["party", "state", "blank"]


@needs_office
@pytest.mark.parametrize("paper", PAPERS)
def test_no_letter_stands_outside_the_margins(printed, paper):
    assert [outside(page) for page in printed[paper]] == [[]] * len(printed[paper])


@needs_office
@pytest.mark.parametrize(
    ("paper", "left", "right"),
    [("party", ("ĐẢNG", "Số"), ("CỘNG", "ngày")), ("state", ("ỦY", "Số:"), ("CỘNG", "ngày"))],
)
def test_both_blocks_of_the_head_stand_side_by_side(printed, paper, left, right):
    page = printed[paper][0]
    _, left_end, top, bottom = block(page, *left)
    right_start, _, other_top, other_bottom = block(page, *right)
    assert left_end < right_start
    assert min(bottom, other_bottom) - max(top, other_top) > 20
    assert abs(top - other_top) < 3


@needs_office
@pytest.mark.parametrize("paper", PAPERS)
def test_appendices_lie_and_all_else_stands(printed, paper):
    upright = [page.landscape for page in printed[paper]]
    assert upright == sorted(upright)
    assert upright.count(True) >= (5 if paper != "blank" else 1)


@needs_office
@pytest.mark.parametrize("paper", ["party", "state"])
def test_heads_of_the_long_appendices_stand_on_each_page(printed, paper):
    pages = [page for page in printed[paper] if page.landscape]
    second = next(n for n, page in enumerate(pages) if page.text.startswith("Phụ lục II"))
    assert second >= 3
    assert len(pages) - second >= 3
    for n, page in enumerate(pages):
        head = [(cell or "").replace("\n", " ") for cell in page.tables[0][0]]
        assert head == HEADS if n < second else head[1:3] == ["Nội dung nhiệm vụ", "Văn bản giao"]


@needs_office
@pytest.mark.parametrize("paper", ["party", "state"])
def test_no_row_breaks_across_pages(printed, paper):
    """The lower half of a broken row would come without its number."""
    for page in printed[paper]:
        for rows in page.tables:
            if rows[0][0] == "TT":
                numbers = [row[0] for row in rows[1:] if row[1] not in {None, "Tổng cộng"}]
                assert all(numbers), numbers


@needs_office
@pytest.mark.parametrize("paper", PAPERS)
def test_all_letters_come_from_one_embedded_family(printed, paper):
    """A letter that the font lacks would come from another font."""
    found = set.union(*(families(page) for page in printed[paper]))
    assert len(found) == 1
    assert not found.pop().startswith("loose")


@needs_office
def test_every_vietnamese_letter_is_on_paper(printed):
    text = " ".join(page.text for page in printed["party"])
    assert set(EVERY_LETTER) <= set(text)
    assert "\ufffd" not in text


@needs_office
@pytest.mark.parametrize("paper", ["party", "state"])
def test_pages_are_numbered_in_the_upper_margin_each_appendix_for_itself(printed, paper):
    counted = []
    for page in printed[paper]:
        above = [word for word in page.words if word["bottom"] < 20 * MM]
        middle = [w for w in above if abs((w["x0"] + w["x1"]) / 2 - (page.width + 10 * MM) / 2) < 5]
        assert above == middle
        counted.append("".join(w["text"] for w in above))
    starts = [n for n, number_ in enumerate(counted) if not number_]
    assert len(starts) == 3
    for first, after in zip(starts, [*starts[1:], len(counted)], strict=True):
        assert counted[first + 1 : after] == [str(n) for n in range(2, after - first + 1)]


@needs_office
@pytest.mark.parametrize("paper", ["party", "state"])
def test_the_signature_shares_its_page_with_words_of_the_report(printed, paper):
    signer = (PARTY if paper == "party" else STATE).signer
    (page,) = [page for page in printed[paper] if signer in page.text]
    assert "./." in page.text


def test_the_same_report_gives_the_same_words_whatever_the_day():
    first, second = (opened(report_docx(blank(), STATE)) for _ in range(2))
    assert first.core_properties.created == second.core_properties.created
    assert first.core_properties.created.date() == AS_OF
