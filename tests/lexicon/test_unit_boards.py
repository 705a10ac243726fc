"""Boards, councils and departments whose names run on over small words, commas and verbs."""

import pytest

from vbcli.lexicon.unit_names import find_units


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh báo cáo tiến độ",
            ["Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh"],
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh bàn giao",
            ["Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh"],
        ),
        (
            "Giao Ban Quản lý dự án đầu tư xây dựng công trình giao thông và nông nghiệp tỉnh hoàn thành hồ sơ",
            ["Ban Quản lý dự án đầu tư xây dựng công trình giao thông và nông nghiệp tỉnh"],
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng khu vực Quy Nhơn rà soát",
            ["Ban Quản lý dự án đầu tư xây dựng khu vực Quy Nhơn"],
        ),
        ("Ban Quản lý dự án đầu tư xây dựng huyện rà soát", ["Ban Quản lý dự án đầu tư xây dựng huyện"]),
        ("Ban Quản lý dự án đầu tư xây dựng công khai quy hoạch", ["Ban Quản lý dự án đầu tư xây dựng"]),
        ("Giao Vụ Tổ chức - Biên chế làm đầu mối", ["Vụ Tổ chức - Biên chế"]),
        ("Vụ Tổ chức cán bộ tham mưu", ["Vụ Tổ chức cán bộ"]),
        ("Phòng Tổ chức - Hành chính rà soát", ["Phòng Tổ chức - Hành chính"]),
        (
            "Cục Quản lý đê điều và Phòng, chống thiên tai kiểm tra",
            ["Cục Quản lý đê điều và Phòng, chống thiên tai"],
        ),
        ("Hội đồng bồi thường huyện chủ trì", ["Hội đồng bồi thường huyện"]),
        ("Hội đồng bồi thường, hỗ trợ và tái định cư xác định", ["Hội đồng bồi thường, hỗ trợ và tái định cư"]),
        ("Hội đồng nghĩa vụ quân sự xã tổ chức khám tuyển", ["Hội đồng nghĩa vụ quân sự xã"]),
        ("Hội đồng Thi đua - Khen thưởng tỉnh xét", ["Hội đồng Thi đua - Khen thưởng tỉnh"]),
        ("Ban điều hành các khu phố tuyên truyền", ["Ban điều hành các khu phố"]),
        ("Ban công tác Mặt trận các thôn vận động", ["Ban công tác Mặt trận các thôn"]),
        ("Ban Giám sát đầu tư của cộng đồng xã theo dõi", ["Ban Giám sát đầu tư của cộng đồng xã"]),
        ("Hợp tác xã nông nghiệp Ia Mơ nạo vét", ["Hợp tác xã nông nghiệp Ia Mơ"]),
        (
            "Báo Gia Lai; các cơ quan thông tin ở cơ sở tăng thời lượng",
            ["Báo Gia Lai", "các cơ quan thông tin ở cơ sở"],
        ),
        ("Các chủ đầu tư, nhà thầu thi công bố trí đủ nhân lực", ["các chủ đầu tư, nhà thầu thi công"]),
        ("Hội đồng này họp mỗi quý", []),
        ("bồi thường, hỗ trợ và tái định cư", []),
    ],
)
def test_a_name_is_read_whole(words, names):
    assert [u.unit.name for u in find_units(words)] == names
