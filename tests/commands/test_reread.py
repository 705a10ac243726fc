"""Papers read anew on the command line: after rules changed, after a head was corrected, after documents were merged or split."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as WordDocument
from terminal import VB, run_vb

from vbcli import filings
from vbcli.app import main
from vbcli.errors import ExitCode
from vbcli.parse import document as parse_document
from vbcli.store.corrections import stale_documents
from vbcli.store.database import open_archive
from vbcli.store.integrity import faults

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = "2024-06-20"
PAPER = """ỦY BAN NHÂN DÂN
HUYỆN ĐỒI SIM
Số: {number}
V/v {subject}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồi Sim, ngày {day}

Kính gửi: Ủy ban nhân dân các xã, thị trấn

{items}

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Tòng Văn Hiệu
"""
ROAD = "Phòng Kinh tế và Hạ tầng thi công đường liên xã, đưa công trình về đích ngày 20/8/2024."
WATER = "Phòng Nông nghiệp và Phát triển nông thôn báo cáo tình hình cấp nước trong vòng 10 ngày kể từ ngày ký."
ANSWER = "Văn phòng Huyện ủy có ý kiến bằng văn bản trong vòng 10 ngày kể từ ngày nhận được văn bản này."
BOOKS = "Phòng Tư pháp rà soát sổ hộ tịch trước ngày 30/6."
SCHOOL = "Phòng Giáo dục và Đào tạo kiểm tra trường lớp trước ngày 25/7/2024."


def paper(
    *items: str, number: str = "318/UBND-TH", day: str = "12 tháng 6 năm 2024", subject: str = "một số việc tháng 6"
) -> str:
    numbered = "\n".join(f"{n}. {item}" for n, item in enumerate(items or (ROAD, WATER, ANSWER, BOOKS), start=1))
    return PAPER.format(number=number, day=day, subject=subject, items=numbered)


@pytest.fixture(autouse=True)
def _sound(db):
    """Whatever a test did: the archive is what its readings and its log add up to."""
    yield
    if db.exists():
        with closing(open_archive(db)) as conn:
            assert faults(conn) == []
            assert stale_documents(conn) == set()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "van-ban"
    made.mkdir()
    return made


@pytest.fixture
def put(folder):
    """Write a paper; return its path. A .docx has the same lines as paragraphs."""

    def write(name: str, text: str) -> str:
        path = folder / name
        if path.suffix == ".docx":
            word = WordDocument()
            for line in text.splitlines():
                word.add_paragraph(line)
            word.save(path)
        else:
            path.write_text(text, encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def vb(db, capsys, monkeypatch):
    """Run a command on the archive; return (code, stdout, stderr)."""
    monkeypatch.setenv("VB_BY", "Trần Thị B")

    def run(*arguments: str) -> tuple[int, str, str]:
        today = () if arguments[0] in {"ingest", "export"} else ("--today", TODAY)
        code = main([*arguments, "--db", str(db), *today])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


@pytest.fixture
def done(vb):
    """Run a command that must succeed; return what it prints."""

    def run(*arguments: str) -> str:
        code, out, err = vb(*arguments)
        assert code == ExitCode.DONE, err
        return out

    return run


@pytest.fixture
def document(done):
    def read(name: str) -> dict:
        return json.loads(done("show", name, "--json"))["document"]

    return read


@pytest.fixture
def tasks(document):
    """Return the tasks of a document that stand in the text, by their first words."""

    def read(name: str = "V1") -> dict:
        return {" ".join(t["text"].split()[:3]): t for t in document(name)["tasks"] if not t["vanished"]}

    return read


def dump(db: Path, *, without: str = "") -> list[str]:
    with closing(sqlite3.connect(db)) as conn:
        return [line for line in conn.iterdump() if not without or without not in line]


def due_of(task: dict) -> list[str | None]:
    return [d["due"] for d in task["deadlines"]]


# --- reextract --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """An archive with all samples: .docx, .pdf, .txt, .doc and a scan."""
    db = tmp_path_factory.mktemp("reread") / "vb.sqlite"
    code = main(["ingest", str(SAMPLES), "--db", str(db), "--jobs", "1"])
    assert code in {ExitCode.DONE, ExitCode.SOME_FAILED}  # the scan, where tesseract is missing
    return db


@pytest.fixture
def copy(samples, db):
    db.parent.mkdir()
    shutil.copy(samples, db)
    return db


def test_right_after_ingest_nothing_at_all_changes(copy, done):
    before = dump(copy)
    out = done("reextract", "--jobs", "1")
    assert re.fullmatch(r"Đã đọc lại \d+ văn bản: không có gì thay đổi\.\n", out)
    assert dump(copy) == before


DERIVED = ("assignees", "deadlines", "refs", "task_refs", "addressees", "evidence", "mentions", "issues")


def derived(db: Path) -> list[list[tuple]]:
    columns = "identity, doc_type, number, issued_on, place, issuer, subject, signer, issued_from, fingerprint, text"
    with closing(sqlite3.connect(db)) as conn:
        return [
            *(conn.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall() for table in (*DERIVED, "tasks")),
            conn.execute(f"SELECT id, {columns} FROM documents ORDER BY id").fetchall(),
            conn.execute("SELECT * FROM task_state ORDER BY 1").fetchall(),
            conn.execute("SELECT * FROM assignments ORDER BY 1, 2, 3").fetchall(),
        ]


def test_what_was_lost_of_a_reading_comes_back_from_the_stored_blocks_alone(copy, done):
    before = derived(copy)
    assert any(before[DERIVED.index("issues")])
    with closing(sqlite3.connect(copy)) as conn:
        for table in DERIVED:
            conn.execute(f"DELETE FROM {table}")
        conn.execute("UPDATE tasks SET text = 'hỏng', due = NULL, product = NULL")
        conn.execute("UPDATE documents SET text = '', signer = NULL, place = NULL")
        conn.commit()
    # A file named by the archive need not be there any more.
    assert "thay đổi" in done("reextract", "--jobs", "1")
    assert derived(copy) == before


@pytest.fixture
def rules(tmp_path):
    """An office's own rule for deadlines: `về đích ngày …`."""
    made = tmp_path / "tu-dien"
    made.mkdir()
    (made / "deadlines.toml").write_text(
        """[[deadline]]
id = "local.deadline.ve-dich"
pattern = 'về đích(?: vào)? {{date}}'
means = "on_date"
kind = "by"
why = "Công trình về đích: hạn là ngày ấy."
examples = [
  { text = "thi công, đưa công trình về đích ngày 15/7/2024", issued = 2024-06-12, due = 2024-07-15 },
  { text = "tập trung thi công, về đích vào ngày 20/8/2024", issued = 2024-06-12, due = 2024-08-20 },
]
rejects = ["hỗ trợ các xã về đích nông thôn mới"]
""",
        encoding="utf-8",
    )
    return str(made)


