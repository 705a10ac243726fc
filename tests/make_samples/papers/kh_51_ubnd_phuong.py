"""State plan of a ward, 2026: tasks in a landscape annex whose table runs over two pages and repeats its head."""

from tests.make_samples.paper import Paper, Table

PAPER = Paper(
    stem="kh-51-ubnd-phuong",
    forms=("pdf",),
    left=("ỦY BAN NHÂN DÂN", "PHƯỜNG BÃI CÒ", "Số: 51/KH-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bãi Cò, ngày 12 tháng 01 năm 2026",
    ),
    title="KẾ HOẠCH",
    subject=("Cải cách hành chính năm 2026 trên địa bàn phường Bãi Cò",),
    body="""
Thực hiện Kế hoạch số 402/KH-UBND ngày 19/12/2025 của UBND tỉnh Lam Thạch, Ủy ban nhân dân (UBND) phường Bãi Cò ban hành Kế hoạch cải cách hành chính năm 2026 như sau:
+ I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng phục vụ người dân, doanh nghiệp; lấy sự hài lòng của người dân làm thước đo.
2. Bảo đảm rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm.
+ II. NHIỆM VỤ
Nhiệm vụ cụ thể của các cơ quan, đơn vị tại Phụ lục kèm theo Kế hoạch này.
+ III. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND phường theo dõi, đôn đốc việc thực hiện Kế hoạch; báo cáo UBND phường trước ngày 22 của tháng cuối quý.
2. Phòng Kinh tế, Hạ tầng và Đô thị bố trí kinh phí thực hiện Kế hoạch theo quy định./.
""",
    copies=(
        "- UBND tỉnh (b/c);",
        "- Thường trực Đảng ủy phường;",
        "- CT, các PCT UBND phường;",
        "- Các phòng, trung tâm thuộc phường;",
        "- Lưu: VT.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Doãn Thị Minh Châu"),
    annex="""
= PHỤ LỤC
= NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026
~ (Kèm theo Kế hoạch số 51/KH-UBND ngày 12/01/2026 của UBND phường Bãi Cò)
{table}
""",
    tables=(
        Table(
            head=("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm"),
            rows=(
                ("I", "Cải cách thể chế"),
                (
                    "1",
                    "Rà soát, đề nghị bãi bỏ các văn bản của phường, xã trước sắp xếp không còn phù hợp",
                    "Văn phòng HĐND và UBND phường",
                    "Các phòng thuộc phường",
                    "Trước ngày 31/3/2026",
                    "Báo cáo kết quả rà soát",
                ),
                (
                    "2",
                    "Kiểm tra tình hình thi hành pháp luật về xử lý vi phạm hành chính trong lĩnh vực đất đai, xây dựng",
                    "Phòng Kinh tế, Hạ tầng và Đô thị",
                    "Công an phường",
                    "Quý II/2026",
                    "Kết luận kiểm tra",
                ),
                ("II", "Cải cách thủ tục hành chính"),
                (
                    "3",
                    "Niêm yết, công khai 100% thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã bằng mã QR",
                    "Trung tâm Phục vụ hành chính công phường",
                    "Văn phòng HĐND và UBND phường",
                    "Xong trước 15/02/2026",
                    "Bảng niêm yết, mã QR",
                ),
                (
                    "4",
                    "Lập tổ hỗ trợ người cao tuổi, người khuyết tật nộp hồ sơ trực tuyến tại 14 tổ dân phố",
                    "Trung tâm Phục vụ hành chính công phường",
                    "Đoàn Thanh niên phường; Hội Liên hiệp Phụ nữ phường",
                    "Trước ngày 28/02/2026",
                    "Quyết định thành lập tổ",
                ),
                (
                    "5",
                    "Đánh giá việc giải quyết thủ tục hành chính, công khai hồ sơ chậm hạn kèm thư xin lỗi",
                    "Trung tâm Phục vụ hành chính công phường",
                    "",
                    "Trước ngày 05 hằng tháng",
                    "Bảng đánh giá",
                ),
                ("III", "Cải cách tổ chức bộ máy, chế độ công vụ"),
                (
                    "6",
                    "Xây dựng, trình phê duyệt đề án vị trí việc làm của các phòng, trung tâm thuộc phường",
                    "Phòng Văn hóa - Xã hội",
                    "Các phòng, trung tâm thuộc phường",
                    "Chậm nhất ngày 30/4/2026",
                    "Đề án được phê duyệt",
                ),
                (
                    "7",
                    "Cử công chức tham gia lớp bồi dưỡng kỹ năng số, kỹ năng tiếp công dân do tỉnh tổ chức",
                    "Phòng Văn hóa - Xã hội",
                    "Văn phòng HĐND và UBND phường",
                    "Hết tháng 6/2026",
                    "Danh sách công chức hoàn thành lớp học",
                ),
                (
                    "8",
                    "Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính tại các phòng, trung tâm thuộc phường",
                    "Văn phòng HĐND và UBND phường",
                    "Ủy ban Kiểm tra Đảng ủy phường",
                    "Trước ngày 31/10/2026",
                    "Thông báo kết quả kiểm tra",
                ),
                ("IV", "Cải cách tài chính công"),
                (
                    "9",
                    "Công khai dự toán, quyết toán ngân sách phường trên Trang thông tin điện tử",
                    "Phòng Kinh tế, Hạ tầng và Đô thị",
                    "",
                    "Trong quý I/2026",
                    "Văn bản công khai",
                ),
                (
                    "10",
                    "Kiểm kê, lập phương án xử lý trụ sở, tài sản công dôi dư sau sắp xếp đơn vị hành chính",
                    "Phòng Kinh tế, Hạ tầng và Đô thị",
                    "Văn phòng HĐND và UBND phường",
                    "Trước ngày 20/5/2026",
                    "Phương án xử lý tài sản công",
                ),
                ("V", "Xây dựng chính quyền điện tử"),
                (
                    "11",
                    "Hoàn thành số hóa sổ hộ tịch lưu giữ tại phường từ năm 1976 đến nay",
                    "Văn phòng HĐND và UBND phường",
                    "Công an phường",
                    "Trước ngày 30/11/2026",
                    "Cơ sở dữ liệu hộ tịch",
                ),
                (
                    "12",
                    "Lắp đặt wifi miễn phí tại nhà văn hóa các tổ dân phố",
                    "Phòng Văn hóa - Xã hội",
                    "Tổ trưởng các tổ dân phố",
                    "Trong năm 2026",
                    "14 điểm truy cập",
                ),
            ),
            widths=(1.2, 8.4, 4.4, 4.4, 3.2, 4.1),
            repeats_head=True,
        ),
    ),
)
