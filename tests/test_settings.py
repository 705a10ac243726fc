"""The settings file: read as people write it, written without losing what they wrote."""

import re
from pathlib import Path

import pytest

from vbcli.errors import UsageError
from vbcli.render.papers.own_template import example_values
from vbcli.settings import (
    KEYS,
    TEMPLATES,
    Khoi,
    Office,
    office_of,
    read_office,
    set_value,
    settings_path,
    shown_value,
    unset_value,
)

WRITTEN = """# Văn phòng Huyện ủy
[office]
khoi = "dang"  # Đảng
superior = "Đảng bộ tỉnh Cửa Diêm"
name = "Huyện ủy Lâm Khê"
short = "HU"
place = "Lâm Khê"

[signature]
authority = "T/L BAN THƯỜNG VỤ"
title = "CHÁNH VĂN PHÒNG"
name = "Trần Văn An"

[recipients]
lines = ["- Thường trực Huyện ủy (b/c);", "Lưu VPHU."]

[register]
officer = "Nguyễn Thị Hòa"
soon = 5

[templates]
report = "mau/bao-cao.docx"
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "vb" / "config.toml"


@pytest.fixture
def written(path):
    path.parent.mkdir()
    path.write_text(WRITTEN, encoding="utf-8")
    return path


def test_without_a_file_all_is_blank(path):
    assert read_office(path) == Office()
    assert not path.exists()


def test_a_file_is_read_as_people_write_it(written):
    assert read_office(written) == Office(
        khoi=Khoi.PARTY,
        superior="Đảng bộ tỉnh Cửa Diêm",
        name="Huyện ủy Lâm Khê",
        short="HU",
        place="Lâm Khê",
        authority="T/L BAN THƯỜNG VỤ",
        title="CHÁNH VĂN PHÒNG",
        signer="Trần Văn An",
        recipients=("Thường trực Huyện ủy (b/c)", "Lưu VPHU"),
        officer="Nguyễn Thị Hòa",
        soon=5,
        report_template=written.parent / "mau" / "bao-cao.docx",
    )


def test_a_mark_at_the_start_of_the_file_that_notepad_writes_does_no_harm(written):
    written.write_text("\ufeff" + WRITTEN, encoding="utf-8")
    assert read_office(written).name == "Huyện ủy Lâm Khê"


def test_where_the_file_lies(tmp_path, monkeypatch):
    assert settings_path({"VB_CONFIG": str(tmp_path / "a.toml")}) == tmp_path / "a.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path({}).name == "config.toml"
    assert office_of({"VB_CONFIG": str(tmp_path / "a.toml")}) == Office()


@pytest.mark.parametrize(
    ("key", "words", "shown"),
    [
        ("office.khoi", ["nha-nuoc"], "nha-nuoc"),
        ("office.name", ["Ủy ban nhân dân", "huyện Lâm Khê"], "Ủy ban nhân dân\nhuyện Lâm Khê"),
        ("signature.authority", ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"),
        ("signature.name", ['Y "Ngọc" \\ Niê'], 'Y "Ngọc" \\ Niê'),
        ("recipients.lines", ["- Như trên;", "Lưu: VT."], "Như trên\nLưu: VT"),
        ("register.soon", ["7"], "7"),
        ("office.place", ["Lâm Khê"], "Lâm Khê"),  # two code points a letter
        ("office.superior", [""], ""),
    ],
)
def test_what_is_set_is_what_is_read_and_shown(written, key, words, shown):
    set_value(written, key, words)
    assert shown_value(read_office(written), key) == shown


def test_what_people_wrote_stays_when_a_value_is_set(written):
    set_value(written, "office.place", ["Cửa Diêm"])
    assert written.read_text(encoding="utf-8") == WRITTEN.replace('place = "Lâm Khê"', 'place = "Cửa Diêm"')


def test_a_value_is_taken_back(written):
    assert unset_value(written, "register.soon")
    assert not unset_value(written, "register.soon")
    assert read_office(written).soon == 3
    assert "# Văn phòng Huyện ủy" in written.read_text(encoding="utf-8")


def test_a_template_is_kept_by_its_full_path(written, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    set_value(written, "templates.chase", ["mau.docx"])
    assert read_office(written).chase_template == tmp_path / "mau.docx"


@pytest.mark.parametrize(
    ("key", "near"),
    [("signature.titel", "signature.title"), ("place", "office.place"), ("name", "office.name / signature.name")],
)
def test_an_unknown_key_is_answered_with_the_nearest(path, key, near):
    with pytest.raises(UsageError) as error:
        set_value(path, key, ["x"])
    assert key in error.value.message
    assert error.value.advice.startswith(f"ý bạn là {near}")
    assert not path.exists()


@pytest.mark.parametrize(
    ("key", "words"),
    [("office.khoi", ["tinh"]), ("register.soon", ["ba"]), ("register.soon", ["-1"]), ("register.soon", ["1", "2"])],
)
def test_a_value_that_means_nothing_is_refused(path, key, words):
    with pytest.raises(UsageError, match=key):
        set_value(path, key, words)
    assert not path.exists()


@pytest.mark.parametrize(
    "text",
    [
        "[office]\nnmae = 'A'",
        "name = 'A'",
        "[office]\nname = 3",
        "[office]\nkhoi = 'huyện'",
        "[register]\nsoon = true",
        "[recipients]\nlines = 'A'",
        "[recipients]\nlines = [1]",
        "[templates]\nreport = 1",
        "[office\n",
    ],
)
def test_a_fault_in_the_file_is_named_and_the_file_left_alone(path, text):
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError):
        read_office(path)
    with pytest.raises(UsageError):
        set_value(path, "office.short", ["HU"])
    assert path.read_text(encoding="utf-8") == text


def test_a_place_where_nothing_can_be_written_is_named(tmp_path):
    (tmp_path / "vb").write_text("a file where the folder should be")
    with pytest.raises(UsageError, match=r"không tạo được thư mục|không đọc được tệp cài đặt"):
        set_value(tmp_path / "vb" / "config.toml", "office.short", ["HU"])


def test_bytes_that_are_no_text_are_named(path):
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="không đọc được tệp cài đặt"):
        read_office(path)


def test_each_field_of_the_office_has_a_key():
    assert {setting.field for setting in KEYS.values()} == set(Office.__dataclass_fields__)


README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_file_in_the_readme_can_be_read_and_names_every_key(path):
    (example,) = re.findall(r"^```toml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    path.parent.mkdir()
    path.write_text(example, encoding="utf-8")
    office = read_office(path)
    assert [key for key in KEYS if not shown_value(office, key)] == []


def test_the_readme_names_all_that_a_template_may_use():
    table = README.partition("### An office's own templates")[2].partition("\n## ")[0]
    named = {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert named == {name for key in TEMPLATES for name in example_values(key)}
