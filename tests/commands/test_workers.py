"""Reading in parallel: order kept, one bad file never costs the others."""

import os
import time
from pathlib import Path

from records import Paper, record
from vbcli.errors import ReadError
from vbcli.workers import Failure, each

FILES = [Path(f"{n:02d}.txt") for n in range(14)]


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


def test_a_file_that_kills_its_worker_costs_only_itself():
    found = list(each(reader, FILES, len(FILES), 2))
    assert [path for path, _ in found] == FILES
    failures = {path.stem: answer.code for path, answer in found if isinstance(answer, Failure)}
    assert failures == {"03": "damaged", "05": "password"}


def test_few_files_are_read_here():
    found = list(each(alive, FILES[:5], 5, 4))
    assert [isinstance(answer, Failure) for _, answer in found] == [False, False, False, True, False]


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
