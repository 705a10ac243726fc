"""Days as State papers say them: parts of a day, holidays, several days of each year, `hằng …` before a verb."""

from datetime import date

import pytest

import letters

APRIL = date(2026, 4, 20)


def found(words, issued=APRIL):
    return [(d.due and d.due.isoformat(), d.rrule) for d in letters.deadlines(letters.read_item(words, issued))]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Phòng Văn hóa - Xã hội tổ chức Lễ khai mạc Tuần du lịch biển vào tối 29/4/2026.", "2026-04-29"),
        ("Sở Du lịch tổ chức Lễ phát động vào sáng ngày 29/4/2026.", "2026-04-29"),
        ("Trung tâm Văn hóa tổ chức biểu diễn nghệ thuật lúc 20 giờ ngày 29/4/2026.", "2026-04-29"),
        ("Văn phòng UBND tỉnh tổ chức hội nghị vào lúc 07 giờ 30 phút ngày 05/5/2026.", "2026-05-05"),
        ("UBND xã Ia Mơ tổ chức diễn tập từ 07 giờ 30 ngày 12/5/2026.", "2026-05-12"),
        ("Phòng Kinh tế tổ chức họp dân trong tối 29/4.", "2026-04-29"),
        ("Công ty Điện lực hoàn thành lắp đặt đèn trước dịp lễ 30/4 - 01/5.", "2026-04-29"),
        ("Sở Xây dựng sơn lại vạch kẻ đường trước kỳ nghỉ lễ 30/4 và 01/5.", "2026-04-29"),
        ("UBND các xã chỉnh trang nghĩa trang liệt sĩ trước lễ Quốc khánh 02/9/2026.", "2026-09-01"),
        ("Sở Xây dựng thông xe cầu tạm trước Quốc khánh 2/9.", "2026-09-01"),
        ("UBND phường hoàn thành cắt tỉa cây xanh trước ngày Quốc khánh.", "2026-09-01"),
        ("Sở Nội vụ tặng quà người có công trước Tết Dương lịch năm 2027.", "2026-12-31"),
    ],
)
def test_hours_and_holidays_are_days(words, due):
    assert (due, None) in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "UBND các xã khắc phục hậu quả trận lốc xảy ra vào chiều tối 12/4/2026.",
        "Các đơn vị triển khai kết luận tại cuộc họp sáng ngày 15/4/2026.",
        "Sở Y tế phân công trực cấp cứu trước, trong và sau dịp lễ 30/4 - 01/5.",
        "Công an tỉnh bảo đảm an ninh, trật tự dịp Quốc khánh 2/9.",
        "Sở Xây dựng kiểm tra tuyến đê bị sạt lở vào đêm 20/3/2026.",
    ],
)
def test_what_happened_or_only_names_a_feast_is_no_day(words):
    assert not found(words)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (
            "Sở Nội vụ báo cáo 6 tháng đầu năm trước ngày 15/02 và 6 tháng cuối năm trước ngày 15/8 hằng năm.",
            {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15"},
        ),
        ("Sở Nội vụ báo cáo UBND tỉnh trước 15/6 và 15/12 hằng năm.", {"FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"}),
        (
            "Sở Nội vụ báo cáo UBND tỉnh trước ngày 15/6 và ngày 20/12 hằng năm.",
            {"FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20"},
        ),
        (
            "UBND các xã gửi báo cáo quý I trước ngày 20/3, quý II trước ngày 20/6, quý III trước ngày 20/9 và năm trước ngày 20/12 hằng năm.",
            {f"FREQ=YEARLY;BYMONTH={m};BYMONTHDAY=20" for m in (3, 6, 9, 12)},
        ),
        (
            "Sở Tư pháp báo cáo định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12).",
            {"FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"},
        ),
    ],
)
def test_every_year_governs_all_days_beside_it(words, rules):
    every = found(words)
    assert not [due for due, _ in every if due]
    assert {rule for _, rule in every} == rules


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (
            "UBND các xã báo cáo kết quả năm 2026 trước ngày 15/11; báo cáo thường kỳ trước ngày 15/8 hằng năm.",
            ("2026-11-15", None),
        ),
        ("Sở Y tế báo cáo trước ngày 15/6/2026 và trước ngày 15/8 hằng năm.", ("2026-06-15", None)),
        ("Sở Y tế hoàn thành đề án trước ngày 15/6, công bố kết quả trước ngày 15/8 hằng năm.", ("2026-06-15", None)),
    ],
)
def test_a_day_of_its_own_stays_hard(words, day):
    assert day in found(words)


@pytest.mark.parametrize(
    ("words", "rrule"),
    [
        ("Hằng tuần (vào chiều thứ Sáu) cập nhật tình hình, báo cáo UBND xã.", "FREQ=WEEKLY;BYDAY=FR"),
        ("Trạm Y tế báo cáo số ca bệnh hằng tuần (thứ Năm).", "FREQ=WEEKLY;BYDAY=TH"),
        ("Văn phòng UBND huyện đôn đốc các đơn vị; hằng tháng công khai kết quả xử lý hồ sơ.", "FREQ=MONTHLY"),
        ("Sở Tài chính theo dõi giải ngân, hằng quý rà soát tiến độ từng dự án.", "FREQ=MONTHLY;INTERVAL=3"),
        ("Đoàn Thanh niên xã mỗi tháng tổ chức ít nhất 01 buổi ra quân dọn rác.", "FREQ=MONTHLY"),
        ("Phòng Nội vụ thực hiện chấm điểm hằng tháng đối với công chức.", "FREQ=MONTHLY"),
    ],
)
def test_what_comes_back_before_its_verb(words, rrule):
    assert (None, rrule) in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "Sở Tài chính bố trí kinh phí hằng năm theo quy định.",
        "UBND các xã nâng thu nhập bình quân hằng tháng của người dân.",
        "Sở Tài chính cân đối kinh phí hằng năm tổ chức lễ hội.",
    ],
)
def test_a_thing_of_each_year_does_not_come_back(words):
    assert not found(words)
