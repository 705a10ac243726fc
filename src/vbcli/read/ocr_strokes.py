"""Numerals of one to three strokes, counted on the picture: OCR reads `III` as `II` with all confidence.

A quarter read wrong is a wrong date, so the strokes decide. Slanted letters show none and stay as they were read.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
from typing import Any

from vbcli.read.tesseract import Spotted

_NUMERAL = re.compile(r"I{1,3}(?=$|[/.,;:)-])")
_MOST = 3
_ABOVE, _BELOW = 0.2, 0.8
"""Of the height of the word: between them the serifs are gone and the strokes left."""
_THROUGHOUT = 0.9
"""Of the rows between: a stroke is dark in that many."""
_DARK = 0.55
"""Between the darkest and the lightest of the word."""
_WINDOW, _PITCH = 2.2, 0.6
"""Of the height: how far three strokes reach, and how far one is from the next; a slash or blank takes more."""


def with_counted_strokes(image: Any, words: Iterable[Spotted]) -> Iterator[Spotted]:
    """Yield the words, `I`, `II` and `III` at their beginning put right by the strokes of the picture (mode L)."""
    for word in words:
        found = _NUMERAL.match(word.text)
        strokes = _strokes(image, word) if found else 0
        if found and 1 <= strokes <= _MOST and strokes != len(found[0]):
            yield word._replace(text="I" * strokes + word.text[found.end() :])
        else:
            yield word


def _strokes(image: Any, word: Spotted) -> int:
    """Return how many upright strokes the word opens with, 0 where it cannot be told."""
    high = word.bottom - word.top
    right = min(word.x0 + round(_WINDOW * high), word.x1)
    box = (word.x0, word.top + round(_ABOVE * high), right, word.top + round(_BELOW * high))
    wide, rows = box[2] - box[0], box[3] - box[1]
    if wide <= 0 or rows <= 0:
        return 0
    tones = image.crop(box).tobytes()
    limit = min(tones) + _DARK * (max(tones) - min(tones))
    upright = [sum(tone < limit for tone in tones[x::wide]) >= _THROUGHOUT * rows for x in range(wide)]
    starts = [x for x in range(wide) if upright[x] and not (x and upright[x - 1])]
    if not starts or starts[0] > _PITCH * high:
        return 0
    near = takewhile(lambda pair: pair[1] - pair[0] <= _PITCH * high, pairwise(starts))
    return 1 + sum(1 for _ in near)
