"""What terminals, pipes and consoles of every kind get from the list commands."""

import os
import re
import subprocess
import sys
import unicodedata

import pytest
from list_commands import LISTS, TODAY, fill_with_all
from rich.cells import cell_len
from terminal import VB, run_on_terminal, run_vb

HEADINGS = {
    "tasks": ("Mã Hạn Nhiệm vụ", "Mã Hạn Chủ trì / phối hợp Nhiệm vụ Văn bản"),
    "docs": (
        "Mã Số, ký hiệu Ngày Trích yếu Việc Quá hạn",
        "Mã Số, ký hiệu Ngày Cơ quan ban hành Trích yếu Nhiệm vụ Quá hạn",
    ),
    "units": ("Đơn vị Còn Quá hạn Lâu nhất Sắp đến Xong",) * 2,
    "log": ("Thao tác Lúc ghi Người ghi Nội dung",) * 2,
    "review": ("Mã Vì sao",) * 2,
    "lexicon report": ("Quy tắc Loại Nghĩa",) * 2,
    "refs": ("Văn bản Số, ký hiệu Việc Nguyên văn",) * 2,
    "save": ("Tên Lệnh",) * 2,
}
"""Of the columns that a narrow and a wide screen show; what a search finds is no table."""
WIDTHS = (60, 80, 120, 200)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    from papers_of_a_spring import fill
    from vbcli.store.database import open_archive

    db = tmp_path_factory.mktemp("screens") / "vb.sqlite"
    conn = open_archive(db, create=True)
    fill(conn)
    conn.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VB_TODAY", TODAY)
        fill_with_all(db)
    return db


@pytest.fixture
def on_terminal(full):
    def run(width, name, *more, env=None, **named):
        settings = {"TERM": "xterm", "PAGER": "cat", "VB_DB": str(full), "VB_TODAY": TODAY, **(env or {})}
        return run_on_terminal(width, *name.split(), *LISTS[name].arguments, *more, env=settings, **named)

    return run


def in_order(words, text):
    """Tell whether the words stand in the text, whole and in this order, whatever lies between them."""
    found = iter(text.split())
    return all(word in found for word in words)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_on_a_screen_of_any_width(full, on_terminal, name, width):
    shown = on_terminal(width, name)
    bare = _COLOUR.sub("", shown)
    assert not [c for c in bare if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cn"} and c != "\n"]
    assert max(map(cell_len, bare.splitlines())) <= width
    plain = run_vb(*name.split(), *LISTS[name].arguments, env={"VB_DB": str(full), "VB_TODAY": TODAY}).stdout.decode()
    # Every row is there, the words that begin it unbroken.
    first = [line.split("\t")[0] for line in plain.splitlines() if "\t" in line]
    for cell in first if name not in {"review", "search"} else []:
        assert in_order(cell.split(), bare), cell


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", HEADINGS)
def test_no_heading_is_lost(on_terminal, name, width):
    shown = _COLOUR.sub("", on_terminal(width, name)).split()
    headings = HEADINGS[name][width >= 100].split()
    assert [word for word in headings if word in shown] == headings


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["tasks", "docs", "units", "log", "review", "lexicon report"])
def test_all_columns_at_once_break_no_word(full, on_terminal, name, width):
    from vbcli.render.listings import columns_of

    columns = columns_of(name.split()[-1])
    shown = _COLOUR.sub("", on_terminal(width, name, "--columns", ",".join(column for column, _ in columns)))
    assert max(map(cell_len, shown.splitlines())) <= width
    words = [word for _, heading in columns for word in heading.split()]
    if re.search(r"^─{20}", shown, re.MULTILINE):  # a table, not one row below the other without what is blank
        assert [word for word in words if word in shown.split()] == words
    for number in ("1309-CV/HU", "45/UBND-NN") if name in {"tasks", "docs"} else ():
        assert number in shown.split()


