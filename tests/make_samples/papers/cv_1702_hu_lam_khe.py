"""Party letter of a district after a storm, kept only as a scan: a little askew, with grain and the ring of a seal."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-1702-hu-lam-khe",
    forms=("scan",),
    left=(
        "ĐẢNG BỘ TỈNH LAM THẠCH",
        "HUYỆN ỦY LÂM KHÊ",
        "*",
        "Số 1702-CV/HU",
        "Khẩn trương khắc phục hậu quả mưa lũ",
    ),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Lâm Khê, ngày 12 tháng 9 năm 2024"),
    addressees=(
        "- Ủy ban nhân dân huyện,",
        "- Ban Tuyên giáo Huyện ủy,",
        "- Đảng ủy các xã, thị trấn.",
    ),
    size=13,
    body="""
Thực hiện Công điện số 92/CĐ-TTg ngày 10/9/2024 của Thủ tướng Chính phủ và Công văn số 3316-CV/TU ngày 11/9/2024 của Tỉnh ủy, Thường trực Huyện ủy yêu cầu:
1. Ủy ban nhân dân (UBND) huyện
a) Sửa chữa tạm 03 đoạn đường bị sạt lở trên tuyến Khê Trung - Nà Sáo, bảo đảm cho xe tải nhẹ đi lại trước ngày 20/9/2024.
b) Chủ trì, phối hợp với Điện lực Lâm Khê khôi phục việc cấp điện cho 04 thôn còn mất điện, hoàn thành chậm nhất ngày 18/9/2024.
c) Tổng hợp thiệt hại, đề nghị tỉnh hỗ trợ giống cây vụ đông trong tháng 9/2024.
2. Ban Tuyên giáo Huyện ủy hướng dẫn tuyên truyền gương người tốt, việc tốt trong phòng, chống mưa lũ.
3. Đảng ủy các xã, thị trấn
a) Rà soát các hộ ở nơi có nguy cơ sạt lở đất, báo cáo kết quả về UBND huyện trước 16 giờ 00 ngày 14/9/2024.
b) Phân công đảng viên giúp từng hộ gia đình có nhà bị sập, không để hộ nào không có chỗ ở.
4. Giao Văn phòng Huyện ủy theo dõi, đôn đốc; báo cáo Thường trực Huyện ủy vào thứ Sáu hằng tuần.
""",
    copies=(
        "- Thường trực Tỉnh ủy (b/c),",
        "- Như trên,",
        "- Lưu Văn phòng Huyện ủy.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đàm Quốc Lượng"),
)
