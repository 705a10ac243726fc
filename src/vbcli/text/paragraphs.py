"""Where the paragraphs of a document's text stand, told from the text alone."""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each paragraph, blank ones left out.

    A line feed ends a paragraph. A form feed does so too, unless the next page goes on with a small letter.
    """
    for line in _LINE.finditer(text):
        start = line.start()
        for turn in re.finditer("\f", line.group()):
            end = line.start() + turn.start()
            if not text[end : line.end()].lstrip()[:1].islower():
                yield from _filled(text, start, end)
                start = end + 1
        yield from _filled(text, start, line.end())


def _filled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start:end].strip():
        yield start, end
