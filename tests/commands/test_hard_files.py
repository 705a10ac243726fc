"""Scans as they come: what the program says where it may not, or cannot, recognise them."""

import io
import json

import pytest

from vbcli.app import main
from vbcli.read import tesseract


def blank_page(kind):
    from PIL import Image

    stream = io.BytesIO()
    Image.new("L", (600, 800), 255).save(stream, kind)
    return stream.getvalue()


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
