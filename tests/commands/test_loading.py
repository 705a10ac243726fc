"""Only the command that is called is loaded; help and completion know them all."""

import subprocess
import sys

import pytest
import typer

from vbcli.app import app

LOADED = "import sys; from vbcli.app import main; main(sys.argv[1:]); print(sorted(m for m in sys.modules if m.startswith('vbcli.')))"


def loaded_by(*words):
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("words", [("--version",), ("docs", "--help")])
def test_a_run_loads_no_other_command(words):
    modules = loaded_by(*words)
    assert [
        name
        for name in ("tasks", "ingest", "summary", "review", "units", "lexicon")
        if f"'vbcli.commands.{name}'" in modules
    ] == []
    # what a document or the archive is, is not needed to say so either
    assert "'vbcli.store.write'" not in modules


def test_help_lists_every_command_under_its_heading():
    program = typer.main.get_command(app)
    assert len(program.commands) == len(program.commands.items()) > 30
    assert [name for name, command in program.commands.items() if command.name != name] == []
    assert [name for name, command in program.commands.items() if not command.rich_help_panel] == []


def test_a_name_that_is_none_gives_nothing():
    program = typer.main.get_command(app)
    assert program.commands.get("thua") is None
    assert "thua" not in program.commands
