"""`vb search` as people type it, on letters that are ingested for real."""

import json
import re
import sqlite3
from pathlib import Path

import pytest
from terminal import run_on_terminal, run_vb

from letters import CLOSING, head
from vbcli.app import main

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "docs"

PAPERS = {
    "mat-bang": (
        "đền bù khu tái định cư Nà Pàn",
        ("1. Ủy ban nhân dân xã Nậm Cắt giải phóng mặt bằng tuyến đường Khau Dìa trước ngày 30/6/2024.\n"
        "2. Phòng Tài chính bố trí kinh phí.\f3. Công an huyện tuần tra ban đêm, không để bán pháo."),
    ),
    "cho": (
        "chợ phiên",
        "1. Uỷ ban nhân dân xã Bản Sen bàn giao mặt bằng chợ, giải phóng các ki-ốt cũ.\n2. Sắp xếp hộ ông Dương Văn Tư.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    """An archive of two letters, of which the second is of a later number."""
    folder = tmp_path_factory.mktemp("thu")
    for n, (name, (subject, body)) in enumerate(PAPERS.items(), start=318):
        text = f"{head(subject=subject)}\n{body}\n{CLOSING}".replace("318/", f"{n}/")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "kho.sqlite"
    assert main(["ingest", str(folder), "--db", str(path), "--jobs", "1"]) == 0
    return path


@pytest.fixture
def vb(db, capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([arguments[0], "--db", str(db), *arguments[1:]])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def names(vb, *arguments: str) -> set[str]:
    """Return the names of the files of the documents found."""
    code, shown, _ = vb("search", "--json", *arguments)
    assert code == 0
    return {Path(found["document"]["path"]).stem for found in json.loads(shown)["found"]}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (("giai phong mat bang",), {"mat-bang"}),
        (("giải phóng mặt bằng",), {"mat-bang"}),
        (("giai", "phong", "mat", "bang"), {"mat-bang", "cho"}),
        (("ủy ban",), {"mat-bang", "cho"}),
        (("uỷ ban",), {"mat-bang", "cho"}),
        (("duong",), {"mat-bang", "cho"}),
        (("đường",), {"mat-bang"}),
        (('"bán"',), {"mat-bang"}),
        (('"bàn"',), {"cho"}),
        (("mat bang", "-duong"), set()),
        (("mat bang", "-đường"), {"cho"}),
        (("mat bang", "-giải phóng mặt bằng"), {"cho"}),
        (("-đường", "mat bang"), {"cho"}),
        (("mat bang", "NOT", "chợ"), {"mat-bang"}),
        (("--", "mat bang", "-chợ"), {"mat-bang"}),
        (("mat bang", "-quán", "-vốn", "-q"), {"mat-bang", "cho"}),
        (("chợ", "OR", "pháo"), {"mat-bang", "cho"}),
        (("tái định cư",), {"mat-bang"}),
        (("319/ubnd-th",), {"cho"}),
        (("mat bang", "--unit", "UBND xã Nậm Cắt"), {"mat-bang"}),
        (("mat bang", "--doc", "319/UBND-TH"), {"cho"}),
        (("mat bang", "--type", "công văn", "--issuer", "doi sim"), {"mat-bang", "cho"}),
        (("mat bang", "--type", "TB"), set()),
        (("mat bang", "--since", "13/6/2024"), set()),
        (("mat bang", "--since", "12/6/2024", "--until", "12/6/2024"), {"mat-bang", "cho"}),
    ],
)
def test_what_is_typed_finds_these_letters(vb, typed, found):
    assert names(vb, *typed) == found


def test_in_a_pipe_each_passage_is_one_plain_line_with_its_page(vb):
    code, shown, _ = vb("search", "bán pháo")
    heading, line = shown.splitlines()
    cells = dict(zip(heading.split("\t"), line.split("\t"), strict=True))
    assert code == 0
    assert (cells["Số, ký hiệu"], cells["Ngày"], cells["Trang"]) == ("318/UBND-TH", "12/06/2024", "2")
    assert cells["Đoạn"] == "3. Công an huyện tuần tra ban đêm, không để bán pháo."


def test_on_a_terminal_the_words_are_marked(db):
    env = {"TERM": "xterm-256color"}
    shown = run_on_terminal(80, "search", "ban phao", "--db", str(db), env=env)
    marked = re.findall(r"\x1b\[[\d;]*4[\d;]*m([^\x1b]+)\x1b", shown)
    assert marked == ["bán pháo"]
    plain = run_on_terminal(80, "search", "ban phao", "--db", str(db), env={**env, "NO_COLOR": "1"})
    assert "\x1b[" not in plain
    assert "trang 2, dòng" in plain


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(db, width):
    shown = run_on_terminal(width, "search", "mat bang OR uy ban", "--db", str(db), env={"NO_COLOR": "1"})
    assert "2 văn bản" in shown
    assert max(map(len, shown.splitlines())) <= width


@pytest.mark.parametrize("typed", [("",), ('"chợ',), ("OR",), ("-chợ",), ("*",), ("NOT",)])
def test_a_query_typed_wrongly_is_one_line_and_a_proposal(vb, typed):
    code, shown, said = vb("search", *typed)
    assert (code, shown) == (2, "")
    assert re.fullmatch(r"vb: lỗi: .+\nGợi ý: vb search .+\n", said)


def test_what_the_limit_leaves_out_is_said_beside_the_answer(vb):
    code, shown, said = vb("search", "mat bang", "--limit", "1")
    assert (code, len({line.split("\t")[0] for line in shown.splitlines()[1:]})) == (0, 1)
    assert "1 trong 2 văn bản" in said
    assert json.loads(vb("search", "mat bang", "--limit", "1", "--json")[1])["total"] == 2


def test_a_phrase_that_is_nowhere_is_proposed_word_by_word(vb):
    code, _, said = vb("search", "khau dìa bản sen")
    assert code == 0
    assert "vb search khau dìa bản sen" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--issuer", "UBND huyện Đồi Sin"), "ý bạn là UBND huyện Đồi Sim?"),
        (("--unit", "UBND xã Nậm Cắk"), "kho không có việc nào của đơn vị"),
        (("--doc", "320/UBND-TH"), "ý bạn là"),
    ],
)
def test_a_filter_that_means_nothing_here_is_said(vb, arguments, said):
    code, _, talk = vb("search", "mat bang", *arguments)
    assert code == 0
    assert said in talk


def test_an_unknown_type_is_a_usage_error(vb):
    assert vb("search", "mat bang", "--type", "thông bóa")[0] == 2


def test_corrections_and_removals_are_found_at_once(tmp_path):
    letter = tmp_path / "thu.txt"
    letter.write_text(f"{head(subject='chợ phiên')}\n1. Sắp xếp lại chợ.\n{CLOSING}", encoding="utf-8")
    db = str(tmp_path / "kho.sqlite")
    for line in (("ingest", str(letter)), ("edit", "V1", "--subject", "lễ hội xuống đồng")):
        assert run_vb(*line, "--db", db).returncode == 0
    answers = []
    for line in (None, ("remove", "V1", "--note", "nhầm"), ("undo",)):
        if line:
            assert run_vb(*line, "--db", db).returncode == 0
        answers.append(len(run_vb("search", "xuong dong", "--db", db).stdout.splitlines()) - 1)
    assert answers == [1, 0, 1]
    assert run_vb("search", "chợ phiên", "--db", db).stdout.count(b"\n") == 2
    assert run_vb("check", "--db", db).returncode == 0


def test_check_mends_an_index_out_of_step(tmp_path):
    letter = tmp_path / "thu.txt"
    letter.write_text(f"{head()}\n1. Sắp xếp lại chợ.\n{CLOSING}", encoding="utf-8")
    db = str(tmp_path / "kho.sqlite")
    assert run_vb("ingest", str(letter), "--db", db).returncode == 0
    conn = sqlite3.connect(db)
    conn.execute("INSERT INTO passage_index (passage_index) VALUES ('delete-all')")
    conn.commit()
    conn.close()
    assert "chỉ mục tìm kiếm" in run_vb("check", "--db", db).stdout.decode()
    assert run_vb("check", "--mend", "--db", db).returncode == 0
    assert b"V1" in run_vb("search", "sap xep", "--db", db).stdout


def test_an_older_archive_gets_its_lines_when_it_is_read_anew(tmp_path):
    letter = tmp_path / "thu.txt"
    letter.write_text(f"{head()}\n1. Sắp xếp lại chợ.\n{CLOSING}", encoding="utf-8")
    db = str(tmp_path / "kho.sqlite")
    assert run_vb("ingest", str(letter), "--db", db).returncode == 0
    conn = sqlite3.connect(db)
    right = conn.execute("SELECT * FROM passages").fetchall()
    conn.execute("UPDATE passages SET line = NULL")
    conn.commit()
    assert run_vb("reextract", "--db", db).returncode == 0
    assert conn.execute("SELECT * FROM passages").fetchall() == right
    conn.close()


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    """An archive of the labelled papers."""
    if not GOLD.exists():
        pytest.skip("the labelled papers are not here")
    db = tmp_path_factory.mktemp("gold") / "kho.sqlite"
    assert run_vb("ingest", str(GOLD), "--db", str(db), timeout=600).returncode in {0, 3}
    return db


@pytest.mark.parametrize(
    ("one", "other"),
    [("giai phong mat bang", "giải phóng mặt bằng"), ("ủy ban", "uỷ ban"), ("dat dai", "đất đai")],
)
def test_both_spellings_find_the_same_labelled_papers(gold, one, other):
    first, second = (
        [
            f["document"]["id"]
            for f in json.loads(run_vb("search", w, "--json", "--limit", "99", "--db", str(gold)).stdout)["found"]
        ]
        for w in (one, other)
    )
    assert first
    assert set(first) == set(second)


def test_tones_count_in_the_labelled_papers(gold):
    def marked(words):
        answer = json.loads(run_vb("search", words, "--json", "--limit", "99", "--db", str(gold)).stdout)
        return {p["text"][s:e].lower() for f in answer["found"] for p in f["passages"] for s, e in p["marks"]}

    assert "đường" in marked("duong")
    assert marked('"bán"') <= {"bán"}
    assert "bàn" not in marked('"bán"')
