"""Blocks typed in an old font whose name the file does not keep: told by the words that a table brings to light."""

from dataclasses import replace

from vbcli.model.source import Block
from vbcli.text.legacy_fonts import Coding, coding_of_text, to_unicode

_SAMPLE = 20_000
"""Letters: more of them would tell nothing new."""


def in_unicode(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks, turned into Unicode where as a whole they are TCVN3 or VNI."""
    coding = coding_of_text(_sample(blocks))
    return tuple(_recoded(block, coding) for block in blocks) if coding else blocks


def _sample(blocks: tuple[Block, ...]) -> str:
    words: list[str] = []
    length = 0
    for block in blocks:
        texts = [block.text, *(cell.text for cell in block.cells)]
        words += texts
        length += sum(map(len, texts))
        if length > _SAMPLE:
            break
    return "\n".join(words)


def _recoded(block: Block, coding: Coding) -> Block:
    cells = tuple(replace(cell, text=to_unicode(cell.text, coding)) for cell in block.cells)
    return replace(block, text=to_unicode(block.text, coding), cells=cells)
