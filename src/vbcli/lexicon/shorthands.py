"""Units as people type them: abbreviations that papers do not print, dots, some accents and not others.

In: `CT UBND H. Lam Khe`. Out: the unit that `Chủ tịch UBND huyện Lâm Khê` names, as far as comparing goes.
"""

import re
from collections.abc import Iterator
from functools import cache

from vbcli.lexicon.load import data
from vbcli.lexicon.unit_names import unit_name
from vbcli.lexicon.unit_patterns import fields, name_key
from vbcli.model.task import UnitName
from vbcli.text.fold import fold, nfc, strip_accents

_SPELLED = re.compile(r"(?<!\w)(?:\w\.){2,}\w?(?!\w)")
_AROUND = re.compile(r"\s*,\s*")
_DASH = re.compile(r"\s*[-‐‑–]\s*")
_SHORT = re.compile(r"(?<![\w.&-])([^\W\d_]{1,6})(\.\s*|(?![\w&-]))")


def asked_unit(words: str) -> UnitName:
    """Return what a person typed as a unit; what stays unknown is only its words.

    >>> asked_unit("CT UBND H. Lam Khe").key
    'chu tich ubnd huyen lam khe'
    >>> asked_unit("PTNMT").name
    'Phòng Tài nguyên và Môi trường'
    """
    typed = _fields_joined(_DASH.sub("-", nfc(words)).split())
    found = [unit for unit in map(unit_name, _attempts(typed)) if unit.kind]
    # "ubnd x nam cat" is read at first too, as a body at a place called X: a level tells that the words were understood.
    return next((unit for unit in found if unit.level), None) or next(iter(found), None) or unit_name(typed)


def _fields_joined(words: list[str]) -> str:
    """Return `Phòng NN&PTNT` for `Phòng NN-PTNT`, `Phòng nn ptnt`: fields as the tables have them, other words as they are."""
    out: list[str] = []
    for word in words:
        if out and name_key(f"{out[-1]}&{word}") in fields():
            out[-1] = f"{out[-1]}&{word}"
        else:
            joined = word.replace("-", "&")
            out.append(joined if name_key(joined) in fields() else word)
    return " ".join(out)


def _attempts(typed: str) -> Iterator[str]:
    """Yield the words as they are, then read more and more freely."""
    for words in (typed, _written_out(typed)):
        yield words
        # "uy ban nhan dan huyện": half of the accents help less than none
        yield strip_accents(words)
        # "UBND xã Nậm Cắt, huyện Lâm Khê": what lies around it
        yield _AROUND.sub(" ", words)


def _written_out(typed: str) -> str:
    """Return the words with shorthands written out."""
    plain = _SPELLED.sub(lambda m: m.group().replace(".", ""), typed)
    first = _SHORT.match(plain)
    opening = _long("opening", first[1]) or _glued(first[1]) if first else None
    start = first.end() if first and opening else 0
    rest = _SHORT.sub(lambda m: f"{_long('behind', m[1])} " if _long("behind", m[1]) else m.group(), plain[start:])
    return " ".join(f"{opening or ''} {rest}".split())


def _long(table: str, short: str) -> str | None:
    return _table(table).get(fold(short))


def _glued(word: str) -> str | None:
    """Return `Phòng TNMT` for `PTNMT`, None where no field is abbreviated so."""
    head = _long("glued", word[:1])
    return f"{head} {word[1:]}" if head and name_key(word[1:]) in fields() else None


@cache
def _table(name: str) -> dict[str, str]:
    return {fold(short): long for short, long in data("shorthands")[name].items()}
