"""When a paper without a date was issued: after what it looks back on, before what it announces.

A bound that leaves out the true day is worse than none: only days that the text itself puts in the past or in the future count.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from vbcli.model.document import Document, Part
from vbcli.model.evidence import Span
from vbcli.model.task import Deadline, Reference, Task
from vbcli.text.dates import DATE, make_date

_DAY = re.compile(rf"(?i){DATE}(?!\d)")
_AHEAD = re.compile(
    r"(?i)(?:trước|chậm nhất|hết|đến|xong|hạn|muộn nhất|từ|kể từ)(?:\s+(?:là|vào|trước|trong|hết))*(?:\s+ngày)?\s*$"
)
"""Behind these words a day may still be to come."""
_NEAR = 40
"""Characters in which they stand."""
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
_OPENS = re.compile(r"(?i)\W*(?:vào\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:ngày\s+)?")
_COUNTED = re.compile(r"(?i)(?:tính\s+đến|tính\s+tới|số\s+liệu\s+đến)(?:\s+(?:hết|thời\s+điểm))*(?:\s+ngày)?\s*$")
"""Tính đến ngày …: nobody counts up to a day that is still to come."""
_TO_COME = re.compile(
    r"(?i)(?<!\w)(?:sẽ|dự kiến|kính mời|trân trọng mời|phải|cần|yêu cầu|đề nghị|giao|bảo đảm|đảm bảo|hoàn thành)(?!\w)"
)
_SET = re.compile(r"(?i)(?<!\w)(?:sẽ|dự kiến|kính mời|trân trọng mời)(?!\w)")
_IN_FORCE = re.compile(
    r"(?i)(?:quyết định|quy định|quy chế|nghị quyết|kế hoạch|thông tư|nghị định|chỉ thị)\s+này\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+ngày\s*$"
)
_ON = re.compile(r"(?i)ngày\s*$")
_INVITED = re.compile(r"(?i)^\W*(?:thời gian|vào lúc|bắt đầu)")


def earliest(document: Document, references: Sequence[Reference]) -> date | None:
    """Return the latest day that the text looks back on: cited papers, what was done, the month that the head prints."""
    days = [r.issued_on for r in references if r.issued_on]
    days += _past(document)
    printed = document.header.issued_between
    if printed:
        days = [printed[0], *(d for d in days if d <= printed[1])]
    return max(days, default=None)


def bounds(document: Document, first: date | None, tasks: Sequence[Task]) -> tuple[date, date] | None:
    """Return the bounds of a missing date: `first`, and the first day that the text announces, inside what the head prints."""
    if first is None:
        return None
    ahead = [
        d.due
        for t in tasks
        for d in t.deadlines
        if d.due and d.due >= first and not d.soft and not _quoted(document.text, d)
    ]
    ahead += [day for day in _future(document) if day >= first]
    printed = document.header.issued_between
    if printed:
        ahead.append(printed[1])
    return (first, min(ahead)) if ahead else None


def bounded(document: Document, first: date | None, tasks: Sequence[Task]) -> Document:
    """Return the document, where its date is missing with the bounds of it."""
    if document.header.issued_on.value is not None:
        return document
    return replace(document, header=replace(document.header, issued_between=bounds(document, first, tasks)))


def _sentences(document: Document) -> Iterator[tuple[bool, str]]:
    """Yield (first paragraph of the body, sentence) of the running text; tables and annexes speak of other times."""
    opening = True
    for p in document.paragraphs:
        if p.part is not Part.BODY or p.table is not None:
            continue
        words = document.text[p.span.start : p.span.end]
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ(+-])", words):
            yield opening, sentence
        opening = False


def _days(sentence: str) -> Iterator[tuple[date, str, str, str]]:
    """Yield the full dates of a sentence, each with the words right before it, its clause, and what its clause says up to it.

    A day that opens the sentence, `Ngày 11/4/2024, Huyện ủy đã …`, has all of it for its clause.
    """
    for m in _DAY.finditer(sentence):
        day = make_date(int(m["year"]), int(m["month"]), int(m["day"]))
        if day is None:
            continue
        before = sentence[max(0, m.start() - _NEAR) : m.start()]
        if _OPENS.fullmatch(sentence[: m.start()]):
            yield day, before, sentence, sentence
            continue
        start = max(sentence.rfind(c, 0, m.start()) for c in ",(:") + 1
        ends = [at for c in ",)" if (at := sentence.find(c, m.end())) >= 0]
        yield day, before, sentence[start : min(ends, default=None)], sentence[start : m.start()]


def _past(document: Document) -> Iterator[date]:
    for opening, sentence in _sentences(document):
        for day, before, clause, told in _days(sentence):
            if _COUNTED.search(before):
                yield day
            elif _AHEAD.search(before) or _SET.search(sentence):
                continue
            # what the opening tells of was before; elsewhere only what the sentence says was done
            elif (opening and _ON.search(before)) or (_DONE.search(told) and not _TO_COME.search(clause)):
                yield day


def _future(document: Document) -> Iterator[date]:
    for _, sentence in _sentences(document):
        invited = document.header.doc_type.value == "giay_moi" and _INVITED.match(sentence) is not None
        for day, before, clause, _ in _days(sentence):
            announced = _SET.search(clause) and not _DONE.search(clause) and _ON.search(before)
            if invited or announced or _IN_FORCE.search(before):
                yield day


def _quoted(text: str, deadline: Deadline) -> bool:
    """Tell whether a deadline stands inside quotation marks: another paper's."""
    span: Span | None = deadline.evidence.span
    if span is None:
        return False
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("“") > before.count("”")
