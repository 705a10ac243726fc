"""Rules of the code prove themselves on whole papers: each example of `rules.toml` through the program, each reject to nothing.

An example gives a head, a closing, a table or a report; what it lacks of a paper is added, so that it is read where it would stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from vbcli.lexicon.check import Fault, entries
from vbcli.lexicon.relations import relation_of
from vbcli.model.document import Field
from vbcli.model.record import Record
from vbcli.model.source import Block, BlockKind, Cell, Source
from vbcli.pipeline import understand
from vbcli.trial import PATH, read_lines

ISSUED = date(2024, 6, 12)
_WALL = " | "
_HEAD = """ỦY BAN NHÂN DÂN
HUYỆN MẪU
Số: 1/UBND-VP
V/v phân công nhiệm vụ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày 12 tháng 6 năm 2024
Kính gửi: Các phòng, ban thuộc huyện."""
_BODY = """1. Phòng Nội vụ rà soát hồ sơ giao đất của các hộ gia đình trên địa bàn huyện.
2. Thanh tra huyện kiểm tra việc thu hồi đất, báo cáo kết quả theo quy định."""
_CLOSING = """Nơi nhận:
- Như trên;
- Lưu: VT."""
_WHOLE = ("header.issuer.signature", "header.news", "header.type.news", "task.demand")
"""Rules that need the paper as it is: what is missing tells."""


def unread(tables: Mapping[str, dict[str, Any]]) -> Iterator[Fault]:
    """Yield the examples of rules and relations that are not read so, and the rejects that are."""
    for name, table in tables.items():
        for group, where, entry in entries(table):
            prove = _PROOFS.get((name, group))
            if prove is not None:
                yield from (Fault(f"{name}.toml", where, what) for what in prove(entry))


def _rule(entry: Mapping[str, Any]) -> Iterator[str]:
    valued = any(isinstance(e, dict) and "value" in e for e in entry["examples"])
    for example in entry["examples"]:
        text, value = (example["text"], example.get("value")) if isinstance(example, dict) else (example, None)
        read = list(values_of(read_example(entry["id"], text), entry["id"]))
        if value is None and not read:
            yield f"câu mẫu “{_short(text)}” không được đọc theo quy tắc này"
        elif value is not None and value not in read:
            yield f"câu mẫu “{_short(text)}” phải cho “{value}”, đọc được: {_told(read)}"
    for reject in entry["rejects"]:
        read = list(values_of(read_example(entry["id"], reject), entry["id"]))
        if any(v is not None for v in read) or (read and not valued):
            yield f"câu phản ví dụ “{_short(reject)}” vẫn được đọc theo quy tắc này: {_told(read)}"


def _relation(entry: Mapping[str, Any]) -> Iterator[str]:
    for example in entry["examples"]:
        if relation_of(f"{example} ") != entry["id"]:
            yield f"câu mẫu “{example}” không cho quan hệ này"
    for reject in entry["rejects"]:
        if relation_of(f"{reject} ") == entry["id"]:
            yield f"câu phản ví dụ “{reject}” vẫn cho quan hệ này"


_PROOFS = {("rules", "rule"): _rule, ("relations", "relation"): _relation}


def _short(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0] if len(lines) == 1 else f"{lines[0]} … {lines[-1]}"


def _told(values: list[str | None]) -> str:
    return "; ".join(f"“{v}”" if v is not None else "để trống" for v in values) or "không có gì"


def read_example(rule: str, text: str) -> Record:
    """Return what the program makes of an example: a line or lines of a letter, or a part of a paper made whole."""
    if "\n" not in text.strip("\n"):
        return read_lines(text.strip("\n").split(" / "), ISSUED)
    part = text.strip("\n")
    if rule.startswith(_WHOLE):
        paper = part
    elif rule.startswith("header."):
        paper = f"{part}\n{_BODY}\n{_CLOSING}"
    elif rule.startswith("closing."):
        paper = f"{_HEAD}\n{_BODY}\n{part}"
    else:
        paper = f"{_HEAD}\n{part}\n{_CLOSING}"
    (record,) = understand(Source(PATH, "0" * 64, "txt", tuple(_blocks(paper)), pages=1))
    return record


def _blocks(paper: str) -> Iterator[Block]:
    """Yield the lines of a paper; lines with walls that follow each other are one table."""
    rows: list[list[str]] = []
    for number, line in enumerate([*paper.split("\n"), ""], 1):
        if _WALL in line:
            rows.append(line.split(_WALL))
            continue
        if rows:
            cells = tuple(Cell(r, c, words.strip()) for r, row in enumerate(rows) for c, words in enumerate(row))
            yield Block(BlockKind.TABLE, cells=cells, page=1, line=number - len(rows))
            rows = []
        if line:
            yield Block(BlockKind.LINE, line, page=1, line=number)


def values_of(record: Record, rule: str) -> Iterator[str | None]:
    """Yield the values that a rule read in a record; None for one that it left blank."""
    header = record.document.header
    for f in fields(header):
        field = getattr(header, f.name)
        if isinstance(field, Field) and field.evidence.rule == rule:
            yield None if field.value is None else str(field.value)
    for task in record.tasks:
        if task.evidence.rule == rule:
            yield task.text
        yield from (a.unit.name for a in task.assignees if a.evidence.rule == rule)
        for d in task.deadlines:
            if d.evidence.rule == rule:
                yield str(d.due) if d.due else d.rrule
    yield from (r.key for r in record.references if r.evidence.rule == rule)
