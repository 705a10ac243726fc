"""How far recognition has come, told by the processes that read to the one that shows it.

Each appends a line to one file: a process that is killed in the midst of it can block nobody.
"""

from pathlib import Path
from typing import NamedTuple

_PAGE = "."


class Reached(NamedTuple):
    """Pages of all files begun so far."""

    wanted: int
    done: int


def announce(told: Path | None, pages: int) -> None:
    """Tell that so many pages are about to be recognised."""
    _append(told, str(pages))


def one_seen(told: Path | None) -> None:
    """Tell that one of them is."""
    _append(told, _PAGE)


def reached(told: Path) -> Reached:
    """Return how far all processes have come."""
    try:
        lines = told.read_text(encoding="ascii").split()
    except FileNotFoundError:
        return Reached(0, 0)
    done = lines.count(_PAGE)
    return Reached(sum(int(line) for line in lines if line != _PAGE), done)


def _append(told: Path | None, line: str) -> None:
    if told is not None:
        with told.open("a", encoding="ascii") as file:
            file.write(f"{line}\n")
