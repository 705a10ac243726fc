"""What stands beside the running text of a .docx: notes, heads and feet of pages, files laid into it, fields of forms."""

import io

import docx
import pytest
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from papers import Extra, blocks_of, paragraph, repacked, word

from vbcli.errors import ReadError
from vbcli.model.source import Aside, BlockKind
from vbcli.read import office
from vbcli.read.docx import read_docx
from vbcli.read.files import read

CHUNK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def note(id_, *paragraphs, kind="footnote"):
    inside = "".join(f"<w:p><w:r><w:{kind}Ref/></w:r>{run(' ' + text)}</w:p>" for text in paragraphs)
    return f'<w:{kind} w:id="{id_}">{inside}</w:{kind}>'


def notes(*elements, kind="footnote"):
    """Return the part that holds footnotes or endnotes, with the separators that Word writes."""
    rules = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:t>gạch</w:t></w:r></w:p></w:{kind}>'
    xml = f"<w:{kind}s {nsdecls('w')}>{rules}{''.join(elements)}</w:{kind}s>"
    name = f"{kind}s".upper()
    return Extra(
        f"word/{kind}s.xml",
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml",
        getattr(RELATIONSHIP_TYPE, name),
        xml.encode(),
    )


def mark(id_, kind="footnote", own=""):
    follows = ' w:customMarkFollows="1"' if own else ""
    typed = f"<w:t>{own}</w:t>" if own else ""
    return (
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference{follows} w:id="{id_}"/>{typed}</w:r>'
    )


def told(blocks):
    return [(b.aside.value if b.aside else "", b.label, b.text, b.line) for b in blocks]


def test_a_note_follows_the_paragraph_that_it_hangs_on_and_does_not_break_it():
    body = f"<w:p>{run('Thực hiện Kết luận số 12-KL/TU')}{mark(2)}{run(' ngày 04/3/2024, giao các xã rà soát.')}</w:p>"
    extra = [notes(note(2, "Về công tác đê điều."))]
    assert told(blocks_of(word(body, paragraph("Sau."), extra=extra))) == [
        ("", "", "Thực hiện Kết luận số 12-KL/TU ngày 04/3/2024, giao các xã rà soát.", 1),
        ("note", "[1]", "Về công tác đê điều.", 1),
        ("", "", "Sau.", 2),
    ]


def test_notes_are_numbered_as_they_are_met_and_endnotes_apart():
    body = [
        f"<w:p>{run('một')}{mark(5)}{mark(4, 'endnote')}</w:p>",
        f"<w:p>{run('hai')}{mark(3)}{mark(7, own='*')}{mark(6, 'endnote')}</w:p>",
    ]
    extra = [
        notes(note(3, "chú ba"), note(5, "chú năm", "đoạn hai"), note(7, "chú bảy"), note(9, "không ai nhắc")),
        notes(note(4, "cuối bốn", kind="endnote"), note(6, "cuối sáu", kind="endnote"), kind="endnote"),
    ]
    blocks = blocks_of(word(*body, extra=extra))
    assert [(b.label, b.text) for b in blocks] == [
        ("", "một"),
        ("[1]", "chú năm đoạn hai"),
        ("[i]", "cuối bốn"),
        ("", "hai"),
        ("[2]", "chú ba"),
        ("[*]", "chú bảy"),
        ("[ii]", "cuối sáu"),
    ]


def test_notes_of_a_table_stand_behind_it_and_a_note_that_is_missing_is_none():
    cell = f"<w:tc><w:p>{run('Rà soát')}{mark(1)}{mark(77)}</w:p></w:tc>"
    blocks = blocks_of(word(f"<w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>", extra=[notes(note(1, "chú"))]))
    assert blocks[0].kind is BlockKind.TABLE
    assert blocks[0].cells[0].text == "Rà soát"
    assert [(b.aside, b.text) for b in blocks[1:]] == [(Aside.NOTE, "chú")]


def test_a_document_without_notes_may_refer_to_them():
    assert [b.text for b in blocks_of(word(f"<w:p>{run('một')}{mark(1)}</w:p>"))] == ["một"]


def paper(edit):
    made = docx.Document()
    made.add_paragraph("Thân văn bản.")
    edit(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_heads_and_feet_of_pages_are_kept_apart_without_page_numbers():
    def edit(made):
        first, second = made.sections[0], made.add_section()
        first.header.paragraphs[0].text = "Số: 12/KH-UBND"
        first.footer.paragraphs[0].text = "MẬT"
        second.header.is_linked_to_previous = False
        second.header.paragraphs[0].text = "- 2 -"
        second.footer.is_linked_to_previous = False
        second.footer.paragraphs[0].text = "MẬT"

    assert [(b.aside, b.text) for b in blocks_of(paper(edit)) if b.text] == [
        (Aside.HEADER, "Số: 12/KH-UBND"),
        (None, "Thân văn bản."),
        (Aside.FOOTER, "MẬT"),
    ]


def test_the_head_of_the_first_page_counts_only_where_it_is_shown():
    def edit(made, *, shown):
        section = made.sections[0]
        section.first_page_header.paragraphs[0].text = "TRANG ĐẦU"
        section.different_first_page_header_footer = shown
        section.even_page_header.paragraphs[0].text = "TRANG CHẴN"

    for shown, texts in ((True, ["TRANG ĐẦU"]), (False, [])):
        blocks = blocks_of(paper(lambda made, shown=shown: edit(made, shown=shown)))
        assert [b.text for b in blocks if b.aside] == texts


def chunk(name, kind, content):
    return Extra(f"word/{name}", kind, CHUNK, content)


def embedded(name, kind, content):
    return read_docx(
        word(paragraph("trước"), "<w:altChunk r:id='{0}'/>", paragraph("sau"), extra=[chunk(name, kind, content)])
    )


PAGE = "<html><body><p>Giao Phòng Kinh tế rà soát.</p><table><tr><td>a</td><td>b</td></tr></table></body></html>"
MAIL = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n'
    f"Content-Transfer-Encoding: 8bit\n\n{PAGE}\n--b--\n"
)


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("a.html", "text/html", PAGE.encode()),
        ("a.mht", "message/rfc822", MAIL.encode()),
        ("a.docx", CONTENT_TYPE.WML_DOCUMENT_MAIN, word(paragraph("Giao Phòng Kinh tế rà soát."))),
        ("a.txt", "text/plain", "Giao Phòng Kinh tế rà soát.".encode()),
    ],
)
def test_files_laid_into_a_document_are_read(name, kind, content):
    blocks, issues = embedded(name, kind, content)
    texts = [b.text for b in blocks if b.text]
    assert (texts[0], texts[-1]) == ("trước", "sau")
    assert "Giao Phòng Kinh tế rà soát." in texts
    assert issues == ()


