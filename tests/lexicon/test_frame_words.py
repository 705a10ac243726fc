"""Frames and descriptors: each entry proves itself, and an office may add its own."""

import re
from pathlib import Path

import pytest

import letters
from vbcli.lexicon import frames
from vbcli.lexicon.check import faults_of
from vbcli.lexicon.load import shipped, use
from vbcli.proof import too_slow, unproved

FRAMES = shipped("frames")["frame"]
DESCRIPTORS = shipped("units")["descriptor"]
SOURCE = Path(__file__).parents[2] / "src" / "vbcli"
LOCAL = """[[frame]]
id = "local.frame.to-hop-tac"
shape = "body"
words = ["tổ hợp tác", "vạn chài"]
why = "Tên gọi nhóm sản xuất ở địa phương."
examples = ["Phòng Y tế phối hợp với vạn chài Cửa Lùng kiểm tra.", "Phòng Y tế phối hợp với tổ hợp tác chè, UBND xã kiểm tra."]
rejects = ["Tổ chức kiểm tra các điểm sạt lở."]
"""


@pytest.fixture(autouse=True)
def _own_words_again():
    yield
    use(None)


@pytest.mark.parametrize("entry", [*FRAMES, *DESCRIPTORS], ids=lambda e: e["id"])
def test_an_entry_is_read_as_it_says(entry):
    name, group = ("frames", "frame") if "shape" in entry else ("units", "descriptor")
    assert [str(f) for f in unproved({name: {group: [entry]}})] == []


@pytest.mark.parametrize("entry", [*FRAMES, *DESCRIPTORS], ids=lambda e: e["id"])
def test_an_entry_is_whole(entry):
    assert len(entry["examples"]) >= 2
    assert entry["rejects"]
    assert entry["why"].endswith(".")
    assert len(set(entry["words"])) == len(entry["words"])


def test_no_pattern_of_the_frames_runs_away():
    assert [str(f) for f in too_slow({"frames": shipped("frames")})] == []


def test_each_shape_has_words_and_is_used():
    used = {s for p in (*SOURCE.glob("extract/*.py"), *SOURCE.glob("parse/*.py")) for s in shapes_in(p)}
    assert {e["shape"] for e in FRAMES} == set(frames.SHAPES) == used


def shapes_in(path):
    calls = re.findall(r"frames\.words\(([^)]*)\)", path.read_text(encoding="utf-8"))
    return {shape for call in calls for shape in re.findall(r"['\"]([\w-]+)['\"]", call)}


def test_the_longest_words_are_tried_first():
    assert re.match(frames.words("person"), "người có uy tín")[0] == "người có uy tín"


def test_an_office_adds_a_body_of_its_own(tmp_path):
    (tmp_path / "frames.toml").write_text(LOCAL, encoding="utf-8")
    item = "Phòng Y tế phối hợp với vạn chài Cửa Lùng, UBND xã kiểm tra."
    assert letters.supports(letters.read_item(item).tasks[0]) == ["UBND xã"]
    use(tmp_path)
    assert letters.supports(letters.read_item(item).tasks[0]) == ["vạn chài Cửa Lùng", "UBND xã"]


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ('shape = "body"', 'shape = "ten"', "một trong charge"),
        ('"tổ hợp tác"', '"tổ (hợp tác"', "mẫu viết sai"),
        ('"tổ hợp tác"', '"(?:tổ)?"', "không có chữ nào"),
        ("local.frame", "frame", "bắt đầu bằng “local.”"),
    ],
)
def test_a_fault_of_a_local_frame_is_told(wrong, right, message):
    import tomllib

    faults = faults_of({"frames": tomllib.loads(LOCAL.replace(wrong, right))}, local=True)
    assert any(message in str(f) for f in faults)
