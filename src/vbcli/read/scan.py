"""Pictures of pages into lines: several recognised at a time, parts looked at twice where a seal hides words."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from vbcli.config import Reading
from vbcli.model.source import Box
from vbcli.read import tesseract
from vbcli.read.handwriting import without_guesses
from vbcli.read.ocr_progress import announce, one_seen
from vbcli.read.ocr_repair import repaired
from vbcli.read.ocr_strokes import with_counted_strokes
from vbcli.read.pdf_lines import Line, Word
from vbcli.read.pictures import Picture, readied
from vbcli.read.red_ink import mark_in
from vbcli.read.rules import cells_of
from vbcli.read.scan_lines import Region, beside_seals, confidence, garbled, lines_of, regions, size_of
from vbcli.read.tesseract import Recogniser, Shot, Spotted

_UPSIDE_DOWN = 60
"""Of 100: a page read with less confidence may lie on its side."""
_BETTER = 15
_FEW = 15
_HEADER = 0.4
"""Of the page: number and date stand above."""
_MOST_REGIONS, _MOST_RUNS = 6, 8
_GOOD, _TO_THE_DIGIT = 80, 90
"""Of 100: how sure half a line must be by itself, and each number in it."""
_MOST_TOGETHER, _MOST_PIXELS = 6, 40_000_000
"""Pages, and their pixels in all, that go to one process."""
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


def recognise(pictures: Iterable[Picture], count: int, how: Reading) -> Iterator[Recognised]:
    """Yield the pages in order, `count` of them at most; no more lie in memory than are worked on and wait their turn."""
    reader = _Reader(Recogniser(how.cache, partial(one_seen, how.told)))
    announce(how.told, count)
    waiting: deque[Future[list[Recognised]]] = deque()
    with ThreadPoolExecutor(how.pages_at_once) as pool:
        try:
            for number, group in enumerate(_grouped(pictures, _group_size(count, how.pages_at_once))):
                waiting.append(pool.submit(reader.read, group, opens=number == 0))
                if len(waiting) > how.pages_at_once:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
            reader.stop()


def _group_size(count: int, at_once: int) -> int:
    """Return how many pages go to one process, so that all processes have as much to do."""
    groups = at_once * -(-count // (at_once * _MOST_TOGETHER))
    return -(-count // max(groups, 1))


def _grouped(pictures: Iterable[Picture], size: int) -> Iterator[list[Picture]]:
    group: list[Picture] = []
    pixels = 0
    for picture in pictures:
        large = picture.image.width * picture.image.height
        if group and (len(group) >= size or pixels + large > _MOST_PIXELS):
            yield group
            group, pixels = [], 0
        group.append(picture)
        pixels += large
    if group:
        yield group


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of secrecy stamped in red: its words, its place in pixels."""

    words: str
    x0: int
    bottom: int


@dataclass(slots=True)
class _Sheet:
    """A page while it is recognised."""

    picture: Picture
    spotted: tuple[Spotted, ...] = ()
    quarter: int = 0
    """Degrees by which it was turned to stand upright."""
    is_secret: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def size(self) -> float:
        """The usual font size in pixels."""
        return size_of(self.spotted, self.picture.points) / self.picture.points


