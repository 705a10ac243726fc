"""Papers of the Party and of mass organisations: who wrote them is no lead, whose bodies have long names, what they report by rule."""

import pytest

import letters
from vbcli.lexicon.unit_names import find_units

ASKED = "\n1. Rà soát hồ sơ đảng viên.\n2. Đề nghị Sở Tài chính bố trí kinh phí.\n3. Đề nghị Phòng Nội vụ, Phòng Y tế mỗi đơn vị cử 01 đội."


def all_leads(record):
    return [letters.leads(t) for t in record.tasks]


@pytest.mark.parametrize(
    "opening",
    [
        "Thực hiện Kế hoạch số 12-KH/TU, Ban Tổ chức Huyện ủy xây dựng Kế hoạch như sau:",
        "Ban Dân vận Huyện ủy thông báo một số nội dung như sau:",
        "Ban Thường vụ Huyện đoàn xây dựng kế hoạch như sau:",
        "Ban Tổ chức Huyện ủy triển khai Kế hoạch kiểm tra như sau:",
        "Ban Tuyên giáo Huyện ủy ban hành Kế hoạch tổ chức Hội thi (sau đây gọi tắt là Hội thi) như sau:",
        "Căn cứ Điều lệ Đảng; thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy, Ban Tổ chức Huyện ủy hướng dẫn như sau:",
    ],
)
def test_the_author_of_a_paper_leads_nothing(opening):
    assert all_leads(letters.read_body(opening + ASKED, addressee="UBND xã Nà Phai")) == [
        ["UBND xã Nà Phai"],
        ["Sở Tài chính"],
        ["Phòng Nội vụ", "Phòng Y tế"],
    ]


@pytest.mark.parametrize(
    ("opening", "leads"),
    [
        (
            "Ban Tổ chức Huyện ủy, Văn phòng Huyện ủy thực hiện một số nhiệm vụ sau:",
            ["Ban Tổ chức Huyện ủy", "Văn phòng Huyện ủy"],
        ),
        ("Ban Thường vụ yêu cầu UBND huyện tập trung thực hiện các nội dung như sau:", ["UBND huyện"]),
        ("Giao Phòng Y tế hướng dẫn các trạm y tế như sau:", ["Phòng Y tế"]),
    ],
)
def test_who_is_told_in_the_opening_sentence_leads(opening, leads):
    assert all_leads(letters.read_body(f"{opening}\n1. Rà soát hồ sơ.\n2. Báo cáo kết quả.")) == [leads, leads]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Đoàn các xã, phường", "Đoàn các xã, phường"),
        ("Đoàn các trường THPT", "Đoàn các trường THPT"),
        ("Văn phòng Tỉnh đoàn", "Văn phòng Tỉnh đoàn"),
        ("Ban Tuyên giáo Huyện đoàn", "Ban Tuyên giáo Huyện đoàn"),
        ("Ban Chấp hành Hội Nông dân huyện", "Ban Chấp hành Hội Nông dân huyện"),
        ("Chi bộ quân sự các xã", "chi bộ quân sự các xã"),
        ("Chi bộ cơ sở", "chi bộ cơ sở"),
        ("Đảng ủy cơ sở", "Đảng ủy cơ sở"),
        ("ĐẢNG ỦY CƠ SỞ", "Đảng ủy cơ sở"),
        ("Ủy ban kiểm tra đảng ủy cơ sở", "Ủy ban Kiểm tra đảng ủy cơ sở"),
        ("Phòng Tổ chức đảng, đảng viên", "Phòng Tổ chức đảng, đảng viên"),
        ("chi bộ thôn, buôn", "chi bộ thôn, buôn"),
    ],
)
def test_a_body_of_the_party_or_of_a_mass_organisation_is_named_whole(words, name):
    assert [u.unit.name for u in find_units(words)] == [name]
    (task,) = letters.read_body(f"1. {words}\n- Rà soát danh sách.").tasks
    assert letters.leads(task) == [name]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Tỉnh đoàn, các xã, phường phối hợp", ["Tỉnh đoàn", "các xã, phường"]),
        ("giao UBND huyện cơ sở dữ liệu đất đai", ["UBND huyện"]),
        ("UBND xã Đoàn Kết", ["UBND xã Đoàn Kết"]),
        ("UBND tỉnh đoàn kết", ["UBND tỉnh"]),
        ("UBND xã buôn bán", ["UBND xã"]),
        ("các đảng bộ cơ sở", ["các đảng bộ cơ sở"]),
    ],
)
def test_what_only_looks_like_a_part_of_such_a_name_is_none(words, names):
    assert [u.unit.name for u in find_units(words)] == names


