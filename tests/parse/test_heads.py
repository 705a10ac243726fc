"""Heads in variety: State, Party, mass organisations, joint papers, forms before 2011, damaged and interleaved lines, news pages.

Each head stands before the same body and closing; `/` divides its lines. What is not told of a field is None.
"""

from datetime import date

import pytest

import letters

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
BODY = """Để thực hiện tốt công tác quản lý đất công ích trên địa bàn, yêu cầu các đơn vị thực hiện các nội dung sau:
1. Phòng Nội vụ rà soát hồ sơ giao đất của các hộ gia đình trên địa bàn.
2. Thanh tra huyện kiểm tra việc thu hồi đất và báo cáo kết quả."""
CLOSING = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTòng Văn Hiệu"


def read(head):
    return letters.document("\n".join([*head.split(" / "), BODY, CLOSING])).header


JUNE = date(2024, 6, 12)

# (head, type, number, day, issuer, subject)
STATE = [
    (
        f"ỦY BAN NHÂN DÂN / TỈNH LAM SƠN / Số: 45/QĐ-UBND / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / QUYẾT ĐỊNH / Về việc kiện toàn Ban Chỉ đạo / CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH / Căn cứ Luật Đất đai năm 2024;",
        "quyet_dinh",
        "45/QĐ-UBND",
        JUNE,
        "UBND tỉnh Lam Sơn",
        "Về việc kiện toàn Ban Chỉ đạo",
    ),
    (
        f"ỦY BAN NHÂN DÂN TỈNH LAM SƠN / SỞ NỘI VỤ / Số: 1204/SNV-CCVC / V/v rà soát biên chế / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / Kính gửi: Các sở, ban, ngành.",
        "cong_van",
        "1204/SNV-CCVC",
        JUNE,
        "Sở Nội vụ",
        "V/v rà soát biên chế",
    ),
    (
        f"BỘ CÔNG THƯƠNG / Số: 18/2024/TT-BCT / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / THÔNG TƯ / Quy định về kho bãi / Căn cứ Luật Đất đai năm 2024;",
        "thong_tu",
        "18/2024/TT-BCT",
        JUNE,
        "Bộ Công Thương",
        "Quy định về kho bãi",
    ),
    (
        f"CHÍNH PHỦ / Số: 30/2024/NĐ-CP / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / NGHỊ ĐỊNH / Về công tác lưu trữ / Căn cứ Luật Đất đai năm 2024;",
        "nghi_dinh",
        "30/2024/NĐ-CP",
        JUNE,
        "Chính phủ",
        "Về công tác lưu trữ",
    ),
    (
        f"THỦ TƯỚNG CHÍNH PHỦ / Số: 08/CT-TTg / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / CHỈ THỊ / Về phòng, chống hạn hán",
        "chi_thi",
        "08/CT-TTg",
        JUNE,
        "Thủ tướng Chính phủ",
        "Về phòng, chống hạn hán",
    ),
    (
        f"VĂN PHÒNG CHÍNH PHỦ / Số: 634/TB-VPCP / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / THÔNG BÁO / Kết luận của Phó Thủ tướng Chính phủ tại cuộc họp về kho bãi",
        "thong_bao",
        "634/TB-VPCP",
        JUNE,
        "Văn phòng Chính phủ",
        "Kết luận của Phó Thủ tướng Chính phủ tại cuộc họp về kho bãi",
    ),
    (
        f"HỘI ĐỒNG NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 12/NQ-HĐND / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / NGHỊ QUYẾT / Về kế hoạch đầu tư công năm 2025 / HỘI ĐỒNG NHÂN DÂN HUYỆN ĐỒI SIM / KHÓA XX, KỲ HỌP THỨ 15 / Căn cứ Luật Đầu tư công năm 2019;",
        "nghi_quyet",
        "12/NQ-HĐND",
        JUNE,
        "HĐND huyện Đồi Sim",
        "Về kế hoạch đầu tư công năm 2025",
    ),
    (
        f"UBND HUYỆN ĐỒI SIM / PHÒNG NỘI VỤ / Số: 88/PNV-TH / V/v báo cáo số liệu / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Ủy ban nhân dân các xã.",
        "cong_van",
        "88/PNV-TH",
        JUNE,
        "Phòng Nội vụ",
        "V/v báo cáo số liệu",
    ),
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / VĂN PHÒNG / Số: 12/VP-TH / V/v chuẩn bị tài liệu họp / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Phòng Nội vụ.",
        "cong_van",
        "12/VP-TH",
        JUNE,
        "Văn phòng UBND huyện Đồi Sim",
        "V/v chuẩn bị tài liệu họp",
    ),
    (
        f"BỘ TƯ PHÁP / VĂN PHÒNG / Số: 2276/VP-TH / V/v báo cáo công tác văn phòng / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / Kính gửi: Sở Tư pháp các tỉnh.",
        "cong_van",
        "2276/VP-TH",
        JUNE,
        "Văn phòng Bộ Tư pháp",
        "V/v báo cáo công tác văn phòng",
    ),
    (
        f"BỘ TÀI CHÍNH / CỤC THUẾ / Số: 5608/CT-CS / V/v đơn giá thuê đất / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / Kính gửi: Thuế tỉnh Lam Sơn.",
        "cong_van",
        "5608/CT-CS",
        JUNE,
        "Cục Thuế",
        "V/v đơn giá thuê đất",
    ),
    (
        f"ỦY BAN NHÂN DÂN / XÃ NÀ PHAI / Số: 07/KH-UBND / {MOTTO} / Nà Phai, ngày 12 tháng 6 năm 2024 / KẾ HOẠCH / Thu gom rác thải sinh hoạt năm 2024",
        "ke_hoach",
        "07/KH-UBND",
        JUNE,
        "UBND xã Nà Phai",
        "Thu gom rác thải sinh hoạt năm 2024",
    ),
    (
        f"BAN CHỈ ĐẠO PHÒNG THỦ DÂN SỰ / TỈNH LAM SƠN / Số: 33/TB-BCĐ / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / THÔNG BÁO / Phân công thành viên Ban Chỉ đạo",
        "thong_bao",
        "33/TB-BCĐ",
        JUNE,
        "Ban Chỉ đạo phòng thủ dân sự tỉnh Lam Sơn",
        "Phân công thành viên Ban Chỉ đạo",
    ),
    (
        f"ỦY BAN NHÂN DÂN / PHƯỜNG LŨNG MÂY / Số: 17/GM-UBND / {MOTTO} / Lũng Mây, ngày 12 tháng 6 năm 2024 / GIẤY MỜI / Họp bàn công tác tuyển quân",
        "giay_moi",
        "17/GM-UBND",
        JUNE,
        "UBND phường Lũng Mây",
        "Họp bàn công tác tuyển quân",
    ),
    (
        f"ỦY BAN NHÂN DÂN / TỈNH LAM SƠN / Số: 09/CĐ-UBND / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / CÔNG ĐIỆN / Về việc ứng phó mưa lũ / CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện: / - Sở Nông nghiệp và Môi trường;",
        "cong_dien",
        "09/CĐ-UBND",
        JUNE,
        "UBND tỉnh Lam Sơn",
        "Về việc ứng phó mưa lũ",
    ),
    (
        f"THANH TRA CHÍNH PHỦ / Số: 01/2010/TT-TTCP / {MOTTO} / Hà Nội, ngày 22 tháng 01 năm 2010 / THÔNG TƯ / Quy định về tiếp công dân",
        "thong_tu",
        "01/2010/TT-TTCP",
        date(2010, 1, 22),
        "Thanh tra Chính phủ",
        "Quy định về tiếp công dân",
    ),
    (
        f"BẢO HIỂM XÃ HỘI VIỆT NAM / BẢO HIỂM XÃ HỘI TỈNH LAM SƠN / Số: 318/BHXH-TST / V/v thu bảo hiểm y tế / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / Kính gửi: Bảo hiểm xã hội các huyện.",
        "cong_van",
        "318/BHXH-TST",
        JUNE,
        "Bảo hiểm xã hội tỉnh Lam Sơn",
        "V/v thu bảo hiểm y tế",
    ),
    (
        f"CÔNG AN TỈNH LAM SƠN / CÔNG AN HUYỆN ĐỒI SIM / Số: 214/KH-CAH / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / KẾ HOẠCH / Bảo đảm trật tự lễ hội",
        "ke_hoach",
        "214/KH-CAH",
        JUNE,
        "Công an huyện Đồi Sim",
        "Bảo đảm trật tự lễ hội",
    ),
]

