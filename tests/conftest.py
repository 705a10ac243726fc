"""Fixtures that several folders share."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vbcli.store.database import open_archive

if TYPE_CHECKING:
    from report_archive import Office


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Path of an archive that does not exist yet."""
    return tmp_path / "kho" / "vb.sqlite"


@pytest.fixture
def archive(db: Path) -> Iterator[sqlite3.Connection]:
    """An empty archive on the disk."""
    conn = open_archive(db, create=True)
    conn.row_factory = None  # rows are compared with tuples
    yield conn
    conn.close()


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is recognised on scanned samples is kept for one run, never among the user's own."""
    os.environ["VB_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the person who runs the tests reaches them."""
    for name in ("VB_DB", "VB_TODAY", "VB_LEXICON", "VB_CONFIG", "PAGER", "NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


@pytest.fixture
def spring(db: Path) -> Path:
    """Path of an archive with the papers of `papers_of_a_spring`."""
    from papers_of_a_spring import fill

    conn = open_archive(db, create=True)
    fill(conn)
    conn.close()
    return db


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> "Office":
    """Twenty weeks of an office: its archive, its ledger, and the summary of every week (`report_archive`)."""
    from report_archive import build

    return build(tmp_path_factory.mktemp("van-phong"))
