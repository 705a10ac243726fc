"""Every Vietnamese word of tables and details, and how dates and counts are written."""

from datetime import date, time

from vbcli.language import N_, _, counted
from vbcli.model.followup import Progress, Subject, Verb
from vbcli.model.log import EventRow
from vbcli.model.references import Act
from vbcli.model.task import Role
from vbcli.model.views import AssigneeRow, DocumentLabel, DueKind, TaskRow, TimeState
from vbcli.text.document_names import type_name

BLANK = "—"

RELATIONS = {
    "basis": N_("căn cứ"),
    "implements": N_("thực hiện"),
    "answers": N_("phúc đáp"),
    "replaces": N_("thay thế"),
    "amends": N_("sửa đổi"),
    "repeals": N_("bãi bỏ"),
    "guides": N_("hướng dẫn"),
    "attaches": N_("kèm theo"),
    "cites": N_("viện dẫn"),
}

ROLES = {Role.LEAD: N_("chủ trì"), Role.SUPPORT: N_("phối hợp")}

PROGRESS = {
    Progress.TODO: N_("chưa thực hiện"),
    Progress.DOING: N_("đang thực hiện"),
    Progress.DONE: N_("hoàn thành"),
    Progress.PAUSED: N_("tạm dừng"),
    Progress.CANCELLED: N_("đã hủy"),
    Progress.DISMISSED: N_("đã bỏ"),
}

HEADER_FIELDS = {
    "doc_type": N_("Loại"),
    "number": N_("Số, ký hiệu"),
    "issued_on": N_("Ngày"),
    "place": N_("Nơi ban hành"),
    "issuer": N_("Cơ quan ban hành"),
    "subject": N_("Trích yếu"),
    "signer": N_("Người ký"),
    "signer_title": N_("Chức vụ"),
    "signed_for": N_("Quyền hạn ký"),
}


def day(value: date | None) -> str:
    """Return a date as offices write it, 05/01/2025."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}" if value else BLANK


def hour(value: time | None) -> str:
    """Return a time of day, `17 giờ 00`; "" for none."""
    return _("{hour} giờ {minute:02d}").format(hour=value.hour, minute=value.minute) if value else ""


def count(number: int) -> str:
    """Return a count with the thousands apart, 12.345."""
    return f"{number:,}".replace(",", _("."))


def doc_type(key: str | None) -> str:
    """Return the name of a type of document; of an unknown key its words."""
    if not key:
        return _("Văn bản")
    return type_name(key)


def relation(key: str) -> str:
    """Return how one document relates to another."""
    return _(RELATIONS.get(key, key))


def due_state(task: TaskRow, today: date) -> str:
    """Return where a task stands in time, in few words."""
    if task.state is TimeState.CLOSED:
        return progress_of(task)
    if task.state is TimeState.OVERDUE:
        return counted("quá {days} ngày", task.days_late).format(days=count(task.days_late))
    if task.due_kind is DueKind.SOFT:
        return _("kỳ kế hoạch")
    if task.due is None:
        return ""
    left = (task.due - today).days
    ahead = _("hôm nay") if left == 0 else counted("còn {days} ngày", left).format(days=left)
    return _("định kỳ, {ahead}").format(ahead=ahead) if task.due_kind is DueKind.RECURRING else ahead


def progress_of(task: TaskRow) -> str:
    """Return how far a task has come: `hoàn thành 24/04/2024, đúng hạn`."""
    late = (task.done_on - task.due_original).days if task.done_on and task.due_original else None
    return _progress(task.progress, task.done_on, task.on_time, late)


def part_of(part: AssigneeRow) -> str:
    """Return how far one lead has come with its part."""
    return _progress(part.progress or Progress.TODO, part.done_on, part.on_time, None)


def _progress(progress: Progress, done_on: date | None, on_time: bool | None, late: int | None) -> str:
    if progress is not Progress.DONE:
        return _(PROGRESS[progress])
    on = day(done_on)
    if on_time is None:
        return _("hoàn thành {on}").format(on=on)
    if on_time:
        return _("hoàn thành {on}, đúng hạn").format(on=on)
    if late and late > 0:
        return counted("hoàn thành {on}, trễ {days} ngày", late).format(on=on, days=late)
    return _("hoàn thành {on}, trễ hạn").format(on=on)


def short_name(document: DocumentLabel) -> str:
    """Return a document's number, or its type and label where it has none: what fits a column."""
    return document.number or f"{doc_type(document.doc_type)} V{document.id}"


def long_name(document: DocumentLabel) -> str:
    """Return `Thông báo 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy`."""
    return _named(document.doc_type, document.number, document.issued_on, document.issuer)


def act_name(act: Act) -> str:
    """Return the name of a document, held or cited, as far as it is known."""
    if act.key.casefold().startswith(("luật", "bộ luật")):
        return act.key
    return _named(act.doc_type, act.key, act.issued_on, act.issuer)


