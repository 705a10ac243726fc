"""Words spotted on a picture into lines, what seals, signatures, rules and stamps leave behind taken out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from vbcli.read.pdf_lines import Line, Word
from vbcli.read.tesseract import Spotted
from vbcli.text.fold import fold

_CAPITAL = 0.66
"""Of the font size: how high capitals, digits and tall letters stand."""
_TALL = re.compile(r"[A-Zbdfhkl0-9]")
_ACCENTED = re.compile(r"[^\x00-\x7fđĐ]")
_HANGING = re.compile(r"[gjpqyạậặẹệịọộợụựỵ,;()\[\]/QJ]", re.IGNORECASE)
_MARK = re.compile(r"[-–+*•/%&()]{1,2}|\.{3}|…|[.:]/\.?|/\.")
_DASH = re.compile(r"[-–]")
_QUOTE = re.compile(r"^['‘’`´]+(?=[^\W\d])")
_DOTS = re.compile(r"(?<=[^\W\d])\.{4,}$")
_RULE = re.compile(r"[-–—_=~|¬\[\]{}<>«»°^`´*“”\"'.,:;\\/!]+")
_DRAWN = re.compile(r"[—_=~|¬]{2,}|_$|[—=~¬|{}\\^`«»°]")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?", re.IGNORECASE
)
_SURE, _DOUBTFUL, _HOPELESS = 75, 40, 10
"""Of 100: words this sure are there; less sure ones must look like words; the last are what a seal leaves."""
_NAME, _ON_THE_WHOLE, _CERTAIN = 3, 55, 95
"""Letters of a sure word, and the confidence of its line, that tell a name from the ornaments of a seal."""
_POOR, _RUN, _WIDE, _LINE = 50, 5, 2.5, 0.95
"""Of 100; letters; times the font size: what is worth a look of its own."""
_TALLEST, _LOWEST = 3.0, 0.25
"""Times the font size: what is higher or lower is no word, whatever was read into it."""
_SAME_LINE = 0.4
_PICTURE = 2.5
"""Times the font size: a picture must be so high to hold words that were missed."""
_EDGE = 0.02
_FALLBACK_SIZE = 13.0
_STAMP_TOP, _STAMP_REACH, _STAMP_LINES = 0.5, 10.0, 2.6
_ARRIVED = re.compile(r"[ĐD]ẾN")
_STAMP_WORDS = re.compile(r"(?:so|gio|gi|ngay|chuyen)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Region:
    """Where Tesseract saw a picture: perhaps a signature under a seal; in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int


def size_of(spotted: Iterable[Spotted], points: float) -> float:
    """Return the usual font size in points, from the height of words that neither hang below nor carry accents."""
    heights = [
        word.bottom - word.top
        for word in spotted
        if word.confidence >= _SURE
        and len(word.text) > 1
        and _TALL.search(word.text)
        and not _hangs_or_carries(word.text)
    ]
    return round(median(heights) * points / _CAPITAL, 1) if heights else _FALLBACK_SIZE


def _hangs_or_carries(text: str) -> bool:
    return bool(_HANGING.search(text) or _ACCENTED.search(text))


def regions(spotted: Sequence[Spotted], width: int, height: int, size: float) -> list[Region]:
    """Return the pictures on a page that may hide words; `size` in pixels."""
    found = []
    for word in spotted:
        large = word.bottom - word.top > _PICTURE * size and word.x1 - word.x0 > _PICTURE * size
        whole = (word.x1 - word.x0) * (word.bottom - word.top) > width * height / 2
        if not word.text and large and not whole:
            found.append(Region(word.x0, word.top, word.x1, word.bottom))
    return found


def garbled(spotted: Sequence[Spotted], size: float) -> list[tuple[Region, list[Spotted]]]:
    """Return the runs of words that were hardly read, with their place; `size` in pixels.

    Two columns whose lines stand a little apart in height are taken for one line, half of which comes out as soup.
    """
    rows: dict[tuple[int, int, int], list[Spotted]] = {}
    for word in spotted:
        if word.text:
            rows.setdefault(word.line, []).append(word)
    found = []
    for row in rows.values():
        for poor, group in groupby(row, key=lambda word: word.confidence < _POOR):
            run = list(group)
            letters = sum(len(word.text) for word in run)
            if poor and letters >= _RUN and max(w.x1 for w in run) - min(w.x0 for w in run) > _WIDE * size:
                top = round(median(word.top for word in run))
                bottom = min(max(word.bottom for word in run), round(top + _LINE * size))
                found.append((Region(min(w.x0 for w in run), top, max(w.x1 for w in run), bottom), run))
    return found


