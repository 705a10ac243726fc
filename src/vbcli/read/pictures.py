"""Pages as pictures, ready to be recognised: at their own resolution, red ink taken away, set level.

A seal or a stamp in red is light in the red part of the light, where black and blue ink are dark.
"""

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.source import Box
from vbcli.read.red_ink import Stamp, stamps_of

POINTS = 72.0
"""To the inch."""
DPI = 300
"""At most; what is sharper only takes longer."""
_SLACK = 1.1
_LOWEST, _USUAL = 60, 200
_PAPER = 8.27
"""Inches: the width of A4, taken where a picture does not say how large it is."""
_MOST_PIXELS = 120_000_000
_MOST_FRAMES = 500
_SMALL, _STRIP = 700, 8
"""Pixels across: enough to find the angle; of one strip, which at the steepest is off by no more than a row."""
_STEEPEST, _STEP, _FINE = 3.0, 0.5, 0.1
_LEVEL = 0.3
"""Degrees: less is left as it is, since turning blurs."""
_CLEARER = 1.05
_INK, _COARSE = 160, 4
"""Greys: what is darker is ink, not paper; pixels to a side when margins are looked for."""
_BAND = 0.5
_DARK, _LIGHT, _GREY = 40, 216, 0.01
"""Greys between, and their share of the page above which it was not scanned in black and white."""
_SOFTNESS = 0.8
"""Pixels."""
_OBJECT_DEPTH = 3
_GREY_BITS = 8
_STRETCHED = 3
"""Dots by which a scan may be stretched to fill its page, whose size a .pdf rounds."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to be recognised."""

    image: Any
    """Of Pillow, in greys or in black and white."""
    dpi: int
    points: float
    """To the pixel."""
    stamps: tuple[Stamp, ...] = ()
    """What is stamped on it in red."""


def of_page(page: pypdfium2.PdfPage, covered: Iterable[Box], *, is_masked: bool) -> Picture:
    """Return a page of a .pdf without its annotations, the given boxes painted over.

    `is_masked`: pictures of this .pdf may let the ground through.
    """
    from PIL import ImageDraw

    scale = _scale(page)
    dpi = max(round(scale * POINTS), _LOWEST)
    colours = None if is_masked else _scanned(page, scale)
    if colours is None:
        drawn = page.render(scale=scale, draw_annots=False, may_draw_forms=False, grayscale=_is_grey(page))
        colours = _opaque(drawn.to_pil())
    stamps = stamps_of(colours, dpi)
    image = _without_red(colours)
    pen = ImageDraw.Draw(image)
    for box in covered:
        pen.rectangle((box.x0 * scale, box.top * scale, box.x1 * scale, box.bottom * scale), fill="white")
    return Picture(image, dpi, 1 / scale, stamps)


def of_file(data: bytes) -> Iterator[Picture]:
    """Yield the pages of an image file."""
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as file:
            for number, frame in enumerate(ImageSequence.Iterator(file)):
                if number >= _MOST_FRAMES or frame.width * frame.height > _MOST_PIXELS:
                    raise ReadError(
                        "too_large", N_("Ảnh quá lớn để nhận dạng."), N_("Giảm cỡ ảnh hoặc tách tệp rồi nạp lại.")
                    )
                dpi = _stated(frame) or round(min(frame.size) / _PAPER)
                colours = _opaque(ImageOps.exif_transpose(frame))
                if dpi > DPI * _SLACK:
                    ratio = DPI / dpi
                    size = round(colours.width * ratio), round(colours.height * ratio)
                    colours, dpi = colours.resize(size, Image.Resampling.BOX), DPI
                dpi = max(dpi, _LOWEST)
                yield Picture(_without_red(colours), dpi, POINTS / dpi, stamps_of(colours, dpi))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise ReadError(
            "damaged", N_("Tệp ảnh bị hỏng, không mở được."), N_("Quét hoặc sao chép lại rồi nạp lại.")
        ) from fault


