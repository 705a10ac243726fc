"""Lists of who leads and who goes along: over members that no list of names knows, over persons, up to the verb."""

import pytest

import letters

ADDRESSED = "UBND các xã, thị trấn"

WITH_UNKNOWN = [
    # in the middle, at the end, in front
    (
        "phối hợp với Sở Tài chính, đơn vị sự kiện Ánh Dương, và các cơ quan liên quan rà soát hồ sơ.",
        ["Sở Tài chính", "đơn vị sự kiện Ánh Dương", "các cơ quan liên quan"],
    ),
    (
        "phối hợp với đơn vị tư vấn thiết kế, UBND xã Nà Sáo và Công ty Điện lực Đồi Sim kiểm tra hiện trường.",
        ["đơn vị tư vấn thiết kế", "UBND xã Nà Sáo", "Công ty Điện lực Đồi Sim"],
    ),
    (
        "phối hợp với Công an xã và tổ bảo vệ an ninh trật tự ở cơ sở tuần tra.",
        ["Công an xã", "tổ bảo vệ an ninh trật tự ở cơ sở"],
    ),
    (
        "phối hợp với các ngân hàng thương mại, quỹ tín dụng nhân dân cho vay vốn.",
        ["các ngân hàng thương mại", "quỹ tín dụng nhân dân"],
    ),
    (
        "phối hợp với các thôn, bản, nhà trường và Hội Phụ nữ xã tiêm chủng.",
        ["các thôn, bản", "nhà trường", "Hội Phụ nữ xã"],
    ),
    (
        "phối hợp với Công an phường, lực lượng dân phòng, các tổ dân phố giải tỏa vỉa hè.",
        ["Công an phường", "lực lượng dân phòng", "các tổ dân phố"],
    ),
    ("phối hợp với các hội, đoàn thể và người có uy tín vận động nhân dân.", ["các hội, đoàn thể", "người có uy tín"]),
    ("phối hợp với Sở Tài chính (cơ quan thường trực), ban quản lý chợ kiểm tra.", ["Sở Tài chính", "ban quản lý chợ"]),
    # one that may be no unit is left out, those behind it are not
    (
        "phối hợp với Phòng Nội vụ, bà con nông dân, Hội Nông dân huyện tuyên truyền.",
        ["Phòng Nội vụ", "Hội Nông dân huyện"],
    ),
    ("phối hợp với gia đình, Hội Phụ nữ huyện hòa giải.", ["Hội Phụ nữ huyện"]),
    # what says more of a member stands between
    (
        "phối hợp với UBND các xã có rừng, ban quản lý rừng phòng hộ tuần tra.",
        ["UBND các xã", "ban quản lý rừng phòng hộ"],
    ),
    (
        "rà soát (phối hợp với Phòng Y tế, UBND các xã diễn ra sự kiện và đơn vị sự kiện tổ chức chương trình).",
        ["Phòng Y tế", "UBND các xã", "đơn vị sự kiện"],
    ),
    # the noun goes on behind a known collective
    (
        "phối hợp với các nhà mạng viễn thông và Trung tâm Văn hóa huyện nhắn tin tuyên truyền.",
        ["các nhà mạng viễn thông", "Trung tâm Văn hóa huyện"],
    ),
    ("phối hợp với cơ quan Thi hành án dân sự huyện theo dõi.", ["Thi hành án dân sự huyện"]),
    ("phối hợp chặt chẽ với Tỉnh để khẩn trương xử lý các kiến nghị.", ["Tỉnh"]),
    # persons
    (
        "phối hợp với đồng chí Tòng Thị Hạnh, Chủ tịch Hội Phụ nữ huyện vận động nhân dân.",
        ["Chủ tịch Hội Phụ nữ huyện"],
    ),
]


@pytest.mark.parametrize(("words", "supports"), WITH_UNKNOWN)
def test_a_list_of_support_goes_on_over_members_that_no_list_knows(words, supports):
    (task,) = letters.read_item(f"Phòng Giáo dục và Đào tạo {words}").tasks
    assert letters.supports(task) == supports


ENDS = [
    # a verb, an adverb, a preposition, a clause end the list
    ("Phối hợp với Phòng Nội vụ, tham mưu UBND huyện bố trí kinh phí.", ["Phòng Nội vụ"]),
    ("Phối hợp với Phòng Nội vụ, hằng tháng báo cáo UBND huyện.", ["Phòng Nội vụ"]),
    ("Phối hợp với Công an huyện, sau đó báo cáo UBND huyện.", ["Công an huyện"]),
    ("Phối hợp với Phòng Nội vụ rà soát, Công an huyện xử lý vi phạm.", ["Phòng Nội vụ"]),
    ("Phối hợp với Sở Tài chính và sự hỗ trợ của các chuyên gia hoàn thiện đề án.", ["Sở Tài chính"]),
    ("Phối hợp với các doanh nghiệp, hợp tác xã tiêu thụ nông sản.", ["các doanh nghiệp, hợp tác xã"]),
    ("Rà soát hồ sơ, đồng thời cùng đơn vị tư vấn thiết kế, Phòng Nội vụ lấy ý kiến nhân dân.", []),
    ("Phối hợp giải quyết kiến nghị của đơn vị tư vấn, Phòng Nội vụ.", []),
    ("Phối hợp với nhà trường dạy bơi miễn phí mùa hè.", []),
]


