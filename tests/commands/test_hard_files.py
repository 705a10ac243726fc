"""Folders as they come: scans, old Word files, and files made to do harm."""

import io
import json
import random
import zipfile

import pytest
from terminal import run_vb

from vbcli.app import main
from vbcli.read import tesseract

DRAFT = "HUYỆN ỦY LÂM KHÊ\nSố 12-CV/HU\n\nGiao UBND huyện sửa đập Khau Dìa số {n}, hoàn thành trước ngày 25/4/2024.\n"
SUFFIXES = ("docx", "pdf", "html", "jpg", "png", "tif", "txt", "doc")
HEADS = {
    "docx": b"PK\x03\x04",
    "pdf": b"%PDF-1.7\n",
    "html": b"<html>",
    "jpg": b"\xff\xd8\xff\xe0",
    "png": b"\x89PNG\r\n",
}


def blank_page(kind):
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (600, 800), 255).save(stream, kind)
    return stream.getvalue()


def bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "x")
        package.writestr("word/document.xml", bytes(250 * 1024**2))
    return stream.getvalue()


def test_a_hostile_folder_costs_only_its_own_files(tmp_path):
    chance = random.Random(5)
    folder = tmp_path / "den"
    folder.mkdir()
    for number in range(40):
        suffix = SUFFIXES[number % len(SUFFIXES)]
        noise = HEADS.get(suffix, b"") + chance.randbytes(chance.choice((10, 4000)))
        (folder / f"xau-{number:02d}.{suffix}").write_bytes(noise)
    (folder / "bom.docx").write_bytes(bomb())
    for number in range(10):
        (folder / f"tot-{number}.txt").write_text(DRAFT.format(n=number), encoding="utf-8")
    done = run_vb("ingest", str(folder), "--db", str(tmp_path / "vb.sqlite"), "--json", env={"VB_CACHE": str(tmp_path)})
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert {item["path"].rpartition("/")[2] for item in report["new"]} == {f"tot-{n}.txt" for n in range(10)}
    assert len(report["failed"]) == 41
    assert "fault" not in {item["code"] for item in report["failed"]}


@pytest.mark.parametrize("kind", ["PDF", "PNG"])
def test_ocr_never_lists_a_scan_with_what_to_do(tmp_path, capsys, kind):
    path = tmp_path / f"quet.{kind.lower()}"
    path.write_bytes(blank_page(kind))
    assert main(["extract", "--ocr", "never", str(path)]) == 4
    shown = capsys.readouterr()
    assert json.loads(shown.out)["error"]["code"] == "needs_ocr"
    assert "--ocr never" in shown.err


@pytest.mark.skipif(tesseract.program() is None, reason="tesseract-ocr-vie is not installed")
def test_a_scan_without_a_word_is_no_empty_success(tmp_path, capsys):
    path = tmp_path / "quet.png"
    path.write_bytes(blank_page("PNG"))
    assert main(["extract", str(path)]) == 4
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "empty"


def test_another_word_than_the_three_is_a_wrong_flag(tmp_path, capsys):
    assert main(["extract", "--ocr", "luon", str(tmp_path)]) == 2
    assert "auto, never, force" in capsys.readouterr().err
