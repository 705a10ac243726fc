"""`vb summary`: periods, snapshots, what is written when, and that every form says what the JSON says."""

import json
import multiprocessing
import re
import sqlite3
from contextlib import closing
from datetime import date

import pytest
from filelock import FileLock

from vbcli.app import main
from vbcli.model.report import STATES
from vbcli.query.figures import figure_names, tasks_behind
from vbcli.store.database import open_for_reading

TODAY = "2024-05-10"


@pytest.fixture
def vb(spring, capsys):
    def run(*arguments: str, code: int = 0, db=spring) -> str:
        capsys.readouterr()
        assert (
            main([*arguments, "--db", str(db), "--by" if arguments[0] in ENTERING else "-q", *_by(arguments)]) == code
        )
        shown = capsys.readouterr()
        run.said = shown.err
        return shown.out

    return run


ENTERING = {"done", "extend", "pause", "cancel", "start", "reopen", "add"}


def _by(arguments: tuple[str, ...]) -> list[str]:
    return ["Lan"] if arguments[0] in ENTERING else []


def told(vb, *arguments: str, today: str = TODAY) -> dict:
    return json.loads(vb("summary", "--json", "--today", today, *arguments))["summary"]


def rows(db, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(db)) as conn:
        return conn.execute(sql).fetchall()


# --- periods ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "first", "last", "as_of"),
    [
        ((), "2024-05-06", "2024-05-12", TODAY),
        (("--week", "nay"), "2024-05-06", "2024-05-12", TODAY),
        (("--week", "truoc"), "2024-04-29", "2024-05-05", "2024-05-05"),
        (("--week", "2024-W17"), "2024-04-22", "2024-04-28", "2024-04-28"),
        (("--week", "24/4/2024"), "2024-04-22", "2024-04-28", "2024-04-28"),
        (("--month", "2024-04"), "2024-04-01", "2024-04-30", "2024-04-30"),
        (("--month", "nay"), "2024-05-01", "2024-05-31", TODAY),
        (("--quarter", "2024-Q2"), "2024-04-01", "2024-06-30", TODAY),
        (("--quarter", "truoc"), "2024-01-01", "2024-03-31", "2024-03-31"),
        (("--half", "2024-H1"), "2024-01-01", "2024-06-30", TODAY),
        (("--since", "2024-04-10", "--until", "2024-04-20"), "2024-04-10", "2024-04-20", "2024-04-20"),
        (("--since", "2024-04-10"), "2024-04-10", TODAY, TODAY),
    ],
)
def test_a_period_is_named_in_many_ways(vb, flags, first, last, as_of):
    summary = told(vb, *flags)
    assert (summary["from"], summary["to"], summary["as_of"]) == (first, last, as_of)


def test_a_week_is_an_iso_week_over_the_turn_of_the_year(vb):
    summary = told(vb, "--week", "2025-W01", today="2025-06-01")
    assert (summary["week"], summary["from"], summary["to"]) == ("2025-W01", "2024-12-30", "2025-01-05")


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--week", "2024-W60"), "không hiểu kỳ “2024-W60” của --week"),
        (("--week", "nay", "--month", "nay"), "chỉ nêu một kỳ báo cáo"),
        (("--until", "2024-05-01"), "--until cần --since"),
        (("--since", "2024-05-02", "--until", "2024-05-01"), "trước khi bắt đầu"),
        (("--week", "2024-W30"), "chưa tới"),
        (("--format", "ics"), "không có dạng “ics” của báo cáo"),
        (("--drill", "overdue", "--format", "docx"), "không có dạng “docx”"),
        (("-o", "bao-cao.xyz"), "không đoán được dạng"),
        (("--khoi", "tinh"), "không có thể thức “tinh”"),
        (("--columns", "id"), "--columns chỉ dùng cùng --drill"),
        (("--catch-up", "--since", "2024-05-01"), "--catch-up cần kỳ cố định"),
    ],
)
def test_flags_that_mean_nothing_are_refused_in_one_line(vb, flags, words):
    vb("summary", "--today", TODAY, *flags, code=2)
    assert words in vb.said.splitlines()[0]


