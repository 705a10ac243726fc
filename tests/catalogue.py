"""The catalogue of the interface: what it must hold, `vb.po` brought up to date, `vb.mo` compiled from it.

`make messages` runs it: new messages come in with an empty translation, those that nobody says any more go.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from vbcli.app import app
from vbcli.language import DOMAIN, LOCALES

SOURCE = Path(__file__).parents[1] / "src" / "vbcli"
PO = LOCALES / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"
MO = PO.with_suffix(".mo")
MARKS = ("_", "N_", "counted")
HELP = "help"
VIETNAMESE = re.compile(r"(?i)[à-ãè-êìíò-õùúýăđĩũơư\u1ea0-\u1ef9]")
READS = ("extract", "model", "parse")
"""What these stages cannot tell they keep with a reason, in plain Vietnamese: `vbcli.language.told` shows it in English."""
HEADER = """# What vb says, in English. Translations are written here by hand; `make messages` keeps the list of messages.
msgid ""
msgstr ""
"Project-Id-Version: vb\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@dataclass
class Said:
    """One message, and where it is said."""

    counts: bool = False
    """It has one form for one and one for many."""
    places: list[str] = field(default_factory=list)


def messages() -> dict[str, Said]:
    """Return every message of the program in the order of the source; help comes last."""
    found: dict[str, Said] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for mark, words in marked(tree):
            _add(found, words, place, counts=mark == "counted")
        if place.split("/")[0] in READS:
            for words in reasons(tree):
                _add(found, words, place)
    for words in help_texts():
        _add(found, words, HELP)
    return found


def marked(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield (mark, message) of each constant that is marked, in the order of the source."""
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS and node.args
    ]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        match call.args[0]:
            case ast.Constant(value=str(words)):
                yield call.func.id, words  # type: ignore[attr-defined]


def reasons(tree: ast.Module) -> Iterator[str]:
    """Yield the reasons for blanks that a stage keeps; what fills an f-string becomes a blank of the template."""
    for node in ast.walk(tree):
        for part in _reason_of(node):
            pieces = {
                piece for words in ast.walk(part) if isinstance(words, ast.JoinedStr) for piece in ast.walk(words)
            }
            for words in ast.walk(part):
                match words:
                    case ast.JoinedStr(values=values):
                        yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{words}" for v in values)
                    case ast.Constant(value=str(text)) if words not in pieces and VIETNAMESE.search(text):
                        yield text


def _reason_of(node: ast.AST) -> list[ast.expr]:
    match node:
        case (
            ast.Call(func=ast.Name(id="Evidence"), args=[_, _, _, reason])
            | ast.Call(func=ast.Name(id="blank"), args=[_, reason, *_])
        ):
            return [reason]
        case ast.Call(keywords=keywords):
            return [k.value for k in keywords if k.arg == "reason"]
        case ast.FunctionDef(returns=ast.expr() as kind) if ast.unparse(kind) == "str | None":
            return [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and isinstance(n.value, ast.Constant)]
        case ast.Assign(targets=[ast.Name(id="reason" | "MISSING")], value=value):
            return [value]
    return []


def help_texts() -> Iterator[str]:
    """Yield what `--help` shows, as the program looks it up."""
    yield from _with_those_below(typer.main.get_command(app))


def _with_those_below(command: Any) -> Iterator[str]:
    yield from texts_of(command)
    for below in getattr(command, "commands", {}).values():
        yield from _with_those_below(below)


def texts_of(command: Any) -> Iterator[str]:
    """Yield the text of one command, its panel, its arguments and options."""
    panel = getattr(command, "rich_help_panel", None)
    yield from (words for words in (command.help, panel) if isinstance(words, str) and words)
    for param in command.params:
        names = [param.human_readable_name] if param.param_type_name == "argument" else [param.metavar]
        for words in (*names, getattr(param, "help", None)):
            if words and not _is_for_machines(words):
                yield words


def _is_for_machines(words: str) -> bool:
    """Tell whether a metavar lists what is typed: `lead|support|any`."""
    return words.isascii() and words == words.lower() and " " not in words


def _add(found: dict[str, Said], words: str, place: str, *, counts: bool = False) -> None:
    said = found.setdefault(words, Said())
    said.counts = said.counts or counts
    if place not in said.places:
        said.places.append(place)


def read() -> Catalog:
    """Return the catalogue as people left it."""
    with PO.open("rb") as file:
        return read_po(file, locale="en", domain=DOMAIN)


def updated(old: Catalog) -> Catalog:
    """Return the catalogue of today's messages, with the translations that are there."""
    new = Catalog(locale="en", domain=DOMAIN)
    for words, said in messages().items():
        known = old.get(words)
        forms = _forms(known.string if known else "")
        string = (forms[0], forms[-1]) if said.counts else forms[-1]
        new.add((words, words) if said.counts else words, string, locations=[(place, 0) for place in said.places])
    return new


def _forms(string: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def main() -> int:
    """Bring `vb.po` up to date and compile it; return 1 where a translation is missing."""
    PO.parent.mkdir(parents=True, exist_ok=True)
    new = updated(read() if PO.exists() else Catalog(locale="en", domain=DOMAIN))
    with PO.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, new, width=110, omit_header=True, include_lineno=False)
    with MO.open("wb") as file:
        write_mo(file, new)
    blank = [message.id for message in new if message.id and not all(_forms(message.string))]
    for words in blank:
        sys.stderr.write(f"no translation: {words!r}\n")
    sys.stdout.write(f"{len(new)} messages, {len(blank)} without a translation\n")
    return 1 if blank else 0


if __name__ == "__main__":
    sys.exit(main())
