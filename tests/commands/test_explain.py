"""vb explain and vb show --mark: on an archive of the samples, on a sentence, on a rule."""

import json
import re
from pathlib import Path

import pytest
from terminal import run_on_terminal

from vbcli.app import main

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = "2024-06-15"


@pytest.fixture(scope="module")
def kho(tmp_path_factory):
    db = tmp_path_factory.mktemp("explain") / "vb.sqlite"
    assert main(["ingest", str(SAMPLES), "--db", str(db), "--jobs", "1"]) in (
        0,
        3,
    )  # 3: the scan, where tesseract is missing
    return db


@pytest.fixture
def vb(kho, capsys):
    """Run a command on the archive; return (code, stdout, stderr)."""

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*arguments, "--db", str(kho), "--today", TODAY])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def task_with(vb, words: str) -> str:
    """Return the id of the task whose text has these words."""
    tasks = json.loads(vb("tasks", "--json")[1])["tasks"]
    return next(str(t["id"]) for t in tasks if words in t["text"])


def explanation(vb, name: str) -> dict:
    return json.loads(vb("explain", name, "--json")[1])["explanation"]


# --- a task -----------------------------------------------------------------------------------------------------------


def test_each_value_has_rule_words_file_place_and_meaning(vb):
    code, shown, said = vb("explain", task_with(vb, "Sơ tán các hộ dân"))
    assert (code, said) == (0, "")
    assert "⟦hoàn thành trước 17 giờ 00 ngày 27/9/2025⟧" in shown
    due = next(line for line in shown.splitlines() if line.startswith("Hạn: "))
    assert re.fullmatch(
        r"Hạn: 27/09/2025 \(17:00\) ← deadline\.[a-z.-]+ ← “hoàn thành trước 17 giờ 00 ngày 27/9/2025” ← \S+/cd-09-ubnd-tinh\.txt, dòng \d+", due
    )  # fmt: skip
    lead = next(line for line in shown.splitlines() if line.startswith("Chủ trì: "))
    assert lead.startswith("Chủ trì: Chủ tịch UBND các xã, phường, đặc khu (theo mục trên) ← assign.heading ← “")
    assert "    Tiêu đề chỉ gồm tên đơn vị: các mục bên dưới là việc của đơn vị ấy. (tin cậy 95 %)" in shown


def test_a_value_of_a_table_names_paragraph_row_and_cell(vb):
    task = explanation(vb, task_with(vb, "ban hành mức hỗ trợ các tổ thu gom rác tự quản"))
    places = {v["field"]: v["place"] for v in task["values"]}
    assert places["task"]["format"] == "docx"
    cells = {f: (p["row"], p["column"]) for f, p in places.items()}
    assert (cells["task"], cells["lead"], cells["support"], cells["deadline"]) == ((3, 2), (3, 3), (3, 4), (3, 5))
    shown = vb("explain", str(task["task"]))[1]
    assert re.search(r"kh-45-ubnd-huyen\.docx, đoạn \d+, bảng: hàng 3, ô 5", shown)


def test_a_pdf_is_told_by_page_and_line(vb):
    tasks = json.loads(vb("tasks", "--json")[1])["tasks"]
    task = next(t for t in tasks if t["document"]["path"].endswith("tb-214-ubnd-tinh.pdf"))
    assert re.search(r"tb-214-ubnd-tinh\.pdf, trang \d+, dòng \d+", vb("explain", str(task["id"]))[1])


def test_words_of_each_value_are_those_of_the_text(vb, kho):
    import sqlite3

    conn = sqlite3.connect(kho)
    tasks = json.loads(vb("tasks", "--json")[1])["tasks"]
    for t in tasks[:40]:
        text = conn.execute("SELECT text FROM documents WHERE id = ?", (int(t["document"]["id"][1:]),)).fetchone()[0]
        for value in explanation(vb, str(t["id"]))["values"]:
            assert value["rule"]
            assert value["why"]
            assert value["place"]["path"] == t["document"]["path"]
            start, end = value["span"]
            assert " ".join(text[start:end].split()) == value["words"]
    conn.close()


def test_what_is_blank_has_its_reason(vb):
    tasks = json.loads(vb("tasks", "--no-due", "--json")[1])["tasks"]
    blanks = {b["field"]: b["reason"] for b in explanation(vb, str(tasks[0]["id"]))["blanks"]}
    assert "thời hạn" in blanks["deadline"]


