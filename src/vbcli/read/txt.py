"""A .txt file into one LINE block per line, blank lines included: they divide paragraphs, and parse needs them.

Unicode is taken at its word unless its words are none; bytes that are no Unicode are tried as windows-1258, TCVN3 and
VNI and believed only if the outcome looks Vietnamese. A form feed divides pages.
"""

import re
import unicodedata

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue
from vbcli.model.source import Block, BlockKind
from vbcli.read.characters import plain, vietnamese_share
from vbcli.text.legacy_fonts import coding_of_text, familiar_share, to_unicode

MAX_BYTES = 50 * 1024 * 1024

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x85\u2028\u2029]")
_LONGEST_LETTER = 4
"""Bytes: a file cut off in the middle of a letter still counts as UTF-8."""
_CONTROLS = bytes(sorted(set(range(0x20)) - set(b"\t\n\v\f\r")))
_NUL_SHARE = 0.25
_CONTROL_SHARE = 0.005
_BAD_SHARE = 0.002
_VIETNAMESE_SHARE = 0.04
_FOREIGN_SHARE = 0.02
_PUNCTUATION = frozenset("“”‘’–—…•·°§©«»×±²³½¼µ€†‡‰ \u00a0")
_SAMPLE = 20_000
"""Letters: more of them would tell nothing new."""
_FAMILIAR = 0.08
_BYTES = 0x100
_MOJIBAKE = re.compile("[ÃÄÆá][\u0080-\u00bf\u2013-\u2122ºŒœŠšŸŽžƒˆ˜]")
_WESTERN = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(_BYTES)]
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def read_txt(data: bytes) -> tuple[tuple[Block, ...], int | None, tuple[Issue, ...]]:
    """Return the lines, the number of pages (None without form feeds) and what was odd."""
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024**2
        raise ReadError(
            "too_large",
            N_("Tệp văn bản lớn hơn {limit} MB.").format(limit=limit),
            N_("Chia tệp thành nhiều phần rồi nạp lại."),
        )
    text, issues = decode(data)
    paged = "\f" in text
    blocks: list[Block] = []
    page = 1
    for number, line in enumerate(_lines(text), start=1):
        first, *rest = line.split("\f")
        if first or not rest:
            blocks.append(_block(first, page if paged else None, number))
        for piece in rest:
            page += 1
            if piece:
                blocks.append(_block(piece, page, number))
    if not any(block.text.strip() for block in blocks):
        raise ReadError("empty", N_("Tệp không có chữ nào."), N_("Kiểm tra lại tệp gốc."))
    return tuple(blocks), page if paged else None, issues


def decode(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """Return the text of the bytes; a ReadError where no encoding gives Vietnamese."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace"), ()
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide, ()
    if _share_of_controls(data) > _CONTROL_SHARE:
        raise ReadError(
            "damaged", N_("Tệp không phải là văn bản chữ."), N_("Mở tệp xem lại, lưu thành .docx hoặc .txt.")
        )
    try:
        return _untangled(data.decode("utf-8"))
    except UnicodeDecodeError as fault:
        if fault.start >= len(data) - _LONGEST_LETTER and fault.start > 0:
            return data[: fault.start].decode("utf-8"), (Issue("bad_bytes", N_("Tệp bị cắt giữa một chữ ở cuối.")),)
    return _decode_legacy(data)


def _untangled(text: str) -> tuple[str, tuple[Issue, ...]]:
    """Return Unicode text, one that was taken for something else on its way put right: "á»¦y ban", "Uû ban"."""
    sample = text[:_SAMPLE]
    if sample.isascii() or familiar_share(sample) > _FAMILIAR:
        return text, ()
    again = _as_western_bytes(text).decode("utf-8", "replace") if _MOJIBAKE.search(sample) else ""
    if familiar_share(again[:_SAMPLE]) > _FAMILIAR:
        return again, (_recoded(N_("UTF-8 đọc nhầm thành chữ Tây Âu")),)
    coding = coding_of_text(sample)
    return (to_unicode(text, coding), (_recoded(coding),)) if coding else (text, ())


def _as_western_bytes(text: str) -> bytes:
    """Return the bytes that a program took for windows-1252, or for Latin-1 where that has no such letter."""
    return b"".join(_western(character) for character in text)


def _western(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(character)]) if ord(character) < _BYTES else character.encode("utf-8")


def _recoded(coding: str) -> Issue:
    return Issue(
        "recoded", N_("Tệp gõ bằng bảng mã cũ hoặc sai ({coding}), đã chuyển sang Unicode.").format(coding=coding)
    )


def _decode_legacy(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    patched = data.decode("utf-8", errors="replace")
    bad = patched.count("\ufffd")
    if bad <= len(patched) * _BAD_SHARE and vietnamese_share(patched) > _VIETNAMESE_SHARE:
        return patched, (
            Issue("bad_bytes", N_("Có {number} chỗ hỏng mã chữ, hiện thành ký tự \ufffd.").format(number=bad)),
        )
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if _reads_as_vietnamese(text):
        return text, ()
    western = "".join(_WESTERN[byte] for byte in data)
    coding = coding_of_text(western[:_SAMPLE])
    if coding:
        return to_unicode(western, coding), (_recoded(coding),)
    raise ReadError(
        "unsupported",
        N_("Không rõ chữ trong tệp gõ bằng bảng mã nào."),
        N_("Chuyển mã sang Unicode (UTF-8) rồi nạp lại."),
    )


def _lines(text: str) -> list[str]:
    lines = _LINE_ENDS.split(text)
    return lines[:-1] if lines and not lines[-1] else lines


def _block(text: str, page: int | None, number: int) -> Block:
    return Block(BlockKind.LINE, plain(text).rstrip(), page=page, line=number)


def _utf16_without_mark(data: bytes) -> str | None:
    """Return the text where every other byte is a NUL for digits and blanks, as Notepad's "Unicode" leaves them."""
    if len(data) % 2 or not data:
        return None
    for offset, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[offset::2].count(0) > len(data) / 2 * _NUL_SHARE and not data[1 - offset :: 2].count(0):
            try:
                return data.decode(codec)
            except UnicodeDecodeError:
                return None
    return None


def _share_of_controls(data: bytes) -> float:
    return 1 - len(data.translate(None, _CONTROLS)) / len(data)


def _reads_as_vietnamese(text: str) -> bool:
    """Tell whether a legacy decoding made sense: enough Vietnamese letters, few that Vietnamese does not have."""
    beyond = [c for c in text if ord(c) > 0x7F]  # noqa: PLR2004 (ASCII ends here)
    foreign = sum(not _is_at_home(c) for c in beyond)
    return vietnamese_share(text) > _VIETNAMESE_SHARE and foreign <= len(beyond) * _FOREIGN_SHARE


def _is_at_home(character: str) -> bool:
    """Tell whether a character beyond ASCII is a Vietnamese letter or ordinary punctuation.

    >>> [_is_at_home(c) for c in "ế–©ö"]
    [True, True, True, False]
    """
    spelt = unicodedata.normalize("NFD", character)
    base, marks = spelt[:1], spelt[1:]
    if character in _PUNCTUATION or character in "đĐ":
        return True
    return base.lower() in "aeiouy" and bool(marks) and all(m in _TONES or m in "\u0302\u0306\u031b" for m in marks)
