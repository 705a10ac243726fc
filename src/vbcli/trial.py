"""A sentence tried without an archive: what is found, what is declined and why. Also how entries of a lexicon prove themselves.

The sentence is read as an item of a directive letter, because that is where duties stand.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from vbcli.extract import duties
from vbcli.extract.deadlines import find_deadlines
from vbcli.extract.due_dates import Issued
from vbcli.extract.reading import Reading, find_mentions
from vbcli.language import _
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.model.document import Document
from vbcli.model.evidence import Span
from vbcli.model.record import Record
from vbcli.model.source import Block, BlockKind, Source
from vbcli.model.trial import Declined, Trial
from vbcli.parse.marks import mark_of
from vbcli.pipeline import understand
from vbcli.text.fold import nfc

PATH = "(câu thử)"
_SHORT = 12
_REPORTED = re.compile(r"(?i)(?:báo cáo|trình|gửi|tham mưu)(?:\s+\S+){0,3}\s*$")
_OF = re.compile(r"(?i)(?<!\w)của\s*$")


def try_sentence(words: str, issued: date | None) -> Trial:
    """Return what the program makes of a sentence; several lines are read as lines of a paper."""
    lines = [line.strip() for line in nfc(words).splitlines() if line.strip()]
    if len(lines) == 1 and mark_of(lines[0]) is None:
        lines = [f"1. {lines[0][:1].upper()}{lines[0][1:]}"]
    record = read_lines(lines, issued)
    document = record.document
    start = document.text.find(lines[0]) if lines else -1
    body = Span(max(start, 0), _end_of_body(document, lines))
    reading = Reading(document, record.references, find_mentions(document), Issued(issued))
    return Trial(
        record,
        body,
        tuple(_declined_deadlines(reading, record, body)),
        tuple(_idle_units(reading, record, body)),
        None if record.tasks else _why_no_task(reading, body),
    )


def read_lines(lines: Sequence[str], issued: date | None) -> Record:
    """Return what a directive letter of one body says."""
    day = f"ngày {issued.day:02d} tháng {issued.month} năm {issued.year}" if issued else "ngày ... tháng ... năm ..."
    head = ("ỦY BAN NHÂN DÂN", "HUYỆN MẪU", "Số: 1/UBND-VP", f"Mẫu, {day}")
    closing = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH")
    blocks = tuple(
        Block(BlockKind.LINE, words, page=1, line=number) for number, words in enumerate((*head, *lines, *closing), 1)
    )
    (record,) = understand(Source(PATH, "0" * 64, "txt", blocks, pages=1))
    return record


def _end_of_body(document: Document, lines: Sequence[str]) -> int:
    last = document.text.find(lines[-1]) if lines else -1
    return last + len(lines[-1]) if last >= 0 else len(document.text)


def _declined_deadlines(reading: Reading, record: Record, body: Span) -> Iterator[Declined]:
    """Yield what deadline patterns took and the words around it spoke against, and dates of cited documents."""
    text = reading.document.text
    taken = [d.evidence.span for t in record.tasks for d in t.deadlines if d.evidence.span]
    declined: list[Declined] = []
    found = find_deadlines(text, body, reading.issued, reading.masked, declined)
    yield from declined
    for d in find_deadlines(text, body, reading.issued):
        span = d.evidence.span or body
        if d in found or any(_meet(span, t) for t in (*taken, *(c.span for c in declined))):
            continue
        cited = next((r for r in record.references if r.evidence.span and _meet(span, r.evidence.span)), None)
        if cited:
            yield Declined(d.evidence.rule, span, d.words, _("ngày của văn bản viện dẫn {key}").format(key=cited.key))
    if record.tasks:
        return
    for d in found:
        yield Declined(
            d.evidence.rule, d.evidence.span or body, d.words, _("đúng là thời hạn, nhưng câu không giao việc")
        )


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _idle_units(reading: Reading, record: Record, body: Span) -> Iterator[Declined]:
    """Yield the units that the words name and that got no part."""
    parts = [a.evidence.span for t in record.tasks for a in t.assignees if a.evidence.span]
    for mention in reading.mentions:
        span = Span(mention.start, mention.end)
        if body.covers(span) and not any(_meet(span, p) for p in parts):
            yield Declined("unit", span, mention.unit.name, _idle(reading, record, mention, body))


def _idle(reading: Reading, record: Record, mention: UnitMention, body: Span) -> str:
    before = reading.document.text[max(body.start, mention.start - 40) : mention.start]
    cited = next((r for r in record.references if r.evidence.span and r.evidence.span.covers(_span(mention))), None)
    if cited:
        return _("cơ quan ban hành văn bản viện dẫn {key}").format(key=cited.key)
    if _REPORTED.search(before):
        return _("nơi nhận báo cáo, không phải nơi thực hiện")
    if _OF.search(before):
        return _("chỉ được nhắc đến sau “của”")
    return _("được nhắc đến, không được giao hay phối hợp")


def _span(mention: UnitMention) -> Span:
    return Span(mention.start, mention.end)


def _why_no_task(reading: Reading, body: Span) -> str:
    """Return why a stretch is no task: the first of the tests of `extract` that it fails."""
    text = reading.document.text
    words = text[body.start : body.end]
    mark = mark_of(words)
    words = words[mark.end :] if mark else words
    formula = duties.formula(words)
    if formula:
        return _("câu khuôn, không giao việc ({formula})").format(formula=formula)
    if duties.section_voice(words) == "none":
        return _("tiêu đề của phần không giao việc (đánh giá, mục đích, …)")
    if len(words) < _SHORT:
        return _("quá ngắn để là một việc")
    if duties.is_past(words):
        return _("nói về việc đã làm, không giao việc mới")
    covered = sum(m.end - m.start for m in reading.mentions if body.covers(_span(m)))
    if len(words.strip(" .;,:")) - covered < _SHORT:
        return _("chỉ nêu tên đơn vị, không nêu việc")
    if words.rstrip().endswith(":"):
        return _("câu dẫn, việc nằm ở các mục bên dưới")
    if duties.opens_with_noun(words):
        return _("mở đầu bằng danh từ, không có từ nào giao việc")
    return _("không có từ nào giao việc (giao, yêu cầu, đề nghị, động từ đầu câu)")
