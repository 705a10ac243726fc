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
from functools import cache

from vbcli.lexicon.load import data
from vbcli.model.source import Block, BlockKind
from vbcli.parse.zones import title_type
from vbcli.text.fold import fold

Lines = Sequence[tuple[int, Block]]

_GAP = re.compile(r"(?<=\S)(?:\s*\t\s*|[ \u00a0]{3,})(?=\S)")
_MOTTO = re.compile(
    r"cong hoa xa hoi|dang cong san viet|^doan (?:tncs|thanh nien cong san) ho chi minh$|doc lap - tu do|ngay .{0,8} ?thang .{0,8} ?nam"
)
_SIGN = re.compile(r"noi nhan|^\W*(?:t/m|tm\.|kt\.|k/t|tl\.|t/l|tuq\.)")
_ROW = re.compile(r"^\W*(?:s?tt|so tt|[ivx]+|\d{1,3})\W*$")
"""Folded first cell of a table."""
_NAME = re.compile(r"^(?:[A-ZĐÀ-Ỹ]\S*\s?){2,5}$")
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
        if closing and _behind(run[last][1], block):
            break
        if (two and len(block.text.strip()) < 160) or (closing and _goes_on(block)):
            last = k
        elif k - last > (_REACH if closing else 3) or _ends(block, head=head):
            break
    return last + 1


def _behind(above: Block, block: Block) -> bool:
    """Tell whether a line stands behind a signature: a title, a row of a table, the top of a page that is no more of the columns."""
    words = block.text.strip()
    if not words:
        return False
    if _annex().match(fold(words)) or title_type(words):
        return True
    cells = _GAP.split(words)
    if len(cells) > 2 and (_ROW.match(fold(cells[0])) or not _signs(words, cells)):
        return True
    turned = above.page is not None and above.page != block.page
    return turned and not (words.startswith(("-", "+")) or _halves(block) or _indent(block) >= _FAR)


def _signs(words: str, cells: Sequence[str]) -> bool:
    """Tell whether a line of three cells is one of several who sign side by side."""
    return (
        words.isupper()
        or words.startswith(("-", "+"))
        or bool(_SIGN.search(fold(cells[0])))
        or all(map(_NAME.match, cells))
    )


@cache
def _annex() -> re.Pattern[str]:
    return re.compile("|".join(data("layout")["annex"]))


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
