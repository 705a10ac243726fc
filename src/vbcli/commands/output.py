"""The one place that writes to the screen: stdout carries the answer, stderr the talk."""

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vbcli.language import _
from vbcli.render.console import Screen, draw
from vbcli.render.inert import inert_lines
from vbcli.render.page import Page

if TYPE_CHECKING:
    from vbcli.render.as_json import Json


@dataclass
class _Manner:
    """How much is said beside the answer: as the flags of this run ask."""

    quiet: bool = False
    verbose: bool = False


_manner = _Manner()


def speak(*, quiet: bool | None = None, verbose: bool | None = None) -> None:
    """Say less (no remarks, no progress) or more (what lies behind an error) from here on."""
    _manner.quiet = _manner.quiet if quiet is None else quiet
    _manner.verbose = _manner.verbose if verbose is None else verbose


def is_quiet() -> bool:
    """Tell whether only answers and errors are wanted."""
    return _manner.quiet


def is_verbose() -> bool:
    """Tell whether what lies behind an error is wanted."""
    return _manner.verbose


class PipeClosed(Exception):  # noqa: N818  (nothing went wrong: whoever read has read enough)
    """The reader of our output is gone."""


def screen() -> Screen:
    """Return what stdout is: a terminal with its width, or a pipe."""
    if not sys.stdout.isatty():
        return Screen()
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return Screen(shutil.get_terminal_size().columns, colour, encoding.startswith("utf"))


def put(text: str) -> None:
    """Write to stdout."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise PipeClosed from error


def put_bytes(data: bytes) -> None:
    """Write to stdout what is no text."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise PipeClosed from error


def put_page(page: Page) -> None:
    """Draw a page for what stdout is."""
    put(draw(page, screen()))


def put_long(page: Page) -> None:
    """Draw a page that may be longer than the screen: through a pager where a person looks at it."""
    shown = screen()
    text = draw(page, shown)
    rows = shutil.get_terminal_size().lines
    pager = os.environ.get("PAGER") or "less -FRX"
    if not shown.is_terminal or not sys.stdin.isatty() or text.count("\n") < rows or not _paged(text, pager):
        put(text)


def _paged(text: str, pager: str) -> bool:
    """Show the text in a pager; False where there is none."""
    import shlex
    import subprocess

    words = shlex.split(pager)
    if not words or shutil.which(words[0]) is None:
        return False
    # The pager's own controls are the user's choice; LESSSECURE keeps a text from starting programs.
    environ = {**os.environ, "LESSSECURE": "1"}
    # What the console can show, as if it were written there.
    data = text.encode(sys.stdout.encoding or "utf-8", sys.stdout.errors or "replace")
    subprocess.run(words, input=data, check=False, env=environ)  # noqa: S603  (PAGER is the user's own)
    return True


def put_json(value: "Json") -> None:
    """Write one JSON document."""
    from vbcli.render.as_json import dumps

    put(f"{dumps(value, indent=2)}\n")


def put_line(value: "Json") -> None:
    """Write one JSON object on one line."""
    from vbcli.render.as_json import dumps

    put(f"{dumps(value)}\n")


def complain(message: str, advice: str | None = None, detail: str | None = None) -> None:
    """Write `vb: lỗi: …` and, under it, what to do next; with `-v` what lies behind it."""
    say(_("vb: lỗi: {message}").format(message=message), advice)
    if detail and _manner.verbose:
        say(detail, None)


def note(message: str, advice: str | None = None) -> None:
    """Write a remark that is no error; `-q` leaves it out."""
    if not _manner.quiet:
        say(f"vb: {message}", advice)


def say(line: str, advice: str | None) -> None:
    """Write to stderr, harmless for a screen."""
    lines = [line, _("Gợi ý: {advice}").format(advice=advice)] if advice else [line]
    try:
        sys.stderr.write("".join(f"{inert_lines(one)}\n" for one in lines))
        sys.stderr.flush()
    except BrokenPipeError as error:
        raise PipeClosed from error
