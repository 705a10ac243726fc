"""State letter that carries out the plan kh-45: an old and a new date for late work, the plan cited by its alias."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-655-ubnd-huyen",
    forms=("pdf",),
    size=13,
    left=(
        "ỦY BAN NHÂN DÂN",
        "HUYỆN LÂM KHÊ",
        "Số: 655/UBND-TNMT",
        "V/v đôn đốc thực hiện Kế hoạch thu gom, xử lý rác thải và bảo vệ nguồn nước năm 2024",
    ),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lâm Khê, ngày 22 tháng 4 năm 2024",
    ),
    addressees=(
        "- Phòng Tài nguyên và Môi trường;",
        "- Phòng Tài chính - Kế hoạch;",
        "- Ban Quản lý dự án đầu tư xây dựng huyện;",
        "- Ủy ban nhân dân các xã, thị trấn.",
    ),
    body="""
Qua gần 02 tháng thực hiện Kế hoạch số 45/KH-UBND ngày 26/02/2024 của Ủy ban nhân dân (UBND) huyện về thu gom, xử lý rác thải sinh hoạt và bảo vệ nguồn nước trên địa bàn huyện năm 2024 (sau đây gọi tắt là Kế hoạch số 45), mới có 9/14 xã, thị trấn ban hành kế hoạch của địa phương; một số nhiệm vụ chậm so với thời hạn được giao. Để bảo đảm tiến độ, UBND huyện yêu cầu các đơn vị, địa phương thực hiện các nội dung sau:
1. UBND các xã, thị trấn chưa ban hành kế hoạch của địa phương khẩn trương ban hành, gửi về Phòng Tài nguyên và Môi trường trước ngày 26/4/2024.
2. Phòng Tài chính - Kế hoạch trình UBND huyện ban hành mức hỗ trợ các tổ thu gom rác tự quản theo Phần III Kế hoạch số 45 (thời hạn đã giao: ngày 15/4/2024; thời hạn mới: chậm nhất ngày 29/4/2024).
3. Ban Quản lý dự án đầu tư xây dựng huyện báo cáo tiến độ mua sắm xe đẩy rác, thùng rác và sửa chữa lò đốt rác xã Đồng Vối trước ngày 03/5/2024; nêu rõ nguyên nhân nếu chậm tiến độ.
4. Phòng Tài nguyên và Môi trường chủ trì, phối hợp với Phòng Nông nghiệp và Phát triển nông thôn kiểm tra thực tế tại các xã Đồng Vối, Lũng Mây, Nà Sáo từ ngày 06/5/2024 đến ngày 10/5/2024.
5. Văn phòng HĐND và UBND huyện công khai tiến độ thực hiện Kế hoạch số 45 của từng đơn vị, địa phương trên Cổng Thông tin điện tử huyện vào ngày 05 hằng tháng.
Yêu cầu Thủ trưởng các đơn vị, Chủ tịch UBND các xã, thị trấn nghiêm túc triển khai thực hiện./.
""",
    copies=(
        "- Như trên;",
        "- CT, các PCT UBND huyện;",
        "- Văn phòng HĐND và UBND huyện;",
        "- Lưu: VT, TNMT.",
    ),
    sign=("CHỦ TỊCH", "Nông Văn Thuyên"),
)
