"""Text typed in the old fonts, into Unicode: TCVN3 (`.VnTime`: "Uû ban nh©n d©n") and VNI (`VNI-Times`: "UÛy ban").

A font of the time draws its own letters over Western ones, so the letters alone are soup: the name of the font tells
the table, or, where no name is kept, the common syllables that a table brings to light.
"""

import re
import unicodedata
from enum import StrEnum


class Coding(StrEnum):
    """How letters were typed before Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


# U+00AD, the soft hyphen, is the letter ư: nothing may drop it before it comes here.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
# What programs make of the bytes AD, B7 and A8 on the way into a .pdf.
_ALIASES = {"\u2212": "\xad", "\u2010": "\xad", "\u2011": "\xad", "\u2219": "·", "\u2022": "·"}
_TCVN3_TABLE = str.maketrans(_TCVN3 | {alias: _TCVN3[letter] for alias, letter in _ALIASES.items()})

_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARKS = {
    "": dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True)),
    "\u0302": {"â": "", **dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True))},
    "\u0306": {"ê": "", **dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True))},
}
_VNI_BASES = {"": "aeiouyôö", "\u0302": "aeo", "\u0306": "a"}


def _vni_pairs() -> dict[str, str]:
    pairs = dict(_VNI_LETTERS)
    for shape, marks in _VNI_MARKS.items():
        for base in _VNI_BASES[shape]:
            for mark, tone in marks.items():
                pairs[base + mark] = unicodedata.normalize("NFC", _VNI_LETTERS.get(base, base) + shape + tone)
    return pairs


_VNI = _vni_pairs()
_VNI_PAIR = re.compile("[aeiouyôö][ùøûõïâáàåãäêéèúüë]|[ôöñæóòî]", re.IGNORECASE)
_VNI_AFTER = frozenset("ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË")

# A file that claims windows-1258 has these where the font means the Western letter of the same byte.
_CP1258 = {bytes([byte]).decode("cp1258", "ignore"): chr(byte) for byte in range(0xA0, 0x100)}
_BYTES = str.maketrans({letter: byte for letter, byte in _CP1258.items() if letter and letter != byte})
# Fonts of symbol type keep their letters in the private area.
_PRIVATE = str.maketrans({0xF000 + byte: chr(byte) for byte in range(0x20, 0x100)})

_TCVN3_NAME = re.compile(
    r"\.vn|vn(?:time|arial|courier|book|century|aristote|avant|helvet|univers|clarendon|tekn)", re.IGNORECASE
)
_VNI_NAME = re.compile(r"vni(?:[ -]|times|helve)", re.IGNORECASE)
_CAPITAL_NAME = re.compile(r"h(?:[ ,-]*(?:bold|italic|oblique|regular|normal|mt))*", re.IGNORECASE)

_UNICODE_ONLY = re.compile("[\u1ea0-\u1ef9]")
_MARKED = frozenset(
    re.findall(
        r"\w+",
        "của và các được ngày tháng năm nhân dân về việc quyết định thực hiện tổ chức quản lý ủy uỷ đồng tỉnh phủ chính"
        " thành phố nhà nước với những đến một có là tại số điều bộ sở huyện xã hội",
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_SURE = 0.12
"""Of the words: real text has some 0.25 of the common syllables that carry a mark, soup next to none."""


def coding_of_font(name: str) -> Coding | None:
    """Return how text in a font is coded; None for the fonts of Unicode.

    >>> coding_of_font(".VnTimeH"), coding_of_font("VNI-Times"), coding_of_font("Times New Roman")
    (<Coding.TCVN3: 'TCVN3'>, <Coding.VNI: 'VNI'>, None)
    """
    if _VNI_NAME.match(name):
        return Coding.VNI
    return Coding.TCVN3 if _TCVN3_NAME.match(name) else None


def is_capital_font(name: str) -> bool:
    """Tell whether a font of TCVN3 draws small letters as capitals.

    >>> is_capital_font(".VnTimeH"), is_capital_font("VnTimeHBold"), is_capital_font(".VnTime")
    (True, True, False)
    """
    if coding_of_font(name) is not Coding.TCVN3:
        return False
    return any(_CAPITAL_NAME.fullmatch(name, at) for at in range(4, len(name)))


def in_capitals(text: str) -> str:
    """Return the text in capitals, letter for letter: a letter whose capital is two stays.

    >>> in_capitals("quyết định")
    'QUYẾT ĐỊNH'
    """
    return "".join(capital if len(capital := letter.upper()) == 1 else letter for letter in text)


def to_unicode(text: str, coding: Coding) -> str:
    """Return the text in Unicode; what is Unicode already stays.

    >>> to_unicode("Uû ban nh©n d©n tØnh", Coding.TCVN3), to_unicode("UÛy ban nhaân daân tænh", Coding.VNI)
    ('Uỷ ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh')
    """
    if text.isascii() or _UNICODE_ONLY.search(text):
        return text
    typed = text.translate(_PRIVATE).translate(_BYTES)
    if coding is Coding.TCVN3:
        return _WORD.sub(_even, typed.translate(_TCVN3_TABLE))
    return _VNI_PAIR.sub(_vni_letter, typed)


def joins_before(text: str) -> bool:
    """Tell whether a text in VNI begins with the mark of a letter that stands before it, in another font or style."""
    return text[:1] in _VNI_AFTER


def coding_of_text(text: str) -> Coding | None:
    """Return the table that turns the text into Vietnamese; None where it is Vietnamese already, or no table does.

    >>> coding_of_text("QuyÕt ®Þnh cña Uû ban nh©n d©n tØnh vÒ viÖc tæ chøc")
    <Coding.TCVN3: 'TCVN3'>
    >>> coding_of_text("Quyết định của Uỷ ban nhân dân tỉnh") is None
    True
    """
    if text.isascii() or _UNICODE_ONLY.search(text):
        return None
    best = max(Coding, key=lambda coding: familiar_share(to_unicode(text, coding)))
    gained = familiar_share(to_unicode(text, best))
    return best if gained > _SURE and gained > 2 * familiar_share(text) else None


def familiar_share(text: str) -> float:
    """Return the share of words that are common syllables with a mark: some 0.25 in a directive, 0 in soup.

    >>> familiar_share("Căn cứ Luật Tổ chức của các cơ quan") > 0.2, familiar_share("C¨n cø LuËt Tæ chøc cña c¸c")
    (True, 0.0)
    """
    words = _WORD.findall(text.lower())
    return sum(map(_MARKED.__contains__, words)) / len(words) if words else 0.0


def _even(found: re.Match[str]) -> str:
    """Return a word in capitals with its marked letters in capitals too: TCVN3 has them for seven letters only.

    People typed "THµNH PHè" and took what the font gave; "Sè" is no such word.
    """
    word = found[0]
    capitals = [at for at, letter in enumerate(word) if letter.isupper()]
    if len(capitals) == len(word) or any("a" <= letter <= "z" for letter in word):
        return word
    return word.upper() if len(capitals) > 1 or (capitals and capitals[0] > 0) else word


def _vni_letter(found: re.Match[str]) -> str:
    pair = found[0]
    letter = _VNI.get(pair.lower())
    if letter is None:
        # The second letter is a word's own, as in "oå" after a base that takes no such mark.
        first = _VNI.get(pair[0].lower(), pair[0].lower())
        second = _VNI.get(pair[1:].lower(), pair[1:].lower()) if pair[1:] else ""
        return (first.upper() if pair[0].isupper() else first) + (second.upper() if pair[1:].isupper() else second)
    return letter.upper() if pair[0].isupper() else letter
