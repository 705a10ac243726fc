"""The head of a paper: Party and State form, and all the ways in which it is damaged."""

from datetime import date

import pytest

import letters

PARTY = """ĐẢNG BỘ TỈNH LAM SƠN
HUYỆN ỦY ĐỒI SIM
*
Số 214-TB/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Đồi Sim, ngày 12 tháng 6 năm 2024
THÔNG BÁO
kết luận của Thường trực Huyện ủy
về công tác quản lý đất đai
-----
Ngày 10/6/2024, Thường trực Huyện ủy họp và kết luận như sau:
1. Phòng Nội vụ rà soát hồ sơ giao đất của các hộ.
2. Thanh tra huyện kiểm tra việc thu hồi đất.
Nơi nhận:
- Thường trực Tỉnh ủy (b/c);
- Các chi, đảng bộ trực thuộc;
- Lưu VPHU.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Lò Văn Páo"""

STATE = letters.letter("1. Rà soát quỹ đất công ích.\n2. Báo cáo kết quả.")


def plan(title="KẾ HOẠCH", subject="Tăng cường quản lý đất công ích\ntrên địa bàn huyện năm 2024"):
    rows = letters.head(addressee=None).replace("Số: 318/UBND-TH\nV/v thử đọc văn bản", "Số: 45/KH-UBND")
    return f"{rows}\n{title}\n{subject}\nCăn cứ Luật Đất đai năm 2024;\n1. Rà soát.\n2. Báo cáo.\n{letters.CLOSING}"


def header(text):
    return letters.document(text).header


def test_a_party_head_gives_all_its_fields():
    head = header(PARTY)
    assert head.doc_type.value == "thong_bao"
    assert head.number.value == "214-TB/HU"
    assert head.issued_on.value == date(2024, 6, 12)
    assert head.place.value == "Đồi Sim"
    assert head.issuer.value == "Huyện ủy Đồi Sim"
    assert head.subject.value == "Kết luận của Thường trực Huyện ủy về công tác quản lý đất đai"
    assert head.recipients == ()


def test_a_state_letter_gives_all_its_fields():
    head = header(STATE)
    assert head.doc_type.value == "cong_van"
    assert head.number.value == "318/UBND-TH"
    assert head.issued_on.value == letters.ISSUED
    assert head.issuer.value == "UBND huyện Đồi Sim"
    assert head.subject.value == "V/v thử đọc văn bản"
    assert [e.text for e in head.recipients] == [letters.ADDRESSEE]


def test_a_plan_gives_title_and_subject():
    head = header(plan())
    assert head.doc_type.value == "ke_hoach"
    assert head.number.value == "45/KH-UBND"
    assert head.subject.value == "Tăng cường quản lý đất công ích trên địa bàn huyện năm 2024"


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Quản lý đất công ích", "Quản lý đất công ích"),
        ("Về việc quản lý\nđất công ích\ntại các xã", "Về việc quản lý đất công ích tại các xã"),  # three lines
        ("VỀ VIỆC TĂNG CƯỜNG QUẢN LÝ\nĐẤT CÔNG ÍCH NĂM 2024", "Về việc tăng cường quản lý đất công ích năm 2024"),
        ("**Quản lý đất công ích**", "Quản lý đất công ích"),
    ],
)
def test_the_subject_below_a_title_is_one_line(subject, expected):
    assert header(plan(subject=subject)).subject.value == expected


