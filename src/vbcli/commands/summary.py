"""`vb summary`: the week."""

from contextlib import closing

from vbcli.commands.options import AsJson, Db, Today, archive_of, today_of
from vbcli.commands.output import put_json, put_page, screen
from vbcli.errors import ExitCode
from vbcli.query.summary import summarise
from vbcli.render.as_json import document_of, summary_json
from vbcli.render.summary import summary_page
from vbcli.store.database import open_for_reading

HELP = """Tổng hợp tuần: tổng số, quá hạn theo đơn vị, việc tuần sau

Ví dụ: vb summary --today 2024-05-10"""


def summary(as_json: AsJson = False, today: Today = None, db: Db = None) -> int:
    """Print the ISO week of today."""
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        view = summarise(conn, day)
    if as_json:
        put_json(document_of("summary", summary_json(view), day))
    else:
        put_page(summary_page(view, screen().width))
    return ExitCode.DONE
