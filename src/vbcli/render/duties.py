"""Tasks as a report keeps them: on a page, as a list for every format, as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from vbcli.language import _, counted
from vbcli.model.followup import Progress
from vbcli.model.report import Duty, Report
from vbcli.model.views import DueKind
from vbcli.render import labels
from vbcli.render.listing import Listing, Occasion
from vbcli.render.listings import task_fields, task_uid
from vbcli.render.page import Cell, Column, Page, Table, Text, Weight, cell

# From here on units and document have columns of their own.
WIDE = 100
_TITLE = 80


def duty_table(
    duties: Sequence[Duty], report: Report, width: int | None, dates: Mapping[int, date] | None = None
) -> Table:
    """Return tasks as a table; `dates`: days to show in the place of their deadlines, by id. In a pipe one line each."""
    shown = [(duty, (dates or {}).get(duty.id, duty.due)) for duty in duties]
    if width is None:
        return _plain(shown)
    return _narrow(shown, report.as_of) if width < WIDE else _wide(shown, report.as_of)


def _narrow(shown: Sequence[tuple[Duty, date | None]], today: date) -> Table:
    columns = (Column(_("Mã"), fixed=True, right=True), Column(_("Hạn"), fixed=True), Column(_("Nhiệm vụ")))
    return Table(columns, tuple((cell(str(d.id)), _due(d, day, today), _folded(d)) for d, day in shown), airy=True)


def _wide(shown: Sequence[tuple[Duty, date | None]], today: date) -> Table:
    columns = (
        Column(_("Mã"), fixed=True, right=True),
        Column(_("Hạn"), fixed=True),
        Column(_("Chủ trì / phối hợp"), share=2),
        Column(_("Nhiệm vụ"), share=5),
        Column(_("Văn bản"), fixed=True),
    )
    rows = ((cell(str(d.id)), _due(d, day, today), _units(d), cell(d.text), _source(d)) for d, day in shown)
    return Table(columns, tuple(rows), airy=True)


def duty_page(duties: Sequence[Duty], report: Report, width: int | None) -> Page:
    """Return the tasks behind a figure."""
    table = duty_table(duties, report, width)
    if width is None:
        return (table,)
    if not duties:
        return (Text(_("Không có nhiệm vụ nào."), Weight.DIM),)
    total = counted("{tasks} nhiệm vụ", len(duties)).format(tasks=labels.count(len(duties)))
    return table, Text(""), Text(total, Weight.DIM)


def duty_listing(duties: Sequence[Duty], report: Report, archive: str) -> Listing:
    """Return tasks for every format; `archive` is the id of the archive: it tells entries of a calendar apart."""
    # A report keeps less of a task than the archive has.
    left_out = {"state", "type", "page", "file"}
    fields = tuple(field for name, field in task_fields().items() if name not in left_out)
    rows = tuple(
        (
            *(d.id, d.due, labels.hour(d.due_time) or None, d.due_original, d.days_late or None),
            *(_(labels.PROGRESS[Progress(d.progress)]), d.done_on, "; ".join(d.leads), "; ".join(d.supports)),
            *(d.text, d.product, d.number, d.issued_on, d.issuer, d.locator, d.result, d.officer, d.leader),
        )
        for d in duties
    )
    occasions = tuple(_occasion(d, d.due, report.as_of, archive) for d in duties if d.due)
    return Listing(_("Nhiệm vụ của một số liệu"), fields, rows, occasions)


def duties_json(duties: Iterable[Duty]) -> list[dict[str, Any]]:
    """Return the tasks; names as those of `vb tasks`."""
    return [
        {
            "id": d.id,
            "text": d.text,
            "locator": d.locator,
            "due": _iso(d.due),
            "due_kind": d.due_kind,
            "due_time": d.due_time.isoformat("minutes") if d.due_time else None,
            "due_words": d.due_words,
            "due_original": _iso(d.due_original),
            "days_late": d.days_late,
            "progress": d.progress,
            "done_on": _iso(d.done_on),
            "on_time": d.on_time,
            "leads": list(d.leads),
            "supports": list(d.supports),
            "officer": d.officer,
            "leader": d.leader,
            "product": d.product,
            "result": d.result,
            "document": {
                "id": f"V{d.document_id}",
                "name": d.document,
                "number": d.number,
                "issued_on": _iso(d.issued_on),
                "issuer": d.issuer,
            },
        }
        for d in duties
    ]


def standing_words(duty: Duty, day: date | None, today: date) -> str:
    """Return where a task stands in time, in few words."""
    if duty.progress == Progress.DONE:
        return _done(duty)
    if duty.progress not in {Progress.TODO, Progress.DOING}:
        return _(labels.PROGRESS[Progress(duty.progress)])
    if duty.days_late:
        return counted("quá {days} ngày", duty.days_late).format(days=labels.count(duty.days_late))
    if duty.due_kind == DueKind.SOFT:
        return _("kỳ kế hoạch")
    if day is None:
        return ""
    left = (day - today).days
    ahead = _("hôm nay") if left == 0 else counted("còn {days} ngày", left).format(days=left)
    return _("định kỳ, {ahead}").format(ahead=ahead) if duty.recurring else ahead


def _done(duty: Duty) -> str:
    on = labels.day(duty.done_on)
    if duty.on_time is None:
        return _("hoàn thành {on}").format(on=on)
    if duty.on_time:
        return _("hoàn thành {on}, đúng hạn").format(on=on)
    return _("hoàn thành {on}, trễ hạn").format(on=on)


def _plain(shown: Sequence[tuple[Duty, date | None]]) -> Table:
    headings = (
        *(_("Mã"), _("Hạn"), _("Trễ (ngày)"), _("Chủ trì")),
        *(_("Phối hợp"), _("Nhiệm vụ"), _("Văn bản"), _("Mục")),
    )
    rows = tuple(
        (
            cell(str(d.id)),
            cell(labels.day(day) if day else d.due_words),
            cell(str(d.days_late) if d.days_late else ""),
            cell("; ".join(d.leads)),
            cell("; ".join(d.supports)),
            cell(d.text),
            cell(_short(d)),
            cell(d.locator),
        )
        for d, day in shown
    )
    return Table(tuple(map(Column, headings)), rows)


def _short(duty: Duty) -> str:
    return duty.number or f"V{duty.document_id}"


def _due(duty: Duty, day: date | None, today: date) -> Cell:
    words = [part for part in standing_words(duty, day, today).split(", ") if part]
    if day is None:
        return tuple(Text(part, Weight.DIM) for part in words) or cell(labels.BLANK, Weight.DIM)
    weight = Weight.LATE if duty.days_late else Weight.PLAIN
    rest = tuple(Text(part, weight if duty.days_late else Weight.DIM) for part in words)
    hour = (Text(labels.hour(duty.due_time), weight),) if duty.due_time else ()
    return (Text(labels.day(day), weight), *hour, *rest)


def _units(duty: Duty) -> Cell:
    leads = tuple(Text(name, Weight.STRONG) for name in duty.leads) or (Text(_("(chưa rõ)"), Weight.DIM),)
    return (*leads, *(Text(f"+ {name}", Weight.DIM) for name in duty.supports))


def _source(duty: Duty) -> Cell:
    lines = [Text(_short(duty))]
    lines += [Text(labels.day(duty.issued_on), Weight.DIM)] if duty.issued_on else []
    lines += [Text(_("mục {locator}").format(locator=duty.locator), Weight.DIM)] if duty.locator else []
    return tuple(lines)


def _folded(duty: Duty) -> Cell:
    lines = [Text("; ".join(duty.leads) or _("(chưa rõ)"), Weight.STRONG), Text(duty.text)]
    supports = "; ".join(duty.supports)
    lines += [Text(_("Phối hợp: {units}").format(units=supports), Weight.DIM)] if supports else []
    place = _("mục {locator}").format(locator=duty.locator) if duty.locator else ""
    return (*lines, Text(" · ".join(filter(None, (_short(duty), place))), Weight.DIM))


def _occasion(duty: Duty, due: date, today: date, archive: str) -> Occasion:
    leads = "; ".join(duty.leads) or _("chưa rõ đơn vị")
    words = duty.text if len(duty.text) <= _TITLE else f"{duty.text[:_TITLE].rsplit(' ', 1)[0]} …"
    notes = "\n".join((duty.text, duty.document, standing_words(duty, due, today)))
    # The same entry as that of `vb tasks --format ics`.
    return Occasion(
        uid=task_uid(duty.id, archive),
        on=due,
        title=f"[{leads}] {words} ({_short(duty)})",
        notes=notes,
        at=duty.due_time,
        closed=duty.progress not in {Progress.TODO, Progress.DOING},
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
