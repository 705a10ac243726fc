"""`vb ingest`: files and folders into the archive."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli import __version__
from vbcli.commands.options import (
    AllowSecret,
    AsJson,
    Db,
    Jobs,
    Lexicon,
    OcrChoice,
    Verbose,
    archive_of,
    file_limits,
    jobs_of,
    now_of,
    reading_of,
    use_lexicon,
)
from vbcli.commands.output import complain, note, put, put_json, say
from vbcli.config import Ocr
from vbcli.errors import ExitCode
from vbcli.model.views import IngestReport
from vbcli.render.as_json import ingest_json
from vbcli.render.ingest import closing_lines

if TYPE_CHECKING:
    from vbcli.pipeline import Progress

HELP = """Nạp tệp và thư mục văn bản vào kho; nạp lại không đổi gì

Ví dụ: vb ingest ~/van-ban-den"""

# A bar for a handful of files would only flicker.
_WORTH_A_BAR = 8


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="ĐƯỜNG_DẪN", help="tệp, hoặc thư mục kể cả thư mục con")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="chỉ cho biết sẽ làm gì, không ghi kho")] = False,
    jobs: Jobs = None,
    ocr: OcrChoice = Ocr.AUTO,
    lexicon: Lexicon = None,
    allow_secret: AllowSecret = False,
    as_json: AsJson = False,
    db: Db = None,
    verbose: Verbose = False,
) -> int:
    """Store what the files say, and tell what became of each."""
    from vbcli.pipeline import ingest as run
    from vbcli.store.filing import Stamp

    use_lexicon(lexicon)
    with _progress() as progress:
        stamp = Stamp(__version__, now_of())
        report = run(
            paths,
            archive_of(db),
            stamp,
            jobs=jobs_of(jobs),
            how=reading_of(ocr),
            limits=file_limits(),
            dry_run=dry_run,
            allow_secret=allow_secret,
            progress=progress,
        )
    for line in report.skipped:
        if line.code:
            note(f"{line.path}: {line.reason}")
    for line in report.failed:
        complain(f"{line.path}: {line.reason}", line.advice)
        if verbose and line.detail:
            say(line.detail, None)
    if as_json:
        put_json(ingest_json(report, dry_run=dry_run))
    else:
        put("".join(f"{line}\n" for line in closing_lines(report, dry_run=dry_run)))
    return _code(report)


def _code(report: IngestReport) -> int:
    if not report.failed:
        return ExitCode.DONE
    return ExitCode.SOME_FAILED if report.succeeded else ExitCode.INPUT


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """Yield what draws the bar, None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, visible=False)

        def step(done: int, total: int, path: Path) -> None:
            bar.update(task, completed=done, total=total, description=path.name, visible=total >= _WORTH_A_BAR)

        yield step
