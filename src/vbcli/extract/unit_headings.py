"""Headings of units that no list knows whole: `5. Các đơn vị chủ rừng`, `UBND các xã, phường ven biển:`, `Chủ các hồ chứa thủy điện: vận hành …`.

Such a heading begins with a body and holds no verb of duty. A body that is known keeps its name; any other is kept as it is written.
"""

import re
from collections.abc import Sequence
from functools import cache

from vbcli.extract.unlisted import unlisted
from vbcli.lexicon import frames
from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_forms import UnitMention

_MARK = re.compile(r"\s*(?P<mark>\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,5})[.)/]\s*|[-+•*–]\s*)?")
_LONGEST = 140
_CUT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_ORDER = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao|phải|cần|sẽ|đã|được|chủ trì|phối hợp|thực hiện|như sau|sau|gồm|là|không|chưa|về việc|theo|này)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s+(?=\S)")
_SEVERAL = re.compile(r"(?i)(?:các|những|mọi|chủ\s+các|người\s+đứng\s+đầu)\s")


@cache
def _body() -> re.Pattern[str]:
    many = r"(?:(?:các|những|mọi|mỗi)\s+)?"
    return re.compile(rf"(?i:chủ\s+các\s|người\s+đứng\s+đầu\s|{many}{frames.words('body', 'person')}(?!\w))")


def headed(plain: str, known: Sequence[UnitMention]) -> list[UnitMention]:
    """Return the units of a paragraph that opens with nothing but names, up to its colon or its end; none where it opens otherwise.

    A singular noun that no list knows counts only where a verb or nothing stands behind the colon: `Chủ đầu tư: Ban A` is a label.
    """
    opened = _MARK.match(plain)
    start = opened.end() if opened else 0
    colon = plain.find(":", start, start + _LONGEST)
    end = colon if colon >= 0 else len(plain.rstrip())
    words = plain[start:end]
    numbered = bool(opened and opened["mark"] and opened["mark"][0] not in "-+•*–")
    if not words.strip() or len(words) > _LONGEST or re.search(r"[.;()\0\"“”]", words) or _acts(plain, start, end):
        return []
    behind = plain[colon + 1 :].lstrip() if colon >= 0 else ""
    if (colon < 0 and not numbered) or (behind and not _opens_order(behind)):
        return []
    starts = {u.start: u for u in known}
    first = starts.get(start)
    if not first and not (_body().match(plain, start) and (_SEVERAL.match(plain, start) or colon >= 0)):
        return []
    cuts = [m for m in _CUT.finditer(plain, start, end) if _is_member(plain, m.end(), starts)]
    inside = [m for m in cuts if not any(u.start < m.start() < u.end for u in known)]
    edges = [start, *(m.end() for m in inside)]
    ends = [*(m.start() for m in inside), end]
    out = [_named(plain, a, b, starts) for a, b in zip(edges, ends, strict=True)]
    return [] if all(starts.get(u.start) == u for u in out) else out


def _is_member(plain: str, at: int, starts: dict[int, UnitMention]) -> bool:
    return at in starts or bool(_body().match(plain, at))


def _named(plain: str, start: int, end: int, starts: dict[int, UnitMention]) -> UnitMention:
    end = start + len(plain[start:end].rstrip())
    u = starts.get(start)
    if u is not None and (u.end >= end or not u.unit.kind.startswith("tap-the")):
        return UnitMention(start, max(u.end, end), u.unit)
    return unlisted(plain[start:end], start, end)


def _acts(plain: str, start: int, end: int) -> bool:
    """Tell whether a word of ordering or a verb of two syllables, written small, stands in a stretch."""
    if _ORDER.search(plain, start, end):
        return True
    for blank in _WORD.finditer(plain, start, end):
        at = blank.end()
        verb = verbs()["doing"].match(plain, at, end)
        if verb and plain[at].islower() and re.search(r"\s", verb.group()) and not _names(plain, start, verb):
            return True
    return False


def _names(plain: str, start: int, verb: re.Match[str]) -> bool:
    """Tell whether a verb right behind the noun of a body is a part of its name: đơn vị thi công, cơ sở khám bệnh."""
    before = _body().match(plain, start)
    return bool(
        before and before.end() == verb.start() - 1 and re.fullmatch(rf"(?i:{frames.words('naming')})", verb.group())
    )


def _opens_order(behind: str) -> bool:
    return bool(re.match(r"\(?(?:\d{1,2}|[a-zđ]|i{1,3})[.)]|[-+•*–]\s", behind) or verbs()["predicate"].match(behind))