@pytest.fixture
def drop(monkeypatch):
    """Make the rules of the moment overlook tasks with a word."""

    def forget(*words: str) -> None:
        def extract(found):
            record = _extract(found)
            kept = tuple(t for t in record.tasks if not any(word in t.text for word in words))
            return replace(record, tasks=kept)

        monkeypatch.setattr(filings, "extract", extract)

    _extract = filings.extract
    return forget


def test_a_new_rule_is_told_as_old_and_new_and_the_next_run_has_nothing_to_do(put, done, tasks, rules):
    done("ingest", put("a.txt", paper()))
    assert due_of(tasks()["Phòng Kinh tế"]) == []
    out = done("reextract", "--lexicon", rules)
    assert out.splitlines()[:3] == [
        "V1 318/UBND-TH: 1 nhiệm vụ thay đổi",
        f"  1 (mục 1) thay đổi: {ROAD}",
        "    Hạn: — → 20/08/2024",
    ]
    assert due_of(tasks()["Phòng Kinh tế"]) == ["2024-08-20"]
    assert done("reextract", "--lexicon", rules) == "Đã đọc lại 1 văn bản: không có gì thay đổi.\n"
    out = done("reextract", "V1")  # and back again with the old ones
    assert "    Hạn: 20/08/2024 → —" in out


def test_a_dry_run_tells_the_same_and_changes_nothing(put, done, db, rules):
    done("ingest", put("a.txt", paper()))
    before = dump(db)
    told = done("reextract", "--dry-run", "--lexicon", rules)
    assert dump(db) == before
    real = done("reextract", "--lexicon", rules)
    assert told.splitlines()[:-1] == real.splitlines()[:-1]
    assert told.splitlines()[-1].replace("Nếu đọc lại", "Đã đọc lại") == real.splitlines()[-1]


def test_only_the_documents_that_are_named_are_read(put, done, tasks, rules):
    done("ingest", put("a.txt", paper()), put("b.txt", paper(number="319/UBND-TH", subject="việc khác")))
    assert "V2 319/UBND-TH" in done("reextract", "319/UBND-TH", "--lexicon", rules)
    assert [due_of(tasks(v)["Phòng Kinh tế"]) for v in ("V1", "V2")] == [[], ["2024-08-20"]]


