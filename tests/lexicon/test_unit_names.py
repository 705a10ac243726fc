"""Names of units: every spelling to one standard form, lists taken apart, and words that name nobody."""

import pytest

from vbcli.lexicon.spelling import spelling_of
from vbcli.lexicon.unit_names import find_units, unit_name
from vbcli.text.fold import strip_accents

# words as printed, name to show, kind, level, place, post
NAMES = [
    ("UBND huyện Đồi Sim", "UBND huyện Đồi Sim", "ubnd", "huyen", "doi sim", ""),
    ("Ủy ban nhân dân huyện Đồi Sim", "UBND huyện Đồi Sim", "ubnd", "huyen", "doi sim", ""),
    ("Uỷ ban nhân dân huyện Đồi Sim", "UBND huyện Đồi Sim", "ubnd", "huyen", "doi sim", ""),
    ("uỷ ban nhân dân huyện Đồi Sim", "UBND huyện Đồi Sim", "ubnd", "huyen", "doi sim", ""),
    ("Ủy ban Nhân dân huyện Đồi Sim", "UBND huyện Đồi Sim", "ubnd", "huyen", "doi sim", ""),
    ("UBND huyện", "UBND huyện", "ubnd", "huyen", "", ""),
    ("UBND tỉnh Lam Sơn", "UBND tỉnh Lam Sơn", "ubnd", "tinh", "lam son", ""),
    ("UBND TP Bến Lau", "UBND thành phố Bến Lau", "ubnd", "thanh-pho", "ben lau", ""),
    ("UBND TP. Bến Lau", "UBND thành phố Bến Lau", "ubnd", "thanh-pho", "ben lau", ""),
    ("UBND thị xã Cửa Lạch", "UBND thị xã Cửa Lạch", "ubnd", "thi-xa", "cua lach", ""),
    ("UBND TX Cửa Lạch", "UBND thị xã Cửa Lạch", "ubnd", "thi-xa", "cua lach", ""),
    ("UBND xã Nà Phai", "UBND xã Nà Phai", "ubnd", "xa", "na phai", ""),
    ("UBND phường Bến Gỗ", "UBND phường Bến Gỗ", "ubnd", "phuong", "ben go", ""),
    ("UBND thị trấn Đồi Sim", "UBND thị trấn Đồi Sim", "ubnd", "thi-tran", "doi sim", ""),
    ("UBND đặc khu Hòn Mây", "UBND đặc khu Hòn Mây", "ubnd", "dac-khu", "hon may", ""),
    ("UBND các xã, thị trấn", "UBND các xã, thị trấn", "ubnd", "xa+thi-tran", "", ""),
    ("Ủy ban nhân dân các xã, phường", "UBND các xã, phường", "ubnd", "xa+phuong", "", ""),
    ("HĐND tỉnh", "HĐND tỉnh", "hdnd", "tinh", "", ""),
    ("Hội đồng nhân dân huyện Đồi Sim", "HĐND huyện Đồi Sim", "hdnd", "huyen", "doi sim", ""),
    ("Thường trực HĐND huyện", "Thường trực HĐND huyện", "thuong-truc-hdnd", "huyen", "", ""),
    ("TT HĐND huyện", "Thường trực HĐND huyện", "thuong-truc-hdnd", "huyen", "", ""),
    ("MTTQ huyện", "MTTQ huyện", "mttq", "huyen", "", ""),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện", "MTTQ huyện", "mttq", "huyen", "", ""),
    ("Ủy ban MTTQ Việt Nam tỉnh", "MTTQ tỉnh", "mttq", "tinh", "", ""),
    ("UBMTTQVN huyện", "MTTQ huyện", "mttq", "huyen", "", ""),
    ("UBMTTQ Việt Nam tỉnh Lam Sơn", "MTTQ tỉnh Lam Sơn", "mttq", "tinh", "lam son", ""),
    ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "Ban Thường trực MTTQ tỉnh", "ban-thuong-truc-mttq", "tinh", "", ""),
    ("Tỉnh ủy Lam Sơn", "Tỉnh ủy Lam Sơn", "tinh-uy", "tinh", "lam son", ""),
    ("Tỉnh uỷ Lam Sơn", "Tỉnh ủy Lam Sơn", "tinh-uy", "tinh", "lam son", ""),
    ("Huyện ủy Đồi Sim", "Huyện ủy Đồi Sim", "huyen-uy", "huyen", "doi sim", ""),
    ("Thị ủy Cửa Lạch", "Thị ủy Cửa Lạch", "thi-uy", "thi-xa", "cua lach", ""),
    ("Thành ủy Bến Lau", "Thành ủy Bến Lau", "thanh-uy", "thanh-pho", "ben lau", ""),
    ("Quận ủy Tây Đô", "Quận ủy Tây Đô", "quan-uy", "quan", "tay do", ""),
    ("Ban Thường vụ Huyện ủy", "Ban Thường vụ Huyện ủy", "btv", "huyen", "", ""),
    ("BTV Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "btv", "tinh", "", ""),
    ("Thường trực Huyện ủy", "Thường trực Huyện ủy", "thuong-truc", "huyen", "", ""),
    ("Đảng ủy các xã, thị trấn", "Đảng ủy các xã, thị trấn", "dang-uy", "xa+thi-tran", "", ""),
    ("Đảng ủy xã Nà Phai", "Đảng ủy xã Nà Phai", "dang-uy", "xa", "na phai", ""),
    ("Đảng ủy Quân sự huyện", "Đảng ủy Quân sự huyện", "dang-uy-quan-su", "huyen", "", ""),
    ("Đảng ủy Công an huyện", "Đảng ủy Công an huyện", "dang-uy-cong-an", "huyen", "", ""),
    ("Đảng ủy UBND tỉnh", "Đảng ủy UBND tỉnh", "dang-uy-ubnd", "tinh", "", ""),
    ("Đảng ủy các cơ quan Đảng tỉnh", "Đảng ủy các cơ quan Đảng tỉnh", "dang-uy-co-quan-dang", "tinh", "", ""),
    ("Ủy ban Kiểm tra Huyện ủy", "Ủy ban Kiểm tra Huyện ủy", "ubkt", "huyen", "", ""),
    ("UBKT Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "ubkt", "tinh", "", ""),
    ("Ban Tổ chức Huyện ủy", "Ban Tổ chức Huyện ủy", "ban-to-chuc", "huyen", "", ""),
    ("Ban Tuyên giáo Thị ủy", "Ban Tuyên giáo Thị ủy", "ban-tuyen-giao", "thi-xa", "", ""),
    (
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "ban-tuyen-giao-dan-van",
        "tinh",
        "",
        "",
    ),
    ("Ban Dân vận Huyện ủy", "Ban Dân vận Huyện ủy", "ban-dan-van", "huyen", "", ""),
    ("Ban Nội chính Tỉnh ủy", "Ban Nội chính Tỉnh ủy", "ban-noi-chinh", "tinh", "", ""),
    ("Ban Xây dựng Đảng", "Ban Xây dựng Đảng", "ban-xay-dung-dang", "", "", ""),
    ("Văn phòng Huyện ủy", "Văn phòng Huyện ủy", "van-phong", "huyen", "", ""),
    ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh", "van-phong-ubnd", "tinh", "", ""),
    ("Văn phòng HĐND và UBND huyện", "Văn phòng HĐND và UBND huyện", "van-phong-hdnd-ubnd", "huyen", "", ""),
    ("Văn phòng HĐND-UBND huyện", "Văn phòng HĐND và UBND huyện", "van-phong-hdnd-ubnd", "huyen", "", ""),
    ("Sở Tài chính", "Sở Tài chính", "so tai chinh", "tinh", "", ""),
    ("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường", "so nong nghiep va moi truong", "tinh", "", ""),
    ("Sở NN&MT", "Sở Nông nghiệp và Môi trường", "so nong nghiep va moi truong", "tinh", "", ""),
    ("Sở Nông nghiệp & Môi trường", "Sở Nông nghiệp và Môi trường", "so nong nghiep va moi truong", "tinh", "", ""),
    (
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Văn hóa, Thể thao và Du lịch",
        "so van hoa, the thao va du lich",
        "tinh",
        "",
        "",
    ),
    ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch", "so van hoa, the thao va du lich", "tinh", "", ""),
    (
        "Sở Văn hoá, Thể thao và Du lịch",
        "Sở Văn hóa, Thể thao và Du lịch",
        "so van hoa, the thao va du lich",
        "tinh",
        "",
        "",
    ),
    (
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Lao động - Thương binh và Xã hội",
        "so lao dong - thuong binh va xa hoi",
        "tinh",
        "",
        "",
    ),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", "so lao dong - thuong binh va xa hoi", "tinh", "", ""),
    ("Sở Lao động– TBXH", "Sở Lao động - Thương binh và Xã hội", "so lao dong - thuong binh va xa hoi", "tinh", "", ""),
    ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "so ke hoach va dau tu", "tinh", "", ""),
    ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư", "so ke hoach va dau tu", "tinh", "", ""),
    (
        "Sở Giao thông vận tải tỉnh Lam Sơn",
        "Sở Giao thông vận tải tỉnh Lam Sơn",
        "so giao thong van tai",
        "tinh",
        "lam son",
        "",
    ),
    ("Sở GTVT", "Sở Giao thông vận tải", "so giao thong van tai", "tinh", "", ""),
    ("Phòng Tài chính - Kế hoạch", "Phòng Tài chính - Kế hoạch", "phong tai chinh - ke hoach", "", "", ""),
    (
        "Phòng Tài chính-Kế hoạch huyện",
        "Phòng Tài chính - Kế hoạch huyện",
        "phong tai chinh - ke hoach",
        "huyen",
        "",
        "",
    ),
    ("Phòng TC-KH", "Phòng Tài chính - Kế hoạch", "phong tai chinh - ke hoach", "", "", ""),
    (
        "Phòng Tài chính – Kế hoạch huyện",
        "Phòng Tài chính - Kế hoạch huyện",
        "phong tai chinh - ke hoach",
        "huyen",
        "",
        "",
    ),
    ("Phòng Nội vụ huyện", "Phòng Nội vụ huyện", "phong noi vu", "huyen", "", ""),
    ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo", "phong giao duc va dao tao", "", "", ""),
    (
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Bến Gỗ",
        "Phòng Kinh tế, Hạ tầng và Đô thị phường Bến Gỗ",
        "phong kinh te, ha tang va do thi",
        "phuong",
        "ben go",
        "",
    ),
    ("Phòng Tài nguyên và Môi trường", "Phòng Tài nguyên và Môi trường", "phong tai nguyen va moi truong", "", "", ""),
    ("Phòng TN&MT huyện", "Phòng Tài nguyên và Môi trường huyện", "phong tai nguyen va moi truong", "huyen", "", ""),
    ("Phòng Văn hóa - Xã hội xã", "Phòng Văn hóa - Xã hội xã", "phong van hoa - xa hoi", "xa", "", ""),
    ("Bộ Nội vụ", "Bộ Nội vụ", "bo noi vu", "tw", "", ""),
    ("Bộ Công an", "Bộ Công an", "bo cong an", "tw", "", ""),
    ("Bộ Tài chính", "Bộ Tài chính", "bo tai chinh", "tw", "", ""),
    ("Công an tỉnh", "Công an tỉnh", "cong-an", "tinh", "", ""),
    ("Công an huyện Đồi Sim", "Công an huyện Đồi Sim", "cong-an", "huyen", "doi sim", ""),
    ("Công an các xã, thị trấn", "Công an các xã, thị trấn", "cong-an", "xa+thi-tran", "", ""),
    ("Ban Chỉ huy quân sự huyện", "Ban Chỉ huy quân sự huyện", "ban-chqs", "huyen", "", ""),
    ("Ban CHQS huyện", "Ban Chỉ huy quân sự huyện", "ban-chqs", "huyen", "", ""),
    ("BCHQS huyện", "Ban Chỉ huy quân sự huyện", "ban-chqs", "huyen", "", ""),
    ("Bộ CHQS tỉnh", "Bộ Chỉ huy quân sự tỉnh", "bo-chqs", "tinh", "", ""),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "bien-phong", "tinh", "", ""),
    ("Thanh tra tỉnh", "Thanh tra tỉnh", "thanh-tra", "tinh", "", ""),
    ("Thanh tra huyện", "Thanh tra huyện", "thanh-tra", "huyen", "", ""),
    ("Kho bạc Nhà nước huyện", "Kho bạc Nhà nước huyện", "kho-bac", "huyen", "", ""),
    ("KBNN Đồi Sim", "Kho bạc Nhà nước Đồi Sim", "kho-bac", "", "doi sim", ""),
    ("Bảo hiểm xã hội huyện", "Bảo hiểm xã hội huyện", "bhxh", "huyen", "", ""),
    (
        "Chi cục Thuế khu vực Đồi Sim - Nà Phai",
        "Chi cục Thuế khu vực Đồi Sim - Nà Phai",
        "thue",
        "",
        "doi sim na phai",
        "",
    ),
    ("Hạt Kiểm lâm huyện", "Hạt Kiểm lâm huyện", "kiem-lam", "huyen", "", ""),
    (
        "Trung tâm Phát triển quỹ đất huyện",
        "Trung tâm Phát triển quỹ đất huyện",
        "trung-tam phat trien quy dat",
        "huyen",
        "",
        "",
    ),
    ("Trung tâm Chính trị huyện", "Trung tâm Chính trị huyện", "trung-tam-chinh-tri", "huyen", "", ""),
    ("Trung tâm Y tế huyện", "Trung tâm Y tế huyện", "trung-tam y te", "huyen", "", ""),
    (
        "Trung tâm Phục vụ hành chính công xã",
        "Trung tâm Phục vụ hành chính công xã",
        "trung-tam phuc vu hanh chinh cong",
        "xa",
        "",
        "",
    ),
    (
        "Ban Quản lý dự án đầu tư xây dựng huyện",
        "Ban Quản lý dự án đầu tư xây dựng huyện",
        "ban-qlda-dtxd",
        "huyen",
        "",
        "",
    ),
    ("Ban QLDA ĐTXD huyện", "Ban Quản lý dự án đầu tư xây dựng huyện", "ban-qlda-dtxd", "huyen", "", ""),
    ("Tòa án nhân dân huyện", "Tòa án nhân dân huyện", "toa-an", "huyen", "", ""),
    ("Toà án nhân dân tỉnh", "Tòa án nhân dân tỉnh", "toa-an", "tinh", "", ""),
    ("Viện kiểm sát nhân dân huyện", "Viện kiểm sát nhân dân huyện", "vien-kiem-sat", "huyen", "", ""),
    ("VKSND tỉnh", "Viện kiểm sát nhân dân tỉnh", "vien-kiem-sat", "tinh", "", ""),
    ("Liên đoàn Lao động huyện", "Liên đoàn Lao động huyện", "lien-doan-lao-dong", "huyen", "", ""),
    ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh", "lien-doan-lao-dong", "tinh", "", ""),
    ("Hội Nông dân huyện", "Hội Nông dân huyện", "hoi-nong-dan", "huyen", "", ""),
    ("Hội Liên hiệp Phụ nữ tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "hoi-phu-nu", "tinh", "", ""),
    ("Hội LHPN huyện", "Hội Liên hiệp Phụ nữ huyện", "hoi-phu-nu", "huyen", "", ""),
    ("Hội CCB huyện", "Hội Cựu chiến binh huyện", "hoi-cuu-chien-binh", "huyen", "", ""),
    ("Đoàn Thanh niên xã", "Đoàn Thanh niên xã", "doan-thanh-nien", "xa", "", ""),
    ("Đoàn TNCS Hồ Chí Minh huyện", "Đoàn Thanh niên huyện", "doan-thanh-nien", "huyen", "", ""),
    ("Chủ tịch UBND huyện", "Chủ tịch UBND huyện", "ubnd", "huyen", "", "chu tich"),
    (
        "Chủ tịch Ủy ban nhân dân các xã, thị trấn",
        "Chủ tịch UBND các xã, thị trấn",
        "ubnd",
        "xa+thi-tran",
        "",
        "chu tich",
    ),
    ("Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", "ubnd", "tinh", "", "pho chu tich"),
    ("Bí thư Đảng ủy các xã, thị trấn", "Bí thư Đảng ủy các xã, thị trấn", "dang-uy", "xa+thi-tran", "", "bi thu"),
    ("Giám đốc Sở Tài chính", "Giám đốc Sở Tài chính", "so tai chinh", "tinh", "", "giam doc"),
    ("Trưởng phòng Nội vụ", "Trưởng Phòng Nội vụ", "phong noi vu", "", "", "truong"),
    ("Trưởng Công an huyện", "Trưởng Công an huyện", "cong-an", "huyen", "", "truong"),
    ("Chánh Văn phòng Huyện ủy", "Chánh Văn phòng Huyện ủy", "van-phong", "huyen", "", "chanh"),
    ("Chánh Thanh tra tỉnh", "Chánh Thanh tra tỉnh", "thanh-tra", "tinh", "", "chanh"),
    ("Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", "Chủ nhiệm Ủy ban Kiểm tra Huyện ủy", "ubkt", "huyen", "", "chu nhiem"),
    (
        "Chỉ huy trưởng Ban CHQS huyện",
        "Chỉ huy trưởng Ban Chỉ huy quân sự huyện",
        "ban-chqs",
        "huyen",
        "",
        "chi huy truong",
    ),
    (
        "Thủ trưởng các cơ quan, đơn vị",
        "Thủ trưởng các cơ quan, đơn vị",
        "tap-the co quan don vi",
        "",
        "",
        "thu truong",
    ),
    ("người đứng đầu cấp ủy", "Người đứng đầu cấp ủy", "cap-uy", "", "", "nguoi dung dau"),
    (
        "các cơ quan, đơn vị, địa phương",
        "các cơ quan, đơn vị, địa phương",
        "tap-the co quan don vi dia phuong",
        "",
        "",
        "",
    ),
    ("các sở, ban, ngành tỉnh", "các sở, ban, ngành tỉnh", "tap-the so ban nganh tinh", "tinh", "", ""),
    ("các phòng, ban, ngành huyện", "các phòng, ban, ngành huyện", "tap-the phong ban nganh huyen", "huyen", "", ""),
    ("các địa phương", "các địa phương", "tap-the dia phuong", "", "", ""),
    ("các đơn vị liên quan", "các đơn vị liên quan", "tap-the don vi lien quan", "", "", ""),
    (
        "các tổ chức chính trị - xã hội huyện",
        "các tổ chức chính trị - xã hội huyện",
        "tap-the to chuc chinh tri xa hoi huyen",
        "huyen",
        "",
        "",
    ),
    ("cơ quan chuyên môn", "cơ quan chuyên môn", "tap-the co quan chuyen mon", "", "", ""),
    ("các ban của Huyện ủy", "các ban của Huyện ủy", "tap-the ban cua huyen uy", "huyen", "", ""),
    ("chi bộ", "chi bộ", "chi-bo", "", "", ""),
    ("cấp ủy, chính quyền các xã", "cấp ủy, chính quyền các xã", "cap-uy-chinh-quyen", "xa", "", ""),
    ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ", "thu-tuong", "tw", "", ""),
    ("Chính phủ", "Chính phủ", "chinh-phu", "tw", "", ""),
    ("Bộ Chính trị", "Bộ Chính trị", "bo-chinh-tri", "tw", "", ""),
    ("Ban Bí thư", "Ban Bí thư", "ban-bi-thu", "tw", "", ""),
    ("Văn phòng Chính phủ", "Văn phòng Chính phủ", "van-phong-chinh-phu", "tw", "", ""),
    (
        "Công ty Cổ phần Môi trường Đồi Sim",
        "Công ty Cổ phần Môi trường Đồi Sim",
        "cong-ty moi truong doi sim",
        "",
        "",
        "",
    ),
    ("Điện lực Đồi Sim", "Điện lực Đồi Sim", "dien-luc", "", "doi sim", ""),
    ("Công ty Điện lực Lam Sơn", "Công ty Điện lực Lam Sơn", "dien-luc", "", "lam son", ""),
    (
        "Báo và Phát thanh, truyền hình Lam Sơn",
        "Báo và Phát thanh, Truyền hình Lam Sơn",
        "bao-phat-thanh-truyen-hinh",
        "",
        "lam son",
        "",
    ),
    ("Ngân hàng Chính sách xã hội huyện", "Ngân hàng Chính sách xã hội huyện", "ngan-hang-csxh", "huyen", "", ""),
]
HARD = [
    ("Trường Chính trị tỉnh", ("Trường Chính trị tỉnh", "truong chinh tri", "tinh", "", "")),
    ("ỦY BAN NHÂN DÂN HUYỆN ĐỒI SIM", ("UBND huyện Đồi Sim", "ubnd", "huyen", "doi sim", "")),
    ("UBND XÃ BẢN LÌM", ("UBND xã Bản Lìm", "ubnd", "xa", "ban lim", "")),
    ("UBND CẤP XÃ", ("UBND cấp xã", "ubnd", "xa", "", "")),
    ("ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", ("Đảng ủy các cơ quan Đảng tỉnh", "dang-uy-co-quan-dang", "tinh", "", "")),
    ("SỞ TÀI CHÍNH TỈNH LAM SƠN", ("Sở Tài chính tỉnh Lam Sơn", "so tai chinh", "tinh", "lam son", "")),
    ("UBND xã Bản Lìm", ("UBND xã Bản Lìm", "ubnd", "xa", "ban lim", "")),  # a place that begins like a level
    ("UBND cấp xã", ("UBND cấp xã", "ubnd", "xa", "", "")),
    ("Huyện đoàn", ("Huyện đoàn", "doan-thanh-nien", "huyen", "", "")),
    ("Tỉnh đoàn Lam Sơn", ("Tỉnh đoàn Lam Sơn", "doan-thanh-nien", "tinh", "lam son", "")),
    ("Ban Chỉ đạo 389 tỉnh", ("Ban Chỉ đạo 389 tỉnh", "ban-chi-dao 389", "tinh", "", "")),
    ("Tổ công tác 06", ("Tổ công tác 06", "to-cong-tac 06", "", "", "")),
    ("Ban Pháp chế Hội đồng nhân dân Thành phố", ("Ban Pháp chế HĐND Thành phố", "ban-phap-che", "thanh-pho", "", "")),
    ("Ban Kinh tế - Ngân sách của HĐND tỉnh", ("Ban Kinh tế - Ngân sách HĐND tỉnh", "ban-kinh-te", "tinh", "", "")),
    (
        "các Ban của Hội đồng nhân dân tỉnh",
        ("các Ban của HĐND tỉnh", "tap-the ban cua hdnd tinh", "tinh", "", ""),
    ),
    (
        "các Tổ đại biểu HĐND huyện Đồi Sim",
        ("các Tổ đại biểu HĐND huyện Đồi Sim", "tap-the to dai bieu hdnd huyen doi sim", "huyen", "doi sim", ""),
    ),
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        (
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
            "van-phong-chinh-phu",
            "tw",
            "",
            "bo truong, chu nhiem",
        ),
    ),
]


