"""Document → Record: the one function that composes the stage."""

from vbcli.extract.bounds import bounded, earliest
from vbcli.extract.due_dates import Issued
from vbcli.extract.references import find_references
from vbcli.extract.tasks import find_tasks
from vbcli.model.document import Document
from vbcli.model.record import Record


def extract(document: Document) -> Record:
    """Return everything that can be told of a document."""
    references, mentions = find_references(document)
    first = earliest(document, references)
    header = document.header
    tasks = find_tasks(document, references, Issued(header.issued_on.value, first, header.received_on))
    return Record(bounded(document, first, tasks), tasks, references, mentions)
