"""Pieces → the one text that every span indexes, with the paragraphs and where each stretch stands in the file."""

from collections.abc import Sequence

from vbcli.model.document import Paragraph, Part
from vbcli.model.evidence import Anchor, Place, Span
from vbcli.model.source import Source
from vbcli.parse.marks import mark_of
from vbcli.parse.piece import Piece
from vbcli.parse.zones import Zones


def compose(
    source: Source, pieces: Sequence[Piece], zones: Zones
) -> tuple[str, tuple[Paragraph, ...], tuple[Anchor, ...]]:
    """Return (text, paragraphs, anchors): paragraphs divided by line feeds, pages by form feeds, cells by tabs."""
    out: list[str] = []
    paragraphs: list[Paragraph] = []
    anchors: list[Anchor] = []
    at, page = 0, None
    for part, span in (
        (Part.HEAD, zones.head),
        (Part.BODY, zones.body),
        (Part.CLOSING, zones.closing),
        (Part.ANNEX, zones.annex),
    ):
        for i in span:
            piece = pieces[i]
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
                words = (lead if k == 0 else "") + words  # noqa: PLW2901
                out.append(words)
                at += len(words)
            page = source.blocks[piece.parts[-1][0]].page
            paragraphs.append(_paragraph(piece, lead + piece.text, Span(start, at), part))
    return "".join(out), tuple(paragraphs), tuple(anchors)


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
    )