def _named(type_: str | None, number: str | None, issued_on: date | None, issuer: str | None) -> str:
    parts = [doc_type(type_)]
    parts += [number] if number else []
    parts += [_("ngày {issued_on}").format(issued_on=day(issued_on))] if issued_on else []
    parts += [_("của {issuer}").format(issuer=issuer)] if issuer else []
    return " ".join(parts)


def position(page: int | None, line: int | None) -> str:
    """Return `trang 2, dòng 14`, what is unknown left out."""
    parts = [_("trang {page}").format(page=page)] if page else []
    return ", ".join([*parts, _("dòng {line}").format(line=line)] if line else parts)


def event(change: EventRow) -> str:
    """Return what happened: `nhiệm vụ 42 (UBND huyện): hoàn thành, ngày 24/04/2024`."""
    subject = _(_SUBJECTS[change.subject]).format(id=change.subject_id, about=change.about)
    part = f" ({change.unit})" if change.unit else ""
    details = [words for words in (_(_VERBS.get(change.verb, change.verb.value)), *_details(change)) if words]
    when = [_("ngày {on}").format(on=day(change.on))] if change.on else []
    return f"{subject}{part}: {', '.join([*details, *when])}"


_SUBJECTS = {
    Subject.TASK: N_("nhiệm vụ {id}"),
    Subject.DOCUMENT: N_("văn bản V{id}"),
    Subject.UNIT: N_("đơn vị {about}"),
    Subject.DOUBT: N_("mục rà soát {about}"),
}
_VERBS = {
    Verb.START: N_("bắt đầu thực hiện"),
    Verb.DONE: N_("hoàn thành"),
    Verb.PAUSE: N_("tạm dừng"),
    Verb.CANCEL: N_("hủy"),
    Verb.REOPEN: N_("mở lại"),
    Verb.EXTEND: N_("gia hạn"),
    Verb.ASSIGN: N_("giao"),
    Verb.EDIT: N_("sửa"),
    Verb.NOTE: N_("ghi chú"),
    Verb.DISMISS: N_("bỏ, không phải nhiệm vụ"),
    Verb.ADD: N_("thêm bằng tay"),
    Verb.REMOVE: N_("đưa ra khỏi kho"),
    Verb.MERGE: N_("nhập làm một"),
    Verb.SPLIT: N_("tách riêng"),
    Verb.ROSTER: N_("danh sách thành viên"),
    Verb.SUCCEED: N_("có đơn vị kế thừa"),
    Verb.DECIDE: N_("đã xem xét"),
}
_DATA = {
    "which": N_("hạn {value}"),
    "occurrence": N_("kỳ {value}"),
    "to": N_("đến {value}"),
    "due": N_("hạn {value}"),
    "issued_on": N_("ngày ban hành {value}"),
    "received_on": N_("ngày đến {value}"),
    "received_number": N_("số đến {value}"),
    "number": N_("số {value}"),
    "issuer": N_("cơ quan ban hành “{value}”"),
    "doc_type": N_("loại {value}"),
    "subject": N_("trích yếu “{value}”"),
    "text": "“{value}”",
    "product": N_("sản phẩm “{value}”"),
    "result": N_("kết quả “{value}”"),
    "officer": N_("theo dõi: {value}"),
    "leader": N_("chỉ đạo: {value}"),
    "leads": N_("chủ trì: {value}"),
    "supports": N_("phối hợp: {value}"),
    "member": "{value}",
    "successor": "{value}",
    "into": N_("vào {value}"),
    "since": N_("từ {value}"),
    "until": N_("đến hết {value}"),
    "decision": "{value}",
    "path": N_("tệp {value}"),
    "from": N_("khỏi V{value}"),
}
_OF_UNITS = {"leads", "supports", "member", "successor"}


def _details(change: EventRow) -> list[str]:
    moved = {"to", "due"} & change.data.keys()
    if "which" in change.data and moved:
        new = _datum(change, moved.pop())
        rest = [name for name in _DATA if name not in {"which", "to", "due"} and _given(change, name)]
        return [
            _("hạn {old} thành {new}").format(old=_datum(change, "which"), new=new),
            *(_(_DATA[name]).format(value=_datum(change, name)) for name in rest),
        ]
    return [_(words).format(value=_datum(change, name)) for name, words in _DATA.items() if _given(change, name)]


def _given(change: EventRow, name: str) -> bool:
    """Tell whether an event says something: what was added without a value says nothing, an edit to none does."""
    if name not in change.data:
        return False
    return change.verb is not Verb.ADD or bool(change.data[name])


def _datum(change: EventRow, name: str) -> str:
    value = change.data[name]
    if name in _OF_UNITS or (name == "into" and change.subject is Subject.UNIT):
        ids = value if isinstance(value, list) else [value]
        return "; ".join(change.units.get(id_, str(id_)) for id_ in ids) or BLANK
    if name == "into":
        return f"V{value}"
    if value is None and change.subject is Subject.DOCUMENT:
        return _("như đã đọc")
    if name == "doc_type":
        return doc_type(value)
    text = str(value) if value is not None else _("bỏ trống")
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"


_LONG = 100
