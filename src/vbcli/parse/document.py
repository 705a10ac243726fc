"""Source → Document: the one function that composes the stage."""

from dataclasses import dataclass, replace

from vbcli.lexicon.document_types import by_title
from vbcli.lexicon.numbers import canonical_number
from vbcli.model.document import Document, Field, Header, Paragraph, Part
from vbcli.model.evidence import Evidence, Span
from vbcli.model.source import Aside, Source
from vbcli.parse import closing, header
from vbcli.parse.acts import acts_of
from vbcli.parse.addressees import recipients_of
from vbcli.parse.capitals import in_print
from vbcli.parse.captions import is_caption
from vbcli.parse.compose import compose
from vbcli.parse.head_lines import Line, blank, unglued
from vbcli.parse.head_lines import found as taken
from vbcli.parse.header_issuer import issuer_of
from vbcli.parse.lines import pieces
from vbcli.parse.notes import note_pieces
from vbcli.parse.outline import outline
from vbcli.parse.piece import Piece
from vbcli.parse.portal import portal_fields
from vbcli.parse.zones import Zones, is_motto, is_noise, zones
from vbcli.text.dates import parse_date
from vbcli.text.fold import fold


def parse(source: Source) -> tuple[Document, ...]:
    """Return the documents that a source holds, in order; several of them are numbered from 1."""
    printed = in_print(source)
    saved = source.format in _SAVED
    every = pieces(printed)
    found = [p for p in every if not is_noise(p.text, saved=saved)]
    acts = acts_of(found, printed=any(b.box for b in source.blocks), ocr=source.ocr)
    bounds = [0, *(_block(act[0]) for act in acts[1:]), len(source.blocks)]
    documents: list[Document] = []
    for k, (act, start, end) in enumerate(zip(acts, bounds, bounds[1:], strict=False)):
        layers = _Layers(
            act,
            tuple(p for p in note_pieces(printed) if start <= _block(p) < end),
            # who numbers the pages at their head writes the letterhead of the first act there
            () if k else pieces(printed, Aside.HEADER),
            portal=saved and len(found) < len(every),
        )
        document = _stamped(_document(source, layers), start, end)
        documents.append(replace(document, part=k + 1) if len(acts) > 1 else document)
    return tuple(documents)


@dataclass(frozen=True, slots=True)
class _Layers:
    """What an act is made of."""

    text: tuple[Piece, ...]
    notes: tuple[Piece, ...]
    top: tuple[Piece, ...]
    """Head of the pages."""
    portal: bool
    """A portal set words of its own around the paper."""


def _block(piece: Piece) -> int:
    """Return the index of the block that a piece begins with."""
    return piece.parts[0][0]


_SAVED = frozenset(("txt", "html"))
"""Formats in which pages of portals and newspapers are kept."""


def _stamped(document: Document, start: int, end: int) -> Document:
    """Add the mark of secrecy of the blocks from `start` to `end`: a stamp may stand above the head or below the closing."""
    if document.header.secrecy is not None:
        return document
    own = replace(document.source, blocks=document.source.blocks[start:end])
    return replace(document, header=replace(document.header, secrecy=header.stamped_secrecy(own)))


def _document(source: Source, layers: _Layers) -> Document:
    found = layers.text
    parts = zones(found, portal=layers.portal)
    if parts.news:
        return _news(source, found, layers.notes)
    text, paragraphs, anchors = compose(source, found, parts, layers.notes)
    fields = _header(text, paragraphs, ocr=source.ocr)
    if _adds(layers.top, found, fields):
        found = (*layers.top, *found[parts.head.start :])
        parts = zones(found, whole_head=True)
        text, paragraphs, anchors = compose(source, found, parts, layers.notes)
        fields = _header(text, paragraphs, ocr=source.ocr)
    portal = portal_fields([p.text for p in layers.text[: parts.head.start]])
    return Document(source, text, paragraphs, _from_portal(fields, portal), outline(text, paragraphs), anchors)


def _adds(top: tuple[Piece, ...], found: tuple[Piece, ...], fields: Header) -> bool:
    """Tell whether the head of the pages has what the head of the paper lacks: motto, number or day."""
    lines = [(Span(0, 0), p.text) for p in top]
    return (
        (any(is_motto(p.text) for p in top) and not any(is_motto(p.text) for p in found))
        or (fields.number.value is None and header.number_of(lines)[0].value is not None)
        or (fields.issued_on.value is None and header.place_and_date(lines)[1].value is not None)
    )


