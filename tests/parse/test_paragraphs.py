"""Lines → paragraphs: wrapped or not, over pages, in columns, with a portal's noise round about."""

import textwrap

import pytest

import letters
from vbcli.model.document import Part
from vbcli.parse.outline import walk

BLANK_LINE = "\n\n"

PARAGRAPHS = [
    (
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 26/02/2024 của Ủy ban nhân dân huyện về thu gom rác thải sinh hoạt trên "
        "địa bàn, Ủy ban nhân dân huyện yêu cầu các đơn vị, địa phương thực hiện ngay các nội dung sau:"
    ),
    (
        "1. Phòng Tài nguyên và Môi trường chủ trì, phối hợp với Phòng Tài chính - Kế hoạch rà soát, thống kê toàn bộ các "
        "điểm tập kết rác tự phát trên địa bàn huyện; báo cáo kết quả trước ngày 25/6/2024."
    ),
    (
        "2. Công an huyện tăng cường tuần tra, xử lý nghiêm các trường hợp đổ rác không đúng nơi quy định dọc các tuyến "
        "đường liên xã."
    ),
    (
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Phòng Tài nguyên và Môi trường để được hướng "
        "dẫn kịp thời."
    ),
]


def wrapped(width=80, gap="\n", indent=""):
    return gap.join(textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)


def paragraphs(text, part=Part.BODY):
    document = letters.document(text)
    return [document.text[p.span.start : p.span.end] for p in document.paragraphs if p.part is part]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("\n".join(PARAGRAPHS), id="one line a paragraph"),
        pytest.param("\n\n".join(PARAGRAPHS), id="one line a paragraph, blank lines between"),
        pytest.param(wrapped(), id="wrapped at 80"),
        pytest.param(wrapped(72), id="wrapped at 72"),
        pytest.param(wrapped(gap="\n\n"), id="wrapped, blank lines between"),
        pytest.param(wrapped(indent="      "), id="wrapped, first lines indented"),
    ],
)
def test_a_paragraph_is_one_however_its_lines_are_set(body):
    assert paragraphs(letters.letter(body)) == PARAGRAPHS


@pytest.mark.parametrize("gap", ["\f", "\n\f", "\n\n\f"], ids=["form feed", "line feed", "blank line"])
def test_a_page_break_does_not_end_a_sentence(gap):
    body = "\n".join(PARAGRAPHS).replace(" rà soát, thống kê", f"{gap}rà soát, thống kê")
    found = paragraphs(letters.letter(body))
    assert [p.replace("\f", " ") for p in found] == PARAGRAPHS
    assert "\f" in found[1]


def test_a_page_break_before_a_figure_does_not_end_a_sentence():
    body = "1. Rà soát quy hoạch sử dụng đất đến\n\f2025, báo cáo kết quả.\n2. Kiểm tra hồ sơ của các hộ."
    assert len(paragraphs(letters.letter(body))) == 2


def test_a_mark_begins_a_paragraph_even_behind_a_full_line():
    body = wrapped(gap="\n").replace("\n2. Công an", "\n- Công an")
    assert paragraphs(letters.letter(body))[2].startswith("- Công an")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("**1. Phòng Nội vụ:** rà soát *toàn bộ* hồ sơ.", "1. Phòng Nội vụ: rà soát toàn bộ hồ sơ."),
        ("## 2. Công an huyện kiểm tra.", "2. Công an huyện kiểm tra."),
        (
            "1. Rà\u00ad soát\u200b hồ\u00a0sơ   cán bộ.",
            "1. Rà soát hồ sơ cán bộ.",
        ),  # soft hyphen, zero width, hard blank
        ("1. Gửi trước ngày ~~12~~ 15/6/2024.", "1. Gửi trước ngày ~~12~~ 15/6/2024."),  # struck words stay marked
        ("| 1. Rà soát hồ sơ. |", "1. Rà soát hồ sơ."),  # walls of a saved page
        ("1.\tRà soát hồ sơ.", "1. Rà soát hồ sơ."),
        ("1. Ra\u0300 soa\u0301t hồ sơ.", "1. Rà soát hồ sơ."),  # decomposed
    ],
)
def test_left_overs_of_conversion_are_cleaned(line, words):
    assert paragraphs(letters.letter(line)) == [words]


