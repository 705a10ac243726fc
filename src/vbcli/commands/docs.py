"""`vb docs`: the documents of the archive."""

from contextlib import closing

from vbcli.commands.listing import Answer, Columns, FormatChoice, Output, outlet, put_answer
from vbcli.commands.options import AsJson, Db, Limit, Today, archive_of, today_of
from vbcli.errors import ExitCode
from vbcli.store.database import open_for_reading

HELP = """Liệt kê văn bản trong kho, mới nhất đứng trước

Ví dụ: vb docs --limit 20"""


def docs(
    *,
    limit: Limit = None,
    columns: Columns = None,
    format_: FormatChoice = None,
    output: Output = None,
    as_json: AsJson = False,
    today: Today = None,
    db: Db = None,
) -> int:
    """Print the documents with their counts."""
    from vbcli.query.documents import find_documents
    from vbcli.render.as_json import document_of, documents_json
    from vbcli.render.listings import document_listing
    from vbcli.render.tables import document_list

    to = outlet(format_, output, as_json=as_json, columns=columns)
    day = today_of(today)
    with closing(open_for_reading(archive_of(db))) as conn:
        found = find_documents(conn, day, limit)
    answer = Answer(
        page=lambda width: document_list(found, width),
        json=lambda: document_of("documents", documents_json(found), day),
        listing=lambda: document_listing(found),
    )
    put_answer(answer, to, day)
    return ExitCode.DONE
