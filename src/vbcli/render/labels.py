"""Every Vietnamese word of tables and details, and how dates and counts are written."""

from datetime import date, time

from vbcli.model.task import Role
from vbcli.model.views import CitationGroup, DocumentLabel, DueKind, TaskRow, TimeState

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
    if task.state is TimeState.OVERDUE:
        return f"quá {task.days_late} ngày"
    if task.due_kind is DueKind.SOFT:
        return "kỳ kế hoạch"
    if task.due is None:
        return ""
    left = (task.due - today).days
    ahead = "hôm nay" if left == 0 else f"còn {left} ngày"
    return f"định kỳ, {ahead}" if task.due_kind is DueKind.RECURRING else ahead


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
