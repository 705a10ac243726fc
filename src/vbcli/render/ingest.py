"""The closing lines of `vb ingest`."""

from vbcli.model.views import IngestReport
from vbcli.render import labels
from vbcli.render.inert import inert


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
