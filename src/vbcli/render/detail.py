"""One task or one document in full, each value with its rule and its place."""

from datetime import date

from vbcli.model.task import Role
from vbcli.model.views import AssigneeRow, DeadlineRow, DocumentView, DueRow, FileRow, ReadAt, TaskRow, TimeState
from vbcli.render import labels
from vbcli.render.page import Column, Page, Pairs, Part, Table, Text, Weight, cell
from vbcli.render.tables import task_list


def task_detail(task: TaskRow, today: date) -> Page:
    """Return one task with what decided each of its values."""
    state = labels.progress_of(task)
    if task.state is not TimeState.CLOSED:
        state = f"{state}, {labels.due_state(task, today) or 'không hạn'}"
    weight = Weight.LATE if task.state is TimeState.OVERDUE else Weight.TITLE
    notes = ["không còn trong văn bản"] if task.vanished else []
    title = ", ".join([f"Nhiệm vụ {task.id}: {state}", *notes])
    changed = [("Hạn", Text(_due(d))) for d in task.dues if d.entered or d.met_on or d.current != d.original]
    read = "Hạn đọc được" if any(d.entered for d in task.dues) else "Hạn"
    pairs = changed + [(read, Text(_deadline(d, today))) for d in task.deadlines]
    pairs = pairs or [("Hạn", Text(labels.BLANK))]
    for role in (Role.LEAD, Role.SUPPORT):
        pairs += [(labels.ROLES[role].capitalize(), Text(_assignee(a))) for a in task.assignees if a.role is role]
    if not task.units(Role.LEAD):
        pairs.append(("Chủ trì", Text("(văn bản không nêu)", Weight.DIM)))
    pairs += _followed(task)
    pairs += [("Sản phẩm", Text(task.product))] if task.product else []
    pairs += [("Báo cáo", Text("; ".join(task.report_to)))] if task.report_to else []
    pairs += [("Viện dẫn", Text("; ".join(task.refs)))] if task.refs else []
    pairs.append(("Văn bản", Text(f"V{task.document.id} {labels.long_name(task.document)}")))
    pairs += [("Trích yếu", Text(task.document.subject))] if task.document.subject else []
    where = [f"mục {task.locator}"] if task.locator else []
    place = labels.position(task.read_at.page, task.read_at.line)
    pairs.append(("Vị trí", Text(", ".join([*where, *([place] if place else [])]) or labels.BLANK)))
    pairs += [("Tệp", Text(task.document.path))] if task.document.path else []
    pairs.append(("Quy tắc", Text(_rule(task.read_at), Weight.DIM)))
    return Text(title, weight), Text(""), Text(task.text), Text(""), Pairs(tuple(pairs))


def _followed(task: TaskRow) -> list[tuple[str, Text]]:
    """Return what people entered: parts of the leads, occurrences, who looks after it."""
    parts = task.carriers()
    pairs: list[tuple[str, Text]] = []
    if len({(p.progress, p.done_on) for p in parts}) > 1:
        pairs += [("Tiến độ", Text(f"{p.name}: {labels.part_of(p)}")) for p in parts]
    pairs += [("Kỳ đã xong", Text(f"{labels.day(due)}: ngày {labels.day(on)}")) for due, on in task.occurrences]
    if task.entered:
        last = f", lần cuối {labels.day(task.touched_on)}" if task.touched_on else ""
        pairs.append(("Đã ghi", Text(f"{labels.count(task.entered)} lần{last}: vb log {task.id}", Weight.DIM)))
    named = (("Kết quả", task.result), ("Theo dõi", task.officer), ("Chỉ đạo", task.leader))
    return [*pairs, *((name, Text(value)) for name, value in named if value)]


def _due(due: DueRow) -> str:
    """Return a deadline that people changed: its original date, extensions, the day on which it was met."""
    parts = [f"{labels.day(due.original)}{' (ghi bằng tay)' if due.entered else ''}"]
    parts += [f"gia hạn đến {labels.day(due.current)}"] if due.current != due.original else []
    parts += [f"đã xong ngày {labels.day(due.met_on)}"] if due.met_on else []
    return "; ".join(parts)


def _deadline(deadline: DeadlineRow, today: date) -> str:
    del today
    parts = [labels.day(deadline.due)]
    parts += [labels.hour(deadline.due_time)] if deadline.due_time else []
    parts += ["định kỳ"] if deadline.rrule else []
    parts += ["kỳ kế hoạch, không tính quá hạn"] if deadline.soft else []
    parts += ["theo mục trên"] if deadline.inherited else []
    parts += [deadline.read_at.reason] if deadline.read_at.reason else []
    parts += ["trước ngày ban hành"] if "before_issue" in deadline.flags else []
    return f"{'; '.join(parts)} “{deadline.words}” [{_rule(deadline.read_at)}]"


