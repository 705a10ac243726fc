"""Task tables: `TT | Nội dung | Chủ trì | Phối hợp | Thời hạn | Sản phẩm`. One row, one task."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbcli.extract.deadlines import find_deadlines
from vbcli.extract.due_dates import MEANINGS, Issued
from vbcli.extract.unlisted import members
from vbcli.lexicon.cues import columns
from vbcli.lexicon.patterns import SLOTS
from vbcli.lexicon.unit_names import find_units, prepare
from vbcli.model.document import Document, Item
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Deadline, DeadlineKind, Role, Task, UnitName
from vbcli.text.fold import fold, unify_tones

_DITTO = re.compile(r'^[\s"”“″-]*(?:nt|như trên|["”“″])[\s"”“″.-]*$', re.IGNORECASE)
# what stands alone in a cell of "Thời hạn": the pattern, its meaning, its kind
_BARE = (
    ("table.date", re.compile(rf"^\W*(?:{SLOTS['date']})", re.IGNORECASE), "on_date", DeadlineKind.BY),
    ("table.quarter", re.compile(rf"^\W*(?:{SLOTS['quarter']})", re.IGNORECASE), "end_of_quarter", DeadlineKind.WITHIN),
    ("table.month", re.compile(rf"^\W*(?:{SLOTS['month']})", re.IGNORECASE), "end_of_month", DeadlineKind.WITHIN),
    (
        "table.year",
        re.compile(r"^\W*(?:(?:(?:trong|cả|(?:đến )?hết)\s+)?năm\s+)?(?P<year>20\d\d)\W*$", re.IGNORECASE),
        "end_of_year",
        DeadlineKind.WITHIN,
    ),
)
# "(Ccg + Cql) x Tỷ lệ": a table of formulas, nobody who acts
_RECKONED = re.compile(r"[+=×÷%]|\sx\s|^\W*$|^[\d\s.,/-]+$")
_EVERY = (
    ("thang", "FREQ=MONTHLY"),
    ("tuan", "FREQ=WEEKLY"),
    ("quy", "FREQ=MONTHLY;INTERVAL=3"),
    ("nam", "FREQ=YEARLY"),
)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which column holds what; -1 where the table has none."""

    content: int
    lead: int
    support: int
    time: int
    product: int


def layout_of(heads: Sequence[str]) -> _Layout | None:
    """Return the layout that a row of column heads gives, None where it heads no task table."""
    found: dict[str, int] = {}
    for i, head in enumerate(heads):
        words = unify_tones(" ".join(head.split())).strip(" .:*")
        if not words or len(words) > 60:
            continue
        name = next((n for n, p in columns().items() if p.search(words)), None)
        if name and name not in found:
            found[name] = i
    if "content" not in found or not ({"lead", "time"} & found.keys()):
        return None
    return _Layout(*(found.get(n, -1) for n in ("content", "lead", "support", "time", "product")))


def row_tasks(
    document: Document, rows: Sequence[Item], issued: Issued, inherited: Sequence[Assignee]
) -> Iterator[Task]:
    """Yield the tasks of the rows of one table; a table that is no task table gives none."""
    layout: _Layout | None = None
    above: list[str] = []
    for row in rows:
        paragraph = document.paragraphs[row.paragraph]
        cells = [document.text[c.start : c.end] for c in paragraph.cells]
        heads = layout_of(cells)
        if layout is None or (heads and fold(cells[heads.content]) == fold(above[heads.content] if above else "")):
            layout, above = heads or layout, cells
            continue
        if heads and all(len(c) < 40 for c in cells):
            layout, above = heads, cells
            continue
        filled = [
            above[i]
            if i < len(above) and (_DITTO.match(c) or (i == layout.lead and _is_merged(document, cells, above, i)))
            else c
            for i, c in enumerate(cells)
        ]
        task = _task(_Row(document, row, filled, layout), issued, inherited)
        above = filled
        if task:
            yield task