OF_THE_PARTY = [
    (
        f"ĐẢNG BỘ TỈNH LAM SƠN / HUYỆN ỦY ĐỒI SIM / * / Số 318-CV/HU / Tăng cường quản lý đất công ích / {PARTY} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Đảng ủy các xã, thị trấn.",
        "cong_van",
        "318-CV/HU",
        JUNE,
        "Huyện ủy Đồi Sim",
        "Tăng cường quản lý đất công ích",
    ),
    (
        f"TỈNH ỦY LAM SƠN / BAN TỔ CHỨC / * / Số 07-HD/BTCTU / {PARTY} / Lam Sơn, ngày 12 tháng 6 năm 2024 / HƯỚNG DẪN / công tác kết nạp đảng viên",
        "huong_dan",
        "07-HD/BTCTU",
        JUNE,
        "Ban Tổ chức Tỉnh ủy Lam Sơn",
        "Công tác kết nạp đảng viên",
    ),
    (
        f"TỈNH ỦY LAM SƠN / * / Số 1043-KL/TU / {PARTY} / Lam Sơn, ngày 12 tháng 6 năm 2024 / KẾT LUẬN / CỦA BAN THƯỜNG VỤ TỈNH ỦY / về công tác cán bộ",
        "ket_luan",
        "1043-KL/TU",
        JUNE,
        "Tỉnh ủy Lam Sơn",
        "Của Ban Thường vụ Tỉnh ủy về công tác cán bộ",
    ),
    (
        f"BAN CHẤP HÀNH TRUNG ƯƠNG / * / Số 18-NQ/TW / {PARTY} / Hà Nội, ngày 12 tháng 6 năm 2024 / NGHỊ QUYẾT / về đổi mới tổ chức bộ máy",
        "nghi_quyet",
        "18-NQ/TW",
        JUNE,
        "Ban Chấp hành Trung ương",
        "Về đổi mới tổ chức bộ máy",
    ),
    (
        f"BỘ CHÍNH TRỊ / * / Số 57-NQ/TW / {PARTY} / Hà Nội, ngày 12 tháng 6 năm 2024 / NGHỊ QUYẾT / về phát triển khoa học",
        "nghi_quyet",
        "57-NQ/TW",
        JUNE,
        "Bộ Chính trị",
        "Về phát triển khoa học",
    ),
    (
        f"ĐẢNG BỘ HUYỆN ĐỒI SIM / ĐẢNG ỦY XÃ NÀ PHAI / * / Số 12-CTr/ĐU / {PARTY} / Nà Phai, ngày 12 tháng 6 năm 2024 / CHƯƠNG TRÌNH / công tác kiểm tra, giám sát năm 2024",
        "chuong_trinh",
        "12-CTr/ĐU",
        JUNE,
        "Đảng ủy xã Nà Phai",
        "Công tác kiểm tra, giám sát năm 2024",
    ),
    (
        f"HUYỆN ỦY ĐỒI SIM / VĂN PHÒNG / * / Số 33-TB/VPHU / {PARTY} / Đồi Sim, ngày 12 tháng 6 năm 2024 / THÔNG BÁO / lịch tiếp công dân",
        "thong_bao",
        "33-TB/VPHU",
        JUNE,
        "Văn phòng Huyện ủy Đồi Sim",
        "Lịch tiếp công dân",
    ),
    (
        f"HUYỆN ỦY ĐỒI SIM / ỦY BAN KIỂM TRA / * / Số 24-KH/UBKTHU / {PARTY} / Đồi Sim, ngày 12 tháng 6 năm 2024 / KẾ HOẠCH / kiểm tra chuyên đề",
        "ke_hoach",
        "24-KH/UBKTHU",
        JUNE,
        "Ủy ban Kiểm tra Huyện ủy Đồi Sim",
        "Kiểm tra chuyên đề",
    ),
    # the motto of the Party first, its place and date below it
    (
        f"{PARTY} / Lam Sơn, ngày 12 tháng 6 năm 2024 / TỈNH ỦY LAM SƠN / * / Số 05-CT/TU / CHỈ THỊ / của Ban Thường vụ Tỉnh ủy về đại hội chi bộ",
        "chi_thi",
        "05-CT/TU",
        JUNE,
        "Tỉnh ủy Lam Sơn",
        "Của Ban Thường vụ Tỉnh ủy về đại hội chi bộ",
    ),
    # a misprint of the motto
    (
        "ĐẢNG BỘ TỈNH LAM SƠN / THỊ ỦY CỬA DIÊM / * / Số 733-TB/TU / ĐẢNG CÔNG SẢN VIỆT NAM / Cửa Diêm, ngày 12 tháng 6 năm 2024 / THÔNG BÁO / kết luận của Thường trực Thị ủy",
        "thong_bao",
        "733-TB/TU",
        JUNE,
        "Thị ủy Cửa Diêm",
        "Kết luận của Thường trực Thị ủy",
    ),
]

