"""Numberings of directives: marks, levels, restarts, lists inside a paragraph."""

import itertools

import pytest

import letters
from vbcli.parse.marks import mark_of
from vbcli.parse.outline import walk


@pytest.mark.parametrize(
    ("words", "style", "label", "rest"),
    [
        ("I. NHIỆM VỤ", "roman", "I.", "NHIỆM VỤ"),
        ("IV. Tổ chức thực hiện", "roman", "IV.", "Tổ chức thực hiện"),
        ("II- Nhiệm vụ", "roman", "II-", "Nhiệm vụ"),  # hyphen style of the Party
        ("I.NHIỆM VỤ", "roman", "I.", "NHIỆM VỤ"),  # blank lost
        ("A. PHẦN CHUNG", "upper", "A.", "PHẦN CHUNG"),
        ("B) Phần riêng", "upper", "B)", "Phần riêng"),
        ("1. Rà soát", "decimal", "1.", "Rà soát"),
        ("12) Rà soát", "decimal", "12)", "Rà soát"),
        ("3/ Rà soát", "decimal", "3/", "Rà soát"),
        ("1- Rà soát", "decimal", "1-", "Rà soát"),
        ("1.Rà soát", "decimal", "1.", "Rà soát"),
        ("1.1. Đất ở", "decimal2", "1.1.", "Đất ở"),
        ("2.10 Đất ở", "decimal2", "2.10", "Đất ở"),
        ("1.1.1. Đất ở đô thị", "decimal3", "1.1.1.", "Đất ở đô thị"),
        ("1.2.3.4. Đất", "decimal4", "1.2.3.4.", "Đất"),
        ("a) Việc một", "alpha", "a)", "Việc một"),
        ("đ) Việc năm", "alpha", "đ)", "Việc năm"),  # after d
        ("b. Việc hai", "alpha", "b.", "Việc hai"),
        ("e/ Việc sáu", "alpha", "e/", "Việc sáu"),
        ("a.1) Việc nhỏ", "alpha2", "a.1)", "Việc nhỏ"),
        ("(1) Rà soát", "paren", "(1)", "Rà soát"),
        ("(12) Rà soát", "paren", "(12)", "Rà soát"),
        ("(ii) đất rừng", "paren-roman", "(ii)", "đất rừng"),
        ("(a) đất ở", "paren-alpha", "(a)", "đất ở"),
        ("- Rà soát", "dash", "-", "Rà soát"),
        ("-Rà soát", "dash", "-", "Rà soát"),
        ("– Rà soát", "dash", "–", "Rà soát"),  # en dash
        ("— Rà soát", "dash", "—", "Rà soát"),  # em dash
        ("‑ Rà soát", "dash", "‑", "Rà soát"),  # U+2011
        ("−\u00a0Rà soát", "dash", "−", "Rà soát"),  # minus and a hard blank
        ("- 12 hộ chưa di dời", "dash", "-", "12 hộ chưa di dời"),
        ("+ Lập danh sách", "plus", "+", "Lập danh sách"),
        ("• Lập danh sách", "bullet", "•", "Lập danh sách"),
        ("* Lập danh sách", "bullet", "*", "Lập danh sách"),
        ("Điều 5. Hiệu lực", "article", "Điều 5", "Hiệu lực"),
        ("Điều 5a: Hiệu lực", "article", "Điều 5a", "Hiệu lực"),
        ("Chương II. Nhiệm vụ", "chapter", "Chương II", "Nhiệm vụ"),
        ("Phần thứ nhất", "part", "Phần thứ nhất", ""),
        ("PHẦN I. MỤC TIÊU", "part", "PHẦN I", "MỤC TIÊU"),
        ("Mục 1. Phân công", "section", "Mục 1", "Phân công"),
        ("Phụ lục I", "annex", "Phụ lục I", ""),
        ("PHỤ LỤC số 2. DANH MỤC", "annex", "PHỤ LỤC số 2", "DANH MỤC"),
        ("Một là, rà soát", "words", "Một là", "rà soát"),
        ("Mười là: rà soát", "words", "Mười là", "rà soát"),
        ("Thứ nhất, rà soát", "ordinal", "Thứ nhất", "rà soát"),
        ("(i) đất ở", "paren-roman", "(i)", "đất ở"),  # one, unless (h) stands before it
        ("-12 hộ", "dash", "-", "12 hộ"),
    ],
)
def test_a_mark_is_read_with_its_style(words, style, label, rest):
    mark = mark_of(words)
    assert (mark.style, mark.label, words[mark.end :]) == (style, label, rest)


