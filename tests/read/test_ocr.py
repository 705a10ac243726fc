import io
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from papers import pdf
from PIL import Image, ImageChops

from vbcli.config import Ocr, Reading
from vbcli.errors import ReadError
from vbcli.read import scan, tesseract
from vbcli.read.files import read
from vbcli.read.handwriting import without_guesses
from vbcli.read.ocr_agreement import agreed
from vbcli.read.ocr_progress import reached
from vbcli.read.ocr_repair import repaired
from vbcli.read.pdf import read_pdf
from vbcli.read.pdf_lines import Line, Word
from vbcli.read.pdf_scan import _merged
from vbcli.read.pictures import Picture, level, skew
from vbcli.read.scan_lines import garbled, lines_of
from vbcli.read.tesseract import Spotted

PLAN = (Path(__file__).parent / "data" / "ke-hoach.pdf").read_bytes()
needs_tesseract = pytest.mark.skipif(tesseract.program() is None, reason="tesseract-ocr-vie is not installed")


def picture(number=0, dpi=200, turn=0.0):
    with pypdfium2.PdfDocument(PLAN) as document:
        image = document[number].render(scale=dpi / 72).to_pil().convert("L")
    return image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)


def scanned(*pages, dpi=200):
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", resolution=dpi, save_all=True, append_images=pages[1:])
    return stream.getvalue()


def as_file(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def words_of(blocks):
    return Counter(
        word for block in blocks for text in (block.text, *(c.text for c in block.cells)) for word in text.split()
    )


def spotted(*words, line=(1, 1, 1), sure=95, top=100, high=28):
    found, x = [], 100
    for word in words:
        text, confidence, tall = word if isinstance(word, tuple) else (word, sure, high)
        found.append(Spotted(text, x, top + high - tall, x + 14 * len(text), top + high, confidence, line))
        x += 14 * len(text) + 12
    return found


def line_of(text, base=100.0, x=50.0):
    words = []
    for word in text.split():
        words.append(Word(word, x, x + 6 * len(word), base, 13.0, bold=False, italic=False))
        x += 6 * len(word) + 4
    return Line(tuple(words), base)


@needs_tesseract
@pytest.mark.parametrize("turn", [0.0, 0.8])
def test_a_scan_gives_the_words_and_columns_of_the_paper(turn):
    blocks, pages, width, ocr, issues = read_pdf(scanned(picture(turn=turn)))
    truth, *_ = read_pdf(PLAN)
    wanted = words_of(block for block in truth if block.page == 1 and not block.cells)
    found = words_of(block for block in blocks if block.text)
    assert sum((wanted & found).values()) >= 0.95 * sum(wanted.values())
    assert (pages, ocr, round(width)) == (1, True, 596)
    assert {block.column for block in blocks[:4]} == {0, 1}
    assert next(issue.code for issue in issues) == "ocr"


@needs_tesseract
def test_a_ruled_table_over_two_scanned_pages_keeps_its_cells():
    wanted = [block for block in read_pdf(PLAN)[0] if block.cells][-1]
    blocks, *_ = read_pdf(scanned(*(picture(number, turn=0.5) for number in range(4))))
    found = [block for block in blocks if block.cells][-1]
    assert {(c.row, c.column) for c in found.cells} == {(c.row, c.column) for c in wanted.cells}
    told, meant = words_of([found]), words_of([wanted])
    assert sum((told & meant).values()) >= 0.95 * sum(meant.values())
    assert [c.text for c in found.cells if "/20" in c.text] == [c.text for c in wanted.cells if "/20" in c.text]


@needs_tesseract
@pytest.mark.parametrize(("kind", "options"), [("JPEG", {"dpi": (200, 200)}), ("PNG", {}), ("TIFF", {})])
def test_pictures_are_read_as_pages(tmp_path, kind, options):
    path = tmp_path / "trang"
    path.write_bytes(as_file(picture(), kind, **options))
    source = read(path)
    assert source.ocr
    assert source.pages == 1
    assert "Độc lập - Tự do - Hạnh phúc" in [block.text for block in source.blocks]


@needs_tesseract
def test_a_page_on_its_side_is_turned():
    blocks, *_ = read_pdf(scanned(picture().rotate(90, expand=True)))
    assert "Độc lập - Tự do - Hạnh phúc" in [block.text for block in blocks]


@needs_tesseract
def test_force_reads_the_picture_although_there_is_a_text():
    *_, ocr, issues = read_pdf(PLAN, Reading(ocr=Ocr.FORCE))
    assert ocr
    assert "ocr" in [issue.code for issue in issues]


def test_a_number_laid_over_a_scan_is_put_into_its_line():
    seen = [line_of("ỦY BAN NHÂN DÂN", 80), line_of("Số:                /KH-UBND", 100)]
    seen[1] = Line((seen[1].words[0], seen[1].words[1]._replace(x0=120, x1=180)), 100)
    told = _merged(seen, [line_of("173", 104, 85)])
    assert [line.text for line in told] == ["ỦY BAN NHÂN DÂN", "Số: 173 /KH-UBND"]


def test_without_the_program_the_file_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(tesseract, "program", lambda: None)
    for name, data in (("a.pdf", scanned(picture())), ("a.png", as_file(picture(), "PNG"))):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read(tmp_path / name)
        assert caught.value.code == "needs_ocr"
        assert "tesseract-ocr-vie" in caught.value.advice


def test_never_leaves_scans_alone(tmp_path):
    (tmp_path / "a.png").write_bytes(as_file(picture(), "PNG"))
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "a.png", Reading(ocr=Ocr.NEVER))
    assert caught.value.code == "needs_ocr"


