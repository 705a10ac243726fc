"""State letter of a town, December: dates of the next year without a year, 733/TB-TU in the State spelling."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-2087-ubnd-cua-diem",
    forms=("pdf",),
    size=13,
    left=(
        "ỦY BAN NHÂN DÂN",
        "THỊ XÃ CỬA DIÊM",
        "Số: 2087/UBND-KT",
        "V/v tăng cường quản lý tàu cá và chăm lo đời sống ngư dân dịp Tết Nguyên đán",
    ),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cửa Diêm, ngày 16 tháng 12 năm 2024",
    ),
    addressees=(
        "- Phòng Kinh tế;",
        "- Phòng Lao động - Thương binh và Xã hội;",
        "- Ban Quản lý cảng cá Cửa Diêm;",
        "- Ủy ban nhân dân các phường Diêm Hải, Bãi Cò.",
    ),
    body="""
Thực hiện Thông báo số 733/TB-TU ngày 07/10/2024 của Thường trực Thị ủy và Công văn số 2541-CV/TU ngày 18/11/2024 của Ban Thường vụ Thị ủy, Chủ tịch UBND thị xã yêu cầu:
1. Phòng Kinh tế chủ trì, phối hợp với Đồn Biên phòng Cửa Diêm rà soát, xóa đăng ký đối với các tàu cá đã chìm, giải bản theo Luật Thủy sản năm 2017, hoàn thành trước ngày 15/01.
2. Ban Quản lý cảng cá Cửa Diêm lắp đặt hệ thống camera giám sát tại cầu cảng số 2, tổ chức nghiệm thu vào ngày 10/01/2025.
3. Phòng Lao động - Thương binh và Xã hội trình UBND thị xã kế hoạch tặng quà cho ngư dân có hoàn cảnh khó khăn chậm nhất ngày 25/12/2024.
4. UBND các phường Diêm Hải, Bãi Cò:
a) Cử cán bộ trực tiếp nhận thông tin tàu cá; xác minh, xử lý tàu cá mất kết nối trong thời hạn 24 giờ kể từ khi nhận được cảnh báo.
b) Báo cáo số lượng tàu cá hoạt động trên biển về Phòng Kinh tế trước 15 giờ 00 hằng ngày.
c) Hoàn thành việc chi trả hỗ trợ nhiên liệu năm 2024 cho các chủ tàu trước Tết Nguyên đán Ất Tỵ.
5. Văn phòng HĐND và UBND thị xã đôn đốc, tổng hợp kết quả thực hiện Công văn này, báo cáo Chủ tịch UBND thị xã trong quý I/2025.
""",
    copies=(
        "- Như trên;",
        "- Thường trực Thị ủy (b/c);",
        "- CT, các PCT UBND thị xã;",
        "- Đồn Biên phòng Cửa Diêm;",
        "- Lưu: VT, KT.",
    ),
    sign=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mạc Thị Yên"),
)
