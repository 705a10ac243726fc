"""Party guidance of a commune board (Ban Xây dựng Đảng) after 1 July 2025; quarterly and receipt-based deadlines."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="hd-05-bxdd-khe-trung",
    forms=("docx",),
    size=13,
    left=("ĐẢNG ỦY XÃ KHÊ TRUNG", "BAN XÂY DỰNG ĐẢNG", "*", "Số 05-HD/BXDĐ"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Khê Trung, ngày 14 tháng 10 năm 2025"),
    title="HƯỚNG DẪN",
    subject=("kiểm điểm, đánh giá, xếp loại chất lượng chi bộ và đảng viên năm 2025",),
    body="""
Thực hiện Quy định số 366-QĐ/TW ngày 30/8/2025 của Bộ Chính trị và Kế hoạch số 12-KH/ĐU ngày 03/10/2025 của Đảng ủy xã (sau đây viết tắt là Kế hoạch số 12), Ban Xây dựng Đảng hướng dẫn kiểm điểm, đánh giá, xếp loại chất lượng chi bộ và đảng viên năm 2025 như sau:
= I- MỤC ĐÍCH, YÊU CẦU
- Giúp cấp ủy, chi bộ và đảng viên thấy rõ ưu điểm, hạn chế để có biện pháp khắc phục.
- Việc kiểm điểm phải nghiêm túc, dân chủ, khách quan, đúng thực chất.
= II- TỔ CHỨC THỰC HIỆN
+ 1- Các chi bộ trực thuộc Đảng ủy xã
a) Tổ chức kiểm điểm, đánh giá, xếp loại đảng viên, hoàn thành trước ngày 05/12/2025.
b) Gửi hồ sơ đề nghị xếp loại về Ban Xây dựng Đảng chậm nhất ngày 10/12/2025.
c) Báo cáo danh sách đảng viên đi làm ăn xa, vắng sinh hoạt về Ban Xây dựng Đảng trước ngày 15 của tháng cuối quý.
+ 2- Ủy ban Kiểm tra Đảng ủy xã
Chủ trì, phối hợp với Văn phòng Đảng ủy xã thẩm định hồ sơ của các chi bộ trong vòng 10 ngày kể từ ngày nhận đủ hồ sơ.
+ 3- Văn phòng Đảng ủy xã
a) Chuẩn bị hội nghị Ban Thường vụ Đảng ủy xã xét, công nhận kết quả xếp loại vào ngày 22/12/2025.
b) Tham mưu Đảng ủy xã báo cáo kết quả thực hiện Kế hoạch số 12 với Ban Tổ chức Tỉnh ủy trước ngày 31/12/2025.
Trong quá trình thực hiện, nếu có vướng mắc, các chi bộ phản ánh về Ban Xây dựng Đảng để được hướng dẫn.
""",
    copies=(
        "- Thường trực Đảng ủy xã (b/c),",
        "- Ủy ban Kiểm tra, Văn phòng Đảng ủy xã,",
        "- Các chi bộ trực thuộc Đảng ủy xã,",
        "- Lưu Ban Xây dựng Đảng.",
    ),
    sign=("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lã Thị Duyên Hà"),
)
