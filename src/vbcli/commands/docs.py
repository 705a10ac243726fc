"""`vb docs`: the documents of the archive."""

from contextlib import closing

from vbcli.commands.options import AsJson, Db, Limit, Today, Verbose, archive_of, today_of
from vbcli.commands.output import put_json, put_page, screen
from vbcli.errors import ExitCode
from vbcli.render.as_json import document_of, documents_json
from vbcli.render.tables import document_list
from vbcli.store.database import open_for_reading

HELP = """Liệt kê văn bản trong kho, mới nhất đứng trước

Ví dụ: vb docs --limit 20"""


def docs(
    limit: Limit = None, as_json: AsJson = False, today: Today = None, db: Db = None, verbose: Verbose = False
) -> int:
    """Print the documents with their counts."""
    del verbose
    from vbcli.query.documents import find_documents

    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        found = find_documents(conn, day, limit)
    if as_json:
        put_json(document_of("documents", documents_json(found), day))
    else:
        put_page(document_list(found, screen().width))
    return ExitCode.DONE
