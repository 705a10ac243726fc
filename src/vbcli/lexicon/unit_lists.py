"""Units in a list: each with the head, the post or the level that the list says once.

`Các Sở: Công Thương, Tài chính` are two Sở; of `đảng ủy, UBND xã, thị trấn` the đảng ủy is one of xã, thị trấn too.
"""

import re
from functools import cache

from vbcli.lexicon.load import data
from vbcli.lexicon.unit_forms import UnitMention, unit_at, unit_key
from vbcli.lexicon.unit_patterns import levels, name_key, patterns, tables
from vbcli.model.task import UnitName
from vbcli.text.fold import fold


def expand_list(plain: str, m: re.Match[str]) -> list[UnitMention]:
    """`Các Sở: Công Thương, Tài chính` and `UBND các phường: Yên Hòa, Văn Phú`: so many units, each with the head carried over."""
    pattern, at = patterns(), m.end()
    found: list[UnitMention] = []
    if ":" not in m.group() and m["named"]:
        return []
    post = " ".join((m["post"] or "").split()).removesuffix(" các")
    if m["head"] and patterns()["level"].fullmatch(m["level"].strip()):
        return _of_places(plain, m, post)
    if m["head"]:
        return _of_mixed_places(plain, m, post) if ":" in m.group() else []
    while True:
        item = pattern["field"].match(plain, at) or pattern["proper"].match(plain, at)
        if item is None:
            break
        other = patterns()["head"].match(plain, at) or patterns()["collective"].match(plain, at)
        if other and not pattern["field"].match(plain, at):
            break
        words = item.group().rstrip(" -")
        inner = [words] if pattern["field"].fullmatch(words) else re.split(r"\s*,\s*|\s+và\s+", words)
        words = inner[0]
        single = unit_at(f"{tables()['named'][name_key(m['named'])]['short']} {words}", 0)
        if single is None:
            break
        name = f"{post} {single.unit.name}".strip()
        u = single.unit
        found.append(
            UnitMention(
                m.start() if not found else at,
                at + len(words),
                UnitName(name, unit_key(name), u.kind, u.level, u.place, fold(post), False),
            )
        )
        separator = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+").match(plain, at + len(words))
        if separator is None:
            break
        at = separator.end()
    return found if len(found) > 1 or (found and m.group().lower().startswith("các")) else []


def _of_places(plain: str, m: re.Match[str], post: str) -> list[UnitMention]:
    """`UBND các xã Nà Phai, Bản Lìm và thị trấn Đồi Sim`, `UBND xã Nà Phai, Bản Lìm, Đồng Tâm`: the head with each place."""
    places = places_at(plain, m.start("level"), listed=True)
    if not m["many"] and ":" not in m.group():
        places = _of_one_rank(plain, places)
    found: list[UnitMention] = []
    for place in places:
        single = unit_at(f"{m['head']} {place.unit.name}", 0)
        if single is None:
            break
        found.append(_placed(place.start if found else m.start(), place.end, single.unit, post))
    return found if len(found) > 1 or (found and ":" in m.group()) else []


def _placed(start: int, end: int, u: UnitName, post: str) -> UnitMention:
    name = f"{post} {u.name}".strip()
    return UnitMention(start, end, UnitName(name, unit_key(name), u.kind, u.level, u.place, fold(post), False))


_RANKS = {
    level: rank
    for rank, levels_of in enumerate((("tinh",), ("huyen", "quan", "thi-xa"), ("xa", "phuong", "thi-tran", "dac-khu")))
    for level in levels_of
}
"""thành phố is both, of a province and of the centre."""


_PAIR = 2


def _of_one_rank(plain: str, places: list[UnitMention]) -> list[UnitMention]:
    """Return the places of a list that no `các` opens; of `huyện Bảo An, Lâm Thượng` the second may be its province, and of `xã A, huyện B` it is its district."""
    first = next(iter(places), None)
    if first is None:
        return []
    rank = _RANKS.get(first.unit.level)
    alike: list[UnitMention] = []
    for place in places:
        if _RANKS.get(place.unit.level, rank) != rank:
            break
        alike.append(place)
    if len(alike) > _PAIR:
        return alike
    second = alike[-1]
    joined = _PLACED.match(plain, second.start) or "và" in plain[first.end : second.start].split()
    return alike if joined else []


def _of_mixed_places(plain: str, m: re.Match[str], post: str) -> list[UnitMention]:
    """`UBND các xã, phường: Nà Phai, Bản Lìm`: which is a xã and which a phường the words do not say, unless a place has its level."""
    found: list[UnitMention] = []
    at = m.end()
    while True:
        printed = _PLACED.match(plain, at)
        begin = at
        at = printed.end() + 1 if printed else at
        place = patterns()["place"].match(plain, at)
        if place is None or (not printed and _no_place(plain, at, place)):
            break
        words = place.group().rstrip(" -")
        level = f"{' '.join(printed.group().lower().split())} " if printed else ""
        single = unit_at(f"{m['head']} {level}{words}", 0)
        if single is None:
            break
        found.append(_placed(begin if found else m.start(), at + len(words), single.unit, post))
        following = _NEXT.match(plain, at + len(words))
        if following is None:
            break
        at = following.end()
    return found if len(found) > 1 else []


