"""tasks, docs, refs, show, summary and `vb` alone, on a small made archive."""

import json
import os
import sys

import pytest
from terminal import run_on_terminal, run_vb

from vbcli.app import main

TODAY = "2024-05-10"


@pytest.fixture
def vb(spring, capsys):
    """Run a command on the archive; return (code, stdout, stderr)."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--db", str(spring), "--today", TODAY])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def ids(shown: str) -> list[int]:
    return [int(line.split("\t")[0]) for line in shown.splitlines()[1:]]


def test_overdue_tasks_of_a_unit_in_any_spelling(vb):
    answers = {
        vb("tasks", "--unit", unit, "--overdue")[1] for unit in ("UBND huyện", "ubnd huyen", "Uỷ ban nhân dân huyện")
    }
    assert len(answers) == 1
    assert ids(answers.pop()) == [9, 1, 2]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--due-within", "7d"), [5, 10]),
        (("--due-within", "cuoithang"), [5, 10, 4, 3]),
        (("--due-before", "25/4/2024"), [9, 1]),
        (("--due-after", "2024-05-31"), [3, 7]),
        (("--due-after", "homnay", "--due-before", "eow"), [5]),
        (("--no-due",), [6, 8, 11]),
        (("--doc", "v2"), [5, 7, 6, 8]),
        (("--doc", "1309 cv hu"), [5, 7, 6, 8]),
        (("--ref", "Thông báo 733-TB/TU"), [5]),
        (("--unit", "UBND huyện Lâm Khê", "--role", "lead", "--overdue"), [1, 2]),
        (("--unit", "Phòng Kinh tế", "--role", "support"), [1]),
        (("--limit", "1"), [9]),
        (("--doc", "404-CV/HU"), []),
    ],
)
def test_filters_as_typed(vb, arguments, found):
    code, shown, _ = vb("tasks", *arguments)
    assert (code, ids(shown)) == (0, found)


def test_count_prints_the_number_alone(vb):
    assert vb("tasks", "--overdue", "--count")[:2] == (0, "3\n")


def test_an_unknown_unit_is_told_and_a_near_one_proposed(vb):
    code, shown, said = vb("tasks", "--unit", "UBND huện")
    assert (code, ids(shown)) == (0, [])
    assert "ý bạn là UBND huyện" in said


def test_json_is_one_document_with_a_version(vb):
    answer = json.loads(vb("tasks", "--json", "--limit", "2")[1])
    assert (answer["schema"], answer["today"], answer["total"]) == (1, TODAY, 11)
    first = answer["tasks"][0]
    assert (first["id"], first["due"], first["days_late"], first["state"]) == (9, "2024-04-20", 20, "overdue")
    assert first["document"]["number"] == "12-TB/HU"
    assert first["assignees"][0]["place_inferred"] is True


@pytest.mark.parametrize(
    "command",
    [
        ("docs",),
        ("refs", "733-TB/TU"),
        ("show", "5"),
        ("show", "V1"),
        ("show", "12-TB/HU"),
        ("summary",),
        ("tasks", "--count"),
    ],
)
def test_every_answer_has_a_json_form(vb, command):
    code, shown, _ = vb(*command, "--json")
    assert code == 0
    assert json.loads(shown)["schema"] == 1


def test_refs_names_who_cites_what_hangs_on_it_and_that_it_is_missing(vb):
    code, shown, _ = vb("refs", "733/tb-tu")
    assert code == 0
    for words in (
        "Thông báo 733-TB/TU ngày 07/03/2024 của Thường trực Tỉnh ủy",
        "Kho chưa có văn bản này",
        "1309-CV/HU",
        "khai thác cát trái phép",
    ):
        assert words in shown


def test_refs_of_nothing_proposes_near_numbers(vb):
    code, shown, _ = vb("refs", "1308-CV/HU")
    assert (code, "1309-CV/HU" in shown) == (0, True)


def test_show_a_task_tells_its_words_rules_and_place(vb):
    shown = vb("show", "5")[1]
    for words in (
        "12/05/2024; 17 giờ 00",
        "deadline.before-date",
        "dòng 5",
        "733-TB/TU",
        "V2 Công văn 1309-CV/HU ngày 20/04/2024",
    ):
        assert words in shown


def test_show_a_document_by_label_or_number(vb):
    assert vb("show", "V2")[1] == vb("show", "1309-cv/hu")[1]
    assert "Đàm Quốc Kế" in vb("show", "V2")[1]
    assert vb("show", "V2", "--text")[1].startswith("Huyện ủy Lâm Khê\nSố 1309-CV/HU\n")


def test_show_lists_the_documents_that_share_a_number(vb):
    code, shown, said = vb("show", "12-TB/HU")
    assert (code, shown.count("12-TB/HU")) == (0, 2)
    assert "2 văn bản cùng số" in said


@pytest.mark.parametrize("name", ["404", "V404", "404-CV/HU"])
def test_show_of_nothing_is_an_input_error(vb, name):
    code, shown, said = vb("show", name)
    assert (code, shown) == (4, "")
    assert said.startswith("vb: lỗi: kho không có")
    assert "Gợi ý:" in said


def test_summary_prints_totals_units_and_next_week(vb):
    shown = vb("summary")[1]
    for words in (
        "Tuần 19 (06/05/2024 – 12/05/2024)",
        "Nhiệm vụ: 11",
        "Quá hạn: 3",
        "UBND huyện Lâm Khê\t1\t4\t15 ngày\t\t1\t\t",
        "Đến hạn tuần sau (1)",
    ):
        assert words in shown


def test_vb_alone_shows_what_is_due_and_how_to_begin(vb, tmp_path, spring, capsys):
    assert main(["--db", str(spring), "--today", TODAY]) == 0
    shown = capsys.readouterr().out
    assert "Quá hạn (3):" in shown
    assert "Sắp đến hạn (1):" in shown
    assert main(["--db", str(tmp_path / "chua-co.sqlite")]) == 0
    assert "vb ingest" in capsys.readouterr().out
    assert not (tmp_path / "chua-co.sqlite").exists()


def test_options_before_the_command_count_too(spring, capsys):
    assert main(["--db", str(spring), "--today", TODAY, "tasks", "--count", "--overdue"]) == 0
    assert capsys.readouterr().out == "3\n"


def test_settings_from_the_environment(spring, capsys, monkeypatch):
    monkeypatch.setenv("VB_DB", str(spring))
    monkeypatch.setenv("VB_TODAY", "26/4/2024")
    assert main(["tasks", "--overdue", "--count"]) == 0
    assert capsys.readouterr().out == "2\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tasks", "--due-before", "31/2/2024"), "không hiểu ngày “31/2/2024” của --due-before"),
        (("tasks", "--today", "mốt"), "không hiểu ngày “mốt” của --today"),
        (("tasks", "--uni", "x"), "không có tùy chọn --uni"),
        (("tasks", "--unit"), "tùy chọn --unit cần một giá trị"),
        (("tasks", "--count=3"), "tùy chọn --count không nhận giá trị"),
        (("tasks", "--role", "boss"), "--role cần một trong: lead, support, any"),
        (("tasks", "--limit", "0"), "--limit cần một số nguyên từ 1"),
        (("tasks", "thua"), "thừa tham số thua"),
        (("refs",), "thiếu SỐ"),
        (("taks",), "không có lệnh “taks”"),
    ],
)
def test_wrong_flags_are_told_in_vietnamese(arguments, words, capsys, spring, monkeypatch):
    monkeypatch.setenv("VB_DB", str(spring))
    assert main(list(arguments)) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"vb: lỗi: {words}")
    assert "Gợi ý: " in said


@pytest.mark.parametrize("command", [("tasks",), ("docs",), ("refs", "1-CV/HU"), ("show", "1"), ("summary",)])
def test_reading_without_an_archive_is_a_store_error_and_makes_none(command, tmp_path, capsys):
    missing = tmp_path / "kho" / "vb.sqlite"
    assert main([*command, "--db", str(missing)]) == 5
    assert "chưa có kho dữ liệu" in capsys.readouterr().err
    assert not missing.parent.exists()


def test_a_database_that_is_none_is_a_store_error(tmp_path, capsys):
    path = tmp_path / "vb.sqlite"
    path.write_bytes(b"day la tep chu thuong" * 100)
    assert main(["tasks", "--db", str(path)]) == 5
    assert "không phải cơ sở dữ liệu" in capsys.readouterr().err


def test_an_unexpected_fault_shows_its_trace(monkeypatch, spring, capsys):
    monkeypatch.setattr("vbcli.query.report.find_report", lambda *_: 1 / 0)
    assert main(["summary", "--db", str(spring)]) == 1
    said = capsys.readouterr().err
    assert "vb: lỗi: chương trình gặp lỗi ngoài dự kiến: ZeroDivisionError" in said
    assert "Traceback" in said


def test_ctrl_c_has_its_own_code(monkeypatch, spring):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vbcli.query.report.find_report", interrupted)
    assert main(["summary", "--db", str(spring)]) == 130


def test_help_is_vietnamese_and_has_an_example(capsys):
    commands = ("ingest", "extract", "tasks", "show", "refs", "docs", "summary")
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in commands)
    for name in commands:
        assert main([name, "--help"]) == 0
        shown = capsys.readouterr().out
        first = shown.splitlines()[2]
        assert len(first) <= 70
        assert not first.endswith(".")
        assert f"\nVí dụ: vb {name}" in shown
        assert not {"Usage", "Options", "Show this message", "required", "default"} & set(
            shown.replace(":", " ").split()
        )


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("vb 0.")


def test_a_closed_pipe_is_success(spring):
    command = f"'{sys.executable}' -m vbcli tasks --db '{spring}' | head -c 10; exit ${{PIPESTATUS[0]}}"
    import subprocess

    done = subprocess.run(["bash", "-c", command], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("env", "encoding", "words"),
    [
        ({"LANG": "C", "LC_ALL": "C"}, "utf-8", "Nhiệm vụ"),
        ({"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8", "Nhiệm vụ"),
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252", "Nhiêm vu"),
        ({"PYTHONIOENCODING": "cp1258"}, "cp1258", "Nhiê\u0323m vu\u0323"),
        ({"PYTHONIOENCODING": "ascii"}, "ascii", "Nhiem vu"),
    ],
)
def test_every_console_gets_the_nearest_letters_it_has(spring, env, encoding, words):
    done = run_vb("tasks", "--db", str(spring), "--unit", "UBND huện", env=env)
    assert done.returncode == 0
    assert words in done.stdout.decode(encoding)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("width", [80, 120])
def test_a_terminal_gets_a_table_of_its_width(spring, width):
    shown = run_on_terminal(width, "tasks", "--db", str(spring), "--today", TODAY, env={"NO_COLOR": "1"})
    lines = shown.splitlines()
    assert max(map(len, lines)) <= width
    assert lines[1] == "─" * width
    assert "\x1b" not in shown
    assert lines[-1] == "11 nhiệm vụ, 3 quá hạn"
    assert ("Văn bản" in lines[0]) == (width == 120)


def test_a_terminal_gets_colour_unless_it_is_refused(spring):
    assert "\x1b[1;31m20/04/2024" in run_on_terminal(
        80, "tasks", "--db", str(spring), "--today", TODAY, env={"TERM": "xterm"}
    )
    assert "\x1b" not in run_on_terminal(80, "tasks", "--db", str(spring), "--today", TODAY, env={"TERM": "dumb"})


def test_lists_in_a_pipe_import_nothing_heavy(spring):
    script = (
        "import sys, os\n"
        "from vbcli.app import main\n"
        "code = main(sys.argv[1:])\n"
        "heavy = {'docx', 'lxml', 'pdfplumber', 'pdfminer', 'pypdfium2', 'sqlite_utils', 'pydantic', 'rich', 'click'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    import subprocess

    for command in (["tasks", "--unit", "ubnd huyen"], ["docs"], ["refs", "733-TB/TU"], ["summary"], []):
        done = subprocess.run(
            [sys.executable, "-c", script, *command, "--db", str(spring)],
            check=False,
            capture_output=True,
            env=os.environ,
        )
        assert done.stderr.decode().splitlines()[-1] == "[]"
