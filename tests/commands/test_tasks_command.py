"""`vb tasks`: filters combined, orders, columns, formats. Papers of `papers_of_a_spring` unless a test writes its own."""

import io
import json
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from icalendar import Calendar

import papers_of_ten_units
from papers_of_a_spring import NOTICE
from records import STAMP, filing, state
from vbcli.app import main
from vbcli.store.database import open_archive
from vbcli.store.write import save_file

TODAY = "2024-05-10"


@pytest.fixture
def vb(spring, capsys):
    return runner(spring, capsys)


def runner(db, capsys):
    def run(*arguments):
        capsys.readouterr()
        code = main([*arguments, "--db", str(db), "--today", TODAY])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def ten(tmp_path, capsys):
    """Run commands on an archive of papers that were really read."""
    papers_of_ten_units.write(tmp_path)
    run = runner(tmp_path / "vb.sqlite", capsys)
    names = [str(tmp_path / name) for name in papers_of_ten_units.PAPERS]
    assert main(["ingest", *names, "--db", str(tmp_path / "vb.sqlite"), "--jobs", "1"]) == 0
    return run


def ids(answer):
    code, shown, _ = answer
    assert code == 0
    return [int(line.split("\t")[0]) for line in shown.splitlines()[1:]]


# --- filters ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--issuer", "UBND tỉnh Cao Bình"), [10, 11]),
        (("--issuer", "cao binh"), [10, 11]),
        (("--issuer", "Uỷ ban nhân dân tỉnh"), [10, 11]),
        (("--issuer", "lung may", "--issuer", "tinh"), [9, 10, 11]),
        (("--issuer", "may"), [9]),  # a word of the name
        (("--issuer", "ma"), []),  # no part of a word
        (("--type", "cong_van"), [5, 10, 7, 6, 8, 11]),
        (("--type", "công văn"), [5, 10, 7, 6, 8, 11]),
        (("--type", "CV", "--doc", "V2"), [5, 7, 6, 8]),
        (("--type", "thongbao"), [9, 1, 2, 4, 3]),
        (("--type", "TB", "--type", "cv", "--count"), None),
        (("--type", "kế hoạch"), []),
        (("--since", "20/4/2024"), [5, 10, 7, 6, 8, 11]),
        (("--since", "2024-04-20", "--until", "2024-04-20"), [5, 7, 6, 8]),
        (("--until", "3/4/2024"), [9, 1, 2, 4, 3]),
        (("--search", "bao cao"), [9, 5, 4]),
        (("--search", "báo cáo"), [9, 5, 4]),
        (("--search", "báo cao"), [9, 5, 4]),
        (("--search", "bào cáo"), []),
        (("--search", '"hoàn thành việc bàn giao"'), [1]),
        (("--search", "uỷ"), [6]),  # Huyện ủy
        (("--search", "733-TB/TU"), [5]),
        (("--search", "suoi", "--overdue", "--unit", "ubnd huyen", "--issuer", "lam khe", "--type", "tb"), [1]),
        (("--search", "suoi", "--overdue", "--unit", "hdnd huyen"), []),
        (("--since", "1/4/2024", "--until", "30/4/2024", "--no-due", "--status", "chua", "--limit", "1"), [6]),
    ],
)
def test_filters_are_freely_combined(vb, arguments, found):
    if found is None:
        assert vb("tasks", *arguments)[1] == "11\n"
    else:
        assert ids(vb("tasks", *arguments)) == found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--type", "thong bán"), "không có loại văn bản “thong bán”"),
        (("--type", "xx"), "không có loại văn bản “xx”"),
        (("--since", "hôm nào"), "không hiểu ngày “hôm nào” của --since"),
        (("--until", "31/2/2024"), "của --until"),
        (("--search", "…"), "không có chữ nào để tìm"),
        (("--sort", "mau"), "không xếp được theo “mau”"),
        (("--columns", "id,mau"), "không có cột “mau”"),
        (("--count", "--format", "csv"), "--count chỉ in một con số"),
        (("bao cao",), "thừa tham số bao cao"),
    ],
)
def test_a_word_that_means_nothing_is_said_so(vb, arguments, said):
    code, shown, told = vb("tasks", *arguments)
    assert (code, shown) == (2, "")
    assert said in told
    assert "Gợi ý: " in told


