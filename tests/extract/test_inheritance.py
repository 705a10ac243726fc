"""What headings, lead-ins, addressees and closing notes hand down."""

import pytest

import letters


def read(*rows, addressee=letters.ADDRESSEE):
    return letters.read_body("\n".join(rows), addressee=addressee).tasks


def leads(tasks):
    return [letters.leads(t) for t in tasks]


def dues(tasks):
    return [[str(d.due) for d in t.deadlines] for t in tasks]


@pytest.mark.parametrize(
    "heading",
    [
        "1. Phòng Nội vụ",
        "1. Phòng Nội vụ:",
        "1. Giao Phòng Nội vụ:",
        "1. Đối với Phòng Nội vụ:",
        "1. Trách nhiệm của Phòng Nội vụ",
    ],
)
def test_a_heading_of_units_leads_its_items(heading):
    tasks = read(heading, "- Rà soát hồ sơ.", "- Phối hợp với Công an huyện kiểm tra.")
    assert leads(tasks) == [["Phòng Nội vụ"], ["Phòng Nội vụ"]]
    assert letters.supports(tasks[1]) == ["Công an huyện"]
    assert [a.inherited for t in tasks for a in t.assignees] == [True, True, False]


def test_a_heading_on_the_same_line_leads_its_words():
    (task,) = read("1. Phòng Nội vụ: Theo dõi, đôn đốc việc thực hiện.")
    assert letters.leads(task) == ["Phòng Nội vụ"]


def test_paragraphs_without_marks_below_a_heading_are_its_own():
    tasks = read(
        "1. Phòng Nội vụ", "Rà soát hồ sơ cán bộ.", "Lập danh sách gửi huyện.", "2. Công an huyện", "Tuần tra ban đêm."
    )
    assert leads(tasks) == [["Phòng Nội vụ"], ["Phòng Nội vụ"], ["Công an huyện"]]


def test_below_a_heading_who_is_asked_is_asked_by_the_heading():
    tasks = read("1. Phòng Nội vụ:", "- Rà soát hồ sơ.", "- Yêu cầu các xã gửi danh sách.")
    assert leads(tasks) == [["Phòng Nội vụ"], ["Phòng Nội vụ"]]


def test_a_lead_in_leads_items_without_a_subject_of_their_own():
    tasks = read(
        "Ủy ban nhân dân huyện yêu cầu Phòng Nội vụ, Công an huyện thực hiện các nội dung sau:",
        "1. Rà soát hồ sơ.",
        "2. Phòng Y tế kiểm tra bếp ăn.",
    )
    assert leads(tasks) == [["Phòng Nội vụ", "Công an huyện"], ["Phòng Y tế"]]


def test_the_nearest_word_wins():
    tasks = read("1. Phòng Nội vụ:", "- Rà soát hồ sơ.", "2. Kiểm tra bếp ăn của các trường.")
    assert leads(tasks) == [["Phòng Nội vụ"], ["UBND các xã, thị trấn"]]


def test_each_addressee_leads_where_nobody_is_named():
    (task,) = read("1. Rà soát hồ sơ cán bộ xã.", addressee="Phòng Nội vụ, Công an huyện")
    assert letters.leads(task) == ["Phòng Nội vụ", "Công an huyện"]


def test_a_parents_day_goes_to_items_without_one():
    tasks = read(
        "1. Phòng Nội vụ hoàn thành các việc sau trước ngày 20/6/2024:",
        "- Lập danh sách cán bộ.",
        "- Kiểm tra hồ sơ cán bộ, xong trước ngày 18/6/2024.",
    )
    assert dues(tasks) == [["2024-06-20"], ["2024-06-18"]]
    assert [d.inherited for t in tasks for d in t.deadlines] == [True, False]


def test_a_closing_note_in_brackets_goes_to_all_items_of_its_list():
    tasks = read(
        "1. Giao Phòng Nội vụ thực hiện các việc sau: (1) lập danh sách cán bộ; (2) kiểm tra hồ sơ cán bộ "
        "(các nội dung trên hoàn thành trước ngày 20/6/2024)."
    )
    assert leads(tasks) == [["Phòng Nội vụ"], ["Phòng Nội vụ"]]
    assert dues(tasks) == [["2024-06-20"], ["2024-06-20"]]
    assert all(d.inherited for t in tasks for d in t.deadlines)


def test_a_closing_sentence_that_sets_a_day_is_not_lost():
    tasks = read("1. Rà soát hồ sơ.", "2. Kiểm tra hồ sơ.", "Báo cáo kết quả về Phòng Nội vụ trước ngày 20/6/2024.")
    assert "2024-06-20" in {d for t in dues(tasks) for d in t}


def test_a_day_of_one_part_does_not_reach_the_next():
    tasks = read(
        "1. Phòng Nội vụ hoàn thành trước ngày 20/6/2024 các việc sau:",
        "- Lập danh sách cán bộ.",
        "2. Công an huyện thực hiện các việc sau:",
        "- Tuần tra ban đêm.",
    )
    assert dues(tasks) == [["2024-06-20"], []]


def test_an_activity_of_a_plan_is_one_task_with_its_lines():
    (task,) = read(
        "1. Tổ chức hội thi bơi thuyền",
        "- Thời gian: ngày 20/7/2024.",
        "- Địa điểm: hồ Bản Lìm.",
        "- Đơn vị chủ trì: Phòng Văn hóa và Thông tin.",
        "- Đơn vị phối hợp: Công an huyện.",
        "- Sản phẩm: Kế hoạch tổ chức.",
    )
    assert (letters.leads(task), letters.supports(task)) == (["Phòng Văn hóa và Thông tin"], ["Công an huyện"])
    assert dues([task]) == [["2024-07-20"]]
    assert task.product.rstrip(".") == "Kế hoạch tổ chức"


def test_a_parent_that_asks_something_itself_is_a_task_beside_its_children():
    tasks = read(
        "1. Phòng Nội vụ ban hành văn bản trả lời kiến nghị của cử tri trước ngày 20/6/2024. Trong đó tập trung các việc sau:",
        "- Sửa chữa cầu treo Bản Lìm.",
        "- Cấp nước sinh hoạt cho thôn Nà Sen.",
    )
    assert [t.locator for t in tasks] == ["1", "1/-1", "1/-2"]
    assert dues(tasks)[0] == ["2024-06-20"]
    assert tasks[0].span.end <= tasks[1].span.start
