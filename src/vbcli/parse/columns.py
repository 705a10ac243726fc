"""Two columns that a plain text or a word processor sets with blanks or tabs: head, and closing.

    TỈNH ỦY LAM THẠCH               ĐẢNG CỘNG SẢN VIỆT NAM
            *
    Số 1043-KL/TU                Lam Thạch, ngày 22 tháng 8 năm 2025

In: lines in reading order. Out: the same, the left column of each such zone before its right column, both marked.
Boxes (.pdf) are divided by the reader; tables (.docx) are tables.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from vbcli.model.source import Block, BlockKind
from vbcli.text.fold import fold

Lines = Sequence[tuple[int, Block]]

_GAP = re.compile(r"(?<=\S)(?:\s*\t\s*|[ \u00a0]{3,})(?=\S)")
_MOTTO = re.compile(r"cong hoa xa hoi|dang cong san viet|doc lap - tu do|ngay .{0,8} ?thang .{0,8} ?nam")
_SIGN = re.compile(r"noi nhan|^\W*(?:t/m|tm\.|kt\.|k/t|tl\.|t/l|tuq\.)")
_FAR = 25
"""Blanks before a line that stands in the right column alone."""
_REACH = 12
"""Lines that a zone may go on without a gap."""


def in_columns(run: Lines) -> list[tuple[int, Block]]:
    """Return the lines with the columns of head and closing one behind the other."""
    out: list[tuple[int, Block]] = []
    at = 0
    while at < len(run):
        end = _zone(run, at)
        if end > at:
            out += _divided(run[at:end])
            at = end
        else:
            out.append(run[at])
            at += 1
    return out


def _halves(block: Block) -> tuple[str, str] | None:
    if block.box is not None or block.kind is BlockKind.TABLE or block.text.count("\t") > 3:
        return None
    gap = _GAP.search(block.text.rstrip())
    return (block.text[: gap.start()], block.text[gap.end() :]) if gap else None


def _zone(run: Lines, at: int) -> int:
    """Return the end of the zone that begins at `at`, `at` itself where none does."""
    halves = _halves(run[at][1])
    if halves is None:
        return at
    head = bool(_MOTTO.search(fold(halves[1]))) and not _SIGN.search(fold(halves[0]))
    closing = bool(_SIGN.search(fold(halves[0])) or _SIGN.search(fold(halves[1])))
    if not (head or closing):
        return at
    last = at
    for k in range(at + 1, min(len(run), at + 60)):
        block = run[k][1]
        two = _halves(block)
        if closing and two and _MOTTO.search(fold(two[1])) and not _SIGN.search(fold(two[0])):
            break  # the head of what the paper brings along
        if (two and len(block.text.strip()) < 160) or (closing and _goes_on(block)):
            last = k
        elif k - last > (_REACH if closing else 3) or _ends(block, head=head):
            break
    return last + 1


def _goes_on(block: Block) -> bool:
    words = block.text.strip()
    return (
        bool(words) and len(words) < 90 and (words.startswith(("-", "+")) or _indent(block) >= _FAR or words.isupper())
    )


def _ends(block: Block, *, head: bool) -> bool:
    """Tell whether a line can be in no column: a title, the addressees, prose."""
    words = block.text.strip()
    return len(words) > 110 or (head and bool(re.match(r"kinh gui", fold(words))))


def _indent(block: Block) -> int:
    return len(block.text.expandtabs(40)) - len(block.text.expandtabs(40).lstrip())


def _divided(zone: Lines) -> list[tuple[int, Block]]:
    left: list[tuple[int, Block]] = []
    right: list[tuple[int, Block]] = []
    for i, block in zone:
        halves = _halves(block)
        if halves:
            left.append((i, replace(block, text=halves[0], column=0, label=block.label)))
            right.append((i, replace(block, text=halves[1], column=1, label="")))
        elif not block.text.strip():
            left.append((i, replace(block, column=0)))
            right.append((i, replace(block, column=1)))
        elif _indent(block) >= _FAR:
            right.append((i, replace(block, column=1)))
        else:
            left.append((i, replace(block, column=0)))
    return left + right
