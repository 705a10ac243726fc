"""The extraction record: what `vb extract` prints, one object per document. Names and meaning are fixed."""

from datetime import date
from typing import Any

from vbcli.model.evidence import Evidence, Issue, Span
from vbcli.model.record import Record
from vbcli.model.task import Deadline, Reference, Task

SCHEMA = 1

Json = dict[str, Any]

_FIELDS = ("doc_type", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title", "signed_for")


def record_json(record: Record) -> Json:
    """Return the record as the contract has it: unknown is None or [], spans index `text`."""
    document = record.document
    source, header = document.source, document.header
    values = {name: getattr(header, name).value for name in _FIELDS}
    values["issued_on"] = _iso(values["issued_on"])
    return {
        "schema": SCHEMA,
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "ocr": source.ocr,
        "pages": source.pages,
        "part": document.part,
        "text": document.text,
        **values,
        "issued_between": [_iso(d) for d in header.issued_between] if header.issued_between else None,
        "urgency": header.urgency,
        "secrecy": header.secrecy,
        "recipients": [entry.text for entry in header.recipients],
        "copies_to": [entry.text for entry in header.copies_to],
        "tasks": [_task(task) for task in record.tasks],
        "refs": [_reference(reference) for reference in record.references],
        "mentions": [{"text": m.words, "span": _span(m.span)} for m in record.mentions],
        "evidence": {name: _with_span(getattr(header, name).evidence) for name in _FIELDS},
        "issues": [_issue(issue) for issue in (*source.issues, *document.issues)],
    }


def error_json(path: str, code: str, message: str) -> Json:
    """Return the object that stands for a file that cannot be read."""
    return {"schema": SCHEMA, "path": path, "error": {"code": code, "message": message}}


def _task(task: Task) -> Json:
    return {
        "locator": task.locator,
        "span": _span(task.span),
        "text": task.text,
        "assignees": [
            {"unit": a.unit.name, "role": a.role.value, "inherited": a.inherited, **_with_span(a.evidence)}
            for a in task.assignees
        ],
        "deadlines": [_deadline(deadline) for deadline in task.deadlines],
        "refs": list(task.refs),
        "product": task.product,
        "report_to": list(task.report_to),
        **_why(task.evidence),
    }


def _deadline(deadline: Deadline) -> Json:
    return {
        "due": _iso(deadline.due),
        "kind": deadline.kind.value,
        "rrule": deadline.rrule,
        "soft": deadline.soft,
        "inherited": deadline.inherited,
        "text": deadline.words,
        "due_time": deadline.due_time.isoformat("minutes") if deadline.due_time else None,
        "flags": list(deadline.flags),
        **_with_span(deadline.evidence),
    }


def _reference(reference: Reference) -> Json:
    return {
        "key": reference.key,
        "doc_type": reference.doc_type,
        "issued_on": _iso(reference.issued_on),
        "issuer": reference.issuer,
        "text": reference.words,
        "relation": reference.relation,
        "pinpoint": reference.pinpoint,
        **_with_span(reference.evidence),
    }


def _with_span(evidence: Evidence) -> Json:
    return {"span": _span(evidence.span), **_why(evidence)}


def _why(evidence: Evidence) -> Json:
    return {"rule": evidence.rule, "confidence": evidence.confidence, "reason": evidence.reason}


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _issue(issue: Issue) -> Json:
    place = issue.place
    return {
        "code": issue.code,
        "message": issue.message,
        "page": place.page if place else None,
        "line": place.line if place else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
