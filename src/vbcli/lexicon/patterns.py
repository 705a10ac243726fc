"""Patterns of the lexicon: {{slots}} expanded, blanks made elastic, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from vbcli.errors import LexiconError
from vbcli.lexicon.load import data

_DAY = r"(?P<day>\d{1,2})"
_SEP = r"\s*[/.-]\s*"
_MONTH_WORD = r"\s+tháng\s+"
_YEAR = r"(?:\s*(?:[/.-]|,?\s*năm\s+)\s*(?P<year>20\d\d|19\d\d))?"
_NUMERAL = r"(?:một|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|tám|chín|mười|mươi|mốt)"
_END = r"(?![\d%]|/\d|\.\d)"
SLOTS = {
    # 25/4/2024 · 25.4.2024 · 25 tháng 4 năm 2024 · 25/4; of "25, 26/4/2024" and "25 - 26/4/2024" the last
    "date": rf"(?:ngày\s+)?(?:\d{{1,2}}(?:\s*,\s*|\s*-\s*|\s+và\s+))?{_DAY}(?:{_SEP}|{_MONTH_WORD})(?P<month>\d{{1,2}}){_YEAR}{_END}",
    "bare_date": rf"{_DAY}(?:{_SEP}|{_MONTH_WORD})(?P<month>\d{{1,2}}){_YEAR}{_END}",
    "date_open": rf"\(?(?:ngày\s+)(?:\d{{1,2}}(?:\s*,\s*|\s*-\s*|\s+và\s+))?{_DAY}(?:{_SEP}|{_MONTH_WORD})(?P<month>\d{{1,2}}){_YEAR}{_END}",
    "date_only": rf"{_DAY}(?:{_SEP}|{_MONTH_WORD})(?P<month>\d{{1,2}}){_YEAR}{_END}(?!\s*(?:đến|tới|-))",
    "month": r"(?:tháng\s+(?P<month>\d{1,2})(?:\s*(?:[/-]|,?\s*năm)\s*(?P<year>20\d\d))?(?![\d/])|(?P<month_only>\d{1,2})/(?P<month_year>20\d\d)(?![\d/]))",
    "quarter": r"[Qq]uý\s+(?P<quarter>IV|I{1,3}|[1-4])(?:\s*(?:[/-]|,?\s*năm)\s*(?P<year>20\d\d))?(?!\w)",
    # 15, mười lăm, hai mươi mốt
    "n": rf"(?P<n>\d{{1,3}}|{_NUMERAL}(?:\s+{_NUMERAL}){{0,2}})",
    "times": rf"(?P<times>\d{{1,3}}|{_NUMERAL}(?:\s+{_NUMERAL}){{0,2}})",
    "time": r"(?P<hour>\d{1,2})\s*(?:h|g|giờ|:)\s*(?P<minute>\d{2})?(?:\s*phút)?",
    "anchor_date": r"(?P<anchor_day>\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(?P<anchor_month>\d{1,2})\s*(?:[/.-]|,?\s*năm\s+)\s*(?P<anchor_year>20\d\d)",
}


@dataclass(frozen=True, slots=True)
class DeadlinePattern:
    """One way of saying a deadline."""

    id: str
    regex: re.Pattern[str]
    means: str
    """Name of the function of extract/due_dates.py that reckons the date."""
    kind: str
    soft: bool
    why: str
    examples: tuple[dict[str, Any], ...]
    rejects: tuple[str, ...]


def expand(pattern: str, entry: str) -> str:
    """Return the pattern with its slots filled in; an unknown slot is a fault, not a pattern that never matches."""

    def fill(m: re.Match[str]) -> str:
        if m[1] not in SLOTS:
            raise LexiconError(f"{entry}: không có ô {{{{{m[1]}}}}}", f"Các ô có sẵn: {', '.join(SLOTS)}")
        return SLOTS[m[1]]

    elastic = re.sub(r"(?<!\\) ", r"\\s+", pattern)
    return re.sub(r"\{\{(\w+)\}\}", fill, elastic)


def compile_deadline(pattern: str, entry: str) -> re.Pattern[str]:
    """Return a pattern as it is searched for: from the beginning of a word, whatever the case."""
    return re.compile(rf"(?<!\w)(?:{expand(pattern, entry)})", re.IGNORECASE)


@cache
def deadline_patterns() -> tuple[DeadlinePattern, ...]:
    """Return the deadline patterns in the order of the file."""
    return tuple(
        DeadlinePattern(
            e["id"],
            compile_deadline(e["pattern"], e["id"]),
            e["means"],
            e["kind"],
            bool(e.get("soft")),
            e["why"],
            tuple(e["examples"]),
            tuple(e["rejects"]),
        )
        for e in data("deadlines")["deadline"]
    )
