"""The layout of official papers as Word files: page, head, title, body, tables, signature, for State and for Party.

State: Nghị định 30/2020/NĐ-CP, Phụ lục I. Party: the layout guide of Văn phòng Trung ương Đảng.
Lengths are millimetres, sizes points.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from vbcli.render.papers.grid import Grid
from vbcli.render.papers.table_xml import plain_table, table_of
from vbcli.render.papers.words import DOTS, long_day, named, plain, shortened
from vbcli.settings import Khoi, Office

FONT = "Times New Roman"
_LONG_SIDE, _SHORT_SIDE = 297, 210
LEFT, RIGHT, TOP, BOTTOM = 30, 20, 20, 20
"""Margins that both rules allow."""
_PORTRAIT = _SHORT_SIDE - LEFT - RIGHT
_MM_PER_POINT = 25.4 / 72
_CAPS, _ITALICS = 0.63, 0.45
"""Breadth of a letter in bold capitals and in italics, in units of the size: on the average of Times."""

_CENTRE, _LEFT, _BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Manner:
    """In what the two rules differ."""

    left: float
    """Breadth of the left half of head and foot; the right one takes the rest."""
    head: float
    """Size of the names of offices."""
    number: float
    body: float
    kind: float
    """Size of the name of the type, `BÁO CÁO`."""
    indent: float
    """Of the first line of a paragraph."""
    line: float | None
    """Least height of a line; None: single."""
    post_bold: bool
    end: str
    """Mark at the end of each line of Nơi nhận but the last."""


_MANNERS = {
    Khoi.STATE: Manner(62, 13, 13, 14, 14, 12.7, None, post_bold=True, end=";"),
    Khoi.PARTY: Manner(74, 14, 14, 14, 16, 10, 18, post_bold=False, end=","),
}
# Length of the fixed lines that a rule underlines, in units of their size, as Times sets them in bold.
_MOTTO, _MOTTO_LENGTH, _MOTTO_SIZE = "Độc lập - Tự do - Hạnh phúc", 12.23, 14
_PARTY, _PARTY_LENGTH, _PARTY_SIZE = "ĐẢNG CỘNG SẢN VIỆT NAM", 13.77, 15
_NATION, _NATION_SIZE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13


class Paper:
    """One paper while it is written, from the top down."""

    def __init__(self, office: Office, title: str, on: date) -> None:
        self.office, self.manner, self.on = office, _MANNERS[office.khoi], on
        self.party = office.khoi is Khoi.PARTY
        self.document = docx.Document()
        _set_fonts(self.document, self.manner.body)
        _be_modern(self.document)
        _set_page(self.document.sections[0])
        _number_pages(self.document.sections[0], self.manner.number)
        properties = self.document.core_properties
        # Word holds no more than 255 letters of each.
        properties.title, properties.author = shortened(title, 250), shortened(office.name, 250)
        properties.language = "vi-VN"
        # The clock stays out: the same report gives the same file.
        properties.created = properties.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001
        properties.comments = ""

    # --- head and foot ------------------------------------------------------------------------------------------------

    def head(self, number: str, subject: str = "") -> None:
        """Write both blocks of the head side by side; `subject` of a công văn stands under its number."""
        left, right = self._halves()
        size = self.manner.head
        breadth = self.manner.left
        # In sentences an office is written as in the settings, `Huyện ủy Lâm Khê`; the head is in capitals.
        superior, name = _lines(self.office.superior.upper()), _lines(self.office.name.upper())
        if not name:
            superior, name = superior or [DOTS * 3], [DOTS * 3]
        _write(left, _balanced(superior, breadth, size), size)
        lines = _balanced(name, breadth, size)
        _write(left, lines, size, bold=True)
        if self.party:
            _write(left, ["*"], size)
        else:
            # Between a third and a half of the name.
            longest = max(map(len, lines)) * _CAPS * size * _MM_PER_POINT
            _rule(left, breadth, max(18.0, 0.42 * min(breadth, longest)))
        _write(left, [number], self.manner.number)
        if subject:
            words = subject if self.party else f"V/v {subject}"
            _write(left, [words], 12, italic=self.party, before=0 if self.party else 6)
        breadth = _PORTRAIT - breadth
        if self.party:
            _write(right, [_PARTY], _PARTY_SIZE, bold=True)
            _rule(right, breadth, _PARTY_LENGTH * _PARTY_SIZE * _MM_PER_POINT)
        else:
            _write(right, [_NATION], _NATION_SIZE, bold=True)
            _write(right, [_MOTTO], _MOTTO_SIZE, bold=True)
            _rule(right, breadth, _MOTTO_LENGTH * _MOTTO_SIZE * _MM_PER_POINT)
        dated = f"{plain(self.office.place) or DOTS}, {long_day(self.on)}"
        fits = len(dated) * _ITALICS * 14 * _MM_PER_POINT < breadth
        _write(right, [dated], 14 if fits else 13, italic=True, before=0 if self.party else 3)

    def foot(self, recipients: Sequence[str]) -> None:
        """Write Nơi nhận beside the signature."""
        # The last words stay with the signature: it never stands alone on a page.
        self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        left, right = self._halves(left=80)
        heading = left.paragraphs[0]
        heading.alignment = _LEFT
        _style(heading.add_run("Nơi nhận:"), 14 if self.party else 12, bold=not self.party, italic=not self.party)
        heading.runs[0].font.underline = self.party
        for n, line in enumerate(recipients, 1):
            mark = "." if n == len(recipients) else self.manner.end
            paragraph = left.add_paragraph()
            paragraph.paragraph_format.left_indent = Mm(2)
            paragraph.paragraph_format.first_line_indent = Mm(-2)
            _style(paragraph.add_run(f"- {plain(line)}{mark}"), 12 if self.party else 11)
        _write(right, _lines(self.office.authority.upper()) or [DOTS * 3], 14, bold=True)
        _write(right, _lines(self.office.title.upper()) or [DOTS * 2], 14, bold=self.manner.post_bold)
        _write(right, [""] * 5, 14)
        _write(right, [plain(self.office.signer) or DOTS * 3], 14, bold=True)
        for cell in (left, right):
            for paragraph in cell.paragraphs[:-1]:
                paragraph.paragraph_format.keep_with_next = True

    def _halves(self, left: float | None = None) -> tuple[Any, Any]:
        breadth = left or self.manner.left
        self._add(plain_table((breadth, _PORTRAIT - breadth)))
        cells = self.document.tables[-1].rows[0].cells
        for cell in cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
        return cells[0], cells[1]

    # --- body ---------------------------------------------------------------------------------------------------------

    def title(self, kind: str, lines: Sequence[str]) -> None:
        """Write the type of the paper, its subject, and the mark under both."""
        self._line(kind, self.manner.kind, bold=True, before=12)
        for line in lines:
            self._line(line, 14, bold=True)
        if self.party:
            self._line("-----", 14, after=8)
        else:
            paragraph = self.document.add_paragraph()
            _draw(paragraph, _PORTRAIT, 30)
            paragraph.paragraph_format.space_after = Pt(10)

    def addressee(self, name: str) -> None:
        """Write `Kính gửi:`."""
        paragraph = self._line("", 14, before=14, after=10)
        _style(paragraph.add_run("Kính gửi:"), 14, italic=self.party)
        _style(paragraph.add_run(f" {named(name)}"), 14)

    def heading(self, words: str, *, part: bool = False) -> None:
        """Write the heading of a part or, smaller, of a section."""
        paragraph = self.paragraph("", bold=True)
        _style(paragraph.add_run(words.upper() if part else words), self.manner.body, bold=True)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.alignment = _LEFT

    def paragraph(self, words: str, *, bold: bool = False, lead_in: bool = False) -> Any:
        """Write one paragraph; `lead_in` stays with the table below it."""
        paragraph = self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.alignment, form.first_line_indent = _BOTH, Mm(self.manner.indent)
        form.space_before, form.space_after = Pt(0), Pt(6)
        if self.manner.line:
            form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(self.manner.line)
        form.keep_with_next = lead_in
        if words:
            _style(paragraph.add_run(plain(words)), self.manner.body, bold=bold)
        return paragraph

    def grid(self, grid: Grid, size: float = 12) -> None:
        """Write a table, and a little room under it."""
        self._add(table_of(grid, size))
        self.room(4)

    def room(self, height: float) -> None:
        """Leave some points free: two tables in a row would grow together."""
        paragraph = self.document.add_paragraph()
        _tiny(paragraph, height)

    def appendix(self, number: str, title: str, belongs: str) -> None:
        """Begin an appendix on a landscape page of its own, counted for itself."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        # The end of a section is a paragraph: on a full page one of ordinary height would make a blank page.
        _tiny(self.document.paragraphs[-1], 1)
        _set_page(section, landscape=True)
        section.different_first_page_header_footer = True
        _count_from_one(section)
        self._line(number, 14, bold=True)
        self._line(title.upper(), 14, bold=True)
        self._line(belongs, 13, italic=True, after=8)

    def note(self, words: str) -> None:
        """Write a note under a table."""
        self._line(words, 12, italic=True, align=_BOTH)

    def bytes(self) -> bytes:
        """Return the Word file."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _line(
        self,
        words: str,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        before: float = 0,
        after: float = 0,
        align: Any = _CENTRE,
    ) -> Any:
        paragraph = self.document.add_paragraph()
        form = paragraph.paragraph_format
        form.alignment, form.space_before, form.space_after = align, Pt(before), Pt(after)
        if words:
            _style(paragraph.add_run(plain(words)), size, bold=bold, italic=italic)
        return paragraph

    def _add(self, table: Any) -> None:
        """Put a table behind what is there, before the properties of the last section."""
        body = self.document.element.body
        body.insert(len(body) - 1, table)


def _set_fonts(document: Any, size: float) -> None:
    """Make every style speak Vietnamese in Times New Roman: headers too, and what a person types later."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    properties = normal.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    language = OxmlElement("w:lang")
    for kind in ("val", "eastAsia"):
        language.set(qn(f"w:{kind}"), "vi-VN")
    properties.append(language)
    form = normal.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(0), 1.0
    form.widow_control = True


