"""What was read from a document's text: thrown away and written anew, with the ids of its tasks kept."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from vbcli.followup.fold import RANKS, due_kind
from vbcli.model.document import Document
from vbcli.model.evidence import Evidence
from vbcli.model.task import Assignee, Deadline, Task, UnitName
from vbcli.store.documents import pair_again
from vbcli.store.filing import AsRead, Filing, Stamp
from vbcli.store.identity import ACT, fingerprint, identity, twin_of
from vbcli.store.match import Found, Known, match_tasks
from vbcli.store.passages import put_passages
from vbcli.store.projection import project
from vbcli.store.units import unit_id
from vbcli.text.fold import fold

_HEADER_FIELDS = (
    *("doc_type", "number", "issued_on", "place", "issuer"),
    *("subject", "signer", "signer_title", "signed_for"),
)
_EVIDENCE = "rule, span_start, span_end, page, line, confidence, reason"
_BY_DOCUMENT = ("refs", "addressees", "evidence", "mentions", "issues")
_BY_TASK = ("assignees", "deadlines", "task_refs")


def replace_derived(conn: sqlite3.Connection, document_id: int, filing: Filing, stamp: Stamp) -> None:
    """Make the document carry this record. Runs inside the caller's transaction."""
    document = filing.record.document
    put_passages(conn, document_id, document, document.header.subject.value)
    _update_document(conn, document_id, filing, stamp)
    ids = _write_tasks(conn, document_id, filing.record.document, filing.record.tasks)
    _clear(conn, document_id)
    rows = list(zip(ids, filing.record.tasks, strict=True))
    _write_assignees(conn, filing, rows)
    _write_deadlines(conn, filing.record.document, rows)
    _insert(
        conn,
        "task_refs",
        "task_id, position, key, match_key",
        [
            (id_, n, key, match_key)
            for (id_, task), keys in zip(rows, filing.task_reference_keys, strict=True)
            for n, (key, match_key) in enumerate(zip(task.refs, keys, strict=True))
        ],
    )
    _write_references(conn, document_id, filing, rows)
    _write_header(conn, document_id, filing.record.document)
    _insert(
        conn,
        "mentions",
        "document_id, position, words, span_start, span_end",
        [(document_id, n, m.words, m.span.start, m.span.end) for n, m in enumerate(filing.record.mentions)],
    )
    project(conn, pair_again(conn, document_id))


def _clear(conn: sqlite3.Connection, document_id: int) -> None:
    for table in _BY_DOCUMENT:
        conn.execute(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))  # noqa: S608  (our own names)
    for table in _BY_TASK:
        conn.execute(
            # Tasks that vanished keep what was last read of them.
            f"DELETE FROM {table} WHERE task_id IN (SELECT id FROM tasks WHERE document_id = ? AND vanished = 0)",  # noqa: S608
            (document_id,),
        )


def _update_document(conn: sqlite3.Connection, document_id: int, filing: Filing, stamp: Stamp) -> None:
    document = filing.record.document
    header = document.header
    between = header.issued_between or (None, None)
    values = {
        "identity": _identity(conn, document_id, filing),
        "doc_type": header.doc_type.value,
        "number": header.number.value,
        "number_key": filing.number_key,
        "symbol": header.symbol,
        "issued_on": _iso(header.issued_on.value),
        "issued_from": _iso(between[0]),
        "issued_to": _iso(between[1]),
        "place": header.place.value,
        "issuer": header.issuer.value,
        "issuer_id": unit_id(conn, filing.issuer) if filing.issuer else None,
        "subject": header.subject.value,
        "signer": header.signer.value,
        "signer_title": header.signer_title.value,
        "signed_for": header.signed_for.value,
        "urgency": header.urgency,
        "secrecy": header.secrecy,
        "fingerprint": fingerprint(document.text),
        "text": document.text,
        "program": stamp.program,
        "read_at": stamp.read_at,
        "origin": "read",
        "received_on": _iso(header.received_on),
        "received_number": header.received_number,
        "reading": reading_json(filing.corrections, filing.as_read),
    }
    columns = ", ".join(f"{name} = :{name}" for name in values)
    conn.execute(f"UPDATE documents SET {columns} WHERE id = :id", {**values, "id": document_id})  # noqa: S608


