"""Sentences that open a list, reports of other papers' orders, quotations, and what stands between two items."""

import pytest

import letters

ADDRESSED = "UBND các xã, thị trấn"
LIST = "\n1. Phòng Nội vụ rà soát biên chế.\n2. Phòng Y tế báo cáo kết quả trước ngày 20/6/2024."


def texts(record):
    return [t.text for t in record.tasks]


@pytest.mark.parametrize(
    "opening",
    [
        "Thời gian tới, Thường trực Huyện ủy yêu cầu các cơ quan, đơn vị:",
        "Căn cứ tình hình thực tế, đề nghị các đơn vị:",
        "Kết quả kiểm tra cho thấy còn tồn tại, đề nghị các đơn vị:",
        "Tình hình thiên tai diễn biến phức tạp; UBND huyện yêu cầu:",
        "Điều kiện thời tiết bất lợi, yêu cầu các đơn vị:",
    ],
)
def test_an_order_opens_a_list_whatever_it_begins_with(opening):
    assert len(letters.read_body(opening + LIST).tasks) == 2


@pytest.mark.parametrize("opening", ["Kết quả đạt được:", "Tình hình thực hiện các yêu cầu, nhiệm vụ được giao:"])
def test_a_heading_of_results_opens_none(opening):
    assert letters.read_body(opening + LIST).tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Văn bản số 75/UBND-KT ngày 20/5/2024 của UBND tỉnh, trong đó giao Phòng Nội vụ tham mưu kế hoạch.",
        "Tại khoản 2 Điều 9 Luật Đất đai quy định: “Ủy ban nhân dân xã rà soát, báo cáo”.",
        "Những vấn đề chưa nêu tại Kế hoạch này thực hiện theo quy định hiện hành.",
        "Phòng Nội vụ trả lời để Ủy ban nhân dân các xã biết và thực hiện.",
    ],
)
def test_reports_quotations_and_residual_clauses_are_no_tasks(words):
    assert (
        letters.read_body(f"Ủy ban nhân dân huyện yêu cầu:\n1. {words}\n2. Rà soát hồ sơ.").tasks[0].text
        == "Rà soát hồ sơ."
    )


def test_to_watch_over_a_paper_is_a_task_and_to_carry_it_out_a_formula():
    (task,) = letters.read_body(
        "1. Đề nghị MTTQ huyện giám sát việc tổ chức thực hiện Kế hoạch.\n2. Yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này."
    ).tasks
    assert letters.leads(task) == ["MTTQ huyện"]


def test_an_order_in_prose_without_a_unit_is_for_the_addressees():
    (task,) = letters.read_body(
        "Ủy ban nhân dân huyện yêu cầu khẩn trương rà soát hộ nghèo trước ngày 20/6/2024."
    ).tasks
    assert letters.leads(task) == [ADDRESSED]
    assert letters.read_body("Nội dung này đáp ứng yêu cầu quản lý của địa phương.").tasks == ()


def test_an_unmarked_paragraph_between_two_items_belongs_to_the_first():
    first, second = letters.read_body(
        "1. Phòng Nội vụ rà soát biên chế của các cơ quan.\nKết quả gửi về Văn phòng trước ngày 20/6/2024.\n2. Công an huyện kiểm tra các chốt."
    ).tasks
    assert [str(d.due) for d in first.deadlines] == ["2024-06-20"]
    assert second.text == "Công an huyện kiểm tra các chốt."


def test_an_order_between_two_items_stands_for_itself():
    tasks = letters.read_body(
        "1. Phòng Nội vụ rà soát biên chế của các cơ quan.\nGiao Phòng Tư pháp thẩm định văn bản của các xã.\n2. Công an huyện kiểm tra các chốt."
    ).tasks
    assert [letters.leads(t) for t in tasks] == [["Phòng Nội vụ"], ["Phòng Tư pháp"], ["Công an huyện"]]


def test_a_quotation_over_paragraphs_makes_no_items():
    record = letters.read_body(
        "Về vướng mắc của các xã, quy định hiện hành như sau:\n"
        "- Khoản 3 Điều 12 Luật Nhà ở quy định: “3. Chủ đầu tư có trách nhiệm:\na) Lập hồ sơ công trình;\nb) Bàn giao công trình”.\n"
        "- Đề nghị UBND các xã rà soát, báo cáo trước ngày 20/6/2024."
    )
    assert [letters.leads(t) for t in record.tasks] == [["UBND các xã"]]


def test_the_card_of_a_meeting_is_no_task_but_its_preparation_is():
    tasks = letters.read_body(
        "Ủy ban nhân dân huyện tổ chức cuộc họp như sau:\n1. Thời gian: 8h00 ngày 20/6/2024.\n2. Địa điểm: Phòng họp số 1.\n"
        "3. Chủ trì: Phó Chủ tịch UBND huyện.\n4. Công tác chuẩn bị:\n- Giao Phòng Nội vụ chuẩn bị tài liệu trước ngày 18/6/2024."
    ).tasks
    assert [letters.leads(t) for t in tasks] == [["Phòng Nội vụ"]]


def test_what_enacts_a_decision_is_no_task():
    record = letters.read(
        "ỦY BAN NHÂN DÂN\nTỈNH NAM HẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 45/2025/QĐ-UBND\nNam Hải, ngày 12 tháng 6 năm 2025\nQUYẾT ĐỊNH\nBan hành Quy chế quản lý chợ\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;\n\n"
        "Ủy ban nhân dân tỉnh ban hành Quyết định ban hành Quy chế quản lý chợ.\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý chợ.\n"
        "Điều 2. Giao Sở Công Thương chủ trì tổ chức thực hiện Quy chế.\n" + letters.CLOSING
    )
    assert [letters.leads(t) for t in record.tasks] == [["Sở Công Thương"]]


@pytest.mark.parametrize(
    "opening",
    [
        "Đảng ủy xã Bản Vèn ban hành Kế hoạch sửa chữa nhà văn hóa thôn như sau:",
        "Ban Chấp hành Đảng bộ phường xây dựng và ban hành Chương trình hành động với các nội dung sau:",
    ],
)
def test_who_issues_the_paper_leads_nothing_by_that(opening):
    text = letters.letter(
        f"{opening}\n1. Đề nghị UBMTTQVN xã vận động Nhân dân góp công.\n2. Phòng Y tế cấp thuốc.", addressee=None
    )
    assert [letters.leads(t) for t in letters.read(text).tasks] == [["MTTQ xã"], ["Phòng Y tế"]]


@pytest.mark.parametrize(
    "item",
    [
        "UBND các xã ban hành kế hoạch trước ngày 20/6/2024.",
        "UBND các xã ban hành quy chế phối hợp, gửi Phòng Nội vụ theo mẫu sau đây.",
    ],
)
def test_who_is_to_issue_a_paper_leads(item):
    (task,) = letters.read_body(f"1. {item}").tasks
    assert letters.leads(task) == ["UBND các xã"]
