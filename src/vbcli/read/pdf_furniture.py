"""What a page carries besides its text: page numbers, running heads and feet, stamps of signatures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vbcli.read.pdf_lines import Line
from vbcli.text.fold import fold

_MARGIN = 0.13
"""Of the page height, from above and below: where page numbers and running heads stand."""
_STEP = 12
"""Points: running heads stand at the same height."""
_MOST = 0.5
"""Of the pages: a line that stands on more of them is no text."""
_FEW_PAGES = 3
_PAGE_NUMBER = re.compile(r"(?:trang|page)?[\s:]*[-–—(]?\s*(\d{1,4})\s*(?:/\s*\d{1,4})?\s*[-–—)]?", re.IGNORECASE)
_SLACK = 1

_MOTTO = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam")
_STAMP_KEY = re.compile(
    r"^\s*(?:ký bởi|người ký|ký ngày|ngày ký|thời gian ký|signed by|date|email|cơ quan)\s*:", re.IGNORECASE
)
_STAMP_START = re.compile(r"^\s*(?:ký bởi|người ký|signature not verified|signed by)\b", re.IGNORECASE)
_SIGNING_TIME = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}-\d{1,2})\s+\d{1,2}:\d{2}:\d{2}\b|[+-]\d{2}:\d{2}\s*$"
)
_STAMP_LINES = 12
"""A stamp in the text is no longer than this."""


_SMALL = 0.88
"""Of the usual type of the file."""
_RAISED = 0.8
_NOTE_MARK = re.compile(r"\d{1,3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page whose furniture is to be found."""

    number: int
    height: float
    lines: tuple[Line, ...]


def is_stamp(text: str) -> bool:
    r"""Tell whether a field shows who signed electronically, and when; it is no text of the paper.

    >>> is_stamp("Người ký: CỔNG THÔNG TIN\nThời gian ký: 28.04.2026 15:49:15 +07:00"), is_stamp("453")
    (True, False)
    """
    lines = text.splitlines()
    keys = sum(bool(_STAMP_KEY.match(line)) for line in lines)
    return keys > 1 or bool(_STAMP_START.match(text)) or any(_SIGNING_TIME.search(line) for line in lines)


def without_stamps(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return the lines without stamps that are drawn into the page, and the stamps."""
    dropped: set[int] = set()
    for start, line in enumerate(lines):
        begins = _STAMP_START.match(line.text) or _STAMP_KEY.match(line.text)
        if start in dropped or not begins:
            continue
        block = range(start, min(start + _STAMP_LINES, len(lines)))
        near = [at for at in block if _beside(lines[at], line)]
        timed = [at for at in near if _SIGNING_TIME.search(lines[at].text)]
        if timed:
            dropped |= {at for at in near if at <= max(timed)}
    kept = tuple(line for at, line in enumerate(lines) if at not in dropped)
    return kept, ("\n".join(lines[at].text for at in sorted(dropped)),) if dropped else ()


def without_furniture(sheets: Sequence[Sheet]) -> list[tuple[Line, ...]]:
    """Return the lines of each page without page numbers and without what stands on most pages."""
    running = _running(sheets)
    return [
        tuple(line for line in sheet.lines if not _is_furniture(line, sheet, running, len(sheets))) for sheet in sheets
    ]


def first_footnote(lines: Sequence[Line], usual: float) -> int:
    """Return where the footnotes of a page begin: in small type below the text, a raised number in front."""
    start = len(lines)
    while start and lines[start - 1].size <= _SMALL * usual:
        start -= 1
    if not start:
        return len(lines)
    return next((at for at in range(start, len(lines)) if _is_note(lines[at])), len(lines))


def _is_note(line: Line) -> bool:
    number = line.words[0]
    return bool(_NOTE_MARK.match(number.text)) and number.size < _RAISED * line.size


def _beside(line: Line, first: Line) -> bool:
    """Tell whether a line belongs to the stamp that begins with another: under it, in its small type."""
    return line.words[0].x0 >= first.words[0].x0 - first.size and abs(line.size - first.size) <= 1


def _running(sheets: Sequence[Sheet]) -> set[tuple[str, int]]:
    if len(sheets) < _FEW_PAGES:
        return set()
    # The heads of letters of one office that lie in one file are alike, and are no running heads.
    within = [sheet for sheet in sheets if not _opens_an_act(sheet)]
    seen = Counter(key for sheet in within for key in {_key(line) for line in sheet.lines if _in_margin(line, sheet)})
    return {key for key, count in seen.items() if count > _MOST * len(sheets)}


def _opens_an_act(sheet: Sheet) -> bool:
    return any(_MOTTO.search(fold(line.text)) for line in sheet.lines if line.base < _MARGIN * sheet.height)


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", fold(line.text)), round(line.base / _STEP)


def _in_margin(line: Line, sheet: Sheet) -> bool:
    return line.base < _MARGIN * sheet.height or line.base > (1 - _MARGIN) * sheet.height


def _is_furniture(line: Line, sheet: Sheet, running: set[tuple[str, int]], pages: int) -> bool:
    if not _in_margin(line, sheet):
        return False
    if running and _is_running(line, running) and not _opens_an_act(sheet):
        return True
    if line is not sheet.lines[0] and line is not sheet.lines[-1]:
        return False
    number = _PAGE_NUMBER.fullmatch(line.text.strip())
    return number is not None and int(number[1]) <= max(pages, sheet.number) + _SLACK


def _is_running(line: Line, running: set[tuple[str, int]]) -> bool:
    text, height = _key(line)
    return any((text, height + off) in running for off in (-1, 0, 1))
