"""Reports of meetings: what a speaker demands of whom, lists below a demand, clauses with a unit of their own."""

import pytest

import letters
from vbcli.model.document import Part

PAGE = """Thường trực Huyện ủy Đồi Sim giao ban công tác tháng 6 năm 2024 với các xã, thị trấn
12/06/2024 15:20
Sáng 12/6, Thường trực Huyện ủy Đồi Sim tổ chức hội nghị giao ban công tác tháng 6 với lãnh đạo các xã.
"""


def tasks(body):
    return letters.read(PAGE + body).tasks


def who(body):
    return [letters.leads(t) for t in tasks(body)]


def dues(task):
    return [str(d.due) for d in task.deadlines]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Đồng chí lưu ý Công an huyện lập phương án trước 25/6.", ["Công an huyện"]),
        ("Đồng chí nhấn mạnh các xã phải hoàn thành thu quỹ trong tháng này.", ["các xã"]),
        ("Bí thư Huyện ủy cũng chỉ đạo Ban Tổ chức Huyện ủy hoàn thành đề án trong tháng 7.", ["Ban Tổ chức Huyện ủy"]),
        ("Chủ tịch UBND huyện phân công Phòng Nội vụ theo dõi, đôn đốc việc sắp xếp thôn, bản.", ["Phòng Nội vụ"]),
        ("Đồng chí Bí thư Huyện ủy quán triệt các chi bộ khẩn trương chuẩn bị đại hội.", ["các chi bộ"]),
        ("Đồng chí yêu cầu trong tháng 7, Công an huyện xây dựng phương án.", ["Công an huyện"]),
        ("Đồng chí đề nghị thời gian tới, Phòng Y tế tăng cường kiểm tra các quán ăn.", ["Phòng Y tế"]),
        ("Bí thư Huyện ủy chỉ đạo ngay trong tháng 6, Phòng Nội vụ trình đề án vị trí việc làm.", ["Phòng Nội vụ"]),
        ("Đồng chí Bí thư Huyện ủy nhấn mạnh các chủ mỏ phải cam kết đủ công suất khai thác.", ["các chủ mỏ"]),
        ("Đồng chí yêu cầu từ nay đến cuối năm, UBND các xã rà soát hộ nghèo.", ["UBND các xã"]),
    ],
)
def test_a_speaker_charges_by_every_verb_of_order(body, leads):
    assert who(body) == [leads]


@pytest.mark.parametrize(
    "body",
    [
        "Đồng chí nhấn mạnh, năm 2024 kinh tế huyện tăng trưởng khá.",
        "Đồng chí nhấn mạnh vai trò của các xã trong xây dựng nông thôn mới.",
        "Đồng chí nhấn mạnh các xã đã hoàn thành tốt việc thu quỹ.",
        "Thời gian qua, Bí thư Huyện ủy đã chỉ đạo Công an huyện xây dựng phương án.",
        "UBND huyện chỉ đạo Phòng Nội vụ rà soát hồ sơ từ đầu năm.",
        "Lãnh đạo Phòng Nội vụ báo cáo kết quả rà soát hồ sơ cán bộ các xã.",
        "Huyện đã thực hiện tốt sự chỉ đạo của Tỉnh ủy, các xã xây dựng nông thôn mới.",
    ],
)
def test_what_is_told_or_stressed_is_no_order(body):
    assert tasks(body) == ()


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        ("Yêu cầu UBND huyện rà soát hồ sơ.", ["UBND huyện"]),
        ("Giao Phòng Nội vụ rà soát hồ sơ.", ["Phòng Nội vụ"]),
        (
            "Đồng chí yêu cầu Phòng Nội vụ rà soát hồ sơ, báo cáo UBND huyện trong tuần này.",
            ["Phòng Nội vụ"],
        ),
        ("Yêu cầu Sở Tài chính cân đối nguồn vốn, báo cáo UBND tỉnh trong tuần này.", ["Sở Tài chính"]),
    ],
)
def test_a_short_order_is_no_caption(body, leads):
    assert who(f"Kết luận hội nghị, đồng chí Bí thư Huyện ủy nêu rõ những việc phải làm ngay.\n{body}") == [leads]


@pytest.mark.parametrize(
    "words",
    [
        "Đồng chí Bí thư Huyện ủy phát biểu tại hội nghị",
        "Lãnh đạo Phòng Nội vụ báo cáo tại hội nghị",
        "Quang cảnh Hội nghị.",
    ],
)
def test_a_caption_stays_one(words):
    document = letters.document(f"{PAGE}{words}\nHội nghị đã nghe báo cáo về tình hình sản xuất vụ xuân của các xã.")
    assert words in [document.text[p.span.start : p.span.end] for p in document.paragraphs if p.part is Part.NOISE]


@pytest.mark.parametrize(
    ("body", "leads"),
    [
        (
            "Đồng chí yêu cầu UBND huyện rà soát dự án; Phòng Nội vụ báo cáo kết quả.",
            [["UBND huyện"], ["Phòng Nội vụ"]],
        ),
        (
            "Đồng chí đề nghị: UBND huyện rà soát dự án; Công an huyện lập phương án.",
            [["UBND huyện"], ["Công an huyện"]],
        ),
        (
            "Bí thư Huyện ủy lưu ý Công an huyện xây dựng phương án; các cơ quan báo chí tăng cường thông tin.",
            [["Công an huyện"], ["các cơ quan báo chí"]],
        ),
        (
            "Đồng chí yêu cầu UBND huyện rà soát dự án, khó khăn; vướng mắc về vốn; đơn thư tồn đọng.",
            [["UBND huyện"]],
        ),
        ("Đồng chí yêu cầu UBND huyện rà soát diện tích rừng (1.200 ha; 03 xã).", [["UBND huyện"]]),
    ],
)
def test_a_clause_with_a_unit_of_its_own_is_a_task_of_its_own(body, leads):
    assert who(body) == leads


