"""`vb extract`: records on stdout, faults named on stderr, papers with a secret mark refused."""

import json

import letters
from vbcli.app import main


def test_a_secret_paper_gives_an_error_record_and_nothing_of_its_text(tmp_path, capsys):
    path = tmp_path / "mat.txt"
    path.write_text("MẬT\n" + letters.letter("1. Phòng Nội vụ rà soát hồ sơ."), encoding="utf-8")
    assert main(["extract", str(path)]) == 4
    shown = capsys.readouterr()
    record = json.loads(shown.out)
    assert record["error"]["code"] == "secret"
    assert "Phòng Nội vụ" not in shown.out
    assert "--allow-secret" in shown.err


def test_a_secret_paper_is_extracted_where_the_user_allows_it(tmp_path, capsys):
    path = tmp_path / "mat.txt"
    path.write_text("MẬT\n" + letters.letter("1. Phòng Nội vụ rà soát hồ sơ."), encoding="utf-8")
    assert main(["extract", "--allow-secret", str(path)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["secrecy"] == "Mật"
    assert record["tasks"]


def test_a_path_that_is_not_there_is_named(tmp_path, capsys):
    assert main(["extract", str(tmp_path / "khong-co.txt")]) == 4
    shown = capsys.readouterr()
    assert "Không có tệp này." in shown.err
    assert json.loads(shown.out)["error"]["code"] == "vanished"
