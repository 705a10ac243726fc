"""Archives on network shares: noticed by the mounts, never written with WAL there."""

import os
import sqlite3
from contextlib import closing

import pytest

from vbcli.app import main
from vbcli.store import network
from vbcli.store.database import open_archive
from vbcli.store.network import lies_on_network, on_network_mount

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/srv /mnt/chung nfs4 rw 0 0
//may-chu/van\\040ban /mnt/Văn\\040bản cifs rw 0 0
/dev/sdb1 /mnt/chung/o-rieng ext4 rw 0 0
me@host:/ /home/a/xa fuse.sshfs rw 0 0
/dev/fuse /home/a/doc fuse.portal rw 0 0
tmpfs /mnt/chung2 tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    "path", ["/mnt/chung", "/mnt/chung/vb.sqlite", "/mnt/chung/a/b", "/home/a/xa/vb.sqlite", "/mnt/Văn bản/vb.sqlite"]
)
def test_paths_on_a_share(path):
    assert on_network_mount(path, MOUNTS)


@pytest.mark.parametrize(
    "path",
    [
        "/home/a/vb.sqlite",
        "/mnt/chung/o-rieng/vb.sqlite",
        "/mnt/chung2/vb.sqlite",
        "/mnt/chungnhau",
        "/home/a/doc/x",
        "/",
    ],
)
def test_paths_on_this_computer(path):
    assert not on_network_mount(path, MOUNTS)


def test_a_later_mount_covers_an_earlier_one():
    assert on_network_mount("/mnt/chung2/x", MOUNTS + "s:/ /mnt/chung2 nfs rw 0 0\n")


def test_this_folder_is_not_on_a_share(tmp_path):
    assert not lies_on_network(tmp_path)


@pytest.fixture
def mount(tmp_path, monkeypatch):
    """What turns the folder of the test into a network share, as far as the computer says."""
    mounts = tmp_path.parent / f"{tmp_path.name}-mounts"

    def now():
        mounts.write_text(f"{MOUNTS}server:/kho {os.path.realpath(tmp_path)} nfs4 rw 0 0\n", encoding="utf-8")
        monkeypatch.setattr(network, "_MOUNTS", mounts)

    return now


def test_an_archive_on_a_share_is_written_without_wal(tmp_path, mount):
    mount()
    with closing(open_archive(tmp_path / "vb.sqlite", create=True)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_one_that_was_brought_there_leaves_wal(tmp_path, mount):
    path = tmp_path / "vb.sqlite"
    open_archive(path, create=True).close()
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    mount()
    with closing(open_archive(path)) as conn:
        assert conn.execute("PRAGMA journal_mode").fetchone()[0] == "delete"


def test_a_clerk_is_warned_when_something_is_written_there(tmp_path, mount, capsys):
    mount()
    (tmp_path / "cv.txt").write_text(
        "HUYỆN ỦY LÂM KHÊ\nSố 1/CV-HU\n\nGiao UBND huyện sửa cầu Khau Dìa.\n", encoding="utf-8"
    )
    archive = str(tmp_path / "vb.sqlite")
    assert main(["ingest", str(tmp_path / "cv.txt"), "--db", archive]) == 0
    assert "nằm trên ổ mạng" in capsys.readouterr().err
    assert main(["ingest", "-q", str(tmp_path / "cv.txt"), "--db", archive]) == 0
    assert "nằm trên ổ mạng" not in capsys.readouterr().err
    assert main(["tasks", "--db", archive]) == 0
    assert "nằm trên ổ mạng" not in capsys.readouterr().err
