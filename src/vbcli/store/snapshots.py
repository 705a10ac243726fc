"""Reports kept as they were given, so that the same period asked again gives the same figures; and what each run did."""

import json
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, time
from functools import cache
from typing import Any

from vbcli.model.report import Earlier, Past, Period, PeriodKind, Report, Standing, Trouble
from vbcli.model.statistic import Base
from vbcli.text.fold import fold

MOST_PAST = 13
"""Points of a line over time: a quarter of weeks."""


def keep(conn: sqlite3.Connection, report: Report, *, program: str, made_at: str) -> int:
    """Keep a report; return the id of the snapshot. One that says the same as the last of its period is that one.

    Runs inside the caller's transaction.
    """
    # The line of earlier reports is drawn from their own snapshots.
    values = _converter().unstructure(replace(report, history=()))
    data, last = _text(values), _last_of(conn, report.period, report.unit)
    if last and zlib.decompress(last["data"]) == data:
        return int(last["id"])
    compared = _text({name: values[name] for name in ("standings", "trouble", "failed")})
    period, past = report.period, json.dumps(asdict(past_of(report)), default=str)
    cursor = conn.execute(
        "INSERT INTO snapshots (kind, start_on, end_on, as_of, unit, made_at, program, past, compared, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(period.kind.value, period.start.isoformat(), period.end.isoformat(), report.as_of.isoformat()),
            *(_unit(report.unit), made_at, program, past, zlib.compress(compared), zlib.compress(data)),
        ),
    )
    return int(cursor.lastrowid or 0)


def _last_of(conn: sqlite3.Connection, period: Period, unit: str | None) -> sqlite3.Row | None:
    sql = (
        "SELECT id, data FROM snapshots WHERE kind = ? AND start_on = ? AND end_on = ? AND unit = ?"
        " ORDER BY id DESC LIMIT 1"
    )
    values = (period.kind.value, period.start.isoformat(), period.end.isoformat(), _unit(unit))
    row: sqlite3.Row | None = conn.execute(sql, values).fetchone()
    return row


def kept(conn: sqlite3.Connection, period: Period, unit: str | None) -> Report | None:
    """Return the latest snapshot of exactly this period; None where there is none."""
    row = _last_of(conn, period, unit)
    if row is None:
        return None
    report: Report = _converter().structure(_data(row["data"]), Report)
    return replace(report, history=history(conn, report.period, report.as_of, unit))


def last_kept(conn: sqlite3.Connection, unit: str | None, kind: PeriodKind) -> Period | None:
    """Return the latest period of this kind of which a report is kept."""
    row = conn.execute(
        "SELECT start_on, end_on FROM snapshots WHERE kind = ? AND unit = ? ORDER BY start_on DESC LIMIT 1",
        (kind.value, _unit(unit)),
    ).fetchone()
    return Period(kind, date.fromisoformat(row[0]), date.fromisoformat(row[1])) if row else None


def earlier_than(conn: sqlite3.Connection, as_of: date, unit: str | None, *, same_day: bool = False) -> Earlier | None:
    """Return the latest snapshot of a day before `as_of`, of whatever period; `same_day`: one of that day too."""
    row = conn.execute(
        f"SELECT as_of, compared FROM snapshots WHERE as_of {'<=' if same_day else '<'} ? AND unit = ?"  # noqa: S608
        " ORDER BY as_of DESC, id DESC LIMIT 1",
        (as_of.isoformat(), _unit(unit)),
    ).fetchone()
    if row is None:
        return None
    data = _data(row[1])
    # By hand: cattrs takes longer to load than all of the rest of a summary on the screen.
    return Earlier(
        date.fromisoformat(row[0]),
        tuple(_standing(one) for one in data["standings"]),
        tuple(Trouble(**one) for one in data["trouble"]),
        tuple(Trouble(**one) for one in data["failed"]),
    )


def history(conn: sqlite3.Connection, period: Period, as_of: date, unit: str | None) -> tuple[Past, ...]:
    """Return what earlier reports of this kind said, oldest first; of one period its latest."""
    rows = conn.execute(
        "SELECT past FROM snapshots WHERE id IN (SELECT max(id) FROM snapshots WHERE kind = ? AND unit = ? AND as_of < ?"
        " AND start_on < ? GROUP BY start_on, end_on) ORDER BY start_on DESC, end_on DESC LIMIT ?",
        (period.kind.value, _unit(unit), as_of.isoformat(), period.start.isoformat(), MOST_PAST),
    ).fetchall()
    return tuple(_past(json.loads(row[0])) for row in reversed(rows))


def past_of(report: Report) -> Past:
    """Return what a line over time needs of a report."""
    rate = report.statistic.tasks.in_time(Base.FELL_DUE)
    late, done = len(report.figures["overdue"]), len(report.figures["done"])
    return Past(report.period, report.as_of, report.tasks, late, done, rate.part, rate.whole)


def is_unchanged(report: Report, earlier: Earlier | None) -> bool:
    """Tell whether nothing happened since an earlier report: no task moved, no file failed or gave trouble."""
    return earlier is not None and (
        set(report.standings) == set(earlier.standings)
        and set(report.trouble) == set(earlier.trouble)
        and set(report.failed) == set(earlier.failed)
    )


def begin_run(conn: sqlite3.Connection, command: str, started_at: str) -> int:
    """Note that a run has begun; one that is killed stays without an end."""
    cursor = conn.execute("INSERT INTO runs (command, started_at) VALUES (?, ?)", (command, started_at))
    return int(cursor.lastrowid or 0)


def end_run(  # noqa: PLR0917
    conn: sqlite3.Connection, run: int, finished_at: str, outcome: str, message: str, outputs: Sequence[str]
) -> None:
    """Note how a run ended; `outcome`: done, unchanged or failed."""
    conn.execute(
        "UPDATE runs SET finished_at = ?, outcome = ?, message = ?, outputs = ? WHERE id = ?",
        (finished_at, outcome, message, json.dumps(list(outputs), ensure_ascii=False), run),
    )


def _unit(unit: str | None) -> str:
    return fold(unit) if unit else ""


def _text(values: dict[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _data(blob: bytes) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(zlib.decompress(blob))
    return data


def _standing(one: dict[str, Any]) -> Standing:
    due, original = (date.fromisoformat(one[name]) if one[name] else None for name in ("due", "due_original"))
    return Standing(one["id"], one["progress"], one["late"], due, one["on_time"], original)


def _past(one: dict[str, Any]) -> Past:
    period = one["period"]
    start, end = date.fromisoformat(period["start"]), date.fromisoformat(period["end"])
    given = {name: value for name, value in one.items() if name not in {"period", "as_of"}}
    return Past(Period(PeriodKind(period["kind"]), start, end), date.fromisoformat(one["as_of"]), **given)


@cache
def _converter() -> Any:
    """Return what turns a report into JSON and back."""
    from cattrs.preconf.json import make_converter

    converter = make_converter()
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    return converter
