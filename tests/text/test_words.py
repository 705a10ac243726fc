"""Words as searching compares them."""

import pytest

from vbcli.text import typed
from vbcli.text.paragraphs import paragraphs_of
from vbcli.text.words import keys_in, keys_of, sequence_pattern, words_of


@pytest.mark.parametrize(
    ("word", "kept", "folded", "marked"),
    [
        ("Uỷ", "ủy", "uy", True),
        ("ỦY", "ủy", "uy", True),
        ("hoà", "hòa", "hoa", True),
        ("hoàn", "hoàn", "hoan", True),
        ("quý", "quý", "quy", True),
        ("Đ", "đ", "d", True),
        ("UBND", "ubnd", "ubnd", False),
        ("30a", "30a", "30a", False),
        ("gia\u0309i", "giải", "giai", True),
    ],
)
def test_a_word_is_compared_with_and_without_its_marks(word, kept, folded, marked):
    keys = keys_of(word)
    assert (*keys, keys.is_marked) == (kept, folded, marked)


def test_words_stand_where_they_stand():
    text = "Số: 30/2020/NĐ-CP, ~~mặt\tbằng~~_"
    assert [text[w.start : w.end] for w in words_of(text)] == ["Số", "30", "2020", "NĐ", "CP", "mặt", "bằng"]


def test_decomposed_letters_are_the_same_words():
    assert keys_in("gia\u0309i pho\u0301ng") == keys_in("giải phóng")


@pytest.mark.parametrize("one", ["duong", "đường", "bán", "uỷ", "UỶ", "hoa", "hoà", "quy", "nd", "nđ", "12"])
@pytest.mark.parametrize("other", ["đường", "dương", "Đường", "bán", "bàn", "ủy", "uỷ", "hòa", "quý", "NĐ", "12"])
def test_full_text_and_the_words_of_a_task_compare_alike(one, other):
    asked, word = keys_of(one), keys_of(other)
    ours = word.kept == asked.kept if asked.is_marked else word.folded == asked.folded
    assert ours == typed.matches(one, other)


def test_a_pattern_finds_words_side_by_side_also_where_they_overlap():
    pattern = sequence_pattern(("ban", "ban"))
    assert [m.groups() for m in pattern.finditer("bán Bàn, bản; bang")] == [("bán", "Bàn"), ("Bàn", "bản")]


def test_the_last_word_of_a_pattern_may_go_on():
    assert [m[1] for m in sequence_pattern(("gia",), open_ended=True).finditer("giải già nghĩa")] == ["giải", "già"]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("một\nhai\n\n \nba", ["một", "hai", "ba"]),
        # A sentence goes on over the page, an item or a heading begins anew.
        ("sang\ftrang", ["sang\ftrang"]),
        ("hết.\fTrang mới\f1. Mục", ["hết.", "Trang mới", "1. Mục"]),
        ("\f\n", []),
        ("", []),
    ],
)
def test_paragraphs_are_told_from_the_text_alone(text, paragraphs):
    assert [text[start:end] for start, end in paragraphs_of(text)] == paragraphs
