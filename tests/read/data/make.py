"""Make the .pdf files of this folder from invented text: `python make.py`, with LibreOffice at hand."""

import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = Path(__file__).parent
BODY = (
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 03/02/2025 của Ủy ban nhân dân tỉnh Sông Mây về trồng cây dọc các tuyến "
    "đường liên xã, Ủy ban nhân dân huyện Đồi Thông yêu cầu các cơ quan, đơn vị khẩn trương rà soát quỹ đất, chuẩn bị "
    "cây giống và huy động nhân dân cùng tham gia, bảo đảm tiến độ đã đề ra trong năm."
)
TASKS = [
    ("Rà soát quỹ đất trồng cây ven đường, báo cáo kết quả về huyện", "Phòng Nông nghiệp", "Trước 15/3/2025"),
    ("Chuẩn bị 12.000 cây giống, giao tận các xã theo đăng ký", "Trung tâm Dịch vụ", "Trước 30/3/2025"),
    (
        "Tuyên truyền trên đài truyền thanh:\n- hai buổi mỗi tuần;\n- có nội dung bằng tiếng dân tộc",
        "Phòng Văn hóa",
        "Hằng tuần",
    ),
]


def make() -> None:
    """Write the files beside this one."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "ke-hoach.docx"
        plan().save(str(source))
        convert(source, HERE / "ke-hoach.pdf", "pdf")
        lock = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
        small = Path(folder) / "mat-khau.docx"
        short = docx.Document()
        short.add_paragraph(BODY)
        short.save(str(small))
        convert(small, HERE / "mat-khau.pdf", f"pdf:writer_pdf_Export:{lock}")


def convert(source: Path, target: Path, form: str) -> None:
    """Have LibreOffice write the target."""
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(target.parent), str(source)]
    subprocess.run(command, check=True, stdout=sys.stderr)


def plan() -> docx.document.Document:
    """Return a plan: header and closing in two columns, a page number on top, an annex table over two pages."""
    paper = docx.Document()
    paper.styles["Normal"].font.name = "Liberation Serif"
    paper.styles["Normal"].font.size = Pt(13)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0])
    side_by_side(
        paper,
        ["ỦY BAN NHÂN DÂN", "**HUYỆN ĐỒI THÔNG**", "Số: 27/KH-UBND"],
        [
            "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**",
            "**Độc lập - Tự do - Hạnh phúc**",
            "Đồi Thông, ngày 20 tháng 02 năm 2025",
        ],
    )
    text(paper, "**KẾ HOẠCH**", WD_ALIGN_PARAGRAPH.CENTER)
    text(paper, "**Trồng cây ven đường năm 2025**", WD_ALIGN_PARAGRAPH.CENTER)
    for number in range(1, 10):
        text(paper, f"{number}. {BODY}", WD_ALIGN_PARAGRAPH.JUSTIFY)
    side_by_side(
        paper,
        [
            "**Nơi nhận:**",
            "- UBND tỉnh (b/c);",
            "- Các phòng, ban của huyện;",
            "- UBND các xã, thị trấn;",
            "- Lưu: VT.",
        ],
        ["**TM. ỦY BAN NHÂN DÂN**", "**KT. CHỦ TỊCH**", "**PHÓ CHỦ TỊCH**", "", "", "", "**Lò Văn Sáng**"],
    )
    annex(paper)
    return paper


def annex(paper: docx.document.Document) -> None:
    """Add a landscape annex with a ruled table whose head repeats."""
    section = paper.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    text(paper, "**Phụ lục**", WD_ALIGN_PARAGRAPH.CENTER)
    text(paper, "**DANH MỤC NHIỆM VỤ**", WD_ALIGN_PARAGRAPH.CENTER)
    table = paper.add_table(rows=1, cols=4, style="Table Grid")
    for cell, head in zip(table.rows[0].cells, ("TT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"), strict=True):
        cell.text = head
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for number in range(1, 13):
        row = table.add_row().cells
        task = TASKS[(number - 1) % len(TASKS)]
        for cell, words in zip(row, (str(number), f"{task[0]} (đợt {number})", *task[1:]), strict=True):
            cell.text = words
    merged = table.add_row().cells
    merged[0].merge(merged[1]).text = "Tổng cộng"
    merged[3].text = "Cả năm"
    for row in table.rows:
        for cell, width in zip(row.cells, (1.5, 9, 5, 4.5), strict=True):
            cell.width = Cm(width)


def side_by_side(paper: docx.document.Document, left: list[str], right: list[str]) -> None:
    """Add a table without borders, its halves centred."""
    row = paper.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines, width in zip(row, (left, right), (6.5, 9.5), strict=True):
        cell.width = Cm(width)
        for at, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            if not line.startswith("-"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(line.strip("*")).bold = line.startswith("**")
            paragraph.paragraph_format.space_after = Pt(0)


def text(paper: docx.document.Document, words: str, align: WD_ALIGN_PARAGRAPH) -> None:
    """Add a paragraph."""
    paragraph = paper.add_paragraph()
    paragraph.alignment = align
    paragraph.add_run(words.strip("*")).bold = words.startswith("**")


def page_number(paragraph: docx.text.paragraph.Paragraph) -> None:
    """Put the page number into a paragraph."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


if __name__ == "__main__":
    make()
