"""Acts told apart: of the documents that share a number, which one each citation means.

Party numbers restart every term, State numbers every year. What is cited is grouped by issuer and date; a citation that
leaves them out joins the one act that it fits, and stands apart where it fits several.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from vbcli.lexicon.numbers import match_key
from vbcli.model.references import Act, CitedAct
from vbcli.model.views import CitationRow, DocumentLabel
from vbcli.query.fields import LABEL, LIVE, day_of, label_of, read_at
from vbcli.text.fold import fold

_CITATION = f"SELECT r.*, {LABEL} FROM refs r JOIN documents d ON d.id = r.document_id"  # noqa: S608
_HELD = f"SELECT d.number_key, {LABEL} FROM documents d"  # noqa: S608

Spot = tuple[int, int]
"""(document, position) of a mention."""


def citations_in(conn: sqlite3.Connection, document_id: int) -> tuple[CitationRow, ...]:
    """Return what a document cites, in the order of its text."""
    return tuple(_citation(row) for row in _rows_in(conn, document_id))


class Acts:
    """The acts of an archive, held or cited, looked up number by number, each number once."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._of_key: dict[str, tuple[Act, ...]] = {}
        self._mentions: dict[str, list[CitationRow]] = {}
        self._target: dict[Spot, Act] = {}

    def of_number(self, key: str) -> tuple[Act, ...]:
        """Return the acts that bear a number, by its comparison key: held ones first, newest first."""
        if key not in self._of_key:
            rows = self._conn.execute(
                f"{_CITATION} WHERE r.match_key = ? AND {LIVE} ORDER BY r.document_id, r.position", (key,)
            )
            held = self._conn.execute(
                f"{_HELD} WHERE d.number_key = ? AND {LIVE} ORDER BY d.issued_on DESC, d.id", (key,)
            )
            self._settle(key, rows.fetchall(), [label_of(row) for row in held])
        return self._of_key[key]

    def of_document(self, document_id: int) -> Act:
        """Return the act of a document that the archive holds."""
        row = self._conn.execute(f"{_HELD} WHERE d.id = ?", (document_id,)).fetchone()
        acts = self.of_number(row["number_key"]) if row["number_key"] else ()
        # A paper without a number can be cited by nobody.
        return next((a for a in acts if a.held and a.held.id == document_id), _act_of(label_of(row)))

    def citations_of(self, act: Act) -> tuple[CitationRow, ...]:
        """Return the mentions of an act, in the order of documents and texts."""
        if act.key:
            self.of_number(match_key(act.key))
        return tuple(self._mentions.get(act.id, ()))

    def cited_in(self, document_id: int) -> tuple[tuple[CitationRow, Act], ...]:
        """Return what a document of the archive cites, each mention with the act that it means."""
        found = []
        for row in _rows_in(self._conn, document_id):
            self.of_number(row["match_key"])
            found.append((_citation(row), self._target[row["document_id"], row["position"]]))
        return tuple(found)

    def all_cited(self) -> tuple[Act, ...]:
        """Return every act that a document of the archive cites."""
        held, rows = defaultdict(list), defaultdict(list)
        holdings = f"{_HELD} WHERE d.number_key IS NOT NULL AND {LIVE} ORDER BY d.issued_on DESC, d.id"
        for row in self._conn.execute(holdings):
            held[row["number_key"]].append(label_of(row))
        for row in self._conn.execute(f"{_CITATION} WHERE {LIVE} ORDER BY r.match_key, r.document_id, r.position"):
            rows[row["match_key"]].append(row)
        for key, mentions in rows.items():
            self._settle(key, mentions, held[key])
        return tuple(act for key in rows for act in self._of_key[key] if act.id in self._mentions)

    def counted(self, act: Act) -> CitedAct:
        """Return the act with how often it is cited."""
        citations = self.citations_of(act)
        documents = {c.document.id: c.document for c in citations}
        first = min(documents.values(), key=lambda d: (d.issued_on or date.max, d.id), default=None)
        return CitedAct(act, len(citations), len(documents), first)

    def _settle(self, key: str, rows: Sequence[sqlite3.Row], held: Sequence[DocumentLabel]) -> None:
        """Tell the acts of one number apart, and which of them each mention means."""
        mentions = [(_citation(row), (row["document_id"], row["position"])) for row in rows]
        drafts = [_Draft(d.doc_type, d.issued_on, d.issuer, d) for d in held]
        astray: dict[bool, _Draft] = {}
        # The fullest citations found the acts, so that shorter ones can join them.
        for citation, spot in sorted(mentions, key=lambda m: (m[0].issued_on is None, m[0].issuer is None)):
            fitting = [draft for draft in drafts if draft.fits(citation)]
            # Of several acts a paper means the one that it has named in full elsewhere.
            named = [draft for draft in fitting if draft.is_cited_in(citation.document.id)]
            chosen = named if len(named) == 1 else fitting
            if not chosen:
                drafts.append(_Draft(citation.doc_type, citation.issued_on, citation.issuer))
                drafts[-1].take(citation, spot)
            elif len(chosen) == 1:
                chosen[0].take(citation, spot)
            else:
                about_held = any(draft.held for draft in chosen)
                astray.setdefault(about_held, _Draft(citation.doc_type, None, None)).set_aside(citation, spot)
        order = {spot: n for n, (_, spot) in enumerate(mentions)}
        acts = []
        for n, draft in enumerate((*drafts, *astray.values()), 1):
            act = draft.act(f"{key}#{n}", unclear=draft is astray.get(True))
            draft.taken.sort(key=lambda taken: order[taken[1]])
            if draft.taken:
                self._mentions[act.id] = [citation for citation, _ in draft.taken]
            self._target |= {spot: act for _, spot in draft.taken}
            acts.append(act)
        self._of_key[key] = tuple(acts)


