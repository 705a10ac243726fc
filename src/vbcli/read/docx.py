"""A .docx into paragraphs and tables as Word prints them, in the order of the text.

python-docx opens the package; the body is walked here, because automatic numbers, content controls, tracked
insertions and text boxes are lost in its paragraphs. Headers, footers, notes and comments are not part of the body.
"""

import io
import zipfile
from typing import Any

from vbcli.errors import ReadError
from vbcli.model.source import Block
from vbcli.read.docx_body import Body
from vbcli.read.docx_styles import read_styles
from vbcli.read.numbering import read_numbering
from vbcli.read.recode import in_unicode

MAX_UNPACKED = 200 * 1024 * 1024

_MAIN = "officeDocument"
_STRICT = b"purl.oclc.org/ooxml"
_SAVE_AGAIN = "Mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nạp lại."
_OTHERS = (("xl/", "Bảng tính .xlsx"), ("ppt/", "Tệp trình chiếu .pptx"))


def read_docx(data: bytes) -> tuple[Block, ...]:
    """Return the blocks of the body."""
    _check_package(data)
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE

    part = docx.Document(io.BytesIO(data)).part
    styles, default = read_styles(_related(part, RELATIONSHIP_TYPE.STYLES))
    numbering = read_numbering(_related(part, RELATIONSHIP_TYPE.NUMBERING), styles)
    blocks = Body(styles, default, numbering).blocks(part.element.body)
    if not any(block.text.strip() or any(cell.text.strip() for cell in block.cells) for block in blocks):
        if any(relation.reltype == RELATIONSHIP_TYPE.IMAGE for relation in part.rels.values()):
            raise ReadError("needs_ocr", "Tệp Word chỉ có ảnh, không có chữ.", "Nhận dạng chữ (OCR) rồi nạp lại.")
        raise ReadError("empty", "Tệp Word không có chữ nào.", "Kiểm tra lại tệp gốc.")
    return in_unicode(blocks)


def _related(part: Any, kind: str) -> Any:
    """Return the root element of a part of the package; None where the document has none."""
    from lxml import etree

    try:
        found = part.part_related_by(kind)
    except KeyError:
        return None
    element = getattr(found, "element", None)
    if element is not None:
        return element
    return etree.fromstring(found.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _check_package(data: bytes) -> None:
    """Raise a ReadError for what is no .docx or would not be safe to open."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as fault:
        raise ReadError("damaged", "Tệp Word bị hỏng hoặc chép thiếu.", "Tải hoặc sao chép lại tệp gốc.") from fault
    with package:
        entries = package.infolist()
        # What is read of an entry never exceeds the size that its header claims, so the claims can be trusted here.
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            limit = MAX_UNPACKED // 1024**2
            raise ReadError("too_large", f"Tệp Word bung ra lớn hơn {limit} MB.", "Kiểm tra lại tệp gốc.")
        names = {entry.filename for entry in entries}
        _check_names(names)
        for name in sorted(names):
            if name.endswith((".xml", ".rels")):
                _check_part(package.read(name))


def _check_names(names: set[str]) -> None:
    for folder, kind in _OTHERS:
        if any(name.startswith(folder) for name in names):
            raise ReadError("unsupported", f"{kind} chưa đọc được.", "Chép nội dung sang tệp .docx rồi nạp lại.")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise ReadError("damaged", "Tệp nén này không phải là tệp Word.", "Giải nén, hoặc tải lại tệp gốc.")


def _check_part(part: bytes) -> None:
    """Raise for entities, which no word processor writes, and for the strict dialect, which python-docx cannot open."""
    text = part.replace(b"\0", b"")  # UTF-16 hides nothing
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise ReadError("damaged", "Tệp Word chứa khai báo DOCTYPE không an toàn.", _SAVE_AGAIN)
    if _STRICT in text and _MAIN.encode() in text:
        raise ReadError("unsupported", "Tệp Word dạng Strict Open XML chưa đọc được.", _SAVE_AGAIN)
