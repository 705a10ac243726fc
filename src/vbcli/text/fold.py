"""Keys for comparing Vietnamese words: case, tone placement, accents and đ.

`unify_tones` makes `uỷ` and `ủy` one spelling and keeps every tone; `fold` drops case and accents altogether.
Neither is ever shown: what people read stays as it was written.
"""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_GLIDES = {"o": "ae", "u": "y"}
_SPACES = re.compile(r"\s+")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_STROKE = str.maketrans("đĐÐƉð", "dDDDd")


def nfc(text: str) -> str:
    """Return the text in Unicode form NFC."""
    return unicodedata.normalize("NFC", text)


def unify_tones(text: str) -> str:
    """Return the text, NFC, with the tone of open `oa oe uy` on the first letter: uỷ → ủy, hoà → hòa.

    Only at the end of a syllable, where both spellings are in use; never behind q (quý, quỷ).
    The length in code points of NFC text does not change, so offsets carry over.

    >>> unify_tones("Uỷ ban, hoà giải, thuỷ lợi, hoàn thành, quỹ")
    'Ủy ban, hòa giải, thủy lợi, hoàn thành, quỹ'
    """
    return _OLD_TONES.sub(lambda m: _cased(m.group()), text)


def _pairs() -> dict[str, str]:
    pairs = {}
    for first, seconds in _GLIDES.items():
        for second in seconds:
            for tone in _TONES:
                pairs[nfc(first + second + tone)] = nfc(first + tone + second)
    return pairs


_OLD_TO_NEW = _pairs()
_OLD_TONES = re.compile(rf"(?<!q)(?:{'|'.join(_OLD_TO_NEW)})(?!\w)", re.IGNORECASE)


def _cased(pair: str) -> str:
    new = _OLD_TO_NEW[pair.lower()]
    return "".join(n.upper() if old.isupper() else n for n, old in zip(new, pair, strict=True))


def strip_accents(text: str) -> str:
    """Return the text without tones and marks, đ as d; case kept.

    >>> strip_accents("Đường Ủy ban")
    'Duong Uy ban'
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.translate(_STROKE)


def dashes(text: str) -> str:
    """Return the text with every kind of dash as an ASCII hyphen; the length does not change."""
    return text.translate(_DASHES)


def fold(text: str) -> str:
    """Return the comparison key of a phrase: lower case, no accents, plain dashes, single blanks.

    >>> fold("  Uỷ ban  nhân dân – huyện ")
    'uy ban nhan dan - huyen'
    """
    return _SPACES.sub(" ", dashes(strip_accents(text))).strip().lower()


def fold_lines(text: str) -> str:
    """Return the text with each line folded, the lines kept."""
    return "\n".join(map(fold, text.split("\n")))