# --- nothing is written by looking ------------------------------------------------------------------------------------


def test_the_screen_writes_nothing(vb, spring):
    before = spring.read_bytes()
    for flags in (
        (),
        ("--json",),
        ("--format", "md"),
        ("--drill", "overdue"),
        ("--week", "truoc"),
        ("--fail-on-overdue",),
    ):
        vb("summary", "--today", TODAY, *flags, code=7 if "--fail-on-overdue" in flags else 0)
    assert spring.read_bytes() == before
    # What SQLite needs to read beside others is its own.
    assert {p.name.removesuffix("-shm").removesuffix("-wal") for p in spring.parent.iterdir()} == {spring.name}


def test_a_past_week_is_reckoned_as_of_its_end_from_what_is_known_now(vb):
    """What was done later had not been done then; what was issued later was not there."""
    vb("done", "1", "--on", "2024-05-08", "--today", TODAY)
    vb("done", "2", "--on", "2024-05-02", "--today", TODAY)
    assert told(vb)["ids"]["done"] == [1, 2]
    past = told(vb, "--week", "truoc")
    assert past["reckoned_later"] is True
    assert past["ids"]["done"] == [2]
    assert past["ids"]["overdue"] == [1, 9]
    assert (past["documents"], past["tasks"]) == (3, 9)  # the paper of 6 May is not there yet
    assert "Tính lại từ dữ liệu hiện có" in vb("summary", "--week", "truoc", "--today", TODAY)
    assert told(vb)["ids"]["done"] == [1, 2]


def test_corrections_hold_for_the_past_too(vb, spring):
    assert main(["edit", "1", "--due", "2024-05-20", "--db", str(spring), "--today", TODAY, "--by", "Lan"]) == 0
    assert told(vb, "--week", "truoc")["ids"]["overdue"] == [2, 9]


# --- snapshots --------------------------------------------------------------------------------------------------------


def test_a_week_that_was_written_gives_the_same_figures_when_it_is_asked_for_again(vb, tmp_path):
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "tuan.json"))
    first = json.loads((tmp_path / "tuan.json").read_text(encoding="utf-8"))["summary"]
    vb("done", "1", "--on", "2024-05-09", "--today", "2024-05-13")
    later = told(vb, "--week", "2024-W19", today="2024-05-14")
    assert later == {**first, "kept": True}
    assert "Số liệu chốt ngày 10/05/2024" in vb("summary", "--week", "truoc", "--today", "2024-05-14")
    fresh = told(vb, "--week", "2024-W19", "--fresh", today="2024-05-14")
    assert (fresh["kept"], fresh["ids"]["done"], fresh["as_of"]) == (False, [1], "2024-05-12")


def test_a_running_week_is_always_reckoned_anew(vb, tmp_path):
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "tuan.json"))
    vb("done", "1", "--on", "2024-05-09", "--today", TODAY)
    assert told(vb)["ids"]["done"] == [1]


def test_what_changed_is_told_against_the_last_report(vb, spring):
    assert told(vb)["change"] is None
    vb("summary", "--today", "2024-05-03", "--snapshot")
    vb("done", "1", "--on", "2024-05-08", "--today", TODAY)
    vb("extend", "2", "--to", "2024-05-31", "--note", "xin thêm", "--today", TODAY)
    vb("pause", "3", "--note", "chờ", "--today", TODAY)
    vb("cancel", "6", "--note", "thôi", "--today", TODAY)
    change = told(vb)["change"]
    assert change == {
        "since": "2024-05-03",
        "assigned": [],
        "done_in_time": [],
        "done_late": [1],
        "newly_overdue": [],
        "extended": [2],
        "reopened": [],
        "paused": [3],
        "gone": [6],
    }
    shown = vb("summary", "--today", TODAY)
    assert "Thay đổi từ kỳ báo cáo trước (số liệu ngày 03/05/2024):" in shown
    assert "  Hoàn thành trễ hạn: 1\n" in shown
    assert [
        t["id"] for t in json.loads(vb("summary", "--today", TODAY, "--drill", "change.gone", "--json"))["tasks"]
    ] == [6]
    assert told(vb, today="2024-05-03")["change"] is None  # not against its own day


