"""Words whose accents OCR lost, given back where the same two words stand rightly elsewhere in the paper.

`THÀNH PHÓ HÀ NỘI` above a text that says "Thành phố" six times is THÀNH PHỐ; a word without such witnesses stays.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from vbcli.read.pdf_lines import Line, Word
from vbcli.text.fold import fold, unify_tones

_WITNESSES = 2
"""Times that the other spelling must stand for each time that this one does."""

Pair = tuple[str, str]


def agreed(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the lines of all pages, lone spellings of a pair of words as most of the paper has them."""
    spellings: defaultdict[Pair, Counter[Pair]] = defaultdict(Counter)
    for page in pages:
        for line in page:
            for left, right in pairwise(line.words):
                pair = _bare(left.text), _bare(right.text)
                spellings[_folded(pair)][pair] += 1
    usual = {key: _usual(forms) for key, forms in spellings.items() if len(forms) > 1}
    return [[_agreed(line, usual) for line in page] for page in pages]


def _agreed(line: Line, usual: dict[Pair, dict[Pair, Pair]]) -> Line:
    words = list(line.words)
    for at in range(len(words) - 1):
        pair = _bare(words[at].text), _bare(words[at + 1].text)
        better = usual.get(_folded(pair), {}).get(pair)
        if better:
            words[at], words[at + 1] = _respelt(words[at], better[0]), _respelt(words[at + 1], better[1])
    return replace(line, words=tuple(words)) if words != list(line.words) else line


def _usual(forms: Counter[Pair]) -> dict[Pair, Pair]:
    """Return for each rare spelling the usual one."""
    most, count = forms.most_common(1)[0]
    return {form: most for form, seen in forms.items() if form != most and count >= _WITNESSES * seen and all(most)}


def _bare(text: str) -> str:
    return unify_tones(text).lower().strip(".,;:()“”\"'")


def _folded(pair: Pair) -> Pair:
    return fold(pair[0]), fold(pair[1])


def _respelt(word: Word, spelling: str) -> Word:
    """Return the word with the letters of the spelling in its own case; marks around it stay."""
    bare = _bare(word.text)
    start = unify_tones(word.text).lower().find(bare)
    own = word.text[start : start + len(bare)]
    if not own or unify_tones(own).lower() == spelling or len(own) != len(spelling):
        return word
    letters = (new.upper() if old.isupper() else new for old, new in zip(own, spelling, strict=True))
    return word._replace(text=word.text[:start] + "".join(letters) + word.text[start + len(own) :])
