"""`vb doctor`: what is installed, what was last run, what needs attention."""

import os
from datetime import UTC, datetime

from vbcli.commands.options import AsJson, Db, archive_of
from vbcli.commands.output import put_json, put_page, screen
from vbcli.errors import ExitCode

HELP = """Xem máy có gì, kho ra sao, lần chạy gần nhất có lỗi không, cần làm gì

Ví dụ: vb doctor"""


def doctor(*, as_json: AsJson = False, db: Db = None) -> int:
    """Print what was found; 5 where something does not work."""
    from vbcli.checkup import examine
    from vbcli.model.checkup import Health
    from vbcli.render.checkup import checkup_json, checkup_page

    found = tuple(examine(archive_of(db), os.environ, datetime.now(tz=UTC)))
    if as_json:
        put_json(checkup_json(found))
    else:
        put_page(checkup_page(found, screen().width))
    return ExitCode.STORE if any(one.health is Health.BAD for one in found) else ExitCode.DONE
