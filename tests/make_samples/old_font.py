"""A Word file retyped in the old fonts: .VnTime, and .VnTimeH, which shows small letters as capitals."""

import io

from docx import Document
from docx.oxml.ns import qn
from docx.text.run import Run

from .docx_form import fixed_zip

LETTERS = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂĐÊÔƠƯ"
CODES = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®¡¢§£¤¥¦"
TYPED = dict(zip(LETTERS, CODES, strict=True))
SMALL, CAPITAL = ".VnTime", ".VnTimeH"


def in_old_font(data: bytes) -> bytes:
    """Return the .docx with each letter as a TCVN3 code, each run in the font that shows it."""
    paper = Document(io.BytesIO(data))
    for element in paper.element.iter(qn("w:r")):
        run = Run(element, paper)
        is_capital = run.text.isupper() and not run.text.isascii()
        run.text = "".join(_code(letter) for letter in (run.text.lower() if is_capital else run.text))
        fonts = element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(kind), CAPITAL if is_capital else SMALL)
    out = io.BytesIO()
    paper.save(out)
    return fixed_zip(out.getvalue())


def _code(letter: str) -> str:
    if letter.isascii() or letter in "“”–":
        return letter
    return TYPED[letter]  # a capital with a tone has no code: the font has none either
