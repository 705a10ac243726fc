"""Why a task or a document was read as it was: rule, words and place of each value, from what the archive keeps."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vbcli.language import _
from vbcli.lexicon.rules import meaning
from vbcli.model.evidence import Span
from vbcli.model.explain import Explained, Explanation, Spot
from vbcli.model.rules import RuleEntry, RuleKind
from vbcli.model.source import Block, BlockKind
from vbcli.model.task import Role
from vbcli.model.views import DocumentView, ReadAt, TaskRow
from vbcli.query.citations import citations_in
from vbcli.text.fold import fold

_BY_RULE = ("evidence", "tasks", "assignees", "deadlines", "refs")
Unpack = Callable[[bytes], tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was read: what lets it be understood anew."""

    path: str
    sha256: str
    format: str
    pages: int | None
    page_width: float | None
    ocr: bool
    blocks: bytes
    """Packed."""


def explain_task(task: TaskRow, text: str, places: "Places", conn: sqlite3.Connection) -> Explanation:
    """Return what decided each value of a task; one that vanished has no place any more."""
    at = _Reader(text if not task.vanished else "", places)
    span = at.span(task.read_at)
    values = [at.explained("task", task.text, task.read_at)]
    for d in task.deadlines:
        flags = [*(["inherited"] if d.inherited else []), *(["soft"] if d.soft else []), *d.flags]
        flags += [f"due_time={d.due_time:%H:%M}"] if d.due_time else []
        flags += [f"rrule={d.rrule}"] if d.rrule else []
        due = d.due.isoformat() if d.due else None
        values.append(at.explained("deadline", due, d.read_at, tuple(flags), d.words))
    for a in sorted(task.assignees, key=lambda a: a.role is not Role.LEAD):
        given = {"inherited": a.inherited, "place_inferred": a.place_inferred}
        values.append(at.explained(a.role.value, a.name, a.read_at, tuple(f for f, on in given.items() if on), a.name))
    cited = [] if task.vanished else [c for c in citations_in(conn, task.document.id) if c.task_id == task.id]
    values += [at.explained("ref", c.key, c.read_at, (), c.words) for c in cited]
    start = span.start if span else 0
    sentence = text[span.start : span.end] if span and not task.vanished else task.text
    return Explanation(task.id, task.document, sentence, start, tuple(values), tuple(_missing(task)))


def _missing(task: TaskRow) -> Iterator[Explained]:
    if not task.deadlines:
        yield _blank("deadline", _("câu không có từ nào nêu thời hạn, mục trên không đặt hạn chung"))
    if not any(a.role is Role.LEAD for a in task.assignees):
        reason = task.read_at.reason or _("câu và mục trên không nêu đơn vị thực hiện")
        yield _blank("lead", reason)


def _blank(field: str, reason: str) -> Explained:
    return Explained(field, None, "", "", "", None, None, 0.0, reason)


def explain_document(view: DocumentView, places: "Places") -> Explanation:
    """Return what decided each value of a document's header, and what it cites."""
    at = _Reader(view.text, places)
    label = view.row.label
    known: dict[str, str | None] = {
        "doc_type": label.doc_type,
        "number": label.number,
        "issued_on": label.issued_on.isoformat() if label.issued_on else None,
        "place": view.place,
        "issuer": label.issuer,
        "subject": label.subject,
        "signer": view.signer,
        "signer_title": view.signer_title,
        "signed_for": view.signed_for,
    }
    evidence = {h.field: h.read_at for h in view.header}
    header = [at.explained(name, value, evidence[name]) for name, value in known.items() if name in evidence]
    values = [e for e in header if e.value is not None]
    values += [at.explained("ref", c.key, c.read_at, (), c.words) for c in view.references]
    return Explanation(None, label, "", 0, tuple(values), tuple(e for e in header if e.value is None))


class _Reader:
    """Looks up words and places in one text."""

    def __init__(self, text: str, places: "Places") -> None:
        self.text, self.places = text, places

    def span(self, read_at: ReadAt) -> Span | None:
        if read_at.start is None or read_at.end is None or read_at.end > len(self.text):
            return None
        return Span(read_at.start, read_at.end)

    def explained(
        self, field: str, value: str | None, read_at: ReadAt, flags: tuple[str, ...] = (), words: str = ""
    ) -> Explained:
        span = self.span(read_at)
        quoted = " ".join(self.text[span.start : span.end].split()) if span else words
        return Explained(
            field,
            value,
            read_at.rule,
            meaning(read_at.rule),
            quoted,
            span,
            self.places.spot(self.text, read_at, span),
            read_at.confidence,
            read_at.reason,
            flags,
        )


