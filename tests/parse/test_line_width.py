"""What a paper says does not hang on where its lines break."""

import re
import textwrap
from pathlib import Path

import pytest

import letters
from vbcli.model.document import Part
from vbcli.read.txt import decode

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
WIDTHS = (60, 64, 68, 72, 76, 80, 84, 88, 92, 96)


def tasks(text):
    """Return what each task of a paper says, by its place: words, units, days, papers named."""
    record = letters.read(text)
    return {
        t.locator: (
            " ".join(re.findall(r"\w+", t.text)),
            letters.leads(t),
            letters.supports(t),
            [(d.due, d.rrule) for d in t.deadlines],
            t.refs,
        )
        for t in record.tasks
    }


def said(text):
    """Return what the tasks of a paper say, in order; their ends tell them apart, a heading may stand before them or above them."""
    return [(words.split()[-8:], *rest) for words, *rest in tasks(text).values()]


def wrapped(line, width):
    if "\t" in line or "|" in line:
        return line
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def on_long_lines(path):
    """Return a sample with each paragraph on one line."""
    return letters.document(decode(path.read_bytes())[0].strip("\ufeff")).text.replace("\f", " ")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_the_width_of_the_lines_changes_nothing(path):
    text = on_long_lines(path)
    whole = said(text)
    for width in WIDTHS:
        rewrapped = "\n".join(wrapped(line, width) for line in text.split("\n"))
        assert said(rewrapped) == whole, f"{width} columns"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Phòng Tài chính rà soát và bố trí số tiền", "12 tỷ đồng để khắc phục hậu quả mưa lũ trước ngày 30/6/2024."),
        ("Phòng Nội vụ rà soát hồ sơ theo quy định tại khoản", "2 Điều 59 Luật Đất đai, báo cáo trước ngày 30/6/2024."),
        (
            "Phòng Nội vụ rà soát hồ sơ theo quy định tại Khoản",
            "1, Điều 62 Luật Đất đai, báo cáo trước ngày 30/6/2024.",
        ),
        ("Phòng Nội vụ rà soát hồ sơ theo quy định tại các điểm a, b", "khoản 3 Điều 62 Luật Đất đai."),
        ("Công an huyện kiểm tra tuyến đường có tổng chiều dài", "2 km trước ngày 30/6/2024."),
        ("Công an huyện khắc phục các vị trí sạt", "2 lở trên tuyến đường liên xã."),
        ("Phòng Nội vụ vận động các hộ dân đóng góp tự nguyện", "1.500 đồng mỗi tháng."),
        ("Phòng Y tế phấn đấu tiêm chủng cho trẻ em đạt tỷ lệ", "95% trước ngày 30/6/2024."),
        ("Phòng Nội vụ rà soát hồ sơ, hoàn thành trong quý", "I/2025."),
        ("Phòng Nội vụ rà soát hồ sơ, hoàn thành chậm nhất quý", "IV/2024, báo cáo kết quả."),
        ("Phòng Nội vụ gửi báo cáo (qua bộ phận tổng hợp,", "email: noivu@doisim.vn) chậm nhất là ngày 30/6/2024."),
        ("Phòng Nội vụ gửi báo cáo (bản mềm gửi qua địa chỉ", "Email: noivu@doisim.vn) trước ngày 30/6/2024."),
        ("Phòng Nội vụ gửi báo cáo (liên hệ đồng chí Lan,", "điện thoại: 0269 000 000) trước ngày 30/6/2024."),
        ("Công an huyện rà soát các khu dân cư (Đồi Sim,", "Khe Lạnh, Bản Vèn) trước ngày 30/6/2024."),
    ],
)
@pytest.mark.parametrize("mark", ["2. ", "b) ", "- "])
def test_a_sentence_goes_on_below(mark, above, below):
    before, after = mark.replace("2", "1").replace("b", "a"), mark.replace("2", "3").replace("b", "c")
    body = f"{before}Phòng Y tế kiểm tra các chợ.\n{mark}{above}{{}}{below}\n{after}Thanh tra huyện kiểm tra các xã."
    assert tasks(letters.letter(body.format("\n"))) == tasks(letters.letter(body.format(" ")))
    assert len(tasks(letters.letter(body.format("\n")))) == 3


