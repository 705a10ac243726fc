"""Số và ký hiệu: every variant to one key, and what looks like a number but is none."""

import pytest

from vbcli.lexicon.numbers import canonical_number, find_numbers, law_key, match_key

PARTY = [
    ("214-TB/HU", "214-TB/HU"),  # as the rule has it
    ("214 -TB/HU", "214-TB/HU"),  # blanks of hasty typing
    ("214- TB/HU", "214-TB/HU"),
    ("214 - TB / HU", "214-TB/HU"),
    ("214–TB/HU", "214-TB/HU"),  # en dash
    ("214—TB/HU", "214-TB/HU"),  # em dash
    ("214‑TB/HU", "214-TB/HU"),  # U+2011 of word processors
    ("214−TB/HU", "214-TB/HU"),  # minus sign
    ("214 TB/HU", "214-TB/HU"),  # hyphen lost
    ("214/TB-HU", "214-TB/HU"),  # separators swapped
    ("214/TB/HU", "214-TB/HU"),  # slash for hyphen
    ("số 214 TB-HU", "214-TB/HU"),
    ("Số: 214-TB/HU", "214-TB/HU"),  # a colon, State fashion
    ("SỐ 214-TB/HU", "214-TB/HU"),
    ("sô 214-TB/HU", "214-TB/HU"),  # tone lost in a scan
    ("214-tb/hu", "214-TB/HU"),  # typed small
    ("Thông báo số 214-TB/HU", "214-TB/HU"),  # with its type
    ("thông báo 214-TB/HU", "214-TB/HU"),
    ("7-NQ/TU", "07-NQ/TU"),  # two digits at least
    ("007-NQ/TU", "07-NQ/TU"),
    ("12-CTr/TU", "12-CTr/TU"),  # case of the letters as printed by rule
    ("12-CTR/TU", "12-CTr/TU"),
    ("12-ctr/tu", "12-CTr/TU"),
    ("214-KH/TĐTN-PTr", "214-KH/TĐTN-PTr"),  # letters of an office, as printed
    ("Số: 214-KH/TĐTN-PTr", "214-KH/TĐTN-PTr"),
    ("214-kh/tđtn-ptr", "214-KH/TĐTN-PTR"),
    ("35/KH-UBND-VPtr", "35/KH-UBND-VPtr"),
    ("9-TTR/ĐU", "09-TTr/ĐU"),
    ("31-KL/TƯ", "31-KL/TU"),  # a scan's TƯ
    ("31-KL/TW", "31-KL/TW"),
    ("05-QyĐ/TW", "05-QyĐ/TW"),
    ("05-QĐi/TW", "05-QĐi/TW"),
    ("56-QÐ/TW", "56-QĐ/TW"),  # U+00D0, eth
    ("56-QƉ/TW", "56-QĐ/TW"),  # U+0189, African D
    ("56-QD/TW", "56-QĐ/TW"),  # typed without strokes
    ("Số ~~318~~ CV/HU", "318-CV/HU"),  # filled in by hand, struck out by a scan
    ("152-BC/ĐU", "152-BC/ĐU"),
    ("152-BC/DU", "152-BC/ĐU"),
    ("24-BS/UBKTTU", "24-BS/UBKTTU"),  # a certified copy
    ("7/HD-BTCTU", "07-HD/BTCTU"),  # a board of the Party in State form
    ("33/TB-VPTU", "33-TB/VPTU"),
    ("19-KH/BXDĐ", "19-KH/BXDĐ"),
    ("367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"),
    ("214TB/HU", "214-TB/HU"),  # hyphen lost without a blank
    ("214A-TB/HU", "214a-TB/HU"),  # a letter that belongs to the number
]

