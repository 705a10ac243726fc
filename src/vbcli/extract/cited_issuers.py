"""Whose paper is cited: `… của Thường trực Thị ủy` behind the number, `đề nghị của Sở Nội vụ tại Tờ trình số …` before it.

A wrong body is worse than none: before a number only who asks or proposes is its issuer, or whose letters the number bears.
"""

import re
from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.document_types import types
from vbcli.lexicon.unit_names import find_units
from vbcli.text.fold import strip_accents

_BY = re.compile(r"[\s\f]*(?P<comma>,)?[\s\f]*của[\s\f]+(?!liên\b)", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?<!\bTP)(?<!\bTp)(?<!\bTX)(?<!\bTT)\.(?:\s|$)|[;:“”\"\n\[]|\((?![A-ZĐƯ]{2,8}\))|(?<![A-ZĐƯ])\)"
)
# what the paper is about, or what follows it, is no name
_MATTER = re.compile(
    r"\s+(?:(?:về|tại|đối với|trong|cho|để|nhằm|gồm|như sau|nêu trên|nói trên|ngày|năm|đã|có|được|và\s+(?:các|ý kiến|chỉ đạo))\b|"
    r"(?:Quy định|quy định|Hướng dẫn|hướng dẫn|Về|V/v|v/v|Ban hành|ban hành|Phê duyệt|phê duyệt|Sửa đổi|sửa đổi|Triển khai|triển khai|Thực hiện|thực hiện|Công bố|công bố|Tại|Thông qua|Thành lập|Tách|Sáp nhập|Bổ sung|Không|Cho|Giao|Bãi bỏ|Thay thế|Kiện toàn|Tăng cường|Đẩy mạnh|Nâng cao|Thu hồi|Công nhận|Bổ nhiệm|Và)(?!\w))"
)
# bodies that no place follows: "của Chính phủ | Ứng dụng …"
_ALONE = re.compile(r"(?:(?:Văn phòng|Thanh tra|Thủ tướng)\s+)?(?:Chính phủ|Quốc hội|Bộ Chính trị|Ban Bí thư)(?!\w)")
_BARE = ("Bộ", "Sở", "Ban", "Cục", "Phòng", "Hội", "Công ty")
_NAMED = re.compile(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ][^,.;:()\n“”\"]{1,80}?(?=\s+và\s|[,.;:()\n“”\"]|$)")
_ASKS = re.compile(r"(?:đề nghị|đề xuất|kiến nghị|tham mưu|báo cáo|trình|ý kiến)\s+(?:chung\s+)?của\s+$", re.IGNORECASE)
_GIVEN = re.compile(r"(?<!\w)của\s+(?P<who>[^;:()]{3,120}?)\s+(?:nêu\s+)?tại\s+(?:các\s+)?$")
_ACTS = re.compile(
    r"(?:\s+\([^()]{3,80}\))?\s+(?:đã\s+|vừa\s+)?(?:ban hành(?:\s+tại)?|có|phê duyệt(?:\s+tại)?|công bố(?:\s+tại)?|thống nhất\s+tại|giao\s+tại)\s+(?:các\s+)?$"
)
_AFTER_COMMA = re.compile(r"[^,.;:()]{3,90}?\s+tại\s+(?:các\s+)?[A-ZĐa-zđ][^,.;:()]{2,30}?\s(?:số\s*)?\d")
_WINDOW = 200
_LETTERS = {
    "UBND": ("UBND", "Chủ tịch UBND"),
    "HĐND": ("HĐND", "Thường trực HĐND"),
    "TU": ("Tỉnh ủy", "Thành ủy", "Thị ủy"),
    "HU": ("Huyện ủy",),
    "QU": ("Quận ủy",),
    "ĐU": ("Đảng ủy",),
    "TW": ("Bộ Chính trị", "Ban Bí thư", "Trung ương"),
    "CP": ("Chính phủ",),
    "TTg": ("Thủ tướng",),
    "VPCP": ("Văn phòng Chính phủ",),
    "VPUBND": ("Văn phòng UBND",),
    "CTN": ("Chủ tịch nước",),
}


