"""Two hundred files that were made to do harm, each with the code that it should be refused with.

None where a reading is as good as a refusal: such a file only must not cost the others, nor the worker its limits.
"""

import io
import random
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

DATA = Path(__file__).parents[1] / "read" / "data"
SAMPLES = Path(__file__).parents[2] / "samples"
OFFICE = frozenset({"doc", "rtf", "odt"})
SUFFIXES = ("docx", "pdf", "doc", "rtf", "odt", "html", "jpg", "png", "tif", "txt")
HEADS = {
    "docx": b"PK\x03\x04",
    "odt": b"PK\x03\x04",
    "pdf": b"%PDF-1.7\n",
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "rtf": b"{\\rtf1 ",
    "html": b"<html>",
    "jpg": b"\xff\xd8\xff\xe0",
    "png": b"\x89PNG\r\n\x1a\n",
    "tif": b"II*\x00",
    "txt": b"\xff\xfe",
}
MB = 1024**2

Hostile = tuple[str, bytes, str | None]


def hostile_files() -> Iterator[Hostile]:
    """Yield (name, content, code) of each file."""
    yield from _empty_and_random()
    yield from _cut()
    yield from _locked()
    yield from _word_bombs()
    yield from _word_riddles()
    yield from _pdf_bombs()
    yield from _pictures()
    yield from _markup()
    yield from _texts()


def _empty_and_random() -> Iterator[Hostile]:
    chance = random.Random(5)
    for suffix in SUFFIXES:
        yield f"rong.{suffix}", b"", "empty"
        for length in (10, 4_000, 90_000):
            code = None if suffix in {"html", "txt"} else "damaged"
            yield f"nhieu-{length}.{suffix}", b"\x01" + chance.randbytes(length), code
            yield f"dau-that-{length}.{suffix}", HEADS[suffix] + chance.randbytes(length), None


