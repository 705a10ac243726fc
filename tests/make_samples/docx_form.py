"""A paper as a Word file, laid out as offices do; the same file, run again, is the same bytes."""

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Length, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .paper import ABOVE, MARKS, Paper, Table, read_body

FONT = "Liberation Serif"
MADE = datetime(2026, 1, 1, tzinfo=UTC)
ZIP_DATE = (2026, 1, 1, 0, 0, 0)
COLUMNS = (Cm(7), Cm(9.5))
"""Left and right column of heading and closing."""
NUMBERS = (("decimal", "%1.", 720), ("lowerLetter", "%2)", 720), ("bullet", "-", 720))
"""Word's own numbering: format, text, indent of the first line."""
NUM_ID = 77
CHANGES = {"{+": "ins", "{-": "del"}
CHANGED = 'w:id="0" w:author="Văn phòng" w:date="2026-01-01T00:00:00Z"'

CENTER, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT


def _runs(par: Paragraph, text: str, size: float, *, bold: bool = False, italic: bool = False) -> Paragraph:
    for piece in filter(None, MARKS.split(text)):
        strong, slanted = piece.startswith("**"), piece.startswith("//")
        run = par.add_run(piece[2:-2] if MARKS.fullmatch(piece) else piece)
        run.font.size = Pt(size)
        run.bold, run.italic = bold or strong, italic or slanted
        if piece.startswith(tuple(CHANGES)) and MARKS.fullmatch(piece):
            _track(run, CHANGES[piece[:2]])
    if text.startswith(tuple(CHANGES)) and MARKS.fullmatch(text):
        mark = parse_xml(f"<w:rPr {nsdecls('w')}><w:{CHANGES[text[:2]]} {CHANGED}/></w:rPr>")
        par._p.get_or_add_pPr().insert_element_before(mark, "w:sectPr", "w:pPrChange")
    return par


def _track(run: Run, kind: str) -> None:
    """Mark a run as inserted or deleted."""
    change = parse_xml(f"<w:{kind} {nsdecls('w')} {CHANGED}/>")
    run._r.addprevious(change)
    change.append(run._r)
    if kind == "del":
        for text in run._r.findall(qn("w:t")):
            text.tag = qn("w:delText")
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _tight(par: Paragraph, align: WD_ALIGN_PARAGRAPH = CENTER) -> Paragraph:
    par.alignment = align
    par.paragraph_format.space_after = par.paragraph_format.space_before = Pt(0)
    return par


def _rule(par: Paragraph, indent: float) -> None:
    """Draw the line that stands under a heading, shorter than the text."""
    par.paragraph_format.left_indent = par.paragraph_format.right_indent = Cm(indent)
    border = f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    after = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    par._p.get_or_add_pPr().insert_element_before(parse_xml(border), *after)


def _grid(doc: Doc, rows: int, widths: tuple[Length, ...]) -> WordTable:
    table = doc.add_table(rows, len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def _left_line(par: Paragraph, text: str, *, issuer: bool) -> None:
    if text.startswith(("Số", "*")):
        _runs(par, text, 13)
    elif text.startswith("V/v") or not text.isupper():
        _runs(par, text, 12, italic=not text.startswith("V/v"))
    else:
        _runs(par, text, 13, bold=issuer)


def _is_issuer(paper: Paper, i: int) -> bool:
    caps = [j for j, line in enumerate(paper.left) if line.isupper() and line[0] not in "*S"]
    return not paper.is_party or i == caps[-1]


def _right_line(par: Paragraph, paper: Paper, i: int) -> None:
    text = paper.right[i]
    if i == len(paper.right) - 1:
        par.paragraph_format.space_before = Pt(6)
        _runs(par, text, 13, italic=True)
        return
    _runs(par, text, 12 if i == 0 and not paper.is_party else 13, bold=True)
    if i == len(paper.right) - 2:
        _rule(par, 1.2)


def _heading(doc: Doc, paper: Paper) -> None:
    if paper.head_style == "tabs":
        for i in range(max(len(paper.left), len(paper.right))):
            par = _tight(doc.add_paragraph(), LEFT)
            par.paragraph_format.tab_stops.add_tab_stop(Cm(3.2), WD_TAB_ALIGNMENT.CENTER)
            par.paragraph_format.tab_stops.add_tab_stop(Cm(11.2), WD_TAB_ALIGNMENT.CENTER)
            left = paper.left[i] if i < len(paper.left) else ""
            right = paper.right[i] if i < len(paper.right) else ""
            _runs(par, f"\t{left}\t{right}", 12, bold=left.isupper() and not left.startswith("S"))
        return
    left, right = _grid(doc, 1, COLUMNS).rows[0].cells
    for i, text in enumerate(paper.left):
        par = _tight(left.paragraphs[0] if i == 0 else left.add_paragraph())
        _left_line(par, text, issuer=_is_issuer(paper, i))
    for i in range(len(paper.right)):
        par = _tight(right.paragraphs[0] if i == 0 else right.add_paragraph())
        _right_line(par, paper, i)


def _titles(doc: Doc, paper: Paper) -> None:
    if paper.urgency:
        _runs(_tight(doc.add_paragraph(), LEFT), paper.urgency, 13, bold=True)
    if paper.title:
        par = _tight(doc.add_paragraph())
        par.paragraph_format.space_before = Pt(14)
        _runs(par, paper.title, 14, bold=True)
        for text in paper.subject:
            _runs(_tight(doc.add_paragraph()), text, 14, bold=True)
        if paper.is_party:
            _runs(_tight(doc.add_paragraph()), "-----", 14)
    if len(paper.addressees) == 1:
        par = _tight(doc.add_paragraph())
        par.paragraph_format.space_before = par.paragraph_format.space_after = Pt(10)
        _runs(par, "Kính gửi: " + paper.addressees[0], paper.size)
    elif paper.addressees:
        for i, text in enumerate(("Kính gửi:", *paper.addressees)):
            par = _tight(doc.add_paragraph(), LEFT)
            par.paragraph_format.left_indent = Cm(3.5 if i else 2.5)
            par.paragraph_format.space_before = Pt(0 if i else 10)
            _runs(par, text, paper.size)


def _numbering(doc: Doc) -> None:
    """Define the three levels of Word's own numbering."""
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl>'
        for i, (kind, text, indent) in enumerate(NUMBERS)
    )
    root = doc.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{NUM_ID}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.find(qn("w:num")).addprevious(abstract)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{NUM_ID}"><w:abstractNumId w:val="{NUM_ID}"/></w:num>'))


