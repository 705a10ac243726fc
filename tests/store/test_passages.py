"""The full-text index in step with the texts: whatever happens to a document, what it says now is what is found."""

import json
from dataclasses import replace

import pytest
from sqlite_utils import Database

from records import STAMP, Job, Paper, filing, state
from vbcli.config import APPLICATION_ID
from vbcli.query.search import SearchFilter, search
from vbcli.query.search_words import question_of
from vbcli.store.database import open_archive
from vbcli.store.documents import EnteredDocument, add_document, put_entered
from vbcli.store.entered import make_anew
from vbcli.store.integrity import faults
from vbcli.store.migrations import migrations
from vbcli.store.passages import index_anew
from vbcli.store.portable import restore, write_export
from vbcli.store.write import save_file, transaction

PAPER = Paper((Job("Sửa cầu treo Nậm Cắt."), Job("Thống kê hộ nghèo.")), subject="Về cầu treo")


@pytest.fixture
def conn(db):
    opened = open_archive(db, create=True)
    yield opened
    opened.close()


def save(conn, paper):
    save_file(conn, state(paper), (filing(paper),), STAMP)


def found(conn, words):
    return [d.label.id for d in search(conn, question_of([words]), SearchFilter()).documents]


def words_in_index(conn):
    conn.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.w USING fts5vocab(main, passage_index, col)")
    return {tuple(row) for row in conn.execute("SELECT * FROM temp.w")}


def test_a_changed_file_is_found_by_its_new_words_only(conn):
    save(conn, PAPER)
    assert found(conn, "cầu treo") == [1]
    save(conn, replace(PAPER, jobs=(Job("Sửa đường Nậm Cắt."), PAPER.jobs[1]), subject="Về đường"))
    assert (found(conn, "cầu treo"), found(conn, "sửa đường"), found(conn, "về đường")) == ([], [1], [1])
    assert faults(conn) == []


def test_the_index_keeps_no_text(conn):
    save(conn, PAPER)
    kept = b"".join(row[0] for row in conn.execute("SELECT block FROM passage_index_data"))
    assert "cầu treo".encode() not in kept
    assert conn.execute("SELECT kept, folded FROM passage_index").fetchall()[0][:] == (None, None)


def test_the_same_text_again_writes_nothing_into_the_index(conn):
    save(conn, PAPER)
    before = [tuple(row) for row in conn.execute("SELECT id, block FROM passage_index_data ORDER BY id")]
    save(conn, replace(PAPER, path="tb-12.docx", format="docx"))
    assert [tuple(row) for row in conn.execute("SELECT id, block FROM passage_index_data ORDER BY id")] == before


def test_a_document_without_a_file_is_found_by_its_subject(conn):
    entered = EnteredDocument("7-TB/HU", "7|TB|HU", None, None, "thong_bao", "Về lễ hội xuống đồng")
    with transaction(conn):
        id_ = add_document(conn, entered, STAMP)
        conn.execute("UPDATE documents SET removed = 0")
    assert found(conn, "xuong dong") == [id_]
    with transaction(conn):
        put_entered(conn, id_, replace(entered, subject="Về chợ tình"), {"subject": "Về chợ tình"})
    assert (found(conn, "xuong dong"), found(conn, "chợ tình")) == ([], [id_])


def test_what_goes_wrong_in_a_transaction_leaves_the_index_as_it_was(conn, monkeypatch):
    save(conn, PAPER)
    monkeypatch.setattr("vbcli.store.derived._write_header", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save(conn, replace(PAPER, jobs=(Job("Sửa đường."),)))
    assert (found(conn, "cầu treo"), found(conn, "sửa đường")) == ([1], [])
    assert faults(conn) == []


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO passage_index (passage_index) VALUES ('delete-all')",
        "INSERT INTO passage_index (rowid, kept, folded) VALUES (99, 'lạ', 'la')",
        "DELETE FROM passage_index_data WHERE id > 10",
        "DELETE FROM passages WHERE span_start IS NULL",
        "DELETE FROM passages",
        "UPDATE passages SET span_end = 100000 WHERE id = 1048577",
        "UPDATE passages SET span_start = 9 WHERE id = 1048579",
    ],
)
def test_an_index_out_of_step_is_noticed_and_mended(conn, damage):
    save(conn, PAPER)
    right = words_in_index(conn)
    conn.execute(damage)
    assert faults(conn)
    with transaction(conn):
        make_anew(conn)
    assert faults(conn) == []
    assert words_in_index(conn) == right
    assert found(conn, "cầu treo") == [1]


def test_an_export_brings_the_places_and_the_index_is_made_anew(conn, tmp_path):
    save(conn, PAPER)
    path = tmp_path / "kho.jsonl"
    write_export(conn, path, "0", "2024-01-01T00:00:00+00:00")
    assert not any("passage_index" in json.loads(line).get("table", "") for line in path.read_text().splitlines())
    restore(path, tmp_path / "moi.sqlite")
    new = open_archive(tmp_path / "moi.sqlite")
    sql = "SELECT * FROM passages ORDER BY id"
    assert list(map(tuple, new.execute(sql))) == list(map(tuple, conn.execute(sql)))
    assert words_in_index(new) == words_in_index(conn)
    new.close()


def test_an_older_archive_is_indexed_from_its_texts(conn, db, tmp_path):
    save(conn, PAPER)
    older = tmp_path / "cu.sqlite"
    old = Database(older)
    migrations.apply(old, stop_before="0003_search")
    for (table,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name != 'meta'").fetchall():  # fmt: skip
        rows = list(map(tuple, conn.execute(f"SELECT * FROM {table}")))
        if rows:
            old.conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    old.execute("PRAGMA user_version = 2")
    old.conn.commit()
    old.close()
    new = open_archive(older)
    assert found(new, "cau treo") == [1]
    assert words_in_index(new) == words_in_index(conn)
    assert faults(new) == []
    new.close()


def test_pages_of_an_older_archive_follow_from_form_feeds_and_from_what_is_known(conn):
    save(conn, PAPER)
    text = "Đầu\n1. Một.\f2. Hai.\f3. Ba."
    with transaction(conn):
        conn.execute("INSERT INTO passage_index (passage_index) VALUES ('delete-all')")
        conn.execute("DELETE FROM passages")
        conn.execute("UPDATE documents SET text = ?, subject = NULL", (text,))
        for table in ("evidence", "refs", "tasks"):
            conn.execute(f"UPDATE {table} SET span_start = NULL")
        index_anew(conn)
    pages = [tuple(row) for row in conn.execute("SELECT span_start, page FROM passages ORDER BY id")]
    assert pages == [(0, 1), (4, 1), (12, 2), (20, 3)]
    with transaction(conn):
        conn.execute("DELETE FROM passages")
        # The document begins on page 4 of its file: this task is known to stand on page 5.
        conn.execute("UPDATE tasks SET span_start = 12, page = 5 WHERE id = 1")
        index_anew(conn)
    assert [row[0] for row in conn.execute("SELECT page FROM passages ORDER BY id")] == [4, 4, 5, 6]
