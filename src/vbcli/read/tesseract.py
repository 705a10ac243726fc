"""The `tesseract` command on pictures: words with their places and how sure it is of each.

Several pictures go to one process, which takes a tenth of the time of a page to start; they go through memory or a
pipe, so that no picture of a paper lies on the disk.
"""

import os
import re
import shutil
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.read.characters import plain
from vbcli.read.ocr_cache import PaperCache, name_of

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
_PAGE_LEVEL, _WORD_LEVEL = "1", "5"
_TIFF_HEAD, _TIFF_FIELDS, _LONG = 8, 9, 4
_SECRET = re.compile(r"(?<!\w)M[ẬÂẠ]T(?!\w)")
_MARK = re.compile(r"\W*(?:(?:T[ỐÔÓ]I|TUY[ỆÊẸ]T)\W*)?M[ẬÂẠ]T\W*")
_INSTALL = N_("Cài tesseract-ocr và tesseract-ocr-vie (Debian, Ubuntu: apt install tesseract-ocr-vie) rồi nạp lại.")


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


class Shot(NamedTuple):
    """A picture to be recognised."""

    image: Any
    """Of Pillow, in greys."""
    dpi: int
    is_kept: bool = True
    """Whether what is found may be kept."""


def not_installed(what: str) -> ReadError:
    """Return the failure of a file that cannot be read without the program."""
    return ReadError("needs_ocr", N_("{why}, cần nhận dạng chữ (OCR).").format(why=what), _INSTALL)


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


def is_secret(words: Sequence[Spotted]) -> bool:
    """Tell whether a page may carry a mark of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT; a title on "BẢO MẬT" counts too."""
    return any(_SECRET.search(word.text) for word in words)


def is_marked(words: Sequence[Spotted]) -> bool:
    """Tell whether a mark of secrecy stands on a line of its own."""
    return any(map(_MARK.fullmatch, lines_of(words)))


def lines_of(words: Sequence[Spotted]) -> list[str]:
    """Return the words as the program put them into lines."""
    return [" ".join(word.text for word in line) for _, line in groupby(words, key=lambda word: word.line)]


class Recogniser:
    """The program at work on one paper; threads may share it."""

    def __init__(self, cache_folder: Path | None, seen: Callable[[], None] = lambda: None) -> None:
        """Take the folder of what was recognised before, and what is to be called for each picture of a page."""
        self.cache = PaperCache(cache_folder)
        self._seen = seen
        self._running: set[subprocess.Popen[bytes]] = set()

    def spot(self, shots: Sequence[Shot], layout: int) -> list[tuple[Spotted, ...]]:
        """Return the words of each picture; what is kept of it is not recognised again."""
        tesseract = program()
        if tesseract is None:
            raise not_installed(N_("Trang là ảnh"))
        found: dict[int, tuple[Spotted, ...]] = {}
        missing: list[tuple[int, str, Shot]] = []
        for at, shot in enumerate(shots):
            name = name_of(
                shot.image.tobytes(), f"{_version(tesseract)} {LANGUAGE} psm {layout} dpi {shot.dpi} {shot.image.size}"
            )
            table = self.cache.recall(name)
            if table is None:
                missing.append((at, name, shot))
            else:
                found[at] = tuple(_words(table))
                self._tell(layout)
        for dpi, group in groupby(missing, key=lambda entry: entry[2].dpi):
            members = list(group)
            tables = self._tables(tesseract, [shot.image for _, _, shot in members], dpi, layout)
            for (at, name, shot), table in zip(members, tables, strict=True):
                found[at] = tuple(_words(table))
                if shot.is_kept and not is_secret(found[at]):
                    self.cache.keep(name, table)
        return [found[at] for at in range(len(shots))]

    def stop(self) -> None:
        """End what still runs."""
        for process in tuple(self._running):
            process.kill()

    def _tell(self, layout: int) -> None:
        if layout == WHOLE_PAGE:
            self._seen()

    def _tables(self, tesseract: str, images: Sequence[Any], dpi: int, layout: int) -> Iterator[str]:
        """Yield what the program says of each picture, as soon as it does."""
        options = ["-", "-l", LANGUAGE, "--psm", str(layout), "--dpi", str(dpi), "tsv"]
        # With its own threads the program is five times slower.
        environ = os.environ | {"OMP_THREAD_LIMIT": "1"}
        seconds = TIMEOUT * len(images)
        late = threading.Event()
        told = 0
        with (
            _laid_ready(images) as (name, source),
            _started([tesseract, name, *options], environ, source) as process,
            self._listed(process),
            _ended_after(seconds, process, late),
        ):
            if process.stdin is not None:
                threading.Thread(target=_feed, args=(process.stdin, images), daemon=True).start()
            for table in _by_picture(cast("IO[bytes]", process.stdout)):
                told += 1
                self._tell(layout)
                yield table
        if late.is_set():
            raise ReadError(
                "timeout",
                N_("Nhận dạng chữ quá {seconds} giây.").format(seconds=seconds),
                N_("Quét lại trang rồi nạp lại."),
            )
        if process.returncode or told < len(images):
            words = N_("Chương trình nhận dạng chữ không đọc được ảnh của trang.")
            raise ReadError("damaged", words, N_("Quét lại rồi nạp lại."))

    @contextmanager
    def _listed(self, process: "subprocess.Popen[bytes]") -> Iterator[None]:
        self._running.add(process)
        try:
            yield
        finally:
            self._running.discard(process)


