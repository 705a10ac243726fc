"""Commands loaded when they are called: Typer builds each from its signature, and most runs need one of forty."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer

from vbcli.commands.help_page import VbCommand


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is found: a function of a module of this package, or the `app` of a group."""

    section: str
    """Heading under which help lists it."""
    module: str
    function: str = ""
    """Empty: the module holds a group."""
    help: str = ""
    """Name of the constant that holds its help."""
    kind: str = ""
    """Name of its class, `module:class` where it is another module's; empty: VbCommand."""


class Commands(dict[str, Any]):
    """Commands by name, each made when it is first asked for."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        super().__init__(dict.fromkeys(entries))
        self._entries = entries

    def __getitem__(self, name: str) -> Any:
        """Return the command."""
        found = super().__getitem__(name)
        if found is None:
            found = _made(name, self._entries[name])
            self[name] = found
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """Return the command; the default where there is none of this name."""
        return self[name] if name in self else default  # noqa: SIM401  (this is what get is)

    def items(self) -> Any:
        """Return all commands with their names."""
        return [(name, self[name]) for name in self]

    def values(self) -> Any:
        """Return all commands."""
        return [self[name] for name in self]


def _made(name: str, entry: Entry) -> Any:
    module = _module(entry.module)
    if not entry.function:
        group = typer.main.get_command(module.app)
        # Typer hands this over itself only where groups are added at once.
        group.rich_help_panel = entry.section  # type: ignore[attr-defined]
        return group
    owner, _colon, kind = entry.kind.rpartition(":")
    cls = getattr(_module(owner) if owner else module, kind) if kind else VbCommand
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    text = inspect.cleandoc(getattr(module, entry.help))
    alone.command(name, cls=cls, help=text, rich_help_panel=entry.section)(getattr(module, entry.function))
    return typer.main.get_command(alone)


def _module(name: str) -> Any:
    return import_module(f"vbcli.commands.{name}")
