"""The flow, read off at a glance: read → parse → extract → store.

`understand` is pure; `ingest` adds the files that are already known, the workers, and the archive.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from vbcli.config import USUAL, Limits, Reading
from vbcli.extract.record import extract
from vbcli.filings import filing_of, reread
from vbcli.language import N_
from vbcli.model.record import Record
from vbcli.model.source import Source
from vbcli.model.views import FileLine, IngestReport
from vbcli.parse.document import parse
from vbcli.read.files import find_files, read
from vbcli.read.office import with_office_files
from vbcli.store.database import copy_to, open_archive, open_in_memory, unusable
from vbcli.store.entered import log_refusal
from vbcli.store.filing import FileState, Outcome, Stamp, Stored
from vbcli.store.write import holds_size, known_file, save_copy, save_failure, save_file, touch, transaction
from vbcli.workers import Failure, Understanding, each

Progress = Callable[[int, int, Path], None]
"""Files done, files in all, the file just done."""


def understand(source: Source) -> tuple[Record, ...]:
    """Return a record for each document of the file."""
    return tuple(extract(document) for document in parse(source))


def records_of(path: Path, how: Reading = USUAL) -> tuple[Record, ...]:
    """Return what a file says; `ReadError` where it cannot be read."""
    return understand(read(path, how))


def understood(
    paths: Iterable[Path], count: int, jobs: int, how: Reading = USUAL, limits: Limits | None = None
) -> Iterator[tuple[Path, Understanding]]:
    """Yield each file with what it says, read by several processes at once, in the order of the paths."""
    with tempfile.TemporaryDirectory(prefix="vb-", ignore_cleanup_errors=True) as folder:
        # A handful of files has all the processes for their pages.
        at_once = max(1, jobs // max(count, 1))
        reader = partial(records_of, how=replace(how, pages_at_once=at_once, converted=Path(folder)))
        yield from each(reader, with_office_files(paths, Path(folder)), count, jobs, limits)


def ingest(
    paths: Sequence[Path],
    archive: Path,
    stamp: Stamp,
    *,
    jobs: int = 1,
    how: Reading = USUAL,
    limits: Limits | None = None,
    dry_run: bool = False,
    allow_secret: bool = False,
    progress: Progress | None = None,
) -> IngestReport:
    """Bring files and folders into the archive; what it already holds unchanged is passed over."""
    found = find_files(paths)
    report = IngestReport(
        skipped=[FileLine(str(path), reason=N_("không phải loại tệp văn bản")) for path in found.skipped]
    )
    report.failed += [
        FileLine(str(path), code="missing", reason=N_("Không có tệp hoặc thư mục này.")) for path in found.missing
    ]
    if not found.files:
        return report
    with archive_or_copy(archive, create=True, dry_run=dry_run) as conn:
        run = _Run(conn, report, stamp, len(found.files), progress, allow_secret=allow_secret)
        unknown = (path for path in found.files if not run.knows(path))
        for path, understanding in understood(unknown, len(found.files), jobs, how, limits):
            run.store(path, understanding)
        refused = sum(line.code == "secret" for line in report.skipped)
        if refused:
            with transaction(conn):
                log_refusal(conn, refused, stamp.read_at)
    return report


@contextmanager
def archive_or_copy(path: Path, *, create: bool, dry_run: bool) -> Iterator[sqlite3.Connection]:
    """Yield the archive, or a copy that is thrown away: a dry run is the real thing on a copy."""
    with tempfile.TemporaryDirectory(prefix="vb-") if dry_run else _nothing() as folder:
        conn = _open(path, folder, create=create)
        try:
            yield conn
        except sqlite3.Error as error:
            raise unusable(path, error) from error
        finally:
            conn.close()


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _open(path: Path, folder: str | None, *, create: bool) -> sqlite3.Connection:
    if folder is None:
        return open_archive(path, create=create)
    if create and not path.exists():
        return open_in_memory()
    original = open_archive(path)
    try:
        return copy_to(original, Path(folder) / "copy.sqlite")
    finally:
        original.close()


@dataclass(slots=True)
class _Run:
    """One ingest while it lasts."""

    conn: sqlite3.Connection
    report: IngestReport
    stamp: Stamp
    total: int
    progress: Progress | None
    states: dict[Path, FileState] = field(default_factory=dict)
    """Taken before a file is read: a change while it is read shows next time."""
    done: int = 0
    allow_secret: bool = False

    def knows(self, path: Path) -> bool:
        """Tell whether the file needs no reading: unchanged, or the same bytes as a file that the archive holds."""
        try:
            answer = self._is_unchanged(path) or self._is_copy(path)
        except OSError:
            answer = False  # the reader meets the same trouble and names it
        if answer:
            self._tick(path)
        return answer

    def _is_unchanged(self, path: Path) -> bool:
        absolute = _stored_path(path)
        self.states[path] = FileState(absolute, "", 0, 0)
        status = path.stat()
        state = self.states[path] = FileState(absolute, "", status.st_size, status.st_mtime_ns)
        known = known_file(self.conn, absolute)
        # A file that failed is tried again: the program may have learnt to read it.
        if known is None or known.failed or known.size != state.size:
            return False
        if known.mtime_ns != state.mtime_ns:
            if known.sha256 != _sha256(path):
                return False
            touch(self.conn, known, state)
        self.report.unchanged.append(FileLine(str(path)))
        return True

    def _is_copy(self, path: Path) -> bool:
        state = self.states[path]
        if not holds_size(self.conn, state.size):
            return False
        stored = save_copy(self.conn, replace(state, sha256=_sha256(path)), self.stamp)
        self._enter(path, stored)
        return bool(stored)

    def store(self, path: Path, understanding: Understanding) -> None:
        """Put what a file says into the archive, or its failure."""
        if not isinstance(understanding, Failure):
            understanding = self._store_records(path, understanding)
        if isinstance(understanding, Failure):
            self._store_failure(path, understanding)
        self._tick(path)

    def _store_records(self, path: Path, records: tuple[Record, ...]) -> tuple[Record, ...] | Failure:
        if not records:
            return Failure("empty", N_("Không có chữ nào trong tệp."), N_("Mở tệp xem lại nội dung."))
        secret = None if self.allow_secret else secrecy_of(records)
        if secret:
            return Failure("secret", N_("Văn bản đóng dấu “{secret}”: không đưa vào kho.").format(secret=secret))
        state = replace(self.states[path], sha256=records[0].document.source.sha256)
        try:
            stored = save_file(self.conn, state, tuple(map(filing_of, records)), self.stamp, reread)
        except (UnicodeEncodeError, sqlite3.IntegrityError, OverflowError) as error:
            return Failure.of(error)  # the text itself is at fault: this file fails, the batch goes on
        self._enter(path, stored)
        if not stored:
            self.report.unchanged.append(FileLine(str(path)))
        return records

    def _store_failure(self, path: Path, failure: Failure) -> None:
        line = FileLine(
            str(path), code=failure.code, reason=failure.message, advice=failure.advice or "", detail=failure.detail
        )
        if failure.code == "secret":
            # Nothing of a secret paper is kept; the log says how many were met.
            self.report.skipped.append(line)
            return
        self.report.failed.append(line)
        save_failure(self.conn, self.states[path], failure.code, failure.message, self.stamp)

    def _enter(self, path: Path, stored: tuple[Stored, ...]) -> None:
        lists = {
            Outcome.NEW: self.report.new,
            Outcome.CHANGED: self.report.changed,
            Outcome.DUPLICATE: self.report.duplicate,
        }
        for document in stored:
            line = FileLine(str(path), document.document_id, document.tasks, took_over=document.took_over)
            lists[document.outcome].append(line)

    def _tick(self, path: Path) -> None:
        self.done += 1
        if self.progress:
            self.progress(self.done, self.total, path)


def secrecy_of(records: Sequence[Record]) -> str | None:
    """Return the mark of secrecy that one of a file's documents bears, None where none does."""
    return next((r.document.header.secrecy for r in records if r.document.header.secrecy), None)


def _stored_path(path: Path) -> str:
    # A name that is no valid UTF-8 is kept legible; SQLite takes no lone surrogates.
    return os.path.abspath(path).encode("utf-8", "backslashreplace").decode("utf-8")  # noqa: PTH100  (keeps links)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
