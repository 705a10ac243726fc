"""Documents read anew from what the archive keeps of their files: after rules changed, after a person corrected a head.

Understanding runs side by side in worker processes; each file's documents are then written in one transaction, so that
a run that is cut off leaves every document as it was or as it is now, and the next run does the rest.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vbcli.config import Limits
from vbcli.errors import UsageError
from vbcli.filings import filings_of, reread
from vbcli.language import N_, _
from vbcli.lexicon.numbers import match_key
from vbcli.lexicon.unit_names import unit_name
from vbcli.model.changes import DocumentChange, RereadReport, Unread
from vbcli.model.followup import Entry, Event, Subject, Verb
from vbcli.store.changes import difference, snapshot
from vbcli.store.corrections import corrections_of, entered_values
from vbcli.store.derived import replace_derived
from vbcli.store.documents import EnteredDocument, put_entered
from vbcli.store.entered import Renew, enter
from vbcli.store.filing import Filing, Stamp
from vbcli.store.homes import add_split, paths_of, place_in_file
from vbcli.store.identity import find_document, likeness, twin_of
from vbcli.store.kept import Carrier, KeptFile, files_of, kept_file
from vbcli.store.passages import put_passages
from vbcli.store.write import attach, transaction
from vbcli.workers import Failure, each_of

Progress = Callable[[int, int, Path], None]
"""Files done, files in all, the file just done."""


def reextract(
    conn: sqlite3.Connection,
    documents: Sequence[int] | None,
    stamp: Stamp,
    *,
    jobs: int = 1,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> RereadReport:
    """Read documents anew with the rules of today, None: all of them; return what changed."""
    files = files_of(conn, documents)
    kept = (file for id_ in files if (file := kept_file(conn, id_, documents)) is not None)
    run = _Run(conn, stamp, documents)
    for done, (file, answer) in enumerate(each_of(understood, kept, len(files), jobs, limits), start=1):
        if isinstance(answer, Failure):
            run.fail(file, answer)
        else:
            run.take(file, answer)
        if progress:
            progress(done, len(files), Path(file.path))
    shown = {row[0] for row in conn.execute("SELECT id FROM documents WHERE removed = 0 AND merged_into IS NULL")}
    changes = tuple(change for change in run.changes if change.id in shown)
    return RereadReport(run.count, changes, tuple(run.unread), _without_file(conn, documents))


def understood(file: KeptFile) -> tuple[Filing, ...]:
    """Return what a file says, with what people corrected; borrowed texts are read later, for their head is another's."""
    return filings_of(file.source(), {c.part: c.corrections for c in file.carriers if not c.kept})


@dataclass(slots=True)
class _Run:
    """One reading of many files while it lasts."""

    conn: sqlite3.Connection
    stamp: Stamp
    documents: Sequence[int] | None
    count: int = 0
    changes: list[DocumentChange] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def take(self, file: KeptFile, filings: tuple[Filing, ...]) -> None:
        """Write what a file says into its documents."""
        with transaction(self.conn):
            # Somebody may have corrected a head, or ingested a better file, since the file was handed out.
            now = kept_file(self.conn, file.id, self.documents)
            if now is None:
                return
            if now.carriers != file.carriers:
                file, filings = now, understood(now)
            found = {carrier.document_id: filing for carrier, filing in _paired(file.carriers, filings)}
            changes = list(_renewed(self.conn, file, filings, self.stamp))
            changes += _found(self.conn, file, filings, self.stamp)
        self.count += len(found)
        self.changes += [change for change in changes if change]
        lost = [carrier for carrier in file.carriers if carrier.document_id not in found]
        self.fail(replace(file, carriers=tuple(lost)), _LOST)

    def fail(self, file: KeptFile, failure: Failure) -> None:
        """Note why the documents of a file stay as they were."""
        for carrier in file.carriers:
            why = Unread(carrier.document_id, file.path, failure.message, failure.advice or "", failure.detail)
            self.unread.append(why)


_LOST = Failure("lost", N_("Tệp không còn đọc ra văn bản này; giữ như cũ."), N_("vb show V… (để xem bản đang dùng)"))


def _renewed(
    conn: sqlite3.Connection, file: KeptFile, filings: Sequence[Filing], stamp: Stamp
) -> Iterator[DocumentChange | None]:
    for carrier, filing in _paired(file.carriers, filings):
        own = filing
        if carrier.kept or carrier.corrections != filing.corrections:
            document = filing.record.document
            own = reread(document.source, document.part, carrier.corrections, carrier.kept)
        place_in_file(conn, carrier.document_id, file.id, own.record.document.part)
        yield put_reading(conn, carrier.document_id, own, stamp)


def _paired(carriers: Sequence[Carrier], filings: Sequence[Filing]) -> Iterator[tuple[Carrier, Filing]]:
    """Yield each document with its act of the file: the likest, of equals the one in its old place.

    An act is one document's own, unless that lends it. A document whose act is gone from the file gets none.
    """
    ranks = sorted(
        (
            (-_likeness(carrier, filing, filings), filing.record.document.part != carrier.part, c, f)
            for c, carrier in enumerate(carriers)
            for f, filing in enumerate(filings)
        ),
    )
    taken: set[int] = set()
    paired: dict[int, int] = {}
    for unlike, _elsewhere, c, f in ranks:
        borrows = bool(carriers[c].kept)
        if c in paired or (f in taken and not borrows) or (len(carriers) > 1 and -unlike < _OTHER_PAPER):
            continue
        paired[c] = f
        taken |= set() if borrows else {f}
    yield from ((carriers[c], filings[f]) for c, f in sorted(paired.items()))


