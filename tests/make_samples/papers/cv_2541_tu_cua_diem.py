"""Party letter of a town that cites 733-TB/TU in full and by date; a Tết deadline; a closing clause without year."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-2541-tu-cua-diem",
    forms=("txt",),
    left=(
        "ĐẢNG BỘ TỈNH LAM THẠCH",
        "THỊ ỦY CỬA DIÊM",
        "*",
        "Số 2541-CV/TU",
        "V/v tập trung thực hiện các nhiệm vụ những tháng cuối năm 2024",
    ),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Cửa Diêm, ngày 18 tháng 11 năm 2024"),
    addressees=(
        "- Ủy ban nhân dân thị xã,",
        "- Đảng ủy Quân sự thị xã, Đảng ủy Công an thị xã,",
        "- Đảng ủy các xã, phường.",
    ),
    body="""
Thực hiện Nghị quyết số 15-NQ/TU ngày 18/12/2023 của Ban Chấp hành Đảng bộ thị xã về nhiệm vụ năm 2024 (viết tắt là Nghị quyết số 15), 10 tháng qua, kinh tế - xã hội thị xã tiếp tục phát triển, đạt 17/20 chỉ tiêu. Tuy nhiên, tiến độ một số công trình và công tác quản lý tàu cá chưa đáp ứng yêu cầu. Để hoàn thành cao nhất các chỉ tiêu của Nghị quyết số 15, Ban Thường vụ Thị ủy yêu cầu:
1. Ủy ban nhân dân thị xã
- Chỉ đạo nhà thầu thi công dứt điểm kè chắn sóng phường Diêm Hải đến hết tháng 12/2024.
- Khắc phục triệt để các tồn tại trong quản lý tàu cá đã nêu tại Thông báo số 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy; báo cáo kết quả trước ngày 05/12/2024.
- Phối hợp với Sở Tài nguyên và Môi trường lấy ý kiến Nhân dân về giá đất ở các tuyến đường mới mở theo Luật Đất đai năm 2024 và Điều 17 Nghị định số 71/2024/NĐ-CP ngày 27/6/2024 của Chính phủ, hoàn thành trong tháng 12/2024.
2. Đảng ủy Quân sự thị xã: Lãnh đạo rà soát, chốt danh sách công dân đủ điều kiện nhập ngũ năm 2025 chậm nhất ngày 15/12/2024.
3. Đảng ủy Công an thị xã: Chỉ đạo mở đợt cao điểm trấn áp tội phạm, bảo đảm an ninh, trật tự trước, trong và sau Tết Nguyên đán Ất Tỵ 2025.
4. Đảng ủy các xã, phường
- Hoàn thành việc góp ý dự thảo văn kiện trình đại hội đảng bộ cơ sở theo Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị trước ngày 31/12/2024.
- Hoàn thành việc thăm hỏi, tặng quà gia đình chính sách, hộ nghèo trước Tết Nguyên đán Ất Tỵ 2025.
Các cơ quan, đơn vị, địa phương báo cáo kết quả thực hiện Công văn này về Ban Thường vụ Thị ủy (qua Văn phòng Thị ủy) trước ngày 20/12 để tổng hợp, theo dõi.
""",
    copies=(
        "- Thường trực Tỉnh ủy (b/c),",
        "- Như trên,",
        "- Thường trực HĐND thị xã,",
        "- Các đồng chí Ủy viên Ban Thường vụ Thị ủy,",
        "- Lưu Văn phòng Thị ủy.",
    ),
    sign=("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trương Bá Nhuận"),
)
