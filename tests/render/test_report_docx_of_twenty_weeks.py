"""Twenty weeks, two thousand tasks: each cell of the Word files is that of the JSON that the same summary gave."""

import re

import pytest
from made_report import PARTY, STATE
from word_file import HEADS, body, number, opened, table

from report_archive import WEEKS
from vbcli.render.papers.chase import letters
from vbcli.render.papers.report_docx import report_docx

AGES = ("1-7", "8-30", "31-120", "121-")
FIGURES = {
    "đã hoàn thành": "done",
    "quá hạn": "overdue",
    "sắp đến hạn (trong 03 ngày)": "soon",
    "trong hạn": "on_time",
    "theo kỳ kế hoạch": "planned",
    "không có hạn": "no_due",
    "tạm dừng": "paused",
}
CHANGES = {
    "giao mới": "assigned",
    "hoàn thành trong hạn": "done_in_time",
    "hoàn thành trễ hạn": "done_late",
    "phát sinh quá hạn": "newly_overdue",
    "gia hạn": "extended",
    "mở lại": "reopened",
    "tạm dừng": "paused",
    "thôi theo dõi": "gone",
}


@pytest.fixture(scope="module", params=range(WEEKS))
def week(request, office):
    """Return the JSON of a week and the report in Word."""
    friday = office.fridays[request.param]
    office_of_the_paper = (PARTY, STATE)[request.param % 2]
    return office.said[friday], opened(report_docx(office.report(friday), office_of_the_paper))


def counts(sentence: str) -> dict[str, int]:
    """Return the counts of `số nhiệm vụ đã hoàn thành 3; quá hạn 4.` by their words."""
    listed = sentence.partition("số nhiệm vụ ")[2].rstrip(".")
    return {words: number(count) for words, _, count in (part.rpartition(" ") for part in listed.split("; "))}


def dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def test_the_appendix(week):
    said, paper = week
    *rows, total = table(paper, *HEADS)
    by_unit = said["statistic"]["by_unit"]
    assert [row[1] for row in rows] == [row["unit"] for row in by_unit]
    for row, unit in zip([*rows, total], [*by_unit, said["statistic"]["assignments"]], strict=True):
        no_due = unit["no_due_done"] + unit["no_due_open"]
        cells = [unit[name] for name in ("assigned", "done_in_time", "done_late", "open_in_time", "open_late")]
        assert [number(cell) for cell in row[2:8]] == [*cells, no_due]
        fell_due = unit["in_time"]["fell_due"]
        parts = (fell_due["part"], unit["done_late"], unit["open_late"])
        assert sum(parts) == fell_due["whole"]
        for cell, part in zip(row[8:11], parts, strict=True):
            if fell_due["whole"]:
                assert abs(float(cell.rstrip("%").replace(",", ".")) - 100 * part / fell_due["whole"]) <= 0.05 + 1e-9
            else:
                assert cell == "–"
        assert re.match(r"Đã đến hạn: ([\d.]+)", row[11])[1] == dotted(fell_due["whole"])


def test_overdue_by_unit(week):
    said, paper = week
    late = said["overdue_by_unit"]
    rows = table(paper, "Đơn vị chủ trì", "Lâu nhất (ngày)") if late else []
    assert [[row[1], *map(number, row[2:])] for row in rows] == [
        [unit["unit"], unit["assignments"], unit["overdue"], *(unit["by_age"].get(age, 0) for age in AGES), unit["longest_days_late"]]
        for unit in late
    ]  # fmt: skip


def test_the_list_of_overdue_tasks(week):
    said, paper = week
    if not said["overdue"]:
        assert "Phụ lục II" not in [p.text for p in paper.paragraphs]
        return
    tasks = {task["id"]: task for task in said["overdue_tasks"]}
    listed = [id_ for unit in said["overdue_by_unit"] for id_ in unit["ids"]]
    listed += [id_ for id_ in said["ids"]["overdue"] if id_ not in set(listed)]
    rows = [row for row in table(paper, "Nội dung nhiệm vụ", "Người theo dõi") if len(row) > 1]
    assert [(row[1], number(row[5])) for row in rows] == [(tasks[i]["text"], tasks[i]["days_late"]) for i in listed]


def test_the_sentences(week):
    said, paper = week
    text = body(paper)
    stock = counts(re.search(r"Xét theo hạn hiện tại, số nhiệm vụ .*", text)[0])
    assert stock == {words: said[figure] for words, figure in FIGURES.items()}
    if said["change"]:
        change = counts(re.search(r"So với số liệu chốt ngày .*", text)[0])
        assert change == {words: len(said["change"][name]) for words, name in CHANGES.items()}
    else:
        assert "Chưa có số liệu chốt của kỳ trước" in text
    assert f"sổ theo dõi có {dotted(said['tasks'])} nhiệm vụ, {dotted(said['documents'])} văn bản" in text


def test_what_falls_due_and_what_recurs(week):
    said, paper = week
    rows = table(paper, "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Hạn")
    days = [row[4][-10:] for row in rows if len(row) > 1]
    due = [row["due"] for row in said["due_rest_of_week"]] + [row["next_due"] for row in said["due_next_week"]]
    assert [f"{day[6:]}-{day[3:5]}-{day[:2]}" for day in days] == due
    recurring = table(paper, "Nhiệm vụ định kỳ") if said["occurrences"] else []
    assert [row[3] for row in recurring] == [
        "/".join(reversed(occurrence["due"].split("-"))) for occurrence in said["occurrences"]
    ]
    assert sum(row[4] != "Chưa ghi nhận" for row in recurring) == sum(bool(o["done_on"]) for o in said["occurrences"])


def test_the_letters_of_the_last_week(office):
    friday = office.fridays[-1]
    report, said = office.report(friday), office.said[friday]
    late = {unit["unit"]: unit["ids"] for unit in said["overdue_by_unit"]}
    tasks = {task["id"]: task for task in said["overdue_tasks"]}
    found = {}
    for _, data in letters(report, STATE):
        paper = opened(data)
        unit = next(p.text for p in paper.paragraphs if p.text.startswith("Kính gửi: ")).removeprefix("Kính gửi: ")
        rows = table(paper, "Nội dung nhiệm vụ", "Số ngày quá hạn")
        found[unit] = [(row[1], number(row[5])) for row in rows if len(row) > 1 and row[5]]
    assert {unit: rows for unit, rows in found.items() if rows} == {
        unit: [(tasks[i]["text"], tasks[i]["days_late"]) for i in ids] for unit, ids in late.items()
    }
