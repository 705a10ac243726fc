"""Everything that was understood of one document: what `vb extract` prints and `vb ingest` stores."""

from dataclasses import dataclass

from vbcli.model.document import Document
from vbcli.model.task import Mention, Reference, Task


@dataclass(frozen=True, slots=True)
class Record:
    """A document with its tasks and references."""

    document: Document
    tasks: tuple[Task, ...]
    references: tuple[Reference, ...]
    mentions: tuple[Mention, ...] = ()