def test_snapshots_cannot_be_changed(vb, spring):
    vb("summary", "--today", TODAY, "--snapshot")
    for sql in ("UPDATE snapshots SET as_of = '2024-01-01'", "DELETE FROM snapshots"):
        with closing(sqlite3.connect(spring)) as conn, pytest.raises(sqlite3.IntegrityError, match="append-only"):
            conn.execute(sql)


def test_the_same_report_twice_is_kept_once(vb, spring):
    for _ in range(2):
        vb("summary", "--today", TODAY, "--snapshot")
    assert rows(spring, "SELECT count(*) FROM snapshots") == [(1,)]


def test_snapshots_come_along_with_an_export(vb, spring, tmp_path):
    vb("summary", "--today", TODAY, "--snapshot")
    assert main(["export", "-o", str(tmp_path / "kho.jsonl"), "--db", str(spring)]) == 0
    other = tmp_path / "khac.sqlite"
    assert main(["import", str(tmp_path / "kho.jsonl"), "--db", str(other)]) == 0
    again = json.loads(vb("summary", "--json", "--week", "2024-W19", "--today", "2024-06-01", db=other))["summary"]
    assert (again["kept"], again["as_of"]) == (True, TODAY)


def test_earlier_weeks_make_a_line(vb):
    for day in ("2024-04-26", "2024-05-03"):
        vb("summary", "--today", day, "--snapshot")
    line = told(vb)["history"]
    assert [(p["as_of"], p["overdue"], p["tasks"]) for p in line] == [("2024-04-26", 2, 11), ("2024-05-03", 3, 11)]
    assert line[1]["in_time"] == {"part": 0, "whole": 3}


# --- runs -------------------------------------------------------------------------------------------------------------


def test_files_are_named_by_the_day_of_the_report(vb, tmp_path):
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "%Y" / "tuan-%G-W%V.md"), "-o", str(tmp_path / "100% %d.json"))
    assert (tmp_path / "2024" / "tuan-2024-W19.md").exists()
    assert (tmp_path / "100% 10.json").exists()


def test_runs_are_noted_with_their_end(vb, spring, tmp_path):
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "a.md"))
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "a.md"), "--only-if-changed")
    (tmp_path / "b.md").mkdir()
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "b.md"), code=5)
    runs = rows(spring, "SELECT outcome, outputs, finished_at IS NOT NULL FROM runs ORDER BY id")
    assert runs == [("done", json.dumps([str(tmp_path / "a.md")]), 1), ("unchanged", "[]", 1), ("failed", "[]", 1)]
    assert rows(spring, "SELECT message FROM runs WHERE outcome = 'failed'")[0][0].startswith("không ghi được")


def test_nothing_new_is_silent_and_writes_nothing(vb, tmp_path, spring):
    path = tmp_path / "tuan.md"
    line = ("summary", "--only-if-changed", "--fail-on-overdue", "-o", str(path))
    vb(*line, "--today", TODAY, code=7)
    written = path.read_bytes()
    path.unlink()
    assert (vb(*line, "--today", TODAY), vb.said, path.exists()) == ("", "", False)
    # In another week, too, where nothing fell due meanwhile.
    assert (vb("summary", "--only-if-changed", "--today", "2024-05-12"), vb.said) == ("", "")
    vb("done", "1", "--on", "2024-05-09", "--today", TODAY)
    vb(*line, "--today", TODAY, code=7)
    assert path.read_bytes() != written


def test_what_falls_overdue_is_news(vb):
    vb("summary", "--today", TODAY, "--snapshot")
    assert "Quá hạn" in vb("summary", "--only-if-changed", "--today", "2024-05-13")