def reading_json(corrections: Mapping[str, str], as_read: AsRead | None) -> str | None:
    """Return what a document keeps of its head as it was read; None where nobody corrected it."""
    if not corrections:
        return None
    kept: dict[str, object] = {"corrected": dict(corrections)}
    if as_read:
        kept |= {"identity": as_read.identity, "number_key": as_read.number_key, "read": dict(as_read.values)}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def _identity(conn: sqlite3.Connection, document_id: int, filing: Filing) -> str:
    """Return the identity from now on: a better text that lacks the number does not make the act unknown again.

    Two documents never share one: the second keeps its own until a person merges them.
    """
    sql = "SELECT identity, coalesce(json_extract(reading, '$.identity'), identity) FROM documents WHERE id = ?"
    known, as_read = conn.execute(sql, (document_id,)).fetchone()
    if twin_of(conn, document_id, filing) is not None:
        return str(known)
    new = identity(filing)
    return str(as_read) if as_read.startswith(ACT) and not new.startswith(ACT) else new


def _write_tasks(conn: sqlite3.Connection, document_id: int, document: Document, tasks: tuple[Task, ...]) -> list[int]:
    known = [
        Known(*row)
        # Those that vanished may come back, after those that stand.
        for row in conn.execute(
            "SELECT id, locator, text_key FROM tasks WHERE document_id = ? ORDER BY vanished, position, id",
            (document_id,),
        )
    ]
    keys = [fold(task.text) for task in tasks]
    kept = match_tasks(known, [Found(task.locator, key) for task, key in zip(tasks, keys, strict=True)])
    conn.execute("UPDATE tasks SET vanished = 1 WHERE document_id = ? AND origin = 'read'", (document_id,))
    ids = []
    for position, (task, key, id_) in enumerate(zip(tasks, keys, kept, strict=True)):
        deadline = deciding_deadline(task.deadlines)
        row = {
            "document_id": document_id,
            "position": position,
            "locator": task.locator,
            "text": task.text,
            "text_key": key,
            "product": task.product,
            "report_to": _json(task.report_to),
            "due": _iso(deadline.due) if deadline else None,
            "due_kind": _due_kind(deadline),
            "due_time": deadline.due_time.isoformat("minutes") if deadline and deadline.due_time else None,
            "due_words": deadline.words if deadline else None,
            "rrule": deadline.rrule if deadline else None,
            "vanished": 0,
            "origin": "read",  # the rules found what a person had added
            **dict(zip(_EVIDENCE.split(", "), _evidence(document, task.evidence), strict=True)),
        }
        # The place of a task is that of its own words, whatever its evidence points at.
        place = document.place(task.span.start)
        row |= {"span_start": task.span.start, "span_end": task.span.end, "page": place.page, "line": place.line}
        ids.append(_put_task(conn, id_, row))
    return ids


def _put_task(conn: sqlite3.Connection, id_: int | None, row: dict[str, object]) -> int:
    if id_ is None:
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        return int(conn.execute(f"INSERT INTO tasks ({names}) VALUES ({marks})", row).lastrowid or 0)  # noqa: S608
    columns = ", ".join(f"{name} = :{name}" for name in row)
    conn.execute(f"UPDATE tasks SET {columns} WHERE id = :id", {**row, "id": id_})  # noqa: S608
    return id_


