"""What a person typed after `vb search`: words, phrases, what must not stand there; and the same for the index.

Words side by side must all stand in a document, `OR` divides alternatives, `-word` and `NOT word` exclude.
Several words in one argument are a phrase: in a shell `vb search "giải phóng mặt bằng"` loses its quotes on the way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.model.evidence import Span
from vbcli.text.fold import nfc
from vbcli.text.words import Keys, keys_in, keys_of, sequence_pattern

_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)
_PIECE = re.compile(r'(?P<minus>-?)"(?P<quoted>[^"]*)"(?P<star>\*?)|(?P<bare>[^\s"]+)')
_OPERATORS = frozenset({"OR", "AND", "NOT", "|"})
# Only these letters bear tones and marks: a word without them reads the same in both columns of the index.
_MAY_BEAR_MARKS = frozenset("adeiouy")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one behind the other."""

    words: tuple[Keys, ...]
    stems: tuple[str, ...] = ()
    """Of a prefix (`giải*`): beginnings of the last word, as typed; () where it is a whole word."""

    def expression(self) -> str:
        """Return what the index is asked: never less than the phrase, exactly it where `is_exact`."""
        if self._all_kept():
            return self._either("kept")
        if not any(w.is_marked for w in self.words):
            return self._either("folded")
        parts = [self._column("folded", [w.folded for w in self.words])]
        last = len(self.words) - 1
        for n, word in enumerate(self.words):
            if word.is_marked:
                parts.append(self._either("kept", n) if n == last else f'kept : "{word.kept}"')
        return f"({' AND '.join(parts)})"

    @property
    def is_exact(self) -> bool:
        """Tell whether the index alone can answer: it cannot see words with and without marks side by side."""
        return self._all_kept() or not any(w.is_marked for w in self.words)

    def _all_kept(self) -> bool:
        marked = any(w.is_marked for w in self.words)
        return marked and all(w.is_marked or not _MAY_BEAR_MARKS & set(w.folded) for w in self.words)

    def _either(self, column: str, start: int = 0) -> str:
        words = [w.kept if column == "kept" else w.folded for w in self.words[start:]]
        endings = self.stems if column == "kept" and self.stems else (words[-1],)
        found = [self._column(column, [*words[:-1], ending]) for ending in endings]
        return f"({' OR '.join(found)})" if len(found) > 1 else found[0]

    def _column(self, column: str, words: Sequence[str]) -> str:
        return f'{column} : "{" ".join(words)}"{" *" if self.stems else ""}'

    def found_in(self, text: str) -> Iterator[Span]:
        """Yield where the phrase stands in a text, NFC."""
        for found in _pattern(tuple(w.folded for w in self.words), bool(self.stems)).finditer(text):
            if all(self._means(n, keys_of(word)) for n, word in enumerate(found.groups())):
                yield Span(found.start(1), found.end(len(self.words)))

    def _means(self, n: int, word: Keys) -> bool:
        """Tell whether a word of the same letters is the one that was typed."""
        asked = self.words[n]
        if not asked.is_marked:
            return True
        return word.kept.startswith(self.stems) if self.stems and n == len(self.words) - 1 else word.kept == asked.kept


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...], open_ended: bool) -> re.Pattern[str]:
    return sequence_pattern(words, open_ended=open_ended)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What must and what must not stand in a document."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Any of the alternatives."""

    alternatives: tuple[Alternative, ...]

    def wanted(self) -> tuple[Phrase, ...]:
        """Return the phrases that are looked for, each once."""
        return tuple(dict.fromkeys(p for a in self.alternatives for p in a.wanted))


def question_of(arguments: Sequence[str]) -> Question:
    """Return what the arguments of a command line ask; a `UsageError` where that cannot be told."""
    pieces = [piece for argument in arguments for piece in _pieces(nfc(argument).translate(_QUOTES))]
    alternatives: list[Alternative] = []
    wanted: list[Phrase] = []
    unwanted: list[Phrase] = []
    negated = False
    for piece in [*pieces, "OR"]:
        if isinstance(piece, _Typed):
            (unwanted if negated or piece.negated else wanted).append(piece.phrase)
            negated = False
        elif piece == "NOT" and not negated:
            negated = True
        elif piece == "AND" and not negated:
            continue
        elif negated or not wanted:
            raise _unclear(pieces)
        else:
            alternatives.append(Alternative(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted))))
            wanted, unwanted = [], []
    return Question(tuple(alternatives))


@dataclass(frozen=True, slots=True)
class _Typed:
    phrase: Phrase
    negated: bool = False


def _pieces(argument: str) -> Iterator[_Typed | str]:
    """Yield phrases and operators; what holds no letter and no digit is passed over."""
    if argument.count('"') % 2:
        raise UsageError(_("thiếu một dấu ngoặc kép trong “{words}”").format(words=argument), _EXAMPLE)
    bare = argument.split()
    if '"' not in argument and len(bare) > 1 and not any(_is_operator(word) for word in bare):
        yield from _typed(argument.rstrip("*"), prefix=argument.endswith("*"), negated=False)
        return
    for found in _PIECE.finditer(argument):
        word = found["bare"]
        if word is None:
            yield from _typed(found["quoted"], prefix=bool(found["star"]), negated=bool(found["minus"]))
        elif word in _OPERATORS:
            yield "OR" if word == "|" else word
        else:
            yield from _typed(word.rstrip("*"), prefix=word.endswith("*"), negated=word.startswith("-"))


def _is_operator(word: str) -> bool:
    return word in _OPERATORS or (word.startswith("-") and len(word) > 1)


def _typed(words: str, *, prefix: bool, negated: bool) -> Iterator[_Typed]:
    keys = tuple(keys_in(words))
    if not keys:
        return
    # Behind a stem more letters follow, and there a tone keeps its place: `hoà*` is hoà and hoàn.
    last = re.split(r"[\W_]+", words.strip().lower())[-1] if prefix else ""
    stems = tuple(dict.fromkeys((keys[-1].kept, last or keys[-1].kept))) if prefix else ()
    yield _Typed(Phrase(keys, stems), negated)


_EXAMPLE = 'vb search "giải phóng mặt bằng" -"tái định cư"'


def _unclear(pieces: Sequence[object]) -> UsageError:
    if not any(isinstance(piece, _Typed) for piece in pieces):
        return UsageError(_("không có từ nào để tìm"), _EXAMPLE)
    return UsageError(_("mỗi vế cần ít nhất một từ phải có, OR và NOT phải đứng trước một từ"), _EXAMPLE)