def _be_modern(document: Any) -> None:
    """Ask for the layout of Word 2013 and later: older ones push tables out of the margins."""
    compatibility = OxmlElement("w:compat")
    setting = OxmlElement("w:compatSetting")
    for name, value in (
        ("name", "compatibilityMode"),
        ("uri", "http://schemas.microsoft.com/office/word"),
        ("val", "15"),
    ):
        setting.set(qn(f"w:{name}"), value)
    compatibility.append(setting)
    settings = document.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    settings.insert_element_before(
        compatibility, "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping",
        "w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator",
    )  # fmt: skip


def _set_page(section: Any, *, landscape: bool = False) -> None:
    sides = (_LONG_SIDE, _SHORT_SIDE) if landscape else (_SHORT_SIDE, _LONG_SIDE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = map(Mm, sides)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(10)


def _number_pages(section: Any, size: float) -> None:
    """Put numbers of pages into the middle of the top margin, on all but the first."""
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = _CENTRE
    run = paragraph.add_run()
    _style(run, size)
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), (None, None), ("end", None)):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        elif text:
            mark = OxmlElement("w:instrText")
            mark.text = text
        else:
            mark = OxmlElement("w:t")
            mark.text = "2"
        run._r.append(mark)  # noqa: SLF001  (python-docx has no fields)


