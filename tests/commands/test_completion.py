"""What a shell offers at a Tab: of the command line itself, and of the archive. Real shells where there are any."""

import os
import shutil
import subprocess
import sys

import pytest
import typer
from list_commands import LISTS, fill_with_all
from shell import Shell, program_in

from vbcli.app import app, main
from vbcli.commands.candidates import FILES, FREE, PLAIN, STATUSES, choices_of, kind_of, source_of
from vbcli.commands.completion import Shell as Names
from vbcli.commands.completion import split_line
from vbcli.commands.completion_scripts import SCRIPTS

BREAKS = " \t\n\"'@><=;|&(:"


@pytest.fixture
def full(spring, monkeypatch, capsys):
    monkeypatch.setenv("VB_DB", str(spring))
    fill_with_all(spring)
    capsys.readouterr()
    return spring


@pytest.fixture
def offered(capsys, monkeypatch):
    """Return what a shell would be offered for a line, as (files or words, lines)."""

    def ask(line, shell="fish"):
        monkeypatch.setenv("_VB_COMPLETE", shell)
        monkeypatch.setenv("_VB_LINE", line)
        monkeypatch.setenv("_VB_BREAKS", BREAKS)
        assert main([]) == 0
        monkeypatch.delenv("_VB_COMPLETE")
        answer = capsys.readouterr()
        assert answer.err == ""
        kind, *lines = answer.out.splitlines()
        return kind, lines

    return ask


def values(answer):
    kind, lines = answer
    assert kind == "words"
    return [line.partition("\t")[0] for line in lines]


# --- the command line itself ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("vb ta", ["tasks"]),
        ("vb re", ["reextract", "review", "refs", "reopen", "remove"]),
        ("VB_TODAY=homnay vb ta", ["tasks"]),
        ("vb units ro", ["roster"]),
        ("vb tasks --due-w", ["--due-within"]),
        ("vb tasks --no-due --no-d", []),
        ("vb tasks --status x", ["xong"]),
        ("vb tasks --status=x", ["--status=xong"]),
        ("vb tasks --role l", ["lead"]),
        ("vb ingest --ocr ", ["auto", "never", "force"]),
        ("vb docs --format ht", ["html"]),
        ("vb docs --columns num", ["number"]),
        ("vb docs --columns number,iss", ["number,issuer"]),
        ("vb tasks --due-within cuoi", ["cuoituan", "cuoithang", "cuoiquy", "cuoinam"]),
        ("vb edit V1 --type thong_b", ["thong_bao"]),
        ("vb units roster 'UBND các xã' a", ["add"]),
        ("vb completion z", ["zsh"]),
        ("vb tasks --limit ", []),
        ("vb khong-co ", []),
        ("vb tasks -- --ov", []),
        ("vb save qua-han -- tasks --overd", ["--overdue"]),
        ("vb review --only no_l", ["no_lead"]),
        ("vb note 1 x", []),
    ],
)
def test_commands_options_and_their_values(offered, line, found, tmp_path, monkeypatch):
    monkeypatch.setenv("VB_DB", str(tmp_path / "khong-co.sqlite"))
    assert values(offered(line)) == found


@pytest.mark.parametrize("line", ["vb ingest ", "vb tasks --db ", "vb docs -o ", "vb import so", "vb lexicon check "])
def test_names_of_files_are_left_to_the_shell(offered, line):
    assert offered(line) == ("files", [])


def every_param():
    def within(name, command):
        for param in command.params:
            if param.param_type_name == "argument" or not param.is_flag:
                yield pytest.param(command.name, param, id=f"{name} {max(param.opts, key=len)}")
        for below in getattr(command, "commands", {}).values():
            yield from within(f"{name} {below.name}", below)

    return list(within("vb", typer.main.get_command(app)))


@pytest.mark.parametrize(("command", "param"), every_param())
def test_every_value_is_completed_or_known_to_be_free(command, param):
    kind = kind_of(param)
    known = kind in FILES | FREE | set(PLAIN) or choices_of(param) or source_of(param, command)
    # A bare number, a number of a paper that is yet to be entered, the name of a rule.
    assert known or kind in {"SỐ", "MÃ"}, (
        f"{kind}: say in commands/candidates.py what completes it, or that nothing can"
    )


@pytest.mark.parametrize("status", [name for name, _ in STATUSES])
def test_every_status_that_is_offered_is_one(status, full, capsys):
    assert main(["tasks", "--status", status, "--count"]) == 0