def test_a_task_of_nobody_says_so(tmp_path, capsys):
    (tmp_path / "thu.txt").write_text(
        "Số: 5/UBND-TH\nĐồi Sim, ngày 12 tháng 6 năm 2024\n1. Rà soát hồ sơ cán bộ.", encoding="utf-8"
    )
    db = str(tmp_path / "kho.sqlite")
    assert main(["ingest", str(tmp_path), "--db", db]) == 0
    capsys.readouterr()
    assert main(["explain", "1", "--db", db]) == 0
    shown = capsys.readouterr().out
    assert "Để trống:" in shown
    assert "  Chủ trì: — không nêu đơn vị thực hiện" in shown


def test_a_cited_document_is_explained_too(vb):
    cited = next(t for t in json.loads(vb("tasks", "--json")[1])["tasks"] if t["refs"])
    values = explanation(vb, str(cited["id"]))["values"]
    assert set(cited["refs"]) <= {v["value"] for v in values if v["field"] == "ref"}


def test_a_task_that_vanished_is_explained_without_places(tmp_path, capsys):
    paper = tmp_path / "thu.txt"
    text = "Số: 5/UBND-TH\nĐồi Sim, ngày 12 tháng 6 năm 2024\nKính gửi: UBND các xã.\n1. Phòng Nội vụ rà soát hồ sơ cán bộ trước ngày 20/6/2024.\n2. Phòng Y tế kiểm tra các trạm y tế xã."
    paper.write_text(text, encoding="utf-8")
    db = str(tmp_path / "kho.sqlite")
    assert main(["ingest", str(paper), "--db", db]) == 0
    paper.write_text(
        text.replace(
            "1. Phòng Nội vụ rà soát hồ sơ cán bộ trước ngày 20/6/2024.",
            "1. Công an huyện tuần tra đêm trên các tuyến đường.",
        ),
        encoding="utf-8",
    )
    assert main(["ingest", str(paper), "--db", db]) == 0
    capsys.readouterr()
    for command in (("explain", "1"), ("show", "1", "--mark")):
        assert main([*command, "--db", db]) == 0
        assert "rà soát hồ sơ cán bộ" in capsys.readouterr().out


# --- a document -------------------------------------------------------------------------------------------------------


def test_a_document_has_its_header_explained_and_its_blanks(vb):
    code, shown, _ = vb("explain", "09/CĐ-UBND")
    assert code == 0
    assert re.search(r"^Số, ký hiệu: 09/CĐ-UBND ← header\.number ← “Số: 09/CĐ-UBND” ← .*, dòng 3$", shown, re.MULTILINE)
    assert re.search(r"^Ngày: 26/09/2025 ← header\.date ← ", shown, re.MULTILINE)
    assert re.search(r"^Loại: Công điện ← header\.type", shown, re.MULTILINE)
    assert "  Quyền hạn ký: — không có trong văn bản [closing.formula]" in shown


def test_documents_of_one_number_are_told_apart(tmp_path, capsys):
    head = "Số: 5/UBND-TH\n{place}, ngày {day} tháng 6 năm 2024\nKính gửi: UBND các xã.\n1. Phòng Nội vụ rà soát hồ sơ cán bộ."
    for n, place in enumerate(("Đồi Sim", "Lâm Khê"), 1):
        (tmp_path / f"{n}.txt").write_text(
            f"ỦY BAN NHÂN DÂN\nHUYỆN {place.upper()}\n{head.format(place=place, day=10 + n)}", encoding="utf-8"
        )
    db = str(tmp_path / "kho.sqlite")
    assert main(["ingest", str(tmp_path), "--db", db]) == 0
    assert main(["explain", "5/UBND-TH", "--db", db]) == 4
    assert "V1" in capsys.readouterr().err


# --- a sentence -------------------------------------------------------------------------------------------------------


