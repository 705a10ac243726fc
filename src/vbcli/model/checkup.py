"""What `vb doctor` finds."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How one thing stands."""

    GOOD = "good"
    NOTE = "note"
    """Works, but somebody should know or do something."""
    BAD = "bad"
    """Does not work until somebody does something."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    """For machines: program, tesseract, archive, …"""
    health: Health
    words: str
    advice: str | None = None
