"""The shape of the source: short modules, short functions, names that say something. Contracts between folders: `make lint`."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "vbcli"
MODULES = sorted(SOURCE.rglob("*.py"))

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

# What is longer today, with its size as ceiling: numbers here may shrink or go, never grow.
LONG_MODULES: dict[str, int] = {}
LONG_FUNCTIONS: dict[str, int] = {
    "lexicon/unit_patterns.py:_fragments": 111,
    "parse/lines.py:_rejoin": 69,
}

NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "tools"}


def name_of(path):
    return path.relative_to(SOURCE).as_posix()


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def functions():
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name_of(path)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def too_long(sizes, limit, ceilings):
    return {name: size for name, size in sizes if size > ceilings.get(name, limit)}


def test_modules_are_short():
    sizes = [(name_of(p), len(p.read_text(encoding="utf-8").splitlines())) for p in MODULES]
    assert too_long(sizes, LONGEST_MODULE, LONG_MODULES) == {}


def test_functions_are_short():
    assert too_long(functions(), LONGEST_FUNCTION, LONG_FUNCTIONS) == {}


def test_an_exception_that_is_needed_no_longer_is_taken_off_the_list():
    modules = {name_of(p): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    sizes = dict(functions())
    assert [n for n in LONG_MODULES if modules.get(n, 0) <= LONGEST_MODULE] == []
    assert [n for n in LONG_FUNCTIONS if sizes.get(n, 0) <= LONGEST_FUNCTION] == []


def test_no_module_has_a_name_that_says_nothing():
    assert [name_of(p) for p in MODULES if p.stem in NAMELESS or p.parent.name in NAMELESS] == []


@pytest.mark.parametrize("folder", ["model", "text", "lexicon", "read", "parse", "extract", "store", "query", "render"])
def test_nothing_below_the_commands_prints(folder):
    prints = [
        f"{name_of(path)}:{node.lineno}"
        for path in MODULES
        if path.is_relative_to(SOURCE / folder)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert prints == []


def test_every_module_says_what_it_is_for():
    assert [name_of(p) for p in MODULES if not ast.get_docstring(tree_of(p))] == []