@pytest.mark.parametrize(
    "rows",
    [
        ["Thực hiện các nội dung sau:", "1 Rà soát hồ sơ của các hộ.", "2 Lập danh sách các hộ nghèo."],
        ["1. Phòng Y tế kiểm tra các chợ.", "2 xã còn lại tự kiểm tra."],
        ["I/ NHIỆM VỤ CHUNG CỦA CÁC XÃ", "Rà soát hồ sơ của các hộ."],
        ["1. Phòng Y tế kiểm tra các cơ sở (kể cả chợ.", "2. Công an huyện (đội trật tự) tuần tra ban đêm."],
    ],
)
def test_a_line_of_its_own_is_not_joined(rows):
    document = letters.document(letters.letter("\n".join(rows)))
    found = [document.text[p.span.start : p.span.end] for p in document.paragraphs]
    assert [f for f in found if f in rows] == rows


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        pytest.param(
            [
                "1. Phòng Nội vụ chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc",
                "Việt Nam huyện kiểm tra việc thực hiện quy chế tại các xã và",
                "tổng hợp báo cáo Ủy ban nhân dân huyện kết quả thực hiện tại",
                "các xã trước ngày 30/6/2024.",
            ],
            1,
            id="a verb stands between two units",
        ),
        pytest.param(
            [
                "1. Phòng Nội vụ, Phòng Y tế và Ủy ban Mặt trận Tổ quốc Việt",
                "Nam huyện kiểm tra việc thực hiện quy chế tại các xã, thôn và",
                "tổng hợp báo cáo Ủy ban nhân dân huyện kết quả thực hiện tại",
                "các xã trước ngày 30/6/2024.",
            ],
            1,
            id="a name is broken",
        ),
        pytest.param(
            [
                "1. Phòng Nội vụ, Phòng Y tế, Phòng Tư pháp và Công an huyện",
                "Kiểm tra việc thực hiện quy chế tại các xã, các thôn, bản và",
                "tổng hợp báo cáo Ủy ban nhân dân huyện kết quả thực hiện tại",
                "các xã trước ngày 30/6/2024.",
            ],
            2,
            id="a heading of units",
        ),
    ],
)
def test_a_first_line_of_units_is_a_heading_only_where_they_are_a_list(rows, count):
    document = letters.document(letters.letter("\n".join(rows)))
    body = [p for p in document.paragraphs if p.part is Part.BODY]
    assert len(body) == count


def test_a_byline_and_the_closing_formula_end_no_paragraph_above_them():
    rows = [
        "1. Phòng Nội vụ kiểm tra việc thực hiện quy chế tại các xã, và",
        "tổng hợp báo cáo Ủy ban nhân dân huyện kết quả thực hiện này.",
        "Trên đây là ý kiến của Ủy ban nhân dân huyện, đề nghị các xã,",
        "thị trấn và các phòng triển khai thực hiện nghiêm túc.",
    ]
    document = letters.document(letters.letter("\n".join(rows)))
    assert len([p for p in document.paragraphs if p.part is Part.BODY]) == 2


LIST = "3. Phòng Nội vụ thực hiện:{}(1) rà soát biên chế của các xã;{}(2) lập danh sách;{}(3) gửi báo cáo trước ngày 15/7/2024."


@pytest.mark.parametrize("n", range(8))
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(LIST, id="numbers"),
        pytest.param(LIST.replace("3. ", "- "), id="below a dash"),
        pytest.param(
            "3. Ban Quản lý chợ Đồi Sim:{}(1) Bố trí nhân lực bán vé tại bến;{}(2) niêm yết giờ tàu chạy, giá vé trước ngày 28/6;"
            "{}(3) báo cáo Phòng Nội vụ trước ngày 15/7/2024.",
            id="the second has a day",
        ),
    ],
)
def test_a_list_may_break_before_any_of_its_items(words, n):
    breaks = ["\n" if n >> k & 1 else " " for k in range(3)]
    found = letters.read_body(words.format(*breaks) + "\n4. Phòng Y tế kiểm tra các chợ.").tasks
    whole = letters.read_body(words.format(" ", " ", " ") + "\n4. Phòng Y tế kiểm tra các chợ.").tasks
    assert len(found) == 4
    assert [(t.locator, letters.leads(t), [d.due for d in t.deadlines]) for t in found] == [
        (t.locator, letters.leads(t), [d.due for d in t.deadlines]) for t in whole
    ]


@pytest.mark.parametrize("at", ["(i)", "(ii)", "(iii)"])
def test_a_list_of_things_may_break_before_any_of_them(at):
    words = "1. Phòng Nội vụ rà soát, làm rõ: (i) kết quả; (ii) tồn tại; (iii) khó khăn, vướng mắc; hoàn thành trước ngày 30/6/2024."
    body = "{}\n2. Phòng Y tế kiểm tra các chợ."
    assert tasks(letters.letter(body.format(words.replace(f" {at}", f"\n{at}")))) == tasks(
        letters.letter(body.format(words))
    )


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["(2) Phòng Nội vụ rà soát theo khoản (1), (2) Điều 5 Quy chế.", "(3) Phòng Y tế kiểm tra các chợ."], 2),
        (["(1) Phòng Nội vụ rà soát theo khoản (2) Điều 5 Quy chế.", "(2) Phòng Y tế kiểm tra các chợ."], 2),
        (
            [
                "(1) Phòng Nội vụ rà soát nội dung tại mục (2) Kế hoạch.",
                "(2) Phòng Y tế kiểm tra; (3) Công an huyện tuần tra.",
            ],
            3,
        ),
    ],
)
def test_a_number_in_brackets_that_only_names_a_place_is_no_item(rows, count):
    assert len(letters.read_body("\n".join(rows)).tasks) == count
