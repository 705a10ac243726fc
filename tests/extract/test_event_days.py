"""Days of events and sessions, and what comes back every so often without a day."""

from datetime import date

import pytest

import letters


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Phòng Nội vụ trình HĐND huyện tại kỳ họp ngày 25/6/2024", date(2024, 6, 25)),
        ("Phòng Nội vụ báo cáo tại cuộc họp ngày 20/6", date(2024, 6, 20)),
        ("Phòng Văn hóa tổ chức hội thi trong 02 ngày, 15 - 16/7/2024", date(2024, 7, 16)),
        ("Phòng Văn hóa tổ chức hội thi trong 2 ngày (30/6 và 01/7/2024)", date(2024, 7, 1)),
        ("Tổ chức lễ bế mạc vào tối 16/7/2024", date(2024, 7, 16)),
        ("Tổ chức hội nghị vào sáng ngày 16/7/2024", date(2024, 7, 16)),
        ("Tổ chức hội nghị chiều 16/7", date(2024, 7, 16)),
        ("Tổ chức ra quân vào sáng thứ Bảy, ngày 15/6/2024", date(2024, 6, 15)),
    ],
)
def test_the_day_of_an_event(words, due):
    assert [(d.due, d.kind.value) for d in letters.deadlines(letters.read_item(words))] == [(due, "on")]


@pytest.mark.parametrize(
    "words",
    [
        "Rà soát hồ sơ theo kết luận tại cuộc họp ngày 05/5/2024",
        "Rà soát nội dung đã báo cáo tại phiên họp ngày 29/5/2024",
        "Khắc phục hậu quả vụ cháy chợ tối 05/6/2024",
        "Trả lời đơn trong 02 ngày",
    ],
)
def test_the_day_of_a_meeting_held_or_of_what_happened_is_no_deadline(words):
    assert letters.deadlines(letters.read_item(words)) == []


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Định kỳ 3 tháng, 6 tháng, 9 tháng và cuối năm báo cáo Huyện ủy", "FREQ=MONTHLY;INTERVAL=3"),
        ("Định kỳ 3 tháng một lần báo cáo Huyện ủy", "FREQ=MONTHLY;INTERVAL=3"),
        ("Định kỳ 6 tháng, hằng năm báo cáo Huyện ủy", "FREQ=MONTHLY;INTERVAL=6"),
        ("Tổ chức hội thi định kỳ 2 năm một lần", "FREQ=YEARLY;INTERVAL=2"),
        ("Kiểm tra các chợ mỗi quý một lần", "FREQ=MONTHLY;INTERVAL=3"),
        ("Kiểm tra cơ sở mỗi tháng 01 lần", "FREQ=MONTHLY"),
        ("Kiểm tra cơ sở ít nhất 02 lần/năm", "FREQ=MONTHLY;INTERVAL=6"),
        ("Kiểm tra cơ sở ít nhất mỗi tháng hai lần", "FREQ=MONTHLY"),
        ("Tham mưu sơ kết hằng năm", "FREQ=YEARLY"),
        ("Mỗi tuần tiếp nhận hồ sơ tại thôn", "FREQ=WEEKLY"),
        ("Cập nhật tin, bài hằng ngày", "FREQ=DAILY"),
    ],
)
def test_what_comes_back_every_so_often(words, rule):
    assert [d.rrule for d in letters.deadlines(letters.read_item(words))] == [rule]


@pytest.mark.parametrize(
    "words",
    [
        "Đưa chỉ tiêu vào kế hoạch công tác hằng năm",
        "Nắm bắt thay đổi hằng ngày của đời sống",
        "Rà soát theo báo cáo tổng kết hằng năm của chi bộ",
        "Giảm một nửa số cuộc họp mỗi quý",
    ],
)
def test_what_only_speaks_of_a_period_comes_back_never(words):
    assert letters.deadlines(letters.read_item(words)) == []
