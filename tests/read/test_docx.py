import pytest
from papers import blocks_of, paragraph, repacked, word

from vbcli.errors import ReadError
from vbcli.model.source import BlockKind, Cell


def texts(*body, **options):
    return [block.text for block in blocks_of(word(*body, **options)) if block.kind is BlockKind.PARAGRAPH]


def labels(*body, **options):
    return [block.label for block in blocks_of(word(*body, **options))]


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_tracked_insertions_are_text_and_deletions_are_not():
    inserted = '<w:ins w:id="1" w:author="x">' + run("25/4/2025") + "</w:ins>"
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>20/4/2025</w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="3" w:author="x">' + run("cũ") + "</w:moveFrom>"
    assert texts(f"<w:p>{run('trước ')}{deleted}{inserted}{moved}</w:p>") == ["trước 25/4/2025"]


def test_a_wholly_deleted_paragraph_is_not_counted():
    gone = '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr><w:del w:id="2" w:author="x">'
    gone += "<w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    blocks = blocks_of(word(paragraph("một"), gone, paragraph("hai")))
    assert [(b.line, b.text) for b in blocks] == [(1, "một"), (2, "hai")]


def test_content_controls_links_and_field_results_are_text():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('27')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{run('/KH-UBND')}</w:hyperlink>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run(" ngày 20")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="PAGE">{run(" tháng 2")}</w:fldSimple>'
    block = f"<w:sdt><w:sdtContent>{paragraph('khối')}</w:sdtContent></w:sdt>"
    assert texts(f"<w:p>{run('Số: ')}{control}{link}{field}{simple}</w:p>", block) == [
        "Số: 27/KH-UBND ngày 20 tháng 2",
        "khối",
    ]


def test_a_field_that_never_ends_does_not_swallow_the_rest():
    assert texts('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', paragraph("còn lại")) == ["", "còn lại"]


def test_breaks_tabs_and_special_hyphens():
    inside = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>12</w:t><w:noBreakHyphen/><w:t>KL</w:t><w:softHyphen/><w:t>x\u2011y</w:t>"
    assert texts(f"<w:p><w:r>{inside}</w:r></w:p>") == ["a\tb\n12-KLx-y"]


def test_symbols_of_picture_fonts_are_readable():
    bullet = '<w:sym w:font="Symbol" w:char="F0B7"/>'
    check = '<w:sym w:font="Wingdings" w:char="F0FC"/>'
    assert texts(f"<w:p><w:r>{bullet}{check}</w:r>{run(' Đạt')}</w:p>") == ["•✓ Đạt"]


def test_struck_words_are_marked_and_hidden_ones_left_out():
    struck = run(" 13", "<w:strike/>") + run("09 ", "<w:dstrike/>")
    assert texts(f"<w:p>{run('Số')}{struck}{run('CV')}{run('ẩn', '<w:vanish/>')}</w:p>") == ["Số ~~1309~~ CV"]


def test_capitals_of_the_font_are_written_out():
    assert texts(f"<w:p>{run('Kế hoạch', '<w:caps/>')}</w:p>") == ["KẾ HOẠCH"]


def text_box(words):
    drawing = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH><wp:posOffset>80327521'
        "</wp:posOffset></wp:positionH><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    return f"<w:r>{drawing.format(words)}</w:r>"


def test_a_text_box_stands_once_after_its_paragraph():
    blocks = blocks_of(word(f"<w:p>{run('TỈNH SÔNG MÂY')}{text_box(paragraph('KHẨN'))}</w:p>", paragraph("sau")))
    assert [(b.line, b.text) for b in blocks] == [(1, "TỈNH SÔNG MÂY"), (1, "KHẨN"), (2, "sau")]


def test_automatic_numbers_are_shown():
    body = [
        paragraph("Mục đích", 80),
        paragraph("Chung", 80, 1),
        paragraph("Riêng", 80, 1),
        paragraph("a", 80, 2),
        paragraph("b", 80, 2),
        paragraph("gạch", 80, 3),
        paragraph("Nhiệm vụ", 80),
        paragraph("Lại từ đầu", 80, 1),
        paragraph("không số", 0),
    ]
    assert labels(*body, numbering=True) == ["I.", "1.1.", "1.2.", "a)", "b)", "-", "II.", "2.1.", ""]