def test_what_people_entered_stays_on_top(put, done, tasks, document, rules):
    done("ingest", put("a.txt", paper()))
    ids = {words: task["id"] for words, task in tasks().items()}
    done("edit", str(ids["Phòng Kinh tế"]), "--due", "1/7/2024")
    done("done", str(ids["Phòng Tư pháp"]), "--on", "18/6/2024")
    done("assign", str(ids["Văn phòng Huyện"]), "--lead", "Văn phòng HĐND và UBND huyện")
    done("reextract", "--lexicon", rules)
    now = tasks()
    assert {words: task["id"] for words, task in now.items()} == ids
    assert (now["Phòng Kinh tế"]["due"], due_of(now["Phòng Kinh tế"])) == ("2024-07-01", ["2024-08-20"])
    assert (now["Phòng Tư pháp"]["progress"], now["Phòng Tư pháp"]["on_time"]) == ("done", True)
    leads = [a["unit"] for a in now["Văn phòng Huyện"]["assignees"] if a["role"] == "lead"]
    assert leads == ["Văn phòng HĐND và UBND huyện"]


def test_a_task_that_is_gone_stays_in_the_lists_where_somebody_entered_something(put, done, vb, tasks, drop):
    done("ingest", put("a.txt", paper()))
    ids = {words: task["id"] for words, task in tasks().items()}
    done("start", str(ids["Phòng Tư pháp"]))
    drop("sổ hộ tịch", "cấp nước")
    out = done("reextract")
    assert "V1 318/UBND-TH: 2 nhiệm vụ không còn" in out
    assert f"{ids['Phòng Tư pháp']} (mục 4) không còn trong văn bản, giữ lại vì đã có người ghi: Phòng Tư pháp" in out
    assert f"{ids['Phòng Nông nghiệp']} (mục 2) không còn trong văn bản: Phòng Nông nghiệp" in out
    listed = {task["id"] for task in json.loads(done("tasks", "--json"))["tasks"]}
    assert listed == set(ids.values()) - {ids["Phòng Nông nghiệp"]}
    drop()
    assert "2 nhiệm vụ mới" in done("reextract")  # back under their old ids
    assert {words: task["id"] for words, task in tasks().items()} == ids


def test_ids_of_what_is_gone_are_not_used_again(put, done, tasks, drop):
    drop("sổ hộ tịch")
    done("ingest", put("a.txt", paper(BOOKS, ROAD)))
    done("reextract")
    done("ingest", put("b.txt", paper(SCHOOL, number="320/UBND-TH")))
    drop()
    done("reextract")
    ids = [task["id"] for name in ("V1", "V2") for task in tasks(name).values()]
    assert len(ids) == len(set(ids)) == 3


def test_json_has_old_and_new_of_every_value(put, done, rules):
    done("ingest", put("a.txt", paper()))
    told = json.loads(done("reextract", "--json", "--lexicon", rules))["reextract"]
    (change,) = told["changes"]
    assert (told["documents"], change["document"], change["counts"]) == (1, "V1", {"new": 0, "gone": 0, "changed": 1})
    assert change["tasks"][0]["values"][0] == {"name": "due", "old": [], "new": ["2024-08-20"]}


def test_a_text_that_changed_is_shown_where_it_differs(put, done, monkeypatch):
    done("ingest", put("a.txt", paper()))
    real = filings.extract

    def extract(found):
        record = real(found)
        changed = tuple(replace(t, text=t.text.replace("sổ hộ tịch", "sổ hộ tịch các xã")) for t in record.tasks)
        return replace(record, tasks=changed)

    monkeypatch.setattr(filings, "extract", extract)
    assert "    Nội dung: … sổ hộ tịch [∅ → các xã] trước ngày 30/6." in done("reextract")


def test_a_document_that_cannot_be_understood_stays_and_the_others_are_read(put, vb, tasks, rules, monkeypatch):
    vb("ingest", put("a.txt", paper()), put("b.txt", paper(number="319/UBND-TH", subject="việc khác")))
    real = filings.parse

    def parse(source):
        if source.path.endswith("a.txt"):
            raise ZeroDivisionError("chia cho không")
        return real(source)

    monkeypatch.setattr(filings, "parse", parse)
    code, out, err = vb("reextract", "--lexicon", rules)
    assert code == ExitCode.SOME_FAILED
    assert "vb: lỗi: V1, " in err
    assert "1 không đọc lại được" in out
    assert [due_of(tasks(v)["Phòng Kinh tế"]) for v in ("V1", "V2")] == [[], ["2024-08-20"]]


