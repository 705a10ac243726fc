"""Ready lines for the programs that start others at set times: cron, systemd, the Task Scheduler of Windows.

Each has a meaning of its own for the percent sign, and file names of reports hold patterns such as `%G-W%V`.
"""

import shlex
from dataclasses import dataclass
from datetime import time
from pathlib import PureWindowsPath

from vbcli.language import _

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PATTERN = "tuan-%G-W%V"
"""Name of a weekly report: ISO year and week."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to run each week; every path absolute."""

    program: tuple[str, ...]
    """Words that start vb."""
    archive: str
    folder: str
    """Where incoming documents lie."""
    reports: str
    """Where reports go."""
    day: str
    """Of DAYS."""
    at: time
    read_at: time
    """When the folder is read, each working day."""

    def reading(self) -> list[str]:
        """Return the words of the daily reading."""
        return [*self.program, "ingest", "-q", "--db", self.archive, self.folder]

    def report(self, separator: str = "/") -> list[str]:
        """Return the words of the weekly report."""
        # The whole name is a pattern: a percent sign of the folder stands for itself.
        folder = self.reports.replace("%", "%%")
        names = (f"{folder}{separator}{PATTERN}{suffix}" for suffix in (".docx", ".xlsx"))
        files = [word for name in names for word in ("-o", name)]
        return [*self.program, "summary", "-q", "--db", self.archive, "--catch-up", *files]


def cron_lines(job: Job) -> str:
    """Return lines for `crontab -e`; in them a percent sign ends the command unless it is escaped."""
    day = (DAYS.index(job.day) + 1) % 7
    reading, report = (shlex.join(words).replace("%", r"\%") for words in (job.reading(), job.report()))
    lines = [
        _("# dán vào crontab -e; cron gửi thư những gì in ra, tức là các lỗi"),
        "LC_ALL=C.UTF-8",
        f"{job.read_at.minute} {job.read_at.hour} * * 1-5  {reading}",
        f"{job.at.minute} {job.at.hour} * * {day}  {report}",
    ]
    return "\n".join(lines) + "\n"


def systemd_lines(job: Job) -> str:
    """Return two services and their timers; `Persistent=true` makes up for a computer that was off."""
    where = "~/.config/systemd/user"
    days = f"{job.day.capitalize()} *-*-* {job.at:%H:%M}"
    parts = [
        _("# ghi từng phần vào tệp có tên nêu ở trên mỗi phần, rồi chạy dòng cuối"),
        *_unit(f"{where}/vb-ingest.service", _("vb: nạp văn bản đến"), _systemd(job.reading())),
        *_timer(f"{where}/vb-ingest.timer", f"Mon..Fri *-*-* {job.read_at:%H:%M}"),
        *_unit(f"{where}/vb-summary.service", _("vb: báo cáo tuần"), _systemd(job.report())),
        *_timer(f"{where}/vb-summary.timer", days),
        "# systemctl --user daemon-reload && systemctl --user enable --now vb-ingest.timer vb-summary.timer",
        _("# để chạy cả khi chưa đăng nhập: loginctl enable-linger"),
    ]
    return "\n".join(parts) + "\n"


def _unit(path: str, about: str, command: str) -> list[str]:
    return [
        f"# {path}",
        "[Unit]",
        f"Description={about}",
        "[Service]",
        "Type=oneshot",
        "Environment=LC_ALL=C.UTF-8",
        f"ExecStart={command}",
        "",
    ]


def _timer(path: str, when: str) -> list[str]:
    return [f"# {path}", "[Timer]", f"OnCalendar={when}", "Persistent=true", "[Install]", "WantedBy=timers.target", ""]


def _systemd(words: list[str]) -> str:
    """Return a command line as systemd reads it: percent signs and dollars doubled, quotes and backslashes escaped."""
    return " ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    safe = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{safe}"' if set(safe) & set(" \t'\";") else safe


def windows_lines(job: Job) -> str:
    """Return a batch file and the lines that hand it to the Task Scheduler; in a batch file percent signs are doubled."""
    batch = str(PureWindowsPath(job.reports) / "vb-tuan.cmd")
    reading = _batch([*job.program, "ingest", "-q", "--db", job.archive, job.folder])
    report = _batch(job.report("\\"))
    at, read_at = f"{job.at:%H:%M}", f"{job.read_at:%H:%M}"
    lines = [
        _("rem 1. ghi các dòng sau vào tệp {path}, lưu với mã UTF-8").format(path=batch),
        "@echo off",
        "chcp 65001 >nul",
        'if "%1"=="nap" goto nap',
        report,
        "exit /b %errorlevel%",
        ":nap",
        reading,
        "exit /b %errorlevel%",
        "",
        _("rem 2. mở Command Prompt, chạy hai dòng sau"),
        f'schtasks /Create /F /TN "vb nap" /SC WEEKLY /D MON,TUE,WED,THU,FRI /ST {read_at} /TR "\\"{batch}\\" nap"',
        f'schtasks /Create /F /TN "vb bao cao tuan" /SC WEEKLY /D {job.day.upper()} /ST {at} /TR "\\"{batch}\\""',
        _(
            "rem 3. trong Task Scheduler, mục Settings của hai việc trên, chọn “Run task as soon as possible after a scheduled start is missed”"
        ),
    ]
    return "\r\n".join(lines) + "\r\n"


def _batch(words: list[str]) -> str:
    """Return a command line for a batch file. A quote cannot stand in a Windows path, so none needs escaping."""
    return " ".join(f'"{word}"' if set(word) & set(" &()[]{}^=;!'+,`~") else word for word in words).replace("%", "%%")
