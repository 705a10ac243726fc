"""The summary of a period on a page. Markdown is written from the same page."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vbcli.language import N_, _, counted, told
from vbcli.model.report import BANDS, Change, Occurrence, Period, PeriodKind, Report
from vbcli.render import labels
from vbcli.render.duties import duty_table
from vbcli.render.page import Cell, Column, Page, Pairs, Part, Table, Text, Weight, cell
from vbcli.render.statistic import share, statistic_parts

MOST = 10
"""Rows of a list on a screen; into a pipe or a file go all of them."""
FEW = 5

FIGURES = {
    "overdue": N_("Quá hạn"),
    "soon": N_("Sắp đến hạn"),
    "on_time": N_("Trong hạn"),
    "planned": N_("Theo kỳ kế hoạch"),
    "no_due": N_("Không hạn"),
    "paused": N_("Tạm dừng"),
    "done": N_("Hoàn thành"),
}
CHANGES: dict[str, tuple[str, Callable[[Change], tuple[int, ...]]]] = {
    "assigned": (N_("Giao mới"), lambda c: c.assigned),
    "done_in_time": (N_("Hoàn thành đúng hạn"), lambda c: c.done_in_time),
    "done_late": (N_("Hoàn thành trễ hạn"), lambda c: c.done_late),
    "newly_overdue": (N_("Mới quá hạn"), lambda c: c.newly_overdue),
    "extended": (N_("Được gia hạn"), lambda c: c.extended),
    "reopened": (N_("Mở lại"), lambda c: c.reopened),
    "paused": (N_("Tạm dừng"), lambda c: c.paused),
    "gone": (N_("Không còn tính"), lambda c: c.gone),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a summary is shown."""

    width: int | None = None
    """Columns of the screen; None for a pipe or a file."""
    ids: bool = False
    """With the ids of the tasks behind each figure."""
    kept: bool = False
    """It is a snapshot, not reckoned now."""

    def some(self, ids: Sequence[int]) -> Sequence[int]:
        """Return as many as there is room for."""
        return ids if self.width is None else ids[:MOST]


def summary_page(report: Report, manner: Manner) -> Page:
    """Return all sections, one below the other."""
    sections = (
        _head(report, manner),
        _change(report, manner),
        _ages(report, manner),
        _late_units(report, manner),
        _listed(report, manner, _rest_title(report), report.rest_of_period, "rest_of_period"),
        _listed(report, manner, _next_title(report), report.next_week, "next_week", _coming(report)),
        _occurrences(report, manner),
        _untouched(report, manner),
        _statistic(report, manner),
        _history(report),
        _trouble(report, manner),
        _missing(report, manner),
    )
    page: list[Part] = []
    for section in sections:
        if section:
            page += [Text(""), *section] if page else section
    return tuple(page)


