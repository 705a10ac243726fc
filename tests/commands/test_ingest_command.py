"""`vb ingest`: what is stored, what is told, which code; read for real, understood by a stand-in for parse and extract."""

import json
import os
import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from terminal import files_of

from records import Job, Paper, record
from vbcli import pipeline
from vbcli.app import main
from vbcli.errors import ReadError
from vbcli.model.source import Source

LETTER = "Huyện ủy Lâm Khê\nSố: {number}\nNgày: {day}\n- Giao UBND huyện {work} trước 25/4/2024.\n- Phòng Kinh tế rà soát chợ."


def letter(number: str = "12-CV/HU", day: str = "2/4/2024", work: str = "sửa cầu treo") -> str:
    return LETTER.format(number=number, day=day, work=work)


def _understand(source: Source):
    text = "\n".join(b.text for b in source.blocks)
    number = re.search(r"Số: (\S+)", text)
    day = re.search(r"Ngày: (\d+)/(\d+)/(\d+)", text)
    jobs = [
        Job(line, ("UBND huyện",), (), date(2024, 4, 25), "trước 25/4/2024") for line in re.findall(r"- (.+)", text)
    ]
    paper = Paper(
        jobs=tuple(jobs),
        number=number[1] if number else None,
        issued_on=date(*(int(day[n]) for n in (3, 2, 1))) if day else None,
        path=source.path,
        format=source.format,
        secrecy="Tối mật" if "TỐI MẬT" in text else None,
    )
    if "lỗi của chương trình" in text:
        raise ZeroDivisionError("chia cho không")
    made = record(paper)
    # The real source: the archive keeps the blocks and the sum of the bytes.
    object.__setattr__(made.document, "source", source)
    return (made,)


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch):
    monkeypatch.setattr(pipeline, "understand", _understand)


@pytest.fixture
def ingest(db, capsys):
    def run(*arguments: object) -> tuple[int, str, str]:
        code = main(["ingest", *map(str, arguments), "--db", str(db), "--jobs", "1"])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def dump(db: Path) -> list[str]:
    conn = sqlite3.connect(db)
    lines = list(conn.iterdump())
    conn.close()
    return lines


def counts(shown: str) -> dict[str, int]:
    return {name: int(number) for number, name in re.findall(r"(\d+) (mới|thay đổi|không đổi|trùng|bỏ qua|lỗi)", shown)}


def test_a_folder_goes_in_and_a_second_time_nothing_changes(ingest, db, tmp_path):
    folder = files_of(tmp_path / "den", a=letter("12-CV/HU"), b=letter("13-CV/HU", work="đào mương"))
    code, shown, said = ingest(folder)
    assert (code, said) == (0, "")
    assert counts(shown) == {"mới": 2, "thay đổi": 0, "không đổi": 0, "trùng": 0, "bỏ qua": 0, "lỗi": 0}
    assert "nhiệm vụ đọc được: 4" in shown
    before = dump(db)
    code, shown, _ = ingest(folder)
    assert (code, counts(shown)["không đổi"], counts(shown)["mới"]) == (0, 2, 0)
    assert dump(db) == before


def test_a_touched_file_is_unchanged_and_a_rewritten_one_is_changed(ingest, db, tmp_path):
    folder = files_of(tmp_path / "den", a=letter())
    ingest(folder)
    os.utime(folder / "a.txt", ns=(1, 1))
    assert counts(ingest(folder)[1])["không đổi"] == 1
    (folder / "a.txt").write_text(letter(work="sửa cầu treo Nà Pồ"), encoding="utf-8")
    assert counts(ingest(folder)[1])["thay đổi"] == 1
    conn = sqlite3.connect(db)
    assert conn.execute("SELECT id, text FROM v_tasks ORDER BY id").fetchall() == [
        (1, "Giao UBND huyện sửa cầu treo Nà Pồ trước 25/4/2024."),
        (2, "Phòng Kinh tế rà soát chợ."),
    ]
    conn.close()


def test_copies_and_other_forms_of_a_paper_are_attached_and_named(ingest, db, tmp_path):
    folder = files_of(tmp_path / "den", a=letter())
    ingest(folder)
    files_of(tmp_path / "den", b=letter(), c=letter() + "\n")
    code, shown, _ = ingest(folder)
    assert (code, counts(shown)["trùng"], counts(shown)["không đổi"]) == (0, 2, 1)
    assert "Trùng với V1" in shown
    assert "b.txt" in shown
    assert main(["docs", "--db", str(db), "--json"]) == 0


