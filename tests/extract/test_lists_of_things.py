"""Lists that hold no duties of their own: contents, bodies, guests, what nobody may do; and parents that ask something beyond."""

from datetime import date

import pytest

import letters


def read(*rows, addressee=None):
    return letters.read_body("\n".join(rows), date(2024, 11, 12), addressee).tasks


def summary(tasks):
    return [(t.locator, letters.leads(t), [d.rrule or str(d.due) for d in t.deadlines]) for t in tasks]


@pytest.mark.parametrize(
    ("rows", "lead", "dues"),
    [
        (
            ["1. Phòng Nội vụ kiểm tra các đơn vị sau:", "- UBND xã Nà Phai;", "- UBND xã Bản Lìm."],
            ["Phòng Nội vụ"],
            [],
        ),
        (
            ["1. Sở Y tế báo cáo UBND tỉnh trước ngày 10/12/2024 các nội dung:", "- Số giường bệnh;", "- Số bác sĩ."],
            ["Sở Y tế"],
            ["2024-12-10"],
        ),
        (
            ["1. Giao Sở Tài chính chủ trì lập dự toán, trong đó nêu rõ:", "a) Nguồn vốn;", "b) Tiến độ giải ngân."],
            ["Sở Tài chính"],
            [],
        ),
        (
            ["1. Các sở, ngành báo cáo bằng văn bản gồm:", "- Kết quả thực hiện kế hoạch;", "- Đề xuất, kiến nghị."],
            ["các sở, ngành"],
            [],
        ),
        (
            [
                "1. Sở Nội vụ trình Chủ tịch UBND tỉnh khen thưởng đối với:",
                "- Tập thể Phòng Văn hóa và Thông tin;",
                "- Cá nhân ông Lò Văn Tình.",
            ],
            ["Sở Nội vụ"],
            [],
        ),
        (
            [
                "1. Sở Xây dựng lập báo cáo rà soát chung cư cũ, trong đó làm rõ:",
                "- Hiện trạng;",
                "- Phương án di dời.",
            ],
            ["Sở Xây dựng"],
            [],
        ),
        (
            ["1. Thanh tra tỉnh thanh tra việc sử dụng đất tại các đơn vị sau:", "- Công ty A;", "- Công ty B."],
            ["Thanh tra tỉnh"],
            [],
        ),
        # of other offices
        (
            [
                "1. Yêu cầu Ban Quản lý dự án huyện cung cấp các tài liệu sau:",
                "a) Hồ sơ thiết kế;",
                "b) Nhật ký thi công.",
            ],
            ["Ban Quản lý dự án huyện"],
            [],
        ),
        (
            [
                "1. Phòng Giáo dục và Đào tạo tổng hợp, gửi Phòng Nội vụ trước ngày 20/12/2024 danh sách gồm các nội dung sau:",
                "- Tổng số giáo viên;",
                "- Đề nghị bổ sung biên chế.",
            ],
            ["Phòng Giáo dục và Đào tạo"],
            ["2024-12-20"],
        ),
        (
            [
                "1. Công an huyện kiểm tra phòng cháy, chữa cháy tại các cơ sở sau:",
                "- Chợ trung tâm;",
                "- Khách sạn Sông Vàng;",
                "- Nhà máy giấy.",
            ],
            ["Công an huyện"],
            [],
        ),
        (
            [
                "1. Phòng Kinh tế trình UBND huyện xem xét, quyết định:",
                "- Phê duyệt Đề án phát triển chợ;",
                "- Ban hành Quy chế quản lý chợ.",
            ],
            ["Phòng Kinh tế"],
            [],
        ),
        (
            [
                "1. UBND các xã báo cáo theo các nội dung sau:",
                "- Số hộ bị thiệt hại;",
                "- Khó khăn, vướng mắc. Báo cáo gửi về Phòng Kinh tế trước ngày 15/12/2024.",
            ],
            ["UBND các xã"],
            ["2024-12-15"],
        ),
    ],
)
def test_an_order_over_things_is_one_task(rows, lead, dues):
    tasks = read(*rows)
    assert summary(tasks) == [("1", lead, dues)]
    assert tasks[0].text.endswith(rows[-1].lstrip("-ab) "))


