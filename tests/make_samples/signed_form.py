"""A .pdf as a signing tool leaves it: number, day and month in signature fields over blanks, and the tool's stamp.

LibreOffice sets what the fields show on pages of their own behind the paper, so that their fonts are embedded;
each of these pages becomes the appearance of a field and is taken out of the page tree.
"""

import io
import re
from typing import NamedTuple

import pypdfium2
from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from .docx_form import FONT, as_docx
from .paper import Paper
from .pdf_form import converted, fixed

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
STAMP_SIZE = 7
EDGE = 2.0
"""Points that a field is larger than its words."""


class Box(NamedTuple):
    """A rectangle in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def as_signed(paper: Paper) -> bytes:
    """Return the paper with its fields over the first page and its stamp over the last."""
    data = converted(_with_fields_behind(paper))
    with pypdfium2.PdfDocument(data) as document:
        count = len(document) - len(paper.fields) - 1
        shown = [_box_of(document[count + i]) for i in range(len(paper.fields) + 1)]
        blanks = [
            _between(document[0], "Số:", "/"),
            _between(document[0], "ngày", "tháng"),
            _between(document[0], "tháng", "năm"),
        ]
        name = _box_of(document[count - 1], paper.sign[-1])
    places = [_centred(box, blank) for box, blank in zip(shown, blanks, strict=False)]
    places.append(_centred(shown[-1], Box(name.left, name.top + 5, name.right, 0)))
    pages = [0] * len(paper.fields) + [count - 1]
    return fixed(_overlaid(data, count, list(zip(shown, places, pages, strict=True))))


def _with_fields_behind(paper: Paper) -> bytes:
    doc = Document(io.BytesIO(as_docx(paper)))
    behind = doc.add_section(WD_SECTION.NEW_PAGE)
    behind.different_first_page_header_footer = False
    behind.header.is_linked_to_previous = False
    for number, words in enumerate((*paper.fields, paper.stamp)):
        par = doc.add_paragraph()
        par.paragraph_format.space_after = Pt(0)
        if number:
            par.add_run().add_break(WD_BREAK.PAGE)
        for at, line in enumerate((words,) if isinstance(words, str) else words):
            run = par.add_run(line)
            run.font.name, run.font.size = FONT, Pt(paper.size if isinstance(words, str) else STAMP_SIZE)
            if at + 1 < len(paper.stamp) and not isinstance(words, str):
                run.add_break()
    out = io.BytesIO()
    doc.save(out)
    return out.getvalue()


def _box_of(page: pypdfium2.PdfPage, words: str = "") -> Box:
    """Return where the words stand last, or all of the page's."""
    text = page.get_textpage()
    whole = text.get_text_range()
    start = whole.rindex(words) if words else 0
    boxes = [text.get_charbox(i, loose=True) for i in range(start, start + len(words or whole))]
    boxes = [box for box in boxes if box[2] > box[0]]
    lows, highs = list(zip(*boxes, strict=True))[:2], list(zip(*boxes, strict=True))[2:]
    return Box(min(lows[0]), min(lows[1]), max(highs[0]), max(highs[1]))


def _between(page: pypdfium2.PdfPage, before: str, behind: str) -> Box:
    """Return the blank between two words of the heading; its height is of no account."""
    text = page.get_textpage()
    whole = text.get_text_range()
    start = whole.index(before) + len(before)
    left = text.get_charbox(start - 1, loose=True)
    right = text.get_charbox(whole.index(behind, start), loose=True)
    return Box(left[2], left[1], right[0], left[3])


def _centred(box: Box, blank: Box) -> Box:
    """Return the box moved to the middle of the blank, on its line."""
    right = (blank.left + blank.right - box.right - box.left) / 2
    up = blank.bottom - box.bottom
    return Box(box.left + right, box.bottom + up, box.right + right, box.top + up)


def _overlaid(data: bytes, count: int, fields: list[tuple[Box, Box, int]]) -> bytes:
    """Return the .pdf with its first pages only, the others shown in fields: (what of its page, where, on which)."""
    objects = {int(m[1]): m[2] for m in OBJECT.finditer(data)}
    root = next(number for number, body in objects.items() if b"/Type/Pages" in body)
    kids = [int(n) for n in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids\[(.*?)\]", objects[root], re.DOTALL)[1])]
    last = max(objects)
    widgets: dict[int, list[int]] = {}
    for number, (shown, place, on) in enumerate(fields):
        form, widget = last + 1 + 2 * number, last + 2 + 2 * number
        objects[form] = _form(objects, objects[kids[count + number]], shown)
        objects[widget] = (
            f"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature{number + 1})/F 132/P {kids[on]} 0 R"
            f"/Rect{_numbers(place)}/AP<</N {form} 0 R>>>>"
        ).encode()
        widgets.setdefault(kids[on], []).append(widget)
    for page, held in widgets.items():
        objects[page] = _with(objects[page], f"/Annots[{_references(held)}]")
    for page in kids[count:]:
        del objects[page]
    paged = re.sub(rb"/Kids\[.*?\]", f"/Kids[{_references(kids[:count])}]".encode(), objects[root], flags=re.DOTALL)
    objects[root] = re.sub(rb"/Count \d+", f"/Count {count}".encode(), paged)
    catalog = int(re.search(rb"/Root (\d+) 0 R", data)[1])
    every = [widget for held in widgets.values() for widget in held]
    # The outline of its structure still speaks of the pages taken out.
    plain = re.sub(rb"/StructTreeRoot \d+ 0 R|/MarkInfo<<.*?>>|/OpenAction\[.*?\]", b"", objects[catalog])
    objects[catalog] = _with(plain, f"/AcroForm<</Fields[{_references(every)}]/SigFlags 3>>")
    return _assembled(objects, data)


def _form(objects: dict[int, bytes], page: bytes, box: Box) -> bytes:
    """Return the content of a page as a form of its own."""
    resources = re.search(rb"/Resources \d+ 0 R", page)[0]
    content = objects[int(re.search(rb"/Contents (\d+) 0 R", page)[1])]
    stream = content.partition(b"stream\n")[2].rpartition(b"\nendstream")[0]
    head = f"<</Type/XObject/Subtype/Form/BBox{_numbers(box)}/Length {len(stream)}/Filter/FlateDecode".encode()
    return head + resources + b">>\nstream\n" + stream + b"\nendstream"


def _numbers(box: Box) -> str:
    grown = (box.left - EDGE, box.bottom - EDGE, box.right + EDGE, box.top + EDGE)
    return "[" + " ".join(f"{edge:.2f}" for edge in grown) + "]"


def _references(numbers: list[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _with(body: bytes, entry: str) -> bytes:
    """Return a dictionary with one more entry."""
    head, _, tail = body.rpartition(b">>")
    return head + entry.encode() + b">>" + tail


def _assembled(objects: dict[int, bytes], data: bytes) -> bytes:
    trailer = re.search(rb"trailer\n<<(.*?)>>\nstartxref", data, re.DOTALL)[1]
    out = bytearray(b"%PDF-1.6\n%\xc3\xa4\xc3\xbc\xc3\xb6\xc3\x9f\n")
    table = [b"0000000000 65535 f \n"]
    for number in range(1, max(objects) + 1):
        if number not in objects:
            table.append(b"0000000000 00000 f \n")
            continue
        table.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n" % number + objects[number] + b"\nendobj\n"
    start = len(out)
    sized = re.sub(rb"/Size \d+", b"/Size %d" % len(table), trailer)
    out += b"xref\n0 %d\n" % len(table) + b"".join(table) + b"trailer\n<<" + sized + b">>\n"
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