_OTHER_PAPER = 0.2
"""Texts less like each other than this are two papers, however a file was divided."""


def _likeness(carrier: Carrier, filing: Filing, among: Sequence[Filing]) -> float:
    return 1.0 if len(among) == 1 else likeness(carrier.text, filing.record.document.text)


def put_reading(conn: sqlite3.Connection, document_id: int, filing: Filing, stamp: Stamp) -> DocumentChange | None:
    """Make a document carry a reading; return what changed. Where nothing did, not even the day of reading is touched."""
    before = snapshot(conn, document_id)
    conn.execute("SAVEPOINT reading")
    replace_derived(conn, document_id, filing, stamp)
    change = difference(before, snapshot(conn, document_id), twin_of(conn, document_id, filing))
    if change is None:
        conn.execute("ROLLBACK TO reading")
        # An older archive was indexed from its texts alone, which know no lines.
        put_passages(conn, document_id, filing.record.document, before.document["subject"])
    conn.execute("RELEASE reading")
    return change


def _found(
    conn: sqlite3.Connection, file: KeptFile, filings: Sequence[Filing], stamp: Stamp
) -> Iterator[DocumentChange | None]:
    """Yield the documents of a file that only the rules of today tell apart: they are stored as a new file's would be."""
    if len(filings) <= len(file.carriers) or file.others:
        return
    taken = {id(filing) for _, filing in _paired(file.carriers, filings)}
    for filing in filings:
        if id(filing) not in taken and find_document(conn, filing, ()) is None:
            id_ = attach(conn, file.id, filing, stamp)
            yield difference(None, snapshot(conn, id_))


def _without_file(conn: sqlite3.Connection, documents: Sequence[int] | None) -> int:
    rows = conn.execute(
        "SELECT id FROM documents WHERE id NOT IN (SELECT document_id FROM document_files WHERE is_best = 1)"
        " AND removed = 0 AND merged_into IS NULL"
    )
    return sum(documents is None or row[0] in documents for row in rows)


def renewer(stamp: Stamp, changes: list[DocumentChange] | None = None) -> Renew:
    """Return what reads documents anew inside an entry's transaction; what changed is added to `changes`."""

    def renew(conn: sqlite3.Connection, documents: Sequence[int]) -> None:
        for id_ in documents:
            change = _renew(conn, id_, stamp)
            if change and changes is not None:
                changes.append(change)

    return renew


def _renew(conn: sqlite3.Connection, document_id: int, stamp: Stamp) -> DocumentChange | None:
    for file_id in files_of(conn, (document_id,)):
        file = kept_file(conn, file_id, (document_id,))
        if file is not None and file.carriers:
            return next(_renewed(conn, file, understood(file), stamp), None)
    return _renew_entered(conn, document_id)


def _renew_entered(conn: sqlite3.Connection, document_id: int) -> DocumentChange | None:
    """Write the values of a document that no file gave."""
    corrections = corrections_of(conn, document_id)
    values = entered_values(conn, document_id) | corrections
    before = snapshot(conn, document_id)
    number, issued_on, issuer = (values.get(name) for name in ("number", "issued_on", "issuer"))
    entered = EnteredDocument(
        number,
        match_key(number) if number else None,
        date.fromisoformat(issued_on) if issued_on else None,
        unit_name(issuer) if issuer else None,
        values.get("doc_type"),
        values.get("subject"),
    )
    twin = put_entered(conn, document_id, entered, corrections)
    return difference(before, snapshot(conn, document_id), twin)


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a command about one document."""

    entry: int | None
    """None where it is so already."""
    document: int
    changes: tuple[DocumentChange, ...]


def correct_head(
    conn: sqlite3.Connection, document_id: int, data: Mapping[str, str | None], entry: Entry, stamp: Stamp
) -> Mended:
    """Enter what is right of a document's head, with all that follows from it; None goes back to what was read."""
    changes: list[DocumentChange] = []
    with transaction(conn):
        known = corrections_of(conn, document_id)
        if all(known.get(name) == value for name, value in data.items()):
            return Mended(None, document_id, ())
        event = Event(Verb.EDIT, Subject.DOCUMENT, document_id, data=data)
        entry_id = enter(conn, entry, [event], stamp.read_at, renewer(stamp, changes))
    return Mended(entry_id, document_id, tuple(changes))


def split_off(conn: sqlite3.Connection, document_id: int, path: str, entry: Entry, stamp: Stamp) -> Mended:
    """Make a file a document of its own; a `UsageError` where the document has no other file."""
    changes: list[DocumentChange] = []
    with transaction(conn):
        if paths_of(conn, document_id) == (path,):
            raise UsageError(
                _("V{document} chỉ có tệp này, không có gì để tách").format(document=document_id),
                f"vb show V{document_id}",
            )
        new = add_split(conn, document_id, path, stamp)
        event = Event(Verb.SPLIT, Subject.DOCUMENT, new, data={"path": path, "from": document_id})
        entry_id = enter(conn, entry, [event], stamp.read_at, renewer(stamp, changes))
    return Mended(entry_id, new, tuple(changes))
