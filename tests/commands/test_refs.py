"""`vb refs` as people use it: letters in a folder, read into an archive, asked for by any words."""

import json
import re
import shutil
import subprocess

import pytest
from terminal import files_of, run_on_terminal

from vbcli.app import main

TODAY = "2024-06-20"


def paper(number, day, body, *, kind="KẾ HOẠCH", subject="Thu gom rác thải năm 2024", place="HUYỆN ĐỒI SIM"):
    return f"""ỦY BAN NHÂN DÂN
{place}
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồi Sim, ngày {day[:2]} tháng {day[3:5]} năm {day[6:]}
{kind}
{subject}
{body}
Nơi nhận:
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Tòng Văn Hiệu
"""


DECISION = "Quyết định số 15/QĐ-UBND ngày 10/01/2024 của UBND huyện Đồi Sim"
PLAN = "Kế hoạch số 20/KH-UBND ngày 05/3/2024 của UBND huyện Đồi Sim"
GUIDE = "Hướng dẫn số 31/HD-UBND ngày 12/4/2024 của UBND huyện Đồi Sim"
LETTERS = {
    "a": paper(
        "15/QĐ-UBND",
        "10/01/2024",
        "Căn cứ Luật Đất đai năm 2024;\nCăn cứ Nghị định số 08/2022/NĐ-CP ngày 10/01/2022 của Chính phủ;\n"
        f"Theo {GUIDE}, điều chỉnh sau;\nĐiều 1. Giao UBND các xã báo cáo kết quả trước ngày 30/4/2024.",
        kind="QUYẾT ĐỊNH",
        subject='Về giao chỉ tiêu "xã sạch" năm 2024',
    ),
    "b": paper(
        "20/KH-UBND",
        "05/03/2024",
        f"Thực hiện {DECISION}, UBND huyện ban hành kế hoạch sau:\n"
        f"1. UBND xã Nà Lùng hoàn thành bãi chứa rác theo {DECISION} trước ngày 31/5/2024.\n"
        "2. Phòng Kinh tế chủ trì, phối hợp với Công an huyện kiểm tra theo Nghị định số 08/2022/NĐ-CP ngày 10/01/2022 của Chính phủ trước ngày 30/7/2024.",
    ),
    "c": paper(
        "31/HD-UBND",
        "12/04/2024",
        f"Thực hiện {PLAN}, UBND huyện hướng dẫn như sau:\n1. UBND các xã lập danh sách trước ngày 25/6/2024.",
        kind="HƯỚNG DẪN",
        subject="Lập danh sách hộ phân loại rác",
    ),
    "d": paper(
        "44/KH-UBND",
        "02/05/2024",
        f"Kế hoạch này thay thế {PLAN}.\nThực hiện Chỉ thị số 20-CT/TU ngày 06/02/2024 của Ban Thường vụ Tỉnh ủy, UBND huyện giao:\n"
        "1. UBND các xã thống kê các điểm rác trước ngày 15/6/2024.",
    ),
    "e": paper(
        "20/KH-UBND",
        "09/05/2023",
        "Thực hiện Luật Đất đai, UBND huyện giao:\n1. UBND các xã rà soát đất công trước ngày 15/6/2023.",
        subject="Rà soát đất công năm 2023",
    ),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("refs")
    db = folder / "vb.sqlite"
    assert main(["ingest", str(files_of(folder / "den", **LETTERS)), "--db", str(db), "--jobs", "1", "-q"]) == 0
    return db


@pytest.fixture
def refs(office, capsys):
    def run(*arguments, code=0):
        capsys.readouterr()
        assert main(["refs", *arguments, "--db", str(office), "--today", TODAY]) == code
        captured = capsys.readouterr()
        return captured.err if code else captured.out

    return run


@pytest.fixture
def answer(refs):
    return lambda *arguments: json.loads(refs(*arguments, "--json"))["refs"]


def ids(answer):
    return [d["number"] for d in answer["documents"]]


@pytest.mark.parametrize(
    "words",
    [
        "44/KH-UBND",
        "44/kh-ubnd",
        "44-KH/UBND",
        "44 KH UBND",
        "44kh/ubnd",
        "số 44/KH-UBND",
        "Số: 44/KH-UBND.",
        "“44/KH-UBND”",
        "44 – KH/UBND",
        "Kế hoạch số 44/KH-UBND",
        "kế hoạch 44",
        "ke hoach so 44",
        "KẾ HOẠCH 44",
        "KH 44-UBND",
        "KH 44/UBND",
        "kh 44",
        "văn bản số 44",
        "44",
        "số 44",
        "44-KH",
        "44 ubnd",
        "kế hoạch 44 năm 2024",
        "44/KH-UBND ngày 2/5/2024",
        "Kế hoạch số 44/KH-UBND ngày 02 tháng 5 năm 2024 của UBND huyện Đồi Sim về thu gom rác",
        "44/KH-UBND (02/05/2024)",
        "44 2024-05-02",
        "44/2024",
    ],
)
def test_a_number_is_found_however_it_is_typed(answer, words):
    assert ids(answer(words)) == ["44/KH-UBND"]
    # Blanks need no quotes.
    assert answer(*words.split()) == answer(words)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Luật Đất đai năm 2024", "Luật Đất đai 2024"),
        ("luat dat dai 2024", "Luật Đất đai 2024"),
        ("luật đất đai", "Luật Đất đai"),
        ("nđ 8/2022/cp", "08/2022/NĐ-CP"),
        ("nghi dinh 08/2022", "08/2022/NĐ-CP"),
        ("nd 8", "08/2022/NĐ-CP"),
        ("chỉ thị 20", "20-CT/TU"),
        ("20/CT-TU", "20-CT/TU"),
        ("20 tu", "20-CT/TU"),
        ("CT/TU số 20", "20-CT/TU"),
    ],
)
def test_what_is_only_cited_is_found_however_it_is_typed(answer, words, number):
    found = answer(words)
    assert (ids(found), found["held"]) == ([number], False)