def test_a_missed_week_is_caught_up_as_of_its_own_end(vb, tmp_path):
    pattern = str(tmp_path / "%G-W%V.json")
    vb("summary", "--today", "2024-04-19", "-o", pattern)
    vb("done", "1", "--on", "2024-05-02", "--today", "2024-05-02")
    vb("summary", "--today", TODAY, "-o", pattern, "--catch-up")
    names = sorted(p.name for p in tmp_path.glob("*.json"))
    assert names == ["2024-W16.json", "2024-W17.json", "2024-W18.json", "2024-W19.json"]
    said = {n: json.loads((tmp_path / n).read_text(encoding="utf-8"))["summary"] for n in names}
    assert [said[n]["as_of"] for n in names] == ["2024-04-19", "2024-04-28", "2024-05-05", TODAY]
    assert [said[n]["ids"]["done"] for n in names] == [[], [], [1], [1]]
    assert [said[n]["change"] and said[n]["change"]["since"] for n in names] == [
        None,
        "2024-04-19",
        "2024-04-28",
        "2024-05-05",
    ]
    before = {p: p.stat().st_mtime_ns for p in tmp_path.glob("*.json")}
    vb("summary", "--today", "2024-05-17", "-o", pattern, "--catch-up")
    assert {p: p.stat().st_mtime_ns for p in before} == before  # none twice


def test_two_runs_never_mix(vb, spring, tmp_path, monkeypatch):
    monkeypatch.setattr("vbcli.commands.report_runs.PATIENCE", 0.2)
    with FileLock(spring.with_name(f"{spring.name}.lock")):
        vb("summary", "--today", TODAY, "-o", str(tmp_path / "a.md"), code=5)
    assert "đang ghi báo cáo" in vb.said.splitlines()[0]
    assert not (tmp_path / "a.md").exists()
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "a.md"))
    assert (tmp_path / "a.md").exists()


def _write_one(db: str, path: str) -> int:
    return main(["summary", "--db", db, "--today", TODAY, "-q", "-o", path])


def test_runs_at_the_same_time_wait_for_each_other(spring, tmp_path):
    path = str(tmp_path / "a.json")
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.starmap(_write_one, [(str(spring), path)] * 3) == [0, 0, 0]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["summary"]["tasks"] == 11
    assert rows(spring, "SELECT count(*) FROM snapshots") == [(1,)]
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".tmp")] == []


def test_what_a_killed_run_left_is_taken_away(vb, tmp_path):
    draft = tmp_path / ".a.md.99999.tmp"
    draft.write_text("nửa chừng", encoding="utf-8")
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "a.md"))
    assert not draft.exists()


def test_a_fault_in_one_form_leaves_no_other_written(vb, tmp_path, spring, monkeypatch):
    monkeypatch.setattr("vbcli.render.report_markdown.markdown_page", lambda _: 1 / 0)
    vb("summary", "--today", TODAY, "-o", str(tmp_path / "a.json"), "-o", str(tmp_path / "a.md"), code=1)
    assert list(tmp_path.glob("a.*")) == []
    assert rows(spring, "SELECT (SELECT count(*) FROM snapshots), outcome FROM runs") == [(0, "failed")]


# --- units, drilling ----------------------------------------------------------------------------------------------------


def test_one_unit_alone(vb):
    summary = told(vb, "--unit", "ubnd huyen lam khe")
    assert summary["unit"] == "UBND huyện Lâm Khê"
    # Its chairman answers for it, as in every list.
    listed = json.loads(vb("tasks", "--unit", "ubnd huyen lam khe", "--role", "lead", "--today", TODAY, "--json"))
    assert sorted(id_ for name in STATES for id_ in summary["ids"][name]) == sorted(t["id"] for t in listed["tasks"])
    assert summary["tasks"] == 5
    assert summary["ids"]["overdue"] == [1, 2]
    assert {u["unit"] for u in summary["overdue_by_unit"]} == {"UBND huyện Lâm Khê", "Chủ tịch UBND huyện"}
    assert set(summary["statistic"]["ids"]) == {"", "UBND huyện Lâm Khê", "Chủ tịch UBND huyện"}
    assert (summary["missing"], summary["documents"], summary["new_documents"]) == ([], 3, 1)


