"""The lines of a head: what a line is, and two columns that were printed on one line taken apart."""

import re
from collections.abc import Sequence

from vbcli.model.document import Field
from vbcli.model.evidence import Evidence, Span

Line = tuple[Span, str]
"""A paragraph of the head and its words."""

MISSING = "không có trong văn bản"
NUMBER_LINE = re.compile(r"^\W*(?:số|sô|so)\b\s*[:.]?\s*(?P<rest>.*)$", re.IGNORECASE)
DATE_LINE = re.compile(
    r"^(?P<place>[^,\d]{2,45}?)\s*,\s*(?:ngày|Ngày|ngáy)\s*(?P<day>~*\s*\d{0,2}\s*~*|[.… ]*)\s*tháng\s*(?P<month>~*\s*\d{0,2}\s*~*|[.… ]*)\s*năm\s*(?P<year>~*\s*\d{4}\s*~*)?"
)
_PLACE = r"(?:(?:[A-ZĐÀ-Ỹ][a-zà-ỹđ'’]+|TP\.?|phố|xã)\s+){0,6}[A-ZĐÀ-Ỹ][a-zà-ỹđ'’]+"
# the day beside it was written by hand and is lost: "Hà Nội,"
PLACE_LINE = re.compile(
    r"^\W*(?P<place>(?:TP\.\s?)?[A-ZĐ][a-zà-ỹđ'’]+(?:\s[A-ZĐÂĂÊÔƠƯÁẢẠÀÝÍ][a-zà-ỹđ'’]+){1,3})\s*,\W*$"
)
_GLUED = re.compile(
    rf"^(?P<left>.+?)\s+(?P<right>CỘNG H(?:OÀ|ÒA|OA) XÃ HỘI.*|ĐẢNG C[ỘÔ]NG SẢN VIỆT NAM.*|Độc lập\s*[-–].*|{_PLACE}\s*,\s*(?:ngày|Ngày)\s.{{0,40}}\bnăm\b.*)$"
)
# what the Youth Union prints in place of the motto; behind words without a union of their own it is the rest of a name
_YOUTH = re.compile(r"^(?P<left>.*\bĐOÀN\b.*?)\s+(?P<right>ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH)\W*$")
_OF_COLUMN = re.compile(r"^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s[A-ZĐÀ-Ỹ ]+$|^\W*\*+\W*$")
_LONGEST = 110


def blank(rule: str, reason: str = MISSING) -> Field[str]:
    """Return a field that could not be told."""
    return Field(None, Evidence(rule, reason=reason))


def found(value: str, rule: str, span: Span, confidence: float = 0.95, reason: str | None = None) -> Field[str]:
    """Return a field with its evidence."""
    return Field(value, Evidence(rule, span, confidence, reason))


def is_caps(words: str) -> bool:
    """Tell whether a line is printed in capitals, a stray small letter aside."""
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.85 * len(letters) and len(words) < _LONGEST


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a head with those that hold two columns taken apart, the left column first.

    `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM` / `HUYỆN X Độc lập - Tự do - Hạnh phúc` are four lines.
    """
    left: list[Line] = []
    right: list[Line] = []
    last = 0
    for span, words in lines:
        m = _GLUED.match(words) or _YOUTH.match(words)
        if m and (is_caps(m["left"]) or NUMBER_LINE.match(m["left"])):
            left.append((Span(span.start, span.start + m.end("left")), m["left"]))
            right.append((Span(span.start + m.start("right"), span.end), m["right"]))
            last = len(left)
        else:
            left.append((span, words))
    # the left column goes on below the last line that held both: HUYỆN X, Số: …
    while last and last < len(left) and (NUMBER_LINE.match(left[last][1]) or _OF_COLUMN.match(left[last][1])):
        last += 1
    return [*left[:last], *right, *left[last:]]
