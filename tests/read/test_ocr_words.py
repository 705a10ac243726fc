"""Words of OCR put right by what the picture or the syllable proves."""

import pytest
from PIL import Image, ImageDraw

from vbcli.read.ocr_strokes import with_counted_strokes
from vbcli.read.ocr_syllables import divided
from vbcli.read.tesseract import Spotted

WHOLE = "huyện nghiêng khuỷu quyết giặt Đắk giếng oan ương thuở uỷ yếu ngoằn rượu QĐ-UBND ĐẢNG"


def picture(strokes, slant=0):
    """Return a word of upright strokes with serifs and a slash behind them, and where it stands."""
    image = Image.new("L", (200, 60), 245)
    pen = ImageDraw.Draw(image)
    for n in range(strokes):
        x = 20 + 12 * n
        pen.line((x + slant, 20, x - slant, 44), fill=30, width=3)
        pen.line((x - 4, 20, x + 4, 20), fill=60)
        pen.line((x - 4, 44, x + 4, 44), fill=60)
    end = 20 + 12 * strokes
    pen.line((end + 6, 20, end, 44), fill=30, width=2)
    for n in range(4):
        pen.ellipse((end + 12 + 14 * n, 20, end + 22 + 14 * n, 44), outline=30, width=3)
    return image, (14, 19, end + 66, 46)


def read_as(text, strokes, slant=0):
    image, (x0, top, x1, bottom) = picture(strokes, slant)
    (word,) = with_counted_strokes(image, [Spotted(text, x0, top, x1, bottom, 91, (1, 1, 1))])
    return word.text


@pytest.mark.parametrize("strokes", [1, 2, 3])
@pytest.mark.parametrize("seen", ["I", "II", "III"])
def test_a_numeral_has_as_many_strokes_as_the_picture(seen, strokes):
    assert read_as(f"{seen}/2025", strokes) == f"{'I' * strokes}/2025"


@pytest.mark.parametrize("text", ["IV/2025", "In", "IUU", "1/2025", "Ia", "", "HII"])
def test_other_words_stay_as_they_were_read(text):
    assert read_as(text, 3) == text


def test_slanted_strokes_tell_nothing():
    assert read_as("II/2025", 3, slant=5) == "II/2025"


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("sựhuyện", "sự huyện"),
        ("Kinhtế", "Kinh tế"),
        ("nhândân;", "nhân dân;"),
        ("UBNDxã", "UBND xã"),
        ("UBNDxãNà", "UBND xã Nà"),
        ("NAMĐộc", "NAM Độc"),
        ("đạoTrung", "đạo Trung"),
        ("(dựhọp)", "(dự họp)"),
        ("pháttriểnkinhtế", "pháttriểnkinhtế"),  # four: rather left alone
    ],
)
def test_syllables_that_were_run_together_are_divided(word, shown):
    assert divided(word) == shown


@pytest.mark.parametrize(
    "word",
    [
        *WHOLE.split(),
        # more than one way, or none
        "côngan",
        "đồngàn",
        # not Vietnamese, or no word
        "camera",
        "Internet",
        "wifi",
        "ĐTXD",
        "12/QĐ-UBND",
        "",
    ],
)
def test_a_word_that_may_be_one_stays(word):
    assert divided(word) == word
