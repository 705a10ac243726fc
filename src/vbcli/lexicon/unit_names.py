"""Names of units: found in running text, taken apart, brought to their short standard form.

In: `Chủ tịch Uỷ ban nhân dân các xã, thị trấn`. Out: post, head, level, place, and the name to show: `Chủ tịch UBND các xã, thị trấn`.
Used by parse and extract on text, and by query on what a person typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.load import data
from vbcli.lexicon.unit_patterns import AND, CAPITALISED, fields, levels, name_key, patterns, tables
from vbcli.model.task import UnitName
from vbcli.text.fold import dashes, fold, nfc, strip_accents, unify_tones

_LONGEST = 150


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit as it stands in a text."""

    start: int
    end: int
    unit: UnitName


def prepare(text: str) -> str:
    """Return the text as the matcher wants it; no position moves."""
    return unify_tones(dashes(text)).replace("\n", "\0").replace("\t", "\0").replace("\f", " ").replace("\u00a0", " ")


def find_units(text: str, *, prepared: bool = False) -> list[UnitMention]:
    """Return the units that a text names, in order, none inside another."""
    plain = text if prepared else prepare(text)
    found: list[UnitMention] = []
    position = 0
    for start in _word_starts(plain):
        if start < position:
            continue
        mentions = _match_at(plain, start)
        if mentions:
            found += mentions
            position = mentions[-1].end
    return _share_qualifiers(plain, found)


_WORD = re.compile(r"(?<![\w])[^\W\d_]")


def _word_starts(text: str) -> Iterator[int]:
    initials = _initials()
    for m in _WORD.finditer(text):
        if text[m.start() : m.start() + 2].lower() in initials:
            yield m.start()


@cache
def _initials() -> frozenset[str]:
    """First two letters of every word that may open a unit."""
    lexicon = data("units")
    words = [n for g in ("head", "named") for h in lexicon[g] for n in h["names"]]
    words += (
        lexicon["posts"]["names"]
        + lexicon["collective"]["opening"]
        + lexicon["collective"]["single"]
        + ["các", "đồng chí", "đ/c", "tất cả các", "cả", "mọi", "những"]
    )
    return frozenset(unify_tones(nfc(w)).lower()[:2] for w in words)


def _match_at(plain: str, start: int) -> list[UnitMention]:
    pattern = patterns()
    listed = pattern["list"].match(plain, start)
    if listed:
        mentions = _expand_list(plain, listed)
        if mentions:
            return mentions
    post = pattern["post"].match(plain, start)
    if post:
        unit = _unit_at(plain, post.end())
        # "Trưởng phòng Nội vụ", "Chánh Văn phòng": the body begins inside the post's own phrase
        if unit:
            shown = " ".join(post["post"].split())
            name = f"{shown[0].upper()}{shown[1:]} {unit.unit.name}"
            u = unit.unit
            return [
                UnitMention(
                    start,
                    unit.end,
                    UnitName(name, _unit_key(name), u.kind, u.level, u.place, fold(shown), u.collective),
                )
            ]
    unit = _unit_at(plain, start)
    return [unit] if unit else []