@pytest.mark.parametrize(("words", "supports"), ENDS)
def test_what_is_no_member_ends_the_list(words, supports):
    (task,) = letters.read_item(words).tasks
    assert letters.supports(task) == supports


LEADS = [
    (
        "Yêu cầu đơn vị tư vấn giám sát, nhà thầu thi công và Ban Quản lý dự án huyện tập trung khắc phục.",
        ["đơn vị tư vấn giám sát", "nhà thầu thi công", "Ban Quản lý dự án huyện"],
    ),
    (
        "Đề nghị các cơ quan thông tấn, báo chí, đài truyền thanh cơ sở tăng cường tuyên truyền.",
        ["các cơ quan thông tấn, báo chí", "đài truyền thanh cơ sở"],
    ),
    (
        "Giao các đồng chí Ủy viên Ban Thường vụ Huyện ủy được phân công phụ trách các xã kiểm tra, đôn đốc.",
        ["các đồng chí Ủy viên Ban Thường vụ Huyện ủy được phân công phụ trách các xã"],
    ),
    ("Cơ quan quản lý nhà ở cấp tỉnh lập tờ trình gửi UBND tỉnh.", ["cơ quan quản lý nhà ở cấp tỉnh"]),
    (
        "Các Sở quản lý công trình xây dựng chuyên ngành chủ trì thẩm định hồ sơ.",
        ["các Sở quản lý công trình xây dựng chuyên ngành"],
    ),
    (
        "Tổ chức, cá nhân sau khi được cấp hộp thư điện tử có trách nhiệm đổi mật khẩu.",
        ["tổ chức, cá nhân"],
    ),
    ("Đồng chí Lò Văn Pản, Phó Chủ tịch UBND huyện chỉ đạo rà soát hồ sơ.", ["Phó Chủ tịch UBND huyện"]),
    # what the first shall ask of another is the first one's task
    ("Phòng Nội vụ hoàn thiện hồ sơ, đề nghị UBND huyện phê duyệt.", ["Phòng Nội vụ"]),
    ("Thuê bao phải bảo đảm an toàn thiết bị lưu khóa.", [ADDRESSED]),
]


@pytest.mark.parametrize(("words", "leads"), LEADS)
def test_leads_that_no_list_knows(words, leads):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == leads


def test_what_somebody_is_tells_of_no_duty():
    said = "Nhược điểm: các doanh nghiệp tại cụm chủ yếu là hộ nhỏ lẻ, chế biến gỗ, không phù hợp định hướng."
    assert letters.read_body(said).tasks == ()


def test_a_line_of_an_activity_names_nothing_but_units():
    (task,) = letters.read_body(
        "1. Tổ chức trưng bày làng nghề\n- Thời gian: ngày 15/7/2024.\n- Đơn vị chủ trì: Phòng Nội vụ.\n"
        "- Đơn vị phối hợp: nhóm họa sĩ trẻ trong nước và nước ngoài, làng nghề gốm Đồi Sim, UBND xã Nà Phai, "
        "các nhóm sáng tạo, đồng chí Lò Văn Pản. Kinh phí: ngân sách huyện."
    ).tasks
    assert letters.leads(task) == ["Phòng Nội vụ"]
    assert letters.supports(task) == [
        "nhóm họa sĩ trẻ trong nước và nước ngoài",
        "làng nghề gốm Đồi Sim",
        "UBND xã Nà Phai",
        "các nhóm sáng tạo",
    ]


def test_a_cell_names_known_and_unlisted_units_and_no_formula():
    rows = [
        ["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời hạn"],
        [
            "1",
            "Sửa chữa kênh mương nội đồng",
            "Phòng Nội vụ",
            "UBND xã Nà Phai, nhà thầu thi công, Trần Văn A",
            "30/6/2024",
        ],
        ["2", "Tính chi phí quản lý của đơn vị", "(Ccg+Cql) x Tỷ lệ", "", "30/6/2024"],
    ]
    record = letters.read(letters.letter("Danh mục công việc:"), letters.table(rows))
    first, second = record.tasks
    assert letters.supports(first) == ["UBND xã Nà Phai", "nhà thầu thi công"]
    assert letters.leads(second) == [ADDRESSED]


def test_a_heading_of_places_is_followed_by_their_committees():
    record = letters.read_body(
        "1. Mời tỉnh Nam Hải, tỉnh Bắc Sơn\n- Đề nghị UBND tỉnh Nam Hải, UBND tỉnh Bắc Sơn cử đoàn nghệ thuật tham gia.\n"
        "- Cử đầu mối phối hợp với Phòng Nội vụ."
    )
    assert [letters.leads(t) for t in record.tasks] == [
        ["UBND tỉnh Nam Hải", "UBND tỉnh Bắc Sơn"],
        ["tỉnh Nam Hải", "tỉnh Bắc Sơn"],
    ]
