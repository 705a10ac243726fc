"""Word files read back: tables and lines as words, and what the Phụ lục is to look like."""

import io

import docx

HEADS = [
    "TT",
    "Tên đơn vị",
    "Tổng số",
    "HT trong hạn",
    "HT trễ hạn",
    "Chưa HT trong hạn",
    "Chưa HT trễ hạn",
    "Không hạn",
    "Tỷ lệ HT đúng hạn",
    "Tỷ lệ HT trễ hạn",
    "Tỷ lệ chưa HT trễ hạn",
    "Ghi chú",
]


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def rows_of(table) -> list[list[str]]:
    """Return the words of each row; a row across all columns is one cell."""
    return [
        ["".join(p.text for p in paragraphs) for paragraphs in ((docx.table._Cell(tc, table).paragraphs) for tc in row._tr.tc_lst)]
        for row in table.rows
    ]  # fmt: skip


def table(paper, *heads: str) -> list[list[str]]:
    """Return the rows of the table whose head holds these words, without the head."""
    for found in map(rows_of, paper.tables):
        if set(heads) <= set(found[0]):
            return found[1:]
    raise AssertionError(heads)


def body(paper) -> str:
    return "\n".join(p.text for p in paper.paragraphs)


def number(words: str) -> int:
    return int(words.replace(".", ""))


def half(paper, side: int, which: int = 0) -> list[str]:
    """Return the lines of a half of the head (0) or of the foot (-1)."""
    pairs = [t for t in paper.tables if len(t.rows) == 1 and len(t.columns) == 2]
    return [p.text for p in pairs[which].rows[0].cells[side].paragraphs if p.text]
