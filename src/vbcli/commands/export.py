"""`vb export`: the whole register as a file that any archive can be made from."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from vbcli import __version__
from vbcli.commands.options import Db, archive_of, now_of
from vbcli.commands.output import note, put
from vbcli.errors import ExitCode
from vbcli.language import counted

HELP = """Xuất cả sổ: văn bản, nhiệm vụ, mọi điều đã ghi; khôi phục bằng vb import

Ví dụ: vb export -o kho-2024-06.jsonl"""


def export(
    *,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="TỆP", help="tệp .jsonl; mặc định in ra màn hình")
    ] = None,
    db: Db = None,
) -> int:
    """Write everything that cannot be made anew, as lines of JSON."""
    from vbcli.store.database import open_for_reading
    from vbcli.store.portable import export_lines, write_export

    with closing(open_for_reading(archive_of(db))) as conn:
        if output is None:
            conn.execute("BEGIN")
            for line in export_lines(conn, __version__, now_of()):
                put(line)
            conn.execute("ROLLBACK")
            return ExitCode.DONE
        count = write_export(conn, output, __version__, now_of())
    note(counted("đã ghi {rows} dòng vào {path}", count).format(rows=count, path=output))
    return ExitCode.DONE