def _cut() -> Iterator[Hostile]:
    word = (SAMPLES / "kh-45-ubnd-huyen.docx").read_bytes()
    pdf = (SAMPLES / "kh-45-ubnd-huyen.pdf").read_bytes()
    for tenth in range(1, 10):
        yield f"cut-{tenth}.docx", word[: len(word) * tenth // 10], "damaged"
        yield f"cut-{tenth}.pdf", pdf[: len(pdf) * tenth // 10], "damaged"
    for kind, suffix in (("JPEG", "jpg"), ("PNG", "png"), ("TIFF", "tif")):
        whole = _picture(kind, (900, 1200))
        for part in (3, 2):
            yield f"cut-{part}.{suffix}", whole[: len(whole) // part], None
    flipped = bytearray(word)
    for at in range(2000, len(flipped), 700):
        flipped[at] ^= 0xFF
    yield "lat-bit.docx", bytes(flipped), "damaged"


def _locked() -> Iterator[Hostile]:
    yield "mat-khau.pdf", (DATA / "mat-khau.pdf").read_bytes(), "password"
    locked = HEADS["doc"] + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(3000)
    yield "mat-khau.docx", locked, "password"
    yield "mat-khau-duoi-doc.doc", locked, "password"
    word = (
        HEADS["doc"] + bytes(504) + b"\xec\xa5" + bytes(9) + b"\x01" + bytes(2000) + "WordDocument".encode("utf-16-le")
    )
    yield "mat-khau.doc", word, "password"
    manifest = b"<manifest><encryption-data/></manifest>"
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"x"}
    yield "mat-khau.odt", _zip({**parts, "META-INF/manifest.xml": manifest}), "password"


# --- Word -------------------------------------------------------------------------------------------------------------

TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _zip(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _word(body: str, before: str = "") -> bytes:
    """Return a .docx whose main part is written by hand."""
    document = f"<?xml version='1.0'?>{before}<w:document {SPACE}><w:body>{body}</w:body></w:document>".encode()
    return _zip({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _word_bombs() -> Iterator[Hostile]:
    plain = {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}
    yield "bom-so-khong.docx", _zip({**plain, "word/document.xml": bytes(250 * MB)}), "too_large"
    many = b"<w:p/>" * (3 * MB // 6)
    whole = f"<w:document {SPACE}><w:body>".encode() + many + b"</w:body></w:document>"
    yield "bom-doan-trong.docx", _zip({**plain, "word/document.xml": whole}), None
    lying = bytearray(_zip({**plain, "word/document.xml": bytes(250 * MB)}))
    for at in _all(lying, (250 * MB).to_bytes(4, "little")):
        lying[at : at + 4] = (1000).to_bytes(4, "little")
    yield "bom-khai-gian.docx", bytes(lying), None
    yield "bom-long-nhau.docx", _zip({"a.docx": _zip({"b.docx": bytes(100 * MB)})}), "damaged"
    yield "nhieu-phan.docx", _zip({f"p{n}.xml": b"" for n in range(20_000)}, zipfile.ZIP_STORED), "damaged"
    laughs = '<!DOCTYPE w [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    yield "ty-tieng-cuoi.docx", _word(_p("&a9;"), laughs + "]>"), "damaged"
    square = f'<!DOCTYPE w [<!ENTITY a "{"x" * 50_000}">]>'
    yield "binh-phuong.docx", _word(_p("&a;" * 20_000), square), "damaged"
    outside = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    yield "thuc-the-ngoai.docx", _word(_p("&a;"), outside), "damaged"


def _all(data: bytearray, part: bytes) -> Iterator[int]:
    at = data.find(part)
    while at >= 0:
        yield at
        at = data.find(part, at + 1)


def _word_riddles() -> Iterator[Hostile]:
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + _p("x") + "</w:tc></w:tr></w:tbl>" * 3000
    yield "bang-long-nhau.docx", _word(deep), "damaged"
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{_p("a")}</w:tc>'
    yield "o-ty-cot.docx", _word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), None
    row = "<w:tr>" + f"<w:tc>{_p('a')}</w:tc>" * 60 + "</w:tr>"
    yield "bang-lon.docx", _word(f"<w:tbl>{row * 500}</w:tbl>"), None
    yield "mot-doan-dai.docx", _word(_p("giao UBND xã " * 10_000)), None
    yield "ngoac.docx", _word(_p("(" * 200_000)), None
    yield "khong-than.docx", _zip({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}), "damaged"
    yield "khong-quan-he.docx", _zip({"[Content_Types].xml": TYPES, "word/document.xml": b"<a/>"}), "damaged"
    yield "khong-phai-word.docx", _zip({"a.txt": b"a"}), "damaged"
    yield "xml-hong.docx", _word("<w:p>"), "damaged"
    yield "ky-tu-cam.docx", _word(_p("\x00\x08")), "damaged"
    yield "bang-tinh.docx", _zip({"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<a/>"}), None
    yield "vong-kieu.docx", _with_a_circle_of_styles(), None
    yield (
        "lien-ket-vong.docx",
        _zip({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS.replace(b"word/document.xml", b"_rels/.rels")}),
        "damaged",
    )
    yield "duong-dan-ra-ngoai.docx", _zip({"../../../../tmp/x": b"x", "[Content_Types].xml": TYPES}), "damaged"


def _with_a_circle_of_styles() -> bytes:
    paper = docx.Document()
    for name, base in (("A", "B"), ("B", "A")):
        paper.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="{base}"/></w:style>'
            )
        )
    paper.add_paragraph("Giao UBND xã sửa đường.", style="A")
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


# --- PDF --------------------------------------------------------------------------------------------------------------


def _pdf(objects: Sequence[bytes], root: int = 1) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return bytes(out + b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start))


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n" % (entries, len(data)) + data + b"\nendstream"


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>%s>>/Contents 5 0 R>>"


def _one_page(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return _pdf([CATALOG, pages, PAGE % resources, FONT, content, *more])


def _pdf_bombs() -> Iterator[Hostile]:
    yield "vong-trang.pdf", _pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]), "damaged"
    yield (
        "vong-hai-trang.pdf",
        _pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>"]),
        "damaged",
    )
    yield "ty-trang.pdf", _pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", PAGE % b""]), None
    yield "muoi-nghin-trang.pdf", _many_pages(10_000), "too_large"
    yield "khong-trang.pdf", _pdf([CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"]), "damaged"
    yield "khong-goc.pdf", _pdf([b"<<>>"]), "damaged"
    loop = b"/XObject<</X1 6 0 R>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X1 %d 0 R>>>>"
    yield "vong-hinh.pdf", _one_page(_stream(b"/X1 Do"), _stream(b"/X1 Do " * 3, form % 6), resources=loop), None
    forms = [_stream(b"/X1 Do " * 10, form % (7 + n)) for n in range(8)] + [_stream(b"BT (a) Tj ET" * 10, form % 6)]
    yield "bom-hinh.pdf", _one_page(_stream(b"/X1 Do"), *forms, resources=loop), None
    flat = zlib.compress(b"BT (a) Tj ET " * (150 * MB // 13), 1)
    yield "bom-nen.pdf", _one_page(_stream(flat, b"/Filter/FlateDecode")), None
    twice = zlib.compress(zlib.compress(bytes(200 * MB), 9), 9)
    yield "bom-nen-hai-lan.pdf", _one_page(_stream(twice, b"/Filter[/FlateDecode/FlateDecode]")), None
    yield "nghin-lenh.pdf", _one_page(_stream(b"BT /F1 9 Tf 50 700 Td (Giao UBND xa) Tj ET\n" * 60_000)), None
    yield "nghin-duong.pdf", _one_page(_stream(b"0 0 m 500 500 l S\n" * 6_000)), None
    grid = b"".join(b"%d 0 m %d 800 l S 0 %d m 800 %d l S\n" % (n, n, n, n) for n in range(0, 800, 4))
    yield "luoi.pdf", _one_page(_stream(grid + b"BT /F1 9 Tf 50 700 Td (Giao UBND xa) Tj ET")), None
    yield "trang-vo-tan.pdf", _one_page(_stream(b"")).replace(b"595 842", b"9e9 9e9"), None
    yield "so-am.pdf", _one_page(_stream(b"BT /F1 -9999999 Tf (a) Tj ET")), None
    yield "do-dai-gian.pdf", _one_page(_stream(b"BT ET")).replace(b"/Length 5", b"/Length 999999999"), None
    yield "ma-hoa-la.pdf", _one_page(_stream(b"")).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/La>>"), None
    yield "json.pdf", b'{"a": 1}', "damaged"
    yield "trang-web.pdf", b"<html><body>404</body></html>", None


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return _pdf([CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *[page] * count])


# --- pictures, mark-up, text ------------------------------------------------------------------------------------------


def _picture(kind: str, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("L", size, 255).save(out, kind)
    return out.getvalue()


def _pictures() -> Iterator[Hostile]:
    for suffix, kind in (("png", "PNG"), ("tif", "TIFF")):
        yield f"mot-diem.{suffix}", _picture(kind, (1, 1)), None
        yield f"soi-chi.{suffix}", _picture(kind, (20_000, 2)), None
    huge = bytearray(_picture("PNG", (100, 100)))
    huge[16:24] = (60_000).to_bytes(4, "big") * 2
    huge[29:33] = zlib.crc32(huge[12:29]).to_bytes(4, "big")
    yield "bom-anh.png", bytes(huge), None
    out = io.BytesIO()
    Image.new("1", (16_000, 16_000), 1).save(out, "PNG")
    yield "anh-lon.png", out.getvalue(), None
    circle = bytearray(_picture("TIFF", (50, 50)))
    start = int.from_bytes(circle[4:8], "little")
    after = start + 2 + 12 * int.from_bytes(circle[start : start + 2], "little")
    circle[after : after + 4] = start.to_bytes(4, "little")
    yield "vong-khung.tif", bytes(circle), None


def _markup() -> Iterator[Hostile]:
    yield "sau.html", b"<html><body>" + b"<div>" * 50_000 + "Giao UBND xã".encode(), None
    yield "bang-sau.html", b"<html><body>" + b"<table><tr><td>" * 3_000 + b"x", None
    yield "the-mo.html", b"<html><" + b"a" * 2_000_000, None
    yield "thuoc-tinh.html", b"<html><p " + b"a=b " * 200_000 + b">x</p>", None
    yield "thuc-the.html", b"<html><body>" + b"&amp" * 100_000, None
    yield "o-trieu.html", b"<html><table><tr><td colspan=99999999 rowspan=99999999>a</td></tr></table>", None
    yield "chi-the.html", b"<html><head></head><body><script>alert(1)</script></body></html>", None


def _texts() -> Iterator[Hostile]:
    lines = {
        "mot-dong": "a" * 800_000,
        "so": "1" * 400_000,
        "muc": "1.1.1.1." * 20_000,
        "ngoac": "(1) " * 60_000,
        "ngay": "trước ngày " * 12_000,
        "giao": "giao UBND " * 12_000,
        "so-hieu": "số 12/QĐ-" * 15_000,
        "cham-phay": "; " * 80_000,
        "tab": "\t" * 300_000,
        "gach": "- \n" * 25_000,
        "muc-long": "\n".join(f"{'I' * (n % 9)}.{n}. a" for n in range(10_000)),
        "dau": "a" + "\u0301" * 100_000,
        "an": "\u200b" * 300_000,
        "thay-the": "\ufffd" * 5_000,
        "trang": "\f" * 50_000,
        "bang": "|a" * 50_000,
        "hoa": "ỦY BAN NHÂN DÂN\n" * 5_000,
        "so-lien": "Số: " * 25_000,
        "kinh-gui": "Kính gửi: " * 15_000,
        "noi-nhan": "Nơi nhận:\n- " * 10_000,
        "khong-viet": "Lorem ipsum dolor sit amet. " * 5_000,
    }
    for name, text in lines.items():
        yield f"chu-{name}.txt", text.encode(), None
    yield "chu-nul.txt", b"a\x00b" * 3_000, None
    yield "chu-nua-cap.txt", b"\xff\xfe" + b"\x00\xd8" * 2_000, None
    yield "chu-utf32.txt", b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * 500, None
    yield "chu-mac-dinh.txt", bytes(range(128, 256)) * 100, None
    for name in ("aux", "con", "-rf", "--help", "%s%n", "$(id)", "a'b\"c", "ten\nhai dong", "\x1b[31mdo", "x" * 240):
        yield f"{name}.docx", b"khong phai tep Word", "damaged"
