"""Duties that come back: the day stands far from `hằng năm`; years named by a word; where a period begins."""

from datetime import date

import pytest

import letters

MARCH = date(2026, 3, 5)


def found(words, issued=MARCH):
    return letters.deadlines(letters.read_item(words, issued))


@pytest.mark.parametrize(
    ("words", "rrule"),
    [
        (
            "Hằng năm, các cơ quan, đơn vị tổng hợp, báo cáo kết quả. Việc báo cáo phải hoàn thành trong Quý I.",
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
        ),
        ("Hàng năm, Sở Tài chính lập dự toán gửi UBND tỉnh trước ngày 15/7.", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=15"),
        ("Hằng năm, Sở Y tế tổng hợp, báo cáo kết quả trong tháng 01.", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"),
        ("Sở Tư pháp hằng năm báo cáo UBND tỉnh chậm nhất ngày 05/12.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"),
        ("Hằng tháng, UBND các xã báo cáo tiến độ trước ngày 25.", "FREQ=MONTHLY;BYMONTHDAY=25"),
        (
            "Hằng quý, Sở Tài chính báo cáo trước ngày 10 của tháng đầu quý sau.",
            "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
        ),
        ("Hằng năm, vào tháng 11, Thanh tra tỉnh lập danh sách.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        ("Tháng 11 hằng năm, Thanh tra tỉnh lập danh sách.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        (
            "Hằng năm, Phòng Giáo dục và Đào tạo tổng kết phong trào, báo cáo Huyện ủy trước ngày 20/6.",
            "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20",
        ),
        (
            "Hằng quý UBND xã đối chiếu số liệu. Việc đối chiếu hoàn thành trước ngày 05 tháng đầu quý sau.",
            "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5",
        ),
        # of other offices
        (
            "Định kỳ hằng năm Phòng Nội vụ rà soát, bổ sung quy hoạch trước ngày 30/9.",
            "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30",
        ),
        (
            "Hằng năm, trong quý IV, Ban Tổ chức Huyện ủy tham mưu kiểm điểm cán bộ.",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
        ),
        ("Mỗi năm, Trạm Y tế xã lập kế hoạch tiêm chủng xong trước tháng 12.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
        (
            "Hằng tháng, Văn phòng Đảng ủy tổng hợp ý kiến của chi bộ, gửi trước ngày 05 của tháng sau.",
            "FREQ=MONTHLY;BYMONTHDAY=5",
        ),
        ("Hàng tuần, Công an xã báo cáo tình hình trước 16 giờ thứ Năm.", "FREQ=WEEKLY;BYDAY=TH"),
        ("Phòng Kinh tế hằng tháng tổng hợp số liệu chậm nhất vào ngày 20.", "FREQ=MONTHLY;BYMONTHDAY=20"),
        ("Quý I hằng năm, UBND các xã công khai quyết toán.", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("Lập danh sách cán bộ nghỉ hưu trong tháng 6 hằng năm.", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),
        ("Hằng năm, kiểm kê tài sản trong tháng 02.", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("Hằng năm quyết toán quỹ xong trước ngày 31/3 của năm sau.", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
        ("Báo cáo kết quả trước ngày 25 của tháng cuối quý.", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
    ],
)
def test_the_day_of_a_duty_that_comes_back_is_one_rule(words, rrule):
    assert [(d.rrule, d.due, d.kind.value) for d in found(words)] == [(rrule, None, "recurring")]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        # a year of its own is a day of its own
        ("Hằng năm, Sở Y tế tổng hợp; riêng năm 2026 báo cáo trước ngày 15/12/2026.", "2026-12-15"),
        ("Hằng năm, Sở Y tế tổng hợp kết quả, báo cáo lần đầu trước ngày 15/12/2026.", "2026-12-15"),
        # a clause of its own
        ("Duy trì chế độ báo cáo hằng tháng; hoàn thành lắp đặt trước ngày 30/4.", "2026-04-30"),
        ("Tổ chức giao ban hằng tuần. Lắp đặt xong đèn đường trước ngày 20/3.", "2026-03-20"),
        # what is paid or planned every year makes no deed of every year
        ("Chi trả hết trợ cấp hằng tháng của người có công trước ngày 20/3.", "2026-03-20"),
        ("Thẩm định kế hoạch sử dụng đất hằng năm của các xã trước ngày 15/7.", "2026-07-15"),
        ("Hằng tháng, UBND các xã báo cáo tiến độ; hoàn thành toàn bộ trước ngày 25/9.", "2026-09-25"),
    ],
)
def test_a_day_of_its_own_stays_hard(words, due):
    assert [str(d.due) for d in found(words) if d.due] == [due]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Sở Xây dựng quyết toán trước ngày 31/3 của năm sau.", "2027-03-31"),
        ("Trình UBND tỉnh trước ngày 31/3 năm sau.", "2027-03-31"),
        ("Nộp báo cáo quyết toán trước ngày 15/02 năm sau.", "2027-02-15"),
        ("Nộp báo cáo quyết toán chậm nhất ngày 15 tháng 02 năm tới.", "2027-02-15"),
        ("Nộp báo cáo trong tháng 01 của năm kế tiếp.", "2027-01-31"),
        ("Nộp báo cáo trong quý I năm liền kề.", "2027-03-31"),
        ("Nộp báo cáo trước ngày 31/3 năm 2026.", "2026-03-31"),
        ("Nộp báo cáo trước ngày 31/3 của năm 2027.", "2027-03-31"),
        ("Nộp báo cáo trước ngày 10/4 của Sở Tài chính.", "2026-04-10"),
        ("Nộp báo cáo trước ngày 10/4 năm nay.", "2026-04-10"),
    ],
)
def test_a_year_named_by_a_word_is_reckoned(words, due):
    assert [str(d.due) for d in found(words)] == [due]


@pytest.mark.parametrize(
    "words",
    [
        "Hoàn thành việc kê khai chậm nhất vào ngày 31 tháng 12 của năm kê khai.",
        "Hoàn thành chậm nhất ngày 31/01 của năm kế hoạch.",
        "Gửi báo cáo thống kê trước ngày 15/12 của năm báo cáo.",
        "Nộp hồ sơ trước ngày 30/9 của năm học.",
    ],
)
def test_a_year_that_nobody_can_tell_is_not_made_up(words):
    (deadline,) = found(words)
    assert (deadline.due, deadline.rrule, deadline.kind.value) == (None, None, "duration")
    assert deadline.evidence.reason
    assert "của năm" in deadline.words


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Gửi báo cáo trong thời hạn mười lăm ngày kể từ ngày ký văn bản này.", "2026-03-20"),
        ("Gửi báo cáo trong thời hạn hai mươi lăm ngày kể từ ngày ký.", "2026-03-30"),
        ("Gửi báo cáo trong vòng ba mươi ngày kể từ ngày ban hành.", "2026-04-06"),
        ("Gửi báo cáo trong vòng hai mươi mốt ngày kể từ ngày ký.", "2026-03-26"),
        ("Gửi báo cáo trong vòng mười ngày làm việc kể từ ngày ký.", "2026-03-19"),
        ("Gửi báo cáo chậm nhất bốn mươi lăm ngày kể từ ngày ban hành.", "2026-04-20"),
        ("Gửi báo cáo trong thời hạn 15 (mười lăm) ngày kể từ ngày ký.", "2026-03-20"),
        ("Gửi báo cáo trong thời hạn hai mươi tư ngày kể từ ngày ký.", "2026-03-30"),
    ],
)
def test_numbers_in_words_are_read_above_ten(words, due):
    assert [str(d.due) for d in found(words)] == [due]


@pytest.mark.parametrize(
    "words",
    [
        "Công bố danh sách cử tri chậm nhất là ba mươi ngày trước ngày bầu cử.",
        "Giải quyết khiếu nại trong thời hạn ba mươi ngày.",
        "Gửi hồ sơ trong thời hạn mười lăm ngày kể từ ngày nhận được thông báo.",
    ],
)
def test_a_term_in_words_from_an_unknown_day_keeps_its_words(words):
    (deadline,) = found(words)
    assert (deadline.due, deadline.kind.value) == (None, "duration")


@pytest.mark.parametrize(
    "words", ["Tổng kết công tác thi đua trong mười năm qua.", "Rà soát kết quả hai mươi năm xây dựng."]
)
def test_years_gone_by_are_no_term(words):
    assert found(words) == []


def tasks(*rows):
    return letters.read_body("\n".join(rows), date(2024, 12, 1)).tasks


def test_a_rule_is_handed_down():
    first, second, third = tasks(
        "1. Các xã, thị trấn nộp kế hoạch về Phòng Kinh tế trước ngày 25 hằng tháng.",
        "a) UBND xã Nà Phai: Kê khai diện tích gieo trồng;",
        "b) UBND xã Bản Lìm: Kê khai đàn gia súc.",
    )
    assert [d.rrule for t in (first, second, third) for d in t.deadlines] == ["FREQ=MONTHLY;BYMONTHDAY=25"] * 3
    assert [d.inherited for t in (first, second, third) for d in t.deadlines] == [False, True, True]


def test_what_begins_on_a_day_takes_no_limit_from_before():
    first, second = tasks(
        "1. Trước ngày 30/6/2025, Phòng Nội vụ thực hiện:",
        "a) Kiểm tra phần mềm đánh giá cán bộ;",
        "b) Từ ngày 01/7/2025: Vận hành phần mềm đánh giá cán bộ.",
    )
    assert [str(d.due) for d in first.deadlines] == ["2025-06-30"]
    assert second.deadlines == ()


@pytest.mark.parametrize(
    ("words", "dues"),
    [
        ("Kể từ ngày 01/01/2026: Thực hiện thu phí tự động.", []),
        ("Từ ngày 01/01/2026 sử dụng chữ ký số trong văn bản.", []),
        ("Từ ngày 01/3 đến ngày 31/3/2025 tổ chức kiểm tra.", ["2025-03-31"]),
        ("Từ nay đến trước ngày 15/5 hoàn thành kê khai.", ["2025-05-15"]),
    ],
)
def test_a_beginning_is_no_deadline(words, dues):
    assert [str(d.due) for d in found(words, date(2024, 12, 1))] == dues
