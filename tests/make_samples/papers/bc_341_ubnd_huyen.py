"""State report that answers a Party letter; full of dates and of "trước ngày", and without a single task."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="bc-341-ubnd-huyen",
    forms=("txt",),
    left=("ỦY BAN NHÂN DÂN", "HUYỆN LÂM KHÊ", "Số: 341/BC-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lâm Khê, ngày 12 tháng 6 năm 2024",
    ),
    title="BÁO CÁO",
    subject=("Kết quả giải ngân vốn đầu tư công và thực hiện một số nhiệm vụ cấp bách", "đến ngày 10/6/2024"),
    addressees=("Ban Thường vụ Huyện ủy.",),
    body="""
Phúc đáp Công văn số 1482-CV/HU ngày 06/5/2024 của Ban Thường vụ Huyện ủy, Ủy ban nhân dân (UBND) huyện báo cáo kết quả thực hiện như sau:
I. KẾT QUẢ ĐẠT ĐƯỢC
1. UBND huyện đã thành lập 03 tổ công tác do các đồng chí Phó Chủ tịch UBND huyện làm tổ trưởng tại Quyết định số 1127/QĐ-UBND ngày 13/5/2024, bảo đảm thời hạn trước ngày 15/5/2024 theo yêu cầu của Ban Thường vụ Huyện ủy.
2. Tính đến ngày 10/6/2024, toàn huyện đã giải ngân 96,3 tỷ đồng, đạt 31,7% kế hoạch vốn, tăng 13,3 điểm phần trăm so với cuối tháng 4/2024. Trong đó, vốn các chương trình mục tiêu quốc gia đạt 24,6%.
3. Đã điều chuyển 11,8 tỷ đồng từ 04 dự án chậm tiến độ sang 06 dự án có khối lượng hoàn thành; hồ sơ quyết toán của 05/07 công trình đã được phê duyệt.
II. TỒN TẠI, HẠN CHẾ
1. Việc bàn giao mặt bằng dự án Hồ chứa nước Khe Mòng còn chậm; đến nay còn 16 hộ dân chưa nhận tiền bồi thường.
2. Một số xã chưa gửi báo cáo trước thứ Sáu hằng tuần theo quy định, ảnh hưởng đến công tác tổng hợp.
III. ĐỀ XUẤT, KIẾN NGHỊ
Đề nghị Ban Thường vụ Huyện ủy báo cáo Ban Thường vụ Tỉnh ủy xem xét, cho phép kéo dài thời gian thực hiện vốn của 02 dự án chuyển tiếp sang năm 2025; quan tâm chỉ đạo các cơ quan Đảng, đoàn thể tiếp tục vận động các hộ dân bàn giao mặt bằng.
Trên đây là kết quả giải ngân vốn đầu tư công và thực hiện một số nhiệm vụ cấp bách đến ngày 10/6/2024, UBND huyện trân trọng báo cáo./.
""",
    copies=(
        "- Như trên;",
        "- Thường trực HĐND huyện;",
        "- CT, các PCT UBND huyện;",
        "- Lưu: VT, TCKH.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nông Văn Thuyên"),
)
