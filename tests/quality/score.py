"""Records against labels: precision and recall of header fields, tasks, assignees, deadlines and references.

A label says where a task begins and ends; a task is found where the tokens of its span and of the label's have at least
`ALIKE` in common. What stands behind `_optional` may be there or not; `a|b` are two right answers.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vbcli.lexicon.unit_names import unit_name
from vbcli.render.record import Json
from vbcli.text.fold import fold

ALIKE = 0.6
SAMPLES = Path(__file__).parents[2] / "samples"
TRUTH = Path(__file__).parents[1] / "samples_truth"
FIELDS = ("doc_type", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title", "signed_for")
PARTS = ("header", "tasks", "assignees", "deadlines", "refs")

Label = dict[str, Any]
Range = tuple[int, int]


@dataclass
class Tally:
    """Right, invented and missed, with the words of what went wrong."""

    right: int = 0
    invented: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    def compare(
        self, where: str, found: Iterable[str], wanted: Iterable[str], optional: Iterable[str] = (), same=None
    ) -> None:
        """Count one set of answers against the right ones."""
        same = same or (lambda answer, label: _plain(answer) == _plain(label))
        left = list(dict.fromkeys(found))
        for label in wanted:
            hit = next((a for a in left if any(same(a, w) for w in label.split("|"))), None)
            if hit is None:
                self.missed += 1
                self.faults.append(f"{where}: misses {label!r}")
            else:
                self.right += 1
                left.remove(hit)
        allowed = [w for label in optional for w in label.split("|")]
        for answer in left:
            if not any(same(answer, w) for w in allowed):
                self.invented += 1
                self.faults.append(f"{where}: invents {answer!r}")

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.invented + self.missed
        return 2 * self.right / total if total else 1.0


def labels() -> list[tuple[str, Label]]:
    """Return (name, label) of every sample that a person has read."""
    return [(p.stem, tomllib.loads(p.read_text(encoding="utf-8"))) for p in sorted(TRUTH.glob("*.toml"))]


def sample_of(label: Label) -> Path:
    return SAMPLES / Path(label["file"]).name


def score(record: Json, label: Label, tallies: dict[str, Tally], name: str) -> None:
    """Add one document to the tallies."""
    for key in FIELDS:
        if key in label["header"]:
            value, wanted = record[key], label["header"][key]
            tallies["header"].compare(f"{name} {key}", [value] if value else [], [wanted] if wanted else [])
    for key in ("recipients", "copies_to"):
        if key in label["header"]:
            tallies["header"].compare(f"{name} {key}", record[key], label["header"][key])
    refs = label.get("ref", [])
    must = [r["key"] for r in refs if not r.get("optional")]
    may = [r["key"] for r in refs if r.get("optional")]
    tallies["refs"].compare(f"{name} refs", (r["key"] for r in record["refs"]), must, may)
    _score_tasks(record, label.get("task", []), tallies, name)


def _score_tasks(record: Json, wanted: Sequence[Label], tallies: dict[str, Tally], name: str) -> None:
    tokens = _tokens(record["text"])
    spans = [_covered(tokens, task["span"]) for task in record["tasks"]]
    ranges = [_located(tokens, label) for label in wanted]
    pairs = _paired(spans, ranges)
    for number, label in enumerate(wanted):
        task = record["tasks"][pairs[number]] if number in pairs else None
        where = f"{name} «{label['begin'][:40]}»"
        if label.get("optional"):
            continue
        _count(tallies["tasks"], found=task is not None, fault=f"{where}: task not found")
        _score_units(tallies["assignees"], where, task, label)
        _score_days(tallies["deadlines"], where, task, label)
    free = [r for label, found in zip(wanted, ranges, strict=True) if label.get("optional") for r in found]
    for number, task in enumerate(record["tasks"]):
        extra = number not in pairs.values() and not any(_overlap(spans[number], r) > 0 for r in free)
        if extra:
            tallies["tasks"].invented += 1
            tallies["tasks"].faults.append(f"{name}: invents task {task['locator']} «{task['text'][:60]}»")


def _count(tally: Tally, *, found: bool, fault: str) -> None:
    if found:
        tally.right += 1
    else:
        tally.missed += 1
        tally.faults.append(fault)


def _score_units(tally: Tally, where: str, task: Json | None, label: Label) -> None:
    for role in ("lead", "support"):
        found = [a["unit"] for a in task["assignees"] if a["role"] == role] if task else []
        tally.compare(f"{where} {role}", found, label.get(role, []), label.get(f"{role}_optional", []), same_unit)


def _score_days(tally: Tally, where: str, task: Json | None, label: Label) -> None:
    deadlines = task["deadlines"] if task else []
    days = [d["due"] for d in deadlines if d["due"]]
    tally.compare(f"{where} due", days, label.get("due", []), label.get("due_optional", []))
    for kind in ("recurring", "duration"):
        if label.get(kind):
            _count(tally, found=any(d["kind"] == kind for d in deadlines), fault=f"{where}: not {kind}")


def same_unit(answer: str, label: str) -> bool:
    """Tell whether two names are one unit; a place that the label leaves out is no fault."""
    one, other = unit_name(answer), unit_name(label)
    if one.key == other.key:
        return True
    known = bool(other.kind) and not other.place
    return known and (one.kind, one.level, one.post) == (other.kind, other.level, other.post)


# --- tokens ---------------------------------------------------------------------------------------------------------------


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))


def _tokens(text: str) -> list[tuple[str, int]]:
    return [(fold(m.group()), m.start()) for m in re.finditer(r"\w+", text)]


def _covered(tokens: Sequence[tuple[str, int]], span: Sequence[int]) -> Range:
    inside = [i for i, (_, at) in enumerate(tokens) if span[0] <= at < span[1]]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _find(tokens: Sequence[tuple[str, int]], phrase: str, start: int) -> Range | None:
    words = _plain(phrase).split()
    for i in range(start, len(tokens) - len(words) + 1):
        if all(tokens[i + k][0] == w for k, w in enumerate(words)):
            return i, i + len(words)
    return None


def _located(tokens: Sequence[tuple[str, int]], label: Label) -> list[Range]:
    """Return the ranges that a label names, one for each of its ends."""
    begin = _find(tokens, label["begin"], 0)
    ends = [_find(tokens, end, begin[0]) for end in label["end"].split("|")] if begin else []
    return [(begin[0], end[1]) for end in ends if begin and end]


def _overlap(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _likeness(one: Range, other: Range) -> float:
    both = _overlap(one, other)
    either = one[1] - one[0] + other[1] - other[0] - both
    return both / either if either else 0.0


def _paired(spans: Sequence[Range], wanted: Sequence[Sequence[Range]]) -> dict[int, int]:
    """Return label → task, the likest pairs first, each once."""
    likeness = [
        (max(_likeness(span, r) for r in ranges), label, task)
        for label, ranges in enumerate(wanted)
        if ranges
        for task, span in enumerate(spans)
    ]
    pairs: dict[int, int] = {}
    for alike, label, task in sorted(likeness, key=lambda x: -x[0]):
        if alike >= ALIKE and label not in pairs and task not in pairs.values():
            pairs[label] = task
    return pairs
