"""Numbers in words and in Roman figures."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_UNITS = {"mốt": 1, "lăm": 5, "nhăm": 5}
"""Ones behind `mươi` and `mười`."""
_WORDS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}


def roman(figure: str) -> int | None:
    """Return the value of a Roman figure, None where it is none.

    >>> roman("III"), roman("iv"), roman("ABC")
    (3, 4, None)
    """
    figure = figure.upper()
    if not figure or any(c not in _ROMAN for c in figure):
        return None
    total = 0
    for c, following in zip(figure, [*figure[1:], ""], strict=True):
        total += -_ROMAN[c] if following and _ROMAN[following] > _ROMAN[c] else _ROMAN[c]
    return total


def count(words: str) -> int | None:
    """Return the value of a count in figures, Roman figures or Vietnamese words.

    >>> count("05"), count("II"), count("mười"), count("hai mươi lăm"), count("vài")
    (5, 2, 10, 25, None)
    """
    words = " ".join(words.lower().split())
    if words.isdigit():
        return int(words)
    return _WORDS.get(words) or _tens(words.split()) or roman(words)


def _tens(words: list[str]) -> int | None:
    """Return the value of `mười lăm`, `ba mươi`, `hai mươi mốt`; None where the words are no count below a hundred."""
    if len(words) < 2 or len(words) > 3:  # noqa: PLR2004 - mười lăm, hai mươi lăm
        return None
    if words[0] == "mười":
        tens, ones = 1, words[1:]
    elif words[1] in ("mươi", "mười") and _WORDS.get(words[0], 10) < 10:  # noqa: PLR2004
        tens, ones = _WORDS[words[0]], words[2:]
    else:
        return None
    one = 0 if not ones else _UNITS.get(ones[0]) or _WORDS.get(ones[0], 10)
    return 10 * tens + one if one < 10 and len(ones) < 2 else None  # noqa: PLR2004
