import unicodedata

import pytest

from vbcli.errors import ReadError
from vbcli.model.source import BlockKind
from vbcli.read.txt import decode, read_txt

SENTENCE = "Ủy ban nhân dân huyện Đồi Thông yêu cầu các xã báo cáo trước ngày 15/3/2025."


def texts(data):
    return [block.text for block in read_txt(data)[0]]


def test_blank_lines_stay_and_lines_count_from_one():
    blocks, pages, issues = read_txt("Kính gửi:\r\n\r\n- Các xã;\rHết".encode())
    assert [(b.line, b.text, b.page) for b in blocks] == [
        (1, "Kính gửi:", None),
        (2, "", None),
        (3, "- Các xã;", None),
        (4, "Hết", None),
    ]
    assert {b.kind for b in blocks} == {BlockKind.LINE}
    assert pages is None
    assert issues == ()


def test_a_form_feed_divides_pages():
    blocks, pages, _ = read_txt("một\n\fhai\nba\fbốn".encode())
    assert [(b.page, b.line, b.text) for b in blocks] == [(1, 1, "một"), (2, 2, "hai"), (2, 3, "ba"), (3, 3, "bốn")]
    assert pages == 3


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_mark(codec):
    assert texts(SENTENCE.encode(codec)) == [SENTENCE]


def test_windows_1258_is_read_when_it_gives_vietnamese():
    assert texts(in_1258(SENTENCE)) == [SENTENCE]


def in_1258(text):
    """Base letters with their hats stay whole, tones follow as marks of their own."""
    out = b""
    for character in text:
        try:
            out += character.encode("cp1258")
        except UnicodeEncodeError:
            spelt = unicodedata.normalize("NFD", character)
            tone = next(mark for mark in spelt if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", spelt.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return out


MOJIBAKE = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in SENTENCE.encode())


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("Uû ban nh©n d©n huyÖn §åi Th«ng yªu cÇu c¸c x· b¸o c¸o".encode("latin-1"), "Uỷ ban nhân dân huyện Đồi Thông"),
        ("Uû ban nh©n d©n huyÖn §åi Th«ng yªu cÇu c¸c x· b¸o c¸o".encode(), "Uỷ ban nhân dân huyện Đồi Thông"),
        (
            "Uûy ban nhaân daân huyeän Ñoài Thoâng yeâu caàu caùc xaõ".encode("latin-1"),
            "Ủy ban nhân dân huyện Đồi Thông",
        ),
        ("Uûy ban nhaân daân huyeän Ñoài Thoâng yeâu caàu caùc xaõ".encode(), "Ủy ban nhân dân huyện Đồi Thông"),
        (SENTENCE.encode().decode("latin-1").encode(), SENTENCE),
        (MOJIBAKE.encode(), SENTENCE),
    ],
    ids=["TCVN3", "TCVN3 as UTF-8", "VNI", "VNI as UTF-8", "UTF-8 as Latin-1", "UTF-8 as windows-1252"],
)
def test_old_and_wrong_encodings_are_put_right_and_said(data, shown):
    blocks, _, issues = read_txt(data)
    assert blocks[0].text.startswith(shown)
    assert [issue.code for issue in issues] == ["recoded"]


@pytest.mark.parametrize(
    "text", ["Le café coûte 4 £ à Genève, où l’on sert aussi du thé.", "São Paulo, München, naïve"]
)
def test_other_languages_are_left_alone(text):
    assert texts(text.encode()) == [text]


def test_bytes_of_no_known_encoding_are_not_guessed():
    with pytest.raises(ReadError) as caught:
        read_txt(bytes(range(0x80, 0x100)) * 3)
    assert caught.value.code == "unsupported"


def test_decomposed_letters_are_composed_and_unseen_ones_dropped():
    assert texts((unicodedata.normalize("NFD", "Ủy\u200b ban ") * 40 + "\x07").encode()) == ["Ủy ban " * 39 + "Ủy ban"]


def test_columns_set_with_blanks_stay():
    assert texts("TỈNH ỦY          ĐẢNG CỘNG SẢN\n\tSố 5".encode()) == ["TỈNH ỦY          ĐẢNG CỘNG SẢN", "\tSố 5"]


def test_a_file_cut_inside_a_letter_is_read_and_says_so():
    text, issues = decode(SENTENCE.encode() + "ở".encode()[:2])
    assert text == SENTENCE
    assert [issue.code for issue in issues] == ["bad_bytes"]


def test_a_few_bad_bytes_do_not_cost_the_file():
    text, issues = decode(SENTENCE.encode() * 20 + b"\xff" + SENTENCE.encode())
    assert text.count("\ufffd") == 1
    assert [issue.code for issue in issues] == ["bad_bytes"]


@pytest.mark.parametrize(("data", "code"), [(b" \n\n\t\n", "empty"), (bytes(range(256)) * 8, "damaged")])
def test_what_holds_no_text_is_refused(data, code):
    with pytest.raises(ReadError) as caught:
        read_txt(data)
    assert caught.value.code == code


def test_a_huge_text_is_refused(monkeypatch):
    monkeypatch.setattr("vbcli.read.txt.MAX_BYTES", 10)
    with pytest.raises(ReadError) as caught:
        read_txt(SENTENCE.encode())
    assert caught.value.code == "too_large"
