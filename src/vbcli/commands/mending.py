"""Commands that read a document anew: what a person may say of its head, and what is printed when it is done."""

from collections.abc import Mapping
from datetime import date
from sqlite3 import Connection

from vbcli import __version__
from vbcli.commands.documents_as_one import one_document
from vbcli.commands.options import day_of, now_of
from vbcli.commands.output import note, put_json, put_page, screen
from vbcli.errors import UsageError
from vbcli.language import _
from vbcli.model.followup import Entry
from vbcli.reread import Mended, correct_head
from vbcli.store.filing import Stamp

_DAYS = {"issued_on": "--issued", "received_on": "--received"}


def edit_head(
    conn: Connection, name: str, given: Mapping[str, str | None], entry: Entry, today: date, *, as_json: bool
) -> None:
    """Enter what is right of a document's head, and print what follows."""
    document_id = one_document(conn, name)
    mended = correct_head(conn, document_id, head_of(given, today), entry, Stamp(__version__, now_of()))
    show_mended(mended, today, as_json=as_json)


def head_of(given: Mapping[str, str | None], today: date) -> dict[str, str | None]:
    """Return the values of the flags as they are kept; None for an empty one, which goes back to what was read."""
    return {name: _value(name, " ".join(words.split()), today) for name, words in given.items() if words is not None}


def _value(name: str, words: str, today: date) -> str | None:
    if not words:
        return None
    if name in _DAYS:
        return day_of(words, _DAYS[name], today).isoformat()
    if name == "number":
        return _number(words)
    if name == "doc_type":
        return _type(words)
    return words


def _number(words: str) -> str:
    from vbcli.lexicon.numbers import canonical_number

    number = canonical_number(words)
    if number is None:
        raise UsageError(
            _("“{words}” không phải số, ký hiệu văn bản").format(words=words),
            _("viết như 1309-CV/HU, 45/TB-UBND, 30/2020/NĐ-CP"),
        )
    return number


def _type(words: str) -> str:
    from vbcli.lexicon.document_types import by_id, by_title
    from vbcli.text.fold import fold

    key = fold(words).replace(" ", "_")
    if key in by_id():
        return key
    found = by_title().get(fold(words.replace("_", " ")))
    if found is None:
        raise UsageError(
            _("không có loại văn bản “{words}”").format(words=words),
            _("các loại: {types}").format(types=", ".join(sorted(by_id()))),
        )
    return found.id


def show_mended(mended: Mended, today: date, *, as_json: bool) -> None:
    """Print what followed from the command; on stderr how to take it back."""
    from vbcli.render.as_json import document_of
    from vbcli.render.changes import change_json, change_page

    if as_json:
        body = {"entry": mended.entry, "document": f"V{mended.document}"}
        put_json(document_of("mended", body | {"changes": [change_json(c) for c in mended.changes]}, today))
    else:
        put_page(change_page(mended.changes, screen().width))
    for change in mended.changes:
        if change.twin:
            note(
                _("V{document} nay cùng cơ quan, số, ngày với V{twin}; giữ cả hai").format(
                    document=change.id, twin=change.twin
                ),
                _("vb merge V{twin} V{document} (nếu là một)").format(twin=change.twin, document=change.id),
            )
    if mended.entry is None:
        note(_("V{document} giữ nguyên: đã ghi như vậy").format(document=mended.document))
    elif not as_json:
        note(_("đã ghi thao tác #{entry}; hủy bằng vb undo").format(entry=mended.entry))
