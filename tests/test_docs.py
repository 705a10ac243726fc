"""README and its neighbours cannot lie: their transcripts, phrases, tables and SQL are run."""

import re
import shlex
import shutil
import sqlite3
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
import typer

from vbcli.app import app, main
from vbcli.errors import ExitCode
from vbcli.model.task import Role
from vbcli.pipeline import records_of

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "vbcli"
README = (TOP / "README.md").read_text(encoding="utf-8")
MAKEFILE = (TOP / "Makefile").read_text(encoding="utf-8")
COMMANDS = {
    " ".join(filter(None, (name, below))): command
    for name, group in typer.main.get_command(app).commands.items()
    for below, command in getattr(group, "commands", {"": group}).items()
}
# Said once below the table of commands, for all of them.
SHARED = {"--help", "-h", "--verbose", "-v", "--quiet", "-q", "--db", "--today"}


def section(title: str) -> str:
    """Return what stands under a heading, up to the next of its level."""
    marks = re.search(rf"^(#+) {re.escape(title)}$", README, re.MULTILINE)
    rest = README[marks.end() :]
    return re.split(rf"^#{{1,{len(marks[1])}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(title: str) -> list[list[str]]:
    """Return the cells of the first table under a heading, without its head."""
    table = re.search(r"(?:^\|.*\n)+", section(title), re.MULTILINE).group()
    lines = [line.strip("| \n") for line in table.splitlines()][2:]
    return [[cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)] for line in lines]


def cell(row: list[str], number: int) -> str:
    return row[number] if number < len(row) else ""


# --- commands, exit codes, targets ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_stands_in_the_table_with_its_own_options(name):
    (row,) = [r for r in rows("Commands") if re.match(rf"`vb {name}[ `]", r[0])]
    command = COMMANDS[name]
    options = {max(p.opts, key=len) for p in command.params if p.param_type_name == "option"}
    assert set(re.findall(r"--[a-z-]+", row[2])) == options - SHARED


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(name):
    assert re.search(rf"Ví dụ: vb {name}\b", COMMANDS[name].help)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_said_of_options_that_all_commands_share_is_true(name):
    options = {max(p.opts, key=len) for p in COMMANDS[name].params}
    assert ("--db" in options) == (name not in {"extract", "lexicon check", "config", "completion"})
    without = {
        "ingest",
        "extract",
        "lexicon check",
        "export",
        "backup",
        "check",
        "config",
        "completion",
        "doctor",
        "schedule",
    }
    assert ("--today" in options) == (name not in without)


def test_the_reference_is_what_help_prints():
    from reference import reference, written_into

    assert written_into(README) == README, "make reference"
    # The longest word of a metavar cannot be broken.
    assert max(map(len, reference().splitlines())) <= 130


def test_each_exit_code_stands_in_the_table():
    assert [int(r[0]) for r in rows("Exit codes")] == [code.value for code in ExitCode]


def test_each_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b(?= *(?:`|$| [A-Z]+=| +#))", README, re.MULTILINE))
    assert {"demo", "test", "setup"} <= named <= targets


def test_the_list_that_make_prints_names_every_target():
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.* ## \S", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("message", [r[0].strip("`") for r in rows("When something cannot be read")])
def test_each_message_is_one_that_the_program_gives(message):
    for words in message.split("…"):
        assert any(words.strip() in text for text in all_sources()), words


@cache
def all_sources() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))


# --- transcripts and SQL ----------------------------------------------------------------------------------------------