@pytest.mark.parametrize("rule", ["---", "_____", "* * *", "……………", "|", "**"])
def test_a_rule_between_paragraphs_is_no_words(rule):
    assert paragraphs(letters.letter(f"1. Rà soát hồ sơ.\n{rule}\n2. Kiểm tra.")) == [
        "1. Rà soát hồ sơ.",
        "2. Kiểm tra.",
    ]


IN_COLUMNS = """ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN ĐỒI SIM                          Độc lập - Tự do - Hạnh phúc
-------                                ---------------
Số: 318/UBND-TH                        Đồi Sim, ngày 12 tháng 6 năm 2024
V/v rà soát quỹ đất công ích

Kính gửi: Ủy ban nhân dân các xã, thị trấn.

Ủy ban nhân dân huyện yêu cầu:

1. Rà soát quỹ đất công ích trên địa bàn.

Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
- Như trên;                                 CHỦ TỊCH
- Lưu: VT.

                                        Tòng Văn Hiệu"""


WITH_TABS = IN_COLUMNS.replace("                   ", "\t").replace("\t\t ", "\t")


@pytest.mark.parametrize("text", [IN_COLUMNS, WITH_TABS], ids=["blanks", "tabs"])
def test_columns_set_with_blanks_are_read_one_behind_the_other(text):
    document = letters.document(text)
    header = document.header
    assert header.issuer.value == "UBND huyện Đồi Sim"
    assert header.number.value == "318/UBND-TH"
    assert header.place.value == "Đồi Sim"
    assert header.subject.value == "V/v rà soát quỹ đất công ích"
    assert header.signed_for.value == "TM. Ủy ban nhân dân"
    assert header.signer.value == "Tòng Văn Hiệu"
    assert [e.text for e in header.copies_to] == ["Như trên", "Lưu: VT"]
    assert paragraphs(text) == ["Ủy ban nhân dân huyện yêu cầu:", "1. Rà soát quỹ đất công ích trên địa bàn."]


def test_a_name_that_tabs_set_to_the_right_is_the_signer():
    text = IN_COLUMNS.replace("                                        Tòng", "\t\t\t\t\tTòng")
    assert letters.document(text).header.signer.value == "Tòng Văn Hiệu"


PARTS = [
    "Thuộc tính văn bản",
    "Lượt xem: 120",
    "In trang",
    letters.head(),
    "1. Rà soát quỹ đất công ích của các xã vùng cao.",
    "Loading...",
    "Chia sẻ:",
    "2. Kiểm tra hồ sơ giao đất của các hộ.",
    letters.CLOSING,
    "Văn bản này chưa cập nhật nội dung.",
    "Văn bản liên quan",
]
PORTAL = BLANK_LINE.join(PARTS)


def test_words_of_a_portal_are_no_words_of_the_paper():
    document = letters.document(PORTAL)
    assert paragraphs(PORTAL) == [
        "1. Rà soát quỹ đất công ích của các xã vùng cao.",
        "2. Kiểm tra hồ sơ giao đất của các hộ.",
    ]
    for noise in ("Lượt xem", "In trang", "Loading", "Chia sẻ", "Văn bản liên quan", "chưa cập nhật"):
        assert noise not in document.text
    assert document.header.signer.value == "Tòng Văn Hiệu"


def test_a_portals_table_fills_what_the_head_lacks():
    table = [
        "Số hiệu:",
        "318/UBND-TH",
        "Loại văn bản:",
        "Công văn",
        "Ngày ban hành:",
        "12/06/2024",
        "Tình trạng:",
        "Đã biết",
    ]
    body = ["1. Rà soát quỹ đất công ích của các xã vùng cao.", "2. Kiểm tra hồ sơ giao đất của các hộ trong huyện."]
    header = letters.document("\n\n".join([*table, *body, letters.CLOSING])).header
    assert header.number.value == "318/UBND-TH"
    assert str(header.issued_on.value) == "2024-06-12"
    assert header.doc_type.value == "cong_van"
    assert header.number.evidence.rule == "header.portal"
    assert header.number.evidence.reason


SHORT = """1. Rà soát hồ sơ giao đất, cho thuê đất của các hộ dân cư.
2. Báo cáo kết quả về Phòng Nội vụ tổng hợp chung.
3. Kiểm tra việc sử dụng đất công ích của các xã vùng cao.
4. Kiểm tra việc thu hồi đất để xây dựng các công trình."""