def period_name(period: Period) -> str:
    """Return `Tuần 19`, `Tháng 5 năm 2024`; of any days nothing that their dates would not say."""
    year, start = period.start.year, period.start
    match period.kind:
        case PeriodKind.WEEK:
            return _("Tuần {week}").format(week=start.isocalendar().week)
        case PeriodKind.MONTH:
            return _("Tháng {month} năm {year}").format(month=start.month, year=year)
        case PeriodKind.QUARTER:
            return _("Quý {quarter} năm {year}").format(quarter=("I", "II", "III", "IV")[start.month // 3], year=year)
        case PeriodKind.HALF if start.month == 1:
            return _("6 tháng đầu năm {year}").format(year=year)
        case PeriodKind.HALF:
            return _("6 tháng cuối năm {year}").format(year=year)
        case _:
            return _("Kỳ báo cáo")


def _head(report: Report, manner: Manner) -> list[Part]:
    period = report.period
    span = f"{labels.day(period.start)} – {labels.day(period.end)}"
    title = _("{period} ({span}), tính đến ngày {today}").format(
        period=period_name(period), span=span, today=labels.day(report.as_of)
    )
    notes: list[Part] = []
    if report.unit:
        unit = _("Chỉ tính phần việc do {unit} chủ trì.").format(unit=report.unit)
        notes.append(Text(unit, Weight.STRONG))
    if manner.kept:
        words = _("Số liệu chốt ngày {day}.").format(day=labels.day(report.as_of))
        notes.append(Text(words, Weight.DIM))
    elif report.reckoned_later:
        words = _("Tính lại từ dữ liệu hiện có, theo tình trạng đến hết ngày {day}.").format(
            day=labels.day(report.as_of)
        )
        notes.append(Text(words, Weight.DIM))
    return [Text(title, Weight.TITLE), *notes, Text(""), Pairs(_totals(report, manner))]


def _totals(report: Report, manner: Manner) -> tuple[tuple[str, Text], ...]:
    weights = {"overdue": Weight.LATE, "soon": Weight.SOON}
    documents = _("{documents} (ban hành trong kỳ: {issued})").format(
        documents=labels.count(report.documents), issued=labels.count(report.new_documents)
    )
    names = {name: _(words) for name, words in FIGURES.items()}
    names["soon"] = counted("Sắp đến hạn ({days} ngày)", report.soon_days).format(days=report.soon_days)
    return (
        (counted("Văn bản", report.documents), Text(documents)),
        (counted("Nhiệm vụ", report.tasks), Text(labels.count(report.tasks), Weight.STRONG)),
        *(
            (f"  {words}", _number(report.figures[name], manner, weights.get(name, Weight.PLAIN)))
            for name, words in names.items()
        ),
        (_("Chưa rõ đơn vị chủ trì"), _number(report.figures["no_lead"], manner)),
        (_("Chưa ghi theo dõi lần nào"), _number(report.figures["untouched"], manner)),
        (_("Đã đổi hạn"), _number(report.figures["moved"], manner)),
    )


def _number(ids: Sequence[int], manner: Manner, weight: Weight = Weight.PLAIN) -> Text:
    words = labels.count(len(ids))
    listed = f" [{_ids(ids)}]" if manner.ids and ids else ""
    return Text(f"{words}{listed}", weight if ids else Weight.PLAIN)


def _ids(ids: Iterable[int]) -> str:
    return ", ".join(map(str, ids))


def _with_ids(columns: Sequence[Column], manner: Manner) -> tuple[Column, ...]:
    return (*columns, Column(_("Mã nhiệm vụ"), share=2)) if manner.ids else tuple(columns)


def _row(cells: Sequence[Cell], ids: Iterable[int], manner: Manner) -> tuple[Cell, ...]:
    return (*cells, cell(_ids(ids))) if manner.ids else tuple(cells)


def _change(report: Report, manner: Manner) -> list[Part]:
    title = _("Thay đổi từ kỳ báo cáo trước")
    if report.change is None:
        return [Text(f"{title}:", Weight.STRONG), Text(_("Chưa có báo cáo trước để so sánh."))]
    since = _("{title} (số liệu ngày {day}):").format(title=title, day=labels.day(report.change.since))
    rows = tuple((f"  {_(words)}", _number(ids(report.change), manner)) for words, ids in CHANGES.values())
    return [Text(since, Weight.STRONG), Pairs(rows)]


def _ages(report: Report, manner: Manner) -> list[Part]:
    title = Text(_("Quá hạn theo số ngày (nhiệm vụ):"), Weight.STRONG)
    if not report.figures["overdue"]:
        return [title, Text(_("Không có nhiệm vụ quá hạn."))]
    columns = _with_ids((Column(_("Số ngày quá hạn")), Column(counted("Nhiệm vụ", 2), fixed=True, right=True)), manner)
    rows = [
        _row((cell(_days(first, last)), cell(labels.count(len(report.bands[band])))), report.bands[band], manner)
        for band, (first, last) in BANDS.items()
    ]
    late = report.figures["overdue"]
    rows.append(_row((cell(_("Cộng"), Weight.STRONG), cell(labels.count(len(late)), Weight.STRONG)), (), manner))
    worst = sorted(late, key=lambda id_: (-report.duties[id_].days_late, id_))
    return [
        title,
        Table(columns, tuple(rows)),
        *([Text("")] if worst else []),
        *_listed(report, manner, _("Quá hạn, trễ nhất đứng trước"), worst, "overdue"),
    ]


def _days(first: int, last: int | None) -> str:
    if last is None:
        return _("trên {days} ngày").format(days=first - 1)
    return _("{first}–{last} ngày").format(first=first, last=last)


def _late_units(report: Report, manner: Manner) -> list[Part]:
    title = Text(_("Quá hạn theo đơn vị chủ trì (lượt giao):"), Weight.STRONG)
    if not report.late_units:
        return [title, Text(_("Không đơn vị nào có việc quá hạn."))]
    numbers = (_("Quá hạn"), _("Được giao"), _("Trễ nhất"))
    shares = ("1–7", "8–30", "31–120", ">120") if manner.width is None or manner.width >= _ROOM else ()
    columns = _with_ids(
        (Column(_("Đơn vị")), *(Column(n, fixed=True, right=True) for n in (*numbers, *shares))), manner
    )
    rows = []
    for unit in report.late_units:
        longest = counted("{days} ngày", unit.longest).format(days=labels.count(unit.longest))
        cells = [
            cell(unit.unit),
            cell(labels.count(len(unit.late)), Weight.LATE),
            cell(labels.count(unit.assigned)),
            cell(longest),
            *(cell(labels.count(unit.bands[band]) if unit.bands[band] else "") for band in BANDS if shares),
        ]
        rows.append(_row(cells, unit.late, manner))
    return [title, Table(columns, tuple(rows))]


_ROOM = 90
"""Width from which the ages have columns of their own."""


def _rest_title(report: Report) -> str:
    if report.period.kind is PeriodKind.WEEK:
        return _("Đến hạn từ hôm nay đến hết tuần")
    return _("Đến hạn từ hôm nay đến hết kỳ")


def _next_title(report: Report) -> str:
    if report.period.kind is PeriodKind.WEEK:
        return _("Đến hạn tuần sau")
    return _("Đến hạn trong bảy ngày sau kỳ")


def _coming(report: Report) -> dict[int, date]:
    dates: dict[int, date] = {}
    for one in report.coming:
        if one.done_on is None:
            dates.setdefault(one.task, one.due)
    return dates


def _listed(  # noqa: PLR0917
    report: Report,
    manner: Manner,
    title: str,
    ids: Sequence[int],
    figure: str,
    dates: Mapping[int, date] | None = None,
) -> list[Part]:
    heading = Text(f"{title} ({labels.count(len(ids))}):", Weight.STRONG)
    if not ids:
        return [heading, Text(_("Không có."))]
    # Of what nobody has touched, perhaps most of the register, the first lines will do in any form.
    shown = ids[:FEW] if figure == "untouched" else manner.some(ids)
    table = duty_table([report.duties[id_] for id_ in shown], report, manner.width, dates)
    return [heading, table, *_rest(len(ids) - len(shown), figure)]


def _rest(left: int, figure: str) -> list[Part]:
    if not left:
        return []
    words = counted("… và {rest} việc nữa: {command}", left)
    return [Text(words.format(rest=labels.count(left), command=f"vb summary --drill {figure}"), Weight.DIM)]


def _occurrences(report: Report, manner: Manner) -> list[Part]:
    if not report.occurrences:
        return []
    done = sum(one.done_on is not None for one in report.occurrences)
    title = _("Việc định kỳ trong kỳ: {total} lượt, đã ghi xong {done}").format(
        total=labels.count(len(report.occurrences)), done=labels.count(done)
    )
    columns = (
        Column(_("Mã"), fixed=True, right=True),
        Column(_("Kỳ"), fixed=True),
        Column(_("Ghi xong"), fixed=True),
        Column(_("Chủ trì"), share=1),
        Column(_("Nhiệm vụ"), share=2),
    )
    shown = report.occurrences if manner.width is None else report.occurrences[:MOST]
    rows = tuple(_occurrence(report, one) for one in shown)
    left = len(report.occurrences) - len(shown)
    return [Text(f"{title}:", Weight.STRONG), Table(columns, rows), *_rest(left, "occurrences")]


def _occurrence(report: Report, one: Occurrence) -> tuple[Cell, ...]:
    duty = report.duties[one.task]
    done = cell(labels.day(one.done_on)) if one.done_on else cell(labels.BLANK, Weight.DIM)
    leads = cell("; ".join(duty.leads) or _("(chưa rõ)"))
    return cell(str(duty.id)), cell(labels.day(one.due)), done, leads, cell(duty.text)


def _untouched(report: Report, manner: Manner) -> list[Part]:
    ids = report.figures["untouched"]
    if not ids:
        return []
    # Those whose day comes first are asked after first.
    by_date = sorted(ids, key=lambda id_: (report.duties[id_].due or date.max, id_))
    return _listed(report, manner, _("Chưa ghi theo dõi lần nào"), by_date, "untouched")


def _statistic(report: Report, manner: Manner) -> list[Part]:
    return statistic_parts(report.statistic, manner.width, report.cells if manner.ids else None)


def _history(report: Report) -> list[Part]:
    if not report.history:
        return []
    headings = (counted("Nhiệm vụ", 2), _("Quá hạn"), _("Hoàn thành"), _("Đúng hạn trên số đã đến hạn"))
    columns = (Column(_("Kỳ")), *(Column(words, fixed=True, right=True) for words in headings))
    rows = tuple(
        (
            cell(f"{period_name(one.period)} ({labels.day(one.as_of)})"),
            cell(labels.count(one.tasks)),
            cell(labels.count(one.overdue)),
            cell(labels.count(one.done)),
            cell(share_of(one.in_time_part, one.in_time_whole)),
        )
        for one in report.history
    )
    return [Text(_("Các kỳ trước:"), Weight.STRONG), Table(columns, rows)]


def share_of(part: int, whole: int) -> str:
    """Return `3/7 = 42,9 %`."""
    from vbcli.model.statistic import Share

    return share(Share(part, whole))


def _trouble(report: Report, manner: Manner) -> list[Part]:
    parts: list[Part] = []
    for title, found in (
        (_("Văn bản đọc có chỗ chưa chắc"), report.trouble),
        (_("Tệp không đọc được"), report.failed),
    ):
        if not found:
            continue
        shown = found if manner.width is None else found[:MOST]
        parts += [Text("")] if parts else []
        parts.append(Text(f"{title} ({labels.count(len(found))}):", Weight.STRONG))
        for one in shown:
            name = f"V{one.document_id} {one.name}" if one.document_id else one.name
            parts.append(Text(f"{name}: {told(one.words)}", indent=2))
        parts += _more(len(found) - len(shown), "vb summary --json")
    return parts


def _missing(report: Report, manner: Manner) -> list[Part]:
    if not report.missing:
        return []
    title = _("Văn bản được viện dẫn mà kho chưa có ({count}):").format(count=labels.count(len(report.missing)))
    columns = (
        Column(_("Văn bản")),
        Column(_("Số lần"), fixed=True, right=True),
        Column(_("Số văn bản viện dẫn"), fixed=True, right=True),
    )
    shown = report.missing if manner.width is None else report.missing[:MOST]
    rows = tuple((cell(one.name), cell(labels.count(one.times)), cell(labels.count(one.documents))) for one in shown)
    left = len(report.missing) - len(shown)
    return [Text(title, Weight.STRONG), Table(columns, rows), *_more(left, "vb refs --missing")]


def _more(left: int, command: str) -> list[Part]:
    if not left:
        return []
    words = counted("… và {rest} mục nữa: {command}", left).format(rest=labels.count(left), command=command)
    return [Text(words, Weight.DIM)]
