"""`vb open`: the source at its page, by a program that a test puts on the path."""

import os
import shutil
import stat
import sys
import time
from pathlib import Path

import pytest
from terminal import run_vb

from letters import CLOSING, head
from vbcli.commands.viewers import Viewer, start, viewer_for
from vbcli.errors import UsageError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up programs are scripts of a Unix shell")


@pytest.fixture
def programs(tmp_path):
    """Return what puts a program on the path that notes how it was called, and a function that reads the notes."""
    folder, notes = tmp_path / "bin", tmp_path / "called"
    folder.mkdir()

    def add(name: str, then: str = "") -> None:
        script = folder / name
        script.write_text(f'#!/bin/sh\nfor word in "{name}" "$@"; do printf "%s\\n" "$word"; done >> "{notes}.draft"\nmv "{notes}.draft" "{notes}"\n{then}\n')  # fmt: skip
        script.chmod(script.stat().st_mode | stat.S_IEXEC)

    def called() -> list[str]:
        for _ in range(100):
            if notes.exists():
                return notes.read_text(encoding="utf-8").splitlines()
            time.sleep(0.05)
        return []

    return add, called, folder


@pytest.fixture
def archive(tmp_path, programs):
    """Return what runs a command on an archive of a letter of two pages, with the made-up programs alone."""
    papers = tmp_path / "văn bản đến"
    papers.mkdir()
    letter = f"{head()}\n1. Phòng Tài chính bố trí kinh phí.\f2. Công an huyện tuần tra ban đêm.\n{CLOSING}"
    (papers / "thư đến.txt").write_text(letter, encoding="utf-8")
    db = str(tmp_path / "kho.sqlite")
    assert run_vb("ingest", str(papers), "--db", db, "--jobs", "1").returncode == 0

    def vb(*arguments: str, opener: str = "") -> tuple[int, str, str]:
        ended = run_vb(*arguments, "--db", db, env={"PATH": f"{programs[2]}:/usr/bin:/bin", "VB_OPENER": opener})
        return ended.returncode, ended.stdout.decode(), ended.stderr.decode()

    return vb, papers


def task_on_page_two(vb) -> str:
    rows = vb("tasks", "--search", "tuần tra", "--status", "tatca")[1].splitlines()
    return rows[1].split("\t")[0]


def label_of(vb, name: str) -> str:
    return next(line.split("\t")[0] for line in vb("docs", "--columns", "id,file")[1].splitlines() if name in line)


def test_print_gives_path_and_page(archive):
    vb, papers = archive
    letter = papers / "thư đến.txt"
    assert vb("open", task_on_page_two(vb), "--print") == (0, f"{letter}\t2\n", "")
    assert vb("open", label_of(vb, "thư đến"), "--print") == (0, f"{letter}\t1\n", "")
    assert vb("open", "318/ubnd-th", "--print") == (0, f"{letter}\t1\n", "")


@pytest.mark.parametrize(
    ("template", "called"),
    [
        ("xem --page-index={page} {path}", ["xem", "--page-index=2", "{letter}"]),
        ("xem", ["xem", "{letter}"]),
        ("xem '-p {page}' -- {path}", ["xem", "-p 2", "--", "{letter}"]),
        # No shell: what one would obey is an argument like any other.
        ("xem {path} ; $(touch x) `id` | cat", ["xem", "{letter}", ";", "$(touch", "x)", "`id`", "|", "cat"]),
    ],
)
def test_the_users_own_program_is_started_as_the_template_says(archive, programs, template, called):
    add, notes, _ = programs
    add("xem")
    vb, papers = archive
    code, shown, said = vb("open", task_on_page_two(vb), opener=template)
    letter = papers / "thư đến.txt"
    assert (code, shown) == (0, "")
    assert "mở" in said
    assert notes() == [word.format(letter=letter) for word in called]


def test_the_systems_program_opens_what_has_no_page(archive, programs):
    add, notes, _ = programs
    add("xdg-open")
    add("evince")
    vb, papers = archive
    code, _, said = vb("open", task_on_page_two(vb))
    assert code == 0
    assert "xem trang 2" in said
    assert notes() == ["xdg-open", str(papers / "thư đến.txt")]


def test_a_path_full_of_signs_is_one_argument(tmp_path, programs):
    add, notes, folder = programs
    add("xem")
    odd = tmp_path / "a; touch b $(id) {page} 'c' \"d\".txt"
    odd.write_text(f"{head()}\n1. Phòng Tài chính bố trí kinh phí.\n{CLOSING}", encoding="utf-8")
    db = str(tmp_path / "kho.sqlite")
    env = {"PATH": f"{folder}:{os.environ['PATH']}", "VB_OPENER": "xem {path} {page}"}
    assert run_vb("ingest", str(odd), "--db", db).returncode == 0
    assert run_vb("open", "V1", "--db", db, env=env).returncode == 0
    assert notes() == ["xem", str(odd), "1"]