def test_a_type_that_is_nearly_one_is_proposed(vb):
    assert "Gợi ý: Thông báo" in vb("tasks", "--type", "thông bá")[2]


def test_an_issuer_that_the_archive_lacks_is_said_so_with_near_ones(vb):
    code, shown, told = vb("tasks", "--issuer", "Huyện ủy Lũng Mâyy")
    assert (code, shown.count("\n")) == (0, 1)
    assert "ý bạn là Huyện ủy Lũng Mây?" in told


def test_a_paper_without_a_date_is_judged_by_its_bounds_or_told_of(vb, spring):
    between = replace(NOTICE, number="77-TB/HU", issued_on=None, path="khong-ngay.txt", subject="Kết luận khác")
    conn = open_archive(spring)
    save_file(conn, state(between), (filing(between),), STAMP)
    conn.execute("UPDATE documents SET issued_from = '2024-06-01', issued_to = '2024-06-09' WHERE number = '77-TB/HU'")
    conn.close()
    assert len(ids(vb("tasks", "--since", "9/6/2024"))) == 4
    assert ids(vb("tasks", "--since", "10/6/2024")) == []
    assert len(ids(vb("tasks", "--since", "20/5/2024", "--until", "1/6/2024"))) == 4
    conn = open_archive(spring)
    conn.execute("UPDATE documents SET issued_from = NULL, issued_to = NULL WHERE number = '77-TB/HU'")
    conn.close()
    answer = vb("tasks", "--since", "9/6/2024")
    assert ids(answer) == []
    assert "không tính 4 việc của văn bản không rõ ngày ban hành" in answer[2]
    assert "không tính" not in vb("tasks", "--since", "9/6/2024", "--unit", "Ban Tổ chức Huyện ủy")[2]


# --- order and columns ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (("due",), [9, 1, 2, 5, 10, 4, 3, 7, 6, 8, 11]),
        (("-due",), [7, 3, 4, 10, 5, 2, 1, 9, 6, 8, 11]),  # without a date last, either way
        (("-late",), [9, 1, 2, 5, 10, 4, 3, 7, 6, 8, 11]),
        (("late",), [2, 1, 9, 5, 10, 4, 3, 7, 6, 8, 11]),
        (("id",), list(range(1, 12))),
        (("-id",), list(range(11, 0, -1))),
        (("unit", "id"), [6, 2, 3, 11, 4, 1, 5, 7, 9, 10, 8]),
        (("đơn vị,mã",), [6, 2, 3, 11, 4, 1, 5, 7, 9, 10, 8]),
        (("doc",), [1, 2, 3, 4, 9, 10, 11, 5, 6, 7, 8]),  # 12 of two issuers, then 45, then 1309
        (("-issued,due",), [10, 11, 5, 7, 6, 8, 9, 1, 2, 4, 3]),
        (("issuer", "-id"), [8, 7, 6, 5, 4, 3, 2, 1, 9, 11, 10]),
        (("progress,id",), list(range(1, 12))),
    ],
)
def test_orders(vb, order, found):
    flags = [word for key in order for word in ("--sort", key)]
    assert ids(vb("tasks", *flags)) == found
    assert ids(vb("tasks", *flags, "--limit", "3")) == found[:3]


def test_columns_go_by_their_name_or_their_heading_in_any_spelling(vb):
    expected = "Mã\tHạn\tTrễ (ngày)\tChủ trì\n9\t20/04/2024\t20\tUBND huyện\n"
    for columns in (
        "id,due,days_late,leads",
        "Mã, Hạn, Trễ (ngày), Chủ trì",
        "ma,han,trengay,chu-tri",
        "ID,DUE,daysLate,chutri",
    ):
        assert vb("tasks", "--columns", columns, "--limit", "1")[1] == expected