def test_a_delegation_is_no_union_of_young_people():
    names = [u.unit.name for u in find_units("Phái đoàn các xã kết nghĩa và đoàn các huyện bạn đến thăm")]
    assert not any("đoàn" in n.lower() for n in names)


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Mỗi chi bộ thôn, buôn lựa chọn 01 việc làm theo", "chi bộ thôn, buôn"),
        ("Văn phòng Đảng ủy phân công lịch trực Tết", "Văn phòng Đảng ủy"),
        ("Chi bộ phân công đảng viên giúp đỡ hộ nghèo", "chi bộ"),
        ("UBND huyện phân công Phòng Nội vụ rà soát hồ sơ", "Phòng Nội vụ"),
    ],
)
def test_who_acts(words, lead):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == [lead]


def test_a_unit_that_draws_up_a_roster_acts_in_prose_too():
    (task,) = letters.read_body("Văn phòng Đảng ủy phân công lịch trực, thông báo chậm nhất ngày 10/7/2024.").tasks
    assert letters.leads(task) == ["Văn phòng Đảng ủy"]


def test_networks_go_along_and_a_camp_is_nobody():
    (task,) = letters.read_item("Phối hợp với VNPT, Viettel xóa 03 điểm lõm sóng").tasks
    assert letters.supports(task) == ["VNPT", "Viettel"]
    (task,) = letters.read_item("Phòng Văn hóa phối hợp tổ chức hội trại").tasks
    assert letters.supports(task) == []


@pytest.mark.parametrize(
    "opening",
    ["Giao Phòng Y tế chủ trì, phối hợp với Công an huyện:", "1. Phòng Y tế chủ trì, phối hợp với Công an huyện:"],
)
def test_who_goes_along_in_the_opening_goes_along_in_every_item(opening):
    first, second, third = letters.read_body(
        f"{opening}\na) Rà soát trạm y tế;\nb) Phối hợp với Phòng Tư pháp tổng hợp kết quả;\nc) Giao Phòng Nội vụ lập danh sách."
    ).tasks
    assert (letters.leads(first), letters.supports(first)) == (["Phòng Y tế"], ["Công an huyện"])
    assert (letters.leads(second), letters.supports(second)) == (["Phòng Y tế"], ["Công an huyện", "Phòng Tư pháp"])
    assert (letters.leads(third), letters.supports(third)) == (["Phòng Nội vụ"], [])


@pytest.mark.parametrize(
    "words",
    [
        "Phân công nhiệm vụ cụ thể tại Phụ lục kèm theo Chương trình này",
        "Kế hoạch này thay thế Kế hoạch số 12-KH/HU ngày 01/3/2023 của Huyện ủy",
        "Chương trình này có hiệu lực từ ngày ký, thay thế Chương trình số 12-CTr/HU",
        "Ban Chấp hành Đảng bộ xã kêu gọi toàn thể cán bộ, đảng viên thực hiện thắng lợi Nghị quyết này",
        "Cơ cấu giải thưởng: 01 giải Nhất, 02 giải Nhì",
    ],
)
def test_what_asks_nothing_of_anybody(words):
    assert letters.read_item(words).tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện nhiệm vụ theo phân công",
        "Phòng Nội vụ thay thế cán bộ nghỉ hưu",
        "Kêu gọi các tầng lớp nhân dân ủng hộ Quỹ Vì người nghèo trước ngày 17/10/2024",
        "Kế hoạch này thay thế Kế hoạch số 12-KH/HU. Giao Phòng Nội vụ theo dõi, đôn đốc",
    ],
)
def test_what_looks_like_it_and_asks_something(words):
    assert len(letters.read_item(words).tasks) == 1


def test_below_a_heading_of_time_who_finishes_what_by_when_is_a_task():
    record = letters.read_body(
        "II. THỜI GIAN\n1. Chi bộ trực thuộc hoàn thành kiểm điểm trước ngày 20/6/2024.\n2. Dự kiến tổng kết trong quý III/2024.\nIII. NỘI DUNG\n1. Rà soát hồ sơ."
    )
    assert [t.locator for t in record.tasks] == ["II/1", "III/1"]