class Places:
    """Where the words of a document stand in its file: page and line, paragraph, or cell of a table."""

    def __init__(self, file: StoredFile | None, unpack: Unpack) -> None:
        self._file, self._unpack = file, unpack
        self._tables: dict[tuple[int | None, int | None], Block] | None = None

    def spot(self, text: str, read_at: ReadAt, span: Span | None) -> Spot | None:
        """Return the place of a value, None where nothing was found or the file is gone from the archive."""
        if self._file is None or (read_at.page is None and read_at.line is None):
            return None
        spot = Spot(self._file.path, self._file.format, read_at.page, read_at.line)
        start = text.rfind("\n", 0, span.start) + 1 if span else 0
        row = text[start : _line_end(text, span.start)] if span else ""
        if span is None or "\t" not in row:
            return spot
        column = row[: span.start - start].count("\t")
        number = self._row((read_at.page, read_at.line), row.split("\t"), column)
        return spot._replace(row=number, column=column + 1)

    def _row(self, place: tuple[int | None, int | None], cells: list[str], column: int) -> int | None:
        table = self._table(place)
        wanted = [fold(c) for c in cells]
        for number in sorted({c.row for c in table.cells}) if table else ():
            words = {c.column: fold(c.text) for c in table.cells if c.row == number} if table else {}
            if words.get(column) == wanted[column] and any(w in wanted for c, w in words.items() if c != column):
                return number + 1
        return None

    def _table(self, place: tuple[int | None, int | None]) -> Block | None:
        if self._tables is None and self._file is not None:
            blocks = self._unpack(self._file.blocks)
            self._tables = {(b.page, b.line): b for b in blocks if b.kind is BlockKind.TABLE}
        return (self._tables or {}).get(place)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def best_file(conn: sqlite3.Connection, document_id: int) -> StoredFile | None:
    """Return the file whose text a document carries."""
    which = "JOIN document_files df ON df.file_id = f.id WHERE df.is_best = 1 AND df.document_id = ?"
    return next(stored_files(conn, which, (document_id,)), None)


def stored_files(
    conn: sqlite3.Connection, which: str = "WHERE f.state = 'read'", values: tuple[int, ...] = ()
) -> Iterator[StoredFile]:
    """Yield the files of the archive, each content once, as they were read."""
    sql = (
        "SELECT f.path, f.sha256, f.format, f.pages, f.page_width, f.ocr, b.data FROM files f"  # noqa: S608
        f" JOIN blocks b ON b.sha256 = f.sha256 {which} GROUP BY f.sha256 ORDER BY f.path"
    )
    for path, sha256, format_, pages, width, ocr, data in conn.execute(sql, values):
        yield StoredFile(path, sha256, format_ or "", pages, width, bool(ocr), data)


def fired(conn: sqlite3.Connection) -> Counter[str]:
    """Return how often each rule gave a value that the archive holds."""
    counts: Counter[str] = Counter()
    for table in _BY_RULE:
        for rule, number in conn.execute(f"SELECT rule, count(*) FROM {table} GROUP BY rule"):  # noqa: S608
            counts[rule] += number
    return counts


def times_fired(conn: sqlite3.Connection, rule: RuleEntry) -> int | None:
    """Return how often a rule gave something that the archive holds; None for rules that only keep something out."""
    if rule.kind in (RuleKind.SECTION, RuleKind.FORMULA):
        return None
    if rule.kind is RuleKind.DOC_TYPE:
        return _count(conn, "SELECT count(*) FROM documents WHERE doc_type = ?", rule.id)
    if rule.kind is RuleKind.UNIT:
        sql = "SELECT count(*) FROM assignees a JOIN units u ON u.id = a.unit_id WHERE u.kind = ? OR u.kind LIKE ?"
        kinds = {rule.id: "-", **{fold(name): f"{fold(name)} %" for name in rule.names}}
        return sum(_count(conn, sql, kind, like) for kind, like in kinds.items())
    return fired(conn)[rule.id]


def _count(conn: sqlite3.Connection, sql: str, *values: str) -> int:
    return int(conn.execute(sql, values).fetchone()[0])
