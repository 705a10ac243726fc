"""Every task as it stands: what was read, with the events that count applied on top.

Made anew from both whenever either changes, in the same transaction; `vb check` makes it anew and compares.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from vbcli.followup.fold import Due, Reading, Standing, State, due_kind, fold
from vbcli.model.followup import Event, Subject, Verb

_EVIDENCE = "rule, span_start, span_end, page, line, confidence, reason"
_ENTERED = ("entered", None, None, None, None, 1.0, None)

# Events that count: of entries that nobody took back. Tasks of merged documents hand theirs to their twins.
_EVENTS = (
    "SELECT coalesce(t.same_as, t.id) AS task_id, v.verb, v.unit_id, v.happened_on, v.data, e.made_at"
    " FROM events v JOIN entries e ON e.id = v.entry_id JOIN tasks t ON t.id = v.subject_id"
    " WHERE v.subject = 'task' AND v.entry_id NOT IN (SELECT entry_id FROM undone)"
    " AND coalesce(t.same_as, t.id) IN (SELECT value FROM json_each(:ids)) ORDER BY v.id"
)


def project(conn: sqlite3.Connection, tasks: Iterable[int] | None = None) -> None:
    """Write anew how tasks stand; None: all of them. Runs inside the caller's transaction."""
    everything = (
        [row[0] for row in conn.execute("SELECT id FROM tasks ORDER BY id")] if tasks is None else sorted(set(tasks))
    )
    offices = _Offices.of(conn)
    # In portions: the readings of ten thousand tasks need not lie in memory at once.
    for start in range(0, len(everything), _PORTION):
        _project(conn, everything[start : start + _PORTION], offices)


_PORTION = 2000


@dataclass(frozen=True, slots=True)
class _Offices:
    """What is known of units beyond any one text."""

    same_as: dict[int, int]
    """Spelling → unit."""
    members: dict[int, tuple[tuple[int, str | None, str | None], ...]]
    """Collective → (member, since, until)."""
    names: dict[int, tuple[str, bool, str]]
    """Unit → name, collective, folded place."""
    renamed: frozenset[int]
    """Units with other spellings: they go by the name that a person chose to keep, whatever a text has."""

    @classmethod
    def of(cls, conn: sqlite3.Connection) -> "_Offices":
        members: dict[int, list[tuple[int, str | None, str | None]]] = defaultdict(list)
        rows = list(conn.execute("SELECT id, name, collective, place, same_as FROM units"))
        same_as = {row[0]: row[4] for row in rows if row[4]}
        sql = "SELECT unit_id, member_id, since, until FROM rosters ORDER BY unit_id, member_id"
        for unit, member, since, until in conn.execute(sql):
            members[same_as.get(unit, unit)].append((member, since, until))
        return cls(
            same_as,
            {unit: tuple(found) for unit, found in members.items()},
            {row[0]: (row[1], bool(row[2]), row[3]) for row in rows},
            frozenset(same_as.values()),
        )

    def one(self, unit: int) -> int:
        """Return the unit of which this one is a spelling, else itself."""
        return self.same_as.get(unit, unit)

    def members_of(self, unit: int, issued_on: str | None) -> tuple[int, ...]:
        """Return the units that stand for a collective in a document of that day; () where there is no roster."""
        return tuple(
            self.one(member)
            for member, since, until in self.members.get(unit, ())
            if not issued_on or ((not since or since <= issued_on) and (not until or issued_on <= until))
        )