OF_MASS_ORGANISATIONS = [
    (
        f"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM / TỈNH LAM SƠN / BAN THƯỜNG TRỰC / Số: 249/MTTQ-BTT / V/v giám sát bầu cử / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / Kính gửi: Ban Thường trực các huyện.",
        "cong_van",
        "249/MTTQ-BTT",
        JUNE,
        None,
        "V/v giám sát bầu cử",
    ),
    (
        f"LIÊN ĐOÀN LAO ĐỘNG TỈNH LAM SƠN / Số: 12/KH-LĐLĐ / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / KẾ HOẠCH / Tổ chức Tháng Công nhân",
        "ke_hoach",
        "12/KH-LĐLĐ",
        JUNE,
        "Liên đoàn Lao động tỉnh Lam Sơn",
        "Tổ chức Tháng Công nhân",
    ),
    (
        "TỈNH ĐOÀN LAM SƠN / BAN CHẤP HÀNH ĐOÀN HUYỆN ĐỒI SIM / *** / Số: 45-KH/ĐTN / ĐOÀN TNCS HỒ CHÍ MINH / Đồi Sim, ngày 12 tháng 6 năm 2024 / KẾ HOẠCH / Tổ chức Tháng Thanh niên",
        "ke_hoach",
        "45-KH/ĐTN",
        JUNE,
        None,
        "Tổ chức Tháng Thanh niên",
    ),
    (
        f"HỘI NÔNG DÂN VIỆT NAM / BCH HỘI NÔNG DÂN HUYỆN ĐỒI SIM / Số: 21-TB/HND / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / THÔNG BÁO / Phân công cán bộ phụ trách xã",
        "thong_bao",
        "21-TB/HND",
        JUNE,
        None,
        "Phân công cán bộ phụ trách xã",
    ),
]

