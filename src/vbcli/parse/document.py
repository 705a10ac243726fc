"""Source → Document: the one function that composes the stage."""

from dataclasses import replace

from vbcli.lexicon.document_types import by_title
from vbcli.lexicon.numbers import canonical_number
from vbcli.model.document import Document, Field, Header, Paragraph, Part
from vbcli.model.evidence import Evidence, Span
from vbcli.model.source import Source
from vbcli.parse import closing, header
from vbcli.parse.addressees import recipients_of
from vbcli.parse.compose import compose
from vbcli.parse.lines import pieces
from vbcli.parse.outline import outline
from vbcli.parse.piece import Piece
from vbcli.parse.portal import portal_fields
from vbcli.parse.zones import Zones, is_noise, zones
from vbcli.text.dates import parse_date
from vbcli.text.fold import fold


def parse(source: Source) -> tuple[Document, ...]:
    """Return the documents that a source holds, in order."""
    found = tuple(p for p in pieces(source) if not is_noise(p.text))
    document = _document(source, found)
    if document.header.secrecy is None:
        # a stamp may stand above the head or below the closing: it counts wherever it is printed
        document = replace(document, header=replace(document.header, secrecy=header.stamped_secrecy(source)))
    return (document,)


def _document(source: Source, found: tuple[Piece, ...]) -> Document:
    parts = zones(found)
    if parts.news:
        return _news(source, found)
    text, paragraphs, anchors = compose(source, found, parts)
    portal = portal_fields([p.text for p in found[: parts.head.start]])
    return Document(
        source, text, paragraphs, _from_portal(_header(text, paragraphs), portal), outline(text, paragraphs), anchors
    )


def _lines(text: str, paragraphs: tuple[Paragraph, ...], part: Part) -> list[header.Line]:
    return [(p.span, text[p.span.start : p.span.end].replace("\f", " ")) for p in paragraphs if p.part is part]


def _header(text: str, paragraphs: tuple[Paragraph, ...]) -> Header:
    head, end = _lines(text, paragraphs, Part.HEAD), _lines(text, paragraphs, Part.CLOSING)
    body = "\n".join(words for _, words in _lines(text, paragraphs, Part.BODY))
    number, symbol = header.number_of(head)
    place, issued_on = header.place_and_date(head)
    recipients = recipients_of(head)
    doc_type = header.type_of(head, number, symbol, addressed=bool(recipients), telegram=header.telegram(head))
    issuer, _ = header.issuer_of(head, number)
    signer, signer_title, signed_for = closing.signature_of(end)
    if issuer.value is None:
        issuer = closing.issuer_from_signature(signed_for, body)
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


def _news(source: Source, found: tuple[Piece, ...]) -> Document:
    """Read a report of a meeting: a title, a line with the day of publication, paragraphs that end in a full stop; the rest is captions and bylines."""
    first_is_title = (bool(found) and not found[0].text.rstrip().endswith((".", "…", ":"))) or (
        len(found) > 1 and len(found[0].text) < 140 and parse_date(found[1].text) is not None
    )
    head = 1 if first_is_title else 0
    while head < len(found) and head < 4 and len(found[head].text) < 80 and parse_date(found[head].text):
        head += 1
    body = [p for p in found[head:] if p.text.rstrip(' ”"').endswith((".", "…", ":", ";")) and len(p.text) > 40]
    kept = (*found[:head], *body)
    text, paragraphs, anchors = compose(
        source, kept, Zones(range(head), range(head, len(kept)), range(0), range(0), news=True)
    )
    lines = _lines(text, paragraphs, Part.HEAD)
    missing = header.blank("header.news", "bản tin không có số, ký hiệu")
    title = lines[0] if first_is_title and lines else None
    subject = (
        header.found(title[1].strip(" .*"), "header.news.title", title[0], 0.9)
        if title
        else header.blank("header.news.title", "không có tiêu đề")
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
