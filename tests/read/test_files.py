import hashlib
import io
import os
import random
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from papers import paragraph, pdf, repacked, word

from vbcli.config import Ocr, Reading
from vbcli.errors import ReadError
from vbcli.read.files import find_files, read
from vbcli.read.kinds import SUFFIXES

DATA = Path(__file__).parent / "data"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def written(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


def refused(path):
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.advice
    return caught.value.code


def test_a_folder_is_gone_through_in_order_and_its_clutter_skipped(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.PDF", "b/1.docx", "a.txt", "old.doc", "README.md", ".hidden.txt", "~$a.docx", ".git/x.txt"):
        (tmp_path / name).write_bytes(b"x")
    found = find_files([tmp_path])
    assert [str(p.relative_to(tmp_path)) for p in found.files] == ["a.txt", "b/1.docx", "b/2.PDF", "old.doc"]
    assert [p.name for p in found.skipped] == ["README.md"]
    assert found.missing == ()


def test_a_file_named_outright_is_kept_whatever_its_kind(tmp_path):
    path = written(tmp_path, "ghi-chep.md", b"x")
    found = find_files([path, tmp_path, path, tmp_path / "mất.pdf"])
    assert found.files == (path,)
    assert found.skipped == ()
    assert found.missing == (tmp_path / "mất.pdf",)


def test_links_that_run_in_a_circle_end(tmp_path):
    (tmp_path / "a").mkdir()
    written(tmp_path / "a", "x.txt", b"x")
    try:
        (tmp_path / "a" / "lên").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    assert [p.name for p in find_files([tmp_path]).files].count("x.txt") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may open everything")
def test_a_folder_that_may_not_be_opened_is_reported(tmp_path):
    closed = tmp_path / "kín"
    closed.mkdir(mode=0)
    assert find_files([tmp_path]).missing == (closed,)
    closed.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "Ủy ban nhân dân".encode(), "txt"),
        ("a.docx", word(paragraph("Ủy ban")), "docx"),
        ("a.pdf", pdf([[(80, 700, "Uy ban")]]), "pdf"),
        ("misnamed.pdf", word(paragraph("Ủy ban")), "docx"),
        ("misnamed.txt", pdf([[(80, 700, "Uy ban")]]), "pdf"),
        ("no-suffix", "Ủy ban nhân dân".encode(), "txt"),
        ("gateway.pdf", b"X-Gateway: 1\r\n" + pdf([[(80, 700, "Uy ban")]]), "pdf"),
    ],
)
def test_the_content_decides_not_the_name(tmp_path, name, data, kind):
    path = written(tmp_path, name, data)
    source = read(path)
    assert (source.format, source.path) == (kind, str(path))
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.blocks[0].text in {"Ủy ban nhân dân", "Ủy ban", "Uy ban"}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.pdf", b"", "empty"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "unsupported"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.html", b"<!DOCTYPE html><html>", "empty"),
        ("a.doc", b"\xef\xbb\xbf <html><body>", "empty"),
        ("json.pdf", b'{"a": 1}', "damaged"),
        ("half.docx", word(paragraph("x"))[:2000], "damaged"),
        ("half.pdf", pdf([[(80, 700, "x")]])[:200], "damaged"),
        ("bare.docx", repacked(word(paragraph("x")), word__document=None), "damaged"),
        ("broken.docx", repacked(word(paragraph("x")), word__document=b"<w:document"), "damaged"),
        ("strict.docx", repacked(word(paragraph("x")), extra=b"<a x='purl.oclc.org/ooxml/officeDocument'/>"), None),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, data, code):
    path = written(tmp_path, name, data)
    if code is None:
        assert read(path).blocks
    else:
        assert refused(path) == code


@pytest.mark.parametrize(
    ("parts", "said", "code"),
    [
        ({"xl/workbook.xml": "x"}, "Bảng tính", "unsupported"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"},
            "Bảng tính",
            "unsupported",
        ),
        (
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": "x",
                "META-INF/manifest.xml": "<manifest:encryption-data>",
            },
            "mật khẩu",
            "password",
        ),
        ({"mimetype": "application/epub+zip", "content.xml": "x"}, "không phải là tệp Word", "damaged"),
    ],
)
def test_packages_of_other_programs_are_named(tmp_path, parts, said, code):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    with pytest.raises(ReadError, match=said) as caught:
        read(written(tmp_path, "a.docx", stream.getvalue()))
    assert caught.value.code == code


def test_a_vanished_file_and_a_folder(tmp_path):
    assert refused(tmp_path / "mất.txt") == "vanished"
    assert refused(tmp_path) == "vanished"


def test_a_huge_file_is_not_read_at_all(tmp_path, monkeypatch):
    monkeypatch.setattr("vbcli.read.files.MAX_BYTES", 3)
    assert refused(written(tmp_path, "a.txt", b"xxxx")) == "too_large"


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@pytest.mark.parametrize("head", [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe"])
def test_random_bytes_never_give_another_exception(tmp_path, suffix, head):
    noise = random.Random(suffix).randbytes(4000)
    path = written(tmp_path, f"a{suffix}", head + noise)
    with suppress(ReadError):
        read(path)


@pytest.mark.parametrize("name", ["ke-hoach.pdf", "docx"])
def test_files_with_flipped_bytes_never_give_another_exception(tmp_path, name):
    data = word(paragraph("x", 80), numbering=True) if name == "docx" else (DATA / name).read_bytes()
    chance = random.Random(7)
    for _ in range(15):
        spoilt = bytearray(data)
        for _ in range(20):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        with suppress(ReadError):
            # What recognition makes of a damaged page is not the question here.
            read(written(tmp_path, "a.bin", bytes(spoilt)), Reading(ocr=Ocr.NEVER))


def test_no_library_is_loaded_before_it_is_needed():
    code = "import sys, vbcli.read.files as f; print([m for m in ('docx', 'lxml', 'pypdfium2', 'pdfplumber') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real papers of ../shared are not at hand")
def test_every_real_paper_gives_a_source_or_a_read_error():
    outcomes = set()
    for path in find_files([CORPUS]).files:
        try:
            outcomes.add(read(path, Reading(ocr=Ocr.NEVER)).format)
        except ReadError as error:
            outcomes.add(error.code)
    assert outcomes - {"doc", "needs_office"} == {"txt", "docx", "pdf", "needs_ocr"}


def test_a_kind_of_file_that_is_no_paper_is_named_with_what_to_do(tmp_path):
    path = tmp_path / "bang.xyz"
    path.write_text("a;b\n", encoding="utf-8")
    with pytest.raises(ReadError) as fault:
        read(path)
    assert fault.value.code == "unsupported"
