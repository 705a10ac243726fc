"""Columns that several queries share, and the nouns made of them."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, time

from vbcli.model.views import DocumentLabel, ReadAt

LABEL = (
    "d.id AS document_id, d.doc_type AS document_type, d.number AS document_number, d.issued_on AS document_issued_on,"
    " d.issuer AS document_issuer, d.subject AS document_subject,"
    " (SELECT f.path FROM document_files df JOIN files f ON f.id = df.file_id"
    " WHERE df.document_id = d.id AND df.is_best = 1) AS document_path"
)

# Documents that lists show: neither removed nor merged into another.
LIVE = "d.removed = 0 AND d.merged_into IS NULL"


def label_of(row: sqlite3.Row) -> DocumentLabel:
    """Return the document of a row that was selected with LABEL."""
    return DocumentLabel(
        row["document_id"],
        row["document_type"],
        row["document_number"],
        day_of(row["document_issued_on"]),
        row["document_issuer"],
        row["document_subject"],
        row["document_path"],
    )


def read_at(row: sqlite3.Row) -> ReadAt:
    """Return the evidence columns of a row."""
    return ReadAt(
        row["rule"], row["confidence"], row["reason"], row["span_start"], row["span_end"], row["page"], row["line"]
    )


def day_of(text: str | None) -> date | None:
    """Return the date of an ISO column."""
    return date.fromisoformat(text) if text else None


def time_of(text: str | None) -> time | None:
    """Return the time of day of an ISO column."""
    return time.fromisoformat(text) if text else None


def words_of(text: str) -> tuple[str, ...]:
    """Return the strings of a JSON column."""
    return () if text == "[]" else tuple(json.loads(text))


def as_list(ids: Iterable[int]) -> str:
    """Return ids as one parameter for `json_each`: no limit on their number."""
    return json.dumps(list(ids))
