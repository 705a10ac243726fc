"""What a search found: documents with the passages in which the words stand."""

import re
from collections.abc import Iterator
from datetime import date

from vbcli.language import _
from vbcli.model.evidence import Span
from vbcli.model.search import FoundDocument, FoundPassage, SearchResult
from vbcli.render import labels
from vbcli.render.as_json import Json, label_json
from vbcli.render.listing import Field, Kind, Listing, Value
from vbcli.render.page import Cell, Column, Mark, Marked, Page, Part, Table, Text, Token, Weight, cell

_AROUND = 240
"""Letters of a long paragraph that are shown around what was found."""
_GAP = "…"


def search_page(result: SearchResult, width: int | None) -> Page:
    """Return the documents with their passages, words marked; in a pipe one line per passage and nothing else."""
    if width is None:
        listing = search_listing(result)
        rows = tuple(tuple(map(_cell, row)) for row in listing.rows)
        return (Table(tuple(Column(field.heading) for field in listing.fields), rows),)
    if not result.documents:
        return (Text(_("Không tìm thấy."), Weight.DIM),)
    parts: list[Part] = []
    for found in result.documents:
        parts += [*_document(found), Text("")]
    return (*parts, Text(_total(result), Weight.DIM))


def _cell(value: Value) -> Cell:
    if value is None:
        return cell("")
    return cell(labels.day(value) if isinstance(value, date) else str(value))


def _total(result: SearchResult) -> str:
    shown, total = labels.count(len(result.documents)), labels.count(result.total)
    if result.total > len(result.documents):
        return _("{shown} trong {total} văn bản; thêm --limit để xem nhiều hơn").format(shown=shown, total=total)
    return _("{total} văn bản").format(total=total)


def _document(found: FoundDocument) -> Iterator[Part]:
    label = found.label
    yield Text(f"V{label.id}  {labels.long_name(label)}", Weight.STRONG)
    if label.subject:
        yield Marked(_tokens(label.subject, found.subject_marks), indent=2)
    for passage in found.passages:
        place = _place(passage)
        before = (Token(f"{place}: ", (Mark.LABEL,)),) if place else ()
        yield Marked((*before, *_tokens(*snippet(passage.text, passage.marks))), indent=4)
    if found.more:
        yield Text(_("và {number} đoạn khác").format(number=labels.count(found.more)), Weight.DIM, indent=4)


def _place(passage: FoundPassage) -> str:
    places = []
    if passage.page is not None:
        places.append(_("trang {page}").format(page=passage.page))
    if passage.line is not None:
        places.append(_("dòng {line}").format(line=passage.line))
    return ", ".join(places)


def _tokens(text: str, marks: tuple[Span, ...]) -> tuple[Token, ...]:
    tokens, at = [], 0
    for start, end in marks:
        tokens += [Token(text[at:start]), Token(text[start:end], (Mark.FOUND,))]
        at = end
    return tuple(token for token in (*tokens, Token(text[at:])) if token.words)


def snippet(text: str, marks: tuple[Span, ...], around: int = _AROUND) -> tuple[str, tuple[Span, ...]]:
    """Return the part of a long text in which most was found, cut between words, and where the marks are in it."""
    if len(text) <= around:
        return text, marks
    start = max(
        marks, key=lambda mark: sum(mark.start <= m.start and m.end <= mark.start + around for m in marks)
    ).start
    last = max((m.end for m in marks if start <= m.start and m.end <= start + around), default=start)
    # What is found stands in the middle of what is shown.
    first = min(max(start - (around - (last - start)) // 2, 0), len(text) - around)
    cut = Span(first and _word_start(text, first, start), _word_end(text, first + around, last))
    ends = (_GAP if cut.start else "", _GAP if cut.end < len(text) else "")
    shift = len(ends[0]) - cut.start
    kept = tuple(m.shifted(shift) for m in marks if cut.covers(m))
    return f"{ends[0]}{text[slice(*cut)]}{ends[1]}", kept


def _word_start(text: str, position: int, latest: int) -> int:
    """Return where the next word begins, not behind `latest`."""
    found = re.compile(r"(?<=\s)\S").search(text, position, latest + 1)
    return min(found.start(), latest) if found else position


def _word_end(text: str, position: int, earliest: int) -> int:
    """Return where the last whole word ends, not before `earliest`."""
    if position >= len(text):
        return len(text)
    cut = text.rfind(" ", earliest, position + 1)
    return max(cut, earliest) if cut > 0 else position


def search_listing(result: SearchResult) -> Listing:
    """Return one row per passage; a document whose subject alone was found has one without a passage."""
    fields = (
        Field("id", _("Mã")),
        Field("number", _("Số, ký hiệu")),
        Field("date", _("Ngày"), Kind.DATE),
        Field("type", _("Loại")),
        Field("issuer", _("Cơ quan ban hành"), share=2),
        Field("subject", _("Trích yếu"), share=3),
        Field("page", _("Trang"), Kind.NUMBER),
        Field("line", _("Dòng"), Kind.NUMBER),
        Field("passage", _("Đoạn"), share=5),
        Field("file", _("Tệp"), share=2),
    )
    rows = tuple(
        (
            f"V{found.label.id}",
            found.label.number,
            found.label.issued_on,
            labels.doc_type(found.label.doc_type),
            found.label.issuer,
            found.label.subject,
            passage.page if passage else None,
            passage.line if passage else None,
            snippet(passage.text, passage.marks)[0] if passage else None,
            found.label.path,
        )
        for found in result.documents
        for passage in found.passages or (None,)
    )
    return Listing(_("Kết quả tìm kiếm"), fields, rows)


def search_json(result: SearchResult) -> list[Json]:
    """Return the documents; ranges in `marks` count code points, those of a passage in its `text`."""
    return [
        {
            "document": label_json(found.label),
            "subject_marks": [list(mark) for mark in found.subject_marks],
            "passages": [
                {
                    "text": passage.text,
                    "marks": [list(mark) for mark in passage.marks],
                    "span": list(passage.span),
                    "page": passage.page,
                    "line": passage.line,
                }
                for passage in found.passages
            ],
            "more": found.more,
        }
        for found in result.documents
    ]
