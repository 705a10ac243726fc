"""A file as it was read, to and from compressed JSON: what lets a paper be understood anew without its file."""

import json
import zlib
from dataclasses import fields
from typing import Any

from vbcli.model.evidence import Issue, Place
from vbcli.model.source import Aside, Block, BlockKind, Box, Cell
from vbcli.text.legacy_fonts import in_capitals

_DEFAULTS = {f.name: f.default for f in fields(Block)}


def pack(blocks: tuple[Block, ...], issues: tuple[Issue, ...] = ()) -> bytes:
    """Return what a reader gave as zlib-compressed JSON; values of blocks that equal the default are left out."""
    rows = [
        {name: getattr(block, name) for name, default in _DEFAULTS.items() if getattr(block, name) != default}
        for block in blocks
    ]
    for row in rows:
        if "cells" in row:
            row["cells"] = [
                [c.row, c.column, c.text, c.rows, c.columns, *([c.printed] if c.printed else [])] for c in row["cells"]
            ]
    troubles = [[i.code, i.message, *([i.place.page, i.place.line, i.place.block] if i.place else [])] for i in issues]
    content = {"blocks": rows, "issues": troubles}
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def unpack(data: bytes) -> tuple[Block, ...]:
    """Return the blocks that `pack` was given."""
    content = json.loads(zlib.decompress(data))
    return tuple(_block(row) for row in (content["blocks"] if isinstance(content, dict) else content))


def unpack_issues(data: bytes) -> tuple[Issue, ...] | None:
    """Return the issues that `pack` was given; None of an older archive, which kept the blocks alone."""
    content = json.loads(zlib.decompress(data))
    if not isinstance(content, dict):
        return None
    return tuple(Issue(row[0], row[1], Place(*row[2:]) if len(row) > 2 else None) for row in content["issues"])  # noqa: PLR2004


def _block(row: dict[str, Any]) -> Block:
    row["kind"] = BlockKind(row["kind"])
    if row.pop("capitals", False):
        # archives of the first version say only that all of a block is printed in capitals
        row["printed"] = in_capitals(row["text"])
    if "aside" in row:
        row["aside"] = Aside(row["aside"])
    if "cells" in row:
        row["cells"] = tuple(Cell(*cell) for cell in row["cells"])
    if "box" in row:
        row["box"] = Box(*row["box"])
    return Block(**row)
