"""A covering letter and what it forwards in one file: a record for each, from the file to the page on the screen."""

import json
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest

from letters import source
from make_samples.scan_form import as_scan
from vbcli.app import main
from vbcli.errors import ExitCode
from vbcli.model.evidence import Span
from vbcli.parse.document import parse
from vbcli.pipeline import records_of, understand
from vbcli.read import tesseract

LETTER = """UBND HUYỆN LÂM KHÊ
VĂN PHÒNG
Số: 87/VP-TH
V/v chuyển văn bản của tỉnh
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Khê, ngày 14 tháng 5 năm 2024

Kính gửi: Phòng Nông nghiệp và Phát triển nông thôn.

Văn phòng chuyển Công văn số 640/SNN-TL ngày 09/5/2024 của Sở Nông nghiệp.
Giao Phòng Nông nghiệp và Phát triển nông thôn tham mưu UBND huyện trước ngày 20/5/2024.

Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Cao Thế Mẫn"""

FORWARDED = """UBND TỈNH CỬA DIÊM
SỞ NÔNG NGHIỆP
Số: 640/SNN-TL
V/v kiểm tra hồ chứa trước mùa mưa
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cửa Diêm, ngày 09 tháng 5 năm 2024

Kính gửi: UBND các huyện, thị xã.

1. Đề nghị UBND các huyện kiểm tra các hồ chứa, báo cáo Sở trước ngày 31/5/2024.
2. Đề nghị UBND các huyện lập phương án sơ tán dân vùng hạ du trước ngày 15/6/2024.

Nơi nhận:
- Như trên;
- Lưu: VT, TL.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Vi Quang Đạo"""

BOTH = f"{LETTER}\n\n\n{FORWARDED}"


def numbers(text):
    return [d.header.number.value for d in parse(source(text))]


def head(issuer="SỞ NÔNG NGHIỆP", number="Số: 640/SNN-TL", day="Cửa Diêm, ngày 09 tháng 5 năm 2024", above=""):
    return "\n".join(
        [
            *([above] if above else []),
            issuer,
            number,
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            day,
        ]
    )


PLAN = "KẾ HOẠCH\nKiểm tra hồ chứa\n\n1. Giao UBND các xã kiểm tra hồ chứa trước ngày 31/5/2024.\n"
SIGNED = "\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nVi Quang Đạo"


def test_each_act_is_a_document_of_its_own():
    first, second = understand(source(BOTH))
    one, two = first.document, second.document
    assert [d.part for d in (one, two)] == [1, 2]
    assert [d.header.number.value for d in (one, two)] == ["87/VP-TH", "640/SNN-TL"]
    assert [d.header.issued_on.value.isoformat() for d in (one, two)] == ["2024-05-14", "2024-05-09"]
    assert [d.header.signer.value for d in (one, two)] == ["Cao Thế Mẫn", "Vi Quang Đạo"]
    assert [e.text for e in two.header.recipients] == ["UBND các huyện, thị xã"]
    assert [len(r.tasks) for r in (first, second)] == [1, 2]
    assert "640/SNN-TL" in {r.key for r in first.references}
    assert not second.references


