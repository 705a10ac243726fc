"""A small made archive: four papers of one invented district, enough for every filter to have something to say."""

import sqlite3
from dataclasses import replace
from datetime import date, time

from records import STAMP, Job, Paper, filing, state
from vbcli.model.task import DeadlineKind
from vbcli.store.write import save_file

DAY = date(2024, 5, 10)

NOTICE = Paper(
    jobs=(
        Job(
            "Giao UBND huyện chủ trì, phối hợp với Phòng Kinh tế hoàn thành việc bàn giao mặt bằng tuyến kè suối Nậm Cắt, xong trước 25/4/2024.",
            ("UBND huyện",),
            ("Phòng Kinh tế",),
            date(2024, 4, 25),
            "xong trước 25/4/2024",
            locator="3/-1",
        ),
        Job(
            "Chủ tịch UBND huyện đối thoại với các hộ dân thôn Pác Liềng trước ngày 29/4/2024.",
            ("Chủ tịch UBND huyện",),
            (),
            date(2024, 4, 29),
            "trước ngày 29/4/2024",
            locator="3/-2",
        ),
        Job(
            "HĐND huyện tổ chức giám sát chuyên đề về nước sạch trong tháng 5/2024.",
            ("HĐND huyện",),
            (),
            date(2024, 5, 31),
            "trong tháng 5/2024",
            DeadlineKind.WITHIN,
            locator="4",
        ),
        Job(
            "UBND các xã, thị trấn báo cáo kết quả thu gom rác thải trước ngày 25 hằng tháng.",
            ("UBND các xã, thị trấn",),
            (),
            None,
            "trước ngày 25 hằng tháng",
            DeadlineKind.RECURRING,
            rrule="FREQ=MONTHLY;BYMONTHDAY=25",
            locator="5",
        ),
    ),
    subject="Kết luận của Bí thư Huyện ủy tại buổi làm việc với nhân dân xã Nậm Cắt",
)
LETTER = Paper(
    jobs=(
        Job("UBND huyện gửi báo cáo chống khai thác cát trái phép theo Thông báo 733-TB/TU trước 17 giờ ngày 12/5/2024.", ("UBND huyện",), (), date(2024, 5, 12), "trước 17 giờ ngày 12/5/2024", due_time=time(17), refs=("733-TB/TU",), locator="1"),
        Job("Ban Tổ chức Huyện ủy hướng dẫn hồ sơ kết nạp đảng viên.", ("Ban Tổ chức Huyện ủy",), locator="2"),
        Job("UBND huyện phấn đấu giải ngân vốn đầu tư công năm 2024.", ("UBND huyện",), (), date(2024, 12, 31), "năm 2024", DeadlineKind.WITHIN, soft=True, locator="3"),
        Job("Tiếp tục theo dõi tình hình sạt lở tại thôn Khau Dìa.", locator="4"),
    ),
    number="1309-CV/HU", issued_on=date(2024, 4, 20), doc_type="cong_van", path="cv-1309.docx", format="docx",
    subject="Về tăng cường quản lý khoáng sản", cites=(("733-TB/TU", date(2024, 3, 7), "Thường trực Tỉnh ủy"),),
)  # fmt: skip
OTHER_DISTRICT = Paper(
    jobs=(Job("UBND huyện rà soát quỹ đất tái định cư, báo cáo trước 20/4/2024.", ("UBND huyện",), (), date(2024, 4, 20), "trước 20/4/2024"),),
    number="12-TB/HU", issued_on=date(2024, 4, 3), issuer="Huyện ủy Lũng Mây", path="tb-12-lung-may.txt", subject="Kết luận phiên họp tháng 3",
    cites=(("733-TB/TU", date(2021, 6, 1), "Thường trực Tỉnh ủy"), ("12-CT/TU", None, None)),
)  # fmt: skip
PROVINCE = Paper(
    jobs=(
        Job("UBND huyện Lâm Khê khắc phục hư hỏng hồ Nà Tâm trước 15/5/2024.", ("UBND huyện Lâm Khê",), ("Sở Tài chính",), date(2024, 5, 15), "trước 15/5/2024"),
        Job("UBND các huyện thống kê thiệt hại do mưa đá, không để quá 5 ngày.", ("UBND các huyện",), (), None, "không để quá 5 ngày", DeadlineKind.DURATION),
    ),
    number="45/UBND-NN", issued_on=date(2024, 5, 6), issuer="UBND tỉnh Cao Bình", doc_type="cong_van", path="cv-45.pdf", format="pdf",
    subject="Về khắc phục hậu quả thiên tai",
)  # fmt: skip

PAPERS = (NOTICE, LETTER, OTHER_DISTRICT, PROVINCE)


def fill(conn: sqlite3.Connection) -> None:
    """Store the four papers: documents V1 to V4, tasks 1 to 11."""
    for paper in PAPERS:
        save_file(conn, state(paper), (filing(paper),), STAMP)


def hostile() -> Paper:
    """Return a paper whose words try to command the screen."""
    job = Job(
        "UBND xã [bold red]dọn[/] kênh \x1b[2J\x9b31m mương \u202e trước 30/4/2024.",
        ("UBND xã",),
        (),
        date(2024, 4, 30),
        "trước 30/4/2024",
    )
    return replace(
        NOTICE, jobs=(job,), number="99-CV/HU", path="doc-hai.txt", subject="Về \x1b]0;tiêu đề\x07 kênh mương"
    )
