"""Pieces → the one text that every span indexes, with the paragraphs and where each stretch stands in the file."""

from collections.abc import Sequence
from dataclasses import replace

from vbcli.model.document import Paragraph, Part
from vbcli.model.evidence import Anchor, Place, Span
from vbcli.model.source import Source
from vbcli.parse.capitals import as_typed
from vbcli.parse.marks import mark_of
from vbcli.parse.piece import Piece
from vbcli.parse.zones import Zones


def compose(
    source: Source, pieces: Sequence[Piece], zones: Zones, notes: Sequence[Piece] = ()
) -> tuple[str, tuple[Paragraph, ...], tuple[Anchor, ...]]:
    """Return (text, paragraphs, anchors): paragraphs divided by line feeds, pages by form feeds, cells by tabs.

    Notes come last: in the middle of a sentence they would be read as its words.
    """
    out: list[str] = []
    paragraphs: list[Paragraph] = []
    anchors: list[Anchor] = []
    at, page = 0, None
    for part, among in (
        (Part.HEAD, [(pieces[i], i in zones.noise) for i in zones.head]),
        (Part.BODY, [(pieces[i], i in zones.noise) for i in zones.body]),
        (Part.CLOSING, [(pieces[i], False) for i in zones.closing]),
        (Part.ANNEX, [(pieces[i], False) for i in zones.annex]),
        (Part.NOTE, [(note, False) for note in notes]),
    ):
        for piece, noise in among:
            if out:
                turned = piece.page is not None and page is not None and piece.page != page
                out.append("\f" if turned else "\n")
                at += 1
            start = at
            lead = f"{piece.label} " if piece.label else ""
            for k, (block, words) in enumerate(piece.parts):
                here = source.blocks[block]
                if k:
                    out.append("\f" if here.page != page else " ")
                    at += 1
                page = here.page
                anchors.append(Anchor(at, Place(here.page, here.line, block)))
                words = (lead if k == 0 else "") + as_typed(here, words)  # noqa: PLW2901
                out.append(words)
                at += len(words)
            page = source.blocks[piece.parts[-1][0]].page
            paragraphs.append(_paragraph(piece, lead + piece.text, Span(start, at), Part.NOISE if noise else part))
    text = "".join(out)
    return text, tuple(_with_print(p, text) for p in paragraphs), tuple(anchors)


def _with_print(paragraph: Paragraph, text: str) -> Paragraph:
    """Forget the printed words where they are those of the text, form feeds aside."""
    same = paragraph.printed == text[slice(*paragraph.span)].replace("\f", " ")
    return replace(paragraph, printed="") if same else paragraph


def _paragraph(piece: Piece, words: str, span: Span, part: Part) -> Paragraph:
    mark = None if piece.cells else mark_of(words)
    cells: list[Span] = []
    at = span.start
    for cell in piece.cells:
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + 1
    label, end = (mark.label, mark.end) if mark else ("", 0)
    return Paragraph(
        span,
        part,
        label,
        Span(span.start + end, span.end),
        tuple(cells),
        piece.table,
        bold=piece.bold,
        italic=piece.italic,
        align=piece.align,
        printed=words,
    )