@pytest.mark.parametrize(("words", "expected"), [*((row[0], row[1:]) for row in NAMES), *HARD])
def test_a_name_is_brought_to_its_standard_form_and_taken_apart(words, expected):
    unit = unit_name(words)
    assert (unit.name, unit.kind, unit.level, unit.place, unit.post) == expected


@pytest.mark.parametrize("words", [row[0] for row in NAMES])
def test_a_name_is_found_whole_in_running_text(words):
    text = f"Văn bản này nêu {words}; hết."
    (mention,) = find_units(text)
    assert text[mention.start : mention.end] == words


@pytest.mark.parametrize("words", sorted({row[1] for row in NAMES}))
def test_a_standard_form_is_its_own(words):
    assert unit_name(words).name == words


def parts(words):
    unit = unit_name(words)
    return unit.key, unit.kind, unit.level, unit.place, unit.post, unit.collective


@pytest.mark.parametrize("words", [row[0] for row in NAMES])
def test_a_name_typed_without_accents_is_the_same_unit(words):
    assert parts(strip_accents(words)) == parts(words)


@pytest.mark.parametrize(
    "words",
    [
        "ubnd huyện đồi sim",  # typed small
        "ubnd huyen doi sim",
        "UBND HUYỆN ĐỒI SIM",
        "UBND  huyện  Đồi Sim",
        "Uỷ ban nhân dân huyện Đồi Sim",
    ],
)
def test_case_blanks_and_tone_placement_make_no_other_unit(words):
    assert parts(words)[:5] == parts("UBND huyện Đồi Sim")[:5]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("truong phong noi vu", "Trưởng Phòng Nội vụ"),
        ("truong chinh tri tinh", "Trường Chính trị tỉnh"),  # no post
        ("phong tai chinh-ke hoach huyen", "Phòng Tài chính - Kế hoạch huyện"),
        ("phòng tài chính-kế hoạch huyện đồi sim", "Phòng Tài chính - Kế hoạch huyện Đồi Sim"),
        ("cac so, ban, nganh tinh", "các sở, ban, ngành tỉnh"),
        ("thi uy cua lach", "Thị ủy Cửa Lạch"),  # no "của"
        ("công an xã bản lìm", "Công an xã Bản Lìm"),
    ],
)
def test_what_a_person_types_is_the_unit_that_is_printed(typed, printed):
    assert parts(typed) == parts(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND huyện", "UBND các huyện"),  # one body, many bodies
        ("UBND huyện", "HĐND huyện"),
        ("UBND xã Nà Phai", "UBND xã Bản Lìm"),
        ("UBND xã", "UBND phường"),
        ("UBND huyện", "Chủ tịch UBND huyện"),  # a post stands for itself
        ("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn"),  # never its successor
        ("Ban Tuyên giáo Huyện ủy", "Ban Dân vận Huyện ủy"),
    ],
)
def test_different_units_have_different_keys(one, other):
    assert unit_name(one).key != unit_name(other).key


