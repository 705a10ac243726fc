"""`vb doctor`: each finding provoked on a real archive."""

import json
import sqlite3
from contextlib import closing

import pytest

from vbcli.app import main

LETTER = "HUYỆN ỦY LÂM KHÊ\nSố 1/CV-HU\n\nGiao UBND huyện sửa cầu Khau Dìa, hoàn thành trước ngày 25/4/2024.\n"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """An office whose settings lie apart from those of whoever runs the tests."""
    monkeypatch.setenv("VB_DB", str(tmp_path / "vb.sqlite"))
    monkeypatch.setenv("VB_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "cv.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def archive(office, capsys):
    assert main(["ingest", str(office / "cv.txt")]) == 0
    capsys.readouterr()
    return office


def findings(capsys, code=0):
    assert main(["doctor", "--json"]) == code
    return {one["name"]: one for one in json.loads(capsys.readouterr().out)["doctor"]}


def changed(archive, sql, *values):
    with closing(sqlite3.connect(archive / "vb.sqlite")) as conn, conn:
        conn.execute(sql, values)


def test_without_an_archive_it_says_how_to_begin(office, capsys):
    found = findings(capsys)["archive"]
    assert (found["health"], found["advice"].split()[:2]) == ("note", ["vb", "ingest"])
    assert not (office / "vb.sqlite").exists()


def test_a_sound_archive(archive, capsys):
    found = findings(capsys)
    assert "1 văn bản, 1 nhiệm vụ" in found["archive"]["words"]
    assert {name: one["health"] for name, one in found.items() if name in {"archive", "ingest", "program"}} == {
        "archive": "good",
        "ingest": "good",
        "program": "good",
    }
    assert found["summary"]["health"] == "note"
    assert {"failed", "outdated", "network"} & found.keys() == set()


def test_a_broken_archive(archive, capsys):
    (archive / "vb.sqlite").write_bytes(b"not a database at all, sorry" * 100)
    assert findings(capsys, code=5)["archive"]["health"] == "bad"


def test_files_that_were_not_read_are_counted(archive, capsys):
    (archive / "rong.txt").write_bytes(b"")
    assert main(["ingest", str(archive / "rong.txt")]) == 4
    capsys.readouterr()
    assert findings(capsys)["failed"]["words"].startswith("1 tệp")


def test_documents_of_another_version(archive, capsys):
    changed(archive, "UPDATE documents SET program = '0.0.1'")
    found = findings(capsys)["outdated"]
    assert (found["health"], "vb reextract" in found["advice"]) == ("note", True)


def test_the_last_report(archive, capsys):
    assert main(["summary", "-o", str(archive / "tuan.md"), "--today", "2024-05-10"]) == 0
    capsys.readouterr()
    found = findings(capsys)["summary"]
    assert (found["health"], "tuan.md" in found["words"]) == ("good", True)


def test_a_report_that_could_not_be_written(archive, capsys):
    assert main(["summary", "-o", str(archive / "cv.txt" / "tuan.md"), "--today", "2024-05-10"]) == 5
    capsys.readouterr()
    found = findings(capsys, code=5)["summary"]
    assert (found["health"], "cv.txt" in found["words"]) == ("bad", True)


@pytest.mark.parametrize(
    ("began", "health"), [("2024-05-10T08:00:00+00:00", "bad"), ("2999-01-01T00:00:00+00:00", "note")]
)
def test_a_run_without_an_end(archive, capsys, began, health):
    """One that was killed, and one that may still be going."""
    changed(archive, "INSERT INTO runs (command, started_at) VALUES ('summary', ?)", began)
    assert findings(capsys, code=5 if health == "bad" else 0)["summary"]["health"] == health


def test_a_wrong_settings_file(archive, capsys):
    (archive / "config.toml").write_text("[office\n", encoding="utf-8")
    assert findings(capsys, code=5)["settings"]["health"] == "bad"


def test_a_lexicon_that_is_not_there(archive, capsys, monkeypatch):
    monkeypatch.setenv("VB_LEXICON", str(archive / "khong-co"))
    assert findings(capsys, code=5)["lexicon"]["health"] == "bad"


def test_programs_that_are_missing(archive, capsys, monkeypatch):
    from vbcli.read import office as libreoffice
    from vbcli.read import tesseract

    monkeypatch.setattr(tesseract, "program", lambda: None)
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    found = findings(capsys)
    assert [found[name]["health"] for name in ("tesseract", "libreoffice")] == ["note", "note"]
    assert "apt install" in found["tesseract"]["advice"]


def test_the_page_names_each_level(archive, capsys):
    main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Mức\tĐiều thấy được"
    assert {line.split("\t")[0] for line in lines[1:]} <= {"tốt", "lưu ý", "hỏng"}
