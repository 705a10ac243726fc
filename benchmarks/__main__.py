"""`make bench`: what `vb` takes for a page, beside pdfplumber, pdftotext and tesseract on the same pages.

Each figure is the median of several rounds in which both sides take turns, so that a busy machine slows both alike.
"by work" compares processor seconds, those of child processes included: on a machine that is shared it tells more than
the clock, by which the side with more threads gets more of the machine.
"""

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pdfplumber

from benchmarks.material import Scan, letter_with_table, page_count, plain_letters, scan
from vbcli.config import Reading
from vbcli.read import tesseract
from vbcli.read.pdf import read_pdf

_ROUNDS = 5
_SCANNED = 12
_OCR_ROUNDS = 3
_PLAIN_BOUND, _TABLE_BOUND, _POPPLER_BOUND, _OCR_BOUND = 10.0, 3.0, 1 / 3, 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: pages a second of both sides, and how many times as fast `vb` should be at least."""

    what: str
    pages: int
    ours: float
    peer: str
    theirs: float
    by_work: float
    """How many times the processor seconds of the peer."""
    bound: float


class Took(NamedTuple):
    """Seconds by the clock and of the processors."""

    clock: float
    work: float


def main() -> None:
    """Measure and print the table; what cannot be measured here is named."""
    rows, skipped = [], []
    plain, table = plain_letters(), (letter_with_table(),)
    for what, papers, bound in (
        ("PDF, no table", plain, _PLAIN_BOUND),
        ("PDF, one page in four a table", table, _TABLE_BOUND),
    ):
        rows.append(_against(what, papers, "pdfplumber extract_text", _plumbed, bound))
        if shutil.which("pdftotext"):
            rows.append(_against(what, papers, "pdftotext", _poppler, _POPPLER_BOUND))
    if not shutil.which("pdftotext"):
        skipped.append("pdftotext (poppler) is not installed: not compared")
    if tesseract.program():
        rows.append(_recognised(scan(_SCANNED)))
    else:
        skipped.append("tesseract with its data for vie is not installed: OCR not measured")
    _print(rows, skipped)


def _against(what: str, papers: Sequence[bytes], peer: str, read: Callable[[bytes], None], bound: float) -> Row:
    """Return pages a second on one core, in this process, warm."""
    ours, theirs = _paired(lambda: _all(papers, read_pdf), lambda: _all(papers, read), _ROUNDS)
    return _row(what, sum(map(page_count, papers)), ours=ours, peer=peer, theirs=theirs, bound=bound)


def _row(what: str, pages: int, *, ours: Took, peer: str, theirs: Took, bound: float) -> Row:
    return Row(what, pages, pages / ours.clock, peer, pages / theirs.clock, theirs.work / ours.work, bound)


def _all(papers: Sequence[bytes], read: Callable[[bytes], object]) -> None:
    for data in papers:
        read(data)


def _paired(ours: Callable[[], None], theirs: Callable[[], None], rounds: int) -> tuple[Took, Took]:
    """Return the median of what both take, after one round of each that does not count."""
    took = [(_timed(ours), _timed(theirs)) for _ in range(rounds + 1)][1:]
    return _median([mine for mine, _ in took]), _median([other for _, other in took])


def _timed(run: Callable[[], None]) -> Took:
    clock, work = time.perf_counter(), _work()
    run()
    return Took(time.perf_counter() - clock, _work() - work)


def _work() -> float:
    # os.times counts in hundredths of a second: a third of what some letters take.
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(of.ru_utime + of.ru_stime for of in used)


def _median(took: Sequence[Took]) -> Took:
    return Took(median(one.clock for one in took), median(one.work for one in took))


def _plumbed(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            page.extract_text()
            page.close()


def _poppler(data: bytes) -> None:
    subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)


def _recognised(paper: Scan) -> Row:
    """Return pages a second of a scan from file to lines, and of `tesseract` alone, a process to the page."""
    processes = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="vb-bench-") as folder:
        files = [Path(folder) / f"{number:03d}.jpg" for number in range(len(paper.pages))]
        for file, page in zip(files, paper.pages, strict=True):
            file.write_bytes(page)
        ours, theirs = _paired(
            lambda: _all([paper.pdf], lambda data: read_pdf(data, Reading(pages_at_once=processes))),
            lambda: _tesseract_alone(files, processes),
            _OCR_ROUNDS,
        )
    return _row(
        f"OCR, {processes} processes", len(files), ours=ours, peer="tesseract alone", theirs=theirs, bound=_OCR_BOUND
    )


def _tesseract_alone(files: Sequence[Path], processes: int) -> None:
    environ = os.environ | {"OMP_THREAD_LIMIT": "1"}
    program = tesseract.program() or "tesseract"

    def read(file: Path) -> None:
        command = [program, str(file), "-", "-l", tesseract.LANGUAGE, "--psm", str(tesseract.WHOLE_PAGE), "tsv"]
        subprocess.run(command, capture_output=True, check=True, env=environ)

    with ThreadPoolExecutor(processes) as pool:
        list(pool.map(read, files))


def _print(rows: Sequence[Row], skipped: Sequence[str]) -> None:
    heads = f"{'what':30} {'pages':>5} {'vb':>9}  {'beside':24} {'':>9} {'ratio':>7} {'by work':>8} {'aim':>6}"
    lines = [heads]
    for row in rows:
        ratio = row.ours / row.theirs
        met = "" if min(ratio, row.by_work) >= row.bound else "  missed"
        shown = f"{row.what:30} {row.pages:5} {row.ours:7.1f}/s  {row.peer:24} {row.theirs:7.1f}/s"
        lines.append(f"{shown} {ratio:7.2f} {row.by_work:8.2f} {row.bound:6.2f}{met}")
    sys.stdout.write("\n".join([*lines, *skipped, ""]))


if __name__ == "__main__":
    main()