@pytest.mark.parametrize(
    ("words", "collective"),
    [
        ("UBND huyện", False),
        ("UBND các xã, thị trấn", True),
        ("UBND xã, thị trấn", True),
        ("các sở, ban, ngành", True),
        ("Chủ tịch UBND các xã", True),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", False),  # "và" inside a name
        ("Sở Văn hóa, Thể thao và Du lịch", False),  # a comma inside a name
    ],
)
def test_several_units_at_once_are_marked(words, collective):
    assert unit_name(words).collective is collective


@pytest.mark.parametrize(
    ("words", "names"),
    [
        # the level at the end goes for all
        ("UBND huyện, đảng ủy, UBND xã, thị trấn", ["UBND huyện", "Đảng ủy xã, thị trấn", "UBND xã, thị trấn"]),
        ("Ban Tuyên giáo, Ban Dân vận Huyện ủy", ["Ban Tuyên giáo Huyện ủy", "Ban Dân vận Huyện ủy"]),
        ("HĐND, UBND các xã, thị trấn", ["HĐND các xã, thị trấn", "UBND các xã, thị trấn"]),
        ("HĐND, UBND, Ủy ban MTTQ Việt Nam huyện", ["HĐND huyện", "UBND huyện", "MTTQ huyện"]),
        ("Công an, Ban Chỉ huy quân sự huyện", ["Công an huyện", "Ban Chỉ huy quân sự huyện"]),
        ("Ban Tổ chức, Văn phòng Huyện ủy", ["Ban Tổ chức Huyện ủy", "Văn phòng Huyện ủy"]),
        ("Chủ tịch UBND, Bí thư Đảng ủy các xã", ["Chủ tịch UBND các xã", "Bí thư Đảng ủy các xã"]),
        # the head before a colon goes for all
        (
            "các Sở: Công Thương, Tài chính, Văn hóa, Thể thao và Du lịch",
            ["Sở Công Thương", "Sở Tài chính", "Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Các Phòng: Nội vụ, Tư pháp và Y tế", ["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Y tế"]),
        ("UBND các phường: Bến Gỗ, Cầu Mây", ["UBND phường Bến Gỗ", "UBND phường Cầu Mây"]),
        # names that hold commas and "và" are not cut
        ("Sở Nông nghiệp và Môi trường và Sở Y tế", ["Sở Nông nghiệp và Môi trường", "Sở Y tế"]),
        ("Phòng Kinh tế và Hạ tầng, Phòng Y tế", ["Phòng Kinh tế và Hạ tầng", "Phòng Y tế"]),
        ("Văn phòng HĐND và UBND huyện và Phòng Nội vụ", ["Văn phòng HĐND và UBND huyện", "Phòng Nội vụ"]),
        ("Phòng Nội vụ và Phòng Tư pháp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
        ("Sở Tài chính, Sở Xây dựng và UBND các xã", ["Sở Tài chính", "Sở Xây dựng", "UBND các xã"]),
        (
            "Phòng Tài chính - Kế hoạch; Phòng Nội vụ; Thanh tra huyện",
            ["Phòng Tài chính - Kế hoạch", "Phòng Nội vụ", "Thanh tra huyện"],
        ),
        ("các cơ quan, đơn vị và UBND các xã, thị trấn", ["các cơ quan, đơn vị", "UBND các xã, thị trấn"]),
        (
            "UBND các xã Nà Phai, Bản Lìm và Đông Khê",
            ["UBND xã Nà Phai", "UBND xã Bản Lìm", "UBND xã Đông Khê"],
        ),
        # whatever follows the list
        ("UBND các xã Nà Phai, Bản Lìm hoàn thành trước", ["UBND xã Nà Phai", "UBND xã Bản Lìm"]),
        (
            "UBND các xã Nà Phai, Bản Lìm và thị trấn Đồi Sim kiểm tra",
            ["UBND xã Nà Phai", "UBND xã Bản Lìm", "UBND thị trấn Đồi Sim"],
        ),
        ("Chủ tịch UBND các xã Nà Phai, Bản Lìm chủ trì", ["Chủ tịch UBND xã Nà Phai", "Chủ tịch UBND xã Bản Lìm"]),
        ("UBND các xã: Nà Phai, Bản Lìm", ["UBND xã Nà Phai", "UBND xã Bản Lìm"]),
        ("Các xã: Nà Phai, Bản Lìm, Đông Khê", ["xã Nà Phai", "xã Bản Lìm", "xã Đông Khê"]),
        # what is no place ends it
        (
            "UBND các xã Nà Phai, Bản Lìm, Giám đốc Sở Y tế",
            ["UBND xã Nà Phai", "UBND xã Bản Lìm", "Giám đốc Sở Y tế"],
        ),
        ("UBND các xã Nà Phai, Bản Lìm; Kiểm tra việc trực", ["UBND xã Nà Phai", "UBND xã Bản Lìm"]),
        ("UBND các xã Nà Phai, Bản Lìm; Đề nghị báo cáo", ["UBND xã Nà Phai", "UBND xã Bản Lìm"]),
        ("các xã Nà Phai, Bản Lìm, Phòng Nội vụ", ["xã Nà Phai", "xã Bản Lìm", "Phòng Nội vụ"]),
        # words around that only look like a part
        ("cán bộ Công an huyện", ["Công an huyện"]),
        ("lực lượng quản lý thị trường", ["Quản lý thị trường"]),
        ("Luật Thanh tra và Thanh tra tỉnh", ["Thanh tra tỉnh"]),
        ("các bộ, ngành, xã hội", ["các bộ, ngành"]),
    ],
)
def test_a_list_is_taken_apart_and_shares_what_it_shares(words, names):
    assert [m.unit.name for m in find_units(words)] == names


@pytest.mark.parametrize(
    "text",
    [
        "tại xã Hữu Lan",  # a place, nobody who acts
        "công trình nước sạch xã Nà Phai",
        "trên địa bàn tỉnh",
        "trên địa bàn huyện Đồi Sim",
        "thôn Bản Lìm",
        "đường huyện, Quốc lộ 4A",
        "cấp ủy viên",  # a person
        "các đồng chí cấp ủy viên",
        "đảng viên, viên chức",
        "người dân, các hộ dân, nhân dân",
        "công trình",
        "các công trình trọng điểm",
        "trình độ chuyên môn",
        "hội nghị, hội trường",
        "phòng, chống thiên tai",  # a verb, no office
        "phòng ngừa tội phạm",
        "phòng cháy chữa cháy",
        "ban hành kế hoạch",
        "ban đầu",
        "bộ tiêu chí, cục bộ",
        "bộ mặt nông thôn",
        "sở hữu, sở tại, trụ sở, cơ sở",
        "vụ việc, vụ mùa, vụ Đông Xuân",
        "viện phí, chi phí",
        "báo cáo, thông báo, báo hiếu",
        "trường hợp, thị trường",
        "hội đồng nghiệm thu",
        "xã hội hóa, kinh tế - xã hội",
        "thuế giá trị gia tăng",
        "thống kê đất đai",
        "thanh tra đột xuất",
        "khu phố văn hóa",
        "đoàn kết, đoàn xe",
        "tổ chức thực hiện, tổ chức hội nghị",
        "Ngày hội Đại đoàn kết",
        "chào mừng đại hội đảng bộ các cấp",  # `hội đảng bộ` is read inside `đại hội đảng bộ`
        "trật tự, an toàn xã hội, xã hội hóa giáo dục",  # `hội, xã` is read across two words
        "bộ phận, bộ tiêu chí",  # `bộ phận, bộ` is read across two words
        "khu vực trung tâm huyện",  # a place, no office
        "Luật Công an nhân dân",  # the name of a law
        "tăng cường quản lý thị trường",  # an activity, no office
        "Đại hội đại biểu Đảng bộ huyện",
        "Luật Tổ chức Chính phủ, Luật Tổ chức chính quyền địa phương",
        "công tác thi hành án dân sự",
        "nội bộ, toàn bộ, các văn bản",
        "xây dựng chính quyền điện tử",  # a thing, no office
    ],
)
def test_words_that_name_no_unit_give_none(text):
    assert [m.unit.name for m in find_units(text)] == []


@pytest.mark.parametrize(
    ("capitals", "spelt"),
    [
        ("HUYỆN ỦY ĐỒI SIM", "Huyện ủy Đồi Sim"),
        ("ỦY BAN NHÂN DÂN TỈNH LAM SƠN", "Ủy ban nhân dân tỉnh Lam Sơn"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("UỶ BAN NHÂN DÂN XÃ NÀ PHAI", "Ủy ban nhân dân xã Nà Phai"),
        ("BAN THƯỜNG VỤ", "Ban Thường vụ"),
    ],
)
def test_capitals_are_brought_to_the_spelling_of_a_sentence(capitals, spelt):
    assert spelling_of(capitals) == spelt
