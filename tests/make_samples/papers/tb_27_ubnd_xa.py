"""State conclusion of a commune, signed electronically: number, day and month stand in signature fields over blanks."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="tb-27-ubnd-xa-khe-trung",
    forms=("signed",),
    left=("ỦY BAN NHÂN DÂN", "XÃ KHÊ TRUNG", "Số:            /TB-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Khê Trung, ngày        tháng        năm 2026",
    ),
    title="THÔNG BÁO",
    subject=(
        "Kết luận của Chủ tịch Ủy ban nhân dân xã tại phiên họp",
        "về công tác chuẩn bị bầu cử đại biểu Hội đồng nhân dân các cấp",
    ),
    body="""
Ngày 07/01/2026, Chủ tịch Ủy ban nhân dân (UBND) xã chủ trì phiên họp về công tác chuẩn bị bầu cử. Sau khi nghe Văn phòng HĐND và UBND xã báo cáo, ý kiến của các thành viên dự họp, Chủ tịch UBND xã kết luận như sau:
1. Các cơ quan, đơn vị đã chủ động triển khai nhiệm vụ; đến ngày 06/01/2026 đã thành lập 11/11 tổ bầu cử. Tuy nhiên, việc lập danh sách cử tri tại một số thôn còn chậm.
2. Giao Văn phòng HĐND và UBND xã chủ trì, phối hợp với Công an xã hoàn thành việc lập danh sách cử tri theo Kế hoạch số 118/KH-UBND ngày 15/12/2025 của UBND xã trước ngày 30/01/2026.
3. Phòng Kinh tế rà soát, trình UBND xã phê duyệt dự toán kinh phí bầu cử chậm nhất ngày 20/01/2026.
4. Phòng Văn hóa - Xã hội:
a) Xây dựng kế hoạch tuyên truyền, trình UBND xã trước ngày 16/01/2026.
b) Lắp đặt pa nô, khẩu hiệu tại trung tâm xã và 11 thôn trong tháng 02/2026.
5. Công an xã xây dựng phương án bảo đảm an ninh, trật tự, báo cáo Chủ tịch UBND xã trước 17 giờ 00 ngày 23/01/2026.
6. Trung tâm Phục vụ hành chính công xã bố trí người trực, hướng dẫn cử tri tạm trú làm thủ tục ghi tên vào danh sách cử tri.
Văn phòng HĐND và UBND xã thông báo để các cơ quan, đơn vị biết, thực hiện./.
""",
    copies=(
        "- Thường trực Đảng ủy xã (b/c);",
        "- CT, các PCT UBND xã;",
        "- Các phòng, trung tâm thuộc xã;",
        "- Công an xã;",
        "- Lưu: VT.",
    ),
    sign=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Nông Thị Bích"),
    fields=("27", "08", "01"),
    stamp=(
        "Người ký: Ủy ban nhân dân xã Khê Trung",
        "Email: ubndkhetrung@lamthach.gov.vn",
        "Cơ quan: Tỉnh Lam Thạch",
        "Thời gian ký: 09.01.2026 16:25:10 +07:00",
    ),
    size=13,
)
