"""A .pdf into lines and tables in reading order, columns told apart, page furniture dropped.

A scan has no text or only a signature stamp: `needs_ocr`. Signed papers carry number and date in fields laid over
the page; they are put into their line: "Số:      /KH-UBND" and a field "173" → "Số: 173 /KH-UBND".
"""

from dataclasses import dataclass, replace
from statistics import median

import pypdfium2

from vbcli.errors import ReadError
from vbcli.model.evidence import Issue, Place
from vbcli.model.source import Block, BlockKind
from vbcli.read.characters import vietnamese_share
from vbcli.read.pdf_columns import Placed, split_columns
from vbcli.read.pdf_furniture import Sheet, first_footnote, is_stamp, without_furniture, without_stamps
from vbcli.read.pdf_lines import Line, overlay_text, page_lines
from vbcli.read.pdf_page import Page, read_page
from vbcli.read.pdf_tables import FEWEST_PATHS, Plumber, Table, join_over_pages, take_tables
from vbcli.read.recode import in_unicode

MAX_PAGES = 2000
FOOTNOTE = "footnote"
"""`Block.style` of footnotes: they stand between the halves of a paragraph that runs on overleaf."""

_BODY = 100
"""Characters: less than this beside pictures is no body."""
_OUTLINED = 200
"""Drawn objects: letters turned into outlines, where a page has no text."""
_VIETNAMESE = 0.05
_MOSTLY = 0.5
_FLUSH = 0.02
_CENTRED = 0.02
_INSET = 0.03
_BEYOND_INDENT = 0.4
_FULL = 0.55
_USUAL_LEFT, _USUAL_RIGHT = 0.14, 0.9
"""Of the page width: the margins of official papers, where a page shows none."""
_OCR = "Nhận dạng chữ (OCR) rồi nạp lại."


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page, its lines put together and its stamps taken off."""

    page: Page
    """Without its glyphs: a thousand pages of them would fill the memory."""
    glyphs: int
    lines: tuple[Line, ...]
    stamps: tuple[str, ...]


def read_pdf(data: bytes) -> tuple[tuple[Block, ...], int, float, bool, tuple[Issue, ...]]:
    """Return the blocks, the number of pages, the width of the first, whether OCR made the text, what was odd."""
    document = _opened(data)
    try:
        leaves = [_leaf(read_page(document, index)) for index in range(_page_count(document))]
    finally:
        document.close()
    ocr = _check_text(leaves)
    sheets = [Sheet(leaf.page.number, leaf.page.height, leaf.lines) for leaf in leaves]
    blocks: list[Block] = []
    issues = _issues(leaves)
    usual = median(line.size for leaf in leaves for line in leaf.lines)
    with Plumber(data) as plumber:
        for leaf, lines in zip(leaves, without_furniture(sheets), strict=True):
            rest: list[Line] = list(lines)
            tables: list[Table] = []
            if leaf.page.paths >= FEWEST_PATHS and lines and not leaf.page.turned:
                rest, tables = _tables(plumber, leaf.page, lines, issues)
            blocks += _page_blocks(leaf.page, rest, tables, usual)
    told = in_unicode(tuple(join_over_pages(blocks)))
    if vietnamese_share("\n".join(text for block in told for text in _texts(block))) < _VIETNAMESE:
        issues.append(Issue("not_vietnamese", "Chữ trong tệp không giống tiếng Việt Unicode (mất dấu hoặc phông cũ)."))
    return told, len(leaves), leaves[0].page.width, ocr, tuple(issues)


def _texts(block: Block) -> list[str]:
    return [block.text, *(cell.text for cell in block.cells)]


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            advice = "Mở tệp bằng mật khẩu, in hoặc lưu thành PDF không mật khẩu rồi nạp lại."
            raise ReadError("password", "Tệp PDF đặt mật khẩu.", advice) from fault
        raise ReadError("damaged", "Tệp PDF bị hỏng hoặc chép thiếu.", "Tải hoặc sao chép lại tệp gốc.") from fault


def _page_count(document: pypdfium2.PdfDocument) -> int:
    count = len(document)
    if count > MAX_PAGES:
        raise ReadError("too_large", f"Tệp PDF có {count} trang, quá {MAX_PAGES} trang.", "Tách tệp rồi nạp lại.")
    if not count:
        raise ReadError("damaged", "Tệp PDF không có trang nào.", "Tải hoặc sao chép lại tệp gốc.")
    return count


def _leaf(page: Page) -> _Leaf:
    """Return the page with the stamps of signatures set apart."""
    stamps, shown = [], []
    for overlay in page.overlays:
        text = overlay_text(overlay.glyphs)
        if is_stamp(text):
            stamps.append(text)
        else:
            shown.append(overlay)
    lines, drawn = without_stamps(page_lines(replace(page, overlays=tuple(shown))))
    return _Leaf(replace(page, glyphs=(), overlays=()), len(page.glyphs), lines, (*stamps, *drawn))


def _check_text(leaves: list[_Leaf]) -> bool:
    """Return whether the text is a layer of OCR; a ReadError where there is none worth reading."""
    text = "\n".join(line.text for leaf in leaves for line in leaf.lines)
    length = len("".join(text.split()))
    glyphs = sum(leaf.glyphs for leaf in leaves)
    images = sum(leaf.page.images for leaf in leaves)
    drawn = images or any(leaf.page.paths >= _OUTLINED for leaf in leaves)
    if length < _BODY and drawn:
        raise ReadError("needs_ocr", "PDF là bản quét, không có chữ để đọc.", _OCR)
    if not length:
        raise ReadError("empty", "Tệp PDF không có chữ nào.", "Kiểm tra lại tệp gốc.")
    layered = sum(leaf.page.invisible for leaf in leaves) > _MOSTLY * max(glyphs, 1)
    if layered and vietnamese_share(text) < _VIETNAMESE:
        raise ReadError("needs_ocr", "PDF là bản quét, lớp chữ nhận dạng trước đây không dùng được.", _OCR)
    return layered


def _issues(leaves: list[_Leaf]) -> list[Issue]:
    issues = []
    for leaf in leaves:
        page = leaf.page
        place = Place(page.number, None, 0)
        if not leaf.lines and page.images:
            issues.append(Issue("page_needs_ocr", f"Trang {page.number} là ảnh, chưa đọc được.", place))
        if page.slanted:
            issues.append(
                Issue("slanted_text", f"Trang {page.number} có {page.slanted} chữ viết nghiêng dòng, bỏ qua.", place)
            )
        issues += [Issue("signature_stamp", " · ".join(stamp.splitlines()), place) for stamp in leaf.stamps]
    return issues


def _tables(
    plumber: Plumber, page: Page, lines: tuple[Line, ...], issues: list[Issue]
) -> tuple[list[Line], list[Table]]:
    """Return what is left of the lines and the tables; a page that pdfplumber cannot read keeps its lines."""
    try:
        found = plumber.cells_of(page.number)
    except Exception as fault:  # noqa: BLE001 (pdfminer raises what it likes; the text itself is at hand)
        place = Place(page.number, None, 0)
        issues.append(
            Issue("tables_unread", f"Trang {page.number}: không dò được bảng ({type(fault).__name__}).", place)
        )
        found = []
    return take_tables(lines, found)


def _page_blocks(page: Page, lines: list[Line], tables: list[Table], usual: float) -> list[Block]:
    """Return the blocks of a page: lines between the tables, each stretch with columns of its own."""
    blocks: list[Block] = []
    rest = sorted(lines, key=lambda line: line.base)
    margins = _margins(rest, tables, page.width)
    row = 0
    for table in [*sorted(tables, key=lambda t: t.box.top), None]:
        above = [line for line in rest if table is None or line.base <= table.box.top + line.size / 2]
        rest = rest[len(above) :]
        placed = split_columns(above, page.width)
        notes = first_footnote(above, usual) if table is None else len(above)
        blocks += [_line_block(page, item, row, margins, notes) for item in placed]
        row += len(above)
        if table is not None:
            row += 1
            blocks.append(Block(BlockKind.TABLE, page=page.number, line=row, box=table.box, cells=table.cells))
    return blocks


def _line_block(page: Page, placed: Placed, before: int, margins: tuple[float, float], notes: int) -> Block:
    line = placed.line
    return Block(
        BlockKind.LINE,
        line.text,
        page=page.number,
        line=before + placed.row,
        style=FOOTNOTE if placed.column is None and placed.row > notes else "",
        bold=all(word.bold for word in line.words),
        italic=all(word.italic for word in line.words),
        align=_align(line, margins) if placed.column is None else "",
        column=placed.column,
        box=line.box,
        size=line.size,
    )


def _margins(lines: list[Line], tables: list[Table], width: float) -> tuple[float, float]:
    """Return the left and right edge of the text of a page, as most of its long lines have them."""
    starts = sorted([line.words[0].x0 for line in lines] + [table.box.x0 for table in tables])
    ends = sorted([line.words[-1].x1 for line in lines] + [table.box.x1 for table in tables])
    if not starts or ends[-1] - starts[0] < _FULL * width:
        return _USUAL_LEFT * width, _USUAL_RIGHT * width
    few = max(len(starts) // 4, 1)
    return median(starts[:few]), median(ends[-few:])


def _align(line: Line, margins: tuple[float, float]) -> str:
    left, right = margins
    width = max(right - left, 1.0)
    before, after = (line.words[0].x0 - left) / width, (right - line.words[-1].x1) / width
    if abs(after) < _FLUSH:
        return "right" if before > _BEYOND_INDENT else "justify"
    if before > _INSET and abs(before - after) < max(_CENTRED, before / 4):
        return "center"
    return "left" if before < _BEYOND_INDENT else ""
