"""What `vb ingest` and `vb extract` say of a run: the estimate before it, the closing lines."""

from vbcli.language import _, counted
from vbcli.model.views import IngestReport
from vbcli.render import labels
from vbcli.render.inert import inert

_MINUTE = 60


def closing_lines(report: IngestReport, *, dry_run: bool) -> list[str]:
    """Return what was attached to known documents, then the counts."""
    lines = []
    for line in report.duplicate:
        if line.took_over:
            words = _("Trùng với V{document}, văn bản nay dùng nội dung của tệp này: {path}")
        else:
            words = _("Trùng với V{document}, đính kèm: {path}")
        lines.append(inert(words.format(document=line.document_id, path=line.path)))
    counts = (
        (report.new, _("mới")),
        (report.changed, _("thay đổi")),
        (report.unchanged, _("không đổi")),
        (report.duplicate, _("trùng")),
        (report.skipped, _("bỏ qua")),
        (report.failed, _("lỗi")),
    )
    if not any(found for found, _ in counts):
        return [_("Không có tệp nào để nạp.")]
    tasks = sum(line.tasks for line in (*report.new, *report.changed))
    start = _("Nếu nạp, văn bản: ") if dry_run else _("Văn bản: ")
    words = ", ".join(f"{labels.count(len(found))} {name}" for found, name in counts)
    if not (report.new or report.changed):
        # Nothing was read: no count of what was read.
        return [*lines, f"{start}{words}"]
    return [
        *lines,
        _("{start}{words}; nhiệm vụ đọc được: {tasks}").format(start=start, words=words, tasks=labels.count(tasks)),
    ]


def estimate_line(pages: int, seconds: float) -> str:
    """Return how many pages are to be recognised and how long that may take.

    >>> estimate_line(84, 170), estimate_line(1200, 5400), estimate_line(30, 24)
    ('vb: cần nhận dạng 84 trang, khoảng 3 phút', 'vb: cần nhận dạng 1.200 trang, khoảng 1 giờ 30 phút', 'vb: cần nhận dạng 30 trang, chưa đến 1 phút')
    """
    words = counted("vb: cần nhận dạng {pages} trang, {duration}", pages)
    return words.format(pages=labels.count(pages), duration=_duration(seconds))


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < _MINUTE:
        return _("chưa đến 1 phút")
    hours, rest = divmod(minutes, _MINUTE)
    words = [counted("{hours} giờ", hours).format(hours=hours)] * bool(hours)
    words += [counted("{minutes} phút", rest).format(minutes=rest)] * bool(rest)
    return _("khoảng {duration}").format(duration=" ".join(words))
