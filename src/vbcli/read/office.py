"""Old Word files, .rtf and .odt into .docx by LibreOffice, which keeps numbers, tables and the names of fonts.

Each start has a profile of its own, macros and linked pictures off, and a time limit. Many files go into one start
(`convert_ahead`): a start costs a second, a file a tenth of that.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from vbcli.errors import ReadError
from vbcli.language import N_
from vbcli.read.kinds import OFFICE

TIMEOUT = 90
"""Seconds for a file; a group has as much and a little for each."""
PER_FILE = 5
GROUP = 24
"""Files that go into one start."""

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_INSTALL = N_("Cài LibreOffice (Debian, Ubuntu: libreoffice-writer-nogui) rồi nạp lại, hoặc lưu tệp thành .docx.")
_SAVE_AS_DOCX = N_("Mở bằng Word hoặc LibreOffice, lưu thành .docx rồi nạp lại.")
_NOWHERE = "http://127.0.0.1:9"
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def program() -> str | None:
    """Return the LibreOffice of this machine; None where it is not installed."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def to_docx(data: bytes, kind: str, ready: Path | None = None) -> bytes:
    """Return the file as .docx; one that lies converted in the folder `ready` is taken from there."""
    done = ready / _name(data, "docx") if ready else None
    if done is not None and done.is_file():
        return done.read_bytes()
    soffice = program()
    if soffice is None:
        raise ReadError(
            "needs_office", N_("Tệp .{kind} cần LibreOffice để đọc, máy chưa cài.").format(kind=kind), _INSTALL
        )
    with tempfile.TemporaryDirectory(prefix="vb-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / _name(data, kind)
        source.write_bytes(data)
        in_time = _run(soffice, [source], folder, folder, TIMEOUT)
        result = folder / _name(data, "docx")
        if result.is_file():
            return result.read_bytes()
    if not in_time:
        raise ReadError(
            "timeout",
            N_("LibreOffice không mở xong tệp .{kind} trong {seconds} giây.").format(kind=kind, seconds=TIMEOUT),
            _SAVE_AS_DOCX,
        )
    raise ReadError("damaged", N_("LibreOffice không mở được tệp .{kind}.").format(kind=kind), _SAVE_AS_DOCX)


def with_office_files(paths: Iterable[Path], folder: Path) -> Iterator[Path]:
    """Yield the paths as they come; where old Word files are among them, a group is converted first."""
    waiting = iter(paths)
    for path in waiting:
        if path.suffix.lower().lstrip(".") not in OFFICE or program() is None:
            yield path
            continue
        group = [path, *islice(waiting, GROUP - 1)]
        convert_ahead([p for p in group if p.suffix.lower().lstrip(".") in OFFICE], folder)
        yield from group


def convert_ahead(paths: Sequence[Path], folder: Path) -> None:
    """Convert files in one start into the folder; what does not come out is left to `to_docx`, which says why."""
    soffice = program()
    if soffice is None or len(paths) < 2:  # noqa: PLR2004 (one file needs no group)
        return
    with tempfile.TemporaryDirectory(prefix="vb-", ignore_cleanup_errors=True) as name:
        sources = []
        for path in paths:
            try:
                data = path.read_bytes()
            except OSError:
                continue  # the reader meets the same trouble and names it
            source = Path(name) / _name(data, path.suffix.lstrip(".").lower())
            source.write_bytes(data)
            sources.append(source)
        _run(soffice, sources, folder, Path(name), TIMEOUT + PER_FILE * len(sources))


def _name(data: bytes, suffix: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()}.{suffix}"


def _run(soffice: str, sources: Sequence[Path], target: Path, scratch: Path, limit: float) -> bool:
    """Run the conversion; tell whether it came to an end in time."""
    profile = scratch / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    command = [
        soffice,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(target), *map(str, sources)),
    ]
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NOWHERE)
    process = subprocess.Popen(  # noqa: S603 (the program is found, not told; arguments are paths that we made)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | proxies,
        start_new_session=True,
    )
    try:
        process.wait(timeout=limit)
    except subprocess.TimeoutExpired:
        return False
    else:
        return True
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with what it started: `soffice` is only the door-keeper of the real one."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(  # noqa: S603
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607
                check=False,
                capture_output=True,
            )
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.wait()
