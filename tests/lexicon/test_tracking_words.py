"""Heads of columns and words of progress in the spreadsheets that offices keep."""

import pytest

from vbcli.lexicon.tracking import columns_of, progress_of
from vbcli.model.followup import Progress


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        (
            ("STT", "Số, ký hiệu, ngày VB giao", "Nội dung nhiệm vụ (trích yếu)", "Cơ quan, đơn vị chủ trì",
             "Cơ quan, đơn vị phối hợp", "Lãnh đạo chỉ đạo", "Thời hạn hoàn thành", "Tình trạng (tiến độ)", "Ghi chú"),
            {"number": 1, "text": 2, "leads": 3, "supports": 4, "leader": 5, "due": 6, "status": 7, "note": 8},
        ),
        (
            ("Mã", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Chuyên viên theo dõi", "Đơn vị thực hiện",
             "Văn bản cấp trên giao", "Văn bản sản phẩm đầu ra", "Hạn xử lý", "Tóm tắt kết quả"),
            {"id": 0, "text": 1, "leads": 2, "officer": 3, "performers": 4, "number": 5, "report": 6, "due": 7, "result": 8},
        ),
        (
            ("TT", "NỘI DUNG CÔNG VIỆC", "ĐƠN VỊ THỰC HIỆN", "HẠN", "NGÀY HOÀN THÀNH", "SẢN PHẨM"),
            {"text": 1, "performers": 2, "due": 3, "done-on": 4, "product": 5},
        ),
        (("noi dung", "don vi chu tri"), {"text": 0, "leads": 1}),
    ],
)  # fmt: skip
def test_a_row_of_heads_names_its_columns(heads, found):
    assert columns_of(heads) == found


@pytest.mark.parametrize(
    "row",
    [
        ("SỔ THEO DÕI NHIỆM VỤ NĂM 2024",),
        ("Nội dung", "Ghi chú"),
        (1, 2, 3),
        ("Họ và tên", "Đơn vị thực hiện", "Hạn"),
        ("I", "Nội dungs khác", "Đơn vị chủ trìs"),
        (),
    ],
)
def test_other_rows_head_no_register(row):
    assert columns_of(row) == {}


@pytest.mark.parametrize(
    ("words", "progress", "on_time"),
    [
        ("Đã hoàn thành", Progress.DONE, False),
        ("hoàn thành đúng hạn", Progress.DONE, True),
        ("Hoàn thành trước hạn 02 ngày", Progress.DONE, True),
        ("Hoàn thành quá hạn", Progress.DONE, False),
        ("Chưa hoàn thành (quá hạn)", Progress.TODO, False),
        ("Đang thực hiện – trong hạn", Progress.DOING, True),
        ("tạm dừng theo CV 12", Progress.PAUSED, False),
        ("Không thực hiện", Progress.CANCELLED, False),
        ("chờ thẩm định", None, False),
        ("", None, False),
    ],
)
def test_a_cell_of_progress(words, progress, on_time):
    assert progress_of(words) == (progress, on_time)
