"""The file that a document was read from, and where the same bytes lie besides."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was when it was read."""

    path: str
    """Absolute."""
    sha256: str
    page: int | None
    """On which the document begins, from 1; None where the file has no pages."""
    copies: tuple[str, ...]
    """Other files of the archive that had the same bytes."""


def source_of(conn: sqlite3.Connection, document_id: int) -> SourceFile | None:
    """Return the file whose text a document carries; None of a document that no file gave."""
    row = conn.execute(
        "SELECT f.path, f.sha256, (SELECT p.page FROM passages p WHERE p.document_id = df.document_id"
        " AND p.span_start IS NOT NULL ORDER BY p.id LIMIT 1) FROM document_files df JOIN files f ON f.id = df.file_id"
        " WHERE df.document_id = ? AND df.is_best = 1",
        (document_id,),
    ).fetchone()
    if row is None:
        return None
    sql = "SELECT DISTINCT path FROM files WHERE sha256 = ? AND path != ? AND state != 'failed' ORDER BY path"
    return SourceFile(row[0], row[1], row[2], tuple(r[0] for r in conn.execute(sql, (row[1], row[0]))))
