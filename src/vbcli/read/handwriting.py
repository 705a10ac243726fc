"""Numbers and days written by hand or stamped into the blanks of a header: rather unknown than guessed.

Printed digits stand as high as capitals and are read with confidence; what a pen wrote is higher, fainter, or glued
to the word beside it. `Số: 445 /NQ-CP` with a written 115 becomes `Số: /NQ-CP`.
"""

import re
from collections.abc import Sequence

from vbcli.read.tesseract import Spotted
from vbcli.text.fold import fold

_LOWEST, _HIGHEST = 0.5, 0.75
"""Times the font size: how high printed digits stand."""
_SURE, _SURE_GLUED = 60, 80
"""Of 100."""
_NUMBER_WORD = re.compile(r"S\w?[:.;]*", re.IGNORECASE)
_GLUED_NUMBER = re.compile(
    r"(?P<word>S\w{0,2}[:.;]+)?(?P<digits>[^/]*?)"
    r"(?P<symbol>(?:-[A-ZĐ]\w{0,3})?/(?:\d{4}/)?[A-ZĐ§][\w&-]+.*)",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"(?:-[A-ZĐ]\w{0,3})?/(?:\d{4}/)?[A-ZĐ§]")
"""Of the Party too, whose type stands before the slash: `-CV/HU`."""
_LOST_SLASH = re.compile(r"[Il|1](?=[A-ZĐ]{2,4}-[A-ZĐ]{2,})")
_DAY_GLUED = re.compile(r"(ngày)(\S{1,3})|(\S{1,3})(tháng|năm)", re.IGNORECASE)
_MOST = 4
"""Words between `Số:` and its symbol, or between ngày and tháng."""


def without_guesses(spotted: Sequence[Spotted], size: float, below: float) -> tuple[list[Spotted], bool]:
    """Return the words without untrustworthy digits in number and date, and whether there were any.

    `size` in pixels; what stands lower than `below` is no header.
    """
    rows: dict[tuple[int, int, int], list[Spotted]] = {}
    for word in spotted:
        rows.setdefault(word.line, []).append(word)
    kept: list[Spotted] = []
    dropped = False
    for row in rows.values():
        if row[0].top > below:
            kept += row
            continue
        told = _in_number(_in_date(row, size), size)
        dropped = dropped or told != row
        kept += told
    return kept, dropped


def _is_printed(word: Spotted, size: float) -> bool:
    tall = (word.bottom - word.top) / size
    return word.text.isdecimal() and _LOWEST <= tall <= _HIGHEST and word.confidence >= _SURE


def _in_number(row: list[Spotted], size: float) -> list[Spotted]:
    """Return a line with the number after `Số:` as printed, or without it."""
    told = list(row)
    for at, word in enumerate(told):
        glued = _GLUED_NUMBER.fullmatch(word.text)
        if glued and (glued["word"] or (at == 1 and _NUMBER_WORD.fullmatch(told[0].text))):
            if glued["digits"] and (word.confidence < _SURE_GLUED or not glued["digits"].isdigit()):
                mark = "Số: " if glued["word"] else ""
                told[at] = _bare(word, mark + glued["symbol"])
            return told
        if _NUMBER_WORD.fullmatch(word.text) and (at == 0 or (word.text[0] == "S" and word.text[-1] in ":.;")):
            return _after_number_word(told, at, size)
    return told


def _bare(word: Spotted, symbol: str) -> Spotted:
    """Return the symbol without the number: shaped as symbols are, it is surer than the pen strokes beside it."""
    return word._replace(text=symbol, confidence=max(word.confidence, _SURE_GLUED))


def _after_number_word(row: list[Spotted], start: int, size: float) -> list[Spotted]:
    for at in range(start + 1, min(start + 2 + _MOST, len(row))):
        text = row[at].text
        lost = _LOST_SLASH.match(text) if at > start + 1 else None
        if lost:
            row[at] = row[at]._replace(text="/" + text[lost.end() :])
        if lost or _SYMBOL.match(text):
            digits = row[start + 1 : at]
            if digits and not all(_is_printed(word, size) for word in digits):
                return [*row[: start + 1], *row[at:]]
            return row
        if "/" in text:
            glued = _GLUED_NUMBER.fullmatch(text)
            between = row[start + 1 : at]
            if glued and (between or row[at].confidence < _SURE_GLUED or not glued["digits"].isdigit()):
                return [*row[: start + 1], _bare(row[at], glued["symbol"]), *row[at + 1 :]]
            return row
    return row


def _in_date(row: list[Spotted], size: float) -> list[Spotted]:
    """Return a line with day and month as printed, or without them: `ngày tháng 7 năm 2020`."""
    told = [_unglued(word) for word in row]
    for opening, closing, most in (("ngay", "thang", 31), ("thang", "nam", 12)):
        start = next((at for at, word in enumerate(told) if fold(word.text).strip(".,") == opening), None)
        if start is None:
            continue
        end = next(
            (at for at in range(start + 1, min(start + 1 + _MOST, len(told))) if fold(told[at].text) == closing), None
        )
        if end is None:
            continue
        digits = told[start + 1 : end]
        is_printed = len(digits) == 1 and _is_printed(digits[0], size) and 1 <= int(digits[0].text) <= most
        if digits and not is_printed:
            told = [*told[: start + 1], *told[end:]]
    return told


def _unglued(word: Spotted) -> Spotted:
    found = _DAY_GLUED.fullmatch(word.text)
    if found is None or word.confidence >= _SURE_GLUED or word.text.isalpha():
        return word
    return word._replace(text=found[1] or found[4])
