from pathlib import Path

import pytest
from papers import pdf

from vbcli.config import Ocr, Reading
from vbcli.errors import ReadError
from vbcli.model.source import Block, BlockKind, Box, Cell
from vbcli.read.pdf import read_pdf
from vbcli.read.pdf_columns import split_columns
from vbcli.read.pdf_furniture import Sheet, first_footnote, is_stamp, without_furniture, without_stamps
from vbcli.read.pdf_lines import Line, Word
from vbcli.read.pdf_tables import join_over_pages, take_tables

UNRECOGNISED = Reading(ocr=Ocr.NEVER)
DATA = Path(__file__).parent / "data"
GOLD = Path(__file__).parents[3] / "shared" / "gold" / "docs"
WIDTH = 595.0
FILLER = [
    (80, 700 - 14 * at, f"Dong so {at} cua mot van ban dai vua du de co noi dung rieng cua no") for at in range(4)
]


def line(base, *words, size=14.0):
    """Return a line of words given as (x0, text), seven points a letter."""
    return Line(tuple(Word(t, x, x + 7.0 * len(t), base, size, False, False) for x, t in words), base)


def placed(*lines):
    return [(item.column, item.line.text) for item in split_columns(list(lines), WIDTH)]


@pytest.fixture(scope="module")
def plan():
    return read_pdf((DATA / "ke-hoach.pdf").read_bytes())


def test_header_comes_left_column_first(plan):
    assert [(b.column, b.text) for b in plan[0][:9]] == [
        (0, "ỦY BAN NHÂN DÂN"),
        (0, "HUYỆN ĐỒI THÔNG"),
        (0, "Số: 27/KH-UBND"),
        (1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        (1, "VIỆT NAM"),
        (1, "Độc lập - Tự do - Hạnh phúc"),
        (1, "Đồi Thông, ngày 20 tháng 02 năm 2025"),
        (None, "KẾ HOẠCH"),
        (None, "Trồng cây ven đường năm 2025"),
    ]
    assert (plan[0][7].bold, plan[0][7].align, plan[0][7].page, plan[0][7].line) == (True, "center", 1, 5)
    assert plan[0][9].align == "justify"


def test_closing_comes_left_column_first(plan):
    closing = [(b.column, b.text) for b in plan[0] if b.page == 2 and b.column is not None]
    assert closing[:2] == [(0, "Nơi nhận:"), (0, "- UBND tỉnh (b/c);")]
    assert closing[-4:] == [(1, "TM. ỦY BAN NHÂN DÂN"), (1, "KT. CHỦ TỊCH"), (1, "PHÓ CHỦ TỊCH"), (1, "Lò Văn Sáng")]


def test_justified_text_is_not_split_and_page_numbers_go(plan):
    body = [b for b in plan[0] if b.page in (1, 2) and b.column is None]
    assert len(body) == 2 + 9 * 4
    assert not any(b.text.strip().isdigit() for b in plan[0])


def test_a_table_over_two_pages_loses_its_second_head(plan):
    first, second = (b for b in plan[0] if b.kind is BlockKind.TABLE)
    assert (first.page, second.page) == (3, 4)
    assert first.cells[:5] == (
        Cell(0, 0, "TT"),
        Cell(0, 1, "Nội dung"),
        Cell(0, 2, "Đơn vị chủ trì"),
        Cell(0, 3, "Thời hạn"),
        Cell(1, 0, "1"),
    )
    assert first.cells[5].text == "Rà soát quỹ đất trồng cây ven đường, báo cáo kết quả về huyện (đợt 1)"
    assert "\n- hai buổi mỗi tuần;\n- có nội dung" in next(c.text for c in first.cells if c.row == 3 and c.column == 1)
    assert second.cells[0] == Cell(0, 0, "8")
    assert Cell(5, 0, "Tổng cộng", columns=2) in second.cells


def test_the_source_says_pages_and_width(plan):
    assert (plan[1], round(plan[2])) == (4, 595)
    assert plan[3] is False
    assert plan[4] == ()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_numbers_laid_over_a_blank_are_put_into_their_line(rotate):
    page = [(80, 780, "So:        /KH-UBND"), *FILLER]
    fields = [(98, 779, "173"), (300, 500, "Nguoi ky: X|Thoi gian: 1|03.08.2025 08:37:12")]
    blocks, *_ = read_pdf(pdf([page], fields=fields, rotate=rotate))
    assert blocks[0].text == "So: 173 /KH-UBND"
    assert len(blocks) == 5


def test_a_stamp_is_kept_as_an_issue_only():
    blocks, _, _, _, issues = read_pdf(pdf([FILLER], fields=[(300, 500, "Ban X|03.08.2025 08:37:12 +07:00")]))
    assert "Ban X" not in " ".join(b.text for b in blocks)
    stamps = [i for i in issues if i.code == "signature_stamp"]
    assert [i.message for i in stamps] == ["Ban X · 03.08.2025 08:37:12 +07:00"]
    assert stamps[0].place.page == 1


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_shown_the_wrong_way_is_turned_upright(rotate):
    blocks, *_ = read_pdf(pdf([FILLER], rotate=rotate))
    assert [b.text[:9] for b in blocks] == ["Dong so 0", "Dong so 1", "Dong so 2", "Dong so 3"]


@pytest.mark.parametrize(
    ("fields", "mode", "code"),
    [
        ((), 0, "needs_ocr"),
        ([(300, 500, "Nguoi ky: Ban X|Email: a@b.vn|Thoi gian: 03.08.2025 08:37:12")], 0, "needs_ocr"),
    ],
    ids=["no text", "only a stamp"],
)
def test_a_scan_needs_ocr(fields, mode, code):
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf([[]], fields=fields, image=True, mode=mode), UNRECOGNISED)
    assert caught.value.code == code


