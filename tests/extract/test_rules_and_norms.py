"""What only states, applies, rewards or punishes; resolutions of the State; terms in rules; who has to give an opinion."""

from datetime import date

import pytest

import letters


@pytest.mark.parametrize(
    "words",
    [
        "Cán bộ vi phạm Quy chế này sẽ bị xem xét kỷ luật.",
        "Mức hỗ trợ được quy định tại Nghị quyết số 5/2025/NQ-HĐND.",
        "Các chính sách hỗ trợ được áp dụng theo Nghị quyết số 12/2024/NQ-HĐND.",
        "Lộ trình thực hiện được quy định chi tiết tại Đề án.",
        "Quy định này là một tiêu chuẩn để đánh giá, xếp loại cán bộ.",
        "Tập thể thực hiện tốt sẽ được xem xét biểu dương, khen thưởng.",
        "Công chức vi phạm quy định sẽ bị nhắc nhở, phê bình.",
        "Các biện pháp khác phù hợp với điều kiện của địa phương.",
        "Nhược điểm: các doanh nghiệp chủ yếu là đơn vị nhỏ lẻ, thiếu vốn đầu tư.",
        "Ưu điểm: thực hiện kịp thời, đúng quy định.",
        "Phòng Nội vụ trình bày các nội dung chính tại Báo cáo số 24/BC-PNV.",
        "Trường hợp các văn bản dẫn chiếu tại Quy chế này được sửa đổi, thay thế thì áp dụng theo văn bản mới.",
        "Trường hợp người lao động thuộc nhiều diện thì chỉ được hưởng một mức cao nhất.",
        "Khi Trung ương thay đổi mức chuẩn thì áp dụng theo mức của Trung ương.",
        "Học sinh lớp 1: 100.000 đồng/tháng.",
        "Hệ số trợ cấp xã hội hằng tháng: 1.5.",
        "Thẩm quyền thu hồi đất thuộc về UBND cấp xã nơi có đất.",
        "Theo quy định của Luật Đất đai, doanh nghiệp thuê đất trả tiền hằng năm thì không được tái định cư.",
    ],
)
def test_what_states_a_rule_is_no_task(words):
    assert letters.read_item(words).tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Phòng Nội vụ xử lý nghiêm cán bộ vi phạm trước ngày 30/6.",
        "Nhược điểm chậm được khắc phục; giao Phòng Y tế chấn chỉnh ngay.",
        "Xem xét, khen thưởng kịp thời các tập thể có thành tích.",
        "Trường hợp hồ sơ thiếu thì UBND xã Nà Phai có trách nhiệm trả lại trong ngày.",
        "Kiểm tra, xử phạt các cơ sở bị tố cáo bán hàng giả.",
        "Rà soát mức hỗ trợ theo quy định, báo cáo UBND huyện.",
        "Khi có dịch bệnh, Phòng Y tế triển khai phương án chống dịch.",
    ],
)
def test_a_duty_that_shares_words_with_a_rule_is_a_task(words):
    assert len(letters.read_item(words).tasks) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "1. Trẻ em thuộc một trong các trường hợp sau:",
        "1. Người lao động đáp ứng đủ các điều kiện sau đây:",
        "1. Đối tượng được hỗ trợ:",
        "1. Danh hiệu “Lao động giỏi” để tặng cho cá nhân đạt các tiêu chuẩn sau:",
    ],
)
def test_who_is_meant_by_a_rule_is_described_not_told(opening):
    tasks = letters.read_body(
        f"{opening}\na) Có cha hoặc mẹ là người khuyết tật.\nb) Tham gia phong trào của địa phương."
    ).tasks
    assert tasks == ()


def resolution(*rows, number="63/2025/NQ-HĐND", subject="Quy định mức trợ giúp xã hội trên địa bàn tỉnh"):
    return letters.read(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH NAM HẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Số: {number}\nNam Hải, ngày 12 tháng 6 năm 2025\nNGHỊ QUYẾT\n{subject}\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;\n\nQUYẾT NGHỊ:\n\n"
        + "\n".join(rows)
        + "\n"
        + letters.CLOSING
    )


