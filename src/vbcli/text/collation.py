"""The order of Vietnamese names: a ă â b c d đ e ê …, and of one syllable ngang huyền hỏi ngã sắc nặng.

Syllable by syllable, as dictionaries have it: `Ban Tổ chức` before `Bàn Cờ`. Numbers count as numbers, case and signs do not.
"""

import re
import unicodedata
from functools import lru_cache

from vbcli.text.fold import nfc

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(ord("a") + n) for n, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_SYLLABLE = re.compile(r"\d+|[^\W\d_]+")
_END = "\x01"
"""Below every letter, so that a shorter syllable comes first."""


@lru_cache(maxsize=8192)
def sort_key(text: str) -> str:
    """Return a string by which plain comparison, Python's or SQLite's, puts names into Vietnamese order.

    >>> sorted(["Đảng ủy", "Ê", "Dân", "Công an", "Dần"], key=sort_key)
    ['Công an', 'Dân', 'Dần', 'Đảng ủy', 'Ê']
    """
    return "".join(_key(m.group()) for m in _SYLLABLE.finditer(nfc(text).lower()))


def _key(syllable: str) -> str:
    if syllable.isdecimal():
        digits = syllable.lstrip("0")
        # How many digits comes first; below every letter.
        return f"{chr(ord('0') + min(len(digits), 30))}{digits}{_END}"
    tone, letters = "0", []
    for sign in unicodedata.normalize("NFD", syllable):
        if sign in _TONES:
            tone = _TONES[sign]
        else:
            letters.append(sign)
    shape = nfc("".join(letters))
    return f"{''.join(_RANK.get(letter, letter) for letter in shape)}{_END}{tone}"