def _unit_at(plain: str, start: int) -> UnitMention | None:
    """Return the unit, without a post, that begins at `start`."""
    best: UnitMention | None = None
    for kind, build in (
        ("head", _from_head),
        ("named", _from_named),
        ("collective", _from_collective),
        ("project", _from_project),
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
    ids: list[str] = []
    for m in patterns()["level"].finditer(shown):
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
    rest = patterns()["level"].sub(" ", patterns()["party"].sub(" ", shown))
    place = " ".join(w for w in re.findall(rf"(?<!\w){CAPITALISED}", rest) if w not in ("Việt", "Nam", "Đảng"))
    several = bool(re.search(r"(?i)(?<!\w)các(?!\w)", shown)) or len(ids) > 1
    return shown, "+".join(ids), fold(place), several


def _unit_key(name: str) -> str:
    """Return the comparison key: `các` counts only where it tells many bodies of one level from one, UBND các huyện from UBND huyện."""
    key = re.sub(r"^(?:cac|nhung)\s+(?=\w)", "", fold(name)).replace("co lien quan", "lien quan")
    if "," in key or " va " in key:
        key = re.sub(r"(?<!\w)cac\s+(?=\w)", "", key)
    return " ".join(re.findall(r"[\w&]+", key))


def _from_head(_plain: str, m: re.Match[str]) -> UnitMention | None:
    entry = tables()["head"][name_key(m["head"])]
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
    unit = UnitName(name, _unit_key(name), entry["id"], level or entry["level"], place, "", bool(many) or several)
    return UnitMention(m.start(), m.start() + len(m.group().rstrip(" ,.;-")), unit)


def _from_named(plain: str, m: re.Match[str]) -> UnitMention | None:
    head = m["head"]
    if not m["field"] and (not head[0].isupper() or (len(head) > 1 and head.isupper())):
        return None  # names are written with one capital; in a title all words have them
    if plain[: m.start()].lower().endswith("cơ "):
        return None  # cơ sở dữ liệu
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
                UnitName(name, _unit_key(name), f"{entry['id']} {fold(field)}", entry["level"]),
            )
    shown, level, place, several = _tail(m["tail"])
    short = entry["short"] if m["field"] else " ".join(head.split())
    name = f"{short} {field} {shown}".strip()
    if len(name) > _LONGEST:
        return None
    kind = f"{entry['id']} {fold(field)}"
    return UnitMention(
        m.start(),
        m.start() + len(m.group().rstrip(" ,.;-")),
        UnitName(name, _unit_key(name), kind, level or entry["level"], place, "", several),
    )