@pytest.mark.parametrize(
    "words",
    [
        "1.500 ha rừng được giao",  # thousands
        "16,8% số hộ",
        "12.6.2024 là ngày họp",  # a date
        "12/6 là ngày họp",
        "12-6-2024",
        "66.7/2025/NQ-CP là nghị quyết",  # a number of a document
        "45/KH-UBND ngày 26/02/2024",
        "V/v rà soát",  # a subject
        "I/O",
        "2024",
        "năm 2024",
        "*",  # the asterisk of a Party head
        "---",
        "-5 độ C",  # a minus sign
        "-3,5% so với cùng kỳ",
        "a",
        "Điều này cần được làm rõ",
        "Phần lớn các hộ đã di dời",
        "Mục tiêu chung",
        "Thứ Sáu, ngày 14/6/2024",
        "Hai bên cùng ký",
        "",
    ],
)
def test_what_only_looks_like_a_mark_is_none(words):
    assert mark_of(words) is None


def locators(body, tail=""):
    return [i.locator for i in walk(letters.document(letters.letter(body) + tail).items)]


def body(*rows):
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ["I. NHIỆM VỤ", "1. Rà soát.", "2. Kiểm tra.", "a) Đất ở;", "b) Đất rừng.", "II. TỔ CHỨC", "1. Báo cáo."],
            ["I", "I/1", "I/2", "I/2/a", "I/2/b", "II", "II/1"],
            id="numbers restart below each part",
        ),
        pytest.param(
            ["I- Nhiệm vụ", "1- Rà soát.", "II- Tổ chức thực hiện", "1- Báo cáo.", "2/ Theo dõi."],
            ["I", "I/1", "II", "II/1", "II/2"],
            id="hyphens of Party papers, mixed with slashes",
        ),
        pytest.param(
            [
                "A. PHẦN CHUNG",
                "1. Rà soát.",
                "1.1. Đất ở.",
                "1.1.1. Đô thị.",
                "1.2. Rừng.",
                "2. Xong.",
                "B. RIÊNG",
                "1. Mới.",
            ],
            ["A", "A/1", "A/1/1.1", "A/1/1.1/1.1.1", "A/1/1.2", "A/2", "B", "B/1"],
            id="decimals nest by their points",
        ),
        pytest.param(
            [
                "1. Phòng Nội vụ:",
                "- Theo dõi việc sau:",
                "+ Lập danh sách;",
                "+ Gửi kết quả.",
                "- Báo cáo.",
                "2. Công an.",
            ],
            ["1", "1/-1", "1/-1/+1", "1/-1/+2", "1/-2", "2"],
            id="dashes and pluses are counted",
        ),
        pytest.param(
            ["Điều 1. Phân công", "1. Rà soát.", "a) Đất ở;", "Điều 2. Hiệu lực", "1. Ngay."],
            ["Điều 1", "Điều 1/1", "Điều 1/1/a", "Điều 2", "Điều 2/1"],
            id="articles",
        ),
        pytest.param(
            [
                "Phần thứ nhất. MỤC TIÊU",
                "Chương I. Chung",
                "Mục 1. Đất",
                "Điều 1. Rà soát",
                "Chương II. Riêng",
                "Điều 2. Xong",
            ],
            [
                "Phần thứ nhất",
                "Phần thứ nhất/Chương I",
                "Phần thứ nhất/Chương I/Mục 1",
                "Phần thứ nhất/Chương I/Mục 1/Điều 1",
                "Phần thứ nhất/Chương II",
                "Phần thứ nhất/Chương II/Điều 2",
            ],
            id="parts, chapters, sections",
        ),
        pytest.param(["Một là, rà soát.", "Hai là, kiểm tra."], ["Một là", "Hai là"], id="counted in words"),
        pytest.param(["Thứ nhất, rà soát.", "Thứ hai, kiểm tra."], ["Thứ nhất", "Thứ hai"], id="ordinals"),
        pytest.param(["(1) Rà soát.", "(2) Kiểm tra."], ["(1)", "(2)"], id="in brackets"),
        pytest.param(
            ["1. Các việc sau: (1) rà soát quỹ đất; (2) kiểm tra hồ sơ; (3) báo cáo.", "2. Xong."],
            ["1", "1/(1)", "1/(2)", "1/(3)", "2"],
            id="a list inside a paragraph",
        ),
        pytest.param(
            ["1. Công an huyện: a) Kiểm tra cư trú; b) Lập biên bản."],
            ["1", "1/a", "1/b"],
            id="letters inside a paragraph",
        ),
        pytest.param(
            ["1. Theo mục (2) và mục (1) của phụ lục, rà soát.", "2. Xong."],
            ["1", "2"],
            id="brackets that count nothing",
        ),
        pytest.param(
            ["UBND huyện yêu cầu như sau:", "1. Rà soát.", "2. Kiểm tra."],
            ["", "1", "2"],
            id="a lead-in takes no place",
        ),
        pytest.param(
            ["1. Phòng Tư pháp", "Lập danh sách.", "Gửi kết quả.", "2. Công an"],
            ["1", "1/¶1", "1/¶2", "2"],
            id="paragraphs without a mark stand below the heading above",
        ),
        pytest.param(
            ["Điều 3. Sở Y tế niêm yết.", "Văn phòng cập nhật.", "Sở Nội vụ rà soát.", "Điều 4. Thi hành.", "Hết."],
            ["Điều 3", "Điều 3/¶1", "Điều 3/¶2", "Điều 4", "¶5"],
            id="paragraphs without a mark go on with the article above",
        ),
        pytest.param(
            ["1. Rà soát quỹ đất", "\fcủa các xã vùng cao.", "2. Kiểm tra."],
            ["1", "2"],
            id="a page break inside an item",
        ),
    ],
)
def test_the_outline_of_a_body(rows, expected):
    assert locators(body(*rows)) == expected


