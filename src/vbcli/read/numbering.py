"""numbering.xml of a .docx into the numbers that Word shows and does not write: "1.", "a)", "Điều 2.", "-".

One `Numbering` per document, asked once per numbered paragraph in the order of the text: it counts.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from vbcli.read.docx_styles import OFF, Style, W, value

_DASHES = frozenset("-–—−‐‑\uf02d\uf0be")
_KEPT_BULLETS = frozenset("+*")
_ALPHABET = 26
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_NOT_A_NUMBER = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str
    """w:numFmt: decimal, lowerLetter, upperRoman, bullet, …"""
    text: str
    """w:lvlText: "%1.", "Điều %1.", "%1.%2."."""
    start: int = 1
    legal: bool = False
    """w:isLgl: all its numbers in digits."""
    restart: int | None = None
    """w:lvlRestart: counted anew after this level only (from 1); 0 for never; None for after any above."""
    style: str | None = None
    """Paragraph style tied to the level."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One w:num: the list whose counters it shares, and what it says otherwise."""

    counted_as: str
    """Id of the w:abstractNum: lists made from the same one go on counting."""
    levels: dict[int, Level]
    starts: dict[int, int]
    """w:startOverride by level: counted anew where the list first uses it."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    schemes: dict[str, Scheme]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def next_label(self, number: str | None, level: int) -> str:
        """Return the label of the next paragraph of this list; "" where there is none."""
        scheme = self.schemes.get(number or "")
        if number is None or scheme is None or level not in scheme.levels:
            return ""
        return _shown(level, scheme.levels, self._count(number, scheme, level))

    def level_of(self, number: str | None, style: str | None) -> int:
        """Return the level that a list ties to a paragraph style, else the first."""
        scheme = self.schemes.get(number or "")
        tied = (level for level, how in scheme.levels.items() if how.style == style) if scheme and style else iter(())
        return next(tied, 0)

    def _count(self, number: str, scheme: Scheme, level: int) -> dict[int, int]:
        counter = self.counters.setdefault(scheme.counted_as, {})
        first = (number, level) not in self.started
        self.started.add((number, level))
        if first and level in scheme.starts:
            counter[level] = scheme.starts[level]
        else:
            counter[level] = counter.get(level, scheme.levels[level].start - 1) + 1
        for deeper in [d for d in counter if d > level and _restarts(scheme.levels.get(d), level)]:
            del counter[deeper]
        for above in range(level):
            # "2.1." in a list that never had a "2.": Word shows the level above at its start.
            if above in scheme.levels:
                counter.setdefault(above, scheme.starts.get(above, scheme.levels[above].start))
        return counter


def read_numbering(root: Any, styles: dict[str, Style]) -> Numbering:
    """Return the lists of numbering.xml; none where the part is missing."""
    if root is None:
        return Numbering({})
    abstract = {element.get(W + "abstractNumId", ""): element for element in root.findall(W + "abstractNum")}
    owners = {
        element.get(W + "numId", ""): value(element, "abstractNumId") or "" for element in root.findall(W + "num")
    }
    schemes = {}
    for element in root.findall(W + "num"):
        key = element.get(W + "numId", "")
        owner = _followed(owners[key], abstract, owners, styles)
        levels = _levels(abstract.get(owner))
        starts = {}
        for override in element.findall(W + "lvlOverride"):
            level = _whole(override.get(W + "ilvl"), 0)
            start = value(override, "startOverride")
            if start is not None:
                starts[level] = _whole(start, 1)
            levels.update(_levels(override))
        schemes[key] = Scheme(owner, levels, starts)
    return Numbering(schemes)


def _followed(owner: str, abstract: dict[str, Any], owners: dict[str, str], styles: dict[str, Style]) -> str:
    """Return the list that really holds the levels: a w:numStyleLink points to it through a list style."""
    link = value(abstract.get(owner), "numStyleLink")
    style = styles.get(link) if link else None
    return owners.get(style.number, owner) if style and style.number else owner


def _levels(element: Any) -> dict[int, Level]:
    if element is None:
        return {}
    return {_whole(level.get(W + "ilvl"), 0): _level(level) for level in element.findall(W + "lvl")}


def _level(element: Any) -> Level:
    legal = element.find(W + "isLgl")
    restart = value(element, "lvlRestart")
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        _whole(value(element, "start"), 1),
        legal is not None and legal.get(W + "val", "1") not in OFF,
        None if restart is None else _whole(restart, 0),
        value(element, "pStyle"),
    )


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise


def _restarts(deeper: Level | None, level: int) -> bool:
    """Tell whether a deeper level begins anew after a paragraph of this level (w:lvlRestart counts from 1)."""
    return deeper is None or deeper.restart is None or level < deeper.restart


def _shown(level: int, levels: dict[int, Level], counter: dict[int, int]) -> str:
    how = levels[level]
    if how.form == "bullet":
        return _bullet(how.text)
    if how.form == "none":
        return re.sub(r"%\d", "", how.text).strip()

    def number(mark: re.Match[str]) -> str:
        at = int(mark[1]) - 1
        if at not in levels or at not in counter or levels[at].form in _NOT_A_NUMBER:
            return ""
        return in_digits(counter[at]) if how.legal else counted(counter[at], levels[at].form)

    return re.sub(r"%(\d)", number, how.text).strip()


def _bullet(text: str) -> str:
    mark = text.strip()
    if mark in _DASHES:
        return "-"
    return mark if mark in _KEPT_BULLETS else "•" if mark else ""


def in_digits(count: int) -> str:
    """Return the count in digits."""
    return str(count)


def in_letters(count: int) -> str:
    """Return the count in letters as Word does, which knows no đ: a, b, c, d, e … z, aa, bb.

    >>> in_letters(4), in_letters(28)
    ('d', 'bb')
    """
    times, at = divmod(count - 1, _ALPHABET)
    return chr(ord("a") + at) * (times + 1) if count > 0 else ""


def in_roman(count: int) -> str:
    """Return the count in small Roman numerals.

    >>> in_roman(14)
    'xiv'
    """
    shown = ""
    for worth, letters in _ROMAN:
        times, count = divmod(max(count, 0), worth)
        shown += letters * times
    return shown


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": in_letters,
    "upperLetter": lambda count: in_letters(count).upper(),
    "lowerRoman": in_roman,
    "upperRoman": lambda count: in_roman(count).upper(),
}


def counted(count: int, form: str) -> str:
    """Return a number as a w:numFmt prints it; in digits where the form is unknown.

    >>> counted(4, "lowerRoman"), counted(4, "decimal")
    ('iv', '4')
    """
    return _FORMS.get(form, in_digits)(count)
