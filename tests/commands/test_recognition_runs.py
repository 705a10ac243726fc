"""Runs that recognise pages: what is shown meanwhile, and how an interrupted one goes on."""

import io
import json
import os
import shutil
import signal
import subprocess
import time
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from terminal import VB, run_on_terminal, run_vb

from vbcli.read import tesseract
from vbcli.render.ingest import estimate_line

needs_tesseract = pytest.mark.skipif(tesseract.program() is None, reason="tesseract-ocr-vie is not installed")
PLAN = Path(__file__).parents[1] / "read" / "data" / "ke-hoach.pdf"
PAGES, TOGETHER = 8, 4


@cache
def paper():
    with pypdfium2.PdfDocument(PLAN) as document:
        return document[0].render(scale=200 / 72).to_pil().convert("L")


def page(number, high=400):
    """Return some lines of a paper, others for each number."""
    top = 700 + 20 * number
    return paper().crop((150, top, 1550, top + high))


def scan(*pages):
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    return stream.getvalue()


@pytest.fixture
def counted(tmp_path, monkeypatch):
    """Put before the program a script that notes the pages; return how many it has noted since it was last asked."""
    log, folder = tmp_path / "log", tmp_path / "bin"
    folder.mkdir()
    real = shutil.which("tesseract")
    script = folder / "tesseract"
    script.write_text(
        f'#!/bin/sh\ncase "$*" in\n*"--psm 3"*) "{real}" "$@" | tee -a "{log}" ;;\n*) exec "{real}" "$@" ;;\nesac\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("VB_CACHE", str(tmp_path / "cache"))

    def count():
        pages = sum(line.startswith("1\t") for line in log.read_text().splitlines()) if log.exists() else 0
        log.unlink(missing_ok=True)
        return pages

    return count


@needs_tesseract
@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_a_run_that_was_killed_goes_on_where_it_stood(tmp_path, counted):
    path = tmp_path / "quet.pdf"
    path.write_bytes(scan(*map(page, range(PAGES))))
    command = [*VB, "extract", "--jobs", "1", str(path)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    deadline = time.monotonic() + 60
    while len(list((tmp_path / "cache").rglob("*.z"))) < TOGETHER and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert counted() >= TOGETHER
    whole = run_vb("extract", "--jobs", "1", str(path))
    assert counted() <= PAGES - TOGETHER
    assert json.loads(whole.stdout.splitlines()[0])["ocr"]
    again = run_vb("extract", "--jobs", "1", str(path))
    assert counted() == 0
    assert again.stdout == whole.stdout


@needs_tesseract
@pytest.mark.skipif(os.name == "nt", reason="a terminal of Unix")
def test_a_terminal_shows_the_pages_and_says_before_a_long_run_how_long(tmp_path, db):
    path = tmp_path / "quet.pdf"
    path.write_bytes(scan(*(page(number, 60) for number in range(16))))
    shown = run_on_terminal(100, "ingest", "--jobs", "1", "--db", str(db), str(path), env={"VB_CACHE": str(tmp_path)})
    assert "vb: cần nhận dạng 16 trang, chưa đến 1 phút" in shown
    assert "/16" in shown
    assert "nhận dạng chữ, trang" in shown


@needs_tesseract
def test_a_pipe_shows_nothing_of_it(tmp_path, counted):
    path = tmp_path / "quet.pdf"
    path.write_bytes(scan(page(1)))
    assert run_vb("extract", str(path)).stderr == b""
    assert counted() == 1


@pytest.mark.parametrize(
    ("pages", "seconds", "line"),
    [
        (84, 170, "vb: cần nhận dạng 84 trang, khoảng 3 phút"),
        (30, 24, "vb: cần nhận dạng 30 trang, chưa đến 1 phút"),
        (1200, 5400, "vb: cần nhận dạng 1.200 trang, khoảng 1 giờ 30 phút"),
        (2400, 7200, "vb: cần nhận dạng 2.400 trang, khoảng 2 giờ"),
    ],
)
def test_the_estimate_is_told_in_words(pages, seconds, line):
    assert estimate_line(pages, seconds) == line
