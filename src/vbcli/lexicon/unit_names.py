"""Names of units: found in running text, taken apart, brought to their short standard form.

In: `Chủ tịch Uỷ ban nhân dân các xã, thị trấn`. Out: post, head, level, place, and the name to show: `Chủ tịch UBND các xã, thị trấn`.
Used by parse and extract on text, and by query on what a person typed.
"""

import re
from collections.abc import Iterator
from functools import cache

from vbcli.lexicon.load import data
from vbcli.lexicon.unit_forms import UnitMention, unit_at, unit_key
from vbcli.lexicon.unit_lists import expand_list, places_at, share_qualifiers
from vbcli.lexicon.unit_patterns import LOOSE, UPPER, alternatives, patterns
from vbcli.model.task import UnitName
from vbcli.text.fold import dashes, fold, nfc, strip_accents, unify_tones


def prepare(text: str) -> str:
    """Return the text as the matcher wants it; no position moves."""
    return unify_tones(dashes(text)).replace("\n", "\0").replace("\t", "\0").replace("\f", " ").replace("\u00a0", " ")


def find_units(text: str, *, prepared: bool = False) -> list[UnitMention]:
    """Return the units that a text names, in order, none inside another."""
    plain = text if prepared else prepare(text)
    found: list[UnitMention] = []
    position = 0
    laws = _law_spans(plain)
    for start in _word_starts(plain):
        while laws and laws[-1][1] <= start:
            laws.pop()
        if start < position or (laws and laws[-1][0] < start):
            continue
        mentions = _match_at(plain, start)
        if mentions:
            if not _is_matter(plain, start, mentions[0].unit.kind):
                found += mentions
            position = mentions[-1].end
    return share_qualifiers(plain, found)


_LAW = re.compile(r"(?<!\w)(?:Luật|LUẬT|Pháp\s+lệnh|PHÁP\s+LỆNH)\s+$")
"""Behind it a body is the matter of a law: Luật Công an nhân dân."""


_EVENT = re.compile(r"(?i:đại\s+hội)\s+$")
_HOLDS = re.compile(r"(?:dang-bo|chi-bo|hoi|doan-thanh-nien|tap-the (?:chi|dang) bo)(?![a-z])")


def _is_matter(plain: str, start: int, kind: str) -> bool:
    """Whether a body only names a law or an event: `Luật Công an nhân dân`, `đại hội đảng bộ các cấp`."""
    before = max(0, start - 12)
    if _LAW.search(plain, before, start):
        return True
    several = _SEVERAL.match(plain, start)
    return not several and bool(_EVENT.search(plain, before, start) and _HOLDS.match(kind))


@cache
def _laws() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{alternatives(data('laws')['names'])})(?!\w)")


def _law_spans(plain: str) -> list[tuple[int, int]]:
    """Return where the laws that are known by name stand, the last first."""
    return [m.span() for m in _laws().finditer(plain)][::-1] if re.search("luật", plain, re.IGNORECASE) else []


_SEVERAL = re.compile(r"(?i:các)\s+")
# "củaTrung tâm": a blank lost before a capital
_WORD = re.compile(rf"(?<!\w)[^\W\d_]|(?:(?<=của)|(?<=với)|(?<=cho))[{UPPER}]")


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
        mentions = expand_list(plain, listed)
        if mentions:
            return mentions
    several = _SEVERAL.match(plain, start)
    places = places_at(plain, several.end(), listed=True) if several else []
    if several and len(places) > 1:
        return [UnitMention(start, places[0].end, places[0].unit), *places[1:]]
    post = pattern["post"].match(plain, start)
    if post:
        unit = unit_at(plain, post.end())
        # "Trưởng phòng Nội vụ", "Chánh Văn phòng": the body begins inside the post's own phrase
        if unit:
            shown = " ".join(post["post"].split())
            name = f"{shown[0].upper()}{shown[1:]} {unit.unit.name}"
            u = unit.unit
            return [
                UnitMention(
                    start,
                    unit.end,
                    UnitName(name, unit_key(name), u.kind, u.level, u.place, fold(shown), u.collective),
                )
            ]
    unit = unit_at(plain, start)
    return [unit] if unit else []