def test_a_resolution_of_the_state_bids_only_where_it_says_who():
    record = resolution(
        "Điều 1. Đối tượng hưởng trợ cấp",
        "1. Trẻ em thuộc một trong các trường hợp sau:",
        "a) Mồ côi cha hoặc mẹ và người còn lại là người khuyết tật.",
        "b) Có cha hoặc mẹ là người khuyết tật.",
        "2. Học sinh lớp 1: 100.000 đồng/tháng.",
        "Điều 2. Mức hỗ trợ",
        "1. Hệ số trợ cấp xã hội hằng tháng: 1.5.",
        "2. Cho phép các phương tiện ưu tiên được lưu thông trong vùng.",
        "Điều 3. Tổ chức thực hiện",
        "1. Giao Ủy ban nhân dân tỉnh tổ chức triển khai Nghị quyết.",
        "2. Phân công Phó Chủ tịch Hội đồng nhân dân tỉnh chỉ đạo giám sát chuyên đề.",
    )
    assert [t.locator for t in record.tasks] == ["Điều 3/1", "Điều 3/2"]


def test_duties_of_a_resolution_of_the_state_stay_duties():
    record = resolution(
        "Điều 1. Nhất trí thông qua kế hoạch phát triển kinh tế - xã hội năm 2026.",
        "Điều 2. Các nhiệm vụ, giải pháp chủ yếu",
        "1. Hoàn thành giải ngân vốn đầu tư công trước ngày 31/12/2026.",
        "2. Đẩy mạnh quảng bá du lịch của tỉnh.",
        subject="Về kế hoạch phát triển kinh tế - xã hội năm 2026",
        number="12/NQ-HĐND",
    )
    assert [t.locator for t in record.tasks] == ["Điều 2/1", "Điều 2/2"]


def test_a_resolution_of_the_party_is_read_as_before():
    record = letters.read(
        "ĐẢNG BỘ TỈNH NAM HẢI\nHUYỆN ỦY ĐỒI SIM\n*\nSố 12-NQ/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Đồi Sim, ngày 12 tháng 6 năm 2024\nNGHỊ QUYẾT\nvề phát triển du lịch\n\n"
        "II. NHIỆM VỤ\n1. Tăng cường quảng bá du lịch lòng hồ.\n2. Xây dựng bến thuyền.\n"
        "Nơi nhận:\n- Như trên.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nTòng Văn Hiệu"
    )
    assert [t.locator for t in record.tasks] == ["II/1", "II/2"]


def regulation(*rows):
    """Return a decision with a regulation behind it."""
    return letters.read(
        "ỦY BAN NHÂN DÂN\nTỈNH NAM HẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 45/2025/QĐ-UBND\nNam Hải, ngày 12 tháng 6 năm 2025\nQUYẾT ĐỊNH\nBan hành Quy định về khen thưởng\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy định về khen thưởng.\n" + letters.CLOSING + "\n\n"
        "ỦY BAN NHÂN DÂN TỈNH NAM HẢI\nQUY ĐỊNH\nVề khen thưởng\n"
        "(Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND ngày 12/6/2025 của Ủy ban nhân dân tỉnh)\n\n"
        + "\n".join(rows)
    )


@pytest.mark.parametrize(
    "words",
    [
        "1. Các cơ quan, đơn vị, địa phương gửi hồ sơ đến Sở Nội vụ trước ngày 10/12 hằng năm.",
        "1. Đối với ngành Y tế: Căn cứ kết quả khám, gửi danh sách đến Sở Nội vụ trước ngày 15/8 hằng năm.",
        "1. Ban Quản lý chợ báo cáo số thu về UBND xã trước ngày 05 hằng tháng.",
        "1. UBND các xã nộp hồ sơ về Sở Nội vụ trước 10 ngày so với ngày tổ chức.",
    ],
)
@pytest.mark.parametrize("heading", ["Điều 6. Thời gian đề nghị khen thưởng", "Điều 6. Hồ sơ đề nghị khen thưởng"])
def test_who_sends_what_by_when_is_a_task_in_a_rule_too(heading, words):
    assert len(regulation(heading, words, "2. Hồ sơ lập thành 02 bộ.").tasks) == 1