TWO = f"{paper(WATER)}\n\n{paper(SCHOOL, number='45/KH-UBND', subject='kiểm tra trường lớp')}"


def test_a_file_that_the_rules_now_divide_keeps_its_document_and_gives_another(put, done, document, monkeypatch):
    with monkeypatch.context() as before:
        before.setattr(parse_document, "acts_of", lambda pieces, **_: (tuple(pieces),))
        done("ingest", put("a.txt", TWO))
        whole = {task["id"] for task in document("V1")["tasks"]}
    out = done("reextract")
    assert "V2 45/KH-UBND: văn bản mới tách ra từ tệp, 1 nhiệm vụ mới" in out
    assert {task["id"] for task in document("V1")["tasks"]} == whole
    assert [(f["path"][-5:], document(v)["part"]) for v in ("V1", "V2") for f in document(v)["files"]] == [
        ("a.txt", 1),
        ("a.txt", 2),
    ]
    assert done("reextract") == "Đã đọc lại 2 văn bản: không có gì thay đổi.\n"


def test_a_document_that_its_file_no_longer_gives_stays_and_is_named(put, done, vb, document, monkeypatch):
    done("ingest", put("a.txt", TWO))
    second = document("V2")
    monkeypatch.setattr(parse_document, "acts_of", lambda pieces, **_: (tuple(pieces),))
    code, _, err = vb("reextract")
    assert code == ExitCode.SOME_FAILED
    assert "V2" in err
    assert document("V2") == second


def test_a_reading_that_meets_another_document_keeps_both_apart(put, done, document, monkeypatch):
    done("ingest", put("a.txt", paper()), put("b.txt", paper(SCHOOL, number="319/UBND-TH", subject="việc khác")))
    real = filings.parse

    def parse(source):
        header = (found := real(source)[0]).header
        if header.number.value == "319/UBND-TH":
            header = replace(header, number=replace(header.number, value="318/UBND-TH"))
        return (replace(found, header=header),)

    monkeypatch.setattr(filings, "parse", parse)
    out = done("reextract")
    assert "  Số, ký hiệu: 319/UBND-TH → 318/UBND-TH" in out
    assert "có thể trùng với V1: vb merge V1 V2" in out
    assert [document(v)["number"] for v in ("V1", "V2")] == ["318/UBND-TH", "318/UBND-TH"]
    assert done("reextract") == "Đã đọc lại 2 văn bản: không có gì thay đổi.\n"


def test_no_archive_is_made_and_an_unknown_document_is_named(put, done, vb, db):
    code, _, err = vb("reextract")
    assert (code, db.exists()) == (ExitCode.STORE, False), err
    done("ingest", put("a.txt", paper()))
    code, _, err = vb("reextract", "V9")
    assert code == ExitCode.INPUT
    assert "V9" in err


def many(folder: Path, count: int) -> None:
    for n in range(count):
        text = paper(ROAD, WATER, BOOKS, number=f"{100 + n}/UBND-TH", subject=f"việc thứ {n}")
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")


def test_killed_in_the_middle_the_archive_is_whole_and_the_next_run_does_the_rest(folder, done, db, rules):
    many(folder, 50)
    done("ingest", str(folder))
    done("done", "1", "5", "9", "--on", "18/6/2024")
    process = subprocess.Popen(
        [*VB, "reextract", "--db", str(db), "--today", TODAY, "--jobs", "1", "--lexicon", rules],
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
    )
    with closing(sqlite3.connect(db, timeout=30)) as conn:
        read = "SELECT count(*) FROM deadlines WHERE rule = 'local.deadline.ve-dich'"
        while process.poll() is None and conn.execute(read).fetchone()[0] < 10:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        halfway = conn.execute(read).fetchone()[0]
        assert 10 <= halfway < 50
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        # No document is half one and half the other.
        assert conn.execute("SELECT count(*) FROM tasks WHERE vanished = 0").fetchone() == (150,)
        assert faults(conn) == []
    assert f"{50 - halfway} văn bản thay đổi" in done("reextract", "--lexicon", rules)
    assert done("reextract", "--lexicon", rules) == "Đã đọc lại 50 văn bản: không có gì thay đổi.\n"


def test_several_processes_tell_what_one_tells(folder, done, db, rules, tmp_path):
    many(folder, 12)
    done("ingest", str(folder))
    other = tmp_path / "b.sqlite"
    shutil.copy(db, other)
    one = done("reextract", "--jobs", "1", "--lexicon", rules)
    two = run_vb("reextract", "--jobs", "2", "--lexicon", rules, "--db", str(other), "--today", TODAY)
    assert two.stdout.decode() == one
    assert derived(other) == derived(db)


