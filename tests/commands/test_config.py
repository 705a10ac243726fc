"""`vb config` on its command line."""

import json

import docx
import pytest

from vbcli.app import main
from vbcli.errors import ExitCode
from vbcli.settings import KEYS


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("VB_CONFIG", str(tmp_path / "cai dat" / "vb.toml"))
    return tmp_path / "cai dat" / "vb.toml"


def test_all_settings_are_shown_with_the_place_of_the_file(path, capsys):
    assert main(["config"]) == ExitCode.DONE
    shown = capsys.readouterr().out
    assert f"Tệp cài đặt: {path} (chưa có)" in shown
    assert [key for key in KEYS if f"\n{key} " not in shown] == []
    assert not path.exists()


def test_one_is_set_shown_and_taken_back(path, capsys):
    assert main(["config", "signature.authority", "TM. UBND", "KT. CHỦ TỊCH"]) == ExitCode.DONE
    assert str(path) in capsys.readouterr().err
    assert main(["config", "signature.authority"]) == ExitCode.DONE
    assert capsys.readouterr().out == "TM. UBND\nKT. CHỦ TỊCH\n"
    assert main(["config", "signature.authority", "--unset"]) == ExitCode.DONE
    assert main(["config", "signature.authority"]) == ExitCode.DONE
    assert capsys.readouterr().out == "\n"


def test_as_json(path, capsys):
    main(["config", "office.name", "Huyện ủy Lâm Khê"])
    assert main(["config", "--json"]) == ExitCode.DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer["settings"]["office.name"] == "Huyện ủy Lâm Khê"
    assert list(answer["settings"]) == list(KEYS)
    assert (answer["path"], answer["exists"]) == (str(path), True)


@pytest.mark.parametrize(
    "line",
    [["ofice.name", "A"], ["ofice.name"], ["ofice.name", "--unset"], ["--unset"], ["office.name", "A", "--unset"], ["register.soon", "x"]],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused_with_advice(path, capsys, line):
    assert main(["config", *line]) == ExitCode.USAGE
    assert "Gợi ý: " in capsys.readouterr().err
    assert not path.exists()


def test_an_unknown_key_is_answered_with_the_nearest(path, capsys):
    main(["config", "ofice.name", "A"])
    assert "ý bạn là office.name" in capsys.readouterr().err


def test_a_template_must_open_before_it_is_set(path, tmp_path, capsys):
    assert main(["config", "templates.report", str(tmp_path / "mat.docx")]) == ExitCode.INPUT
    assert not path.exists()
    paper = docx.Document()
    paper.add_paragraph("{{ co_quan }}: {{ ky }}")
    paper.save(tmp_path / "mau.docx")
    assert main(["config", "templates.report", str(tmp_path / "mau.docx")]) == ExitCode.DONE
    assert main(["config", "templates.chase", str(tmp_path / "mau.docx")]) == ExitCode.INPUT
    assert "nêu tên “ky” không có" in capsys.readouterr().err