STATE = [
    ("45/KH-UBND", "45/KH-UBND"),
    ("45/kh-ubnd", "45/KH-UBND"),
    ("45 / KH - UBND", "45/KH-UBND"),
    ("45/KH–UBND", "45/KH-UBND"),
    ("45/KHUBND", "45/KH-UBND"),  # hyphen lost in conversion
    ("571/QĐ-TTg", "571/QĐ-TTg"),
    ("571/QĐ-TTG", "571/QĐ-TTg"),
    ("571/qd-ttg", "571/QĐ-TTg"),
    ("571/QÐ-TTg", "571/QĐ-TTg"),
    ("30/NQ-CP", "30/NQ-CP"),
    ("12a/NQ-CP", "12a/NQ-CP"),  # letter of a later insertion
    ("8/CT-TTg", "08/CT-TTg"),
    ("130/CĐ-TTg", "130/CĐ-TTg"),
    ("1662/NQ-UBTVQH15", "1662/NQ-UBTVQH15"),
    ("33/TB-BCĐ", "33/TB-BCĐ"),
    ("25/KH-BCĐ389", "25/KH-BCĐ389"),
    ("12/CTrPH-UBND-MTTQ", "12/CTrPH-UBND-MTTQ"),  # two issuers
    ("318/BC-BNN & MT", "318/BC-BNN&MT"),
    # công văn: no type, the issuer first
    ("318/UBND-KT", "318/UBND-KT"),
    ("4836/SNV-TCBC", "4836/SNV-TCBC"),
    ("8120/vpcp-qhđp", "8120/VPCP-QHĐP"),
    ("249/MTTQ-BTT", "249/MTTQ-BTT"),
    ("45-KH/UBND", "45/KH-UBND"),  # separators of the Party on a number of the State
    ("45-KH-UBND", "45/KH-UBND"),
    ("45/KH-UBND của UBND huyện", "45/KH-UBND"),
]

NORMATIVE = [
    ("88/2023/NĐ-CP", "88/2023/NĐ-CP"),
    ("88/2023/NĐCP", "88/2023/NĐ-CP"),  # hyphen lost
    ("88/2023/ND-CP", "88/2023/NĐ-CP"),  # stroke lost
    ("88/2023/nđ-cp", "88/2023/NĐ-CP"),
    ("88/2023/nd-cp", "88/2023/NĐ-CP"),
    ("88/2023/NÐ-CP", "88/2023/NĐ-CP"),
    ("88/2023//NĐ-CP", "88/2023/NĐ-CP"),  # a doubled slash
    ("88-2023-NĐ-CP", "88/2023/NĐ-CP"),
    ("Nghị định số 88/2023/NĐ-CP", "88/2023/NĐ-CP"),
    ("nghị định 88/2023/NĐ-CP", "88/2023/NĐ-CP"),
    ("7/2023/NĐ-CP", "07/2023/NĐ-CP"),
    ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),  # resolutions with a dot
    ("17/2024/TT-BNV", "17/2024/TT-BNV"),
    ("17/2024/TTBNV", "17/2024/TT-BNV"),
    ("03/2019/TTLT-BTC-BNV", "03/2019/TTLT-BTC-BNV"),  # joint
    ("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"),
    ("11/2024/QĐUBND", "11/2024/QĐ-UBND"),
    ("128/2025/NQ-HDND", "128/2025/NQ-HĐND"),
    ("45/2019/QH14", "45/2019/QH14"),
    ("45/2019/qh14", "45/2019/QH14"),
    ("76/2025/UBTVQH15", "76/2025/UBTVQH15"),
    ("30_2020_ND-CP", "30/2020/NĐ-CP"),  # the style of file names
    ("30_2020_ND_CP", "30/2020/NĐ-CP"),
    ("30/2020/NĐ-CP ngày 05/3/2020", "30/2020/NĐ-CP"),  # the date is no part of the key
    ("30/2020/nđ-cp, ngày 05 tháng 3 năm 2020", "30/2020/NĐ-CP"),
    ("30/2020/nd-cp nam 2020", "30/2020/NĐ-CP"),
]

LAWS = [
    ("luật đất đai 2024", "Luật Đất đai 2024"),
    ("Luật Đất đai năm 2024", "Luật Đất đai 2024"),
    ("Luật Đất đai (năm 2024)", "Luật Đất đai 2024"),
    ("LUẬT ĐẤT ĐAI", "Luật Đất đai"),
    ("luat dat dai", "Luật Đất đai"),  # typed without accents
    ("bộ luật lao động 2019", "Bộ luật Lao động 2019"),
    ("Luật Hoà giải ở cơ sở", "Luật Hòa giải ở cơ sở"),  # the other tone placement
    ("Luật Tổ chức chính quyền địa phương năm 2025", "Luật Tổ chức chính quyền địa phương 2025"),
]


@pytest.mark.parametrize(("words", "key"), [*PARTY, *STATE, *NORMATIVE, *LAWS])
def test_every_variant_has_one_canonical_form(words, key):
    assert canonical_number(words) == key


CANONICAL = sorted({c[1] for c in (*PARTY, *STATE, *NORMATIVE, *LAWS) if isinstance(c[1], str)})