def _number(par: Paragraph, level: int) -> None:
    number = par._p.get_or_add_pPr().get_or_add_numPr()
    number.get_or_add_ilvl().val = level
    number.get_or_add_numId().val = NUM_ID


def _ruled(doc: Doc, table: Table) -> None:
    widths = tuple(Cm(w) for w in table.widths)
    grid = _grid(doc, 1 + len(table.rows), widths)
    grid.style = "Table Grid"
    if table.repeats_head:
        grid.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for cell, text in zip(grid.rows[0].cells, table.head, strict=True):
        _runs(_tight(cell.paragraphs[0]), text, 12, bold=True)
    for r, row in enumerate(table.rows, 1):
        cells = grid.rows[r].cells
        if len(row) == 2:
            _runs(_tight(cells[0].paragraphs[0]), row[0], 12, bold=True)
            joined = cells[1].merge(cells[-1])
            _runs(_tight(joined.paragraphs[0], LEFT), row[1], 12, bold=True)
            continue
        for c, text in enumerate(row):
            if text == ABOVE:
                grid.cell(r - 1, c).merge(cells[c])
            else:
                _runs(_tight(cells[c].paragraphs[0], LEFT if c else CENTER), text, 12)
    _tight(doc.add_paragraph())


def _body(doc: Doc, body: str, tables: list[Table], size: float) -> None:
    for line in read_body(body):
        if line.kind == "table":
            _ruled(doc, tables.pop(0))
            continue
        par = doc.add_paragraph()
        form = par.paragraph_format
        form.space_after, form.space_before, form.widow_control = Pt(6), Pt(0), False
        if line.kind in {"head", "sub"}:
            par.alignment = CENTER
        else:
            par.alignment = JUSTIFY
            form.first_line_indent = Cm(1.27)
        if line.kind.startswith("#"):
            _number(par, int(line.kind[1]) - 1)
        _runs(par, line.text, size, bold=line.kind in {"head", "bold"}, italic=line.kind == "sub")


def _closing(doc: Doc, paper: Paper) -> None:
    if not paper.sign:
        return
    doc.paragraphs[-1].paragraph_format.keep_with_next = True  # a signature never stands alone on a page
    _tight(doc.add_paragraph()).paragraph_format.keep_with_next = True
    row = _grid(doc, 1, COLUMNS).rows[0]
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    left, right = row.cells
    _runs(_tight(left.paragraphs[0], LEFT), "Nơi nhận:", 12, bold=True, italic=True)
    for text in paper.copies:
        _runs(_tight(left.add_paragraph(), LEFT), text, 11)
    for i, text in enumerate(paper.sign):
        par = _tight(right.paragraphs[0] if i == 0 else right.add_paragraph())
        if i == len(paper.sign) - 1:
            par.paragraph_format.space_before = Pt(64)
        _runs(par, text, 14, bold=True)


def _field(par: Paragraph, code: str) -> None:
    run = par.add_run()
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))
        else:
            run._r.append(parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> {code} </w:instrText>'))


def _page(section: Section, *, landscape: bool) -> None:
    """Set A4, the margins of the rules, and the page number at the head from page 2 on."""
    long, short = Cm(29.7), Cm(21)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = (Cm(2), Cm(2)) if landscape else (Cm(3), Cm(1.5))
    section.header_distance = Cm(1)


def fixed_zip(data: bytes) -> bytes:
    """Return the same archive with fixed dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()


def as_docx(paper: Paper) -> bytes:
    """Return the paper as the bytes of a .docx."""
    doc = Document()
    style = doc.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(paper.size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), FONT)
    first = doc.sections[0]
    _page(first, landscape=False)
    first.different_first_page_header_footer = True
    _field(_tight(first.header.paragraphs[0]), "PAGE")
    _numbering(doc)
    tables = list(paper.tables)
    _heading(doc, paper)
    _titles(doc, paper)
    _tight(doc.add_paragraph())
    _body(doc, paper.body, tables, paper.size)
    _closing(doc, paper)
    if paper.annex:
        annex = doc.add_section(WD_SECTION.NEW_PAGE)
        _page(annex, landscape=True)
        annex.different_first_page_header_footer = False
        _body(doc, paper.annex, tables, 13)
    for number, change in enumerate(doc.element.iter(qn("w:ins"), qn("w:del")), start=1):
        change.set(qn("w:id"), str(number))
    core = doc.core_properties
    core.author = core.last_modified_by = "vb samples"
    core.title, core.comments, core.revision = paper.stem, "Invented sample", 1
    core.created = core.modified = MADE.replace(tzinfo=None)
    out = io.BytesIO()
    doc.save(out)
    return fixed_zip(out.getvalue())
