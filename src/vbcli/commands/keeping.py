"""`vb backup` and `vb check`: the archive kept safe."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from vbcli.commands.options import Db, archive_of
from vbcli.commands.output import complain, put
from vbcli.errors import ExitCode
from vbcli.language import _, counted

BACKUP = """Sao lưu kho đang dùng thành một tệp nguyên vẹn

Ví dụ: vb backup kho-2024-06-14.sqlite"""
CHECK = """Kiểm tra kho: tệp nguyên vẹn, số liệu khớp với nhật ký

Ví dụ: vb check"""


def backup(
    path: Annotated[Path, typer.Argument(metavar="TỆP", help="tệp sao lưu; chưa có sẵn")],
    *,
    db: Db = None,
) -> int:
    """Write a consistent copy of the archive."""
    from vbcli.store.database import open_for_reading
    from vbcli.store.integrity import backup as write_copy

    with closing(open_for_reading(archive_of(db))) as conn:
        size = write_copy(conn, path)
    tenths = round(size / 1024**2 * 10)
    words = _("Đã sao lưu vào {path} ({whole},{tenth} MB).")
    put(f"{words.format(path=path, whole=tenths // 10, tenth=tenths % 10)}\n")
    return ExitCode.DONE


def check(
    *,
    mend: Annotated[bool, typer.Option("--mend", help="tính lại từ nhật ký những gì không khớp")] = False,
    db: Db = None,
) -> int:
    """Tell whether the archive is sound."""
    from vbcli.store.database import open_archive, open_for_reading
    from vbcli.store.entered import make_anew
    from vbcli.store.integrity import faults
    from vbcli.store.write import transaction

    archive = archive_of(db)
    with closing(open_for_reading(archive)) as conn:
        found = faults(conn)
    if found and mend:
        with closing(open_archive(archive)) as conn, transaction(conn):
            make_anew(conn)
        with closing(open_for_reading(archive)) as conn:
            found = faults(conn)
    if not found:
        put(f"{_('Kho {archive} nguyên vẹn; số liệu khớp với nhật ký.').format(archive=archive)}\n")
        return ExitCode.DONE
    for line in found:
        put(f"{line}\n")
    complain(
        counted("kho {archive} có {faults} chỗ hỏng", len(found)).format(archive=archive, faults=len(found)),
        _("vb check --mend, hoặc dùng bản vb backup gần nhất"),
    )
    return ExitCode.STORE
