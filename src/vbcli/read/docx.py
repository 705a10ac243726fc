"""A .docx into paragraphs and tables as Word prints them, in the order of the text.

python-docx opens the package; the body is walked here, because automatic numbers, content controls, tracked
insertions, notes and text boxes are lost in its paragraphs. Heads and feet of the pages are kept apart; comments are no text.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue
from vbcli.model.source import Aside, Block
from vbcli.read.docx_body import Body
from vbcli.read.docx_embedded import read_embedded
from vbcli.read.docx_notes import read_notes
from vbcli.read.docx_styles import W, flag, read_styles
from vbcli.read.numbering import read_numbering
from vbcli.read.recode import in_unicode

MAX_UNPACKED = 200 * 1024 * 1024

_MAIN = "officeDocument"
_STRICT = b"purl.oclc.org/ooxml"
_SAVE_AGAIN = N_("Mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nạp lại.")
_OTHERS = (("xl/", N_("Bảng tính .xlsx")), ("ppt/", N_("Tệp trình chiếu .pptx")))


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHUNK = "/aFChunk"
_NESTED = 3
"""A .docx may hold a .docx that holds a .docx."""


def read_docx(data: bytes, depth: int = 0) -> tuple[tuple[Block, ...], tuple[Issue, ...]]:
    """Return the blocks, heads of pages first and feet last, and what was odd."""
    _check_package(data)
    from docx.opc.constants import RELATIONSHIP_TYPE

    part = _opened(data)
    styles, default = read_styles(_related(part, RELATIONSHIP_TYPE.STYLES))
    numbering = read_numbering(_related(part, RELATIONSHIP_TYPE.NUMBERING), styles)
    settings = _related(part, RELATIONSHIP_TYPE.SETTINGS)
    notes = read_notes(
        _related(part, RELATIONSHIP_TYPE.FOOTNOTES),
        _related(part, RELATIONSHIP_TYPE.ENDNOTES),
        settings,
        part.element.body,
    )
    issues: list[Issue] = []
    blocks = Body(styles, default, numbering, notes, partial(_embedded, part, issues, depth)).blocks(part.element.body)
    if not any(block.text.strip() or any(cell.text.strip() for cell in block.cells) for block in blocks):
        if any(relation.reltype == RELATIONSHIP_TYPE.IMAGE for relation in part.rels.values()):
            raise ReadError(
                "needs_ocr", N_("Tệp Word chỉ có ảnh, không có chữ."), N_("Nhận dạng chữ (OCR) rồi nạp lại.")
            )
        raise ReadError("empty", N_("Tệp Word không có chữ nào."), N_("Kiểm tra lại tệp gốc."))
    aside = {
        kind: tuple(_asides(part, settings, kind, Body(styles, default, numbering)))
        for kind in (Aside.HEADER, Aside.FOOTER)
    }
    return in_unicode((*aside[Aside.HEADER], *blocks, *aside[Aside.FOOTER])), tuple(issues)


def _opened(data: bytes) -> Any:
    """Return the main part; embedded files stay bytes, though some are labelled as main parts of a .docx themselves."""
    import docx
    from docx.opc.part import Part, PartFactory

    usual = PartFactory.__dict__["part_class_selector"]
    PartFactory.part_class_selector = lambda kind, relation: (
        Part if relation.endswith(_CHUNK) else usual(kind, relation)
    )
    try:
        return docx.Document(io.BytesIO(data)).part
    finally:
        PartFactory.part_class_selector = usual


def _embedded(part: Any, issues: list[Issue], depth: int, key: str) -> tuple[Block, ...]:
    """Return the blocks of the file that an altChunk names."""
    found = part.related_parts.get(key)
    if found is None or depth >= _NESTED:
        issues.append(Issue("embedded", N_("Có phần nhúng trong tệp không đọc được.")))
        return ()
    blocks, odd = read_embedded(found.blob, found.content_type, lambda data: _inner(data, depth, issues))
    issues += odd
    return blocks


def _inner(data: bytes, depth: int, issues: list[Issue]) -> tuple[Block, ...]:
    blocks, odd = read_docx(data, depth + 1)
    issues += odd
    return tuple(block for block in blocks if block.aside in (None, Aside.NOTE))


def _asides(part: Any, settings: Any, kind: Aside, walk: Body) -> Iterator[Block]:
    """Yield what stands at the head or the foot of the pages, each text once, page numbers left out."""
    known: set[str] = set()
    for section in part.element.body.iter(W + "sectPr"):
        for reference in section.findall(f"{W}{kind}Reference"):
            turn = reference.get(W + "type", "default")
            if (turn == "first" and not flag(section, "titlePg")) or (
                turn == "even" and not flag(settings, "evenAndOddHeaders")
            ):
                continue
            found = part.related_parts.get(reference.get(_RELATION, ""))
            for block in walk.blocks(_root(found)) if found is not None else ():
                words = " ".join((block.text, *(cell.text for cell in block.cells))).strip()
                if any(map(str.isalpha, words)) and words not in known:
                    known.add(words)
                    yield replace(block, line=None, aside=kind)


def _related(part: Any, kind: str) -> Any:
    """Return the root element of a part of the package; None where the document has none."""
    try:
        return _root(part.part_related_by(kind))
    except KeyError:
        return None


def _root(found: Any) -> Any:
    from lxml import etree

    element = getattr(found, "element", None)
    if element is not None:
        return element
    return etree.fromstring(found.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _check_package(data: bytes) -> None:
    """Raise a ReadError for what is no .docx or would not be safe to open."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as fault:
        raise ReadError(
            "damaged", N_("Tệp Word bị hỏng hoặc chép thiếu."), N_("Tải hoặc sao chép lại tệp gốc.")
        ) from fault
    with package:
        entries = package.infolist()
        # What is read of an entry never exceeds the size that its header claims, so the claims can be trusted here.
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            limit = MAX_UNPACKED // 1024**2
            raise ReadError(
                "too_large", N_("Tệp Word bung ra lớn hơn {limit} MB.").format(limit=limit), N_("Kiểm tra lại tệp gốc.")
            )
        names = {entry.filename for entry in entries}
        _check_names(names)
        for name in sorted(names):
            if name.endswith((".xml", ".rels")):
                _check_part(package.read(name))


def _check_names(names: set[str]) -> None:
    for folder, kind in _OTHERS:
        if any(name.startswith(folder) for name in names):
            raise ReadError(
                "unsupported",
                N_("{kind} chưa đọc được.").format(kind=kind),
                N_("Chép nội dung sang tệp .docx rồi nạp lại."),
            )
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise ReadError("damaged", N_("Tệp nén này không phải là tệp Word."), N_("Giải nén, hoặc tải lại tệp gốc."))


def _check_part(part: bytes) -> None:
    """Raise for entities, which no word processor writes, and for the strict dialect, which python-docx cannot open."""
    text = part.replace(b"\0", b"")  # UTF-16 hides nothing
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise ReadError("damaged", N_("Tệp Word chứa khai báo DOCTYPE không an toàn."), _SAVE_AGAIN)
    if _STRICT in text and _MAIN.encode() in text:
        raise ReadError("unsupported", N_("Tệp Word dạng Strict Open XML chưa đọc được."), _SAVE_AGAIN)
