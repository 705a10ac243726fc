"""Whether a file lies on another computer. SQLite's WAL needs memory that all its programs share: a share has none."""

import os
import re
import sys
from pathlib import Path

_KINDS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afpfs", "webdav", "davfs", "ncpfs", "afs", "ceph"})
_FUSE = frozenset({"fuse.sshfs", "fuse.davfs", "fuse.smbnetfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs"})
_OCTAL = re.compile(r"\\([0-7]{3})")
_MOUNTS = Path("/proc/self/mounts")
_REMOTE = 4
"""DRIVE_REMOTE of Windows' GetDriveType."""


def lies_on_network(path: Path) -> bool:
    """Tell whether the file lies on a network share; False where that cannot be told."""
    if sys.platform == "win32":
        return _is_share(str(path)) or _is_remote_drive(path)
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return on_network_mount(os.path.realpath(path), mounts)


def on_network_mount(path: str, mounts: str) -> bool:
    """Tell whether the path lies below a network mount, by the lines of /proc/mounts (proc(5)); the deepest mount decides."""
    kind, longest = "", -1
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:  # noqa: PLR2004  (device, place, kind)
            continue
        place = _OCTAL.sub(lambda m: chr(int(m[1], 8)), parts[1])
        # Of two mounts at one place the later covers the earlier.
        if len(place) >= longest and (path == place or path.startswith(place.rstrip("/") + "/")):
            kind, longest = parts[2], len(place)
    return kind in _KINDS or kind in _FUSE


def _is_share(path: str) -> bool:
    r"""Tell whether a Windows path names a share: `\\computer\share`."""
    return path.replace("/", "\\").startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))


def _is_remote_drive(path: Path) -> bool:
    import ctypes

    windll = getattr(ctypes, "windll", None)
    drive = path.absolute().drive
    return bool(windll and drive and windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE)
