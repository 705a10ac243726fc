"""Every rule that a value can bear has an entry that says what it means, and its examples are true."""

import ast
import re
from pathlib import Path

import pytest

from vbcli.app import main
from vbcli.lexicon.load import data
from vbcli.lexicon.rules import meaning, rules
from vbcli.paper_proof import unread

SOURCE = Path(__file__).parents[2] / "src" / "vbcli"
RULES = data("rules")["rule"]
IDS = {r["id"] for r in RULES}
SHOWN = [(r["id"], e if isinstance(e, str) else e["text"]) for r in RULES for e in r["examples"]]


def ids_in_code():
    """Rule ids as they stand in parse and extract, those made of a prefix and a name by their prefix."""
    for path in (*SOURCE.glob("parse/*.py"), *SOURCE.glob("extract/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if re.fullmatch(r"[a-z]+(\.[a-z-]+)+", node.value):
                    yield node.value
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                prefix = re.fullmatch(r"([a-z]+)\.", str(node.values[0].value))
                if prefix:
                    yield prefix[1]


def test_each_rule_id_of_the_code_has_an_entry():
    # code may look at a prefix: "deadline.at-session"
    assert [i for i in sorted(set(ids_in_code())) if not any(known.startswith(i) for known in rules())] == []


def test_each_entry_is_used_by_the_code():
    used = set(ids_in_code())
    assert [i for i in sorted(IDS) if i not in used and i.partition(".")[0] not in used] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r["id"])
def test_an_entry_says_what_it_means_with_two_examples_and_a_reject(rule):
    assert rule["why"].endswith(".")
    assert len(rule["examples"]) >= 2
    assert len(rule["rejects"]) >= 1


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r["id"])
def test_the_examples_of_a_rule_are_read_so_and_its_rejects_are_not(rule):
    assert [str(f) for f in unread({"rules": {"rule": [rule]}})] == []


@pytest.mark.parametrize("relation", data("relations")["relation"], ids=lambda r: r["id"])
def test_the_examples_of_a_relation_are_read_so_and_its_rejects_are_not(relation):
    assert [str(f) for f in unread({"relations": {"relation": [relation]}})] == []


def test_an_example_that_is_a_part_of_a_paper_says_what_it_must_give():
    bare = [
        r["id"]
        for r in RULES
        for e in r["examples"]
        if isinstance(e, dict) and "value" not in e and r["id"] not in ("header.type", "header.subject", "header.news")
    ]
    assert set(bare) <= {"task.demand"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"value": "46/TB-UBND"}, "phải cho “46/TB-UBND”, đọc được: “45/TB-UBND”"),
        ({"text": "\nUBND HUYỆN MẪU\nGiấy xác nhận"}, "phải cho “45/TB-UBND”, đọc được: để trống"),
    ],
)
def test_a_false_example_is_a_fault(change, fault):
    rule = next(r for r in RULES if r["id"] == "header.number")
    false = {**rule, "examples": [{**rule["examples"][0], **change}]}
    (found,) = unread({"rules": {"rule": [false]}})
    assert fault in found.message


def test_a_false_reject_is_a_fault():
    rule = next(r for r in RULES if r["id"] == "header.number")
    false = {**rule, "rejects": [rule["examples"][0]["text"]]}
    (found,) = unread({"rules": {"rule": [false]}})
    assert "vẫn được đọc theo quy tắc này" in found.message


@pytest.mark.parametrize(("rule", "text"), SHOWN)
def test_an_example_of_a_rule_is_shown_as_it_stands(rule, text):
    shown = [e.text for e in rules()[rule].examples]
    assert text.strip("\n") in shown


def test_a_part_of_a_paper_is_shown_line_by_line_with_its_value(capsys):
    assert main(["explain", "--rule", "closing.signer"]) == 0
    shown = capsys.readouterr().out
    assert "  Nơi nhận:\n  - Như trên;\n  - Lưu: VT.\n  CHỦ TỊCH\n  Tòng Văn Hiệu\n  → Tòng Văn Hiệu\n" in shown


def test_every_rule_of_the_data_means_something():
    assert [i for i, r in rules().items() if not r.why] == []
    assert meaning("khong.co") == ""
