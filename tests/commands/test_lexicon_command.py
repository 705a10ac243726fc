"""vb lexicon check and report, and --lexicon of the other commands."""

import json
import os
from pathlib import Path

import pytest
from terminal import files_of, run_on_terminal, run_vb

from vbcli.app import main
from vbcli.lexicon.load import local_folder, use

SAMPLES = Path(__file__).parents[2] / "samples"
UNITS = """[[head]]
id = "local.to-cong-nghe-so"
normalise = true
short = "Tổ công nghệ số cộng đồng"
names = ["Tổ công nghệ số cộng đồng", "Tổ CNSCĐ"]
"""
BROKEN = '[[head]]\nid = "x"\nshort = "X"\nnames = ["UBND"]\n'
PAPER = """Số: 5/UBND-TH
Đồi Sim, ngày 12 tháng 6 năm 2024
Kính gửi: UBND các xã.
1. Giao Tổ CNSCĐ xã Nà Sáo hướng dẫn Nhân dân trước ngày 20/6/2024.
2. Giao Phòng Nội vụ nhân bản tài liệu cho các xã.
3. Bốc xếp hàng cứu trợ tại kho huyện.
"""
LEAD = "Tổ công nghệ số cộng đồng xã Nà Sáo"


@pytest.fixture(autouse=True)
def _own_words_again():
    yield
    use(None)


@pytest.fixture
def words(tmp_path):
    folder = tmp_path / "tu-dien"
    folder.mkdir()
    (folder / "units.toml").write_text(UNITS, encoding="utf-8")
    return folder


@pytest.fixture
def broken(tmp_path):
    folder = tmp_path / "tu-dien-hong"
    folder.mkdir()
    (folder / "units.toml").write_text(BROKEN, encoding="utf-8")
    (folder / "laws.toml").write_text("names = 3\n", encoding="utf-8")
    return folder


@pytest.fixture
def papers(tmp_path):
    return files_of(tmp_path / "van-ban", thu=PAPER)


def leads(shown: str) -> list[str]:
    return [a["unit"] for line in shown.splitlines() for t in json.loads(line)["tasks"] for a in t["assignees"]]


# --- --lexicon and VB_LEXICON -----------------------------------------------------------------------------------------


def test_extract_knows_local_units(words, papers, capsys):
    assert main(["extract", str(papers), "--lexicon", str(words)]) == 0
    assert LEAD in leads(capsys.readouterr().out)


def test_the_option_may_stand_before_the_command(words, papers, capsys):
    assert main(["--lexicon", str(words), "extract", str(papers)]) == 0
    assert LEAD in leads(capsys.readouterr().out)


def test_the_variable_counts_where_the_option_is_not_given(words, papers, capsys, monkeypatch):
    monkeypatch.setenv("VB_LEXICON", str(words))
    assert main(["extract", str(papers)]) == 0
    assert LEAD in leads(capsys.readouterr().out)


def test_the_option_leaves_nothing_behind(words, papers, capsys):
    before = dict(os.environ)
    assert main(["extract", str(papers), "--lexicon", str(words)]) == 0
    assert dict(os.environ) == before
    assert local_folder() is None
    capsys.readouterr()
    assert main(["extract", str(papers)]) == 0
    assert LEAD not in leads(capsys.readouterr().out)


def test_worker_processes_know_local_units(words, tmp_path):
    papers = files_of(tmp_path / "nhieu", **{f"thu{n}": PAPER.replace("Số: 5", f"Số: {n}") for n in range(1, 13)})
    shown = run_vb("extract", str(papers), "--jobs", "2", "--lexicon", str(words))
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert leads(shown.stdout.decode()).count(LEAD) == 12


def test_ingest_and_the_unit_filter_know_local_units(words, papers, db, capsys, monkeypatch):
    assert main(["ingest", str(papers), "--db", str(db), "--lexicon", str(words)]) == 0
    monkeypatch.setenv("VB_LEXICON", str(words))
    capsys.readouterr()
    assert main(["tasks", "--unit", "to cnscd xa na sao", "--db", str(db), "--count"]) == 0
    assert capsys.readouterr().out == "1\n"


def test_explain_tries_a_sentence_with_local_words(words, capsys):
    assert main(["explain", "--text", "Giao Tổ CNSCĐ xã Nà Sáo hướng dẫn Nhân dân", "--lexicon", str(words)]) == 0
    assert f"Chủ trì: {LEAD} ← assign.charged" in capsys.readouterr().out
    assert main(["explain", "--rule", "local.to-cong-nghe-so", "--lexicon", str(words)]) == 0
    assert "Tổ CNSCĐ" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_folder_with_faults_stops_before_any_file_is_touched(broken, papers, db, capsys, command):
    archive = ["--db", str(db)] if command == "ingest" else []
    assert main([command, str(papers), "--lexicon", str(broken), *archive]) == 6
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "có 3 lỗi" in shown.err
    assert "units.toml: x: mã phải bắt đầu bằng “local.”" in shown.err
    assert "units.toml: x: “UBND” đã thuộc ubnd (của chương trình)" in shown.err
    assert "laws.toml: names: phải là một danh sách" in shown.err
    assert "Gợi ý: " in shown.err
    assert not db.exists()


# --- check ------------------------------------------------------------------------------------------------------------


