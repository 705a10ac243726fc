"""Where the archive lies and what marks it as ours; how files are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# "vbvb" in ASCII: `PRAGMA application_id` of every archive, so that no other database is taken for one.
APPLICATION_ID = 0x76627662
# `PRAGMA user_version`: number of migrations in `store.migrations`. Older archives are upgraded, newer ones refused.
SCHEMA_VERSION = 4
ARCHIVE_NAME = "vb.sqlite"


def archive_path(named: str | None, environ: Mapping[str, str]) -> Path:
    """Return the archive that the user means: `--db`, else VB_DB, else the platform's user data folder."""
    chosen = named or environ.get("VB_DB")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("vb", appauthor=False) / ARCHIVE_NAME


class Ocr(StrEnum):
    """Values of `--ocr`."""

    AUTO = "auto"
    """Where a page has no text worth reading."""
    NEVER = "never"
    FORCE = "force"
    """Even where a .pdf has a text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are to be read."""

    ocr: Ocr = Ocr.AUTO
    pages_at_once: int = 1
    """Processes that recognise the pages of one file."""
    cache: Path | None = None
    """Folder of what OCR made of pages; None keeps nothing."""
    converted: Path | None = None
    """Folder of old Word files that are .docx already."""
    told: Path | None = None
    """File into which those who recognise pages write how far they are; None where nobody looks."""


USUAL = Reading()

MEMORY = 2 * 1024**3
_MB = 1024**2
_LEAST = 60.0
_RECOGNISED = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost before it is given up."""

    seconds: float | None = None
    """None: by size."""
    memory: int = MEMORY
    """Bytes, of each worker."""

    def seconds_for(self, path: Path) -> float:
        """Return the time for a file: a minute, more for large ones, most where a page may need a second of OCR."""
        if self.seconds is not None:
            return self.seconds
        try:
            size = path.stat().st_size / _MB
        except OSError:
            size = 0.0
        if path.suffix.lower() in _RECOGNISED:
            return min(3 * _LEAST + 120 * size, 3600.0)
        return min(_LEAST + 30 * size, 900.0)


def limits_of(environ: Mapping[str, str]) -> Limits:
    """Return the limits that the user sets: VB_TIMEOUT in seconds, VB_MEMORY in MB."""
    seconds, memory = _positive(environ.get("VB_TIMEOUT")), _positive(environ.get("VB_MEMORY"))
    return Limits(seconds, int(memory * _MB) if memory else MEMORY)


def _positive(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 < number < float("inf") else None


def cache_path(environ: Mapping[str, str]) -> Path:
    """Return the folder of what can be made anew: VB_CACHE, else the platform's user cache folder."""
    chosen = environ.get("VB_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("vb", appauthor=False)
