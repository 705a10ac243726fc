"""One task or one document in full, each value with its rule and its place."""

from datetime import date

from vbcli.language import _, counted, told
from vbcli.model.task import Role
from vbcli.model.views import AssigneeRow, DeadlineRow, DocumentView, DueRow, FileRow, ReadAt, TaskRow, TimeState
from vbcli.render import labels
from vbcli.render.page import Column, Page, Pairs, Part, Table, Text, Weight, cell
from vbcli.render.tables import task_list


def task_detail(task: TaskRow, today: date) -> Page:
    """Return one task with what decided each of its values."""
    state = labels.progress_of(task)
    if task.state is not TimeState.CLOSED:
        state = f"{state}, {labels.due_state(task, today) or _('không hạn')}"
    weight = Weight.LATE if task.state is TimeState.OVERDUE else Weight.TITLE
    notes = [_("không còn trong văn bản")] if task.vanished else []
    title = ", ".join([_("Nhiệm vụ {id}: {state}").format(id=task.id, state=state), *notes])
    changed = [(_("Hạn"), Text(_due(d))) for d in task.dues if d.entered or d.met_on or d.current != d.original]
    read = _("Hạn đọc được") if any(d.entered for d in task.dues) else _("Hạn")
    pairs = changed + [(read, Text(_deadline(d, today))) for d in task.deadlines]
    pairs = pairs or [(_("Hạn"), Text(labels.BLANK))]
    for role in (Role.LEAD, Role.SUPPORT):
        pairs += [(_(labels.ROLES[role]).capitalize(), Text(_assignee(a))) for a in task.assignees if a.role is role]
    if not task.units(Role.LEAD):
        pairs.append((_("Chủ trì"), Text(_("(văn bản không nêu)"), Weight.DIM)))
    pairs += _followed(task)
    pairs += [(_("Sản phẩm"), Text(task.product))] if task.product else []
    pairs += [(_("Báo cáo"), Text("; ".join(task.report_to)))] if task.report_to else []
    pairs += [(_("Viện dẫn"), Text("; ".join(task.refs)))] if task.refs else []
    pairs.append((_("Văn bản"), Text(f"V{task.document.id} {labels.long_name(task.document)}")))
    pairs += [(_("Trích yếu"), Text(task.document.subject))] if task.document.subject else []
    where = [_("mục {locator}").format(locator=task.locator)] if task.locator else []
    place = labels.position(task.read_at.page, task.read_at.line)
    pairs.append((_("Vị trí"), Text(", ".join([*where, *([place] if place else [])]) or labels.BLANK)))
    pairs += [(_("Tệp"), Text(task.document.path))] if task.document.path else []
    pairs.append((_("Quy tắc"), Text(_rule(task.read_at), Weight.DIM)))
    return Text(title, weight), Text(""), Text(task.text), Text(""), Pairs(tuple(pairs))


def _followed(task: TaskRow) -> list[tuple[str, Text]]:
    """Return what people entered: parts of the leads, occurrences, who looks after it."""
    parts = task.carriers()
    pairs: list[tuple[str, Text]] = []
    if len({(p.progress, p.done_on) for p in parts}) > 1:
        pairs += [(_("Tiến độ"), Text(f"{p.name}: {labels.part_of(p)}")) for p in parts]
    pairs += [
        (_("Kỳ đã xong"), Text(_("{due}: ngày {on}").format(due=labels.day(due), on=labels.day(on))))
        for due, on in task.occurrences
    ]
    if task.entered:
        last = _(", lần cuối {touched_on}").format(touched_on=labels.day(task.touched_on)) if task.touched_on else ""
        pairs.append(
            (
                _("Đã ghi"),
                Text(
                    counted("{times} lần{last}: vb log {id}", task.entered).format(
                        times=labels.count(task.entered), last=last, id=task.id
                    ),
                    Weight.DIM,
                ),
            )
        )
    named = ((_("Kết quả"), task.result), (_("Theo dõi"), task.officer), (_("Chỉ đạo"), task.leader))
    return [*pairs, *((name, Text(value)) for name, value in named if value)]


def _due(due: DueRow) -> str:
    """Return a deadline that people changed: its original date, extensions, the day on which it was met."""
    original = labels.day(due.original)
    parts = [_("{original} (ghi bằng tay)").format(original=original) if due.entered else original]
    parts += [_("gia hạn đến {current}").format(current=labels.day(due.current))] if due.current != due.original else []
    parts += [_("đã xong ngày {met_on}").format(met_on=labels.day(due.met_on))] if due.met_on else []
    return "; ".join(parts)


