"""Where the archive lies and what marks it as ours."""

from collections.abc import Mapping
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