@pytest.mark.parametrize(
    "rows",
    [
        [
            "1. Sở Nội vụ tập trung thực hiện các nhiệm vụ sau:",
            "- Rà soát biên chế;",
            "- Báo cáo UBND tỉnh trước ngày 10/12/2024.",
        ],
        [
            "1. Sở Tài chính có trách nhiệm quản lý về nghiệp vụ, bao gồm:",
            "a) Cấp mới, thu hồi tài khoản;",
            "b) Hướng dẫn sử dụng phần mềm.",
        ],
        ["1. Phòng Y tế:", "- Kiểm tra bếp ăn của các trường;", "- Lập danh sách cơ sở vi phạm."],
        ["1. Yêu cầu UBND các xã:", "- Rà soát hộ nghèo;", "- Cấp thẻ bảo hiểm y tế."],
        ["1. Giao các đơn vị sau:", "- Phòng Nội vụ: rà soát biên chế;", "- Phòng Y tế: kiểm tra bếp ăn."],
        [
            "1. UBND các xã triển khai một số nội dung trọng tâm sau:",
            "- Tuyên truyền Luật Đất đai;",
            "- Kiểm tra rừng đầu nguồn.",
        ],
    ],
)
def test_deeds_below_a_lead_in_stay_tasks(rows):
    assert [t.locator.count("/") for t in read(*rows)] == [1, 1]


@pytest.mark.parametrize(
    "rows",
    [
        [
            "1. Đề án bao gồm những nội dung chính sau đây:",
            "a) Sự cần thiết của Đề án;",
            "b) Xác định phạm vi thực hiện.",
        ],
        ["1. Hồ sơ trình thẩm định gồm các tài liệu sau đây:", "a) Tờ trình;", "b) Dự thảo nghị quyết."],
        ["1. Báo cáo gồm các phần sau:", "- Kết quả thực hiện;", "- Đề xuất, kiến nghị."],
    ],
)
def test_what_a_paper_consists_of_is_no_task(rows):
    assert read(*rows) == ()


def test_a_sentence_that_asks_for_opinions_on_points_is_one_task():
    task, second = read(
        "Ủy ban nhân dân huyện nhận được văn bản của Sở Y tế.",
        "Ủy ban nhân dân huyện đề nghị Phòng Y tế đóng góp ý kiến vào dự thảo Thông tư như sau:",
        "- Những vướng mắc trong quá trình thực hiện;",
        "- Đề xuất nội dung sửa đổi, bổ sung.",
        "Văn bản góp ý gửi về Phòng Nội vụ chậm nhất ngày 18/12/2024.",
        addressee=letters.ADDRESSEE,
    )
    assert [str(d.due) for d in second.deadlines] == ["2024-12-18"]
    assert letters.leads(task) == ["Phòng Y tế"]
    assert task.text.startswith("Ủy ban nhân dân huyện đề nghị")
    assert task.text.endswith("sửa đổi, bổ sung.")
    assert task.locator


def test_a_parent_that_sends_something_by_a_day_is_a_task_and_hands_the_day_down():
    tasks = read(
        "1. Các sở, ngành tổng hợp danh sách vi phạm gửi về Sở Nội vụ trước ngày 10/12 hằng năm:",
        "a) Sở Tài chính: Rà soát vi phạm về ngân sách;",
        "b) Sở Y tế: Tổng hợp vi phạm về an toàn thực phẩm.",
    )
    rule = ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"]
    assert summary(tasks) == [
        ("1", ["các sở, ngành"], rule),
        ("1/a", ["Sở Tài chính"], rule),
        ("1/b", ["Sở Y tế"], rule),
    ]


