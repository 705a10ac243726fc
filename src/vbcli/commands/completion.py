"""`vb completion`: the script that makes a shell complete what belongs to `vb`; and what it asks for at each Tab.

A script hands over the line up to the cursor in `_VB_LINE` and gets lines back: `files` or `words` first,
then one candidate per line, with a tab and a few words about it for shells that show them.
"""

import os
import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from vbcli.commands.output import put
from vbcli.errors import ExitCode, InputError
from vbcli.language import _

HELP = """Gợi ý khi gõ Tab: lệnh, tùy chọn, đơn vị, số văn bản, mã việc

Ví dụ: vb completion bash --install
Ví dụ: vb completion zsh > ~/.zfunc/vb.zsh"""

ASKED = "_VB_COMPLETE"
"""Names the shell that asks; then `vb` answers and does nothing else."""
LINE, BREAKS = "_VB_LINE", "_VB_BREAKS"
_LONGEST = 70
"""Characters of the words about a candidate."""


class Shell(StrEnum):
    """Shells that can be helped."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(
    shell: Annotated[
        Shell, typer.Argument(metavar="bash|zsh|fish|powershell", help="trình bao đang dùng", show_default=False)
    ],
    *,
    install: Annotated[bool, typer.Option("--install", help="ghi vào nơi trình bao tìm, thay cho in ra")] = False,
) -> int:
    """Print the script of a shell, or put it where the shell looks."""
    from vbcli.commands.completion_scripts import SCRIPTS

    script = SCRIPTS[shell.value]
    if not install:
        put(script)
        return ExitCode.DONE
    for line in _installed(shell, script, os.environ):
        put(f"{line}\n")
    return ExitCode.DONE


def _installed(shell: Shell, script: str, environ: Mapping[str, str]) -> list[str]:
    """Put the script in its place; return what was done, in words. A second time changes nothing."""
    from vbcli.whole_file import write_whole

    home = Path.home()
    settings = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    places = {
        Shell.BASH: (data / "bash-completion" / "completions" / "vb", [home / ".bashrc"]),
        Shell.ZSH: (data / "vb" / "completion.zsh", [Path(environ.get("ZDOTDIR") or home) / ".zshrc"]),
        Shell.FISH: (settings / "fish" / "completions" / "vb.fish", []),
    }
    path, profiles = places.get(shell) or (data / "vb" / "completion.ps1", _powershell_profiles())
    said = []
    if path.exists() and path.read_text(encoding="utf-8") == script:
        said.append(_("{path} đã có sẵn").format(path=path))
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, script.encode())
        said.append(_("Đã ghi {path}").format(path=path))
    said += [_told(profile, _line_for(shell, path)) for profile in profiles]
    return [*said, _("Mở cửa sổ lệnh mới rồi gõ: vb ta<Tab>")]


def _line_for(shell: Shell, path: Path) -> str:
    """Return the line of a profile that reads the script. ASCII around the path: old PowerShell reads no UTF-8."""
    quoted = str(path).replace("'", "''" if shell is Shell.POWERSHELL else r"'\''")
    if shell is Shell.POWERSHELL:
        return f"if (Test-Path '{quoted}') {{ . '{quoted}' }}  # vb completion"
    return f"[ -r '{quoted}' ] && . '{quoted}'  # vb completion"


def _told(profile: Path, line: str) -> str:
    """Add a line to a profile that lacks it; return what was done."""
    before = profile.read_bytes() if profile.exists() else b""
    # What stands in a profile stays as it is, in whichever encoding.
    if line.encode() in before:
        return _("{path} đã có dòng gọi").format(path=profile)
    profile.parent.mkdir(parents=True, exist_ok=True)
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    with profile.open("ab") as file:
        file.write(gap + line.encode() + b"\n")
    return _("Đã thêm một dòng vào cuối {path}").format(path=profile)


def _powershell_profiles() -> list[Path]:
    """Return the profiles of the PowerShells on this computer, as they tell themselves."""
    import shutil
    import subprocess

    found = []
    for name in ("pwsh", "powershell"):
        program = shutil.which(name)
        if program:
            ask = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE.CurrentUserAllHosts"
            command = [program, "-NoProfile", "-NonInteractive", "-Command", ask]
            told = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  (a program of the system)
            path = told.stdout.decode("utf-8", "replace").strip()
            found += [Path(path)] if path else []
    if not found:
        raise InputError(
            _("không tìm thấy PowerShell trên máy này"),
            _("vb completion powershell > vb.ps1, rồi gọi tệp ấy trong $PROFILE"),
        )
    return found


# --- at each Tab ------------------------------------------------------------------------------------------------------


def answer(root: Any, environ: Mapping[str, str]) -> int:
    """Print what may complete the line that a shell hands over."""
    from vbcli.commands.candidates import candidates
    from vbcli.render.inert import inert

    shell = environ[ASKED]
    line = environ.get(LINE, "")
    words, typed = split_line(line, "`" if shell == Shell.POWERSHELL else "\\")
    found = candidates(root, words[1:], typed.value) if words else ()
    if found is None:
        put("files\n")
        return ExitCode.DONE
    lines = ["words"]
    for candidate in found:
        value = inert(candidate.value)
        if shell == Shell.BASH:
            lines.append(_for_bash(value, typed, environ.get(BREAKS, "")))
        else:
            about = inert(candidate.about)
            about = about if len(about) <= _LONGEST else f"{about[:_LONGEST].rsplit(' ', 1)[0]} …"
            lines.append(f"{value}\t{about}".rstrip("\t"))
    put("".join(f"{line}\n" for line in lines))
    return ExitCode.DONE


class Typed:
    """The word at the cursor: as it was typed, what it means, and the quote that is still open."""

    def __init__(self) -> None:
        self.raw = ""
        self.value = ""
        self.quote = ""
        self.quoted_from = 0
        """Where in `raw` the words behind the open quote begin."""


def split_line(line: str, escape: str = "\\") -> tuple[list[str], Typed]:
    r"""Return the words before the cursor, quotes taken off, and the word at it. Settings before the program are left out.

    >>> words, typed = split_line('VB_DB=a vb tasks --unit "UBND h')
    >>> words, typed.value, typed.quote
    (['vb', 'tasks', '--unit'], 'UBND h', '"')
    """
    words: list[str] = []
    typed = Typed()
    letters = iter(line)
    for letter in letters:
        if not typed.quote and letter.isspace():
            if typed.raw:
                words.append(typed.value)
            typed = Typed()
            continue
        typed.raw += letter
        if letter == escape and typed.quote != "'":
            following = next(letters, "")
            typed.raw += following
            # Between double quotes only what could end or open something is escaped.
            kept = letter if typed.quote and following not in f'"$`{escape}' else ""
            typed.value += kept + following
        elif letter == typed.quote:
            typed.quote = ""
        elif letter in "\"'" and not typed.quote:
            typed.quote, typed.quoted_from = letter, len(typed.raw)
        else:
            typed.value += letter
    while words and re.match(r"^\w+=", words[0]):
        del words[0]
    return words, typed


_SPECIAL = re.compile(r"""([\s"'\\`$&|;<>()*?\[\]{}!#~^])""")


def _for_bash(value: str, typed: Typed, breaks: str) -> str:
    """Return what readline is to put in the place of what it takes for the word: that begins behind an open quote or a break."""
    if typed.quote:
        before = typed.value[: len(typed.value) - len(_unquoted(typed))]
        value = value.removeprefix(before)
        return re.sub(r'(["$`\\])', r"\\\1", value) if typed.quote == '"' else value
    whole = _SPECIAL.sub(r"\\\1", value)
    # `@` and `$` end what stands before them, and belong to what follows.
    ends = (m.start() if m[0] in "@$" else m.end() for m in re.finditer(r"(?<!\\)[^\w\s]", typed.raw) if m[0] in breaks)
    start = max(ends, default=0)
    return whole[start:] if whole[:start] == typed.raw[:start] else whole


def _unquoted(typed: Typed) -> str:
    """Return what stands behind the open quote."""
    return split_line(typed.raw[typed.quoted_from - 1 :])[1].value
