"""Words of `frames.toml` by shape: what charges, what names to go along, what begins the name of a body that no list knows.

`words("charge")` → the alternatives of a pattern, longest first; the modules that use them say how they combine.
"""

import re
from functools import cache

from vbcli.lexicon.load import data
from vbcli.text.fold import nfc, unify_tones

SHAPES = (
    "charge",
    "no-charge",
    "support",
    "no-support",
    "support-manner",
    "leading",
    "no-leading",
    "speaks",
    "spoken-of",
    "topic",
    "connective",
    "condition",
    "body",
    "person",
    "appointed",
    "naming",
    "matter",
    "modal",
    "short-verb",
    "sure-verb",
    "preposition",
    "relative",
    "convenes",
    "meeting",
    "awaits-number",
    "hangs",
    "dashed",
)
"""What the words of an entry are for."""


@cache
def words(*shapes: str) -> str:
    """Return the words of one or more shapes as alternatives of a pattern, in a group: blanks elastic, longest first."""
    found = [w for e in data("frames")["frame"] if e["shape"] in shapes for w in e["words"]]
    return f"(?:{'|'.join(map(elastic, sorted(found, key=_length, reverse=True)))})"


_LOOK = re.compile(r"\(\?<?[=!][^()]*(?:\([^()]*\))?[^()]*\)")


def _length(pattern: str) -> int:
    """Return how long the words of a pattern are, without what must or must not stand beside them."""
    return len(_LOOK.sub("", pattern))


def compile_words(alternatives: str) -> re.Pattern[str]:
    """Return words of an entry, divided by `|`, as a pattern that matches them whole."""
    return re.compile(rf"(?<!\w)(?:{elastic(alternatives)})(?!\w)", re.IGNORECASE)


def elastic(pattern: str) -> str:
    """Return a pattern of the file as it is searched for: tones unified, a blank any run of blanks."""
    return unify_tones(nfc(re.sub(r"(?<!\\) ", r"\\s+", pattern)))
