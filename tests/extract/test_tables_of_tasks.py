"""Task tables: columns by their heads, ditto marks, group rows."""

import pytest

import letters
from vbcli.extract.task_tables import layout_of
from vbcli.model.source import Block, BlockKind, Cell

PLAN = (
    letters.head(addressee=None).replace("Số: 318/UBND-TH\nV/v thử đọc văn bản", "Số: 45/KH-UBND")
    + "\nKẾ HOẠCH\nQuản lý đất công ích\nỦy ban nhân dân huyện ban hành kế hoạch với các nhiệm vụ sau đây:\nI. NHIỆM VỤ"
)
HEADS = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Sản phẩm"]


def rows(*cells, heads=HEADS):
    return letters.read(PLAN, letters.table([heads, *cells])).tasks


def summary(tasks):
    return [(t.text, letters.leads(t), letters.supports(t), [str(d.due) for d in t.deadlines]) for t in tasks]


def test_a_row_is_a_task_with_all_its_columns():
    (task,) = rows(["1", "Rà soát quỹ đất công ích", "Phòng Nội vụ", "UBND các xã", "30/6/2024", "Báo cáo"])
    assert summary([task]) == [("Rà soát quỹ đất công ích", ["Phòng Nội vụ"], ["UBND các xã"], ["2024-06-30"])]
    assert task.product == "Báo cáo"
    assert task.evidence.rule == "task.row"


@pytest.mark.parametrize(
    "heads",
    [
        ["STT", "Nội dung công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Thời gian thực hiện", "Kết quả"],
        ["Số TT", "Nhiệm vụ, giải pháp", "Đơn vị chịu trách nhiệm", "Cơ quan tham gia", "Tiến độ", "Sản phẩm đầu ra"],
        ["TT", "Đầu việc", "Người phụ trách", "Phối hợp", "Hạn", "Sản phẩm dự kiến"],
        ["TT", "Tên nhiệm vụ", "Phân công", "Đơn vị phối hợp thực hiện", "Hoàn thành", "Kết quả, sản phẩm"],
        ["TT", "NỘI DUNG NHIỆM VỤ", "CƠ QUAN CHỦ TRÌ", "CƠ QUAN PHỐI HỢP", "THỜI HẠN", "SẢN PHẨM"],
    ],
)
def test_columns_are_known_by_any_usual_head(heads):
    (task,) = rows(["1", "Rà soát quỹ đất", "Phòng Nội vụ", "Công an huyện", "30/6/2024", "Báo cáo"], heads=heads)
    assert summary([task]) == [("Rà soát quỹ đất", ["Phòng Nội vụ"], ["Công an huyện"], ["2024-06-30"])]


@pytest.mark.parametrize("heads", [["TT", "Họ và tên", "Chức vụ"], ["TT", "Nội dung", "Ghi chú"], ["", "", ""]])
def test_other_tables_are_no_task_tables(heads):
    assert layout_of(heads) is None


@pytest.mark.parametrize("ditto", ["nt", "-nt-", "NT", '"', "”", "Như trên"])
def test_a_ditto_mark_repeats_the_cell_above(ditto):
    tasks = rows(
        ["1", "Rà soát quỹ đất công ích", "Phòng Nội vụ", "", "30/6/2024", ""],
        ["2", "Lập danh sách hộ thuê đất", ditto, "Thanh tra huyện", "15/7/2024", ""],
    )
    assert letters.leads(tasks[1]) == ["Phòng Nội vụ"]
    assert [a.inherited for a in tasks[1].assignees] == [True, False]


def test_a_group_row_is_no_task():
    tasks = rows(
        ["I", "Về đất đai", "", "", "", ""],
        ["1", "Rà soát quỹ đất công ích", "Phòng Nội vụ", "", "30/6/2024", ""],
        ["II", "Về môi trường", "Về môi trường", "Về môi trường", "Về môi trường", "Về môi trường"],
        ["1", "Thu gom rác thải các chợ", "Phòng Y tế", "", "30/6/2024", ""],
    )
    assert [t.text for t in tasks] == ["Rà soát quỹ đất công ích", "Thu gom rác thải các chợ"]


