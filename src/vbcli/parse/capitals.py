"""Words in a font that draws small letters as capitals: recognised as they are printed, kept as they were typed.

`.VnTimeH` prints "quyết định" as QUYẾT ĐỊNH: who looks for a title sees capitals, the text holds what the file holds.
"""

from dataclasses import replace

from vbcli.model.source import Block, Cell, Source


def in_print(source: Source) -> Source:
    """Return the source with all words as they are printed."""
    if not any(block.printed or any(cell.printed for cell in block.cells) for block in source.blocks):
        return source
    return replace(source, blocks=tuple(_block_in_print(block) for block in source.blocks))


def _block_in_print(block: Block) -> Block:
    cells = tuple(replace(cell, text=cell.printed or cell.text) for cell in block.cells)
    return replace(block, text=block.printed or block.text, cells=cells)


def as_typed(block: Block, words: str) -> str:
    """Return some printed words of a block as they were typed there, letter for letter."""
    everywhere: list[Block | Cell] = [block, *block.cells]
    homes = [home for home in everywhere if home.printed]
    if not homes:
        return words
    return "\t".join(_cell_as_typed(homes, part) for part in words.split("\t"))


def _cell_as_typed(homes: list[Block | Cell], words: str) -> str:
    sought = _solid(words)
    for home in homes:
        # blanks are another matter: parse collapses them
        at = _solid(home.printed).find(sought) if sought else -1
        if at >= 0:
            letters = iter(_solid(home.text)[at : at + len(sought)])
            return "".join(c if c.isspace() else next(letters) for c in words)
    return words


def _solid(text: str) -> str:
    return "".join(text.split())
