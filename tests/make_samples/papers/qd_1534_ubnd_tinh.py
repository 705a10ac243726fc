"""State decision after 1 July 2025: legal bases, articles, execution clause, tasks in a landscape annex table."""

from tests.make_samples.paper import Paper, Table

PAPER = Paper(
    stem="qd-1534-ubnd-tinh",
    forms=("pdf",),
    left=("ỦY BAN NHÂN DÂN", "TỈNH LAM THẠCH", "Số: 1534/QĐ-UBND"),
    right=(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Thạch, ngày 11 tháng 9 năm 2025",
    ),
    title="QUYẾT ĐỊNH",
    subject=(
        "Ban hành Danh mục nhiệm vụ chuyển đổi số phục vụ người dân,",
        "doanh nghiệp 4 tháng cuối năm 2025",
    ),
    body="""
= ỦY BAN NHÂN DÂN TỈNH LAM THẠCH
//Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;//
//Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông;//
//Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;//
//Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 96/TTr-SKHCN ngày 05/9/2025.//
= QUYẾT ĐỊNH:
**Điều 1.** Ban hành kèm theo Quyết định này Danh mục nhiệm vụ chuyển đổi số phục vụ người dân, doanh nghiệp 4 tháng cuối năm 2025.
**Điều 2.** Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Văn phòng UBND tỉnh hướng dẫn, đôn đốc các cơ quan, địa phương thực hiện các nhiệm vụ tại Danh mục; tổng hợp, báo cáo UBND tỉnh trước ngày 20 hằng tháng.
**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng UBND tỉnh, Giám đốc các sở, Chủ tịch UBND các xã, phường, đặc khu và các cơ quan, đơn vị liên quan chịu trách nhiệm thi hành Quyết định này./.
""",
    copies=(
        "- Như Điều 3;",
        "- Thường trực Tỉnh ủy (b/c);",
        "- CT, các PCT UBND tỉnh;",
        "- Cổng Thông tin điện tử tỉnh;",
        "- Lưu: VT, KSTT.",
    ),
    sign=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Khúc Minh Đạm"),
    annex="""
= PHỤ LỤC
= DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP 4 THÁNG CUỐI NĂM 2025
~ (Kèm theo Quyết định số 1534/QĐ-UBND ngày 11/9/2025 của UBND tỉnh Lam Thạch)
{table}
""",
    tables=(
        Table(
            head=(
                "STT",
                "Nhiệm vụ",
                "Cơ quan chủ trì",
                "Cơ quan phối hợp",
                "Thời gian hoàn thành",
                "Kết quả, sản phẩm",
            ),
            rows=(
                (
                    "1",
                    "Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính tỉnh, kết nối với Cổng Dịch vụ công quốc gia",
                    "Sở Khoa học và Công nghệ",
                    "Văn phòng UBND tỉnh",
                    "Trước ngày 30/9/2025",
                    "Hệ thống vận hành thông suốt",
                ),
                (
                    "2",
                    "Trang bị máy quét, máy tính, thiết bị lấy số tự động cho Trung tâm Phục vụ hành chính công cấp xã",
                    "Sở Tài chính",
                    "UBND các xã, phường, đặc khu",
                    "Xong trước 15/10/2025",
                    "Biên bản bàn giao thiết bị",
                ),
                (
                    "3",
                    "Tổ chức 12 lớp tập huấn kỹ năng số cho cán bộ, công chức cấp xã",
                    "Sở Nội vụ",
                    "Sở Khoa học và Công nghệ",
                    "Quý IV/2025",
                    "Báo cáo kết quả tập huấn",
                ),
                (
                    "4",
                    "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
                    "UBND các xã, phường, đặc khu",
                    "Sở Nội vụ; Văn phòng UBND tỉnh",
                    "Hết tháng 11/2025",
                    "Kho dữ liệu điện tử của tổ chức, cá nhân",
                ),
                (
                    "5",
                    "Làm sạch dữ liệu đất đai, kết nối với Cơ sở dữ liệu quốc gia về dân cư",
                    "Sở Nông nghiệp và Môi trường",
                    "Công an tỉnh",
                    "Chậm nhất ngày 15/12/2025",
                    "Dữ liệu đạt tiêu chí “đúng, đủ, sạch, sống”",
                ),
                (
                    "6",
                    "Công khai kết quả xếp hạng mức độ phục vụ người dân, doanh nghiệp của các cơ quan, địa phương",
                    "Văn phòng UBND tỉnh",
                    "Sở Khoa học và Công nghệ",
                    "Ngày 05 hằng tháng",
                    "Bảng xếp hạng trên Cổng Thông tin điện tử tỉnh",
                ),
            ),
            widths=(1.2, 8.4, 4.2, 4.2, 3.4, 4.3),
        ),
    ),
)
