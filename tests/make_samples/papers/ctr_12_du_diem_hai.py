"""Party programme of a ward after 1 July 2025, saved by Notepad as "Unicode": UTF-16 with a mark, lines end with CR LF."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="ctr-12-du-diem-hai",
    forms=("utf-16",),
    left=("ĐẢNG BỘ TỈNH LAM THẠCH", "ĐẢNG ỦY PHƯỜNG DIÊM HẢI", "*", "Số 12-CTr/ĐU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Diêm Hải, ngày 06 tháng 11 năm 2025"),
    title="CHƯƠNG TRÌNH HÀNH ĐỘNG",
    subject=(
        "thực hiện Nghị quyết Đại hội đại biểu Đảng bộ phường Diêm Hải lần thứ I,",
        "nhiệm kỳ 2025 - 2030",
    ),
    body="""
Thực hiện Nghị quyết Đại hội đại biểu Đảng bộ phường Diêm Hải lần thứ I, nhiệm kỳ 2025 - 2030 và Kế hoạch số 19-KH/TU ngày 20/10/2025 của Ban Thường vụ Tỉnh ủy, Ban Chấp hành Đảng bộ phường ban hành Chương trình hành động như sau:
= I- MỤC ĐÍCH, YÊU CẦU
1- Cụ thể hóa các mục tiêu, nhiệm vụ của Nghị quyết thành công việc của từng cơ quan, đơn vị.
2- Phấn đấu đến năm 2030 có 100% tổ dân phố đạt chuẩn văn minh đô thị.
= II- NHIỆM VỤ
1- Về kinh tế
a) Ủy ban nhân dân phường xây dựng đề án phát triển kinh tế ban đêm tại bến Diêm Hải, trình Ban Thường vụ Đảng ủy phường trước ngày 31/3/2026.
b) Phòng Kinh tế, Hạ tầng và Đô thị phường chủ trì, phối hợp với Hội Nông dân phường hỗ trợ 20 hộ diêm dân chuyển sang làm muối sạch, hoàn thành trong quý II/2026.
2- Về văn hóa, xã hội
a) Phòng Văn hóa - Xã hội phường rà soát, bổ sung hương ước, quy ước của các tổ dân phố, xong trước ngày 30/6/2026.
b) Đề nghị Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường vận động Nhân dân giữ gìn vệ sinh môi trường ven biển.
3- Về xây dựng Đảng
a) Ban Xây dựng Đảng Đảng ủy phường tham mưu kế hoạch kết nạp đảng viên mới năm 2026, trình Ban Thường vụ Đảng ủy phường chậm nhất ngày 15/12/2025.
b) Ủy ban Kiểm tra Đảng ủy phường kiểm tra việc thực hiện Chương trình này, báo cáo Ban Chấp hành Đảng bộ phường trước ngày 10/12 hằng năm.
= III- TỔ CHỨC THỰC HIỆN
1- Các chi bộ trực thuộc Đảng ủy phường xây dựng kế hoạch thực hiện, gửi về Văn phòng Đảng ủy phường trước ngày 05/12/2025.
2- Văn phòng Đảng ủy phường theo dõi, đôn đốc việc thực hiện Chương trình này.
""",
    copies=(
        "- Ban Thường vụ Tỉnh ủy (b/c),",
        "- Các đồng chí Đảng ủy viên,",
        "- UBND, UBMTTQVN phường,",
        "- Các chi bộ trực thuộc,",
        "- Lưu Văn phòng Đảng ủy phường.",
    ),
    sign=("T/M BAN CHẤP HÀNH", "BÍ THƯ", "Tạ Hồng Sâm"),
)
