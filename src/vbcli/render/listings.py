"""The lists of the program as data, for `render.formats`. Names of fields are promises, like those of JSON."""

from collections.abc import Callable, Sequence
from datetime import date

from vbcli.language import N_, _, counted
from vbcli.model.log import LogLine
from vbcli.model.review import Doubt
from vbcli.model.rules import Survey
from vbcli.model.saved import SavedQuery
from vbcli.model.task import Role
from vbcli.model.views import DocumentRow, TaskRow, TimeState, UnitRow
from vbcli.render import labels
from vbcli.render.listing import Field, Kind, Listing, Occasion


def document_listing(documents: Sequence[DocumentRow]) -> Listing:
    """Return the documents with their counts."""
    fields = (
        Field("id", _("Mã")),
        Field("number", _("Số, ký hiệu")),
        Field("date", _("Ngày"), Kind.DATE),
        Field("type", _("Loại")),
        Field("issuer", _("Cơ quan ban hành"), share=2),
        Field("subject", _("Trích yếu"), share=4),
        Field("tasks", counted("Nhiệm vụ", 2), Kind.NUMBER),
        Field("overdue", _("Quá hạn"), Kind.NUMBER),
        Field("file", _("Tệp"), share=2),
    )
    rows = tuple(
        (
            f"V{d.label.id}",
            d.label.number,
            d.label.issued_on,
            labels.doc_type(d.label.doc_type),
            d.label.issuer,
            d.label.subject,
            d.tasks,
            d.overdue,
            d.label.path,
        )
        for d in documents
    )
    return Listing(_("Văn bản trong kho"), fields, rows)


def unit_listing(units: Sequence[UnitRow]) -> Listing:
    """Return the units with their lượt giao and what was said of them."""
    from vbcli.render.units import dated

    fields = (
        Field("unit", _("Đơn vị"), share=3),
        Field("issuer", _("Cơ quan giao"), share=2),
        Field("total", _("Được giao"), Kind.NUMBER),
        Field("open", _("Còn phải làm"), Kind.NUMBER),
        Field("overdue", _("Quá hạn"), Kind.NUMBER),
        Field("longest", _("Trễ nhất (ngày)"), Kind.NUMBER),
        Field("soon", _("Sắp đến hạn"), Kind.NUMBER),
        Field("paused", _("Tạm dừng"), Kind.NUMBER),
        Field("done", _("Hoàn thành"), Kind.NUMBER),
        Field("aliases", _("Tên khác"), share=2),
        Field("members", _("Thành viên"), share=2),
        Field("successors", _("Đơn vị kế thừa"), share=2),
    )
    rows = tuple(
        (
            *(u.name, u.issuer, u.total, u.open, u.overdue, u.longest, u.soon, u.paused, u.done),
            "; ".join(u.aliases),
            "; ".join(dated(name, since, until) for name, since, until in u.members),
            "; ".join(dated(name, since, None) for name, since in u.successors),
        )
        for u in units
    )
    return Listing(_("Đơn vị và lượt giao"), fields, rows)


def log_listing(lines: Sequence[LogLine]) -> Listing:
    """Return the entries of the log, one row each."""
    from vbcli.render.entered import what_of

    fields = (
        Field("entry", _("Thao tác"), Kind.NUMBER),
        Field("date", _("Ngày ghi"), Kind.DATE),
        Field("time", _("Giờ ghi")),
        Field("by", _("Người ghi")),
        Field("command", _("Lệnh")),
        Field("what", _("Nội dung"), share=4),
        Field("note", _("Lý do"), share=2),
        Field("document", _("Văn bản")),
        Field("undone_by", _("Đã hủy bởi thao tác"), Kind.NUMBER),
    )
    rows = []
    for line in lines:
        made = line.made_at.astimezone()
        what = "; ".join(what_of(line, most=None))
        rows.append(
            (
                *(line.entry, made.date(), f"{made:%H:%M}", line.made_by, line.command),
                *(what, line.note, line.document, line.undone_by),
            )
        )
    return Listing(_("Nhật ký"), fields, tuple(rows))