def test_unknown_kinds_in_a_folder_are_skipped_and_an_empty_folder_is_said(ingest, tmp_path, db):
    folder = files_of(tmp_path / "den", a=letter())
    (folder / "bai-hat.mp3").write_bytes(b"\xff\xfb")
    code, shown, _ = ingest(folder)
    assert (code, counts(shown)["bỏ qua"], counts(shown)["mới"]) == (0, 1, 1)
    empty = tmp_path / "rong"
    empty.mkdir()
    assert ingest(empty)[:2] == (0, "Không có tệp nào để nạp.\n")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "Không có tệp hoặc thư mục này"),
        (lambda path: path.write_bytes(b""), "Tệp rỗng"),
        (lambda path: path.with_suffix(".docx").write_bytes(b"PK\x03\x04hong"), "hỏng"),
        (lambda path: path.with_suffix(".pdf").write_bytes(b"%PDF-1.4\nhong"), "hỏng"),
        (lambda path: path.with_suffix(".doc").write_bytes(b"\xd0\xcf\x11\xe0"), "hỏng"),
        (lambda path: path.write_text("lỗi của chương trình"), "ZeroDivisionError"),
    ],
)
def test_one_bad_file_is_an_input_error_and_beside_a_good_one_some_failed(ingest, tmp_path, make, words):
    folder = tmp_path / "den"
    folder.mkdir()
    path = folder / "xau.txt"
    make(path)
    named = next(iter(folder.iterdir()), path)
    code, shown, said = ingest(named)
    assert (code, counts(shown)["lỗi"]) == (4, 1)
    assert said.startswith(f"vb: lỗi: {named}: ")
    assert words in said.splitlines()[0]
    files_of(folder, tot=letter())
    code, shown, said = ingest(folder, named)
    assert (code, counts(shown)["mới"], counts(shown)["lỗi"]) == (3, 1, 1)
    assert str(named) in said


def test_a_failed_file_is_tried_again_and_named_again(ingest, tmp_path, db):
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    ingest(path)
    before = dump(db)
    assert ingest(path)[0] == 4
    assert dump(db) == before
    path.write_text(letter(), encoding="utf-8")
    assert counts(ingest(path)[1])["mới"] == 1


def test_a_secret_paper_is_refused_with_a_warning_and_leaves_no_trace(ingest, tmp_path, db):
    folder = files_of(tmp_path / "den", a=letter(), mat=letter("1-CV/HU") + "\nTỐI MẬT")
    code, shown, said = ingest(folder)
    assert (code, counts(shown)["mới"], counts(shown)["bỏ qua"]) == (0, 1, 1)
    assert "Tối mật" in said
    assert not any("mat.txt" in line for line in dump(db))


def test_the_log_says_that_secret_papers_were_refused_and_nothing_of_them(ingest, tmp_path, db, capsys):
    folder = files_of(tmp_path / "den", a=letter(), mat=letter("1-CV/HU") + "\nTỐI MẬT")
    for _ in range(2):
        ingest(folder)
    assert main(["log", "--db", str(db)]) == 0
    (row,) = capsys.readouterr().out.splitlines()[1:]
    assert "từ chối văn bản mật khi nạp" in row
    assert "1 tệp có văn bản mang dấu mật: không lưu gì" in row
    assert main(["undo", "--db", str(db)]) == 4  # nobody entered anything
    assert main(["undo", "1", "--db", str(db)]) == 4


def test_a_secret_paper_is_taken_where_the_user_allows_it(ingest, tmp_path, db):
    folder = files_of(tmp_path / "den", mat=letter("1-CV/HU") + "\nTỐI MẬT")
    code, shown, _ = ingest(folder, "--allow-secret")
    assert (code, counts(shown)["mới"], counts(shown)["bỏ qua"]) == (0, 1, 0)
    assert any("mat.txt" in line for line in dump(db))


