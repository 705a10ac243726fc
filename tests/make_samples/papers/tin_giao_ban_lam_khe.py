"""News report of a meeting: title, time line, captions between the paragraphs, petitions upward, orders in prose."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="tin-giao-ban-lam-khe",
    forms=("txt",),
    body="""
Thường trực Huyện ủy Lâm Khê giao ban công tác tháng 5 với các xã, thị trấn
28/05/2024 16:42 Lượt xem: 312
Sáng 28/5, Thường trực Huyện ủy Lâm Khê tổ chức hội nghị giao ban công tác tháng 5, triển khai nhiệm vụ trọng tâm tháng 6 với các xã, thị trấn. Đồng chí Hà Quang Điểu, Tỉnh ủy viên, Bí thư Huyện ủy chủ trì hội nghị.
Quang cảnh hội nghị giao ban
Theo báo cáo tại hội nghị, 5 tháng đầu năm, thu ngân sách trên địa bàn huyện đạt 46,2% dự toán; diện tích gieo trồng cây hằng năm đạt 112% kế hoạch; toàn huyện đã kết nạp 58 đảng viên mới. Tuy nhiên, tiến độ giải ngân vốn đầu tư công còn chậm, công tác thu gom rác thải ở một số xã chưa đạt yêu cầu.
Tại hội nghị, lãnh đạo các xã Đồng Vối, Lũng Mây kiến nghị huyện sớm bố trí kinh phí sửa chữa các tuyến đường liên thôn bị hư hỏng sau mưa lũ, bổ sung biên chế giáo viên mầm non cho năm học 2024 - 2025.
Đồng chí Hà Quang Điểu, Bí thư Huyện ủy phát biểu kết luận hội nghị
Kết luận hội nghị, đồng chí Hà Quang Điểu biểu dương kết quả các xã, thị trấn đã đạt được trong 5 tháng đầu năm. Đồng chí giao UBND huyện chỉ đạo hoàn thành việc sửa chữa điểm trường mầm non Lũng Mây xong trước ngày 10/6/2024. Đồng chí yêu cầu Phòng Giáo dục và Đào tạo phối hợp với Công an huyện, Trung tâm Y tế huyện chuẩn bị chu đáo các điều kiện phục vụ Kỳ thi tốt nghiệp trung học phổ thông vào ngày 27, 28/6/2024. Đối với công tác thu gom rác thải, Bí thư Huyện ủy yêu cầu UBND các xã, thị trấn khắc phục ngay những hạn chế trong thực hiện Kế hoạch số 45/KH-UBND của UBND huyện. Đồng chí cũng đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các tổ chức chính trị - xã hội tăng cường vận động Nhân dân hiến đất, mở rộng đường giao thông nông thôn.
Thu Hiên - Trung tâm Văn hóa, Thông tin và Thể thao Lâm Khê
""",
)
