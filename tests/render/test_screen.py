"""What reaches a screen: harmless, in columns that hold."""

import json
from datetime import date

import pytest

from papers_of_a_spring import DAY, NOTICE, hostile
from records import STAMP, Paper, filing, record, state
from vbcli.query.tasks import TaskFilter, find_tasks
from vbcli.render.as_json import dumps
from vbcli.render.console import Screen, draw
from vbcli.render.inert import inert, inert_lines
from vbcli.render.labels import count, day, doc_type
from vbcli.render.record import error_json, record_json
from vbcli.render.tables import task_list
from vbcli.store.database import open_archive, open_for_reading
from vbcli.store.write import save_file


@pytest.fixture
def tasks(spring):
    conn = open_archive(spring)
    save_file(conn, state(hostile()), (filing(hostile()),), STAMP)
    conn.close()
    conn = open_for_reading(spring)
    yield find_tasks(conn, TaskFilter(), DAY)
    conn.close()


@pytest.mark.parametrize("width", [60, 80, 99, 100, 120, 200])
def test_ids_numbers_and_dates_never_wrap_and_no_line_is_too_long(tasks, width):
    shown = draw(task_list(tasks, DAY, width), Screen(width))
    lines = shown.splitlines()
    assert max(map(len, lines)) <= width
    for task in tasks:
        assert any(line.lstrip().startswith(f"{task.id} ") for line in lines)
        if task.due:
            assert day(task.due) in shown
        assert task.document.number in shown
        assert all(word in shown for word in inert(task.text).split())


@pytest.mark.parametrize("screen", [Screen(80), Screen(80, colour=True), Screen(120), Screen()])
def test_words_of_a_document_cannot_command_the_screen(tasks, screen):
    shown = draw(task_list(tasks, DAY, screen.width), screen)
    assert "[bold red]" in shown
    assert "\x1b[2J" not in shown
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    if not screen.colour:
        assert "\x1b" not in shown


def test_colour_only_where_it_is_wanted(tasks):
    assert "\x1b[1;31m" in draw(task_list(tasks, DAY, 80), Screen(80, colour=True))


def test_a_pipe_gets_one_line_per_task(tasks):
    lines = draw(task_list(tasks, DAY, None), Screen()).splitlines()
    assert len(lines) == len(tasks) + 1
    assert {line.count("\t") for line in lines} == {7}


def test_json_keeps_every_letter_and_escapes_every_control():
    words = "dọn \x1b[2J \x9b \u202e \x7f"
    text = dumps({"text": words})
    assert json.loads(text) == {"text": words}
    assert not set(text) & set("\x1b\x9b\u202e\x7f")


def test_inert_lines_keep_line_ends_only():
    assert inert_lines("a\r\nb\x07\fc\td") == "a\nb\nc\td"


def test_dates_counts_and_unknown_types_read_well():
    assert day(date(2024, 5, 1)) == "01/05/2024"
    assert count(12345) == "12.345"
    assert (doc_type("thong_bao"), doc_type("tai_lieu_khac"), doc_type(None)) == (
        "Thông báo",
        "Tai lieu khac",
        "Văn bản",
    )


def test_the_record_has_the_fields_of_the_contract():
    made = record(Paper(NOTICE.jobs, cites=(("733-TB/TU", date(2024, 10, 7), "Thường trực Thị ủy"),)))
    shown = json.loads(json.dumps(record_json(made)))
    assert set(shown) >= {
        *("schema", "path", "sha256", "format", "ocr", "text", "doc_type", "number", "issued_on", "place", "issuer"),
        *("subject", "signer", "signer_title", "signed_for", "recipients", "copies_to", "tasks", "refs", "evidence"),
        *("issued_between", "urgency", "secrecy", "pages", "mentions", "part"),
    }
    first = shown["tasks"][0]
    start, end = first["span"]
    assert shown["text"][start:end] == first["text"]
    assert first["assignees"][0] | {"rule": 0, "confidence": 0, "reason": 0} == {
        "unit": "UBND huyện",
        "role": "lead",
        "inherited": False,
        "span": first["span"],
        "rule": 0,
        "confidence": 0,
        "reason": 0,
    }
    assert first["deadlines"][0]["due"] == "2024-04-25"
    assert shown["refs"][0]["issued_on"] == "2024-10-07"
    assert shown["evidence"]["signed_for"]["reason"] == "không có trong văn bản"
    assert shown["signed_for"] is None


def test_a_file_that_cannot_be_read_has_its_object():
    assert error_json("a.pdf", "password", "Tệp có mật khẩu.") == {
        "schema": 1,
        "path": "a.pdf",
        "error": {"code": "password", "message": "Tệp có mật khẩu."},
    }
