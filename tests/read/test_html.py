import pytest

from vbcli.errors import ReadError
from vbcli.model.source import BlockKind
from vbcli.read.files import read
from vbcli.read.html import read_html

PAGE = """<!DOCTYPE html><html><head><title>Cổng</title><meta charset="utf-8"><style>p{color:red}</style></head><body>
<header>Cổng thông tin <a href="/">Trang chủ</a></header><nav><ul><li>Giới thiệu chung về tỉnh và các cơ quan</li></ul></nav>
<div class="main"><div class="left"><a href="#">Tin khác</a><a href="#">Lịch công tác của lãnh đạo</a></div>
<div class="article"><h1>Thông báo kết luận</h1>
<p>Chủ tịch UBND tỉnh&nbsp;Sông Mây yêu cầu&#58; Sở Tài chính<br>rà soát, báo cáo trước ngày 15/3/2025.</p>
<p style="display: none">Không thấy</p>
<script>var x = "không phải chữ";</script>
<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Hạn</th></tr>
<tr><td>1</td><td rowspan="2">Lập <b>danh sách</b></td><td>30/6/2025</td></tr><tr><td>2</td><td>31/7/2025</td></tr></table>
<p>Các xã, phường, thị trấn thực hiện nghiêm thông báo này và gửi báo cáo về Văn phòng để tổng hợp.</p></div></div>
<footer>Bản quyền thuộc về Cổng thông tin</footer></body></html>"""


def test_the_article_and_its_tables_and_nothing_else():
    blocks, issues = read_html(PAGE.encode())
    assert [block.text for block in blocks] == [
        "Thông báo kết luận",
        "Chủ tịch UBND tỉnh Sông Mây yêu cầu: Sở Tài chính",
        "rà soát, báo cáo trước ngày 15/3/2025.",
        "",
        "Các xã, phường, thị trấn thực hiện nghiêm thông báo này và gửi báo cáo về Văn phòng để tổng hợp.",
    ]
    assert blocks[3].kind is BlockKind.TABLE
    cells = [(c.row, c.column, c.text, c.rows) for c in blocks[3].cells]
    assert cells[3:] == [
        (1, 0, "1", 1),
        (1, 1, "Lập danh sách", 2),
        (1, 2, "30/6/2025", 1),
        (2, 0, "2", 1),
        (2, 2, "31/7/2025", 1),
    ]
    assert [block.line for block in blocks] == [1, 2, 3, 4, 5]
    assert issues == ()


def test_a_page_saved_as_doc_is_read_as_what_it_is(tmp_path):
    path = tmp_path / "a.doc"
    path.write_bytes(PAGE.encode("utf-16"))
    with pytest.raises(ReadError):
        read(path)
    path.write_bytes(PAGE.encode())
    assert read(path).format == "html"


def test_the_named_encoding_is_believed_where_it_fits():
    page = '<html><head><meta charset="windows-1252"></head><body><p>café £4</p></body></html>'
    assert read_html(page.encode("cp1252"))[0][0].text == "café £4"
    wrong = "<html><head><meta charset='us-ascii'></head><body><p>Ủy ban nhân dân</p></body></html>"
    assert read_html(wrong.encode())[0][0].text == "Ủy ban nhân dân"


def test_a_layout_table_is_no_table():
    cell = "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện. " * 12
    page = f"<html><body><table><tr><td>Trái</td><td><p>{cell}</p></td></tr><tr><td></td><td><p>{cell}</p></td></tr></table></body></html>"
    blocks, _ = read_html(page.encode())
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH] * 3


@pytest.mark.parametrize(
    "page", [b"<html></html>", b"<!DOCTYPE html>", b"<html><body><script>1</script></body></html>"]
)
def test_a_page_without_text_is_empty(page):
    with pytest.raises(ReadError) as caught:
        read_html(page)
    assert caught.value.code == "empty"
