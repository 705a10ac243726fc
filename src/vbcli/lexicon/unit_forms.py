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
    compounds,
    fields,
    levels,
    name_key,
    patterns,
    tables,
)
from vbcli.model.task import UnitName
from vbcli.text.fold import fold

_LONGEST = 150


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
    shown = re.sub(r"\bTX\b", "thị xã", shown)
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
        }
        word = fold(party.group()).removeprefix("cua ")
        ids = [body.get(word, "tw")] if not ids or word in body else ids
    rest = patterns()["party"].sub(" ", rest)
    place = " ".join(w for w in re.findall(rf"(?<!\w){CAPITALISED}", rest) if w not in ("Việt", "Nam", "Đảng"))
    several = bool(re.search(r"(?i)(?<!\w)các(?!\w)", shown)) or len(ids) > 1
    return shown, "+".join(ids), fold(place), several


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
    return patterns()["loose"].sub(lambda m: _loose()[fold(m.group())], words)


@cache
def _loose() -> dict[str, str]:
    return {fold(w): w for w in LOOSE}


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
    shown, level, place, several = _tail(m["tail"])
    if (
        entry["needs"] == "party"
        and not patterns()["party"].match(shown)
        and not fold(shown).startswith(("huyen", "tinh"))
    ):
        return None
    if entry["needs"] == "qualifier" and not shown:
        return None
    if m["head"].lower() == "thuế" and not re.match(r"(?i)tỉnh|thành|huyện|cơ sở|khu vực", shown):
        return None
    many = "các " if m["many"] else ""
    name = f"{many}{entry['short']} {shown}".strip()
    unit = UnitName(name, unit_key(name), entry["id"], level or entry["level"], place, "", bool(many) or several)
    return UnitMention(m.start(), m.start() + len(m.group().rstrip(" ,.;-")), unit)


def _from_named(plain: str, m: re.Match[str]) -> UnitMention | None:
    head = m["head"]
    if not m["field"] and (not head[0].isupper() or (len(head) > 1 and head.isupper())):
        return None  # names are written with one capital; in a title all words have them
    if _ends_compound(plain, m.start(), head):
        return None  # cơ sở dữ liệu, cán bộ Công an
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
    shown, level, place, several = _tail(m["tail"])
    short = entry["short"] if m["field"] else " ".join(head.split())
    serial = " ".join((m["serial"] or "").split())
    name = " ".join(f"{short} {field} {serial} {shown}".split())
    if len(name) > _LONGEST:
        return None
    kind = f"{entry['id']} {fold(field)}"
    return UnitMention(
        m.start(),
        m.start() + len(m.group().rstrip(" ,.;-")),
        UnitName(name, unit_key(name), kind, level or entry["level"], place, "", several),
    )


_LAST_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,7}(?=[\s\0]{1,2}$)")


def _ends_compound(plain: str, start: int, word: str) -> bool:
    """Whether the word at `start` is the end of a longer one: `hội` in `đại hội`."""
    before = _LAST_WORD.search(plain, max(0, start - 10), start)
    return before is not None and f"{before.group()} {word}".lower() in compounds()


def _from_figure(_plain: str, m: re.Match[str]) -> UnitMention | None:
    """Ban Chỉ đạo 389 tỉnh: a body that bears the number of its programme."""
    entry = tables()["named"][name_key(m["head"])]
    shown, level, place, several = _tail(m["tail"])
    name = f"{entry['short']} {m['figure']} {shown}".strip()
    unit = UnitName(name, unit_key(name), f"{entry['id']} {m['figure']}", level, place, "", several)
    return UnitMention(m.start(), m.start() + len(m.group().rstrip(" ,.;-")), unit)


def _from_project(_plain: str, m: re.Match[str]) -> UnitMention | None:
    """Ban Quản lý dự án giao thông tỉnh: a board whose name is written small."""
    shown, level, place, several = _tail(m["tail"])
    words = _proper_name(" ".join(m["head"].split()))
    name = f"{words} {shown}".strip() if words == " ".join(m["head"].split()) else words
    end = m.start() + len(m.group().rstrip(" ,.;-")) if words == " ".join(m["head"].split()) else m.start() + len(words)
    return UnitMention(
        m.start(), end, UnitName(name, unit_key(name), f"ban-quan-ly {fold(words)}", level, place, "", several)
    )


def _proper_name(words: str) -> str:
    """Cut a name behind its place: `cảng cá Cửa Diêm lắp đặt hệ` ends with the two capitals."""
    tokens = list(re.finditer(r"\S+", words))
    for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False):
        capitals = (
            a.group()[0].isupper() and b.group()[0].isupper() and not a.group().isupper() and not b.group().isupper()
        )
        if capitals and c.group()[0].islower() and a.group()[-1] not in ",-" and c.group() != "và":
            following = [t.group() for t in tokens if t.start() > c.start()]
            if not any(t[0].isupper() for t in following):
                return words[: b.end()]
    return words


_COUNCIL = re.compile(r"(?i:hội\s+đồng\s+nhân\s+dân)(?!\w)|HĐND(?!\w)")


def _from_collective(plain: str, m: re.Match[str]) -> UnitMention | None:
    nouns = re.split(AND, m["nouns"])
    single = fold(m["nouns"]) in {fold(s) for s in data("units")["collective"]["single"]}
    if not m["many"] and len(nouns) == 1 and not m["quals"].strip() and not single:
        return None
    if not m["many"] and (_ends_compound(plain, m.start(), nouns[0]) or nouns == data("units")["collective"]["places"]):
        return None  # "đại hội, hội thảo"; "khu vực trung tâm huyện"
    if not m["many"] and len(nouns) == 1 and fold(m["nouns"]) in levels() and not single:
        return None  # "xã Hữu Sản": a place, nobody who acts
    if m["many"] and fold(m["many"]) == "ca" and "hệ thống chính trị" not in plain[m.start() : m.end() + 20]:
        return None
    words = plain[m.start() : m.end()].rstrip(" ,.;-")
    shown, level, _, _ = _tail(words)
    place = _tail(_COUNCIL.sub(" ", plain[m.start("quals") : m.start() + len(words)]))[2]
    shown = _COUNCIL.sub("HĐND", shown)
    shown = shown[0].lower() + shown[1:]
    return UnitMention(
        m.start(),
        m.start() + len(words),
        UnitName(shown, unit_key(shown), f"tap-the {unit_key(shown)}", level, place, "", True),
    )