def test_a_unit_that_nobody_knows_is_an_input_error_with_a_proposal(vb):
    vb("summary", "--unit", "Phòng Thiên văn", "--today", TODAY, code=4)
    assert "kho không có việc nào của đơn vị “Phòng Thiên văn”" in vb.said


def test_a_part_that_is_done_is_done_in_the_report_of_its_unit(office, tmp_path):
    """Of a task with two leads each unit's report has its own part."""
    friday = office.fridays[-1]
    name = "Công an huyện"
    code = main(
        [
            "summary",
            "--unit",
            name,
            "--db",
            str(office.archive),
            "--today",
            str(friday),
            "-o",
            str(tmp_path / "a.json"),
            "-q",
        ]
    )
    assert code == 0
    said = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["summary"]
    own = [w for w in office.works if w.state not in {"cancelled", "dismissed"} and name in w.progress]
    assert sorted(said["ids"]["done"]) == sorted(w.id for w in own if w.progress[name] == "done")
    assert said["tasks"] == len([w for w in own if w.progress[name] != "cancelled"])
    cells = office.expected[friday]["cells"][name]
    assert {k: v for k, v in said["statistic"]["ids"][name].items() if k != "done_in_time_past"} == cells
    assert said["statistic"]["tasks"]["assigned"] == said["statistic"]["assignments"]["assigned"]


def test_every_figure_leads_to_its_rows(office, capsys):
    friday = office.fridays[-1]
    said, expected = office.said[friday], office.expected[friday]
    unit = said["overdue_by_unit"][0]
    figures = {
        **expected["figures"],
        "band:8-30": expected["bands"]["8-30"],
        f"unit:{unit['unit']}.late": sorted(unit["ids"]),
        f"unit:{unit['unit']}.121-": None,
        "cell:open_late": expected["cells"][""]["open_late"],
        f"cell:{unit['unit']}.open_late": expected["cells"][unit["unit"]]["open_late"],
        "cell:cong an huyen.done_late": expected["cells"]["Công an huyện"]["done_late"],
        "next_week": expected["next_week"],
        **{f"change.{name}": ids for name, ids in expected["change"].items()},
    }
    report = office.report(friday)
    for name, ids in figures.items():
        found = tasks_behind(report, name)
        if ids is None:
            assert len(found) == unit["by_age"]["121-"]
        else:
            assert sorted(found) == ids, name
    assert main(["summary", "--drill", "soon", "--db", str(office.archive), "--today", str(friday), "--json"]) == 0
    assert sorted(t["id"] for t in json.loads(capsys.readouterr().out)["tasks"]) == expected["figures"]["soon"]
    assert all(tasks_behind(report, name) is not None for name in figure_names(report))
    assert all(
        tasks_behind(report, name) is None
        for name in ("late", "band:9-30", "unit:Phòng X.late", "cell:X.paused", "cell:late", "change.none")
    )


def test_an_unknown_figure_is_told_with_near_ones(vb):
    vb("summary", "--drill", "overdu", "--today", TODAY, code=2)
    assert "không có số liệu “overdu”" in vb.said
    assert "ý bạn là overdue" in vb.said


@pytest.mark.parametrize("form", ["table", "json", "csv", "xlsx", "md", "html", "ics"])
def test_rows_behind_a_figure_leave_in_every_format_of_a_list(vb, tmp_path, form):
    path = tmp_path / f"viec.{form}"
    vb("summary", "--drill", "overdue", "--today", TODAY, "--format", form, "-o", str(path))
    if form == "xlsx":
        from openpyxl import load_workbook

        sheet = load_workbook(path).active
        assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [9, 1, 2]
    else:
        words = path.read_text(encoding="utf-8-sig").replace("\n ", "")  # long lines of .ics are folded
        assert "quỹ đất tái định cư" in words
        assert "Nậm Cắt" in words
        assert "khai thác cát" not in words
    assert vb("summary", "--drill", "overdue", "--today", TODAY, "--columns", "id,due") .splitlines()[1:] == [
        "9\t20/04/2024", "1\t25/04/2024", "2\t29/04/2024",
    ]  # fmt: skip


# --- the forms say what the JSON says ---------------------------------------------------------------------------------