def lines_of(spotted: Sequence[Spotted], points: float, size: float, width: int, height: int) -> list[Line]:
    """Return the lines of a page, from top to bottom, in points."""
    frames = _arrival_frames(spotted, size / points, height)
    kept = [
        word
        for word in _without_noise(spotted, points, size, width, height)
        if not any(_within(word, frame) for frame in frames)
    ]
    rows: dict[tuple[int, int, int], list[Spotted]] = {}
    for word in kept:
        rows.setdefault(word.line, []).append(word)
    pieces = sorted((_line(row, points, size) for row in rows.values()), key=lambda line: line.base)
    lines: list[Line] = []
    for piece in pieces:
        at = next((i for i, line in enumerate(lines[-4:], max(len(lines) - 4, 0)) if _is_one(line, piece)), None)
        if at is None:
            lines.append(piece)
        else:
            words = tuple(sorted((*lines[at].words, *piece.words), key=lambda word: word.x0))
            lines[at] = Line(words, lines[at].base)
    return sorted(lines, key=lambda line: line.base)


def beside_seals(found: Sequence[Spotted], known: Sequence[Spotted]) -> list[Spotted]:
    """Return what a second look at a seal or signature found, less its ornaments and what the first look had."""
    rows: dict[tuple[int, int, int], list[Spotted]] = {}
    for word in found:
        if word.text and not any(_overlap(word, other) for other in known):
            rows.setdefault(word.line, []).append(word)
    kept = []
    for row in rows.values():
        told = [word for word in row if word.confidence >= _DOUBTFUL]
        names = [word for word in told if word.confidence >= _SURE and _is_name(word.text)]
        alone = len(told) == 1 and told[0].confidence < _CERTAIN
        if names and not alone and confidence(told) >= _ON_THE_WHOLE:
            kept += row
    return kept


