"""Reading in workers: order kept, one bad file never costs the others, nothing left behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from records import Paper, record
from vbcli.config import Limits, limits_of
from vbcli.errors import ReadError
from vbcli.workers import Failure, each

FILES = [Path(f"{n:02d}.txt") for n in range(14)]
PROC = Path("/proc/self/stat")


def reader(path: Path):
    if path.stem == "03":
        os.kill(os.getpid(), 9)
    if path.stem == "05":
        raise ReadError("password", "Tệp có mật khẩu.", "bỏ mật khẩu")
    if path.stem == "00":
        time.sleep(0.3)
    return (record(Paper(path=str(path))),)


def alive(path: Path):
    return (record(Paper(path=str(path))),) if path.stem != "03" else reader(Path("05.txt"))


def hostile(path: Path):
    if path.stem == "02":
        subprocess.run(["sleep", "60"], check=True)
    if path.stem == "04":
        while True:
            pass
    if path.stem == "06":
        return (record(Paper(path=str(bytearray(10**10)[:1]))),)
    return reader(path)


def codes(found):
    return {path.stem: answer.code for path, answer in found if isinstance(answer, Failure)}


def children():
    """Return the command lines of the workers and of what they have started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, rest = stat.read_text().split(" (", 1)
        except OSError:
            continue
        fields = rest.rpartition(") ")[2]
        parents[int(number)] = (int(fields.split()[1]), fields[0])
    found, frontier = [], {os.getpid()}
    while frontier:
        below = {pid for pid, (parent, state) in parents.items() if parent in frontier and state != "Z"}
        found += [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in below if Path(f"/proc/{pid}").exists()]
        frontier = below
    return [command for command in found if b"spawn_main" in command or command.startswith(b"sleep")]


def test_a_file_that_kills_its_worker_costs_only_itself():
    found = list(each(reader, FILES, len(FILES), 2))
    assert [path for path, _ in found] == FILES
    assert codes(found) == {"03": "crashed", "05": "password"}


@pytest.mark.skipif(not PROC.exists(), reason="processes are counted in /proc")
def test_what_hangs_or_bloats_is_named_and_nothing_is_left_behind():
    found = list(each(hostile, FILES, len(FILES), 2, Limits(seconds=2.0)))
    assert [path for path, _ in found] == FILES
    assert codes(found) == {"02": "timeout", "03": "crashed", "04": "timeout", "05": "password", "06": "memory"}
    assert children() == []


def test_few_plain_texts_are_read_here(monkeypatch):
    monkeypatch.setitem(sys.modules, "pebble", None)
    found = list(each(alive, FILES[:5], 5, 4))
    assert [isinstance(answer, Failure) for _, answer in found] == [False, False, False, True, False]


def test_one_file_of_another_kind_has_a_worker(tmp_path):
    path = tmp_path / "03.pdf"
    path.write_bytes(b"x")
    assert codes(each(reader, [path], 1, 4)) == {"03": "crashed"}


def test_records_come_back_from_a_worker_as_they_were():
    found = dict(each(alive, FILES, len(FILES), 2))
    assert found[FILES[7]] == alive(FILES[7])


def test_files_are_asked_for_as_they_are_needed():
    asked = []

    def paths():
        for path in FILES:
            asked.append(path)
            yield path

    answers = each(alive, paths(), len(FILES), 1)
    next(answers)
    assert len(asked) == 1


def test_leaving_early_ends_the_workers():
    answers = each(alive, FILES, len(FILES), 2)
    next(answers)
    answers.close()
    assert not PROC.exists() or children() == []


def test_time_grows_with_the_file_and_may_be_set(tmp_path):
    small, large = tmp_path / "a.txt", tmp_path / "a.pdf"
    small.write_bytes(b"x")
    large.write_bytes(bytes(2 * 1024**2))
    limits = Limits()
    assert limits.seconds_for(small) < limits.seconds_for(large)
    assert limits.seconds_for(tmp_path / "không có") == limits.seconds_for(tmp_path / "không có")
    assert limits_of({"VB_TIMEOUT": "7.5", "VB_MEMORY": "512"}) == Limits(7.5, 512 * 1024**2)
    assert limits_of({"VB_TIMEOUT": "x", "VB_MEMORY": "-1"}) == Limits()