def doubt_listing(doubts: Sequence[Doubt]) -> Listing:
    """Return the review queue, each with the line that settles it."""
    from vbcli.render.review import KINDS, name_of, typed

    fields = (
        Field("kind", _("Loại")),
        Field("id", _("Mã")),
        Field("document", _("Văn bản")),
        Field("page", _("Trang"), Kind.NUMBER),
        Field("line", _("Dòng"), Kind.NUMBER),
        Field("reason", _("Vì sao"), share=3),
        Field("text", _("Nội dung"), share=4),
        Field("command", _("Lệnh để quyết"), share=2),
        Field("key", _("Khóa")),
    )
    rows = tuple(
        (_(KINDS[d.kind]), name_of(d), d.document, d.page, d.line, d.reason, d.text, typed(d), d.key) for d in doubts
    )
    return Listing(_("Chỗ cần xem lại"), fields, rows)


def survey_listing(survey: Survey) -> Listing:
    """Return what a lexicon missed: unknown words behind units, then at items, then the rules that never fired."""
    from vbcli.render.rules import KINDS

    fields = (
        Field("found", _("Phát hiện"), share=2),
        Field("words", _("Từ, quy tắc"), share=2),
        Field("times", _("Số lần"), Kind.NUMBER),
        Field("kind", _("Loại quy tắc")),
        Field("sample", _("Câu, nghĩa"), share=4),
    )
    found = ((_("từ sau đơn vị chưa biết"), survey.after_units), (_("từ đầu mục chưa biết"), survey.at_items))
    rows = [(name, w.words, w.times, None, w.sample) for name, words in found for w in words]
    silent = [(_("quy tắc chưa dùng"), r.id, 0, _(KINDS[r.kind]), r.why) for r in survey.silent]
    return Listing(_("Từ điển còn thiếu gì"), fields, (*rows, *silent))


def task_fields() -> dict[str, Field]:
    """Return the columns of a task by name: every list of tasks calls them the same."""
    fields = (
        Field("id", _("Mã"), Kind.NUMBER),
        Field("due", _("Hạn"), Kind.DATE),
        Field("due_time", _("Giờ")),
        Field("due_original", _("Hạn ban đầu"), Kind.DATE),
        Field("days_late", _("Trễ (ngày)"), Kind.NUMBER),
        Field("state", _("Xếp loại")),
        Field("progress", _("Tiến độ")),
        Field("done_on", _("Ngày hoàn thành"), Kind.DATE),
        Field("leads", _("Chủ trì"), share=2),
        Field("supports", _("Phối hợp"), share=2),
        Field("text", _("Nhiệm vụ"), share=5),
        Field("product", _("Sản phẩm"), share=2),
        Field("number", _("Số, ký hiệu")),
        Field("date", _("Ngày văn bản"), Kind.DATE),
        Field("type", _("Loại")),
        Field("issuer", _("Cơ quan ban hành"), share=2),
        Field("locator", _("Mục")),
        Field("page", _("Trang"), Kind.NUMBER),
        Field("result", _("Kết quả"), share=2),
        Field("officer", _("Chuyên viên theo dõi")),
        Field("leader", _("Lãnh đạo chỉ đạo")),
        Field("file", _("Tệp"), share=2),
    )
    return {field.name: field for field in fields}


def task_uid(task_id: int, archive: str) -> str:
    """Return what tells the entry of a task in calendars, whichever list it comes from.

    Number and date of a paper may be corrected, the id of a task never moves: the entry stays the same one.
    """
    return f"viec-{task_id}-{archive}@vb"