def deciding_deadline(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the deadline by which a task is judged.

    The earliest hard date; else a recurring one; else the earliest planning period; else one that gives no date,
    for its words.
    """
    ranked = sorted(deadlines, key=lambda d: (RANKS[_due_kind(d)], d.due or date.max))
    return ranked[0] if ranked else None


def _due_kind(deadline: Deadline | None) -> str | None:
    return due_kind(deadline.due, deadline.kind.value, deadline.rrule, soft=deadline.soft) if deadline else None


def _write_assignees(conn: sqlite3.Connection, filing: Filing, rows: list[tuple[int, Task]]) -> None:
    document = filing.record.document
    _insert(
        conn,
        "assignees",
        f"task_id, unit_id, position, role, name, collective, inherited, place, place_inferred, {_EVIDENCE}",
        [
            (
                *(id_, unit_id(conn, a.unit), n, a.role.value, a.unit.name, a.unit.collective, a.inherited),
                *_place_of(a, filing.issuer),
                *_evidence(document, a.evidence),
            )
            for id_, task in rows
            for n, a in enumerate(task.assignees)
        ],
    )


def _place_of(assignee: Assignee, issuer: UnitName | None) -> tuple[str, bool]:
    """Return the folded place of a unit and whether it is inferred.

    In a paper of Huyện ủy Sơn Động, `UBND huyện` is the one of Sơn Động; `UBND các xã` are many.
    """
    unit = assignee.unit
    if unit.place or unit.collective or issuer is None or not issuer.place:
        return unit.place, False
    if unit.level and unit.level == issuer.level:
        return issuer.place, True
    return "", False


def _write_deadlines(conn: sqlite3.Connection, document: Document, rows: list[tuple[int, Task]]) -> None:
    _insert(
        conn,
        "deadlines",
        f"task_id, position, due, kind, rrule, soft, inherited, words, due_time, flags, {_EVIDENCE}",
        [
            (
                *(id_, n, _iso(d.due), d.kind.value, d.rrule, d.soft, d.inherited, d.words),
                *(d.due_time.isoformat("minutes") if d.due_time else None, _json(d.flags)),
                *_evidence(document, d.evidence),
            )
            for id_, task in rows
            for n, d in enumerate(task.deadlines)
        ],
    )


def _write_references(conn: sqlite3.Connection, document_id: int, filing: Filing, rows: list[tuple[int, Task]]) -> None:
    record = filing.record
    _insert(
        conn,
        "refs",
        "document_id, position, task_id, key, match_key, doc_type, issued_on, issuer, words, relation, pinpoint,"
        f" {_EVIDENCE}",
        [
            (
                *(document_id, n, _task_around(r.evidence, rows), r.key, match_key, r.doc_type, _iso(r.issued_on)),
                *(r.issuer, r.words, r.relation, r.pinpoint),
                *_evidence(record.document, r.evidence),
            )
            for n, (r, match_key) in enumerate(zip(record.references, filing.reference_keys, strict=True))
        ],
    )


def _task_around(evidence: Evidence, rows: list[tuple[int, Task]]) -> int | None:
    """Return the task inside whose words a mention stands; of several the shortest."""
    if evidence.span is None:
        return None
    start, end = evidence.span
    around = [(t.span.end - t.span.start, id_) for id_, t in rows if t.span.start <= start and end <= t.span.end]
    return min(around)[1] if around else None


def _write_header(conn: sqlite3.Connection, document_id: int, document: Document) -> None:
    header = document.header
    _insert(
        conn,
        "evidence",
        f"document_id, field, {_EVIDENCE}",
        [(document_id, f, *_evidence(document, getattr(header, f).evidence)) for f in _HEADER_FIELDS],
    )
    lists = {"to": header.recipients, "copy": header.copies_to}
    _insert(
        conn,
        "addressees",
        "document_id, list, position, text, span_start, span_end",
        [(document_id, name, n, e.text, *e.span) for name, entries in lists.items() for n, e in enumerate(entries)],
    )
    _insert(
        conn,
        "issues",
        "document_id, position, code, message, page, line",
        [
            (document_id, n, i.code, i.message, i.place.page if i.place else None, i.place.line if i.place else None)
            for n, i in enumerate((*document.source.issues, *document.issues))
        ],
    )


def _insert(conn: sqlite3.Connection, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 1))
    # A unit stands once per role and task; nothing else can collide after _clear.
    conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING", rows)  # noqa: S608


def _evidence(document: Document, evidence: Evidence) -> tuple[object, ...]:
    if evidence.span is None:
        return (evidence.rule, None, None, None, None, evidence.confidence, evidence.reason)
    place = document.place(evidence.span.start)
    return (evidence.rule, *evidence.span, place.page, place.line, evidence.confidence, evidence.reason)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
