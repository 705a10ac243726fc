"""Numbers in words and in Roman figures."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
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

    >>> count("05"), count("II"), count("mười"), count("vài")
    (5, 2, 10, None)
    """
    words = words.strip()
    if words.isdigit():
        return int(words)
    return _WORDS.get(words.lower()) or roman(words)
