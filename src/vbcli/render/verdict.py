"""Why a task counts as overdue, or does not, in one sentence that can be said to the unit concerned."""

from datetime import date
from typing import Any

from vbcli.language import _, counted
from vbcli.model.followup import Progress
from vbcli.model.verdict import Grant, Verdict
from vbcli.model.views import DueKind, TimeState
from vbcli.render import labels


def verdict_words(verdict: Verdict) -> str:
    """Return `quá hạn 12 ngày: hạn hiện tại 25/04/2024 (…), hôm nay 07/05/2024, chưa ghi hoàn thành`."""
    if verdict.state is TimeState.CLOSED:
        return _("không tính quá hạn: {why}").format(why=_closed(verdict))
    if verdict.state is TimeState.NO_DUE:
        if verdict.words:
            words = _("không tính quá hạn: không có hạn tính được ngày; văn bản chỉ ghi “{words}”; {progress}")
        else:
            words = _("không tính quá hạn: không có hạn tính được ngày; {progress}")
        return words.format(words=verdict.words, progress=_open(verdict))
    if verdict.kind is DueKind.SOFT:
        words = _("không tính quá hạn: chỉ có kỳ kế hoạch đến {due}; {progress}")
        return words.format(due=labels.day(verdict.current), progress=_open(verdict))
    if verdict.kind is DueKind.RECURRING:
        words = _("không tính quá hạn: việc định kỳ, kỳ tới {due}; kỳ đã qua mà chưa ghi thì không coi là trễ")
        return words.format(due=labels.day(verdict.current))
    why = _("{deadline}, hôm nay {today}, {progress}").format(
        deadline=_deadline(verdict), today=labels.day(verdict.today), progress=_open(verdict)
    )
    if verdict.state is TimeState.OVERDUE:
        return counted("quá hạn {days} ngày: {why}", verdict.days_late).format(days=verdict.days_late, why=why)
    left = (verdict.current - verdict.today).days if verdict.current else 0
    if left:
        words = counted("chưa quá hạn, còn {days} ngày: {why}", left).format(days=left, why=why)
    else:
        words = _("chưa quá hạn, hạn là hôm nay: {why}").format(why=why)
    return _("{words}; thống kê tính là quá hạn, theo hạn ban đầu").format(words=words) if _is_late(verdict) else words


def _deadline(verdict: Verdict) -> str:
    moved = verdict.current != verdict.original
    notes = [_("hạn sớm nhất chưa xong")] if verdict.deadlines > 1 else []
    notes += [_("hạn ban đầu {due}").format(due=labels.day(verdict.original))] if moved else []
    notes += [_("gia hạn{by}").format(by=_by(verdict.extended))] if verdict.extended else []
    notes += [_("ghi bằng tay{by}").format(by=_by(verdict.corrected))] if verdict.corrected else []
    due = (_("hạn hiện tại {due}") if moved else _("hạn {due}")).format(due=labels.day(verdict.current))
    return f"{due} ({', '.join(notes)})" if notes else due


def _by(grant: Grant) -> str:
    if grant.document:
        return _(" theo {document}").format(document=grant.document)
    if grant.note:
        return _(", lý do “{note}”").format(note=grant.note)
    return _(", {person} ghi").format(person=grant.by)


def _open(verdict: Verdict) -> str:
    if verdict.waiting and verdict.ready:
        words = _("còn chờ {waiting} (đã xong: {ready})")
        return words.format(waiting="; ".join(verdict.waiting), ready="; ".join(verdict.ready))
    if verdict.progress is Progress.DOING:
        return _("đang thực hiện, chưa ghi hoàn thành")
    return _("chưa ghi hoàn thành")


def _is_late(verdict: Verdict) -> bool:
    """Tell whether the statistic, which judges by the original date, counts what the lists do not."""
    return verdict.original is not None and verdict.original < verdict.today


def _closed(verdict: Verdict) -> str:
    if verdict.progress is not Progress.DONE:
        return _(labels.PROGRESS[verdict.progress])
    if verdict.on_time is None:
        words = _("đã ghi hoàn thành ngày {on}, việc không có hạn cố định")
    elif verdict.on_time:
        words = _("đã ghi hoàn thành ngày {on}; đúng so với hạn ban đầu {due}")
    else:
        words = _("đã ghi hoàn thành ngày {on}; trễ so với hạn ban đầu {due}")
    return words.format(on=labels.day(verdict.done_on), due=labels.day(verdict.original))


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