def _is_name(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _NAME and looks_like_word(text)


def _overlap(word: Spotted, other: Spotted) -> bool:
    wide = min(word.x1, other.x1) - max(word.x0, other.x0)
    tall = min(word.bottom, other.bottom) - max(word.top, other.top)
    shared = max(wide, 0) * max(tall, 0)
    is_same = 2 * shared > (word.x1 - word.x0) * (word.bottom - word.top)
    alike = other.bottom - other.top < 2 * (word.bottom - word.top)
    return is_same and alike and other.confidence >= _DOUBTFUL and looks_like_word(other.text)


def confidence(spotted: Iterable[Spotted]) -> float:
    """Return how sure the words of a page are on the whole, long ones counting for more; 0 to 100."""
    weights = [(len(word.text), word.confidence) for word in spotted if word.text]
    return sum(n * c for n, c in weights) / max(sum(n for n, _ in weights), 1)


def _is_one(line: Line, piece: Line) -> bool:
    """Tell whether two pieces stand on one height, side by side."""
    if abs(line.base - piece.base) > _SAME_LINE * max(line.size, piece.size):
        return False
    start, end = piece.words[0].x0, piece.words[-1].x1
    return all(word.x1 <= start + 1 or word.x0 >= end - 1 for word in line.words)


def _line(row: list[Spotted], points: float, size: float) -> Line:
    own = size_of(row, points)
    is_measured = sum(not _hangs_or_carries(word.text) and len(word.text) > 1 for word in row) > 1
    own = own if is_measured and own != _FALLBACK_SIZE and size / 2 < own < size * 2 else size
    standing = [word.bottom for word in row if not _HANGING.search(word.text) and not _MARK.fullmatch(word.text)]
    bottom = median(standing) if standing else median(word.bottom for word in row) - 0.2 * own / points
    base = bottom * points
    words = (Word(word.text, word.x0 * points, word.x1 * points, base, own, bold=False, italic=False) for word in row)
    return Line(tuple(sorted(words, key=lambda word: word.x0)), base)


def _without_noise(spotted: Sequence[Spotted], points: float, size: float, width: int, height: int) -> list[Spotted]:
    rows: dict[tuple[int, int, int], list[Spotted]] = {}
    for word in spotted:
        if word.text:
            rows.setdefault(word.line, []).append(word)
    kept: list[Spotted] = []
    for row in rows.values():
        row_kept: list[Spotted] = []
        sure = [word for word in row if word.confidence >= _SURE and _has_letters(word.text)]
        for word in row:
            cleaned = _without_rules(word.text)
            if (
                cleaned
                and _is_word(word._replace(text=cleaned), row, sure, size / points)
                and not _at_edge(word, width, height)
            ):
                row_kept.append(word._replace(text=cleaned))
        kept += _without_last_dash(row_kept, size / points)
    return kept


def _without_last_dash(row: list[Spotted], size: float) -> list[Spotted]:
    """Return the words of a line without a dash that stands off its end: a rule under a heading."""
    if len(row) > 1 and _DASH.fullmatch(row[-1].text) and row[-1].x0 - row[-2].x1 > size:
        return row[:-1]
    return row


def _is_word(word: Spotted, row: list[Spotted], sure: list[Spotted], size: float) -> bool:
    tall = word.bottom - word.top
    if not _has_letters(word.text):
        return bool(sure) and bool(_MARK.fullmatch(word.text)) and word.confidence >= _DOUBTFUL
    if tall > _TALLEST * size or tall < _LOWEST * size:
        return False
    if word.confidence >= _SURE:
        return len(word.text) > 1 or len(row) > 1 or word.text.isdigit()
    # A word among good ones is kept however faint it is: better doubtful than missing.
    among = sum(other.x1 <= word.x0 for other in sure) and sum(other.x0 >= word.x1 for other in sure)
    if len(sure) * 2 > len(row):
        if among:
            return word.confidence >= _HOPELESS or looks_like_word(word.text)
        if word.confidence >= _HOPELESS and looks_like_word(word.text):
            return True
    return word.confidence >= _DOUBTFUL and len(word.text) > 1 and (bool(sure) or looks_like_word(word.text))


def looks_like_word(text: str) -> bool:
    """Tell whether a text is shaped like a Vietnamese syllable, a number or an abbreviation.

    >>> [looks_like_word(text) for text in ("Cường", "Nghiêm,", "12/2024", "UBND", "ỔNGTHÔNGTN", "Zx#")]
    [True, True, True, True, False, False]
    """
    bare = text.strip(".,;:()“”\"'-–/")
    if bare.isascii() and bare.isupper() and len(bare) > 1:
        return True
    return bool(_SYLLABLE.fullmatch(fold(bare))) or bool(re.fullmatch(r"[\d./:,-]*\d", bare))


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _without_rules(text: str) -> str:
    """Return the word without pieces of ruling lines; "" where nothing else is there."""
    if not _has_letters(text):
        return text if _MARK.fullmatch(text) else ""
    return _QUOTE.sub("", _DOTS.sub("", _DRAWN.sub("", text)))


def _at_edge(word: Spotted, width: int, height: int) -> bool:
    """Tell whether a doubtful word stands where scanners leave the shadow of the paper's edge."""
    beside = word.x1 < _EDGE * width or word.x0 > (1 - _EDGE) * width
    above = word.bottom < _EDGE * height / 2 or word.top > (1 - _EDGE / 2) * height
    return (beside or above) and (word.confidence < _SURE or len(word.text) < 3)  # noqa: PLR2004


def _arrival_frames(spotted: Sequence[Spotted], size: float, height: int) -> list[Region]:
    """Return where those who received the paper put their stamp: ĐẾN, Số, Ngày, Giờ in a frame."""
    found = []
    for den in spotted:
        if _ARRIVED.fullmatch(den.text.strip(":.|!")) and den.top < _STAMP_TOP * height:
            frame = _frame(den, spotted, size)
            if frame is not None:
                found.append(frame)
    return found


def _frame(den: Spotted, spotted: Sequence[Spotted], size: float) -> Region | None:
    around = Region(
        round(den.x0 - 2 * size),
        round(den.top - _STAMP_LINES * size),
        round(den.x1 + _STAMP_REACH * size),
        round(den.bottom + _STAMP_LINES * size),
    )
    inside = [word for word in spotted if word is not den and _within(word, around)]
    if not any(word.x0 >= den.x1 and _STAMP_WORDS.match(fold(word.text)) for word in inside):
        return None
    rules = [word for word in inside if not word.text]
    if len(rules) < 2:  # noqa: PLR2004 (one rule is no frame)
        return around
    return Region(
        min(rule.x0 for rule in [*rules, den]),
        min(rule.top for rule in [*rules, den]) - round(size / 2),
        max(rule.x1 for rule in rules),
        max(rule.bottom for rule in [*rules, den]) + round(size / 2),
    )


def _within(word: Spotted, region: Region) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return region.x0 <= x <= region.x1 and region.top <= y <= region.bottom