def test_spans_and_lines_of_the_second_are_its_own():
    (_, second) = understand(source(BOTH))
    document = second.document
    assert document.text.startswith("UBND TỈNH CỬA DIÊM")
    assert "Cao Thế Mẫn" not in document.text
    task = second.tasks[1]
    assert document.text[slice(*task.span)].startswith("Đề nghị UBND các huyện lập phương án")
    line = next(n for n, words in enumerate(BOTH.split("\n"), start=1) if words.startswith("2. Đề nghị"))
    assert document.place(task.span.start).line == line
    number = document.header.number.evidence.span
    assert number is not None
    assert document.text[slice(*number)] == "Số: 640/SNN-TL"


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(head() + "\n" + PLAN + SIGNED, id="a plan with head and closing"),
        pytest.param(
            head(above="SAO Y; Văn phòng; 10/5/2024") + "\n" + PLAN + SIGNED, id="a copy with the stamp of copies"
        ),
        pytest.param(
            "TỈNH ỦY CỬA DIÊM\n*\nSố 640-CV/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nCửa Diêm, ngày 09 tháng 5 năm 2024\n"
            "Kính gửi: Các huyện ủy.\nThường trực Tỉnh ủy yêu cầu các huyện ủy báo cáo trước 31/5/2024.\n"
            "Nơi nhận:\n- Như trên.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nVi Quang Đạo",
            id="a letter of the Party",
        ),
        pytest.param(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSỞ NÔNG NGHIỆP\nSố: 640/SNN-TL\n"
            "Cửa Diêm, ngày 09 tháng 5 năm 2024\n" + PLAN + SIGNED,
            id="the right column typed first",
        ),
    ],
)
def test_a_second_act_is_told_by_its_head(second):
    assert len(numbers(f"{LETTER}\n\n{second}")) == 2


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(
            head(number="Số: 87/VP-TH")
            + "\nKẾ HOẠCH\nKiểm tra\n(Kèm theo Công văn số 87/VP-TH)\n1. Giao xã làm.\n"
            + SIGNED,
            id="issued with the first",
        ),
        pytest.param(
            head()
            + "\nQUY CHẾ\nLàm việc của Tổ kiểm tra\n(Ban hành kèm theo Quyết định số 640/QĐ-SNN)\nĐiều 1. Phạm vi.\n"
            + SIGNED,
            id="a regulation with a head of its own",
        ),
        pytest.param(
            head()
            + "\nKẾ HOẠCH\nKiểm tra hồ chứa\nvà đập dâng\ntrước mùa mưa\nnăm 2024\n(Kèm theo Công văn số 87/VP-TH)\n"
            "1. Giao xã làm.\n" + SIGNED,
            id="issued with the first, below a long title",
        ),
        pytest.param(
            head(number="Số: 12/SY-SNN") + "\nSAO Y\n" + PLAN + SIGNED, id="a certificate that a copy is true"
        ),
        pytest.param(head(number="Số: 87/VP-TH") + "\n" + PLAN + SIGNED, id="the number of the first once more"),
        pytest.param(head(number="Số: …/BC-UBND", day="..., ngày … tháng … năm …") + "\n" + PLAN + SIGNED, id="a form"),
        pytest.param(head(above="Mẫu số 01") + "\n" + PLAN + SIGNED, id="a form that is filled in"),
        pytest.param(head(above="PHỤ LỤC II") + "\n" + PLAN + SIGNED, id="below the title of an annex"),
        pytest.param(
            head(number="Số:      /KH-SNN", day="Cửa Diêm, ngày     tháng 5 năm 2024") + "\n" + PLAN + SIGNED,
            id="a draft",
        ),
        pytest.param(head(day="") + "\n" + PLAN + SIGNED, id="no day"),
        pytest.param(head(number="") + "\n" + PLAN + SIGNED, id="no number"),
        pytest.param(head() + "\n" + PLAN, id="no closing"),
        pytest.param(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN ĐĂNG KÝ\nKính gửi: UBND xã.",
            id="an application",
        ),
        pytest.param("PHỤ LỤC\nDANH SÁCH HỒ CHỨA\n1. Hồ Khe Trung, giao xã Khe Trung kiểm tra.", id="a plain annex"),
    ],
)
def test_what_comes_with_an_act_is_no_second_one(second):
    (only,) = parse(source(f"{LETTER}\n\n{second}"))
    assert only.part is None
    assert only.text.endswith(second.split("\n")[-1])


def test_a_head_without_a_closing_above_it_is_no_second_act():
    unsigned = LETTER.partition("\n\nNơi nhận")[0]
    assert len(numbers(f"{unsigned}\n\n{FORWARDED}")) == 1


def test_three_letters_of_one_day():
    third = FORWARDED.replace("640/SNN-TL", "641/SNN-TL")
    assert numbers(f"{BOTH}\n\n{third}") == ["87/VP-TH", "640/SNN-TL", "641/SNN-TL"]


# As users meet it


def as_word(path: Path) -> Path:
    """Write both letters as Word has them: heads in tables without borders, a page break between."""
    paper = docx.Document()
    for k, text in enumerate((LETTER, FORWARDED)):
        if k:
            paper.add_page_break()
        lines = text.split("\n")
        at = lines.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        table = paper.add_table(1, 2)
        table.cell(0, 0).text = "\n".join(lines[:at])
        table.cell(0, 1).text = "\n".join(lines[at : at + 3])
        closing = lines.index("Nơi nhận:")
        for line in lines[at + 3 : closing]:
            paper.add_paragraph(line)
        table = paper.add_table(1, 2)
        signed = next(n for n, line in enumerate(lines) if line.startswith("KT."))
        table.cell(0, 0).text = "\n".join(lines[closing:signed])
        table.cell(0, 1).text = "\n".join(lines[signed:])
    paper.save(str(path))
    return path


def test_both_letters_in_a_word_file(tmp_path):
    first, second = records_of(as_word(tmp_path / "chuyen.docx"))
    assert [r.document.header.number.value for r in (first, second)] == ["87/VP-TH", "640/SNN-TL"]
    assert [r.document.header.signer.value for r in (first, second)] == ["Cao Thế Mẫn", "Vi Quang Đạo"]
    assert [len(r.tasks) for r in (first, second)] == [1, 2]
    assert Span(0, len("UBND TỈNH CỬA DIÊM")) == second.document.paragraphs[0].span


SAMPLES = Path(__file__).parents[2] / "samples"
WITHIN = ("cv-2087-ubnd-cua-diem.pdf", "cv-655-ubnd-huyen.pdf")