def test_an_older_archive_without_stored_issues_keeps_those_it_shows(folder, done, db):
    (folder / "a.txt").write_bytes(f"{paper().rstrip()}ệ".encode()[:-1])  # cut off inside a letter
    done("ingest", str(folder))
    with closing(sqlite3.connect(db)) as conn:
        assert conn.execute("SELECT count(*) FROM issues").fetchone()[0] > 0
        _as_before(conn)
    before = derived(db)
    done("reextract")
    assert derived(db) == before


def _as_before(conn: sqlite3.Connection) -> None:
    """Store blocks as the first version of the program did: a bare list."""
    import zlib

    for sha256, data in conn.execute("SELECT sha256, data FROM blocks").fetchall():
        blocks = json.loads(zlib.decompress(data))["blocks"]
        conn.execute(
            "UPDATE blocks SET data = ? WHERE sha256 = ?", (zlib.compress(json.dumps(blocks).encode()), sha256)
        )
    conn.commit()


# --- edit of a document -----------------------------------------------------------------------------------------------


def test_due_dates_follow_the_corrected_head(put, done, tasks, document):
    done("ingest", put("a.txt", paper()))
    before = tasks()
    assert [due_of(before[w]) for w in ("Phòng Nông nghiệp", "Văn phòng Huyện", "Phòng Tư pháp")] == [
        *(["2024-06-24"], [None], ["2024-06-30"]),
    ]
    out = done("edit", "V1", "--issued", "3/6/2023", "--received", "10/6/2023", "--received-number", "118")
    assert "  Ngày: 12/06/2024 → 03/06/2023" in out
    assert "    Hạn: 24/06/2024 → 13/06/2023" in out
    now = tasks()
    assert [due_of(now[w]) for w in ("Phòng Nông nghiệp", "Văn phòng Huyện", "Phòng Tư pháp")] == [
        # ten days after it was signed, ten days after it came in (a Tuesday), 30 June of its own year
        *(["2023-06-13"], ["2023-06-20"], ["2023-06-30"]),
    ]
    assert {w: t["id"] for w, t in now.items()} == {w: t["id"] for w, t in before.items()}
    shown = document("V1")
    assert (shown["received_on"], shown["received_number"]) == ("2023-06-10", "118")
    done("undo")
    assert tasks() == before


def test_show_says_what_was_read_and_what_a_person_wrote(put, done):
    done("ingest", put("a.txt", paper().replace("V/v một số việc tháng 6\n", "")))
    done(
        *("edit", "V1", "--number", "381/ubnd-th", "--issued", "13/6/2024", "--type", "Thông báo"),
        *("--issuer", "UBND huyện Nà Sáo", "--subject", "việc tháng 6"),
    )
    out = done("show", "V1")
    for line in (
        "Loại: Thông báo (sửa bằng tay, đọc được: Công văn)",
        "Số, ký hiệu: 381/UBND-TH (sửa bằng tay, đọc được: 318/UBND-TH)",
        "Ngày: 13/06/2024 (sửa bằng tay, đọc được: 12/06/2024)",
        "Cơ quan ban hành: UBND huyện Nà Sáo (sửa bằng tay, đọc được: UBND huyện Đồi Sim)",
        "Trích yếu: việc tháng 6 (ghi bằng tay, không đọc được)",
    ):
        assert line in out.splitlines()
    assert "sửa bằng tay" not in out.partition("Nơi ban hành")[2].partition("Cơ quan")[0]
    assert "Người dùng ghi, thay cho điều đọc được." in done("explain", "V1")


def test_an_empty_value_goes_back_to_what_was_read(put, done, document):
    done("ingest", put("a.txt", paper()))
    done("edit", "V1", "--number", "381/UBND-TH", "--received", "14/6/2024")
    done("edit", "V1", "--number", "")
    shown = document("V1")
    assert (shown["number"], shown["received_on"], shown["as_read"]) == ("318/UBND-TH", "2024-06-14", {})


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--number", "không rõ"), "không phải số, ký hiệu"),
        (("--type", "thu_tay"), "không có loại văn bản “thu_tay”"),
        (("--issued", "31/2/2024"), "không hiểu ngày"),
        (("--text", "việc"), "là của nhiệm vụ"),
        ((), "chưa nêu sửa gì"),
    ],
)
def test_what_is_no_number_type_or_day_is_refused_in_one_line(put, vb, db, flags, words):
    vb("ingest", put("a.txt", paper()))
    before = dump(db)
    code, _, err = vb("edit", "V1", *flags)
    assert code == ExitCode.USAGE
    assert words in err.splitlines()[0]
    assert dump(db) == before


