"""Options that several commands share, each defined once, and what their words mean."""

import os
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vbcli.config import Limits, Ocr, Reading, archive_path, cache_path, limits_of
from vbcli.errors import UsageError
from vbcli.language import N_, _
from vbcli.text.date_words import date_of

DATE_ADVICE = N_("viết 2024-04-25, 25/4/2024, homnay, mai, cuoituan, cuoithang, cuoiquy, cuoinam, 7d hoặc 2w")


class RoleChoice(StrEnum):
    """Values of `--role`."""

    LEAD = "lead"
    SUPPORT = "support"
    ANY = "any"


Db = Annotated[
    str | None,
    typer.Option("--db", metavar="TỆP", help="kho dữ liệu; mặc định VB_DB, rồi thư mục dữ liệu của người dùng"),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="NGÀY", help="coi ngày này là hôm nay; mặc định VB_TODAY, rồi đồng hồ máy"),
]
AsJson = Annotated[bool, typer.Option("--json", help="in một tài liệu JSON")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="SỐ", min=1, help="nhiều nhất chừng này dòng")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="SỐ", min=1, help="số tiến trình đọc song song; mặc định số nhân của máy"),
]
AllowSecret = Annotated[
    bool, typer.Option("--allow-secret", help="nhận cả văn bản đóng dấu Mật; người dùng tự chịu trách nhiệm")
]
OcrChoice = Annotated[
    Ocr,
    typer.Option(
        "--ocr",
        metavar="auto|never|force",
        help="nhận dạng chữ bản quét: auto khi trang không có chữ, never không bao giờ, force cả khi có chữ; mặc định auto",
        show_default=False,
    ),
]
Unit = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar="ĐƠN_VỊ", help="đơn vị, viết tắt hay không dấu đều được; dùng được nhiều lần"),
]
Role = Annotated[
    RoleChoice,
    typer.Option("--role", metavar="lead|support|any", help="vai của đơn vị: chủ trì, phối hợp; mặc định any"),
]
Issuer = Annotated[
    list[str] | None,
    typer.Option(
        "--issuer", metavar="CƠ_QUAN", help="cơ quan ban hành, một phần tên hay không dấu đều được; dùng được nhiều lần"
    ),
]
DocType = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="LOẠI", help="loại văn bản: thông báo, cong_van, TB, QĐ; dùng được nhiều lần"),
]
Since = Annotated[str | None, typer.Option("--since", metavar="NGÀY", help="văn bản ban hành từ ngày này")]
Until = Annotated[str | None, typer.Option("--until", metavar="NGÀY", help="văn bản ban hành đến hết ngày này")]

Lexicon = Annotated[
    str | None,
    typer.Option("--lexicon", metavar="THƯ_MỤC", help="thư mục từ điển riêng của cơ quan; mặc định VB_LEXICON"),
]


def choose_lexicon(named: str | None) -> Path | None:
    """Make an office's own words count, in the processes that we start too; return their folder. Reads none of them yet."""
    from vbcli.lexicon.load import VARIABLE, use

    if named:
        os.environ[VARIABLE] = str(Path(named).expanduser().absolute())
    chosen = os.environ.get(VARIABLE)
    folder = Path(chosen).expanduser() if chosen else None
    use(folder)
    return folder


def use_lexicon(named: str | None) -> None:
    """Make an office's own words count; a `LexiconError` where they have faults, before any file is touched."""
    if choose_lexicon(named):
        from vbcli.lexicon.load import data

        data("units")


def archive_of(named: str | None) -> Path:
    """Return the archive that the user means."""
    return archive_path(named, os.environ)


def today_of(words: str | None) -> date:
    """Return the day that counts as today: the flag, else VB_TODAY, else the clock."""
    clock = datetime.now(tz=UTC).astimezone().date()
    if words:
        return day_of(words, "--today", clock)
    named = os.environ.get("VB_TODAY")
    return day_of(named, "VB_TODAY", clock) if named else clock


def day_of(words: str, option: str, today: date) -> date:
    """Return the day that a flag names; a `UsageError` where it names none."""
    day = date_of(words, today)
    if day is None:
        raise UsageError(_("không hiểu ngày “{words}” của {option}").format(words=words, option=option), _(DATE_ADVICE))
    return day


def jobs_of(number: int | None) -> int:
    """Return how many processes may read at once."""
    return number or os.cpu_count() or 1


def reading_of(ocr: Ocr) -> Reading:
    """Return how files are to be read."""
    return Reading(ocr, cache=cache_path(os.environ))


def file_limits() -> Limits:
    """Return what a file may cost."""
    return limits_of(os.environ)


def now_of() -> str:
    """Return the present moment for the archive's own records, UTC."""
    return datetime.now(tz=UTC).isoformat(timespec="seconds")
