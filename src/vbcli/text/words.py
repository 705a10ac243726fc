"""The words of a text as searching compares them: runs of letters and digits, each with and without its marks.

A typed word without any mark means every word of its letters (`duong`: đường, dương); one with a mark or đ means itself
(`bán` is not bàn), case and the place of a tone aside (uỷ is ủy).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from vbcli.text.fold import nfc, strip_accents, unify_tones

_WORD = re.compile(r"[^\W_]+")
_LATIN = "".join(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))))


class Keys(NamedTuple):
    """What a word is compared by."""

    kept: str
    """Lower case, tones and marks kept, tones in one place."""
    folded: str
    """Without tones and marks, đ as d."""

    @property
    def is_marked(self) -> bool:
        """Tell whether the word bears a tone, a mark or đ."""
        return self.kept != self.folded


class Word(NamedTuple):
    """One word of a text."""

    start: int
    end: int
    keys: Keys


@lru_cache(maxsize=1 << 16)
def keys_of(word: str) -> Keys:
    """Return the keys of one word.

    >>> keys_of("Uỷ")
    Keys(kept='ủy', folded='uy')
    """
    kept = unify_tones(nfc(word).lower())
    return Keys(kept, strip_accents(kept))


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text, NFC, in their order."""
    for found in _WORD.finditer(text):
        yield Word(found.start(), found.end(), keys_of(found.group()))


def sequence_pattern(words: Sequence[str], *, open_ended: bool = False) -> re.Pattern[str]:
    """Return what finds words side by side, given without marks, whatever marks they bear; a group for each of them.

    With `open_ended` the last one may go on. Matches are empty, so that they may overlap: what counts is the groups.
    """
    ending = f"{_LETTER}*" if open_ended else ""
    groups = [
        f"({''.join(map(_any_marks, word))}{ending if n == len(words) else ''})" for n, word in enumerate(words, 1)
    ]
    return re.compile(f"(?<!{_LETTER})(?={_BETWEEN.join(groups)}(?!{_LETTER}))")


_LETTER = r"[^\W_]"
_BETWEEN = r"[\W_]+"


@cache
def _any_marks(letter: str) -> str:
    """Return the class of letters, small and capital, that are this one with or without marks."""
    same = [c for c in _LATIN if keys_of(c).folded == letter]
    return f"[{''.join(map(re.escape, dict.fromkeys((letter, letter.upper(), *same))))}]"


def keys_in(text: str) -> list[Keys]:
    """Return the keys of the words of a text, in any Unicode form."""
    return [keys_of(word) for word in _WORD.findall(nfc(text))]
