"""State directive of a province whose 1., a), - are Word's own numbering and stand nowhere in the text."""

from tests.make_samples.paper import Paper

PAPER = Paper(
    stem="ct-06-ubnd-tinh",
    forms=("docx",),
    left=("ỦY BAN NHÂN DÂN", "TỈNH LAM THẠCH", "Số: 06/CT-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Thạch, ngày 14 tháng 5 năm 2024",
    ),
    title="CHỈ THỊ",
    subject=("Về việc chủ động phòng, chống thiên tai và tìm kiếm cứu nạn năm 2024",),
    body="""
Năm 2023, trên địa bàn tỉnh xảy ra 14 đợt thiên tai, làm 03 người chết, 217 nhà ở bị hư hỏng, thiệt hại về tài sản ước tính 86,5 tỷ đồng. Công tác ứng phó tại một số địa phương còn bị động, việc sơ tán người dân ở vùng nguy cơ sạt lở đất chưa kịp thời.
Thực hiện Luật Phòng, chống thiên tai năm 2013, Luật Đê điều năm 2006 và Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ, để chủ động ứng phó với thiên tai, giảm thiểu thiệt hại, Chủ tịch UBND tỉnh yêu cầu:
#1 **UBND các huyện, thị xã, thành phố**
#2 Kiện toàn Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn các cấp, phân công nhiệm vụ cho từng thành viên trước ngày 25/5/2024.
#2 Rà soát, bổ sung phương án ứng phó theo phương châm “bốn tại chỗ”, trong đó:
#3 Xác định cụ thể các khu vực có nguy cơ lũ quét, sạt lở đất; lập danh sách các hộ phải sơ tán.
#3 Dự trữ lương thực, nhu yếu phẩm tại các xã thường xuyên bị chia cắt, hoàn thành trước ngày 15/6/2024.
#2 Tổ chức diễn tập ứng phó lũ quét, sạt lở đất cấp huyện vào ngày 28/5/2024.
#1 **Sở Nông nghiệp và Phát triển nông thôn**
#2 Chủ trì, phối hợp với Đài Khí tượng Thủy văn tỉnh lắp đặt 15 trạm đo mưa tự động tại các xã vùng cao trong tháng 6 năm 2024.
#2 Kiểm tra an toàn các hồ chứa nước, báo cáo UBND tỉnh trước mùa mưa lũ.
#2 Tổng hợp thiệt hại do thiên tai, báo cáo UBND tỉnh trước ngày 15/6 và ngày 15/12 hằng năm.
#1 **Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh:** Rà soát lực lượng, phương tiện tại các khu vực trọng điểm; phối hợp với chính quyền địa phương cứu hộ, cứu nạn khi có tình huống xảy ra.
#1 **Sở Thông tin và Truyền thông:** Bảo đảm thông tin liên lạc thông suốt trong mọi tình huống; khôi phục liên lạc tại các xã bị mất sóng trong thời hạn 24 giờ kể từ khi xảy ra sự cố.
#1 Giao Sở Nông nghiệp và Phát triển nông thôn theo dõi, đôn đốc, kiểm tra việc thực hiện Chỉ thị này.
Chỉ thị này thay thế Chỉ thị số 05/CT-UBND ngày 10/4/2023 của Chủ tịch UBND tỉnh. Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện, thị xã, thành phố chịu trách nhiệm thi hành Chỉ thị này./.
""",
    copies=(
        "- Thường trực Tỉnh ủy (b/c);",
        "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
        "- Các sở, ban, ngành tỉnh;",
        "- UBND các huyện, thị xã, thành phố;",
        "- Lưu: VT, NN.",
    ),
    sign=("CHỦ TỊCH", "Bế Hữu Chước"),
)
