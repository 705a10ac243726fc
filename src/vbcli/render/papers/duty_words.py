"""How tables write one task: its words, the document that gave it, its deadlines."""

import re
from datetime import date, time
from itertools import takewhile

from vbcli.model.report import Duty
from vbcli.render.papers.words import day, number, plain, shortened

NOBODY = "Chưa rõ đơn vị chủ trì"
_LONGEST = 420
"""Letters of a task in a table: rows stay on one page."""
_NUMBERED = re.compile(r"\(?[\w.]+\)?")


def duty_cells(position: str, duty: Duty, most: int = _LONGEST) -> tuple[str, ...]:
    """Return (TT, task, document, original deadline, current deadline, days late)."""
    late = number(duty.days_late) if duty.days_late else ""
    return (
        position,
        task_words(duty, most),
        source_words(duty),
        day(duty.due_original),
        due_words(duty.due_time, duty.due),
        late,
    )


def task_words(duty: Duty, most: int = _LONGEST) -> str:
    """Return the words of a task."""
    return shortened(duty.text, most)


def source_words(duty: Duty) -> str:
    """Return the document that gave a task and the item, where that has a number of its own."""
    steps = plain(duty.locator).split("/")
    # Bullets and loose paragraphs (`2/-1`, `III/#9`) are counted by the program: nobody finds them on paper by that.
    item = "/".join(takewhile(_NUMBERED.fullmatch, steps))
    return f"{plain(duty.document)}, mục {item}" if item else plain(duty.document)


def due_words(at: time | None, due: date | None) -> str:
    """Return a deadline with its time of day."""
    return f"{at:%H} giờ {at:%M}, {day(due)}" if at and due else day(due)
