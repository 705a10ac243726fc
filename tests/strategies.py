"""Texts that hypothesis makes up, and how hard it tries."""

import os

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("VB_EXAMPLES", "40"))
"""More of them find more: VB_EXAMPLES=3000 before a release."""

quick = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)

SYLLABLES = [
    "Uỷ",
    "ban",
    "nhân",
    "dân",
    "thuỷ",
    "lợi",
    "hoà",
    "giải",
    "văn",
    "hoá",
    "quý",
    "quỹ",
    "hoàn",
    "thành",
    "kế",
    "hoạch",
    "trước",
    "ngày",
    "tháng",
    "năm",
    "huyện",
    "xã",
    "thị",
    "trấn",
    "Đảng",
    "uỷ",
    "Sở",
    "Tài",
    "chính",
    "rà",
    "soát",
    "báo",
    "cáo",
    "giao",
    "chủ",
    "trì",
    "phối",
    "hợp",
    "với",
    "và",
    "các",
]

VIETNAMESE = st.lists(st.sampled_from(SYLLABLES), max_size=12).map(" ".join) | st.text(
    alphabet="aàáảãạăâbcdđeêghikloòóỏõọôơqpuủùúũụưyỷỳýỹỵUOYQĐ -.,\n", max_size=40
)

FRAGMENTS = [
    "Giao Phòng Nội vụ chủ trì, phối hợp với Công an huyện",
    "Ủy ban nhân dân các xã, thị trấn",
    "Uỷ ban nhân dân huyện yêu cầu",
    "rà soát, báo cáo kết quả",
    "trước ngày 25/6/2024",
    "chậm nhất ngày 30/6",
    "hằng tháng",
    "trong quý III/2024",
    "trong vòng 10 ngày kể từ ngày ký",
    "theo Thông báo số 214-TB/HU ngày 07/5/2024 của Thường trực Huyện ủy",
    "Kết luận số 126, 127-KL/TW",
    "Luật Đất đai năm 2024",
    "(1) kiểm tra; (2) khắc phục",
    "như sau:",
    "Điều 2.",
    "1.",
    "1.1.",
    "a)",
    "-",
    "II.",
    "*",
    "**",
    "~~12~~",
    ";",
    ".",
    ":",
    "\t",
    "\f",
    "|",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "Kính gửi:",
    "THÔNG BÁO",
    "Số: 12/TB-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Đồi Sim, ngày 12 tháng 6 năm 2024",
    "PHỤ LỤC",
    "TT\tNội dung\tĐơn vị chủ trì\tThời hạn",
    "1\tSửa cầu treo Bản Lìm\tUBND xã Nà Phai\t30/6/2024",
]

PAPERS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=25).flatmap(
    lambda parts: st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=len(parts), max_size=len(parts)).map(
        lambda gaps: "".join(part + gap for part, gap in zip(parts, gaps, strict=True))
    )
)
"""Fragments of officialese in any order, with anything between them."""