def task_listing(tasks: Sequence[TaskRow], today: date, archive: str) -> Listing:
    """Return the register; `archive` is the id of the archive: with it entries of a calendar are told apart for good."""
    rows = tuple(
        (
            *(t.id, t.due, labels.hour(t.due_time) or None, t.due_original, t.days_late or None),
            *(_(_TIMES[t.state]), _(labels.PROGRESS[t.progress]), t.done_on),
            *("; ".join(t.units(Role.LEAD)), "; ".join(t.units(Role.SUPPORT)), t.text, t.product),
            *(t.document.number, t.document.issued_on, labels.doc_type(t.document.doc_type), t.document.issuer),
            *(t.locator, t.read_at.page, t.result, t.officer, t.leader, t.document.path),
        )
        for t in tasks
    )
    occasions = tuple(_occasion(t, t.due, today, archive) for t in tasks if t.due)
    return Listing(_("Sổ theo dõi nhiệm vụ"), tuple(task_fields().values()), rows, occasions)


def _occasion(task: TaskRow, due: date, today: date, archive: str) -> Occasion:
    leads = "; ".join(task.units(Role.LEAD)) or _("chưa rõ đơn vị")
    words = task.text if len(task.text) <= _TITLE else f"{task.text[:_TITLE].rsplit(' ', 1)[0]} …"
    place = labels.position(task.read_at.page, task.read_at.line)
    source = ", ".join(filter(None, (task.document.path, place)))
    told = (
        ("", task.text),
        (_("Chủ trì"), leads),
        (_("Phối hợp"), "; ".join(task.units(Role.SUPPORT))),
        (_("Hạn"), ", ".join(filter(None, (labels.day(due), labels.due_state(task, today))))),
        (_("Hạn ban đầu"), labels.day(task.due_original) if task.due_original not in {None, due} else ""),
        (_("Sản phẩm"), task.product or ""),
        (_("Văn bản"), labels.long_name(task.document)),
        (_("Mục"), task.locator),
        (_("Nguồn"), source),
        (_("Mã"), str(task.id)),
    )
    notes = "\n".join(f"{name}: {value}" if name else value for name, value in told if value)
    return Occasion(
        uid=task_uid(task.id, archive),
        on=due,
        title=f"[{leads}] {words} ({labels.short_name(task.document)})",
        notes=notes,
        at=task.due_time,
        closed=task.state is TimeState.CLOSED,
    )


_TIMES = {
    TimeState.OVERDUE: N_("quá hạn"),
    TimeState.SOON: N_("sắp đến hạn"),
    TimeState.ON_TIME: N_("trong hạn"),
    TimeState.PLANNED: N_("kỳ kế hoạch"),
    TimeState.NO_DUE: N_("không hạn"),
    TimeState.CLOSED: "",
}
_TITLE = 120
"""Letters of a task in the title of a calendar's entry; the notes have all of it."""


def query_listing(queries: Sequence[tuple[SavedQuery, str]]) -> Listing:
    """Return the saved queries, each with its command line."""
    fields = (
        Field("name", _("Tên"), share=2),
        Field("command", _("Lệnh"), share=6),
        Field("made_on", _("Ngày lưu"), Kind.DATE),
        Field("made_by", _("Người lưu"), share=2),
    )
    rows = tuple((f"@{q.name}", line, q.made_at.astimezone().date(), q.made_by) for q, line in queries)
    return Listing(_("Tra cứu đã lưu"), fields, rows)


def columns_of(command: str) -> tuple[tuple[str, str], ...]:
    """Return (name, heading) of the columns of a list command; () for another."""
    empty: dict[str, Callable[[], Listing]] = {
        "docs": lambda: document_listing(()),
        "tasks": lambda: task_listing((), date.min, ""),
        "save": lambda: query_listing(()),
        "units": lambda: unit_listing(()),
        "log": lambda: log_listing(()),
        "review": lambda: doubt_listing(()),
        "report": lambda: survey_listing(Survey(0, 0, 0, (), (), ())),
    }
    return tuple((field.name, field.heading) for field in empty[command]().fields) if command in empty else ()
