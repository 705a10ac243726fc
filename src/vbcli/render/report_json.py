"""The summary of a period as JSON: what every other form of it can be compared with."""

from datetime import date
from typing import Any

from vbcli.model.report import Change, LateUnit, PeriodKind, Report
from vbcli.render.duties import duties_json
from vbcli.render.statistic import statistic_json
from vbcli.render.summary import CHANGES

Json = dict[str, Any]


def report_json(report: Report, *, kept: bool = False) -> Json:
    """Return every figure with the ids of its tasks, and the tasks that are late or due; `kept`: it is a snapshot."""
    period, figures = report.period, report.figures
    year, week, _ = period.start.isocalendar()
    return {
        "week": f"{year}-W{week:02d}" if period.kind is PeriodKind.WEEK else None,
        "kind": period.kind.value,
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "as_of": report.as_of.isoformat(),
        "kept": kept,
        "reckoned_later": report.reckoned_later,
        "unit": report.unit,
        "soon_days": report.soon_days,
        "documents": report.documents,
        "new_documents": report.new_documents,
        "tasks": report.tasks,
        **{name: len(ids) for name, ids in figures.items()},
        "assignments": report.statistic.assignments.assigned + report.statistic.assignments.paused,
        "ids": {name: list(ids) for name, ids in figures.items()},
        "overdue_by_age": [
            {"days": band.value, "overdue": len(ids), "ids": list(ids)} for band, ids in report.bands.items()
        ],
        "overdue_by_unit": [_late_unit(unit) for unit in report.late_units],
        "change": _change(report.change) if report.change else None,
        "statistic": {
            **statistic_json(report.statistic),
            "ids": {unit: {cell: list(ids) for cell, ids in cells.items()} for unit, cells in report.cells.items()},
        },
        "overdue_tasks": duties_json(report.duties[id_] for id_ in figures["overdue"]),
        "due_rest_of_week": duties_json(report.duties[id_] for id_ in report.rest_of_period),
        "due_next_week": [
            {**row, "next_due": _iso(report.next_due(row["id"]))}
            for row in duties_json(report.duties[id_] for id_ in report.next_week)
        ],
        "occurrences": [
            {"task": one.task, "due": one.due.isoformat(), "done_on": _iso(one.done_on)} for one in report.occurrences
        ],
        "trouble": [{"document": f"V{t.document_id}", "name": t.name, "message": t.words} for t in report.trouble],
        "failed": [{"path": t.name, "message": t.words} for t in report.failed],
        "missing": [{"name": m.name, "times": m.times, "documents": m.documents} for m in report.missing],
        "history": [
            {
                "from": past.period.start.isoformat(),
                "to": past.period.end.isoformat(),
                "as_of": past.as_of.isoformat(),
                "tasks": past.tasks,
                "overdue": past.overdue,
                "done": past.done,
                "in_time": {"part": past.in_time_part, "whole": past.in_time_whole},
            }
            for past in report.history
        ],
    }


def _late_unit(unit: LateUnit) -> Json:
    return {
        "unit": unit.unit,
        "overdue": len(unit.late),
        "assignments": unit.assigned,
        "longest_days_late": unit.longest,
        "by_age": {band.value: number for band, number in unit.bands.items()},
        "ids": list(unit.late),
    }


def _change(change: Change) -> Json:
    return {"since": change.since.isoformat(), **{name: list(ids(change)) for name, (_, ids) in CHANGES.items()}}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
