"""`vb ingest`: files and folders into the archive."""

from pathlib import Path
from typing import Annotated

import typer

from vbcli import __version__
from vbcli.commands.options import (
    AllowSecret,
    AsJson,
    Db,
    Jobs,
    Lexicon,
    OcrChoice,
    archive_of,
    file_limits,
    jobs_of,
    now_of,
    reading_of,
    use_lexicon,
)
from vbcli.commands.output import complain, note, put, put_json
from vbcli.commands.progress import progress
from vbcli.config import Ocr
from vbcli.errors import ExitCode
from vbcli.language import _, told
from vbcli.model.views import IngestReport
from vbcli.render.as_json import ingest_json
from vbcli.render.ingest import closing_lines

HELP = """Nạp tệp và thư mục văn bản vào kho; nạp lại không đổi gì

Ví dụ: vb ingest ~/van-ban-den"""


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
) -> int:
    """Store what the files say, and tell what became of each."""
    from vbcli.pipeline import ingest as run
    from vbcli.store.filing import Stamp
    from vbcli.store.network import lies_on_network

    use_lexicon(lexicon)
    archive = archive_of(db)
    count = jobs_of(jobs)
    with progress(reading_of(ocr), count) as shown:
        stamp = Stamp(__version__, now_of())
        report = run(
            paths,
            archive,
            stamp,
            jobs=count,
            how=shown.how,
            limits=file_limits(),
            dry_run=dry_run,
            allow_secret=allow_secret,
            progress=shown.step,
        )
    for line in report.skipped:
        if line.code:
            note(f"{line.path}: {told(line.reason)}")
    for line in report.failed:
        complain(f"{line.path}: {told(line.reason)}", told(line.advice), line.detail)
    if lies_on_network(archive) and not dry_run:
        note(
            _("kho {archive} nằm trên ổ mạng: mỗi lúc chỉ một người ghi; tốt nhất để kho trên một máy").format(
                archive=archive
            ),
            _("vb backup TỆP mỗi ngày; xem WINDOWS.md, mục “Hai người cùng làm”"),
        )
    if as_json:
        put_json(ingest_json(report, dry_run=dry_run))
    else:
        put("".join(f"{line}\n" for line in closing_lines(report, dry_run=dry_run)))
    return _code(report)


def _code(report: IngestReport) -> int:
    if not report.failed:
        return ExitCode.DONE
    return ExitCode.SOME_FAILED if report.succeeded else ExitCode.INPUT
