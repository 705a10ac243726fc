"""The review queue: what stands in it, the keys that settle it, and that what was decided comes no more."""

import json
import os
import pty
import select
import signal
import time
from pathlib import Path

import pytest
from terminal import VB, files_of

from vbcli.app import main
from vbcli.errors import ExitCode
from vbcli.model.review import DoubtKind

TODAY = "2024-07-01"


def paper(number: str, day: str, *body: str, issuer: str = "HUYỆN ỦY KHE SIM", kind: str = "") -> str:
    date, month, year = day.split("/")
    head = [issuer, "*", f"Số: {number}", "ĐẢNG CỘNG SẢN VIỆT NAM", f"Khe Sim, ngày {date} tháng {month} năm {year}"]
    title = [kind, "về thực hiện một số nhiệm vụ"] if kind else ["Kính gửi: Các cơ quan, đơn vị trong huyện."]
    closing = ["", "Nơi nhận:", "- Như trên;", "- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Trần Văn Mẫu"]
    return "\n".join([*head, *title, "", *body, *closing]) + "\n"


OLD = paper(
    "31-CTr/HU", "05/01/2024",
    "1. Giao UBND huyện chủ trì rà soát quy hoạch chợ trung tâm, hoàn thành trước ngày 15/8/2024.",
    "2. Giao Công an huyện chủ trì kiểm tra cư trú tại các điểm tái định cư, hoàn thành trước ngày 20/8/2024.",
    kind="CHƯƠNG TRÌNH",
)  # fmt: skip
NEW = paper(
    "47-CTr/HU", "10/06/2024",
    "1. Giao UBND huyện chủ trì lập quy hoạch chợ mới, hoàn thành trước ngày 30/9/2024.",
    "2. Chương trình này thay thế Chương trình số 31-CTr/HU ngày 05/01/2024 của Huyện ủy Khe Sim.",
    kind="CHƯƠNG TRÌNH",
)  # fmt: skip
LETTER = paper(
    "1309-CV/HU", "12/06/2024",
    "Ban Thường vụ Huyện ủy yêu cầu thực hiện các nhiệm vụ sau:",
    "1. Giao UBND huyện chủ trì rà soát các dự án chậm tiến độ, hoàn thành trước ngày 15/7/2024.",
    "2. Giao Công an huyện chủ trì kiểm tra các bến đò, xong trong vòng 10 ngày kể từ ngày nhận được văn bản này.",
)  # fmt: skip
REPORT = """ỦY BAN NHÂN DÂN
HUYỆN KHE SIM
Số: 88/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khe Sim, ngày 28 tháng 6 năm 2024
BÁO CÁO
Kết quả rà soát các dự án chậm tiến độ

Thực hiện Công văn số 1309-CV/HU ngày 12/6/2024 của Huyện ủy Khe Sim, UBND huyện báo cáo như sau:
Đã rà soát 14 dự án.

Nơi nhận:
- Huyện ủy;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mẫu
"""


@pytest.fixture
def archive(tmp_path) -> Path:
    folder = files_of(tmp_path / "den", a=OLD, b=NEW, c=LETTER, d=REPORT)
    assert main(["ingest", str(folder), "--db", str(tmp_path / "vb.sqlite")]) == 0
    return tmp_path / "vb.sqlite"


@pytest.fixture
def vb(archive, capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*arguments, "--db", str(archive), "--today", TODAY])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def doubts(vb, *arguments: str) -> list[dict]:
    return json.loads(vb("review", "--json", *arguments)[1])["doubts"]


def task(vb, words: str) -> dict:
    shown = json.loads(vb("tasks", "--status", "tatca", "--json")[1])["tasks"]
    return next(t for t in shown if words in t["text"])


def test_a_replaced_paper_asks_about_its_open_tasks(vb):
    (doubt,) = doubts(vb, "--only", "replaced")
    old = [task(vb, "chợ trung tâm")["id"], task(vb, "cư trú")["id"]]
    assert (doubt["document"], doubt["other"], doubt["tasks"]) == ("31-CTr/HU", "47-CTr/HU", old)
    assert doubt["command"] == f"vb cancel {old[0]} {old[1]} --doc 47-CTr/HU"
    vb("cancel", *map(str, old), "--doc", "47-CTr/HU")
    assert doubts(vb, "--only", "replaced") == []


