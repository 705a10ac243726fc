"""Items that a title, a quotation or a lost blank would swallow, and names that break at a dash."""

import pytest

import letters


def read(*rows):
    return letters.read_body("\n".join(rows))


def found(record):
    return [(t.locator, letters.leads(t), [str(d.due) for d in t.deadlines]) for t in record.tasks]


def test_an_order_with_a_full_stop_is_no_title():
    record = read(
        "3. Sở Y tế rà soát giường bệnh của các bệnh viện.",
        "4. Sở Công Thương kiểm tra giá.",
        "Kết quả kiểm tra gửi về Ủy ban nhân dân tỉnh trước ngày 30/6/2024 để theo dõi.",
        "5. Sở Tài chính bố trí kinh phí.",
    )
    assert [(x[1], x[2]) for x in found(record)] == [
        (["Sở Y tế"], []),
        (["Sở Công Thương"], ["2024-06-30"]),
        (["Sở Tài chính"], []),
    ]


@pytest.mark.parametrize(
    ("order", "more", "due"),
    [
        ("1. Rà soát hộ nghèo.", "Danh sách gửi về Phòng Nội vụ trước ngày 15/7/2024.", "2024-07-15"),
        (
            "1. Sở Y tế rà soát danh sách.",
            "Trường hợp hồ sơ thiếu, Sở Y tế trả lại trước ngày 20/7/2024 để bổ sung.",
            "2024-07-20",
        ),
        (
            "1. Giao Phòng Y tế phun hóa chất.",
            "Việc phun hóa chất xong trước ngày 05/7/2024 tại tất cả các thôn.",
            "2024-07-05",
        ),
        (
            "1. UBND xã Nà Phai sửa đường liên thôn Bản Lìm.",
            "Kinh phí do ngân sách huyện bảo đảm, hoàn thành trước ngày 30/8/2024.",
            "2024-08-30",
        ),
    ],
)
def test_the_paragraph_behind_an_order_goes_on_with_it(order, more, due):
    record = read(order, more, "2. Công an huyện tuần tra ban đêm.")
    assert [d.due and str(d.due) for d in record.tasks[0].deadlines] == [due]
    assert len(record.tasks) == 2


@pytest.mark.parametrize(
    "title", ["1. Về công tác y tế.", "1. Công tác giải phóng mặt bằng.", "1. Lĩnh vực giáo dục.", "1. Công tác khác."]
)
def test_a_title_with_a_full_stop_stays_a_title(title):
    record = read(
        title,
        "Phòng Nội vụ rà soát danh sách cán bộ của các xã, thị trấn, báo cáo kết quả.",
        "2. Công an huyện tuần tra.",
    )
    assert [x[1] for x in found(record)] == [["Phòng Nội vụ"], ["Công an huyện"]]
    assert record.tasks[0].text.startswith("Phòng Nội vụ")


@pytest.mark.parametrize(
    ("rows", "leads"),
    [
        (
            ["1. Phòng Nội vụ lập kế hoạch.2. Phòng Tư pháp thẩm định.", "3. Phòng Y tế kiểm tra."],
            [["Phòng Nội vụ"], ["Phòng Tư pháp"], ["Phòng Y tế"]],
        ),
        (
            ["1. Phòng Nội vụ lập danh sách trước ngày 20/6/2024.2. Phòng Tư pháp thẩm định hồ sơ."],
            [["Phòng Nội vụ"], ["Phòng Tư pháp"]],
        ),
        (
            ["a) Phòng Nội vụ rà soát hộ nghèo;b) Phòng Y tế cấp thẻ bảo hiểm;", "c) Công an huyện tuần tra."],
            [["Phòng Nội vụ"], ["Phòng Y tế"], ["Công an huyện"]],
        ),
        (
            ["1. Phòng Nội vụ tổng hợp hồ sơ.2. Phòng Y tế báo cáo.3. Công an xã tuần tra."],
            [["Phòng Nội vụ"], ["Phòng Y tế"], ["Công an xã"]],
        ),
    ],
)
def test_marks_glued_to_the_item_above_open_items(rows, leads):
    assert [x[1] for x in found(read(*rows))] == leads


def test_each_of_two_glued_items_has_its_own_day():
    record = read("1. Phòng Nội vụ báo cáo trước ngày 20/6/2024.2. Phòng Tư pháp thẩm định hồ sơ trước ngày 25/6/2024.")
    assert [x[2] for x in found(record)] == [["2024-06-20"], ["2024-06-25"]]