def as_pdf(path: Path) -> Path:
    """Write two printed letters as one .pdf, as a clerk joins them."""
    with pypdfium2.PdfDocument.new() as joined:
        for name in WITHIN:
            with pypdfium2.PdfDocument(SAMPLES / name) as one:
                joined.import_pages(one)
        joined.save(path)
    return path


def test_both_letters_in_a_pdf(tmp_path):
    first, second = records_of(as_pdf(tmp_path / "chuyen.pdf"))
    alone = [records_of(SAMPLES / name)[0] for name in WITHIN]
    assert [r.document.text for r in (first, second)] == [r.document.text for r in alone]
    assert [[t.text for t in r.tasks] for r in (first, second)] == [[t.text for t in r.tasks] for r in alone]
    # the letter alone begins on page 1
    pages = [[r.document.place(t.span.start).page for t in r.tasks] for r in (alone[1], second)]
    assert [page + 1 for page in pages[0]] == pages[1]


@pytest.mark.skipif(tesseract.program() is None, reason="no tesseract")
def test_both_letters_in_a_scan(tmp_path):
    scan = tmp_path / "quet.pdf"
    scan.write_bytes(as_scan(as_pdf(tmp_path / "chuyen.pdf").read_bytes()))
    first, second = records_of(scan)
    assert [r.document.header.signer.value for r in (first, second)] == ["Mạc Thị Yên", "Nông Văn Thuyên"]
    assert second.document.header.issued_on.value == date(2024, 4, 22)
    assert [r.document.part for r in (first, second)] == [1, 2]
    assert second.document.place(0).page == 2


def lines_of(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_extract_prints_a_line_for_each(tmp_path, capsys):
    path = tmp_path / "chuyen.txt"
    path.write_text(BOTH, encoding="utf-8")
    assert main(["extract", str(path)]) == 0
    records = lines_of(capsys)
    assert [(r["part"], r["number"], r["path"]) for r in records] == [
        (1, "87/VP-TH", str(path)),
        (2, "640/SNN-TL", str(path)),
    ]
    second = records[1]
    for task in second["tasks"]:
        start, end = task["span"]
        assert " ".join(second["text"][start:end].split()) == task["text"]


def test_a_secret_mark_in_the_second_refuses_the_file(tmp_path, capsys, db):
    path = tmp_path / "chuyen.txt"
    path.write_text(BOTH.replace("UBND TỈNH CỬA DIÊM", "MẬT\nUBND TỈNH CỬA DIÊM"), encoding="utf-8")
    assert main(["extract", str(path)]) == ExitCode.INPUT
    assert [r["error"]["code"] for r in lines_of(capsys)] == ["secret"]
    assert main(["ingest", str(path), "--db", str(db), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [line["code"] for line in report["skipped"]] == ["secret"]
    assert not report["new"]


def stored(db, capsys):
    assert main(["docs", "--db", str(db), "--json"]) == 0
    return {d["number"]: d for d in json.loads(capsys.readouterr().out)["documents"]}


def test_the_archive_keeps_both_under_one_file(tmp_path, capsys, db):
    path = tmp_path / "chuyen.txt"
    path.write_text(BOTH, encoding="utf-8")
    assert main(["ingest", str(path), "--db", str(db)]) == 0
    capsys.readouterr()
    before = stored(db, capsys)
    assert {number: d["part"] for number, d in before.items()} == {"87/VP-TH": 1, "640/SNN-TL": 2}

    assert main(["ingest", str(path), "--db", str(db), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["unchanged"]) == 1
    assert stored(db, capsys) == before

    path.write_text(BOTH.replace("lập phương án", "lập, duyệt phương án"), encoding="utf-8")
    assert main(["ingest", str(path), "--db", str(db), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (len(report["changed"]), len(report["new"])) == (2, 0)
    after = stored(db, capsys)
    assert {n: d["id"] for n, d in after.items()} == {n: d["id"] for n, d in before.items()}

    for number, part in (("87/VP-TH", 1), ("640/SNN-TL", 2)):
        assert main(["show", number, "--db", str(db)]) == 0
        shown = capsys.readouterr().out
        assert f"Tệp: {path} (txt, phần {part}, văn bản đang dùng)" in shown
    assert main(["show", "640/SNN-TL", "--text", "--db", str(db)]) == 0
    assert capsys.readouterr().out.startswith("UBND TỈNH CỬA DIÊM")


def test_a_letter_that_was_known_alone_is_not_counted_twice(tmp_path, capsys, db):
    alone = tmp_path / "goc.txt"
    alone.write_text(FORWARDED, encoding="utf-8")
    both = tmp_path / "chuyen.txt"
    both.write_text(BOTH, encoding="utf-8")
    assert main(["ingest", str(alone), str(both), "--db", str(db)]) == 0
    capsys.readouterr()
    documents = stored(db, capsys)
    assert sorted(documents) == ["640/SNN-TL", "87/VP-TH"]
    assert documents["640/SNN-TL"]["files"] == 2
