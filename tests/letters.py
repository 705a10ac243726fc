"""Papers written as text lines: what the tests of lexicon, parse and extract read.

A stage is tested without the readers: the lines become a `Source` as `read` would deliver a .txt.
Every place, office and person here is made up.
"""

from collections.abc import Sequence
from datetime import date

from vbcli.extract.record import extract
from vbcli.model.document import Document
from vbcli.model.record import Record
from vbcli.model.source import Block, BlockKind, Cell, Source
from vbcli.model.task import Deadline, Role, Task
from vbcli.parse.document import parse

ISSUED = date(2024, 6, 12)
ADDRESSEE = "Ủy ban nhân dân các xã, thị trấn"


def lines(text: str) -> tuple[Block, ...]:
    """Return the text as the blocks of a .txt; a form feed turns the page."""
    blocks, page, number = [], 1, 0
    for line in text.split("\n"):
        for k, part in enumerate(line.split("\f")):
            page, number = page + bool(k), number + 1
            blocks.append(Block(BlockKind.LINE, part, page=page, line=number))
    return tuple(blocks)


def table(rows: Sequence[Sequence[str]]) -> Block:
    """Return a table of a word processor, one cell per column."""
    cells = tuple(Cell(r, c, words) for r, row in enumerate(rows) for c, words in enumerate(row))
    return Block(BlockKind.TABLE, cells=cells, line=1)


def source(text: str, *more: Block) -> Source:
    return Source("thu.txt", "0" * 64, "txt", (*lines(text), *more))


def document(text: str) -> Document:
    (only,) = parse(source(text))
    return only


def head(issued: date | None = ISSUED, addressee: str | None = ADDRESSEE, subject: str = "thử đọc văn bản") -> str:
    """Return the head of a letter of a district's People's Committee, up to and with its addressees."""
    day = f"ngày {issued.day:02d} tháng {issued.month} năm {issued.year}" if issued else "ngày      tháng      năm"
    rows = [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN ĐỒI SIM",
        "Số: 318/UBND-TH",
        f"V/v {subject}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"Đồi Sim, {day}",
    ]
    return "\n".join([*rows, *([f"Kính gửi: {addressee}."] if addressee else [])])


CLOSING = """Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Tòng Văn Hiệu"""


def letter(body: str, issued: date | None = ISSUED, addressee: str | None = ADDRESSEE) -> str:
    """Return a whole letter."""
    return f"{head(issued, addressee)}\n{body}\n{CLOSING}"


def read(text: str, *more: Block) -> Record:
    """Return what a paper says."""
    (only,) = parse(source(text, *more))
    return extract(only)


def read_body(body: str, issued: date | None = ISSUED, addressee: str | None = ADDRESSEE) -> Record:
    return read(letter(body, issued, addressee))


def read_item(words: str, issued: date | None = ISSUED) -> Record:
    """Return what a letter says whose one item is these words."""
    return read_body(f"1. {words[:1].upper()}{words[1:].rstrip('.')}.", issued)


def deadlines(record: Record) -> list[Deadline]:
    return [d for t in record.tasks for d in t.deadlines]


def units(task: Task, role: Role) -> list[str]:
    return [a.unit.name for a in task.assignees if a.role is role]


def leads(task: Task) -> list[str]:
    return units(task, Role.LEAD)


def supports(task: Task) -> list[str]:
    return units(task, Role.SUPPORT)
