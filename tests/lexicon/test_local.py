"""An office's own folder of words: merged into ours, refused with all its faults, gone when it is not asked for."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import letters
from vbcli.errors import LexiconError
from vbcli.lexicon.check import faults_of, letter_faults, meanings, near_ids, read_folder, spacing_faults
from vbcli.lexicon.document_types import by_symbol
from vbcli.lexicon.hostile import slow_on
from vbcli.lexicon.load import EXTENSIBLE, data, local_folder, merged, shipped, use
from vbcli.lexicon.numbers import law_key
from vbcli.lexicon.patterns import compile_deadline
from vbcli.proof import too_slow, unproved

UNITS = """[[head]]
id = "local.to-cong-nghe-so"
normalise = true
short = "Tổ công nghệ số cộng đồng"
names = ["Tổ công nghệ số cộng đồng", "Tổ CNSCĐ"]
examples = ["Giao Tổ CNSCĐ xã Nà Sáo hướng dẫn Nhân dân cài đặt ứng dụng."]
rejects = ["Phòng Nội vụ tập huấn cho tổ trưởng tổ dân phố."]

[fields]
"Kinh tế biển" = ["KTBĐ"]
"""
DEADLINES = """[[deadline]]
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
"""
OTHERS = {
    "document_types": '[[type]]\nid = "local.thu_ngo"\nname = "Thư ngỏ"\nsymbols = ["TNg"]\nvoice = "directive"\n',
    "laws": 'names = ["Luật Phòng bệnh thú cưng"]\n',
    "issuers": 'party = ["ĐUXKT"]\n',
    "cues": """[[formula]]