def test_lists_of_one_scheme_count_on_and_an_override_starts_anew():
    body = [paragraph("x", 82), paragraph("x", 82, 1), paragraph("x", 82), paragraph("x", 82, 1), paragraph("x", 83)]
    assert labels(*body, numbering=True) == ["1.", "a)", "2.", "b)", "5."]


def test_numbers_come_from_styles_too():
    heading = (
        '<w:style w:type="paragraph" w:styleId="DieuLuat"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="81"/>'
        '</w:numPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    )
    child = '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="DieuLuat"/></w:style>'
    loop = '<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="Vong"/><w:basedOn w:val="Vong"/></w:style>'
    listed = (
        '<w:style w:type="numbering" w:styleId="Kieu"><w:name w:val="Kieu"/><w:pPr><w:numPr><w:numId w:val="82"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    body = [
        paragraph("một", style="DieuLuat"),
        paragraph("hai", style="Con"),
        paragraph("ba", style="Vong"),
        paragraph("bốn", 84),
    ]
    blocks = blocks_of(word(*body, numbering=True, styles=[heading, child, loop, listed]))
    assert [b.label for b in blocks] == ["Điều 1.", "Điều 2.", "", "1."]
    assert (blocks[1].style, blocks[1].bold, blocks[1].align) == ("Con", True, "center")
    assert (blocks[2].bold, blocks[2].align) == (False, "")


def test_bold_and_italic_need_all_of_the_words():
    whole = f"<w:p>{run('TM. ', '<w:b/>')}{run('UBND', '<w:b/><w:i/>')}{run(' ')}</w:p>"
    part = f"<w:p>{run('Nơi nhận', '<w:b/>')}{run(': x')}</w:p>"
    off = "<w:p>" + run("thường", '<w:b w:val="0"/>') + "</w:p>"
    assert [(b.bold, b.italic) for b in blocks_of(word(whole, part, off))] == [
        (True, False),
        (False, False),
        (False, False),
    ]


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows):
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def test_merged_cells_stand_once_with_their_extent():
    down, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        [cell(paragraph("TT"), down), cell(paragraph("Việc"), '<w:gridSpan w:val="2"/>')],
        [cell("<w:p/>", more), cell(paragraph("Tên")), cell(paragraph("Hạn"))],
        [cell("<w:p/>", more), cell(paragraph("Rà soát") + paragraph("- gồm a")), cell(paragraph("Quý I"))],
    )
    (block,) = blocks_of(word(body))
    assert block.kind is BlockKind.TABLE
    assert block.cells == (
        Cell(0, 0, "TT", rows=3),
        Cell(0, 1, "Việc", columns=2),
        Cell(1, 1, "Tên"),
        Cell(1, 2, "Hạn"),
        Cell(2, 1, "Rà soát\n- gồm a"),
        Cell(2, 2, "Quý I"),
    )


def test_cells_carry_their_automatic_numbers_and_nested_tables():
    nested = table([cell(paragraph("x")), cell(paragraph("y"))]) + "<w:p/>"
    body = table(
        [cell(paragraph("", 82)), cell(paragraph("Việc một", 80, 3))],
        [cell(paragraph("", 82)), cell(paragraph("Việc hai") + nested)],
    )
    (block,) = blocks_of(word(body, numbering=True))
    assert [c.text for c in block.cells] == ["1.", "- Việc một", "2.", "Việc hai\nx\ty"]


def test_tables_and_paragraphs_keep_their_order_and_count():
    blocks = blocks_of(word(paragraph("trước"), table([cell(paragraph("giữa"))]), "<w:p/>", paragraph("sau")))
    assert [(b.line, b.kind.value, b.text) for b in blocks] == [
        (1, "paragraph", "trước"),
        (2, "table", ""),
        (3, "paragraph", ""),
        (4, "paragraph", "sau"),
    ]


def refused(data):
    with pytest.raises(ReadError) as caught:
        blocks_of(data)
    return caught.value.code


def test_a_paper_without_words_is_empty():
    assert refused(word("<w:p/>")) == "empty"


def test_entities_are_refused_in_any_encoding():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    assert refused(repacked(word(paragraph("x")), word__document=bomb.encode())) == "damaged"
    assert refused(repacked(word(paragraph("x")), word__document=bomb.encode("utf-16"))) == "damaged"


def test_a_package_that_unpacks_too_far_is_refused(monkeypatch):
    monkeypatch.setattr("vbcli.read.docx.MAX_UNPACKED", 100_000)
    assert refused(repacked(word(paragraph("x")), word__document=b" " * 200_000)) == "too_large"
