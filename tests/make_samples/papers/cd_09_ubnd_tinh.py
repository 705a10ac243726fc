"""State telegram: "… điện:" instead of Kính gửi, hours, a daily report, "trong ngày"; urgency HỎA TỐC."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cd-09-ubnd-tinh",
    forms=("txt",),
    left=("ỦY BAN NHÂN DÂN", "TỈNH LAM THẠCH", "Số: 09/CĐ-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Thạch, ngày 26 tháng 9 năm 2025",
    ),
    urgency="HỎA TỐC",
    title="CÔNG ĐIỆN",
    subject=("Về việc tập trung ứng phó với mưa lũ, ngập lụt, sạt lở đất trên địa bàn tỉnh",),
    body="""
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAM THẠCH điện:
- Thủ trưởng các sở, ban, ngành tỉnh;
- Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu;
- Công ty Khai thác công trình thủy lợi Lam Thạch.
Theo bản tin của Đài Khí tượng Thủy văn tỉnh, từ ngày 27/9 đến ngày 29/9/2025, trên địa bàn tỉnh có mưa to đến rất to, nguy cơ cao xảy ra lũ quét, sạt lở đất ở vùng núi và ngập úng ở vùng trũng thấp. Thực hiện Luật Phòng thủ dân sự năm 2023, kế thừa các phương án đã lập theo Chỉ thị số 06/CT-UBND ngày 14/5/2024 của Chủ tịch UBND tỉnh, Chủ tịch UBND tỉnh yêu cầu:
1. Chủ tịch UBND các xã, phường, đặc khu:
a) Sơ tán các hộ dân ở vùng nguy cơ cao sạt lở đất, lũ quét đến nơi an toàn, hoàn thành trước 17 giờ 00 ngày 27/9/2025.
b) Tạm dừng hoạt động của các bến đò ngang; bố trí lực lượng canh gác tại các ngầm tràn, không để người và phương tiện qua lại khi nước lên cao.
c) Báo cáo nhanh tình hình thiệt hại về Sở Nông nghiệp và Môi trường trước 16 giờ 00 hằng ngày.
2. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công ty Khai thác công trình thủy lợi Lam Thạch vận hành hồ chứa nước Khe Mòng đúng quy trình; thông báo cho Nhân dân vùng hạ du ít nhất 06 giờ trước khi xả lũ.
3. Sở Giáo dục và Đào tạo hướng dẫn các trường học ở vùng ngập lụt cho học sinh nghỉ học, hoàn thành trong ngày 26/9/2025.
4. Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh bố trí lực lượng, phương tiện tại các địa bàn xung yếu, sẵn sàng cứu hộ, cứu nạn khi có yêu cầu.
5. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công điện này; tổng hợp, báo cáo Chủ tịch UBND tỉnh trước ngày 02/10/2025./.
""",
    copies=(
        "- Như trên;",
        "- Thường trực Tỉnh ủy (b/c);",
        "- CT, các PCT UBND tỉnh;",
        "- Báo và Phát thanh, Truyền hình Lam Thạch;",
        "- Lưu: VT, NN.",
    ),
    sign=("CHỦ TỊCH", "Bế Hữu Chước"),
)