@pytest.mark.parametrize("name", LISTS)
def test_where_no_colour_is_wanted_there_is_none(on_terminal, name):
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b" not in on_terminal(80, name, env=env)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
@pytest.mark.parametrize("name", LISTS)
def test_consoles_of_other_code_pages_show_the_nearest_letters(on_terminal, name, encoding):
    shown = on_terminal(100, name, env={"PYTHONIOENCODING": encoding, "NO_COLOR": "1"}, encoding=encoding)
    assert "Traceback" not in shown
    assert max(map(len, unicodedata.normalize("NFC", shown).splitlines())) <= 100
    if encoding == "cp1258" and name == "tasks":
        # Windows has letters and tones of Vietnamese apart.
        assert "chủ trì" in unicodedata.normalize("NFC", shown)
    if encoding != "cp1258" and name == "tasks":
        assert "Nhi" in shown


@pytest.mark.parametrize("name", LISTS)
def test_a_pipe_gets_plain_lines_whatever_the_locale(full, name):
    env = {"VB_DB": str(full), "VB_TODAY": TODAY}
    shown = [
        run_vb(*name.split(), *LISTS[name].arguments, env={**env, **locale})
        for locale in ({}, {"LANG": "C", "LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}, {"COLUMNS": "30"}, {"TERM": "dumb"})
    ]
    assert {done.returncode for done in shown} == {0}
    assert len({done.stdout for done in shown}) == 1
    text = shown[0].stdout.decode()
    assert not set(text) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("name", LISTS)
def test_a_reader_that_had_enough_is_no_error(full, name):
    command = " ".join([*VB, *name.split(), *LISTS[name].arguments])
    script = f"{command} 2>err | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    env = {**os.environ, "VB_DB": str(full), "VB_TODAY": TODAY}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=env, cwd=full.parent, check=True)
    assert done.stdout == b"0\n"
    assert "vb: lỗi" not in (full.parent / "err").read_text()


@pytest.fixture
def pager(tmp_path):
    path = tmp_path / "pager"
    path.write_text(f"#!{sys.executable}\nimport sys\nsys.stdout.write('PAGED\\n' + sys.stdin.read())\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("name", LISTS)
def test_only_what_is_longer_than_the_screen_goes_through_the_pager(on_terminal, pager, name):
    length = on_terminal(80, name).count("\n")
    assert "PAGED" not in on_terminal(80, name, env={"PAGER": pager}, lines=length + 2)
    assert on_terminal(80, name, env={"PAGER": pager}, lines=max(length // 2, 1)).startswith("PAGED")


def test_a_pager_that_is_not_there_costs_nothing(on_terminal):
    assert on_terminal(80, "docs", env={"PAGER": "khong-co-lenh-nay"}, lines=3) == on_terminal(80, "docs")


def test_quiet_leaves_remarks_out_and_keeps_answers_and_errors(full):
    env = {"VB_DB": str(full), "VB_TODAY": TODAY}
    loud, quiet = (run_vb("tasks", "--unit", "UBND huện", *flag, env=env) for flag in ((), ("-q",)))
    assert loud.stdout == quiet.stdout
    assert "ý bạn là" in loud.stderr.decode()
    assert quiet.stderr == b""
    assert "không có cột" in run_vb("docs", "-q", "--columns", "x", env=env).stderr.decode()


def test_verbose_shows_what_lies_behind_an_error(full):
    env = {"VB_DB": str(full)}
    assert "Traceback" in run_vb("tasks", "-v", "--today", "32/1/2024", env=env).stderr.decode()
    assert "Traceback" not in run_vb("tasks", "--today", "32/1/2024", env=env).stderr.decode()


def test_a_number_and_its_percent_sign_stay_on_one_line(on_terminal, full):
    for width in range(60, 100, 5):
        shown = run_on_terminal(width, "show", "1", env={"VB_DB": str(full), "NO_COLOR": "1", "TERM": "xterm"})
        assert "%" in shown
        assert not re.search(r"^\s*%", shown, re.MULTILINE)


def test_the_hour_of_a_deadline_stands_below_its_day(on_terminal):
    for width in (60, 120):
        assert "17 giờ 00" in on_terminal(width, "tasks", env={"NO_COLOR": "1"})
