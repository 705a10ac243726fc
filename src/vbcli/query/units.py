"""What a person typed after `--unit`, matched to the units of the archive.

A unit is (kind, level, place). `UBND huyện` means every district's, `UBND huyện Sơn Động` that one, places inferred
from the issuer included; it is never `UBND các xã`, another level, nor `HĐND huyện`, another kind.
A question without a place takes in the groups of its kind and level, `UBND các huyện, thị xã`, for nothing may be missed.
A question with a place means that unit alone, by name or through a declared roster; groups stand apart, in `groups`.
A post (`Chủ tịch UBND huyện`) answers for its body; asked for by itself it is only itself.
"""

import sqlite3
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

from vbcli.lexicon.shorthands import asked_unit
from vbcli.model.task import UnitName
from vbcli.model.views import AssigneeRow, TaskRow
from vbcli.query.assigned import UnitMatch, anything_for
from vbcli.query.fields import as_list
from vbcli.text.fold import fold

_NEAR = 0.8
"""Likeness from which a name is proposed: a slip of the fingers, not another place."""

# Levels of one rank, the higher first. A city may be either of two: never told from a district by its rank.
_RANKS = (
    {"tw"},
    {"tinh"},
    {"huyen", "quan", "thi-xa", "thanh-pho"},
    {"xa", "phuong", "thi-tran", "dac-khu"},
    {"thon", "buon", "ban", "ap", "khu-pho", "to-dan-pho"},
)
_EVERY = frozenset[str]().union(*_RANKS)
_RANK_WORDS = {"cap tinh": _RANKS[1] | {"thanh-pho"}, "cap huyen": _RANKS[2], "cap xa": _RANKS[3]}


class _Tie(Enum):
    """How a unit of the archive belongs to a question."""

    NAMED = auto()
    """By its own name."""
    PLACED = auto()
    """Where the assignment lies in the place asked for: `UBND huyện` in a paper of Sơn Động."""
    ISSUED = auto()
    """Says no level, or not which district: where the issuer is of the level and place asked for."""
    GROUP = auto()
    """A group to which the one asked for may belong."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A unit with its own level and place told from those of what lies around it: UBND các xã huyện Lâm Khê."""

    name: UnitName
    levels: frozenset[str]
    """Any of them; empty where the words give none."""
    place: str
    around: str
    """Place of the district around, `lam khe`."""
    group: bool


def match_units(conn: sqlite3.Connection, phrase: str) -> UnitMatch:
    """Return the units that the phrase means."""
    asked = _body(asked_unit(phrase))
    # A spelling stands for the unit that it is one with.
    rows = conn.execute(
        "SELECT *, coalesce(same_as, id) AS one FROM units WHERE coalesce(same_as, id) IN (SELECT unit_id FROM assignments)"
    )
    units = [_unit(row) for row in rows]
    ties: dict[_Tie, dict[int, None]] = {tie: {} for tie in _Tie}
    for id_, unit in units:
        tie = _tie(asked, _body(unit))
        if tie:
            ties[tie][id_] = None
    named = tuple(ties[_Tie.NAMED])
    match = UnitMatch(
        phrase,
        place=asked.place or asked.around,
        levels=() if asked.around and not asked.place else tuple(sorted(asked.levels)),
        named=named,
        placed=tuple(ties[_Tie.PLACED]),
        issued=tuple(ties[_Tie.ISSUED]),
        rosters=_rosters(conn, named) if asked.place else (),
        groups=_groups(asked, ties, units),
    )
    if anything_for(conn, match):
        return match
    return UnitMatch(phrase, groups=match.groups, similar=_similar(conn, asked.name, [unit for _, unit in units]))


def match_with_predecessors(conn: sqlite3.Connection, phrase: str) -> tuple[UnitMatch, ...]:
    """Return the units that the phrase means, then those that they took over from: what the old one had to do is theirs.

    Who asks for a whole level, `UBND xã`, is not given the districts of which some communes took over.
    """
    asked = _body(asked_unit(phrase))
    sql = "SELECT u.*, u.id AS one, s.successor_id AS heir FROM successors s JOIN units u ON u.id = s.unit_id"
    heirs = conn.execute("SELECT u.*, u.id AS one FROM units u WHERE u.id IN (SELECT successor_id FROM successors)")
    wanted = {id_ for id_, unit in map(_unit, heirs) if _tie(asked, _body(unit)) not in {None, _Tie.GROUP}}
    rows = conn.execute(sql).fetchall()
    old: dict[int, str] = {}
    while fresh := [row for row in rows if row["heir"] in wanted and row["id"] not in old and _follows(asked, row)]:
        old |= {row["id"]: row["name"] for row in fresh}
        wanted |= set(old)
    matches = [match_units(conn, name) for name in old.values()]
    return (match_units(conn, phrase), *(match for match in matches if match.ids))


def carriers_meant(conn: sqlite3.Connection, phrase: str, task: TaskRow) -> tuple[AssigneeRow, ...]:
    """Return those leads of a task that the phrase means; the one of exactly this name before others."""
    asked = asked_unit(phrase)
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
    """Tell whether a unit of the archive may be what was asked for, its place left aside where it has none of its own."""
    return _tie(_body(asked), _body(unit)) is not None


