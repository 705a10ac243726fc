"""Small files made for the tests of the readers; all text is invented."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from vbcli.model.source import Block
from vbcli.read.docx import read_docx

NUMBERING = """
<w:numbering {ns}>
  <w:abstractNum w:abstractNumId="70">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF02D;"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="71">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
      <w:lvlText w:val="Điều %1."/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="72">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlRestart w:val="0"/>
      <w:lvlText w:val="%2)"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="73"><w:numStyleLink w:val="Kieu"/></w:abstractNum>
  <w:num w:numId="80"><w:abstractNumId w:val="70"/></w:num>
  <w:num w:numId="81"><w:abstractNumId w:val="71"/></w:num>
  <w:num w:numId="82"><w:abstractNumId w:val="72"/></w:num>
  <w:num w:numId="83"><w:abstractNumId w:val="72"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  <w:num w:numId="84"><w:abstractNumId w:val="73"/></w:num>
</w:numbering>
"""


class Extra(NamedTuple):
    """One more part of a package: `word/footnotes.xml`, of a kind, related to the body as `relation`."""

    name: str
    kind: str
    relation: str
    content: bytes


def word(*body: str, numbering: bool = False, styles: Sequence[str] = (), extra: Sequence[Extra] = ()) -> bytes:
    """Return a .docx whose body is the given XML, `w:` and the usual other prefixes declared.

    `{0}`, `{1}` in the body stand for the relations of the extra parts.
    """
    paper = docx.Document()
    keys = [
        paper.part.relate_to(Part(PackURI(f"/{x.name}"), x.kind, x.content, paper.part.package), x.relation)
        for x in extra
    ]
    for xml in (xml.format(*keys) if keys else xml for xml in body):
        paper.element.body.insert(len(paper.element.body) - 1, parse_xml(_declared(xml)))
    for xml in styles:
        paper.styles.element.append(parse_xml(_declared(xml)))
    if numbering:
        part = paper.part.numbering_part
        fresh = parse_xml(NUMBERING.format(ns=nsdecls("w")))
        for child in list(part.element):
            part.element.remove(child)
        for child in list(fresh):
            part.element.append(child)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def blocks_of(data: bytes) -> tuple[Block, ...]:
    """Return the blocks of a .docx in which nothing is odd."""
    blocks, issues = read_docx(data)
    assert issues == ()
    return blocks


def paragraph(text: str, number: int | None = None, level: int = 0, style: str | None = None) -> str:
    """Return a w:p, numbered where a number is given."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    counted = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    return f"<w:p><w:pPr>{named}{counted}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def _declared(xml: str) -> str:
    spaces = nsdecls("w", "wp", "a", "r") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    end = xml.index(">")
    end -= xml[end - 1] == "/"
    return f"{xml[:end]} {spaces}{xml[end:]}"


def repacked(data: bytes, **parts: bytes | None) -> bytes:
    """Return the package with parts replaced; None drops one. Slashes of names are written as two underscores."""
    changes = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = changes.get(entry.filename, old.read(entry.filename))
            if content is not None:
                new.writestr(entry.filename, content)
    return stream.getvalue()


def pdf(
    pages: Iterable[Sequence[tuple[float, float, str]]],
    *,
    fields: Sequence[tuple[float, float, str]] = (),
    image: bool = False,
    rotate: int = 0,
    mode: int = 0,
) -> bytes:
    """Return a .pdf with words at x, y (from below) in 12 points; fields are signature widgets on the first page."""
    objects: list[bytes] = [b"", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"]
    kids = []
    for number, words in enumerate(pages):
        drawn = "".join(f"BT /F1 12 Tf {mode} Tr {x} {y} Td ({text}) Tj ET\n" for x, y, text in words)
        resources = "/Font<</F1 3 0 R>>"
        if image:
            objects.append(
                stream(b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
            )
            resources += f"/XObject<</I1 {len(objects)} 0 R>>"
            drawn += "q 595 0 0 842 0 0 cm /I1 Do Q\n"
        objects.append(stream(drawn.encode("latin-1"), ""))
        content = len(objects)
        annotations = []
        for x, y, text in fields if number == 0 else ():
            lines = "".join(
                f"0 {40 - 14 * at} Td ({line}) Tj 0 {14 * at - 40} Td " for at, line in enumerate(text.split("|"))
            )
            form = "/Type/XObject/Subtype/Form/BBox[0 0 200 50]/Resources<</Font<</F1 3 0 R>>>>"
            objects.append(stream(f"BT /F1 12 Tf {lines}ET".encode(), form))
            box = f"/Rect[{x} {y - 40} {x + 200} {y + 10}]"
            objects.append(f"<</Type/Annot/Subtype/Widget/FT/Sig/F 132{box}/AP<</N {len(objects)} 0 R>>>>".encode())
            annotations.append(f"{len(objects)} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate {rotate}/Resources<<{resources}>>"
            f"/Contents {content} 0 R/Annots[{' '.join(annotations)}]>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _assembled(objects)


def stream(data: bytes, entries: str) -> bytes:
    """Return a stream object."""
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def _assembled(objects: list[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode()
