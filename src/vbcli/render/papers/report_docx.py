"""The report that an office signs: official layout, three parts, signature, two landscape appendices."""

from pathlib import Path

from vbcli.model.report import Report
from vbcli.render.papers.grid import Grid
from vbcli.render.papers.layout_docx import Paper
from vbcli.render.papers.numbers import number_of, reference_to
from vbcli.render.papers.report_words import ReportWords, report_words
from vbcli.render.papers.unit_table import NOTES
from vbcli.render.papers.words import day
from vbcli.settings import Khoi, Office

_ROMAN = ("I", "II", "III")


def report_docx(report: Report, office: Office) -> bytes:
    """Return the report as a Word file: in the office's own template where it has one, else in the official layout."""
    words = report_words(report, office)
    if office.report_template:
        return _filled(office.report_template, report, office, words)
    subject = words.subject if office.khoi is Khoi.PARTY else words.subject[:1].upper() + words.subject[1:]
    paper = Paper(office, f"Báo cáo {words.subject}", report.as_of)
    paper.head(number_of("BC", office))
    paper.title("BÁO CÁO", [subject] if words.days in subject else [subject, f"({words.days})"])
    for numeral, part in zip(_ROMAN, words.parts, strict=True):
        paper.heading(f"{numeral}. {part.title}", part=True)
        for n, section in enumerate(part.sections, 1):
            paper.heading(f"{n}. {section.title}")
            _blocks(paper, section.blocks)
    paper.paragraph(words.closing)
    paper.foot(office.recipients or _BLANK[office.khoi])
    belongs = f"(Kèm theo {reference_to('Báo cáo', 'BC', office, report.as_of)})"
    paper.appendix("Phụ lục I", f"Kết quả thực hiện nhiệm vụ theo đơn vị tính đến ngày {day(report.as_of)}", belongs)
    paper.grid(words.units, 11)
    for note in NOTES:
        paper.note(note)
    if words.late.rows:
        paper.appendix("Phụ lục II", f"Danh sách nhiệm vụ quá hạn tính đến ngày {day(report.as_of)}", belongs)
        paper.grid(words.late, 11)
    return paper.bytes()


_BLANK = {Khoi.STATE: ("……", "Lưu: VT"), Khoi.PARTY: ("……", "Lưu Văn phòng")}


def _blocks(paper: Paper, blocks: tuple[str | Grid, ...]) -> None:
    for n, block in enumerate(blocks):
        if isinstance(block, Grid):
            paper.grid(block)
        else:
            paper.paragraph(block, lead_in=n + 1 < len(blocks) and isinstance(blocks[n + 1], Grid))


def _filled(template: Path, report: Report, office: Office, words: ReportWords) -> bytes:
    from vbcli.render.papers.own_template import fill
    from vbcli.render.papers.template_values import report_values

    return fill(template, report_values(report, office, words))