def test_what_is_entered_already_is_not_entered_twice(put, done, vb):
    done("ingest", put("a.txt", paper()))
    done("edit", "V1", "--number", "381/UBND-TH")
    code, out, err = vb("edit", "381/UBND-TH", "--number", "381/UBND-TH")
    assert (code, out) == (ExitCode.DONE, "")
    assert "V1 giữ nguyên" in err
    assert len(json.loads(done("log", "--json"))["log"]) == 1


def test_corrections_hold_when_rules_change_and_when_the_file_does(put, done, tasks, document, rules):
    done("ingest", put("a.txt", paper()))
    done("edit", "V1", "--number", "381/UBND-TH", "--issued", "3/6/2024")
    done("reextract", "--lexicon", rules)
    assert due_of(tasks()["Phòng Kinh tế"]) == ["2024-08-20"]
    assert "1 thay đổi" in done("ingest", put("a.txt", paper(ROAD, WATER, ANSWER, BOOKS, SCHOOL)))
    shown = document("V1")
    assert (shown["number"], shown["issued_on"]) == ("381/UBND-TH", "2024-06-03")
    assert shown["as_read"] == {"number": "318/UBND-TH", "issued_on": "2024-06-12"}
    assert due_of(tasks()["Phòng Nông nghiệp"]) == ["2024-06-13"]
    assert len(tasks()) == 5
    done("undo")
    shown = document("V1")
    assert (shown["number"], shown["issued_on"], len(tasks())) == ("318/UBND-TH", "2024-06-12", 5)


@pytest.mark.parametrize("number", ["318/UBND-TH", "381/UBND-TH"])
def test_another_copy_finds_its_document_by_the_number_read_and_by_the_true_one(put, done, document, number):
    done("ingest", put("a.txt", paper()))
    done("edit", "V1", "--number", "381/UBND-TH")
    out = done("ingest", put("b.docx", paper(number=number)))
    assert "Trùng với V1" in out
    shown = document("V1")
    assert (shown["number"], shown["files"][0]["path"][-6:]) == ("381/UBND-TH", "b.docx")
    assert shown["as_read"] == {"number": number}


def test_the_paper_that_really_bears_the_misread_number_is_another_document(put, done, document):
    done("ingest", put("a.txt", paper()))
    done("edit", "V1", "--number", "381/UBND-TH")
    real = paper(SCHOOL, "Phòng Nội vụ báo cáo biên chế.", subject="kiểm tra trường lớp đầu năm học mới")
    assert "1 mới" in done("ingest", put("that.txt", real))
    assert [document(v)["number"] for v in ("V1", "V2")] == ["381/UBND-TH", "318/UBND-TH"]
    # From now on each text finds its own, whatever number is read in it.
    assert "1 thay đổi" in done("ingest", put("a.txt", paper(ROAD, WATER, ANSWER)))
    assert "Trùng với V2" in done("ingest", put("that.docx", real))
    assert [len(document(v)["files"]) for v in ("V1", "V2")] == [2, 2]


def test_a_correction_that_makes_two_documents_one_act_keeps_both_and_says_so(put, done, vb, document):
    done("ingest", put("a.txt", paper()), put("b.txt", paper(SCHOOL, number="319/UBND-TH", subject="việc khác")))
    code, _, err = vb("edit", "V2", "--number", "318/UBND-TH")
    assert code == ExitCode.DONE
    assert "V2 nay cùng cơ quan, số, ngày với V1; giữ cả hai" in err
    assert "vb merge V1 V2" in err
    assert [document(v)["number"] for v in ("V1", "V2")] == ["318/UBND-TH", "318/UBND-TH"]
    assert "2 không đổi" in done("ingest", *(f["path"] for v in ("V1", "V2") for f in document(v)["files"]))
    done("undo")
    assert document("V2")["number"] == "319/UBND-TH"


def test_a_document_without_a_file_is_corrected_too(done, document, put):
    done("add", "Báo cáo hạn hán", "--doc", "88-CV/HU", "--issuer", "Huyện ủy Đồi Sim", "--issued", "2/5/2024")
    done("edit", "V1", "--number", "89-CV/HU", "--received", "4/5/2024", "--subject", "hạn hán")
    shown = document("V1")
    assert (shown["number"], shown["subject"], shown["received_on"]) == ("89-CV/HU", "hạn hán", "2024-05-04")
    assert shown["as_read"] == {"number": "88-CV/HU", "subject": None}
    assert done("reextract").endswith("1 văn bản ghi bằng tay, không có gì để đọc.\n")
    done("undo")
    shown = document("V1")
    assert (shown["number"], shown["subject"], shown["received_on"]) == ("88-CV/HU", None, None)


