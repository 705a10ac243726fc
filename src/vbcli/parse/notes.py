"""Footnotes and endnotes into pieces of their own, `[1] Kế hoạch số 27/KH-UBND ngày 04/3/2025`.

In the middle of a sentence their words would be read as its words; they stand behind the text, with their marks.
"""

import re

from vbcli.model.source import Aside, BlockKind, Source
from vbcli.parse.piece import Piece, clean

_NUMBERED = re.compile(r"^(?P<mark>\d{1,3}|\*)[.)]?\s*(?=\S)")


def note_pieces(source: Source) -> tuple[Piece, ...]:
    """Return the notes of a source in their order, each as one piece; lines of a page are rejoined."""
    found: list[Piece] = []
    for i, block in enumerate(source.blocks):
        if block.aside is not Aside.NOTE:
            continue
        words = clean(block.text.replace("\n", " "))
        if not words:
            continue
        if block.kind is not BlockKind.LINE:
            found.append(Piece(((i, words),), block.label, page=block.page))
            continue
        mark = _NUMBERED.match(words)
        last = found[-1] if found else None
        if mark and (last is None or last.page != block.page or _follows(last.label, mark["mark"])):
            found.append(Piece(((i, words[mark.end() :]),), f"[{mark['mark']}]", page=block.page))
        elif last is not None:
            found[-1] = Piece((*last.parts, (i, words)), last.label, page=last.page)
        else:
            found.append(Piece(((i, words),), page=block.page))
    return tuple(found)


def _follows(label: str, mark: str) -> bool:
    number = label.strip("[]")
    return not (number.isdecimal() and mark.isdecimal()) or int(mark) == int(number) + 1
