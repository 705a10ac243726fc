"""Queries that people keep under a name."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One `vb save NAME -- tasks …`."""

    name: str
    """As typed, without the @."""
    words: tuple[str, ...]
    """Behind `tasks`, as typed: `7d` still counts from the day on which it is asked."""
    made_at: datetime
    """UTC."""
    made_by: str
