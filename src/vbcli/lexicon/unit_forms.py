"""One unit at a place of a text: its form is known from the words that open it, and brought to the short standard form.

In: `Uỷ ban nhân dân các xã, thị trấn`. Out: head, level, place, and the name to show: `UBND các xã, thị trấn`.
"""

import re
from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.load import data
from vbcli.lexicon.unit_patterns import (
    AND,
    CAPITALISED,
    LOOSE,
    UPPER,
    alternatives,
    begins_next,
    beside,
    compounds,
    described,
    fields,
    levels,
    name_key,
    patterns,
    qualifiers,
    tables,
    trade,
)
from vbcli.model.task import UnitName
from vbcli.text.fold import fold

_LONGEST = 150
_COUNTRY = re.compile(r"(?<!\w)Việt\s+Nam(?!\w)")


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit as it stands in a text."""

    start: int
    end: int
    unit: UnitName


def unit_at(plain: str, start: int) -> UnitMention | None:
    """Return the unit, without a post, that begins at `start`."""
    best: UnitMention | None = None
    for kind, build in (
        ("head", _from_head),
        ("named", _from_named),
        ("collective", _from_collective),
        ("project", _from_project),
        ("figure", _from_figure),
    ):
        m = patterns()[kind].match(plain, start)
        mention = build(plain, m) if m else None
        if mention and best and kind == "named" and m and not m["field"]:
            continue  # "Bộ Chính trị" is a body of its own, no ministry of some name
        if mention and (best is None or mention.end > best.end):
            best = mention
    return best


def _tail(words: str) -> tuple[str, str, str, bool]:
    """Return (tail to show, level id, place, several) of what stands behind a head."""
    shown = " ".join(words.split())
    shown = re.sub(r"^của\s+", "", shown)
    shown = re.sub(r"\bTX\b\.?", "thị xã", shown)
    shown = re.sub(r"\bTP\b\.?", "thành phố", shown)
    shown = re.sub(r"\s+([,.])", r"\1", shown).rstrip(".,;- ")
    if shown.isupper() and fold(shown) != "tw":
        shown = _in_sentence(shown)
    ids: list[str] = []
    rest = shown
    for m in reversed(_levels_in(shown)):
        rest = f"{rest[: m.start()]} {rest[m.end() :]}"
    for m in _levels_in(shown):
        level = levels().get(fold(m.group().rstrip(".")))
        if level and level not in ids:
            ids.append(level)
    party = patterns()["party"].search(shown)
    if party:
        body = {
            "tinh uy": "tinh",
            "thanh uy": "thanh-pho",
            "huyen uy": "huyen",
            "thi uy": "thi-xa",
            "quan uy": "quan",
            "dang uy": "xa",
            "tinh doan": "tinh",
            "thanh doan": "thanh-pho",
            "huyen doan": "huyen",
            "thi doan": "thi-xa",
            "quan doan": "quan",
        }
        word = fold(party.group()).removeprefix("cua ")
        ids = [body.get(word, "tw")] if not ids or word in body else ids
    rest = patterns()["party"].sub(" ", rest)
    # Việt and Nam alone are part of a place: huyện Việt Yên, huyện Nam Đàn
    rest = _COUNTRY.sub(" ", rest)
    place = " ".join(w for w in re.findall(rf"(?<!\w){CAPITALISED}", rest) if w != "Đảng")
    several = bool(re.search(r"(?i)(?<!\w)các(?!\w)", shown)) or len(ids) > 1
    return shown, "+".join(ids), fold(place), several


def _end_of(m: re.Match[str], tail: str) -> int:
    """Return where a name ends that has this tail."""
    own = tail.rstrip(" ,.;-")
    return m.start("tail") + len(own) if own else m.start() + len(m.group()[: m.start("tail") - m.start()].rstrip())


_CAPITAL = re.compile(rf"\s+(?=[{UPPER}])")


def _own_tail(plain: str, m: re.Match[str]) -> str:
    """Return the tail of a name without the verb or level that looks like its place: `Công an tỉnh` / `Chỉ đạo …`."""
    tail = m["tail"]
    for blank in _CAPITAL.finditer(tail):
        before = tail[: blank.start()].split()
        begins = begins_next().match(plain, m.start("tail") + blank.end()) if before and before[-1].islower() else None
        if begins:
            is_level = fold(begins.group()) in levels()
            return str(tail[: blank.end()] + begins.group() if is_level else tail[: blank.start()])
    return str(tail)


def _placeless(tail: str) -> str:
    """Return the tail of a body of the country without what looks like a place: `Chính phủ` / `Quy định …`."""
    place = _CAPITAL.search(tail)
    return tail if place is None or patterns()["party"].match(tail, place.end()) else tail[: place.start()]


def _levels_in(words: str) -> list[re.Match[str]]:
    """Return the levels that a tail names; a capital right behind a level begins its place: `xã Bản Lìm`."""
    found: list[re.Match[str]] = []
    for m in patterns()["level"].finditer(words):
        if found and m.group()[0].isupper() and m.group() != "TW" and not words[found[-1].end() : m.start()].strip():
            continue
        found.append(m)
    return found


def _in_sentence(capitals: str) -> str:
    """Return a tail printed in capitals as a sentence has it: HUYỆN ĐỒI SIM → huyện Đồi Sim."""
    words = " ".join(w if w in ("TW", "TP", "TX") else w.capitalize() for w in capitals.split())
    for m in _levels_in(words):
        if not m.group().isupper():
            words = f"{words[: m.start()]}{m.group().lower()}{words[m.end() :]}"
    return patterns()["loose"].sub(lambda m: _loose().get(fold(m.group()), m.group().lower()), words)


@cache
def _loose() -> dict[str, str]:
    return {fold(w): w for w in (*LOOSE, "cơ sở")}


def unit_key(name: str) -> str:
    """Return the comparison key: `các` counts only where it tells many bodies of one level from one, UBND các huyện from UBND huyện."""
    key = re.sub(r"^(?:cac|nhung)\s+(?=\w)", "", fold(name)).replace("co lien quan", "lien quan")
    if "," in key or " va " in key:
        key = re.sub(r"(?<!\w)cac\s+(?=\w)", "", key)
    return " ".join(re.findall(r"[\w&]+", key))


_BODY = re.compile(r"(?<!\w)(?i:lực\s+lượng|cơ\s+quan|ngành)\s+$")


def _from_head(plain: str, m: re.Match[str]) -> UnitMention | None:
    entry = tables()["head"][name_key(m["head"])]
    before = max(0, m.start() - 40)
    if entry["needs"] == "capital" and m["head"].islower() and not _BODY.search(plain, before, m.start()):
        return None  # "tăng cường quản lý thị trường": what is done, nobody
    tail = _own_tail(plain, m)
    if entry["level"] == "tw":
        tail = _placeless(tail)
    shown, level, place, several = _tail(tail)
    if (
        entry["needs"] == "party"
        and not patterns()["party"].match(shown)
        and not fold(shown).startswith(("huyen", "tinh"))
    ):
        return None
    if entry["needs"] == "qualifier" and not shown:
        return None
    if entry["needs"] == "union" and (
        not m["head"].startswith("Đ")
        or not (shown or m["head"].lower() != _UNION)
        or _UNIONS.search(plain, before, m.start())
    ):
        return None
    if entry["needs"] == "list" and not (
        m["head"][0].isupper() and (shown or _stands_beside(plain, m.start(), m.end()))
    ):
        return None
    if m["head"].lower() == "thuế" and shown and not re.match(r"(?i)tỉnh|thành|huyện|cơ sở|khu vực", shown):
        return None
    many = "các " if m["many"] else ""
    name = f"{many}{entry['short']} {shown}".strip()
    unit = UnitName(
        name,
        unit_key(name),
        entry["id"],
        level or entry["level"],
        place,
        "",
        bool(many) or several or entry["needs"] == "union",
    )
    return UnitMention(m.start(), _end_of(m, tail), unit)


_UNION = "đoàn các"
_UNIONS = re.compile(r"(?i:liên|phái|công)\s+\Z")
"""Words that end with đoàn and name no union of young people."""


def _stands_beside(plain: str, start: int, end: int) -> bool:
    """Whether another body stands next to one in a list: `Thanh tra, Công an và Quản lý thị trường`."""
    before, behind = beside()
    return bool(before.match(plain, end) or behind.search(plain, max(0, start - _NEIGHBOUR), start))


_NEIGHBOUR = 60
"""Characters."""


def _from_named(plain: str, m: re.Match[str]) -> UnitMention | None:
    head = m["head"]
    if not m["field"] and (not head[0].isupper() or (len(head) > 1 and head.isupper())):
        return None  # names are written with one capital; in a title all words have them
    if _ends_compound(plain, m.start(), head) or _begins_compound(m.group()):
        return None  # cơ sở dữ liệu, cán bộ Công an, Bộ Hồ sơ
    entry = tables()["named"][name_key(head)]
    if m["field"]:
        words, _, extra = (
            m["field"].rpartition(" ")
            if m["field"].split()[-1].isupper() and name_key(m["field"]) not in fields()
            else (m["field"], "", "")
        )
        field = f"{fields()[name_key(words)]} {extra}".strip()
        if not head[0].isupper() and not m["field"][0].isupper():
            return None
    else:
        proper = _proper_name(m["proper"])
        field = re.sub(r"\s*-\s*", " - ", " ".join(proper.split())) if " - " in proper else " ".join(proper.split())
        if proper != m["proper"]:
            name = f"{' '.join(head.split())} {field}"
            return UnitMention(
                m.start(),
                m.start("proper") + len(proper),
                UnitName(name, unit_key(name), f"{entry['id']} {fold(field)}", entry["level"]),
            )
    tail = _own_tail(plain, m)
    shown, level, place, several = _tail(tail)
    short = entry["short"] if m["field"] else " ".join(head.split())
    serial = " ".join((m["serial"] or "").split())
    name = " ".join(f"{short} {field} {serial} {shown}".split())
    if len(name) > _LONGEST:
        return None
    kind = f"{entry['id']} {fold(field)}"
    return UnitMention(
        m.start(),
        _end_of(m, tail),
        UnitName(name, unit_key(name), kind, level or entry["level"], place, "", several),
    )


_LAST_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,7}(?=[\s\0]{1,2}$)")


def _ends_compound(plain: str, start: int, word: str) -> bool:
    """Whether the word at `start` is the end of a longer one: `hội` in `đại hội`."""
    before = _LAST_WORD.search(plain, max(0, start - 10), start)
    return before is not None and f"{before.group()} {word}".lower() in compounds()


_LONG_COMPOUND = 3
"""Words; a shorter one begins names too, "Ban Hành chính"."""


@cache
def _long_compounds() -> re.Pattern[str]:
    longer = [c for c in compounds() if len(c.split()) >= _LONG_COMPOUND]
    return re.compile(rf"(?i:{alternatives(longer)})(?!\w)")


def _begins_compound(words: str) -> bool:
    """Whether words with the capitals of a name are a thing: `Bộ Hồ sơ`, `Bộ Chỉ số cải cách hành chính`."""
    return bool(_long_compounds().match(words))


def _from_figure(plain: str, m: re.Match[str]) -> UnitMention | None:
    """Ban Chỉ đạo 389 tỉnh: a body that bears the number of its programme."""
    entry = tables()["named"][name_key(m["head"])]
    tail = _own_tail(plain, m)
    shown, level, place, several = _tail(tail)
    name = f"{entry['short']} {m['figure']} {shown}".strip()
    unit = UnitName(name, unit_key(name), f"{entry['id']} {m['figure']}", level, place, "", several)
    return UnitMention(m.start(), _end_of(m, tail), unit)


def _from_project(plain: str, m: re.Match[str]) -> UnitMention | None:
    """Ban Quản lý dự án giao thông tỉnh: a board whose name is written small."""
    tail = _own_tail(plain, m)
    shown, level, place, several = _tail(tail)
    words = _proper_name(" ".join(m["head"].split()))
    name = f"{words} {shown}".strip() if words == " ".join(m["head"].split()) else words
    end = _end_of(m, tail) if words == " ".join(m["head"].split()) else m.start() + len(words)
    return UnitMention(
        m.start(), end, UnitName(name, unit_key(name), f"ban-quan-ly {fold(words)}", level, place, "", several)
    )


def _proper_name(words: str) -> str:
    """Cut a name behind its place: `cảng cá Cửa Diêm lắp đặt hệ` ends with the two capitals."""
    tokens = list(re.finditer(r"\S+", words))
    for a, b, c in zip(tokens[1:], tokens[2:], tokens[3:], strict=False):  # not "Ban Quản lý" itself
        capitals = (
            a.group()[0].isupper() and b.group()[0].isupper() and not a.group().isupper() and not b.group().isupper()
        )
        if capitals and c.group()[0].islower() and a.group()[-1] not in ",-" and c.group() != "và":
            following = [t.group() for t in tokens if t.start() > c.start()]
            if not any(t[0].isupper() for t in following):
                return words[: b.end()]
    return words


_ORDER = re.compile(
    r"(?i)(?<!\w)(?:yêu\s+cầu|đề\s+nghị|giao(?:\s+cho)?|vận\s+động|chỉ\s+đạo|hướng\s+dẫn|khuyến\s+khích)\s+$"
)
_ENDS = re.compile(r"\s*(?:[.;]|$)")


@cache
def _trades() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """Return the words of trades with the nouns behind which they tell of whom one speaks."""
    return tuple(
        (re.compile(rf"\s*(?i:{alternatives(e['words'])})(?!\w)"), frozenset(map(fold, e["of"])))
        for e in data("units")["descriptor"]
        if e["kind"] == "trade"
    )


def _is_trade(noun: str, words: str) -> bool:
    """Whether words behind a noun say what it works at: `doanh nghiệp` + `khai thác khoáng sản`, never `đơn vị`."""
    return any(fold(noun) in nouns and trade.match(words) for trade, nouns in _trades())


def _orders_trade(plain: str, start: int, end: int) -> bool:
    """Whether a trade is what somebody is told to do: `Đề nghị các doanh nghiệp sản xuất khẩu trang`."""
    return bool(_ENDS.match(plain, end) and _ORDER.search(plain, max(0, start - 20), start))


_COUNCIL = re.compile(r"(?i:hội\s+đồng\s+nhân\s+dân)(?!\w)|HĐND(?!\w)")


def _from_collective(plain: str, m: re.Match[str]) -> UnitMention | None:
    nouns = re.split(AND, m["nouns"])
    several = bool(m["many"]) or len(nouns) > 1
    start = m.end()
    works = trade().match(plain, start) if several else None
    if works and _is_trade(nouns[-1], works["trade"]) and not _orders_trade(plain, m.start(), works.end()):
        start = works.end()
    told = qualifiers().match(plain, start)
    end = told.end() if told else start
    single = fold(m["nouns"]) in {fold(s) for s in data("units")["collective"]["single"]}
    if not several and not single and not described().sub(" ", plain[start:end]).strip():
        return None  # what it works at makes no unit of a noun: "hội đồng khoa học và công nghệ"
    if not m["many"] and (_ends_compound(plain, m.start(), nouns[0]) or nouns == data("units")["collective"]["places"]):
        return None  # "đại hội, hội thảo"; "khu vực trung tâm huyện"
    if not several and fold(m["nouns"]) in levels() and not single:
        return None  # "xã Hữu Sản": a place, nobody who acts
    if m["many"] and fold(m["many"]) == "ca" and "hệ thống chính trị" not in plain[m.start() : end + 20]:
        return None
    words = plain[m.start() : end].rstrip(" ,.;-")
    shown, level, _, _ = _tail(words)
    place = _tail(_COUNCIL.sub(" ", plain[start : m.start() + len(words)]))[2]
    shown = _COUNCIL.sub("HĐND", shown)
    shown = shown[0].lower() + shown[1:]
    return UnitMention(
        m.start(),
        m.start() + len(words),
        UnitName(shown, unit_key(shown), f"tap-the {unit_key(shown)}", level, place, "", True),
    )
