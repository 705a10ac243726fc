import pytest
from papers import blocks_of, paragraph, word

from vbcli.text.legacy_fonts import Coding, coding_of_font, coding_of_text, to_unicode

LOWER = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"
TCVN3 = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®"
VNI = (
    "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó ò où oø oû oõ oï oâ oá oà oå oã "
    "oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï yù yø yû yõ î ñ"
)


def in_font(*runs, style=""):
    made = "".join(
        f"<w:r><w:rPr><w:rFonts w:ascii='{font}' w:hAnsi='{font}'/>{extra}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"
        for font, text, extra in runs
    )
    return f"<w:p><w:pPr>{style}</w:pPr>{made}</w:p>"


def test_every_letter_of_both_tables():
    assert len(TCVN3) == len(LOWER)
    assert to_unicode(" ".join(TCVN3), Coding.TCVN3) == " ".join(LOWER)
    assert to_unicode(VNI, Coding.VNI) == " ".join(LOWER)
    assert to_unicode(VNI.upper(), Coding.VNI) == " ".join(LOWER).upper()


@pytest.mark.parametrize(
    ("typed", "coding", "shown"),
    [
        ("QUYÕT §ÞNH cña THµNH PHè", Coding.TCVN3, "QUYẾT ĐỊNH của THÀNH PHỐ"),
        ("Sè 12, Hµ Néi, ñY BAN", Coding.TCVN3, "Số 12, Hà Nội, ỦY BAN"),
        ("Ch\xad¬ng tr×nh", Coding.TCVN3, "Chương trình"),
        ("COÄNG HOAØ XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", Coding.VNI, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ngày đã là Unicode: Ủy ban", Coding.VNI, "Ngày đã là Unicode: Ủy ban"),
        ("\uf0aequyÕt ®Þnh", Coding.TCVN3, "đquyết định"),
    ],
)
def test_text_in_an_old_font(typed, coding, shown):
    assert to_unicode(typed, coding) == shown


def test_the_name_of_the_font_decides():
    names = {
        ".VnTime": "TCVN3",
        ".VnArial NarrowH": "TCVN3",
        "VNI-Helve": "VNI",
        "VNI Times": "VNI",
        "vntimehbold": "TCVN3",
    }
    assert {name: coding_of_font(name) for name in names} == names
    assert not any(coding_of_font(name) for name in ("Times New Roman", "Arial", "Vnlife", "Verdana", ""))


@pytest.mark.parametrize(
    "clean",
    ["Văn phòng Huyện ủy", "The façade of the naïve café cost £4, ©2004", "Số 12/QĐ-UBND ngày 3/4/2025", "Công ty"],
)
def test_text_without_an_old_font_is_left_alone(clean):
    assert coding_of_text(clean) is None


def test_runs_of_a_docx_by_font_and_style():
    styles = (
        (
            "<w:style w:type='paragraph' w:styleId='Cu'><w:name w:val='Cu'/><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>"
            "</w:rPr></w:style>"
        ),
        "<w:style w:type='paragraph' w:styleId='Con'><w:name w:val='Con'/><w:basedOn w:val='Cu'/></w:style>",
    )
    data = word(
        in_font((".VnTime", "C¨n cø ", ""), ("Times New Roman", "Luật Tổ chức", "")),
        paragraph("ngµy 12 th¸ng 6", style="Con"),
        in_font((".VnTimeH", "quyÕt ®Þnh", "")),
        in_font((".VnTime", "quyÕt ®Þnh", "<w:caps/>")),
        in_font(("VNI-Times", "U", "<w:b/>"), ("VNI-Times", "Ûy ban", "")),
        "<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr><w:t>t</w:t><w:softHyphen/></w:r></w:p>",
        styles=styles,
    )
    blocks = blocks_of(data)
    assert [block.text for block in blocks] == [
        "Căn cứ Luật Tổ chức",
        "ngày 12 tháng 6",
        "quyết định",
        "QUYẾT ĐỊNH",
        "Ủy ban",
        "tư",
    ]
    assert [block.printed for block in blocks] == ["", "", "QUYẾT ĐỊNH", "", "", ""]


def test_an_old_font_whose_name_is_lost_is_told_by_the_words():
    lines = (
        "Uû ban nh©n d©n tØnh giao c¸c Së, ban, ngµnh thùc hiÖn nhiÖm vô cña n¨m",
        "B¸o c¸o tr\xadíc ngµy 30/6/2004",
    )
    blocks = blocks_of(word(*(paragraph(line) for line in lines)))
    assert blocks[0].text == "Uỷ ban nhân dân tỉnh giao các Sở, ban, ngành thực hiện nhiệm vụ của năm"
    assert blocks[1].text == "Báo cáo trước ngày 30/6/2004"
