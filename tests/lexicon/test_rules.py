"""Every rule that a value can bear has an entry that says what it means, and its examples are true."""

import ast
import re
from pathlib import Path

import pytest

import letters
from vbcli.lexicon.load import data
from vbcli.lexicon.rules import meaning, rules
from vbcli.trial import read_lines

SOURCE = Path(__file__).parents[2] / "src" / "vbcli"
RULES = data("rules")["rule"]
IDS = {r["id"] for r in RULES}
# Told by the words of one sentence or of a few lines; the others need a head, a table or a report of a meeting.
TRIED = [
    r
    for r in RULES
    if r["id"].startswith(("task.", "assign.", "reference.")) and r["id"] not in ("task.row", "task.demand")
]


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


def rules_of(text):
    record = read_lines(text.split(" / "), letters.ISSUED)
    tasks = record.tasks
    return {
        *(t.evidence.rule for t in tasks),
        *(a.evidence.rule for t in tasks for a in t.assignees),
        *(r.evidence.rule for r in record.references),
    }


@pytest.mark.parametrize(("rule", "text"), [(r["id"], e) for r in TRIED for e in r["examples"]])
def test_an_example_is_read_by_its_rule(rule, text):
    assert rule in rules_of(text)


@pytest.mark.parametrize(("rule", "text"), [(r["id"], e) for r in TRIED for e in r["rejects"]])
def test_a_reject_is_not(rule, text):
    assert rule not in rules_of(text)


def test_every_rule_of_the_data_means_something():
    assert [i for i, r in rules().items() if not r.why] == []
    assert meaning("khong.co") == ""