def test_a_broken_picture_is_damaged(tmp_path):
    for data in (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", b"II*\x00", as_file(picture(), "PNG")[:3000]):
        (tmp_path / "a").write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read(tmp_path / "a")
        assert caught.value.code in {"damaged", "needs_ocr"}


def row(line, text, size=20, *, level=5):
    return f"{level}\t1\t1\t1\t{line}\t1\t10\t{line * 40}\t{size * 3}\t{size}\t95\t{text}"


def says(monkeypatch, *answers):
    """Let the program give these tables, one to a picture."""
    told = iter(answers)

    def tables(self, program, images, dpi, layout):
        return [next(told) for _ in images]

    monkeypatch.setattr(tesseract.Recogniser, "_tables", tables)
    monkeypatch.setattr(tesseract, "program", lambda: "tesseract")
    monkeypatch.setattr(tesseract, "_version", lambda _: "5")


def blank(number=0):
    return Picture(Image.new("L", (1000, 1400 + number), 255), 200, 0.36)


@needs_tesseract
def test_nothing_is_recognised_twice(tmp_path, monkeypatch):
    how = Reading(cache=tmp_path)
    data = scanned(picture())
    first = read_pdf(data, how)
    monkeypatch.setattr(tesseract.Recogniser, "_tables", lambda *_: pytest.fail("recognised again"))
    assert read_pdf(data, how) == first
    assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.rglob("*.z"))


@pytest.mark.parametrize(("mark", "kept"), [("MẬT", False), ("TỐI MẬT", False), ("TUYỆT MẬT", False), ("mật độ", True)])
def test_nothing_is_kept_of_a_page_with_a_mark_of_secrecy(tmp_path, monkeypatch, mark, kept):
    says(monkeypatch, "\n".join((row(1, "Kính"), row(2, mark))))
    recogniser = tesseract.Recogniser(tmp_path)
    recogniser.cache.allow()
    (words,) = recogniser.spot([tesseract.Shot(blank().image, 200)], tesseract.WHOLE_PAGE)
    assert [word.text for word in words] == ["Kính", mark]
    assert bool(list(tmp_path.rglob("*.z"))) is kept


def test_nothing_is_kept_before_the_first_page_was_looked_at(tmp_path, monkeypatch):
    says(monkeypatch, row(1, "Kính"))
    recogniser = tesseract.Recogniser(tmp_path)
    recogniser.spot([tesseract.Shot(blank().image, 200)], tesseract.WHOLE_PAGE)
    assert list(tmp_path.rglob("*.z")) == []
    recogniser.cache.allow()
    assert len(list(tmp_path.rglob("*.z"))) == 1


def test_nothing_is_kept_of_the_pages_behind_a_secret_first_page_nor_of_parts_of_it(tmp_path, monkeypatch):
    says(monkeypatch, "\n".join((row(1, "MẬT"), row(2, "", 300))), row(1, "Sau"), row(1, "Tên"))
    pages = list(scan.recognise([blank(), blank(1)], 2, Reading(cache=tmp_path)))
    assert [page.is_secret for page in pages] == [True, False]
    assert list(tmp_path.rglob("*.z")) == []


