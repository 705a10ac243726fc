"""What every reader does to characters, and nothing more: NFC, and out with what nobody can see.

Blanks, spelling and dashes stay as they are in the file; parse deals with them.
"""

import re
import unicodedata

# Control characters but tab and line feed; zero-width blanks, byte order marks, marks of writing direction.
# U+00AD stays: in TCVN3 it is the letter ư.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    r"""Return the text in NFC without characters that cannot be seen; tabs and line feeds are kept.

    >>> plain("U\u0309y\u200b ban\x07")
    'Ủy ban'
    """
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", _UNSEEN.sub("", text)))


def is_vietnamese_letter(character: str) -> bool:
    """Tell whether only Vietnamese writes with this letter: ạ, ế, đ, ơ and their like, not à or ô alone."""
    return "\u1ea0" <= character <= "\u1ef9" or character in "ăĂđĐơƠưƯ"


def vietnamese_share(text: str) -> float:
    """Return the share of letters that only Vietnamese has: some 0.2 in a directive, 0 in a failed OCR.

    >>> vietnamese_share("Uỷ ban nhân dân") > 0.05, vietnamese_share("UBND THANIH PHO HA NQI")
    (True, 0.0)
    """
    letters = [c for c in text if c.isalpha()]
    return sum(map(is_vietnamese_letter, letters)) / len(letters) if letters else 0.0
