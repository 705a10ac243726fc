"""A .pdf as a scanner gives it back: pictures of the pages, a little askew, with grain."""

import io
import random

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from .pdf_form import fixed

DPI = 200
TURN = 0.7
"""Degrees, anticlockwise."""
GRAIN = 9.0
"""Standard deviation of the noise, of 255 steps."""
PAPER = 250
QUALITY = 45


def as_scan(pdf: bytes, *, seal: tuple[float, float] | None = None) -> bytes:
    """Return the pages as pictures; a seal is pressed on the last, its middle given in parts of width and height."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=DPI / 72).to_pil().convert("L") for page in document]
    if seal:
        _press(pages[-1], seal)
    chance = random.Random(7)
    scans = [_scanned(page, chance) for page in pages]
    out = io.BytesIO()
    scans[0].save(out, "PDF", resolution=DPI, quality=QUALITY, save_all=True, append_images=scans[1:])
    return fixed(out.getvalue())


def _scanned(page: Image.Image, chance: random.Random) -> Image.Image:
    turned = page.rotate(TURN, Image.Resampling.BICUBIC, fillcolor=255)
    # A tile of grain, laid anew for each page: the same on every computer, unlike Pillow's own noise.
    tile = Image.new("L", (257, 251))
    tile.putdata([max(0, min(255, round(chance.gauss(128, GRAIN)))) for _ in range(tile.width * tile.height)])
    grain = Image.new("L", turned.size)
    for x in range(0, turned.width, tile.width):
        for y in range(0, turned.height, tile.height):
            grain.paste(tile, (x, y))
    return ImageChops.add(turned.point(lambda tone: min(tone, PAPER)), grain, 1, -128)


def _press(page: Image.Image, middle: tuple[float, float]) -> None:
    """Draw the two rings of a seal, as light as red ink is in grey."""
    x, y = middle[0] * page.width, middle[1] * page.height
    ring = Image.new("L", page.size, 255)
    pen = ImageDraw.Draw(ring)
    for radius, width in ((140, 6), (100, 3)):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=150, width=width)
    page.paste(ImageChops.darker(page, ring))
