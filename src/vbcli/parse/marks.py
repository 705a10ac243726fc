"""Outline marks at the start of a paragraph: `I.`, `1.`, `1.1.`, `a)`, `(2)`, `-`, `Điều 5.`, `Một là,`.

A mark has a style (what kind of list it belongs to) and a printed label. The styles are ordered only among the high levels;
below them papers nest as they like.
"""

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mark:
    """An outline mark."""

    style: str
    label: str
    """As printed, `1.`, `(2)`, `-`."""
    number: int | None
    """Its ordinal where it has one."""
    end: int
    """Where the words behind it begin."""


_UP = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_WORDS = {w: i + 1 for i, w in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"))}
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}

# The order matters: longer and rarer forms first. `I.` is Roman; a lone `C.` or `D.` is a letter.
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (style, re.compile(pattern))
    for style, pattern in (
        (
            "part",
            rf"(?P<l>(?:Phần|PHẦN)\s+(?:thứ\s+|THỨ\s+)?(?P<n>[IVX]+|\d+|nhất|hai|ba|tư|năm|NHẤT|HAI|BA))\b[.:]?\s*(?=[{_UP}]|$)",
        ),
        ("chapter", r"(?P<l>(?:Chương|CHƯƠNG)\s+(?P<n>[IVXL]+|\d+))\b[.:]?\s*"),
        (
            "annex",
            r"(?P<l>(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+|SỐ\s+)?(?P<n>[IVX]+|\d+)\b)?)[.:]?\s*(?=$|[(-]|[" + _UP + r"])",
        ),
        ("section", rf"(?P<l>(?:Mục|MỤC)\s+(?P<n>[IVX]+|\d+))\b[.:]\s*(?=[{_UP}]|$)"),
        ("article", r"(?P<l>Điều\s+(?P<n>\d{1,3})[a-zđ]?)\s*[.:]\s*"),
        # "V/v" opens a subject, "I/O" no list
        (
            "roman",
            rf"(?P<l>(?P<n>X{{0,3}}(?:IX|IV|V?I{{1,3}}|V|X))\s*[./)-])(?:\s+|(?=[{_UP}][{_UP}{_UP.lower()}]))(?!v\b)",
        ),
        ("upper", rf"(?P<l>(?P<n>[A-EG-HĐ])\s*[.)])\s+(?=[{_UP}])"),
        ("decimal4", r"(?P<l>(?P<n>\d{1,2}(?:\.\d{1,2}){3})\.?\)?)\s+(?=\S)"),
        ("decimal3", r"(?P<l>(?P<n>\d{1,2}(?:\.\d{1,2}){2})\.?\)?)\s+(?=\S)"),
        ("decimal2", rf"(?P<l>(?P<n>\d{{1,2}}\.\d{{1,2}})\.?\)?)(?:\s+(?=[^\d\s%,;)])|(?=[{_UP}]))"),
        ("decimal", rf"(?P<l>(?P<n>\d{{1,3}})\s*[.)])(?:\s*(?=[^\d\s.,;)/-])|\s+(?=\d+\s+[a-zà-ỹ{_UP}]))"),
        ("decimal", rf"(?P<l>(?P<n>\d{{1,2}})/)\s*(?=[{_UP}“\"])(?![{_UP}]+[/-])"),
        ("decimal", rf"(?P<l>(?P<n>\d{{1,2}})\s?[-–])\s*(?=[{_UP}])(?![{_UP}]+[/-])"),
        ("paren", r"(?P<l>\((?P<n>\d{1,2})\))\s*[.:]?\s*(?=\S)"),
        ("paren-roman", r"(?P<l>\((?P<n>i{1,3}|iv|vi{0,3}|ix)\))\s*(?=\S)"),
        ("paren-alpha", rf"(?P<l>\((?P<n>[{_LETTERS}])\))\s*(?=\S)"),
        ("alpha2", rf"(?P<l>(?P<n>[{_LETTERS}]\.\d{{1,2}})[.)]?)\s+(?=\S)"),
        ("alpha", rf"(?P<l>(?P<n>[{_LETTERS}])\s?[)])\s*(?=\S)"),
        ("alpha", rf"(?P<l>(?P<n>[{_LETTERS}])[./])\s*(?=[{_UP}“\"])"),
        ("dash", r"(?P<l>[-‐‑‒–—−])(?!\d+(?:[.,]\d+)?\s*(?:độ|°|%))\s*(?=[^\d\s-]|\d+\s*[^\d\s])"),
        ("plus", r"(?P<l>\+)\s*(?=\S)"),
        ("bullet", r"(?P<l>[•●▪■❖➢✓◦·*])\s+(?=\S)"),
        ("words", r"(?P<l>(?P<n>Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là)\s*[,:]?\s*(?=\S)"),
        ("ordinal", r"(?P<l>Thứ (?P<n>nhất|hai|ba|tư|năm|sáu|bảy|tám))\s*[,:]\s*(?=\S)"),
    )
)

RANK = {
    "annex": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "article": 4,
    "upper": 4,
    "roman": 5,
    "decimal": 6,
    "decimal2": 7,
    "decimal3": 8,
    "decimal4": 9,
}
"""Levels whose order is fixed: a smaller one never stands below a larger one."""

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _ordinal(style: str, n: str | None) -> int | None:
    if not n:
        return None
    if n.isdigit():
        return int(n)
    if style.startswith("decimal"):
        return int(n.rsplit(".", 1)[1])
    if re.fullmatch(r"[IVXL]+", n.upper() if style == "paren-roman" else n) and style != "upper":
        values = [_ROMAN[c] for c in n.upper()]
        return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    if len(n) == 1 and n.lower() in _LETTERS:
        return _LETTERS.index(n.lower()) + 1
    return _WORDS.get(n.lower()) or _ORDINALS.get(n.lower())


def lettered(mark: Mark, after: int | None) -> Mark:
    """Return `(i)` or `(v)` as a letter where it follows the letter before it, `(h)`, `(u)`; a figure elsewhere."""
    letter = mark.label.strip("()")
    if mark.style != "paren-roman" or after is None or _ordinal("paren-alpha", letter) != after + 1:
        return mark
    return replace(mark, style="paren-alpha", number=after + 1)


def mark_of(words: str) -> Mark | None:
    """Return the outline mark that a paragraph begins with, None where it has none.

    >>> mark_of("3. Giao UBND huyện:").style, mark_of("(2) Rà soát").label, mark_of("1.500 ha đất"), mark_of("12.6.2024 là")
    ('decimal', '(2)', None, None)
    """
    if not words or not (words[0] in "-‐‑‒–—−+•●▪■❖➢✓◦·*(" or words[0].isalnum()):
        return None
    for style, pattern in _MARKS:
        m = pattern.match(words)
        if m:
            label = " ".join(m["l"].split())
            return Mark(style, label, _ordinal(style, m.groupdict().get("n")), m.end())
    return None
