"""Notes, heads of pages, boxes and capitals of old fonts: what stands beside the text, from the .docx to the document."""

import io
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import letters
from vbcli.model.document import Part
from vbcli.model.source import Aside, Block, BlockKind, Box, Source
from vbcli.parse.document import parse
from vbcli.pipeline import records_of, understand

HEAD = [
    "UBND HUYỆN LÂM KHÊ",
    "PHÒNG NÔNG NGHIỆP",
    "Số: 27/PNN-TL",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Lâm Khê, ngày 14 tháng 5 năm 2024",
    "Kính gửi: UBND các xã, thị trấn.",
]
ORDER = "1. Đề nghị UBND các xã tu bổ đê bao theo kế hoạch của tỉnh, báo cáo trước ngày 31/5/2024."
CLOSING = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TRƯỞNG PHÒNG", "Lò Văn Pản"]


def with_note(tmp_path: Path, words: str) -> Path:
    """Write a letter whose order has a footnote in the middle."""
    paper = docx.Document()
    for line in HEAD:
        paper.add_paragraph(line)
    order = paper.add_paragraph(ORDER[:40])
    order._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="1"/></w:r>'))
    order.add_run(ORDER[40:])
    for line in CLOSING:
        paper.add_paragraph(line)
    paper.add_paragraph("PHỤ LỤC")
    paper.add_paragraph("1. Đê bao Nà Phai, giao UBND xã Nà Phai quản lý.")
    xml = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = PackagePart(PackURI("/word/footnotes.xml"), kind, xml.encode(), paper.part.package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    path = tmp_path / "cv.docx"
    paper.save(str(path))
    return path


def test_a_note_stands_at_the_end_and_its_reference_counts(tmp_path):
    words = "Kế hoạch số 45/KH-UBND ngày 26/02/2024 của UBND tỉnh Cửa Diêm."
    (record,) = records_of(with_note(tmp_path, words))
    document = record.document
    assert document.text.endswith(f"\n[1] {words}")
    assert document.paragraphs[-1].part is Part.NOTE
    assert ORDER in document.text
    task = next(t for t in record.tasks if "đê bao theo" in t.text)
    assert task.text == ORDER[3:]
    assert [d.due.isoformat() for d in task.deadlines] == ["2024-05-31"]
    (reference,) = record.references
    assert (reference.key, reference.issued_on.isoformat()) == ("45/KH-UBND", "2024-02-26")
    assert task.refs == ()
    span = reference.evidence.span
    assert span.start > document.text.index("PHỤ LỤC")
    # a note is told by the paragraph that it hangs on
    assert document.place(span.start).line == document.place(document.text.index("Đề nghị")).line


def test_a_note_gives_no_task_and_no_deadline(tmp_path):
    (record,) = records_of(with_note(tmp_path, "Giao Phòng Tài chính bố trí kinh phí trước ngày 20/5/2024."))
    assert not any("Phòng Tài chính" in t.text for t in record.tasks)
    assert {d.due.isoformat() for t in record.tasks for d in t.deadlines if d.due} == {"2024-05-31"}


def line(words, page, top, aside=None, *, size=13.0):
    box = Box(80.0, top, 520.0, top + size)
    return Block(BlockKind.LINE, words, page=page, line=int(top), aside=aside, box=box, size=size)


def test_notes_at_the_foot_of_printed_pages_leave_the_sentence_whole():
    blocks = (
        line("1. UBND các xã rà soát diện tích đất nông nghiệp chưa sử dụng và", 1, 700),
        line("1 Theo Nghị quyết số 12-NQ/TU ngày 04/3/2024 của Tỉnh ủy Cửa Diêm", 1, 750, Aside.NOTE, size=10.0),
        line("về quản lý đất đai.", 1, 762, Aside.NOTE, size=10.0),
        line("2 Số liệu năm 2023.", 1, 774, Aside.NOTE, size=10.0),
        line("báo cáo trước ngày 31/5/2024.", 2, 80),
        line("1 Số liệu của tỉnh.", 2, 760, Aside.NOTE, size=10.0),
    )
    (document,) = parse(Source("a.pdf", "0" * 64, "pdf", blocks, pages=2))
    notes = [document.text[slice(*p.span)] for p in document.paragraphs if p.part is Part.NOTE]
    assert notes == [
        "[1] Theo Nghị quyết số 12-NQ/TU ngày 04/3/2024 của Tỉnh ủy Cửa Diêm về quản lý đất đai.",
        "[2] Số liệu năm 2023.",
        "[1] Số liệu của tỉnh.",
    ]
    assert "chưa sử dụng và\fbáo cáo trước ngày 31/5/2024." in document.text


def letter(tmp_path: Path, lines, edit=None) -> Path:
    paper = docx.Document()
    for words in lines:
        paper.add_paragraph(words)
    if edit:
        edit(paper)
    path = tmp_path / "cv.docx"
    paper.save(str(path))
    return path


LETTERHEAD = (HEAD[0], HEAD[1], HEAD[2], HEAD[3], HEAD[4], HEAD[5])


def at_the_top(*lines):
    def edit(paper):
        header = paper.sections[0].header
        header.paragraphs[0].text = lines[0]
        for words in lines[1:]:
            header.add_paragraph(words)

    return edit


@pytest.mark.parametrize("typed_above", [LETTERHEAD, LETTERHEAD[:3], (LETTERHEAD[5],), (LETTERHEAD[2],)])
def test_what_a_head_lacks_is_read_from_the_head_of_the_pages(tmp_path, typed_above):
    body = [w for w in HEAD if w not in typed_above]
    (record,) = records_of(letter(tmp_path, [*body, ORDER, *CLOSING], at_the_top(*typed_above)))
    header = record.document.header
    assert header.number.value == "27/PNN-TL"
    assert header.issued_on.value.isoformat() == "2024-05-14"
    assert [e.text for e in header.recipients] == ["UBND các xã, thị trấn"]
    assert len(record.tasks) == 1
    span = header.number.evidence.span
    assert record.document.text[slice(*span)] == "Số: 27/PNN-TL"


def test_the_head_of_the_pages_is_no_text_where_it_adds_nothing(tmp_path):
    edit = at_the_top("Công văn của Phòng Nông nghiệp", "Số: 99/PNN-TL")
    (record,) = records_of(letter(tmp_path, [*HEAD, ORDER, *CLOSING], edit))
    assert record.document.header.number.value == "27/PNN-TL"
    assert "Công văn của" not in record.document.text


def test_the_foot_of_the_pages_is_never_text_but_its_mark_of_secrecy_counts(tmp_path):
    def edit(paper):
        paper.sections[0].footer.paragraphs[0].text = "MẬT"

    (record,) = records_of(letter(tmp_path, [*HEAD, ORDER, *CLOSING], edit))
    assert "MẬT" not in record.document.text
    assert record.document.header.secrecy == "Mật"


def test_a_number_and_a_day_in_a_text_box_are_found(tmp_path):
    def edit(paper):
        words = "".join(f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>" for w in (HEAD[2], HEAD[5]))
        box = (
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
            f"<w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
        paper.paragraphs[1]._p.append(parse_xml(box))

    body = [w for w in HEAD if w not in (HEAD[2], HEAD[5])]
    (record,) = records_of(letter(tmp_path, [*body, ORDER, *CLOSING], edit))
    assert record.document.header.number.value == "27/PNN-TL"
    assert record.document.header.issued_on.value.isoformat() == "2024-05-14"


# Fonts of capitals


def in_capital_font(lines, shown):
    blocks = [
        Block(BlockKind.PARAGRAPH, words, line=n, printed=words.upper() if n in shown else "")
        for n, words in enumerate(lines, start=1)
    ]
    return Source("cu.doc", "0" * 64, "doc", tuple(blocks))


OLD = [
    "ủy ban nhân dân",
    "huyện lâm khê",
    "Số: 36/2004/QĐ-UB",
    "cộng hoà xã hội chủ nghĩa việt nam",
    "Độc lập - Tự do - Hạnh phúc",
    "Lâm Khê, ngày 14 tháng 5 năm 2004",
    "quyết định",
    "Về việc tu bổ đê bao",
    "Căn cứ Luật Đê điều;",
    "Điều 1. Giao Phòng Nông nghiệp tu bổ đê bao trước ngày 31/5/2004.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "tm. ủy ban nhân dân",
    "chủ tịch",
    "Lò Văn Pản",
]


def test_words_in_a_font_of_capitals_are_recognised_and_kept_as_typed():
    (record,) = understand(in_capital_font(OLD, {1, 2, 4, 7, 13, 14}))
    header, text = record.document.header, record.document.text
    assert (header.issuer.value, header.doc_type.value) == ("UBND huyện Lâm Khê", "quyet_dinh")
    assert (header.signer.value, header.signer_title.value) == ("Lò Văn Pản", "Chủ tịch")
    assert header.signed_for.value == "TM. Ủy ban nhân dân"
    assert header.subject.value == "Về việc tu bổ đê bao"
    assert text.startswith("ủy ban nhân dân\nhuyện lâm khê\nSố: 36/2004/QĐ-UB")
    assert text[slice(*header.issuer.evidence.span)] == "ủy ban nhân dân\nhuyện lâm khê"


def test_the_same_words_in_an_ordinary_font_are_no_capitals():
    (record,) = understand(in_capital_font(OLD, set()))
    assert record.document.header.issuer.value is None


def test_capitals_in_half_a_line_and_in_cells_are_kept_apart(tmp_path):
    def run(font, words):
        fonts = f"<w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>"
        return f"<w:r><w:rPr>{fonts}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"

    def cell(*paragraphs):
        return f"<w:tc>{''.join(f'<w:p>{p}</w:p>' for p in paragraphs)}</w:tc>"

    left = cell(
        run(".VnTimeH", "uû ban nh©n d©n"), run(".VnTimeH", "huyÖn l©m khª"), run(".VnTime", "Sè: 36/2004/Q§-UB")
    )
    right = cell(
        run(".VnTimeH", "céng hoµ x· héi chñ nghÜa viÖt nam"),
        run(".VnTime", "§éc lËp - Tù do - H¹nh phóc"),
        run(".VnTime", "L©m Khª, ngµy 14 th¸ng 5 n¨m 2004"),
    )
    table = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tr>{left}{right}</w:tr></w:tbl>")
    title = run(".VnTimeH", "quyÕt ®Þnh")
    half = run(".VnTimeH", "vÒ viÖc ®ª ®iÒu") + run(".VnTime", " cña huyÖn")
    basis = run(".VnTime", "C¨n cø LuËt §ª ®iÒu;")
    paper = docx.Document()
    paper.element.body.insert(0, table)
    for at, words in enumerate((title, half, basis), start=1):
        paper.element.body.insert(at, parse_xml(f"<w:p {nsdecls('w')}>{words}</w:p>"))
    stream = io.BytesIO()
    paper.save(stream)
    path = tmp_path / "cu.docx"
    path.write_bytes(stream.getvalue())
    (record,) = records_of(path)
    document = record.document
    assert document.header.issuer.value == "UBND huyện Lâm Khê"
    assert document.text.startswith("uỷ ban nhân dân\nhuyện lâm khê\nSố: 36/2004/QĐ-UB\ncộng hoà xã hội")
    assert [p.printed for p in document.paragraphs if p.printed][-2:] == ["QUYẾT ĐỊNH", "VỀ VIỆC ĐÊ ĐIỀU của huyện"]


# Annexes


ALONE = """PHỤ LỤC
(Kèm theo Quyết định số 36/QĐ-UBND ngày 14/5/2024 của UBND huyện Lâm Khê)
1. Xây dựng trường mầm non, trường tiểu học ở các xã.
2. Sản xuất giống lúa, giống cây ăn quả.
3. Phòng Nông nghiệp:
- Hướng dẫn các xã làm thủ tục trước ngày 31/5/2024."""


def test_an_annex_kept_by_itself_is_no_news_and_bids_only_where_it_says_who():
    (record,) = understand(letters.source(ALONE))
    assert record.document.text == ALONE
    assert record.document.header.doc_type.value != "tin_bai"
    assert [t.text for t in record.tasks] == ["Hướng dẫn các xã làm thủ tục trước ngày 31/5/2024."]
    assert [a.unit.name for a in record.tasks[0].assignees] == ["Phòng Nông nghiệp"]


DECISION = [
    *("UBND HUYỆN LÂM KHÊ", "Số: 36/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    *("Lâm Khê, ngày 14 tháng 5 năm 2024", "QUYẾT ĐỊNH", "Ban hành Quy chế quản lý đê bao", "Căn cứ Luật Đê điều;"),
    *("Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý đê bao.", "Nơi nhận:", "- Lưu: VT."),
    *("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Pản"),
]
REGULATION = [
    *("UBND HUYỆN LÂM KHÊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "QUY CHẾ"),
    *("Quản lý đê bao", "(Ban hành kèm theo Quyết định số 36/QĐ-UBND)", "Chương I", "QUY ĐỊNH CHUNG"),
    *("Điều 1. Phạm vi", "Quy chế này nói về đê bao.", "Điều 2. Trách nhiệm"),
    "1. UBND các xã kiểm tra đê bao trước ngày 30/4 hằng năm.",
    "Nghị quyết 12/2024/NQ-HĐND ngày 04/3/2024 về quản lý đê điều là căn cứ bố trí kinh phí.",
    "2. Phòng Nông nghiệp tổng hợp, báo cáo trước ngày 31/5/2024.",
]


@pytest.mark.parametrize("kind", ["docx", "txt"])
def test_what_is_issued_with_a_decision_is_kept_whole(tmp_path, kind):
    if kind == "docx":
        path = letter(tmp_path, [*DECISION, *REGULATION])
    else:
        path = tmp_path / "qd.txt"
        path.write_text("\n".join([*DECISION, *REGULATION]), encoding="utf-8")
    (record,) = records_of(path)
    document = record.document
    assert [w for w in (*DECISION, *REGULATION) if w not in document.text] == []
    start = document.text.rindex("UBND HUYỆN LÂM KHÊ")
    parts = {p.part for p in document.paragraphs if p.span.start >= start}
    assert parts == {Part.ANNEX}
    assert {"2024-05-31"} <= {d.due.isoformat() for t in record.tasks for d in t.deadlines if d.due}


def test_a_line_that_a_portal_would_add_is_text_in_a_file_of_an_office(tmp_path):
    contact = "Địa chỉ: số 5, đường Khe Mòng"
    (record,) = records_of(
        letter(tmp_path, [*HEAD[:3], contact, *HEAD[3:], ORDER, "Chia sẻ dữ liệu với tỉnh.", *CLOSING])
    )
    assert contact in record.document.text
    assert "Chia sẻ dữ liệu với tỉnh." in record.document.text
