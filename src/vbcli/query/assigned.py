"""Who a task must be given to: units as a question means them, as a condition of SQL."""

import json
import sqlite3
from dataclasses import dataclass

from vbcli.query.fields import as_list


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """Units that a phrase means, by how an assignment shows that it is theirs."""

    phrase: str
    place: str = ""
    """Folded place asked for."""
    levels: tuple[str, ...] = ()
    """Levels asked for; () of any."""
    named: tuple[int, ...] = ()
    """By their own name."""
    placed: tuple[int, ...] = ()
    """Only where the assignment lies in the place."""
    issued: tuple[int, ...] = ()
    """Only in papers whose issuer is of the place and the levels."""
    rosters: tuple[int, ...] = ()
    """Groups that stand for it by a declared roster, in a part of support; leads have a row of their own."""
    groups: tuple[int, ...] = ()
    """Groups of its kind and level that may hold it: only asked for outright."""
    similar: tuple[str, ...] = ()
    """Names to propose where nothing matches."""

    @property
    def ids(self) -> tuple[int, ...]:
        """Return the units that are meant, groups that only may hold them left out."""
        return tuple(dict.fromkeys((*self.named, *self.placed, *self.issued)))


def assigned_to(match: UnitMatch, prefix: str, values: dict[str, object], *, collective: bool = False) -> str:
    """Return the condition that assignment `a` is theirs; its values are added to `values`, named with the prefix."""
    lists = {"named": match.named, "placed": match.placed, "issued": match.issued, "rosters": match.rosters}
    if collective:
        lists["groups"] = match.groups
    values |= {f"{prefix}_{name}": as_list(ids) for name, ids in lists.items() if ids}
    values |= {f"{prefix}_place": match.place, f"{prefix}_levels": json.dumps(match.levels)}
    terms = [_TERMS[name].replace("{}", prefix) for name, ids in lists.items() if ids]
    return f"({' OR '.join(terms)})" if terms else "0"


_AMONG = "a.unit_id IN (SELECT value FROM json_each(:{}_%s))"
_ISSUER = (
    "EXISTS (SELECT 1 FROM tasks x JOIN documents e ON e.id = x.document_id JOIN units o ON o.id = e.issuer_id"
    " WHERE x.id = a.task_id AND :{}_place IN ('', o.place)"
    " AND (:{}_levels = '[]' OR o.level IN (SELECT value FROM json_each(:{}_levels))))"
)
_OF_ITS_TIME = (
    "EXISTS (SELECT 1 FROM tasks x JOIN documents e ON e.id = x.document_id JOIN rosters r ON r.unit_id = a.unit_id"
    " WHERE x.id = a.task_id AND r.member_id IN (SELECT value FROM json_each(:{}_named))"
    " AND (e.issued_on IS NULL OR coalesce(r.since, '') <= e.issued_on AND e.issued_on <= coalesce(r.until, '9')))"
)
# A group with a roster is counted through its members, who have rows of their own.
_TERMS = {
    "named": _AMONG % "named",
    "placed": f"{_AMONG % 'placed'} AND a.place = :{{}}_place",
    "issued": f"{_AMONG % 'issued'} AND {_ISSUER}",
    "rosters": f"a.role = 'support' AND {_AMONG % 'rosters'} AND {_OF_ITS_TIME}",
    "groups": f"{_AMONG % 'groups'} AND (a.role = 'support' OR a.counted = 1)",
}


def anything_for(conn: sqlite3.Connection, match: UnitMatch) -> bool:
    """Tell whether any assignment of the archive is theirs."""
    values: dict[str, object] = {}
    term = assigned_to(match, "u", values)
    return conn.execute(f"SELECT 1 FROM assignments a WHERE {term} LIMIT 1", values).fetchone() is not None  # noqa: S608