class _Draft:
    """One act while its citations come together."""

    def __init__(
        self, doc_type: str | None, issued_on: date | None, issuer: str | None, held: DocumentLabel | None = None
    ) -> None:
        self.doc_type, self.issued_on, self.issuer, self.held = doc_type, issued_on, issuer, held
        self.taken: list[tuple[CitationRow, Spot]] = []

    def fits(self, citation: CitationRow) -> bool:
        if citation.issued_on and self.issued_on:
            # A date is copied with more care than a name: "Thường trực Thị ủy" and "Thị ủy" of one day are one act.
            return citation.issued_on == self.issued_on
        if citation.issuer and self.issuer:
            return _is_one_body(_folded(citation.issuer), _folded(self.issuer), _folded(citation.document.issuer or ""))
        return True

    def is_cited_in(self, document_id: int) -> bool:
        return any(c.document.id == document_id for c, _ in self.taken)

    def take(self, citation: CitationRow, spot: Spot) -> None:
        self.set_aside(citation, spot)
        self.issued_on = self.issued_on or citation.issued_on
        self.issuer = self.issuer or citation.issuer

    def set_aside(self, citation: CitationRow, spot: Spot) -> None:
        self.taken.append((citation, spot))
        self.doc_type = self.doc_type or citation.doc_type

    def act(self, id_: str, *, unclear: bool) -> Act:
        cited = self.taken[0][0].key if self.taken else ""
        number = (self.held.number if self.held else None) or cited
        name = f"V{self.held.id}" if self.held else id_
        return Act(name, number, self.doc_type, self.issued_on, self.issuer, self.held, unclear)


# The same few hundred names come again and again.
_folded = lru_cache(maxsize=4096)(fold)


def _is_one_body(cited: str, full: str, citing: str) -> bool:
    """Tell whether folded names mean one body: a place left out is that of the citing one.

    >>> _is_one_body("ubnd huyen", "ubnd huyen lam khe", "huyen uy lam khe")
    True
    >>> _is_one_body("ubnd huyen", "ubnd huyen lam khe", "huyen uy lung may")
    False
    """
    place = full.removeprefix(f"{cited} ")
    return cited == full or (place != full and citing.endswith(f" {place}"))


def _act_of(held: DocumentLabel) -> Act:
    return Act(f"V{held.id}", held.number or "", held.doc_type, held.issued_on, held.issuer, held)


def _rows_in(conn: sqlite3.Connection, document_id: int) -> list[sqlite3.Row]:
    sql = f"{_CITATION} WHERE r.document_id = ? ORDER BY r.position"
    return conn.execute(sql, (document_id,)).fetchall()


def _citation(row: sqlite3.Row) -> CitationRow:
    return CitationRow(
        document=label_of(row),
        key=row["key"],
        doc_type=row["doc_type"],
        issued_on=day_of(row["issued_on"]),
        issuer=row["issuer"],
        words=row["words"],
        relation=row["relation"],
        pinpoint=row["pinpoint"],
        task_id=row["task_id"],
        read_at=read_at(row),
    )
