"""Options of `vb tasks` alone."""

from typing import Annotated

import typer

SavedName = Annotated[
    str | None, typer.Argument(metavar="[@TÊN]", help="tra cứu đã lưu bằng vb save; cờ nêu thêm thay cho cờ đã lưu")
]
IncludeCollective = Annotated[
    bool,
    typer.Option("--include-collective", help="kèm việc giao chung cho nhóm mà đơn vị có thể thuộc về: UBND các xã"),
]
Overdue = Annotated[bool, typer.Option("--overdue", help="chỉ việc quá hạn")]
DueBefore = Annotated[str | None, typer.Option(metavar="NGÀY", help="hạn đến hết ngày này")]
DueAfter = Annotated[str | None, typer.Option(metavar="NGÀY", help="hạn từ ngày này")]
DueWithin = Annotated[str | None, typer.Option(metavar="NGÀY", help="hạn từ hôm nay đến ngày này: 7d, cuoituan, …")]
NoDue = Annotated[bool, typer.Option("--no-due", help="chỉ việc không có hạn")]
Status = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TÌNH_TRẠNG",
        help="chua, dang, xong, tamdung, huy, bo, tatca; mặc định việc còn phải làm (chua, dang); dùng được nhiều lần",
    ),
]
OfDocument = Annotated[str | None, typer.Option(metavar="SỐ", help="chỉ việc của văn bản này: số, ký hiệu hoặc V12")]
Citing = Annotated[str | None, typer.Option(metavar="SỐ", help="chỉ việc có viện dẫn văn bản này")]
SearchWords = Annotated[
    str | None,
    typer.Option(
        metavar="LỜI",
        help='chỉ việc có đủ các chữ này: gõ dấu thì đúng dấu, không gõ thì dấu nào cũng được; cả cụm đặt trong "…"',
    ),
]
Sort = Annotated[
    list[str] | None,
    typer.Option(
        metavar="due|original|late|unit|doc|issued|issuer|progress|officer|id",
        help="xếp theo; -due là xếp ngược; nhiều khóa cách nhau bằng dấu phẩy; mặc định due",
    ),
]
JustCount = Annotated[bool, typer.Option("--count", help="chỉ in số việc")]
