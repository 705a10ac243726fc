"""How an archive stands: what it holds, when it was last fed, whether the last report was written."""

import json
import sqlite3
from dataclasses import dataclass

from vbcli.query.fields import LIVE


@dataclass(frozen=True, slots=True)
class Run:
    """The last run that was to write reports."""

    started_at: str
    """UTC."""
    finished_at: str | None
    outcome: str | None
    """done, unchanged or failed; None: it was cut off, or is still going."""
    message: str | None
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """Figures of an archive."""

    documents: int
    tasks: int
    read_at: str | None
    """When a file was last read, UTC."""
    failed: int
    """Files that could not be read."""
    outdated: int
    """Documents that another version of the program read."""
    last_run: Run | None


def find_condition(conn: sqlite3.Connection, program: str) -> Condition:
    """Return how the archive stands; `program`: the version that asks."""
    return Condition(
        documents=_number(conn, f"SELECT count(*) FROM documents d WHERE {LIVE}"),  # noqa: S608
        tasks=_number(conn, "SELECT count(*) FROM task_state WHERE hidden = 0"),
        read_at=conn.execute("SELECT max(read_at) FROM files").fetchone()[0],
        failed=_number(conn, "SELECT count(*) FROM files WHERE state = 'failed'"),
        outdated=_number(
            conn,
            f"SELECT count(*) FROM documents d WHERE {LIVE} AND d.origin = 'read' AND d.program <> ?",  # noqa: S608
            program,
        ),
        last_run=_last_run(conn),
    )


def _last_run(conn: sqlite3.Connection) -> Run | None:
    row = conn.execute("SELECT * FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return None
    outputs = tuple(json.loads(row["outputs"] or "[]"))
    return Run(row["started_at"], row["finished_at"], row["outcome"], row["message"], outputs)


def _number(conn: sqlite3.Connection, sql: str, *values: str) -> int:
    return int(conn.execute(sql, values).fetchone()[0])