def frames_of(data: bytes) -> int:
    """Return how many pages an image file has; 1 where that cannot be told."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as file:
            return min(int(getattr(file, "n_frames", 1)), _MOST_FRAMES)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return 1


def _stated(frame: Any) -> int | None:
    """Return the resolution that a file states; None where it cannot be true of a sheet of paper."""
    stated = frame.info.get("dpi") or (0, 0)
    dpi = round(float(stated[0]))
    return dpi if dpi >= _LOWEST * 2 and _PAPER / 3 < frame.width / dpi < _PAPER * 3 else None


def _scale(page: pypdfium2.PdfPage) -> float:
    """Return the pixels to the point of the largest picture of a page, so that none is drawn larger or smaller."""
    largest, scale = 0.0, DPI / POINTS
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=_OBJECT_DEPTH):
        left, bottom, right, top = item.get_bounds()
        area = (right - left) * (top - bottom)
        if area > largest:
            largest, scale = area, max(item.get_px_size()) / max(right - left, top - bottom)
    width, height = page.get_size()
    if scale > _SLACK * DPI / POINTS:
        scale = DPI / POINTS
    elif largest < _BAND * width * height:
        scale = max(scale, _USUAL / POINTS)  # small pictures, a logo for one, say nothing of the page
    return float(min(scale, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5))


def _scanned(page: pypdfium2.PdfPage, scale: float) -> Any:
    """Return the picture in greys that a page consists of, as large as it is drawn; None where it is anything else.

    It takes less than half the time that drawing takes, and no dot differs by more than one grey.
    """
    drawn = list(islice(page.get_objects(max_depth=1), 2))
    if len(drawn) != 1 or drawn[0].type != pdfium.FPDF_PAGEOBJ_IMAGE or page.get_rotation():
        return None
    item, size = drawn[0], tuple(math.ceil(side * scale) for side in page.get_size())
    kind, matrix = item.get_metadata(), item.get_matrix()
    is_upright = matrix.a > 0 and matrix.d > 0 and not matrix.b and not matrix.c
    is_whole = all(abs(a - b) * scale < 1 for a, b in zip(item.get_bounds(), page.get_bbox(), strict=True))
    is_sharp = all(abs(a - b) <= _STRETCHED for a, b in zip(item.get_px_size(), size, strict=True))
    is_grey = kind.colorspace == pdfium.FPDF_COLORSPACE_DEVICEGRAY and kind.bits_per_pixel == _GREY_BITS
    is_plain = is_grey and not pdfium.FPDFPageObj_HasTransparency(item)
    is_cut = pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(item)) > 0
    if not (is_upright and is_whole and is_sharp and is_plain) or is_cut:
        return None
    from PIL import Image

    return item.get_bitmap().to_pil().convert("L").resize(size, Image.Resampling.BILINEAR)


def _is_grey(page: pypdfium2.PdfPage) -> bool:
    """Tell whether a page is nothing but pictures in greys: drawn in greys they are the same, in half the time."""
    drawn = list(page.get_objects(max_depth=_OBJECT_DEPTH))
    return all(item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in drawn) and all(
        item.get_metadata().colorspace == pdfium.FPDF_COLORSPACE_DEVICEGRAY for item in drawn
    )


def _opaque(image: Any) -> Any:
    """Return the picture in greys or in colours, on white where it lets the ground through."""
    if image.mode in {"1", "L"}:
        return image.convert("L")
    if image.mode == "P" or "A" in image.mode:
        from PIL import Image

        ground = Image.new("RGBA", image.size, "white")
        ground.alpha_composite(image.convert("RGBA"))
        image = ground
    return image.convert("RGB")


def _without_red(image: Any) -> Any:
    """Return the picture in greys, red ink as light as the paper."""
    return image.getchannel("R") if image.mode == "RGB" else image


def _soft(image: Any) -> Any:
    """Return the picture, one in black and white a little softened: its ragged edges look like accents."""
    from PIL import ImageFilter

    if sum(image.histogram()[_DARK:_LIGHT]) > _GREY * image.width * image.height:
        return image
    return image.filter(ImageFilter.GaussianBlur(_SOFTNESS))


def readied(picture: Picture) -> Picture:
    """Return the picture set level, one in black and white softened; it takes longer than to draw the page."""
    return replace(picture, image=_soft(level(picture.image)))


def level(image: Any) -> Any:
    """Return the picture turned so that its lines run level, where that clearly helps."""
    angle = skew(image)
    return image if abs(angle) <= _LEVEL else _turned(image, angle)


def _turned(image: Any, angle: float) -> Any:
    """Return the picture turned around its middle; margins without ink stay as they are, which takes a third less."""
    from PIL import Image

    wide, high = image.size
    ink = image.reduce(_COARSE).point(lambda value: 255 if value < _INK else 0).getbbox()
    if ink is None:
        return image
    # Ink is nowhere moved farther than half the diagonal is.
    reach = math.ceil(math.hypot(wide, high) / 2 * math.sin(math.radians(abs(angle)))) + _COARSE
    x0, top = max(ink[0] * _COARSE - reach, 0), max(ink[1] * _COARSE - reach, 0)
    x1, bottom = min(ink[2] * _COARSE + reach, wide), min(ink[3] * _COARSE + reach, high)
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x, y = x0 - wide / 2, top - high / 2
    place = (cos, -sin, wide / 2 + cos * x - sin * y, sin, cos, high / 2 + sin * x + cos * y)
    part = image.transform(
        (x1 - x0, bottom - top), Image.Transform.AFFINE, place, Image.Resampling.BICUBIC, fillcolor=255
    )
    turned = image.copy()
    turned.paste(part, (x0, top))
    return turned


def skew(image: Any) -> float:
    """Return the angle by which the picture must be turned: level lines make the rows most unequal."""
    from PIL import Image

    small = image.convert("L")
    if small.width > _SMALL:
        small = small.resize((_SMALL, max(1, small.height * _SMALL // small.width)), Image.Resampling.BOX)
    small = small.point(lambda value: 255 if value < _INK else 0).reduce((_STRIP, 1))
    best, straight = 0.0, _unevenness(small, 0.0)
    most = straight
    for step in (_STEP, _FINE):
        reach = round((_STEEPEST if step == _STEP else _STEP) / step)
        centre = best
        for count in (*range(-reach, 0), *range(1, reach + 1)):
            angle = centre + count * step
            uneven = _unevenness(small, angle)
            if uneven > most:
                best, most = angle, uneven
    return round(best, 1) if most > _CLEARER * straight else 0.0


def _unevenness(image: Any, angle: float) -> float:
    """Return how much the rows differ when strips of the picture are moved up and down, which is as good as turned."""
    from PIL import Image

    turned = image
    if angle:
        rise = _STRIP * math.tan(math.radians(angle))
        place = (1, 0, 0, rise, 1, -rise * image.width / 2)
        turned = image.transform(image.size, Image.Transform.AFFINE, place, Image.Resampling.NEAREST)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows)))
