"""How words printed in capitals are written in a sentence: HUYỆN ỦY BẢO LÂM → Huyện ủy Bảo Lâm."""

import re
from collections.abc import Iterator
from functools import cache

from vbcli.lexicon.load import data
from vbcli.lexicon.numbers import find_numbers
from vbcli.text.fold import fold, nfc, strip_accents, unify_tones


def spelling_of(capitals: str, *, names: bool = True) -> str:
    """Return words printed in capitals in the spelling of a sentence: heads and levels as the lexicon has them.

    What the lexicon does not know is a name where `names` is set (an issuer); elsewhere only behind a level or a post.

    >>> spelling_of("HUYỆN ỦY BẢO LÂM"), spelling_of("ỦY BAN NHÂN DÂN TỈNH LÀO CAI")
    ('Huyện ủy Bảo Lâm', 'Ủy ban nhân dân tỉnh Lào Cai')
    >>> spelling_of("VỀ VIỆC ÁP DỤNG QUYẾT ĐỊNH SỐ 06/QĐ-TTG TẠI TỈNH HÀ TĨNH", names=False)
    'Về việc áp dụng quyết định số 06/QĐ-TTg tại tỉnh Hà Tĩnh'
    """
    words = unify_tones(nfc(capitals)).split()
    out: list[str] = []
    i, name = 0, names
    while i < len(words):
        for n in range(min(9, len(words) - i), 0, -1):
            chunk = " ".join(words[i : i + n])
            bare = chunk.strip(',;.:“”"()')
            known = _spelled().get(bare.lower())
            if known and not (n == 1 and known.isupper()):
                out.append(chunk.replace(bare, known))
                i += n
                name = names or fold(known) in _before_names()
                break
        else:
            out.append(_word(words[i], name=name))
            name = names or (name and not words[i].endswith((",", ";", ".", "”", ")")))
            i += 1
    text = " ".join(out)
    return text[:1].upper() + text[1:]


def _word(word: str, *, name: bool) -> str:
    numbers = list(_numbers_in(word))
    if numbers:
        return numbers[0]
    if _is_abbreviation(word):
        return word
    return word.capitalize() if name else word.lower()


def _numbers_in(word: str) -> Iterator[str]:

    if re.match(r"^\d+[/-]", word):
        yield from (n.key for n in find_numbers(word))
        yield word


@cache
def _before_names() -> frozenset[str]:
    """Folded words behind which a proper name stands: levels, Party committees, posts, comrades."""
    lexicon = data("units")
    words = [
        *lexicon["levels"],
        "Tỉnh ủy",
        "Thành ủy",
        "Huyện ủy",
        "Thị ủy",
        "Quận ủy",
        "Đảng ủy",
        "đồng chí",
        "Chính phủ",
        *lexicon["posts"]["names"],
    ]
    return frozenset(map(fold, words))


def _is_abbreviation(word: str) -> bool:
    bare = strip_accents(word).strip(".,;:()")
    return bool(
        re.fullmatch(r"[IVXLC]+|[BCDFGHJKLMNPQRSTVWXZ&-]{2,}|\w*\d\w*|UBND|HDND|MTTQ|TNHH|MTV|BTV|BCH|ODA", bare)
    )


@cache
def _spelled() -> dict[str, str]:
    lexicon = data("units")
    words = [
        *data("spelling")["phrases"],
        *lexicon["levels"],
        *lexicon["collective"]["opening"],
        *lexicon["collective"]["qualifiers"],
        *lexicon["fields"],
    ]
    words += [n for g in ("head", "named") for h in lexicon[g] for n in h["names"]]
    words += [*lexicon["posts"]["names"], *data("posts")["signing"]]
    return {unify_tones(nfc(w)).lower(): unify_tones(nfc(w)) for w in words if not (w.isupper() and len(w) < 3)}  # noqa: PLR2004
