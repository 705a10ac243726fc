"""What was stamped in red on a page: MẬT, TỐI MẬT, TUYỆT MẬT must not be lost with the red ink of seals.

A page is first looked at on a small scale, a dot to the millimetre; only what has the size of a stamp and is no round
seal goes to be recognised, on its own and in red alone, at the angles at which hands stamp.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vbcli.text.fold import fold

_DOTS = 25
"""To the inch, when stamps are looked for."""
_RED, _FAINT = 40, 18
"""How far the red of a dot is above its green and blue; the same where a stroke fills only a part of the dot."""
_JOINED = 5
"""Dots: what lies nearer together is one stamp."""
_LOWEST, _HIGHEST, _NARROWEST, _WIDEST = 0.1, 2.0, 0.3, 4.0
"""Inches: the shorter side of a stamp, and the longer."""
_SEAL, _ROUND = 0.9, 1.25
"""Inches from which something as wide as high is a seal; times the shorter side."""
_MOST = 6
"""Stamps of a page."""
_MARGIN = 0.08
"""Inches."""
_ANGLES = (0, 5, -5, 10, -10)
"""Degrees."""
_CONTRAST = 3
_INK, _GROUND, _FOUND, _EDGE = 160, 255, 128, 3
"""Greys: what is darker is ink; how paper and what was found are drawn; the dots of its soft edge."""
_ACROSS = 0.75
"""Of the width of a stamp: no letter is so wide."""
_HOLLOW, _SIDE = 0.33, 0.15
"""Of the box around a frame: its ink; of the height of a stamp: one side of a frame."""
_SHARP = 150
"""Dots to the inch: what is coarser is enlarged."""
_MARKS = {"mat": "MẬT", "toi mat": "TỐI MẬT", "tuyet mat": "TUYỆT MẬT"}
_RUN = re.compile(b"\xff+")

Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Something in red of the size of a stamp; where it stands in pixels of the page."""

    views: tuple[Any, ...]
    """Pictures of Pillow, its ink black on white, at each angle."""
    x0: int
    bottom: int


def stamps_of(image: Any, dpi: int) -> tuple[Stamp, ...]:
    """Return the stamps in red on a page in colours, from top to bottom; none where it is in greys."""
    if image.mode != "RGB":
        return ()
    coarse = max(round(dpi / _DOTS), 1)
    spots = _redness(image.reduce(coarse)).point(lambda value: 255 if value >= _FAINT else 0)
    if spots.getbbox() is None:
        return ()
    from PIL import ImageFilter

    joined = spots.filter(ImageFilter.MaxFilter(_JOINED))
    dots = dpi / coarse
    patches = list(_patches(joined))
    seals = [box for box in patches if _is_seal(box, dots)]
    # The star of a seal stands apart from its rings.
    found = [box for box in patches if _is_stamp(box, dots) and not any(_around(box, seal) == seal for seal in seals)]
    return tuple(_stamp(image, box, coarse, dpi) for box in sorted(found, key=lambda box: box[1])[:_MOST])


def mark_in(lines: Sequence[str]) -> str | None:
    """Return the mark of secrecy that stands on a line of a stamp, whatever its accents became and its frame left.

    >>> mark_in(["| TỐI MAT |"]), mark_in(["HỎA TỐC"]), mark_in(["ĐÃ GIẢI MẬT"]), mark_in(["mật"])
    ('TỐI MẬT', None, None, None)
    """
    for line in lines:
        words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 1]
        mark = _MARKS.get(fold(" ".join(words)))
        if mark and all(word.isupper() for word in words):
            return mark
    return None


def _redness(image: Any) -> Any:
    from PIL import ImageChops

    red, green, blue = image.split()
    return ImageChops.subtract(red, ImageChops.lighter(green, blue))


def _is_seal(box: Span, dots: float) -> bool:
    short, long = sorted((box[2] - box[0], box[3] - box[1]))
    return short >= _SEAL * dots and long < _ROUND * short