def test_a_layer_of_failed_ocr_needs_ocr_again():
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf([FILLER], image=True, mode=3), UNRECOGNISED)
    assert caught.value.code == "needs_ocr"


def test_a_page_that_is_a_picture_is_an_issue_where_others_have_text():
    _, _, _, _, issues = read_pdf(pdf([FILLER, []], image=True), UNRECOGNISED)
    assert ("page_needs_ocr", 2) in [(i.code, i.place.page) for i in issues if i.place]


def test_a_pdf_without_words_and_pictures_is_empty():
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf([[]]))
    assert caught.value.code == "empty"


def test_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr("vbcli.read.pdf.MAX_PAGES", 1)
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf([FILLER, FILLER]))
    assert caught.value.code == "too_large"


def test_a_password_is_named():
    with pytest.raises(ReadError) as caught:
        read_pdf((DATA / "mat-khau.pdf").read_bytes())
    assert caught.value.code == "password"


def test_the_password_of_the_file_before_is_not_told_of_the_next():
    with pytest.raises(ReadError):
        read_pdf((DATA / "mat-khau.pdf").read_bytes())
    empty = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    with pytest.raises(ReadError) as caught:
        read_pdf(empty)
    assert caught.value.code == "damaged"


def test_a_page_whose_tables_fail_keeps_its_lines(monkeypatch, plan):
    def fail(rules):
        raise KeyError(rules)

    monkeypatch.setattr("vbcli.read.pdf.cells_of", fail)
    blocks, *_, issues = read_pdf((DATA / "ke-hoach.pdf").read_bytes())
    assert "tables_unread" in {issue.code for issue in issues}
    assert any("Phòng Nông nghiệp" in block.text for block in blocks)


# Columns


def test_halves_of_different_height_are_one_zone():
    assert placed(
        line(60, (90, "TỈNH ỦY")),
        line(66, (330, "ĐẢNG CỘNG SẢN")),
        line(80, (95, "Số 5")),
        line(86, (320, "Sông Mây, ngày 5")),
    ) == [(0, "TỈNH ỦY"), (0, "Số 5"), (1, "ĐẢNG CỘNG SẢN"), (1, "Sông Mây, ngày 5")]


