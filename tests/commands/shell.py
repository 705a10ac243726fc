"""A real shell in a pseudo-terminal, with a `vb` that completes as ours and otherwise prints the words it was given."""

import os
import select
import sys
import time
from pathlib import Path

PROGRAM = """#!/bin/sh
[ -n "$_VB_COMPLETE" ] && exec '{python}' -m vbcli "$@"
printf '<%s>' "$@"
echo END
"""


def program_in(folder: Path) -> Path:
    """Put such a `vb` into a folder; return the folder, for PATH."""
    folder.mkdir()
    path = folder / "vb"
    path.write_text(PROGRAM.format(python=sys.executable))
    path.chmod(0o755)
    return folder


class Shell:
    """Types into a shell and reads what its terminal shows."""

    def __init__(self, command: list[str], env: dict[str, str], *, wide: int = 200) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, wide, 0, 0))
            os.execvpe(command[0], command, env)
        self.shown = ""

    def type(self, text: str) -> None:
        os.write(self.terminal, text.encode())

    def wait_for(self, words: str, seconds: float = 30) -> str:
        """Return what was shown up to these words; fail with all of it where they do not come."""
        end = time.monotonic() + seconds
        while words not in self.shown:
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f"{words!r} not in {self.shown!r}")
            self.shown += os.read(self.terminal, 65536).decode("utf-8", "replace")
        found, _, self.shown = self.shown.partition(words)
        return found

    def settle(self, seconds: float = 0.4) -> str:
        """Return what is shown until nothing more comes for a moment."""
        while select.select([self.terminal], [], [], seconds)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                break
            if not data:
                break
            self.shown += data.decode("utf-8", "replace")
        found, self.shown = self.shown, ""
        return found

    def close(self) -> None:
        import signal

        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
