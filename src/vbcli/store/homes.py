"""Which document a file belongs to, and whose text a document carries, after what people split and merged.

The best text of an act wins, also where a person says that two documents are one: the scan that was registered first
lists what its draft says more clearly. So the main document borrows the text of a merged one, but only where that is
of a better kind than its own files; number, date, issuer and type stay its own, and the end of the merger ends the loan.
"""

import json
import sqlite3
from collections.abc import Iterable

from vbcli.store.filing import Stamp, text_rank

Carried = dict[int, tuple[int, int | None]]
"""Document → (file, part) of the text that it carries."""

_SPLITS = (
    "SELECT v.subject_id, v.data, v.entry_id IN (SELECT entry_id FROM undone) FROM events v"
    " WHERE v.subject = 'document' AND v.verb = 'split' ORDER BY v.id"
)
# One part of a file is one document's own; a main document that has it too has borrowed it.
LOAN = (
    "EXISTS (SELECT 1 FROM document_files o JOIN documents x ON x.id = o.document_id"
    " WHERE o.file_id = df.file_id AND o.part IS df.part AND x.merged_into = df.document_id)"
)


def carried(conn: sqlite3.Connection) -> Carried:
    """Return what text each document carries now."""
    rows = conn.execute("SELECT document_id, file_id, part FROM document_files WHERE is_best = 1")
    return {row[0]: (row[1], row[2]) for row in rows}


def end_loans(conn: sqlite3.Connection) -> None:
    """Take back the texts that main documents borrowed. Goes before mergers are written anew: they say who lent."""
    borrowers = set()
    sql = f"SELECT df.document_id, df.file_id FROM document_files df WHERE {LOAN}"  # noqa: S608  (our own words)
    for document_id, file_id in conn.execute(sql).fetchall():
        conn.execute("DELETE FROM document_files WHERE document_id = ? AND file_id = ?", (document_id, file_id))
        borrowers.add(document_id)
    _choose(conn, borrowers)


def place_files(conn: sqlite3.Connection) -> None:
    """Put each file into the document where people say that it belongs."""
    splits = [(new, json.loads(text), bool(undone)) for new, text, undone in conn.execute(_SPLITS)]
    touched = set()
    # What was taken back goes home first, the last one first.
    for new, data, undone in sorted(splits, key=lambda s: (not s[2], -s[0] if s[2] else s[0])):
        source, target = (new, data["from"]) if undone else (data["from"], new)
        if _move(conn, data["path"], source, target):
            touched |= {source, target}
    _choose(conn, touched)


def lend_texts(conn: sqlite3.Connection) -> None:
    """Let main documents carry the text of a merged one where that is of a better kind than their own files."""
    for (main,) in conn.execute("SELECT DISTINCT merged_into FROM documents WHERE merged_into IS NOT NULL").fetchall():
        merged = [row[0] for row in conn.execute("SELECT id FROM documents WHERE merged_into = ?", (main,))]
        best = _best(conn, main, (main, *merged))
        if best and best[0] != main:
            lend(conn, main, best[1], best[2])


def settled(conn: sqlite3.Connection, path: str, document_id: int | None) -> int | None:
    """Return the document that a version of a file belongs to, where a person split the path off the one it looks like."""
    for new, text, undone in conn.execute(_SPLITS).fetchall():
        data = json.loads(text)
        if not undone and data["path"] == path and data["from"] == document_id:
            document_id = new
    return document_id


def main_of(conn: sqlite3.Connection, document_id: int) -> int:
    """Return the document that this one is merged into, else itself."""
    sql = "SELECT coalesce(merged_into, id) FROM documents WHERE id = ?"
    return int(conn.execute(sql, (document_id,)).fetchone()[0])


