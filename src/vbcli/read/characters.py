"""What every reader does to characters, and nothing more: NFC, and out with what nobody can see.

Blanks, spelling and dashes stay as they are in the file; parse deals with them.
"""

import re
import unicodedata

# Control characters but tab and line feed; zero-width blanks, byte order marks, marks of writing direction.
# U+00AD stays: in TCVN3 it is the letter ư.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_USUAL = frozenset("đĐ“”‘’–—…•·°§«»±×€→✓☐➢ \u00a0")
_FEW, _STRANGE = 20, 0.15
# Not à or ô alone: others write them too.
_VIETNAMESE_ONLY = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯ]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Return the text in NFC without characters that cannot be seen; tabs and line feeds are kept.

    >>> plain("U\u0309y\u200b ban\x07")
    'Ủy ban'
    """
    if not text.isprintable():
        text = _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", text)


def vietnamese_share(text: str) -> float:
    """Return the share of letters that only Vietnamese has: some 0.2 in a directive, 0 in a failed OCR.

    >>> vietnamese_share("Uỷ ban nhân dân") > 0.05, vietnamese_share("UBND THANIH PHO HA NQI")
    (True, 0.0)
    """
    letters = sum(map(str.isalpha, text))
    return len(_VIETNAMESE_ONLY.findall(text)) / letters if letters else 0.0


def is_vietnamese(text: str, least: float) -> bool:
    """Tell whether at least this share of the letters is such as only Vietnamese has.

    >>> is_vietnamese("Uỷ ban nhân dân", 0.05), is_vietnamese("UBND THANIH PHO HA NQI", 0.05)
    (True, False)
    """
    # Letters are counted only where the text with its blanks is not clear enough.
    return len(_VIETNAMESE_ONLY.findall(text)) >= max(least * len(text), 1) or vietnamese_share(text) >= least


def is_text(text: str) -> bool:
    r"""Tell whether most characters are such as people write, in Vietnamese or English; a few tell nothing.

    >>> is_text("Ủy ban nhân dân – số 12/QĐ"), is_text("\u00fe\u00f0\u00bf\u00a6\u00d8\u00b3\u00c7\u00de\u00ae\u00bc\u00df" * 3)
    (True, False)
    """
    beyond = [c for c in text if not c.isascii() and not unicodedata.normalize("NFD", c)[0].isascii()]
    strange = sum(c not in _USUAL for c in beyond)
    return len(text) < _FEW or strange < _STRANGE * len(text)
