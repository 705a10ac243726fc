"""Document → Record: the one function that composes the stage."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from vbcli.extract.due_dates import Issued
from vbcli.extract.references import find_references
from vbcli.extract.tasks import find_tasks
from vbcli.model.document import Document, Part
from vbcli.model.record import Record
from vbcli.model.task import Deadline, Reference, Task
from vbcli.text.dates import DATE, make_date


def extract(document: Document) -> Record:
    """Return everything that can be told of a document."""
    references, mentions = find_references(document)
    issued = Issued(document.header.issued_on.value, _earliest(document, references))
    tasks = find_tasks(document, references, issued)
    if issued.on is None:
        document = replace(
            document, header=replace(document.header, issued_between=_bounds(document, issued.earliest, tasks))
        )
    return Record(document, tasks, references, mentions)


_AHEAD = re.compile(r"(?i)(?:trước|chậm nhất|hết|đến|xong|hạn|muộn nhất)(?:\s+(?:là|vào|trước|trong))*\s*$")
"""Behind these words a day is still to come."""
_NEAR = 40
"""Characters in which they stand."""


def _earliest(document: Document, references: Sequence[Reference]) -> date | None:
    """Return the latest day that the text looks back on: cited documents, the meeting that its opening tells of, the month of the head."""
    opening = next((p for p in document.paragraphs if p.part is Part.BODY), None)
    days = [r.issued_on for r in references if r.issued_on]
    if opening:
        words = document.text[opening.span.start : opening.span.end]
        for m in re.finditer(rf"(?i)ngày\s+{DATE}", words):
            day = make_date(int(m["year"]), int(m["month"]), int(m["day"]))
            if day and not _AHEAD.search(words[max(0, m.start() - _NEAR) : m.start()]):
                days.append(day)
    printed = document.header.issued_between
    if printed:
        days = [printed[0], *(d for d in days if d <= printed[1])]
    return max(days, default=None)


def _bounds(document: Document, earliest: date | None, tasks: Sequence[Task]) -> tuple[date, date] | None:
    """Return the bounds of a missing date: what the text looks back on, and the first day that it announces, inside what the head prints."""
    if earliest is None:
        return None
    ahead = [
        d.due
        for t in tasks
        for d in t.deadlines
        if d.due and d.due >= earliest and not d.soft and not _quoted(document.text, d)
    ]
    printed = document.header.issued_between
    if printed:
        ahead.append(printed[1])
    return (earliest, min(ahead)) if ahead else None


def _quoted(text: str, deadline: Deadline) -> bool:
    """Tell whether a deadline stands inside quotation marks: another paper's."""
    span = deadline.evidence.span
    if span is None:
        return False
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("“") > before.count("”")
