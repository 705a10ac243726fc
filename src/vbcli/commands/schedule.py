"""`vb schedule`: ready lines for cron, systemd and the Task Scheduler of Windows."""

import os
import shutil
import sys
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath
from typing import Annotated

import typer

from vbcli.commands.options import Db, archive_of
from vbcli.commands.output import put
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _

HELP = """In sẵn các dòng để máy tự nạp văn bản hằng ngày và viết báo cáo tuần

Ví dụ: vb schedule cron --folder ~/van-ban-den --reports ~/bao-cao
Ví dụ: vb schedule windows --folder "D:\\Văn bản đến" --reports D:\\BaoCao --db D:\\vb\\vb.sqlite"""


class Scheduler(StrEnum):
    """What starts programs at set times."""

    CRON = "cron"
    SYSTEMD = "systemd"
    WINDOWS = "windows"


class Day(StrEnum):
    """Days of the week, as cron, systemd and Windows abbreviate them."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


def schedule(
    kind: Annotated[Scheduler, typer.Argument(metavar="cron|systemd|windows", help="chương trình hẹn giờ của máy")],
    *,
    folder: Annotated[
        str, typer.Option("--folder", metavar="THƯ_MỤC", help="nơi để văn bản đến; mặc định thư mục đang đứng")
    ] = ".",
    reports: Annotated[
        str, typer.Option("--reports", metavar="THƯ_MỤC", help="nơi ghi báo cáo; mặc định thư mục đang đứng")
    ] = ".",
    day: Annotated[
        Day, typer.Option("--day", metavar="mon|…|sun", help="thứ viết báo cáo; mặc định fri, thứ Sáu")
    ] = Day.FRI,
    at: Annotated[str, typer.Option("--at", metavar="GIỜ", help="giờ viết báo cáo; mặc định 15:30")] = "15:30",
    read_at: Annotated[
        str, typer.Option("--read-at", metavar="GIỜ", help="giờ nạp văn bản, từ thứ Hai đến thứ Sáu; mặc định 07:00")
    ] = "07:00",
    db: Db = None,
) -> int:
    """Print what to paste; changes nothing on the computer."""
    from vbcli.render.schedule import Job, cron_lines, systemd_lines, windows_lines

    windows = kind is Scheduler.WINDOWS
    job = Job(
        program=_program(windows=windows),
        archive=_absolute(db or str(archive_of(None)), windows=windows),
        folder=_absolute(folder, windows=windows),
        reports=_absolute(reports, windows=windows),
        day=day.value,
        at=_hour(at, "--at"),
        read_at=_hour(read_at, "--read-at"),
    )
    lines = {Scheduler.CRON: cron_lines, Scheduler.SYSTEMD: systemd_lines, Scheduler.WINDOWS: windows_lines}
    put(lines[kind](job))
    return ExitCode.DONE


def _program(*, windows: bool) -> tuple[str, ...]:
    """Return the words that start this program from anywhere: schedulers know no PATH."""
    named = shutil.which(Path(sys.argv[0]).name) if Path(sys.argv[0]).stem == "vb" else None
    if named:
        return (str(Path(named).absolute()),)
    if windows and os.name != "nt":
        return ("vb.exe",)
    return (sys.executable, "-m", "vbcli")


def _absolute(path: str, *, windows: bool) -> str:
    """Return a path that means the same from anywhere; drive letters and network shares are kept on any system."""
    if windows and PureWindowsPath(path).is_absolute():
        # A backslash before a closing quote would swallow it.
        whole = str(PureWindowsPath(path))
        return whole if whole.endswith(":\\") else whole.rstrip("\\")
    full: PurePath = Path(path).expanduser().absolute()
    return os.path.normpath(full)


def _hour(words: str, option: str) -> time:
    try:
        return datetime.strptime(words.strip().replace("h", ":"), "%H:%M").time()  # noqa: DTZ007  (a time of day)
    except ValueError:
        raise UsageError(
            _("không hiểu giờ “{words}” của {option}").format(words=words, option=option), "15:30"
        ) from None