JOINT = [
    (
        f"BỘ KHOA HỌC VÀ CÔNG NGHỆ - BỘ NỘI VỤ / Số: 05/2008/TTLT-BKHCN-BNV / {MOTTO} / Hà Nội, ngày 18 tháng 6 năm 2008 / THÔNG TƯ LIÊN TỊCH / Hướng dẫn chức năng của cơ quan chuyên môn",
        "thong_tu_lien_tich",
        "05/2008/TTLT-BKHCN-BNV",
        date(2008, 6, 18),
        None,
        "Hướng dẫn chức năng của cơ quan chuyên môn",
    ),
    (
        f"ỦY BAN NHÂN DÂN - ỦY BAN MTTQ VIỆT NAM / TỈNH LAM SƠN / Số: 12/CTrPH-UBND-MTTQ / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / CHƯƠNG TRÌNH PHỐI HỢP / Giám sát xây dựng nông thôn mới",
        "chuong_trinh",
        "12/CTrPH-UBND-MTTQ",
        JUNE,
        None,
        "Giám sát xây dựng nông thôn mới",
    ),
    (
        f"LIÊN NGÀNH: SỞ NỘI VỤ - SỞ TÀI CHÍNH / Số: 15/HDLN-SNV-STC / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / HƯỚNG DẪN LIÊN NGÀNH / Chi trả phụ cấp",
        "huong_dan",
        "15/HDLN-SNV-STC",
        JUNE,
        None,
        "Chi trả phụ cấp",
    ),
]

OLD = [
    # before 2005: the number with a stroke, "V/v", the day with strokes
    (
        f"UBND TỈNH LAM SƠN / SỞ Y TẾ / Số: 1400/ SYT - NVD / V/v quản lý thuốc / {MOTTO} / Lam Sơn, ngày 28 tháng 8 năm 2003 / Kính gửi: Các bệnh viện.",
        "cong_van",
        "1400/SYT-NVD",
        date(2003, 8, 28),
        "Sở Y tế",
        "V/v quản lý thuốc",
    ),
    (
        f"UỶ BAN NHÂN DÂN / TỈNH LAM SƠN / ------- / Số: 93/2007/QĐ-UBND / {MOTTO} / --------------- / Lam Sơn, ngày 22 tháng 6 năm 2007 / QUYẾT ĐỊNH / Ban hành Quy chế một cửa / ỦY BAN NHÂN DÂN TỈNH LAM SƠN / Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
        "quyet_dinh",
        "93/2007/QĐ-UBND",
        date(2007, 6, 22),
        "UBND tỉnh Lam Sơn",
        "Ban hành Quy chế một cửa",
    ),
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 286 /QĐ.UBND / {MOTTO} / Đồi Sim, ngày 05 tháng 01 năm 2009 / QUYẾT ĐỊNH / Về việc giao chỉ tiêu kế hoạch",
        "quyet_dinh",
        None,
        date(2009, 1, 5),
        "UBND huyện Đồi Sim",
        "Về việc giao chỉ tiêu kế hoạch",
    ),
    (
        "HUYỆN ỦY ĐỒI SIM / * / Số 214 CV/HU / V/v đại hội chi bộ / ĐẢNG CỘNG SẢN VIỆT NAM / Đồi Sim, ngày 5 tháng 1 năm 2001 / Kính gửi: Các chi bộ.",
        "cong_van",
        "214-CV/HU",
        date(2001, 1, 5),
        "Huyện ủy Đồi Sim",
        "V/v đại hội chi bộ",
    ),
]

