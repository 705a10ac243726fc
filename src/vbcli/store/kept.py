"""Files as the archive keeps them: what lets their documents be read anew without them."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vbcli.model.evidence import Issue, Place
from vbcli.model.source import Source
from vbcli.store.blocks import unpack, unpack_issues
from vbcli.store.corrections import corrections_of, own_values
from vbcli.store.homes import lender_of


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document that carries the text of a file."""

    document_id: int
    part: int | None
    text: str
    corrections: Mapping[str, str]
    kept: Mapping[str, str]
    """Where the text is borrowed from a merged document: values of the head that stay."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was read."""

    id: int
    path: str
    sha256: str
    format: str
    pages: int | None
    page_width: float | None
    ocr: bool
    blocks: bytes
    """Packed."""
    older_issues: tuple[Issue, ...]
    """Of an older archive, which kept issues with the document only."""
    carriers: tuple[Carrier, ...]
    others: tuple[int, ...]
    """Documents that have the file too and carry another text."""

    def source(self) -> Source:
        """Return what the reader gave."""
        issues = unpack_issues(self.blocks)
        return Source(
            self.path,
            self.sha256,
            self.format,
            unpack(self.blocks),
            self.pages,
            self.page_width,
            self.ocr,
            self.older_issues if issues is None else issues,
        )


def files_of(conn: sqlite3.Connection, documents: Sequence[int] | None = None) -> tuple[int, ...]:
    """Return the files whose texts documents carry, each once, in the order of the documents; None: of all documents."""
    rows = conn.execute(
        "SELECT file_id FROM document_files WHERE is_best = 1"
        " AND (:ids IS NULL OR document_id IN (SELECT value FROM json_each(:ids))) GROUP BY file_id ORDER BY min(document_id)",
        {"ids": None if documents is None else json.dumps(list(documents))},
    )
    return tuple(row[0] for row in rows)


def kept_file(conn: sqlite3.Connection, file_id: int, documents: Sequence[int] | None = None) -> KeptFile | None:
    """Return a file with those of its documents that carry its text; None where the archive kept no blocks of it."""
    row = conn.execute(
        "SELECT f.id, f.path, f.sha256, f.format, f.pages, f.page_width, f.ocr, b.data FROM files f"
        " JOIN blocks b ON b.sha256 = f.sha256 WHERE f.id = ?",
        (file_id,),
    ).fetchone()
    if row is None:
        return None
    links = conn.execute(
        "SELECT df.document_id, df.part, df.is_best, d.text FROM document_files df JOIN documents d ON d.id = df.document_id"
        " WHERE df.file_id = ? ORDER BY df.part, df.document_id",
        (file_id,),
    ).fetchall()
    wanted = [link for link in links if link[2] and (documents is None or link[0] in documents)]
    id_, path, sha256, format_, pages, width, ocr, blocks = row
    return KeptFile(
        id_,
        path,
        sha256,
        format_ or "",
        pages,
        width,
        bool(ocr),
        blocks,
        _older_issues(conn, wanted[0][0]) if wanted else (),
        tuple(_carrier(conn, document_id, part, text) for document_id, part, _, text in wanted),
        tuple(link[0] for link in links if link not in wanted),
    )


def _carrier(conn: sqlite3.Connection, document_id: int, part: int | None, text: str) -> Carrier:
    lent = lender_of(conn, document_id) is not None
    kept = own_values(conn, document_id) if lent else {}
    return Carrier(document_id, part, text, corrections_of(conn, document_id), kept)


def _older_issues(conn: sqlite3.Connection, document_id: int) -> tuple[Issue, ...]:
    rows = conn.execute(
        "SELECT code, message, page, line FROM issues WHERE document_id = ? ORDER BY position", (document_id,)
    )
    return tuple(Issue(r[0], r[1], Place(r[2], r[3], 0) if r[2] or r[3] else None) for r in rows)
