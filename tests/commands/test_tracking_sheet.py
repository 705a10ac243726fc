"""An office's own spreadsheet: what is found is followed up, what is missing is added, nothing twice, nothing made up."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from terminal import files_of

from vbcli.app import main
from vbcli.errors import ExitCode

TODAY = "2024-10-20"
HEAD = (
    *("STT", "Số, ký hiệu, ngày VB giao", "Nội dung nhiệm vụ", "Cơ quan, đơn vị chủ trì", "Cơ quan, đơn vị phối hợp"),
    *("Chuyên viên theo dõi", "Thời hạn hoàn thành", "Tình trạng", "Ngày hoàn thành", "Kết quả", "Ghi chú"),
)
LETTER = """HUYỆN ỦY KHE SIM
*
Số: 1309-CV/HU
V/v thực hiện một số nhiệm vụ
ĐẢNG CỘNG SẢN VIỆT NAM
Khe Sim, ngày 12 tháng 06 năm 2024
Kính gửi: Các cơ quan, đơn vị trong huyện.

Ban Thường vụ Huyện ủy yêu cầu thực hiện các nhiệm vụ sau:
1. Giao UBND huyện chủ trì rà soát các dự án chậm tiến độ trên địa bàn, hoàn thành trước ngày 15/7/2024.
2. Giao Công an huyện chủ trì kiểm tra việc đăng ký cư trú tại các điểm tái định cư.

