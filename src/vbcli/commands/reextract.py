"""`vb reextract`: the archive's documents read anew with the rules of today."""

from typing import Annotated

import typer

from vbcli import __version__
from vbcli.commands.options import (
    AsJson,
    Db,
    Jobs,
    Lexicon,
    Today,
    archive_of,
    file_limits,
    jobs_of,
    now_of,
    today_of,
    use_lexicon,
)
from vbcli.commands.output import complain, put_json, put_page, screen
from vbcli.commands.progress import progress
from vbcli.config import USUAL
from vbcli.errors import ExitCode
from vbcli.language import told

HELP = """Đọc lại văn bản trong kho theo quy tắc mới, không cần tệp; điều người dùng ghi giữ nguyên

Ví dụ: vb reextract --dry-run"""


def reextract(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[MÃ…]", help="mã văn bản V12, hoặc số, ký hiệu; bỏ trống là tất cả")
    ] = None,
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="chỉ cho biết sẽ đổi gì, không ghi kho")] = False,
    jobs: Jobs = None,
    lexicon: Lexicon = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Read documents anew, and print what changed."""
    from vbcli.commands.show import documents_of
    from vbcli.pipeline import archive_or_copy
    from vbcli.render.as_json import document_of
    from vbcli.render.changes import reread_json, reread_page
    from vbcli.reread import reextract as run
    from vbcli.store.filing import Stamp

    day = today_of(today)
    use_lexicon(lexicon)
    count = jobs_of(jobs)
    with archive_or_copy(archive_of(db), create=False, dry_run=dry_run) as conn:
        ids = tuple(dict.fromkeys(id_ for name in names for id_ in documents_of(conn, name))) if names else None
        with progress(USUAL, count) as shown:
            report = run(
                conn,
                ids,
                Stamp(__version__, now_of()),
                jobs=count,
                limits=file_limits(),
                progress=shown.step,
            )
    for unread in report.unread:
        complain(f"V{unread.id}, {unread.path}: {told(unread.reason)}", told(unread.advice), unread.detail)
    if as_json:
        put_json(document_of("reextract", reread_json(report, dry_run=dry_run), day))
    else:
        put_page(reread_page(report, screen().width, dry_run=dry_run))
    return ExitCode.SOME_FAILED if report.unread else ExitCode.DONE
