"""Words that tell duties from what is none: sections, formulas, columns, openings of orders."""

import re
from dataclasses import dataclass
from functools import cache

from vbcli.lexicon.load import data
from vbcli.text.fold import nfc, unify_tones


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern of `cues.toml`."""

    id: str
    regex: re.Pattern[str]
    voice: str
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


def compile_cue(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the file, blanks made elastic, tones unified."""
    return re.compile(unify_tones(nfc(re.sub(r"(?<!\\) ", r"\\s+", pattern).replace(r"\s+?", r"\s*"))), re.IGNORECASE)


@cache
def sections() -> tuple[Cue, ...]:
    """Return the headings that say whether duties stand below them."""
    return tuple(
        Cue(e["id"], compile_cue(e["pattern"]), e["voice"], tuple(e["examples"]), tuple(e["rejects"]))
        for e in data("cues")["section"]
    )


@cache
def formulas() -> tuple[Cue, ...]:
    """Return the sentences that are no duty."""
    return tuple(
        Cue(e["id"], compile_cue(e["pattern"]), "none", tuple(e["examples"]), tuple(e["rejects"]))
        for e in data("cues")["formula"]
    )


@cache
def past() -> re.Pattern[str]:
    """Return the words that speak of what was."""
    return compile_cue(data("cues")["past"]["pattern"])


@cache
def activity() -> dict[str, re.Pattern[str]]:
    """Return the openings of an activity's lines: lead, support, time, product, other."""
    return {k: compile_cue(v) for k, v in data("cues")["activity"].items()}


@cache
def lead_ins() -> dict[str, re.Pattern[str]]:
    """Return what the words above a list open: ban, guests, contents, opinions, paper, generic, carries."""
    return {k: compile_cue(v) for k, v in data("cues")["lead-in"].items()}


@cache
def columns() -> dict[str, re.Pattern[str]]:
    """Return the heads of a task table's columns, in the order in which they are tried."""
    table = data("cues")["columns"]
    return {k: compile_cue(table[k]) for k in ("number", "support", "lead", "time", "product", "content", "other")}


@cache
def verbs() -> dict[str, re.Pattern[str]]:
    """Return the patterns `assigning`, `adverbs`, `doing`, each matching whole words at a position."""
    table = data("verbs")

    def words(name: str) -> str:
        return "|".join(
            re.escape(unify_tones(nfc(w))).replace(r"\ ", r"\s+") for w in sorted(table[name], key=len, reverse=True)
        )

    adverbs = rf"(?:(?:{words('adverbs')})(?!\w)[\s,]*(?:và\s+)?)*"
    return {
        "assigning": re.compile(rf"(?<!\w)(?:{words('assigning')})(?!\w)", re.IGNORECASE),
        "nouns": re.compile(rf"(?:{words('nouns')})(?!\w)", re.IGNORECASE),
        "doing": re.compile(rf"(?:{words('doing')}|{words('adverbs')})(?!\w|\s+số\s+\d)", re.IGNORECASE),
        "predicate": re.compile(
            rf"\s*,?\s*(?:thì\s+|sẽ\s+|cũng\s+|được\s+giao\s+)?{adverbs}(?:{words('doing')}|chủ\s+trì|cần|phải|có\s+trách\s+nhiệm|có\s+nhiệm\s+vụ|làm\s+đầu\s+mối|là\s+(?:cơ\s+quan|đơn\s+vị|đầu\s+mối))(?!\w|\s+số\s+\d)",
            re.IGNORECASE,
        ),
    }
