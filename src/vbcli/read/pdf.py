"""A .pdf into lines and tables in reading order, columns told apart, page furniture dropped.

A scan has no text or only a signature stamp: OCR. Signed papers carry number and date in fields laid over
the page; they are put into their line: "Số:      /KH-UBND" and a field "173" → "Số: 173 /KH-UBND".
"""

from operator import attrgetter
from statistics import median

import pypdfium2

from vbcli.config import USUAL, Reading
from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.model.evidence import Issue, Place
from vbcli.model.source import Aside, Block, BlockKind
from vbcli.read.characters import is_vietnamese
from vbcli.read.pdf_columns import Placed, split_columns
from vbcli.read.pdf_furniture import Sheet, first_footnote, without_furniture
from vbcli.read.pdf_leaf import Leaf, leaf_of
from vbcli.read.pdf_lines import Line
from vbcli.read.pdf_page import FEWEST_PATHS, Page, read_page
from vbcli.read.pdf_rules import cells_of
from vbcli.read.pdf_scan import image_leaves, with_scans
from vbcli.read.pdf_tables import Plumber, Table, join_over_pages, take_tables
from vbcli.read.recode import in_unicode

MAX_PAGES = 2000

_bold, _italic = attrgetter("bold"), attrgetter("italic")

_VIETNAMESE = 0.05
_FLUSH = 0.02
_CENTRED = 0.02
_INSET = 0.03
_BEYOND_INDENT = 0.4
_FULL = 0.55
_USUAL_LEFT, _USUAL_RIGHT = 0.14, 0.9
"""Of the page width: the margins of official papers, where a page shows none."""


def read_pdf(data: bytes, how: Reading = USUAL) -> tuple[tuple[Block, ...], int, float, bool, tuple[Issue, ...]]:
    """Return the blocks, the number of pages, the width of the first, whether OCR made the text, what was odd."""
    document = _opened(data)
    try:
        leaves = [leaf_of(read_page(document, index)) for index in range(_page_count(document))]
    finally:
        document.close()
    leaves, ocr = with_scans(data, leaves, how)
    with Plumber(data) as plumber:
        blocks, issues = _told(leaves, plumber)
    return blocks, len(leaves), leaves[0].page.width, ocr, issues


def read_image(data: bytes, how: Reading = USUAL) -> tuple[tuple[Block, ...], int, float, bool, tuple[Issue, ...]]:
    """Return the same of an image file, one page to a frame."""
    leaves = image_leaves(data, how)
    blocks, issues = _told(leaves, None)
    return blocks, len(leaves), leaves[0].page.width, True, issues


def _told(leaves: list[Leaf], plumber: Plumber | None) -> tuple[tuple[Block, ...], tuple[Issue, ...]]:
    sheets = [Sheet(leaf.page.number, leaf.page.height, leaf.lines) for leaf in leaves]
    blocks: list[Block] = []
    issues = _issues(leaves)
    usual = median(line.size for leaf in leaves for line in leaf.lines)
    for leaf, lines in zip(leaves, without_furniture(sheets), strict=True):
        rest: list[Line] = list(lines)
        tables: list[Table] = []
        if leaf.tables:
            rest, tables = take_tables(lines, map(list, leaf.tables))
        elif plumber and leaf.page.paths >= FEWEST_PATHS and lines and not leaf.page.turned:
            rest, tables = _tables(plumber, leaf.page, lines, issues)
        blocks += _page_blocks(leaf.page, rest, tables, usual)
    told = in_unicode(tuple(join_over_pages(blocks)))
    if not is_vietnamese("\n".join(text for block in told for text in _texts(block)), _VIETNAMESE):
        issues.append(
            Issue("not_vietnamese", N_("Chữ trong tệp không giống tiếng Việt Unicode (mất dấu hoặc phông cũ)."))
        )
    return told, tuple(issues)


def _texts(block: Block) -> list[str]:
    return [block.text, *(cell.text for cell in block.cells)]


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        # pdfium gives the last error that it met, be it of the file before: only an encrypted one has a password.
        if "password" in str(fault).lower() and b"/Encrypt" in data:
            advice = N_("Mở tệp bằng mật khẩu, in hoặc lưu thành PDF không mật khẩu rồi nạp lại.")
            raise ReadError("password", N_("Tệp PDF đặt mật khẩu."), advice) from fault
        raise ReadError(
            "damaged", N_("Tệp PDF bị hỏng hoặc chép thiếu."), N_("Tải hoặc sao chép lại tệp gốc.")
        ) from fault


def _page_count(document: pypdfium2.PdfDocument) -> int:
    count = len(document)
    if count > MAX_PAGES:
        raise ReadError(
            "too_large",
            N_("Tệp PDF có {pages} trang, quá {most} trang.").format(pages=count, most=MAX_PAGES),
            N_("Tách tệp rồi nạp lại."),
        )
    if not count:
        raise ReadError("damaged", N_("Tệp PDF không có trang nào."), N_("Tải hoặc sao chép lại tệp gốc."))
    return count


def _issues(leaves: list[Leaf]) -> list[Issue]:
    issues = []
    for leaf in leaves:
        page = leaf.page
        place = Place(page.number, None, 0)
        if not leaf.lines and page.images:
            issues.append(
                Issue("page_needs_ocr", N_("Trang {page} là ảnh, chưa đọc được.").format(page=page.number), place)
            )
        if page.slanted:
            issues.append(
                Issue(
                    "slanted_text",
                    N_("Trang {page} có {letters} chữ viết nghiêng dòng, bỏ qua.").format(
                        page=page.number, letters=page.slanted
                    ),
                    place,
                )
            )
        issues += leaf.issues
        issues += [Issue("signature_stamp", " · ".join(stamp.splitlines()), place) for stamp in leaf.stamps]
    return issues


def _tables(
    plumber: Plumber, page: Page, lines: tuple[Line, ...], issues: list[Issue]
) -> tuple[list[Line], list[Table]]:
    """Return what is left of the lines and the tables; a page whose rules cannot be read keeps its lines."""
    try:
        found = plumber.cells_of(page.number) if page.rules is None else cells_of(page.rules)
    except Exception as fault:  # noqa: BLE001 (pdfminer raises what it likes; the text itself is at hand)
        place = Place(page.number, None, 0)
        issues.append(
            Issue(
                "tables_unread",
                N_("Trang {page}: không dò được bảng ({fault}).").format(page=page.number, fault=type(fault).__name__),
                place,
            )
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
        printed=line.printed,
        aside=Aside.NOTE if placed.column is None and placed.row > notes else None,
        bold=all(map(_bold, line.words)),
        italic=all(map(_italic, line.words)),
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