@pytest.mark.parametrize(
    ("parent", "due"),
    [
        ("1. Các phòng rà soát dự án, báo cáo UBND huyện trong tháng 12/2024:", "2024-12-31"),
        ("1. UBND các xã nộp kế hoạch về Phòng Kinh tế trước ngày 25/12/2024 (qua Văn phòng).", "2024-12-25"),
        ("1. Các trường học gửi báo cáo về Phòng Nội vụ chậm nhất ngày 20/12/2024:", "2024-12-20"),
    ],
)
def test_a_parent_with_units_of_its_own_and_a_day_is_a_task(parent, due):
    tasks = read(parent, "a) Phòng Tài chính - Kế hoạch: Rà soát vốn;", "b) Phòng Nội vụ: Rà soát biên chế.")
    assert [[str(d.due) for d in t.deadlines] for t in tasks] == [[due]] * 3
    assert [t.locator for t in tasks] == ["1", "1/a", "1/b"]


def test_a_parent_that_only_shares_out_hands_its_day_down_and_is_no_task():
    tasks = read(
        "1. Giao các phòng thực hiện một số nhiệm vụ sau, hoàn thành trước ngày 31/12/2024:",
        "a) Phòng Tài chính - Kế hoạch: Rà soát vốn;",
        "b) Phòng Nội vụ: Rà soát biên chế.",
    )
    assert summary(tasks) == [
        ("1/a", ["Phòng Tài chính - Kế hoạch"], ["2024-12-31"]),
        ("1/b", ["Phòng Nội vụ"], ["2024-12-31"]),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            "1. Công chức không được thực hiện các hành vi sau đây:",
            "a) Nhận lợi ích bằng tiền của người dân;",
            "b) Yêu cầu tổ chức, cá nhân bổ sung hồ sơ ngoài quy định.",
        ],
        ["1. Nghiêm cấm các hành vi:", "- Xây dựng công trình trái phép trên đất lúa;", "- Khai thác cát trái phép."],
        ["1. Những việc không được làm:", "a) Tiết lộ thông tin hồ sơ;", "b) Tự ý thu phí."],
        ["1. Các hành vi bị nghiêm cấm:", "a) Chặt phá rừng đầu nguồn;", "b) Săn bắt thú rừng."],
    ],
)
def test_what_nobody_may_do_is_no_task(rows):
    assert [t for t in read(*rows) if "/" in t.locator] == []


@pytest.mark.parametrize(
    "words",
    [
        "Nghiêm cấm việc thu thêm khoản ngoài quy định; giao Thanh tra huyện kiểm tra trước ngày 30/11.",
        "Không để xảy ra tình trạng lấn chiếm; UBND xã Nà Phai xử lý dứt điểm trước ngày 10/12.",
    ],
)
def test_an_order_beside_a_ban_is_a_task(words):
    assert len(letters.read_item(words).tasks) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [
            "Ủy ban nhân dân huyện trân trọng kính mời:",
            "1. Sở Tài chính:",
            "- Đại diện lãnh đạo Sở;",
            "- Chuyên viên theo dõi lĩnh vực y tế.",
        ],
        ["Thành phần:", "- Lãnh đạo Phòng Kiểm tra, giám sát.", "- Phòng Y tế: Trưởng phòng, chuyên viên kiểm tra."],
        [
            "1. Thành phần tham dự:",
            "- Đại diện lãnh đạo các phòng; chuyên viên tổng hợp;",
            "- Trưởng khoa Kiểm soát dịch bệnh.",
        ],
        ["Kính mời các đồng chí:", "- Chủ tịch UBND các xã theo dõi, chỉ đạo;", "- Trưởng Công an huyện."],
    ],
)
def test_guests_are_no_tasks(rows):
    assert read("Ủy ban nhân dân huyện tổ chức họp bàn công tác tiêm chủng.", *rows, addressee=letters.ADDRESSEE) == ()


def test_who_prepares_what_for_a_meeting_is_a_task():
    tasks = read(
        "Thực hiện chương trình công tác năm 2024.",
        "Ủy ban nhân dân huyện mời các phòng, ban tham dự hội nghị như sau:",
        "1. Thời gian: 8h00 ngày 20/11/2024.",
        "2. Phân công:",
        "- Phòng Y tế chuẩn bị báo cáo.",
        "- Giao Văn phòng HĐND và UBND huyện mời đại biểu, chuẩn bị hội trường.",
    )
    assert [letters.leads(t)[:1] for t in tasks] == [["Phòng Y tế"], ["Văn phòng HĐND và UBND huyện"]]
