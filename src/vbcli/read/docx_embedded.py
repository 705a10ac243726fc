"""Whole files laid into a .docx (w:altChunk): a page of the web, another .docx, .rtf or plain text, read by their own readers.

Word takes them apart when it next saves; programs that write reports leave them in.
"""

import email
import email.policy
from collections.abc import Callable

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue
from vbcli.model.source import Block

Blocks = tuple[Block, ...]
_WEB = ("text/html", "application/xhtml+xml")
_MAIL = ("message/rfc822", "multipart/related", "application/x-mimearchive")
_WORD = "wordprocessingml"
_RTF = ("application/rtf", "text/rtf")


def read_embedded(data: bytes, kind: str, read_word: Callable[[bytes], Blocks]) -> tuple[Blocks, tuple[Issue, ...]]:
    """Return the blocks of an embedded file of a content type; an Issue says what could not be read."""
    try:
        return _blocks(data, kind.split(";", maxsplit=1)[0].strip().lower(), read_word), ()
    except ReadError as fault:
        return (), (
            Issue(
                "embedded",
                N_("Phần nhúng trong tệp ({kind}) không đọc được: {message}").format(kind=kind, message=fault.message),
            ),
        )


def _blocks(data: bytes, kind: str, read_word: Callable[[bytes], Blocks]) -> Blocks:
    if kind in _MAIL:
        data, kind = _page_of(data), "text/html"
    if kind in _WEB:
        from vbcli.read.html import read_html

        return read_html(data)[0]
    if _WORD in kind:
        return read_word(data)
    if kind in _RTF or data.startswith(b"{\\rtf"):
        from vbcli.read.office import to_docx

        return read_word(to_docx(data, "rtf"))
    if kind == "text/plain":
        from vbcli.read.txt import read_txt

        return read_txt(data)[0]
    raise ReadError("unsupported", N_("loại tệp này chưa đọc được."))


def _page_of(data: bytes) -> bytes:
    """Return the page of a web archive (.mht)."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    page = next((part for part in message.walk() if part.get_content_type() in _WEB), None)
    content = page.get_payload(decode=True) if page is not None else None
    if not isinstance(content, bytes):
        raise ReadError("empty", N_("không có trang nào trong tệp."))
    return content
