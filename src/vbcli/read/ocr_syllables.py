"""Syllables that OCR ran together: `Quân sựhuyện` → `Quân sự huyện`, `UBNDxãNà` → `UBND xã Nà`.

A Vietnamese syllable has one vowel group, so a word with two was two; it is divided only where one way alone gives
syllables that Vietnamese can have, and only where a tone or hat says that it is Vietnamese at all.
"""

import re
import unicodedata

_BEGINNINGS = "ngh ng nh gh gi ch kh ph qu th tr b c d đ g h k l m n p r s t v x"
_VOWELS = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi oo ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê "
    "iêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu yêu"
)
_ONSETS = (*_BEGINNINGS.split(), "")
_NUCLEI = frozenset(_VOWELS.split())
_CODAS = frozenset({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"})
_LONGEST = 3
"""Letters of a vowel group."""
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ACRONYM = 3
"""Letters: fewer capitals before small letters may be a name."""
_LETTERS = re.compile(r"(?P<before>\W*)(?P<letters>[^\W\d_]+)(?P<after>[^\w]*)")
_MOST = 3
"""Syllables in one word."""
_LEAST = 2
"""Letters of a syllable that is cut off."""


def divided(word: str) -> str:
    """Return the word with blanks where two syllables stand in one, itself where it may be one.

    >>> [divided(word) for word in ("sựhuyện", "Kinhtế", "UBNDxãNà", "NAMĐộc")]
    ['sự huyện', 'Kinh tế', 'UBND xã Nà', 'NAM Độc']
    >>> [divided(word) for word in ("huyện", "côngan", "camera", "KH-UBND")]
    ['huyện', 'côngan', 'camera', 'KH-UBND']
    """
    found = _LETTERS.fullmatch(word)
    if not found or word.isascii():
        return word
    pieces = [_cut(piece) for piece in _by_case(found["letters"])]
    return found["before"] + " ".join(pieces) + found["after"]


def _by_case(letters: str) -> list[str]:
    """Return the pieces that capitals show: `UBNDxãNà` → UBND, xã, Nà."""
    pieces, start = [], 0
    for at in range(1, len(letters)):
        opens = letters[at - 1].islower() and letters[at].isupper() and letters[at + 1 : at + 2].islower()
        ends = letters[at].islower() and letters[start:at].isupper() and at - start >= _ACRONYM
        if opens or ends:
            # "NAMĐộc" is NAM, Độc; "UBNDxã" is UBND, xã
            cut = at - 1 if ends and _is_syllable(_word_at(letters, at - 1)) else at
            pieces.append(letters[start:cut])
            start = cut
    return [*pieces, letters[start:]]


def _word_at(letters: str, start: int) -> str:
    """Return the letter and the small ones behind it, in small letters."""
    end = start + 1
    while end < len(letters) and letters[end].islower():
        end += 1
    return letters[start:end].lower()


def _cut(piece: str) -> str:
    if piece.isascii() or piece.isupper() or _is_syllable(piece.lower()):
        return piece
    ways = _ways(piece.lower(), _MOST)
    ways = [way for way in ways if len(way) == min(map(len, ways)) and min(way) >= _LEAST]
    if len(ways) != 1:
        return piece
    parts, at = [], 0
    for length in ways[0]:
        parts.append(piece[at : at + length])
        at += length
    return " ".join(parts)


def _ways(letters: str, most: int) -> list[tuple[int, ...]]:
    """Return the ways to divide letters into syllables, as their lengths."""
    ways: list[tuple[int, ...]] = [(len(letters),)] if _is_syllable(letters) else []
    if most > 1:
        for length in range(1, len(letters)):
            if _is_syllable(letters[:length]):
                ways += [(length, *rest) for rest in _ways(letters[length:], most - 1)]
    return ways


def _is_syllable(letters: str) -> bool:
    """Tell whether Vietnamese can have the syllable, tones taken off."""
    spelt = unicodedata.normalize("NFD", letters)
    if len(_TONES.findall(spelt)) > 1:
        return False
    plain = unicodedata.normalize("NFC", _TONES.sub("", spelt))
    for onset in _ONSETS:
        if plain.startswith(onset):
            rest = plain[len(onset) :]
            for size in range(min(_LONGEST, len(rest)), 0, -1):
                if rest[:size] in _NUCLEI and rest[size:] in _CODAS:
                    return True
    return False
