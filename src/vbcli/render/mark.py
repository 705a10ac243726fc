"""Source text in which what was recognised is marked: colours on a terminal, ⟦…⟧ elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vbcli.language import N_, _
from vbcli.model.evidence import Span
from vbcli.model.task import Role
from vbcli.model.views import DocumentView, TaskRow
from vbcli.render import labels
from vbcli.render.page import Mark, Marked, Page, Part, Shown, Text, Token, Weight

OPEN, CLOSE = "⟦", "⟧"
NAMES = {
    Mark.TASK: N_("việc"),
    Mark.LEAD: N_("chủ trì"),
    Mark.SUPPORT: N_("phối hợp"),
    Mark.DUE: N_("hạn"),
    Mark.REF: N_("viện dẫn"),
    Mark.DECLINED: N_("không nhận"),
}
_ORDER = list(NAMES)
_Run = tuple[str, tuple[Mark, ...], Shown]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of a text and what it was recognised as."""

    span: Span
    mark: Mark
    name: str = ""
    """Stands behind the opening bracket: `việc 42`."""


def marked_lines(text: str, stretches: Iterable[Stretch], *, named: bool = True) -> list[Marked]:
    """Return the text line by line with its stretches marked; `named` brackets say what they hold."""
    lines: list[list[Token]] = [[]]
    for words, marks, shown in _runs(text, _nested(text, stretches), named=named):
        for number, piece in enumerate(words.replace("\f", "\n").replace("\t", " | ").split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(Token(piece, marks, shown))
    return [Marked(tuple(line)) for line in lines]


def _nested(text: str, stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches, outer ones first, one that runs over the end of another cut there, each once."""
    out: list[Stretch] = []
    open_: list[Span] = []
    seen: set[tuple[Span, Mark]] = set()
    for s in sorted(stretches, key=lambda s: (s.span.start, -s.span.end, _ORDER.index(s.mark))):
        start, end = max(s.span.start, 0), min(s.span.end, len(text))
        while open_ and open_[-1].end <= start:
            open_.pop()
        span = Span(start, min(end, open_[-1].end) if open_ else end)
        if span.start < span.end and (span, s.mark) not in seen:
            seen.add((span, s.mark))
            open_.append(span)
            out.append(replace(s, span=span))
    return out


def _runs(text: str, stretches: Sequence[Stretch], *, named: bool) -> Iterator[_Run]:
    """Yield the text, still with its line ends, and the brackets, in order."""
    at = 0
    open_: list[Stretch] = []

    def run(end: int) -> Iterator[_Run]:
        if at < end:
            yield (text[at:end], tuple(s.mark for s in open_), Shown.ALWAYS)

    for s in stretches:
        while open_ and open_[-1].span.end <= s.span.start:
            yield from run(open_[-1].span.end)
            at = open_.pop().span.end
            yield (CLOSE, (), Shown.PLAIN)
        yield from run(s.span.start)
        at = s.span.start
        name = s.name or _(NAMES[s.mark])
        yield (f"{OPEN}{name}: " if named else OPEN, (), Shown.PLAIN)
        if s.mark is Mark.TASK and s.name:
            yield (f"[{s.name}] ", (Mark.LABEL,), Shown.COLOURED)
        open_.append(s)
    while open_:
        yield from run(open_[-1].span.end)
        at = open_.pop().span.end
        yield (CLOSE, (), Shown.PLAIN)
    yield from run(len(text))


def task_stretches(task: TaskRow) -> list[Stretch]:
    """Return what was recognised of a task; nothing of one that is no longer in the text."""
    if task.vanished:
        return []
    roles = {Role.LEAD: Mark.LEAD, Role.SUPPORT: Mark.SUPPORT}
    found = [(task.read_at, Mark.TASK, _("việc {id}").format(id=task.id))]
    found += [(a.read_at, roles[a.role], "") for a in task.assignees]
    found += [(d.read_at, Mark.DUE, "") for d in task.deadlines]
    return [Stretch(Span(r.start, r.end), mark, name) for r, mark, name in found if r.start is not None and r.end]


def document_stretches(view: DocumentView) -> list[Stretch]:
    """Return what was recognised in a document."""
    tasks = [s for task in view.tasks for s in task_stretches(task)]
    refs = [
        Stretch(Span(c.read_at.start, c.read_at.end), Mark.REF)
        for c in view.references
        if c.read_at.start is not None and c.read_at.end
    ]
    return [*tasks, *refs]


def marked_document(view: DocumentView) -> Page:
    """Return the text of a document, marked."""
    label = view.row.label
    title = Text(f"V{label.id} {labels.long_name(label)}", Weight.TITLE)
    return (title, legend(), Text(""), *marked_lines(view.text, document_stretches(view)))


def marked_task(task: TaskRow, view: DocumentView) -> Page:
    """Return the lines in which a task was read, marked: its own words, the headings and dates it has from above."""
    title = Text(
        _("Nhiệm vụ {task} trong V{document} {name}").format(
            task=task.id, document=task.document.id, name=labels.long_name(task.document)
        ),
        Weight.TITLE,
    )
    own = task_stretches(task)
    if not own:
        return title, Text(_("Việc này không còn trong văn bản."), Weight.LATE), Text(""), Text(task.text)
    inside = next(s.span for s in own if s.mark is Mark.TASK)
    refs = [s for s in document_stretches(view) if s.mark is Mark.REF and inside.covers(s.span)]
    lines: list[Part] = [title, legend(), Text("")]
    at = 0
    for number, (line, span) in enumerate(_lines_with(view.text, own)):
        if number and span.start > at + 1:
            lines.append(Text("…", Weight.DIM))
        here = [replace(s, span=s.span.shifted(-span.start)) for s in (*own, *refs) if span.covers(s.span)]
        lines += marked_lines(line, here)
        at = span.end
    return tuple(lines)


def _lines_with(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[str, Span]]:
    """Yield the lines that hold a stretch, those of one stretch together."""
    spans: list[Span] = []
    for s in sorted(stretches, key=lambda s: s.span):
        start = text.rfind("\n", 0, s.span.start) + 1
        end = text.find("\n", max(s.span.end - 1, start))
        span = Span(start, len(text) if end < 0 else end)
        if spans and span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, span.end))
        else:
            spans.append(span)
    yield from ((text[s.start : s.end], s) for s in spans)


def legend() -> Marked:
    """Return the line that says what the marks mean."""
    tokens = [Token(_("Chú giải: "), (Mark.LABEL,))]
    for mark in (Mark.TASK, Mark.LEAD, Mark.SUPPORT, Mark.DUE, Mark.REF):
        tokens += [
            Token(OPEN, (), Shown.PLAIN),
            Token(_(NAMES[mark]), (mark,)),
            Token(CLOSE, (), Shown.PLAIN),
            Token("  "),
        ]
    return Marked(tuple(tokens[:-1]))
