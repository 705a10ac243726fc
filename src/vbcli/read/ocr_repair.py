"""Slips of OCR, put right only inside patterns that prove them: `Số: 37Z2/VPCP` is a number, `Đ` and `Ð` one letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vbcli.read.ocr_syllables import divided
from vbcli.read.pdf_lines import Line, Word

_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ﬁ": "fi", "ﬂ": "fl"})
_TWICE = re.compile("ĐÐ|ÐĐ")
"""One letter, seen as two that look the same."""
_AS_DIGITS = str.maketrans("OoQDlI|SZzB", "00001115228")
_NUMBER = re.compile(r"(?P<digits>[\dOolI|SZzB]{1,5})(?P<rest>/(?:\d{4}/)?[A-ZĐƯ][\w-]*.*)")
_FOR = re.compile(r"KT\.?|K/T")
_NEAR, _LONGEST_POST = 2, 4
"""Lines below in which the deputy's post stands; words."""
_MOST_PIECES = 4
_REACH, _GAP = 6.0, 2.0
"""Of the font size."""
_ABOUT = re.compile(r"V[/|lií1][vyw]?|Viv|VỊv|Vív", re.IGNORECASE)
_THREES = frozenset({"HI.", "IH.", "IHI.", "lII.", "IIl.", "HII."})
"""III. before a heading in capitals."""
_DASHES = frozenset({"--", "-–", "–-", "—", "-.", ".-"})
_SHORT_PURPOSE = re.compile(r"^([bpt])[íiìlI1|⁄]([ch])(?=\))")
_DATE_PART = re.compile(r"[\dOolI|SZB]{1,2}")
_YEAR = re.compile(r"[\dOolI|SZB]{4}(?=\W*$)")


def repaired(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with the slips put right that their surroundings prove."""
    for line in map(_with_whole_numbers, _with_deputies(tuple(lines))):
        texts = [_TWICE.sub("Đ", word.text).translate(_LOOK_ALIKES) for word in line.words]
        texts = [divided(_in_number(_in_brackets(text))) for text in texts]
        if len(texts) > 1:
            texts[0] = _opening(texts[0], texts[1])
        _mend_date(texts)
        yield replace(line, words=tuple(word._replace(text=text) for word, text in zip(line.words, texts, strict=True)))


def _with_whole_numbers(line: Line) -> Line:
    """Return the line with numbers in one piece: what stands between `số` and `/QĐ-STC` can be one number only."""
    words = list(line.words)
    for start in range(len(words) - 2):
        if words[start].text.lower().strip(":") != "số":
            continue
        end = start + 1
        while end < len(words) and words[end].text.isdecimal() and end - start <= _MOST_PIECES:
            end += 1
        if end > start + 1 and end < len(words) and _NUMBER.fullmatch(words[end].text):
            whole = "".join(word.text for word in words[start + 1 : end + 1])
            words[start + 1 : end + 1] = [words[end]._replace(text=whole, x0=words[start + 1].x0)]
            return replace(line, words=tuple(words))
    return line


def _opening(text: str, following: str) -> str:
    """Return the first word of a line as it is always written: `V/v` before a subject, one dash before an item."""
    if _ABOUT.fullmatch(text) and following[:1].islower():
        return "V/v"
    if text in _THREES and following.isupper():
        return "III."
    return "-" if text in _DASHES else text


def _in_brackets(text: str) -> str:
    """Return `b/c` and its like, which close a bracket in the list of recipients.

    >>> _in_brackets("bíc);"), _in_brackets("bic"), _in_brackets("tíh);")
    ('b/c);', 'bic', 't/h);')
    """
    return _SHORT_PURPOSE.sub(r"\1/\2", text)


def _in_number(text: str) -> str:
    """Return a document number with digits where letters were read for them.

    >>> _in_number("3O2/QĐ-UBND"), _in_number("I/VPCP"), _in_number("So/TNMT")
    ('302/QĐ-UBND', 'I/VPCP', 'So/TNMT')
    """
    found = _NUMBER.fullmatch(text)
    if not found or not any(c.isdigit() for c in found["digits"]):
        return text
    return found["digits"].translate(_AS_DIGITS) + found["rest"]


def _mend_date(texts: list[str]) -> None:
    """Put digits into `ngày 1O tháng 4 năm 2O26`, whose words say that digits stand there."""
    for at, text in enumerate(texts):
        word = text.lower().strip(",.")
        following = texts[at + 1] if at + 1 < len(texts) else ""
        if word in {"ngày", "tháng"} and _DATE_PART.fullmatch(following) and any(c.isdigit() for c in following):
            texts[at + 1] = following.translate(_AS_DIGITS)
        elif word == "năm" and _YEAR.match(following) and following[0] in "12":
            texts[at + 1] = following[:4].translate(_AS_DIGITS) + following[4:]


def _with_deputies(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the lines, `PHÓ` and what else a seal ate of a deputy's post given back.

    Who signs `KT. CHỦ TỊCH` is the deputy: under it stands `PHÓ CHỦ TỊCH` and nothing else.
    """
    post: tuple[Word, ...] = ()
    below = 0
    for line in lines:
        if post and below < _NEAR:
            below += 1
            mended = _with_deputy(line, post)
            if mended is not None:
                line, post = mended, ()  # noqa: PLW2901
        for at, word in enumerate(line.words):
            if _FOR.fullmatch(word.text):
                post, below = _last_post(line.words[at + 1 :]), 0
        yield line


def _last_post(words: tuple[Word, ...]) -> tuple[Word, ...]:
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1].text.endswith(","):
            return words[at:]
    return words


def _with_deputy(line: Line, post: tuple[Word, ...]) -> Line | None:
    """Return the line with the whole post of the deputy; None where it holds no rest of it."""
    last = post[-1]
    ends = [
        at
        for at, word in enumerate(line.words)
        if word.text == last.text and abs(word.x0 - last.x0) < _REACH * word.size and at == len(line.words) - 1
    ]
    if not ends or len(post) > _LONGEST_POST:
        return None
    end = ends[0]
    start = end
    while start and line.words[start].x0 - line.words[start - 1].x1 < _GAP * line.size:
        start -= 1
    found = [word.text for word in line.words[start : end + 1]]
    whole = ["PHÓ", *(word.text for word in post)]
    if found == whole or len(found) > len(whole) or any(not text.isupper() for text in found):
        return None
    if any(text not in whole and not text.startswith("P") for text in found):
        return None
    sample = line.words[end]
    step = (sample.x1 - sample.x0) / max(len(sample.text), 1)
    words: list[Word] = []
    x1 = sample.x1
    for text in reversed(whole):
        words.insert(0, sample._replace(text=text, x0=x1 - step * len(text), x1=x1))
        x1 -= step * (len(text) + 0.5)
    return replace(line, words=(*line.words[:start], *words))
