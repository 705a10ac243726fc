"""One rule as `vb explain --rule` shows it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RuleKind(StrEnum):
    """Where a rule comes from and what it reads."""

    CODE = "code"
    DEADLINE = "deadline"
    SECTION = "section"
    FORMULA = "formula"
    UNIT = "unit"
    DOC_TYPE = "doc_type"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, or a part of a paper on several lines, that a rule must read."""

    text: str
    issued: date | None = None
    due: date | None = None
    rrule: str | None = None
    value: str | None = None
    """What a rule of the code must read in it."""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """What a rule means, with its proof."""

    id: str
    kind: RuleKind
    file: str
    """Of the lexicon, `deadlines.toml`."""
    why: str
    pattern: str = ""
    means: str = ""
    """Of a deadline: which reckoning; of a heading: duty or none; of a type: where it gives orders."""
    names: tuple[str, ...] = ()
    """Of a unit or a type: its spellings."""
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownWords:
    """Words that stand where a duty is asked for and that no list of verbs knows."""

    words: str
    times: int
    sample: str
    """The sentence in which they stood first."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a lexicon did on a set of papers, and what it passed over."""

    documents: int
    failed: int
    rules: int
    silent: tuple[RuleEntry, ...]
    """Rules that never fired."""
    after_units: tuple[UnknownWords, ...]
    """Behind `giao`, `yêu cầu`, `đề nghị` and a unit."""
    at_items: tuple[UnknownWords, ...]
    """At the beginning of numbered items."""
