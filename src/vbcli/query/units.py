"""What a person typed after `--unit`, matched to the units of the archive.

A unit is (kind, level, place). `UBND huyện` means every district's, `UBND huyện Sơn Động` that one, places inferred
from the issuer included; it is never `UBND các xã`, another level, nor `HĐND huyện`, another kind.
A group answers for its members: `UBND các huyện, thị xã` is shown to who asks for `UBND huyện`, for nothing may be missed.
A post (`Chủ tịch UBND huyện`) answers for its body; asked for by itself it is only itself.
"""

import sqlite3
from difflib import get_close_matches

from vbcli.lexicon.unit_names import unit_name
from vbcli.model.task import UnitName
from vbcli.model.views import AssigneeRow, TaskRow
from vbcli.query.fields import as_list
from vbcli.query.tasks import UnitMatch
from vbcli.text.fold import fold


def match_units(conn: sqlite3.Connection, phrase: str) -> UnitMatch:
    """Return the units that the phrase means."""
    asked = unit_name(phrase)
    # A spelling stands for the unit that it is one with.
    rows = conn.execute(
        "SELECT *, coalesce(same_as, id) AS one FROM units WHERE coalesce(same_as, id) IN (SELECT unit_id FROM assignments)"
    )
    units = [_unit(row) for row in rows]
    ids = tuple(dict.fromkeys(id_ for id_, unit in units if means(asked, unit)))
    place = asked.place if asked.kind else ""
    if ids and _has_assignment(conn, ids, place):
        return UnitMatch(phrase, ids, place)
    return UnitMatch(phrase, (), place, _similar(asked, [unit for _, unit in units]))


def match_with_predecessors(conn: sqlite3.Connection, phrase: str) -> tuple[UnitMatch, ...]:
    """Return the units that the phrase means, then those that they took over from: what the old one had to do is theirs."""
    asked = unit_name(phrase)
    sql = "SELECT u.*, u.id AS one, s.successor_id AS heir FROM successors s JOIN units u ON u.id = s.unit_id"
    heirs = conn.execute("SELECT u.*, u.id AS one FROM units u WHERE u.id IN (SELECT successor_id FROM successors)")
    wanted = {id_ for id_, unit in map(_unit, heirs) if means(asked, unit)}
    rows = conn.execute(sql).fetchall()
    old: dict[int, str] = {}
    while fresh := [row for row in rows if row["heir"] in wanted and row["id"] not in old]:
        old |= {row["id"]: row["name"] for row in fresh}
        wanted |= set(old)
    matches = [match_units(conn, name) for name in old.values()]
    return (match_units(conn, phrase), *(match for match in matches if match.ids))


def carriers_meant(conn: sqlite3.Connection, phrase: str, task: TaskRow) -> tuple[AssigneeRow, ...]:
    """Return those leads of a task that the phrase means; the one of exactly this name before others."""
    asked = unit_name(phrase)
    carriers = {a.unit_id: a for a in task.carriers()}
    rows = conn.execute(
        "SELECT *, coalesce(same_as, id) AS one FROM units WHERE coalesce(same_as, id) IN (SELECT value FROM json_each(?))",
        (as_list(carriers),),
    )
    units = [_unit(row) for row in rows]
    exact = [id_ for id_, unit in units if unit.key == asked.key]
    meant = exact or [id_ for id_, unit in units if means(asked, unit)]
    return tuple(carriers[id_] for id_ in dict.fromkeys(meant))


def means(asked: UnitName, unit: UnitName) -> bool:
    """Tell whether a unit of the archive is what was asked for, its place left aside where it has none of its own."""
    if asked.key == unit.key:
        return True
    if not asked.kind or not unit.kind:
        return not asked.kind and _opens_with(unit.key, asked.key)
    if asked.kind != unit.kind or (asked.post and asked.post != unit.post):
        return False
    # `UBND các xã, thị trấn` answers for `UBND các xã`.
    levels = set(asked.level.split("+")) - {""}
    if not levels <= set(unit.level.split("+")):
        return False
    return not (asked.place and unit.place) or asked.place == unit.place


def _opens_with(key: str, words: str) -> bool:
    return bool(words) and f"{key} ".startswith(f"{words} ")


def _has_assignment(conn: sqlite3.Connection, ids: tuple[int, ...], place: str) -> bool:
    sql = "SELECT 1 FROM assignments a WHERE a.unit_id IN (SELECT value FROM json_each(?)) AND (? = '' OR a.place = ?) LIMIT 1"
    return conn.execute(sql, (as_list(ids), place, place)).fetchone() is not None


def _similar(asked: UnitName, units: list[UnitName]) -> tuple[str, ...]:
    by_key = {fold(unit.name): unit.name for unit in units}
    return tuple(by_key[key] for key in get_close_matches(fold(asked.name), by_key, n=3, cutoff=0.6))


def _unit(row: sqlite3.Row) -> tuple[int, UnitName]:
    return row["one"], UnitName(
        row["name"], row["key"], row["kind"], row["level"], row["place"], row["post"], bool(row["collective"])
    )
