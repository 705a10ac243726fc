"""Party conclusion of a province after 1 July 2025, hard-wrapped at 80 columns, both columns side by side."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="kl-1043-tu",
    forms=("txt",),
    wrap=80,
    head_style="sides",
    left=("TỈNH ỦY LAM THẠCH", "*", "Số 1043-KL/TU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Lam Thạch, ngày 22 tháng 8 năm 2025"),
    title="KẾT LUẬN",
    subject=("của Ban Thường vụ Tỉnh ủy về tiếp tục nâng cao hiệu quả hoạt động", "của chính quyền địa phương 2 cấp"),
    body="""
Thực hiện các Kết luận số 126, 127-KL/TW của Bộ Chính trị, Ban Bí thư và Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương, từ ngày 01/7/2025, toàn tỉnh vận hành mô hình chính quyền địa phương 2 cấp. Trên cơ sở báo cáo của Đảng ủy UBND tỉnh, Ban Thường vụ Tỉnh ủy kết luận như sau:
I- TÌNH HÌNH
Sau gần 02 tháng vận hành, bộ máy của 78 xã, phường, đặc khu cơ bản ổn định, thông suốt; tỷ lệ hồ sơ giải quyết đúng hạn đạt 94,6%. Tuy nhiên, một số nơi còn thiếu công chức chuyên môn; trụ sở, trang thiết bị chưa đáp ứng yêu cầu; việc phân cấp, ủy quyền chưa kịp thời.
II- NHIỆM VỤ
1- Đảng ủy các xã, phường, đặc khu
- Lãnh đạo kiện toàn các chức danh lãnh đạo phòng chuyên môn còn thiếu, hoàn thành trước ngày 15/9/2025.
- Chỉ đạo bố trí cán bộ hướng dẫn Nhân dân thực hiện thủ tục hành chính; chấm dứt tình trạng chậm trả kết quả chậm nhất ngày 30/9/2025.
2- Đảng ủy UBND tỉnh
- Lãnh đạo các sở, ngành hoàn thành việc ban hành văn bản hướng dẫn về phân cấp, ủy quyền trong thời hạn 05 ngày làm việc kể từ ngày ban hành Kết luận này.
- Chỉ đạo xây dựng phương án xử lý trụ sở, tài sản công dôi dư; báo cáo Ban Thường vụ Tỉnh ủy trong quý IV năm 2025.
3- Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Đảng ủy UBND tỉnh hướng dẫn tổ chức bộ máy cơ quan tham mưu, giúp việc của đảng ủy cấp xã theo Quy định số 298-QĐ/TW ngày 09/6/2025 của Ban Bí thư, hoàn thành trong tháng 10 năm 2025.
4- Ban Tuyên giáo và Dân vận Tỉnh ủy nắm tình hình tư tưởng của cán bộ, đảng viên và Nhân dân; báo cáo Thường trực Tỉnh ủy trước ngày 15 của tháng cuối quý.
5- Văn phòng Tỉnh ủy theo dõi, đôn đốc, định kỳ báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện Kết luận này.
""",
    copies=(
        "- Ban Bí thư (b/c),",
        "- Đảng ủy UBND tỉnh,",
        "- Các ban đảng Tỉnh ủy,",
        "- Các xã, phường, đặc khu,",
        "- Lưu Văn phòng Tỉnh ủy.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Tạ Đình Kiểm"),
)
