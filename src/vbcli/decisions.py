"""What a person decided about a doubt of the review queue, as one entry."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from vbcli.lexicon.unit_names import unit_name
from vbcli.model.followup import Entry, Event, Subject, Verb
from vbcli.model.review import Action, Doubt
from vbcli.store.entered import Renew, enter
from vbcli.store.units import unit_id
from vbcli.store.write import transaction


def decide(
    conn: sqlite3.Connection,
    doubt: Doubt,
    action: Action,
    given: Mapping[str, object],
    *,
    entry: Entry,
    made_at: str,
    today: date,
    renew: Renew | None = None,
) -> int:
    """Enter what was decided, in one entry with the mark that it was looked at; return the entry's id.

    Documents that become one need `renew` (see `store.entered`).
    `given` of MEND: `leads` (names as typed), `due` (a date, None for none).
    """
    tasks = doubt.tasks if doubt.subject is Subject.TASK or action is Action.CANCEL else ()
    with transaction(conn):
        events = [
            Event(verb, Subject.TASK, task, None, on, data)
            for task in tasks
            for verb, on, data in _changes(conn, doubt, action, given, today)
        ]
        if action is Action.MERGE and doubt.other_id:
            events.append(Event(Verb.MERGE, Subject.DOCUMENT, doubt.other_id, data={"into": doubt.subject_id}))
        mark = {"key": doubt.key, "decision": action.value}
        events.append(Event(Verb.DECIDE, Subject.DOUBT, doubt.subject_id, None, today, mark))
        return enter(conn, entry, events, made_at, renew)


def _changes(
    conn: sqlite3.Connection, doubt: Doubt, action: Action, given: Mapping[str, object], today: date
) -> list[tuple[Verb, date, dict[str, object]]]:
    if action is Action.DISMISS:
        return [(Verb.DISMISS, today, {})]
    if action is Action.CANCEL:
        return [(Verb.CANCEL, today, {})]
    if action is Action.DONE:
        # The day of the paper that reports; today where it is unknown, or a slip into the future.
        return [(Verb.DONE, doubt.on if doubt.on and doubt.on <= today else today, {})]
    changes: list[tuple[Verb, date, dict[str, object]]] = []
    names = given.get("leads")
    if isinstance(names, list):
        changes.append((Verb.ASSIGN, today, {"leads": [unit_id(conn, unit_name(str(name))) for name in names]}))
    if "due" in given:
        due = given["due"]
        changes.append((Verb.EDIT, today, {"due": due.isoformat() if isinstance(due, date) else None}))
    return changes
