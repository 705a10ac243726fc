"""What a file is, told by its first bytes; the suffix is a hint only, because names lie (HTML as .doc, JSON as .pdf)."""

import io
import zipfile

from vbcli.errors import ReadError
from vbcli.language import N_

OFFICE = frozenset({"doc", "rtf", "odt"})
"""Read through LibreOffice."""
IMAGES = frozenset({"jpg", "png", "tif"})
SUFFIXES = frozenset(
    {".txt", ".docx", ".pdf", ".doc", ".rtf", ".odt", ".html", ".htm", ".jpg", ".jpeg", ".png", ".tif", ".tiff"}
)
"""Of the papers to look for in a folder."""

_PLAIN = frozenset({"", ".txt", ".html", ".htm", ".text", ".md"})
"""Suffixes of plain text; other kinds of text (tables, logs, programs) are no papers."""
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PDF = b"%PDF-"
_WITHIN = 1024
"""Some mail gateways put lines of their own before the mark of a .pdf; readers look that far."""
_IMAGE_MARKS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"II*\x00", "tif"), (b"MM\x00*", "tif"))
_HTML_STARTS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b'<?xml version="1.0" encoding="utf-8"?><!doctype html',
)
_WORD_XML = b"<?mso-application"
_SAVE_AS_DOCX = N_("Mở bằng Word hoặc LibreOffice, lưu thành .docx rồi nạp lại.")
_UNREAD = {"xls": N_("Bảng tính"), "ppt": N_("Tệp trình chiếu")}
_MANIFEST, _MOST = "META-INF/manifest.xml", 100_000
_WORD = "WordDocument".encode("utf-16-le")
_WORD_STREAM = 512
_ENCRYPTED = 0x01
_UNLOCK = N_("Mở bằng Word, bỏ mật khẩu, lưu lại rồi nạp lại.")


def kind_of(data: bytes, suffix: str) -> str:
    """Return which reader the bytes are for; a `ReadError` where there is none."""
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if _PDF in data[:_WITHIN]:
        return "pdf"
    if data.startswith(_OLE):
        return _ole_kind(data, suffix)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    for mark, kind in _IMAGE_MARKS:
        if data.startswith(mark):
            return kind
    start = data[:_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if suffix != ".txt":
        if _WORD_XML in start and b"word.document" in start:
            return "doc"
        if start.startswith(_HTML_STARTS) or (suffix in {".html", ".htm"} and b"<" in start):
            return "html"
    if suffix in SUFFIXES - {".txt", ".html", ".htm"}:
        raise ReadError(
            "damaged",
            N_("Nội dung tệp không đúng với đuôi {suffix}.").format(suffix=suffix),
            N_("Tải hoặc sao chép lại tệp gốc rồi nạp lại."),
        )
    if suffix not in _PLAIN:
        raise ReadError(
            "unsupported",
            N_("Không đọc được loại tệp {suffix}.").format(suffix=suffix),
            N_("Lưu thành .docx, .pdf hoặc .txt rồi nạp lại."),
        )
    return "txt"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if not {"mimetype", "content.xml"} <= names:
                return "docx"
            kind = package.open("mimetype").read(_WITHIN)
            manifest = package.open(_MANIFEST).read(_MOST) if _MANIFEST in names else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return "docx"  # its reader says what is wrong
    if b"encryption-data" in manifest:
        raise ReadError("password", N_("Tệp .odt đặt mật khẩu."), _UNLOCK)
    for words, other in ((b"opendocument.spreadsheet", "xls"), (b"opendocument.presentation", "ppt")):
        if words in kind:
            raise _unsupported(other)
    return "odt" if b"opendocument.text" in kind else "docx"


def _ole_kind(data: bytes, suffix: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data or _is_encrypted_word(data):
        raise ReadError("password", N_("Tệp Word đặt mật khẩu."), _UNLOCK)
    for stream, kind in (("Workbook", "xls"), ("PowerPoint Document", "ppt")):
        if stream.encode("utf-16-le") in data and suffix != ".doc":
            raise _unsupported(kind)
    if _WORD not in data:
        raise ReadError(
            "damaged", N_("Tệp .doc bị hỏng hoặc chép thiếu."), N_("Tải hoặc sao chép lại tệp gốc rồi nạp lại.")
        )
    return "doc"


def _is_encrypted_word(data: bytes) -> bool:
    """Tell whether the main stream of a .doc, which nearly always comes first, says that it is encrypted."""
    start = data[_WORD_STREAM : _WORD_STREAM + 12]
    return start[:2] == b"\xec\xa5" and len(start) == 12 and bool(start[11] & _ENCRYPTED)  # noqa: PLR2004


def _unsupported(kind: str) -> ReadError:
    return ReadError("unsupported", N_("{kind} chưa đọc được.").format(kind=_UNREAD[kind]), _SAVE_AS_DOCX)