# what the head of a paper without a block of its own still tells
WITHOUT_ISSUER = [
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Số: 1662/NQ-UBTVQH15 / NGHỊ QUYẾT / Về việc sắp xếp các đơn vị hành chính cấp xã / ỦY BAN THƯỜNG VỤ QUỐC HỘI / Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "nghi_quyet",
        "1662/NQ-UBTVQH15",
        None,
        "Ủy ban Thường vụ Quốc hội",
        "Về việc sắp xếp các đơn vị hành chính cấp xã",
    ),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Số: 25/2025/NĐ-CP / Hà Nội, ngày 21 tháng 02 năm 2025 / NGHỊ ĐỊNH / Quy định chức năng của Bộ Nội vụ / Căn cứ Luật Tổ chức Chính phủ năm 2025;",
        "nghi_dinh",
        "25/2025/NĐ-CP",
        date(2025, 2, 21),
        "Chính phủ",
        "Quy định chức năng của Bộ Nội vụ",
    ),
    (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Số: 12/QĐ-UBND / QUYẾT ĐỊNH / Về việc giao kinh phí / CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN ĐỒI SIM / Căn cứ Luật Ngân sách nhà nước năm 2015;",
        "quyet_dinh",
        "12/QĐ-UBND",
        None,
        "Chủ tịch UBND huyện Đồi Sim",
        "Về việc giao kinh phí",
    ),
]

