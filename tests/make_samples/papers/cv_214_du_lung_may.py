"""Party letter of a commune across Tết 2026: working days that skip the holiday, a term that ends in it."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-214-du-lung-may",
    forms=("txt",),
    left=(
        "ĐẢNG BỘ TỈNH LAM THẠCH",
        "ĐẢNG ỦY XÃ LŨNG MÂY",
        "*",
        "Số 214-CV/ĐU",
        "Lãnh đạo công tác bầu cử và các nhiệm vụ sau Tết Nguyên đán",
    ),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Lũng Mây, ngày 10 tháng 02 năm 2026"),
    addressees=(
        "- Ủy ban nhân dân xã,",
        "- Ủy ban Mặt trận Tổ quốc Việt Nam xã,",
        "- Ban Xây dựng Đảng Đảng ủy xã,",
        "- Các chi bộ trực thuộc.",
    ),
    body="""
Thực hiện Chỉ thị số 46-CT/TW ngày 16/5/2025 của Bộ Chính trị về lãnh đạo cuộc bầu cử đại biểu Quốc hội khóa XVI và bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031, Ban Thường vụ Đảng ủy xã yêu cầu:
1. Ủy ban nhân dân (UBND) xã
- Hoàn thành việc cập nhật danh sách cử tri tạm trú trong thời hạn 05 ngày làm việc kể từ ngày ban hành Công văn này.
- Chuẩn bị đầy đủ cơ sở vật chất tại 09 khu vực bỏ phiếu phục vụ ngày bầu cử vào Chủ nhật, ngày 15/3/2026.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã: Phối hợp với UBND xã tổ chức hội nghị tiếp xúc cử tri tại các thôn trong vòng 10 ngày kể từ ngày 23/02/2026.
3. Ban Xây dựng Đảng Đảng ủy xã: Xây dựng nội dung sinh hoạt chuyên đề về bầu cử, gửi các chi bộ trong vòng 10 ngày kể từ ngày ký Công văn này.
4. Các chi bộ trực thuộc
- Phân công đảng viên phụ trách hộ gia đình, vận động cử tri đi bầu cử sớm, đúng luật.
- Báo cáo tình hình tư tưởng, dư luận xã hội về Đảng ủy xã trước 15 giờ 00 thứ Sáu hằng tuần.
- Tổ chức sinh hoạt chuyên đề trước ngày 10/3.
Giao Văn phòng Đảng ủy xã theo dõi, đôn đốc việc thực hiện Công văn này.
""",
    copies=(
        "- Thường trực Tỉnh ủy (b/c),",
        "- Như trên,",
        "- Các đồng chí Đảng ủy viên,",
        "- Lưu Văn phòng Đảng ủy xã.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Sùng Chấn Lềnh"),
)