@pytest.mark.parametrize(("line", "left"), [("TỐI MẬT", 0), ("BẢO MẬT THÔNG TIN", 6)])
def test_a_mark_on_a_later_page_takes_back_what_was_kept_of_the_paper(tmp_path, monkeypatch, line, left):
    answers = [row(1, "Kính"), *(row(1, f"Trang{number}") for number in range(5))]
    pictures = [blank(number) for number in range(7)]
    says(monkeypatch, *answers)
    list(scan.recognise(pictures[:6], 6, Reading(cache=tmp_path)))
    assert len(list(tmp_path.rglob("*.z"))) == 6
    says(monkeypatch, "\n".join(row(1, word) for word in line.split()))
    list(scan.recognise(pictures, 7, Reading(cache=tmp_path)))
    assert len(list(tmp_path.rglob("*.z"))) == left


@pytest.mark.parametrize(
    ("count", "at_once", "size"), [(1, 2, 1), (2, 2, 1), (4, 2, 2), (12, 2, 6), (84, 2, 6), (3, 1, 3), (7, 1, 4)]
)
def test_processes_have_as_many_pages_each(count, at_once, size):
    assert scan._group_size(count, at_once) == size


@needs_tesseract
def test_pictures_that_share_a_process_are_read_as_each_alone(tmp_path):
    shots = [tesseract.Shot(picture(number), 200) for number in range(3)]
    together = tesseract.Recogniser(None).spot(shots, tesseract.WHOLE_PAGE)
    alone = [tesseract.Recogniser(None).spot([shot], tesseract.WHOLE_PAGE)[0] for shot in shots]
    assert together == alone
    assert all(together)


@needs_tesseract
def test_each_page_is_told_when_it_is_recognised(tmp_path):
    told = tmp_path / "trang"
    data = scanned(*(picture(number).resize((600, 850)) for number in range(2)))
    read_pdf(data, Reading(told=told))
    assert reached(told) == (2, 2)
    assert reached(tmp_path / "none") == (0, 0)


def test_a_program_that_fails_is_a_damaged_picture(tmp_path, monkeypatch):
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nhead -c 100 >/dev/null\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr(tesseract, "program", lambda: str(program))
    with pytest.raises(ReadError) as caught:
        tesseract.Recogniser(None).spot([tesseract.Shot(blank().image, 200)], tesseract.WHOLE_PAGE)
    assert caught.value.code == "damaged"


def test_the_angle_of_a_picture_is_found():
    for turn in (-2.0, -0.7, 0.6, 1.5):
        assert abs(skew(picture(turn=turn)) + turn) < 0.2
    assert skew(picture()) == 0


@pytest.mark.parametrize("turn", [-2.0, 0.6])
def test_a_picture_is_turned_as_a_whole_though_its_margins_are_left_alone(turn):
    askew = picture(turn=turn)
    turned = level(askew)
    assert turned != askew
    whole = askew.rotate(skew(askew), Image.Resampling.BICUBIC, fillcolor=255)
    assert max(ImageChops.difference(turned, whole).tobytes()) <= 1


@needs_tesseract
def test_a_system_without_files_in_memory_hands_pictures_through_a_pipe(monkeypatch):
    shots = [tesseract.Shot(picture(number), 200) for number in range(2)]
    through_memory = tesseract.Recogniser(None).spot(shots, tesseract.WHOLE_PAGE)
    monkeypatch.setattr(tesseract.sys, "platform", "win32")
    assert tesseract.Recogniser(None).spot(shots, tesseract.WHOLE_PAGE) == through_memory
    assert all(through_memory)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["Số:", "12", "/QĐ-UBND"], "Số: 12 /QĐ-UBND"),
        (["Số:", ("445", 80, 40), "/NQ-CP"], "Số: /NQ-CP"),
        (["Số:", ("2", 93, 32), ("{", 72, 32), "/2026/TT-BCT"], "Số: /2026/TT-BCT"),
        ([("Số.20MJ/SYT-NVY", 17, 30)], "Số: /SYT-NVY"),
        (["Số:", ("#4/UBND-KTTH", 0, 30)], "Số: /UBND-KTTH"),
        (["Số:", ("584", 61, 40), "IGM-VP"], "Số: /GM-VP"),
        (["Số:", "3722/VPCP-CN"], "Số: 3722/VPCP-CN"),
        # the Party writes the type before the slash
        (["Số", "1702-CV/HU"], "Số 1702-CV/HU"),
        (["Số", "88", "-KL/TU"], "Số 88 -KL/TU"),
        (["Số", ("17o2-CV/HU", 90, 28)], "Số -CV/HU"),
        (["Số", ("8B", 60, 40), "-KL/TU"], "Số -KL/TU"),
        (["Hà", "Nội,", "ngày", "28", "tháng", "4", "năm", "2026"], "Hà Nội, ngày 28 tháng 4 năm 2026"),
        (["ngày", ("3", 85, 45), "tháng", "7", "năm", "2020"], "ngày tháng 7 năm 2020"),
        (["ngày", "12", "tháng", "410", "năm", "2017"], "ngày 12 tháng năm 2017"),
        ([("ngày3Z", 38, 40), "tháng", "10", "năm", "2017"], "ngày tháng 10 năm 2017"),
    ],
)
def test_what_a_pen_wrote_is_left_out(words, left):
    kept, dropped = without_guesses(spotted(*words), 42, 1000)
    assert " ".join(word.text for word in kept) == left
    assert dropped is (left != " ".join(word if isinstance(word, str) else word[0] for word in words))