def test_a_paragraph_in_which_somebody_else_acts_is_not_of_the_item_above():
    record = read(
        "1. Phòng Y tế rà soát danh sách.",
        "Thanh tra huyện chủ trì, phối hợp với Công an huyện tổng hợp tình hình chung để báo cáo.",
        "2. Phòng Nội vụ báo cáo kết quả.",
    )
    assert [x[1] for x in found(record)] == [["Phòng Y tế"], ["Thanh tra huyện"], ["Phòng Nội vụ"]]


@pytest.mark.parametrize(
    "words",
    [
        "1. Phòng Nội vụ rà soát theo khoản 3.2. Điều 4 của Quy chế.",
        "1. Phòng Y tế mua 1.500 liều, đạt 16.8 điểm theo mục 1.2. Phụ lục I.",
    ],
)
def test_numbers_of_cited_places_open_no_item(words):
    assert len(read(words).tasks) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ["1. Hội đồng Thi đua", "- Khen thưởng huyện tổng hợp hồ sơ trước ngày 10/12/2024."],
        ["1. Sở Lao động", "- Thương binh và Xã hội lập danh sách."],
        ["1. Phòng Văn hóa, Thể thao", "- Du lịch mở hội thi."],
        ["1. Phòng Tài chính", "– Kế hoạch bố trí kinh phí."],
        ["1. Các tổ chức chính trị", "- xã hội vận động hội viên."],
    ],
)
def test_a_name_that_breaks_at_its_dash_is_one_name(rows):
    assert [t.locator for t in read(*rows).tasks] == ["1"]


@pytest.mark.parametrize(
    "rows",
    [
        ["1. Sở Y tế", "- Tổng hợp danh sách.", "- Kiểm tra bệnh viện."],
        ["1. Thi đua:", "- Khen thưởng kịp thời các tập thể.", "- Tuyên dương cá nhân tiêu biểu."],
        ["1. Phòng Tài chính", "- Lập dự toán năm 2025.", "- Kế hoạch hóa nguồn thu."],
    ],
)
def test_a_list_below_a_heading_stays_a_list(rows):
    assert [t.locator for t in read(*rows).tasks] == ["1/-1", "1/-2"]


def test_quoted_paragraphs_are_no_items():
    record = read(
        "Tại khoản 2 Điều 8 Nghị định số 12/2024/NĐ-CP quy định:",
        "“2. Sở Y tế báo cáo Bộ Y tế trước ngày 15/12 hằng năm.",
        "3. Sở Tài chính chủ trì rà soát bảng giá đất.”",
        "Đề nghị Phòng Y tế thực hiện theo quy định trên, báo cáo trước ngày 20/6/2024.",
    )
    assert [x[1:] for x in found(record)] == [(["Phòng Y tế"], ["2024-06-20"])]


@pytest.mark.parametrize(
    "rows",
    [
        # one that never closes ends where the next opens, or where the paper speaks again
        [
            "Điều 26 Luật Đất đai năm 2024 quy định:",
            "“Điều 26. Thẩm quyền",
            "1. Ủy ban nhân dân cấp tỉnh quy định mức tỷ lệ, báo cáo Bộ Tài chính trước ngày 31/12 hằng năm.",
            "“Điều 30. Thu hồi đất",
            "1. Sở Tài chính chủ trì rà soát bảng giá đất.",
            "Căn cứ quy định nêu trên, Ủy ban nhân dân huyện thông báo để các xã biết.",
        ],
        ["Công văn số 45/STC-NS nêu như sau:", '"1. Yêu cầu Phòng Y tế nộp hồ sơ trước ngày 01/7."'],
        ["Công văn số 45/STC-NS có nêu: “Yêu cầu Phòng Y tế nộp hồ sơ trước ngày 01/7/2024.”"],
        ["Nghị quyết ghi rõ: “Giao Ủy ban nhân dân huyện tổ chức thực hiện; giao Phòng Nội vụ kiểm tra.”"],
    ],
)
def test_what_is_quoted_is_no_task(rows):
    assert read(*rows).tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Phòng Văn hóa và Thông tin triển khai phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”.",
        "“Tháng hành động vì trẻ em”: giao Phòng Y tế tổ chức khám bệnh trước ngày 30/6.",
        "Phòng Nội vụ tuyên truyền với nội dung “Cải cách hành chính”, hoàn thành trước ngày 30/6.",
    ],
)
def test_a_name_in_quotation_marks_hides_no_duty(words):
    assert len(letters.read_item(words).tasks) == 1
