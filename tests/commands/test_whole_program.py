"""From files to answers with nothing stood in: the program as people run it."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from terminal import VB, files_of, run_on_terminal, run_vb

from vbcli.app import main
from vbcli.read import tesseract

SAMPLES = Path(__file__).parents[2] / "samples"

LETTER = """HUYỆN ỦY LÂM KHÊ
*
Số {n}-CV/HU
ĐẢNG CỘNG SẢN VIỆT NAM

Lâm Khê, ngày 02 tháng 4 năm 2024
V/v sửa chữa công trình thủy lợi

Kính gửi: Ủy ban nhân dân huyện

Thường trực Huyện ủy yêu cầu:

1. Giao UBND huyện sửa chữa đập Khau Dìa số {n}, hoàn thành trước ngày 25/4/2024.
2. Phòng Kinh tế tham mưu bố trí kinh phí sửa chữa, báo cáo trước ngày 20/5/2024.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ


Đàm Quốc Kế
"""


@pytest.fixture
def letters(tmp_path):
    return files_of(tmp_path / "den", **{f"cv-{n:03d}": LETTER.format(n=n) for n in range(101, 121)})


def rows(db: Path, sql: str) -> list[tuple[object, ...]]:
    conn = sqlite3.connect(db)
    found = conn.execute(sql).fetchall()
    conn.close()
    return found


def test_many_files_in_parallel_give_what_one_process_gives(letters, tmp_path):
    one, many = tmp_path / "one.sqlite", tmp_path / "many.sqlite"
    assert main(["ingest", str(letters), "--db", str(one), "--jobs", "1"]) == 0
    assert main(["ingest", str(letters), "--db", str(many), "--jobs", "2"]) == 0
    for table in ("v_tasks", "v_refs", "assignees", "deadlines", "evidence"):
        assert rows(one, f"SELECT * FROM {table}") == rows(many, f"SELECT * FROM {table}")
    assert rows(many, "SELECT count(*) FROM documents") == [(20,)]
    assert rows(many, "SELECT number, due, leads FROM v_tasks WHERE id = 1") == [
        ("101-CV/HU", "2024-04-25", "UBND huyện")
    ]


def test_killed_in_the_middle_the_archive_is_whole_and_the_rest_goes_in_later(tmp_path, capsys):
    folder = files_of(tmp_path / "den", **{f"cv-{n}": LETTER.format(n=n) for n in range(1000, 1200)})
    db = tmp_path / "vb.sqlite"
    running = subprocess.Popen([*VB, "ingest", str(folder), "--db", str(db), "--jobs", "1"], stdout=subprocess.DEVNULL)
    stored = 0
    while stored < 20 and running.poll() is None:
        time.sleep(0.01)
        try:
            stored = rows(db, "SELECT count(*) FROM documents")[0][0] if db.exists() else 0
        except sqlite3.OperationalError:
            continue
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert main(["tasks", "--db", str(db), "--count"]) == 0
    left = int(capsys.readouterr().out)
    assert rows(db, "PRAGMA integrity_check") == [("ok",)]
    assert rows(db, "PRAGMA foreign_key_check") == []
    documents = rows(db, "SELECT count(*) FROM documents")[0][0]
    assert 20 <= documents < 200
    assert left == 2 * documents
    assert main(["ingest", str(folder), "--db", str(db), "--jobs", "1"]) == 0
    assert f"{200 - documents} mới, 0 thay đổi, {documents} không đổi" in capsys.readouterr().out
    assert rows(db, "SELECT count(*), count(DISTINCT number) FROM v_documents") == [(200, 200)]


def test_samples_go_in_and_again_nothing_changes(tmp_path, capsys):
    db = tmp_path / "vb.sqlite"
    code = main(["ingest", str(SAMPLES), "--db", str(db)])
    assert code == (0 if tesseract.program() else 3)  # the scan among them
    conn = sqlite3.connect(db)
    before = list(conn.iterdump())
    assert main(["ingest", str(SAMPLES), "--db", str(db)]) == code
    assert list(conn.iterdump()) == before
    conn.close()
    for command in (["tasks"], ["docs"], ["summary"], ["refs", "733-TB/TU"], ["tasks", "--overdue"]):
        assert main([*command, "--db", str(db), "--today", "2024-12-20"]) == 0
        assert capsys.readouterr().out


def test_extract_prints_one_object_per_document_and_touches_no_archive(letters, capsys, tmp_path):
    files = sorted(letters.iterdir())[:2]
    assert main(["extract", *map(str, files)]) == 0
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["number"] for record in shown] == ["101-CV/HU", "102-CV/HU"]
    assert shown[0]["path"] == str(files[0])
    for task in shown[0]["tasks"]:
        start, end = task["span"]
        assert " ".join(shown[0]["text"][start:end].split()) == task["text"]
    assert not (tmp_path / "data").exists()


def test_extract_puts_an_error_object_where_a_file_cannot_be_read(letters, capsys, tmp_path):
    bad = tmp_path / "hong.docx"
    bad.write_bytes(b"PK\x03\x04")
    assert main(["extract", str(bad), str(tmp_path / "khong-co.txt")]) == 4
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(line) for line in shown] == [{"schema", "path", "error"}] * 2
    assert shown[0]["error"]["code"] == "damaged"
    assert main(["extract", str(bad), str(letters / "cv-101.txt")]) == 3
    answer = capsys.readouterr()
    assert len(answer.out.splitlines()) == 2
    assert answer.err.startswith(f"vb: lỗi: {bad}: ")


def test_extract_of_an_empty_folder_says_so(tmp_path, capsys):
    assert main(["extract", str(tmp_path)]) == 0
    assert "không có tệp nào" in capsys.readouterr().err


def test_a_terminal_sees_progress_and_a_pipe_sees_none(letters, tmp_path):
    shown = run_on_terminal(80, "ingest", str(letters), "--db", str(tmp_path / "vb.sqlite"), env={"TERM": "xterm"})
    assert "Văn bản: 20 mới" in shown.rstrip().splitlines()[-1]
    done = run_vb("ingest", str(letters), "--db", str(tmp_path / "b.sqlite"))
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_or_forbidden_place_is_a_store_error(letters, capsys):
    if os.geteuid() == 0 and not Path("/proc/self").exists():
        pytest.skip("no place that refuses root")
    assert main(["ingest", str(letters), "--db", "/proc/khong-the/vb.sqlite"]) == 5
    assert "không lập được kho" in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_example_of_the_help_runs(letters, tmp_path):
    script = f'{" ".join(VB)} ingest {letters} && {" ".join(VB)} tasks --unit "UBND huyện" --overdue --count'
    env = {**os.environ, "VB_DB": str(tmp_path / "vb.sqlite"), "VB_TODAY": "2024-05-10"}
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True, env=env)
    assert done.stdout.decode().splitlines()[-1] == "20"