# --- merge and split --------------------------------------------------------------------------------------------------

DRAFT = paper(number="      /UBND-TH")


@pytest.fixture
def merged(put, done):
    """V1 is a paper, V2 its draft without a number, merged into it; return what writes more papers."""
    done("ingest", put("a.txt", paper()))
    done("ingest", put("b.txt", DRAFT))
    done("merge", "V1", "V2")
    return put


def test_a_merger_outlasts_ingesting_either_file_again(merged, done, document, tasks):
    put = merged
    two = [document("V1")["files"][n]["path"] for n in range(2)]
    assert "2 không đổi" in done("ingest", *two)
    more = (ROAD, WATER, ANSWER, BOOKS, SCHOOL)
    assert "1 thay đổi" in done("ingest", put("b.txt", paper(*more, number="      /UBND-TH")))
    assert "1 thay đổi" in done("ingest", put("a.txt", paper(*more)))
    assert [d["id"] for d in json.loads(done("docs", "--json"))["documents"]] == ["V1"]
    assert len(tasks("V1")) == 5
    assert json.loads(done("tasks", "--count", "--json"))["count"] == 5
    files = document("V1")["files"]
    assert [(Path(f["path"]).name, f["of"], f["replaced"]) for f in files] == [
        ("a.txt", None, False),
        ("a.txt", None, True),
        ("b.txt", "V2", True),
        ("b.txt", "V2", False),
    ]


def test_what_was_entered_for_a_merged_document_holds_for_its_twin(put, done, tasks):
    done("ingest", put("a.txt", paper()))
    done("ingest", put("b.txt", DRAFT))
    twin = tasks("V2")["Phòng Tư pháp"]["id"]
    done("done", str(twin), "--on", "18/6/2024")
    done("merge", "V1", "V2")
    assert tasks("V1")["Phòng Tư pháp"]["progress"] == "done"
    # The twins are found again after either text changes.
    done("ingest", put("b.txt", DRAFT.replace("rà soát sổ", "rà soát, chỉnh lý sổ")))
    done("ingest", put("a.txt", paper(BOOKS, ROAD, WATER, ANSWER)))
    assert tasks("V1")["Phòng Tư pháp"]["progress"] == "done"
    done("undo")
    assert tasks("V1")["Phòng Tư pháp"]["progress"] == "todo"
    assert tasks("V2")["Phòng Tư pháp"]["progress"] == "done"


def test_a_better_text_of_a_merged_document_is_lent_to_the_main_one(merged, done, document, tasks):
    put = merged
    own = tasks("V1")
    out = done("ingest", put("b.docx", paper(ROAD, WATER, ANSWER, BOOKS, SCHOOL, number="      /UBND-TH")))
    assert "1 mới" in out  # too different from the draft to be known as it
    done("merge", "V1", "V3")
    shown = document("V1")
    assert [Path(f["path"]).name for f in shown["files"] if f["best"]] == ["b.docx"]
    assert (shown["number"], len(tasks("V1"))) == ("318/UBND-TH", 5)
    ids = {words: task["id"] for words, task in tasks("V1").items()}
    assert {words: ids[words] for words in own} == {words: task["id"] for words, task in own.items()}
    assert "không có gì thay đổi" in done("reextract")
    done("edit", "V1", "--issued", "3/6/2024")
    assert due_of(tasks("V1")["Phòng Nông nghiệp"]) == ["2024-06-13"]
    done("undo")
    done("undo")
    assert tasks("V1") == own
    assert "không có gì thay đổi" in done("reextract")


def test_a_better_version_that_comes_after_the_merger_is_lent_at_once(put, done, document, tasks):
    done("ingest", put("a.txt", paper()))
    done("ingest", put("b.docx", DRAFT))
    done("ingest", put("c.txt", paper(SCHOOL, number="319/UBND-TH", subject="việc khác")))
    done("merge", "V3", "V2")
    assert [Path(f["path"]).name for f in document("V3")["files"] if f["best"]] == ["b.docx"]
    out = done("ingest", put("b.docx", paper(ROAD, WATER, ANSWER, BOOKS, SCHOOL, number="      /UBND-TH")))
    assert "1 thay đổi" in out
    assert len(tasks("V3")) == 5
    assert document("V3")["number"] == "319/UBND-TH"
    done("undo")
    assert len(tasks("V3")) == 1
    assert len(tasks("V2")) == 5


def test_a_text_no_better_than_its_own_is_not_borrowed(merged, document):
    assert [Path(f["path"]).name for f in document("V1")["files"] if f["best"]] == ["a.txt"]


