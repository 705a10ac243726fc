"""Is the archive sound, and a consistent copy of it while others write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from vbcli.errors import StoreError
from vbcli.language import N_, _
from vbcli.store.database import unusable
from vbcli.store.entered import make_anew
from vbcli.whole_file import whole_file

_MADE_ANEW = ("undone", "rosters", "successors", "task_state", "assignments")
_COLUMNS = (
    "SELECT id, document_id, span_start, span_end FROM passages ORDER BY id",
    "SELECT id, merged_into, removed FROM documents ORDER BY id",
    "SELECT id, same_as FROM tasks ORDER BY id",
    "SELECT id, same_as FROM units ORDER BY id",
)


def faults(conn: sqlite3.Connection) -> list[str]:
    """Return what is wrong, in the language of the interface; [] where the archive is sound. Writes nothing."""
    found = [
        _("tệp SQLite: {words}").format(words=row[0])
        for row in conn.execute("PRAGMA integrity_check")
        if row[0] != "ok"
    ]
    broken = conn.execute("PRAGMA foreign_key_check").fetchall()
    found += [
        _("bảng {table}, dòng {row}: trỏ tới dòng không có trong bảng {other}").format(
            table=row[0], row=row[1], other=row[2]
        )
        for row in broken[:_SHOWN]
    ]
    if found:
        return found
    with closing(_copy(conn)) as copy:
        before, words = _made(copy), _words(copy)
        make_anew(copy)
        after, right_words = _made(copy), _words(copy)
    found += [
        _("{table}: {rows} dòng khác với điều tính lại từ nhật ký").format(
            table=name, rows=len(before[name] ^ after[name])
        )
        for name in before
        if before[name] != after[name]
    ]
    return found if words is not None and words == right_words else [*found, _(_INDEX)]


_SHOWN = 20
_INDEX = N_("chỉ mục tìm kiếm không khớp với văn bản")


def _made(conn: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Return the rows of what can be made anew, by table."""
    queries = {table: f"SELECT * FROM {table}" for table in _MADE_ANEW}  # noqa: S608  (our own names)
    queries |= {sql.split(" FROM ")[1].split()[0]: sql for sql in _COLUMNS}
    return {name: {tuple(row) for row in conn.execute(sql)} for name, sql in queries.items()}


def _words(conn: sqlite3.Connection) -> set[tuple[object, ...]] | None:
    """Return how often each word stands in the full-text index and in how many passages; None where it is broken."""
    try:
        conn.execute("INSERT INTO passage_index (passage_index) VALUES ('integrity-check')")
        conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_words USING fts5vocab(main, passage_index, col)")
        return {tuple(row) for row in conn.execute("SELECT term, col, doc, cnt FROM temp.indexed_words")}
    except sqlite3.DatabaseError:
        return None


def _copy(conn: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    conn.backup(copy)
    copy.isolation_level = None
    return copy


def backup(conn: sqlite3.Connection, path: Path) -> int:
    """Write a consistent copy of the live archive; the file is there whole or not at all. Returns its size in bytes."""
    if path.exists():
        raise StoreError(_("đã có tệp {path}").format(path=path), _("nêu tên khác: bản sao lưu không ghi đè"))
    try:
        with whole_file(path, private=True) as draft, closing(sqlite3.connect(draft)) as copy:
            conn.backup(copy)
            # One file, not three: a backup is carried about.
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    return path.stat().st_size
