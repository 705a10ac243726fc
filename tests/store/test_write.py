"""Files into the archive: identity, versions, ids that do not move."""

import json
import sqlite3
import zlib
from dataclasses import replace
from datetime import date

import pytest

from records import STAMP, Job, Paper, filing, record, state
from vbcli.errors import StoreError
from vbcli.model.evidence import Issue, Place
from vbcli.model.source import Aside, Block, BlockKind, Box, Cell
from vbcli.store.blocks import pack, unpack, unpack_issues
from vbcli.store.database import open_archive, open_for_reading
from vbcli.store.filing import Outcome
from vbcli.store.write import known_file, save_copy, save_failure, save_file

WATER = Job(
    "Giao UBND huyện sửa hệ thống cấp nước trước 25/4/2024.", ("UBND huyện",), (), date(2024, 4, 25), "trước 25/4/2024"
)
ROAD = Job("Phòng Kinh tế rà soát các tuyến đường liên xã.", ("Phòng Kinh tế",))
FOREST = Job(
    "Hạt Kiểm lâm báo cáo diện tích rừng trồng mới theo Chỉ thị 19-CT/TU.", ("Hạt Kiểm lâm",), refs=("19-CT/TU",)
)


def save(conn: sqlite3.Connection, paper: Paper):
    return save_file(conn, state(paper), (filing(paper),), STAMP)[0]


def tasks_of(conn: sqlite3.Connection) -> dict[int, str]:
    return dict(conn.execute("SELECT id, text FROM tasks WHERE vanished = 0 ORDER BY position").fetchall())


def dump(conn: sqlite3.Connection) -> str:
    return "\n".join(conn.iterdump())


def test_a_new_paper_is_stored_with_its_tasks_units_deadlines_and_references(archive):
    stored = save(archive, Paper((WATER, FOREST)))
    assert (stored.outcome, stored.tasks) == (Outcome.NEW, 2)
    row = archive.execute("SELECT number, issued_on, leads, due, due_words FROM v_tasks ORDER BY id").fetchone()
    assert row == ("12-TB/HU", "2024-04-02", "UBND huyện", "2024-04-25", "trước 25/4/2024")
    assert archive.execute("SELECT key, match_key, task_id FROM refs").fetchall() == [("19-CT/TU", "19|CT|TU", 2)]
    assert archive.execute("SELECT line FROM tasks").fetchone() == (5,)


def test_the_same_act_from_another_file_is_attached_and_the_better_text_wins(archive):
    txt = Paper((WATER, ROAD))
    save(archive, txt)
    before = tasks_of(archive)
    docx = replace(txt, path="tb-12.docx", format="docx", jobs=(WATER, ROAD, FOREST))
    stored = save(archive, docx)
    assert (stored.outcome, stored.document_id, stored.took_over) == (Outcome.DUPLICATE, 1, True)
    assert tasks_of(archive).items() >= before.items()
    assert len(tasks_of(archive)) == 3
    scan = replace(txt, path="tb-12.pdf", format="pdf", ocr=True, jobs=(WATER,))
    stored = save(archive, scan)
    assert (stored.outcome, stored.took_over) == (Outcome.DUPLICATE, False)
    assert len(tasks_of(archive)) == 3
    assert archive.execute("SELECT files FROM v_documents").fetchone() == (3,)


@pytest.mark.parametrize(
    "other",
    [
        Paper((WATER,), issuer="Huyện ủy Lũng Mây", path="b.txt"),  # the same number of another issuer
        Paper((WATER,), issued_on=date(2021, 4, 2), path="b.txt"),  # … of another term
        Paper((WATER,), number="13-TB/HU", path="b.txt"),
        Paper((WATER,), number=None, path="b.txt"),
    ],
)
def test_another_issuer_date_or_number_is_another_document(archive, other):
    save(archive, Paper((WATER,)))
    assert save(archive, other).outcome is Outcome.NEW


def test_papers_without_number_are_told_by_their_words_not_by_their_layout(archive):
    note = Paper((WATER,), number=None, issued_on=None)
    save(archive, note)
    again = replace(note, path="b.docx", format="docx", extra="  ")
    assert save(archive, again).outcome is Outcome.DUPLICATE
    assert save(archive, replace(note, path="c.txt", jobs=(WATER, ROAD))).outcome is Outcome.NEW