def _project(conn: sqlite3.Connection, ids: list[int], offices: _Offices) -> None:
    values = {"ids": json.dumps(ids)}
    events = _grouped(conn.execute(_EVENTS, values))
    among = "IN (SELECT value FROM json_each(:ids))"
    dues = _grouped(
        conn.execute(
            "SELECT task_id, due, kind, soft, words, rrule, due_time FROM deadlines"  # noqa: S608
            f" WHERE task_id {among} ORDER BY task_id, position",
            values,
        )
    )
    read = _grouped(
        conn.execute(
            "SELECT task_id, unit_id, role, name, collective, inherited, place, place_inferred,"  # noqa: S608
            f" {_EVIDENCE} FROM assignees WHERE task_id {among} ORDER BY task_id, position",
            values,
        )
    )
    tasks = conn.execute(
        "SELECT t.id, t.text, t.product, t.vanished, t.same_as, t.origin, d.removed, d.merged_into, d.issued_on, u.place"  # noqa: S608
        f" FROM tasks t JOIN documents d ON d.id = t.document_id LEFT JOIN units u ON u.id = d.issuer_id WHERE t.id {among}",
        values,
    ).fetchall()
    states, assignments = [], []
    for id_, text, product, vanished, same_as, origin, removed, merged, issued_on, place in tasks:
        own, rows = events[id_], read[id_]
        leads, supports = (_units(rows, role, offices) for role in ("lead", "support"))
        reading = Reading(text, product, tuple(map(_due, dues[id_])), leads, supports)

        def carriers(units: tuple[int, ...], day: str | None = issued_on) -> list[int]:
            return [m for unit in units for m in (offices.members_of(unit, day) or (unit,))]

        events_ = [event for row in own for event in _as_events(id_, row, offices, issued_on)]
        state = fold(reading, events_, carriers)
        shown = not removed and not same_as and (not vanished or own) and (not merged or own)
        added = origin == "entered" and not any(row[1] == Verb.ADD for row in own)
        states.append(_state_row(id_, state, own, hidden=not shown or added))
        assignments += _assignment_rows(id_, state, rows, offices, (issued_on, place or ""))
    conn.execute(f"DELETE FROM task_state WHERE task_id {among}", values)  # noqa: S608
    conn.execute(f"DELETE FROM assignments WHERE task_id {among}", values)  # noqa: S608
    _insert(conn, "task_state", states)
    _insert(conn, "assignments", assignments)


def _grouped(rows: Iterable[Sequence[Any]]) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _due(row: Sequence[Any]) -> Due:
    _, due, kind, soft, words, rrule, time = row
    return Due(
        date.fromisoformat(due) if due else None, due_kind(due, kind, rrule, soft=bool(soft)), words, rrule, time
    )


def _units(rows: Iterable[Sequence[Any]], role: str, offices: _Offices) -> tuple[int, ...]:
    """Return the units of a role, each once: two spellings of one unit are one."""
    return tuple(dict.fromkeys(offices.one(row[1]) for row in rows if row[2] == role))


def _as_events(task_id: int, row: Sequence[Any], offices: _Offices, issued_on: str | None) -> list[Event]:
    """Return a stored event; one about a collective with a roster as one for each of its members."""
    event = _event(task_id, row, offices)
    members = offices.members_of(event.unit_id, issued_on) if event.unit_id else ()
    return [replace(event, unit_id=member) for member in members] or [event]


def _event(task_id: int, row: Sequence[Any], offices: _Offices) -> Event:
    _, verb, unit, happened_on, text, _made_at = row
    day = date.fromisoformat(happened_on) if happened_on else None
    data = json.loads(text)
    for role in ("leads", "supports"):
        if role in data:
            data[role] = tuple(dict.fromkeys(map(offices.one, data[role])))
    return Event(Verb(verb), Subject.TASK, task_id, offices.one(unit) if unit else None, day, data)


def _state_row(id_: int, state: State, events: list[Sequence[Any]], *, hidden: bool) -> dict[str, object]:
    whole = state.whole
    return {
        "task_id": id_,
        "hidden": hidden,
        "text": state.text,
        "product": state.product,
        "progress": whole.progress.value,
        "done_on": _iso(whole.done_on),
        **_due_columns(whole),
        "due_time": whole.due.time if whole.due else None,
        "due_words": whole.due.words if whole.due else None,
        "occurrences": json.dumps([[due.isoformat(), on.isoformat()] for due, on in whole.occurrences]),
        "done_dues": json.dumps([due.isoformat() for due, _ in whole.occurrences]),
        "dues": json.dumps([_due_json(d, state) for d in state.dues], ensure_ascii=False),
        "officer": state.officer,
        "leader": state.leader,
        "result": state.result,
        "astray": state.astray,
        "entered": len(events),
        "touched_on": max((str(row[3] or row[5])[:10] for row in events), default=None),
    }