_NEXT = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+")
_PLACED = re.compile(r"(?i:tỉnh|thành\s+phố|quận|huyện|thị\s+xã|xã|phường|thị\s+trấn|đặc\s+khu)(?=\s|:)")
"""Levels whose places are spoken of as bodies that act."""


_FOLLOWING = re.compile(r"\s+[^\W\d_]")
_COLON = re.compile(r"\s*:\s*")


def _no_place(plain: str, at: int, place: re.Match[str]) -> bool:
    """Whether what stands in the list of places is somebody else, or begins a sentence: `Giám đốc Sở`, `Đề nghị`, `Kiểm tra`."""
    pattern = patterns()
    if unit_at(plain, at) or pattern["post"].match(plain, at) or pattern["opener"].match(plain, at):
        return True
    words = place.group().rstrip(" -")
    following = _FOLLOWING.match(plain, at + len(words))
    small = following is not None and following.group()[-1].islower()
    return " " not in words and small and not pattern["stop"].match(plain, at + len(words))


def places_at(plain: str, start: int, *, listed: bool = False) -> list[UnitMention]:
    """Return the places that a text names at a position, each as a unit: `các xã Đồng Tâm, Hòa Phú và phường Bắc Sơn`, `tỉnh Lào Cai`.

    A place is somebody who acts only where the words around it say so; the caller knows. `listed`: a colon may stand behind the level.
    """
    found: list[UnitMention] = []
    at, level = start, ""
    while True:
        printed = _PLACED.match(plain, at)
        begin, bare = at, bool(found)
        if printed:
            level = " ".join(printed.group().lower().split())
            colon = _COLON.match(plain, printed.end()) if listed else None
            at = colon.end() if colon else printed.end() + 1
            bare = colon is not None
        place = patterns()["place"].match(plain, at) if level else None
        if place is None or (bare and _no_place(plain, at, place)):
            return found
        words = place.group().rstrip(" -")
        name = f"{level} {words}"
        unit = UnitName(name, unit_key(name), "dia-phuong", levels()[fold(level)], fold(words))
        found.append(UnitMention(begin, at + len(words), unit))
        following = _NEXT.match(plain, at + len(words))
        if following is None:
            return found
        at = following.end()


_BETWEEN = re.compile(r"\s*(?:,|;|và|&|cùng|,\s*và)\s*")


def share_qualifiers(plain: str, found: list[UnitMention]) -> list[UnitMention]:
    """Give a bare head the level that the list gives to its right neighbour: `đảng ủy, UBND xã, thị trấn`, `Ban Tuyên giáo, Ban Dân vận Thị ủy`."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        left, right = out[i], out[i + 1]
        bare = (
            left.unit.kind in _sharing()
            and not left.unit.level
            and not left.unit.place
            and left.unit.name == _short_of(left.unit.kind, left.unit.post, left.unit.name)
        )
        if not bare or right.unit.kind.startswith("tap-the") or not _BETWEEN.fullmatch(plain, left.end, right.start):
            continue
        tail = _level_words(right.unit.name, right.unit.kind)
        # a body of the State is none of a committee of the Party: Hạt Kiểm lâm và Ban Tuyên giáo Huyện ủy
        if not tail or (patterns()["party"].match(tail) and left.unit.kind not in _of_party()):
            continue
        name = f"{left.unit.name} {tail}"
        unit = UnitName(
            name,
            unit_key(name),
            left.unit.kind,
            right.unit.level,
            right.unit.place,
            left.unit.post,
            right.unit.collective,
        )
        out[i] = UnitMention(left.start, left.end, unit)
    return out


@cache
def _sharing() -> frozenset[str]:
    """Return the heads that do not stand without a level in official language."""
    return frozenset(e["id"] for e in data("units")["head"] if e.get("shares"))


@cache
def _of_party() -> frozenset[str]:
    """Return the heads that are boards or committees of the Party."""
    return frozenset(e["id"] for e in data("units")["head"] if e.get("party"))


def _short_of(kind: str, post: str, name: str) -> str:
    short = _head_in(name, kind)
    return f"{name.split(short, maxsplit=1)[0]}{short}" if post and short else short


def _head_in(name: str, kind: str) -> str:
    """Return the head of a name as it is shown there, "" where the kind has none."""
    shown = {e["short"] for e in tables()["head"].values() if e["id"] == kind}
    return max((h for h in shown if h in name), key=len, default="")


def _level_words(name: str, kind: str) -> str:
    short = _head_in(name, kind)
    if not short:
        return ""
    return name.split(short, 1)[1].strip()