@pytest.fixture
def attached(put, done):
    """V1 has a letter and, read as the same act, a file that is another letter; return what writes more papers."""
    done("ingest", put("a.txt", paper()))
    assert "Trùng với V1" in done("ingest", put("nham.txt", paper(SCHOOL, subject="việc khác")))
    return put


def test_a_file_split_off_is_a_document_of_its_own(attached, done, vb, document, tasks):
    put = attached
    code, out, err = vb("split", "V1", "nham.txt")
    assert code == ExitCode.DONE, err
    assert out.splitlines()[:2] == ["Đã tách nham.txt khỏi V1 thành V2.", "V2 318/UBND-TH: 1 nhiệm vụ mới"]
    assert "vb edit V2 --number" in err
    assert [[Path(f["path"]).name for f in document(v)["files"]] for v in ("V1", "V2")] == [["a.txt"], ["nham.txt"]]
    assert [len(tasks(v)) for v in ("V1", "V2")] == [4, 1]
    # Later versions of it stay with it, and so do copies of those.
    assert "1 thay đổi" in done("ingest", put("nham.txt", paper(SCHOOL, BOOKS, subject="việc khác")))
    assert [len(tasks(v)) for v in ("V1", "V2")] == [4, 2]
    assert "không có gì thay đổi" in done("reextract")
    done("edit", "V2", "--number", "319/UBND-TH")
    assert "Trùng với V2" in done("ingest", put("nham.docx", paper(SCHOOL, BOOKS, subject="việc khác")))
    assert document("V2")["number"] == "319/UBND-TH"


def test_undo_of_a_split_brings_the_file_back_and_redo_takes_it_off_again(attached, done, tasks):
    put = attached
    done("split", "V1", "nham.txt")
    school = str(tasks("V2")["Phòng Giáo dục"]["id"])
    done("done", school, "--on", "18/6/2024")
    done("undo", "1")
    assert [d["id"] for d in json.loads(done("docs", "--json"))["documents"]] == ["V1"]
    assert school not in {str(t["id"]) for t in json.loads(done("tasks", "--json"))["tasks"]}
    done("ingest", put("nham.txt", paper(SCHOOL, WATER, subject="việc khác")))
    assert [d["id"] for d in json.loads(done("docs", "--json"))["documents"]] == ["V1"]
    done("undo", "3")
    assert tasks("V2")["Phòng Giáo dục"]["progress"] == "done"
    assert len(tasks("V2")) == 2


def test_the_document_that_loses_its_best_file_is_read_from_the_next(put, done, document, tasks):
    done("ingest", put("a.txt", paper()))
    done("ingest", put("nham.docx", paper(SCHOOL, subject="việc khác")))
    ids = {t["id"] for t in tasks("V1").values()}
    assert len(ids) == 1
    out = done("split", "V1", "nham.docx")
    assert "V1 318/UBND-TH: 4 nhiệm vụ mới, 1 không còn" in out
    assert [Path(f["path"]).name for f in document("V1")["files"] if f["best"]] == ["a.txt"]
    done("undo")
    assert {t["id"] for t in tasks("V1").values()} == ids


@pytest.mark.parametrize(
    ("name", "answer"),
    [("khac.txt", "vb: lỗi: V1 không có tệp “khac.txt”"), ("a.txt", "vb: lỗi: V1 chỉ có tệp này")],
)
def test_what_cannot_be_split_off_is_refused(put, vb, db, name, answer):
    vb("ingest", put("a.txt", paper()))
    before = dump(db)
    code, out, err = vb("split", "V1", name)
    assert (code != ExitCode.DONE, out) == (True, "")
    assert err.startswith(answer)
    assert dump(db) == before


def test_what_was_corrected_merged_and_split_is_so_after_export_and_restore(attached, done, db, tmp_path, capsys):
    done("ingest", attached("b.docx", DRAFT))
    done("split", "V1", "nham.txt")
    done("undo")
    done("merge", "V1", "V2")
    done("edit", "V1", "--number", "381/UBND-TH")
    done("export", "-o", str(tmp_path / "so.jsonl"))
    other = tmp_path / "moi.sqlite"
    assert main(["import", str(tmp_path / "so.jsonl"), "--db", str(other)]) == ExitCode.DONE
    capsys.readouterr()
    for name in ("docs", "show V1", "tasks", "reextract"):
        shown = done(*name.split(), "--json")
        assert main([*name.split(), "--json", "--db", str(other), "--today", TODAY]) == ExitCode.DONE
        assert capsys.readouterr().out == shown