def _is_stamp(box: Span, dots: float) -> bool:
    short, long = sorted(((box[2] - box[0]) / dots, (box[3] - box[1]) / dots))
    return _LOWEST <= short <= _HIGHEST and _NARROWEST <= long <= _WIDEST


def _stamp(image: Any, box: Span, coarse: int, dpi: int) -> Stamp:
    from PIL import Image

    margin = round(_MARGIN * dpi)
    x0, top = max(box[0] * coarse - margin, 0), max(box[1] * coarse - margin, 0)
    x1, bottom = min(box[2] * coarse + margin, image.width), min(box[3] * coarse + margin, image.height)
    ink = _redness(image.crop((x0, top, x1, bottom))).point(lambda value: 255 - min(_CONTRAST * value, 255))
    ink = _without_frame(ink)
    if dpi < _SHARP:
        ink = ink.resize((2 * ink.width, 2 * ink.height), Image.Resampling.BICUBIC)
    views = (ink.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255) for angle in _ANGLES)
    return Stamp(tuple(views), x0, bottom)


def _without_frame(ink: Any) -> Any:
    """Return the picture without what surrounds its words: a frame keeps them from being read."""
    from PIL import ImageChops, ImageDraw, ImageFilter

    drawn = ink.point(lambda value: 0 if value < _INK else _GROUND)
    box = ImageChops.invert(drawn).getbbox()
    if box is None:
        return ink
    for start in _from_outside(drawn, box):
        filled = drawn.copy()
        ImageDraw.floodfill(filled, start, _FOUND)
        found = filled.point(lambda value: 255 if value == _FOUND else 0)
        if _is_frame(found, box):
            ink = ink.copy()
            ink.paste(255, mask=found.filter(ImageFilter.MaxFilter(_EDGE)))
            drawn.paste(_GROUND, mask=found)
    return ink


def _is_frame(found: Any, box: Span) -> bool:
    """Tell whether what hangs together is a frame or one side of it, and no letters that touch."""
    left, top, right, bottom = found.getbbox()
    wide, high = right - left, bottom - top
    thin = found.histogram()[255] < _HOLLOW * wide * high or high < _SIDE * (box[3] - box[1])
    return bool(thin and wide >= _ACROSS * (box[2] - box[0]))


def _from_outside(drawn: Any, box: Span) -> Iterator[tuple[int, int]]:
    """Yield the first dots of ink in the middle of each side of a box."""
    x, y = (box[0] + box[2]) // 2, (box[1] + box[3]) // 2
    across, down = range(box[0], box[2]), range(box[1], box[3])
    for path in (
        [(at, y) for at in across],
        [(at, y) for at in reversed(across)],
        [(x, at) for at in down],
        [(x, at) for at in reversed(down)],
    ):
        start = next((dot for dot in path if drawn.getpixel(dot) == 0), None)
        if start is not None:
            yield start


def _patches(mask: Any) -> Iterator[Span]:
    """Yield the box around each patch of a picture in black and white: left, top, right, bottom."""
    data, width = mask.tobytes(), mask.width
    boxes: list[Span] = []
    joined: list[int] = []
    above: list[tuple[int, int, int]] = []
    for row in range(mask.height):
        runs = []
        for run in _RUN.finditer(data[row * width : (row + 1) * width]):
            start, end = run.span()
            own = len(boxes)
            boxes.append((start, row, end, row + 1))
            joined.append(own)
            runs.append((start, end, own))
            for left, right, other in above:
                if left < end and start < right:
                    one, two = _first(joined, own), _first(joined, other)
                    boxes[one] = _around(boxes[one], boxes[two])
                    joined[two] = one
        above = runs
    shrink = _JOINED // 2
    for at, (left, top, right, bottom) in enumerate(boxes):
        if joined[at] == at:
            yield left + shrink, top + shrink, right - shrink, bottom - shrink


def _first(joined: list[int], at: int) -> int:
    while joined[at] != at:
        joined[at] = joined[joined[at]]
        at = joined[at]
    return at


def _around(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