def _table(text: str, opening: str) -> list[list[str]]:
    """Return the rows of the table of a piped page that a line opens."""
    after = text.split(f"{opening}", 1)[1].split("\n\n", 1)[0]
    return [line.split("\t") for line in after.splitlines() if "\t" in line]


def _number(words: str) -> int:
    return int(words.replace(".", "") or 0)


@pytest.fixture(scope="module", params=[1, 9, 19])
def forms(request, office):
    """The JSON of a week, its page and its Markdown as tables of words."""
    from vbcli.commands.report_forms import Form, Reckoned, written
    from vbcli.settings import Office

    friday = office.fridays[request.param]
    shown = Reckoned(office.report(friday), friday)
    page, markdown = (written(shown, form, Office()).decode() for form in (Form.TABLE, Form.MD))
    return office.said[friday], page, markdown


def test_the_page_has_every_figure_of_the_json(forms):
    said, page, _ = forms
    pairs = dict(re.findall(r"^ *([^\t\n:]+): ([\d.]+)", page, re.MULTILINE))
    names = {
        "Nhiệm vụ": "tasks", "Quá hạn": "overdue", "Sắp đến hạn (3 ngày)": "soon", "Trong hạn": "on_time",
        "Theo kỳ kế hoạch": "planned", "Không hạn": "no_due", "Hoàn thành": "done", "Chưa rõ đơn vị chủ trì": "no_lead",
        "Chưa ghi theo dõi lần nào": "untouched", "Đã đổi hạn": "moved", "Văn bản": "documents",
    }  # fmt: skip
    assert {words: _number(pairs[words]) for words in names} == {words: said[name] for words, name in names.items()}
    changed = {"Giao mới": "assigned", "Mới quá hạn": "newly_overdue", "Được gia hạn": "extended", "Mở lại": "reopened"}
    assert {w: _number(pairs[w]) for w in changed} == {w: len(said["change"][name]) for w, name in changed.items()}
    ages = _table(page, "Quá hạn theo số ngày (nhiệm vụ):")[1:]
    assert [_number(row[1]) for row in ages] == [*(b["overdue"] for b in said["overdue_by_age"]), said["overdue"]]


def test_the_page_has_every_row_of_the_json(forms):
    said, page, _ = forms
    units = _table(page, "Quá hạn theo đơn vị chủ trì (lượt giao):")[1:]
    assert [(r[0], _number(r[1]), _number(r[2]), *map(_number, r[4:])) for r in units] == [
        (u["unit"], u["overdue"], u["assignments"], *u["by_age"].values()) for u in said["overdue_by_unit"]
    ]
    late = _table(page, "Quá hạn, trễ nhất đứng trước")[1:]
    assert {int(row[0]): int(row[2]) for row in late} == {t["id"]: t["days_late"] for t in said["overdue_tasks"]}
    for title, name in (("Đến hạn từ hôm nay đến hết tuần", "due_rest_of_week"), ("Đến hạn tuần sau", "due_next_week")):
        found = [int(row[0]) for row in _table(page, f"{title} (")[1:]]
        assert found == [task["id"] for task in said[name]], title
    recurring = _table(page, "Việc định kỳ trong kỳ:")[1:]
    assert [int(row[0]) for row in recurring] == [one["task"] for one in said["occurrences"]]
    assert sum(row[2] != "—" for row in recurring) == sum(one["done_on"] is not None for one in said["occurrences"])


def test_the_page_has_every_cell_of_the_statistic(forms):
    said, page, _ = forms
    statistic = said["statistic"]
    cells = (
        "done_in_time",
        "done_late",
        "open_in_time",
        "open_late",
        "no_due_done",
        "no_due_open",
        "assigned",
        "paused",
    )
    whole = _table(page, "Thống kê theo hạn ban đầu\tNhiệm vụ\tLượt giao")
    assert [(_number(row[1]), _number(row[2])) for row in whole] == [
        (statistic["tasks"][cell], statistic["assignments"][cell]) for cell in cells
    ]
    units = _table(page, "Thống kê theo đơn vị chủ trì (lượt giao):")[1:-1]
    found = {row[0]: tuple(map(_number, row[1:8])) for row in units}
    assert found == {
        u["unit"]: (
            *(u[cell] for cell in ("assigned", "done_in_time", "done_late", "open_in_time", "open_late")),
            *(u["no_due_done"] + u["no_due_open"], u["paused"]),
        )
        for u in statistic["by_unit"]
    }


