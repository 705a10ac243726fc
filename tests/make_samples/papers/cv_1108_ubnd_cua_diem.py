"""State letter of a town, saved by an old program in windows-1258: letter and tone are two bytes."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="cv-1108-ubnd-cua-diem",
    forms=("cp1258",),
    left=(
        "ỦY BAN NHÂN DÂN",
        "THỊ XÃ CỬA DIÊM",
        "Số: 1108/UBND-NV",
        "V/v chấn chỉnh kỷ luật, kỷ cương hành chính",
    ),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cửa Diêm, ngày 22 tháng 7 năm 2024",
    ),
    addressees=(
        "- Phòng Nội vụ thị xã;",
        "- Thanh tra thị xã;",
        "- UBND các phường.",
    ),
    body="""
Qua theo dõi, một số cơ quan, đơn vị còn chậm trả lời kiến nghị của công dân. Thực hiện Chỉ thị số 10/CT-UBND ngày 08/7/2024 của Chủ tịch UBND tỉnh Lam Thạch, UBND thị xã yêu cầu:
1. Phòng Nội vụ thị xã chủ trì, phối hợp với Văn phòng HĐND và UBND thị xã kiểm tra công vụ đột xuất tại các phường, báo cáo kết quả trước ngày 30/9/2024.
2. Thanh tra thị xã rà soát các đơn thư tồn đọng, đề xuất biện pháp giải quyết dứt điểm trong tháng 8/2024.
3. UBND các phường:
a) Niêm yết công khai lịch tiếp công dân, hoàn thành trước ngày 01/8/2024.
b) Trả lời kiến nghị của công dân trong thời hạn 07 ngày làm việc kể từ ngày nhận được kiến nghị.
c) Gửi báo cáo tháng về Phòng Nội vụ trước ngày 20 hằng tháng.
Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.
""",
    copies=(
        "- Như trên;",
        "- Thường trực Thị ủy (b/c);",
        "- CT, các PCT UBND thị xã;",
        "- Lưu: VT, NV.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phan Trọng Lễ"),
)
