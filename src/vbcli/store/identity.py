"""Which document a record is: a file is not a document.

An act is issuer + number + date (numbers restart every year or term). A paper without number or date is its issuer
and the fingerprint of its folded text, which layout and format do not change.
"""

import hashlib
import re
import sqlite3
from collections.abc import Sequence

from vbcli.store.filing import Filing
from vbcli.text.fold import fold

ACT = "act:"
_NO_LETTER = re.compile(r"[\W_]+")
_SHINGLE = 3
# Two versions of one paper share most of their word triples; two papers on one subject share few.
SAME_PAPER = 0.5
# With the issuer unknown on one side a date and a number are not enough.
SAME_ACT = 0.6


# By the events: documents are wide rows, and a file that comes in must not look through all of them.
_CORRECTED = (
    "SELECT subject_id FROM events WHERE subject = 'document' AND verb = 'edit'"
    " AND (data LIKE '%\"number\"%' OR data LIKE '%\"issued_on\"%' OR data LIKE '%\"issuer\"%')"
)


def fingerprint(text: str) -> str:
    """Return the sha256 of the text's folded letters and digits."""
    return hashlib.sha256(_NO_LETTER.sub("", fold(text)).encode("utf-8", "replace")).hexdigest()


def identity(filing: Filing) -> str:
    """Return the key that two files of one act share: `act:…` where all three are known, else `text:…`."""
    document = filing.record.document
    issuer = filing.issuer.key if filing.issuer else ""
    issued_on = document.header.issued_on.value
    if issuer and filing.number_key and issued_on:
        return f"{ACT}{issuer}|{filing.number_key}|{issued_on.isoformat()}"
    return f"text:{issuer}|{fingerprint(document.text)}"


def likeness(one: str, other: str) -> float:
    """Return 0 to 1: the share of word triples that two texts have in common."""
    first, second = _shingles(one), _shingles(other)
    if not first or not second:
        return 1.0 if first == second else 0.0
    return len(first & second) / len(first | second)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _NO_LETTER.sub(" ", fold(text)).split()
    return {tuple(words[i : i + _SHINGLE]) for i in range(max(len(words) - _SHINGLE + 1, min(len(words), 1)))}


def find_document(conn: sqlite3.Connection, filing: Filing, former: Sequence[int]) -> int | None:
    """Return the document that the record belongs to, or None for a new one.

    `former` are the documents that the former version of this file held and that no other record of it claimed.
    """
    return _of_identity(conn, filing) or _same_act(conn, filing) or _new_version(conn, filing, former)


def _of_identity(conn: sqlite3.Connection, filing: Filing) -> int | None:
    """Return the document of this identity, or the one that was read so before a person corrected it.

    The paper that really bears a number once misread is another one: there the words decide.
    """
    own, text = identity(filing), filing.record.document.text
    exact = conn.execute("SELECT id, text FROM documents WHERE identity = ?", (own,)).fetchone()
    misread = conn.execute(
        f"SELECT id, text FROM documents WHERE id IN ({_CORRECTED}) AND json_extract(reading, '$.identity') = ? AND identity != ?",  # noqa: S608
        (own, own),
    ).fetchall()
    alike = [(likeness(words, text), int(id_)) for id_, words in misread]
    best = max((pair for pair in alike if pair[0] >= SAME_ACT), default=None)
    if exact is None:
        return best[1] if best else None
    return best[1] if best and best[0] > likeness(exact[1], text) else int(exact[0])


def twin_of(conn: sqlite3.Connection, document_id: int, filing: Filing) -> int | None:
    """Return another document that bears the identity of this reading, None where the identity is free."""
    row = conn.execute(
        "SELECT id FROM documents WHERE identity = ? AND id != ?", (identity(filing), document_id)
    ).fetchone()
    return int(row[0]) if row else None


def identities_of(conn: sqlite3.Connection, document_id: int) -> set[str]:
    """Return the identity of a document, and the one that it was read with."""
    sql = "SELECT identity, json_extract(reading, '$.identity') FROM documents WHERE id = ?"
    return {str(value) for value in conn.execute(sql, (document_id,)).fetchone() if value}


def _same_act(conn: sqlite3.Connection, filing: Filing) -> int | None:
    """Return the one document of the same number and date where either side does not know its issuer."""
    document = filing.record.document
    issued_on = document.header.issued_on.value
    if not (filing.number_key and issued_on):
        return None
    rows = conn.execute(
        "SELECT d.id, d.text, u.key, d.origin FROM documents d LEFT JOIN units u ON u.id = d.issuer_id"
        " WHERE d.number_key = ? AND d.issued_on = ?",
        (filing.number_key, issued_on.isoformat()),
    ).fetchall()
    alike = [
        int(id_)
        for id_, text, issuer, origin in rows
        # What a person named has no text to compare: the paper joins it by number and date.
        if (issuer is None or filing.issuer is None)
        and (origin == "entered" or likeness(text, document.text) >= SAME_ACT)
    ]
    return alike[0] if len(alike) == 1 else None


def _new_version(conn: sqlite3.Connection, filing: Filing, former: Sequence[int]) -> int | None:
    """Return the former document of the file whose text the new one continues.

    Two numbers that differ are two acts, however alike: a name used again (`scan.pdf`) must not swallow the first.
    """
    best: tuple[float, int] | None = None
    for id_ in former:
        text, *numbers = conn.execute(
            "SELECT text, number_key, json_extract(reading, '$.number_key') FROM documents WHERE id = ?", (id_,)
        ).fetchone()
        if any(numbers) and filing.number_key and filing.number_key not in numbers:
            continue
        ratio = likeness(text, filing.record.document.text)
        if ratio >= SAME_PAPER and (best is None or ratio > best[0]):
            best = (ratio, id_)
    return best[1] if best else None