def test_a_dry_run_tells_the_same_and_writes_nothing(ingest, tmp_path, db):
    folder = files_of(tmp_path / "den", a=letter(), b=letter("13-CV/HU"))
    code, shown, _ = ingest(folder, "--dry-run")
    assert (code, counts(shown)["mới"]) == (0, 2)
    assert shown.startswith("Nếu nạp, văn bản: ")
    assert not db.exists()
    ingest(folder / "a.txt")
    before = dump(db)
    assert counts(ingest(folder, "--dry-run")[1]) | {} == {
        "mới": 1,
        "thay đổi": 0,
        "không đổi": 1,
        "trùng": 0,
        "bỏ qua": 0,
        "lỗi": 0,
    }
    assert dump(db) == before


def test_json_lists_every_file(ingest, tmp_path):
    folder = files_of(tmp_path / "den", a=letter(), rong="")
    code, shown, _ = ingest(folder, "--json")
    answer = json.loads(shown)
    assert code == 3
    assert answer["counts"] == {"new": 1, "changed": 0, "unchanged": 0, "duplicate": 0, "skipped": 0, "failed": 1}
    assert answer["new"][0]["document"] == "V1"
    assert answer["failed"][0]["code"] == "empty"


def test_the_trace_of_a_fault_comes_with_v(ingest, tmp_path):
    path = files_of(tmp_path / "den", a="lỗi của chương trình") / "a.txt"
    assert "Traceback" not in ingest(path)[2]
    assert "Traceback" in ingest(path, "-v")[2]


@pytest.mark.parametrize("words", ["khong phai kho" * 200, None])
def test_an_archive_that_cannot_be_used_is_a_store_error(tmp_path, words, capsys):
    db = tmp_path / "vb.sqlite"
    db.write_text(words) if words else db.mkdir()
    folder = files_of(tmp_path / "den", a=letter())
    assert main(["ingest", str(folder), "--db", str(db)]) == 5
    assert capsys.readouterr().err.startswith("vb: lỗi: ")


def test_a_locked_archive_is_a_store_error(ingest, tmp_path, db, monkeypatch, capsys):
    monkeypatch.setattr("vbcli.store.database.BUSY_TIMEOUT", 0.1)
    folder = files_of(tmp_path / "den", a=letter())
    ingest(folder)
    holder = sqlite3.connect(db, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    files_of(folder, b=letter("13-CV/HU"))
    code, _, said = ingest(folder)
    holder.execute("ROLLBACK")
    holder.close()
    assert code == 5
    assert "đang bị chương trình khác giữ" in said


def test_a_name_that_is_no_utf8_does_not_stop_the_batch(ingest, tmp_path, db):
    folder = files_of(tmp_path / "den", a=letter())
    (folder / "a.txt").rename(folder / os.fsdecode(b"c\xf4ng-v\xe3n.txt"))
    code, shown, _ = ingest(folder)
    assert (code, counts(shown)["mới"]) == (0, 1)
    assert counts(ingest(folder)[1])["không đổi"] == 1


def test_a_reader_s_refusal_keeps_its_advice(ingest, tmp_path, monkeypatch):
    def refuse(_source):
        raise ReadError("needs_ocr", "Bản quét không có chữ.", "nhận dạng chữ rồi nạp lại")

    monkeypatch.setattr(pipeline, "understand", refuse)
    code, _, said = ingest(files_of(tmp_path / "den", a=letter()))
    assert (code, "Gợi ý: nhận dạng chữ rồi nạp lại" in said) == (4, True)


def test_a_file_named_twice_counts_once(ingest, tmp_path, db):
    folder = files_of(tmp_path / "den", a=letter())
    code, shown, _ = ingest(folder, folder / ".." / "den" / "a.txt")
    assert (code, counts(shown)["mới"], counts(shown)["không đổi"], counts(shown)["thay đổi"]) == (0, 1, 1, 0)


def test_two_runs_at_once_store_every_paper_once(tmp_path, db):
    import subprocess

    from terminal import VB

    folder = files_of(tmp_path / "den", **{f"cv{n}": letter(f"{n}-CV/HU") for n in range(10, 40)})
    runs = [subprocess.Popen([*VB, "ingest", str(folder), "--db", str(db), "--jobs", "1"]) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    conn = sqlite3.connect(db)
    assert conn.execute("SELECT count(*), (SELECT count(*) FROM files) FROM documents").fetchone() == (30, 30)
    conn.close()