def _is_merged(document: Document, cells: Sequence[str], above: Sequence[str], i: int) -> bool:
    """Tell whether a blank cell goes on with the one above: a .txt cannot show a merged cell, and a numbered row has a lead."""
    numbered = all(row[0].strip(" .)").isdigit() for row in (cells, above))
    return document.source.format == "txt" and numbered and not cells[i].strip() and bool(above[i].strip())


@dataclass(frozen=True, slots=True)
class _Row:
    document: Document
    item: Item
    cells: Sequence[str]
    """Words of the cells, dittos filled in."""
    layout: _Layout


def _task(row: _Row, issued: Issued, inherited: Sequence[Assignee]) -> Task | None:
    document, cells, layout = row.document, row.cells, row.layout
    paragraph = document.paragraphs[row.item.paragraph]
    if layout.content >= len(cells):
        return None
    content = cells[layout.content].strip()
    lead = cells[layout.lead].strip() if 0 <= layout.lead < len(cells) else ""
    when = cells[layout.time].strip() if 0 <= layout.time < len(cells) else ""
    spread = len({c for c in cells if c.strip()}) == 1 or lead == content
    # a heading row: "II. Về kinh tế" with nobody and no time, or one text over all columns
    if len(content) < 8 or spread or (not lead and not when) or re.fullmatch(r"[\d\s().]+", content):
        return None
    span = paragraph.cells[layout.content]
    units = [
        *_units(document, paragraph.cells, layout.lead, cells, Role.LEAD),
        *_units(document, paragraph.cells, layout.support, cells, Role.SUPPORT),
    ]
    if not any(a.role is Role.LEAD for a in units):
        units = [*(a for a in inherited if a.role is Role.LEAD), *units]
    deadlines = (
        _deadlines(document.text, paragraph.cells[layout.time], when, issued) if 0 <= layout.time < len(cells) else []
    )
    if not deadlines:
        deadlines = find_deadlines(document.text, span, issued)
    product = cells[layout.product].strip() if 0 <= layout.product < len(cells) else ""
    return Task(
        row.item.locator,
        span,
        " ".join(content.split()),
        _once(units),
        tuple(deadlines),
        (),
        Evidence("task.row", span, 0.95),
        product or None,
    )


def _once(units: Sequence[Assignee]) -> tuple[Assignee, ...]:
    seen: dict[str, Assignee] = {}
    for a in units:
        seen.setdefault(a.unit.key, a)
    return tuple(seen.values())


def _units(document: Document, spans: Sequence[Span], column: int, cells: Sequence[str], role: Role) -> list[Assignee]:
    if not 0 <= column < len(cells) or not cells[column].strip():
        return []
    words, span = cells[column], spans[column]
    ditto = words != document.text[span.start : span.end]
    rule = "table.lead" if role is Role.LEAD else "table.support"
    plain = prepare(words)
    found = members(plain, find_units(plain, prepared=True))
    if not any(u.unit.kind for u in found):
        name = " ".join(words.split()).strip(" .;,")
        if _RECKONED.search(name):
            return []
        return [
            Assignee(
                UnitName(name, fold(name)), role, ditto, Evidence(rule, span, 0.6, "chưa có trong danh mục đơn vị")
            )
        ]
    return [
        Assignee(
            u.unit, role, ditto, Evidence(rule, span if ditto else Span(span.start + u.start, span.start + u.end), 0.95)
        )
        for u in found
    ]


def _deadlines(text: str, span: Span, words: str, issued: Issued) -> list[Deadline]:
    """Read a cell of "Thời hạn", where the preposition is often left out."""
    found = find_deadlines(text, span, issued)
    if found or not words:
        return found
    folded = fold(words)
    for every, rule in _EVERY:
        if re.search(rf"\b(?:hang|dinh ky|moi)\b.*\b{every}\b", folded):
            return [
                Deadline(
                    None, DeadlineKind.RECURRING, words, Evidence("table.recurring", span, 0.8, "việc định kỳ"), rule
                )
            ]
    for rule_id, pattern, means, kind in _BARE:
        m = pattern.match(words)
        if m:
            due = MEANINGS[means](m, issued)
            return [Deadline(due.due, kind, words, Evidence(rule_id, span, 0.9, due.reason), flags=due.flags)]
    return []
