"""What is installed, how the archive stands, what needs somebody: the findings of `vb doctor`, one after the other."""

import platform
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vbcli import __version__
from vbcli.config import SCHEMA_VERSION
from vbcli.errors import StoreError, VbError
from vbcli.language import _
from vbcli.model.checkup import Finding, Health
from vbcli.query.condition import Condition, Run, find_condition

_GOING = timedelta(hours=1)
"""A run without an end that began so lately may still be going."""


def examine(archive: Path, environ: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """Yield what was found; nothing is made; an archive of an older program is upgraded, as by every command. `now`: UTC."""
    python = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    words = _("vb {version}; {python}; {system}").format(version=__version__, python=python, system=sys.platform)
    yield Finding("program", Health.GOOD, words)
    yield from _programs()
    yield _lexicon()
    yield _settings(environ)
    yield from _archive(archive, now)


def _programs() -> Iterator[Finding]:
    from vbcli.read import office, tesseract

    found = tesseract.program()
    yield (
        Finding("tesseract", Health.GOOD, _("đọc được bản quét: {path}").format(path=found))
        if found
        else Finding(
            "tesseract",
            Health.NOTE,
            _("chưa đọc được bản quét: thiếu Tesseract hoặc dữ liệu tiếng Việt"),
            "apt install tesseract-ocr tesseract-ocr-vie",
        )
    )
    found = office.program()
    yield (
        Finding("libreoffice", Health.GOOD, _("đọc được .doc, .rtf, .odt: {path}").format(path=found))
        if found
        else Finding(
            "libreoffice",
            Health.NOTE,
            _("chưa đọc được .doc, .rtf, .odt: thiếu LibreOffice"),
            "apt install libreoffice-writer-nogui",
        )
    )


def _lexicon() -> Finding:
    from vbcli.lexicon.load import data, local_folder

    chosen = local_folder()
    if chosen is None:
        return Finding("lexicon", Health.GOOD, _("từ điển của chương trình, không có từ riêng của cơ quan"))
    try:
        data("units")
    except VbError as error:
        return Finding("lexicon", Health.BAD, error.message.splitlines()[0], f"vb lexicon check {chosen}")
    return Finding("lexicon", Health.GOOD, _("từ riêng của cơ quan: {folder}").format(folder=chosen))


def _settings(environ: Mapping[str, str]) -> Finding:
    from vbcli.settings import read_office, settings_path

    path = settings_path(environ)
    try:
        office = read_office(path)
    except VbError as error:
        return Finding("settings", Health.BAD, error.message, error.advice)
    if not office.name:
        return Finding(
            "settings",
            Health.NOTE,
            _("chưa khai tên cơ quan: báo cáo để chỗ trống điền tay"),
            _('vb config office.name "TÊN CƠ QUAN"'),
        )
    return Finding("settings", Health.GOOD, _("thông tin cơ quan: {path}").format(path=path))


def _archive(archive: Path, now: datetime) -> Iterator[Finding]:
    from vbcli.store.database import open_for_reading
    from vbcli.store.network import lies_on_network

    try:
        with closing(open_for_reading(archive)) as conn:
            found = find_condition(conn, __version__)
    except StoreError as error:
        yield Finding("archive", Health.BAD if archive.exists() else Health.NOTE, error.message, error.advice)
        return
    size = f"{archive.stat().st_size / 1024**2:.1f}".replace(".", ",")
    words = _("kho {path}: {documents} văn bản, {tasks} nhiệm vụ, {size} MB, lược đồ {schema}")
    yield Finding(
        "archive",
        Health.GOOD,
        words.format(path=archive, documents=found.documents, tasks=found.tasks, size=size, schema=SCHEMA_VERSION),
    )
    if lies_on_network(archive):
        yield Finding(
            "network",
            Health.NOTE,
            _("kho nằm trên ổ mạng: mỗi lúc chỉ một người ghi"),
            _("để kho trên một máy; xem WINDOWS.md, mục “Hai người cùng làm”"),
        )
    yield from _readings(found)
    yield _report(found.last_run, now)


def _readings(found: Condition) -> Iterator[Finding]:
    if found.read_at is None:
        yield Finding("ingest", Health.NOTE, _("chưa nạp văn bản nào"), _("vb ingest THƯ_MỤC"))
    else:
        yield Finding("ingest", Health.GOOD, _("nạp gần nhất: {when}").format(when=_local(found.read_at)))
    if found.failed:
        yield Finding(
            "failed",
            Health.NOTE,
            _("{number} tệp chưa đọc được").format(number=found.failed),
            _("vb summary (nêu tên từng tệp), hoặc nạp lại bằng vb ingest"),
        )
    if found.outdated:
        yield Finding(
            "outdated",
            Health.NOTE,
            _("{number} văn bản do bản vb khác đọc").format(number=found.outdated),
            _("vb reextract --dry-run (xem đổi gì), rồi vb reextract"),
        )


def _report(run: Run | None, now: datetime) -> Finding:
    if run is None:
        return Finding("summary", Health.NOTE, _("chưa viết báo cáo nào"), "vb summary -o bao-cao.docx")
    when = _local(run.finished_at or run.started_at)
    if run.outcome == "failed":
        words = _("báo cáo gần nhất lỗi, {when}: {message}").format(when=when, message=run.message or "")
        return Finding("summary", Health.BAD, words, _("sửa nguyên nhân rồi chạy lại vb summary"))
    if run.outcome is None:
        if now - datetime.fromisoformat(run.started_at) < _GOING:
            return Finding("summary", Health.NOTE, _("đang viết báo cáo, bắt đầu {when}").format(when=when))
        words = _("báo cáo gần nhất bị dừng giữa chừng, bắt đầu {when}").format(when=when)
        return Finding("summary", Health.BAD, words, "vb summary --catch-up -o bao-cao.docx")
    if run.outcome == "unchanged":
        return Finding("summary", Health.GOOD, _("chạy gần nhất {when}: không có gì mới để viết").format(when=when))
    files = ", ".join(run.outputs)
    return Finding("summary", Health.GOOD, _("báo cáo gần nhất {when}: {files}").format(when=when, files=files))


def _local(moment: str) -> str:
    """Return a moment of the archive, UTC, as the clock on the wall shows it."""
    found = datetime.fromisoformat(moment)
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    return f"{aware.astimezone():%H:%M %d/%m/%Y}"
