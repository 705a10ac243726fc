"""The whole register as lines of JSON, and back into an empty archive: the same ids, every event.

What can be made anew is left out (`task_state`, `assignments`, the full-text index, …). One line, one row; the first line says what it is.
"""

import base64
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vbcli.config import SCHEMA_VERSION
from vbcli.errors import InputError, StoreError
from vbcli.language import _
from vbcli.store.database import open_archive
from vbcli.store.entered import make_anew
from vbcli.store.write import transaction
from vbcli.whole_file import whole_file

FORMAT = "vb-export"
VERSION = 1

# In an order in which every row finds what it points to.
_TABLES = (
    *("meta", "units", "documents", "passages", "files", "blocks", "document_files", "tasks", "assignees", "deadlines"),
    *("refs", "task_refs", "addressees", "evidence", "mentions", "issues", "entries", "events"),
    "snapshots",
)
_MADE_ANEW = {"documents": ("merged_into", "removed"), "tasks": ("same_as",), "units": ("same_as",)}
"""Columns that follow from events."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What an export held."""

    documents: int
    tasks: int
    entries: int


def export_lines(conn: sqlite3.Connection, program: str, made_at: str) -> Iterator[str]:
    """Yield the lines of an export, as of one moment: the caller holds a read transaction."""
    head = {"format": FORMAT, "version": VERSION, "schema": SCHEMA_VERSION, "program": program, "made_at": made_at}
    yield _line(head)
    for table in _TABLES:
        left_out = _MADE_ANEW.get(table, ())
        names = [row[1] for row in conn.execute(f"PRAGMA table_info({table})") if row[1] not in left_out]
        for row in conn.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2"):  # noqa: S608  (our own names)
            yield _line({"table": table, "row": {n: _plain(v) for n, v in zip(names, row, strict=True)}})
    sequences = conn.execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    # Ids are never used twice, not even those of rows that are gone.
    yield _line({"sequences": dict(sequences), "end": True})


def restore(path: Path, archive: Path) -> Counts:
    """Make the archive from an export. An `InputError` where it is none, a `StoreError` where the archive is not empty."""
    fresh = not archive.exists()
    conn = open_archive(archive, create=True)
    try:
        _check_empty(conn, archive)
        with transaction(conn), path.open(encoding="utf-8") as file:
            conn.execute("PRAGMA defer_foreign_keys = ON")
            _read_in(conn, file, path)
            make_anew(conn)
        counts = [conn.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("documents", "tasks", "entries")]  # noqa: S608
        return Counts(*counts)
    except FileNotFoundError as error:
        _discard(conn, archive, fresh=fresh)
        raise InputError(_("không có tệp {path}").format(path=path), _("kiểm tra lại đường dẫn")) from error
    except (UnicodeDecodeError, json.JSONDecodeError, sqlite3.Error, KeyError, TypeError, ValueError) as error:
        _discard(conn, archive, fresh=fresh)
        raise InputError(
            _("{path} không phải bản xuất đọc được của vb: {words}").format(path=path, words=error),
            _("dùng tệp mà vb export ghi ra"),
        ) from error
    except BaseException:
        _discard(conn, archive, fresh=fresh)
        raise
    finally:
        conn.close()


def _check_empty(conn: sqlite3.Connection, archive: Path) -> None:
    held = conn.execute("SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM entries)").fetchone()[0]
    if held:
        raise StoreError(
            _("kho {archive} đã có dữ liệu: chỉ khôi phục vào kho trống").format(archive=archive),
            _("chỉ kho mới bằng --db"),
        )


def _read_in(conn: sqlite3.Connection, lines: Iterator[str], path: Path) -> None:
    head = json.loads(next(lines, "{}"))
    if head.get("format") != FORMAT:
        raise InputError(_("{path} không phải bản xuất của vb").format(path=path), _("dùng tệp mà vb export ghi ra"))
    if head.get("version") != VERSION or head.get("schema") != SCHEMA_VERSION:
        raise InputError(
            _("{path} do bản vb khác xuất (lược đồ {version}, bản này {known})").format(
                path=path, version=head.get("schema"), known=SCHEMA_VERSION
            ),
            _("dùng cùng một bản vb"),
        )
    conn.execute("DELETE FROM meta")
    whole = False
    for text in lines:
        record: dict[str, Any] = json.loads(text)
        if record.get("end"):
            whole = True
            for name, seq in record["sequences"].items():
                conn.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (seq, name))
            continue
        table, row = record["table"], record["row"]
        if table not in _TABLES or not all(name.isidentifier() for name in row):
            raise InputError(
                _("{path} có bảng lạ “{table}”").format(path=path, table=table), _("dùng tệp mà vb export ghi ra")
            )
        marks = ", ".join("?" * len(row))
        values = [_stored(value) for value in row.values()]
        conn.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", values)  # noqa: S608
    if not whole:
        raise InputError(_("{path} bị cụt: thiếu dòng cuối").format(path=path), _("xuất lại bằng vb export"))


def _discard(conn: sqlite3.Connection, archive: Path, *, fresh: bool) -> None:
    """Leave nothing of an archive that was made for nothing."""
    conn.close()
    if fresh:
        for end in ("", "-wal", "-shm"):
            archive.with_name(archive.name + end).unlink(missing_ok=True)


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _plain(value: object) -> object:
    return {"base64": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _stored(value: object) -> object:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


def write_export(conn: sqlite3.Connection, path: Path, program: str, made_at: str) -> int:
    """Write an export; the file is there whole or as it was before. Returns the number of lines."""
    count = 0
    conn.execute("BEGIN")
    try:
        with whole_file(path, private=True) as draft, draft.open("w", encoding="utf-8") as file:
            for line in export_lines(conn, program, made_at):
                file.write(line)
                count += 1
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
    return count
