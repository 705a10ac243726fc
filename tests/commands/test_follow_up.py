"""Following up on the command line, with a real archive: who enters what, what it changes, and taking it back."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from terminal import VB, run_vb

from papers_of_a_spring import fill
from records import STAMP, Job, Paper, filing, state
from vbcli.app import main
from vbcli.model.evidence import Evidence
from vbcli.model.task import Deadline, DeadlineKind
from vbcli.store.database import open_archive
from vbcli.store.projection import project
from vbcli.store.write import save_file

TODAY = "2024-05-10"
FIFTEENTH, JUNE = date(2024, 5, 15), date(2024, 6, 30)
SECOND = Deadline(JUNE, DeadlineKind.BEFORE, "trước 30/6/2024", Evidence("deadline.before-date", None, 0.95))
PLAN = Paper(
    jobs=(
        Job("UBND huyện, Công an huyện và Phòng Nội vụ rà soát hộ khẩu trước 20/5/2024.", ("UBND huyện", "Công an huyện", "Phòng Nội vụ"), (), date(2024, 5, 20), "trước 20/5/2024"),
        Job("Phòng Kinh tế báo cáo sơ kết trước 15/5/2024, tổng kết trước 30/6/2024.", ("Phòng Kinh tế",), (), FIFTEENTH, "trước 15/5/2024", more=(SECOND,)),
    ),
    number="51-KH/HU", issued_on=date(2024, 4, 25), doc_type="ke_hoach", path="kh-51.txt", subject="Rà soát hộ khẩu",
)  # fmt: skip
# In the spring: 1 late since 25/4, 3 due 31/5, 4 every 25th, 6 without a deadline, 7 a planning period. Here:
SEVERAL_LEADS, TWO_DEADLINES, MONTHLY = "12", "13", "4"


@pytest.fixture
def kho(db):
    with closing(open_archive(db, create=True)) as conn:
        fill(conn)
        save_file(conn, state(PLAN), (filing(PLAN),), STAMP)
    return db


@pytest.fixture
def vb(kho, capsys, monkeypatch):
    """Run a command on the archive; return (code, stdout, stderr)."""
    monkeypatch.setenv("VB_BY", "Trần Thị B")

    def run(*arguments: str, today: str = TODAY) -> tuple[int, str, str]:
        code = main([*arguments, "--db", str(kho), "--today", today])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def task(vb):
    def read(id_: str, today: str = TODAY) -> dict:
        return json.loads(vb("show", id_, "--json", today=today)[1])["task"]

    return read


def tables(path) -> dict[str, list[tuple]]:
    """Return all that follows from reading and events; without ids, which a projection writes anew."""
    with closing(sqlite3.connect(path)) as conn:
        names = ("task_state", "assignments", "undone", "rosters")
        found = {name: sorted(map(repr, conn.execute(f"SELECT * FROM {name}"))) for name in names}
        found["documents"] = conn.execute("SELECT id, merged_into, removed FROM documents").fetchall()
        found["twins"] = conn.execute("SELECT id, same_as FROM tasks").fetchall()
    return found


def entered(path) -> list[tuple]:
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("SELECT verb, subject_id, unit_id, data FROM events ORDER BY id").fetchall()


# --- each command -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "progress", "said"),
    [
        (("start", "1"), "doing", "đang thực hiện"),
        (("done", "1", "--on", "24/4/2024"), "done", "hoàn thành 24/04/2024, đúng hạn"),
        (("done", "1", "--on", "26/4/2024"), "done", "hoàn thành 26/04/2024, trễ 1 ngày"),
        (("done", "6"), "done", "hoàn thành 10/05/2024"),
        (("pause", "1", "--note", "chờ ý kiến"), "paused", "tạm dừng"),
        (("cancel", "1", "--doc", "901-CV/HU"), "cancelled", "đã hủy"),
        (("dismiss", "1"), "dismissed", "đã bỏ"),
    ],
)
def test_progress_is_entered_and_shown(vb, task, arguments, progress, said):
    code, shown, talk = vb(*arguments)
    assert (code, talk) == (0, "vb: đã ghi thao tác #1; hủy bằng vb undo\n")
    assert said in shown
    assert task(arguments[1])["progress"] == progress
    assert task(arguments[1])["state"] == ("overdue" if progress == "doing" else "closed")


@pytest.mark.parametrize("command", ["pause", "cancel", "reopen", "extend"])
def test_what_takes_work_off_the_list_needs_a_reason(vb, kho, command):
    more = ("--to", "31/5/2024") if command == "extend" else ()
    code, _, talk = vb(command, "1", *more)
    assert (code, entered(kho)) == (2, [])
    assert "thiếu lý do" in talk


def test_an_extension_keeps_the_original_deadline(vb, task):
    shown = vb("extend", "1", "--to", "31/5/2024", "--doc", "120/TB-UBND")[1]
    assert "31/05/2024 (trước: 25/04/2024)" in shown
    one = task("1")
    assert (one["due"], one["due_original"], one["state"]) == ("2024-05-31", "2024-04-25", "on_time")
    vb("done", "1", "--on", "5/5/2024")
    assert task("1")["on_time"] is False
    assert "gia hạn đến 31/05/2024" in vb("show", "1")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("extend", "1", "--to", "31/3/2024"), "không sau hạn ban đầu 25/04/2024"),
        (("extend", "1", "--to", "25/4/2024"), "không sau hạn ban đầu 25/04/2024"),
        (("extend", "6", "--to", "31/5/2024"), "không có hạn để gia hạn"),
        (("extend", "7", "--to", "31/5/2025"), "không có hạn để gia hạn"),
        (("extend", MONTHLY, "--to", "31/5/2024"), "việc định kỳ"),
        (("extend", TWO_DEADLINES, "--to", "31/7/2024", "--which", "1/1/2024"), "các hạn: 15/05/2024, 30/06/2024"),
        (("done", "99"), "không có nhiệm vụ 99"),
        (("done", "1", "--on", "11/5/2024"), "chưa tới"),
        (("done", "1", "--unit", "Công an tỉnh"), "không giao cho “Công an tỉnh”; đơn vị chủ trì: UBND huyện"),
        (("done", "8", "--unit", "UBND huyện"), "chưa có đơn vị chủ trì"),
        (("done", MONTHLY, "--which", "24/5/2024"), "không phải một kỳ của nhiệm vụ 4; kỳ gần nhất: 25/05/2024"),
        (("reopen", MONTHLY, "--which", "25/5/2024"), "chưa ghi hoàn thành"),
        (("dismiss", "1", "--unit", "UBND huyện"), "--unit"),
        (("assign", "1"), "chưa nêu giao cho ai"),
        (("assign", "1", "--lead", " "), "tên đơn vị để trống"),
        (("note", "1", " "), "ghi chú để trống"),
        (("edit", "1"), "chưa nêu sửa gì"),
        (("edit", "1", "--which", "25/4/2024"), "chưa nêu sửa gì"),
        (("edit", "1", "--which", "25/4/2024", "--text", "Rà soát"), "--which chỉ đi với --due hoặc --no-due"),
        (("edit", "1", "--due", "mai", "--no-due"), "--due không đi cùng --no-due"),
        (("edit", "1", "--text", ""), "nội dung nhiệm vụ để trống"),
        (("edit", "1", "--number", "5-CV/HU"), "là của văn bản"),
        (("undo",), "không còn thao tác nào"),
        (("undo", "7"), "không có thao tác #7"),
        (("undo", "x"), "không hiểu số thao tác"),
        (("merge", "V1", "V1"), "chính nó"),
        (("add", "Báo cáo"), "chưa nêu việc từ đâu"),
        (("add", "Báo cáo", "--doc", "V99"), "không có văn bản V99"),
        (("add", "Báo cáo", "--doc", "12-TB/HU"), "2 văn bản cùng số"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line_and_nothing_is_entered(vb, kho, arguments, said):
    before = tables(kho)
    reason = ("--note", "x") if arguments[0] in {"extend", "reopen"} else ()
    code, shown, talk = vb(*arguments, *reason)
    assert (code in {2, 4}, shown) == (True, "")
    assert said in talk
    assert (entered(kho), tables(kho)) == ([], before)


def test_several_ids_are_entered_together_or_not_at_all(vb, kho, task):
    code, shown, talk = vb("done", "1", "2", "99")
    assert (code, shown, entered(kho)) == (4, "", [])
    assert "không có nhiệm vụ 99" in talk
    vb("done", "1", "2", "1")
    assert [e[:2] for e in entered(kho)] == [("done", 1), ("done", 2)]
    assert json.loads(vb("log", "--json")[1])["log"][0]["entry"] == 1


def test_what_is_so_already_is_passed_over_and_named(vb, kho, task):
    vb("done", "1", "--on", "24/4/2024")
    code, shown, talk = vb("done", "1", "2")
    assert code == 0
    assert "nhiệm vụ 1 giữ nguyên: hoàn thành 24/04/2024, đúng hạn" in talk
    assert task("1")["done_on"] == "2024-04-24"
    code, shown, talk = vb("done", "1", "2")
    assert (code, shown, "thao tác" in talk) == (0, "", False)
    assert vb("extend", "1", "--to", "1/1/2024", "--note", "x")[0] == 0
    assert len(entered(kho)) == 2


def test_a_cancelled_task_is_opened_before_anything_else_happens_to_it(vb, task):
    vb("cancel", "1", "--note", "x")
    assert "vb reopen 1" in vb("done", "1")[2]
    vb("reopen", "1", "--note", "làm lại")
    assert task("1")["progress"] == "todo"
    vb("dismiss", "1")
    vb("reopen", "1", "--note", "là nhiệm vụ")
    assert (task("1")["progress"], task("1")["state"]) == ("todo", "overdue")


# --- several leads ----------------------------------------------------------------------------------------------------


def lead(task: dict, name: str) -> dict:
    return next(a for a in task["assignees"] if a["unit"] == name)


def test_each_lead_answers_for_its_part(vb, task):
    shown = vb("done", SEVERAL_LEADS, "--unit", "cong an huyen", "--on", "9/5/2024")[1]
    assert "Công an huyện: hoàn thành 09/05/2024, đúng hạn" in shown
    one = task(SEVERAL_LEADS)
    assert (one["progress"], lead(one, "Công an huyện")["progress"]) == ("doing", "done")
    assert (lead(one, "UBND huyện")["progress"], lead(one, "Công an huyện")["on_time"]) == ("todo", True)
    vb("extend", SEVERAL_LEADS, "--unit", "UBND huyện", "--to", "15/6/2024", "--note", "đồng ý")
    one = task(SEVERAL_LEADS)
    assert (one["due"], lead(one, "UBND huyện")["due"]) == ("2024-05-20", "2024-06-15")
    vb("done", SEVERAL_LEADS)
    one = task(SEVERAL_LEADS)
    assert (one["progress"], one["done_on"], lead(one, "Công an huyện")["done_on"]) == (
        *("done", "2024-05-10"),
        "2024-05-09",
    )


def test_a_unit_is_shown_what_it_still_has_to_do(vb):
    vb("done", SEVERAL_LEADS, "--unit", "Công an huyện")
    listed = lambda unit, *more: [  # noqa: E731
        t["id"] for t in json.loads(vb("tasks", "--unit", unit, *more, "--json")[1])["tasks"]
    ]
    assert listed("Công an huyện") == []
    assert listed("Công an huyện", "--status", "xong") == [12]
    assert listed("Phòng Nội vụ", "--status", "chua") == [12]
    vb("dismiss", SEVERAL_LEADS)
    assert listed("Phòng Nội vụ", "--status", "bo") == [12]
    assert listed("Phòng Nội vụ") == []


def test_a_phrase_that_means_several_leads_names_them(vb):
    vb("assign", "6", "--lead", "UBND xã Nà Sáo", "--lead", "UBND xã Nậm Cắt")
    code, _, talk = vb("done", "6", "--unit", "UBND xã")
    assert (code, "UBND xã Nà Sáo; UBND xã Nậm Cắt" in talk) == (2, True)


# --- several deadlines, recurring tasks -------------------------------------------------------------------------------


def test_one_deadline_of_several(vb, task):
    vb("done", TWO_DEADLINES, "--which", "15/5/2024", "--on", "9/5/2024")
    one = task(TWO_DEADLINES)
    assert (one["progress"], one["due"], one["dues"][0]["met_on"]) == ("doing", "2024-06-30", "2024-05-09")
    assert "giữ nguyên" in vb("done", TWO_DEADLINES, "--which", "15/5/2024")[2]
    vb("extend", TWO_DEADLINES, "--which", "30/6/2024", "--to", "31/7/2024", "--note", "đồng ý")
    vb("done", TWO_DEADLINES, "--which", "31/7/2024", today="2024-07-02")  # named by its current date
    one = task(TWO_DEADLINES)
    assert (one["progress"], one["done_on"], one["on_time"]) == ("done", "2024-07-02", False)
    vb("reopen", TWO_DEADLINES, "--note", "chưa đạt", today="2024-07-03")
    assert task(TWO_DEADLINES)["due"] == "2024-07-31"


def test_an_extension_is_for_the_deadline_that_decides(vb, kho):
    vb("extend", TWO_DEADLINES, "--to", "25/5/2024", "--note", "x")
    assert json.loads(entered(kho)[0][3]) == {"which": "2024-05-15", "to": "2024-05-25"}


def test_occurrences_early_late_twice_again_and_for_good(vb, task):
    def occurrences() -> list[tuple[str, str]]:
        return [(o["due"], o["done_on"]) for o in task(MONTHLY)["occurrences"]]

    vb("done", MONTHLY, "--on", "23/4/2024")
    assert (task(MONTHLY)["due"], task(MONTHLY)["progress"]) == ("2024-05-25", "doing")
    vb("done", MONTHLY, today="2024-05-27")
    assert occurrences() == [("2024-04-25", "2024-04-23"), ("2024-05-25", "2024-05-27")]
    code, shown, talk = vb("done", MONTHLY, "--which", "25/5/2024", today="2024-05-28")
    assert (code, shown, "giữ nguyên" in talk) == (0, "", True)
    vb("reopen", MONTHLY, "--note", "chưa đạt")  # the last one
    assert occurrences() == [("2024-04-25", "2024-04-23")]
    assert task(MONTHLY, today="2024-06-01")["state"] != "overdue"
    vb("done", MONTHLY, "--final", today="2024-06-01")
    assert (task(MONTHLY)["progress"], task(MONTHLY)["on_time"]) == ("done", None)
    vb("reopen", MONTHLY, "--note", "làm tiếp")
    assert task(MONTHLY)["progress"] == "doing"


# --- corrections ------------------------------------------------------------------------------------------------------


def test_edit_puts_right_what_was_read(vb, task):
    vb("edit", "1", "--due", "15/5/2024", "--text", "Bàn giao mặt bằng", "--product", "Biên bản")
    one = task("1")
    assert (one["due"], one["due_original"], one["text"], one["product"]) == (
        *("2024-05-15", "2024-05-15"),
        *("Bàn giao mặt bằng", "Biên bản"),
    )
    vb("edit", "1", "--no-due")
    assert (task("1")["due"], task("1")["state"]) == (None, "no_due")
    vb("edit", TWO_DEADLINES, "--which", "15/5/2024", "--due", "18/5/2024")
    assert [d["original"] for d in task(TWO_DEADLINES)["dues"]] == ["2024-05-18", "2024-06-30"]


def test_assign_replaces_a_role_and_leaves_the_rest(vb, task):
    vb("assign", "1", "--lead", "cong an huyen", "--officer", "Lê C", "--leader", "Đàm Kế")
    one = task("1")
    assert [(a["unit"], a["role"]) for a in one["assignees"]] == [("Công an huyện", "lead"), ("Phòng Kinh tế", "support")]  # fmt: skip
    vb("assign", "1", "--officer", "")
    assert (task("1")["officer"], task("1")["leader"]) == (None, "Đàm Kế")


@pytest.mark.parametrize("issuer", [("--issuer", "Huyện ủy Lâm Khê"), ()], ids=["with issuer", "without"])
def test_add_makes_a_document_that_the_paper_joins_when_it_comes(vb, kho, task, issuer):
    words = "Hạt Kiểm lâm báo cáo diện tích rừng trồng mới."
    given = ("--doc", "88-CV/HU", "--issued", "2/5/2024", *issuer)
    vb("add", words, *given, "--due", "30/6/2024")
    assert (task("14")["document"]["id"], task("14")["due"]) == ("V6", "2024-06-30")
    vb("start", "14")
    paper = Paper(
        (
            Job("Phòng Nội vụ rà soát biên chế.", ("Phòng Nội vụ",)),
            Job(words, ("Hạt Kiểm lâm",), (), date(2024, 6, 25), "25/6"),
        ),
        number="88-CV/HU", issued_on=date(2024, 5, 2), doc_type="cong_van", path="cv-88.txt",
    )  # fmt: skip
    with closing(open_archive(kho)) as conn:
        assert save_file(conn, state(paper), (filing(paper),), STAMP)[0].document_id == 6
    one = task("14")
    assert (one["progress"], one["due"], one["document"]["path"]) == ("doing", "2024-06-30", "/van-ban/cv-88.txt")
    assert [a["unit"] for a in one["assignees"]] == ["Hạt Kiểm lâm"]  # nobody was named by hand: the paper does it


def test_taking_back_the_first_of_two_added_tasks_leaves_the_other(vb):
    vb("add", "Việc một", "--doc", "88-CV/HU")
    vb("add", "Việc hai", "--doc", "88-CV/HU")
    vb("undo", "1")
    assert [t["text"] for t in json.loads(vb("tasks", "--doc", "88-CV/HU", "--json")[1])["tasks"]] == ["Việc hai"]
    vb("undo", "2")
    assert "không có văn bản" in vb("tasks", "--doc", "88-CV/HU")[2]
    vb("add", "Việc ba", "--doc", "88-CV/HU")
    assert [t["text"] for t in json.loads(vb("tasks", "--doc", "88-CV/HU", "--json")[1])["tasks"]] == ["Việc ba"]


def test_an_added_task_outlives_a_changed_file_and_a_taken_back_one_leaves_what_was_read(vb, kho):
    vb("add", "Việc thêm tay cho kế hoạch này.", "--doc", "V5")
    changed = replace(PLAN, jobs=PLAN.jobs[:1])
    with closing(open_archive(kho)) as conn:
        save_file(conn, state(changed), (filing(changed),), STAMP)
    assert sorted(t["id"] for t in json.loads(vb("tasks", "--doc", "V5", "--json")[1])["tasks"]) == [12, 14]
    vb("undo")
    assert [t["id"] for t in json.loads(vb("tasks", "--doc", "V5", "--json")[1])["tasks"]] == [12]


def test_a_task_is_not_added_to_a_document_that_was_removed(vb):
    vb("remove", "V5", "--note", "nạp nhầm")
    given = ("--doc", "51-KH/HU", "--issuer", "Huyện ủy Lâm Khê", "--issued", "25/4/2024")
    code, _, talk = vb("add", "Việc mới", *given)
    assert (code, "là V5, đã đưa ra khỏi các danh sách" in talk) == (4, True)


# --- taking back ------------------------------------------------------------------------------------------------------

COMMANDS = (
    ("start", "1", "2"),
    ("done", "1", "3", "--on", "24/4/2024"),
    ("done", SEVERAL_LEADS, "--unit", "Công an huyện"),
    ("done", MONTHLY),
    ("pause", "1", "--note", "chờ"),
    ("cancel", "1", "--note", "thôi"),
    ("dismiss", "1"),
    ("extend", "1", "--to", "31/5/2024", "--doc", "120/TB-UBND"),
    ("assign", "1", "--lead", "Công an huyện", "--officer", "Lê C"),
    ("edit", "1", "--due", "15/5/2024"),
    ("note", "1", "đã gọi"),
    ("add", "Việc mới", "--source", "Giao ban 20/5"),
    ("add", "Việc mới", "--doc", "51-KH/HU"),
    ("merge", "V1", "V3"),
    ("remove", "V1", "V2"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_can_be_taken_back_and_brought_again(vb, kho, command):
    def visible() -> tuple:
        with closing(sqlite3.connect(kho)) as conn:
            return [conn.execute(f"SELECT * FROM {view} ORDER BY id").fetchall() for view in ("v_tasks", "v_documents")]

    before, stored = visible(), tables(kho)
    assert vb(*command)[0] == 0
    after, made = visible(), tables(kho)
    if command[0] != "note":
        assert after != before
    code, shown, _ = vb("undo")
    assert (code, shown.startswith("Đã hủy thao tác #1: ")) == (0, True)
    assert visible() == before
    if command[0] != "add":  # what was added stays in its tables, hidden
        assert tables(kho) == {**stored, "undone": ["(1,)"]}
    assert vb("undo", "2")[0] == 0  # the undo itself
    assert (visible(), tables(kho)) == (after, {**made, "undone": ["(2,)"]})
    vb("undo", "3")
    assert visible() == before
    assert [line["undone_by"] for line in json.loads(vb("log", "--json")[1])["log"]] == [None, 4, None, 2]


def test_undo_walks_back_one_command_at_a_time(vb, task):
    vb("start", "1")
    vb("done", "1", "--on", "24/4/2024")
    vb("undo")
    assert task("1")["progress"] == "doing"
    vb("undo")
    assert task("1")["progress"] == "todo"
    assert "không còn thao tác" in vb("undo")[2]
    assert "đã hủy rồi" in vb("undo", "1")[2]


def test_undo_of_one_in_the_middle_leaves_the_later_ones(vb, task):
    vb("extend", "1", "--to", "31/5/2024", "--note", "x")
    vb("done", "1", "--on", "26/4/2024")
    vb("undo", "1")
    assert (task("1")["due"], task("1")["progress"]) == ("2024-04-25", "done")


def test_the_log_says_who_what_why_and_what_was_taken_back(vb):
    vb("extend", "1", "--to", "31/5/2024", "--doc", "120/TB-UBND", "--note", "mưa lũ", "--by", "Lê C")
    vb("start", "2")
    vb("undo", "1")
    lines = vb("log", "1")[1].splitlines()[1:]
    assert len(lines) == 2
    assert "hủy thao tác #1" in lines[0]
    assert "Lê C\tnhiệm vụ 1: gia hạn, hạn 25/04/2024 thành 31/05/2024, ngày 10/05/2024" in lines[1]
    assert "lý do: mưa lũ; văn bản: 120/TB-UBND; đã hủy bởi thao tác #3" in lines[1]
    assert "Trần Thị B" in vb("log", "2")[1]
    assert "Đã ghi: 1 lần, lần cuối 10/05/2024: vb log 2" in vb("show", "2")[1]


# --- whole documents --------------------------------------------------------------------------------------------------


def test_merged_documents_share_what_was_entered(vb, kho, task):
    twin = replace(PLAN, number="51/KH-HU-B", path="kh-51-ban-2.txt", subject="Rà soát hộ khẩu (bản sao)")
    with closing(open_archive(kho)) as conn:
        copy = save_file(conn, state(twin), (filing(twin),), STAMP)[0].document_id
    assert copy == 6
    vb("done", "14", "--on", "9/5/2024")  # the copy of task 12
    vb("note", SEVERAL_LEADS, "đã gọi")
    vb("merge", "V5", "V6")
    assert task(SEVERAL_LEADS)["progress"] == "done"
    assert [t["id"] for t in json.loads(vb("tasks", "--doc", "V5", "--status", "tatca", "--json")[1])["tasks"]] == [13, 12]  # fmt: skip
    assert vb("tasks", "--doc", "V6", "--count", "--status", "tatca")[1] == "2\n"  # V6 is V5 now
    vb("reopen", SEVERAL_LEADS, "--note", "làm lại")
    assert task(SEVERAL_LEADS)["progress"] == "todo"
    vb("undo", "4")
    vb("undo", "3")
    assert (task(SEVERAL_LEADS)["progress"], task("14")["progress"]) == ("todo", "done")


def test_a_removed_document_is_in_no_list_and_no_figure(vb):
    before = json.loads(vb("summary", "--json")[1])["summary"]
    vb("remove", "V5", "--note", "nạp nhầm")
    after = json.loads(vb("summary", "--json")[1])["summary"]
    assert (before["documents"] - after["documents"], before["tasks"] - after["tasks"]) == (1, 2)
    assert vb("tasks", "--doc", "V5", "--count")[1] == "0\n"
    vb("undo")
    assert json.loads(vb("summary", "--json")[1])["summary"] == before


# --- nothing is lost --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id + 1"])
@pytest.mark.parametrize("table", ["events", "entries"])
def test_what_was_entered_cannot_be_altered(vb, kho, table, statement):
    vb("start", "1")
    with closing(sqlite3.connect(kho)) as conn, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        conn.execute(statement.format(table))


def test_the_state_is_what_the_events_add_up_to(vb, kho):
    for command in COMMANDS:
        vb(*command)
    before = tables(kho)
    with closing(open_archive(kho)) as conn:
        project(conn)
        conn.commit()
    assert tables(kho) == before


KILLED = """
import os, signal, sys
import {module} as module
module.{name} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
from vbcli.app import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("module", "name", "there"),
    [
        ("vbcli.store.entered", "append", 0),  # checked, nothing written yet
        ("vbcli.store.entered", "project", 0),  # events written, what follows from them not
        ("vbcli.register", "enter", 0),
        ("vbcli.commands.entering", "put_page", 13),  # committed, nothing said yet
    ],
)
def test_a_killed_command_is_wholly_there_or_not_at_all(kho, module, name, there):
    script = KILLED.format(module=module, name=name)
    ids = [str(n) for n in range(1, 14)]
    command = [sys.executable, "-c", script, "done", *ids, "--final", "--db", str(kho), "--today", TODAY]
    assert subprocess.run(command, check=False, capture_output=True).returncode == -signal.SIGKILL
    with closing(sqlite3.connect(kho)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = conn.execute("SELECT count(*) FROM events").fetchone()[0]
        shown = conn.execute("SELECT count(*) FROM task_state WHERE progress = 'done'").fetchone()[0]
        assert (found, shown, conn.execute("SELECT count(*) FROM entries").fetchone()[0]) == (there, there, there // 13)
    again = run_vb("done", *ids, "--final", "--db", str(kho), "--today", TODAY)
    assert (again.returncode, "giữ nguyên" in again.stderr.decode()) == (0, there == 13)


def test_two_processes_at_once_lose_nothing(kho):
    environ = {**os.environ, "VB_DB": str(kho), "VB_TODAY": TODAY}
    running = [
        subprocess.Popen(
            [*VB, "note", str(n % 3 + 1), f"lần {n}"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for n in range(6)
    ]
    assert [p.wait() for p in running] == [0] * 6
    for process in running:
        process.communicate()
    assert sorted(json.loads(e[3])["text"] for e in entered(kho)) == [f"lần {n}" for n in range(6)]
    assert json.loads(run_vb("log", "--json", env=environ).stdout)["log"][0]["entry"] == 6


# --- why a task counts as overdue -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "id_", "today", "words"),
    [
        ([], "1", "2024-05-07", "Quá hạn 12 ngày: hạn 25/04/2024, hôm nay 07/05/2024, chưa ghi hoàn thành."),
        (
            [("extend", "1", "--to", "29/4/2024", "--doc", "120/TB-UBND")],
            *("1", "2024-05-07"),
            "Quá hạn 8 ngày: hạn hiện tại 29/04/2024 (hạn ban đầu 25/04/2024, gia hạn theo 120/TB-UBND), hôm nay 07/05/2024, chưa ghi hoàn thành.",
        ),
        (
            [("extend", "1", "--to", "31/5/2024", "--note", "mưa lũ"), ("start", "1")],
            *("1", "2024-05-07"),
            "Chưa quá hạn, còn 24 ngày: hạn hiện tại 31/05/2024 (hạn ban đầu 25/04/2024, gia hạn, lý do “mưa lũ”), hôm nay 07/05/2024, đang thực hiện, chưa ghi hoàn thành; thống kê tính là quá hạn, theo hạn ban đầu.",
        ),
        (
            [("edit", "1", "--due", "3/5/2024")],
            *("1", "2024-05-07"),
            "Quá hạn 4 ngày: hạn 03/05/2024 (ghi bằng tay, Trần Thị B ghi), hôm nay 07/05/2024, chưa ghi hoàn thành.",
        ),
        (
            [("done", SEVERAL_LEADS, "--unit", "Công an huyện")],
            *(SEVERAL_LEADS, "2024-05-21"),
            "Quá hạn 1 ngày: hạn 20/05/2024, hôm nay 21/05/2024, còn chờ UBND huyện; Phòng Nội vụ (đã xong: Công an huyện).",
        ),
        (
            [("done", TWO_DEADLINES, "--which", "15/5/2024")],
            *(TWO_DEADLINES, "2024-06-30"),
            "Chưa quá hạn, hạn là hôm nay: hạn 30/06/2024 (hạn sớm nhất chưa xong), hôm nay 30/06/2024, đang thực hiện, chưa ghi hoàn thành.",
        ),
        ([], MONTHLY, TODAY, "Không tính quá hạn: việc định kỳ, kỳ tới 25/05/2024; kỳ đã qua mà chưa ghi thì không coi là trễ."),
        ([], "7", "2025-05-01", "Không tính quá hạn: chỉ có kỳ kế hoạch đến 31/12/2024; chưa ghi hoàn thành."),
        ([], "6", TODAY, "Không tính quá hạn: không có hạn tính được ngày; chưa ghi hoàn thành."),
        ([], "11", TODAY, "Không tính quá hạn: không có hạn tính được ngày; văn bản chỉ ghi “không để quá 5 ngày”; chưa ghi hoàn thành."),
        (
            [("done", "1", "--on", "26/4/2024")],
            *("1", TODAY),
            "Không tính quá hạn: đã ghi hoàn thành ngày 26/04/2024; trễ so với hạn ban đầu 25/04/2024.",
        ),
        ([("pause", "1", "--note", "chờ")], "1", TODAY, "Không tính quá hạn: tạm dừng."),
    ],
)  # fmt: skip
def test_explain_says_why_a_task_counts_as_overdue_or_does_not(vb, script, id_, today, words):
    for command in script:
        assert vb(*command)[0] == 0
    assert words in vb("explain", id_, today=today)[1].splitlines()
    verdict = json.loads(vb("explain", id_, "--json", today=today)[1])["explanation"]["verdict"]
    assert verdict["overdue"] == words.startswith("Quá hạn")


def test_an_extension_that_was_taken_back_is_no_reason(vb):
    vb("extend", "1", "--to", "29/4/2024", "--doc", "120/TB-UBND")
    vb("undo")
    assert "120/TB-UBND" not in vb("explain", "1")[1]