def test_a_missing_issuer_does_not_make_a_second_document_of_the_same_words(archive):
    save(archive, Paper((WATER, ROAD)))
    assert save(archive, Paper((WATER, ROAD), issuer=None, path="b.pdf", format="pdf")).outcome is Outcome.DUPLICATE
    other = Paper((FOREST,), issuer=None, path="c.txt", subject="Về phòng cháy, chữa cháy rừng mùa khô năm 2024")
    assert save(archive, other).outcome is Outcome.NEW


def test_a_changed_file_is_a_new_version_whose_tasks_keep_their_ids(archive):
    paper = Paper((WATER, ROAD))
    save(archive, paper)
    ids = {text: id_ for id_, text in tasks_of(archive).items()}
    edited = replace(WATER, text=WATER.text.replace("25/4/2024", "28/4/2024"), due=date(2024, 4, 28))
    stored = save(archive, replace(paper, jobs=(replace(FOREST, locator="1"), replace(edited, locator="2"))))
    assert stored.outcome is Outcome.CHANGED
    now = {text: id_ for id_, text in tasks_of(archive).items()}
    assert now[edited.text] == ids[WATER.text]
    assert now[FOREST.text] not in ids.values()
    assert archive.execute("SELECT id, text FROM tasks WHERE vanished = 1").fetchall() == [(ids[ROAD.text], ROAD.text)]
    assert archive.execute("SELECT state FROM files ORDER BY id").fetchall() == [("replaced",), ("read",)]


def test_a_vanished_task_that_comes_back_has_its_old_id(archive):
    paper = Paper((WATER, ROAD))
    save(archive, paper)
    ids = tasks_of(archive)
    save(archive, replace(paper, jobs=(WATER,)))
    save(archive, paper)
    assert tasks_of(archive) == ids


def test_a_number_filled_in_later_keeps_the_document(archive):
    draft = Paper((WATER, ROAD, FOREST), number=None, issued_on=None)
    save(archive, draft)
    stored = save(archive, replace(draft, number="12-TB/HU", issued_on=date(2024, 4, 2)))
    assert (stored.outcome, stored.document_id) == (Outcome.CHANGED, 1)


def test_a_file_name_used_again_for_another_paper_does_not_swallow_the_first(archive):
    save(archive, Paper((WATER,), path="scan.pdf"))
    stored = save(archive, Paper((FOREST,), number="44-CV/HU", path="scan.pdf", subject="Về phòng cháy rừng"))
    assert stored.outcome is Outcome.NEW
    assert archive.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    assert len(tasks_of(archive)) == 2


def test_a_file_with_two_documents_keeps_both(archive):
    letter, annex = Paper((WATER,), part=1), Paper((FOREST,), number="45-KH/HU", part=2)
    stored = save_file(archive, state(letter), (filing(letter), filing(annex)), STAMP)
    assert [s.outcome for s in stored] == [Outcome.NEW, Outcome.NEW]
    assert archive.execute("SELECT part FROM document_files ORDER BY document_id").fetchall() == [(1,), (2,)]


def test_a_copy_is_attached_without_being_read(archive):
    paper = Paper((WATER,))
    save(archive, paper)
    copy = replace(state(paper), path="/van-ban/sao/tb-12.txt")
    assert [s.outcome for s in save_copy(archive, copy, STAMP)] == [Outcome.DUPLICATE]
    assert save_copy(archive, replace(copy, sha256="khác"), STAMP) == ()


def test_a_failure_is_remembered_once_and_gone_when_the_file_is_read(archive):
    paper = Paper((WATER,))
    save_failure(archive, state(paper), "damaged", "Tệp hỏng.", STAMP)
    before = dump(archive)
    save_failure(archive, state(paper), "damaged", "Tệp hỏng.", STAMP)
    assert dump(archive) == before
    assert known_file(archive, state(paper).path).failed
    save(archive, paper)
    assert not known_file(archive, state(paper).path).failed


def test_a_place_that_the_words_leave_out_comes_from_an_issuer_of_the_same_level(archive):
    save(archive, Paper((replace(WATER, leads=("UBND huyện", "UBND các xã")),)))
    rows = archive.execute("SELECT place, place_inferred FROM assignees ORDER BY position").fetchall()
    assert rows == [("lam khe", 1), ("", 0)]


def test_a_crash_inside_a_transaction_leaves_nothing_behind(archive, monkeypatch):
    monkeypatch.setattr("vbcli.store.write.replace_derived", lambda *_: 1 / 0)
    before = dump(archive)
    with pytest.raises(ZeroDivisionError):
        save(archive, Paper((WATER,)))
    assert dump(archive) == before


