"""Views as JSON: one document with a version; fields are added, never renamed."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from vbcli.model.log import LogLine
from vbcli.model.views import (
    AssigneeRow,
    CitationRow,
    DeadlineRow,
    DocumentLabel,
    DocumentRow,
    DocumentView,
    FileLine,
    IngestReport,
    ReadAt,
    TaskRow,
    UnitRow,
)
from vbcli.render.inert import inert_json

VERSION = 1

Json = dict[str, Any]


def dumps(value: Json, *, indent: int | None = None) -> str:
    """Return JSON text; letters stay legible, controls are escaped."""
    return inert_json(json.dumps(value, ensure_ascii=False, indent=indent))


def document_of(kind: str, body: Any, today: date) -> Json:
    """Return the one document that a command prints."""
    return {"schema": VERSION, "today": today.isoformat(), kind: body}


def tasks_json(tasks: Sequence[TaskRow]) -> list[Json]:
    """Return the tasks."""
    return [task_json(t) for t in tasks]


def task_json(task: TaskRow) -> Json:
    """Return one task with all that was read of it."""
    return {
        "id": task.id,
        "text": task.text,
        "locator": task.locator,
        "due": _iso(task.due),
        "due_kind": task.due_kind.value if task.due_kind else None,
        "due_time": task.due_time.isoformat("minutes") if task.due_time else None,
        "due_words": task.due_words,
        "due_original": _iso(task.due_original),
        "state": task.state.value,
        "days_late": task.days_late,
        "progress": task.progress.value,
        "done_on": _iso(task.done_on),
        "on_time": task.on_time,
        "occurrences": [{"due": due.isoformat(), "done_on": on.isoformat()} for due, on in task.occurrences],
        "officer": task.officer,
        "leader": task.leader,
        "result": task.result,
        "touched_on": _iso(task.touched_on),
        "assignees": [_assignee(a) for a in task.assignees],
        "deadlines": [_deadline(d) for d in task.deadlines],
        "dues": [
            {
                "original": _iso(d.original),
                "current": _iso(d.current),
                "met_on": _iso(d.met_on),
                "kind": d.kind.value if d.kind else None,
                "text": d.words,
                "rrule": d.rrule,
                "entered": d.entered,
            }
            for d in task.dues
        ],
        "refs": list(task.refs),
        "product": task.product,
        "report_to": list(task.report_to),
        "vanished": task.vanished,
        "document": label_json(task.document),
        **_evidence(task.read_at),
    }


def _assignee(a: AssigneeRow) -> Json:
    return {
        "unit": a.name,
        "role": a.role.value,
        "inherited": a.inherited,
        "place_inferred": a.place_inferred,
        "entered": a.entered,
        "counted": a.counted,
        "progress": a.progress.value if a.progress else None,
        "done_on": _iso(a.done_on),
        "due": _iso(a.due),
        "on_time": a.on_time,
        **_evidence(a.read_at),
    }


def _deadline(d: DeadlineRow) -> Json:
    return {
        "due": _iso(d.due),
        "kind": d.kind,
        "rrule": d.rrule,
        "soft": d.soft,
        "inherited": d.inherited,
        "text": d.words,
        "due_time": d.due_time.isoformat("minutes") if d.due_time else None,
        "flags": list(d.flags),
        **_evidence(d.read_at),
    }


def label_json(label: DocumentLabel) -> Json:
    """Return what names a document."""
    return {
        "id": f"V{label.id}",
        "doc_type": label.doc_type,
        "number": label.number,
        "issued_on": _iso(label.issued_on),
        "issuer": label.issuer,
        "subject": label.subject,
        "path": label.path,
    }


def documents_json(documents: Sequence[DocumentRow]) -> list[Json]:
    """Return the documents with their counts."""
    return [_document_row(d) for d in documents]


def _document_row(row: DocumentRow) -> Json:
    counts = {"tasks": row.tasks, "overdue": row.overdue, "refs": row.refs, "files": row.files, "part": row.part}
    return {**label_json(row.label), **counts}


def document_json(view: DocumentView) -> Json:
    """Return one document in full."""
    return {
        **label_json(view.row.label),
        "place": view.place,
        "signer": view.signer,
        "signer_title": view.signer_title,
        "signed_for": view.signed_for,
        "received_on": _iso(view.received_on),
        "received_number": view.received_number,
        "as_read": dict(view.as_read),
        "issued_between": [d.isoformat() for d in view.issued_between] if view.issued_between else None,
        "urgency": view.urgency,
        "recipients": list(view.recipients),
        "copies_to": list(view.copies_to),
        "part": view.row.part,
        "files": [
            {
                "path": f.path,
                "format": f.format,
                "pages": f.pages,
                "ocr": f.ocr,
                "best": f.best,
                "replaced": f.replaced,
                "of": f"V{f.document_id}" if f.document_id else None,
                "read_at": f.read_at,
                "part": f.part,
            }
            for f in view.files
        ],
        "evidence": {h.field: _evidence(h.read_at) for h in view.header},
        "tasks": tasks_json(view.tasks),
        "refs": [citation_json(r) for r in view.references],
        "mentions": list(view.mentions),
        "issues": [{"code": i.code, "message": i.message, "page": i.page, "line": i.line} for i in view.issues],
        "text": view.text,
    }


def citation_json(row: CitationRow) -> Json:
    """Return one mention of a document."""
    return {
        "key": row.key,
        "doc_type": row.doc_type,
        "issued_on": _iso(row.issued_on),
        "issuer": row.issuer,
        "relation": row.relation,
        "pinpoint": row.pinpoint,
        "text": row.words,
        "task": row.task_id,
        **_evidence(row.read_at),
    }


def ingest_json(report: IngestReport, *, dry_run: bool) -> Json:
    """Return what became of each file."""
    lists = {name: getattr(report, name) for name in ("new", "changed", "unchanged", "duplicate", "skipped", "failed")}
    return {
        "schema": VERSION,
        "dry_run": dry_run,
        "counts": {name: len(lines) for name, lines in lists.items()},
        **{name: [_file_line(line) for line in lines] for name, lines in lists.items()},
    }


def _file_line(line: FileLine) -> Json:
    row: Json = {"path": line.path}
    if line.document_id is not None:
        row |= {"document": f"V{line.document_id}", "tasks": line.tasks, "took_over": line.took_over}
    if line.reason:
        row |= {"code": line.code or None, "reason": line.reason, "advice": line.advice or None}
    return row


def _evidence(read_at: ReadAt) -> Json:
    return {
        "rule": read_at.rule,
        "confidence": read_at.confidence,
        "reason": read_at.reason,
        "span": [read_at.start, read_at.end] if read_at.start is not None else None,
        "page": read_at.page,
        "line": read_at.line,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def log_json(lines: Sequence[LogLine]) -> list[Json]:
    """Return the entries of the log."""
    return [
        {
            "entry": line.entry,
            "made_at": line.made_at.isoformat(),
            "made_by": line.made_by,
            "command": line.command,
            "note": line.note,
            "document": line.document,
            "undoes": line.undoes,
            "undone_by": line.undone_by,
            "events": [
                {
                    "verb": e.verb.value,
                    "subject": e.subject.value,
                    "id": e.subject_id,
                    "unit": e.unit,
                    "on": _iso(e.on),
                    "data": dict(e.data),
                }
                for e in line.events
            ],
        }
        for line in lines
    ]


def units_json(units: Sequence[UnitRow]) -> list[Json]:
    """Return the units."""
    return [
        {
            "id": u.id,
            "unit": u.name,
            "issuer": u.issuer,
            "total": u.total,
            "open": u.open,
            "overdue": u.overdue,
            "soon": u.soon,
            "paused": u.paused,
            "done": u.done,
            "longest_days_late": u.longest,
            "aliases": list(u.aliases),
            "members": [{"unit": n, "since": _iso(s), "until": _iso(e)} for n, s, e in u.members],
            "successors": [{"unit": n, "since": _iso(s)} for n, s in u.successors],
        }
        for u in units
    ]
