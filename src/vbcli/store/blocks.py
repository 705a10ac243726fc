"""Blocks of a file to and from compressed JSON: what lets a paper be understood anew without its file."""

import json
import zlib
from dataclasses import fields
from typing import Any

from vbcli.model.source import Aside, Block, BlockKind, Box, Cell

_DEFAULTS = {f.name: f.default for f in fields(Block)}


def pack(blocks: tuple[Block, ...]) -> bytes:
    """Return the blocks as zlib-compressed JSON; values that equal the default are left out."""
    rows = [
        {name: getattr(block, name) for name, default in _DEFAULTS.items() if getattr(block, name) != default}
        for block in blocks
    ]
    for row in rows:
        if "cells" in row:
            row["cells"] = [
                [c.row, c.column, c.text, c.rows, c.columns, *([c.printed] if c.printed else [])] for c in row["cells"]
            ]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def unpack(data: bytes) -> tuple[Block, ...]:
    """Return the blocks that `pack` was given."""
    return tuple(_block(row) for row in json.loads(zlib.decompress(data)))


def _block(row: dict[str, Any]) -> Block:
    row["kind"] = BlockKind(row["kind"])
    if "aside" in row:
        row["aside"] = Aside(row["aside"])
    if "cells" in row:
        row["cells"] = tuple(Cell(*cell) for cell in row["cells"])
    if "box" in row:
        row["box"] = Box(*row["box"])
    return Block(**row)
