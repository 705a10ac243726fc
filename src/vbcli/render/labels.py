"""Every Vietnamese word of tables and details, and how dates and counts are written."""

from datetime import date, time

from vbcli.model.followup import Progress, Subject, Verb
from vbcli.model.log import EventRow
from vbcli.model.task import Role
from vbcli.model.views import AssigneeRow, CitationGroup, DocumentLabel, DueKind, TaskRow, TimeState

BLANK = "—"

DOC_TYPES = {
    "bao_cao": "Báo cáo",
    "bien_ban": "Biên bản",
    "bo_luat": "Bộ luật",
    "chi_thi": "Chỉ thị",
    "chuong_trinh": "Chương trình",
    "cong_bao": "Công báo",
    "cong_dien": "Công điện",
    "cong_van": "Công văn",
    "de_an": "Đề án",
    "giay_moi": "Giấy mời",
    "hien_phap": "Hiến pháp",
    "huong_dan": "Hướng dẫn",
    "ke_hoach": "Kế hoạch",
    "ket_luan": "Kết luận",
    "lenh": "Lệnh",
    "luat": "Luật",
    "nghi_dinh": "Nghị định",
    "nghi_quyet": "Nghị quyết",
    "phap_lenh": "Pháp lệnh",
    "phuong_an": "Phương án",
    "quy_che": "Quy chế",
    "quy_dinh": "Quy định",
    "quyet_dinh": "Quyết định",
    "thong_bao": "Thông báo",
    "thong_tri": "Thông tri",
    "thong_tu": "Thông tư",
    "thong_tu_lien_tich": "Thông tư liên tịch",
    "tin_bai": "Tin bài",
    "to_trinh": "Tờ trình",
}

RELATIONS = {
    "basis": "căn cứ",
    "implements": "thực hiện",
    "answers": "phúc đáp",
    "replaces": "thay thế",
    "amends": "sửa đổi",
    "repeals": "bãi bỏ",
    "guides": "hướng dẫn",
    "attaches": "kèm theo",
    "cites": "viện dẫn",
}

ROLES = {Role.LEAD: "chủ trì", Role.SUPPORT: "phối hợp"}

PROGRESS = {
    Progress.TODO: "chưa thực hiện",
    Progress.DOING: "đang thực hiện",
    Progress.DONE: "hoàn thành",
    Progress.PAUSED: "tạm dừng",
    Progress.CANCELLED: "đã hủy",
    Progress.DISMISSED: "đã bỏ",
}

HEADER_FIELDS = {
    "doc_type": "Loại",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày",
    "place": "Nơi ban hành",
    "issuer": "Cơ quan ban hành",
    "subject": "Trích yếu",
    "signer": "Người ký",
    "signer_title": "Chức vụ",
    "signed_for": "Ký thay",
}


def day(value: date | None) -> str:
    """Return a date as offices write it, 05/01/2025."""
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}" if value else BLANK


def hour(value: time | None) -> str:
    """Return a time of day, `17 giờ 00`; "" for none."""
    return f"{value.hour} giờ {value.minute:02d}" if value else ""


def count(number: int) -> str:
    """Return a count with the thousands apart, 12.345."""
    return f"{number:,}".replace(",", ".")


def doc_type(key: str | None) -> str:
    """Return the name of a type of document; of an unknown key its words."""
    if not key:
        return "Văn bản"
    # An office's own types are told apart by a prefix that nobody needs to read.
    return DOC_TYPES.get(key, key.removeprefix("local.").replace("_", " ").capitalize())


def relation(key: str) -> str:
    """Return how one document relates to another."""
    return RELATIONS.get(key, key)


def due_state(task: TaskRow, today: date) -> str:
    """Return where a task stands in time, in few words."""
    if task.state is TimeState.CLOSED:
        return progress_of(task)
    if task.state is TimeState.OVERDUE:
        return f"quá {count(task.days_late)} ngày"
    if task.due_kind is DueKind.SOFT:
        return "kỳ kế hoạch"
    if task.due is None:
        return ""
    left = (task.due - today).days
    ahead = "hôm nay" if left == 0 else f"còn {left} ngày"
    return f"định kỳ, {ahead}" if task.due_kind is DueKind.RECURRING else ahead


def progress_of(task: TaskRow) -> str:
    """Return how far a task has come: `hoàn thành 24/04/2024, đúng hạn`."""
    late = (task.done_on - task.due_original).days if task.done_on and task.due_original else None
    return _progress(task.progress, task.done_on, task.on_time, late)


def part_of(part: AssigneeRow) -> str:
    """Return how far one lead has come with its part."""
    return _progress(part.progress or Progress.TODO, part.done_on, part.on_time, None)


def _progress(progress: Progress, done_on: date | None, on_time: bool | None, late: int | None) -> str:
    words = PROGRESS[progress]
    if progress is not Progress.DONE:
        return words
    words = f"{words} {day(done_on)}"
    if on_time is None:
        return words
    if on_time:
        return f"{words}, đúng hạn"
    return f"{words}, trễ {late} ngày" if late and late > 0 else f"{words}, trễ hạn"