@pytest.mark.parametrize(
    ("capitals", "body", "expected"),
    [
        # a syllable that opens the name of an office, inside a common word
        ("PHỤC VỤ NGƯỜI DÂN, NGHIỆP VỤ VÀ HỘI HỌP", "", "Phục vụ người dân, nghiệp vụ và hội họp"),
        ("TỔ CHỨC HỘI NGHỊ CỦA SỞ NỘI VỤ", "", "Tổ chức hội nghị của Sở Nội vụ"),  # before its field it is a name
        ("TĂNG CƯỜNG XÂY DỰNG NÔNG THÔN MỚI", "", "Tăng cường xây dựng nông thôn mới"),
        # who is named behind a post
        (
            "Ý KIẾN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ LÒ VĂN PÁO TẠI CUỘC HỌP",
            "",
            "Ý kiến của Phó Thủ tướng Chính phủ Lò Văn Páo tại cuộc họp",
        ),
        ("Ý KIẾN CỦA CHỦ TỊCH PHIÊN HỌP VỀ ĐẤT ĐAI", "", "Ý kiến của Chủ tịch phiên họp về đất đai"),
        # the body decides, but not the capital that opens a sentence
        ("KẾ HOẠCH THANH TRA TỈNH LỘ", "Rà soát thanh tra tỉnh lộ.", "Kế hoạch thanh tra tỉnh lộ"),
        ("QUẢN LÝ RỪNG PHÒNG HỘ LŨNG MÂY", "Hạt giao rừng phòng hộ Lũng Mây.", "Quản lý rừng phòng hộ Lũng Mây"),
        ("QUẢN LÝ ĐẤT ĐAI", "Áp dụng Luật Đất đai.", "Quản lý đất đai"),  # nor the tail of a longer name
        ("QUẢN LÝ ĐẤT CÔNG ÍCH", "Đất công ích chưa giao.", "Quản lý đất công ích"),
        ("QUẢN LÝ ĐẤT CÔNG ÍCH", "ĐẤT CÔNG ÍCH", "Quản lý đất công ích"),
    ],
)
def test_capitals_take_the_case_of_a_sentence(capitals, body, expected):
    text = plan(subject=capitals).replace("1. Rà soát.", f"1. {body or 'Rà soát.'}")
    assert header(text).subject.value == expected


@pytest.mark.parametrize(
    ("title", "doc_type"),
    [
        ("KẾ HOẠCH", "ke_hoach"),
        ("Kế hoạch", "ke_hoach"),
        ("CHỈ THỊ", "chi_thi"),
        ("QUYẾT ĐỊNH", "quyet_dinh"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "chuong_trinh"),  # a longer title of a type
        ("HƯỚNG DẪN", "huong_dan"),
        ("BÁO CÁO", "bao_cao"),
        ("TỜ TRÌNH", "to_trinh"),
        ("NGHỊ QUYẾT", "nghi_quyet"),
    ],
)
def test_a_title_outweighs_the_letters_of_the_number(title, doc_type):
    assert header(plan(title)).doc_type.value == doc_type


@pytest.mark.parametrize(
    ("damage", "number", "symbol"),
    [
        (("Số 214-TB/HU", "Số: 214-TB/HU"), "214-TB/HU", None),  # a colon
        (("Số 214-TB/HU", "Số 214 -TB/HU"), "214-TB/HU", None),
        (("Số 214-TB/HU", "Số 214–TB/HU"), "214-TB/HU", None),
        (("Số 214-TB/HU", "Số ~~214~~ TB/HU"), "214-TB/HU", None),  # by hand, struck out by a scan
        (("Số 214-TB/HU", "Số      -TB/HU"), None, "TB/HU"),  # blank number
        (("Số 214-TB/HU", "Số: ….-TB/HU"), None, "TB/HU"),
        (("Số 214-TB/HU", "Số"), None, None),
        (("Số 214-TB/HU\n", ""), None, None),
    ],
)
def test_a_damaged_number_is_read_or_blank(damage, number, symbol):
    head = header(PARTY.replace(*damage))
    assert (head.number.value, head.symbol) == (number, symbol)
    if number is None:
        assert head.number.evidence.reason
    assert head.doc_type.value == "thong_bao"


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("Đồi Sim, ngày 05 tháng 01 năm 2025", date(2025, 1, 5), "Đồi Sim"),
        ("Đồi Sim , ngày 5 tháng 1 năm 2025", date(2025, 1, 5), "Đồi Sim"),
        ("TP. Bến Lau, ngày 12 tháng 6 năm 2024", date(2024, 6, 12), "TP. Bến Lau"),
        ("*Đồi Sim, ngày 12 tháng 6 năm 2024*", date(2024, 6, 12), "Đồi Sim"),  # Markdown italics
        ("Đồi Sim, ngáy 12 tháng 6 năm 2024", date(2024, 6, 12), "Đồi Sim"),  # a scan's tone
        ("Đồi Sim, ngày ~~12~~ tháng 6 năm 2024", date(2024, 6, 12), "Đồi Sim"),
        ("Đồi Sim, ngày      tháng 6 năm 2024", None, "Đồi Sim"),  # blank day
        ("Đồi Sim, ngày … tháng … năm 2024", None, "Đồi Sim"),
        ("Đồi Sim, ngày 31 tháng 6 năm 2024", None, "Đồi Sim"),  # not in the calendar
    ],
)
def test_a_damaged_date_is_read_or_blank(line, day, place):
    head = header(PARTY.replace("Đồi Sim, ngày 12 tháng 6 năm 2024", line))
    assert (head.issued_on.value, head.place.value) == (day, place)
    if day is None:
        assert head.issued_on.evidence.reason