def test_a_sentence_is_tried_without_an_archive(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VB_DB", str(tmp_path / "khong-co.sqlite"))
    assert main(["explain", "--text", "Giao Phòng Nội vụ báo cáo trước ngày 15/3", "--issued", "2025-01-10"]) == 0
    shown = capsys.readouterr().out
    assert "Giao ⟦Phòng Nội vụ⟧ báo cáo ⟦trước ngày 15/3⟧" in shown
    assert "Hạn: 15/03/2025 (năm suy từ ngày văn bản) ← deadline.before-date ← “trước ngày 15/3”" in shown
    assert "Chủ trì: Phòng Nội vụ ← assign.charged" in shown
    assert not (tmp_path / "khong-co.sqlite").exists()


DECLINED = [
    ("Số liệu thu ngân sách tính đến ngày 31/12/2024 là 5 tỷ đồng", "đến ngày 31/12/2024", "mốc chốt số liệu"),
    ("Phòng Nội vụ triển khai quy chế có hiệu lực từ ngày 01/3/2025", None, None),
    ("Phòng Nội vụ thực hiện Kế hoạch số 12-KH/TU ngày 15/3/2024 của Tỉnh ủy", None, None),
    ("Báo cáo UBND huyện kết quả rà soát", "UBND huyện", "nơi nhận báo cáo"),
    ("Rà soát danh sách cán bộ của Phòng Nội vụ", "Phòng Nội vụ", "chỉ được nhắc đến sau “của”"),
    ("Thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy về chuyển đổi số", "Tỉnh ủy", "văn bản viện dẫn 12-KH/TU"),
]


@pytest.mark.parametrize(("sentence", "words", "reason"), DECLINED)
def test_what_is_declined_is_told_with_its_reason(capsys, sentence, words, reason):
    assert main(["explain", "--text", sentence, "--issued", "10/1/2025", "--json"]) == 0
    declined = json.loads(capsys.readouterr().out)["trial"]["declined"]
    if words is None:
        assert all(d["reason"] for d in declined)
        return
    (found,) = [d for d in declined if d["words"] == words]
    assert reason in found["reason"]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Huyện ủy biểu dương sự nỗ lực của các xã.", "câu khuôn, không giao việc (formula.praise)"),
        ("I. ĐÁNH GIÁ CHUNG", "tiêu đề của phần không giao việc"),
        ("Họp xã", "quá ngắn"),
        ("Giá thóc bình quân trên địa bàn xã Nà Sáo", "mở đầu bằng danh từ"),
    ],
)
def test_a_sentence_that_is_no_task_says_why(capsys, sentence, reason):
    assert main(["explain", "--text", sentence]) == 0
    assert f"Không phải nhiệm vụ: {reason}" in capsys.readouterr().out


def test_several_lines_are_read_as_lines_of_a_paper(capsys):
    assert (
        main(["explain", "--text", "1. Phòng Nội vụ:\n- Rà soát hồ sơ cán bộ.\n- Lập danh sách đào tạo trong quý III."])
        == 0
    )
    shown = capsys.readouterr().out
    assert shown.count("Chủ trì: Phòng Nội vụ (theo mục trên) ← assign.heading") == 2
    assert "không suy được năm vì văn bản không có ngày" in shown


@pytest.mark.parametrize(
    "text", ["(" * 500, "\u202e\x1b[31mGiao Phòng Nội vụ báo cáo", "1.", "-", "a" * 3000, "😀 ~~5~~"]
)
def test_any_sentence_can_be_tried(capsys, text):
    assert main(["explain", "--text", text]) == 0
    assert "\x1b" not in capsys.readouterr().out


# --- a rule -----------------------------------------------------------------------------------------------------------


def test_a_rule_shows_pattern_meaning_proof_and_how_often_it_fired(vb):
    code, shown, _ = vb("explain", "--rule", "deadline.before-date")
    assert code == 0
    for words in ("Loại: mẫu thời hạn (deadlines.toml)", "Mẫu: ", "Cách tính: on_date", "Câu mẫu:", "Không nhận:"):
        assert words in shown
    times = int(re.search(r"Trong kho: dùng ([\d.]+) lần", shown)[1])
    rows = [d for t in json.loads(vb("tasks", "--json")[1])["tasks"] for d in t["deadlines"]]
    assert times >= sum(d["rule"] == "deadline.before-date" for d in rows) > 0 if "rule" in rows[0] else times > 0


@pytest.mark.parametrize(
    ("rule", "kind"),
    [("task.item", "code"), ("formula.praise", "formula"), ("section.duties", "section"), ("phong", "unit"), ("ubnd", "unit"), ("cong_van", "doc_type")],
)  # fmt: skip
def test_rules_of_every_kind_are_explained(vb, rule, kind):
    entry = json.loads(vb("explain", "--rule", rule, "--json")[1])["rule"]
    assert (entry["id"], entry["kind"]) == (rule, kind)
    assert (entry["fired"] is None) == (kind in ("formula", "section"))
    assert entry["fired"] is None or entry["fired"] > 0
    assert entry["why"]
    assert vb("explain", "--rule", rule)[0] == 0