def test_a_typed_text_that_comes_after_a_scan_takes_over_and_tasks_keep_their_ids(archive):
    scan = Paper((WATER, ROAD), path="tb-12.pdf", format="pdf", ocr=True)
    save(archive, scan)
    before = tasks_of(archive)
    stored = save(archive, Paper((WATER, ROAD, FOREST), path="tb-12.docx", format="docx"))
    assert (stored.outcome, stored.document_id, stored.took_over) == (Outcome.DUPLICATE, 1, True)
    assert tasks_of(archive).items() >= before.items()
    assert archive.execute("SELECT path FROM v_documents").fetchone() == ("/van-ban/tb-12.docx",)


def test_what_a_reader_gave_comes_back_as_it_was():
    blocks = (
        *record(Paper((WATER, ROAD))).document.source.blocks,
        Block(BlockKind.PARAGRAPH, "Điều 1", 2, 3, "1.", "Heading 1", bold=True, italic=True, align="center", column=1),
        Block(BlockKind.LINE, "thu gom", printed="THU GOM", aside=Aside.NOTE, box=Box(1.5, 2.0, 3.25, 4.0), size=13.5),
        Block(BlockKind.TABLE, line=7, cells=(Cell(0, 0, "Số TT", 2, 1), Cell(0, 1, "việc", printed="VIỆC"))),
    )
    issues = (Issue("recoded", "Tệp gõ bằng bảng mã cũ."), Issue("ocr", "Trang 3 là ảnh.", Place(3, None, 12)))
    assert unpack(pack(blocks, issues)) == blocks
    assert unpack_issues(pack(blocks, issues)) == issues
    assert unpack_issues(pack(blocks)) == ()


def test_blocks_of_the_first_archives_are_read_too():
    blocks = record(Paper((WATER,))).document.source.blocks
    rows = json.loads(zlib.decompress(pack(blocks)))["blocks"]
    older = zlib.compress(json.dumps(rows).encode())
    assert (unpack(older), unpack_issues(older)) == (blocks, None)


def test_the_archive_is_for_its_owner_alone_and_uses_wal(archive, db):
    assert db.stat().st_mode & 0o777 == 0o600
    assert archive.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert archive.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_reading_never_makes_an_archive_and_cannot_write(db):
    with pytest.raises(StoreError):
        open_for_reading(db)
    assert not db.exists()
    open_archive(db, create=True).close()
    conn = open_for_reading(db)
    with pytest.raises(sqlite3.OperationalError):
        conn.execute("DELETE FROM documents")
    conn.close()


def test_reading_works_in_a_folder_that_cannot_be_written_to(db):
    open_archive(db, create=True).close()
    db.chmod(0o400)
    db.parent.chmod(0o500)
    try:
        conn = open_for_reading(db)
        assert conn.execute("SELECT count(*) FROM documents").fetchone()[0] == 0
        conn.close()
    finally:
        db.parent.chmod(0o700)


def _foreign(path):
    conn = sqlite3.connect(path)
    conn.execute("CREATE TABLE notes (words TEXT)")
    conn.close()


def _later(path):
    open_archive(path, create=True).close()
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version = 99")
    conn.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b"khong phai co so du lieu" * 99), "hỏng hoặc không phải"),
        (lambda path: path.mkdir(), "không dùng được kho"),
        (_foreign, "chương trình khác"),
        (_later, "mới hơn"),
    ],
)
@pytest.mark.parametrize("opened", [open_for_reading, lambda path: open_archive(path, create=True)])
def test_what_is_no_archive_of_ours_is_refused(tmp_path, make, words, opened):
    path = tmp_path / "vb.sqlite"
    make(path)
    with pytest.raises(StoreError, match=words):
        opened(path)


def test_views_and_tables_name_what_other_tools_read(archive):
    save(archive, Paper((WATER,), cites=(("733-TB/TU", date(2024, 10, 7), "Thường trực Thị ủy"),)))
    assert archive.execute("SELECT label, tasks, refs, files, path FROM v_documents").fetchone() == (
        *("V1", 1, 1, 1),
        "/van-ban/tb-12.txt",
    )
    assert archive.execute("SELECT key, issued_on, number_held FROM v_refs").fetchone() == (
        "733-TB/TU",
        "2024-10-07",
        0,
    )