@pytest.mark.parametrize(
    "words",
    [
        "1. Cá nhân có 02 năm liên tục đạt danh hiệu trước ngày 01/01/2025 được xét tặng bằng khen.",
        "1. Hồ sơ gửi trước ngày Quy định này có hiệu lực thì giải quyết theo quy định cũ.",
        "1. Các cơ quan, đơn vị được xét khen thưởng hằng năm.",
        "1. Hồ sơ gồm tờ trình, biên bản và danh sách.",
    ],
)
def test_criteria_and_transitions_of_a_rule_are_none(words):
    assert regulation("Điều 6. Thời gian đề nghị khen thưởng", words).tasks == ()


@pytest.mark.parametrize(
    ("words", "leads", "due"),
    [
        (
            "Phòng Tư pháp có ý kiến bằng văn bản gửi Phòng Kinh tế trước ngày 01/7/2024.",
            ["Phòng Tư pháp"],
            "2024-07-01",
        ),
        ("UBND xã Nà Phai có ý kiến về phương án trước ngày 06/7/2024.", ["UBND xã Nà Phai"], "2024-07-06"),
        (
            "Phòng Nội vụ có ý kiến thẩm định về dự toán, gửi Phòng Y tế trước ngày 10/7.",
            ["Phòng Nội vụ"],
            "2024-07-10",
        ),
        ("Các phòng, ban cho ý kiến bằng văn bản trước 17 giờ ngày 05/7.", ["các phòng, ban"], "2024-07-05"),
        ("Phòng Kinh tế có ý kiến hướng dẫn chuyên môn trước ngày 02/7/2024.", ["Phòng Kinh tế"], "2024-07-02"),
        ("Công an huyện tham gia ý kiến vào dự thảo trước ngày 03/7/2024.", ["Công an huyện"], "2024-07-03"),
    ],
)
def test_who_has_to_give_an_opinion_leads(words, leads, due):
    (task,) = letters.read_item(words).tasks
    assert (letters.leads(task), [str(d.due) for d in task.deadlines]) == (leads, [due])


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Định kỳ hằng năm Phòng Nội vụ rà soát danh sách.", "Phòng Nội vụ"),
        ("Tháng 11 hằng năm, Thanh tra huyện lập danh sách.", "Thanh tra huyện"),
        ("Trong quý I hằng năm, Phòng Tư pháp lập danh sách nâng lương.", "Phòng Tư pháp"),
        ("Hằng quý Phòng Y tế tổng hợp số liệu.", "Phòng Y tế"),
        ("Phòng Nội vụ có giải pháp thu hút cán bộ trẻ.", "Phòng Nội vụ"),
        ("Công an xã có phương án bảo vệ trụ sở trong dịp lễ.", "Công an xã"),
        ("Phòng Y tế có kế hoạch phòng dịch mùa mưa.", "Phòng Y tế"),
    ],
)
def test_who_opens_an_item_leads_behind_a_time_and_with_a_noun_for_a_verb(words, lead):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == [lead]


@pytest.mark.parametrize(
    "words",
    [
        "Ủy ban nhân dân huyện có ý kiến như sau: giao Phòng Y tế rà soát hồ sơ.",
        "Chủ tịch UBND huyện có ý kiến chỉ đạo: giao Phòng Y tế rà soát hồ sơ.",
        "Thường trực Huyện ủy cho ý kiến: giao Phòng Y tế rà soát hồ sơ.",
    ],
)
def test_who_states_an_opinion_only_speaks(words):
    (task,) = letters.read_item(words).tasks
    assert letters.leads(task) == ["Phòng Y tế"]


