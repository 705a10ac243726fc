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
    found = [box for box in _patches(joined) if _is_stamp(box, dots)]
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


def _is_stamp(box: Span, dots: float) -> bool:
    short, long = sorted(((box[2] - box[0]) / dots, (box[3] - box[1]) / dots))
    if short >= _SEAL and long < _ROUND * short:
        return False
    return _LOWEST <= short <= _HIGHEST and _NARROWEST <= long <= _WIDEST


def _stamp(image: Any, box: Span, coarse: int, dpi: int) -> Stamp:
    from PIL import Image

    margin = round(_MARGIN * dpi)
    x0, top = max(box[0] * coarse - margin, 0), max(box[1] * coarse - margin, 0)
    x1, bottom = min(box[2] * coarse + margin, image.width), min(box[3] * coarse + margin, image.height)
    ink = _redness(image.crop((x0, top, x1, bottom))).point(lambda value: 255 - min(_CONTRAST * value, 255))
    if dpi < _SHARP:
        ink = ink.resize((2 * ink.width, 2 * ink.height), Image.Resampling.BICUBIC)
    views = (ink.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255) for angle in _ANGLES)
    return Stamp(tuple(views), x0, bottom)


def _patches(mask: Any) -> Iterator[Span]:
    """Yield the box around each patch of a picture in black and white: left, top, right, bottom."""
    data, width = mask.tobytes(), mask.width
    open_runs: list[tuple[int, int, list[int]]] = []
    patches: list[list[int]] = []
    for row in range(mask.height):
        runs: list[tuple[int, int, list[int]]] = []
        for run in _RUN.finditer(data[row * width : (row + 1) * width]):
            start, end = run.span()
            patch = [start, row, end, row + 1]
            for left, right, above in open_runs:
                if left < end and start < right and above is not patch:
                    _grow(above, patch)
                    patch = above
            runs.append((start, end, patch))
        patches += [patch for _, _, patch in runs]
        open_runs = runs
    shrink = _JOINED // 2
    for left, top, right, bottom in {tuple(patch) for patch in patches if patch}:
        yield left + shrink, top + shrink, right - shrink, bottom - shrink
