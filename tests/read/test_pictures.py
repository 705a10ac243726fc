"""A scan whose one picture is taken as it is must look as it does when the page is drawn."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from vbcli.config import Ocr, Reading
from vbcli.errors import ReadError
from vbcli.read import pdf_scan, tesseract
from vbcli.read.pdf import read_pdf
from vbcli.read.pictures import _scale, _scanned, of_page, skew
from vbcli.read.scan import Recognised

PLAN = (Path(__file__).parent / "data" / "ke-hoach.pdf").read_bytes()
INVERTED = "/Decode [1 0]"


def sheet(size=(1654, 2339), turn=0.0):
    with pypdfium2.PdfDocument(PLAN) as document:
        image = document[0].render(scale=200 / 72).to_pil().convert("L")
    return image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255).resize(size)


def stream(entries, data):
    return f"<<{entries} /Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def scan(image, *, entries="", before="", page="", twice=False, mask=None):
    """Return a .pdf of one page of A4 that a picture fills; a mask lets the ground through where it is black."""
    show = f"q {before} 595 0 0 842 0 0 cm /I Do Q\n" * (2 if twice else 1)
    size = f"/Subtype/Image/Width {image.width}/Height {image.height}/ColorSpace/DeviceGray/BitsPerComponent 8"
    entries += "" if mask is None else "/SMask 6 0 R"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>"
        + f"{page}>>".encode(),
        stream("", show.encode()),
        stream(f"/Type/XObject{size}{entries}", image.tobytes()),
    ]
    if mask is not None:
        objects.append(stream(f"/Type/XObject{size}", mask.tobytes()))
    written = b"%PDF-1.4\n"
    places = []
    for number, held in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + held + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return written + f"{end}trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(written)}\n%%EOF".encode()


@pytest.mark.parametrize("size", [(1653, 2339), (1652, 2339), (1653, 2338)])
@pytest.mark.parametrize("entries", ["", INVERTED])
def test_the_picture_of_a_scan_is_what_would_be_drawn(size, entries):
    with pypdfium2.PdfDocument(scan(sheet(size), entries=entries)) as document:
        taken, drawn = (of_page(document[0], (), is_masked=masked) for masked in (False, True))
        assert _scanned(document[0], _scale(document[0])) is not None
    assert (taken.dpi, taken.points, taken.image.size) == (drawn.dpi, drawn.points, drawn.image.size)
    assert max(ImageChops.difference(taken.image, drawn.image).tobytes()) <= 1


@pytest.mark.parametrize(
    "other",
    [
        {"page": "/Rotate 90"},
        {"page": "/Rotate 180"},
        {"page": "/CropBox [50 50 500 700]"},
        {"twice": True},
        {"before": "0 0 300 842 re W n"},
        {"before": "0.5 0 0 0.5 0 0 cm"},
        {"before": "-1 0 0 -1 595 842 cm"},
    ],
)
def test_a_page_that_shows_its_picture_in_another_way_is_drawn(other):
    with pypdfium2.PdfDocument(scan(sheet(), **other)) as document:
        assert _scanned(document[0], _scale(document[0])) is None
        taken, drawn = (of_page(document[0], (), is_masked=masked) for masked in (False, True))
        assert taken.image.tobytes() == drawn.image.tobytes()


def test_what_a_mask_hides_is_not_read(monkeypatch):
    seen = []

    def recognise(pictures, _count, _how):
        seen.extend(picture.image for picture in pictures)
        return iter([Recognised(595, 842, (), 0, turned=False, tables=(), unsure=False, is_secret=False)])

    monkeypatch.setattr(pdf_scan, "recognise", recognise)
    monkeypatch.setattr(tesseract, "program", lambda: "tesseract")
    hidden = scan(sheet(), mask=Image.new("L", (1654, 2339), 0))
    for data in (scan(sheet()), hidden):
        with pytest.raises(ReadError):
            read_pdf(data, Reading(ocr=Ocr.FORCE))
    assert [min(image.tobytes()) < 100 for image in seen] == [True, False]


@pytest.mark.parametrize("turn", [-2.9, -1.0, -0.4, 0.3, 0.9, 1.7, 2.6])
def test_the_angle_is_found_in_tenths_of_a_degree(turn):
    angle = skew(sheet(turn=turn))
    assert angle == round(angle, 1)
    assert abs(angle + turn) < 0.11
