"""Pictures of pages into lines: several recognised at a time, each looked at twice where a seal hides words."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from vbcli.config import Reading
from vbcli.model.source import Box
from vbcli.read import tesseract
from vbcli.read.handwriting import without_guesses
from vbcli.read.ocr_repair import repaired
from vbcli.read.pdf_lines import Line
from vbcli.read.pictures import Picture
from vbcli.read.rules import cells_of
from vbcli.read.scan_lines import Region, beside_seals, confidence, garbled, lines_of, regions, size_of
from vbcli.read.tesseract import Spotted

_UPSIDE_DOWN = 60
"""Of 100: a page read with less confidence may lie on its side."""
_BETTER = 15
_FEW = 15
_HEADER = 0.4
"""Of the page: number and date stand above."""
_MOST_REGIONS, _MOST_RUNS = 6, 8
_GOOD, _TO_THE_DIGIT = 80, 90
"""Of 100: how sure half a line must be by itself, and each number in it."""
_MARGIN = 12
"""Pixels around a picture within the page that are recognised with it."""
_CLOSE = 5
"""Above and below a single line: the next ones must stay out."""
_BLOCK = 10_000
"""Added to the block numbers of what the second look found, so that its lines are its own."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as OCR sees it, in points."""

    width: float
    height: float
    lines: tuple[Line, ...]
    confidence: float
    """0 to 100."""
    turned: bool
    tables: tuple[tuple[Box, ...], ...]
    """The cells of each ruled table."""
    unsure: bool
    """Digits of its number or date were left out: written by hand."""
    is_secret: bool


def recognise(pictures: Iterable[Picture], how: Reading) -> Iterator[Recognised]:
    """Yield the pages in order; no more of them lie in memory than are worked on and wait their turn."""
    waiting: deque[Future[Recognised]] = deque()
    with ThreadPoolExecutor(how.pages_at_once) as pool:
        try:
            for number, picture in enumerate(pictures):
                waiting.append(pool.submit(_recognised, picture, how))
                if number == 0 and waiting[0].result().is_secret:
                    # The mark stands on the first page; nothing of the others is kept either.
                    how = replace(how, cache=None)
                if len(waiting) > how.pages_at_once:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _recognised(picture: Picture, how: Reading) -> Recognised:
    spotted = tesseract.spot(tesseract.encoded(picture.image), picture.dpi, tesseract.WHOLE_PAGE, how.cache)
    if tesseract.is_secret(spotted):
        how = replace(how, cache=None)
    turned = False
    words = sum(bool(word.text) for word in spotted)
    if words > _FEW and confidence(spotted) < _UPSIDE_DOWN:
        picture, spotted, turned = _turned(picture, spotted, how)
        if tesseract.is_secret(spotted):
            how = replace(how, cache=None)
    wide, high = picture.image.size
    size = size_of(spotted, picture.points)
    for number, region in enumerate(regions(spotted, wide, high, size / picture.points)[:_MOST_REGIONS], start=1):
        spotted = (*spotted, *beside_seals(_second_look(picture, region, number * _BLOCK, how), spotted))
    spotted = _reread(picture, spotted, size / picture.points, how)
    trusted, unsure = without_guesses(spotted, size / picture.points, _HEADER * high)
    lines = lines_of(trusted, picture.points, size, wide, high)
    return Recognised(
        wide * picture.points,
        high * picture.points,
        tuple(repaired(lines)),
        confidence(spotted),
        turned,
        tuple(map(tuple, cells_of(picture.image, picture.dpi, picture.points))),
        unsure,
        tesseract.is_secret(spotted),
    )


def _turned(picture: Picture, upright: tuple[Spotted, ...], how: Reading) -> tuple[Picture, tuple[Spotted, ...], bool]:
    """Return the page by the quarter turn in which it reads clearly better, if there is one."""
    for quarter in (90, 270, 180):
        image = picture.image.rotate(quarter, expand=True)
        spotted = tesseract.spot(tesseract.encoded(image), picture.dpi, tesseract.WHOLE_PAGE, how.cache)
        if confidence(spotted) > confidence(upright) + _BETTER:
            return Picture(image, picture.dpi, picture.points), spotted, True
    return picture, upright, False


def _reread(picture: Picture, spotted: tuple[Spotted, ...], size: float, how: Reading) -> tuple[Spotted, ...]:
    """Return the words, runs of soup replaced where they read well by themselves."""
    told = list(spotted)
    for number, (region, run) in enumerate(garbled(spotted, size)[:_MOST_RUNS], start=1):
        fresh = _second_look(picture, region, number * _BLOCK * _BLOCK, how, tesseract.ONE_LINE)
        if (
            fresh
            and confidence(fresh) >= _GOOD
            and all(word.confidence >= _TO_THE_DIGIT for word in fresh if _counts(word))
        ):
            told = [word for word in told if word not in run] + fresh
    return tuple(told)


def _counts(word: Spotted) -> bool:
    return any(character.isdigit() for character in word.text)


def _second_look(
    picture: Picture, region: Region, block: int, how: Reading, layout: int = tesseract.ONE_BLOCK
) -> list[Spotted]:
    """Return the words of a part of the page: names and posts under a seal, half a line."""
    margin = _MARGIN if layout == tesseract.ONE_BLOCK else _CLOSE
    x0, top = max(region.x0 - _MARGIN, 0), max(region.top - margin, 0)
    part = picture.image.crop(
        (x0, top, min(region.x1 + _MARGIN, picture.image.width), min(region.bottom + margin, picture.image.height))
    )
    found = tesseract.spot(tesseract.encoded(part), picture.dpi, layout, how.cache)
    return [
        word._replace(
            x0=word.x0 + x0,
            x1=word.x1 + x0,
            top=word.top + top,
            bottom=word.bottom + top,
            line=(word.line[0] + block, *word.line[1:]),
        )
        for word in found
        if word.text
    ]
