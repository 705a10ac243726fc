"""State invitation of a ward: the meeting's day is no deadline, but the work to prepare it has one, with an hour."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="gm-17-ubnd-phuong",
    forms=("pdf",),
    left=("ỦY BAN NHÂN DÂN", "PHƯỜNG DIÊM HẢI", "Số: 17/GM-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Diêm Hải, ngày 19 tháng 01 năm 2026",
    ),
    title="GIẤY MỜI",
    subject=("Họp về tiến độ chỉnh trang đô thị đón Tết Nguyên đán Bính Ngọ 2026",),
    addressees=(
        "- Phòng Kinh tế, Hạ tầng và Đô thị;",
        "- Phòng Văn hóa - Xã hội;",
        "- Công an phường;",
        "- Tổ trưởng các tổ dân phố.",
    ),
    body="""
Ủy ban nhân dân (UBND) phường Diêm Hải trân trọng kính mời các cơ quan, đơn vị dự họp về tiến độ chỉnh trang đô thị đón Tết Nguyên đán Bính Ngọ 2026.
1. Thời gian: 14 giờ 00, thứ Sáu, ngày 23/01/2026.
2. Địa điểm: Phòng họp số 1, trụ sở UBND phường.
3. Chủ trì: Đồng chí Nghiêm Văn Trụ, Chủ tịch UBND phường.
4. Công tác chuẩn bị:
- Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, phối hợp với Công an phường chuẩn bị báo cáo tiến độ chỉnh trang vỉa hè, cây xanh, chiếu sáng; gửi Văn phòng HĐND và UBND phường trước 17 giờ 00 ngày 21/01/2026.
- Giao Phòng Văn hóa - Xã hội chuẩn bị phương án trang trí, tuyên truyền trực quan trình bày tại cuộc họp.
- Giao Văn phòng HĐND và UBND phường gửi tài liệu cho các đại biểu trước ngày 22/01/2026.
Rất mong các đại biểu tham dự đúng thành phần, thời gian./.
""",
    copies=(
        "- Như trên;",
        "- Thường trực Đảng ủy phường (b/c);",
        "- CT, các PCT UBND phường;",
        "- Lưu: VT.",
    ),
    sign=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Kiều Ích Thuần"),
)