class _Reader:
    """Groups of pages of one paper: each step is one process for all pages of a group."""

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self.stop = recogniser.stop

    def read(self, pictures: Sequence[Picture], *, opens: bool) -> list[Recognised]:
        """Return the pages; `opens`: the first of them is the first of the paper."""
        sheets = [_Sheet(readied(picture)) for picture in pictures]
        shots = [Shot(sheet.picture.image, sheet.picture.dpi) for sheet in sheets]
        for number, (sheet, spotted) in enumerate(
            zip(sheets, self._recogniser.spot(shots, tesseract.WHOLE_PAGE), strict=True)
        ):
            sheet.spotted = spotted
            self._turn(sheet)
            sheet.is_secret = tesseract.is_secret(sheet.spotted)
            # The mark stands on the first page, or on a line of its own.
            if tesseract.is_marked(sheet.spotted) or (opens and number == 0 and sheet.is_secret):
                self._recogniser.cache.forbid()
        self._look_at_stamps(sheets)
        sizes = [sheet.size for sheet in sheets]
        self._look_under_seals(sheets, sizes)
        self._reread(sheets, sizes)
        if opens and (sheets[0].is_secret or tesseract.is_secret(sheets[0].spotted)):
            self._recogniser.cache.forbid()
        elif opens:
            self._recogniser.cache.allow()
        return [_told(sheet, size) for sheet, size in zip(sheets, sizes, strict=True)]

    def _look_at_stamps(self, sheets: Sequence[_Sheet]) -> None:
        """Look for marks of secrecy in red; the picture of the page has lost them with its seals."""
        stamps = [(sheet, stamp) for sheet in sheets for stamp in sheet.picture.stamps]
        shots = [
            Shot(view.rotate(sheet.quarter, expand=True), sheet.picture.dpi)
            for sheet, stamp in stamps
            for view in stamp.views
        ]
        views = iter(self._recogniser.spot(shots, tesseract.ONE_BLOCK) if shots else [])
        for sheet, stamp in stamps:
            seen = [line for words in islice(views, len(stamp.views)) for line in tesseract.lines_of(words)]
            words = mark_in(seen)
            if words:
                sheet.marks = (*sheet.marks, Mark(words, stamp.x0, stamp.bottom))
                sheet.is_secret = True
                self._recogniser.cache.forbid()

    def _turn(self, sheet: _Sheet) -> None:
        """Turn a page by a quarter, or twice or three times, where it reads clearly better so."""
        words = sum(bool(word.text) for word in sheet.spotted)
        upright = confidence(sheet.spotted)
        if words <= _FEW or upright >= _UPSIDE_DOWN:
            return
        for quarter in (90, 270, 180):
            image = sheet.picture.image.rotate(quarter, expand=True)
            shot = Shot(image, sheet.picture.dpi, not tesseract.is_secret(sheet.spotted))
            (spotted,) = self._recogniser.spot([shot], tesseract.WHOLE_PAGE)
            if confidence(spotted) > upright + _BETTER:
                sheet.picture, sheet.spotted, sheet.quarter = replace(sheet.picture, image=image), spotted, quarter
                return

    def _look_under_seals(self, sheets: Sequence[_Sheet], sizes: Sequence[float]) -> None:
        """Add the names and posts that stand under a seal."""
        parts = []
        for sheet, size in zip(sheets, sizes, strict=True):
            wide, high = sheet.picture.image.size
            found = regions(sheet.spotted, wide, high, size)[:_MOST_REGIONS]
            parts += [_Part(sheet, region, number * _BLOCK) for number, region in enumerate(found, start=1)]
        for part, words in zip(parts, self._second_looks(parts, tesseract.ONE_BLOCK), strict=True):
            part.sheet.spotted = (*part.sheet.spotted, *beside_seals(words, part.sheet.spotted))

    def _reread(self, sheets: Sequence[_Sheet], sizes: Sequence[float]) -> None:
        """Replace runs of soup that read well by themselves."""
        runs = [
            (_Part(sheet, region, number * _BLOCK * _BLOCK), run)
            for sheet, size in zip(sheets, sizes, strict=True)
            for number, (region, run) in enumerate(garbled(sheet.spotted, size)[:_MOST_RUNS], start=1)
        ]
        looks = self._second_looks([part for part, _ in runs], tesseract.ONE_LINE)
        for (part, run), fresh in zip(runs, looks, strict=True):
            part.sheet.spotted = with_reread(part.sheet.spotted, run, fresh)

    def _second_looks(self, parts: "Sequence[_Part]", layout: int) -> list[list[Spotted]]:
        """Return the words of parts of pages: names and posts under a seal, half a line."""
        margin = _MARGIN if layout == tesseract.ONE_BLOCK else _CLOSE
        shots, corners = [], []
        for part in parts:
            image, region = part.sheet.picture.image, part.region
            x0, top = max(region.x0 - _MARGIN, 0), max(region.top - margin, 0)
            x1, bottom = min(region.x1 + _MARGIN, image.width), min(region.bottom + margin, image.height)
            shots.append(Shot(image.crop((x0, top, x1, bottom)), part.sheet.picture.dpi, not part.sheet.is_secret))
            corners.append((x0, top))
        found = self._recogniser.spot(shots, layout) if shots else []
        return [
            [_moved(word, corner, part.block) for word in words if word.text]
            for part, corner, words in zip(parts, corners, found, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a page that is looked at again."""

    sheet: _Sheet
    region: Region
    block: int
    """Added to the block numbers of what is found."""


def _moved(word: Spotted, corner: tuple[int, int], block: int) -> Spotted:
    x, y = corner
    return word._replace(
        x0=word.x0 + x,
        x1=word.x1 + x,
        top=word.top + y,
        bottom=word.bottom + y,
        line=(word.line[0] + block, *word.line[1:]),
    )


def with_reread(spotted: Sequence[Spotted], run: Sequence[Spotted], fresh: Sequence[Spotted]) -> tuple[Spotted, ...]:
    """Return the words, a run of soup replaced where it reads well by itself; no number is guessed."""
    sure = all(word.confidence >= _TO_THE_DIGIT for word in fresh if _counts(word))
    if not fresh or confidence(fresh) < _GOOD or not sure:
        return tuple(spotted)
    return (*(word for word in spotted if word not in run), *fresh)


def _told(sheet: _Sheet, size: float) -> Recognised:
    picture, (wide, high) = sheet.picture, sheet.picture.image.size
    spotted = tuple(with_counted_strokes(picture.image, sheet.spotted))
    trusted, unsure = without_guesses(spotted, size, _HEADER * high)
    lines = lines_of(trusted, picture.points, size * picture.points, wide, high)
    return Recognised(
        wide * picture.points,
        high * picture.points,
        (*repaired(lines), *(_marked(mark, picture.points, size) for mark in sheet.marks)),
        confidence(sheet.spotted),
        sheet.quarter != 0,
        tuple(map(tuple, cells_of(picture.image, picture.dpi, picture.points))),
        unsure,
        bool(sheet.marks) or tesseract.is_secret(sheet.spotted),
    )


def _marked(mark: Mark, points: float, size: float) -> Line:
    """Return a mark as a line of its own; `size` in pixels."""
    x0, base, high = mark.x0 * points, mark.bottom * points, size * points
    return Line((Word(mark.words, x0, x0 + len(mark.words) * high / 2, base, high, bold=True, italic=False),), base)


def _counts(word: Spotted) -> bool:
    return any(character.isdigit() for character in word.text)
