"""Words as typed against words as printed: tones count when typed."""

import unicodedata

import pytest

from vbcli.text.typed import matches, phrases_of, says


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("duong", "đường"),
        ("duong", "Dương"),
        ("đường", "ĐƯỜNG"),
        ("uỷ", "ủy"),
        ("ủy", "Uỷ"),
        ("hoà", "hòa"),
        ("uy", "ủy"),
        ("bán", unicodedata.normalize("NFD", "Bán")),
        (unicodedata.normalize("NFD", "bán"), "bán"),
        ("dat", "đạt"),
        ("733", "733"),
    ],
)
def test_a_typed_word_means(typed, printed):
    assert matches(typed, printed)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("bán", "bàn"),
        ("bán", "ban"),
        ("đường", "dường"),
        ("đuong", "đường"),  # đ is a mark too: then all marks count
        ("huyên", "huyện"),
        ("dương", "đường"),
        ("duon", "đường"),  # a word, no part of one
        ("quý", "quỳ"),
    ],
)
def test_a_typed_word_does_not_mean(typed, printed):
    assert not matches(typed, printed)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("giai phong mat bang", True),
        ("mặt bằng giải phóng", True),  # words, in any order
        ('"giải phóng mặt bằng"', True),
        ('"giai phóng mặt bang"', True),
        ('"phóng giải"', False),
        ("“mặt bằng”", True),
        ("giải phòng", False),
        ("733-TB/TU", True),
        ("733/TU", False),  # not side by side
        ("bằng.", True),
    ],
)
def test_a_text_says(typed, found):
    assert says("Đẩy nhanh giải phóng mặt bằng theo Thông báo số 733-TB/TU.", phrases_of(typed)) == found


@pytest.mark.parametrize("typed", ["", "   ", '""', "-", '"', "!? …"])
def test_signs_alone_are_no_words(typed):
    assert phrases_of(typed) == ()


def test_an_open_quote_is_no_word_of_its_own():
    assert phrases_of('"giải phóng') == (("giải",), ("phóng",))
