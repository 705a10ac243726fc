"""Documents as filters name them: by issuer in any spelling, by type in any form."""

import sqlite3
from difflib import get_close_matches

from vbcli.lexicon.document_types import types
from vbcli.lexicon.shorthands import asked_unit
from vbcli.query.fields import LIVE
from vbcli.text.fold import fold

_NEAR = 0.8
_MOST = 3
"""Names that are proposed."""


def issuers_named(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return the issuers of the archive, as documents name them, of which the words are a part: accents and case aside."""
    # "Uỷ ban nhân dân tỉnh" is shown as UBND tỉnh
    typed = {_key(words), _key(asked_unit(words).name)} - {""}
    return tuple(name for name in _issuers(conn) if any(f" {part} " in f" {_key(name)} " for part in typed))


def similar_issuers(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return issuers of which a part as long as the words is near in spelling."""
    typed = {_key(words), _key(asked_unit(words).name)} - {""}
    found: dict[str, None] = {}
    for name in _issuers(conn):
        parts = _key(name).split()
        for phrase in typed:
            length = len(phrase.split())
            runs = [" ".join(parts[n : n + length]) for n in range(len(parts) - length + 1)]
            if get_close_matches(phrase, runs, n=1, cutoff=_NEAR):
                found[name] = None
    return tuple(found)[:_MOST]


def types_named(words: str) -> tuple[str, ...]:
    """Return the keys of the types that the words name: `thong_bao`, `Thông báo`, `thongbao`, `TB`; () for none.

    >>> types_named("thông báo") == types_named("tb") == ("thong_bao",)
    True
    """
    typed = _compact(words)
    return tuple(t.id for t in types() if typed in map(_compact, (t.id, *t.titles, *t.symbols)))


def similar_types(words: str) -> tuple[str, ...]:
    """Return the names of types near in spelling."""
    by_key = {_compact(t.name): t.name for t in types()}
    return tuple(by_key[key] for key in get_close_matches(_compact(words), by_key, n=_MOST, cutoff=_NEAR))


def _issuers(conn: sqlite3.Connection) -> list[str]:
    rows = conn.execute(f"SELECT DISTINCT d.issuer FROM documents d WHERE d.issuer IS NOT NULL AND {LIVE}")  # noqa: S608
    return [row[0] for row in rows]


def _key(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(words)).split())


def _compact(words: str) -> str:
    return "".join(c for c in fold(words) if c.isalnum())
