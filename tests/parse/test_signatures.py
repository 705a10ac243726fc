"""The closing: who signs, in whose name, and who gets a copy."""

from dataclasses import replace

import pytest

import letters
from vbcli.parse.document import parse

BODY = "1. Rà soát hồ sơ giao đất, cho thuê đất, thu hồi đất của các tổ chức, hộ gia đình, cá nhân từ năm 2020 đến nay tại địa bàn."
HEAD = f"{letters.head()}\n{BODY}\n{BODY}\n{BODY}\n{BODY}"


def header(closing):
    return letters.document(f"{HEAD}\n{closing}").header


def signed(rows):
    return header(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{rows}")


@pytest.mark.parametrize(
    ("rows", "signed_for", "title", "signer"),
    [
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLò Văn Páo", "T/M Ban Thường vụ", "Bí thư", "Lò Văn Páo"),
        (
            "K/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nĐoàn Hải",
            "K/T Chánh Văn phòng",
            "Phó Chánh Văn phòng",
            "Đoàn Hải",
        ),
        ("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nĐoàn Hải", "T/L Ban Thường vụ", "Chánh Văn phòng", "Đoàn Hải"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHà Thị Nhàn", "TM. Ủy ban nhân dân", "Chủ tịch", "Hà Thị Nhàn"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nHà Thị Nhàn", "TL. Chủ tịch", "Chánh Văn phòng", "Hà Thị Nhàn"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrịnh Vãn", "KT. Giám đốc", "Phó Giám đốc", "Trịnh Vãn"),
        # several formulas
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐặng Sỹ Lâm",
            "TM. Ủy ban nhân dân, KT. Chủ tịch",
            "Phó Chủ tịch",
            "Đặng Sỹ Lâm",
        ),
        # one line
        (
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nĐặng Sỹ Lâm",
            "TM. Ủy ban nhân dân, KT. Chủ tịch",
            "Phó Chủ tịch",
            "Đặng Sỹ Lâm",
        ),
        ("T/M BAN THƯỜNG VỤ BÍ THƯ\nLò Văn Páo", "T/M Ban Thường vụ", "Bí thư", "Lò Văn Páo"),
        # no formula
        ("TRƯỞNG PHÒNG\nVi Văn Sơn", None, "Trưởng phòng", "Vi Văn Sơn"),
        # one name on two lines
        (
            "KT. TRƯỞNG BAN BAN CHÍNH SÁCH,\nTHUẾ QUỐC TẾ\nPHÓ TRƯỞNG BAN\nVi Văn Sơn",
            "KT. Trưởng Ban Ban Chính sách, Thuế quốc tế",
            "Phó Trưởng Ban",
            "Vi Văn Sơn",
        ),
        ("T/M BAN CHẤP HÀNH Q. BÍ THƯ\nLò Văn Páo", "T/M Ban Chấp hành", "Q. Bí thư", "Lò Văn Páo"),
        (
            "T.M. ỦY BAN NHÂN DÂN\nK.T CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐặng Sỹ Lâm",
            "T/M Ủy ban nhân dân, K/T Chủ tịch",
            "Phó Chủ tịch",
            "Đặng Sỹ Lâm",
        ),
        # names of minorities
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nK' Brơi", "TM. Ủy ban nhân dân", "Chủ tịch", "K' Brơi"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nH'Yim Niê", "TM. Ủy ban nhân dân", "Chủ tịch", "H'Yim Niê"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nA Lăng Nhuốc", "TM. Ủy ban nhân dân", "Chủ tịch", "A Lăng Nhuốc"),
        # no name: the seal hid it
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM. Ủy ban nhân dân", "Chủ tịch", None),
        # a signing tool's words are none of the closing
        (
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHà Thị Nhàn\nKý bởi: Ủy ban nhân dân huyện\nEmail: vanthu@doisim.example",
            "TM. Ủy ban nhân dân",
            "Chủ tịch",
            "Hà Thị Nhàn",
        ),
        (
            "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Thị Thoa",
            "TUQ. Chủ tịch",
            "Giám đốc Sở Nội vụ",
            "Lê Thị Thoa",
        ),
        (
            "T.M BAN THƯỜNG VỤ\nBÍ THƯ\nLò Văn Páo",
            "T/M Ban Thường vụ",
            "Bí thư",
            "Lò Văn Páo",
        ),
        (
            "T/M BAN CHẤP HÀNH\nQ. BÍ THƯ\nLò Văn Páo",
            "T/M Ban Chấp hành",
            "Q. Bí thư",
            "Lò Văn Páo",
        ),
        ("T/M. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLò Văn Páo", "T/M Ban Thường vụ", "Phó Bí thư", "Lò Văn Páo"),
        ("TM/ BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLò Văn Páo", "TM. Ban Thường vụ", "Phó Bí thư", "Lò Văn Páo"),
        ("K.T GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrịnh Vãn", "K/T Giám đốc", "Phó Giám đốc", "Trịnh Vãn"),
        ("T.U.Q CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Thị Thoa", "TUQ. Chủ tịch", "Giám đốc Sở Nội vụ", "Lê Thị Thoa"),
        ("Q. CHỦ TỊCH\nTrịnh Vãn", None, "Q. Chủ tịch", "Trịnh Vãn"),
        (
            "TL. BỘ TRƯỞNG\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nĐoàn Hải",
            "TL. Bộ trưởng, KT. Chánh Văn phòng",
            "Phó Chánh Văn phòng",
            "Đoàn Hải",
        ),
        (
            "TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nĐoàn Hải",
            "TM. Chính phủ, KT. Thủ tướng",
            "Phó Thủ tướng",
            "Đoàn Hải",
        ),
        (
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nHà Thị Nhàn",
            "TM. Ủy ban nhân dân",
            "Chủ tịch",
            "Hà Thị Nhàn",
        ),
    ],
)
def test_a_signature_is_taken_apart(rows, signed_for, title, signer):
    head = signed(rows)
    assert (head.signed_for.value, head.signer_title.value, head.signer.value) == (signed_for, title, signer)


SIGNATURE = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHà Thị Nhàn"


@pytest.mark.parametrize(
    ("rows", "entries"),
    [
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận: - Như trên; - Lưu: VT, TH (05b).", ["Như trên", "Lưu: VT, TH (05b)"]),  # on one line
        ("Nơi nhận:\n- Thường trực Tỉnh ủy (b/c),\n- Lưu VPHU.", ["Thường trực Tỉnh ủy (b/c)", "Lưu VPHU"]),
        (
            "Nơi nhận:\n- Các phòng, ban, đơn vị\nthuộc huyện;\n- Lưu: VT.",
            ["Các phòng, ban, đơn vị thuộc huyện", "Lưu: VT"],
        ),  # an entry on two lines
        ("NƠI NHẬN:\n- Như trên;\n- Lưu: VT./.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận\n– Như trên;\n– Lưu: VT.", ["Như trên", "Lưu: VT"]),  # en dashes, no colon
        # a dash that is lost: what is kept on file, and what stands behind a semicolon, begins anew
        ("Nơi nhận:\n- Như giấy mời;\nLưu: VT, NVD.", ["Như giấy mời", "Lưu: VT, NVD"]),
        ("Nơi nhận:\n- Như trên; Lưu: VT.", ["Như trên", "Lưu: VT"]),
        (
            "Nơi nhận:\n- Viện kiểm sát huyện;\nTòa án huyện;\n- Lưu: VT.",
            ["Viện kiểm sát huyện", "Tòa án huyện", "Lưu: VT"],
        ),
        ("Nơi nhận:\n- các cơ quan\nchuyên môn;\n- Lưu: VT.", ["các cơ quan chuyên môn", "Lưu: VT"]),
        (
            "Nơi nhận:\n- Các phòng: Nội vụ;\nTư pháp;\n- Lưu: VT.",
            ["Các phòng: Nội vụ; Tư pháp", "Lưu: VT"],
        ),  # a list behind a colon goes on
        ("Nơi nhận:\n- Sở Lưu trú và Du lịch;\n- Lưu: VT.", ["Sở Lưu trú và Du lịch", "Lưu: VT"]),
        (
            "Nơi nhận:\n- Ủy ban Trung ương MTTQ Việt Nam; UBMTTQ huyện;\n- Lưu: VT.",
            ["Ủy ban Trung ương MTTQ Việt Nam; UBMTTQ huyện", "Lưu: VT"],
        ),
        # codes of a file, letters that a scan makes of a seal
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n(Mã HS: 000.00.02.H26-123)", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu VT, QLTM. (Mã HS: 000.00.02.H26-123)", ["Như trên", "Lưu VT, QLTM"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, éi đốt H n tgyền", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, thg.", ["Như trên", "Lưu: VT, thg"]),
    ],
)
def test_copies_are_one_per_dash(rows, entries):
    head = header(f"{rows}\n{SIGNATURE}")
    assert [e.text for e in head.copies_to] == entries
    assert head.signer.value == "Hà Thị Nhàn"


def test_a_signature_may_stand_before_the_copies():
    head = header(f"{SIGNATURE}\nNơi nhận:\n- Như trên;\n- Lưu: VT.")
    assert head.signed_for.value == "TM. Ủy ban nhân dân"
    assert [e.text for e in head.copies_to] == ["Như trên", "Lưu: VT"]


def test_who_gets_a_copy_is_told_nothing():
    record = letters.read(f"{HEAD}\nNơi nhận:\n- Phòng Nội vụ (t/h);\n- Công an huyện (p/h);\n- Lưu: VT.\n{SIGNATURE}")
    names = {a.unit.name for t in record.tasks for a in t.assignees}
    assert names == {"UBND các xã, thị trấn"}


def test_a_paper_without_closing_says_so():
    head = letters.document(HEAD).header
    assert head.signer.value is None
    assert head.signer.evidence.reason
    assert head.copies_to == ()


def scanned(rows):
    source = letters.source(f"{HEAD}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n{rows}\nHà Thị Nhàn")
    (document,) = parse(replace(source, ocr=True))
    return document.header


@pytest.mark.parametrize(
    ("rows", "signed_for", "title"),
    [
        # strays of the seal, one letter misread
        ("Z2 GIÁM ĐỘC", None, "Giám đốc"),
        ("KT.GIÁM ĐÓC\nPHÓ GIÁM ĐÓC. là", "KT. Giám đốc", "Phó Giám đốc"),
        ("PHÓ CHỦ TICH", None, "Phó Chủ tịch"),
        ("HÓ CHÁNH VĂN PHÒNG", None, "Phó Chánh Văn phòng"),
        ("TL. CHỦ TỊCH\nHÁNH VĂN PHÒNG", "TL. Chủ tịch", "Chánh Văn phòng"),
        ("PHÓ GIÁM ĐỐC PHỤ TRÁCH", None, "Phó Giám đốc phụ trách"),
        # the full stop of a formula
        ("KT, BỘ TRƯỞNG\nTHỨ TRƯỞNG", "KT. Bộ trưởng", "Thứ trưởng"),
        ("KT .BỘ TRƯỞNG\nTHỨ TRƯỞNG", "KT. Bộ trưởng", "Thứ trưởng"),
        ("TM, ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM. Ủy ban nhân dân", "Chủ tịch"),
        ("KT, BỘ TRƯỞNG", "KT. Bộ trưởng", None),
        # no post that is known
        ("XYZQ ĐỘI CHỦ TỊCH NHÂN", None, None),
    ],
)
def test_a_signature_of_a_scan_is_a_known_post_or_blank(rows, signed_for, title):
    head = scanned(rows)
    assert (head.signed_for.value, head.signer_title.value, head.signer.value) == (signed_for, title, "Hà Thị Nhàn")


def test_a_post_that_is_typed_is_left_as_it_is():
    assert signed("GIÁM ĐỐC Z2\nHà Thị Nhàn").signer_title.value == "Giám đốc Z2"


def test_half_a_name_beside_a_seal_is_doubtful():
    source = letters.source(f"{HEAD}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nY Ngọc")
    (clean,), (scan,) = parse(source), parse(replace(source, ocr=True))
    assert (clean.header.signer.value, scan.header.signer.value) == ("Y Ngọc", "Y Ngọc")
    assert clean.header.signer.evidence.confidence > 0.5 >= scan.header.signer.evidence.confidence
    assert scan.header.signer.evidence.reason


@pytest.mark.parametrize(
    "row",
    [
        "Lê Thị Hoa – Đã ký",
        "Lê Thị Hoa (Đã ký)",
        "Lê Thị Hoa - đã ký",
        "Đã ký: Lê Thị Hoa",
        "Lê Thị Hoa (ký tên, đóng dấu)",
    ],
)
def test_a_name_may_stand_beside_the_word_that_it_signed(row):
    assert signed(f"CHỦ TỊCH\n{row}").signer.value == "Lê Thị Hoa"


@pytest.mark.parametrize("row", ["Hợp đồng đã ký", "Đã ký ban hành"])
def test_what_is_signed_is_no_name(row):
    assert signed(f"CHỦ TỊCH\n{row}").signer.value is None


def test_a_companys_trade_is_no_formula():
    head = header("Nơi nhận:\n- Công ty TNHH\nTM, DV và XNK;\n- Lưu: VT.\nCHỦ TỊCH\nHà Thị Nhàn")
    assert [e.text for e in head.copies_to] == ["Công ty TNHH TM, DV và XNK", "Lưu: VT"]
    assert head.signed_for.value is None