DAMAGED = [
    # the number not filled in, its letters kept
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số:        /UBND-VP / V/v thử đọc / {MOTTO} / Đồi Sim, ngày      tháng 6 năm 2024 / Kính gửi: Phòng Nội vụ.",
        "cong_van",
        None,
        None,
        "UBND huyện Đồi Sim",
        "V/v thử đọc",
    ),
    (
        f"HUYỆN ỦY ĐỒI SIM / * / Số      -TB/HU / {PARTY} / Đồi Sim, ngày …… tháng …… năm 2024 / THÔNG BÁO / kết luận của Thường trực Huyện ủy",
        "thong_bao",
        None,
        None,
        "Huyện ủy Đồi Sim",
        "Kết luận của Thường trực Huyện ủy",
    ),
    # filled in by hand, struck through by a scan
    (
        f"HUYỆN ỦY ĐỒI SIM / * / Số ~~1309~~ CV/HU / Thử đọc văn bản bị gạch / {PARTY} / Đồi Sim, ngày ~~12~~ tháng 6 năm 2024 / Kính gửi: Đảng ủy các xã.",
        "cong_van",
        "1309-CV/HU",
        JUNE,
        "Huyện ủy Đồi Sim",
        "Thử đọc văn bản bị gạch",
    ),
    # the two columns of the head on one line
    (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / HUYỆN ĐỒI SIM Độc lập - Tự do - Hạnh phúc / Số: 45/TB-UBND Đồi Sim, ngày 12 tháng 6 năm 2024 / THÔNG BÁO / Kết luận của Chủ tịch UBND huyện",
        "thong_bao",
        "45/TB-UBND",
        JUNE,
        "UBND huyện Đồi Sim",
        "Kết luận của Chủ tịch UBND huyện",
    ),
    (
        "ĐẢNG BỘ TỈNH LAM SƠN ĐẢNG CỘNG SẢN VIỆT NAM / HUYỆN ỦY ĐỒI SIM Đồi Sim, ngày 12 tháng 6 năm 2024 / * / Số 214-TB/HU / THÔNG BÁO / kết luận của Thường trực Huyện ủy",
        "thong_bao",
        "214-TB/HU",
        JUNE,
        "Huyện ủy Đồi Sim",
        "Kết luận của Thường trực Huyện ủy",
    ),
    (
        "ÚY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / HUYỆN ĐỒI SIM / Số: /TB - UBND / Độc lập - Tự do - Hạnh phúc / Đồi Sim, ngày tháng 6 năm 2024 / THÔNG BÁO / Kết luận của Chủ tịch UBND huyện",
        "thong_bao",
        None,
        None,
        "UBND huyện Đồi Sim",
        "Kết luận của Chủ tịch UBND huyện",
    ),
    # the letters of the number on a line of their own
    (
        f"CHÍNH PHỦ / /NQ-CP / Số: 445 / {MOTTO} / Hà Nội, ngày tháng năm 2026 / NGHỊ QUYẾT / Về việc chuyển giao vườn quốc gia / CHÍNH PHỦ / Căn cứ Luật Tổ chức Chính phủ năm 2025;",
        "nghi_quyet",
        None,
        None,
        "Chính phủ",
        "Về việc chuyển giao vườn quốc gia",
    ),
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: / 45/KH-UBND / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / KẾ HOẠCH / Trồng rừng phòng hộ",
        "ke_hoach",
        "45/KH-UBND",
        JUNE,
        "UBND huyện Đồi Sim",
        "Trồng rừng phòng hộ",
    ),
    # a day that the calendar does not have
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 45/KH-UBND / {MOTTO} / Đồi Sim, ngày 31 tháng 6 năm 2024 / KẾ HOẠCH / Trồng rừng phòng hộ",
        "ke_hoach",
        "45/KH-UBND",
        None,
        "UBND huyện Đồi Sim",
        "Trồng rừng phòng hộ",
    ),
    # V/v, Về việc and their kin
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 318/UBND-TH / v/v: thử đọc văn bản / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Phòng Nội vụ.",
        "cong_van",
        "318/UBND-TH",
        JUNE,
        "UBND huyện Đồi Sim",
        "V/v: thử đọc văn bản",
    ),
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 318/UBND-TH V/v thử đọc văn bản / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Phòng Nội vụ.",
        "cong_van",
        "318/UBND-TH",
        JUNE,
        "UBND huyện Đồi Sim",
        "V/v thử đọc văn bản",
    ),
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 318/UBND-TH / Về việc thử đọc / văn bản dài / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Phòng Nội vụ.",
        "cong_van",
        "318/UBND-TH",
        JUNE,
        "UBND huyện Đồi Sim",
        "Về việc thử đọc văn bản dài",
    ),
    # a subject that names an authority in its midst
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 45/QĐ-UBND / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / QUYẾT ĐỊNH / SỬA ĐỔI QUYẾT ĐỊNH CỦA / CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN / VỀ GIAO ĐẤT / CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN / Căn cứ Luật Đất đai năm 2024;",
        "quyet_dinh",
        "45/QĐ-UBND",
        JUNE,
        "UBND huyện Đồi Sim",
        "Sửa đổi quyết định của Chủ tịch Ủy ban nhân dân huyện về giao đất",
    ),
    (
        f"BỘ TÀI CHÍNH / CỤC THUẾ / Số: 3509/QĐ-CT / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / QUYẾT ĐỊNH / BAN HÀNH QUY TẮC ỨNG XỬ / CỤC TRƯỞNG CỤC THUẾ / Căn cứ Luật Quản lý thuế năm 2019;",
        "quyet_dinh",
        "3509/QĐ-CT",
        JUNE,
        "Cục Thuế",
        "Ban hành quy tắc ứng xử",
    ),
]