def transcript() -> list[tuple[str, str]]:
    """Return each command line of the README's transcripts with what it prints."""
    blocks = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def test_the_transcripts_are_what_the_program_prints(tmp_path, monkeypatch, capsys):
    shutil.copytree(TOP / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VB_DB", str(tmp_path / "vb.sqlite"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    lines = transcript()
    shown = ["ingest", "tasks", "show", "extend", "done", "done", "undo", "tasks"]
    assert [line.split()[1] for line, _ in lines] == shown
    for line, expected in lines:
        assert main(shlex.split(line)[1:]) == ExitCode.DONE
        assert without_path(capsys.readouterr().out) == without_path(expected), line


def without_path(text: str) -> list[str]:
    """Return the lines without where the file lies, which differs from computer to computer."""
    lines = re.sub(r"^Tệp .*\n(?: .*\n)*", "", text, flags=re.MULTILINE).rstrip().splitlines()
    return [line.rstrip() for line in lines]


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """An archive with all samples."""
    db = tmp_path_factory.mktemp("docs") / "vb.sqlite"
    code = main(["ingest", str(TOP / "samples"), "--db", str(db), "--jobs", "1"])
    assert code in {ExitCode.DONE, ExitCode.SOME_FAILED}  # the scan, where tesseract is missing
    return db


def queries() -> list[tuple[str, str]]:
    return re.findall(r"^```sql\n(.*?)^```\n\n```text\n(.*?)^```", section("The archive"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("sql", "shown"), queries())
def test_each_query_gives_what_is_shown(samples, sql, shown):
    conn = sqlite3.connect(samples)
    found = conn.execute(sql)
    heads = [column[0] for column in found.description]
    table = [[c.strip() for c in line.strip("│").split("│")] for line in shown.splitlines() if line.startswith("│")]
    assert [heads, *([str(value) for value in row] for row in found)] == table
    conn.close()


@pytest.mark.parametrize(("view", "columns"), [(r[0].strip("`"), r[2]) for r in rows("The archive")])
def test_each_view_has_the_columns_that_are_named(samples, view, columns):
    conn = sqlite3.connect(samples)
    assert [f"`{row[1]}`" for row in conn.execute(f"PRAGMA table_info({view})")] == columns.split()
    conn.close()


# --- phrases ----------------------------------------------------------------------------------------------------------

LETTER = """HUYỆN ỦY LÂM KHÊ
*
Số 900-CV/HU
V/v rà soát hồ sơ

ĐẢNG CỘNG SẢN VIỆT NAM
Lâm Khê, ngày 12 tháng 6 năm 2024

Kính gửi: UBND huyện Lâm Khê

Thường trực Huyện ủy yêu cầu:

1. {words}
2. Phòng Tư pháp kiểm tra sổ hộ tịch.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Văn An

Nơi nhận:
- Như trên,
- Lưu VPHU.
"""


@pytest.fixture
def told(tmp_path):
    """Read the letter with a sentence as its first item; return its tasks without those of the second."""

    def read(words: str):
        path = tmp_path / "thu.txt"
        path.write_text(LETTER.format(words=words), encoding="utf-8")
        (record,) = records_of(path)
        tasks = record.tasks
        assert "sổ hộ tịch" in tasks[-1].text
        return tasks[:-1]

    return read


@pytest.mark.parametrize("row", rows("Who"), ids=lambda r: r[0][:40])
def test_each_phrase_of_units_is_read_as_the_table_says(told, row):
    (task,) = told(row[0])
    names = {role: "; ".join(a.unit.name for a in task.assignees if a.role is role) for role in Role}
    assert (names[Role.LEAD], names[Role.SUPPORT]) == (row[1].partition(" (")[0], cell(row, 2))


@pytest.mark.parametrize("row", rows("By when"), ids=lambda r: r[0])
def test_each_phrase_of_time_is_read_as_the_table_says(told, row):
    words, due, remark = row[0], row[1], cell(row, 2)
    (task,) = told(f"Phòng Nội vụ gửi hồ sơ về Văn phòng Huyện ủy {words}.")
    if due == "no deadline":
        assert task.deadlines == ()
        return
    (deadline,) = task.deadlines
    if due == "none":
        assert (deadline.due, deadline.evidence.reason) == (None, remark)
    elif due.startswith("FREQ"):
        assert deadline.rrule == due
    else:
        at = f" {deadline.due_time:%H:%M}" if deadline.due_time else ""
        assert f"{deadline.due:%d/%m/%Y}{at}" == due


@pytest.mark.parametrize("row", rows("According to what"), ids=lambda r: r[0])
def test_each_phrase_of_references_is_read_as_the_table_says(told, row):
    (task,) = told(f"Phòng Nội vụ thực hiện {row[0]}.")
    assert list(task.refs) == ([] if row[1].startswith("none") else row[1].split("; "))


@pytest.mark.parametrize("row", rows("What is no task"), ids=lambda r: r[0][:40])
def test_each_phrase_that_is_no_task_gives_none(told, row):
    assert told(row[0]) == ()


def test_a_bare_year_of_a_target_is_soft(told):
    (task,) = told("Phòng Nội vụ hoàn thành mục tiêu giải ngân năm 2024.")
    assert [(d.due.isoformat(), d.soft) for d in task.deadlines] == [("2024-12-31", True)]
    assert "`hoàn thành mục tiêu giải ngân năm 2024`" in README


# --- neighbours -------------------------------------------------------------------------------------------------------

PAGES = [
    path for path in (TOP, TOP / "samples", SOURCE, SOURCE / "lexicon") for path in path.glob("*.md") if path.is_file()
]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(TOP)))
def test_each_link_leads_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_changelog_has_an_entry_for_the_version():
    version = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(rf"^## {re.escape(version)}\b", (TOP / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_each_folder_stands_in_the_architecture_notes():
    notes = (SOURCE / "README.md").read_text(encoding="utf-8")
    folders = [path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()]
    assert [name for name in folders if f"`{name}/`" not in notes] == []


def test_each_lexicon_file_stands_in_its_notes():
    notes = (SOURCE / "lexicon" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+\.toml)`", notes, re.MULTILINE))
    assert {path.name for path in SOURCE.rglob("*.toml")} <= named
