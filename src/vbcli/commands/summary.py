"""`vb summary`: the week, or another period, on the screen or as the papers of the office."""

import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vbcli.commands.listing import Answer, Columns, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Today, archive_of, today_of
from vbcli.commands.output import put, put_bytes, put_long, screen
from vbcli.commands.report_forms import BINARY, Form, Reckoned, check_stdout, form_of, written
from vbcli.commands.report_periods import Half, Month, Quarter, Since, Until, Week, period_asked
from vbcli.errors import ExitCode, UsageError
from vbcli.language import _
from vbcli.render.formats import Format

if TYPE_CHECKING:
    from vbcli.commands.report_runs import Wish, Writing
    from vbcli.model.report import Report
    from vbcli.settings import Office

HELP = """Tổng hợp tuần, tháng, quý: số liệu, quá hạn, việc kỳ sau; báo cáo

Ví dụ: vb summary --week truoc -o bao-cao.docx -o so-theo-doi.xlsx"""

Unit = Annotated[
    str | None, typer.Option("--unit", metavar="ĐƠN_VỊ", help="chỉ phần việc do đơn vị này chủ trì, gõ tắt cũng được")
]
Drill = Annotated[
    str | None,
    typer.Option("--drill", metavar="SỐ_LIỆU", help="liệt kê nhiệm vụ của một số liệu: overdue, band:8-30, …"),
]
Ids = Annotated[bool, typer.Option("--ids", help="kèm mã nhiệm vụ của từng số liệu")]
Fresh = Annotated[bool, typer.Option("--fresh", help="tính lại, không dùng số liệu đã chốt")]
Snapshot = Annotated[bool, typer.Option("--snapshot", help="chốt số liệu trong kho; -o và --chase luôn chốt")]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="table|json|md|html|docx|xlsx|eml",
        help="dạng in ra; mặc định theo đuôi của tệp -o, không có -o thì table; eml kèm các tệp -o",
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o", "--output", metavar="TỆP", help="ghi vào tệp, tên có thể chứa ngày: tuan-%G-W%V.docx; lặp lại được"
    ),
]
Chase = Annotated[
    Path | None, typer.Option("--chase", metavar="THƯ_MỤC", help="ghi công văn đôn đốc, mỗi đơn vị một tệp")
]
Sector = Annotated[
    str | None, typer.Option("--khoi", metavar="dang|nha-nuoc", help="thể thức văn bản; mặc định theo vb config")
]
OnlyIfChanged = Annotated[
    bool, typer.Option("--only-if-changed", help="không có gì mới từ lần chốt trước thì không ghi, không in gì")
]
FailOnOverdue = Annotated[bool, typer.Option("--fail-on-overdue", help="có việc quá hạn thì mã thoát 7")]
CatchUp = Annotated[bool, typer.Option("--catch-up", help="ghi cả các kỳ trước đã lỡ từ lần chốt gần nhất")]


