"""State conclusion of a province: UBND huyện as heading unit with a), b), c), d); an hour; a weekly report."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="tb-214-ubnd-tinh",
    forms=("pdf",),
    left=("ỦY BAN NHÂN DÂN", "TỈNH LAM THẠCH", "Số: 214/TB-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Thạch, ngày 03 tháng 4 năm 2024",
    ),
    title="THÔNG BÁO",
    subject=(
        "Kết luận của Phó Chủ tịch UBND tỉnh Đàm Quang Lịch tại cuộc họp",
        "về tiến độ dự án đầu tư xây dựng tuyến đường Thạch Giang - Lâm Khê",
    ),
    body="""
Ngày 01/4/2024, tại trụ sở UBND tỉnh, đồng chí Đàm Quang Lịch, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp kiểm điểm tiến độ dự án đầu tư xây dựng tuyến đường Thạch Giang - Lâm Khê. Tham dự cuộc họp có lãnh đạo các Sở: Giao thông vận tải, Tài nguyên và Môi trường, Tài chính, Kế hoạch và Đầu tư; UBND huyện Lâm Khê, UBND thành phố Thạch Giang và Ban Quản lý dự án giao thông tỉnh. Sau khi nghe Sở Giao thông vận tải báo cáo và ý kiến của các đại biểu, Phó Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:
1. Ghi nhận nỗ lực của chủ đầu tư và các địa phương; đến nay, dự án đã hoàn thành 62% khối lượng xây lắp. Tuy nhiên, công tác giải phóng mặt bằng đoạn Km9+200 - Km12+650 chưa dứt điểm, ảnh hưởng đến tiến độ chung.
2. Giao Sở Giao thông vận tải chủ trì, phối hợp với Sở Kế hoạch và Đầu tư, Sở Tài chính rà soát, trình UBND tỉnh điều chỉnh tiến độ thực hiện dự án trước ngày 20/4/2024.
+ 3. UBND huyện Lâm Khê
a) Phê duyệt phương án bồi thường, hỗ trợ của 31 hộ còn lại, bàn giao mặt bằng đoạn Km9+200 - Km12+650; hoàn thành xong trước 30/4/2024.
b) Di dời đường dây 35 kV và tuyến cáp thông tin tại Km10+850, hoàn thành đến hết tháng 5/2024.
c) Ban hành quyết định giao đất tái định cư cho 12 hộ thuộc diện giải tỏa trắng trong quý II/2024.
d) Báo cáo kết quả thực hiện về UBND tỉnh (qua Sở Giao thông vận tải) trước 17 giờ 00 ngày 21/6/2024.
4. UBND thành phố Thạch Giang hoàn thành chi trả tiền bồi thường cho các hộ dân phường Bến Thạch trước ngày 25/4/2024.
5. Sở Tài nguyên và Môi trường hướng dẫn UBND huyện Lâm Khê, UBND thành phố Thạch Giang xác định giá đất cụ thể theo Nghị định số 12/2024/NĐ-CP ngày 05/02/2024 của Chính phủ; trả lời vướng mắc của các địa phương trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản đề nghị.
6. Ban Quản lý dự án giao thông tỉnh chỉ đạo các nhà thầu tổ chức thi công “3 ca, 4 kíp” trên các đoạn đã có mặt bằng; báo cáo tiến độ về Sở Giao thông vận tải trước 16 giờ 00 thứ Sáu hằng tuần.
7. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Thông báo này.
Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị, địa phương biết, thực hiện./.
""",
    copies=(
        "- Thường trực Tỉnh ủy (b/c);",
        "- CT, các PCT UBND tỉnh;",
        "- Các Sở: GTVT, TNMT, TC, KHĐT;",
        "- UBND huyện Lâm Khê;",
        "- UBND thành phố Thạch Giang;",
        "- Ban Quản lý dự án giao thông tỉnh;",
        "- Lưu: VT, XD.",
    ),
    sign=("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Tống Văn Sĩnh"),
)
