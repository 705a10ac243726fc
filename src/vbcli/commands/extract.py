"""`vb extract`: the same reading as `vb ingest`, with no archive: JSON Lines on stdout."""

from pathlib import Path
from typing import Annotated

import typer

from vbcli.commands.options import (
    AllowSecret,
    Jobs,
    Lexicon,
    OcrChoice,
    file_limits,
    jobs_of,
    reading_of,
    use_lexicon,
)
from vbcli.commands.output import complain, note, put_line
from vbcli.commands.progress import progress
from vbcli.config import Ocr
from vbcli.errors import ExitCode
from vbcli.language import N_, _, told

HELP = """Đọc tệp và in bản trích JSON, mỗi văn bản một dòng, không đụng kho

Ví dụ: vb extract cong-van-12.docx | jq .tasks"""


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="tệp hoặc thư mục")],
    *,
    jobs: Jobs = None,
    ocr: OcrChoice = Ocr.AUTO,
    lexicon: Lexicon = None,
    allow_secret: AllowSecret = False,
) -> int:
    """Print one record per document."""
    from vbcli.pipeline import secrecy_of, understood
    from vbcli.read.files import find_files
    from vbcli.render.record import error_json, record_json
    from vbcli.workers import Failure

    use_lexicon(lexicon)
    # A path that is not there is the reader's to name, in its turn.
    found = [p for path in files for p in (find_files([path]).files if path.is_dir() else (path,))]
    if not found:
        note(_("không có tệp nào để đọc"))
        return ExitCode.DONE
    failed = 0
    count = jobs_of(jobs)
    with progress(reading_of(ocr), count, writes_records=True) as shown:
        for path, understanding in understood(found, len(found), count, shown.how, file_limits()):
            secret = None if allow_secret or isinstance(understanding, Failure) else secrecy_of(understanding)
            if secret:
                failed += 1
                reason = N_("Văn bản đóng dấu “{secret}”: không trích.").format(secret=secret)
                put_line(error_json(str(path), "secret", reason))
                complain(f"{path}: {told(reason)}", _("Thêm --allow-secret nếu được phép xử lý trên máy này."))
                continue
            if isinstance(understanding, Failure):
                failed += 1
                put_line(error_json(str(path), understanding.code, understanding.message))
                complain(
                    f"{path}: {told(understanding.message)}", told(understanding.advice or ""), understanding.detail
                )
                continue
            for record in understanding:
                put_line(record_json(record))
    if failed:
        return ExitCode.INPUT if failed == len(found) else ExitCode.SOME_FAILED
    return ExitCode.DONE
