"""Party conclusion of a district: inline (1)…(5) with a closing parenthesis that dates all, "3. Giao UBND huyện:"."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="tb-618-hu-lam-khe",
    forms=("txt",),
    left=("ĐẢNG BỘ TỈNH LAM THẠCH", "HUYỆN ỦY LÂM KHÊ", "*", "Số 618-TB/HU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Lâm Khê, ngày 12 tháng 4 năm 2024"),
    title="THÔNG BÁO",
    subject=(
        "kết luận của đồng chí Bí thư Huyện ủy tại buổi làm việc với xã Nà Sáo",
        "về công tác giải phóng mặt bằng dự án Hồ chứa nước Khe Mòng",
    ),
    body="""
Ngày 09/4/2024, đồng chí Bí thư Huyện ủy chủ trì buổi làm việc với Ban Thường vụ Đảng ủy xã Nà Sáo và đại diện 05 thôn trong vùng dự án Hồ chứa nước Khe Mòng. Sau khi nghe Ủy ban nhân dân (UBND) huyện báo cáo, ý kiến của các hộ dân và phát biểu của các đồng chí dự họp, đồng chí Bí thư Huyện ủy kết luận như sau:
1. Thời gian qua, UBND huyện, Đảng ủy, UBND xã Nà Sáo đã có nhiều cố gắng trong công tác kiểm đếm, công khai phương án bồi thường; đến hết ngày 31/3/2024 đã chi trả cho 142/187 hộ, đạt 75,9%. Tuy nhiên, việc bố trí tái định cư còn chậm; một số kiến nghị của Nhân dân về đường dân sinh, nước sinh hoạt chưa được trả lời dứt điểm.
2. Yêu cầu Đảng ủy, UBND xã Nà Sáo và các chi bộ thôn trong vùng dự án thực hiện tốt một số nhiệm vụ sau:
(1) Tuyên truyền, vận động 45 hộ dân còn lại nhận tiền, bàn giao mặt bằng; phân công cấp ủy viên phụ trách từng nhóm hộ, hoàn thành trong tháng 4/2024.
(2) Niêm yết công khai phương án bố trí tái định cư tại nhà văn hóa các thôn; tổng hợp ý kiến của Nhân dân gửi UBND huyện chậm nhất ngày 22/4/2024.
(3) Nắm chắc tình hình tư tưởng, dư luận; giải quyết kịp thời kiến nghị phát sinh ngay từ cơ sở, không để hình thành điểm nóng.
3. Giao UBND huyện:
- Ban hành văn bản trả lời từng kiến nghị của Nhân dân các thôn trong vùng dự án, báo cáo kết quả với Thường trực Huyện ủy trước ngày 25/4/2024. Trong đó, tập trung giải quyết các nội dung sau: (1) Kiểm tra, xác định lại nguồn gốc đất của 08 hộ dân thôn Khe Mòng theo Điều 100 Luật Đất đai năm 2013; (2) Bố trí kinh phí sửa chữa 1,2 km đường dân sinh vào khu sản xuất Pù Lạn; (3) Chỉ đạo đơn vị thi công hoàn trả tuyến mương nội đồng thôn Nà Sáo Trong; (4) Rà soát, hỗ trợ gạo cho 23 hộ tạm cư thiếu đói giáp hạt; (5) Lập phương án cấp nước sinh hoạt cho khu tái định cư Bản Vèn (báo cáo kết quả thực hiện 05 nội dung nêu trên với Thường trực Huyện ủy trước ngày 10/5/2024).
- Phê duyệt phương án bố trí tái định cư theo Kết luận số 214-KL/HU ngày 20/10/2023 của Ban Thường vụ Huyện ủy; tổ chức bốc thăm lô đất và bàn giao đất ở cho các hộ tại khu tái định cư Bản Vèn, xong trước ngày 31/5/2024.
- Hoàn thành quyết toán kinh phí hỗ trợ di chuyển cho các hộ đã bàn giao mặt bằng chậm nhất ngày 18/6/2024.
- Trong quá trình thi công, chỉ đạo chủ đầu tư khắc phục ngay sự cố mất nước của các hộ dân, không để kéo dài quá 03 ngày.
4. Giao Ban Dân vận Huyện ủy chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam huyện tổ chức đối thoại với các hộ dân chưa đồng thuận sau khi UBND huyện phê duyệt phương án bố trí tái định cư.
5. Giao Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện Thông báo này; trước ngày 25 hằng tháng tổng hợp, báo cáo Thường trực Huyện ủy.
""",
    copies=(
        "- Thường trực Huyện ủy,",
        "- UBND huyện,",
        "- Ban Dân vận, Văn phòng Huyện ủy,",
        "- Đảng ủy, UBND xã Nà Sáo,",
        "- Các chi bộ thôn trong vùng dự án,",
        "- Lưu Văn phòng Huyện ủy.",
    ),
    sign=("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Vi Thế Tuân"),
)