MORE = [
    # ministries, courts, schools, companies
    (
        f"BỘ NÔNG NGHIỆP / VÀ MÔI TRƯỜNG / Số: 2310/QĐ-BNNMT / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / QUYẾT ĐỊNH / Về việc công bố chuẩn hóa thủ tục / BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG / Căn cứ Luật Đất đai năm 2024;",
        "quyet_dinh",
        "2310/QĐ-BNNMT",
        JUNE,
        "Bộ Nông nghiệp và Môi trường",
        "Về việc công bố chuẩn hóa thủ tục",
    ),
    (
        f"BỘ Y TẾ / Số: 4836/BYT-DP / V/v tiêm chủng mở rộng / {MOTTO} / Hà Nội, ngày 12 tháng 6 năm 2024 / Kính gửi: Sở Y tế các tỉnh, thành phố.",
        "cong_van",
        "4836/BYT-DP",
        JUNE,
        "Bộ Y tế",
        "V/v tiêm chủng mở rộng",
    ),
    (
        f"ỦY BAN NHÂN DÂN / THÀNH PHỐ LAM SƠN / Số: 63/2025/QĐ-UBND / {MOTTO} / Lam Sơn, ngày 27 tháng 11 năm 2025 / QUYẾT ĐỊNH / Quy định mức chi trợ giúp xã hội / Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "quyet_dinh",
        "63/2025/QĐ-UBND",
        date(2025, 11, 27),
        "UBND thành phố Lam Sơn",
        "Quy định mức chi trợ giúp xã hội",
    ),
    (
        f"ỦY BAN NHÂN DÂN TỈNH LAM SƠN / BAN QUẢN LÝ KHU KINH TẾ / Số: 95/QĐ-BQL / {MOTTO} / Lam Sơn, ngày 12 tháng 6 năm 2024 / QUYẾT ĐỊNH / Phê duyệt nhiệm vụ quy hoạch",
        "quyet_dinh",
        "95/QĐ-BQL",
        JUNE,
        None,
        "Phê duyệt nhiệm vụ quy hoạch",
    ),
    # the day with one figure, the month padded
    (
        f"ỦY BAN NHÂN DÂN / XÃ BẢN LÌM / Số: 3/TB-UBND / {MOTTO} / Bản Lìm, ngày 5 tháng 02 năm 2024 / THÔNG BÁO / Lịch tiếp công dân",
        "thong_bao",
        "03/TB-UBND",
        date(2024, 2, 5),
        "UBND xã Bản Lìm",
        "Lịch tiếp công dân",
    ),
    # the motto first
    (
        f"{MOTTO} / ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 45/BC-UBND / Đồi Sim, ngày 12 tháng 6 năm 2024 / BÁO CÁO / Kết quả sáu tháng đầu năm",
        "bao_cao",
        "45/BC-UBND",
        JUNE,
        "UBND huyện Đồi Sim",
        "Kết quả sáu tháng đầu năm",
    ),
    # marks of urgency between number and motto
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / Số: 318/UBND-TH / V/v ứng phó bão / HỎA TỐC / {MOTTO} / Đồi Sim, ngày 12 tháng 6 năm 2024 / Kính gửi: Phòng Nội vụ.",
        "cong_van",
        "318/UBND-TH",
        JUNE,
        "UBND huyện Đồi Sim",
        "V/v ứng phó bão",
    ),
    # a draft
    (
        f"ỦY BAN NHÂN DÂN / HUYỆN ĐỒI SIM / DỰ THẢO / Số: /KH-UBND / {MOTTO} / Đồi Sim, ngày tháng năm 2024 / KẾ HOẠCH / Trồng rừng phòng hộ",
        "ke_hoach",
        None,
        None,
        None,
        "Trồng rừng phòng hộ",
    ),
    (
        f"TỈNH ỦY LAM SƠN / BAN CÁN SỰ ĐẢNG ỦY BAN NHÂN DÂN TỈNH / * / Số 12-TTr/BCSĐ / {PARTY} / Lam Sơn, ngày 12 tháng 6 năm 2024 / TỜ TRÌNH / về việc bổ nhiệm cán bộ",
        "to_trinh",
        "12-TTr/BCSĐ",
        JUNE,
        None,
        "Về việc bổ nhiệm cán bộ",
    ),
    (
        f"ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH / ĐẢNG ỦY SỞ NỘI VỤ / * / Số 214-CV/ĐU / V/v học tập nghị quyết / {PARTY} / Lam Sơn, ngày 12 tháng 6 năm 2024 / Kính gửi: Các chi bộ trực thuộc.",
        "cong_van",
        "214-CV/ĐU",
        JUNE,
        "Đảng ủy Sở Nội vụ",
        "V/v học tập nghị quyết",
    ),
]

HEADS = [*STATE, *OF_THE_PARTY, *OF_MASS_ORGANISATIONS, *JOINT, *OLD, *WITHOUT_ISSUER, *DAMAGED, *MORE]


def case(head):
    return head[0].replace(MOTTO, "…")[:60]


@pytest.mark.parametrize("head", HEADS, ids=case)
def test_type_and_number_of_a_head(head):
    found = read(head[0])
    assert (found.doc_type.value, found.number.value) == (head[1], head[2])


@pytest.mark.parametrize("head", HEADS, ids=case)
def test_the_day_of_a_head(head):
    assert read(head[0]).issued_on.value == head[3]


@pytest.mark.parametrize("head", [h for h in HEADS if h[4]], ids=case)
def test_the_issuer_of_a_head(head):
    assert read(head[0]).issuer.value == head[4]


