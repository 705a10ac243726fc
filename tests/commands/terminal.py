"""Run the program the way people do: in a process, in a pipe, in a pseudo-terminal."""

import os
import subprocess
import sys
from pathlib import Path

VB = (sys.executable, "-m", "vbcli")


def run_vb(
    *arguments: str, env: dict[str, str] | None = None, timeout: float = 60
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*VB, *arguments], check=False, capture_output=True, env={**os.environ, **(env or {})}, timeout=timeout
    )


def run_on_terminal(
    width: int, *arguments: str, env: dict[str, str] | None = None, lines: int = 50, encoding: str = "utf-8"
) -> str:
    """Return what a terminal of the given size shows: its bytes taken for text of the given encoding."""
    import fcntl
    import pty
    import struct
    import termios

    pid, terminal = pty.fork()
    if pid == 0:
        # No pager unless a test names one: it would wait for somebody to press a key.
        os.environ.update({"PAGER": "cat", **(env or {})})
        # The size is set before the program looks.
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", lines, width, 0, 0))
        # os.environ, not what C libraries put beside it: readline sets COLUMNS behind Python's back.
        os.execve(VB[0], [*VB, *arguments], dict(os.environ))
    shown = b""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.waitpid(pid, 0)
    os.close(terminal)
    return shown.decode(encoding).replace("\r\n", "\n")


def files_of(folder: Path, **texts: str) -> Path:
    """Make a folder of .txt files."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
