"""Two hundred hostile files in one folder: each named with its reason, every good one stored, no worker over its limits."""

import json
import os
import subprocess
import threading
import time
from pathlib import Path

import pytest
from hostile import OFFICE, hostile_files
from terminal import VB

from vbcli.pipeline import ingest
from vbcli.store.filing import Stamp

PROC = Path("/proc/self/status")
DRAFT = "HUYỆN ỦY LÂM KHÊ\nSố {n}-CV/HU\n\nGiao UBND huyện sửa đập Khau Dìa số {n}, hoàn thành trước ngày 25/4/2024.\n"
ODD_NAMES = (
    "thường.txt",
    "hai\ndòng.txt",
    "-rf.txt",
    "--help.txt",
    "$(rm x).txt",
    "\x1b[31mđỏ.txt",
    "dấu cách  .txt",
    "MA\u0300U.TXT",
    "🙂.txt",
    "a" * 240 + ".txt",
    "'; DROP TABLE tasks; --.txt",
    "%s%n.txt",
)
MEMORY = 1024
"""Megabytes, of each worker."""
SECONDS = "15"
"""Of each file: those that would run for ever are few."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of hostile files and the codes that are expected of them; good papers among them."""
    folder = tmp_path_factory.mktemp("den")
    codes = {}
    for number, (name, content, code) in enumerate(hostile_files()):
        path = folder / f"{number:03d} {name}"[:250]
        path.write_bytes(content)
        codes[str(path)] = code
    with (folder / "to.txt").open("wb") as file:
        file.truncate(200 * 1024**2)
    codes[str(folder / "to.txt")] = "too_large"
    (folder / "thu-muc.docx").mkdir()
    (folder / "thu-muc.docx" / "vong").symlink_to(folder)
    (folder / "vong-1.txt").symlink_to(folder / "vong-2.txt")
    (folder / "vong-2.txt").symlink_to(folder / "vong-1.txt")
    (folder / "mat.docx").symlink_to(folder / "khong-co.docx")
    codes |= dict.fromkeys(map(str, (folder / "vong-1.txt", folder / "vong-2.txt", folder / "mat.docx")), "vanished")
    os.mkfifo(folder / "ong.txt")
    for number, name in enumerate(ODD_NAMES):
        (folder / name).write_text(DRAFT.format(n=number + 1), encoding="utf-8")
    broken = os.fsencode(folder) + b"/hong-\xff-ma.txt"
    Path(os.fsdecode(broken)).write_text(DRAFT.format(n=99), encoding="utf-8")
    return folder, codes


class Watch:
    """The greatest memory of each process below one, by what it runs."""

    def __init__(self, process):
        self.process = process
        self.most = {}
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def _look(self):
        while self.process.poll() is None:
            for pid in below(self.process.pid):
                try:
                    status = Path(f"/proc/{pid}/status").read_text()
                    command = Path(f"/proc/{pid}/cmdline").read_bytes()
                except OSError:
                    continue
                peak = next((line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")), "0")
                if command:  # an ended process has none
                    self.most[pid] = (command, max(int(peak) * 1024, self.most.get(pid, (b"", 0))[1]))
            time.sleep(0.02)


def below(top):
    """Return the processes that a process started, and those that they started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text().split(" (", 1)
        except OSError:
            continue
        parents[int(pid)] = int(rest.rpartition(") ")[2].split()[1])
    found, frontier = set(), {top}
    while frontier:
        frontier = {pid for pid, parent in parents.items() if parent in frontier} - found
        found |= frontier
    return found


def lives(pid):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.fixture(scope="module")
def run(folder, tmp_path_factory):
    """The program over the folder: (report, exit code, (command, greatest memory) of each process, processes left)."""
    where = tmp_path_factory.mktemp("kho")
    env = {**os.environ, "VB_CACHE": str(where), "VB_TIMEOUT": SECONDS, "VB_MEMORY": str(MEMORY), "LC_ALL": "C"}
    command = [*VB, "ingest", str(folder[0]), "--db", str(where / "vb.sqlite"), "--jobs", "2", "--json"]
    with (where / "out").open("wb") as out, (where / "err").open("wb") as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, env=env)
        watch = Watch(process)
        process.wait(timeout=900)
    watch.thread.join()
    left = list(watch.most)
    for _ in range(100):  # what watches over shared memory ends a moment after the program
        left = [pid for pid in left if lives(pid)]
        if not left:
            break
        time.sleep(0.1)
    report = json.loads((where / "out").read_text(encoding="utf-8"))
    return report, process.returncode, watch.most, [watch.most[pid][0] for pid in left]


pytestmark = pytest.mark.skipif(not PROC.exists(), reason="processes are measured in /proc")


def test_a_hostile_folder_costs_only_its_own_files(folder, run):
    """One test, so that the folder is read once however many processes test."""
    _, codes = folder
    report, code, most, left = run
    failed = {item["path"]: item for item in report["failed"]}
    assert len(codes) >= 190
    # every good file is stored
    assert code == 3
    stored = {Path(item["path"]).name for item in report["new"]}
    assert [name for name in ODD_NAMES if name not in stored] == []
    assert any(name.startswith("hong-") for name in stored)
    # each hostile one has the reason that it should, or took too long on a busy computer; none is a fault of the program
    expected = {path: code for path, code in codes.items() if code and not needs_office(path)}
    told = {path: failed.get(path, {}).get("code") for path in expected}
    assert {path: code for path, code in told.items() if code not in (expected[path], "timeout")} == {}
    assert [item for item in failed.values() if item["code"] == "fault"] == []
    reasons = [item["reason"] for item in failed.values()]
    assert [reason for reason in reasons if "\n" in reason or len(reason) > 200 or not reason.endswith(".")] == []
    # no process goes over the limit of a worker, and none is left
    assert any(b"spawn_main" in command for command, _ in most.values())
    assert [(command, peak) for command, peak in most.values() if peak > MEMORY * 1024**2] == []
    assert left == []


def needs_office(path):
    """Tell whether a program that may be missing reads the kind of file, before it is seen to be damaged."""
    return Path(path).suffix.lstrip(".") in OFFICE


def test_a_file_that_vanishes_or_changes_while_others_are_read(tmp_path):
    folder = tmp_path / "den"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02d}.txt").write_text(DRAFT.format(n=number), encoding="utf-8")

    def meddle(done, _total, _path):
        if done == 1:
            (folder / "22.txt").unlink()
            (folder / "23.txt").write_text(DRAFT.format(n=500), encoding="utf-8")

    stamp = Stamp("0", "2024-05-01T00:00:00")
    report = ingest([folder], tmp_path / "vb.sqlite", stamp, jobs=2, progress=meddle)
    assert [(Path(line.path).name, line.code) for line in report.failed] == [("22.txt", "vanished")]
    assert len(report.new) == 23
    again = ingest([folder], tmp_path / "vb.sqlite", stamp, jobs=1)
    assert (len(again.failed), len(again.unchanged) + len(again.changed)) == (0, 23)