@pytest.mark.parametrize(
    ("line", "bounds"),
    [
        ("Đồi Sim, ngày      tháng 6 năm 2024", (date(2024, 6, 1), date(2024, 6, 30))),
        ("Đồi Sim, ngày … tháng … năm 2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("Đồi Sim, ngày 31 tháng 6 năm 2024", (date(2024, 1, 1), date(2024, 12, 31))),  # one of the two is a misprint
        ("Đồi Sim, ngày 12 tháng 6 năm 2024", None),  # nothing is missing
        ("Đồi Sim, ngày … tháng … năm", None),
    ],
)
def test_the_head_bounds_a_missing_date(line, bounds):
    assert header(PARTY.replace("Đồi Sim, ngày 12 tháng 6 năm 2024", line)).issued_between == bounds


@pytest.mark.parametrize(
    ("line", "item", "bounds"),
    [
        # what is cited, and the end of the month
        ("ngày … tháng 6 năm 2024", "Rà soát hồ sơ.", ("2024-06-10", "2024-06-30")),
        ("ngày … tháng … năm 2024", "Báo cáo trước ngày 25/6/2024.", ("2024-06-10", "2024-06-25")),
        ("ngày … tháng … năm", "Báo cáo trước ngày 25/6/2024.", ("2024-06-10", "2024-06-25")),
        # a day to come bounds from above only
        ("ngày … tháng 6 năm 2024", "Báo cáo trước ngày 25/7/2024.", ("2024-06-10", "2024-06-30")),
    ],
)
def test_the_words_narrow_the_bounds_of_the_head(line, item, bounds):
    text = PARTY.replace("ngày 12 tháng 6 năm 2024", line).replace("rà soát hồ sơ giao đất của các hộ.", item.lower())
    assert tuple(map(str, letters.read(text).document.header.issued_between)) == bounds


def test_a_deadline_in_the_opening_is_no_lower_bound():
    text = PARTY.replace("ngày 12 tháng 6", "ngày … tháng 6").replace(
        "Ngày 10/6/2024, Thường trực Huyện ủy họp và kết luận như sau:",
        "Thường trực Huyện ủy yêu cầu hoàn thành chậm nhất là ngày 20/6/2024 các việc sau:",
    )
    assert letters.read(text).document.header.issued_between[0] == date(2024, 6, 1)


def test_what_is_filled_in_by_hand_is_less_sure():
    struck = header(PARTY.replace("214-TB", "~~214~~ TB").replace("ngày 12", "ngày ~~12~~"))
    for one, other in ((struck.number, header(PARTY).number), (struck.issued_on, header(PARTY).issued_on)):
        assert one.evidence.confidence <= 0.6 < other.evidence.confidence
        assert one.evidence.reason


def test_a_typo_in_the_name_of_the_party_hides_nothing():
    head = header(PARTY.replace("CỘNG SẢN", "CÔNG SẢN"))
    assert head.issuer.value == "Huyện ủy Đồi Sim"


def lost_head(copies):
    return "\n".join(PARTY.replace("- Thường trực Tỉnh ủy (b/c);", copies).split("\n")[10:])


def test_a_lost_head_leaves_blanks_and_takes_the_issuer_from_the_signature():
    head = header(lost_head("- Các ban đảng tỉnh;"))
    assert (head.number.value, head.issued_on.value, head.place.value) == (None, None, None)
    assert head.issuer.value == "Huyện ủy"
    assert head.issuer.evidence.confidence <= 0.6
    assert head.signer.value == "Lò Văn Páo"


def test_who_gets_a_copy_does_not_issue_the_paper():
    copies = "- Thường trực Tỉnh ủy (b/c);\n- Ban Thường vụ Tỉnh ủy (b/c);"
    assert header(lost_head(copies)).issuer.value == "Huyện ủy"


def test_who_signs_by_name_issues_the_paper():
    text = lost_head("- Các ban đảng tỉnh;").replace("T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ THỊ ỦY")
    assert header(text).issuer.value == "Thị ủy"


@pytest.mark.parametrize(
    ("rows", "issuer"),
    [
        (("ỦY BAN NHÂN DÂN", "HUYỆN ĐỒI SIM"), "UBND huyện Đồi Sim"),  # one name on two lines
        (("ỦY BAN NHÂN DÂN HUYỆN ĐỒI SIM",), "UBND huyện Đồi Sim"),
        (("UỶ BAN NHÂN DÂN", "XÃ NÀ PHAI"), "UBND xã Nà Phai"),
        (("UBND TỈNH LAM SƠN", "SỞ TÀI CHÍNH"), "Sở Tài chính"),  # a superior above
        (("TỈNH ỦY LAM SƠN", "BAN TỔ CHỨC"), "Ban Tổ chức Tỉnh ủy Lam Sơn"),  # a board is that of the body above
        (("ĐẢNG BỘ TỈNH LAM SƠN", "HUYỆN ỦY ĐỒI SIM"), "Huyện ủy Đồi Sim"),
        (("BỘ NỘI VỤ",), "Bộ Nội vụ"),
        (("THỦ TƯỚNG CHÍNH PHỦ",), "Thủ tướng Chính phủ"),
    ],
)
def test_the_issuer_is_the_last_name_in_capitals(rows, issuer):
    text = STATE.replace("ỦY BAN NHÂN DÂN\nHUYỆN ĐỒI SIM", "\n".join(rows), 1)
    assert header(text).issuer.value == issuer


@pytest.mark.parametrize(
    ("mark", "urgency", "secrecy"),
    [
        ("KHẨN", "Khẩn", None),
        ("HỎA TỐC", "Hỏa tốc", None),
        ("Thượng khẩn", "Thượng khẩn", None),
        ("MẬT", None, "Mật"),
        ("TUYỆT MẬT", None, "Tuyệt mật"),
    ],
)
def test_marks_of_urgency_and_secrecy_stand_alone(mark, urgency, secrecy):
    head = header(STATE.replace("V/v thử", f"{mark}\nV/v thử"))
    assert (head.urgency, head.secrecy) == (urgency, secrecy)


@pytest.mark.parametrize("line", ["V/v thử đọc", "v/v thử đọc", "Về việc thử đọc"], ids=["V/v", "v/v", "về việc"])
def test_the_subject_of_a_letter_stands_below_its_number(line):
    assert "thử đọc" in header(STATE.replace("V/v thử đọc văn bản", line)).subject.value


def test_the_subject_of_a_letter_may_take_two_lines():
    text = STATE.replace("V/v thử đọc văn bản", "V/v rà soát quỹ đất\ncông ích trên địa bàn")
    assert header(text).subject.value == "V/v rà soát quỹ đất công ích trên địa bàn"


def test_a_party_letter_has_its_subject_below_the_number_without_v_v():
    rows = PARTY.replace("214-TB/HU", "318-CV/HU\nTăng cường quản lý đất công ích")
    text = rows.replace(
        "THÔNG BÁO\nkết luận của Thường trực Huyện ủy\nvề công tác quản lý đất đai\n-----\n",
        "Kính gửi: Các chi, đảng bộ trực thuộc.\n",
    )
    head = header(text)
    assert (head.doc_type.value, head.number.value) == ("cong_van", "318-CV/HU")
    assert head.subject.value == "Tăng cường quản lý đất công ích"


def addressed(rows):
    lead_in = "Ủy ban nhân dân huyện yêu cầu các đơn vị thực hiện ngay các nội dung sau đây:"
    text = f"{letters.head(addressee=None)}\n{rows}\n{lead_in}\n1. Rà soát hồ sơ.\n2. Báo cáo.\n{letters.CLOSING}"
    document = letters.document(text)
    return document, [e.text for e in document.header.recipients]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Kính gửi: Phòng Nội vụ.", ["Phòng Nội vụ"]),
        ("Kính gửi:\n- Phòng Nội vụ;\n- Công an huyện.", ["Phòng Nội vụ", "Công an huyện"]),
        ("Kính gửi: - Phòng Nội vụ;\n- Công an huyện.", ["Phòng Nội vụ", "Công an huyện"]),
        ("Kính gửi: Phòng Nội vụ; Phòng Tư pháp; Công an huyện.", ["Phòng Nội vụ", "Phòng Tư pháp", "Công an huyện"]),
        ("Kính gửi: Phòng Nội vụ, Phòng Tư pháp.", ["Phòng Nội vụ", "Phòng Tư pháp"]),
        # heads of their own share the qualifier
        ("Kính gửi: Ban Tuyên giáo, Ban Dân vận Huyện ủy.", ["Ban Tuyên giáo Huyện ủy", "Ban Dân vận Huyện ủy"]),
        ("Kính gửi: Công an, Ban CHQS huyện.", ["Công an huyện", "Ban CHQS huyện"]),
        (
            "Kính gửi:\n- Ban Xây dựng Đảng, Văn phòng Đảng ủy phường,\n- Các chi bộ trực thuộc.",
            ["Ban Xây dựng Đảng Đảng ủy phường", "Văn phòng Đảng ủy phường", "Các chi bộ trực thuộc"],
        ),
        (
            "Kính gửi: Uỷ ban Kiểm tra, Ban Tổ chức, Văn phòng Huyện ủy.",
            ["Uỷ ban Kiểm tra Huyện ủy", "Ban Tổ chức Huyện ủy", "Văn phòng Huyện ủy"],
        ),
        ("Kính gửi: Phòng Nội vụ, Văn phòng Đảng ủy xã.", ["Phòng Nội vụ", "Văn phòng Đảng ủy xã"]),
        # names that hold commas, collectives and lists of places stay whole
        ("Kính gửi: Sở Văn hóa, Thể thao và Du lịch.", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Kính gửi: Các phòng, ban, ngành huyện.", ["Các phòng, ban, ngành huyện"]),
        ("Kính gửi: Ủy ban nhân dân các xã: Nà Phai, Bản Lìm.", ["Ủy ban nhân dân các xã: Nà Phai, Bản Lìm"]),
        ("Kính trình: Thường trực Tỉnh ủy.", ["Thường trực Tỉnh ủy"]),
        ("Kính gửi:\nPhòng Nội vụ;\nCông an huyện.", ["Phòng Nội vụ", "Công an huyện"]),  # no marks
        # a line in brackets is a note, and the list goes on behind it
        ("Kính gửi:\n- Công ty A;\n(Địa chỉ: 12 Lê Lợi)\n- Chi cục Thuế.", ["Công ty A", "Chi cục Thuế"]),
        ("Kính gửi:\n- Công ty A;\n(MST: 0312345)\n- Chi cục Thuế.", ["Công ty A", "Chi cục Thuế"]),
        ("Kính gửi:\n- Sở Y tế;\n(qua Văn phòng Sở)\n- Sở Nội vụ.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Kính gửi:\nPhòng Nội vụ\n(Địa chỉ: 12 Lê Lợi)\nCông an huyện.", ["Phòng Nội vụ", "Công an huyện"]),
        ("Kính gửi: Công ty A\n(Địa chỉ: 12 Lê Lợi)", ["Công ty A"]),
        ("Kính gửi:\n- Sở Y tế.\n(Kèm theo Tờ trình số 5/TTr-SYT)", ["Sở Y tế"]),
        # behind a full stop a dash that orders is of the letter
        ("Kính gửi:\n- Sở Y tế.\n- Rà soát trang thiết bị.", ["Sở Y tế"]),
        ("Kính gửi:\n- Sở Y tế.\n- Thanh tra huyện.", ["Sở Y tế", "Thanh tra huyện"]),
    ],
)
def test_addressees_are_taken_apart(rows, expected):
    document, found = addressed(rows)
    assert [f.lower() for f in found] == [e.lower() for e in expected]
    for entry in document.header.recipients:
        assert document.text[entry.span.start : entry.span.end] in entry.text