def _lines(text: str, paragraphs: tuple[Paragraph, ...], part: Part) -> list[Line]:
    return [
        (p.span, p.printed or text[p.span.start : p.span.end].replace("\f", " ")) for p in paragraphs if p.part is part
    ]


def _header(text: str, paragraphs: tuple[Paragraph, ...], *, ocr: bool) -> Header:
    head, end = unglued(_lines(text, paragraphs, Part.HEAD)), _lines(text, paragraphs, Part.CLOSING)
    body = "\n".join(words for _, words in _lines(text, paragraphs, Part.BODY))
    number, symbol = header.number_of(head)
    place, issued_on = header.place_and_date(head)
    recipients = recipients_of(head)
    doc_type = header.type_of(head, number, symbol, addressed=bool(recipients), telegram=header.telegram(head))
    if issued_on.value is None and doc_type.value == "bien_ban":
        issued_on = header.date_of_minutes([*head, *_lines(text, paragraphs, Part.BODY)]) or issued_on
    issuer = issuer_of(head, number)
    signer, signer_title, signed_for = closing.signature_of(end, ocr=ocr)
    if issuer.value is None:
        # of a paper without a head its first lines may be taken for one
        words = "\n".join([*(w for _, w in head), body])
        issuer = closing.issuer_from_signature(signed_for, words)
    return Header(
        doc_type,
        number,
        issued_on,
        place,
        issuer,
        header.subject_of(head, doc_type.value, number, body),
        signer,
        signer_title,
        signed_for,
        recipients,
        closing.copies_of(end),
        urgency=header.urgency_of(head),
        secrecy=header.secrecy_of(head),
        symbol=symbol,
        issued_between=header.issued_between(head),
    )


def _from_portal(head: Header, portal: dict[str, str]) -> Header:
    """Fill what the paper's own head lacks from the table that the portal sets before it."""
    doubt = Evidence(
        "header.portal", None, 0.7, "theo bảng thuộc tính của cổng thông tin, không có trong phần đầu văn bản"
    )
    key = canonical_number(portal.get("so hieu", ""))
    when = parse_date(portal.get("ngay ban hanh", ""))
    if head.number.value is None and key:
        head = replace(head, number=Field(key, doubt))
    if head.issued_on.value is None and when:
        head = replace(head, issued_on=Field(when, doubt), issued_between=None)
    if head.issuer.value is None and portal.get("noi ban hanh"):
        head = replace(head, issuer=Field(portal["noi ban hanh"], doubt))
    kind = by_title().get(fold(portal.get("loai van ban", "")))
    if kind and (head.doc_type.value is None or head.doc_type.evidence.rule == "header.type.letter"):
        head = replace(head, doc_type=Field(kind.id, doubt))
    return head


def _is_dated(found: tuple[Piece, ...], i: int) -> bool:
    """Tell whether a line has the day of publication, or its label while the next line has the day: `Cập nhật: 09:15` | `04/11/2024`."""
    below = found[i + 1].text if i + 1 < len(found) else ""
    return parse_date(found[i].text) is not None or (
        header.labels_day(found[i].text) and parse_date(below[:20]) is not None
    )


def _news(source: Source, found: tuple[Piece, ...], notes: tuple[Piece, ...]) -> Document:
    """Read a report of a meeting: a title, a line with the day of publication, paragraphs that end in a full stop; captions and bylines stay in the text and say nothing."""
    first_is_title = (bool(found) and not found[0].text.rstrip().endswith((".", "…", ":"))) or (
        len(found) > 1 and len(found[0].text) < 140 and parse_date(found[1].text) is not None
    )
    head = 1 if first_is_title else 0
    while head < len(found) and head < 4 and len(found[head].text) < 80 and _is_dated(found, head):
        head += 1
    aside = frozenset(i for i, p in enumerate(found) if i >= head and is_caption(p.text))
    parts = Zones(range(head), range(head, len(found)), range(0), range(0), news=True, noise=aside)
    text, paragraphs, anchors = compose(source, found, parts, notes)
    lines = _lines(text, paragraphs, Part.HEAD)
    missing = blank("header.news", "bản tin không có số, ký hiệu")
    title = lines[0] if first_is_title and lines else None
    subject = (
        taken(title[1].strip(" .*"), "header.news.title", title[0], 0.9)
        if title
        else blank("header.news.title", "không có tiêu đề")
    )
    fields = Header(
        Field("tin_bai", Evidence("header.type.news", Span(0, 0), 0.8)),
        missing,
        header.news_date(lines),
        missing,
        missing,
        subject,
        missing,
        missing,
        missing,
    )
    return Document(source, text, paragraphs, fields, outline(text, paragraphs), anchors)
