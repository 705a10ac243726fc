"""Words as people type them, looked for in a text: tones count when typed and are ignored when not.

`duong` finds đường and dương; `đường` finds only đường, `bán` never bàn. Case and tone placement never matter: ủy, uỷ.
"""

import re
from collections.abc import Iterable, Sequence

from vbcli.text.fold import nfc
from vbcli.text.words import Keys, keys_in, keys_of

_TYPED = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')


def matches(typed_word: str, word: str) -> bool:
    """Tell whether a typed word means a word of a text.

    >>> matches("duong", "Đường"), matches("đường", "dương"), matches("uỷ", "ủy"), matches("bán", "bàn")
    (True, False, True, False)
    """
    return _means(keys_of(typed_word), keys_of(word))


def phrases_of(typed: str) -> tuple[tuple[str, ...], ...]:
    """Return what was typed as phrases of words: each word one, what stands in quotes together, `733-TB/TU` too.

    >>> phrases_of('đất "Giải phóng" 733-TB/TU')
    (('đất',), ('giải', 'phóng'), ('733', 'tb', 'tu'))
    """
    found = (keys_in(next(filter(None, m.groups()), "")) for m in _TYPED.finditer(nfc(typed)))
    return tuple(tuple(word.kept for word in words) for words in found if words)


def says(text: str, phrases: Iterable[Sequence[str]]) -> bool:
    """Tell whether a text has every phrase, the words of each side by side."""
    printed = keys_in(text)
    return all(_has(printed, [keys_of(word) for word in phrase]) for phrase in phrases)


def _has(printed: list[Keys], phrase: list[Keys]) -> bool:
    starts = range(len(printed) - len(phrase) + 1)
    return any(all(_means(word, printed[n + k]) for k, word in enumerate(phrase)) for n in starts)


def _means(typed: Keys, word: Keys) -> bool:
    return typed.kept == word.kept if typed.is_marked else typed.folded == word.folded