def test_each_clause_keeps_its_own_day():
    first, second = tasks(
        "Đồng chí yêu cầu UBND các xã hoàn thành di dời trước ngày 15/7; Sở Tài chính cân đối vốn trước ngày 30/7."
    )
    assert (dues(first), dues(second)) == (["2024-07-15"], ["2024-07-30"])


ORDINALS = ("Thứ nhất, ", "Thứ hai, ", "Thứ ba, ")


@pytest.mark.parametrize(
    "marks", [ORDINALS, ("1. ", "2. ", "3. "), ("- ", "- ", "- "), ("Một là, ", "Hai là, ", "Ba là, ")]
)
@pytest.mark.parametrize(
    "opening",
    [
        "Đồng chí Bí thư Huyện ủy yêu cầu UBND các xã thực hiện một số nhiệm vụ sau:",
        "Kết luận hội nghị, đồng chí Bí thư Huyện ủy yêu cầu trong 2 tháng tới, UBND các xã tập trung thực hiện một số nhiệm vụ sau:",
    ],
)
def test_each_point_below_a_demand_is_a_task_of_whom_it_names(opening, marks):
    a, b, c = marks
    body = f"""{opening}
{a}rà soát các chỉ tiêu còn thấp, có giải pháp hoàn thành trước 25/8/2024.
{b}chuẩn bị tốt đại hội chi bộ.
{c}Phòng Nội vụ chọn 02 xã làm điểm về cải cách hành chính.
Hội nghị giao ban tháng 7 dự kiến tổ chức tại xã Nà Sáo vào ngày 12/7/2024."""
    found = tasks(body)
    assert [letters.leads(t) for t in found] == [["UBND các xã"], ["UBND các xã"], ["Phòng Nội vụ"]]
    assert [dues(t) for t in found] == [["2024-08-25"], [], []]
    assert "một số nhiệm vụ sau" not in found[0].text


def test_behind_a_list_the_report_goes_on():
    body = """Đồng chí Bí thư Huyện ủy yêu cầu UBND các xã thực hiện một số nhiệm vụ sau:
Thứ nhất, rà soát các chỉ tiêu còn thấp.
Đồng chí giao Văn phòng Huyện ủy ban hành thông báo kết luận hội nghị trong ngày 14/6."""
    assert who(body) == [["UBND các xã"], ["Văn phòng Huyện ủy"]]


@pytest.mark.parametrize(
    "body",
    [
        "Hội nghị đánh giá trong 6 tháng, huyện có một số kết quả nổi bật sau:\nThứ nhất, kinh tế huyện tăng trưởng khá.\nThứ hai, văn hóa, xã hội có nhiều tiến bộ.",
        "Hội nghị đã nghe 03 báo cáo:\n1. Kết quả thu ngân sách 6 tháng đầu năm.\n2. Kết quả xây dựng nông thôn mới.",
        "Hội nghị đã nghe 03 báo cáo: 1. Kết quả thu ngân sách.",
    ],
)
def test_a_list_of_results_or_reports_asks_nothing(body):
    assert tasks(body) == ()


def test_deeds_behind_a_colon_are_each_a_task():
    found = tasks(
        "Đồng chí Bí thư Huyện ủy yêu cầu UBND các xã tập trung một số việc: rà soát hộ nghèo; hoàn thành thu quỹ trước 30/6; chuẩn bị đại hội chi bộ."
    )
    assert [letters.leads(t) for t in found] == [["UBND các xã"]] * 3
    assert [dues(t) for t in found] == [[], ["2024-06-30"], []]


def test_points_in_one_paragraph_are_each_a_task():
    body = (
        "Đồng chí Bí thư Huyện ủy đề nghị UBND các xã thực hiện tốt các nội dung sau: (1) Rà soát hộ nghèo trước ngày 30/6; "
        "(2) Hoàn thành thu quỹ; (3) Công an huyện giữ vững an ninh trật tự."
    )
    found = tasks(body)
    assert [letters.leads(t) for t in found] == [["UBND các xã"], ["UBND các xã"], ["Công an huyện"]]
    assert dues(found[0]) == ["2024-06-30"]


def test_points_may_stand_below_short_headings():
    body = """Đồng chí yêu cầu UBND các xã thực hiện một số nhiệm vụ sau:
1. Về kinh tế:
- Rà soát các dự án chậm tiến độ.
- Giao Phòng Nội vụ tham mưu đề án.
2. Về xã hội:
- Chăm lo gia đình chính sách dịp 27/7."""
    assert who(body) == [["UBND các xã"], ["Phòng Nội vụ"], ["UBND các xã"]]


@pytest.mark.parametrize(
    "body",
    [
        "Tại hội nghị, đại diện lãnh đạo xã Nà Sáo đề nghị UBND huyện bố trí kinh phí sửa đường.",
        "Bí thư Đảng ủy xã Nà Pục đề nghị Phòng Nội vụ xem xét bổ sung biên chế cho xã.",
        "Cử tri đề nghị UBND huyện khắc phục tình trạng ngập úng ở trung tâm.",
    ],
)
def test_a_request_upward_is_no_order(body):
    assert tasks(body) == ()


def test_a_town_asks_its_communes():
    assert who("Chủ tịch UBND thị xã đề nghị UBND các xã khẩn trương rà soát hộ nghèo.") == [["UBND các xã"]]