def unit_name(words: str) -> UnitName:
    """Return what a person typed as a unit, taken apart; accents may be missing.

    >>> unit_name("ubnd huyen") == unit_name("Uỷ ban nhân dân huyện")
    True
    >>> unit_name("UBND huyện Sơn Động").place
    'son dong'
    """
    typed = " ".join(nfc(words).split())
    bare = dashes(typed)
    if bare.isascii():
        typed = _restored(bare)
    unit = _whole(typed) or _whole(typed[:1].upper() + typed[1:]) or _whole(_restored(bare))
    return unit or UnitName(typed, unit_key(typed))


def _whole(typed: str) -> UnitName | None:
    """Return the unit that all the words name, None where they name less or more."""
    found = find_units(typed)
    if len(found) == 1 and found[0].start == 0 and found[0].end >= len(typed.rstrip(" .")):
        return found[0].unit
    return None


_TOKEN = re.compile(r"[\w&]+(?:['’]\w+)*|[^\w\s]")
_LONGEST = 12
"""Tokens of the longest name in the tables, more or less."""


def _restored(typed: str) -> str:
    """Put capitals, and where they are missing accents, back onto known heads, fields, levels and posts; the rest is a place and is capitalised.

    Behind the word of a level a place follows, `huyen doi sim`, whatever else its words may mean.
    """
    known, bodies = _known_words(ascii_only=typed.isascii())
    tokens = _TOKEN.findall(unify_tones(typed).lower())
    printed = _TOKEN.findall(typed)
    levels = data("units")["levels"]
    out: list[str] = []
    i, placed = 0, False
    while i < len(tokens):
        for n in range(min(_LONGEST, len(tokens) - i), 0, -1):
            key = " ".join(tokens[i : i + n])
            word = known.get(key)
            if word is None or (placed and (word not in _after_place() or (word in levels and out[-1] in levels))):
                continue
            if word in _of_soldiers() and n < len(tokens):
                continue  # ubnd huyen doi sim: a place, not the Huyện đội
            if key == "cua" and not _opens_any(tokens, i + 1, bodies):
                continue  # Cửa Lạch
            if key == _HEADMASTER and _opens_any(tokens, i + 1, bodies):
                word = "Trưởng"
            out.append(word)
            placed = word in levels or word == "khu vực"
            i += n
            break
        else:
            if tokens[i] == "." and out and out[-1] == "TP":
                out[-1] = "TP."
            elif tokens[i] in ",.;" and out:
                out[-1] += tokens[i]
                placed = False
            else:
                out.append(printed[i][:1].upper() + printed[i][1:])
            i += 1
    return " ".join(out)


_HEADMASTER = "truong"
"""Trưởng or trường: a post where a body follows, `truong phong noi vu`, a school elsewhere."""


@cache
def _of_soldiers() -> frozenset[str]:
    """Return the names that are a level and the first syllable of many places: Huyện đội."""
    return frozenset(n for e in data("units")["head"] if e["id"] == "doi-quan-su" for n in e["names"])


def _opens_any(tokens: list[str], at: int, bodies: frozenset[str]) -> bool:
    return any(" ".join(tokens[at : at + n]) in bodies for n in range(1, _LONGEST))


@cache
def _after_place() -> frozenset[str]:
    """Return what may stand behind a level but a place: another level, `và`."""
    return frozenset((*data("units")["levels"], "các", "và"))


@cache
def _known_words(*, ascii_only: bool) -> tuple[dict[str, str], frozenset[str]]:
    """Return key → word as printed, and the keys of the heads; the first of two words with one key wins."""
    lexicon = data("units")
    heads = [n for g in ("head", "named") for h in lexicon[g] for n in h["names"]]
    words = list(heads)
    words += [v for full, variants in lexicon["fields"].items() for v in (full, *variants)]
    words += [
        *lexicon["levels"],
        *lexicon["posts"]["names"],
        *lexicon["collective"]["opening"],
        *lexicon["collective"]["qualifiers"],
        *LOOSE,
        "các",
        "và",
        "của",
    ]

    def key(word: str) -> str:
        small = strip_accents(word) if ascii_only else unify_tones(nfc(word))
        return " ".join(_TOKEN.findall(small.lower()))

    table = {key(w): w for w in reversed(words)}
    bodies = frozenset(map(key, heads))
    # "so tai chinh": Sở Tài chính, not "sở tại" with something behind
    return {k: w for k, w in table.items() if w not in LOOSE or k.split()[0] not in bodies}, bodies
