"""What is timed: the .pdf papers of samples/ as they are, and the same ones as a scanner hands them over."""

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

_SAMPLES = Path(__file__).parents[1] / "samples"
_RULES = 8
"""Drawn objects on a page that holds a table; a head has two, the rules under its names."""
_LETTERS = 300
"""Characters of a first page."""
_LETTER_PAGES = 4
_DPI = 200
_SKEWS = (0.0, 0.6, -0.4, 0.9)
"""Degrees by which the sheets lie on the glass."""
_GRAIN, _TONES = 28, 256
_JPEG = 80


@dataclass(frozen=True, slots=True)
class Scan:
    """Pages as a scanner hands them over: one .pdf, and each picture in it."""

    pdf: bytes
    pages: tuple[bytes, ...]
    """JPEG."""


def plain_letters() -> tuple[bytes, ...]:
    """Return the papers without ruled tables."""
    return tuple(data for data in _papers() if not any(_table_pages(data)))


def letter_with_table() -> bytes:
    """Return a letter of four pages, one of which holds a task table."""
    written: list[tuple[bytes, int]] = []
    ruled: list[tuple[bytes, int]] = []
    for data in _papers():
        for index, is_table in enumerate(_table_pages(data)):
            (ruled if is_table else written).append((data, index))
    chosen = [*written[: _LETTER_PAGES - 2], max(ruled, key=_rules_of), *written[_LETTER_PAGES - 2 : _LETTER_PAGES - 1]]
    with pypdfium2.PdfDocument.new() as letter:
        for data, index in chosen:
            with pypdfium2.PdfDocument(data) as source:
                letter.import_pages(source, [index])
        stream = io.BytesIO()
        letter.save(stream)
    return stream.getvalue()


def scan(pages: int) -> Scan:
    """Return that many pages, grey, at 200 dpi, a little askew, with the grain of a scanner."""
    grain = random.Random(200)  # noqa: S311 (the same grain in each run)
    sheets = [_sheet(image, skew, grain) for image, skew in zip(islice(_pictures(), pages), cycle(_SKEWS))]
    stream = io.BytesIO()
    options = {"resolution": _DPI, "quality": _JPEG}
    sheets[0].save(stream, "PDF", save_all=True, append_images=sheets[1:], **options)
    return Scan(stream.getvalue(), tuple(map(_as_jpeg, sheets)))


def page_count(data: bytes) -> int:
    """Return the pages of a .pdf."""
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def _papers() -> Iterator[bytes]:
    """Yield the papers that have a text; a scan among them is none."""
    for path in sorted(_SAMPLES.glob("*.pdf")):
        data = path.read_bytes()
        with pypdfium2.PdfDocument(data) as document:
            if document[0].get_textpage().count_chars() >= _LETTERS:
                yield data


def _table_pages(data: bytes) -> list[bool]:
    return [_rules_of((data, index)) >= _RULES for index in range(page_count(data))]


def _rules_of(page: tuple[bytes, int]) -> int:
    with pypdfium2.PdfDocument(page[0]) as document:
        return sum(1 for _ in document[page[1]].get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,)))


def _pictures() -> Iterator[Any]:
    for data in cycle(tuple(_papers())):
        with pypdfium2.PdfDocument(data) as document:
            for page in document:
                yield page.render(scale=_DPI / 72).to_pil().convert("L")


def _sheet(image: Any, skew: float, grain: random.Random) -> Any:
    turned = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255) if skew else image
    noise = Image.frombytes("L", turned.size, grain.randbytes(turned.width * turned.height))
    return ImageChops.subtract(turned, noise.point(lambda value: value * _GRAIN // _TONES))


def _as_jpeg(sheet: Any) -> bytes:
    stream = io.BytesIO()
    sheet.save(stream, "JPEG", dpi=(_DPI, _DPI), quality=_JPEG)
    return stream.getvalue()