def _due_columns(standing: Standing) -> dict[str, object]:
    return {
        "due": _iso(standing.current),
        "due_original": _iso(standing.original),
        "due_kind": standing.due.kind if standing.due else None,
        "rrule": standing.due.rrule if standing.due else None,
        "on_time": standing.on_time,
    }


def _assignment_rows(
    id_: int, state: State, read: list[Sequence[Any]], offices: _Offices, document: tuple[str | None, str]
) -> list[dict[str, object]]:
    """Return a row for each unit and role; members of a roster follow their collective."""
    issued_on, issuer_place = document
    known = {(offices.one(row[1]), row[2]): row for row in reversed(read)}
    rows: list[dict[str, object]] = []
    for role, units in (("lead", state.leads), ("support", state.supports)):
        for unit in units:
            members = offices.members_of(unit, issued_on) if role == "lead" else ()
            counted = role == "lead" and not members
            row = known.get((unit, role))
            base = _read_columns(row) if row else _entered_columns(unit, offices, issuer_place)
            if unit in offices.renamed:
                base["name"] = offices.names[unit][0]
            rows.append(base | {"task_id": id_, "unit_id": unit, "role": role, "via": None, "counted": counted})
            if counted:
                rows[-1] |= _progress_columns(state.parts[unit])
            rows += [
                _entered_columns(member, offices, issuer_place)
                | {"task_id": id_, "unit_id": member, "role": role, "via": unit, "counted": True, "entered": False}
                | _progress_columns(state.parts[member])
                for member in members
            ]
    # Named itself and through its collective, a unit stands once, under its own name.
    unique = {(row["unit_id"], row["role"]): row for row in sorted(rows, key=lambda row: row["via"] is None)}
    kept = [row for row in rows if unique[row["unit_id"], row["role"]] is row]
    return [_WITHOUT_PROGRESS | row | {"position": n} for n, row in enumerate(kept)]


def _read_columns(row: Sequence[Any]) -> dict[str, object]:
    names = ("name", "collective", "inherited", "place", "place_inferred", *_EVIDENCE.split(", "))
    return dict(zip(names, row[3:], strict=True)) | {"entered": False}


def _entered_columns(unit: int, offices: _Offices, issuer_place: str) -> dict[str, object]:
    name, collective, place = offices.names[unit]
    inferred = not place and not collective and bool(issuer_place)
    return {
        "name": name,
        "collective": collective,
        "inherited": False,
        "place": place or (issuer_place if inferred else ""),
        "place_inferred": inferred,
        "entered": True,
        **dict(zip(_EVIDENCE.split(", "), _ENTERED, strict=True)),
    }


def _progress_columns(standing: Standing) -> dict[str, object]:
    return {
        "progress": standing.progress.value,
        "done_on": _iso(standing.done_on),
        **_due_columns(standing),
        "done_dues": json.dumps([due.isoformat() for due, _ in standing.occurrences]),
        "occurrences": json.dumps([[due.isoformat(), on.isoformat()] for due, on in standing.occurrences]),
    }


_WITHOUT_PROGRESS: dict[str, object] = dict.fromkeys(
    ("progress", "done_on", "due", "due_original", "due_kind", "rrule", "on_time", "done_dues", "occurrences")
)


def _insert(conn: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    if not rows:
        return
    names = list(rows[0])
    marks = ", ".join(f":{name}" for name in names)
    conn.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)  # noqa: S608


def _due_json(due: Due, state: State) -> dict[str, object]:
    current = state.extended.get(due.original, due.original) if due.original else None
    met_on = state.met.get(due.original) if due.original else None
    return {
        "original": _iso(due.original),
        "current": _iso(current),
        "met_on": _iso(met_on),
        "kind": due.kind,
        "words": due.words,
        "rrule": due.rrule,
        "entered": due.entered,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