def test_a_merged_cell_goes_for_its_rows():
    cells = [Cell(0, c, words) for c, words in enumerate(HEADS)]
    cells += [
        Cell(1, 0, "1"),
        Cell(1, 1, "Rà soát quỹ đất"),
        Cell(1, 2, "Phòng Nội vụ", rows=2),
        Cell(1, 4, "30/6/2024"),
    ]
    cells += [Cell(2, 0, "2"), Cell(2, 1, "Lập danh sách hộ thuê"), Cell(2, 4, "15/7/2024")]
    tasks = letters.read(PLAN, Block(BlockKind.TABLE, cells=tuple(cells), line=1)).tasks
    assert [letters.leads(t) for t in tasks] == [["Phòng Nội vụ"], ["Phòng Nội vụ"]]


@pytest.mark.parametrize(
    ("cell", "due", "kind", "rrule"),
    [
        ("30/6/2024", "2024-06-30", "by", None),
        ("Trước ngày 15/12/2024", "2024-12-15", "before", None),
        ("Chậm nhất ngày 15/12/2024", "2024-12-15", "by", None),
        ("Tháng 9/2024", "2024-09-30", "within", None),
        ("9/2024", "2024-09-30", "within", None),
        ("Quý III/2024", "2024-09-30", "within", None),
        ("Quý 4 năm 2024", "2024-12-31", "within", None),
        ("Năm 2025", "2025-12-31", "within", None),
        ("2025", "2025-12-31", "within", None),
        ("Hằng tháng", "None", "recurring", "FREQ=MONTHLY"),
        ("Hàng tuần", "None", "recurring", "FREQ=WEEKLY"),
        ("Định kỳ hằng quý", "None", "recurring", "FREQ=MONTHLY;INTERVAL=3"),
        ("Trước ngày 25 hằng tháng", "None", "recurring", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ],
)
def test_the_cell_of_the_time_says_it_in_its_own_short_way(cell, due, kind, rrule):
    (task,) = rows(["1", "Rà soát quỹ đất công ích", "Phòng Nội vụ", "", cell, ""])
    assert [(str(d.due), d.kind.value, d.rrule) for d in task.deadlines] == [(due, kind, rrule)]


@pytest.mark.parametrize("cell", ["", "Thường xuyên", "Khi có yêu cầu", "Theo tiến độ dự án"])
def test_a_time_that_is_no_day_gives_none(cell):
    (task,) = rows(["1", "Rà soát quỹ đất công ích", "Phòng Nội vụ", "", cell, ""])
    assert [d.due for d in task.deadlines if d.due] == []


def test_an_office_that_nobody_listed_keeps_its_words_and_says_so():
    (task,) = rows(["1", "Rà soát quỹ đất công ích", "Tổ giúp việc", "", "30/6/2024", ""])
    assert letters.leads(task) == ["Tổ giúp việc"]
    assert task.assignees[0].evidence.reason
    assert task.assignees[0].evidence.confidence <= 0.6


def test_rows_of_a_text_file_are_divided_by_tabs():
    table = "\n".join(
        "\t".join(r) for r in (HEADS, ["1", "Rà soát quỹ đất", "Phòng Nội vụ", "UBND các xã", "30/6/2024", "Báo cáo"])
    )
    (task,) = letters.read(f"{PLAN}\n{table}").tasks
    assert summary([task]) == [("Rà soát quỹ đất", ["Phòng Nội vụ"], ["UBND các xã"], ["2024-06-30"])]


def test_a_blank_lead_below_a_lead_is_a_merged_cell_of_a_text_table_and_said_to_be_inherited():
    rows = ["TT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tThời hạn", "1\tMua sắm 12 xe đẩy rác\tPhòng Nội vụ\tQuý II/2024"]
    more = [
        *rows,
        "2\tSửa chữa lò đốt rác của xã\t\tQuý II/2024",
        "II\tTuyên truyền\t\t",
        "3\tTập huấn cho các tổ thu gom\t\tQuý III/2024",
    ]
    tasks = letters.read_body("Nhiệm vụ cụ thể như sau:\n" + "\n".join(more), addressee=None).tasks
    assert [letters.leads(t) for t in tasks] == [["Phòng Nội vụ"], ["Phòng Nội vụ"], []]
    assert tasks[1].assignees[0].inherited
