"""Why a task counts as overdue, or does not, in one sentence that can be said to the unit concerned."""

from datetime import date
from typing import Any

from vbcli.model.followup import Progress
from vbcli.model.verdict import Grant, Verdict
from vbcli.model.views import DueKind, TimeState
from vbcli.render import labels


def verdict_words(verdict: Verdict) -> str:
    """Return `quá hạn 12 ngày: hạn hiện tại 25/04/2024 (…), hôm nay 07/05/2024, chưa ghi hoàn thành`."""
    if verdict.state is TimeState.CLOSED:
        return f"không tính quá hạn: {_closed(verdict)}"
    if verdict.state is TimeState.NO_DUE:
        words = f"; văn bản chỉ ghi “{verdict.words}”" if verdict.words else ""
        return f"không tính quá hạn: không có hạn tính được ngày{words}; {_open(verdict)}"
    if verdict.kind is DueKind.SOFT:
        return f"không tính quá hạn: chỉ có kỳ kế hoạch đến {labels.day(verdict.current)}; {_open(verdict)}"
    if verdict.kind is DueKind.RECURRING:
        return (
            f"không tính quá hạn: việc định kỳ, kỳ tới {labels.day(verdict.current)};"
            " kỳ đã qua mà chưa ghi thì không coi là trễ"
        )
    why = f"{_deadline(verdict)}, hôm nay {labels.day(verdict.today)}, {_open(verdict)}"
    if verdict.state is TimeState.OVERDUE:
        return f"quá hạn {verdict.days_late} ngày: {why}"
    left = (verdict.current - verdict.today).days if verdict.current else 0
    return f"chưa quá hạn, {f'còn {left} ngày' if left else 'hạn là hôm nay'}: {why}{_counted_late(verdict)}"


def _deadline(verdict: Verdict) -> str:
    notes = ["hạn sớm nhất chưa xong"] if verdict.deadlines > 1 else []
    if verdict.current == verdict.original:
        name = "hạn"
    else:
        name = "hạn hiện tại"
        notes.append(f"hạn ban đầu {labels.day(verdict.original)}")
    notes += [f"gia hạn{_by(verdict.extended)}"] if verdict.extended else []
    notes += [f"ghi bằng tay{_by(verdict.corrected)}"] if verdict.corrected else []
    why = f" ({', '.join(notes)})" if notes else ""
    return f"{name} {labels.day(verdict.current)}{why}"


def _by(grant: Grant) -> str:
    if grant.document:
        return f" theo {grant.document}"
    return f", lý do “{grant.note}”" if grant.note else f", {grant.by} ghi"


def _open(verdict: Verdict) -> str:
    words = "đang thực hiện, chưa ghi hoàn thành" if verdict.progress is Progress.DOING else "chưa ghi hoàn thành"
    if not verdict.waiting or not verdict.ready:
        return words
    return f"còn chờ {'; '.join(verdict.waiting)} (đã xong: {'; '.join(verdict.ready)})"


def _counted_late(verdict: Verdict) -> str:
    """Return what the statistic says where it judges by another date."""
    if verdict.original is None or verdict.original >= verdict.today:
        return ""
    return "; thống kê tính là quá hạn, theo hạn ban đầu"


def _closed(verdict: Verdict) -> str:
    if verdict.progress is not Progress.DONE:
        return labels.PROGRESS[verdict.progress]
    done = f"đã ghi hoàn thành ngày {labels.day(verdict.done_on)}"
    if verdict.on_time is None:
        return f"{done}, việc không có hạn cố định"
    return f"{done}; {'đúng' if verdict.on_time else 'trễ'} so với hạn ban đầu {labels.day(verdict.original)}"


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """Return the verdict with its sentence."""
    return {
        "overdue": verdict.state is TimeState.OVERDUE,
        "words": verdict_words(verdict),
        "state": verdict.state.value,
        "progress": verdict.progress.value,
        "days_late": verdict.days_late,
        "due": _iso(verdict.current),
        "due_original": _iso(verdict.original),
        "extended": _grant_json(verdict.extended),
        "corrected": _grant_json(verdict.corrected),
        "waiting": list(verdict.waiting),
        "ready": list(verdict.ready),
    }


def _grant_json(grant: Grant | None) -> dict[str, Any] | None:
    if grant is None:
        return None
    return {"by": grant.by, "on": _iso(grant.on), "document": grant.document, "note": grant.note}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
