"""The lines of `vb schedule`, run as their programs would run them."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from terminal import VB

from vbcli.app import main

LETTER = "HUYỆN ỦY LÂM KHÊ\nSố 1/CV-HU\n\nGiao UBND huyện sửa cầu Khau Dìa, hoàn thành trước ngày 25/4/2024.\n"


@pytest.fixture
def office(tmp_path):
    """An office with blanks, accents and percent signs in its paths."""
    for name in ("Văn bản đến 100%", "Báo cáo 5%"):
        (tmp_path / name).mkdir()
    (tmp_path / "Văn bản đến 100%" / "cv.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def printed(capsys, *words):
    assert main(["schedule", *words]) == 0
    return capsys.readouterr().out


def given(office, kind):
    archive = str(office / "kho 1%.sqlite")
    return [
        kind,
        "--folder",
        str(office / "Văn bản đến 100%"),
        "--reports",
        str(office / "Báo cáo 5%"),
        "--db",
        archive,
    ]


def bare(command, home):
    """Run a line as cron does: a shell, an empty environment, no terminal."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        check=False,
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        cwd=home,
        capture_output=True,
        text=True,
    )


def test_the_lines_of_cron_run_in_a_bare_environment(office, capsys):
    lines = printed(capsys, *given(office, "cron")).splitlines()
    jobs = [line.split(None, 5) for line in lines if line[:1].isdigit()]
    assert [job[:5] for job in jobs] == [["0", "7", "*", "*", "1-5"], ["30", "15", "*", "*", "5"]]
    # cron ends the command at a percent sign that is not escaped, and takes the backslash away
    assert [job[5] for job in jobs if re.search(r"(?<!\\)%", job[5])] == []
    reading, report = (job[5].replace(r"\%", "%") for job in jobs)
    assert (bare(reading, office).returncode, (office / "kho 1%.sqlite").is_file()) == (0, True)
    done = bare(report, office)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    names = sorted(path.name for path in (office / "Báo cáo 5%").iterdir())
    assert [re.sub(r"\d", "9", name) for name in names] == ["tuan-9999-W99.docx", "tuan-9999-W99.xlsx"]


def test_day_and_hours_are_as_asked(office, capsys):
    out = printed(capsys, *given(office, "cron"), "--day", "sun", "--at", "8:05", "--read-at", "23h59")
    assert re.findall(r"^\d+ \d+ \* \* \S+", out, re.MULTILINE) == ["59 23 * * 1-5", "5 8 * * 0"]


@pytest.mark.parametrize("option", ["--at", "--read-at"])
@pytest.mark.parametrize("words", ["25:00", "chiều", ""])
def test_an_hour_that_is_none(capsys, option, words):
    assert main(["schedule", "cron", option, words]) == 2
    assert f"không hiểu giờ “{words}” của {option}" in capsys.readouterr().err


def test_systemd_units_say_what_cron_lines_say(office, capsys):
    out = printed(capsys, *given(office, "systemd"))
    assert out.count("Persistent=true") == 2
    starts = re.findall(r"^ExecStart=(.*)$", out, re.MULTILINE)
    words = [[word.replace("%%", "%").replace("$$", "$") for word in shlex.split(line)] for line in starts]
    cron = printed(capsys, *given(office, "cron")).splitlines()
    assert words == [shlex.split(line.split(None, 5)[5].replace(r"\%", "%")) for line in cron if line[:1].isdigit()]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not on this machine")
def test_systemd_takes_the_units(office, capsys):
    out = printed(capsys, *given(office, "systemd"))
    files = []
    for path, text in re.findall(r"^# \S+/(vb-\S+)\n(.*?)(?=^# |\Z)", out, re.MULTILINE | re.DOTALL):
        files.append(office / path)
        files[-1].write_text(text, encoding="utf-8")
    assert len(files) == 4
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, files)], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("share", [r"\\may-chu\Văn bản đến", r"D:\Văn bản đến", "D:/Van ban"])
def test_windows_paths_stay_what_they_are(capsys, share):
    out = printed(capsys, "windows", "--folder", share, "--reports", r"E:\Báo cáo", "--db", r"D:\vb\kho.sqlite")
    assert out.count("\r\n") == out.count("\n")
    shown = share.replace("/", "\\")
    assert f'"{shown}"' in out
    assert r'-o "E:\Báo cáo\tuan-%%G-W%%V.docx"' in out
    assert r"--db D:\vb\kho.sqlite" in out
    assert re.findall(r"^schtasks .*", out, re.MULTILINE) != []
    # between the rem lines stands a batch file: every percent sign but that of its argument is doubled
    batch = re.search(r"@echo off.*?\r\n\r\n", out, re.DOTALL).group()
    assert re.findall(r"(?<!%)%(?!%)", batch.replace("%1", "").replace("%errorlevel%", "")) == []


def test_nothing_is_changed(office, capsys):
    before = sorted(office.rglob("*"))
    for kind in ("cron", "systemd", "windows"):
        printed(capsys, *given(office, kind))
    assert sorted(office.rglob("*")) == before


def test_the_program_is_named_by_a_path_that_starts_it(office):
    done = subprocess.run([*VB, *["schedule", *given(office, "cron")]], capture_output=True, text=True, check=True)
    program = shlex.split(done.stdout.splitlines()[2].split(None, 5)[5].replace(r"\%", "%"))[0]
    assert Path(program).is_absolute()
    assert Path(program).is_file()
