"""A document as people name it: `V12`, or its number in any variant."""

import re
import sqlite3
from difflib import get_close_matches

from vbcli.lexicon.numbers import canonical_number, match_key
from vbcli.query.fields import LIVE

_LABEL = re.compile(r"[vV](\d+)")


def key_of(words: str) -> tuple[str, str]:
    """Return (number to show, comparison key); what is no number stands for itself."""
    shown = canonical_number(words) or words.strip()
    return shown, match_key(shown)


def label_id(words: str) -> int | None:
    """Return the id that `V12` names, None where the words are no such label."""
    found = _LABEL.fullmatch(words.strip())
    return int(found[1]) if found else None


def documents_named(conn: sqlite3.Connection, words: str) -> tuple[int, ...]:
    """Return the documents that the words name; several where a number was used by several issuers or years."""
    id_ = label_id(words)
    if id_ is not None:
        rows = conn.execute("SELECT coalesce(merged_into, id) FROM documents WHERE id = ?", (id_,))
    else:
        rows = conn.execute(
            f"SELECT id FROM documents d WHERE number_key = ? AND {LIVE} ORDER BY issued_on DESC, id",  # noqa: S608
            (key_of(words)[1],),
        )
    return tuple(row[0] for row in rows)


def similar_numbers(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return numbers of the archive, held or cited, that look like the one typed."""
    known = {
        row[0]
        for row in conn.execute("SELECT number FROM documents WHERE number IS NOT NULL UNION SELECT key FROM refs")
    }
    return tuple(get_close_matches(key_of(words)[0], sorted(known), n=3, cutoff=0.7))