@contextmanager
def _laid_ready(images: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield the name under which the program finds the pictures, and its standard input.

    It reads a pipe byte by byte, which takes a twelfth of its time; so it gets a file in memory where there are such.
    """
    if sys.platform != "linux":
        yield "-", subprocess.PIPE
        return
    with os.fdopen(os.memfd_create("pictures"), "wb") as file:
        file.writelines(_tiff(images))
        file.flush()
        yield "/dev/stdin", file


@contextmanager
def _started(command: Sequence[str], environ: dict[str, str], source: Any) -> "Iterator[subprocess.Popen[bytes]]":
    """Yield the running program; it has ended afterwards, whatever happens."""
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ
        )
    except OSError as fault:
        raise not_installed(N_("Trang là ảnh")) from fault
    try:
        yield process
    except BaseException:
        process.kill()
        raise
    finally:
        process.wait()
        cast("IO[bytes]", process.stdout).close()


@contextmanager
def _ended_after(seconds: float, process: "subprocess.Popen[bytes]", late: threading.Event) -> Iterator[None]:
    def end() -> None:
        late.set()
        process.kill()

    clock = threading.Timer(seconds, end)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _feed(pipe: IO[bytes], images: Sequence[Any]) -> None:
    """Write the pictures as one TIFF; a program that ends early is reported by whoever reads its answer."""
    with suppress(OSError), pipe:
        for part in _tiff(images):
            pipe.write(part)


def _tiff(images: Sequence[Any]) -> Iterator[bytes]:
    """Yield a TIFF of grey pictures, nothing compressed: the form that costs no time on either side."""
    yield b"II*\0" + struct.pack("<I", _TIFF_HEAD)
    at = _TIFF_HEAD
    for number, image in enumerate(images, start=1):
        wide, high = image.size
        size = wide * high
        begin = at + 2 + 12 * _TIFF_FIELDS + 4
        end = begin + size + size % 2
        fields = (
            (256, wide),
            (257, high),
            (258, 8),  # bits
            (259, 1),  # not compressed
            (262, 1),  # 0 is black
            (273, begin),
            (277, 1),  # channels
            (278, high),
            (279, size),
        )
        rows = b"".join(struct.pack("<HHII", tag, _LONG, 1, value) for tag, value in fields)
        follows = end if number < len(images) else 0
        yield struct.pack("<H", _TIFF_FIELDS) + rows + struct.pack("<I", follows)
        yield image.tobytes() + bytes(size % 2)
        at = end


def _by_picture(answer: IO[bytes]) -> Iterator[str]:
    """Yield the rows of each picture; the program writes them together when it is done with one."""
    rows: list[str] = []
    for line in answer:
        row = line.decode("utf-8", "replace").rstrip("\r\n")
        level = row.partition("\t")[0]
        if level == _PAGE_LEVEL and rows:
            yield "\n".join(rows)
            rows = []
        if level.isdigit():
            rows.append(row)
    if rows:
        yield "\n".join(rows)


def _words(table: str) -> Iterator[Spotted]:
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) != _FIELDS or fields[0] != _WORD_LEVEL:
            continue
        block, paragraph, line, _, left, top, width, height = map(int, fields[2:10])
        text = plain(fields[11]).strip()
        yield Spotted(text, left, top, left + width, top + height, float(fields[10]), (block, paragraph, line))
