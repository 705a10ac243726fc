"""What OCR made of the pictures of a paper, kept so that nothing is recognised twice and an interrupted run goes on.

Nothing of a paper is written before its first page was looked at for a mark of secrecy; where a mark turns up later,
what was kept of the paper goes again.
"""

import hashlib
import os
import threading
import zlib
from contextlib import suppress
from pathlib import Path

_FOLDER = "ocr"


def name_of(picture: bytes, settings: str) -> str:
    """Return the name under which the table of a picture is kept."""
    return hashlib.sha256(picture + settings.encode()).hexdigest()


class PaperCache:
    """The tables of one paper; threads may share it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / _FOLDER if folder else None
        self._lock = threading.Lock()
        self._waiting: dict[str, str] | None = {}
        """Tables not yet written; None from the moment that they may be."""
        self._own: set[Path] = set()
        """The files of this paper, written now or in a run before."""

    def recall(self, name: str) -> str | None:
        """Return a table; None where there is none."""
        with self._lock:
            place = self._place(name)
            if place is None:
                return None
            try:
                table = zlib.decompress(place.read_bytes()).decode("utf-8")
            except (OSError, zlib.error, UnicodeDecodeError):
                return None
            self._own.add(place)
            return table

    def keep(self, name: str, table: str) -> None:
        """Keep a table, at once or when the paper is known to bear no mark."""
        with self._lock:
            if self._waiting is None:
                self._write(name, table)
            else:
                self._waiting[name] = table

    def allow(self) -> None:
        """Write what waits and all that comes: the first page bears no mark."""
        with self._lock:
            waiting, self._waiting = self._waiting or {}, None
            for name, table in waiting.items():
                self._write(name, table)

    def forbid(self) -> None:
        """Keep nothing of the paper, nor what was kept of it before."""
        with self._lock:
            self._folder = None
            self._waiting = None
            for place in self._own:
                with suppress(OSError):
                    place.unlink()
            self._own.clear()

    def _place(self, name: str) -> Path | None:
        return self._folder / name[:2] / f"{name}.z" if self._folder else None

    def _write(self, name: str, table: str) -> None:
        """Write the table whole or not at all; a disk that is full or closed only costs time later."""
        place = self._place(name)
        if place is None:
            return
        self._own.add(place)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = place.with_name(f"{place.name}.{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_bytes(zlib.compress(table.encode("utf-8")))
            draft.replace(place)