def summary(
    *,
    week: Week = None,
    month: Month = None,
    quarter: Quarter = None,
    half: Half = None,
    since: Since = None,
    until: Until = None,
    unit: Unit = None,
    drill: Drill = None,
    ids: Ids = False,
    columns: Columns = None,
    fresh: Fresh = False,
    snapshot: Snapshot = False,
    format_: FormatName = None,
    output: Outputs = None,
    chase: Chase = None,
    khoi: Sector = None,
    only_if_changed: OnlyIfChanged = False,
    fail_on_overdue: FailOnOverdue = False,
    catch_up: CatchUp = False,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the summary of a period, or write it as papers."""
    from vbcli.commands.report_runs import Wish, Writing, is_news, reckon, run

    day = today_of(today)
    named = {"week": week, "month": month, "quarter": quarter, "half": half}
    period = period_asked(named, since, until, day)
    wish = Wish(archive_of(db), day, period, _office(khoi), unit, fresh, ids)
    outputs = tuple(output or ())
    if drill is not None:
        return _drill(wish, drill, _list_format(format_), outputs, columns, as_json=as_json)
    if columns:
        raise UsageError(_("--columns chỉ dùng cùng --drill"), "vb summary --drill overdue --columns id,due,text")
    form = _form(format_, as_json=as_json)
    # A mail goes to standard output for the program that sends it, with the files attached.
    of_files = None if form is Form.EML else form
    to = Writing(tuple((path, form_of(path, of_files)) for path in outputs), chase, only_if_changed, catch_up)
    to_screen = form is Form.EML or not (to.any or catch_up)
    if to_screen:
        check_stdout(form or Form.TABLE)
    if to.any or snapshot or catch_up:
        shown, is_new = run(wish, to)
    else:
        shown = reckon(wish)
        is_new = not only_if_changed or is_news(wish, shown)
    if not is_new:
        return ExitCode.DONE
    if to_screen:
        _show(shown, form or Form.TABLE, wish, to)
    return ExitCode.OVERDUE if fail_on_overdue and shown.report.figures["overdue"] else ExitCode.DONE


def _office(khoi: str | None) -> "Office":
    from vbcli.settings import Khoi, office_of

    office = office_of(os.environ)
    if khoi is None:
        return office
    if khoi not in set(Khoi):
        raise UsageError(_("không có thể thức “{khoi}”").format(khoi=khoi), "--khoi dang, --khoi nha-nuoc")
    return replace(office, khoi=Khoi(khoi))


def _form(name: str | None, *, as_json: bool) -> Form | None:
    if name is None:
        return Form.JSON if as_json else None
    if name not in set(Form):
        raise UsageError(_("không có dạng “{name}” của báo cáo").format(name=name), " ".join(Form))
    if as_json and name != Form.JSON:
        raise UsageError(_("--json và --format {name} trái nhau").format(name=name), _("bỏ một trong hai"))
    return Form(name)


def _list_format(name: str | None) -> Format | None:
    if name is None:
        return None
    lists = [format_ for format_ in Format if format_ is not Format.DOT]
    if name not in lists:
        raise UsageError(_("danh sách nhiệm vụ không có dạng “{name}”").format(name=name), " ".join(lists))
    return Format(name)


def _show(shown: Reckoned, form: Form, wish: "Wish", to: "Writing") -> None:
    if form is Form.TABLE:
        from vbcli.render.summary import Manner, summary_page

        put_long(summary_page(shown.report, Manner(screen().width, shown.ids, shown.kept)))
        return
    attached = to.attached(shown, wish.office) if form is Form.EML else ()
    data = written(shown, form, wish.office, attached)
    if form in BINARY:
        put_bytes(data)
    else:
        put(data.decode())


def _drill(
    wish: "Wish", name: str, format_: Format | None, outputs: tuple[Path, ...], columns: str | None, *, as_json: bool
) -> int:
    """Print the tasks behind one figure."""
    from vbcli.commands.report_runs import reckon
    from vbcli.query.archive import archive_id
    from vbcli.render.as_json import document_of
    from vbcli.render.duties import duties_json, duty_listing, duty_page
    from vbcli.store.database import open_for_reading

    destinations = [outlet(format_, path, as_json=as_json, columns=columns) for path in outputs or (None,)]
    shown = reckon(wish)
    report = shown.report
    duties = [report.duties[id_] for id_ in _behind(report, name) if id_ in report.duties]
    with closing(open_for_reading(wish.archive)) as conn:
        archive = archive_id(conn)
    answer = Answer(
        page=lambda width: duty_page(duties, report, width),
        json=lambda: {**document_of("tasks", duties_json(duties), wish.today), "figure": name},
        listing=lambda: duty_listing(duties, report, archive),
    )
    for to in destinations:
        put_answer(answer, to, report.as_of)
    return ExitCode.DONE


def _behind(report: "Report", name: str) -> tuple[int, ...]:
    from difflib import get_close_matches

    from vbcli.query.figures import figure_names, tasks_behind

    found = tasks_behind(report, name)
    if found is not None:
        return found
    names = list(figure_names(report))
    near = get_close_matches(name, names, n=3, cutoff=0.6)
    raise UsageError(
        _("không có số liệu “{name}”").format(name=name),
        _("ý bạn là {near}?").format(near=" / ".join(near))
        if near
        else _("chọn trong: {names}").format(names=", ".join(one for one in names if ":" not in one)),
    )
