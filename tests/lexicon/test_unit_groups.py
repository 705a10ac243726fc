"""Groups of bodies: what tells them apart, bare names beside others, places in a list."""

import pytest

from vbcli.lexicon.unit_names import find_units


def names(words):
    return [m.unit.name for m in find_units(words)]


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("các tổ chức nghiên cứu và phát triển triển khai đề tài", "các tổ chức nghiên cứu và phát triển"),
        (
            "các doanh nghiệp kinh doanh xăng dầu trên địa bàn thực hiện nghiêm",
            "các doanh nghiệp kinh doanh xăng dầu trên địa bàn",
        ),
        ("các cơ sở sản xuất, kinh doanh thực phẩm chấp hành", "các cơ sở sản xuất, kinh doanh thực phẩm"),
        (
            "các doanh nghiệp kinh doanh hàng hóa, dịch vụ lập phương án giá",
            "các doanh nghiệp kinh doanh hàng hóa, dịch vụ",
        ),
        ("các đơn vị hoạt động hóa chất trên địa bàn tỉnh cập nhật", "các đơn vị hoạt động hóa chất trên địa bàn tỉnh"),
        ("các tổ chức tín dụng trên địa bàn tỉnh cân đối vốn", "các tổ chức tín dụng trên địa bàn tỉnh"),
        ("các cơ quan báo chí trong nước và quốc tế đưa tin", "các cơ quan báo chí trong nước và quốc tế"),
        (
            "các trường mầm non, tiểu học, THCS trên địa bàn huyện",
            "các trường mầm non, tiểu học, THCS trên địa bàn huyện",
        ),
        ("các hội quần chúng vận động hội viên", "các hội quần chúng"),
        ("các cơ quan, đơn vị có liên quan kiểm tra", "các cơ quan, đơn vị có liên quan"),
        ("các trường học trên địa bàn Đồi Sim", "các trường học trên địa bàn Đồi Sim"),
        # what they shall do is no part of the name
        ("các đơn vị khai thác hiệu quả quỹ đất", "các đơn vị"),
        ("các đơn vị nghiên cứu, đề xuất giải pháp", "các đơn vị"),
        ("đề nghị các doanh nghiệp sản xuất khẩu trang.", "các doanh nghiệp"),
        ("các trường học tổ chức ký cam kết trên địa bàn", "các trường học"),
    ],
)
def test_a_group_keeps_what_it_is_told_by(words, group):
    assert names(words) == [group]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("với Thanh tra, Công an và Quản lý thị trường kiểm tra", ["Thanh tra", "Công an", "Quản lý thị trường"]),
        ("với Công an, Quân sự xã tuần tra", ["Công an xã", "Quân sự xã"]),
        ("Công an, Biên phòng, Hải quan tỉnh", ["Công an tỉnh", "Biên phòng tỉnh", "Hải quan tỉnh"]),
        ("Kho bạc Nhà nước, Thuế huyện", ["Kho bạc Nhà nước huyện", "Thuế huyện"]),
        ("Bưu điện huyện", ["Bưu điện huyện"]),
        # alone, or written small, it is what is done
        ("tăng cường Thanh tra đột xuất", []),
        ("công tác quân sự địa phương", []),
        ("kiểm tra, thanh tra, xử lý", []),
        ("hội đồng khoa học và công nghệ", []),
        ("Bộ Hồ sơ đăng ký", []),
    ],
)
def test_a_bare_name_counts_beside_another_body(words, found):
    assert names(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("UBND xã Nà Phai, Bản Lìm, Đồng Tâm rà soát", ["UBND xã Nà Phai", "UBND xã Bản Lìm", "UBND xã Đồng Tâm"]),
        ("Chủ tịch UBND xã Nà Phai và Bản Lìm", ["Chủ tịch UBND xã Nà Phai", "Chủ tịch UBND xã Bản Lìm"]),
        (
            "UBND phường Bắc Sơn, phường Nam Sơn và xã Đồng Tâm",
            ["UBND phường Bắc Sơn", "UBND phường Nam Sơn", "UBND xã Đồng Tâm"],
        ),
        ("Công an xã Nà Phai, Bản Lìm, Đồng Tâm", ["Công an xã Nà Phai", "Công an xã Bản Lìm", "Công an xã Đồng Tâm"]),
        # of several levels the words do not say which is whose
        (
            "UBND các xã, phường: Nà Phai, Bản Lìm, thị trấn Đồi Sim",
            ["UBND Nà Phai", "UBND Bản Lìm", "UBND thị trấn Đồi Sim"],
        ),
        # the second is where the first one lies
        ("UBND huyện Đồi Sim, Lam Thạch", ["UBND huyện Đồi Sim"]),
        ("UBND xã Nà Phai, huyện Đồi Sim", ["UBND xã Nà Phai"]),
        ("UBND xã Nà Phai, Công an xã", ["UBND xã Nà Phai", "Công an xã"]),
        # an order that follows is no place
        ("Công an tỉnh: Chỉ đạo các đơn vị", ["Công an tỉnh", "các đơn vị"]),
        ("UBND các xã, phường: Tăng cường tuần tra", ["UBND các xã, phường"]),
        ("MTTQ các cấp Thành phố phối hợp", ["MTTQ các cấp Thành phố"]),
        (
            "Ban QLDA ĐTXD công trình Văn hóa - Xã hội Thành phố",
            ["Ban QLDA ĐTXD công trình Văn hóa - Xã hội Thành phố"],
        ),
        ("Giám đốc Trung tâm Y tế dự phòng", ["Giám đốc Trung tâm Y tế dự phòng"]),
    ],
)
def test_places_of_a_list_share_its_head(words, found):
    assert names(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # a full stop, a colon, a word that opens a sentence end a name
        ("theo Kế hoạch của UBND tỉnh. Theo đó, Sở Y tế báo cáo", ["UBND tỉnh", "Sở Y tế"]),
        ("Công an tỉnh: Tổng hợp hồ sơ", ["Công an tỉnh"]),
        ("UBND tỉnh Về việc thu hồi", ["UBND tỉnh"]),
        ("UBND TP. Lam Sơn rà soát", ["UBND thành phố Lam Sơn"]),
        ("UBND TX. Đồi Sim rà soát", ["UBND thị xã Đồi Sim"]),
        # the country's bodies have no place
        ("của Chính phủ Quy định về đất", ["Chính phủ"]),
        ("của Thủ tướng Chính phủ Về phòng cháy", ["Thủ tướng Chính phủ"]),
        ("của Ban Chấp hành Trung ương Đảng khóa XIII", ["Ban Chấp hành Trung ương Đảng"]),
        # a committee of youth, of the Party, of soldiers is a body of its own
        ("UBND huyện và Huyện đoàn phối hợp", ["UBND huyện", "Huyện đoàn"]),
        ("UBND tỉnh, Tỉnh đoàn, Hội Nông dân tỉnh", ["UBND tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh"]),
        ("UBND quận và Quận đoàn", ["UBND quận", "Quận đoàn"]),
        ("UBND huyện và Huyện ủy thống nhất", ["UBND huyện", "Huyện ủy"]),
        ("UBND tỉnh và Tỉnh đội tổ chức", ["UBND tỉnh", "Tỉnh đội"]),
        # verbs that begin alike
        ("UBND tỉnh ủy quyền cho Sở Tài chính", ["UBND tỉnh", "Sở Tài chính"]),
        ("UBND các xã đoàn kết xây dựng quê hương", ["UBND các xã"]),
        ("UBND xã và đoàn viên ra quân", ["UBND xã"]),
        # a body of the State is none of a committee of the Party
        ("Hạt Kiểm lâm và Ban Tuyên giáo Huyện ủy", ["Hạt Kiểm lâm", "Ban Tuyên giáo Huyện ủy"]),
        ("Công an và Ban Tổ chức Huyện ủy", ["Công an", "Ban Tổ chức Huyện ủy"]),
        ("Ban Tuyên giáo, Ban Dân vận Thị ủy", ["Ban Tuyên giáo Thị ủy", "Ban Dân vận Thị ủy"]),
    ],
)
def test_a_name_ends_where_another_thing_begins(words, found):
    assert names(words) == found