def test_the_markdown_has_the_rows_of_the_page(forms):
    _, page, markdown = forms
    of_page = [[c.strip() for c in line.split("\t")] for line in page.splitlines() if "\t" in line]
    of_markdown = [
        [c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in markdown.splitlines()
        if line.startswith("|")
    ]
    of_markdown = [row for row in of_markdown if not all(set(c) <= set("-:") for c in row)]
    assert [[re.sub(r"\\(.)", r"\1", c) for c in row] for row in of_markdown] == of_page
    pairs = re.findall(r"^ *([^\t\n:]+): ([\d.]+)$", page, re.MULTILINE)
    for label, number in pairs:
        assert re.search(rf"^ *- {re.escape(label.strip())}: {re.escape(number)}$", markdown, re.MULTILINE), label


def test_ids_stand_beside_the_figures_when_they_are_asked_for(vb):
    shown = vb("summary", "--ids", "--today", TODAY)
    assert "  Quá hạn: 3 [1, 2, 9]" in shown
    assert "8–30 ngày\t3\t1, 2, 9" in shown
    assert "Chưa hoàn thành, quá hạn\t3\t3\t1, 2, 9" in shown
    assert "UBND huyện\t1\t1\t20 ngày\t\t1\t\t\t9" in shown


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(office, width):
    from vbcli.render.console import Screen, draw
    from vbcli.render.summary import Manner, summary_page

    report = office.report(office.fridays[-1])
    for ids in (False, True):
        text = draw(summary_page(report, Manner(width, ids=ids)), Screen(width))
        assert max(map(len, text.splitlines())) <= width
    assert "… và" in text  # a screen is given the worst, a file all


def test_a_year_old_snapshot_shows_as_it_was(office, tmp_path, capsys):
    copy = tmp_path / "vb.sqlite"
    with closing(open_for_reading(office.archive)) as conn, closing(sqlite3.connect(copy)) as other:
        conn.backup(other)
    for friday in (office.fridays[0], office.fridays[7]):
        week = f"{friday:%G-W%V}"
        assert main(["summary", "--week", week, "--json", "--db", str(copy), "--today", "2025-06-01"]) == 0
        said = json.loads(capsys.readouterr().out)["summary"]
        assert said == {**office.said[friday], "kept": True}
    assert date(2025, 6, 1) > office.fridays[-1]


@pytest.mark.parametrize("week", [3, 10, 18])
def test_looking_back_finds_the_register_as_it_stood(office, week, capsys):
    """Nothing happened on the weekend: the Sunday of a past week has what its Friday had, but for corrections since."""
    friday = office.fridays[week]
    arguments = [
        "--week",
        f"{friday:%G-W%V}",
        "--fresh",
        "--today",
        "2024-12-01",
        "--db",
        str(office.archive),
        "--json",
    ]
    assert main(["summary", *arguments]) == 0
    said = json.loads(capsys.readouterr().out)["summary"]
    then, since = office.said[friday], {w.id for w in office.works if w.dismissed}
    assert said["reckoned_later"]
    assert (said["documents"], said["new_documents"]) == (then["documents"], then["new_documents"])
    for name in ("done", "paused", "no_lead", "untouched", "moved", "planned"):
        assert said["ids"][name] == [id_ for id_ in then["ids"][name] if id_ not in since], name
    for unit, cells in then["statistic"]["ids"].items():
        for cell in ("done_in_time", "done_late", "no_due_done", "no_due_open", "paused"):
            found = said["statistic"]["ids"].get(unit, {}).get(cell, [])
            assert found == [id_ for id_ in cells.get(cell, []) if id_ not in since], (unit, cell)
    assert any(then["ids"]["done"]) and len(since) > 10  # noqa: PT018