Nơi nhận:
- Như trên;
- Lưu Văn phòng.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Mẫu
"""


@pytest.fixture
def vb(tmp_path, capsys):
    """Run a command on an archive of its own; return (code, stdout, stderr)."""

    def run(*arguments: str, db: str = "vb.sqlite") -> tuple[int, str, str]:
        code = main([*arguments, "--db", str(tmp_path / db)])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def sheet(path: Path, *rows: tuple[object, ...], head: tuple[str, ...] = HEAD, title: str = "SỔ THEO DÕI") -> Path:
    book = openpyxl.Workbook()
    book.active.append([title])
    book.active.append([])
    book.active.append(list(head))
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def tasks(vb) -> list[dict]:
    return json.loads(vb("tasks", "--status", "tatca", "--json", "--today", TODAY)[1])["tasks"]


ROWS = (
    tuple(range(1, 12)),
    ("I", "LĨNH VỰC KINH TẾ", *[None] * 9),
    (1, "1309-CV/HU ngày 12/6/2024", "Rà soát các dự án chậm tiến độ trên địa bàn", "UBND huyện; Phòng Nội vụ",
     "Công an huyện, Ban CHQS huyện", "Trần B", date(2024, 7, 15), "Đang thực hiện", None, None, None),
    (2, None, "Báo cáo kết quả thu ngân sách", "Chi cục Thuế", None, "Trần B", "Quý III/2024", "Hoàn thành đúng hạn",
     None, "đã có báo cáo", "BC 45"),
    (3, "88/KH-UBND ngày 3/5/2024", "Báo cáo tiến độ hằng tháng", "UBND các xã, thị trấn", None, None,
     "Trước ngày 25 hằng tháng", "", None, None, None),
    (4, "Ý kiến giao ban 20/5", "Sửa mái nhà văn hóa", "Trạm Quản lý điện", None, None, "khi có vốn", "Hoàn thành", None, None, None),
)  # fmt: skip


def test_rows_become_tasks_with_their_follow_up(vb, tmp_path):
    path = sheet(tmp_path / "so.xlsx", *ROWS)
    code, shown, _ = vb("import", str(path), "--today", TODAY)
    assert (code, shown.splitlines()) == (
        0,
        [
            "Đã thêm 4 nhiệm vụ, ghi tiến độ cho 0 nhiệm vụ có sẵn; 0 dòng đã nạp từ trước.",
            "dòng 9: hạn “khi có vốn” không phải ngày: để trống",
            "dòng 9: ghi hoàn thành mà không có ngày: để là đang thực hiện",
        ],
    )
    found = {t["text"]: t for t in tasks(vb)}
    one = found["Rà soát các dự án chậm tiến độ trên địa bàn"]
    assert [(a["unit"], a["role"]) for a in one["assignees"]] == [
        ("UBND huyện", "lead"),
        ("Phòng Nội vụ", "lead"),
        ("Công an huyện", "support"),
        ("Ban Chỉ huy quân sự huyện", "support"),
    ]
    assert (one["due"], one["progress"], one["officer"]) == ("2024-07-15", "doing", "Trần B")
    assert (one["document"]["number"], one["document"]["issued_on"]) == ("1309-CV/HU", "2024-06-12")
    two = found["Báo cáo kết quả thu ngân sách"]
    assert (two["done_on"], two["on_time"], two["result"]) == ("2024-09-30", True, "đã có báo cáo")
    assert two["document"]["number"] == "1309-CV/HU"  # written once for both rows
    assert found["Báo cáo tiến độ hằng tháng"]["due"] == "2024-10-25"
    four = found["Sửa mái nhà văn hóa"]
    assert (four["due"], four["progress"], four["document"]["subject"]) == (None, "doing", "Ý kiến giao ban 20/5")


def test_taken_in_again_nothing_is_doubled_and_a_new_row_is_added(vb, tmp_path):
    vb("import", str(sheet(tmp_path / "so.xlsx", *ROWS)), "--today", TODAY)
    more = (5, "88/KH-UBND ngày 3/5/2024", "Nạo vét kênh mương", "UBND xã Khe Trung", *[None] * 7)
    _, shown, _ = vb("import", str(sheet(tmp_path / "so.xlsx", *ROWS, more)), "--today", TODAY)
    assert shown == "Đã thêm 1 nhiệm vụ, ghi tiến độ cho 0 nhiệm vụ có sẵn; 4 dòng đã nạp từ trước.\n"
    assert len(tasks(vb)) == 5


def test_a_task_that_was_read_gets_the_follow_up_of_its_row(vb, tmp_path):
    vb("ingest", str(files_of(tmp_path / "den", cv=LETTER)))
    before = {t["id"]: t["text"] for t in tasks(vb)}
    row = (
        *(1, "1309-CV/HU", "Kiểm tra việc đăng ký cư trú tại các điểm tái định cư", "Công an huyện", None, "Lê C"),
        *(date(2024, 8, 1), "Đã hoàn thành", date(2024, 7, 20), None, None),
    )
    _, shown, _ = vb("import", str(sheet(tmp_path / "so.xlsx", row)), "--today", TODAY)
    assert shown.splitlines() == [
        "Đã thêm 0 nhiệm vụ, ghi tiến độ cho 1 nhiệm vụ có sẵn; 0 dòng đã nạp từ trước.",
        "dòng 4: hạn trong sổ 01/08/2024, hạn đọc được không có: giữ hạn đọc được (vb edit 2 --due …)",
    ]
    assert {t["id"]: t["text"] for t in tasks(vb)} == before
    done = next(t for t in tasks(vb) if t["id"] == 2)
    assert (done["progress"], done["done_on"], done["officer"]) == ("done", "2024-07-20", "Lê C")


def test_the_paper_that_comes_later_joins_its_row(vb, tmp_path):
    row = (
        *(1, "1309-CV/HU ngày 12/6/2024", "Giao UBND huyện chủ trì rà soát các dự án chậm tiến độ trên địa bàn, hoàn"),
        *("UBND huyện", None, None, date(2024, 7, 15), None, None, None, None),
    )
    row = (*row[:2], row[2] + " thành trước ngày 15/7/2024.", *row[3:])
    head = (*HEAD[:2], "Nội dung nhiệm vụ", *HEAD[3:], "Cơ quan ban hành")
    vb("import", str(sheet(tmp_path / "so.xlsx", (*row, "Huyện ủy Khe Sim"), head=head)), "--today", TODAY)
    assert [t["id"] for t in tasks(vb)] == [1]
    vb("ingest", str(files_of(tmp_path / "den", cv=LETTER)))
    found = tasks(vb)
    assert sorted(t["id"] for t in found) == [1, 2]
    assert {t["document"]["id"] for t in found} == {"V1"}


def test_a_dry_run_says_the_same_and_writes_nothing(vb, tmp_path):
    path = str(sheet(tmp_path / "so.xlsx", *ROWS))
    _, would, _ = vb("import", path, "--dry-run", "--today", TODAY)
    assert not (tmp_path / "vb.sqlite").exists()
    _, did, _ = vb("import", path, "--today", TODAY)
    assert would.replace("Sẽ", "Đã") == did


def test_undo_takes_a_whole_sheet_back(vb, tmp_path):
    path = str(sheet(tmp_path / "so.xlsx", *ROWS))
    vb("import", path, "--today", TODAY)
    vb("undo")
    assert tasks(vb) == []
    assert json.loads(vb("docs", "--json")[1])["documents"] == []
    vb("import", path, "--today", TODAY)
    assert len(tasks(vb)) == 4


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda p: sheet(p, head=("A", "B")), "không thấy hàng tiêu đề của sổ theo dõi"),
        (lambda p: p.write_bytes(b"PK\x03\x04 half"), "không phải bảng tính .xlsx đọc được"),
        (lambda p: p.unlink(missing_ok=True), "không có tệp"),
    ],
)
def test_bad_sheets_get_one_line(vb, tmp_path, make, message):
    path = tmp_path / "so.xlsx"
    make(path)
    code, shown, said = vb("import", str(path))
    assert (code, shown) == (ExitCode.INPUT, "")
    assert message in said
    assert "Gợi ý:" in said


def test_an_export_is_the_archive_again(vb, tmp_path):
    vb("ingest", str(files_of(tmp_path / "den", cv=LETTER)))
    vb("import", str(sheet(tmp_path / "so.xlsx", *ROWS)), "--today", TODAY)
    vb("units", "alias", "Trạm Quản lý điện", "Điện lực huyện")
    vb("dismiss", "1")
    vb("undo")
    export = tmp_path / "kho.jsonl"
    vb("export", "-o", str(export))
    code, shown, _ = vb("import", str(export), db="moi.sqlite")
    assert (code, shown.split(" vào ")[0]) == (0, "Đã khôi phục 3 văn bản, 5 nhiệm vụ, 4 thao tác")
    for question in (("tasks", "--status", "tatca"), ("log",), ("docs",), ("units",)):
        arguments = (*question, "--json", "--today", TODAY)
        assert vb(*arguments, db="moi.sqlite") == vb(*arguments)
    assert vb("check", db="moi.sqlite")[0] == 0


@pytest.mark.parametrize("keep", [0, 1, 5])
def test_half_an_export_makes_no_archive(vb, tmp_path, keep):
    vb("ingest", str(files_of(tmp_path / "den", cv=LETTER)))
    export = tmp_path / "kho.jsonl"
    vb("export", "-o", str(export))
    export.write_text("".join(export.read_text(encoding="utf-8").splitlines(keepends=True)[:keep]), encoding="utf-8")
    code, _, said = vb("import", str(export), db="moi.sqlite")
    assert code == ExitCode.INPUT
    assert "Gợi ý:" in said
    assert not (tmp_path / "moi.sqlite").exists()


def test_an_export_does_not_overwrite_what_is_there(vb, tmp_path):
    vb("ingest", str(files_of(tmp_path / "den", cv=LETTER)))
    vb("export", "-o", str(tmp_path / "kho.jsonl"))
    code, _, said = vb("import", str(tmp_path / "kho.jsonl"))
    assert code == ExitCode.STORE
    assert "chỉ khôi phục vào kho trống" in said


# --- a register that goes out, is filled in and comes back -------------------------------------------------------------


@pytest.fixture(params=["tasks", "summary"])
def sent_out(request, vb, tmp_path):
    """The register as vb writes it, of an archive with a paper; what fills in a row of it."""
    letter = (
        "HUYỆN ỦY LÂM KHÊ\nSố 88-CV/HU\nLâm Khê, ngày 02 tháng 5 năm 2024\n\n"
        "1. Giao UBND huyện sửa chữa cầu Khau Dìa, hoàn thành trước ngày 25/5/2024.\n"
        "2. Giao Công an huyện báo cáo kết quả tuần tra vào ngày 20 hằng tháng.\n"
        "3. Giao Phòng Nội vụ rà soát biên chế của các xã, thị trấn trên địa bàn huyện.\n"
    )
    (tmp_path / "cv.txt").write_text(letter, encoding="utf-8")
    vb("ingest", str(tmp_path / "cv.txt"))
    path = tmp_path / "viec.xlsx"
    vb(request.param, "-q", "-o", str(path), "--today", TODAY)

    def fill(task, values=None):
        book = openpyxl.load_workbook(path)
        for sheet in book:
            heads = next((row for row in sheet.iter_rows() if row[0].value == "Mã"), None)
            if heads is None:
                continue
            columns = {head.value: n for n, head in enumerate(heads)}
            for row in sheet.iter_rows(min_row=heads[0].row + 1):
                if row[0].value == task:
                    for name, value in values.items():
                        row[columns[name]].value = value
        book.save(path)
        return path

    return fill


def test_a_register_that_comes_back_unchanged_changes_nothing(vb, sent_out):
    code, shown, _ = vb("import", str(sent_out(None)), "--today", TODAY)
    assert (code, shown) == (0, "Đã thêm 0 nhiệm vụ, ghi tiến độ cho 0 nhiệm vụ có sẵn; 3 dòng đã nạp từ trước.\n")


def test_what_was_filled_in_is_entered_once_and_more_of_it_the_next_week(vb, sent_out):
    status = next(head for head in ("Tiến độ", "Tình trạng") if head in heads_of(sent_out))
    vb("import", str(sent_out(3, {status: "Đang thực hiện"})), "--today", TODAY)
    assert by_id(vb)[3]["progress"] == "doing"
    path = sent_out(1, {status: "Đã hoàn thành", "Ngày hoàn thành": date(2024, 5, 20)})
    _, shown, _ = vb("import", str(path), "--today", TODAY)
    assert shown == "Đã thêm 0 nhiệm vụ, ghi tiến độ cho 1 nhiệm vụ có sẵn; 2 dòng đã nạp từ trước.\n"
    assert (by_id(vb)[1]["progress"], by_id(vb)[1]["done_on"]) == ("done", "2024-05-20")
    _, shown, _ = vb("import", str(path), "--today", TODAY)
    assert shown == "Đã thêm 0 nhiệm vụ, ghi tiến độ cho 0 nhiệm vụ có sẵn; 3 dòng đã nạp từ trước.\n"


def test_an_old_register_takes_nothing_back(vb, sent_out):
    """It says that the task is not begun; the archive knows better by now."""
    vb("done", "1", "--on", "20/5/2024", "--today", TODAY)
    _, shown, _ = vb("import", str(sent_out(None)), "--today", TODAY)
    assert "giữ theo kho" in shown
    assert by_id(vb)[1]["progress"] == "done"


def test_an_id_of_another_archive_names_nothing(vb, sent_out):
    words = next(head for head in ("Nhiệm vụ", "Nội dung nhiệm vụ") if head in heads_of(sent_out))
    path = sent_out(1, {words: "Nạo vét toàn bộ kênh mương của xã Khe Trung"})
    vb("import", str(path), "--today", TODAY)
    assert by_id(vb)[1]["text"].startswith("Giao UBND huyện sửa chữa cầu")


def heads_of(fill):
    book = openpyxl.load_workbook(fill(None))
    return {cell.value for sheet in book for row in sheet.iter_rows() if row[0].value == "Mã" for cell in row}


def by_id(vb):
    return {task["id"]: task for task in tasks(vb)}