@pytest.mark.parametrize("head", HEADS, ids=case)
def test_the_subject_of_a_head(head):
    assert read(head[0]).subject.value == head[5]


def test_the_letters_of_an_unnumbered_paper_are_kept():
    heads = {h[0]: read(h[0]).symbol for h in DAMAGED if h[2] is None}
    assert sorted(heads.values()) == ["NQ-CP", "TB-UBND", "TB/HU", "UBND-VP"]


@pytest.mark.parametrize(
    ("mark", "urgency"),
    [("KHẨN", "Khẩn"), ("THƯỢNG KHẨN", "Thượng khẩn"), ("HỎA TỐC", "Hỏa tốc"), ("HỎA TỐC HẸN GIỜ", "Hỏa tốc hẹn giờ")],
)
def test_a_mark_of_urgency_is_read(mark, urgency):
    head = letters.head().replace("CỘNG HÒA", f"{mark}\nCỘNG HÒA")
    assert letters.document(f"{head}\n{BODY}\n{CLOSING}").header.urgency == urgency


# --- what stands without a head ------------------------------------------------------------------------------------------

NEWS = [
    # (page, title, day)
    (
        "Thường trực Huyện ủy giao ban tháng 6\n12/06/2024 15:30\nSáng 12/6, Thường trực Huyện ủy tổ chức hội nghị giao ban với bí thư đảng ủy các xã.\nPhát biểu kết luận, đồng chí Bí thư Huyện ủy yêu cầu UBND huyện khẩn trương giải ngân vốn đầu tư công.",
        "Thường trực Huyện ủy giao ban tháng 6",
        JUNE,
    ),
    (
        "UBND huyện họp bàn phòng, chống cháy rừng\nThứ tư, 12/6/2024\nNgày 12/6, UBND huyện tổ chức cuộc họp bàn các biện pháp phòng, chống cháy rừng.\nChủ tịch UBND huyện giao Hạt Kiểm lâm tăng cường tuần tra.",
        "UBND huyện họp bàn phòng, chống cháy rừng",
        JUNE,
    ),
    (
        "Sáng 24.4, tại Trung tâm Hội nghị tỉnh diễn ra hội nghị tổng kết công tác năm của ngành.\nTham dự hội nghị có lãnh đạo các sở, ban, ngành và các huyện trên địa bàn tỉnh.",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("page", "title", "day"), NEWS)
def test_a_news_page_has_a_title_and_a_day_and_nothing_else(page, title, day):
    head = letters.document(page).header
    assert head.doc_type.value == "tin_bai"
    assert (head.subject.value, head.issued_on.value) == (title, day)
    assert (head.number.value, head.issuer.value, head.signer.value) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Cập nhật: 09:15 | 12/06/2024", JUNE),
        ("Cập nhật lúc: 09h15, Thứ tư, 12/06/2024", JUNE),
        ("Đăng ngày: 12/06/2024 - 09:15", JUNE),
        ("Ngày đăng: 12/06/2024", JUNE),
        ("15:30 ngày 12/6/2024", JUNE),
        ("Cập nhật số liệu đến 12/06/2024", None),
        ("Lượt xem: 512", None),
    ],
)
def test_a_news_page_says_its_day_behind_an_hour_or_a_label(line, day):
    title, _, *rest = NEWS[0][0].split("\n")
    assert letters.document("\n".join([title, line, *rest])).header.issued_on.value == day


LONG = "\n".join([BODY] * 3)


@pytest.mark.parametrize(
    ("body", "closing", "issuer"),
    [
        # the first page is missing: who signs and what the body says tell the issuer
        ("Thường trực Thị ủy yêu cầu:", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLò Văn Páo", "Thị ủy"),
        ("Bí thư Huyện ủy kết luận như sau:", "T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nLò Văn Páo", "Huyện ủy"),
        ("Các đơn vị thực hiện:", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Páo", "Ủy ban nhân dân"),
        # no committee of the Party, whatever its name ends in
        ("Tỉnh ủy có ý kiến:", "TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHỦ TỊCH\nLò Văn Páo", "Ủy ban Thường vụ Quốc hội"),
        # a post alone does not say whose
        ("Các đơn vị thực hiện:", "CHÁNH VĂN PHÒNG\nLò Văn Páo", None),
    ],
)
def test_a_lost_head_leaves_what_the_signature_says(body, closing, issuer):
    head = letters.document(f"{body}\n{LONG}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n{closing}").header
    assert (head.number.value, head.issued_on.value, head.issuer.value) == (None, None, issuer)