@pytest.mark.parametrize(
    "words",
    [
        "Phòng Tư pháp góp ý dự thảo trước ngày 22/6/2024.",
        "UBND các xã tháo dỡ biển quảng cáo sai quy định xong trước ngày 10/7/2024.",
        "Phòng Y tế niêm phong kho thuốc hết hạn trước ngày 20/6/2024.",
        "Phòng Nội vụ đính chính danh sách cử tri trước ngày 18/6/2024.",
        # verbs that nobody has listed
        "Công an huyện sục sạo các bãi vàng trước ngày 30/6/2024.",
        "Phòng Y tế ngâm tẩm màn chống muỗi xong trước ngày 15/7/2024.",
        "Trạm Khuyến nông huyện ghép cành giống bưởi mới trước ngày 30/8/2024.",
    ],
)
def test_a_unit_with_a_day_in_prose_is_a_task_whatever_its_verb(words):
    record = letters.read_body(f"Ủy ban nhân dân huyện nhận được báo cáo của các xã.\n{words}")
    assert len(record.tasks) == 1
    assert letters.leads(record.tasks[0])


@pytest.mark.parametrize(
    "words",
    [
        "Phòng Y tế nhận được báo cáo của UBND xã Nà Phai trước ngày 20/6/2024.",
        "Phòng Kinh tế đã đăng tải bảng giá trước ngày 04/6/2024.",
        "Phòng Nội vụ của huyện được thành lập trước ngày 01/7/2024.",
    ],
)
def test_what_was_done_by_a_day_is_none(words):
    assert letters.read_body(f"Ủy ban nhân dân huyện nhận được văn bản của các xã.\n{words}").tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Cuộc họp được tổ chức để thực hiện Thông báo số 12/TB-UBND giao Phòng Y tế chủ trì.",
        "Hội nghị nhằm triển khai Kế hoạch số 5/KH-UBND giao Công an huyện chủ trì.",
        "Hội nghị được tổ chức để triển khai Văn bản số 41/UBND-KT ngày 21/5/2024 của UBND tỉnh giao Phòng Kinh tế chủ trì.",
    ],
)
def test_what_a_meeting_was_held_for_is_no_task(words):
    assert letters.read_item(words).tasks == ()
    assert letters.read_body(words).tasks == ()


@pytest.mark.parametrize(
    "words",
    [
        "Để triển khai Kế hoạch số 5/KH-UBND, giao Công an huyện chủ trì tuần tra.",
        "Thực hiện Văn bản số 8/UBND-KT, Phòng Y tế rà soát bếp ăn của các trường.",
    ],
)
def test_what_carries_out_a_paper_is_a_task(words):
    assert len(letters.read_body(words).tasks) == 1


@pytest.mark.parametrize(
    "heading",
    ["Điều 5. Nhiệm vụ của Ban quản lý chợ", "2. Trách nhiệm của chủ đầu tư", "Điều 3. Trách nhiệm của Hội quán"],
)
def test_duties_of_a_body_name_it_at_the_head_of_a_heading(heading):
    tasks = letters.read_body(f"{heading}\na) Kiểm tra đường điện.\nb) Lập sổ theo dõi thu chi.", addressee=None).tasks
    assert all(letters.leads(t) for t in tasks)
    assert len(tasks) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "1. Đánh giá mức độ hoàn thành nhiệm vụ của viên chức",
        "1. Kinh phí thực hiện nhiệm vụ của Hội quán",
        "1. Công nhận mức độ hoàn thành nhiệm vụ của cá nhân",
    ],
)
def test_duties_of_somebody_inside_a_heading_name_nobody(heading):
    tasks = letters.read_body(
        f"{heading}\na) Sử dụng kết quả xếp loại.\nb) Lập sổ theo dõi thu chi.", addressee=None
    ).tasks
    assert [letters.leads(t) for t in tasks if letters.leads(t)] == []


def test_short_orders_are_not_mere_names():
    tasks = letters.read_body(
        "1. Phòng Tư pháp thẩm định.\n2. UBND xã Nà Phai, UBND xã Bản Lìm.\n3. Phòng Y tế kiểm tra."
    ).tasks
    assert [t.locator for t in tasks] == ["1", "3"]


def test_the_head_of_an_unknown_date_is_not_needed():
    record = letters.read_body("1. Hằng năm, Phòng Nội vụ báo cáo trước ngày 15/7.", None)
    assert [d.rrule for d in letters.deadlines(record)] == ["FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=15"]
    assert record.document.header.issued_on.value != date(2024, 6, 12)