def test_a_rule_needs_no_archive(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VB_DB", str(tmp_path / "khong-co.sqlite"))
    assert main(["explain", "--rule", "task.item"]) == 0
    assert "Trong kho" not in capsys.readouterr().out


# --- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("explain",), 2, "cần đúng một trong"),
        (("explain", "1", "--rule", "task.item"), 2, "cần đúng một trong"),
        (("explain", "1", "--issued", "2024-01-01"), 2, "--issued chỉ đi với --text"),
        (("explain", "--text", "  "), 2, "--text cần một câu"),
        (
            ("explain", "--text", "Giao Phòng Nội vụ", "--issued", "hôm kia"),
            2,
            "không hiểu ngày “hôm kia” của --issued",
        ),
        (("explain", "99999"), 4, "kho không có nhiệm vụ 99999"),
        (("explain", "V999"), 4, "kho không có văn bản “V999”"),
        (("explain", "--rule", "deadline.before"), 4, "ý bạn là deadline.before-"),
        (("explain", "--rule", "xyz"), 4, "không có quy tắc “xyz”"),
        (("explain", "1", "--lexicon", "/khong/co"), 6, "không có thư mục từ điển"),
        (("show", "1", "--mark", "--json"), 2, "--mark không đi cùng"),
        (("show", "1", "--mark", "--text"), 2, "--mark không đi cùng"),
    ],
)
def test_errors_are_told(vb, arguments, code, said):
    answer = vb(*arguments)
    assert (answer[0], answer[1]) == (code, "")
    assert said in answer[2]


def test_an_archive_that_is_named_must_be_there(tmp_path, capsys):
    assert main(["explain", "--rule", "task.item", "--db", str(tmp_path / "khong-co.sqlite")]) == 5
    assert main(["explain", "1", "--db", str(tmp_path / "khong-co.sqlite")]) == 5


# --- marks ------------------------------------------------------------------------------------------------------------


def test_a_document_is_printed_with_marks_and_otherwise_unchanged(vb):
    code, shown, _ = vb("show", "09/CĐ-UBND", "--mark")
    assert code == 0
    assert "Chú giải: ⟦việc⟧  ⟦chủ trì⟧  ⟦phối hợp⟧  ⟦hạn⟧  ⟦viện dẫn⟧" in shown
    assert re.search(r"⟦việc \d+: ⟦chủ trì: Sở Giáo dục và Đào tạo⟧ hướng dẫn .*⟦hạn: trong ngày 26/9/2025⟧\.⟧", shown)
    bare = re.sub(r"⟦(?:việc \d+|chủ trì|phối hợp|hạn|viện dẫn): |⟧", "", shown).split("\n", 3)[3]
    assert bare == vb("show", "09/CĐ-UBND", "--text")[1]
    assert shown.count("⟦") == shown.count("⟧")


def test_every_document_can_be_marked(vb):
    for row in json.loads(vb("docs", "--json")[1])["documents"]:
        code, shown, _ = vb("show", row["id"], "--mark")
        assert (code, shown.count("⟦")) == (0, shown.count("⟧"))


def test_a_task_is_printed_with_the_heading_that_it_has_its_unit_from(vb):
    shown = vb("show", task_with(vb, "Báo cáo nhanh tình hình thiệt hại"), "--mark")[1].splitlines()
    assert shown[3].startswith("1. ⟦chủ trì: Chủ tịch UBND các xã, phường, đặc khu⟧")
    assert shown[4] == "…"
    assert shown[5].startswith("c) ⟦việc ")


def test_colours_on_a_terminal_and_brackets_where_there_are_none(kho):
    arguments = ("show", "09/CĐ-UBND", "--mark", "--db", str(kho))
    coloured = run_on_terminal(100, *arguments, env={"TERM": "xterm", "PAGER": "cat"})
    assert "⟦" not in coloured
    assert "\x1b[1;4;33m" in coloured  # a deadline inside a task
    assert "[việc " in coloured
    plain = run_on_terminal(100, *arguments, env={"TERM": "xterm", "NO_COLOR": "1", "PAGER": "cat"})
    assert "\x1b" not in plain
    assert "⟦chủ trì: Sở Giáo dục và Đào tạo⟧" in plain
    assert max(map(len, plain.splitlines())) <= 100


def test_an_explanation_is_coloured_on_a_terminal(kho, vb):
    task = task_with(vb, "Báo cáo nhanh tình hình thiệt hại")
    shown = run_on_terminal(140, "explain", task, "--db", str(kho), env={"TERM": "xterm"})
    assert "\x1b[1;33mtrước 16 giờ 00 hằng ngày" in shown
    assert "⟦" not in shown


def test_a_long_text_goes_through_the_pager(kho, tmp_path):
    arguments = ("show", "45/KH-UBND", "--mark", "--db", str(kho))
    trace = tmp_path / "trang.txt"
    shown = run_on_terminal(60, *arguments, env={"TERM": "dumb", "PAGER": f"tee {trace}"})
    assert trace.read_text(encoding="utf-8").strip() == shown.strip()
    without = run_on_terminal(60, *arguments, env={"TERM": "dumb", "PAGER": "khong-co-lenh-nay"})
    assert without.strip() == shown.strip()
