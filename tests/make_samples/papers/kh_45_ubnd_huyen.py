"""State plan of a district in all three forms: inline items, task table with a merged cell, heading units."""

from tests.make_samples.paper import Paper, Table

PAPER = Paper(
    stem="kh-45-ubnd-huyen",
    forms=("txt", "docx", "pdf"),
    left=("ỦY BAN NHÂN DÂN", "HUYỆN LÂM KHÊ", "Số: 45/KH-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lâm Khê, ngày 26 tháng 02 năm 2024",
    ),
    title="KẾ HOẠCH",
    subject=(
        "Thu gom, xử lý rác thải sinh hoạt và bảo vệ nguồn nước",
        "trên địa bàn huyện Lâm Khê năm 2024",
    ),
    body="""
Thực hiện Luật Bảo vệ môi trường năm 2020; Nghị định số 08/2022/NĐ-CP ngày 10/01/2022 của Chính phủ; Nghị quyết số 09-NQ/HU ngày 15/12/2023 của Ban Chấp hành Đảng bộ huyện về nhiệm vụ năm 2024 (sau đây gọi tắt là Nghị quyết số 09), Ủy ban nhân dân (UBND) huyện ban hành Kế hoạch thu gom, xử lý rác thải sinh hoạt và bảo vệ nguồn nước trên địa bàn huyện năm 2024, cụ thể như sau:
+ I. MỤC ĐÍCH, YÊU CẦU
+ 1. Mục đích
- Nâng tỷ lệ thu gom rác thải sinh hoạt ở khu vực thị trấn lên trên 95%, khu vực nông thôn lên trên 80%; từng bước hình thành thói quen phân loại rác tại nguồn trong cán bộ, đảng viên và Nhân dân.
- Kiểm soát các nguồn thải ra suối Khê và các công trình cấp nước tập trung; phòng ngừa, khắc phục kịp thời các điểm ô nhiễm phát sinh.
+ 2. Yêu cầu
- Việc tổ chức thực hiện phải bám sát chỉ tiêu được giao tại Nghị quyết số 09; rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ kết quả.
- Lồng ghép với Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021-2025; sử dụng nguồn lực tiết kiệm, hiệu quả.
+ II. NHIỆM VỤ TRỌNG TÂM
1. Giao Phòng Văn hóa và Thông tin chủ trì, phối hợp với Trung tâm Văn hóa, Thông tin và Thể thao huyện xây dựng chuyên mục về phân loại rác tại nguồn để phát trên hệ thống truyền thanh cơ sở; hoàn thành chậm nhất ngày 20/3/2024.
2. Giao Phòng Tài nguyên và Môi trường thực hiện các nội dung sau: (1) Rà soát, lập danh mục các điểm rác tồn lưu tại khu dân cư, ven suối, ven đường giao thông; (2) Lấy mẫu, phân tích chất lượng nước tại 06 điểm trên suối Khê và 03 công trình cấp nước tập trung; (3) Tham mưu UBND huyện phương án xử lý triệt để điểm rác tồn lưu tại khu vực cầu Nà Sáo; (4) Đề xuất vị trí đặt 04 trạm trung chuyển rác tại các cụm xã //(hoàn thành cả 04 nội dung, báo cáo UBND huyện trước ngày 30/4/2024)//.
+ III. PHÂN CÔNG NHIỆM VỤ CỤ THỂ
{table}
+ IV. KINH PHÍ THỰC HIỆN
Kinh phí thực hiện Kế hoạch này được bảo đảm từ dự toán chi sự nghiệp môi trường năm 2024 đã giao cho các đơn vị, địa phương và các nguồn vốn hợp pháp khác.
+ V. TỔ CHỨC THỰC HIỆN
+ 1. Phòng Tài nguyên và Môi trường
- Hướng dẫn, đôn đốc các đơn vị, địa phương thực hiện Kế hoạch; kịp thời tham mưu UBND huyện tháo gỡ khó khăn, vướng mắc.
- Chủ trì, phối hợp với Phòng Nội vụ đưa kết quả thực hiện Kế hoạch vào tiêu chí xếp loại thi đua của các xã, thị trấn; đề xuất khen thưởng các tập thể, cá nhân tiêu biểu trước ngày 15/12/2024.
2. **Phòng Tài chính - Kế hoạch:** Thẩm định, tham mưu phân bổ kinh phí cho các đơn vị, địa phương trong tháng 3/2024; hướng dẫn thanh toán, quyết toán theo quy định.
+ 3. Ủy ban nhân dân các xã, thị trấn
- Xây dựng kế hoạch của địa phương, gửi về Phòng Tài nguyên và Môi trường trong vòng 10 ngày kể từ ngày ban hành Kế hoạch này.
- Kiện toàn các tổ thu gom rác tự quản ở thôn, tổ dân phố, phân công công chức địa chính theo dõi từng tuyến; vận động 100% hộ gia đình, cơ sở sản xuất, kinh doanh, hộ tiểu thương tại các chợ ký cam kết không vứt rác ra môi trường và tham gia phân loại rác tại nguồn; lắp đặt biển cảnh báo tại các điểm thường xuyên phát sinh rác, hoàn thành xong trước ngày 31/5/2024.
- Chỉ đạo thu gom, xử lý rác thải phát sinh sau mỗi phiên chợ, không để tồn đọng quá 02 ngày.
4. **Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội huyện:** Phối hợp với UBND các xã, thị trấn tuyên truyền, vận động đoàn viên, hội viên tham gia bảo vệ môi trường; mỗi tổ chức đăng ký ít nhất 01 mô hình tự quản với UBND huyện trước ngày 31/3/2024.
Trên đây là Kế hoạch thu gom, xử lý rác thải sinh hoạt và bảo vệ nguồn nước trên địa bàn huyện năm 2024. Quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị, địa phương phản ánh về Phòng Tài nguyên và Môi trường để tổng hợp, báo cáo UBND huyện xem xét, chỉ đạo./.
""",
    tables=(
        Table(
            head=(
                "TT",
                "Nội dung nhiệm vụ",
                "Đơn vị chủ trì",
                "Đơn vị phối hợp",
                "Thời hạn hoàn thành",
                "Sản phẩm",
            ),
            rows=(
                ("I", "Thu gom, vận chuyển, xử lý rác thải"),
                (
                    "1",
                    "Xây dựng, trình UBND huyện ban hành mức hỗ trợ các tổ thu gom rác tự quản tại thôn, tổ dân phố",
                    "Phòng Tài chính - Kế hoạch",
                    "Phòng Tài nguyên và Môi trường; UBND các xã, thị trấn",
                    "Trước ngày 15/4/2024",
                    "Quyết định của UBND huyện",
                ),
                (
                    "2",
                    "Mua sắm 12 xe đẩy rác và 240 thùng rác phân loại cho các xã",
                    "Ban Quản lý dự án đầu tư xây dựng huyện",
                    "Phòng Tài chính - Kế hoạch",
                    "Tháng 6/2024",
                    "Biên bản bàn giao",
                ),
                (
                    "3",
                    "Sửa chữa, nâng công suất lò đốt rác xã Đồng Vối",
                    "^",
                    "UBND xã Đồng Vối",
                    "Quý II/2024",
                    "Công trình đưa vào sử dụng",
                ),
                (
                    "4",
                    "Đóng cửa, phủ đất và trồng cây xanh tại bãi rác tạm xã Lũng Mây",
                    "UBND xã Lũng Mây",
                    "Phòng Tài nguyên và Môi trường",
                    "Xong trước 31/8/2024",
                    "Báo cáo kết quả",
                ),
                ("II", "Bảo vệ nguồn nước"),
                (
                    "5",
                    "Cắm mốc hành lang bảo vệ nguồn nước suối Khê đoạn qua khu vực trung tâm huyện",
                    "Phòng Nông nghiệp và Phát triển nông thôn",
                    "UBND các xã: Khê Trung, Nà Sáo",
                    "Chậm nhất ngày 30/9/2024",
                    "Hồ sơ, mốc giới ngoài thực địa",
                ),
                (
                    "6",
                    "Kiểm tra việc xả thải của các cơ sở chăn nuôi, chế biến nông sản",
                    "Phòng Tài nguyên và Môi trường",
                    "Công an huyện",
                    "Trước ngày 20 của tháng cuối quý",
                    "Báo cáo kết quả kiểm tra",
                ),
                (
                    "7",
                    "Tổng hợp, báo cáo UBND huyện tiến độ thực hiện Kế hoạch",
                    "Phòng Tài nguyên và Môi trường",
                    "Các đơn vị liên quan",
                    "Trước ngày 25 hằng tháng",
                    "Báo cáo tháng",
                ),
            ),
            widths=(1.0, 4.8, 3.0, 3.0, 2.4, 2.3),
        ),
    ),
    copies=(
        "- UBND tỉnh (b/c);",
        "- Thường trực Huyện ủy, HĐND huyện;",
        "- CT, các PCT UBND huyện;",
        "- UBMTTQVN huyện và các tổ chức CT-XH huyện;",
        "- Các phòng, ban, đơn vị thuộc huyện;",
        "- UBND các xã, thị trấn;",
        "- Lưu: VT, TNMT.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lương Đình Khảo"),
)