def _deadline(deadline: DeadlineRow, today: date) -> str:
    del today
    parts = [labels.day(deadline.due)]
    parts += [labels.hour(deadline.due_time)] if deadline.due_time else []
    parts += [_("định kỳ")] if deadline.rrule else []
    parts += [_("kỳ kế hoạch, không tính quá hạn")] if deadline.soft else []
    parts += [_("theo mục trên")] if deadline.inherited else []
    parts += [told(deadline.read_at.reason)] if deadline.read_at.reason else []
    parts += [_("trước ngày ban hành")] if "before_issue" in deadline.flags else []
    return f"{'; '.join(parts)} “{deadline.words}” [{_rule(deadline.read_at)}]"


def _assignee(assignee: AssigneeRow) -> str:
    notes = [_("theo mục trên")] if assignee.inherited else []
    notes += [_("địa danh suy từ cơ quan ban hành")] if assignee.place_inferred else []
    note = f" ({'; '.join(notes)})" if notes else ""
    return f"{assignee.name}{note} [{_rule(assignee.read_at)}]"


def _rule(read_at: ReadAt) -> str:
    place = labels.position(read_at.page, read_at.line)
    return ", ".join(
        [
            read_at.rule,
            _("tin cậy {confidence} %").format(confidence=round(read_at.confidence * 100)),
            *([place] if place else []),
        ]
    )


def document_detail(view: DocumentView, today: date, width: int | None) -> Page:
    """Return one document: header, files, tasks, references, trouble."""
    page: list[Part] = [
        Text(f"V{view.row.label.id} {labels.long_name(view.row.label)}", Weight.TITLE),
        Text(""),
        Pairs(_header(view)),
        Text(""),
        Text(_("Nhiệm vụ ({tasks}):").format(tasks=view.row.tasks), Weight.STRONG),
        *task_list([t for t in view.tasks if not t.vanished], today, width),
    ]
    vanished = [t for t in view.tasks if t.vanished]
    if vanished:
        page += [Text(""), Text(_("Không còn trong văn bản:"), Weight.STRONG), *task_list(vanished, today, width)]
    if view.references:
        page += [
            Text(""),
            Text(_("Viện dẫn ({references}):").format(references=len(view.references)), Weight.STRONG),
            _references(view),
        ]
    if view.mentions:
        page += [Text(""), Text(_("Nhắc đến mà không nêu số:"), Weight.STRONG)]
        page += [Text(words, indent=2) for words in view.mentions]
    if view.issues:
        page += [Text(""), Text(_("Lưu ý khi đọc:"), Weight.STRONG)]
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
        blank = f"{labels.BLANK} ({told(reasons[name] or '')})" if reasons.get(name) else labels.BLANK
        shown = Text(f"{value}{_corrected(view, name)}") if value else Text(blank, Weight.DIM)
        pairs.append((_(labels.HEADER_FIELDS[name]), shown))
    if view.issued_between:
        first, last = view.issued_between
        pairs.append((_("Ban hành khoảng"), Text(f"{labels.day(first)} – {labels.day(last)}")))
    pairs += [(_("Ngày đến"), Text(labels.day(view.received_on)))] if view.received_on else []
    pairs += [(_("Số đến"), Text(view.received_number))] if view.received_number else []
    pairs += [(_("Độ khẩn"), Text(view.urgency))] if view.urgency else []
    pairs += [(_("Kính gửi"), Text("; ".join(view.recipients)))] if view.recipients else []
    pairs += [(_("Nơi nhận"), Text("; ".join(view.copies_to)))] if view.copies_to else []
    pairs += [(_("Tệp"), Text(_file(f))) for f in view.files]
    return tuple(pairs)


def _corrected(view: DocumentView, name: str) -> str:
    """Return what a corrected value was read as; "" where nobody corrected it."""
    if name not in view.as_read:
        return ""
    read = view.as_read[name]
    if read is None:
        return _(" (ghi bằng tay, không đọc được)")
    if name == "issued_on":
        read = labels.day(date.fromisoformat(read))
    return _(" (sửa bằng tay, đọc được: {read})").format(read=labels.doc_type(read) if name == "doc_type" else read)


def _file(file: FileRow) -> str:
    notes = [file.format]
    notes += [_("phần {part}").format(part=file.part)] if file.part else []
    notes += [counted("{pages} trang", file.pages).format(pages=file.pages)] if file.pages else []
    notes += [_("nhận dạng chữ")] if file.ocr else []
    notes += [_("văn bản đang dùng")] if file.best else []
    notes += [_("bản cũ")] if file.replaced else []
    notes += [_("của V{document_id}, đã nhập vào").format(document_id=file.document_id)] if file.document_id else []
    return f"{file.path} ({', '.join(notes)})"


def _references(view: DocumentView) -> Table:
    columns = (
        Column(_("Số, ký hiệu"), fixed=True),
        Column(_("Ngày"), fixed=True),
        Column(_("Quan hệ"), fixed=True),
        Column(_("Nguyên văn")),
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
    return f"{told(message)} ({place})" if place else told(message)