def test_limit_and_count_hold_with_everything(vb):
    assert vb("tasks", "--count", "--limit", "2", "--sort", "unit")[1] == "11\n"
    answer = json.loads(vb("tasks", "--json", "--limit", "2", "--sort", "-id")[1])
    assert ([t["id"] for t in answer["tasks"]], answer["total"]) == ([11, 10], 11)
    assert json.loads(vb("tasks", "--count", "--format", "json")[1])["count"] == 11


# --- formats ----------------------------------------------------------------------------------------------------------


def events(data):
    return {str(e["uid"]): e for e in Calendar.from_ical(data).walk("VEVENT")}


def test_a_calendar_has_one_entry_for_each_task_with_a_date(ten):
    ten("done", "2", "--on", "24/4/2024")
    shown = ten("tasks", "--doc", "V1", "--status", "tatca", "--format", "ics")[1]
    found = sorted(events(shown).values(), key=lambda e: e.decoded("dtstart"))
    assert [e.decoded("dtstart") for e in found][:2] == [date(2024, 4, 25), date(2024, 4, 29)]
    assert len(found) == 6
    first, second = found[:2]
    assert str(first["summary"]).startswith("[UBND huyện] Rà soát quỹ đất tái định cư")
    assert str(first["summary"]).endswith("(215-TB/HU)")
    notes = str(first["description"])
    assert "a-215.txt, dòng 10" in notes
    assert "Hạn: 25/04/2024, quá 15 ngày" in notes
    assert (len(first.walk("VALARM")), len(second.walk("VALARM"))) == (1, 0)  # what is done reminds nobody


def test_a_second_calendar_updates_the_first(ten):
    before = events(ten("tasks", "--format", "ics")[1])
    ten("extend", "3", "--to", "31/5/2024", "--note", "chờ hướng dẫn")
    ten("edit", "V1", "--number", "216-TB/HU")
    after = events(ten("tasks", "--format", "ics")[1])
    assert before.keys() == after.keys()
    moved = [uid for uid in before if before[uid].decoded("dtstart") != after[uid].decoded("dtstart")]
    assert [str(after[uid]["summary"]).rpartition(" ")[2] for uid in moved] == ["(216-TB/HU)"]
    assert "Hạn ban đầu: 10/05/2024" in str(after[moved[0]]["description"])


def test_entries_of_two_archives_are_not_taken_for_one_another(vb, ten, tmp_path, capsys):
    here, there = events(vb("tasks", "--format", "ics")[1]), events(ten("tasks", "--format", "ics")[1])
    assert here
    assert not here.keys() & there.keys()
    export, restored = tmp_path / "so.jsonl", runner(tmp_path / "lai.sqlite", capsys)
    assert main(["export", "-o", str(export), "--db", str(tmp_path / "vb.sqlite")]) == 0
    assert restored("import", str(export))[0] == 0
    assert events(restored("tasks", "--format", "ics")[1]).keys() == there.keys()


def test_a_recurring_task_stands_in_the_calendar_on_its_next_day(vb):
    (event,) = events(vb("tasks", "--unit", "UBND các xã", "--format", "ics")[1]).values()
    assert event.decoded("dtstart") == date(2024, 5, 25)


def test_a_spreadsheet_has_dates_as_dates_and_the_rows_of_the_list(vb, tmp_path):
    path = tmp_path / "so.xlsx"
    code, shown, told = vb("tasks", "--overdue", "--sort", "-late", "-o", str(path))
    assert (code, shown, "đã ghi" in told) == (0, "", True)
    (sheet,) = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets
    head, *rows = sheet.iter_rows(values_only=True)
    assert [row[0] for row in rows] == [9, 1, 2]
    late = dict(zip(head, rows[0], strict=True))
    assert (late["Hạn"].date(), late["Hạn ban đầu"].date(), late["Trễ (ngày)"]) == (
        date(2024, 4, 20),
        date(2024, 4, 20),
        20,
    )
    assert (late["Xếp loại"], late["Tiến độ"], late["Chủ trì"]) == ("quá hạn", "chưa thực hiện", "UBND huyện")
    assert (late["Số, ký hiệu"], late["Ngày văn bản"].date()) == ("12-TB/HU", date(2024, 4, 3))
