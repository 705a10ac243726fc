"""Who cites a document, what it cites, which tasks hang on it; and what is cited that the archive lacks."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.lexicon.numbers import match_key
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.followup import OPEN
from vbcli.model.references import Act, CitationGroup, CitedAct, OutgoingRow, ReferencesView
from vbcli.model.views import TaskRow
from vbcli.query.citations import Acts
from vbcli.query.fields import LIVE
from vbcli.query.numbers import Asked, asked_of, documents_named, keys_fitting, label_id, other_years, similar_numbers
from vbcli.query.tasks import TaskFilter, count_tasks, find_tasks
from vbcli.text.fold import fold


def find_references(
    conn: sqlite3.Connection, words: str, today: date, *, issuer: str | None = None, issued_on: date | None = None
) -> ReferencesView:
    """Return what the archive knows about the document that the words name.

    The words are V12, a number in any variant, or a part of one; date and issuer may stand behind it. The two arguments
    settle which of several acts is meant. Words that are no number at all are a `UsageError`.
    """
    acts = Acts(conn)
    if label_id(words) is not None:
        live = [id_ for id_ in documents_named(conn, words) if _is_live(conn, id_)]
        return _answer(conn, acts, words.strip().upper(), [acts.of_document(id_) for id_ in live], today)
    asked = asked_of(words) or _odd_number(acts, words)
    if asked is None:
        raise UsageError(
            _("“{words}” không phải số, ký hiệu văn bản").format(words=words.strip()),
            _('vb refs 733-TB/TU, vb refs "Thông báo 733" hoặc vb refs V12'),
        )
    keys = keys_fitting(conn, asked)
    known = [act for key in keys for act in acts.of_number(key)]
    chosen = _wanted(known, asked, issuer, issued_on)
    if not known:
        return ReferencesView(asked.shown, (), (), similar_numbers(conn, words))
    clear = [act for act in chosen if not act.unclear]
    if not clear or (asked.key not in keys and len(clear) > 1):
        offered = clear or [act for act in known if not act.unclear]
        return ReferencesView(asked.shown, (), tuple(map(acts.counted, offered)))
    years = tuple(acts.of_number(key)[0].key for key in other_years(conn, asked.key)) if asked.key in keys else ()
    answer = _answer(conn, acts, asked.shown, chosen if asked.key in keys else clear, today)
    return replace(answer, similar=years)


def missing_documents(
    conn: sqlite3.Connection,
    words: str | None = None,
    *,
    issuer: str | None = None,
    issued_on: date | None = None,
    limit: int | None = None,
) -> tuple[tuple[CitedAct, ...], int]:
    """Return (what is cited and not held, most cited first; how many there are without the limit).

    With words: only what the documents of that name cite.
    """
    acts = Acts(conn)
    cited: Sequence[Act] = acts.all_cited()
    if words is not None:
        named = {act.id for id_ in documents_named(conn, words) for _row, act in acts.cited_in(id_)}
        cited = [act for act in cited if act.id in named]
    lacking = [act for act in cited if act.missing]
    found = [acts.counted(act) for act in _wanted(lacking, None, issuer, issued_on)]
    found.sort(key=lambda c: (-c.times, -c.documents, match_key(c.act.key), c.act.id))
    return tuple(found[:limit]), len(found)


def _odd_number(acts: Acts, words: str) -> Asked | None:
    """Return the words as a number that has no known shape, where a document of the archive bears or cites it."""
    key = match_key(words.strip())
    return Asked(words.strip(), key) if key and acts.of_number(key) else None


def _wanted(known: Sequence[Act], asked: Asked | None, issuer: str | None, issued_on: date | None) -> list[Act]:
    """Return the acts that are of the issuer and the day asked for; flags count before the words."""
    day = issued_on or (asked.issued_on if asked else None)
    year = asked.year if asked and not day else None
    by = issuer or (asked.issuer if asked else "")
    found = [
        act
        for act in known
        if (not day or act.issued_on == day) and (not year or (act.issued_on and act.issued_on.year == year))
    ]
    if not by:
        return found
    # "ủy ban nhân dân tỉnh" is looked for as "UBND tỉnh" too.
    names = {fold(by), fold(unit_name(by).name)}
    # "UBND huyện" is a name of its own before it is a part of "UBND huyện Lâm Khê".
    whole = [act for act in found if fold(act.issuer or "") in names]
    return whole or [act for act in found if any(f" {name} " in f" {fold(act.issuer or '')} " for name in names)]


def _answer(conn: sqlite3.Connection, acts: Acts, shown: str, chosen: Sequence[Act], today: date) -> ReferencesView:
    key = match_key(chosen[0].key) if chosen else ""
    tasks = find_tasks(conn, TaskFilter(ref_key=key), today) if key else ()
    everywhere = [c for act in (acts.of_number(key) if key else ()) for c in acts.citations_of(act)]
    groups = []
    for act in chosen:
        citations = acts.citations_of(act)
        documents, inside = {c.document.id for c in citations}, {c.task_id for c in citations}
        elsewhere = {c.task_id for c in everywhere} - inside
        hanging = tuple(t for t in tasks if t.id in inside or (t.document.id in documents and t.id not in elsewhere))
        groups.append(_group(conn, acts, act, hanging, today))
    number = next((act.key for act in chosen if act.key), shown)
    return ReferencesView(number, tuple(groups))


def _group(conn: sqlite3.Connection, acts: Acts, act: Act, tasks: tuple[TaskRow, ...], today: date) -> CitationGroup:
    if act.held is None:
        return CitationGroup(act, acts.citations_of(act), (), tasks)
    own = (act.held.id,)
    outgoing = tuple(OutgoingRow(citation, target) for citation, target in acts.cited_in(act.held.id))
    given = count_tasks(conn, TaskFilter(documents=own, progress=OPEN), today)
    late = count_tasks(conn, TaskFilter(documents=own, overdue=True), today)
    return CitationGroup(act, acts.citations_of(act), outgoing, tasks, given, late)


def _is_live(conn: sqlite3.Connection, document_id: int) -> bool:
    return conn.execute(f"SELECT 1 FROM documents d WHERE d.id = ? AND {LIVE}", (document_id,)).fetchone() is not None  # noqa: S608
