"""`vb save` and `vb tasks @NAME`."""

import json

import pytest

from vbcli.app import main


@pytest.fixture
def vb(spring, capsys):
    def run(*arguments, db=spring):
        capsys.readouterr()
        code = main([*arguments, "--db", str(db), "--today", "2024-05-10"])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def save(spring, capsys):
    """Save what stands behind `--`; options of `vb save` itself stand before."""

    def run(*arguments):
        capsys.readouterr()
        code = main(["save", "--db", str(spring), *arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def ids(answer):
    code, shown, _ = answer
    assert code == 0
    return [int(line.split("\t")[0]) for line in shown.splitlines()[1:]]


def saved(vb):
    return {q["name"]: q["words"] for q in json.loads(vb("save", "--json")[1])["queries"]}


def test_a_saved_query_gives_what_its_flags_give(vb, save):
    assert save("qua-han", "--", "tasks", "--unit", "UBND huyện", "--overdue", "--sort", "-late") == (
        *(0, 'Đã lưu @qua-han: tasks --unit "UBND huyện" --overdue --sort -late\n'),
        "",
    )
    flags = ("--unit", "UBND huyện", "--overdue", "--sort", "-late")
    assert vb("tasks", "@qua-han") == vb("tasks", *flags)
    assert ids(vb("tasks", "@qua-han")) == [9, 1, 2]
    assert ids(vb("tasks", "@QUA-HAN", "--limit", "1")) == [9]


def test_flags_that_are_given_win_and_the_others_stay(vb, save):
    save(
        "cua-huyen",
        "--",
        "tasks",
        "--unit",
        "UBND huyện",
        "--unit",
        "HĐND huyện",
        "--due-within",
        "30d",
        "--limit",
        "9",
    )
    assert ids(vb("tasks", "@cua-huyen")) == [5, 10, 3]
    assert ids(vb("tasks", "@cua-huyen", "--unit", "HĐND huyện")) == [3]  # in the place of both
    assert ids(vb("tasks", "@cua-huyen", "--due-within", "2d")) == [5]
    assert ids(vb("tasks", "--limit", "1", "@cua-huyen")) == [5]
    assert ids(vb("tasks", "@cua-huyen", "--sort", "-due")) == [3, 10, 5]
    assert vb("tasks", "@cua-huyen", "--count")[1] == "3\n"
    assert len(json.loads(vb("tasks", "@cua-huyen", "--format", "json")[1])["tasks"]) == 3


def test_days_count_from_the_day_of_the_question(vb, save, spring, capsys):
    save("sap-toi", "--", "tasks", "--due-within", "7d")
    assert ids(vb("tasks", "@sap-toi")) == [5, 10]
    assert main(["tasks", "@sap-toi", "--db", str(spring), "--today", "2024-05-20"]) == 0
    assert ids((0, capsys.readouterr().out, "")) == [4]


def test_the_archive_may_be_named_anywhere(vb, save, spring, capsys, monkeypatch):
    save("tat-ca", "--", "tasks", "--count")
    for line in (
        ["--db", str(spring), "tasks", "@tat-ca"],
        ["tasks", "--db", str(spring), "@tat-ca"],
        ["tasks", "@tat-ca", f"--db={spring}"],
    ):
        capsys.readouterr()
        assert main(line) == 0
        assert capsys.readouterr().out == "11\n"
    monkeypatch.setenv("VB_DB", str(spring))
    assert main(["tasks", "@tat-ca"]) == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tasks", "--nodue"), "không có tùy chọn --nodue"),
        (("tasks", "--limit", "x"), "--limit cần một số nguyên"),
        (("tasks", "--status", "lam"), "không hiểu tình trạng “lam”"),
        (("tasks", "--due-before", "32/1/2024"), "không hiểu ngày “32/1/2024”"),
        (("tasks", "--since", "hôm nào"), "không hiểu ngày “hôm nào”"),
        (("tasks", "--sort", "mau"), "không xếp được theo “mau”"),
        (("tasks", "--type", "xyz"), "không có loại văn bản “xyz”"),
        (("tasks", "--columns", "mau"), "không có cột “mau”"),
        (("tasks", "--role", "boss"), "--role cần một trong"),
        (("tasks", "--search", "…"), "không có chữ nào để tìm"),
        (("tasks", "viec"), "thừa tham số viec"),
        (("tasks", "@khac"), "tra cứu đã lưu không gọi tra cứu khác"),
        (("tasks", "--db", "kho.sqlite"), "tra cứu đã lưu không nhận --db"),
        (("tasks", "--today", "mai"), "tra cứu đã lưu không nhận --today"),
        (("docs",), "chỉ lưu được lệnh tasks"),
        ((), "thiếu lệnh để lưu"),
    ],
)
def test_words_that_would_be_refused_are_refused_when_they_are_saved(vb, save, words, said):
    code, shown, told = save("thu", "--", *words)
    assert (code, shown) == (2, "")
    assert said in told
    assert saved(vb) == {}


