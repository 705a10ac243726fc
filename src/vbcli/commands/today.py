"""`vb` alone: what is overdue, due today, due soon."""

from contextlib import closing
from datetime import timedelta

from vbcli.commands.options import archive_of, today_of
from vbcli.commands.output import put, put_page, screen
from vbcli.errors import ExitCode
from vbcli.language import N_, _
from vbcli.query.tasks import SOON, TaskFilter, count_tasks, find_tasks
from vbcli.render.today import DueList, today_page
from vbcli.store.database import open_for_reading

# The first look must fit a screen or two; the rest is one command away.
AT_MOST = 20
BEGIN = N_("Chưa có kho dữ liệu. Bắt đầu bằng: vb ingest THƯ_MỤC (xem thêm: vb --help)")


def today_lists(db: str | None, today: str | None) -> int:
    """Print the three lists, or how to begin."""
    day = today_of(today)
    archive = archive_of(db)
    if not archive.exists():
        put(f"{_(BEGIN)}\n")
        return ExitCode.DONE
    tomorrow, last = day + timedelta(days=1), day + timedelta(days=SOON)
    wanted = (
        (_("Quá hạn"), TaskFilter(overdue=True, limit=AT_MOST), "vb tasks --overdue"),
        (_("Đến hạn hôm nay"), TaskFilter(due_from=day, due_to=day, limit=AT_MOST), "vb tasks --due-within homnay"),
        (_("Sắp đến hạn"), TaskFilter(due_from=tomorrow, due_to=last, limit=AT_MOST), f"vb tasks --due-within {SOON}d"),
    )
    with closing(open_for_reading(archive)) as conn:
        lists = [DueList(title, find_tasks(conn, w, day), count_tasks(conn, w, day), more) for title, w, more in wanted]
    put_page(today_page(lists, day, screen().width))
    return ExitCode.DONE