def _from_project(_plain: str, m: re.Match[str]) -> UnitMention | None:
    """Ban Quản lý dự án giao thông tỉnh: a board whose name is written small."""
    shown, level, place, several = _tail(m["tail"])
    words = _proper_name(" ".join(m["head"].split()))
    name = f"{words} {shown}".strip() if words == " ".join(m["head"].split()) else words
    end = m.start() + len(m.group().rstrip(" ,.;-")) if words == " ".join(m["head"].split()) else m.start() + len(words)
    return UnitMention(
        m.start(), end, UnitName(name, _unit_key(name), f"ban-quan-ly {fold(words)}", level, place, "", several)
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


def _from_collective(plain: str, m: re.Match[str]) -> UnitMention | None:
    nouns = re.split(AND, m["nouns"])
    single = fold(m["nouns"]) in {fold(s) for s in data("units")["collective"]["single"]}
    if not m["many"] and len(nouns) == 1 and not m["quals"].strip() and not single:
        return None
    if not m["many"] and len(nouns) == 1 and fold(m["nouns"]) in levels() and not single:
        return None  # "xã Hữu Sản": a place, nobody who acts
    if m["many"] and fold(m["many"]) == "ca" and "hệ thống chính trị" not in plain[m.start() : m.end() + 20]:
        return None
    words = plain[m.start() : m.end()].rstrip(" ,.;-")
    shown, level, place, _ = _tail(words)
    shown = shown[0].lower() + shown[1:]
    return UnitMention(
        m.start(),
        m.start() + len(words),
        UnitName(shown, _unit_key(shown), f"tap-the {_unit_key(shown)}", level, place, "", True),
    )


def _expand_list(plain: str, m: re.Match[str]) -> list[UnitMention]:
    """`Các Sở: Công Thương, Tài chính` and `UBND các phường: Yên Hòa, Văn Phú`: so many units, each with the head carried over."""
    pattern, at = patterns(), m.end()
    found: list[UnitMention] = []
    if ":" not in m.group() and (m["named"] or not m["many"]):
        return []
    post = " ".join((m["post"] or "").split()).removesuffix(" các")
    while True:
        item = (
            (pattern["field"].match(plain, at) or pattern["proper"].match(plain, at))
            if m["named"]
            else pattern["place"].match(plain, at)
        )
        if item is None:
            break
        other = patterns()["head"].match(plain, at) or patterns()["collective"].match(plain, at)
        if other and not pattern["field"].match(plain, at):
            break
        words = item.group().rstrip(" -")
        inner = (
            re.split(r"\s*,\s*|\s+và\s+", words) if m["named"] and not pattern["field"].fullmatch(words) else [words]
        )
        words = inner[0]
        if m["named"]:
            single = _unit_at(f"{tables()['named'][name_key(m['named'])]['short']} {words}", 0)
        else:
            single = _unit_at(f"{m['head']} {m['level'].lower()} {words}", 0)
        if single is None:
            break
        name = f"{post} {single.unit.name}".strip()
        u = single.unit
        found.append(
            UnitMention(
                m.start() if not found else at,
                at + len(words),
                UnitName(name, _unit_key(name), u.kind, u.level, u.place, fold(post), False),
            )
        )
        separator = re.compile(r"\s*[,;]\s*(?:và\s+)?|\s+và\s+").match(plain, at + len(words))
        if separator is None:
            break
        at = separator.end()
    return found if len(found) > 1 or (found and m.group().lower().startswith("các")) else []


_BETWEEN = re.compile(r"\s*(?:,|;|và|&|cùng|,\s*và)\s*")


def _share_qualifiers(plain: str, found: list[UnitMention]) -> list[UnitMention]:
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
        if not tail:
            continue
        name = f"{left.unit.name} {tail}"
        unit = UnitName(
            name,
            _unit_key(name),
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
    """Heads that do not stand without a level in official language."""
    return frozenset(
        (
            "ubnd",
            "hdnd",
            "dang-uy",
            "mttq",
            "ban-to-chuc",
            "ban-tuyen-giao",
            "ban-dan-van",
            "ban-noi-chinh",
            "ubkt",
            "ban-tuyen-giao-dan-van",
            "thuong-truc-hdnd",
            "cong-an",
            "ban-chqs",
            "dang-uy-quan-su",
            "dang-uy-cong-an",
        )
    )


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


def unit_name(words: str) -> UnitName:
    """Return what a person typed as a unit, taken apart; accents may be missing.

    >>> unit_name("ubnd huyen") == unit_name("Uỷ ban nhân dân huyện")
    True
    >>> unit_name("UBND huyện Sơn Động").place
    'son dong'
    """
    typed = " ".join(nfc(words).split())
    typed = (
        typed[:1].upper() + typed[1:]
        if typed[:1].islower() and not typed.isascii() and not find_units(typed)
        else typed
    )
    if typed.isascii():
        typed = _accented(typed)
    found = find_units(typed)
    if len(found) == 1 and found[0].start == 0 and found[0].end >= len(typed.rstrip(" .")):
        return found[0].unit
    return UnitName(typed, _unit_key(typed))


def _accented(typed: str) -> str:
    """Put the accents of known heads, fields, levels and posts back onto what was typed without; the rest is a place and is capitalised."""
    out, rest = [], typed
    while rest:
        for bare, full in _ascii_words():
            m = re.match(rf"{re.escape(bare)}(?!\w)", fold(rest))
            if m:
                out.append(full)
                rest = rest[m.end() :].lstrip()
                break
        else:
            word, _, rest = rest.partition(" ")
            out.append(word if word in (",", "-") else word[:1].upper() + word[1:])
    return " ".join(out).replace(" ,", ",")


@cache
def _ascii_words() -> tuple[tuple[str, str], ...]:
    lexicon = data("units")
    words = [n for g in ("head", "named") for h in lexicon[g] for n in h["names"]]
    words += [v for full, variants in lexicon["fields"].items() for v in (full, *variants)]
    words += [
        *lexicon["levels"],
        *lexicon["posts"]["names"],
        *lexicon["collective"]["opening"],
        *lexicon["collective"]["qualifiers"],
        "các",
        "và",
    ]
    pairs = {strip_accents(w).lower(): w for w in reversed(words)}
    return tuple(sorted(pairs.items(), key=lambda p: -len(p[0])))
