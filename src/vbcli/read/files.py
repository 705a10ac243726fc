"""Paths into files, one file into a `Source`: `cv-1309.docx` → its blocks in reading order.

Every trouble leaves here as a `ReadError`.
"""

import errno
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from vbcli.config import USUAL, Reading
from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue
from vbcli.model.source import Block, Source
from vbcli.read.characters import is_text
from vbcli.read.kinds import IMAGES, OFFICE, SUFFIXES, kind_of

MAX_BYTES = 500 * 1024 * 1024
_TROUBLE = {
    errno.EACCES: N_("không có quyền đọc"),
    errno.EPERM: N_("không có quyền đọc"),
    errno.ELOOP: N_("liên kết vòng"),
    errno.EIO: N_("lỗi ổ đĩa hoặc mạng"),
    errno.EBUSY: N_("chương trình khác đang giữ"),
    errno.EISDIR: N_("là thư mục"),
    errno.ENAMETOOLONG: N_("tên quá dài"),
}


class Found(NamedTuple):
    """What `find_files` met."""

    files: tuple[Path, ...]
    """To be read: of a known kind, or named outright."""
    skipped: tuple[Path, ...]
    """In a folder, of a kind that holds no papers."""
    missing: tuple[Path, ...]
    """Named and not there, or folders that may not be opened."""


def find_files(paths: Iterable[Path]) -> Found:
    """Return the files under the paths, folders gone through in alphabetical order, each file once."""
    files: dict[Path, None] = {}
    skipped: dict[Path, None] = {}
    missing: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for found in _walk(path, missing, set()):
                known = found.suffix.lower() in SUFFIXES
                (files if known else skipped)[found] = None
        elif path.exists():
            files[path] = None
        else:
            missing[path] = None
    return Found(tuple(files), tuple(path for path in skipped if path not in files), tuple(missing))


def read(path: Path, how: Reading = USUAL) -> Source:
    """Return the file as blocks; a `ReadError` says what is wrong with it and what to do."""
    data = _bytes_of(path)
    kind = kind_of(data, path.suffix.lower())
    try:
        blocks, pages, width, ocr, issues = _read_as(kind, data, how)
    except ReadError:
        raise
    except MemoryError as fault:
        raise ReadError(
            "memory", N_("Tệp cần quá nhiều bộ nhớ."), N_("Chia tệp, hoặc đặt VB_MEMORY (MB) lớn hơn.")
        ) from fault
    except Exception as fault:  # the libraries raise what they like; one file never costs the batch
        raise ReadError(
            "damaged",
            N_("Tệp .{kind} bị hỏng, không đọc được ({fault}).").format(kind=kind, fault=type(fault).__name__),
            N_("Mở tệp bằng chương trình thường dùng; nếu mở được thì lưu lại rồi nạp lại."),
        ) from fault
    return Source(str(path), hashlib.sha256(data).hexdigest(), kind, blocks, pages, width, ocr, issues)


def _walk(folder: Path, missing: dict[Path, None], above: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError:
        missing[folder] = None
        return
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    for entry in entries:
        # ~$name.docx is the lock that Word leaves beside an open file.
        if entry.name.startswith((".", "~$")):
            continue
        if entry.is_dir():
            yield from _walk(entry, missing, above | {identity})
        elif entry.is_file() or entry.is_symlink():  # a link that leads nowhere is told, not passed over
            yield entry


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            limit = MAX_BYTES // 1024**2
            raise ReadError("too_large", N_("Tệp lớn hơn {limit} MB.").format(limit=limit), N_("Chia tệp rồi nạp lại."))
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise ReadError("vanished", N_("Không có tệp này."), N_("Kiểm tra lại đường dẫn.")) from fault
    except OSError as fault:
        reason = _TROUBLE.get(fault.errno or 0) or type(fault).__name__
        raise ReadError(
            "vanished", N_("Không mở được tệp ({reason}).").format(reason=reason), N_("Kiểm tra quyền đọc của tệp.")
        ) from fault
    if not data:
        raise ReadError("empty", N_("Tệp rỗng (0 byte)."), N_("Tải hoặc sao chép lại tệp gốc."))
    return data


def _read_as(
    kind: str, data: bytes, how: Reading
) -> tuple[tuple[Block, ...], int | None, float | None, bool, tuple[Issue, ...]]:
    if kind in OFFICE:
        from vbcli.read.docx import read_docx
        from vbcli.read.office import to_docx

        told, odd = read_docx(to_docx(data, kind, how.converted))
        if not is_text("".join(block.text for block in told)):
            # LibreOffice shows random bytes as a text too.
            raise ReadError(
                "damaged",
                N_("Tệp .{kind} bị hỏng, không có chữ đọc được.").format(kind=kind),
                N_("Tải hoặc sao chép lại tệp gốc."),
            )
        return told, None, None, False, odd
    if kind in IMAGES:
        from vbcli.read.pdf import read_image

        return read_image(data, how)
    if kind == "html":
        from vbcli.read.html import read_html

        found, odd = read_html(data)
        return found, None, None, False, odd
    if kind == "docx":
        from vbcli.read.docx import read_docx

        found, odd = read_docx(data)
        return found, None, None, False, odd
    if kind == "pdf":
        from vbcli.read.pdf import read_pdf

        return read_pdf(data, how)
    from vbcli.read.txt import read_txt

    blocks, pages, issues = read_txt(data)
    return blocks, pages, None, False, issues
