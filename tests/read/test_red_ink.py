"""Marks of secrecy stamped in red: the red of a page is taken away before it is read, the mark must not go with it."""

import io
import json
import math
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from vbcli.app import main
from vbcli.config import Reading
from vbcli.read import pictures, tesseract
from vbcli.read.files import read
from vbcli.read.pdf import read_pdf
from vbcli.read.red_ink import stamps_of

PLAN = (Path(__file__).parent / "data" / "ke-hoach.pdf").read_bytes()
RED, BLACK = (200, 40, 50), (30, 30, 30)
DPI = 200
UNDER_THE_NUMBER = (240, 380)
needs_tesseract = pytest.mark.skipif(tesseract.program() is None, reason="tesseract-ocr-vie is not installed")


def page(dpi=DPI):
    with pypdfium2.PdfDocument(PLAN) as document:
        return document[0].render(scale=dpi / 72).to_pil().convert("RGB")


def stamp(words, turn=0.0, *, framed=True, colour=RED, dpi=DPI):
    """Return words in capitals as a stamp on nothing; accents are drawn, since Pillow's own font has none."""
    font, unit = ImageFont.load_default(dpi * 15 / 72), dpi / 60
    letters = unicodedata.normalize("NFD", words)
    wide = round(font.getlength("".join(c for c in letters if not unicodedata.combining(c))) + 8 * unit)
    picture = Image.new("RGBA", (wide + round(6 * unit), round(26 * unit)), (255, 255, 255, 0))
    pen, x, middle, pressed = ImageDraw.Draw(picture), 6 * unit, 0.0, max(round(unit * 0.7), 2)
    for letter in letters:
        if letter == "\u0302":
            hat = [(middle - 2.2 * unit, 6.5 * unit), (middle, 4.8 * unit), (middle + 2.2 * unit, 6.5 * unit)]
            pen.line(hat, colour, pressed)
        elif letter == "\u0323":
            pen.ellipse((middle - unit, 20.5 * unit, middle + unit, 22.3 * unit), colour)
        elif letter == "\u0301":
            pen.line((middle + 2 * unit, 4.4 * unit, middle + 3.4 * unit, 2.8 * unit), colour, pressed)
        else:
            pen.text((x, 19 * unit), letter, colour, font, "ls", stroke_width=pressed // 3)
            middle, x = x + font.getlength(letter) / 2, x + font.getlength(letter)
    if framed:
        pen.rectangle((unit, unit, picture.width - unit, picture.height - unit), outline=colour, width=pressed)
    return picture.rotate(turn, Image.Resampling.BICUBIC, expand=True)


def seal(dpi=DPI):
    """Return a round seal of 36 mm: two rings, a star, letters around it."""
    wide = round(1.42 * dpi)
    picture = Image.new("RGBA", (wide, wide), (255, 255, 255, 0))
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(dpi / 12)
    for inset in (2, dpi // 6):
        pen.ellipse((inset, inset, wide - inset, wide - inset), outline=RED, width=max(dpi // 60, 1))
    for at, letter in enumerate("U.B.N.D * TINH * CUA DIEM * "):
        angle = at * math.tau / 28
        place = wide / 2 + 0.44 * wide * math.sin(angle), wide / 2 - 0.44 * wide * math.cos(angle)
        pen.text(place, letter, RED, font, "mm")
    pen.regular_polygon((wide / 2, wide / 2, wide / 6), 5, fill=RED)
    return picture


def with_stamp(mark, place=UNDER_THE_NUMBER, dpi=DPI):
    sheet = page(dpi)
    sheet.paste(mark, place, mark)
    return sheet


def as_scan(sheet, dpi=DPI):
    stream = io.BytesIO()
    sheet.save(stream, "PDF", resolution=dpi, quality=75)
    return stream.getvalue()


def kept(folder):
    return list(folder.rglob("*.z"))


@needs_tesseract
@pytest.mark.parametrize(
    ("words", "turn", "framed", "dpi"),
    [("MẬT", 4.0, True, 200), ("TỐI MẬT", -6.0, True, 150), ("TUYỆT MẬT", 3.0, True, 300), ("MẬT", -3.0, False, 200)],
)
def test_a_mark_in_red_stands_on_a_line_of_its_own_and_nothing_of_the_paper_is_kept(tmp_path, words, turn, framed, dpi):
    place = tuple(at * dpi // DPI for at in UNDER_THE_NUMBER)
    data = as_scan(with_stamp(stamp(words, turn, framed=framed, dpi=dpi), place, dpi), dpi)
    blocks, *_ = read_pdf(data, Reading(cache=tmp_path))
    assert words in [block.text for block in blocks]
    assert "Độc lập - Tự do - Hạnh phúc" in [block.text for block in blocks]
    assert kept(tmp_path) == []


@needs_tesseract
@pytest.mark.parametrize("words", ["HOẢ TỐC", "ĐẾN", "KHẨN"])
def test_other_stamps_in_red_are_no_mark(tmp_path, words):
    sheet = with_stamp(stamp(words, 4.0))
    assert len(stamps_of(sheet, DPI)) == 1
    blocks, *_ = read_pdf(as_scan(sheet), Reading(cache=tmp_path))
    assert not any("MẬT" in block.text for block in blocks)
    assert kept(tmp_path) != []


def test_a_round_seal_is_not_looked_at():
    assert stamps_of(with_stamp(seal(), (1000, 1700)), DPI) == ()
    both = with_stamp(seal(), (1000, 1700))
    mark = stamp("MẬT", 4.0)
    both.paste(mark, UNDER_THE_NUMBER, mark)
    (found,) = stamps_of(both, DPI)
    assert found.bottom < 700


@pytest.mark.parametrize("sheet", [page(), with_stamp(stamp("MẬT", colour=BLACK)), page().convert("L")])
def test_a_page_without_red_costs_no_second_look(sheet):
    assert stamps_of(sheet, DPI) == ()


def test_a_scan_in_greys_is_drawn_in_greys_and_stays_the_same_picture(monkeypatch):
    with (
        pypdfium2.PdfDocument(as_scan(page().convert("L"))) as grey,
        pypdfium2.PdfDocument(as_scan(page())) as coloured,
    ):
        assert pictures._is_grey(grey[0])
        assert not pictures._is_grey(coloured[0])
        drawn = pictures.of_page(grey[0], (), is_masked=True).image.tobytes()
        monkeypatch.setattr(pictures, "_is_grey", lambda _: False)
        assert pictures.of_page(grey[0], (), is_masked=True).image.tobytes() == drawn


@needs_tesseract
def test_a_picture_on_its_side_shows_its_mark_too(tmp_path):
    path = tmp_path / "anh.png"
    with_stamp(stamp("TỐI MẬT", 2.0)).rotate(90, expand=True).save(path, dpi=(DPI, DPI))
    assert "TỐI MẬT" in [block.text for block in read(path, Reading(cache=tmp_path)).blocks]
    assert kept(tmp_path) == []


@needs_tesseract
def test_a_scan_with_a_mark_in_red_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VB_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "quet.pdf"
    path.write_bytes(as_scan(with_stamp(stamp("TỐI MẬT", 4.0))))
    assert main(["ingest", "--db", str(tmp_path / "kho.sqlite"), str(path)]) == 0
    assert "Tối mật" in capsys.readouterr().err
    assert main(["extract", str(path)]) != 0
    (record,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert record["error"]["code"] == "secret"
    assert kept(tmp_path) == []
