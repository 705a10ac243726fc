"""Task tables that run over pages: the head on the first page speaks for all; and the year in the cell of time."""

from dataclasses import replace

import pytest

import letters
from vbcli.extract.record import extract
from vbcli.model.source import Block, Source
from vbcli.model.task import Role
from vbcli.parse.document import parse

HEAD = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn")
ONE = ("1", "Sửa chữa đường vào thôn Bản Vèn", "Phòng Nội vụ", "Phòng Y tế", "Trước ngày 20/7/2024")
GROUP = ("II", "Văn hóa, xã hội", "", "", "")
TWO = ("2", "Kiểm kê trang thiết bị của trạm y tế", "Phòng Y tế", "", "Quý III/2024")
THREE = ("3", "Tập huấn cho cán bộ thôn, bản", "Phòng Nội vụ", "", "Trong năm 2024")
PLAN = (
    letters.head(addressee=None).replace("Số: 318/UBND-TH\nV/v thử đọc văn bản", "Số: 45/KH-UBND")
    + "\nKẾ HOẠCH\nSửa chữa đường thôn\nI. NHIỆM VỤ\nNhiệm vụ cụ thể như sau:"
)


def table(page, *rows):
    return replace(letters.table(rows), page=page)


def tasks_of(*tables: Block):
    (document,) = parse(Source("thu.pdf", "0" * 64, "pdf", (*letters.lines(PLAN), *tables)))
    found = extract(document).tasks
    return [(t.text, letters.units(t, Role.LEAD), [str(d.due) for d in t.deadlines]) for t in found]


SECOND = ("Kiểm kê trang thiết bị của trạm y tế", ["Phòng Y tế"], ["2024-09-30"])
THIRD = ("Tập huấn cho cán bộ thôn, bản", ["Phòng Nội vụ"], ["2024-12-31"])


def test_the_head_speaks_for_the_pages_that_follow():
    assert tasks_of(table(1, HEAD, ONE), table(2, TWO), table(3, THREE))[1:] == [SECOND, THIRD]


def test_a_page_may_begin_with_the_title_of_a_group():
    assert tasks_of(table(1, HEAD, ONE), table(2, GROUP, TWO))[1:] == [SECOND]


@pytest.mark.parametrize(
    "second",
    [
        # another table on the same page, without a head that tells what its columns are
        table(1, TWO),
        # another number of columns
        table(2, TWO[:4]),
    ],
)
def test_another_table_has_no_part_in_the_head(second):
    assert len(tasks_of(table(1, HEAD, ONE), second)) == 1


def test_words_between_end_the_table():
    assert len(tasks_of(table(1, HEAD, ONE), *letters.lines("Phụ lục 2. Số liệu năm trước"), table(2, TWO))) == 1


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("Trong năm 2024", "2024-12-31"),
        ("Hết năm 2024", "2024-12-31"),
        ("Cả năm 2024", "2024-12-31"),
        ("Năm 2024", "2024-12-31"),
        ("2024", "2024-12-31"),
        # a plan's period, and words that only hold a year
        ("Giai đoạn 2021 - 2024", None),
        ("Theo Kế hoạch năm 2024", None),
    ],
)
def test_a_year_in_the_cell_of_time(cell, due):
    ((_, _, days),) = tasks_of(table(1, HEAD, (*ONE[:4], cell)))
    assert days == ([due] if due else [])
