"""Where the archive lies and what marks it as ours; how files are to be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

# "vbvb" in ASCII: `PRAGMA application_id` of every archive, so that no other database is taken for one.
APPLICATION_ID = 0x76627662
# `PRAGMA user_version`: number of migrations in `store.migrations`. Older archives are upgraded, newer ones refused.
SCHEMA_VERSION = 1
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


USUAL = Reading()


def cache_path(environ: Mapping[str, str]) -> Path:
    """Return the folder of what can be made anew: VB_CACHE, else the platform's user cache folder."""
    chosen = environ.get("VB_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("vb", appauthor=False)