@pytest.mark.parametrize("key", CANONICAL)
def test_a_canonical_form_is_its_own(key):
    assert canonical_number(key) == key


@pytest.mark.parametrize(
    "words",
    [
        "",
        "số",
        "2024",  # a year
        "733",  # a number without letters: of which document?
        "số 733",
        "UBND-KT",  # letters without a number
        "/TB-HU",  # a blank number
        "12/6/2024",
        "12.6.2024",
        "12-6-2024",
        "07/7",
        "24/7",
        "50/50",
        "2021-2025",
        "quý II/2024",
        "tháng 6/2024",
        "1.500 ha",
        "16,8%",
        "3/4 số hộ",
        "km 12+500",
        "tỉnh lộ 12B",
        "QL.12A",
        "A1/B2",
        "12A/12B",
        "Covid-19",
        "5G",
        "H'Mông",
        "0912 345 678",
        "Điều 5",
        "điểm a khoản 2",
        "Nghị quyết",
        "luật",
        "Luật chơi",
        "08 giờ 30",
        "15 hộ - 60 khẩu",
    ],
)
def test_what_is_no_number_is_none(words):
    assert canonical_number(words) is None


def keys(text):
    return [n.key for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thực hiện các Nghị quyết số 18-NQ/TW và 19-NQ/TW", ["18-NQ/TW", "19-NQ/TW"]),
        # letters shared with the last of a list
        ("Kết luận số 126, 127-KL/TW", ["126-KL/TW", "127-KL/TW"]),
        ("các Kết luận số 126, 127 và 128-KL/TW", ["126-KL/TW", "127-KL/TW", "128-KL/TW"]),
        ("NQ 18 và 19/NQ-CP", ["18/NQ-CP", "19/NQ-CP"]),
        ("các Thông báo số 31, số 32-TB/HU", ["31-TB/HU", "32-TB/HU"]),
        ("Quyết định số 45/QĐ-UBND; 46/QĐ-UBND", ["45/QĐ-UBND", "46/QĐ-UBND"]),
        ("từ số 12 đến số 15/QĐ-UBND", ["12/QĐ-UBND", "15/QĐ-UBND"]),
        ("các văn bản 12; 13 và số 15/SNV-CB", ["12/SNV-CB", "13/SNV-CB", "15/SNV-CB"]),
        # figures before it that are of something else
        ("ngày 05 tháng 4 năm 2024, số 16/SNV-CB", ["16/SNV-CB"]),
        ("theo khoản 2, 3 và 15/QĐ-UBND", ["15/QĐ-UBND"]),
        # the year of a standard
        ("QCVN 40:2011/BTNMT - Quy chuẩn", []),
        ("QCVN 08-MT:2015/BTNMT", []),
        ("Số:45/TB-UBND", ["45/TB-UBND"]),
        # punctuation round about
        ("(số 88/2023/NĐ-CP)", ["88/2023/NĐ-CP"]),
        ("theo Công văn số 318-CV/HU.", ["318-CV/HU"]),
        ("số 214 -TB/HU, ngày 07/10/2024", ["214-TB/HU"]),
        ("số 214–TB/HU ngày 07–10–2024", ["214-TB/HU"]),
        # a number within a number is none of its own
        ("Thông tư số 08/2022/TT-BTNMT", ["08/2022/TT-BTNMT"]),
        # a dash of the sentence, and one of the number
        ("Kế hoạch 45/KH-UBND-Sở Tài chính", ["45/KH-UBND"]),
        ("Công văn 318/UBND-NC-Phòng Nội vụ", ["318/UBND-NC"]),
        ("Công văn 318/UBND-Nc và 120/VP-Th", ["318/UBND-Nc", "120/VP-Th"]),
    ],
)
def test_numbers_are_found_in_running_text(text, expected):
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "từ ngày 12/6/2024 đến ngày 15/6/2024",
        "trong giai đoạn 2021-2025, tầm nhìn 2045",
        "tỷ lệ 3/4-A, khu 5-A/B",
        "nhà số 12/3 Trần Phú, tổ 2/UBND",
        "xe mang biển số 12A-345.67",
        "đường 12/KCN, QL 4A/Km 12",
        "lúc 7h30/2",
        "nhiệm kỳ 2026 - 2031",
    ],
)
def test_running_text_without_documents_has_no_number(text):
    assert keys(text) == []


def test_each_number_of_a_list_stands_at_its_own_digits():
    text = "Kết luận số 126, 127-KL/TW"
    assert [text[n.start : n.end] for n in find_numbers(text)] == ["126", "127-KL/TW"]