def _tie(asked: _Body, unit: _Body) -> _Tie | None:
    """Return how a unit belongs to a question, None where it does not."""
    if asked.name.key == unit.name.key:
        return _Tie.NAMED
    if not asked.name.kind or not unit.name.kind:
        return _Tie.NAMED if not asked.name.kind and _opens_with(unit.name.key, asked.name.key) else None
    if asked.name.kind != unit.name.kind or (asked.name.post and asked.name.post != unit.name.post):
        return None
    if asked.levels and unit.levels and not asked.levels & unit.levels:
        return None
    if asked.around and unit.around and asked.around != unit.around:
        return None
    return _tie_by_place(asked, unit) if asked.place else _tie_by_level(asked, unit)


def _tie_by_place(asked: _Body, unit: _Body) -> _Tie | None:
    if unit.place:
        return _Tie.NAMED if unit.place == asked.place else None
    if unit.group:
        return _Tie.GROUP
    return _Tie.PLACED if unit.levels else _Tie.ISSUED


def _tie_by_level(asked: _Body, unit: _Body) -> _Tie:
    if asked.around and not unit.around:
        return _Tie.ISSUED
    return _Tie.NAMED if unit.levels or not asked.levels else _Tie.ISSUED


def _groups(asked: _Body, ties: dict[_Tie, dict[int, None]], units: list[tuple[int, UnitName]]) -> tuple[int, ...]:
    """Return the groups; where the question gives no level, `UBND Nậm Cắt`, those of the levels that were found."""
    groups = tuple(ties[_Tie.GROUP])
    if asked.levels:
        return groups
    own = {*ties[_Tie.NAMED], *ties[_Tie.PLACED]}
    levels = frozenset[str]().union(*(_body(unit).levels for id_, unit in units if id_ in own))
    return tuple({id_: None for id_, unit in units if id_ in groups and _body(unit).levels & levels})


def _rosters(conn: sqlite3.Connection, members: tuple[int, ...]) -> tuple[int, ...]:
    """Return the groups whose declared members these units are: in a part of support a group stands for them too."""
    rows = conn.execute(
        "SELECT DISTINCT coalesce(g.same_as, g.id) FROM rosters r JOIN units g ON g.id = r.unit_id"
        " JOIN units m ON m.id = r.member_id WHERE coalesce(m.same_as, m.id) IN (SELECT value FROM json_each(?))",
        (as_list(members),),
    )
    return tuple(row[0] for row in rows)


def _body(unit: UnitName) -> _Body:
    ids = [level for level in unit.level.split("+") if level]
    place, around = unit.place, ""
    # "UBND các xã, thị trấn huyện Lâm Khê": the district only says whose communes
    if place and len(ids) > 1 and _rank(ids[-1]) < _rank(ids[0]):
        around = unit.key.rpartition(f" {ids[-1].replace('-', ' ')} ")[2]
        place = place.removesuffix(around).strip() if around else place
        ids = ids[:-1] if around else ids
    words = f" {unit.key} "
    levels = frozenset(ids)
    if " cac cap " in words or "dia-phuong" in levels:
        levels = _EVERY
    of_rank = [levels_ for word, levels_ in _RANK_WORDS.items() if f" {word} " in words]
    return _Body(unit, levels.union(*of_rank), place, around, unit.collective or bool(of_rank))


def _rank(level: str) -> int:
    return next((n for n, levels in enumerate(_RANKS) if level in levels), len(_RANKS))


def _follows(asked: _Body, old: sqlite3.Row) -> bool:
    """Tell whether a predecessor is told of: always to who names a unit, of a whole level only where it is of that level."""
    levels = _body(_unit(old)[1]).levels
    return bool(asked.place) or not (asked.levels and levels) or bool(asked.levels & levels)


def _opens_with(key: str, words: str) -> bool:
    return bool(words) and f"{key} ".startswith(f"{words} ")


def _similar(conn: sqlite3.Connection, asked: UnitName, units: list[UnitName]) -> tuple[str, ...]:
    """Return names near in spelling, those with an inferred place as a person would write them out."""
    by_key = {fold(unit.name): unit.name for unit in units}
    rows = conn.execute(
        "SELECT DISTINCT a.name, o.name, a.place FROM assignments a JOIN tasks t ON t.id = a.task_id"
        " JOIN documents d ON d.id = t.document_id JOIN units o ON o.id = d.issuer_id WHERE a.place_inferred = 1"
    )
    for name, issuer, place in rows:
        written = issuer[-len(place) :]
        if fold(written) == place:
            by_key.setdefault(fold(f"{name} {written}"), f"{name} {written}")
    return tuple(by_key[key] for key in get_close_matches(fold(asked.name), by_key, n=3, cutoff=_NEAR))


def _unit(row: sqlite3.Row) -> tuple[int, UnitName]:
    return row["one"], UnitName(
        row["name"], row["key"], row["kind"], row["level"], row["place"], row["post"], bool(row["collective"])
    )
