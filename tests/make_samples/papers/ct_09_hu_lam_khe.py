"""Party directive of 2007 typed in the old fonts .VnTime and .VnTimeH, whose capitals show only in the font."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="ct-09-hu-lam-khe",
    forms=("tcvn3",),
    left=("ĐẢNG BỘ TỈNH LAM THẠCH", "HUYỆN UỶ LÂM KHÊ", "*", "Số 09-CT/HU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Lâm Khê, ngày 05 tháng 11 năm 2007"),
    title="CHỈ THỊ",
    subject=("về tăng cường sự lãnh đạo của cấp uỷ đối với công tác bảo vệ và phát triển rừng",),
    body="""
Những năm qua, công tác bảo vệ và phát triển rừng trên địa bàn huyện đã đạt được một số kết quả; độ che phủ rừng tăng từ 41% năm 2003 lên 46,5% năm 2006. Tuy nhiên, tình trạng phá rừng làm nương rẫy trái phép vẫn còn xảy ra ở một số xã.
Thực hiện Luật Bảo vệ và phát triển rừng năm 2004 và Nghị quyết số 14-NQ/TU ngày 20/6/2007 của Ban Thường vụ Tỉnh uỷ, Ban Thường vụ Huyện uỷ yêu cầu:
1. Các đảng uỷ xã, thị trấn
- Quán triệt Chỉ thị này đến toàn thể đảng viên, hoàn thành trước ngày 15/12/2007.
- Lãnh đạo việc giao đất, giao rừng cho hộ gia đình theo đúng quy hoạch.
2. Uỷ ban nhân dân huyện chỉ đạo Hạt Kiểm lâm, Công an huyện xử lý nghiêm các trường hợp phá rừng; định kỳ báo cáo Ban Thường vụ Huyện uỷ trước ngày 20 hằng tháng.
3. Ban Tuyên giáo Huyện uỷ chủ trì, phối hợp với Huyện đoàn tổ chức tuyên truyền về phòng cháy, chữa cháy rừng trong tháng 12 năm 2007.
4. Uỷ ban Kiểm tra Huyện uỷ kiểm tra việc thực hiện Chỉ thị này ở các đảng bộ xã.
Chỉ thị này phổ biến đến chi bộ.
""",
    copies=(
        "- Thường trực Tỉnh uỷ (để b/c),",
        "- Các đồng chí Huyện uỷ viên,",
        "- Các đảng uỷ xã, thị trấn,",
        "- Lưu Văn phòng Huyện uỷ.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Chu Đình Nghiêm"),
)
