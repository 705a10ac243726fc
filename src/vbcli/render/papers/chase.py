"""Công văn đôn đốc: a letter to each unit with tasks that are late or soon due."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vbcli.model.report import Duty, Report
from vbcli.render.papers.duty_words import duty_cells
from vbcli.render.papers.grid import Grid, column, figure
from vbcli.render.papers.layout_docx import Paper
from vbcli.render.papers.numbers import number_of
from vbcli.render.papers.words import long_day, number, plain, two_digits
from vbcli.settings import Khoi, Office
from vbcli.text.fold import fold

SUBJECT = "đôn đốc thực hiện nhiệm vụ được giao"
_LONGEST = 600
"""Letters of a task: a row stays on one page."""
_LONGEST_NAME = 60
_FILED = {Khoi.STATE: "Lưu: VT", Khoi.PARTY: "Lưu Văn phòng"}
_CLOSED = ("done_in_time", "done_late", "no_due_done", "paused")


@dataclass(frozen=True, slots=True)
class Chased:
    """One unit and what it is asked for, the latest and the nearest first."""

    unit: str
    late: tuple[Duty, ...]
    soon: tuple[Duty, ...]


def letters(report: Report, office: Office) -> list[tuple[str, bytes]]:
    """Return (file name, Word file) for each unit that is to be chased, the worst unit first.

    Names are `don-doc-2024-06-14-ubnd-xa-khe-trung.docx`: plain letters, each once, the day in them so that letters of
    an earlier run are never taken for today's.
    """
    taken: set[str] = set()
    written = []
    for chased in chased_units(report):
        name = _file_name(chased.unit, report, taken)
        taken.add(name)
        written.append((name, _letter(chased, report, office)))
    return written


def chased_units(report: Report) -> Iterator[Chased]:
    """Yield the units with late or soon-due tasks: those with late ones in the order of the report, then the others."""
    late = {unit.unit: unit.late for unit in report.late_units}
    soon: dict[str, list[int]] = {}
    # Of a report on one unit only that unit is chased, not those who lead with it.
    asked = {unit.unit for unit in report.statistic.by_unit} or None
    for id_ in report.figures.get("soon", ()):
        for lead in report.duties[id_].leads:
            if (asked is None or lead in asked) and not _has_done(report, lead, id_):
                soon.setdefault(lead, []).append(id_)
    for unit in (*late, *sorted(soon.keys() - late.keys(), key=fold)):
        yield Chased(
            unit,
            tuple(report.duties[id_] for id_ in late.get(unit, ())),
            tuple(report.duties[id_] for id_ in soon.get(unit, ())),
        )


def _has_done(report: Report, unit: str, id_: int) -> bool:
    """Tell whether a unit has done its part of a task that other leads have not."""
    cells = report.cells.get(unit, {})
    return any(id_ in cells.get(name, ()) for name in _CLOSED)


def _letter(chased: Chased, report: Report, office: Office) -> bytes:
    if office.chase_template:
        return _filled(office.chase_template, chased, report, office)
    paper = Paper(office, f"Công văn {SUBJECT}: {plain(chased.unit)}", report.as_of)
    subject = SUBJECT if office.khoi is Khoi.STATE else SUBJECT[:1].upper() + SUBJECT[1:]
    paper.head(number_of("", office), subject)
    paper.addressee(chased.unit)
    opening, *requests, closing = letter_words(chased, report, office)
    paper.paragraph(opening, lead_in=True)
    paper.grid(duty_grid(chased))
    for words in requests:
        paper.paragraph(words)
    paper.paragraph(closing)
    filed = [line for line in office.recipients if fold(line).startswith("luu")] or [_FILED[office.khoi]]
    paper.foot(["Như trên", *filed])
    return paper.bytes()


def letter_words(chased: Chased, report: Report, office: Office) -> list[str]:
    """Return the sentences of a letter: how things stand, what is asked for, the closing."""
    unit = plain(chased.unit)
    kinds = ((chased.late, "nhiệm vụ quá hạn"), (chased.soon, "nhiệm vụ sắp đến hạn"))
    counted = ", ".join(f"{two_digits(len(duties))} {words}" for duties, words in kinds if duties)
    asks = []
    if chased.late:
        asks.append(
            "Khẩn trương hoàn thành các nhiệm vụ quá hạn; báo cáo bằng văn bản kết quả thực hiện, nguyên nhân chậm, trách "
            "nhiệm và thời gian hoàn thành từng nhiệm vụ."
        )
    if chased.soon:
        asks.append(
            "Bảo đảm tiến độ các nhiệm vụ sắp đến hạn; có khó khăn, vướng mắc thì báo cáo, đề xuất gia hạn trước khi hết hạn."
        )
    asking = f"{plain(office.name)} đề nghị {unit}" if office.name else f"Đề nghị {unit}"
    return [
        f"Qua theo dõi việc thực hiện nhiệm vụ được giao, tính đến {long_day(report.as_of)}, {unit} còn {counted}, cụ thể:",
        f"{asking}:",
        *(f"{n}. {words}" for n, words in enumerate(asks, 1)),
        f"Đề nghị {unit} quan tâm thực hiện./.",
    ]


def duty_grid(chased: Chased) -> Grid:
    """Return the table of a letter: late tasks, then those soon due."""
    rows: list[tuple[str, ...]] = []
    for title, duties in (("Nhiệm vụ quá hạn", chased.late), ("Nhiệm vụ sắp đến hạn", chased.soon)):
        if duties:
            rows.append((f"{title}: {number(len(duties))}",))
            rows += [duty_cells(str(n), duty, _LONGEST) for n, duty in enumerate(duties, 1)]
    columns = (
        figure("TT", 10),
        column("Nội dung nhiệm vụ", 54),
        column("Văn bản giao", 36),
        figure("Hạn ban đầu", 23),
        figure("Hạn hiện tại", 23),
        figure("Số ngày quá hạn", 14),
    )
    return Grid(columns, tuple(rows))


def _file_name(unit: str, report: Report, taken: set[str]) -> str:
    plain_name = re.sub(r"[^a-z0-9]+", "-", fold(unit)).strip("-")[:_LONGEST_NAME].strip("-") or "don-vi"
    stem = f"don-doc-{report.as_of.isoformat()}-{plain_name}"
    name, n = f"{stem}.docx", 2
    while name in taken:
        name, n = f"{stem}-{n}.docx", n + 1
    return name


def _filled(template: Path, chased: Chased, report: Report, office: Office) -> bytes:
    from vbcli.render.papers.own_template import fill
    from vbcli.render.papers.template_values import letter_values

    words = letter_words(chased, report, office)
    return fill(template, letter_values(chased, report, office, words))
