"""With which program a file is opened, at its page where the program can be told. No shell is ever involved."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vbcli.errors import UsageError
from vbcli.language import _

VARIABLE = "VB_OPENER"
_EXAMPLE = 'VB_OPENER="evince --page-index={page} {path}"'
# Viewers of .pdf that can be told a page, each with how.
_AT_PAGE = (
    ("okular", ("-p", "{page}", "{path}")),
    ("evince", ("-i", "{page}", "{path}")),
    ("xreader", ("-i", "{page}", "{path}")),
    ("atril", ("-i", "{page}", "{path}")),
    ("zathura", ("-P", "{page}", "{path}")),
    ("SumatraPDF", ("-page", "{page}", "{path}")),
)
_BY_SYSTEM = {"darwin": "open", "win32": None}
_ELSEWHERE = "xdg-open"
_FAILS_WITHIN = 0.5
"""Seconds within which a program that cannot open a file gives up."""

Which = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Viewer:
    """A program ready to be started."""

    words: tuple[str, ...]
    """The command line; () for what Windows itself opens the file with."""
    turns_page: bool
    """It was told the page."""


def viewer_for(
    path: Path, page: int | None, environ: Mapping[str, str], platform: str = sys.platform, which: Which = shutil.which
) -> Viewer:
    """Return what opens a file: VB_OPENER, else a viewer that takes a page, else what the system has for the file."""
    if environ.get(VARIABLE, "").strip():
        return _asked_for(environ[VARIABLE], path, page, platform, which)
    if path.suffix.lower() == ".pdf" and page and page > 1:
        for name, arguments in _AT_PAGE:
            program = which(name)
            if program:
                return Viewer((program, *_filled(arguments, path, page)), turns_page=True)
    name_of_system = _BY_SYSTEM.get(platform, _ELSEWHERE)
    if name_of_system is None:
        return Viewer((), turns_page=False)
    program = which(name_of_system)
    if program is None:
        raise UsageError(_("máy không có chương trình mở {path}").format(path=path), _EXAMPLE)
    return Viewer((program, str(path)), turns_page=False)


def _asked_for(template: str, path: Path, page: int | None, platform: str, which: Which) -> Viewer:
    windows = platform == "win32"
    try:
        # A backslash of Windows is part of a path, not a sign of quoting.
        words = [word.strip('"') if windows else word for word in shlex.split(template, posix=not windows)]
    except ValueError as error:
        raise UsageError(_("VB_OPENER viết thiếu dấu ngoặc: {words}").format(words=template), _EXAMPLE) from error
    program = which(words[0])
    if program is None:
        raise UsageError(_("không có chương trình “{name}” của VB_OPENER").format(name=words[0]), _EXAMPLE)
    arguments = words[1:] if any("{path}" in word for word in words[1:]) else [*words[1:], "{path}"]
    return Viewer((program, *_filled(arguments, path, page)), turns_page="{page}" in template)


def _filled(words: tuple[str, ...] | list[str], path: Path, page: int | None) -> list[str]:
    values = {"{page}": str(page or 1), "{path}": str(path)}
    # In one go: a path may hold a `{page}` of its own.
    return [re.sub(r"\{p(?:age|ath)\}", lambda m: values[m.group()], word) for word in words]


def start(viewer: Viewer, path: Path) -> None:
    """Start the program and leave it to itself; a `UsageError` where it gives up at once."""
    try:
        if not viewer.words:
            getattr(os, "startfile")(path)  # noqa: B009  (there on Windows alone)
            return
        process = subprocess.Popen(  # noqa: S603  (the program is the user's own choice; the file is one argument)
            viewer.words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        code = process.wait(_FAILS_WITHIN)
    except subprocess.TimeoutExpired:
        # It shows the file; who leaves it running need not be warned of it.
        process.returncode = 0
        return
    except OSError as error:
        raise _failed(viewer, path) from error
    if code:
        raise _failed(viewer, path)


def _failed(viewer: Viewer, path: Path) -> UsageError:
    program = viewer.words[0] if viewer.words else "Windows"
    return UsageError(_("{program} không mở được {path}").format(program=program, path=path), _EXAMPLE)