@pytest.mark.skipif(office.program() is None, reason="no LibreOffice")
def test_a_text_of_the_old_format_laid_into_a_document_is_read():
    blocks, issues = embedded("a.rtf", "application/rtf", rb"{\rtf1\ansi Giao Phong Kinh te.}")
    assert "Giao Phong Kinh te." in [b.text for b in blocks]
    assert issues == ()


def test_what_cannot_be_read_of_a_document_is_told():
    blocks, issues = embedded("a.bin", "application/octet-stream", b"\x00\x01")
    assert [b.text for b in blocks] == ["trước", "sau"]
    assert [i.code for i in issues] == ["embedded"]


def test_documents_laid_into_one_another_come_to_an_end():
    inner = word(paragraph("tận cùng"))
    for _ in range(6):
        inner = word(
            paragraph("vỏ"), "<w:altChunk r:id='{0}'/>", extra=[chunk("a.docx", CONTENT_TYPE.WML_DOCUMENT_MAIN, inner)]
        )
    blocks, issues = read_docx(inner)
    assert [b.text for b in blocks] == ["vỏ"] * 4
    assert [i.code for i in issues] == ["embedded"]


def form_field(data, result=""):
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText>FORM</w:instrText></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


LIST = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Sở Y tế"/><w:listEntry w:val="Sở Nội vụ"/></w:ddList>'


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        (form_field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"), "☑"),
        (form_field("<w:checkBox><w:default w:val='1'/></w:checkBox>"), "☑"),
        (form_field("<w:checkBox><w:checked w:val='0'/></w:checkBox>"), "☐"),
        (form_field(LIST), "Sở Nội vụ"),
        (form_field(LIST, "Sở Nội vụ"), "Sở Nội vụ"),  # some programs write the choice as text too
        (form_field("<w:ddList><w:result w:val='9'/></w:ddList>"), ""),
        (form_field("<w:textInput/>", "25/4/2025"), "25/4/2025"),
        (form_field("<w:textInput><w:default w:val='ngày'/></w:textInput>"), ""),
    ],
)
def test_fields_of_a_form_show_what_was_chosen(field, shown):
    assert [b.text for b in blocks_of(word(f"<w:p>{run('Đơn vị: ')}{field}{run('.')}</w:p>"))] == [f"Đơn vị: {shown}."]


def test_an_empty_content_control_is_no_text_and_a_filled_one_is():
    style = '<w:style w:type="character" w:styleId="ChoTrong"><w:name w:val="Placeholder Text"/></w:style>'
    named = '<w:rStyle w:val="ChoTrong"/>'
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm để chọn ngày', named)}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{run('25/4/2025')}</w:sdtContent></w:sdt>"
    assert [b.text for b in blocks_of(word(f"<w:p>{run('Hạn: ')}{empty}{filled}</w:p>", styles=[style]))] == [
        "Hạn: 25/4/2025"
    ]


def test_readings_above_the_line_and_comments_are_no_text():
    ruby = f"<w:r><w:ruby><w:rt>{run('phiên âm')}</w:rt><w:rubyBase>{run('chữ gốc')}</w:rubyBase></w:ruby></w:r>"
    comment = (
        '<w:commentRangeStart w:id="0"/>'
        + run(" có góp ý")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    tagged = f"<w:smartTag w:uri='u' w:element='e'><w:smartTagPr/>{run(' Lâm Khê')}</w:smartTag>"
    assert [b.text for b in blocks_of(word(f"<w:p>{ruby}{comment}{tagged}</w:p>"))] == ["chữ gốc có góp ý Lâm Khê"]


def test_words_drawn_as_a_picture_are_text():
    art = "<w:r><w:pict><v:shape><v:textpath string='TỐI MẬT'/></v:shape></w:pict></w:r>"
    assert [b.text for b in blocks_of(word(f"<w:p>{run('Kế hoạch')}{art}</w:p>"))] == ["Kế hoạch", "TỐI MẬT"]


def test_a_broken_part_of_notes_is_a_damaged_file(tmp_path):
    whole = word(f"<w:p>{run('x')}{mark(1)}</w:p>", extra=[notes(note(1, "y"))])
    path = tmp_path / "hong.docx"
    path.write_bytes(repacked(whole, word__footnotes=b"<w:footnotes"))
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.code == "damaged"