def _assignee(assignee: AssigneeRow) -> str:
    notes = ["theo mục trên"] if assignee.inherited else []
    notes += ["địa danh suy từ cơ quan ban hành"] if assignee.place_inferred else []
    note = f" ({'; '.join(notes)})" if notes else ""
    return f"{assignee.name}{note} [{_rule(assignee.read_at)}]"


def _rule(read_at: ReadAt) -> str:
    place = labels.position(read_at.page, read_at.line)
    return ", ".join([read_at.rule, f"tin cậy {round(read_at.confidence * 100)} %", *([place] if place else [])])


def document_detail(view: DocumentView, today: date, width: int | None) -> Page:
    """Return one document: header, files, tasks, references, trouble."""
    page: list[Part] = [
        Text(f"V{view.row.label.id} {labels.long_name(view.row.label)}", Weight.TITLE),
        Text(""),
        Pairs(_header(view)),
        Text(""),
        Text(f"Nhiệm vụ ({view.row.tasks}):", Weight.STRONG),
        *task_list([t for t in view.tasks if not t.vanished], today, width),
    ]
    vanished = [t for t in view.tasks if t.vanished]
    if vanished:
        page += [Text(""), Text("Không còn trong văn bản:", Weight.STRONG), *task_list(vanished, today, width)]
    if view.references:
        page += [Text(""), Text(f"Viện dẫn ({len(view.references)}):", Weight.STRONG), _references(view)]
    if view.mentions:
        page += [Text(""), Text("Nhắc đến mà không nêu số:", Weight.STRONG)]
        page += [Text(words, indent=2) for words in view.mentions]
    if view.issues:
        page += [Text(""), Text("Lưu ý khi đọc:", Weight.STRONG)]
        page += [Text(_issue(i.message, i.page, i.line), indent=2) for i in view.issues]
    return tuple(page)


def _header(view: DocumentView) -> tuple[tuple[str, Text], ...]:
    label = view.row.label
    reasons = {h.field: h.read_at.reason for h in view.header}
    values = {
        "doc_type": labels.doc_type(label.doc_type) if label.doc_type else None,
        "number": label.number,
        "issued_on": labels.day(label.issued_on) if label.issued_on else None,
        "place": view.place,
        "issuer": label.issuer,
        "subject": label.subject,
        "signer": view.signer,
        "signer_title": view.signer_title,
        "signed_for": view.signed_for,
    }
    pairs = []
    for name, value in values.items():
        blank = f"{labels.BLANK} ({reasons[name]})" if reasons.get(name) else labels.BLANK
        shown = Text(f"{value}{_corrected(view, name)}") if value else Text(blank, Weight.DIM)
        pairs.append((labels.HEADER_FIELDS[name], shown))
    if view.issued_between:
        first, last = view.issued_between
        pairs.append(("Ban hành khoảng", Text(f"{labels.day(first)} – {labels.day(last)}")))
    pairs += [("Ngày đến", Text(labels.day(view.received_on)))] if view.received_on else []
    pairs += [("Số đến", Text(view.received_number))] if view.received_number else []
    pairs += [("Độ khẩn", Text(view.urgency))] if view.urgency else []
    pairs += [("Kính gửi", Text("; ".join(view.recipients)))] if view.recipients else []
    pairs += [("Nơi nhận", Text("; ".join(view.copies_to)))] if view.copies_to else []
    pairs += [("Tệp", Text(_file(f))) for f in view.files]
    return tuple(pairs)


def _corrected(view: DocumentView, name: str) -> str:
    """Return what a corrected value was read as; "" where nobody corrected it."""
    if name not in view.as_read:
        return ""
    read = view.as_read[name]
    if read is None:
        return " (ghi bằng tay, không đọc được)"
    if name == "issued_on":
        read = labels.day(date.fromisoformat(read))
    return f" (sửa bằng tay, đọc được: {labels.doc_type(read) if name == 'doc_type' else read})"


def _file(file: FileRow) -> str:
    notes = [file.format]
    notes += [f"phần {file.part}"] if file.part else []
    notes += [f"{file.pages} trang"] if file.pages else []
    notes += ["nhận dạng chữ"] if file.ocr else []
    notes += ["văn bản đang dùng"] if file.best else []
    notes += ["bản cũ"] if file.replaced else []
    notes += [f"của V{file.document_id}, đã nhập vào"] if file.document_id else []
    return f"{file.path} ({', '.join(notes)})"


def _references(view: DocumentView) -> Table:
    columns = (
        Column("Số, ký hiệu", fixed=True),
        Column("Ngày", fixed=True),
        Column("Quan hệ", fixed=True),
        Column("Nguyên văn"),
    )
    return Table(
        columns,
        tuple(
            (cell(r.key), cell(labels.day(r.issued_on)), cell(labels.relation(r.relation)), cell(r.words))
            for r in view.references
        ),
    )


def _issue(message: str, page: int | None, line: int | None) -> str:
    place = labels.position(page, line)
    return f"{message} ({place})" if place else message
