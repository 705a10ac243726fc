"""The orders in which the register can be listed, as SQL over the rows of `query.tasks`."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """What tasks are put in order by."""

    DUE = "due"
    ORIGINAL = "original"
    LATE = "late"
    UNIT = "unit"
    DOC = "doc"
    ISSUED = "issued"
    ISSUER = "issuer"
    PROGRESS = "progress"
    OFFICER = "officer"
    ID = "id"


@dataclass(frozen=True, slots=True)
class Order:
    """One key of an order."""

    by: By
    descending: bool = False


# effective_due: the alias that `find_tasks` gives to the date by which a task is judged.
_VALUES = {
    By.DUE: "effective_due",
    By.ORIGINAL: "s.due_original",
    By.LATE: "CASE WHEN s.due_kind = 'hard' AND s.due < :today AND s.progress IN ('todo', 'doing')"
    " THEN julianday(:today) - julianday(s.due) END",
    By.UNIT: "(SELECT sort_key(a.name) FROM assignments a WHERE a.task_id = t.id AND a.role = 'lead' AND a.via IS NULL"
    " ORDER BY a.position LIMIT 1)",
    By.DOC: "sort_key(d.number)",
    By.ISSUED: "d.issued_on",
    By.ISSUER: "sort_key(d.issuer)",
    By.PROGRESS: "CASE s.progress WHEN 'todo' THEN 1 WHEN 'doing' THEN 2 WHEN 'done' THEN 3 WHEN 'paused' THEN 4"
    " WHEN 'cancelled' THEN 5 ELSE 6 END",
    By.OFFICER: "sort_key(s.officer)",
    By.ID: "t.id",
}
_WITHIN = {By.DOC: ("d.issued_on", "d.id", "t.position")}
"""What follows a key at once, never turned round: papers that share a number stay apart, their tasks as they stand in them."""


def order_by(orders: Iterable[Order]) -> str:
    """Return what follows ORDER BY: what has no value comes last in either direction, ties by date due, then by id."""
    terms = []
    for order in (*orders, Order(By.DUE), Order(By.ID)):
        way = " DESC" if order.descending else ""
        value = _VALUES[order.by]
        terms += [f"{value} IS NULL", f"{value}{way}", *_WITHIN.get(order.by, ())]
    return ", ".join(terms)
