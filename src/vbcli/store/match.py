"""Tasks of a new reading matched to those stored, so that a task keeps its id.

First the same words, then the same place with like words, then like words anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME_PLACE = 0.6
ANYWHERE = 0.8


@dataclass(frozen=True, slots=True)
class Known:
    """A stored task."""

    id: int
    locator: str
    text_key: str


@dataclass(frozen=True, slots=True)
class Found:
    """A task of the new reading."""

    locator: str
    text_key: str


def match_tasks(known: Sequence[Known], found: Sequence[Found]) -> list[int | None]:
    """Return for each found task the id that it keeps, or None for a new one. Earlier known tasks win ties."""
    ids: list[int | None] = [None] * len(found)
    free = dict.fromkeys(range(len(known)))
    for pairs in (_equal(known, found), _same_place(known, found), _alike(known, found, ids, free)):
        for k, f in pairs:
            if k in free and ids[f] is None:
                ids[f] = known[k].id
                del free[k]
    return ids


def _equal(known: Sequence[Known], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    by_text: dict[str, list[int]] = {}
    for k, task in enumerate(known):
        by_text.setdefault(task.text_key, []).append(k)
    # The same words at the same place before the same words elsewhere: headings repeat.
    for same_place in (True, False):
        for f, new in enumerate(found):
            for k in by_text.get(new.text_key, ()):
                if not same_place or known[k].locator == new.locator:
                    yield k, f


def _same_place(known: Sequence[Known], found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    by_locator: dict[str, list[int]] = {}
    for k, task in enumerate(known):
        by_locator.setdefault(task.locator, []).append(k)
    pairs = [
        (ratio, k, f)
        for f, new in enumerate(found)
        for k in by_locator.get(new.locator, ())
        if (ratio := _ratio(known[k].text_key, new.text_key, SAME_PLACE)) >= SAME_PLACE
    ]
    yield from ((k, f) for _, k, f in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])))


def _alike(
    known: Sequence[Known], found: Sequence[Found], ids: Sequence[int | None], free: dict[int, None]
) -> Iterator[tuple[int, int]]:
    # A generator: what the first two passes left is known only when it starts.
    pairs = [
        (ratio, k, f)
        for f, task in enumerate(found)
        if ids[f] is None
        for k in free
        if (ratio := _ratio(known[k].text_key, task.text_key, ANYWHERE)) >= ANYWHERE
    ]
    yield from ((k, f) for _, k, f in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])))


def _ratio(one: str, other: str, floor: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # Upper bounds first: the exact ratio is quadratic.
    if matcher.real_quick_ratio() < floor or matcher.quick_ratio() < floor:
        return 0.0
    return matcher.ratio()
