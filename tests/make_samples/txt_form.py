"""A paper as plain text: left column, then right column; one line per table row, cells split by a tab."""

import textwrap
import unicodedata

from .paper import ABOVE, Paper, Table, plain, read_body

LEFT_WIDTH = 34
"""Width of the left column where both stand side by side."""
CODECS = frozenset({"utf-16", "cp1258"})
"""Encodings that a .txt may be asked in besides UTF-8; their lines end as on Windows."""
TONES = "\u0300\u0301\u0303\u0309\u0323"


def _side_by_side(left: tuple[str, ...], right: tuple[str, ...], width: int, *, flush: bool = False) -> str:
    rows = max(len(left), len(right))
    pairs = zip(left + ("",) * (rows - len(left)), right + ("",) * (rows - len(right)), strict=True)
    place = str.ljust if flush else str.center
    lines = [place(a, LEFT_WIDTH) + b.center(width - LEFT_WIDTH) for a, b in pairs]
    return "\n".join(line.rstrip() for line in lines)


def _spread(right: tuple[str, ...]) -> tuple[str, ...]:
    """Put the place and date of a Party heading on the line of its number."""
    return (right[0], "", right[1]) if len(right) == 2 else right


def _table(table: Table) -> str:
    rows = (table.head, *table.rows)
    return "\n".join("\t".join("" if cell == ABOVE else cell for cell in row) for row in rows)


def _body(body: str, tables: list[Table], width: int) -> list[str]:
    blocks = []
    for line in read_body(body):
        if line.kind == "table":
            blocks.append(_table(tables.pop(0)))
        elif not width:
            blocks.append(plain(line.text))
        elif line.kind in {"head", "sub"}:
            blocks.append(plain(line.text).center(width).rstrip())
        else:
            blocks.append(textwrap.fill(plain(line.text), width, initial_indent="     ", break_on_hyphens=False))
    return blocks


def _heading(paper: Paper) -> list[str]:
    if paper.head_style == "sides":
        return [_side_by_side(paper.left, _spread(paper.right), paper.wrap)]
    return ["\n".join(column) for column in (paper.left, paper.right) if column]


def _closing(paper: Paper) -> list[str]:
    if not paper.sign:
        return []
    copies = ("Nơi nhận:", *paper.copies)
    if paper.head_style == "sides":
        return [_side_by_side(copies, (*paper.sign[:-1], "", "", paper.sign[-1]), paper.wrap, flush=True)]
    return ["\n".join(copies), "\n".join(paper.sign[:-1]), paper.sign[-1]]


def as_text(paper: Paper) -> str:
    """Return the whole paper as text."""
    tables = list(paper.tables)
    centre = (lambda s: s.center(paper.wrap).rstrip()) if paper.wrap else str
    blocks = _heading(paper)
    blocks += [paper.urgency] if paper.urgency else []
    if paper.title:
        title = [paper.title, *paper.subject, *(["-----"] if paper.is_party else [])]
        blocks.append("\n".join(map(centre, title)))
    if len(paper.addressees) == 1:
        blocks.append("Kính gửi: " + paper.addressees[0])
    elif paper.addressees:
        blocks.append("\n".join(("Kính gửi:", *paper.addressees)))
    blocks += _body(paper.body, tables, paper.wrap)
    blocks += _closing(paper)
    blocks += _body(paper.annex, tables, paper.wrap)
    return "\n\n".join(blocks) + "\n"


def encoded(text: str, codec: str) -> bytes:
    """Return the text as bytes; windows-1258 writes a tone behind its letter."""
    text = text.replace("\n", "\r\n")
    if codec == "cp1258":
        return "".join(map(_with_tone_apart, text)).encode(codec)
    return b"\xff\xfe" + text.encode("utf-16-le")


def _with_tone_apart(letter: str) -> str:
    """Return the letter with its hat or horn, then its tone.

    >>> [hex(ord(part)) for part in _with_tone_apart("ế")]
    ['0xea', '0x301']
    """
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone
