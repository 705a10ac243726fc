"""Does a pattern stay fast? Tried on long runs of digits, dashes, one word, and of its own words.

Texts grow step by step, so that a pattern that blows up is told after a second and not after a day.
"""

import itertools
import re
from collections.abc import Iterator
from time import process_time

SIZE = 20_000
"""Characters of the longest text; linear patterns take milliseconds."""
_OWN_SIZE = 4_000
_LIMIT = 0.5
_GROWTH = 1.25
_FIRST = 16
_RUNS = ("0123456789", "- ", "-", "huyện ", "A", "ngày ", "1/", "1.", "xã, ", "năm 2024 ", "trong thời hạn ", "(")
_WORD = re.compile(r"(?<![\\\w])[^\W\d_]+")
_OWN_WORDS = 40


def slow_on(regex: re.Pattern[str], pattern: str) -> str | None:
    """Return the run on which a pattern takes too long, None where it is fast on all."""
    words = _WORD.findall(pattern)
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(words)]
    own = [*list(dict.fromkeys(words))[:_OWN_WORDS], *list(dict.fromkeys(pairs))[:_OWN_WORDS]]
    runs = [(run, SIZE) for run in _RUNS] + [(run, _OWN_SIZE) for word in own for run in (f"{word} ", word)]
    return next((run.strip() for run, size in runs if _is_slow(regex, run, size)), None)


def _is_slow(regex: re.Pattern[str], run: str, size: int) -> bool:
    for length in _lengths(size):
        text = (run * (length // len(run) + 1))[:length]
        start = process_time()
        for _ in regex.finditer(text):
            pass
        if process_time() - start > _LIMIT:
            return True
    return False


def _lengths(size: int) -> Iterator[int]:
    length = float(_FIRST)
    while length < size:
        yield int(length)
        length *= _GROWTH
    yield size