id = "local.formula.chuc-mung-nam-moi"
pattern = 'chúc (?:các đơn vị )?năm mới an khang'
examples = ["Chúc các đơn vị năm mới an khang, thịnh vượng.", "Kính chúc năm mới an khang."]
rejects = ["Chuẩn bị quà năm mới cho hộ nghèo."]
""",
}


@pytest.fixture(autouse=True)
def _own_words_again():
    yield
    use(None)


@pytest.fixture
def folder(tmp_path):
    """Write files of a lexicon; return their folder."""

    def write(**texts: str) -> Path:
        place = tmp_path / "tu-dien"
        place.mkdir(exist_ok=True)
        for name, text in texts.items():
            (place / f"{name}.toml").write_text(text, encoding="utf-8")
        return place

    return write


# --- merging ----------------------------------------------------------------------------------------------------------


def test_local_units_fields_and_deadlines_are_read(folder):
    use(folder(units=UNITS, deadlines=DEADLINES))
    record = letters.read_body(
        "1. Giao Tổ CNSCĐ xã Nà Sáo lắp camera, về đích ngày 15/7/2024.\n2. Phòng KTBĐ rà soát hồ sơ."
    )
    first, second = record.tasks
    assert letters.leads(first) == ["Tổ công nghệ số cộng đồng xã Nà Sáo"]
    assert [(d.due, d.evidence.rule) for d in first.deadlines] == [(date(2024, 7, 15), "local.deadline.ve-dich")]
    assert letters.leads(second) == ["Phòng Kinh tế biển"]


def test_what_was_local_is_gone_when_the_folder_is_not_used(folder):
    body = "1. Giao Tổ CNSCĐ xã Nà Sáo lắp camera, về đích ngày 15/7/2024."
    use(folder(deadlines=DEADLINES))
    assert letters.deadlines(letters.read_body(body))
    use(None)
    assert letters.deadlines(letters.read_body(body)) == []


def test_types_laws_issuers_and_formulas_are_added(folder):
    use(folder(**OTHERS))
    assert by_symbol()["TNG"].id == "local.thu_ngo"
    assert law_key("luật phòng bệnh thú cưng") == "Luật Phòng bệnh thú cưng"
    assert data("issuers")["party"][0] == "ĐUXKT"
    assert letters.read_item("Chúc các đơn vị năm mới an khang, thịnh vượng và hoàn thành kế hoạch").tasks == ()


def test_local_entries_stand_before_ours(folder):
    use(folder(deadlines=DEADLINES))
    ids = [e["id"] for e in data("deadlines")["deadline"]]
    assert ids[0] == "local.deadline.ve-dich"
    assert len(ids) == len(shipped("deadlines")["deadline"]) + 1


def test_merging_adds_to_lists_and_tables():
    assert merged({"a": [1], "b": {"x": [2]}, "c": 3}, {"a": [0], "b": {"x": [1], "y": [9]}, "d": 4}) == {
        "a": [0, 1],
        "b": {"x": [1, 2], "y": [9]},
        "c": 3,
        "d": 4,
    }


def test_a_worker_finds_the_folder_in_the_environment(folder):
    place = folder(deadlines=DEADLINES)
    code = "from vbcli.lexicon.patterns import deadline_patterns as d; print(d()[0].id)"
    environ = {**os.environ, "VB_LEXICON": str(place)}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environ)
    assert shown.stdout.decode().strip() == "local.deadline.ve-dich"


def test_no_module_reads_local_words_while_it_is_imported():
    """A folder with faults must be told by a command, not by an import."""
    code = "import vbcli.app, vbcli.pipeline, vbcli.proof, vbcli.survey"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "VB_LEXICON": "/khong/co"})


def test_the_folder_in_use_is_known(folder):
    place = folder(laws=OTHERS["laws"])
    use(place)
    assert local_folder() == place


# --- faults -----------------------------------------------------------------------------------------------------------

HEAD = '[[head]]\nid = "local.x"\nshort = "X"\nnames = ["X bộ"]\n'
CASES = [
    # schema
    ("units", '[[head]]\nshort = "X"\nnames = ["X bộ"]\n', "mục thứ 1 của [[head]]", "thiếu “id”"),
    ("units", '[[head]]\nid = "local.x"\nnames = ["X bộ"]\n', "local.x", "thiếu “short”"),
    ("units", HEAD + 'ten = "a"\n', "local.x", "không có thuộc tính “ten”"),
    ("units", HEAD.replace('["X bộ"]', '"X bộ"'), "local.x", "“names” phải là một danh sách"),
    ("units", HEAD + 'needs = "gì đó"\n', "local.x", "một trong party, qualifier"),
    ("units", 'head = "X"\n', "head", "phải là các mục [[head]]"),
    ("units", '[fields]\n"Kinh tế biển" = "KTBĐ"\n', "fields", "bảng tên lĩnh vực"),
    ("units", '[posts]\nten = ["Tổ trưởng"]\n', "posts", "bảng gồm các danh sách"),
    ("units", '[[head]]\nshort = "X"\nid = "local.x"\nnames = ["X bộ"]\n', "local.x", "“id” phải đứng đầu mục"),
    ("cues", '[past]\npattern = "đã qua"\n', "past", "không thêm được vào đây"),
    ("laws", "names = []\n", "names", "danh sách chuỗi không rỗng"),
    ("deadlines", DEADLINES.replace('rejects = ["hỗ trợ các xã về đích nông thôn mới"]', ""), "local.deadline.ve-dich", "thiếu “rejects”"),
    ("deadlines", DEADLINES.replace('rejects = ["hỗ trợ các xã về đích nông thôn mới"]', "rejects = []"), "local.deadline.ve-dich", "“rejects”"),
    ("deadlines", DEADLINES.replace("due = 2024-07-15", "han = 2024-07-15"), "local.deadline.ve-dich", "“examples” phải là"),
    ("deadlines", DEADLINES.replace("on_date", "ngay_ay"), "local.deadline.ve-dich", "không có nghĩa “ngay_ay”"),
    # ids
    ("units", HEAD.replace("local.x", "x"), "x", "bắt đầu bằng “local.”"),
    ("units", HEAD.replace("local.x", "local.Tổ"), "local.Tổ", "chữ thường không dấu"),
    ("units", HEAD + HEAD.replace("X bộ", "Y bộ"), "local.x", "mã này đã dùng"),
    # letters
    ("units", HEAD.replace("X bộ", "X bô\u0323"), "local.x", "Unicode tổ hợp"),
    ("units", HEAD.replace("X bộ", "Х bộ"), "local.x", "chỉ trông giống chữ Việt"),
    ("units", HEAD.replace("X bộ", "X  bộ"), "local.x", "dấu cách thừa"),
    ("units", HEAD.replace("X bộ", "X\u00a0bộ"), "local.x", "ký tự ẩn"),
    # patterns
    ("deadlines", DEADLINES.replace("{{date}}", "{{ngay}}"), "local.deadline.ve-dich", "không có ô {{ngay}}"),
    ("deadlines", DEADLINES.replace("(?: vào)?", "(?: vào?"), "local.deadline.ve-dich", "mẫu viết sai"),
    ("deadlines", DEADLINES.replace("{{date}}", "{{ date"), "local.deadline.ve-dich", "còn dấu {{"),
    ("deadlines", DEADLINES.replace("về đích(?: vào)? {{date}}", "(?:về đích)?"), "local.deadline.ve-dich", "không có chữ nào"),
    ("deadlines", DEADLINES.replace("{{date}}", "hôm ấy"), "local.deadline.ve-dich", "cần nhóm day, month"),
    # names of somebody else
    ("units", HEAD.replace("X bộ", "Uỷ ban nhân dân"), "local.x", "đã thuộc ubnd (của chương trình)"),
    ("units", '[fields]\n"Sổ sách" = ["TC-KH"]\n', "lĩnh vực Sổ sách", "đã thuộc lĩnh vực"),
    ("document_types", OTHERS["document_types"].replace("TNg", "TB"), "local.thu_ngo", "“TB” đã thuộc thong_bao"),
    ("units", HEAD + HEAD.replace("local.x", "local.y"), "local.y", "“X bộ” đã thuộc local.x"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "entry", "message"), CASES, ids=[f"{c[0]}: {c[3]}" for c in CASES])
def test_a_fault_is_named_with_file_and_entry(folder, file, text, entry, message):
    use(folder(**{file: text}))
    with pytest.raises(LexiconError) as caught:
        data(file)
    line = next(line for line in caught.value.message.splitlines() if message in line)
    assert line.strip().startswith(f"{file}.toml: {entry}: ")
    assert caught.value.advice


def test_all_faults_are_named_at_once(folder):
    use(folder(units=HEAD.replace("local.x", "x"), deadlines=DEADLINES.replace("on_date", "ngay_ay")))
    with pytest.raises(LexiconError) as caught:
        data("laws")
    assert "có 2 lỗi" in caught.value.message


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("units.toml", b"[[head\n", "viết sai TOML"),
        ("units.toml", "names = 'Tổ'".encode("utf-16"), "không phải UTF-8"),
        ("verbs.toml", b"doing = []\n", "không có tệp từ điển tên này"),
        ("ghi-chu.txt", b"x", "không có tệp từ điển nào"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault(folder, name, content, message):
    place = folder()
    (place / name).write_bytes(content)
    use(place)
    with pytest.raises(LexiconError, match=message):
        data("units")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    use(tmp_path / "khong-co")
    with pytest.raises(LexiconError, match="không có thư mục từ điển") as caught:
        data("units")
    assert "units.toml" in caught.value.advice


def test_a_byte_order_mark_is_no_fault(folder):
    place = folder()
    (place / "laws.toml").write_bytes(b"\xef\xbb\xbf" + OTHERS["laws"].encode())
    assert read_folder(place)[1] == []


def test_the_lexicon_of_the_program_is_sound():
    assert list(map(str, faults_of({name: shipped(name) for name in EXTENSIBLE}, local=False))) == []


def test_every_meaning_of_the_program_may_be_used():
    from vbcli.extract.due_dates import MEANINGS

    assert set(meanings()) == set(MEANINGS)


def test_layout_faults_are_told():
    assert list(spacing_faults("a = 1\n")) == []
    assert len(list(spacing_faults("a =\t1 \nb = 2"))) == 3


def test_ordinary_words_have_no_fault():
    assert list(letter_faults("Ủy ban nhân dân, ‘Tổ 3’ – 15%")) == []


def test_near_ids_are_proposed():
    assert near_ids("before-date", ["deadline.before-date", "deadline.by-date"])[0] == "deadline.before-date"


# --- proofs -----------------------------------------------------------------------------------------------------------


def faults(place):
    use(place)
    return [str(f) for f in unproved(read_folder(place)[0])]


def test_a_sound_folder_proves_itself(folder):
    assert faults(folder(units=UNITS, deadlines=DEADLINES, **OTHERS)) == []


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("deadlines", DEADLINES.replace("due = 2024-07-15", "due = 2024-07-16"), "phải cho 2024-07-16"),
        ("deadlines", DEADLINES.replace("hỗ trợ các xã về đích nông thôn mới", "thi công, về đích ngày 15/7/2024"), "vẫn bị nhận là hạn"),
        ("deadlines", DEADLINES.replace("đưa công trình về đích ngày 15/7/2024", "đưa công trình vào sử dụng"), "không có hạn nào"),
        ("units", UNITS.replace("Giao Tổ CNSCĐ xã Nà Sáo", "Giao Phòng Nội vụ"), "không cho đơn vị này"),
        ("units", UNITS.replace("Phòng Nội vụ tập huấn cho tổ trưởng tổ dân phố.", "Giao Tổ CNSCĐ xã Nà Sáo hướng dẫn Nhân dân."), "vẫn cho đơn vị này"),
        ("cues", OTHERS["cues"].replace("Kính chúc năm mới an khang.", "Kính chúc sức khỏe."), "không được nhận là câu khuôn"),
        ("cues", OTHERS["cues"].replace("Chuẩn bị quà năm mới cho hộ nghèo.", "Chúc năm mới an khang."), "vẫn bị nhận là câu khuôn"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_hold_is_a_fault(folder, file, text, message):
    (fault,) = faults(folder(**{file: text}))
    assert message in fault


def test_a_heading_proves_itself(folder):
    section = '[[section]]\nid = "local.section.x"\nvoice = "none"\npattern = \'^lời ngỏ\'\nexamples = ["I. LỜI NGỎ", "1. Lời ngỏ"]\nrejects = ["II. NHIỆM VỤ"]\n'
    assert faults(folder(cues=section)) == []
    (fault,) = faults(folder(cues=section.replace("1. Lời ngỏ", "1. Lời kết")))
    assert "không được nhận là tiêu đề" in fault


@pytest.mark.parametrize("pattern", [r"(?:\d+\s*)+ngày", r"(x+)+y", r"(?:về đích\s*)+(?:về đích\s*)+ngày"])
def test_a_pattern_that_runs_away_is_told_in_seconds(pattern):
    assert slow_on(compile_deadline(pattern, "local.thu"), pattern) is not None


def test_a_slow_pattern_is_a_fault_of_its_entry(folder):
    place = folder(deadlines=DEADLINES.replace("về đích(?: vào)? {{date}}", r"(?:\d+\s*)+về đích {{date}}"))
    (fault,) = too_slow(read_folder(place)[0])
    assert str(fault).startswith("deadlines.toml: local.deadline.ve-dich: mẫu chạy quá chậm")
