"""Read the lexicon files: those that come with the program and, merged into them, those of an office's own folder.

Each file is read once, on first use. `use` chooses the folder; a worker process finds it in VB_LEXICON.
"""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

VARIABLE = "VB_LEXICON"
EXTENSIBLE = ("units", "deadlines", "cues", "document_types", "laws", "issuers", "frames")
"""Files that a local folder may add to."""

_chosen: list[Path | None] = []
"""The folder that `use` was given, once it was called."""


def use(folder: Path | None) -> None:
    """Make the entries of a folder count beside the program's own; None: only those."""
    if _chosen == [folder]:
        return
    _chosen[:] = [folder]
    # What was built from other words is built anew: patterns and tables wherever they are kept.
    for name, module in list(sys.modules.items()):
        if name.startswith("vbcli."):
            for value in list(vars(module).values()):
                clear = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()


def local_folder() -> Path | None:
    """Return the folder of local entries, None where there is none."""
    if not _chosen:
        named = os.environ.get(VARIABLE)
        _chosen[:] = [Path(named) if named else None]
    return _chosen[0]


@cache
def data(name: str) -> dict[str, Any]:
    """Return `data/<name>.toml` as plain tables, local entries first; the readers of each file turn them into typed entries."""
    own = shipped(name)
    folder = local_folder()
    if folder is None or name not in EXTENSIBLE:
        return own
    return merged(own, _local(folder).get(name, {}))


@cache
def shipped(name: str) -> dict[str, Any]:
    """Return `data/<name>.toml` as it comes with the program."""
    import tomllib
    from importlib.resources import files

    text = files("vbcli.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _local(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the local files by name; a folder with faults is refused, all of them in the message."""
    from vbcli.lexicon.check import checked_folder

    return checked_folder(folder)


def merged(own: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Return tables and lists with what is added: in front, because an earlier entry wins."""
    out = dict(own)
    for key, value in more.items():
        known = out.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            out[key] = merged(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            out[key] = [*value, *known]
        else:
            out[key] = value
    return out
