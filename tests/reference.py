"""The reference in README: the help of every command, 80 columns wide. `make reference` writes it; a test compares."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from vbcli.app import app, main

README = Path(__file__).parents[1] / "README.md"
_BEGIN, _END = "<!-- reference: written by make reference -->", "<!-- end of reference -->"


def paths() -> Iterator[tuple[str, ...]]:
    """Yield `()` for the program itself, then each command, those of a group below it."""
    yield ()
    for name, command in typer.main.get_command(app).commands.items():
        yield (name,)
        for below in getattr(command, "commands", {}):
            yield name, below


def help_of(path: tuple[str, ...]) -> str:
    """Return what `--help` prints on a terminal of 80 columns, in Vietnamese."""
    kept = {name: os.environ.get(name) for name in ("COLUMNS", "VB_LANG")}
    os.environ["COLUMNS"] = "80"
    os.environ.pop("VB_LANG", None)
    try:
        with contextlib.redirect_stdout(io.StringIO()) as shown:
            main([*path, "--help"])
    finally:
        for name, value in kept.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
    return "\n".join(line.rstrip() for line in shown.getvalue().strip().split("\n"))


def reference() -> str:
    """Return the reference as Markdown, one fold for each command."""
    folds = [
        f"<details>\n<summary><code>{' '.join(('vb', *path))}</code></summary>\n\n```text\n{help_of(path)}\n```\n\n</details>"
        for path in paths()
    ]
    return "\n".join([_BEGIN, "", *folds, "", _END])


def written_into(readme: str) -> str:
    """Return README with the reference of today."""
    found = re.search(rf"{re.escape(_BEGIN)}.*?{re.escape(_END)}", readme, re.DOTALL)
    if found is None:
        raise SystemExit(f"README.md lacks the lines {_BEGIN} and {_END}")
    return readme[: found.start()] + reference() + readme[found.end() :]


if __name__ == "__main__":
    before = README.read_text(encoding="utf-8")
    after = written_into(before)
    README.write_text(after, encoding="utf-8")
    sys.stdout.write("README.md: reference unchanged\n" if before == after else "README.md: reference written\n")
