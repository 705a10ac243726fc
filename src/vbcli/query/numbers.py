"""A document as people name it: `V12`, its number in any variant, or as much of its number as they remember."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from vbcli.lexicon.document_types import by_symbol, by_title
from vbcli.lexicon.numbers import canonical_number, law_key, match_key
from vbcli.query.fields import LIVE, day_of
from vbcli.text.dates import make_date, parse_date
from vbcli.text.fold import dashes, fold, nfc, strip_accents

_LABEL = re.compile(r"[vV](\d+)")
_WRAPPED = re.compile(r"^[(\[“”\"'‘](.*)[)\]“”\"'’]$", re.DOTALL)
# luat dat dai 2024, Luật Đất đai (năm 2024)
_LAW = re.compile(r"^((?:bo )?luat [^\d]+?)(?: nam)? ((?:19|20)\d\d)$")
# ngày 7/10/2024, năm 2024, của Thường trực Thị ủy; a date may stand there without its word
_TAIL = re.compile(
    r"(?:\s*[,;(]\s*|\s+)(?:(?:ngày|ngay|năm|nam|của|cua|về|ve|v/v)(?!\w)|(?=\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d)).*$",
    re.IGNORECASE | re.DOTALL,
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\w)(?:năm|nam)\s+((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_ISSUER = re.compile(
    r"(?<!\w)(?:của|cua)\s+(.+?)(?=\s*[,;()]|\s+(?:ngày|ngay|năm|nam|về|ve|v/v)(?!\w)|$)", re.IGNORECASE
)
_FRONT = re.compile(r"^(?P<front>[^\d]*)(?P<no>\d{1,5}(?:\.\d{1,2})?[a-zđA-ZĐ]?(?![^\W\d]))(?P<rest>.*)$", re.DOTALL)
_LAWS = ("LUAT|", "BO|LUAT|")
_NAMELESS = frozenset(("", "van ban", "vb"))
"""Words before a number that tell no type."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed to name a document, taken apart."""

    shown: str
    """As it is printed, as far as it goes."""
    key: str = ""
    """Comparison key of a whole number, or of a law; "" where only a part of the number is given."""
    figures: str = ""
    """Of a part: `733`."""
    letters: frozenset[str] = frozenset()
    """Of a part: groups that must stand in the comparison key, `TU`; a year may also be that of the issue."""
    doc_type: str | None = None
    """Of a part: the type that was named, `thong_bao`."""
    symbol: str = ""
    """Of a part: letters by which the type was named, `TB`."""
    issued_on: date | None = None
    year: int | None = None
    issuer: str = ""


def asked_of(words: str) -> Asked | None:
    """Return what the words name, None where they are neither a number nor a law.

    >>> asked_of("733/tb-tu ngày 7/10/2024")
    Asked(shown='733-TB/TU', key='733|TB|TU', figures='', letters=frozenset(), doc_type=None, symbol='', issued_on=datetime.date(2024, 10, 7), year=None, issuer='')
    >>> asked_of("thong bao so 733").figures, asked_of("thong bao so 733").doc_type, asked_of("TB 733-TU").key
    ('733', 'thong_bao', '733|TB|TU')
    >>> asked_of("luat dat dai 2024").shown, asked_of("con voi")
    ('Luật Đất đai 2024', None)
    """
    plain = " ".join(dashes(nfc(words)).split()).strip(" .,;:*")
    wrapped = _WRAPPED.match(plain)
    plain = wrapped[1].strip() if wrapped else plain
    law = _law_of(plain)
    if law:
        return Asked(law, match_key(law))
    figures = re.search(r"\d+", plain)
    if figures is None:
        return None
    tail = _TAIL.search(plain, figures.end())
    head = plain[: tail.start()] if tail else plain
    behind = tail.group() if tail else ""
    return _with_tail(_number_of(head), behind)


def _law_of(plain: str) -> str | None:
    known = law_key(plain)
    if known:
        return known
    m = _LAW.match(fold(re.sub(r"[()]", " ", plain)))
    name = law_key(m[1]) if m else None
    return f"{name} {m[2]}" if m and name else None


def _number_of(head: str) -> Asked | None:
    whole = canonical_number(head)
    if whole:
        return Asked(whole, match_key(whole))
    m = _FRONT.match(head)
    if m is None:
        return None
    front, rest = fold(m["front"]).rstrip(" :-/.").removesuffix("so").rstrip(" :."), m["rest"]
    letters = re.match(r"^([^\W\d]+)[-/]([^\W\d]+)$", front)
    if letters and not rest:
        # TB/TU số 733
        front, rest = letters[1], f"/{letters[2]}"
    symbol = _symbols().get(front.upper(), "")
    kind = next((t for title, t in by_title().items() if front == title or front.startswith(f"{title} ")), None)
    if (front not in _NAMELESS and not symbol and kind is None) or front.endswith(" ngay"):
        return None
    whole = canonical_number(f"{m['no']}{rest}") or (symbol and _put_together(symbol, m["no"], rest)) or None
    if whole:
        return Asked(whole, match_key(whole))
    groups = frozenset(re.findall(r"[A-Z0-9.&]+", strip_accents(rest).upper()))
    return Asked(head, "", match_key(m["no"]), groups, kind.id if kind else None, symbol)


