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
from vbcli.lexicon.unit_patterns import UPPER, patterns
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
    for start in _word_starts(plain):
        if start < position:
            continue
        mentions = _match_at(plain, start)
        if mentions:
            found += mentions
            position = mentions[-1].end
    return share_qualifiers(plain, found)


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
    places = places_at(plain, several.end()) if several else []
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
    return UnitName(typed, unit_key(typed))


def _accented(typed: str) -> str:
    """Put the accents of known heads, fields, levels and posts back onto what was typed without; the rest is a place and is capitalised.

    Behind the word of a level a place follows, `huyen doi sim`, whatever else its words may mean.
    """
    out, rest = [], typed
    placed = False
    while rest:
        known = next(((b, w) for b, w in _ascii_words() if re.match(rf"{re.escape(b)}(?!\w)", fold(rest))), None)
        if known and (not placed or known[1] in _after_place()):
            out.append(known[1])
            rest = rest[len(known[0]) :].lstrip()
            placed = known[1] in data("units")["levels"]
        else:
            word, _, rest = rest.partition(" ")
            out.append(word if word in (",", "-") else word[:1].upper() + word[1:])
            placed = placed and not word.endswith(",")
    return " ".join(out).replace(" ,", ",")


@cache
def _after_place() -> frozenset[str]:
    """Return what may stand behind a level but a place: another level, `và`."""
    return frozenset((*data("units")["levels"], "các", "và"))


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