def test_a_source_that_is_gone_is_said_so(archive):
    vb, papers = archive
    (papers / "thư đến.txt").unlink()
    code, shown, said = vb("open", "318/ubnd-th", "--print")
    assert (code, shown) == (4, "")
    assert "tệp gốc không còn ở" in said
    assert "--text" in said


def test_the_same_bytes_elsewhere_are_taken_instead(archive, tmp_path):
    vb, papers = archive
    letter, copy = papers / "thư đến.txt", tmp_path / "bản sao.txt"
    shutil.copy(letter, copy)
    assert vb("ingest", str(copy))[0] == 0
    letter.unlink()
    code, shown, said = vb("open", "318/ubnd-th", "--print")
    assert (code, shown) == (0, f"{copy}\t1\n")
    assert "không còn" in said
    letter.write_text("khác hẳn", encoding="utf-8")
    code, shown, said = vb("open", "318/ubnd-th", "--print")
    assert (code, shown) == (0, f"{copy}\t1\n")
    assert "đã đổi từ khi nạp" in said


def test_a_source_that_changed_is_opened_with_a_remark(archive):
    vb, papers = archive
    letter = papers / "thư đến.txt"
    letter.write_text("khác hẳn", encoding="utf-8")
    code, shown, said = vb("open", "318/ubnd-th", "--print")
    assert (code, shown) == (0, f"{letter}\t1\n")
    assert "trang có thể lệch" in said


def test_a_document_without_a_file_is_said_so(archive):
    vb, _ = archive
    assert vb("add", "Gọi điện cho xã", "--doc", "9-TB/HU", "--by", "An")[0] == 0
    code, _, said = vb("open", label_of_entered(vb))
    assert code == 4
    assert "không có tệp" in said


def label_of_entered(vb) -> str:
    return next(
        line.split("\t")[0] for line in vb("docs", "--columns", "id,number")[1].splitlines() if "9-TB/HU" in line
    )


@pytest.mark.parametrize(("name", "code"), [("999", 4), ("V999", 4), ("404-TB/HU", 4)])
def test_what_the_archive_lacks(archive, name, code):
    assert archive[0]("open", name)[0] == code


def test_a_program_that_cannot_open_it_is_said_so(archive, programs):
    programs[0]("xem", "exit 3")
    vb, _ = archive
    code, _, said = vb("open", "318/ubnd-th", opener="xem")
    assert code == 2
    assert "không mở được" in said


@pytest.mark.parametrize("template", ["khong-co-chuong-trinh-nay {path}", "xem 'dở"])
def test_a_template_that_cannot_work_is_one_line(archive, template):
    code, _, said = archive[0]("open", "318/ubnd-th", opener=template)
    assert code == 2
    assert said.count("\n") == 2
    assert "VB_OPENER" in said


# --- which program ----------------------------------------------------------------------------------------------------


def found(*names: str):
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("there", "platform", "page", "words"),
    [
        (("okular", "xdg-open"), "linux", 3, ("/usr/bin/okular", "-p", "3", "a.pdf")),
        (("evince", "xdg-open"), "linux", 3, ("/usr/bin/evince", "-i", "3", "a.pdf")),
        (("zathura",), "linux", 3, ("/usr/bin/zathura", "-P", "3", "a.pdf")),
        (("SumatraPDF",), "win32", 3, ("/usr/bin/SumatraPDF", "-page", "3", "a.pdf")),
        # On its first page any program shows it: the one that the user chose for such files.
        (("evince", "xdg-open"), "linux", 1, ("/usr/bin/xdg-open", "a.pdf")),
        (("evince", "xdg-open"), "linux", None, ("/usr/bin/xdg-open", "a.pdf")),
        (("xdg-open",), "linux", 3, ("/usr/bin/xdg-open", "a.pdf")),
        (("open",), "darwin", 3, ("/usr/bin/open", "a.pdf")),
        ((), "win32", 3, ()),
    ],
)
def test_a_viewer_that_takes_a_page_goes_before_the_systems(there, platform, page, words):
    assert viewer_for(Path("a.pdf"), page, {}, platform, found(*there)).words == words


def test_on_windows_a_backslash_is_part_of_a_path():
    template = r'"C:\Program Files\Sumatra\SumatraPDF.exe" -page {page} "{path}"'
    viewer = viewer_for(Path("a.pdf"), 2, {"VB_OPENER": template}, "win32", lambda name: name)
    assert viewer.words == (r"C:\Program Files\Sumatra\SumatraPDF.exe", "-page", "2", "a.pdf")
    assert viewer.turns_page


def test_without_any_program_the_path_is_told():
    with pytest.raises(UsageError) as error:
        viewer_for(Path("a.pdf"), 2, {}, "linux", found())
    assert "a.pdf" in error.value.message


def test_a_program_that_stays_is_left_to_itself(programs):
    add, called, folder = programs
    add("xem", "exec sleep 2")
    start(Viewer((str(folder / "xem"), "a"), turns_page=False), Path("a"))
    assert called() == ["xem", "a"]