@pytest.mark.parametrize("name", LISTS)
def test_every_column_that_is_offered_is_one(name, full, offered, capsys):
    columns = values(offered(f"vb {name} --columns "))
    if columns:
        assert main([*name.split(), *LISTS[name].arguments, "--columns", ",".join(columns)]) == 0
        assert len(capsys.readouterr().out.splitlines()[0].split("\t")) == len(columns)
    assert columns or name in {"search", "refs"}


# --- the archive ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('vb tasks --unit "UBND huyện', ["UBND huyện", "UBND huyện Lâm Khê"]),
        ("vb tasks --unit ubnd\\ huyen\\ l", ["UBND huyện Lâm Khê"]),
        ("vb assign 1 --lead HĐND", ["HĐND huyện"]),
        ("vb tasks --unit kinh", ["Phòng Kinh tế"]),
        ("vb show V", ["V4", "V2", "V1", "V5", "V3", "V6"]),
        ("vb show v2", ["V2"]),
        ("vb show 1309", ["1309-CV/HU"]),
        ("vb refs 733", ["733-TB/TU"]),
        ("vb tasks --doc 733", []),
        ("vb tasks --ref 12ct", ["12-CT/TU"]),
        ("vb done 1", ["10", "12", "11", "13", "1"]),
        ("vb merge V1 V4", ["V4"]),
        ("vb undo 3", ["3"]),
        ("vb tasks @h", ["@huyen"]),
        ("vb edit V1 --issuer huyen", ["Huyện ủy Lâm Khê", "Huyện ủy Lũng Mây"]),
    ],
)
def test_names_and_ids_of_the_archive(full, offered, line, found):
    assert sorted(values(offered(line))) == sorted(found)


def test_ids_come_with_their_words_open_ones_first(full, offered):
    _, lines = offered("vb done ")
    told = dict(line.split("\t") for line in lines)
    assert told["5"].startswith("UBND huyện gửi báo cáo chống khai thác cát trái phép")
    assert list(told)[-1] == "1", "what is done comes last"


def test_what_a_document_holds_is_harmless_in_a_shell(full, offered):
    for shell in Names:
        for line in ("vb done ", "vb show V", "vb tasks --unit "):
            shown = "".join(offered(line, shell)[1])
            assert not set(shown.replace("\t", "")) & {chr(n) for n in (*range(32), 0x7F, 0x9B, 0x202E)}


def test_without_an_archive_there_are_no_candidates_and_no_error(offered, tmp_path, monkeypatch):
    for content in (None, b"", b"khong phai SQLite" * 100):
        path = tmp_path / "kho.sqlite"
        if content is not None:
            path.write_bytes(content)
        monkeypatch.setenv("VB_DB", str(path))
        assert [offered(line)[1] for line in ("vb tasks --unit ", "vb done ", "vb show V")] == [[], [], []]
        assert not content or path.read_bytes() == content


def test_the_archive_that_the_line_names_is_asked(full, offered, monkeypatch, tmp_path):
    monkeypatch.setenv("VB_DB", str(tmp_path / "khac.sqlite"))
    assert values(offered(f"vb --db {full} refs 733")) == ["733-TB/TU"]
    assert values(offered(f"vb tasks --db '{full}' --ref 733")) == ["733-TB/TU"]


def test_completing_imports_no_reader_and_draws_nothing(full):
    code = (
        "import sys; from vbcli.app import main; main([]);"
        "heavy = {'docx', 'lxml', 'pdfplumber', 'pypdfium2', 'rich', 'xlsxwriter', 'openpyxl', 'jinja2', 'icalendar',"
        " 'holidays', 'sqlite_utils'} & set(sys.modules); sys.exit(' '.join(heavy) or 0)"
    )
    env = {**os.environ, "_VB_COMPLETE": "bash", "_VB_LINE": "vb tasks --unit U"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"UBND" in done.stdout


# --- shells -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ('vb tasks --unit "UBND huyện L', "UBND huyện Lâm Khê"),
        ("vb tasks --unit 'UBND huyện L", "UBND huyện Lâm Khê"),
        ("vb tasks --unit UBND\\ huyện\\ L", r"UBND\ huyện\ Lâm\ Khê"),
        ("vb tasks --unit=UBND\\ huyện\\ L", r"UBND\ huyện\ Lâm\ Khê"),
        ("vb tasks @hu", "@huyen"),
    ],
)
def test_bash_is_told_what_stands_behind_its_breaks_and_quotes(full, offered, line, shown):
    assert offered(line, "bash") == ("words", [shown])