@pytest.mark.parametrize("name", ["hai chữ", "-", "a/b", "@", ""])
def test_a_name_is_one_word(vb, save, name):
    assert save("--", name, "tasks")[0] == 2
    assert saved(vb) == {}


def test_nothing_is_overwritten_without_being_told(vb, save):
    save("Quá-hạn", "--", "tasks", "--overdue")
    code, _, told = save("qua-han", "--", "tasks", "--no-due")
    assert (code, saved(vb)) == (2, {"Quá-hạn": ["--overdue"]})
    assert "đã có tra cứu @Quá-hạn: tasks --overdue" in told
    assert "--force" in told
    code, _, told = save("qua-han", "--force", "--", "tasks", "--no-due")
    assert (code, saved(vb)) == (0, {"qua-han": ["--no-due"]})
    assert "trước đây: tasks --overdue" in told


def test_queries_are_listed_by_name_and_removed(vb, save):
    for name in ("đôn-đốc", "dân-vận", "an", "việc-2", "việc-10"):
        save(name, "--", "tasks", "--search", "hai chữ")
    code, shown, _ = vb("save")
    names = [line.split("\t")[:2] for line in shown.splitlines()]
    assert (code, names[1]) == (0, ["@an", 'tasks --search "hai chữ"'])
    assert [name for name, _ in names[1:]] == ["@an", "@dân-vận", "@đôn-đốc", "@việc-2", "@việc-10"]
    code, shown, told = vb("save", "@Don-Doc", "--remove")
    assert (code, shown) == (0, "Đã bỏ @đôn-đốc.\n")
    assert 'trước đây: tasks --search "hai chữ"' in told
    assert "đôn-đốc" not in saved(vb)
    assert vb("save", "đôn-đốc", "--remove")[0] == 2


def test_a_name_that_nobody_saved_is_answered_with_those_that_are(vb, save):
    code, shown, told = vb("tasks", "@gi-do")
    assert (code, shown) == (2, "")
    assert "kho chưa lưu tra cứu “gi-do”" in told
    assert "vb save" in told
    save("qua-han", "--", "tasks", "--overdue")
    assert "đã lưu: @qua-han" in vb("tasks", "@gi-do")[2]


def test_queries_go_with_copies_and_exports(vb, save, spring, tmp_path):
    save("qua-han", "--", "tasks", "--overdue")
    export, copy, restored = tmp_path / "so.jsonl", tmp_path / "copy.sqlite", tmp_path / "lai.sqlite"
    assert main(["export", "-o", str(export), "--db", str(spring)]) == 0
    assert main(["backup", str(copy), "--db", str(spring)]) == 0
    assert vb("import", str(export), db=restored)[0] == 0
    for db in (copy, restored):
        assert ids(vb("tasks", "@qua-han", db=db)) == [9, 1, 2]
    assert main(["check", "--db", str(restored)]) == 0


def test_reading_makes_no_archive(tmp_path):
    for line in (["save"], ["tasks", "@x"], ["save", "x", "--", "tasks"], ["save", "x", "--remove"]):
        assert main([*line[:1], "--db", str(tmp_path / "khong-co.sqlite"), *line[1:]]) == 5
    assert list(tmp_path.iterdir()) == []