@pytest.mark.parametrize(
    "words", ["45", "thông báo 44", "44-TB", "44/QĐ-UBND", "44/KH-HĐND", "44 năm 2023x", "quyết định 20"]
)
def test_another_number_is_not_taken_for_it(answer, words):
    assert ids(answer(words)) == []


def test_a_number_of_several_documents_gives_them_to_choose_from(refs, answer):
    found = answer("20")
    assert [(c["number"], c["issued_on"], bool(c["held"])) for c in found["candidates"]] == [
        ("20-CT/TU", "2024-02-06", False),
        ("20/KH-UBND", "2024-03-05", True),
        ("20/KH-UBND", "2023-05-09", True),
    ]
    assert found["documents"] == []
    shown = refs("20")
    assert "“20” có thể là 3 văn bản sau:" in shown
    assert "--issuer" in shown
    # As a list too, and with a word beside it.
    assert refs("20", "--format", "csv", "--columns", "number,date").splitlines()[1:] == [
        "20-CT/TU,2024-02-06",
        "20/KH-UBND,2024-03-05",
        "20/KH-UBND,2023-05-09",
    ]


def test_a_shared_number_is_settled_by_date_or_issuer(refs, answer):
    both = refs("20/KH-UBND")
    assert "20/KH-UBND là số của 2 văn bản khác nhau:" in both
    assert "--date" in both
    for more in (("20/KH-UBND", "--date", "9/5/2023"), ("20/KH-UBND ngày 9/5/2023",), ("kế hoạch 20 năm 2023",)):
        assert [d["issued_on"] for d in answer(*more)["documents"]] == ["2023-05-09"]
    assert ids(answer("20", "--issuer", "tỉnh uỷ")) == ["20-CT/TU"]
    assert ids(answer("20 của ban thuong vu tinh uy")) == ["20-CT/TU"]
    # A flag counts before the words; what is of no such day is not passed off as the one asked for.
    assert [d["issued_on"] for d in answer("20/KH-UBND năm 2023", "--date", "5/3/2024")["documents"]] == ["2024-03-05"]
    none = answer("20/KH-UBND", "--date", "1/1/2020")
    assert (none["documents"], len(none["candidates"])) == ([], 2)


def test_relations_stand_apart_with_tasks_units_days_and_state(refs):
    shown = refs("15/QĐ-UBND")
    for words in (
        "Quyết định 15/QĐ-UBND ngày 10/01/2024 của UBND huyện Đồi Sim",
        "Được lấy làm căn cứ (1):",
        "Được thực hiện (1):",
        "1 nhiệm vụ gắn với văn bản này:",
        "31/05/2024 quá 20 ngày",
        "UBND xã Nà Lùng",
    ):
        assert words in shown
    assert shown.index("Căn cứ (") > shown.index("Viện dẫn 3 chỗ:")
    replaced = refs("20/KH-UBND", "--date", "5/3/2024")
    # What puts a document out of force is told before the rest.
    assert replaced.index("Bị thay thế (1):") < replaced.index("Được thực hiện (1):")
    assert "Phối hợp: Công an huyện" in refs("08/2022/NĐ-CP")


