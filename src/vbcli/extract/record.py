"""Document → Record: the one function that composes the stage."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from vbcli.extract.due_dates import Issued
from vbcli.extract.references import find_references
from vbcli.extract.tasks import find_tasks
from vbcli.model.document import Document, Part
from vbcli.model.record import Record
from vbcli.model.task import Reference, Task
from vbcli.text.dates import DATE, make_date


def extract(document: Document) -> Record:
    """Return everything that can be told of a document."""
    references, mentions = find_references(document)
    issued = Issued(document.header.issued_on.value, _earliest(document, references))
    tasks = find_tasks(document, references, issued)
    if issued.on is None:
        document = replace(document, header=replace(document.header, issued_between=_bounds(issued.earliest, tasks)))
    return Record(document, tasks, references, mentions)


def _earliest(document: Document, references: Sequence[Reference]) -> date | None:
    """Return the latest day that the text looks back on: cited documents, and the meeting that its opening tells of."""
    import re

    opening = next((p for p in document.paragraphs if p.part is Part.BODY), None)
    days = [r.issued_on for r in references if r.issued_on]
    if opening:
        for m in re.finditer(rf"(?i)ngày\s+{DATE}", document.text[opening.span.start : opening.span.end]):
            day = make_date(int(m["year"]), int(m["month"]), int(m["day"]))
            if day:
                days.append(day)
    return max(days, default=None)


def _bounds(earliest: date | None, tasks: Sequence[Task]) -> tuple[date, date] | None:
    """Return the bounds of a missing date: what the text looks back on, and the first day that it announces."""
    if earliest is None:
        return None
    ahead = [d.due for t in tasks for d in t.deadlines if d.due and d.due >= earliest and not d.soft]
    return (earliest, min(ahead)) if ahead else None
