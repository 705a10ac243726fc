"""One file into the archive, in one transaction: after a crash it is wholly there or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vbcli.model.source import Source
from vbcli.store.blocks import pack
from vbcli.store.corrections import corrections_of, own_values
from vbcli.store.derived import replace_derived
from vbcli.store.filing import FileState, Filing, Outcome, Reread, Stamp, Stored, text_rank
from vbcli.store.homes import LOAN, lend, main_of, settled
from vbcli.store.identity import find_document, fingerprint, identities_of, identity


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the archive remembers of a path."""

    id: int
    sha256: str
    size: int
    mtime_ns: int
    failed: bool


def known_file(conn: sqlite3.Connection, path: str) -> KnownFile | None:
    """Return the current version of a file, or None where the archive has never met it."""
    row = conn.execute(
        "SELECT id, sha256, size, mtime_ns, state = 'failed' FROM files WHERE path = ? AND state != 'replaced'", (path,)
    ).fetchone()
    return KnownFile(row[0], row[1], row[2], row[3], bool(row[4])) if row else None


def holds_size(conn: sqlite3.Connection, size: int) -> bool:
    """Tell whether any file of the archive has this many bytes: only then can a new one be a copy."""
    return conn.execute("SELECT 1 FROM files WHERE size = ? AND state = 'read' LIMIT 1", (size,)).fetchone() is not None


def touch(conn: sqlite3.Connection, known: KnownFile, state: FileState) -> None:
    """Remember the new time of a file whose bytes are the same, so that the next run need not hash it."""
    conn.execute("UPDATE files SET size = ?, mtime_ns = ? WHERE id = ?", (state.size, state.mtime_ns, known.id))


def save_file(
    conn: sqlite3.Connection,
    state: FileState,
    filings: tuple[Filing, ...],
    stamp: Stamp,
    reread: Reread | None = None,
) -> tuple[Stored, ...]:
    """Store what a file holds; return what became of each of its documents, () where all of it was there already.

    `reread` understands it anew where people corrected the head of a document.
    """
    with transaction(conn):
        known = known_file(conn, state.path)
        if known and not known.failed and known.sha256 == state.sha256:
            return ()  # named twice in one run, or stored by another run meanwhile
        former = _retire(conn, state.path)
        source = filings[0].record.document.source
        file_id = _insert_file(conn, state, source, stamp)
        # Exact identities claim their documents first, likeness takes from the rest.
        exact = {identity(f) for f in filings}
        free = [d for d in former if not identities_of(conn, d) & exact]
        stored = []
        for filing in filings:
            document_id = settled(conn, state.path, find_document(conn, filing, free))
            if document_id in free:
                free.remove(document_id)
            outcome = _outcome(document_id, former)
            stored.append(_save_document(conn, file_id, filing, document_id, outcome, stamp, reread))
        return tuple(stored)


def attach(conn: sqlite3.Connection, file_id: int, filing: Filing, stamp: Stamp) -> int:
    """Store a further document of a file that the archive has read before; return its id."""
    document_id = _insert_document(conn, filing, stamp)
    conn.execute(
        "INSERT INTO document_files (document_id, file_id, part, is_best) VALUES (?, ?, ?, 1)",
        (document_id, file_id, filing.record.document.part),
    )
    replace_derived(conn, document_id, filing, stamp)
    return document_id


def save_copy(conn: sqlite3.Connection, state: FileState, stamp: Stamp) -> tuple[Stored, ...]:
    """Attach a file whose bytes the archive already holds under another path; () where it holds no such bytes."""
    with transaction(conn):
        twin = conn.execute(
            "SELECT id, format, pages, page_width, ocr FROM files WHERE sha256 = ? AND state = 'read' AND path != ?"
            " ORDER BY id",
            (state.sha256, state.path),
        ).fetchone()
        if twin is None:
            return ()
        _retire(conn, state.path)
        file_id = conn.execute(
            "INSERT INTO files (path, sha256, size, mtime_ns, state, format, pages, page_width, ocr, program, read_at)"
            " VALUES (?, ?, ?, ?, 'read', ?, ?, ?, ?, ?, ?)",
            (state.path, state.sha256, state.size, state.mtime_ns, *twin[1:], stamp.program, stamp.read_at),
        ).lastrowid
        links = conn.execute("SELECT document_id, part FROM document_files WHERE file_id = ?", (twin[0],)).fetchall()
        homes = {settled(conn, state.path, d) or d: part for d, part in links}
        conn.executemany(
            "INSERT INTO document_files (document_id, file_id, part, is_best) VALUES (?, ?, ?, 0)",
            [(document_id, file_id, part) for document_id, part in homes.items()],
        )
        return tuple(_stored(conn, Outcome.DUPLICATE, d) for d in homes)


def save_failure(conn: sqlite3.Connection, state: FileState, code: str, message: str, stamp: Stamp) -> None:
    """Remember that a file could not be read. What an earlier version of it gave stays."""
    same = conn.execute(
        "SELECT 1 FROM files WHERE path = ? AND state = 'failed' AND sha256 = ? AND error_code = ? AND error_message = ?",
        (state.path, state.sha256, code, message),
    ).fetchone()
    if same:
        return
    with transaction(conn):
        _retire(conn, state.path)
        conn.execute(
            "INSERT INTO files (path, sha256, size, mtime_ns, state, error_code, error_message, program, read_at)"
            " VALUES (?, ?, ?, ?, 'failed', ?, ?, ?, ?)",
            (state.path, state.sha256, state.size, state.mtime_ns, code, message, stamp.program, stamp.read_at),
        )


@contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one transaction that holds the write lock from the start: WAL honours the timeout only so."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        raise
    conn.execute("COMMIT")


def _retire(conn: sqlite3.Connection, path: str) -> list[int]:
    """Make room for a new version of a path; return the documents that the former one held."""
    conn.execute("DELETE FROM files WHERE path = ? AND state = 'failed'", (path,))
    rows = conn.execute(
        "SELECT df.document_id FROM document_files df JOIN files f ON f.id = df.file_id"  # noqa: S608  (our own words)
        f" WHERE f.path = ? AND f.state = 'read' AND NOT {LOAN} ORDER BY df.part, df.document_id",
        (path,),
    ).fetchall()
    conn.execute("UPDATE files SET state = 'replaced' WHERE path = ? AND state = 'read'", (path,))
    return [row[0] for row in rows]


def _insert_file(conn: sqlite3.Connection, state: FileState, source: Source, stamp: Stamp) -> int:
    conn.execute(
        "INSERT INTO blocks (sha256, data) VALUES (?, ?) ON CONFLICT (sha256) DO UPDATE SET data = excluded.data",
        (state.sha256, pack(source.blocks, source.issues)),
    )
    cursor = conn.execute(
        "INSERT INTO files (path, sha256, size, mtime_ns, state, format, pages, page_width, ocr, program, read_at)"
        " VALUES (?, ?, ?, ?, 'read', ?, ?, ?, ?, ?, ?)",
        (
            *(state.path, state.sha256, state.size, state.mtime_ns),
            *(source.format, source.pages, source.page_width, source.ocr, stamp.program, stamp.read_at),
        ),
    )
    return int(cursor.lastrowid or 0)


def _outcome(document_id: int | None, former: list[int]) -> Outcome:
    if document_id is None:
        return Outcome.NEW
    return Outcome.CHANGED if document_id in former else Outcome.DUPLICATE


def _save_document(  # noqa: PLR0917
    conn: sqlite3.Connection,
    file_id: int,
    filing: Filing,
    known: int | None,
    outcome: Outcome,
    stamp: Stamp,
    reread: Reread | None,
) -> Stored:
    document = filing.record.document
    if known is None:
        document_id, takes_over = _insert_document(conn, filing, stamp), True
    else:
        document_id, takes_over = known, _is_better(conn, known, filing)
    already = conn.execute(
        "SELECT 1 FROM document_files WHERE document_id = ? AND file_id = ?", (document_id, file_id)
    ).fetchone()
    if already:  # one file, the same act twice: the first one counts
        return _stored(conn, Outcome.DUPLICATE, document_id)
    if takes_over:
        conn.execute("UPDATE document_files SET is_best = 0 WHERE document_id = ?", (document_id,))
    conn.execute(
        "INSERT INTO document_files (document_id, file_id, part, is_best) VALUES (?, ?, ?, ?)",
        (document_id, file_id, document.part, takes_over),
    )
    if takes_over:
        corrections = corrections_of(conn, document_id)
        own = reread(document.source, document.part, corrections, {}) if corrections and reread else filing
        replace_derived(conn, document_id, own, stamp)
    took_over = takes_over and outcome is Outcome.DUPLICATE
    main = main_of(conn, document_id)
    if main != document_id and _is_better(conn, main, filing):
        lend(conn, main, file_id, document.part)
        values, corrections = own_values(conn, main), corrections_of(conn, main)
        lent = reread(document.source, document.part, corrections, values) if reread else filing
        replace_derived(conn, main, lent, stamp)
        took_over = True
    return _stored(conn, outcome, document_id, took_over=took_over)


def _stored(conn: sqlite3.Connection, outcome: Outcome, document_id: int, *, took_over: bool = False) -> Stored:
    """Return what became of a document, by the one that lists show."""
    shown = main_of(conn, document_id)
    sql = "SELECT count(*) FROM tasks WHERE document_id = ? AND vanished = 0"
    return Stored(outcome, shown, int(conn.execute(sql, (shown,)).fetchone()[0]), took_over)


def _is_better(conn: sqlite3.Connection, document_id: int, filing: Filing) -> bool:
    """Tell whether the document should carry the text of this file from now on."""
    row = conn.execute(
        "SELECT f.format, f.ocr, f.state FROM document_files df JOIN files f ON f.id = df.file_id"
        " WHERE df.document_id = ? AND df.is_best = 1",
        (document_id,),
    ).fetchone()
    if row is None or row[2] == "replaced":
        return True
    source = filing.record.document.source
    return text_rank(source.format, ocr=source.ocr) < text_rank(row[0] or "", ocr=bool(row[1]))


def _insert_document(conn: sqlite3.Connection, filing: Filing, stamp: Stamp) -> int:
    text = filing.record.document.text
    cursor = conn.execute(
        "INSERT INTO documents (identity, fingerprint, text, program, read_at) VALUES (?, ?, ?, ?, ?)",
        (identity(filing), fingerprint(text), text, stamp.program, stamp.read_at),
    )
    return int(cursor.lastrowid or 0)
