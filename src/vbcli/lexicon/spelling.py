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
    i, name, tail, above, post = 0, names, False, "", False
    while i < len(words):
        n, known = _known_at(words, i, above, names=names)
        if n:
            chunk = " ".join(words[i : i + n])
            out.append(chunk.replace(_bare(chunk), known))
            # a post, or the post and the office that it is held in: Bộ trưởng Bộ Nội vụ Phạm Thị Thanh Trà
            post = not chunk.endswith(",") and (_holds_post(known) or (post and known[:1].isupper()))
            person = _person_at(words, i + n) if post else 0
            out += [w.capitalize() for w in words[i + n : i + n + person]]
            i += n + person
            name = names or person > 0 or fold(known) in _before_names()
            # an office's field is a common noun with one capital: Ban Chính sách, Thuế quốc tế
            tail = person == 0 and (known in _offices() or (tail and (known[:1].isupper() or known == "và")))
            above = known if chunk.endswith(_bare(chunk)) else ""
            continue
        first = above in _offices() or above == "và" or bool(out and out[-1].endswith(","))
        out.append(_word(words[i], name=name and (first or not tail)))
        name = names or (name and not words[i].endswith((",", ";", ".", "”", ")")))
        above, post = "", False
        i += 1
    text = " ".join(out)
    return text[:1].upper() + text[1:]


def _bare(chunk: str) -> str:
    return chunk.strip(',;.:“”"()')


def _known_at(words: list[str], i: int, above: str, *, names: bool) -> tuple[int, str]:
    """Return (how many words, their spelling) of the longest phrase of the lexicon at `i`, behind the phrase `above`."""
    for n in range(min(9, len(words) - i), 0, -1):
        bare = _bare(" ".join(words[i : i + n])).lower()
        known = _spelled().get(bare)
        if not known or (n == 1 and known.isupper()):
            continue
        last = bare.rsplit(" ", 1)[-1]
        if n > 1 and known.endswith(f" {last}") and last in _offices_folded() and _field_at(words, i + n):
            continue  # Giám đốc sở, but Giám đốc Sở Nội vụ
        if names:
            return n, known
        if bare in _loose() and not (_field_at(words, i + n) or _level_at(words, i + n, bare)):
            return n, known.lower()
        if bare in _fields() and above not in _named():
            return n, known[:1].lower() + known[1:]
        return n, known
    return 0, ""


def _field_at(words: list[str], i: int) -> bool:
    return any(_bare(" ".join(words[i : i + n])).lower() in _fields() for n in range(1, 10) if i + n <= len(words))


def _level_at(words: list[str], i: int, bare: str) -> bool:
    """Tell whether a level, a ministry or the end follows a head of two words: Thanh tra tỉnh, Thanh tra Chính phủ."""
    following = " ".join(words[i : i + 2]).lower()
    return " " in bare and following.startswith(tuple(_AUTHORITIES))


_AUTHORITIES = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "bộ ", "sở ", "chính phủ", "nhà nước")


def _holds_post(known: str) -> bool:
    folded = fold(known)
    return any(folded == p or folded.endswith(f" {p}") or folded.startswith(f"{p} ") for p in _posts())


def _person_at(words: list[str], i: int) -> int:
    """Return how many words the name of a person has that opens with a surname at `i`, 0 where none does."""
    if i + 1 >= len(words) or words[i].lower() not in data("spelling")["surnames"]:
        return 0
    end = next((k + 1 for k in range(i, len(words)) if words[k] != _bare(words[k])), len(words))
    least = 3 if words[i + 1].lower() in ("văn", "thị") else 2
    return min(least, end - i)


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
def _posts() -> frozenset[str]:
    return frozenset(map(fold, data("posts")["signing"]))


@cache
def _fields() -> frozenset[str]:
    return frozenset(unify_tones(nfc(f)).lower() for f in data("units")["fields"])


@cache
def _named() -> frozenset[str]:
    """Bodies that a field or a name of their own follows, as they are spelled."""
    return frozenset(unify_tones(nfc(n)) for h in data("units")["named"] for n in h["names"])


@cache
def _offices() -> frozenset[str]:
    """Named bodies of one syllable that have a field: Sở, Bộ, Ban, Vụ."""
    return frozenset(n for n in _named() if n in data("spelling")["offices"])


@cache
def _offices_folded() -> frozenset[str]:
    return frozenset(n.lower() for n in _offices())


@cache
def _loose() -> frozenset[str]:
    """Lower-case heads that are common words too: vụ, hội, ban, thanh tra."""
    return frozenset(n.lower() for n in (*_named(), "Thanh tra") if " " not in n or n == "Thanh tra")


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
