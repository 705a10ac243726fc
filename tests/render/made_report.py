"""Reports made by hand: a large one with sixty units and long words, and a blank one."""

import random
from collections import Counter
from datetime import date, time, timedelta

from vbcli.model.report import (
    BANDS,
    Change,
    Duty,
    LateUnit,
    Missing,
    Occurrence,
    Period,
    PeriodKind,
    Report,
    Trouble,
)
from vbcli.model.statistic import Statistic, StatisticView, UnitStatistic, sum_of
from vbcli.settings import Khoi, Office

AS_OF = date(2024, 6, 14)
WEEK = Period(PeriodKind.WEEK, date(2024, 6, 10), date(2024, 6, 16))

# Every letter of the language, small and capital, in words that a task may hold.
EVERY_LETTER = (
    "Khảo sát thẩm định ẩn ẳn ẵn ặn ằn ẫn ẽ ễ ệ ẻ ỉ ĩ ị ỏ õ ọ ỗ ỡ ở ợ ủ ũ ụ ữ ử ự ỳ ỷ ỹ ỵ ý đ; "
    "ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÊỀẾỂỄỆ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ƯỪỨỬỮỰ ĐÀÁẢÃẠ ÈÉẺẼẸ ÌÍỈĨỊ ÒÓỎÕỌ ÙÚỦŨỤ ỲÝỶỸỴ"
)
LONG = (
    "Chủ trì, phối hợp với Phòng Tài nguyên và Môi trường, Ủy ban nhân dân các xã, thị trấn rà soát, thống kê đầy đủ "
    "diện tích đất nông nghiệp bị thu hồi tại các dự án trọng điểm; lập phương án bồi thường, hỗ trợ, tái định cư cho "
    "từng hộ gia đình, công khai tại trụ sở Ủy ban nhân dân cấp xã và nhà văn hóa thôn; báo cáo kết quả về Thường trực "
    "Huyện ủy (qua Văn phòng Huyện ủy) để theo dõi, chỉ đạo <khẩn> & kịp thời theo đúng quy định của pháp luật hiện hành. "
)

PARTY = Office(
    khoi=Khoi.PARTY,
    superior="Đảng bộ tỉnh Cửa Diêm",
    name="Huyện ủy Lâm Khê",
    short="HU",
    place="Lâm Khê",
    authority="T/M BAN THƯỜNG VỤ",
    title="PHÓ BÍ THƯ",
    signer="Trần Văn An",
    recipients=("Thường trực Tỉnh ủy (b/c)", "Các chi bộ, đảng bộ trực thuộc (t/h)", "Lưu Văn phòng Huyện ủy"),
    officer="Nguyễn Thị Hòa",
)
STATE = Office(
    khoi=Khoi.STATE,
    superior="Ủy ban nhân dân tỉnh Cửa Diêm",
    name="Ủy ban nhân dân huyện Lâm Khê",
    short="UBND",
    place="Lâm Khê",
    authority="TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    title="PHÓ CHỦ TỊCH",
    signer="Y Ngọc Niê",
    recipients=("Thường trực Huyện ủy (b/c)", "Các phòng, ban, ngành, UBND các xã, thị trấn", "Lưu: VT, TH (02b)"),
)


def duty(id_: int, **changes) -> Duty:
    """Return a task with ordinary values."""
    values = {
        "id": id_,
        "text": f"Nhiệm vụ số {id_}: rà soát, báo cáo kết quả thực hiện.",
        "leads": ("Phòng Nội vụ",),
        "supports": (),
        "due": date(2024, 6, 20),
        "due_original": date(2024, 6, 20),
        "due_time": None,
        "recurring": False,
        "days_late": 0,
        "progress": "todo",
        "done_on": None,
        "on_time": None,
        "document": "Thông báo 618-TB/HU ngày 02/04/2024 của Thường trực Huyện ủy",
        "document_id": 1,
        "number": "618-TB/HU",
        "issued_on": date(2024, 4, 2),
        "issuer": "Thường trực Huyện ủy",
        "locator": "2.1",
        "officer": None,
        "leader": None,
        "product": None,
        "result": None,
        "entered": 0,
    }
    return Duty(**{**values, **changes})


def blank() -> Report:
    """Return the report of an empty archive."""
    nothing = StatisticView(Statistic(), Statistic())
    return Report(
        period=WEEK, as_of=AS_OF, unit=None, documents=0, new_documents=0, figures={}, duties={}, bands={},
        late_units=(), rest_of_period=(), next_week=(), occurrences=(), change=None, trouble=(), failed=(), missing=(),
        statistic=nothing,
    )  # fmt: skip


def unit_names(count: int = 60) -> list[str]:
    """Return names of units, short and long."""
    posts = (
        "UBND xã",
        "Đảng ủy xã",
        "Phòng",
        "Chi bộ",
        "Ban Quản lý dự án đầu tư xây dựng và phát triển quỹ đất khu vực",
    )
    return [f"{posts[n % len(posts)]} Khe Trung {n}" for n in range(1, count + 1)]


