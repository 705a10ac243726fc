"""Open the archive for writing: made where it is missing, upgraded where it is old, refused where it is not ours."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import sleep

from vbcli.config import APPLICATION_ID, SCHEMA_VERSION
from vbcli.errors import StoreError
from vbcli.language import _
from vbcli.store.network import lies_on_network

BUSY_TIMEOUT = 10.0
_PAUSE = 0.05


def open_archive(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Return a connection that may write, in autocommit mode: transactions are opened by hand (BEGIN IMMEDIATE)."""
    if not path.exists():
        if not create:
            raise missing(path)
        _make_file(path)
    conn = _connect(path)
    try:
        _prepare(conn, path)
    except sqlite3.Error as error:
        conn.close()
        raise unusable(path, error) from error
    except BaseException:
        conn.close()
        raise
    conn.row_factory = sqlite3.Row
    return conn


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write and never makes a file; an archive of an older program is upgraded first."""
    if not path.exists():
        raise missing(path)
    try:
        conn = _connect_read_only(path)
        version = _check(conn, path)
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    if version < SCHEMA_VERSION:
        conn.close()
        open_archive(path).close()
        conn = _connect_read_only(path)
    conn.row_factory = sqlite3.Row
    return conn


def open_at_a_glance(path: Path) -> sqlite3.Connection | None:
    """Return a connection that cannot write and waits for nobody; None where the archive is missing or not of today's schema."""
    if not path.exists():
        return None
    conn = _connect_read_only(path, timeout=0.2)
    if _check(conn, path) < SCHEMA_VERSION:
        conn.close()
        return None
    conn.row_factory = sqlite3.Row
    return conn


def _connect_read_only(path: Path, *, timeout: float = BUSY_TIMEOUT) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    conn = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=timeout)
    try:
        conn.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError:
        conn.close()
        # In a folder that cannot be written to, WAL has nowhere to put its index; with no log pending none is needed.
        if path.with_name(f"{path.name}-wal").exists():
            raise
        conn = sqlite3.connect(f"{uri}?immutable=1", uri=True)
        conn.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    return conn


def open_in_memory() -> sqlite3.Connection:
    """Return an empty archive that leaves nothing behind."""
    conn = sqlite3.connect(":memory:")
    _migrate(conn)
    conn.isolation_level = None
    return conn


def copy_to(source: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return a connection to a copy of the archive at `path`."""
    _make_file(path)
    conn = _connect(path)
    source.backup(conn)
    _prepare(conn, path)
    return conn


@contextmanager
def trial_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a copy of the archive that is thrown away; an empty one where there is none: what a dry run writes to."""
    if not path.exists():
        conn = open_in_memory()
        conn.row_factory = sqlite3.Row
        with closing(conn):
            yield conn
        return
    with tempfile.TemporaryDirectory(prefix="vb-") as folder, closing(open_archive(path)) as original:
        conn = copy_to(original, Path(folder) / "copy.sqlite")
        conn.row_factory = sqlite3.Row
        with closing(conn):
            yield conn


def missing(path: Path) -> StoreError:
    """Return the error of an archive that does not exist."""
    return StoreError(
        _("chưa có kho dữ liệu tại {path}").format(path=path),
        _("vb ingest THƯ_MỤC (để lập kho), hoặc chỉ kho khác bằng --db"),
    )


def unusable(path: Path, error: sqlite3.Error) -> StoreError:
    """Return what SQLite's complaint means for the user."""
    words = str(error)
    if "not a database" in words or "malformed" in words:
        return StoreError(
            _("tệp kho {path} hỏng hoặc không phải cơ sở dữ liệu SQLite").format(path=path), _("chỉ kho khác bằng --db")
        )
    if "locked" in words or "busy" in words:
        return StoreError(
            _("kho {path} đang bị chương trình khác giữ").format(path=path), _("đợi chương trình kia xong rồi chạy lại")
        )
    if "readonly" in words:
        return StoreError(_("kho {path} chỉ cho đọc").format(path=path), _("kiểm tra quyền ghi của tệp và thư mục"))
    if "full" in words:
        return StoreError(
            _("hết chỗ trên đĩa khi ghi kho {path}").format(path=path), _("dọn đĩa rồi chạy lại; phần đã ghi vẫn còn")
        )
    return StoreError(
        _("không dùng được kho {path}: {words}").format(path=path, words=words),
        _("kiểm tra đường dẫn, quyền đọc ghi, hoặc chỉ kho khác bằng --db"),
    )


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Directives are not for other users of the computer.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise StoreError(
            _("không lập được kho tại {path}: {words}").format(path=path, words=error.strerror),
            _("chỉ chỗ khác bằng --db"),
        ) from error


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(path, timeout=BUSY_TIMEOUT)
    except sqlite3.Error as error:
        raise unusable(path, error) from error


def _prepare(conn: sqlite3.Connection, path: Path) -> None:
    version = _check(conn, path)
    # Over a network WAL can damage the file: there the older journal, in which readers wait for the writer.
    _use_journal(conn, "DELETE" if lies_on_network(path) else "WAL")
    # What a person entered must outlast a power cut: every commit reaches the disk.
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute("PRAGMA foreign_keys = ON")
    if version < SCHEMA_VERSION:
        _migrate(conn)
    conn.isolation_level = None


def _use_journal(conn: sqlite3.Connection, mode: str) -> None:
    """Switch the journal. SQLite does not wait for others here as it does elsewhere, so we do."""
    for _turn in range(int(BUSY_TIMEOUT / _PAUSE)):
        try:
            conn.execute(f"PRAGMA journal_mode = {mode}")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            sleep(_PAUSE)
        else:
            return
    conn.execute(f"PRAGMA journal_mode = {mode}")


def _check(conn: sqlite3.Connection, path: Path) -> int:
    """Return the version of the schema, 0 of an empty file; refuse what is not ours to open."""
    version = int(conn.execute("PRAGMA user_version").fetchone()[0])
    application = conn.execute("PRAGMA application_id").fetchone()[0]
    empty = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if application != APPLICATION_ID and not empty:
        raise StoreError(
            _("{path} là cơ sở dữ liệu của chương trình khác, không phải kho của vb").format(path=path),
            _("chỉ kho khác bằng --db"),
        )
    if version > SCHEMA_VERSION:
        raise newer(path, version)
    return version


def newer(path: Path, version: int) -> StoreError:
    """Return the error of an archive that a later program wrote."""
    return StoreError(
        _("kho {path} do bản vb mới hơn lập (lược đồ {version}, bản này biết đến {known})").format(
            path=path, version=version, known=SCHEMA_VERSION
        ),
        _("cập nhật vb, hoặc chỉ kho khác bằng --db"),
    )


def _migrate(conn: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    from vbcli.store.migrations import migrations

    # Two programs that start at once: the second finds the work done.
    conn.isolation_level = None
    conn.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(conn))
        # What tells entries of its calendars from those of another archive; restored exports bring their own.
        conn.execute("INSERT OR IGNORE INTO meta (key, value) VALUES ('archive_id', lower(hex(randomblob(8))))")
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        conn.execute("COMMIT")
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
