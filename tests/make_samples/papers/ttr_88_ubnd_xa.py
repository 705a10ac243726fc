"""State proposal of a commune to the province: legal bases and planned dates, no tasks; columns set with tabs."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="ttr-88-ubnd-xa",
    forms=("docx",),
    head_style="tabs",
    left=("ỦY BAN NHÂN DÂN", "XÃ NÀ SÁO", "Số: 88/TTr-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Nà Sáo, ngày 03 tháng 12 năm 2025",
    ),
    title="TỜ TRÌNH",
    subject=("Về việc đề nghị hỗ trợ kinh phí khắc phục công trình thủy lợi", "hư hỏng do mưa lũ"),
    addressees=("Ủy ban nhân dân tỉnh Lam Thạch.",),
    body="""
Căn cứ Luật Ngân sách nhà nước năm 2015;
Căn cứ Công điện số 09/CĐ-UBND ngày 26/9/2025 của Chủ tịch Ủy ban nhân dân (UBND) tỉnh về tập trung ứng phó với mưa lũ, ngập lụt, sạt lở đất,
UBND xã Nà Sáo trình UBND tỉnh như sau:
1. Tình hình thiệt hại
Đợt mưa lũ từ ngày 27/9 đến ngày 29/9/2025 đã làm sạt lở 420 m kênh dẫn Khe Mòng, hư hỏng 02 đập dâng, ảnh hưởng đến việc tưới tiêu của 65 ha lúa. UBND xã đã huy động 310 ngày công khắc phục tạm thời, bảo đảm nước tưới trước ngày 20/10/2025.
2. Nội dung đề nghị
Đề nghị UBND tỉnh xem xét, hỗ trợ xã Nà Sáo 2,85 tỷ đồng từ nguồn dự phòng ngân sách tỉnh để sửa chữa các công trình nêu trên. Nếu được bố trí vốn, công trình dự kiến khởi công trong tháng 02/2026 và hoàn thành trước ngày 30/6/2026.
UBND xã Nà Sáo kính trình UBND tỉnh xem xét, quyết định./.
""",
    copies=(
        "- Như trên;",
        "- Sở Tài chính;",
        "- Sở Nông nghiệp và Môi trường;",
        "- Lưu: VT.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Chẩu Văn Rạng"),
)
