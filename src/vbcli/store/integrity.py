"""Is the archive sound, and a consistent copy of it while others write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from vbcli.errors import StoreError
from vbcli.store.database import unusable
from vbcli.store.entered import make_anew
from vbcli.whole_file import whole_file

_MADE_ANEW = ("undone", "rosters", "successors", "task_state", "assignments")
_COLUMNS = (
    "SELECT id, merged_into, removed FROM documents ORDER BY id",
    "SELECT id, same_as FROM tasks ORDER BY id",
    "SELECT id, same_as FROM units ORDER BY id",
)


def faults(conn: sqlite3.Connection) -> list[str]:
    """Return what is wrong, in Vietnamese; [] where the archive is sound. Writes nothing."""
    found = [f"tệp SQLite: {row[0]}" for row in conn.execute("PRAGMA integrity_check") if row[0] != "ok"]
    broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    found += [f"bảng {row[0]}, dòng {row[1]}: trỏ tới dòng không có trong bảng {row[2]}" for row in broken[:_SHOWN]]
    if found:
        return found
    with closing(_copy(conn)) as copy:
        before = _made(copy)
        make_anew(copy)
        after = _made(copy)
    return [
        f"{name}: {len(before[name] ^ after[name])} dòng khác với điều tính lại từ nhật ký"
        for name in before
        if before[name] != after[name]
    ]


_SHOWN = 20


def _made(conn: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Return the rows of what can be made anew, by table."""
    queries = {table: f"SELECT * FROM {table}" for table in _MADE_ANEW}  # noqa: S608  (our own names)
    queries |= {sql.split(" FROM ")[1].split()[0]: sql for sql in _COLUMNS}
    return {name: {tuple(row) for row in conn.execute(sql)} for name, sql in queries.items()}


def _copy(conn: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    conn.backup(copy)
    copy.isolation_level = None
    return copy


def backup(conn: sqlite3.Connection, path: Path) -> int:
    """Write a consistent copy of the live archive; the file is there whole or not at all. Returns its size in bytes."""
    if path.exists():
        raise StoreError(f"đã có tệp {path}", "nêu tên khác: bản sao lưu không ghi đè")
    try:
        with whole_file(path, private=True) as draft, closing(sqlite3.connect(draft)) as copy:
            conn.backup(copy)
            # One file, not three: a backup is carried about.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    return path.stat().st_size