def test_a_document_knows_what_it_cites_and_which_of_that_is_held(answer):
    (document,) = answer("20/KH-UBND ngày 5/3/2024")["documents"]
    assert [(c["key"], c["held"], c["act"][:1]) for c in document["cites"]] == [
        ("15/QĐ-UBND", True, "V"),
        ("15/QĐ-UBND", True, "V"),
        ("08/2022/NĐ-CP", False, "8"),
    ]
    label = document["id"]
    assert [d["id"] for d in answer(label)["documents"]] == [label]
    assert answer(label.lower())["documents"] == [document]


def test_words_that_are_no_number_are_told_what_to_type(refs):
    for words in ("abc", "con voi", "thông báo", "luật chơi", "thông báo ngày 7/10/2024", "???"):
        said = refs(words, code=2)
        assert f"“{words}” không phải số, ký hiệu văn bản" in said
        assert "Gợi ý: vb refs 733-TB/TU" in said
    assert "thiếu SỐ" in refs(code=2)
    assert "--limit chỉ đi với --missing" in refs("15/QĐ-UBND", "--limit", "3", code=2)


def test_a_number_that_nobody_knows_is_an_answer(refs, capsys):
    shown = refs("21/KH-UBND")
    assert "Kho không có văn bản 21/KH-UBND" in shown
    assert "20/KH-UBND" in shown
    assert refs("21/KH-UBND", "--format", "csv").count("\n") == 1
    assert refs("V99").startswith("Kho không có văn bản V99")


def test_a_tree_marks_cycles_once_and_follows_nothing_twice(refs, answer):
    shown = refs("15/QĐ-UBND", "--tree", "--depth", "5", "--direction", "out")
    lines = [line for line in shown.splitlines() if line.startswith(" ")]
    assert [(len(line) - len(line.lstrip()), line.split(": ")[1].split(" ngày")[0]) for line in lines] == [
        (2, "Luật Đất đai 2024 (kho chưa có)"),
        (2, "Nghị định 08/2022/NĐ-CP"),
        (2, "Hướng dẫn 31/HD-UBND"),
        (4, "Kế hoạch 20/KH-UBND"),
        (6, "Quyết định 15/QĐ-UBND"),
        (6, "Nghị định 08/2022/NĐ-CP"),
    ]
    assert shown.count("vòng lại") == 1
    assert "Được viện dẫn:" not in shown
    (tree,) = answer("15/QĐ-UBND", "--tree", "--depth", "2", "--direction", "out")["trees"]
    guide = tree["branches"][2]
    assert (guide["number"], guide["branches"][0]["end"], guide["branches"][0]["hidden"]) == ("31/HD-UBND", "depth", 2)