def test_a_title_right_of_the_gutter_ends_the_zone():
    lines = [
        line(60, (80, "HUYỆN"), (300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")),
        line(76, (85, "Số 1"), (340, "Độc lập Tự do")),
        line(110, (265, "CÔNG ĐIỆN")),
        line(130, (80, "x" * 64)),
    ]
    assert placed(*lines)[4:] == [(None, "CÔNG ĐIỆN"), (None, "x" * 64)]


def test_rows_with_a_tab_stop_stay_rows():
    rows = [line(60 + 16 * at, (80, f"{at}. Ông A"), (300, "Trưởng ban" + "x" * 3 * at)) for at in range(4)]
    assert {column for column, _ in placed(*rows)} == {None}


def test_wide_gaps_of_justified_text_are_no_gutter():
    rows = [line(60 + 16 * at, *((80 + 60 * k, "abcd") for k in range(8))) for at in range(4)]
    assert {column for column, _ in placed(*rows)} == {None}


def test_the_last_lines_of_the_text_stay_out_of_the_closing():
    lines = [
        line(60, (80, "đúng quy định./.")),
        line(90, (80, "Nơi nhận:"), (380, "GIÁM ĐỐC")),
        line(106, (80, "- Như trên;")),
        line(180, (370, "Lò Văn Sáng")),
    ]
    assert placed(*lines) == [
        (None, "đúng quy định./."),
        (0, "Nơi nhận:"),
        (0, "- Như trên;"),
        (1, "GIÁM ĐỐC"),
        (1, "Lò Văn Sáng"),
    ]


# Furniture


def test_running_heads_go_and_text_stays():
    sheets = [
        Sheet(
            n, 842, (line(40, (80, f"CÔNG BÁO/Số {n}")), line(300, (80, "CÔNG BÁO/Số 1")), line(320, (80, f"chữ {n}")))
        )
        for n in range(1, 5)
    ]
    assert [[found.text for found in page] for page in without_furniture(sheets)][2] == ["CÔNG BÁO/Số 1", "chữ 3"]


@pytest.mark.parametrize(
    ("text", "is_number"),
    [("2", True), ("- 2 -", True), ("Trang 2/5", True), ("2025", False), ("2. Mục", False), ("II", False)],
)
def test_page_numbers(text, is_number):
    sheet = Sheet(2, 842, (line(40, (290, text)), line(100, (80, "chữ")), line(120, (80, "chữ"))))
    kept = without_furniture([Sheet(1, 842, ()), sheet])[1]
    assert (len(kept) == 2) == is_number


def test_stamps_drawn_into_the_page_go():
    small = [
        line(30 + 8 * at, (400, text), size=7.0)
        for at, text in enumerate(("Ký bởi: Ban X", "Email: a@b.vn", "Ngày ký: 2020-08-03 12:44:53"))
    ]
    kept, stamps = without_stamps([*small, line(80, (80, "Cơ quan: chủ trì"))])
    assert [found.text for found in kept] == ["Cơ quan: chủ trì"]
    assert len(stamps) == 1


def test_what_is_no_stamp():
    assert not is_stamp("453")
    assert not is_stamp("29 tháng 4 năm 2026")
    assert not without_stamps([line(60, (80, "Cơ quan: Sở Y tế"))])[1]


def test_footnotes_begin_with_a_raised_number_in_small_type():
    note = Line((Word("1", 80, 83, 700, 6.0, False, False), *line(700, (90, "Văn bản số 5"), size=10.0).words), 700)
    lines = [line(300, (80, "thân")), note, line(712, (80, "tiếp"), size=10.0)]
    assert first_footnote(lines, 14.0) == 1
    assert first_footnote([lines[0], line(700, (80, "1. Mục nhỏ"), size=10.0)], 14.0) == 2


# Tables


def grid(*rows, top=100.0):
    return [Box(100.0 * c, top + 50.0 * r, 100.0 * (c + 1), top + 50.0 * (r + 1)) for r, c in rows]


def test_words_go_into_cells_and_wraps_are_joined():
    cells = grid((0, 0), (0, 1))
    lines = [line(112, (5, "Căn cứ"), (105, "Hạn")), line(122, (5, "5/QĐ-")), line(132, (5, "UBND"))]
    lines.append(line(142, (5, "-"), (20, "một")))
    rest, tables = take_tables([line(80, (80, "trên")), *lines], [cells])
    assert [found.text for found in rest] == ["trên"]
    assert [c.text for c in tables[0].cells] == ["Căn cứ 5/QĐ-UBND\n- một", "Hạn"]


def test_a_frame_around_a_text_is_no_table():
    rest, tables = take_tables([line(112, (105, "chữ"))], [grid((0, 1))])
    assert (len(rest), tables) == (1, [])


def piece(page, *rows):
    cells = tuple(Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Block(BlockKind.TABLE, page=page, cells=cells)


def test_a_row_cut_by_the_page_goes_back_to_where_it_began():
    first = piece(1, ("TT", "Việc", "Hạn"), ("1", "Phối hợp với", "Quý I"))
    second = piece(2, ("TT", "Việc", "Hạn"), ("", "các đơn vị liên quan", ""), ("2", "Báo cáo", "Quý II"))
    third = piece(3, ("TT", "Việc", "Hạn"), ("3", "Tổng kết", "Quý IV"))
    joined = join_over_pages([first, second, third])
    assert [[c.text for c in b.cells] for b in joined] == [
        ["TT", "Việc", "Hạn", "1", "Phối hợp với các đơn vị liên quan", "Quý I"],
        ["2", "Báo cáo", "Quý II"],
        ["3", "Tổng kết", "Quý IV"],
    ]


def test_a_new_row_without_a_number_stays_a_row():
    first = piece(1, ("1", "Rà soát.", "Quý I"))
    second = piece(2, ("", "Sở Y tế chủ trì", "Quý II"))
    assert join_over_pages([first, second]) == [first, second]


# Papers that are not ours to copy


@pytest.mark.skipif(not GOLD.is_dir(), reason="the signed papers of ../shared are not at hand")
@pytest.mark.parametrize(
    ("name", "number", "day"),
    [
        ("tb-453-hanoi.pdf", "453 /TB-UBND", "ngày 29 tháng 4 năm 2026"),
        ("kh-173-hanoi.pdf", "173 /KH-UBND", "ngày 28 tháng 4 năm 2026"),
        ("tb-11-quangngai.pdf", "11 /TB-UBND", "ngày 08 tháng 01 năm 2025"),
    ],
)
def test_numbers_and_dates_of_signed_papers_are_read(name, number, day):
    blocks, *_ = read_pdf((GOLD / name).read_bytes())
    assert any(block.column == 0 and block.text.endswith(number) for block in blocks[:5])
    assert any(block.column == 1 and block.text.endswith(day) for block in blocks[:8])
    assert not any(block.aside for block in blocks)
