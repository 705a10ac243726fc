"""Read the lexicon files that come with the program, once, on first use."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data(name: str) -> dict[str, Any]:
    """Return `data/<name>.toml` as plain tables; the readers of each file turn them into typed entries."""
    text = files("vbcli.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