TELEGRAM = letters.head(addressee=None).replace("318/UBND-TH\nV/v thử đọc văn bản", "09/CĐ-UBND") + (
    "\nCÔNG ĐIỆN\nVề việc ứng phó mưa lũ\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN điện:\n- Trưởng Công an huyện;\n"
    f"- Chủ tịch Ủy ban nhân dân các xã, thị trấn.\n1. Tổ chức trực ban.\n2. Sơ tán dân.\n{letters.CLOSING}"
)


def test_a_telegram_addresses_by_wire():
    head = header(TELEGRAM)
    assert head.doc_type.value == "cong_dien"
    assert [e.text for e in head.recipients] == ["Trưởng Công an huyện", "Chủ tịch Ủy ban nhân dân các xã, thị trấn"]


def test_the_subject_of_a_telegram_ends_before_who_wires():
    assert header(TELEGRAM).subject.value == "Về việc ứng phó mưa lũ"


@pytest.mark.parametrize("field", ["doc_type", "number", "issued_on", "place", "issuer", "subject", "signer"])
def test_a_value_points_to_its_words(field):
    document = letters.document(STATE)
    evidence = getattr(document.header, field).evidence
    assert evidence.rule
    assert evidence.span
    assert document.text[evidence.span.start : evidence.span.end]
    assert 0 < evidence.confidence <= 1


