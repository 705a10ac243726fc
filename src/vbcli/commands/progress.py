"""How far reading has come, drawn on a terminal: files done, pages recognised, and an estimate before a long run."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vbcli.commands.output import is_quiet
from vbcli.config import USUAL, Reading
from vbcli.language import _
from vbcli.render.ingest import estimate_line

if TYPE_CHECKING:
    from threading import Event

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from vbcli.pipeline import Progress

# A bar for a handful of files or pages would only flicker.
_WORTH_A_BAR, _WORTH_A_PAGE_BAR = 8, 2
_LOOK = 0.2
"""Seconds between looks at how far recognition is."""
_PAGE = 1.5
"""Seconds that a page takes one process, before it is known better."""
_LONG = 20.0
"""Seconds: a run that takes so long is announced."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the run is given so that its progress can be drawn."""

    how: Reading
    step: "Progress | None" = None


@contextmanager
def progress(how: Reading, jobs: int, *, writes_records: bool = False) -> Iterator[Shown]:
    """Yield how to read and what to call for each file; nothing is drawn where nobody looks."""
    # Records that go to the same screen would run into the bar.
    if is_quiet() or not sys.stderr.isatty() or (writes_records and sys.stdout.isatty()):
        yield Shown(how)
        return
    import tempfile

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with (
        tempfile.TemporaryDirectory(prefix="vb-", ignore_cleanup_errors=True) as folder,
        Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar,
    ):
        files = bar.add_task("", total=None, visible=False)

        def step(done: int, total: int, path: Path) -> None:
            bar.update(files, completed=done, total=total, description=path.name, visible=total >= _WORTH_A_BAR)

        pages = _Pages(bar, Path(folder) / "pages", jobs)
        with pages.watched():
            yield Shown(replace(how, told=pages.told), step)


@contextmanager
def progress_bar() -> "Iterator[Progress | None]":
    """Yield what draws the bar of a run that recognises nothing, None where nobody looks."""
    with progress(USUAL, 1) as shown:
        yield shown.step


class _Pages:
    """The bar of the pages that are recognised, drawn from what the workers tell."""

    def __init__(self, bar: "Bar", told: Path, jobs: int) -> None:
        self.told = told
        self._bar = bar
        self._jobs = jobs
        self._task: TaskID = bar.add_task(_("nhận dạng chữ, trang"), total=None, visible=False)
        self._is_announced = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Draw while the block runs."""
        import threading

        over = threading.Event()
        watcher = threading.Thread(target=self._watch, args=(over,), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            over.set()
            watcher.join()

    def _watch(self, over: "Event") -> None:
        while not over.wait(_LOOK):
            self._draw()

    def _draw(self) -> None:
        from vbcli.read.ocr_progress import reached

        wanted, done = reached(self.told)
        if wanted < _WORTH_A_PAGE_BAR:
            return
        self._bar.update(self._task, completed=done, total=wanted, visible=done < wanted)
        seconds = (wanted - done) * _PAGE / self._jobs
        if seconds >= _LONG and not self._is_announced:
            self._is_announced = True
            self._bar.console.print(estimate_line(wanted, seconds), markup=False, highlight=False)