def test_annexes_stand_for_themselves_and_restart_their_numbers():
    tail = body("", "PHỤ LỤC I", "1. Sửa cầu.", "2. Sửa chợ.", "Phụ lục II", "1. Sửa trường.")
    found = locators("1. Rà soát.", tail)
    assert found == ["1", "PHỤ LỤC I", "PHỤ LỤC I/1", "PHỤ LỤC I/2", "Phụ lục II", "Phụ lục II/1"]


def test_a_heading_shares_its_line_with_its_words():
    document = letters.document(letters.letter("2. Công an huyện, Ban CHQS huyện: Theo chức năng, rà soát hồ sơ."))
    (item,) = document.items
    assert document.text[item.own.start : item.own.end].endswith("rà soát hồ sơ.")
    assert item.label == "2."


def test_the_closing_note_of_an_inline_list_belongs_to_no_item_of_it():
    words = (
        "1. Giao Phòng Nội vụ: (1) lập danh sách; (2) kiểm tra hồ sơ (các nội dung trên hoàn thành trước 20/6/2024)."
    )
    document = letters.document(letters.letter(words))
    (item,) = document.items
    assert [document.text[c.span.start : c.span.end] for c in item.children] == ["lập danh sách", "kiểm tra hồ sơ"]


def test_items_lie_inside_their_parents_and_in_order():
    document = letters.document(
        letters.letter("I. NHIỆM VỤ\n1. Rà soát.\n- Đất ở.\n- Đất rừng.\n2. Xong.\nII. HẾT\n1. Xong.")
    )

    def check(items):
        for one, other in itertools.pairwise(items):
            assert one.span.end <= other.span.start
        for item in items:
            assert item.span.covers(item.own)
            assert all(item.span.covers(c.span) for c in item.children)
            check(item.children)

    check(document.items)
