"""Comparison keys: one spelling for two, nothing else changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import VIETNAMESE, quick
from vbcli.text.fold import dashes, fold, fold_lines, nfc, strip_accents, unify_tones


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("uỷ quyền", "ủy quyền"),
        ("UỶ BAN", "ỦY BAN"),
        ("hoà giải", "hòa giải"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("văn hoá", "văn hóa"),
        ("thuỷ lợi", "thủy lợi"),
        ("khoẻ", "khỏe"),
        ("sức khoẻ, tuý luý", "sức khỏe, túy lúy"),
        ("toạ đàm", "tọa đàm"),
        ("xoã", "xõa"),
        # both spellings agree before a final consonant
        ("hoàn thành, thuyền, toán", "hoàn thành, thuyền, toán"),
        # q takes the u
        ("quý, quỹ, quỷ, quà", "quý, quỹ, quỷ, quà"),
        ("Quý I", "Quý I"),
        # nothing to do
        ("Ủy ban nhân dân", "Ủy ban nhân dân"),
        ("", ""),
    ],
)
def test_tones_of_open_glides_stand_on_the_first_letter(words, expected):
    assert unify_tones(words) == expected


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("  Uỷ ban  nhân dân – huyện ", "uy ban nhan dan - huyen"),
        ("ĐẢNG BỘ", "dang bo"),
        ("Ðảng", "dang"),  # U+00D0
        ("Tài chính—Kế hoạch", "tai chinh-ke hoach"),
        ("a\u00a0b\tc\nd", "a b c d"),
        ("H'Yim", "h'yim"),
        ("123/QĐ-UBND", "123/qd-ubnd"),
    ],
)
def test_a_key_has_no_case_no_accents_and_single_blanks(words, key):
    assert fold(words) == key


def test_lines_are_folded_one_by_one():
    assert fold_lines("Số:  12\n\nNƠI NHẬN") == "so: 12\n\nnoi nhan"


@pytest.mark.parametrize("dash", list("‐‑‒–—―−"))
def test_every_dash_is_a_hyphen(dash):
    assert dashes(f"TC{dash}KH") == "TC-KH"


@pytest.mark.parametrize(("words", "bare"), [("Đường Ủy ban", "Duong Uy ban"), ("ƠƯăâêô", "OUaaeo"), ("abc", "abc")])
def test_accents_go_and_case_stays(words, bare):
    assert strip_accents(words) == bare
    assert strip_accents(unicodedata.normalize("NFD", words)) == bare


@quick
@given(VIETNAMESE)
def test_unifying_twice_is_unifying_once(text):
    assert unify_tones(unify_tones(text)) == unify_tones(text)


@quick
@given(VIETNAMESE)
def test_unifying_moves_no_position(text):
    assert len(unify_tones(nfc(text))) == len(nfc(text))


@quick
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@quick
@given(VIETNAMESE)
def test_composed_and_decomposed_text_have_one_key(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@quick
@given(st.text())
def test_replacing_dashes_moves_no_position(text):
    assert len(dashes(text)) == len(text)
