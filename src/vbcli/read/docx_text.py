"""Runs of a .docx into words: what was typed, in Unicode, with the struck words marked; pieces of one look in, text out."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, NamedTuple

from vbcli.read.characters import plain
from vbcli.read.docx_styles import Look, W
from vbcli.read.symbols import symbol
from vbcli.text.legacy_fonts import coding_of_font, in_capitals, is_capital_font, joins_before, to_unicode

_TYPED = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_STRUCK = "~~"


class Piece(NamedTuple):
    """Some text of one look."""

    text: str
    look: Look


def typed(element: Any, font: str) -> str:
    """Return the text of one child of a run, as it was typed."""
    if element.tag == W + "t":
        text = element.text or ""
        return text if coding_of_font(font) else "".join(symbol(c, font) for c in text)
    if element.tag == W + "sym":
        code = element.get(W + "char", "")
        try:
            return symbol(chr(int(code, 16)), element.get(W + "font", ""))
        except (ValueError, OverflowError):
            return ""
    if element.tag == W + "softHyphen" and coding_of_font(font):
        return "\xad"  # in TCVN3 the letter ư
    return _TYPED.get(element.tag, "")


def in_unicode(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with old fonts turned into Unicode and with the capitals that they are shown in."""
    told = list(pieces)
    for at, (piece, after) in enumerate(pairwise(told)):
        if coding_of_font(piece.look.font or "") and joins_before(after.text) and piece.text[-1:].isalpha():
            # A letter and its mark in VNI may differ in look; the mark goes to its letter.
            told[at] = piece._replace(text=piece.text + after.text[0])
            told[at + 1] = after._replace(text=after.text[1:])
    return tuple(piece._replace(text=_shown(piece)) for piece in told)


def _shown(piece: Piece) -> str:
    font = piece.look.font or ""
    coding = coding_of_font(font)
    text = to_unicode(piece.text, coding) if coding else piece.text
    return text.upper() if piece.look.capitals else text


def as_printed(pieces: tuple[Piece, ...], text: str) -> str:
    """Return the text of the pieces as fonts of capitals print it; "" where they print what was typed."""
    if not any(is_capital_font(piece.look.font or "") for piece in pieces):
        return ""
    shown = plain(
        joined(
            tuple(
                piece._replace(text=in_capitals(piece.text)) if is_capital_font(piece.look.font or "") else piece
                for piece in pieces
            )
        )
    ).strip("\n")
    return shown if shown != text and len(shown) == len(text) else ""


def joined(pieces: tuple[Piece, ...]) -> str:
    """Return the text with the struck words marked: "trước ~~20/4~~ 25/4/2024"."""
    runs: list[tuple[bool, str]] = []
    for piece in pieces:
        struck = bool(piece.look.strike)
        if runs and (runs[-1][0] == struck or not piece.text.strip()):
            # A blank between two struck words belongs to them whatever its own look is.
            runs[-1] = (runs[-1][0], runs[-1][1] + piece.text)
        else:
            runs.append((struck, piece.text))
    return "".join(_marked(text) if struck else text for struck, text in runs)


def _marked(text: str) -> str:
    words = text.strip()
    if not words:
        return text
    before, after = text[: text.index(words[0])], text[len(text.rstrip()) :]
    return f"{before}{_STRUCK}{words}{_STRUCK}{after}"
