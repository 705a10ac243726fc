"""Every command that prints a list, found by its taking `--format`; what to call it with, and what its JSON names the rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import typer

from papers_of_a_spring import hostile
from records import STAMP, filing, state
from vbcli.app import app, main
from vbcli.store.database import open_archive
from vbcli.store.write import save_file

TODAY = "2024-05-10"


@dataclass(frozen=True)
class ListCommand:
    """How a list command is called, and where its JSON has the value of one of its columns."""

    arguments: tuple[str, ...] = ()
    column: str = ""
    values: Callable[[dict[str, Any]], list[Any]] = field(default=lambda _: [])


LISTS = {
    "tasks": ListCommand(("--status", "tatca"), "id", lambda a: [t["id"] for t in a["tasks"]]),
    "save": ListCommand((), "name", lambda a: [f"@{q['name']}" for q in a["queries"]]),
    "docs": ListCommand((), "id", lambda a: [d["id"] for d in a["documents"]]),
    "refs": ListCommand(
        ("733-TB/TU",),
        "text",
        lambda a: [c["text"] for d in a["refs"]["documents"] for c in (*d["cited_by"], *d["cites"])],
    ),
    "search": ListCommand(
        ("uy ban OR huyen",), "id", lambda a: [f["document"]["id"] for f in a["found"] for _ in f["passages"] or [None]]
    ),
    "units": ListCommand((), "unit", lambda a: [u["unit"] for u in a["units"]]),
    "log": ListCommand((), "entry", lambda a: [e["entry"] for e in a["log"]]),
    "review": ListCommand(("--list",), "key", lambda a: [d["key"] for d in a["doubts"]]),
    "lexicon report": ListCommand(
        (),
        "words",
        lambda a: [
            row.get("words") or row["id"]
            for rows in (a["survey"]["after_units"], a["survey"]["at_items"], a["survey"]["silent"])
            for row in rows
        ],
    ),
}
"""A new list command gets a line here: `test_every_list_command_has_its_line` says so."""


def commands_with(flag: str) -> Iterator[str]:
    """Yield the names of the commands that take an option, `units roster` style for those below a group."""
    program = typer.main.get_command(app)
    below = [(name, command) for name, command in program.commands.items()]
    below += [
        (f"{group} {name}", command)
        for group, within in program.commands.items()
        for name, command in getattr(within, "commands", {}).items()
    ]
    for name, command in below:
        if any(flag in param.opts for param in command.params):
            yield name


def formats_of(name: str) -> set[str]:
    """Return the formats that a list command offers."""
    command: Any = typer.main.get_command(app)
    for part in name.split():
        command = command.commands[part]
    (option,) = (param for param in command.params if "--format" in param.opts)
    return set(option.metavar.split("|"))


def fill_with_all(db: Path) -> None:
    """Add to the papers of a spring: one that tries to command the screen, and some entries of one who does."""
    conn = open_archive(db)
    paper = hostile()
    units = tuple(replace(job, leads=("Tổ \x1b[31mđỏ\x07 [bold]X[/]\u202e",)) for job in paper.jobs)
    other = replace(paper, jobs=units, number="98-CV/HU", path="doc-hai-\x1b[1m.txt", subject=f"{paper.subject} 2")
    for one in (paper, other):
        save_file(conn, state(one), (filing(one),), STAMP)
    conn.close()
    for line in (
        ("done", "1", "--on", "24/4/2024", "--doc", "=88/BC-UBND"),
        ("note", "5", "+ đã gọi\x1b[2J [bold]nhắc[/] | lần 2"),
        ("extend", "2", "--to", "31/5/2024", "--note", "chờ *ý kiến* <b>Sở</b>"),
        ("units", "alias", "VP HU", "Ban Tổ chức Huyện ủy"),
        ("units", "roster", "UBND các huyện", "add", "UBND huyện Lâm Khê", "--from", "1/1/2024"),
        ("undo",),
        ("save", "huyen", "--", "tasks", "--unit", "UBND huyện"),
    ):
        assert main([line[0], "--db", str(db), *line[1:]]) == 0