def short_name(document: DocumentLabel) -> str:
    """Return a document's number, or its type and label where it has none: what fits a column."""
    return document.number or f"{doc_type(document.doc_type)} V{document.id}"


def long_name(document: DocumentLabel) -> str:
    """Return `Thông báo 733-TB/TU ngày 07/10/2024 của Thường trực Thị ủy`."""
    return _named(document.doc_type, document.number, document.issued_on, document.issuer)


def act_name(group: CitationGroup) -> str:
    """Return the name of a cited act, as far as it is known."""
    if group.key.casefold().startswith(("luật", "bộ luật")):
        return group.key
    return _named(group.doc_type, group.key, group.issued_on, group.issuer)


def _named(type_: str | None, number: str | None, issued_on: date | None, issuer: str | None) -> str:
    parts = [doc_type(type_)]
    parts += [number] if number else []
    parts += [f"ngày {day(issued_on)}"] if issued_on else []
    parts += [f"của {issuer}"] if issuer else []
    return " ".join(parts)


def position(page: int | None, line: int | None) -> str:
    """Return `trang 2, dòng 14`, what is unknown left out."""
    parts = [f"trang {page}"] if page else []
    return ", ".join([*parts, f"dòng {line}"] if line else parts)


def event(change: EventRow) -> str:
    """Return what happened: `nhiệm vụ 42 (UBND huyện): hoàn thành, ngày 24/04/2024`."""
    subject = _SUBJECTS[change.subject].format(change.subject_id, change.about)
    part = f" ({change.unit})" if change.unit else ""
    details = [words for words in (_VERBS.get(change.verb, change.verb.value), *_details(change)) if words]
    when = [f"ngày {day(change.on)}"] if change.on else []
    return f"{subject}{part}: {', '.join([*details, *when])}"


_SUBJECTS = {
    Subject.TASK: "nhiệm vụ {0}",
    Subject.DOCUMENT: "văn bản V{0}",
    Subject.UNIT: "đơn vị {1}",
    Subject.DOUBT: "mục rà soát {1}",
}
_VERBS = {
    Verb.START: "bắt đầu thực hiện",
    Verb.DONE: "hoàn thành",
    Verb.PAUSE: "tạm dừng",
    Verb.CANCEL: "hủy",
    Verb.REOPEN: "mở lại",
    Verb.EXTEND: "gia hạn",
    Verb.ASSIGN: "giao",
    Verb.EDIT: "sửa",
    Verb.NOTE: "ghi chú",
    Verb.DISMISS: "bỏ, không phải nhiệm vụ",
    Verb.ADD: "thêm bằng tay",
    Verb.REMOVE: "đưa ra khỏi kho",
    Verb.MERGE: "nhập làm một",
    Verb.SPLIT: "tách riêng",
    Verb.ROSTER: "danh sách thành viên",
    Verb.SUCCEED: "có đơn vị kế thừa",
    Verb.DECIDE: "đã xem xét",
}
_DATA = {
    "which": "hạn {}",
    "occurrence": "kỳ {}",
    "to": "đến {}",
    "due": "hạn {}",
    "issued_on": "ngày ban hành {}",
    "received_on": "ngày đến {}",
    "received_number": "số đến {}",
    "number": "số {}",
    "issuer": "cơ quan ban hành “{}”",
    "doc_type": "loại {}",
    "subject": "trích yếu “{}”",
    "text": "“{}”",
    "product": "sản phẩm “{}”",
    "result": "kết quả “{}”",
    "officer": "theo dõi: {}",
    "leader": "chỉ đạo: {}",
    "leads": "chủ trì: {}",
    "supports": "phối hợp: {}",
    "member": "{}",
    "successor": "{}",
    "into": "vào {}",
    "since": "từ {}",
    "until": "đến hết {}",
    "decision": "{}",
    "path": "tệp {}",
    "from": "khỏi V{}",
}
_OF_UNITS = {"leads", "supports", "member", "successor"}


def _details(change: EventRow) -> list[str]:
    moved = {"to", "due"} & change.data.keys()
    if "which" in change.data and moved:
        new = _datum(change, moved.pop())
        rest = [name for name in _DATA if name not in {"which", "to", "due"} and _given(change, name)]
        return [
            f"hạn {_datum(change, 'which')} thành {new}",
            *(_DATA[name].format(_datum(change, name)) for name in rest),
        ]
    return [pattern.format(_datum(change, name)) for name, pattern in _DATA.items() if _given(change, name)]


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
        return "như đã đọc"
    if name == "doc_type":
        return doc_type(value)
    text = str(value) if value is not None else "bỏ trống"
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text if len(text) <= _LONG else f"{text[:_LONG].rsplit(' ', 1)[0]} …"


_LONG = 100