@pytest.mark.parametrize(
    ("text", "doc_type", "issuer"),
    [
        ("214-TB/HU", "thong_bao", "HU"),
        ("88/2023/NĐ-CP", "nghi_dinh", "CP"),
        ("45/2019/QH14", "luat", "QH14"),
        ("318/UBND-KT", None, "UBND"),  # a State letter names no type
        ("12-CTr/TU", "chuong_trinh", "TU"),
    ],
)
def test_a_number_names_its_type_and_its_issuer(text, doc_type, issuer):
    (number,) = find_numbers(text)
    assert (number.doc_type, number.issuer) == (doc_type, issuer)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("07-NQ/TU", "7-NQ/TU", True),
        ("88/2023/NĐ-CP", "88/2023/ND-CP", True),  # Đ falls to D
        ("88/2023/NĐ-CP", "88/2024/NĐ-CP", False),
        ("214-TB/HU", "214-TB/TU", False),
        ("Luật Đất đai 2024", "Luật Đất đai 2013", False),
    ],
)
def test_comparison_keys_ignore_zeros_and_strokes(one, other, same):
    assert (match_key(one) == match_key(other)) is same


def test_a_law_that_nobody_listed_is_no_key():
    assert law_key("Luật Bóng đá 2024") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # no hyphen: the word of the type and what follows prove it
        ("Công văn số 1432/KCB ngày 04/10/2017 của Cục Quản lý Khám, chữa bệnh", ["1432/KCB"]),
        ("Công văn số 1500/UBND ngày 02/4/2024 của UBND tỉnh", ["1500/UBND"]),
        ("(Văn bản số 215/BTTTT)", ["215/BTTTT"]),
        ("Quyết định 12/TTg của Thủ tướng Chính phủ", ["12/TTg"]),
        ("Công văn số 33/CV ngày 01/02/2024", ["33/CV"]),
        ("Báo cáo thẩm định số 15/KTAT của Sở", ["15/KTAT"]),
        # companies number by the year
        ("Văn bản số 02/2026/VQYB-DA ngày 09/3/2026", ["02/2026/VQYB-DA"]),
        ("Văn bản số 09/2026/PHG ngày 11/5/2026", ["09/2026/PHG"]),
        ("Công văn số 118/2026/XMYB-KT ngày 04/5/2026 của Công ty", ["118/2026/XMYB-KT"]),
        # blanks and strokes that a scan gets wrong
        ("Luật số 64/2025QH 15", ["64/2025/QH15"]),
        ("Luật số 87/2025/QH 15 và Luật số 88/2025 QH15", ["87/2025/QH15", "88/2025/QH15"]),
        # what stands in no frame is none
        ("giao 12/KH chỉ tiêu", []),
        ("kiểm tra 25/TYT xã", []),
        ("lô số 27/A2 Khu nhà vườn, nút giao số 18/2026/IC", []),
        ("Nghị quyết 12/HĐND huyện", []),
        ("báo cáo quý số 1/II của phòng", []),
        ("mẫu 64/2025 QHXD", []),
        # the letters are those of another type: the rest of the number is lost
        ("Tờ trình số 83/TT: ngày 31/3/2026", []),
    ],
)
def test_a_number_without_letters_of_a_type_needs_the_word_before_it(text, expected):
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Thông tư số 12, 13 và 14/2022/TT-BNV", ["12/2022/TT-BNV", "13/2022/TT-BNV", "14/2022/TT-BNV"]),
        ("các Nghị định số 24, 25, 26/2026/NĐ-CP", ["24/2026/NĐ-CP", "25/2026/NĐ-CP", "26/2026/NĐ-CP"]),
        ("Nghị định số 150 và 151/2025/NĐ-CP", ["150/2025/NĐ-CP", "151/2025/NĐ-CP"]),
        ("bố trí 12, 13 phòng học theo Thông tư số 16/2022/TT-BNV", ["16/2022/TT-BNV"]),
        ("khoản 12, 13 Nghị định số 17/2022/NĐ-CP", ["17/2022/NĐ-CP"]),
        ("Nghị quyết số 05, 06/2024/NQ-HĐND", ["05/2024/NQ-HĐND", "06/2024/NQ-HĐND"]),
    ],
)
def test_numbers_that_share_a_year_come_each_with_their_own_digits(words, keys):
    assert [n.key for n in find_numbers(words)] == keys
