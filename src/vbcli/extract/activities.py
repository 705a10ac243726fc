"""Activities of a plan, described line by line: time, place, units, money. Heading and lines are one task."""

import re
from functools import cache

from vbcli.extract.assignments import mentions_within
from vbcli.extract.deadlines import find_deadlines
from vbcli.extract.outline_marks import content_start
from vbcli.extract.reading import Handed, Reading, once, trimmed, with_refs
from vbcli.extract.sentences import sentences
from vbcli.extract.unlisted import members
from vbcli.lexicon import frames
from vbcli.lexicon.cues import activity
from vbcli.lexicon.unit_forms import UnitMention
from vbcli.lexicon.unit_names import prepare
from vbcli.model.document import Item
from vbcli.model.evidence import Evidence, Span
from vbcli.model.task import Assignee, Deadline, Role, Task


def is_activity(text: str, item: Item) -> bool:
    """Tell whether the lines below an item only describe it: time, place, units, money."""
    lines = [_content(text, c) for c in item.children]
    known = [k for words in lines for k, p in activity().items() if p.search(words)]
    return len(known) * 5 >= len(lines) * 3 and bool({"lead", "support", "time"} & set(known)) and len(set(known)) > 1


# "UBND huyện tổ chức cuộc họp như sau:" - time, place and chair are the card of a meeting, no activity that somebody has to run
@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(rf"(?i){frames.words('convenes')}(?: [^\s.;:]+){{0,12}}? {frames.words('meeting')}(?!\w)")


def is_agenda(text: str, item: Item) -> bool:
    """Tell whether a sentence announces a meeting and the lines below it say when, where and who."""
    return (
        item.style == "prose"
        and bool(_meeting().search(text[item.own.start : item.own.end]))
        and is_activity(text, item)
    )


def describes(text: str, item: Item) -> bool:
    """Tell whether a line only describes a meeting or an activity."""
    return any(p.search(_content(text, item)) for p in activity().values())


def _content(text: str, item: Item) -> str:
    return text[item.own.start + content_start(text[item.own.start : item.own.end], item) : item.own.end]


def read_activity(reading: Reading, item: Item, handed: Handed) -> Task:
    """Read an activity of a plan, described line by line, as one task."""
    text = reading.document.text
    units: list[Assignee] = []
    deadlines: list[Deadline] = []
    product = None
    for child in item.children:
        start = child.own.start + content_start(text[child.own.start : child.own.end], child)
        words = text[start : child.own.end]
        name = next((k for k, p in activity().items() if p.search(words)), None)
        if name in ("lead", "support"):
            first = next(sentences(text, Span(start, child.own.end)))
            named = start + words.find(":") + 1
            inside = _named(reading, Span(named, first.end))
            role = Role.LEAD if name == "lead" and not any(a.role is Role.LEAD for a in units) else Role.SUPPORT
            units += [
                Assignee(
                    u.unit, role, inherited=False, evidence=Evidence(f"activity.{name}", Span(u.start, u.end), 0.9)
                )
                for u in inside
            ]
        elif name == "time":
            deadlines += find_deadlines(text, Span(start, child.own.end), reading.issued, reading.masked)
        elif name == "product":
            product = " ".join(words.split(":", 1)[-1].split())
    if not any(a.role is Role.LEAD for a in units):
        units = [*handed.units, *units]
    span = trimmed(text, Span(item.own.start + content_start(text[item.own.start : item.own.end], item), item.span.end))
    task = Task(
        item.locator,
        span,
        " ".join(text[span.start : span.end].split()),
        once(units),
        tuple(deadlines or handed.deadlines),
        (),
        Evidence("task.activity", span, 0.85),
        product,
    )
    return with_refs(reading, task)


def _named(reading: Reading, span: Span) -> list[UnitMention]:
    """Return the units of a line that names nothing else."""
    known = [
        UnitMention(u.start - span.start, u.end - span.start, u.unit) for u in mentions_within(reading.mentions, span)
    ]
    found = members(prepare(reading.document.text[span.start : span.end]), known)
    return [UnitMention(u.start + span.start, u.end + span.start, u.unit) for u in found]
