"""No pattern of the lexicon runs away on hostile text: long digit runs, one word a hundred thousand times."""

from time import process_time

import pytest

from vbcli.lexicon import cues
from vbcli.lexicon.numbers import canonical_number, find_numbers
from vbcli.lexicon.patterns import deadline_patterns
from vbcli.lexicon.unit_names import find_units
from vbcli.parse.marks import mark_of

SIZE = 100_000
LIMIT = 5.0
"""Seconds of the processor for all hostile texts of one pattern; linear ones take tenths."""

HOSTILE = {
    "digits": "0123456789",  # long digit runs
    "dashes": "- ",
    "rule": "-",
    "one word": "huyện ",
    "letters": "A",
    "day": "ngày ",
    "date without end": "1/",
    "decimals": "1.",
    "commas": "xã, ",
    "years": "năm 2024 ",
    "terms": "trong thời hạn ",
    "openings": "báo cáo ",
    "brackets": "(",
}
TEXTS = {name: (words * (SIZE // len(words) + 1))[:SIZE] for name, words in HOSTILE.items()}


def everything(regex):
    return lambda text: sum(1 for _ in regex.finditer(text))


SEARCHED = (
    {p.id: everything(p.regex) for p in deadline_patterns()}
    | {c.id: c.regex.search for c in (*cues.sections(), *cues.formulas())}
    | {"past": everything(cues.past())}
    | {f"activity.{k}": p.search for k, p in cues.activity().items()}
    | {f"columns.{k}": p.search for k, p in cues.columns().items()}
    | {f"verbs.{k}": p.match for k, p in cues.verbs().items()}
    | {
        "find_numbers": lambda text: list(find_numbers(text)),
        "canonical_number": canonical_number,
        "mark_of": mark_of,
    }
)


@pytest.mark.parametrize("name", SEARCHED)
def test_a_pattern_stays_fast_on_hostile_text(name):
    slow = {}
    for kind, text in TEXTS.items():
        start = process_time()
        SEARCHED[name](text)
        slow[kind] = round(process_time() - start, 2)
        assert sum(slow.values()) < LIMIT, slow


@pytest.mark.parametrize("kind", TEXTS)
def test_units_are_looked_for_in_linear_time(kind):
    """A third of the size: what is quadratic takes many seconds, what is linear a tenth of one."""
    start = process_time()
    find_units(TEXTS[kind][: SIZE // 3])
    assert process_time() - start < LIMIT / 2