def test_a_sound_folder_has_no_fault(words, capsys):
    assert main(["lexicon", "check", str(words)]) == 0
    assert capsys.readouterr().out == "Từ điển không có lỗi: 1 mục.\n"


@pytest.mark.parametrize("how", ["argument", "option", "variable"])
def test_every_fault_is_printed_with_file_and_entry(broken, capsys, monkeypatch, how):
    if how == "variable":
        monkeypatch.setenv("VB_LEXICON", str(broken))
    given = {"argument": [str(broken)], "option": ["--lexicon", str(broken)], "variable": []}[how]
    assert main(["lexicon", "check", *given]) == 6
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert len(lines) == 3
    assert [line.partition(": ")[0] for line in lines].count("units.toml") == 2
    assert "từ điển có 3 lỗi" in shown.err


def test_examples_are_tried_through_the_whole_extractor(words, capsys):
    (words / "units.toml").write_text(f'{UNITS}examples = ["Giao Phòng Nội vụ rà soát hồ sơ."]\n', encoding="utf-8")
    assert main(["lexicon", "check", str(words)]) == 6
    assert "units.toml: local.to-cong-nghe-so: câu mẫu “Giao Phòng Nội vụ rà soát hồ sơ.”" in capsys.readouterr().out


def test_the_layout_of_files_is_looked_at_too(words, capsys):
    (words / "units.toml").write_text(UNITS.rstrip("\n"), encoding="utf-8")
    assert main(["lexicon", "check", str(words)]) == 6
    assert capsys.readouterr().out == "units.toml: thiếu dấu xuống dòng ở cuối tệp\n"


def test_faults_as_json(broken, capsys):
    assert main(["lexicon", "check", str(broken), "--json"]) == 6
    answer = json.loads(capsys.readouterr().out)
    assert answer["schema"] == 1
    assert {(f["file"], f["entry"]) for f in answer["faults"]} == {("units.toml", "x"), ("laws.toml", "names")}


def test_the_words_of_the_program_are_sound(capsys):
    code = main(["lexicon", "check"])
    assert (code, capsys.readouterr().out.startswith("Từ điển không có lỗi: ")) == (0, True)


def test_a_folder_that_is_not_there(tmp_path, capsys):
    assert main(["lexicon", "check", str(tmp_path / "khong-co")]) == 6
    assert "không có thư mục từ điển" in capsys.readouterr().err


def test_lexicon_alone_says_what_it_can_do(capsys):
    assert main(["lexicon"]) == 2
    assert "thiếu lệnh" in capsys.readouterr().err
    assert main(["lexicon", "chek"]) == 2
    assert "vb lexicon check" in capsys.readouterr().err
    assert main(["lexicon", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "check" in shown
    assert "report" in shown


# --- report -----------------------------------------------------------------------------------------------------------


def test_words_that_no_list_knows_are_counted(papers, capsys):
    assert main(["lexicon", "report", str(papers), "--json"]) == 0
    survey = json.loads(capsys.readouterr().out)["survey"]
    assert (survey["documents"], survey["failed"]) == (1, 0)
    assert [(w["words"], w["times"]) for w in survey["after_units"]] == [("nhân bản", 1)]
    assert [(w["words"], w["times"]) for w in survey["at_items"]] == [("bốc xếp", 1)]
    silent = {r["id"] for r in survey["silent"]}
    assert {"deadline.before-date", "assign.charged", "task.item", "cong_van", "phong"} & silent == set()
    assert {"table.lead", "task.demand", "formula.praise", "thong_bao"} <= silent


def test_the_archive_is_understood_anew(papers, words, db, capsys):
    assert main(["ingest", str(papers), "--db", str(db)]) == 0
    capsys.readouterr()
    assert main(["lexicon", "report", "--db", str(db), "--lexicon", str(words), "--json"]) == 0
    silent = {r["id"] for r in json.loads(capsys.readouterr().out)["survey"]["silent"]}
    assert "local.to-cong-nghe-so" not in silent


def test_the_report_of_the_samples_is_a_plain_table(tmp_path, capsys):
    db = str(tmp_path / "kho.sqlite")
    assert main(["ingest", str(SAMPLES), "--db", db, "--jobs", "1"]) in (
        0,
        3,
    )  # 3: the scan, where tesseract is missing
    capsys.readouterr()
    assert main(["lexicon", "report", "--db", db]) == 0
    shown = capsys.readouterr().out
    assert " văn bản; " in shown
    assert "Từ mở đầu mục đánh số mà danh mục động từ chưa có:" in shown
    assert "Quy tắc\tLoại\tNghĩa" in shown
    assert "Tên đơn vị chưa gặp" in shown


def test_the_report_fits_a_terminal(papers, db):
    shown = run_on_terminal(80, "lexicon", "report", str(papers), env={"TERM": "dumb", "VB_DB": str(db)})
    assert max(map(len, shown.splitlines())) <= 80


def test_a_file_that_cannot_be_read_is_told_and_the_others_counted(papers, tmp_path, capsys):
    assert main(["lexicon", "report", str(papers), str(tmp_path / "khong-co.txt"), "--json"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["survey"]["failed"] == 1
    assert "khong-co.txt" in shown.err
    assert main(["lexicon", "report", str(tmp_path / "khong-co.txt")]) == 4


def test_an_archive_that_is_not_there(db):
    assert main(["lexicon", "report", "--db", str(db)]) == 5
