"""The `tesseract` command on one picture: words with their places and how sure it is of each.

What it made of a picture is kept, so that nothing is recognised twice and an interrupted run goes on; nothing is kept
of a page that carries a mark of secrecy.
"""

import hashlib
import io
import os
import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from vbcli.errors import ReadError
from vbcli.read.characters import plain

LANGUAGE = "vie"
TIMEOUT = 180
"""Seconds for a page: 100 times what it usually takes."""
WHOLE_PAGE, ONE_BLOCK, ONE_LINE = 3, 6, 7
"""How the page is laid out (--psm): columns to be found; lines of one width; a line."""

_PLACES = (
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    "/usr/bin/tesseract",
)
_FIELDS = 12
_WORD_LEVEL = "5"
_SECRET = re.compile(r"(?<!\w)M[ẬÂẠ]T(?!\w)")
_INSTALL = "Cài tesseract-ocr và tesseract-ocr-vie (Debian, Ubuntu: apt install tesseract-ocr-vie) rồi nạp lại."


class Spotted(NamedTuple):
    """A word on a picture, in pixels from the top left corner; a picture within the page has no text."""

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float
    """0 to 100."""
    line: tuple[int, int, int]
    """Block, paragraph and line that it was found in."""


def not_installed(what: str) -> ReadError:
    """Return the failure of a file that cannot be read without the program."""
    return ReadError("needs_ocr", f"{what}, cần nhận dạng chữ (OCR).", _INSTALL)


@cache
def program() -> str | None:
    """Return the program with its Vietnamese data; None where either is missing."""
    found = shutil.which("tesseract") or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        return None
    try:
        listed = subprocess.run([found, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return found if LANGUAGE.encode() in listed.stdout.split() else None


@cache
def _version(tesseract: str) -> str:
    shown = subprocess.run([tesseract, "--version"], capture_output=True, timeout=20, check=False)  # noqa: S603
    return (shown.stdout or shown.stderr).split(b"\n", 1)[0].decode("ascii", "replace").strip()


def encoded(picture: Any) -> bytes:
    """Return a picture as the bytes that the program is given."""
    stream = io.BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()


def spot(png: bytes, dpi: int, layout: int, kept: Path | None) -> tuple[Spotted, ...]:
    """Return the words of a picture; what the folder `kept` holds of it is not recognised again."""
    tesseract = program()
    if tesseract is None:
        raise not_installed("Trang là ảnh")
    settings = f"{_version(tesseract)} {LANGUAGE} psm {layout} dpi {dpi}"
    name = hashlib.sha256(png + settings.encode()).hexdigest()
    place = kept / "ocr" / name[:2] / f"{name}.z" if kept else None
    table = _recalled(place)
    if table is None:
        table = _recognised(tesseract, png, dpi, layout)
        words = tuple(_words(table))
        if place is not None and not is_secret(words):
            _keep(place, table)
        return words
    return tuple(_words(table))


def is_secret(words: tuple[Spotted, ...]) -> bool:
    """Tell whether a page may carry a mark of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT; a title on "BẢO MẬT" counts too."""
    return any(_SECRET.search(word.text) for word in words)


def _recognised(tesseract: str, png: bytes, dpi: int, layout: int) -> str:
    command = [tesseract, "-", "-", "-l", LANGUAGE, "--psm", str(layout), "--dpi", str(dpi), "tsv"]
    try:
        # With its own threads the program is five times slower.
        done = subprocess.run(  # noqa: S603
            command,
            input=png,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as fault:
        raise ReadError("timeout", f"Nhận dạng một trang quá {TIMEOUT} giây.", "Quét lại trang rồi nạp lại.") from fault
    except OSError as fault:
        raise not_installed("Trang là ảnh") from fault
    if done.returncode:
        raise ReadError("damaged", "Chương trình nhận dạng chữ không đọc được ảnh của trang.", "Quét lại rồi nạp lại.")
    return done.stdout.decode("utf-8", "replace")


def _words(table: str) -> Iterator[Spotted]:
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != _FIELDS or fields[0] != _WORD_LEVEL:
            continue
        block, paragraph, line, _, left, top, width, height = map(int, fields[2:10])
        text = plain(fields[11]).strip()
        yield Spotted(text, left, top, left + width, top + height, float(fields[10]), (block, paragraph, line))


def _recalled(place: Path | None) -> str | None:
    if place is None:
        return None
    try:
        return zlib.decompress(place.read_bytes()).decode("utf-8")
    except (OSError, zlib.error, UnicodeDecodeError):
        return None


def _keep(place: Path, table: str) -> None:
    """Write the table whole or not at all; a disk that is full or closed only costs time later."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = place.with_name(f"{place.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_bytes(zlib.compress(table.encode("utf-8")))
        draft.replace(place)