def _count_from_one(section: Any) -> None:
    properties = section._sectPr  # noqa: SLF001  (python-docx has no page numbers)
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    count = OxmlElement("w:pgNumType")
    count.set(qn("w:start"), "1")
    # Order is part of the schema: margins, then numbers of pages.
    properties.find(qn("w:pgMar")).addnext(count)


def _style(run: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic


def _write(
    cell: Any, lines: Sequence[str], size: float, *, bold: bool = False, italic: bool = False, before: float = 0
) -> None:
    """Write centred lines into a half of head or foot, each its own paragraph."""
    for line in lines:
        first = cell.paragraphs[0]
        paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
        paragraph.alignment = _CENTRE
        paragraph.paragraph_format.space_before = Pt(before)
        _style(paragraph.add_run(plain(line)), size, bold=bold, italic=italic)


def _rule(cell: Any, breadth: float, length: float) -> None:
    _draw(cell.add_paragraph(), breadth, length)


def _draw(paragraph: Any, breadth: float, length: float) -> None:
    """Draw a rule of this length in the middle: the upper edge of a paragraph that is hardly there."""
    _tiny(paragraph, 4)
    paragraph.alignment = _CENTRE
    side = Mm(max(0.0, (breadth - length) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    paragraph.paragraph_format.space_before = Pt(2)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  (python-docx has no borders)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _tiny(paragraph: Any, height: float) -> None:
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)
    form.space_before = form.space_after = Pt(0)


def _lines(text: str) -> list[str]:
    return [plain(line) for line in text.splitlines() if line.strip()]


def _balanced(lines: Sequence[str], breadth: float, size: float) -> list[str]:
    """Return lines that fit: one too long is cut into two of nearly the same length."""
    fitting: list[str] = []
    for line in lines:
        words = line.split(" ")
        if len(line) * _CAPS * size * _MM_PER_POINT <= breadth or len(words) == 1:
            fitting.append(line)
            continue
        at = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
        fitting += [" ".join(words[:at]), " ".join(words[at:])]
    return fitting
