"""Units that no list knows: kept as they are written where they act, and never put in the place of a known one."""

import pytest

import letters

ADDRESSED = "UBND các xã, thị trấn"


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Cơ quan thanh tra khẩn trương hoàn thành việc thanh tra.", "cơ quan thanh tra"),
        (
            "Các tổ chức, cá nhân được cấp giấy phép khai thác khoáng sản có trách nhiệm bảo vệ môi trường.",
            "các tổ chức, cá nhân được cấp giấy phép khai thác khoáng sản",
        ),
        ("Các hộ nuôi cá lồng phải khai báo dịch bệnh với trạm thú y.", "các hộ nuôi cá lồng"),
        ("Nhà thầu thi công tuyến kè phải bố trí thêm nhân lực.", "nhà thầu thi công tuyến kè"),
        (
            "Giao các đồng chí Ủy viên Ban Thường vụ phụ trách xã kiểm tra, đôn đốc.",
            "các đồng chí Ủy viên Ban Thường vụ phụ trách xã",
        ),
    ],
)
def test_an_unlisted_unit_that_acts_leads(words, lead):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == [lead]


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ("Hồ sơ đề nghị gửi về Phòng Nội vụ trước ngày 21/6/2024.", [ADDRESSED]),
        ("Tổ chức kiểm tra các điểm sạt lở.", [ADDRESSED]),
        ("Hạt Kiểm lâm huyện được giao làm đầu mối theo dõi, đôn đốc.", ["Hạt Kiểm lâm huyện"]),
        ("Trường hợp hồ sơ chưa đủ, Phòng Nội vụ phải trả lời bằng văn bản.", ["Phòng Nội vụ"]),
    ],
)
def test_what_is_no_body_or_is_known_is_not_named_anew(words, leads):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == leads


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Trách nhiệm của đơn vị cấp nước", "đơn vị cấp nước"),
        ("Nhiệm vụ của Quỹ Bảo vệ và phát triển rừng", "Quỹ Bảo vệ và phát triển rừng"),
        ("Trách nhiệm củaTrung tâm Phục vụ hành chính công tỉnh", "Trung tâm Phục vụ hành chính công tỉnh"),
        ("Trách nhiệm của Phòng Nội vụ", "Phòng Nội vụ"),
    ],
)
def test_a_heading_of_duties_names_who_leads(heading, lead):
    (task,) = letters.read_body(f"1. {heading}\na) Lập hồ sơ theo dõi.").tasks
    assert letters.leads(task) == [lead]


def test_a_heading_of_common_duties_names_nobody():
    (task,) = letters.read_body("1. Trách nhiệm phối hợp giữa các cơ quan\na) Trao đổi thông tin kịp thời.").tasks
    assert letters.leads(task) == [ADDRESSED]


@pytest.mark.parametrize(
    ("words", "leads", "supports"),
    [
        ("Giao phường Bắc Sơn chủ trì, phối hợp với tỉnh Nam Hải rà soát.", ["phường Bắc Sơn"], ["tỉnh Nam Hải"]),
        (
            "Riêng các xã Đồng Tâm, Hòa Phú và phường Bắc Sơn chưa gửi báo cáo, đề nghị gửi bổ sung trong ngày 25/6/2024.",
            ["xã Đồng Tâm", "xã Hòa Phú", "phường Bắc Sơn"],
            [],
        ),
        ("Phòng Y tế cùng với Phòng Nội vụ kiểm tra.", ["Phòng Y tế"], ["Phòng Nội vụ"]),
        ("Rà soát hồ sơ cán bộ, đồng thời cùng Phòng Nội vụ lấy ý kiến nhân dân.", [ADDRESSED], []),
        ("Thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy, Phòng Nội vụ báo cáo kết quả.", ["Phòng Nội vụ"], []),
        ("Kiểm tra đường giao thông tại xã Đồng Tâm.", [ADDRESSED], []),
    ],
)
def test_places_act_only_where_the_words_say_so(words, leads, supports):
    (task,) = letters.read_item(words).tasks
    assert (letters.leads(task), letters.supports(task)) == (leads, supports)