MINUTES = "SỞ CÔNG THƯƠNG\nTỈNH LAM SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    ("title", "opening", "day", "subject"),
    [
        (
            "BIÊN BẢN LÀM VIỆC",
            "Hôm nay, ngày 26/5/2026, tại Ủy ban nhân dân xã, chúng tôi gồm:",
            date(2026, 5, 26),
            None,
        ),
        ("BIÊN BẢN HỌP", "Vào hồi 8 giờ 00 phút ngày 12 tháng 3 năm 2025, tại Sở Y tế.", date(2025, 3, 12), None),
        ("BIÊN BẢN\nHọp xét thi đua", "Hôm nay, hồi 14 giờ, ngày 02/4/2025.", date(2025, 4, 2), "Họp xét thi đua"),
        ("BIÊN BẢN LÀM VIỆC VỀ ĐẤT ĐAI", "Hôm nay, ngày 12/3/2025.", date(2025, 3, 12), "Làm việc về đất đai"),
        ("BIÊN BẢN KIỂM TRA", "Hôm nay, ngày càng nhiều hộ dân khai thác.", None, None),
        # of another paper it is no day of issue
        ("BÁO CÁO\nKết quả kiểm tra", "Hôm nay, ngày 12/3/2025, đoàn đã kiểm tra.", None, "Kết quả kiểm tra"),
    ],
)
def test_minutes_have_the_day_of_their_first_sentence(title, opening, day, subject):
    head = letters.document(
        f"{MINUTES}\n{title}\n{opening}\n1. Thành phần gồm có các đơn vị.\n{letters.CLOSING}"
    ).header
    assert (head.issued_on.value, head.subject.value) == (day, subject)


