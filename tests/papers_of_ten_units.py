"""Four papers of invented offices, written as text files: what `vb ingest` makes of them answers the questions of
`tests/query/test_ways_to_name_a_unit.py`. One item, one task; the number in brackets names it.
"""

from pathlib import Path

PARTY = """HUYỆN ỦY LÂM KHÊ
*
Số 215-TB/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Lâm Khê, ngày 02 tháng 4 năm 2024
THÔNG BÁO
kết luận của Thường trực Huyện ủy về nhiệm vụ quý II
-----
1. UBND huyện
- Rà soát quỹ đất tái định cư của dự án kè suối Nậm Cắt, báo cáo trước ngày 25/4/2024 (một).
- Đối thoại với các hộ dân thôn Pác Liềng trước ngày 29/4/2024 (hai).
2. Ban Tổ chức Huyện ủy
- Hướng dẫn hồ sơ kết nạp đảng viên trước ngày 10/5/2024 (ba).
3. Đảng ủy xã Nậm Cắt
- Kiểm điểm tập thể, cá nhân để xảy ra khai thác cát trái phép trước ngày 15/5/2024 (bốn).
4. Đảng ủy các xã, thị trấn
- Phân công cấp ủy viên phụ trách thôn trước ngày 20/5/2024 (năm).
5. MTTQ huyện
- Giám sát việc chi trả bồi thường trước ngày 30/5/2024 (sáu).
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Lò Văn Hặc
"""
DISTRICT = """ỦY BAN NHÂN DÂN
HUYỆN LÂM KHÊ
Số: 318/UBND-TH
V/v tăng cường quản lý đất đai
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Khê, ngày 12 tháng 4 năm 2024
Kính gửi: Các cơ quan, đơn vị.
1. Phòng Tài nguyên và Môi trường
- Thống kê diện tích đất lấn chiếm trước ngày 05/5/2024 (bảy).
2. Công an huyện
- Xử lý xe chở quá tải trên tuyến đường tỉnh trước ngày 06/5/2024 (tám).
3. UBND xã Nậm Cắt
- Tháo dỡ công trình xây dựng trái phép trước ngày 07/5/2024 (chín).
4. UBND các xã, thị trấn
- Niêm yết công khai quy hoạch sử dụng đất trước ngày 08/5/2024 (mười).
5. Chủ tịch UBND xã Bản Lìm
- Kiểm tra bãi tập kết vật liệu trước ngày 09/5/2024 (mười một).
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Tòng Văn Hiệu
"""
PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH CAO BÌNH
Số: 45/UBND-NN
V/v khắc phục hậu quả thiên tai
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Bình, ngày 20 tháng 4 năm 2024
Kính gửi: Các cơ quan, đơn vị.
1. UBND huyện Lũng Mây
- Sửa chữa hồ chứa nước Nà Tâm trước ngày 12/5/2024 (mười hai).
2. UBND các huyện, thị xã
- Thống kê thiệt hại do mưa đá trước ngày 13/5/2024 (mười ba).
3. Sở Tài chính
- Bố trí kinh phí hỗ trợ trước ngày 14/5/2024 (mười bốn).
4. HĐND huyện Lũng Mây
- Tổ chức giám sát chuyên đề về nước sạch trước ngày 16/5/2024 (mười lăm).
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Vi Thị Nhàn
"""
WARD = """ỦY BAN NHÂN DÂN
TỈNH CAO BÌNH
Số: 61/UBND-NC
V/v sắp xếp trụ sở
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Bình, ngày 10 tháng 7 năm 2025
Kính gửi: Các cơ quan, đơn vị.
1. UBND phường Bãi Cò
- Bàn giao hồ sơ lưu trữ trước ngày 01/8/2025 (mười sáu).
2. UBND các xã, phường, đặc khu
- Sắp xếp trụ sở làm việc trước ngày 02/8/2025 (mười bảy).
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Vi Thị Nhàn
"""
PAPERS = {"a-215.txt": PARTY, "b-318.txt": DISTRICT, "c-45.txt": PROVINCE, "d-61.txt": WARD}


def write(folder: Path) -> None:
    """Write the papers; ingested in the order of their names their tasks have the ids 1 to 17."""
    for name, text in PAPERS.items():
        (folder / name).write_text(text, encoding="utf-8")