@cache
def _heads() -> re.Pattern[str]:
    """Words behind `và` that open another body or another paper."""
    bodies = (
        "Bộ|Sở|Ban|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Tỉnh|Thành|Huyện|Cục|Tổng|Văn phòng|Chính phủ|Thủ tướng|Quốc hội|"
        "Mặt trận|MTTQ|Đảng|Công an|Tòa|Viện|Liên|Trung"
    )
    return re.compile(rf"^(?:{bodies}|{'|'.join(t.name for t in types())})(?!\w)")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body that issued a cited paper."""

    name: str
    end: int
    """Where its words end, behind the number; without meaning for one named before it."""
    before: bool
    """Named before the number."""


def issuer_behind(words: str, at: int, limit: int) -> Issuer | None:
    """Return the issuer that `của …` names right behind a citation, up to the next one."""
    by = _BY.match(words, at)
    if by is None or (by["comma"] and _AFTER_COMMA.match(words, by.end())):
        return None
    window = words[by.end() : min(by.end() + _WINDOW, limit)]
    stop = _SENTENCE.search(window)
    window = window[: stop.start()] if stop else window
    matter = _MATTER.search(window)
    window = window[: matter.start()] if matter else window
    alone = _ALONE.match(window)
    units = [u for u in find_units(window[: alone.end()] if alone else window) if u.start == 0]
    name, end = (units[0].unit.name, units[0].end) if units else ("", 0)
    rest = window[end:].lstrip()
    goes_on = next((u for u in find_units(rest) if u.start == 0), None) if end else None
    if goes_on:  # Ban Thường vụ Đảng ủy | UBND tỉnh
        name, end = f"{name} {goes_on.unit.name}", len(window) - len(rest) + goes_on.end
    elif end == 0 and (whole := _NAMED.match(window)):
        end = _joined(window, whole.end())  # Ủy ban Pháp luật và | Tư pháp
        name = " ".join(window[:end].split())
    if name in _BARE:
        return None
    return Issuer(" ".join(name.split()), by.end() + end, before=False) if name else None


def _joined(window: str, end: int) -> int:
    """Return where a name ends that goes on behind `và`: no other body and no other paper stands there."""
    more = re.match(r"\s+và\s+(?=[A-ZĐÀ-ỸĂÂÊÔƠƯ])", window[end:])
    if more is None or _heads().match(window[end + more.end() :]):
        return end
    rest = _NAMED.match(window, end + more.end())
    return rest.end() if rest else end


def issuer_before(left: str, letters: str) -> Issuer | None:
    """Return the issuer that the words before a citation name: who asks there, or who acts and whose letters the number bears."""
    left = _type_cut(left)
    given = _GIVEN.search(left)
    if given:
        for m in re.finditer(r"(?<!\w)của\s+", left[given.start() :]):
            at = given.start() + m.end()
            who = left[at : given.end("who")]
            name = _body(who)
            if name and (_ASKS.search(left[:at]) or agrees(letters, name)):
                return Issuer(name, 0, before=True)
    acts = _ACTS.search(left)
    if acts:
        units = [u for u in find_units(left[: acts.start()]) if u.end == acts.start()]
        if units and agrees(letters, units[-1].unit.name):
            return Issuer(units[-1].unit.name, 0, before=True)
    return None


def _type_cut(left: str) -> str:
    """Return the words without those behind the last sentence."""
    stops = [m.end() for m in re.finditer(r"(?<!\bTP)\.\s|;\s", left)]
    return left[stops[-1] :] if stops else left


def _body(who: str) -> str | None:
    """Return the body that the words name as a whole, without the post that heads it: Giám đốc Sở Nội vụ → Sở Nội vụ."""
    who = re.sub(r"^(?:đồng chí|đ/c|lãnh đạo)\s+", "", who.strip(), flags=re.IGNORECASE)
    units = [u for u in find_units(who) if u.start == 0 and u.end == len(who)]
    if not units:
        return None
    post = units[0].unit.post
    if not post:
        return units[0].unit.name
    bare = " ".join(re.findall(r"\S+", who)[len(post.split()) :])
    heads = [u for u in find_units(f"{bare[:1].upper()}{bare[1:]}") if u.start == 0 and u.end == len(bare)]
    return heads[0].unit.name if heads else None


def agrees(letters: str, name: str) -> bool:
    """Tell whether the letters of a number are those of a body.

    >>> agrees("STC", "Sở Tài chính"), agrees("UBND-KT", "UBND tỉnh"), agrees("VPUBND", "UBND tỉnh")
    (True, True, False)
    """
    first = letters.split("-", maxsplit=1)[0]
    known = _LETTERS.get(first)
    if known:
        exact = first in ("CP", "UBND", "HĐND", "TTg")
        return any(name.startswith(k) if exact else k in name for k in known)
    if first.startswith("QH"):
        return name == "Quốc hội"
    plain = re.sub(r"[^A-ZĐƯ]", "", first.upper())
    return len(plain) > 1 and _spells(plain, [w for w in re.findall(r"\w+", name.upper()) if w != "VÀ"])


_LEVELS = frozenset(("TỈNH", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "THÀNH", "PHỐ", "THỊ", "TRẤN"))
"""Words of a name for which no letter needs to stand: CTVPH is Cục Thuế tỉnh Vĩnh Phúc."""


def _spells(letters: str, words: list[str]) -> bool:
    """Tell whether letters are the first ones of words, one or two of each, to where they end."""
    if not letters:
        return True
    if not words:
        return False
    word, rest = _bare(words[0]), words[1:]
    here = _bare(letters)
    return (
        (here[0] == word[0] and _spells(letters[1:], rest))
        or (len(word) > 1 and here[:2] == word[:2] and _spells(letters[2:], rest))
        or (words[0] in _LEVELS and _spells(letters, rest))
    )


def _bare(capitals: str) -> str:
    """Return capitals without tones; Đ is a letter of its own."""
    return "".join(c if c == "Đ" else strip_accents(c) for c in capitals)