@pytest.mark.parametrize(
    ("rows", "doc_type", "place", "subject"),
    [
        # the stamp of who received the paper, the day lost with the hand that wrote it
        (
            "Số: /2026/TT-BCT\nHà Nội,\nTHÔNG TƯ Kính chuyển\nSửa đổi một số quy định",
            "thong_tu",
            "Hà Nội",
            "Sửa đổi một số quy định",
        ),
        (
            "Số: 5/2026/TT-BCT\nCÔNG VĂN ĐẾN\nKính chuyển:\nTHÔNG TƯ\nSửa đổi một số quy định",
            "thong_tu",
            None,
            "Sửa đổi một số quy định",
        ),
        ("Số:      /TB-BCT", "thong_bao", None, None),
        ("Số: /2026/TT-BCT", "thong_tu", None, None),
        ("Số: /BCT-KH", "cong_van", None, None),
        ("Số: /BCT-KH\nHà Nội, Huế, Đà Nẵng", "cong_van", None, None),
    ],
)
def test_a_head_with_stamps_and_blanks(rows, doc_type, place, subject):
    text = f"BỘ CÔNG THƯƠNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n{rows}\nCăn cứ Luật Giá;\n1. Rà soát.\n{letters.CLOSING}"
    head = letters.document(text).header
    assert (head.doc_type.value, head.place.value, head.subject.value) == (doc_type, place, subject)


