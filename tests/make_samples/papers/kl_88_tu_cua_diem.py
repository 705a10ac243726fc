"""Party conclusion of a town as a draft with Word's tracked changes: only what would be printed counts."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="kl-88-tu-cua-diem",
    forms=("docx",),
    left=("ĐẢNG BỘ TỈNH LAM THẠCH", "THỊ ỦY CỬA DIÊM", "*", "Số 88-KL/TU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Cửa Diêm, ngày 17 tháng 3 năm 2025"),
    title="KẾT LUẬN",
    subject=("của Ban Thường vụ Thị ủy về chỉnh trang khu vực chợ và bến cá Cửa Diêm",),
    body="""
Tại hội nghị ngày 14/3/2025, sau khi xem xét Tờ trình số {-40-}{+46+}/TTr-UBND ngày 11/3/2025 của UBND thị xã, Ban Thường vụ Thị ủy kết luận như sau:
1. Thống nhất chủ trương chỉnh trang khu vực chợ và bến cá Cửa Diêm theo đề nghị của UBND thị xã.
2. Giao Ủy ban nhân dân (UBND) thị xã:
- Phê duyệt phương án bố trí lại {-96-}{+104+} quầy hàng trong chợ, hoàn thành trước ngày {-30/4/2025-}{+15/5/2025+}.
- Chỉ đạo Ban Quản lý cảng cá Cửa Diêm nạo vét luồng vào bến cá{- trong quý II/2025-}{+, xong trước ngày 30/8/2025+}.
{-- Lập dự án mở rộng bãi đỗ xe phía nam chợ, trình Ban Thường vụ Thị ủy trước ngày 10/6/2025.-}
{+- Công khai giá thuê quầy hàng tại trụ sở UBND phường Diêm Hải chậm nhất ngày 25/4/2025.+}
3. {-Ban Dân vận Thị ủy-}{+Ban Tuyên giáo và Dân vận Thị ủy+} chủ trì, phối hợp với Hội Liên hiệp Phụ nữ thị xã vận động tiểu thương chấp hành việc sắp xếp lại chợ.
4. Giao Văn phòng Thị ủy {-kiểm tra-}{+theo dõi, đôn đốc+} việc thực hiện Kết luận này, báo cáo Thường trực Thị ủy trước ngày 28 hằng tháng.
""",
    copies=(
        "- Thường trực Tỉnh ủy (b/c),",
        "- UBND thị xã,",
        "- {-Ban Dân vận-}{+Ban Tuyên giáo và Dân vận+} Thị ủy,",
        "- Lưu Văn phòng Thị ủy.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "{-PHÓ BÍ THƯ-}{+BÍ THƯ+}", "Hứa Vĩnh Trạch"),
)