def large(units: int = 60, seed: int = 7) -> Report:
    """Return a report of many units, each with overdue tasks, some of them with long words."""
    chance = random.Random(seed)
    names = unit_names(units)
    duties: dict[int, Duty] = {}
    late: dict[str, list[int]] = {}
    for n, name in enumerate(names):
        for _ in range(chance.randint(1, 4)):
            id_ = len(duties) + 1
            days = chance.choice((1, 7, 8, 30, 31, 120, 121, 400))
            due = AS_OF - timedelta(days=days)
            text = LONG * chance.randint(1, 4) if id_ % 5 == 0 else EVERY_LETTER if id_ % 7 == 0 else duty(id_).text
            leads = (name, names[(n + 1) % units]) if id_ % 9 == 0 else (name,)
            duties[id_] = duty(
                id_, text=text, leads=leads, due=due, due_original=due - timedelta(days=n), days_late=days
            )
            for lead in leads:
                late.setdefault(lead, []).append(id_)
    overdue = tuple(duties)
    soon, coming = [], []
    for n in range(25):
        id_ = len(duties) + 1
        at = time(15, 0) if n == 0 else None
        duties[id_] = duty(
            id_, text=LONG if n % 6 == 0 else duty(id_).text, leads=(names[n % units],), due=AS_OF + timedelta(days=n % 10),
            due_time=at,
        )  # fmt: skip
        (soon if n % 10 <= 2 else coming).append(id_)
    many = len(duties) + 1
    duties[many] = duty(many, leads=tuple(names), due=None, due_original=None, recurring=True)
    nobody = many + 1
    duties[nobody] = duty(nobody, leads=(), due=AS_OF - timedelta(days=3), due_original=AS_OF, days_late=3)
    overdue = (*overdue, nobody)
    late_units = tuple(
        sorted(
            (
                LateUnit(name, len(ids) + 3, tuple(ids), bands_of(duties, ids), max(duties[i].days_late for i in ids))
                for name, ids in late.items()
            ),
            key=lambda unit: (-len(unit.late), -unit.longest),
        )
    )
    statistic = statistic_of(names, chance)
    return Report(
        period=WEEK,
        as_of=AS_OF,
        unit=None,
        documents=412,
        new_documents=7,
        figures={
            "overdue": overdue,
            "soon": tuple(soon),
            "on_time": tuple(coming),
            "planned": (),
            "no_due": (many,),
            "done": (),
            "paused": (),
            "no_lead": (nobody,),
            "untouched": overdue[:11],
            "moved": overdue[:4],
        },
        duties=duties,
        bands={band: tuple(i for i in overdue if within(duties[i].days_late, band)) for band in BANDS},
        late_units=late_units,
        rest_of_period=tuple(i for i in (*soon, *coming) if duties[i].due <= WEEK.end),
        next_week=tuple(i for i in (*soon, *coming) if WEEK.end < duties[i].due <= WEEK.end + timedelta(days=7)),
        occurrences=(Occurrence(many, date(2024, 6, 13), None), Occurrence(many, date(2024, 6, 12), date(2024, 6, 12))),
        change=Change(date(2024, 6, 7), assigned=(1, 2, 3), done_late=(4,), newly_overdue=(5, 6)),
        trouble=(Trouble("Công văn 2541-CV/TU ngày 03/05/2024", "ngày ban hành đọc không chắc", 3),),
        failed=(Trouble("van-ban-den/2024/06/scan-014.pdf", "Tệp PDF bị hỏng hoặc chép thiếu."),),
        missing=tuple(Missing(f"Nghị quyết {n:02d}-NQ/HU", 30 - n, 5) for n in range(1, 26)),
        statistic=statistic,
    )


def statistic_of(names: list[str], chance: random.Random) -> StatisticView:
    """Return counts for each unit; those of tasks are smaller, as with several leads."""
    rows = []
    for name in names:
        cells = [chance.randint(0, 12) for _ in range(7)]
        rows.append(UnitStatistic(name, Statistic(*cells, done_in_time_past=chance.randint(0, cells[0]))))
    rows[3] = UnitStatistic(names[3], Statistic(open_in_time=2, no_due_open=1))
    total = sum_of(row.counts for row in rows)
    tasks = Statistic(400, 30, 120, 88, 40, 22, 9, 310)
    return StatisticView(tasks, total, moved=4, no_lead=1, by_unit=tuple(rows))


def within(days: int, band) -> bool:
    first, last = BANDS[band]
    return first <= days and (last is None or days <= last)


def bands_of(duties: dict[int, Duty], ids: list[int]) -> dict:
    found = Counter(next(band for band in BANDS if within(duties[i].days_late, band)) for i in ids)
    return dict(found)
