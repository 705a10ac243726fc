"""Entries of a lexicon prove themselves: each example through the whole extractor, each reject to nothing.

In: tables as `lexicon.check` reads them, already sound and in use. Out: faults, with file and entry.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from vbcli.extract.duties import formula, section_voice
from vbcli.lexicon.check import Fault, compiled, entries, patterns_in
from vbcli.lexicon.hostile import slow_on
from vbcli.model.record import Record
from vbcli.model.task import Assignee, Deadline, Role
from vbcli.text.fold import fold, unify_tones
from vbcli.trial import read_lines

ISSUED = date(2024, 6, 12)
"""Day of the letter in which an entry is tried where its example names none."""
_LINE_OF_ACTIVITY = re.compile(r"(?i)(?:thời gian|ngày)[^,;]*:")
_MARK = re.compile(r"^(?:[IVX]+\.|\d+\.)\s*")


def unproved(tables: Mapping[str, dict[str, Any]]) -> Iterator[Fault]:
    """Yield the examples that an entry does not read, and the rejects that it does."""
    for name, table in tables.items():
        for group, where, entry in entries(table):
            prove = _PROOFS.get((name, group))
            if prove is not None:
                yield from (Fault(f"{name}.toml", where, what) for what in prove(entry))


def too_slow(tables: Mapping[str, dict[str, Any]]) -> Iterator[Fault]:
    """Yield the patterns that run away on hostile text."""
    for name, table in tables.items():
        for where, pattern in patterns_in(name, table):
            run = slow_on(compiled(name, pattern, where), pattern)
            if run is not None:
                advice = "bỏ các dấu * và + lồng nhau, thay bằng {0,40}"
                yield Fault(f"{name}.toml", where, f"mẫu chạy quá chậm trên chuỗi “{run}” lặp lại; {advice}")


def _deadline(entry: dict[str, Any]) -> Iterator[str]:
    for example in entry["examples"]:
        found = _deadlines_in(example["text"], example.get("issued", ISSUED))
        values = [(d.evidence.rule, d.due, d.rrule, d.kind.value) for d in found]
        wanted = (entry["id"], example.get("due"), example.get("rrule"), entry["kind"])
        if wanted not in values:
            got = "; ".join(_shown(d) for d in found) or "không có hạn nào"
            value = wanted[1] or wanted[2] or "hạn không có ngày"
            yield f"câu mẫu “{example['text']}” phải cho {value} ({wanted[3]}), đọc được: {got}"
    for reject in entry["rejects"]:
        if entry["id"] in {d.evidence.rule for d in _deadlines_in(reject, ISSUED)}:
            yield f"câu phản ví dụ “{reject}” vẫn bị nhận là hạn; thu hẹp mẫu"


def _shown(deadline: Deadline) -> str:
    value = deadline.due or deadline.rrule or deadline.evidence.reason
    return f"{value} theo {deadline.evidence.rule} ({deadline.kind.value})"


def _deadlines_in(words: str, issued: date) -> list[Deadline]:
    """Return the deadlines of a sentence: a line of an activity stands below its activity, everything else is told to an office."""
    line = f"- {words[:1].upper()}{words[1:]}."
    if _LINE_OF_ACTIVITY.match(words):
        record = read_lines(["1. Tổ chức hội thi", "- Đơn vị chủ trì: Phòng Nội vụ.", line], issued)
    else:
        record = read_lines(["1. Phòng Nội vụ:", line], issued)
    return [d for t in record.tasks for d in t.deadlines]


def _unit(entry: dict[str, Any]) -> Iterator[str]:
    for example in entry.get("examples", ()):
        if not _has_unit(example, entry):
            yield f"câu mẫu “{example}” không cho đơn vị này làm chủ trì hay phối hợp"
    for reject in entry.get("rejects", ()):
        if _has_unit(reject, entry):
            yield f"câu phản ví dụ “{reject}” vẫn cho đơn vị này; xem lại các tên"


def _has_unit(words: str, entry: dict[str, Any]) -> bool:
    return any(a.unit.kind.startswith(entry["id"]) for t in _item(words).tasks for a in t.assignees)


def _item(words: str) -> Record:
    return read_lines([f"1. {words[:1].upper()}{words[1:].rstrip('.')}."], ISSUED)


def _section(entry: dict[str, Any]) -> Iterator[str]:
    regex = compiled("cues", entry["pattern"], entry["id"])

    def taken(words: str) -> bool:
        heading = _MARK.sub("", " ".join(words.split()))
        return regex.search(unify_tones(heading)) is not None and section_voice(heading) == entry["voice"]

    yield from _taken(entry, taken, "tiêu đề")


def _formula(entry: dict[str, Any]) -> Iterator[str]:
    regex = compiled("cues", entry["pattern"], entry["id"])

    def taken(words: str) -> bool:
        return regex.search(unify_tones(" ".join(words.split()))) is not None

    yield from _taken(entry, taken, "câu khuôn")
    for example in entry["examples"]:
        if taken(example) and formula(example) and _item(example).tasks:
            yield f"câu mẫu “{example}” vẫn thành nhiệm vụ"


# --- frames and descriptors: what the words of an entry make of a sentence ----------------------------------------------


def _frame(entry: dict[str, Any]) -> Iterator[str]:
    words = compiled("frames", "|".join(entry["words"]), entry["id"])
    means = _FRAMES.get(entry["shape"], _names_unlisted)

    def taken(sentence: str) -> bool:
        return means(_lines(sentence), sentence)

    yield from _taken(entry, taken, "kiểu câu")
    for example in entry["examples"]:
        if not words.search(unify_tones(example.replace(" / ", " "))):
            yield f"câu mẫu “{example}” không có từ nào của mục này"


def _lines(sentence: str) -> Record:
    lines = sentence.split(" / ")
    first = lines[0] if _MARK.match(lines[0]) or len(lines) > 1 else f"1. {lines[0][:1].upper()}{lines[0][1:]}"
    return read_lines([first, *lines[1:]], ISSUED)


def _own(record: Record) -> list[Assignee]:
    return [a for t in record.tasks for a in t.assignees if not a.inherited]


def _by_rule(*rules: str) -> Callable[[Record, str], bool]:
    return lambda record, _: any(a.evidence.rule in rules for a in _own(record))


def _not(means: Callable[[Record, str], bool]) -> Callable[[Record, str], bool]:
    return lambda record, sentence: not means(record, sentence)


def _names_unlisted(record: Record, _: str) -> bool:
    return any(not a.unit.kind for a in _own(record))


def _supports(least: int) -> Callable[[Record, str], bool]:
    return lambda record, _: sum(a.role is Role.SUPPORT for a in _own(record)) >= least


def _is_joined(record: Record, sentence: str) -> bool:
    whole = " ".join(sentence.replace(" / ", " ").split()).rstrip(".")
    return any(whole in t.text for t in record.tasks)


_CHARGED = _by_rule("assign.charged", "assign.asked")
_SUBJECT = _by_rule("assign.subject")
_LEADING = _by_rule("assign.leading")
_FRAMES: dict[str, Callable[[Record, str], bool]] = {
    "charge": _CHARGED,
    "no-charge": _not(_CHARGED),
    "support": _supports(1),
    "no-support": _not(_supports(1)),
    "support-manner": _supports(1),
    "leading": _LEADING,
    "no-leading": _not(_LEADING),
    "speaks": _not(_SUBJECT),
    "spoken-of": _not(_SUBJECT),
    "topic": _by_rule("assign.topic"),
    "connective": _SUBJECT,
    "condition": _SUBJECT,
    "relative": _supports(2),
    "convenes": lambda record, _: not record.tasks,
    "meeting": lambda record, _: not record.tasks,
    "awaits-number": _is_joined,
    "hangs": _is_joined,
    "dashed": _is_joined,
}
"""What a sentence shows where the words of a shape are read; the other shapes make the name of a body that no list knows."""


def _descriptor(entry: dict[str, Any]) -> Iterator[str]:
    words = [fold(w) for w in entry["words"]]

    def taken(sentence: str) -> bool:
        units = [fold(a.unit.name) for a in _own(_lines(sentence))]
        return any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", u) for w in words for u in units)

    yield from _taken(entry, taken, "phần của tên đơn vị")


def _taken(entry: dict[str, Any], taken: Any, kind: str) -> Iterator[str]:
    for example in entry["examples"]:
        if not taken(example):
            yield f"câu mẫu “{example}” không được nhận là {kind} này"
    for reject in entry["rejects"]:
        if taken(reject):
            yield f"câu phản ví dụ “{reject}” vẫn bị nhận là {kind} này; thu hẹp mẫu"


_PROOFS = {
    ("deadlines", "deadline"): _deadline,
    ("units", "head"): _unit,
    ("units", "named"): _unit,
    ("units", "descriptor"): _descriptor,
    ("frames", "frame"): _frame,
    ("cues", "section"): _section,
    ("cues", "formula"): _formula,
}