def _symbols() -> dict[str, str]:
    """Return the letters of types as they are typed, without strokes."""
    return {strip_accents(s): s for s in by_symbol()}


def _put_together(symbol: str, no: str, rest: str) -> str | None:
    """Return the number of which the letters of the type were typed first: `TB 733-TU`, `NĐ 30/2020/CP`."""
    m = re.match(r"^\s*[-/]?\s*(?:((?:19|20)\d\d)\s*[-/]\s*)?([^\W\d].*)$", rest)
    if m is None:
        return None
    return canonical_number(f"{no}/{m[1]}/{symbol}-{m[2]}" if m[1] else f"{no}-{symbol}/{m[2]}")


def _with_tail(asked: Asked | None, tail: str) -> Asked | None:
    """Return what was asked with the date, the year or the issuer that stands behind the number."""
    if asked is None or not tail:
        return asked
    iso, year, issuer = _ISO.search(tail), _YEAR.search(tail), _ISSUER.search(tail)
    on = make_date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else parse_date(tail)
    return Asked(
        asked.shown,
        asked.key,
        asked.figures,
        asked.letters,
        asked.doc_type,
        asked.symbol,
        on,
        int(year[1]) if year and not on else None,
        issuer[1].strip() if issuer else "",
    )


def key_of(words: str) -> tuple[str, str]:
    """Return (number to show, comparison key); what is no number stands for itself."""
    asked = asked_of(words)
    shown = asked.shown if asked and asked.key else words.strip()
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


def keys_fitting(conn: sqlite3.Connection, asked: Asked) -> tuple[str, ...]:
    """Return the comparison keys that the archive knows, of documents held or cited, and that what was asked fits.

    A whole number fits itself alone. A law without its year fits itself, else the years that are known of it.
    """
    known = _known(conn)
    if asked.key:
        return (asked.key,) if asked.key in known else _years(known, asked.key)
    return tuple(key for key in sorted(known) if any(_fits(asked, key, *of) for of in known[key]))


def other_years(conn: sqlite3.Connection, key: str) -> tuple[str, ...]:
    """Return the comparison keys of the same law with a year behind its name."""
    return _years(_known(conn), key) if key.startswith(_LAWS) else ()


def _years(known: Iterable[str], key: str) -> tuple[str, ...]:
    if not key.startswith(_LAWS):
        return ()
    return tuple(sorted(other for other in known if re.fullmatch(rf"{re.escape(key)}\|(?:19|20)\d\d", other)))


def _known(conn: sqlite3.Connection) -> dict[str, list[tuple[str | None, date | None]]]:
    """Return every comparison key with the types and days that are known of it."""
    sql = (
        "SELECT number_key AS key, doc_type, issued_on FROM documents d"  # noqa: S608
        f" WHERE number_key IS NOT NULL AND {LIVE} UNION"
        f" SELECT r.match_key, r.doc_type, r.issued_on FROM refs r JOIN documents d ON d.id = r.document_id WHERE {LIVE}"
    )
    known: dict[str, list[tuple[str | None, date | None]]] = {}
    for key, doc_type, issued_on in conn.execute(sql):
        known.setdefault(key, []).append((doc_type, day_of(issued_on)))
    return known


def _fits(asked: Asked, key: str, doc_type: str | None, issued_on: date | None) -> bool:
    first, *groups = key.split("|")
    if first != asked.figures:
        return False
    if asked.symbol:
        # A công văn of the State bears no letters of its type.
        of_type = strip_accents(asked.symbol) in groups or (doc_type == by_symbol()[asked.symbol].id and doc_type)
    else:
        of_type = asked.doc_type is None or asked.doc_type == doc_type
    years = {str(issued_on.year)} if issued_on else set()
    return bool(of_type) and all(letters in groups or letters in years for letters in asked.letters)


def similar_numbers(conn: sqlite3.Connection, words: str) -> tuple[str, ...]:
    """Return numbers of the archive, held or cited, that look like the one typed."""
    known = {
        row[0]
        for row in conn.execute("SELECT number FROM documents WHERE number IS NOT NULL UNION SELECT key FROM refs")
    }
    return tuple(get_close_matches(key_of(words)[0], sorted(known), n=3, cutoff=0.7))
