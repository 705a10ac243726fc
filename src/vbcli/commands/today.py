"""`vb` alone: what is overdue, due today, due soon."""

from contextlib import closing
from datetime import timedelta

from vbcli.commands.options import archive_of, today_of
from vbcli.commands.output import put, put_page, screen
from vbcli.errors import ExitCode
from vbcli.query.tasks import SOON, TaskFilter, find_tasks
from vbcli.render.summary import today_page
from vbcli.store.database import open_for_reading

BEGIN = "Chưa có kho dữ liệu. Bắt đầu bằng: vb ingest THƯ_MỤC (xem thêm: vb --help)\n"


def today_lists(db: str | None, today: str | None) -> int:
    """Print the three lists, or how to begin."""
    day = today_of(today)
    archive = archive_of(db)
    if not archive.exists():
        put(BEGIN)
        return ExitCode.DONE
    with closing(open_for_reading(archive)) as conn:
        overdue = find_tasks(conn, TaskFilter(overdue=True), day)
        due_today = find_tasks(conn, TaskFilter(due_from=day, due_to=day), day)
        soon = find_tasks(conn, TaskFilter(due_from=day + timedelta(days=1), due_to=day + timedelta(days=SOON)), day)
    put_page(today_page(overdue, due_today, soon, day, screen().width))
    return ExitCode.DONE
