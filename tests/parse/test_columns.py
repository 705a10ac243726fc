"""Head and closing that a .txt sets in two columns: where the columns end, and what stands behind them."""

import textwrap

import pytest

import letters
from vbcli.model.document import Part

BODY = "\n".join(
    f"{n}. Phòng Nội vụ rà soát hồ sơ cán bộ, công chức của các đơn vị trực thuộc năm {2019 + n}." for n in range(1, 5)
)
HEAD = f"{letters.head()}\n{BODY}\n"
TABBED = "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Như trên,\tBÍ THƯ\n- Lưu VP.\n\tLò Văn Páo\n"
SPACED = """Nơi nhận:                          T/M BAN THƯỜNG VỤ
- Như trên,                              BÍ THƯ
- Lưu VP.

                                       Lò Văn Páo
"""
ROWS = "TT\tNội dung\tĐơn vị chủ trì\tThời gian\nI\tCông tác đảng\t\t\n1\tRà soát hồ sơ đảng viên\tBan Tổ chức Huyện ủy\tTrước 30/11/2024\n2\tTổng hợp kết quả\tVăn phòng Huyện ủy\t15/12/2024"


def signed(head):
    return head.signed_for.value, head.signer_title.value, head.signer.value, [e.text for e in head.copies_to]


WHOLE = ("T/M Ban Thường vụ", "Bí thư", "Lò Văn Páo", ["Như trên", "Lưu VP"])


@pytest.mark.parametrize("closing", [TABBED, SPACED], ids=["tabs", "blanks"])
@pytest.mark.parametrize(
    "title",
    [
        "\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n",
        "\fPHỤ LỤC\n",
        "PHỤ LỤC I\n",
        "\f",
        "",
        "\nDanh mục nhiệm vụ năm 2024\n",
        "\f                              BIỂU SỐ 1\n",
        "\nKẾ HOẠCH CHI TIẾT\n\n",
    ],
)
def test_what_a_signature_brings_along_is_in_none_of_its_columns(closing, title):
    record = letters.read(f"{HEAD}{closing}{title}{ROWS}")
    assert signed(record.document.header) == WHOLE
    rows = [t for t in record.tasks if t.span.start > record.document.text.index("Lò Văn Páo")]
    assert [[a.unit.name for a in t.assignees] for t in rows] == [["Ban Tổ chức Huyện ủy"], ["Văn phòng Huyện ủy"]]
    assert [d.due.isoformat() for t in rows for d in t.deadlines] == ["2024-11-30", "2024-12-15"]


def test_an_annex_without_tabs_stays_behind_the_signature():
    found = letters.document(
        f"{HEAD}{SPACED}\fPHỤ LỤC\n1. Sở Tài chính bố trí kinh phí.\n2. Sở Nội vụ rà soát biên chế."
    )
    assert signed(found.header) == WHOLE
    assert [found.text[p.span.start : p.span.end] for p in found.paragraphs if p.part is Part.ANNEX] == [
        "PHỤ LỤC",
        "1. Sở Tài chính bố trí kinh phí.",
        "2. Sở Nội vụ rà soát biên chế.",
    ]


@pytest.mark.parametrize(
    ("closing", "copies"),
    [
        (TABBED, 2),
        (SPACED, 2),
        # a long list of copies on the left goes on below the name of who signs
        (TABBED + "".join(f"+ Phòng số {n};\n" for n in range(1, 16)), 17),
        # and over the end of the page
        ("Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Như trên,\tBÍ THƯ\n\f- Lưu VP.\n\tLò Văn Páo\n", 2),
    ],
)
def test_columns_with_nothing_behind_them_go_on_to_the_end(closing, copies):
    assert signed(letters.document(HEAD + closing).header)[:3] == WHOLE[:3]
    assert len(letters.document(HEAD + closing).header.copies_to) == copies


def test_several_may_sign_side_by_side():
    closing = "Nơi nhận:\tTM. ỦY BAN MTTQ\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tCHỦ TỊCH\tCHỦ TỊCH\n- Lưu: VT.\tHà Thị Nhàn\tLò Văn Páo"
    assert "Hà Thị Nhàn" in letters.document(HEAD + closing).text


YOUTH = "KẾ HOẠCH\nTổ chức Chiến dịch Thanh niên tình nguyện hè năm 2026\n-----\n1. Văn phòng tổng hợp kết quả trước ngày 30/8/2026."


@pytest.mark.parametrize("gap", ["\t", "          ", " "], ids=["tab", "blanks", "one blank"])
@pytest.mark.parametrize(
    ("left", "right", "issuer"),
    [
        ("BCH ĐOÀN TỈNH LAM SƠN", "ĐOÀN TNCS HỒ CHÍ MINH", "Ban Chấp hành Đoàn tỉnh Lam Sơn"),
        ("TỈNH ĐOÀN LAM SƠN", "ĐOÀN TNCS HỒ CHÍ MINH", "Tỉnh đoàn Lam Sơn"),
        ("HUYỆN ĐOÀN ĐỒI SIM", "ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH", "Huyện đoàn Đồi Sim"),
    ],
)
def test_the_motto_of_the_youth_union_is_no_part_of_the_issuer(gap, left, right, issuer):
    head = letters.document(
        f"{left}{gap}{right}\n***\nSố: 214-KH/TĐTN-PTr{gap}Lam Sơn, ngày 27 tháng 5 năm 2026\n\n{YOUTH}"
    ).header
    assert head.issuer.value == issuer
    assert head.number.value == "214-KH/TĐTN-PTr"
    assert head.place.value == "Lam Sơn"
    assert head.issued_on.value.isoformat() == "2026-05-27"


def test_the_centre_of_the_youth_union_keeps_its_name():
    head = letters.document(f"BAN CHẤP HÀNH TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 14-KH/TWĐTN\n\n{YOUTH}").header
    assert head.issuer.value.lower().endswith("đoàn tncs hồ chí minh")


def test_a_head_of_the_youth_union_in_a_table_is_two_columns():
    rows = [["HUYỆN ĐOÀN ĐỒI SIM\n***\nSố: 14-KH/HĐTN", "ĐOÀN TNCS HỒ CHÍ MINH\nĐồi Sim, ngày 27 tháng 5 năm 2026"]]
    (found,) = letters.parse(letters.Source("a.docx", "0" * 64, "docx", (letters.table(rows), *letters.lines(YOUTH))))
    assert found.header.issuer.value == "Huyện đoàn Đồi Sim"
    assert found.header.number.value == "14-KH/HĐTN"
    assert found.header.place.value == "Đồi Sim"


def test_rows_set_with_blanks_say_nothing_of_the_width_of_the_text():
    words = "Phòng Nội vụ chủ trì rà soát hồ sơ của cán bộ, công chức các đơn vị trực thuộc Ủy ban nhân dân huyện Đồi Sim, báo cáo kết quả."
    wrapped = "\n".join(textwrap.fill(f"{n}. {words}", 78) for n in range(1, 9))
    row = f"1    {'Rà soát, thống kê hồ sơ của cán bộ, công chức':60}   {'Phòng Nội vụ':30}   {'Trước ngày 30/6/2024':30}\n"
    found = letters.document(f"{letters.head()}\n{wrapped}\n{SPACED}\fPHỤ LỤC\n{row * 12}")
    body = [found.text[p.span.start : p.span.end] for p in found.paragraphs if p.part is Part.BODY]
    assert body == [f"{n}. {words}" for n in range(1, 9)]
    assert signed(found.header) == WHOLE
