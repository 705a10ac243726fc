"""Where lines stand side by side: header (`TỈNH ỦY X | ĐẢNG CỘNG SẢN VIỆT NAM`), closing (Nơi nhận | signature).

A zone is a run of lines that leave the same gutter free. Justified text has gaps too, but not one above the other;
rows set with a tab stop share a gutter as well, but begin on one line, where the right half of a header is centred.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from vbcli.read.pdf_lines import Line, Word

_GUTTER_FROM, _GUTTER_TO = 0.25, 0.72
"""Of the page width: where a gutter may lie."""
_NARROWEST = 7.0
"""Points; headers of long names leave little between the halves."""
_CLEAR = 1.6
"""Of the font size: one line at least must leave so much."""
_DOMINANT = 1.8
"""Times the next gap of the line: in justified text all gaps are wide."""
_LONGEST = 60
"""Lines."""
_ALIGNED, _RAGGED = 3.0, 8.0
"""Points: right halves that begin this near to each other while their middles lie this far apart are a list."""
_ADDRESS = re.compile(r"\s*K[ií]nh\s+g[ửưừứũụuùúủ]i", re.IGNORECASE)
"""What follows the header, and in a scan may stand so near that it looks like its left column."""
_LEADING = 2.0
"""Of the font size: the left column goes on below the right one only without a larger step."""


class Placed(NamedTuple):
    """A line and its column: 0 or 1, None for the full width."""

    row: int
    """Counted down the page, from 1; halves share it."""
    column: int | None
    line: Line


class _Gap(NamedTuple):
    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class _Zone:
    end: int
    gutter: float


@dataclass(frozen=True, slots=True)
class _Halves:
    left: tuple[Word, ...]
    right: tuple[Word, ...]


def split_columns(lines: list[Line], width: float) -> list[Placed]:
    """Return the lines in reading order: within a zone the whole left column, then the right one."""
    placed: list[Placed] = []
    middle = _middle_of(lines, width)
    begin, end = _GUTTER_FROM * width + _NARROWEST, _GUTTER_TO * width - _NARROWEST
    gaps = [_gaps(line, width, begin, end) for line in lines]
    at = 0
    while at < len(lines):
        zone = _zone(lines, gaps, at, width, middle) if gaps[at] else None
        if zone is None:
            placed.append(Placed(at + 1, None, lines[at]))
            at += 1
            continue
        halves = [(row, lines[row], _halved(lines[row], zone.gutter)) for row in range(at, zone.end)]
        placed += [Placed(row + 1, 0, Line(half.left, line.base)) for row, line, half in halves if half.left]
        placed += [Placed(row + 1, 1, Line(half.right, line.base)) for row, line, half in halves if half.right]
        at = zone.end
    return placed


def _middle_of(lines: list[Line], width: float) -> float:
    """Return the middle of the text of a page: margins are seldom equal."""
    return sum(_edges(lines)) / 2 if lines else width / 2


def _edges(lines: list[Line]) -> tuple[float, float]:
    return min([line.words[0].x0 for line in lines]), max([line.words[-1].x1 for line in lines])


def _zone(lines: list[Line], gaps: list[list[_Gap]], start: int, width: float, middle: float) -> _Zone | None:
    """Return the zone that begins with this line, if one does."""
    free = [_Gap(_GUTTER_FROM * width, _GUTTER_TO * width)]
    end = start
    while end < min(len(lines), start + _LONGEST) and not (end > start and _ADDRESS.match(lines[end].text)):
        narrower = _common(free, gaps[end])
        if not narrower:
            break
        free, end = narrower, end + 1
    if end < start + 2:
        return None  # a single line proves nothing
    best: _Zone | None = None
    first, last = _edges(lines[start:end])
    for gap in free:
        gutter = (gap.left + gap.right) / 2
        if not first < gutter < last:
            continue  # a margin
        halves = [_halved(line, gutter) for line in lines[start:end]]
        halves = halves[: _before_title(halves, middle)]
        kept = _kept(halves, lines[start : start + len(halves)])
        if _begins(halves, lines, start) and _is_zone(halves[:kept], lines[start : start + kept]):
            zone = _Zone(start + kept, gutter)
            best = zone if best is None or zone.end > best.end else best
    return best


def _gaps(line: Line, width: float, first: float, last: float) -> list[_Gap]:
    """Return the gaps of a line that are wide enough for a gutter and lie where one may, the margins included.

    None ends before `first`, none begins behind `last`.
    """
    gaps: list[_Gap] = []
    left = 0.0
    if line.widest < _NARROWEST and line.words[0].x0 < first and line.words[-1].x1 > last:
        return gaps
    for _, x0, x1, *_ in line.words:
        if x0 - left >= _NARROWEST and x0 >= first and left <= last:
            gaps.append(_Gap(left, x0))
        left = x1
    if width - left >= _NARROWEST and left <= last:
        gaps.append(_Gap(left, width))
    return gaps


def _common(free: list[_Gap], gaps: list[_Gap]) -> list[_Gap]:
    both = (_Gap(max(a.left, b.left), min(a.right, b.right)) for a in free for b in gaps)
    return [gap for gap in both if gap.width >= _NARROWEST]


def _halved(line: Line, gutter: float) -> _Halves:
    left = tuple([word for word in line.words if word.x1 <= gutter])
    return _Halves(
        left, tuple([word for word in line.words if word.x1 > gutter]) if len(left) < len(line.words) else ()
    )


def _begins(halves: list[_Halves], lines: list[Line], start: int) -> bool:
    """Tell whether a zone may begin here: not with short lines of the text above it.

    The halves of one row may stand a little apart in height and come as two lines.
    """
    if not halves:
        return False
    if halves[0].right:
        return True
    if len(halves) == 1 or not halves[1].right or halves[1].left:
        return False
    return lines[start + 1].base - lines[start].base < lines[start].size


def _before_title(halves: list[_Halves], middle: float) -> int:
    """Return how many lines come before one that stands in the middle of the page, not of the right column.

    A short title (KẾ HOẠCH) may begin right of the gutter.
    """
    inner = [_middle(half.right) for half in halves if half.left and half.right]
    if not inner:
        return len(halves)
    column = median(inner)
    for at, half in enumerate(halves):
        if half.right and not half.left and abs(_middle(half.right) - middle) < abs(_middle(half.right) - column):
            return at
    return len(halves)


def _middle(words: tuple[Word, ...]) -> float:
    return (words[0].x0 + words[-1].x1) / 2


def _kept(halves: list[_Halves], lines: list[Line]) -> int:
    """Return how many lines belong: up to the last right half, and the left column as far as it goes on below."""
    last = max((at for at, half in enumerate(halves) if half.right), default=-1)
    kept = last + 1
    while 0 < kept < len(lines):
        step = lines[kept].base - lines[kept - 1].base
        if step > _LEADING * lines[kept].size:
            break
        kept += 1
    return kept


def _is_zone(halves: list[_Halves], lines: list[Line]) -> bool:
    both = [(half, line) for half, line in zip(halves, lines, strict=True) if half.left and half.right]
    only_left = sum(not half.right for half in halves)
    only_right = sum(not half.left for half in halves)
    if len(both) + min(only_left, only_right) < 2:  # noqa: PLR2004 (as above)
        return False
    if both and not any(_is_clear(half, line) for half, line in both):
        return False
    return not _is_list([half.right for half in halves if half.right])


def _is_clear(half: _Halves, line: Line) -> bool:
    gap = half.right[0].x0 - half.left[-1].x1
    others = [b.x0 - a.x1 for side in (half.left, half.right) for a, b in pairwise(side)]
    return gap >= _CLEAR * line.size and gap >= _DOMINANT * max(others, default=0.0)


def _is_list(rights: list[tuple[Word, ...]]) -> bool:
    """Tell whether the right halves begin at one tab stop instead of standing around one middle."""
    starts = [words[0].x0 for words in rights]
    middles = [_middle(words) for words in rights]
    return max(starts) - min(starts) < _ALIGNED and max(middles) - min(middles) > _RAGGED
