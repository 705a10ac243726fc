"""Names in Vietnamese order."""

import random
import sqlite3

import pytest

from vbcli.text.collation import sort_key

ORDERS = (
    list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
    ["ma", "mà", "mả", "mã", "má", "mạ", "mă"],  # tones of one letter before the next letter
    ["Dân vận", "Dung", "Đảng ủy", "Đoàn thanh niên", "Em"],
    ["Bãi Cò", "Ban Tổ chức", "Ban Tuyên giáo", "Bàn Cờ", "Bản Lìm"],  # syllable by syllable
    ["Tổ 2", "Tổ 10", "Tổ công tác"],
    ["UBND huyện", "UBND huyện Lâm Khê", "UBND huyện Lũng Mây", "UBND xã"],
    ["an", "anh", "ánh"],
    ["Khê", "Khế", "Khơ"],
)


@pytest.mark.parametrize("names", ORDERS)
def test_names_come_in_the_order_of_a_dictionary(names):
    mixed = random.Random(7).sample(names, len(names))
    assert sorted(mixed, key=sort_key) == names


def test_case_form_and_signs_do_not_count():
    assert sort_key("ĐẢNG ỦY - xã") == sort_key("đảng  ủy xã")
    assert sort_key("Hoa\u0300") == sort_key("Hoà")


def test_sqlite_puts_the_keys_into_the_same_order():
    names = [name for order in ORDERS for name in order]
    conn = sqlite3.connect(":memory:")
    conn.create_function("sort_key", 1, sort_key)
    conn.execute("CREATE TABLE names (name TEXT)")
    conn.executemany("INSERT INTO names VALUES (?)", [(name,) for name in names])
    found = [row[0] for row in conn.execute("SELECT sort_key(name) FROM names ORDER BY sort_key(name)")]
    assert found == sorted(map(sort_key, names))
    conn.close()