@pytest.mark.parametrize(
    ("line", "words", "value"),
    [
        ('vb  a\\ b \'c d\' "e\\"f" g', ["vb", "a b", "c d", 'e"f'], "g"),
        ("vb ", ["vb"], ""),
        ("vb 'a", ["vb"], "a"),
        ('vb "a\\d', ["vb"], "a\\d"),
        ("", [], ""),
    ],
)
def test_lines_are_split_as_shells_split_them(line, words, value):
    found, typed = split_line(line)
    assert (found, typed.value) == (words, value)


COMMANDS = {"bash": ["bash", "--norc", "-i"], "zsh": ["zsh", "-f", "-i"], "fish": ["fish", "--no-config", "-i"]}


@pytest.fixture(params=COMMANDS)
def shell(request, full, tmp_path):
    """A shell that has read its script."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    script = tmp_path / "script"
    script.write_text(SCRIPTS[request.param])
    env = {
        **{name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ},
        "PATH": f"{program_in(tmp_path / 'bin')}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
        "VB_DB": str(full),
    }
    running = Shell(COMMANDS[request.param], env)
    running.settle()
    running.type(f"source {script}; echo REA''DY\r")
    running.wait_for("READY")
    running.settle()
    yield running
    running.close()


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("vb unde\x08o", "<undo>"),
        ("vb summ", "<summary>"),
        ("vb tasks --unit UBND\\ huyện\\ L", "<tasks><--unit><UBND huyện Lâm Khê>"),
        ('vb tasks --unit "UBND huyện L', "<tasks><--unit><UBND huyện Lâm Khê>"),
        ("vb tasks --unit=HĐ", "<tasks><--unit=HĐND huyện>"),
        ("vb refs 733", "<refs><733-TB/TU>"),
        ("vb tasks @hu", "<tasks><@huyen>"),
    ],
)
def test_a_real_shell_puts_the_words_in_place_and_quotes_them(shell, typed, given):
    shell.type(f"{typed}\t")
    shell.settle(1.5)
    shell.type("\r")
    assert given in shell.wait_for("END").replace("\r", "").replace("\n", "")


def test_scripts_are_ascii_and_name_their_shell():
    assert set(SCRIPTS) == {shell.value for shell in Names}
    for script in SCRIPTS.values():
        assert script.isascii()
    assert "Register-ArgumentCompleter -Native -CommandName vb" in SCRIPTS["powershell"]
    # Windows PowerShell 5.1 reads no UTF-8 from programs unless it is told to.
    assert "[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding" in SCRIPTS["powershell"]
    assert SCRIPTS["powershell"].count("{") == SCRIPTS["powershell"].count("}")


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_script_is_printed(name, capsys):
    assert main(["completion", name]) == 0
    assert capsys.readouterr().out == SCRIPTS[name]


@pytest.mark.parametrize(
    ("name", "path", "profile"),
    [
        ("bash", ".local/share/bash-completion/completions/vb", ".bashrc"),
        ("zsh", ".local/share/vb/completion.zsh", ".zshrc"),
        ("fish", ".config/fish/completions/vb.fish", None),
    ],
)
def test_install_puts_it_where_the_shell_looks_and_a_second_time_changes_nothing(  # noqa: PLR0917
    name, path, profile, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("HOME", str(tmp_path))
    for setting in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(setting, raising=False)
    if profile:
        (tmp_path / profile).write_bytes(b"alias ll='ls -l'  # \xe0\xe1 in another code page")
    assert main(["completion", name, "--install"]) == 0
    said = capsys.readouterr().out
    assert str(tmp_path / path) in said
    assert (tmp_path / path).read_text() == SCRIPTS[name]
    if profile:
        before = (tmp_path / profile).read_bytes()
        assert before.startswith(b"alias ll='ls -l'  # \xe0\xe1 in another code page\n")
        assert str(tmp_path / path).encode() in before
        assert str(tmp_path / profile) in said
    files = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    assert main(["completion", name, "--install"]) == 0
    assert "đã có" in capsys.readouterr().out
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == files


def test_powershell_tells_where_its_profile_is(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data's"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["completion", "powershell", "--install"]) == 4
    assert "không tìm thấy PowerShell" in capsys.readouterr().err
    profile = tmp_path / "Tài liệu" / "profile.ps1"
    pwsh = tmp_path / "pwsh"
    pwsh.write_text(f"#!/bin/sh\necho '{profile}'\n")
    pwsh.chmod(0o755)
    assert main(["completion", "powershell", "--install"]) == 0
    assert (tmp_path / "data's" / "vb" / "completion.ps1").read_text() == SCRIPTS["powershell"]
    assert "data''s" in profile.read_text()
