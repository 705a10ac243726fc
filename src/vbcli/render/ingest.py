"""What `vb ingest` and `vb extract` say of a run: the estimate before it, the closing lines."""

from vbcli.model.views import IngestReport
from vbcli.render import labels
from vbcli.render.inert import inert

_MINUTE = 60


def closing_lines(report: IngestReport, *, dry_run: bool) -> list[str]:
    """Return what was attached to known documents, then the counts."""
    lines = []
    for line in report.duplicate:
        kept = "văn bản nay dùng nội dung của tệp này" if line.took_over else "đính kèm"
        lines.append(inert(f"Trùng với V{line.document_id}, {kept}: {line.path}"))
    counts = (
        (report.new, "mới"),
        (report.changed, "thay đổi"),
        (report.unchanged, "không đổi"),
        (report.duplicate, "trùng"),
        (report.skipped, "bỏ qua"),
        (report.failed, "lỗi"),
    )
    if not any(found for found, _ in counts):
        return ["Không có tệp nào để nạp."]
    tasks = sum(line.tasks for line in (*report.new, *report.changed))
    start = "Nếu nạp, văn bản: " if dry_run else "Văn bản: "
    words = ", ".join(f"{labels.count(len(found))} {name}" for found, name in counts)
    return [*lines, f"{start}{words}; nhiệm vụ đọc được: {labels.count(tasks)}"]


def estimate_line(pages: int, seconds: float) -> str:
    """Return how many pages are to be recognised and how long that may take.

    >>> estimate_line(84, 170), estimate_line(1200, 5400), estimate_line(30, 24)
    ('vb: cần nhận dạng 84 trang, khoảng 3 phút', 'vb: cần nhận dạng 1.200 trang, khoảng 1 giờ 30 phút', 'vb: cần nhận dạng 30 trang, chưa đến 1 phút')
    """
    return f"vb: cần nhận dạng {labels.count(pages)} trang, {_duration(seconds)}"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < _MINUTE:
        return "chưa đến 1 phút"
    hours, rest = divmod(minutes, _MINUTE)
    words = [f"{hours} giờ"] * bool(hours) + [f"{rest} phút"] * bool(rest)
    return f"khoảng {' '.join(words)}"