@pytest.mark.parametrize("line", ["(Đã ký)\nTòng Văn Hiệu", "Tòng Văn Hiệu\nKý bởi: Ủy ban nhân dân huyện"])
def test_short_lines_that_are_paragraphs_are_not_joined(line):
    text = letters.letter(SHORT).replace("Tòng Văn Hiệu", line)
    assert letters.document(text).header.signer.value == "Tòng Văn Hiệu"


NEWS = """Thường trực Huyện ủy Đồi Sim giao ban tháng 6
12/06/2024 15:20
Ngày 12/6, Thường trực Huyện ủy Đồi Sim tổ chức hội nghị giao ban công tác tháng 6 với lãnh đạo các phòng, ban, ngành huyện, Bí thư Đảng ủy và Chủ tịch Ủy ban nhân dân các xã, thị trấn trong huyện.
Ảnh: Quang cảnh hội nghị
Đồng chí Bí thư Huyện ủy phát biểu
Kết luận hội nghị, đồng chí Bí thư Huyện ủy yêu cầu Ủy ban nhân dân các xã, thị trấn khẩn trương rà soát hộ nghèo, hộ cận nghèo theo chuẩn mới, niêm yết công khai tại các thôn, bản để nhân dân biết và giám sát.
Vân Anh"""


def test_a_news_report_keeps_all_its_words_and_reads_nothing_from_captions_and_bylines():
    document = letters.document(NEWS)
    assert document.header.doc_type.value == "tin_bai"
    assert str(document.header.issued_on.value) == "2024-06-12"
    assert document.header.subject.value == "Thường trực Huyện ủy Đồi Sim giao ban tháng 6"
    assert document.header.number.value is None
    body = paragraphs(NEWS)
    assert [p.split(",")[0] for p in body] == ["Ngày 12/6", "Kết luận hội nghị"]
    aside = {document.text[p.span.start : p.span.end] for p in document.paragraphs if p.part is Part.NOISE}
    assert "Vân Anh" in aside
    assert "Đồng chí Bí thư Huyện ủy phát biểu" in aside
    assert not any(document.text[i.span.start : i.span.end] in aside for i in walk(document.items))


def test_a_short_news_report_keeps_its_day():
    rows = [
        "Thường trực Huyện ủy Đồi Sim giao ban tháng 6",
        "12/06/2024 15:20",
        "Ngày 12/6, Thường trực Huyện ủy Đồi Sim tổ chức hội nghị giao ban với các xã, thị trấn.",
        "Đồng chí Bí thư Huyện ủy phát biểu",
        "Kết luận hội nghị, đồng chí Bí thư Huyện ủy yêu cầu các xã khẩn trương rà soát hộ nghèo.",
    ]
    assert str(letters.document("\n".join(rows)).header.issued_on.value) == "2024-06-12"


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        # lines that are wrapped stay joined, whatever a line begins or ends with
        (wrapped(60).replace("\n2. Công an", "\n\n2. Công an").split("\n"), 4),
        (["1. Rà soát đất ở, đất rừng của", "Công ty Lâm nghiệp, báo cáo kết quả.", "2. Kiểm tra."], 2),
        (["1. Rà soát đất ở, đất rừng, đất công ích", "2. Kiểm tra hồ sơ của", "- Các xã;"], 3),  # a mark begins anew
    ],
)
def test_a_line_that_hangs_goes_on(rows, count):
    assert len(paragraphs(letters.letter("\n".join(rows)))) == count


def test_a_title_below_the_name_of_the_signer_is_no_part_of_it():
    text = letters.letter(wrapped()).replace("Tòng Văn Hiệu", "Tòng Văn Hiệu\nQUY CHẾ QUẢN LÝ ĐẤT")
    assert letters.document(text).header.signer.value == "Tòng Văn Hiệu"


def test_anchors_lead_from_the_text_back_to_page_and_line():
    document = letters.document(letters.letter("1. Rà soát hồ sơ.\n\f2. Kiểm tra hồ sơ."))
    at = document.text.index("Kiểm tra")
    assert (document.place(at).page, document.place(at).line) == (2, 11)
    starts = [a.start for a in document.anchors]
    assert starts == sorted(starts)


def test_an_empty_file_is_a_document_without_words():
    document = letters.document("")
    assert (document.text, document.paragraphs, document.items) == ("", (), ())