@pytest.mark.parametrize(
    "lines",
    [
        "1. Thời gian: 02 ngày, 15 - 16/7/2024.\n2. Địa điểm: Hội trường Huyện ủy.",
        "Dự kiến tổ chức trong quý III/2024.",
    ],
)
def test_a_bare_time_is_none(lines):
    record = letters.read_body(f"II. THỜI GIAN, ĐỊA ĐIỂM\n{lines}\nIII. NỘI DUNG\n1. Rà soát hồ sơ.")
    assert [t.locator for t in record.tasks] == ["III/1"]


@pytest.mark.parametrize(
    ("issuer", "words", "count"),
    [
        ("HUYỆN ĐOÀN ĐỒI SIM", "Đề nghị Huyện ủy, UBND huyện quan tâm, tạo điều kiện về kinh phí", 0),
        ("HUYỆN ỦY ĐỒI SIM", "Đề nghị Tỉnh ủy quan tâm, chỉ đạo các sở hướng dẫn", 0),
        ("HUYỆN ỦY ĐỒI SIM", "Đề nghị UBND huyện quan tâm, bố trí kinh phí", 1),
        ("HUYỆN ĐOÀN ĐỒI SIM", "Đề nghị Đoàn các xã quan tâm, hỗ trợ đoàn viên", 1),
        ("HUYỆN ĐOÀN ĐỒI SIM", "Đề nghị UBND huyện báo cáo kết quả trước ngày 20/6/2024", 1),
    ],
)
def test_a_favour_asked_of_those_above_is_no_task(issuer, words, count):
    head = f"{issuer}\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tĐồi Sim, ngày 08 tháng 02 năm 2024\nSố 03-KH/HU\nKẾ HOẠCH\ntổ chức hội thi\n-----\n"
    record = letters.read(f"{head}I. NHIỆM VỤ\n1. {words}.\nNơi nhận:\n- Lưu.\nBÍ THƯ\nTòng Văn Hiệu")
    assert len(record.tasks) == count


def test_grades_that_follow_from_a_basis_are_no_tasks():
    record = letters.read_body(
        "I. PHÂN LOẠI\nCăn cứ kết quả đánh giá, phân loại cán bộ theo 1 trong 2 mức sau:\n1. Hoàn thành tốt nhiệm vụ.\n2. Không hoàn thành nhiệm vụ."
    )
    assert record.tasks == ()


HEAD = """HUYỆN ỦY ĐỒI SIM\tĐẢNG CỘNG SẢN VIỆT NAM
*\tĐồi Sim, ngày 08 tháng 02 năm 2024
Số 03-QĐ/HU
QUY ĐỊNH
về chế độ thông tin, báo cáo của các chi bộ
-----
"""
ARTICLES = """Điều 1. Phạm vi
Quy định này áp dụng đối với các chi bộ.
Điều 2. Chế độ báo cáo
1. Báo cáo tháng: các chi bộ gửi trước ngày 20 hằng tháng.
2. Chi bộ là hạt nhân chính trị ở cơ sở.
Điều 3. Tổ chức thực hiện
Văn phòng Huyện ủy có trách nhiệm tổng hợp, thông báo tình hình.
Nơi nhận:
- Lưu VPHU.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Tòng Văn Hiệu"""
AUTHOR = "Ban Thường vụ Huyện ủy quy định như sau:\n"


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        f"Căn cứ Điều lệ Đảng Cộng sản Việt Nam,\n{AUTHOR}",
        f"- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;\n- Căn cứ Quy chế làm việc của Huyện ủy,\n{AUTHOR}",
        f"Căn cứ Điều lệ Đảng, {AUTHOR}",
    ],
)
def test_reports_that_a_rule_asks_for_are_tasks_whatever_stands_before_the_articles(preamble):
    record = letters.read(HEAD + preamble + ARTICLES)
    assert [(t.locator, letters.leads(t)) for t in record.tasks] == [
        ("Điều 2/1", ["các chi bộ"]),
        ("Điều 3/¶1", ["Văn phòng Huyện ủy"]),
    ]
    assert [d.rrule for d in letters.deadlines(record)] == ["FREQ=MONTHLY;BYMONTHDAY=20"]