def test_a_document_that_was_removed_is_neither_named_nor_cites(office, tmp_path, answer, capsys):
    db = tmp_path / "vb.sqlite"
    db.write_bytes(office.read_bytes())
    label = answer("44/KH-UBND")["documents"][0]["id"]
    assert main(["remove", label, "--note", "nhầm", "--db", str(db)]) == 0
    capsys.readouterr()
    for words in (label, "44/KH-UBND", "20-CT/TU"):
        assert main(["refs", words, "--db", str(db), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["refs"]["documents"] == []


def test_a_tree_grows_both_ways_and_says_where_it_was_cut(refs):
    shown = refs("20/KH-UBND", "--date", "5/3/2024", "--depth", "1")
    out, into = shown.split("Được viện dẫn:")
    assert "căn cứ" in out
    assert "15/QĐ-UBND" in out
    assert "bị thay thế: Kế hoạch 44/KH-UBND" in into
    assert "được thực hiện: Hướng dẫn 31/HD-UBND" in into
    assert "thêm --depth 2" in out
    assert "thêm --depth 2" in into


@pytest.mark.parametrize("width", [60, 80, 120])
def test_trees_and_lists_hold_in_any_width(office, width):
    for more in (["15/QĐ-UBND", "--tree", "--depth", "9"], ["15/QĐ-UBND"], ["20"], ["--missing"]):
        shown = run_on_terminal(
            width, "refs", *more, "--db", str(office), "--today", TODAY, env={"NO_COLOR": "1", "PAGER": "cat"}
        )
        assert max(map(len, shown.splitlines())) <= width, more
        assert len(shown.splitlines()) > 3
    plain = {"NO_COLOR": "1", "PAGER": "cat", "PYTHONIOENCODING": "ascii"}
    assert "`- " in run_on_terminal(width, "refs", "15/QĐ-UBND", "--tree", "--db", str(office), env=plain)
    drawn = {"NO_COLOR": "1", "PAGER": "cat"}
    assert "└─ " in run_on_terminal(width, "refs", "15/QĐ-UBND", "--tree", "--db", str(office), env=drawn)


def test_missing_documents_come_most_cited_first(refs):
    rows = [line.split("\t") for line in refs("--missing").splitlines()]
    assert [(row[0], row[1], row[3], row[4], row[5], row[6].split()[1]) for row in rows[1:]] == [
        ("08/2022/NĐ-CP", "10/01/2022", "Chính phủ", "2", "2", "15/QĐ-UBND"),
        ("20-CT/TU", "06/02/2024", "Ban Thường vụ Tỉnh ủy", "1", "1", "44/KH-UBND"),
        ("Luật Đất đai", "—", "Quốc hội", "1", "1", "20/KH-UBND"),
        ("Luật Đất đai 2024", "—", "Quốc hội", "1", "1", "15/QĐ-UBND"),
    ]
    assert refs("--missing", "--limit", "1").count("\n") == 2
    answer = json.loads(refs("--missing", "--limit", "1", "--json"))
    assert (answer["total"], [(m["number"], m["times"]) for m in answer["missing"]]) == (4, [("08/2022/NĐ-CP", 2)])
    # Of one document, of one issuer.
    assert "20-CT/TU" not in refs("15/QĐ-UBND", "--missing")
    of_one = refs("--missing", "--issuer", "tinh uy", "--format", "csv", "--columns", "number,cited")
    assert of_one.splitlines()[1:] == ["20-CT/TU,1"]


def statements(dot):
    """Read a drawing by the grammar of Graphviz: (nodes, edges), each with its attributes."""
    quoted = r'"((?:[^"\\\x00-\x1f]|\\.)*)"'
    attributes = rf"(?:\w+=(?:{quoted}|[\w.]+))(?:, \w+=(?:{quoted}|[\w.]+))*"
    node, edge = (
        re.compile(rf"  {quoted} \[({attributes})\];"),
        re.compile(rf"  {quoted} -> {quoted} \[({attributes})\];"),
    )
    head, *body, end = dot.rstrip("\n").split("\n")
    assert (head, end) == ("digraph vb {", "}")
    nodes, edges = {}, {}
    for line in body:
        if found := edge.fullmatch(line):
            edges[found[1], found[2]] = found[3]
        elif found := node.fullmatch(line):
            nodes[found[1]] = found[2]
        else:
            assert re.fullmatch(rf"  (?:graph|node|edge) \[{attributes}\];", line)
    return nodes, edges


def test_a_drawing_is_valid_and_tells_held_from_missing(refs, answer, tmp_path):
    drawn = refs("15/QĐ-UBND", "--tree", "--depth", "4", "--format", "dot")
    nodes, edges = statements(drawn)
    graph = answer("15/QĐ-UBND", "--tree", "--depth", "4")["graph"]
    assert set(nodes) == {n["id"] for n in graph["nodes"]}
    assert set(edges) == {(e["source"], e["target"]) for e in graph["edges"]}
    assert {end for pair in edges for end in pair} <= set(nodes)
    for node in graph["nodes"]:
        assert ("shape=box" in nodes[node["id"]]) is bool(node["held"])
        assert ("style=dashed" in nodes[node["id"]]) is node["missing"]
    assert sum("penwidth" in shape for shape in nodes.values()) == 1
    assert any('label="thay thế"' in label for label in edges.values())
    path = tmp_path / "hinh.dot"
    assert refs("15/QĐ-UBND", "--tree", "--depth", "4", "-o", str(path)) == ""
    assert path.read_text(encoding="utf-8") == drawn
    if shutil.which("dot"):
        svg = subprocess.run(["dot", "-Tsvg", str(path)], check=True, capture_output=True, timeout=60)
        assert svg.stdout.count(b'class="node"') == len(nodes)


def test_words_of_a_document_cannot_break_out_of_a_drawing():
    from vbcli.model.references import Act, Drawing, Edge
    from vbcli.render.dot import dot_of

    evil = Act('V1"]; x', 'A"]; evil [label="\\\x1b[2J\n}', None, None, 'Cơ quan \\" \u202e')
    nodes, edges = statements(dot_of(Drawing((), (evil,), (Edge(evil.id, evil.id, ("basis",), 1),)), 'Tên "\\'))
    assert (len(nodes), len(edges)) == (1, 1)


def test_only_citations_are_drawn(refs, office, capsys):
    assert "không vẽ thành hình được" in refs("--missing", "--format", "dot", code=2)
    assert main(["docs", "--format", "dot", "--db", str(office)]) == 2
    assert "không vẽ thành hình được" in capsys.readouterr().err
    assert main(["docs", "-o", "so.dot", "--db", str(office)]) == 2
