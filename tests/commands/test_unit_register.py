"""The register of units: who has what to do, other names, members, successors; as a list and as a spreadsheet."""

import json

import openpyxl
import pytest
from terminal import run_on_terminal

from vbcli.app import main
from vbcli.errors import ExitCode

TODAY = "2024-05-10"


@pytest.fixture
def vb(spring, capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--db", str(spring), "--today", TODAY])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def rows(vb) -> dict[str, tuple[int, int]]:
    units = json.loads(vb("units", "--json")[1])["units"]
    return {f"{u['unit']}|{u['issuer'] or ''}": (u["open"], u["overdue"]) for u in units}


def ids(shown: str) -> list[int]:
    return [int(line.split("\t")[0]) for line in shown.splitlines()[1:]]


def test_units_with_their_work(vb):
    found = rows(vb)
    assert sum(n for n, _ in found.values()) == sum(
        sum(a["counted"] for a in t["assignees"]) for t in json.loads(vb("tasks", "--json")[1])["tasks"]
    )
    assert sum(late for _, late in found.values()) == 3
    assert found["Chủ tịch UBND huyện|"] == (1, 1)


def test_two_names_become_one_unit_and_two_again(vb):
    before = rows(vb)
    assert vb("units", "alias", "HĐND huyện", "Ban Tổ chức Huyện ủy")[0] == 0
    assert rows(vb)["Ban Tổ chức Huyện ủy|"] == (2, 0)
    assert (
        ids(vb("tasks", "--unit", "HĐND huyện")[1]) == ids(vb("tasks", "--unit", "Ban Tổ chức Huyện ủy")[1]) == [3, 6]
    )
    vb("undo")
    assert rows(vb) == before


def test_members_carry_what_their_collective_was_given(vb):
    vb("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "UBND thị trấn Khe Sim")
    assert ids(vb("tasks", "--unit", "UBND xã Nậm Cắt")[1]) == [4]
    vb("done", "4", "--unit", "UBND xã Nậm Cắt", "--on", "2024-05-09", "--final")
    task = json.loads(vb("show", "4", "--json")[1])["task"]
    assert (task["progress"], [a["progress"] for a in task["assignees"] if a["counted"]]) == ("doing", ["done", "todo"])
    assert task["assignees"][0]["unit"] == "UBND các xã, thị trấn"
    assert ids(vb("tasks", "--unit", "UBND xã Nậm Cắt")[1]) == []
    vb("units", "roster", "UBND các xã, thị trấn", "remove", "UBND thị trấn Khe Sim")
    assert json.loads(vb("show", "4", "--json")[1])["task"]["progress"] == "done"


def test_members_count_for_papers_of_their_time(vb):
    vb("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "--from", "1/5/2024")
    assert ids(vb("tasks", "--unit", "UBND xã Nậm Cắt")[1]) == []  # the paper is of 2 April
    vb("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "--until", "30/4/2024")
    assert ids(vb("tasks", "--unit", "UBND xã Nậm Cắt")[1]) == [4]


def test_the_successor_is_asked_for_what_the_old_unit_had(vb):
    vb("units", "successor", "UBND huyện Lâm Khê", "UBND xã Khe Trung", "--from", "1/7/2025")
    code, shown, said = vb("tasks", "--unit", "UBND xã Khe Trung", "--overdue")
    assert (code, ids(shown)) == (0, ids(vb("tasks", "--unit", "UBND huyện Lâm Khê", "--overdue")[1]))
    assert ids(shown)
    assert "gồm cả việc của đơn vị mà “UBND xã Khe Trung” kế thừa: “UBND huyện Lâm Khê”" in said


def test_what_was_said_goes_out_and_comes_back(vb, tmp_path):
    vb("units", "alias", "VP HU", "Văn phòng Huyện ủy Lâm Khê")
    vb("units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "--from", "1/4/2024")
    vb("units", "successor", "UBND huyện Lâm Khê", "UBND xã Khe Trung")
    before = vb("units", "--json")
    path = tmp_path / "don-vi.xlsx"
    assert vb("units", "export", str(path))[1] == f"Đã ghi 3 dòng vào {path}.\n"
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == ["Khai báo", "Đơn vị", "Tên kia", "Từ ngày", "Đến ngày"]
    assert sheet.freeze_panes == "A2"
    for _ in range(3):
        vb("undo")
    assert vb("units", "import", str(path))[1] == "Đã nạp 3 khai báo; 0 đã có sẵn.\n"
    assert vb("units", "--json") == before
    assert vb("units", "import", str(path))[1] == "Đã nạp 0 khai báo; 3 đã có sẵn.\n"


def test_a_cell_is_never_a_formula(vb, tmp_path):
    vb("units", "alias", "=1+1", "UBND huyện")
    path = tmp_path / "don-vi.xlsx"
    vb("units", "export", str(path))
    (row,) = [[c for c in row if c.value] for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2)]
    assert {c.data_type for c in row} == {"s"}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("alias", "UBND huyện", "ubnd huyen"), ExitCode.USAGE, "vốn là một tên"),
        (("roster", "UBND các xã", "them", "UBND xã A"), ExitCode.USAGE, "không hiểu “them”"),
        (("roster", "UBND các xã", "add", "UBND các xã"), ExitCode.USAGE, "thành viên của chính nó"),
        (("successor", "UBND huyện", "UBND huyện"), ExitCode.USAGE, "là một"),
        (("--unit", "Sở Ngoại vụ"), ExitCode.INPUT, "kho không có đơn vị “Sở Ngoại vụ”"),
        (("import", "khong-co.xlsx"), ExitCode.INPUT, "không có tệp"),
    ],
)
def test_what_makes_no_sense_gets_one_line(vb, arguments, code, message):
    answer = vb("units", *arguments)
    assert answer[0] == code
    assert message in answer[2]
    assert len(answer[2].splitlines()) == 2


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_list_fits_the_screen(spring, width):
    main(["units", "roster", "UBND các xã, thị trấn", "add", "UBND xã Nậm Cắt", "--db", str(spring)])
    shown = run_on_terminal(width, "units", "--db", str(spring), "--today", TODAY, env={"NO_COLOR": "1"})
    assert all(len(line) <= width for line in shown.splitlines())
    assert "gồm: UBND xã Nậm Cắt" in shown
