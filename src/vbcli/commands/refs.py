"""`vb refs`: who cites a document, what it cites, which tasks hang on it."""

from contextlib import closing
from typing import Annotated

import typer

from vbcli.commands.options import AsJson, Db, Today, archive_of, today_of
from vbcli.commands.output import put_json, put_page, screen
from vbcli.errors import ExitCode
from vbcli.render.as_json import document_of, references_json
from vbcli.render.tables import reference_list
from vbcli.store.database import open_for_reading

HELP = """Tra một số, ký hiệu: ai viện dẫn, việc nào gắn với nó

Ví dụ: vb refs 733-TB/TU"""


def refs(
    number: Annotated[str, typer.Argument(metavar="SỐ", help="số, ký hiệu viết cách nào cũng được, hoặc V12")],
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print what the archive knows about a document."""
    from vbcli.query.references import find_references

    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        view = find_references(conn, number, day)
    if as_json:
        put_json(document_of("refs", references_json(view), day))
    else:
        put_page(reference_list(view, screen().width))
    return ExitCode.DONE