@pytest.mark.parametrize(
    ("authority", "subject"),
    [
        ("CỤC TRƯỞNG CỤC THUẾ", "Ban hành nội quy"),
        ("QUYỀN CỤC TRƯỞNG CỤC THỐNG KÊ", "Ban hành nội quy"),
        ("ĐỘI TRƯỞNG ĐỘI QUẢN LÝ THỊ TRƯỜNG SỐ 2", "Ban hành nội quy"),
        ("CHỦ NHIỆM VĂN PHÒNG CHÍNH PHỦ", "Ban hành nội quy"),
        ("CHỈ HUY TRƯỞNG BỘ CHỈ HUY QUÂN SỰ TỈNH", "Ban hành nội quy"),
        ("VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ", "Ban hành nội quy"),
        ("TRẠM TRƯỞNG TRẠM THÚ Y", "Ban hành nội quy"),
        ("HẠT TRƯỞNG HẠT KIỂM LÂM", "Ban hành nội quy"),
        ("CHÁNH THANH TRA TỈNH", "Ban hành nội quy"),
        ("TRƯỞNG CÔNG AN XÃ", "Ban hành nội quy"),
        ("HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC NÔNG LÂM", "Ban hành nội quy"),
        # of two posts the last one decides
        ("CỤC TRƯỞNG CỤC THỐNG KÊ\nGIÁM ĐỐC SỞ NỘI VỤ", "Ban hành nội quy Cục trưởng Cục Thống kê"),
        # a body on two lines
        ("ỦY BAN NHÂN DÂN\nHUYỆN LAM SƠN", "Ban hành nội quy"),
    ],
)
def test_who_decides_is_no_part_of_the_subject(authority, subject):
    text = f"{letters.head(addressee=None)}\nQUYẾT ĐỊNH\nBAN HÀNH NỘI QUY\n{authority}\nCăn cứ Luật Giá;\nĐiều 1. Ban hành nội quy.\n{letters.CLOSING}"
    assert letters.document(text.replace("V/v thử đọc văn bản\n", "")).header.subject.value == subject
