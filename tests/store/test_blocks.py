"""Blocks to and from the archive."""

import json
import zlib

from vbcli.model.source import Aside, Block, BlockKind, Cell
from vbcli.store.blocks import pack, unpack


def test_what_stands_aside_and_what_is_printed_come_back():
    blocks = (
        Block(BlockKind.PARAGRAPH, "MẬT", aside=Aside.HEADER),
        Block(BlockKind.PARAGRAPH, "quyết định", line=1, printed="QUYẾT ĐỊNH"),
        Block(BlockKind.TABLE, cells=(Cell(0, 0, "tm. ủy ban", printed="TM. ỦY BAN"), Cell(0, 1, "a", 1, 2))),
        Block(BlockKind.PARAGRAPH, "chú thích", label="[1]", aside=Aside.NOTE),
    )
    back = unpack(pack(blocks))
    assert back == blocks
    assert back[0].aside is Aside.HEADER


def test_blocks_of_an_older_archive_are_still_read():
    # once a flag said that all of a block is printed in capitals
    rows = [
        {"kind": "paragraph", "text": "quyết định", "capitals": True},
        {"kind": "table", "cells": [[0, 0, "a", 1, 1]]},
    ]
    old = zlib.compress(json.dumps(rows).encode())
    assert unpack(old) == (
        Block(BlockKind.PARAGRAPH, "quyết định", printed="QUYẾT ĐỊNH"),
        Block(BlockKind.TABLE, cells=(Cell(0, 0, "a"),)),
    )
