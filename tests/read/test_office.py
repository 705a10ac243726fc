import random
import subprocess
import time
from pathlib import Path

import pytest
from papers import word

from vbcli.config import Reading
from vbcli.errors import ReadError
from vbcli.model.source import BlockKind
from vbcli.read import office
from vbcli.read.files import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024) + "WordDocument".encode("utf-16-le")
needs_soffice = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")

BODY = (
    "<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr><w:t>Uû ban nh©n d©n tØnh Ba Sao</w:t></w:r></w:p>",
    (
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='80'/></w:numPr></w:pPr>"
        "<w:r><w:t>Sở Tài chính rà soát, báo cáo.</w:t></w:r></w:p>"
    ),
    (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid><w:tr>"
        "<w:tc><w:tcPr/><w:p><w:r><w:t>Nhiệm vụ</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:tcPr/><w:p><w:r><w:t>30/6/2025</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    ),
    "<w:p/>",
)


def is_gone(process):
    for _ in range(100):
        state = Path(f"/proc/{process}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The same paper in the three formats, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("old")
    (folder / "a.docx").write_bytes(word(*BODY, numbering=True))
    for filters in ("doc:MS Word 97", "rtf", "odt"):
        command = [office.program(), f"-env:UserInstallation={(folder / 'p').as_uri()}", "--headless", "--convert-to"]
        subprocess.run([*command, filters, "--outdir", str(folder), str(folder / "a.docx")], check=True, timeout=120)
    return folder


@needs_soffice
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_numbers_tables_and_old_fonts_come_through(old, kind):
    path = old / f"a.{kind}"
    source = read(path)
    assert source.format == kind
    blocks = [block for block in source.blocks if block.text or block.cells]
    assert blocks[0].text == "Uỷ ban nhân dân tỉnh Ba Sao"
    assert (blocks[1].label, blocks[1].text) == ("I.", "Sở Tài chính rà soát, báo cáo.")
    assert blocks[2].kind is BlockKind.TABLE
    assert [cell.text for cell in blocks[2].cells] == ["Nhiệm vụ", "30/6/2025"]


@needs_soffice
def test_a_group_is_converted_in_one_start_and_found_by_its_content(old, tmp_path, monkeypatch):
    group = [old / "a.doc", old / "a.rtf", old / "không có.doc"]
    office.convert_ahead(group, tmp_path)
    assert len(list(tmp_path.glob("*.docx"))) == 2
    monkeypatch.setattr(office, "program", lambda: None)
    assert read(old / "a.rtf", Reading(converted=tmp_path)).format == "rtf"
    with pytest.raises(ReadError) as caught:
        read(old / "a.odt", Reading(converted=tmp_path))
    assert caught.value.code == "needs_office"


@needs_soffice
def test_a_broken_file_is_damaged(tmp_path):
    noise = random.Random(3).randbytes(4000)
    for data in (OLE, OLE[:100], OLE + noise, b"{\\rtf1 " + noise):
        (tmp_path / "a.doc").write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read(tmp_path / "a.doc")
        assert caught.value.code in {"damaged", "empty"}


def test_without_libreoffice_the_line_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "program", lambda: None)
    for name, data in (("a.doc", OLE), ("a.rtf", b"{\\rtf1 x}"), ("b.docx", OLE)):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read(tmp_path / name)
        assert caught.value.code == "needs_office"
        assert "libreoffice-writer" in caught.value.advice


def test_a_word_file_with_a_password_is_named(tmp_path):
    head = bytearray(OLE)
    head[512:524] = b"\xec\xa5" + bytes(9) + b"\x01"
    (tmp_path / "a.doc").write_bytes(head)
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "a.doc")
    assert caught.value.code == "password"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="a shell script stands in for the program")
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path, monkeypatch):
    slow = tmp_path / "soffice"
    slow.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(slow))
    monkeypatch.setattr(office, "TIMEOUT", 0.5)
    with pytest.raises(ReadError) as caught:
        office.to_docx(b"{\\rtf1 x}", "rtf")
    assert caught.value.code == "timeout"
    child = int((tmp_path / "child").read_text())
    assert is_gone(child)