def test_below_the_header_nothing_is_left_out():
    words = spotted("ngày", ("3", 85, 45), "tháng", "7", "năm", "2020", top=900)
    assert without_guesses(words, 42, 600) == (words, False)


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        ("Số: 3O2/QĐ-UBND", "Số: 302/QĐ-UBND"),
        ("Công văn số 53 1 1/BYT-BM", "Công văn số 5311/BYT-BM"),
        ("V/ cơ chế đặc thù", "V/v cơ chế đặc thù"),
        ("-- UBND tỉnh (để bíc);", "- UBND tỉnh (để b/c);"),
        ("ngày 1O tháng 4 năm 2O26", "ngày 10 tháng 4 năm 2026"),
        ("QÐ-UBND", "QĐ-UBND"),
        ("HI. PHÂN CÔNG NHIỆM VỤ", "III. PHÂN CÔNG NHIỆM VỤ"),
        ("HI. Phân công", "HI. Phân công"),
        ("Quyết định số 5969/QĐÐ-UBND", "Quyết định số 5969/QĐ-UBND"),
        ("mua 12 bộ và 3 1 cái", "mua 12 bộ và 3 1 cái"),
        ("Số 12 Ngõ So/TNMT", "Số 12 Ngõ So/TNMT"),
    ],
)
def test_slips_are_mended_where_the_pattern_proves_them(read_as, meant):
    assert [line.text for line in repaired([line_of(read_as)])] == [meant]


def test_a_deputy_gets_back_what_the_seal_ate():
    lines = [line_of("KT. CHỦ TỊCH", 100), line_of("PHỦ TỊCH", 116, 62)]
    assert [line.text for line in repaired(lines)][1] == "PHÓ CHỦ TỊCH"
    lines = [line_of("KT. CHỦ TỊCH", 100), line_of("Nguyễn Văn Tám", 180)]
    assert [line.text for line in repaired(lines)][1] == "Nguyễn Văn Tám"


def test_lone_spellings_follow_the_rest_of_the_paper():
    pages = [
        [line_of("THÀNH PHÓ BA SAO")],
        [line_of("Thành phố Ba Sao, thành phố Cửa Điềm"), line_of("UBND Thành phố")],
    ]
    assert agreed(pages)[0][0].text == "THÀNH PHỐ BA SAO"
    alone = [[line_of("Thành phó"), line_of("thành phố")]]
    assert agreed(alone) == [list(alone[0])]


def test_the_stamp_of_the_receiver_and_the_rules_go():
    stamp = spotted("ĐẾN", ("Giờ:....", 0, 28), line=(2, 1, 1), top=300)
    stamp += spotted("CỔNG", "TIN", line=(2, 1, 2), top=250)
    text = spotted("Kính", "gửi:", ("———", 40, 6), line=(3, 1, 1), top=500)
    found = lines_of([*stamp, *text], 72 / 200, 15.0, 1650, 2300)
    assert [line.text for line in found] == ["Kính gửi:"]


@pytest.mark.parametrize(("sure", "told"), [(92, ["655/UBND-TNMT"]), (82, ["Biến", "QOĐIDDI,", "ND"])])
def test_half_a_line_that_came_out_as_soup_is_read_again_but_no_number_is_guessed(sure, told):
    soup = tuple(spotted(("Biến", 14, 28), ("QOĐIDDI,", 0, 28), ("ND", 12, 28)))
    ((_, run),) = garbled(soup, 42)
    fresh = spotted(("655/UBND-TNMT", sure, 28))
    assert [word.text for word in scan.with_reread(soup, run, fresh)] == told


def test_a_text_that_lies_is_told_by_its_words(monkeypatch):
    soup = [(80, 700 - 20 * at, "QWYET D1NH VE VIEC PHAN CONG NHIEM VU CAC CO QUAN DON VI") for at in range(6)]
    monkeypatch.setattr(tesseract, "program", lambda: None)
    *_, issues = read_pdf(pdf([soup]))
    assert "not_vietnamese" in [issue.code for issue in issues]
