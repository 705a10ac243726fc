"""Party letter of a district, heading as a borderless table; deadlines of UBND huyện in May and June 2024."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-1482-hu-lam-khe",
    forms=("docx",),
    size=13,
    left=(
        "ĐẢNG BỘ TỈNH LAM THẠCH",
        "HUYỆN ỦY LÂM KHÊ",
        "*",
        "Số 1482-CV/HU",
        "Đẩy mạnh giải ngân vốn đầu tư công và thực hiện các nhiệm vụ cấp bách",
    ),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Lâm Khê, ngày 06 tháng 5 năm 2024"),
    addressees=(
        "- Ủy ban nhân dân huyện,",
        "- Ban Tuyên giáo Huyện ủy, Ủy ban Kiểm tra Huyện ủy,",
        "- Đảng ủy các xã, thị trấn.",
    ),
    body="""
Thực hiện Công văn số 3917-CV/TU, ngày 26/4/2024 của Ban Thường vụ Tỉnh ủy về đẩy mạnh giải ngân vốn đầu tư công; qua theo dõi, tính đến ngày 30/4/2024, toàn huyện mới giải ngân được 18,4% kế hoạch vốn, thấp hơn bình quân chung của tỉnh. Để khắc phục tình trạng trên, Ban Thường vụ Huyện ủy yêu cầu:
+ 1. Ủy ban nhân dân huyện
- Thành lập tổ công tác tháo gỡ khó khăn, vướng mắc cho từng dự án, xong trước ngày 15/5/2024.
- Rà soát, điều chuyển vốn của các dự án chậm tiến độ sang các dự án có khả năng hấp thụ vốn; báo cáo Ban Thường vụ Huyện ủy chậm nhất ngày 24/5/2024.
- Trước tháng 6/2024, chỉ đạo hoàn thành hồ sơ quyết toán 07 công trình đã bàn giao, đưa vào sử dụng.
- Chuẩn bị báo cáo tình hình kinh tế - xã hội phục vụ hội nghị Ban Chấp hành Đảng bộ huyện, gửi Văn phòng Huyện ủy trước ngày 20/6/2024.
- Tổ chức thực hiện đầy đủ các nội dung tại Thông báo số 618-TB/HU ngày 12/4/2024 của Huyện ủy; hoàn thành mục tiêu giải ngân vốn dự án Hồ chứa nước Khe Mòng năm 2024.
2. **Ban Tuyên giáo Huyện ủy:** Phối hợp với Trung tâm Văn hóa, Thông tin và Thể thao huyện mở chuyên mục tuyên truyền về các công trình trọng điểm, thực hiện từ ngày 15/5/2024.
3. **Ủy ban Kiểm tra Huyện ủy:** Kiểm tra trách nhiệm người đứng đầu tại 03 đơn vị có tỷ lệ giải ngân thấp; hoàn thành trong quý III/2024.
4. **Đảng ủy các xã, thị trấn:** Lãnh đạo, chỉ đạo bàn giao mặt bằng sạch cho chủ đầu tư; báo cáo kết quả về Ban Thường vụ Huyện ủy (qua Văn phòng Huyện ủy) vào thứ Sáu hằng tuần.
Giao Văn phòng Huyện ủy theo dõi, đôn đốc, tổng hợp kết quả thực hiện Công văn này, báo cáo Ban Thường vụ Huyện ủy.
""",
    copies=(
        "- Ban Thường vụ Tỉnh ủy (b/c),",
        "- Như trên,",
        "- Các đồng chí Ủy viên Ban Thường vụ Huyện ủy,",
        "- Lưu Văn phòng Huyện ủy.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Hoàng Thị Nhạn"),
)
