"""Party conclusion of a town, the notice 733-TB/TU that two other samples cite; items 2.1, 2.2; number traps."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="tb-733-tu-cua-diem",
    forms=("docx",),
    size=13,
    left=("ĐẢNG BỘ TỈNH LAM THẠCH", "THỊ ỦY CỬA DIÊM", "*", "Số 733-TB/TU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Cửa Diêm, ngày 07 tháng 10 năm 2024"),
    title="THÔNG BÁO",
    subject=(
        "kết luận của Thường trực Thị ủy về công tác chống khai thác hải sản",
        "bất hợp pháp, không báo cáo và không theo quy định (IUU)",
    ),
    body="""
Ngày 03/10/2024, Thường trực Thị ủy họp, nghe Ủy ban nhân dân (UBND) thị xã báo cáo kết quả công tác chống khai thác IUU 9 tháng đầu năm 2024. Sau khi thảo luận, Thường trực Thị ủy kết luận:
1. Thời gian qua, công tác chống khai thác IUU trên địa bàn thị xã có chuyển biến tích cực; 100% tàu cá có chiều dài lớn nhất từ 15 mét trở lên đã lắp thiết bị giám sát hành trình. Tuy vậy, vẫn còn 11 tàu cá chưa đăng ký, chưa được cấp giấy phép khai thác; tình trạng tàu cá mất kết nối trên biển còn xảy ra.
+ 2. Yêu cầu UBND thị xã
2.1. Hoàn thành việc đăng ký, cấp giấy phép cho 11 tàu cá nêu trên theo tinh thần Chỉ thị số 32-CT/TW ngày 10/4/2024 của Ban Bí thư, xong trước ngày 31/10/2024.
2.2. Xử lý dứt điểm 06 vụ tàu cá mất kết nối thiết bị giám sát hành trình quá 10 ngày trên biển trong tháng 11/2024.
2.3. Chỉ đạo Phòng Kinh tế, Ban Quản lý cảng cá Cửa Diêm kiểm soát 100% sản lượng hải sản bốc dỡ qua cảng; báo cáo Thường trực Thị ủy vào thứ Năm hằng tuần.
3. Đồn Biên phòng Cửa Diêm chủ trì, phối hợp với Công an thị xã tuần tra, kiểm soát tàu cá ra, vào cửa biển; không cho xuất bến đối với tàu cá không đủ điều kiện.
4. Đảng ủy các phường Diêm Hải, Bãi Cò: Phân công cấp ủy viên phụ trách từng chủ tàu; tổ chức cho 100% chủ tàu, thuyền trưởng ký cam kết không vi phạm vùng biển nước ngoài chậm nhất ngày 20/10/2024.
5. Văn phòng Thị ủy theo dõi, đôn đốc việc thực hiện Thông báo này.
""",
    copies=(
        "- Ban Thường vụ Tỉnh ủy (b/c),",
        "- UBND thị xã,",
        "- Đồn Biên phòng Cửa Diêm,",
        "- Đảng ủy các phường Diêm Hải, Bãi Cò,",
        "- Lưu Văn phòng Thị ủy.",
    ),
    sign=("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Phan Bá Lượng"),
)