def lender_of(conn: sqlite3.Connection, document_id: int) -> int | None:
    """Return the merged document whose text a main one has borrowed, None where it carries its own."""
    row = conn.execute(
        "SELECT d.id FROM document_files l JOIN document_files o ON o.file_id = l.file_id AND o.part IS l.part"
        " JOIN documents d ON d.id = o.document_id WHERE l.is_best = 1 AND l.document_id = :id AND d.merged_into = :id",
        {"id": document_id},
    ).fetchone()
    return int(row[0]) if row else None


def lend(conn: sqlite3.Connection, document_id: int, file_id: int, part: int | None) -> None:
    """Let a document carry the text of a file that a document merged into it has."""
    conn.execute("UPDATE document_files SET is_best = 0 WHERE document_id = ?", (document_id,))
    conn.execute(
        "INSERT OR REPLACE INTO document_files (document_id, file_id, part, is_best) VALUES (?, ?, ?, 1)",
        (document_id, file_id, part),
    )


def add_split(conn: sqlite3.Connection, document_id: int, path: str, stamp: Stamp) -> int:
    """Return the id of a document for a file that is split off another; its event must follow in the same transaction."""
    identity = f"split:{document_id}|{path}"
    row = conn.execute("SELECT id FROM documents WHERE identity = ?", (identity,)).fetchone()
    if row:
        return int(row[0])  # split off before, and taken back
    cursor = conn.execute(
        "INSERT INTO documents (identity, fingerprint, text, program, read_at) VALUES (?, '', '', ?, ?)",
        (identity, stamp.program, stamp.read_at),
    )
    return int(cursor.lastrowid or 0)


def paths_of(conn: sqlite3.Connection, document_id: int) -> tuple[str, ...]:
    """Return the paths of a document's own files, each once."""
    sql = "SELECT DISTINCT f.path FROM document_files df JOIN files f ON f.id = df.file_id WHERE df.document_id = ? ORDER BY f.id"
    return tuple(row[0] for row in conn.execute(sql, (document_id,)))


def place_in_file(conn: sqlite3.Connection, document_id: int, file_id: int, part: int | None) -> None:
    """Note where in a file a document stands: rules may divide it otherwise than they did."""
    sql = "UPDATE document_files SET part = ? WHERE document_id = ? AND file_id = ? AND part IS NOT ?"
    conn.execute(sql, (part, document_id, file_id, part))


def _move(conn: sqlite3.Connection, path: str, source: int, target: int) -> bool:
    """Hand all versions of a path from one document to another; tell whether there was any."""
    cursor = conn.execute(
        "UPDATE OR REPLACE document_files SET document_id = ?, is_best = 0"
        " WHERE document_id = ? AND file_id IN (SELECT id FROM files WHERE path = ?)",
        (target, source, path),
    )
    return cursor.rowcount > 0


def _choose(conn: sqlite3.Connection, documents: Iterable[int]) -> None:
    for document_id in documents:
        best = _best(conn, document_id, (document_id,))
        conn.execute("UPDATE document_files SET is_best = 0 WHERE document_id = ?", (document_id,))
        if best:
            sql = "UPDATE document_files SET is_best = 1 WHERE document_id = ? AND file_id = ?"
            conn.execute(sql, (document_id, best[1]))


def _best(conn: sqlite3.Connection, main: int, documents: Iterable[int]) -> tuple[int, int, int | None] | None:
    """Return (document, file, part) of the best text; between equals the main document's own, the one in use, the first."""
    rows = conn.execute(
        "SELECT df.document_id, df.file_id, df.part, f.format, f.ocr, f.state = 'replaced', df.is_best"
        " FROM document_files df JOIN files f ON f.id = df.file_id"
        " WHERE df.document_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(documents)),),
    ).fetchall()
    ranked = [
        ((replaced, text_rank(format_ or "", ocr=bool(ocr)), owner != main, not best, file_id), owner, file_id, part)
        for owner, file_id, part, format_, ocr, replaced, best in rows
    ]
    return min(ranked)[1:] if ranked else None
