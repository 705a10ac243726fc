"""A subject printed in capitals in the letter case of a sentence: as the body writes the same words, else as the lexicon does.

`KẾ HOẠCH THANH TRA CHUYÊN ĐỀ` → `kế hoạch thanh tra chuyên đề` where the body says `cuộc thanh tra chuyên đề`.
"""

import re
from collections.abc import Sequence

from vbcli.lexicon.spelling import spelling_of
from vbcli.text.fold import fold

_LONGEST = 12
"""Words of a run that is looked for in the body."""
_LEVELS = frozenset(("tinh", "thanh", "huyen", "quan", "thi", "xa", "phuong", "bo", "so", "chinh"))
"""Folded words with which the name of an authority goes on."""
_WALL = "|"
"""Stands between two clauses."""


def in_sentence(capitals: str, body: str) -> str:
    """Return words printed in capitals as a sentence has them.

    >>> in_sentence("THANH TRA TỈNH VÀ CÔNG TÁC THANH TRA SỞ", "Rà soát công tác thanh tra sở.")
    'Thanh tra tỉnh và công tác thanh tra sở'
    """
    spelt = spelling_of(capitals, names=False).split()
    keys = [_key(w) for w in spelt]
    known = _Body(body)
    i = 0
    while i < len(spelt):
        longest = next((k + 1 for k in range(i, len(spelt)) if spelt[k].endswith((",", ";", ":"))), len(spelt)) - i
        for n in range(min(_LONGEST, longest), 1, -1):
            run = known.run(keys[i : i + n])
            # the shared words are no evidence for a name that goes on: Thanh tra | tỉnh
            if run and not (keys[i + n : i + n + 1] and keys[i + n] in _LEVELS and spelt[i][:1].isupper()):
                spelt[i : i + n] = [_as(w, twin) for w, twin in zip(spelt[i : i + n], run, strict=True)]
                i += n
                break
        else:
            i += 1
    return " ".join(spelt)


def _key(word: str) -> str:
    return fold(_bare(word))


def _bare(word: str) -> str:
    return word.strip(",;.:“”\"'()")


def _as(word: str, twin: str) -> str:
    """Return a word in the case of its twin; what has capitals inside is a name: UBND, QĐ-TTg."""
    if any(c.isupper() for c in twin[1:]) or any(c.isdigit() for c in word):
        return word if any(c.isupper() for c in word[1:]) else word.replace(_bare(word), _bare(twin))
    first = next((k for k, c in enumerate(word) if c.isalpha()), 0)
    return word[:first] + (word[first:].capitalize() if twin[:1].isupper() else word[first:].lower())


class _Body:
    """The words of a body inside its clauses; what opens a sentence or stands in capitals is left out."""

    def __init__(self, body: str) -> None:
        self._words: list[str] = []
        for sentence in re.split(r"[;.:!?…“”\"]+(?:\s|$)|[\n\f\t]+", body):
            for k, clause in enumerate(re.split(r"[,()]+\s?", sentence)):
                words = clause.split()
                if words and not clause.isupper():
                    self._words += [*words[k == 0 :], _WALL]
        folded = [fold(w) for w in self._words]
        self._folded = f" {' '.join(folded)} " if all(folded) else ""

    def run(self, keys: Sequence[str]) -> list[str] | None:
        """Return the first run of these words that is not the tail of a name, as `Đất đai` is in `Luật Đất đai`."""
        sought = f" {' '.join(keys)} "
        at = self._folded.find(sought)
        while at >= 0:
            first = self._folded.count(" ", 0, at)
            run = self._words[first : first + len(keys)]
            if not (run[0][:1].isupper() and first and self._words[first - 1][:1].isupper()):
                return run
            at = self._folded.find(sought, at + 1)
        return None