def test_a_report_is_proposed_for_the_tasks_of_who_reports_and_closes_none(vb):
    found = doubts(vb, "--only", "answered")
    assert [d["id"] for d in found] == [task(vb, "dự án chậm tiến độ")["id"]]  # not the one of Công an huyện
    assert found[0]["command"] == f"vb done {found[0]['id']} --doc 88/BC-UBND --on 28/06/2024"
    assert task(vb, "dự án chậm tiến độ")["progress"] == "todo"


def test_a_limit_without_a_date_is_asked_about(vb):
    (doubt,) = doubts(vb, "--only", "no_date")
    assert doubt["id"] == task(vb, "bến đò")["id"]
    assert "nhận được văn bản" in doubt["reason"]
    vb("edit", str(doubt["id"]), "--due", "24/6/2024")
    assert doubts(vb, "--only", "no_date") == []


def test_what_was_accepted_comes_no_more_until_it_is_undone(vb):
    (doubt,) = doubts(vb, "--only", "no_date")
    assert vb("review", "--accept", doubt["key"])[0] == 0
    assert doubts(vb, "--only", "no_date") == []
    vb("undo")
    assert doubts(vb, "--only", "no_date") == [doubt]


def test_an_unknown_key_is_named(vb):
    code, _, said = vb("review", "--accept", "no_lead:99")
    assert code == ExitCode.INPUT
    assert "“no_lead:99”" in said


def test_in_a_pipe_it_is_a_list_with_a_line_for_each(vb):
    code, shown, _ = vb("review")
    head, *rows = (line.split("\t") for line in shown.splitlines())
    assert code == 0
    assert head[-2:] == ["Gõ", "Khóa"]
    assert [row[-1] for row in rows] == [d["key"] for d in doubts(vb)]


def test_every_kind_has_a_finder():
    from vbcli.query.review import _FINDERS
    from vbcli.render.review import KINDS

    assert set(_FINDERS) == set(KINDS) == set(DoubtKind)


def keys(archive: Path, *pressed: str) -> str:
    """Press keys on a terminal; return what it shows."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm", NO_COLOR="1", VB_BY="Lan", PAGER="cat")
        os.execve(VB[0], [*VB, "review", "--db", str(archive), "--today", TODAY], dict(os.environ))
    shown = b""

    def until(words: str) -> None:
        nonlocal shown
        end = time.monotonic() + 60
        while words.encode() not in shown and time.monotonic() < end:
            if select.select([terminal], [], [], 0.2)[0]:
                try:
                    shown += os.read(terminal, 65536)
                except OSError:
                    return

    for key in pressed:
        wanted, _, typed = key.rpartition("→")
        until(wanted)
        shown = shown if not wanted else shown[shown.rindex(wanted.encode()) :] if wanted.encode() in shown else shown
        os.write(terminal, typed.encode())
    until("đã quyết")
    os.kill(pid, signal.SIGTERM)
    os.waitpid(pid, 0)
    os.close(terminal)
    return shown.decode()


def test_keys_settle_one_doubt_each(archive, vb):
    shown = keys(
        archive, "vẫn phải làm→h", "báo cáo về văn bản→x", "chưa tính ra ngày→s", "Hạn→24/6/2024\r", "đã quyết→"
    )
    assert "đã quyết 3 chỗ" in shown
    done = task(vb, "dự án chậm tiến độ")
    assert (done["progress"], done["done_on"]) == ("done", "2024-06-28")
    assert task(vb, "chợ trung tâm")["progress"] == task(vb, "cư trú")["progress"] == "cancelled"
    assert task(vb, "bến đò")["due"] == "2024-06-24"
    log = json.loads(vb("log", "--json")[1])["log"]
    assert [(e["made_by"], e["document"]) for e in log] == [("Lan", None), ("Lan", "88/BC-UBND"), ("Lan", "47-CTr/HU")]


def test_a_step_is_taken_back_by_one_key(archive, vb):
    keys(archive, "vẫn phải làm→h", "báo cáo về văn bản→u", "vẫn phải làm→q")
    assert task(vb, "chợ trung tâm")["progress"] == "todo"
    assert doubts(vb, "--only", "replaced")
