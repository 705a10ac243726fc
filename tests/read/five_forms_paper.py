"""One invented plan, written once for all its forms; `python tests/read/five_forms_paper.py` writes its .pdf anew."""

import re
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from make_samples.paper import ABOVE, Paper, Table, read_body

PDF = Path(__file__).parent / "data" / "nam-hinh-thuc.pdf"

NUMBERED = Paper(
    stem="nam-hinh-thuc",
    forms=("txt", "docx", "pdf"),
    size=14,
    head_style="sides",
    wrap=96,
    left=("ỦY BAN NHÂN DÂN", "HUYỆN LÂM KHÊ", "Số: 73/KH-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lâm Khê, ngày 10 tháng 3 năm 2025",
    ),
    title="KẾ HOẠCH",
    subject=("Bảo đảm an toàn hồ, đập và giao thông nông thôn trước mùa mưa năm 2025",),
    body="""
Thực hiện Nghị quyết số 22-NQ/HU ngày 15/01/2025 của Ban Chấp hành Đảng bộ huyện và Kế hoạch số 31/KH-UBND ngày 20/02/2025 của UBND tỉnh Lam Thạch, Ủy ban nhân dân (UBND) huyện Lâm Khê ban hành Kế hoạch bảo đảm an toàn hồ, đập và giao thông nông thôn trước mùa mưa năm 2025 như sau:
+ I. MỤC ĐÍCH, YÊU CẦU
Chủ động phát hiện, khắc phục hư hỏng của các công trình; bảo đảm an toàn tính mạng, tài sản của Nhân dân. Việc kiểm tra phải thực chất, rõ trách nhiệm của từng cơ quan, đơn vị.
+ II. NHIỆM VỤ TRỌNG TÂM
#1 **Phòng Kinh tế và Hạ tầng**
#2 Chủ trì, phối hợp với Công an huyện kiểm tra 14 cầu treo, ngầm tràn trên các tuyến đường xã, hoàn thành trước ngày 15/4/2025.
#2 Lắp đặt biển báo tại các điểm thường xuyên ngập sâu trong tháng 4/2025.
#2 Tham mưu UBND huyện phương án phân luồng giao thông, trong đó:
#3 Xác định các điểm phải cấm đường khi lũ về, niêm yết tại trụ sở UBND các xã chậm nhất ngày 25/4/2025.
#3 Bố trí lực lượng trực gác tại các ngầm tràn theo Luật Đường bộ năm 2024.
#1 Giao Phòng Nông nghiệp và Phát triển nông thôn chủ trì, phối hợp với UBND các xã, thị trấn thực hiện các nội dung sau: (1) Kiểm tra mái đập, tràn xả lũ của 23 hồ chứa nước; (2) Lập phương án ứng phó tình huống khẩn cấp cho các hồ Khau Dìa, Pù Lạn; (3) Thay thế các cánh cống đã hỏng tại hồ Nà Sáo (báo cáo kết quả thực hiện các nội dung nêu trên với UBND huyện trước ngày 20/5/2025).
#1 Trạm Khí tượng Thủy văn Lâm Khê cung cấp bản tin cảnh báo mưa lớn cho UBND các xã, thị trấn trước 16 giờ 00 hằng ngày.
#1 Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam huyện chủ trì, phối hợp với Huyện đoàn vận động Nhân dân khơi thông cống rãnh, hoàn thành trước ngày 30/4/2025.
#1 **Công an huyện**
#2 Kiểm tra điều kiện an toàn của 09 bến đò ngang, xử lý nghiêm phương tiện chở quá số người quy định.
#2 Chủ trì, phối hợp với Trung tâm Văn hóa, Thông tin và Thể thao huyện tuyên truyền kỹ năng đi qua vùng ngập lũ cho học sinh, xong trước ngày 20/4/2025.
#1 Phòng Giáo dục và Đào tạo chỉ đạo các trường học xây dựng phương án cho học sinh nghỉ học khi có mưa lớn, gửi UBND huyện trước ngày 05/5/2025; phối hợp với UBND các xã bố trí chỗ ở tạm cho giáo viên tại các điểm trường lẻ.
#1 Trung tâm Y tế huyện dự trữ cơ số thuốc, hóa chất khử khuẩn cho các trạm y tế xã; phân công 03 tổ cấp cứu lưu động sẵn sàng làm nhiệm vụ khi có tình huống, hoàn thành trong tháng 5/2025.
#1 **Ban Chỉ huy Quân sự huyện**
#2 Rà soát phương tiện, trang bị cứu hộ, cứu nạn; lập danh sách dân quân sẵn sàng cơ động đến các xã vùng cao khi bị chia cắt, báo cáo UBND huyện trước ngày 12/5/2025.
#2 Hiệp đồng với các đơn vị bộ đội đóng quân trên địa bàn về lực lượng ứng cứu.
+ III. NHIỆM VỤ CỤ THỂ
Nhiệm vụ cụ thể của các cơ quan, đơn vị như sau:
{table}
+ IV. TỔ CHỨC THỰC HIỆN
#1 Phòng Tài chính - Kế hoạch thẩm định, trình UBND huyện phân bổ kinh phí dự phòng trong quý II/2025.
#1 UBND các xã, thị trấn
#2 Xây dựng kế hoạch của địa phương theo Kế hoạch số 31/KH-UBND nêu trên, gửi về Phòng Kinh tế và Hạ tầng trong thời hạn 10 ngày kể từ ngày ký ban hành Kế hoạch này.
#2 Duy trì đội xung kích phòng, chống thiên tai; khắc phục sự cố giao thông trong thời hạn 12 giờ kể từ khi xảy ra.
#1 Văn phòng HĐND và UBND huyện theo dõi, đôn đốc việc thực hiện Kế hoạch; tổng hợp, báo cáo UBND huyện trước ngày 25 hằng tháng.
""",
    tables=(
        Table(
            head=("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm"),
            rows=(
                ("A", "Hồ, đập"),
                (
                    "1",
                    "Sửa chữa tràn xả lũ hồ Khau Dìa bị xói lở sau đợt mưa tháng 9 năm 2024",
                    "Ban Quản lý dự án đầu tư xây dựng huyện",
                    "UBND xã Khê Trung",
                    "Trước ngày 31/5/2025",
                    "Biên bản nghiệm thu",
                ),
                (
                    "2",
                    "Gia cố mái hạ lưu đập Pù Lạn, trồng cỏ chống xói",
                    ABOVE,
                    "UBND xã Nà Sáo",
                    "Xong trước 15/6/2025",
                    "Biên bản nghiệm thu",
                ),
                (
                    "3",
                    "Kiểm định an toàn đập hồ Nà Sáo theo quy định",
                    "Phòng Nông nghiệp và Phát triển nông thôn",
                    "Phòng Kinh tế và Hạ tầng",
                    "Quý III/2025",
                    "Báo cáo kiểm định",
                ),
                (
                    "4",
                    "Lắp đặt 06 trạm đo mực nước tự động tại các hồ có dung tích trên 500 nghìn mét khối",
                    "Phòng Nông nghiệp và Phát triển nông thôn",
                    "Trạm Khí tượng Thủy văn Lâm Khê",
                    "Hết tháng 7/2025",
                    "Hệ thống vận hành",
                ),
                ("B", "Giao thông nông thôn"),
                (
                    "5",
                    "Thay thế 03 cầu treo không bảo đảm an toàn tại các xã Đồng Vối, Lũng Mây",
                    "Phòng Kinh tế và Hạ tầng",
                    "UBND các xã: Đồng Vối, Lũng Mây",
                    "Chậm nhất ngày 30/8/2025",
                    "Công trình đưa vào sử dụng",
                ),
                (
                    "6",
                    "Rà soát, bổ sung rọ đá, vật tư dự phòng tại các điểm sạt lở",
                    "UBND các xã, thị trấn",
                    "Phòng Kinh tế và Hạ tầng",
                    "Trước ngày 10/5/2025",
                    "Danh mục vật tư",
                ),
                (
                    "7",
                    "Tổ chức diễn tập phương án cứu hộ tại ngầm Khe Mòng",
                    "Ban Chỉ huy Quân sự huyện",
                    "Công an huyện; Trung tâm Y tế huyện",
                    "Ngày 22/5/2025",
                    "Báo cáo kết quả",
                ),
                (
                    "8",
                    "Báo cáo tình hình sạt lở các tuyến đường xã",
                    "UBND các xã, thị trấn",
                    "",
                    "Trước ngày 20 hằng tháng",
                    "Báo cáo tháng",
                ),
            ),
            widths=(1.0, 4.9, 3.2, 3.0, 2.3, 2.1),
            repeats_head=True,
        ),
    ),
    copies=(
        "- UBND tỉnh (b/c);",
        "- Thường trực Huyện ủy, HĐND huyện;",
        "- CT, các PCT UBND huyện;",
        "- Các phòng, ban thuộc huyện;",
        "- UBND các xã, thị trấn;",
        "- Lưu: VT, KTHT.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lương Đình Khảo"),
)
"""With Word's own numbers."""


def _typed(body: str) -> str:
    """Return the body with its numbers typed: "1.", "a)" and "-"."""
    counts = {"#1": 0, "#2": 0}
    lines = []
    for raw in body.strip().splitlines():
        level = re.match(r"#[123](?= )", raw)
        if level is None:
            lines.append(raw)
            continue
        words = raw[3:]
        if level[0] == "#3":
            lines.append(f"- {words}")
            continue
        counts[level[0]] += 1
        if level[0] == "#1":
            counts["#2"] = 0
        mark = f"{counts['#1']}." if level[0] == "#1" else f"{chr(ord('a') + counts['#2'] - 1)})"
        lines.append(f"{mark} {words}")
    return "\n".join(lines)


TYPED = replace(NUMBERED, body=_typed(NUMBERED.body))
"""With numbers that somebody typed."""

assert not any(line.kind.startswith("#") for line in read_body(TYPED.body))

if __name__ == "__main__":
    from make_samples.pdf_form import write_pdfs

    write_pdfs([TYPED], PDF.parent)
