"""What the archive knows of documents that cite one another: acts, who cites them, trees, drawings."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vbcli.model.views import CitationRow, DocumentLabel, TaskRow


class Direction(StrEnum):
    """Which way a tree grows from the document asked for."""

    OUT = "out"
    """To what it cites."""
    IN = "in"
    """To what cites it."""


class End(StrEnum):
    """Why a tree does not go on below a branch."""

    CYCLE = "cycle"
    """The act is one of those that the branch hangs on."""
    REPEATED = "repeated"
    """Its branches stand elsewhere in the tree."""
    DEPTH = "depth"
    """It goes deeper than was asked for."""


@dataclass(frozen=True, slots=True)
class Act:
    """One document as far as it is known: held by the archive, or only cited. Number alone is ambiguous."""

    id: str
    """`V12` of what is held; of what is only cited its comparison key with a running figure: `733|TB|TU#1`."""
    key: str
    """Number as it is printed, or the name of a law; "" where a held document has none."""
    doc_type: str | None
    issued_on: date | None
    issuer: str | None
    held: DocumentLabel | None = None
    unclear: bool = False
    """Stands for citations that may mean any of several acts of this number, a held one among them."""

    @property
    def missing(self) -> bool:
        """Tell whether the archive lacks it."""
        return self.held is None and not self.unclear


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act with how often it is cited."""

    act: Act
    times: int
    documents: int
    first: DocumentLabel | None
    """The earliest document that cites it."""


@dataclass(frozen=True, slots=True)
class OutgoingRow:
    """One mention that a held document makes of another."""

    citation: CitationRow
    act: Act

    @property
    def held(self) -> bool:
        """Tell whether the archive has what is cited."""
        return not self.act.missing


@dataclass(frozen=True, slots=True)
class CitationGroup:
    """Everything that is known of one act."""

    act: Act
    citations: tuple[CitationRow, ...]
    """Mentions of it."""
    outgoing: tuple[OutgoingRow, ...]
    """Mentions that it makes, where it is held."""
    tasks: tuple[TaskRow, ...]
    """Those that cite it."""
    given: int = 0
    """Open tasks that it gives itself."""
    late: int = 0
    """Of them, overdue."""


@dataclass(frozen=True, slots=True)
class ReferencesView:
    """Answer of `vb refs NUMBER`."""

    key: str
    """What was asked for, as it is printed."""
    groups: tuple[CitationGroup, ...]
    """Several where a number was used by several issuers or years."""
    candidates: tuple[CitedAct, ...] = ()
    """Acts to choose from, where the words fit several numbers, or no act that fits is of the issuer or day asked for."""
    similar: tuple[str, ...] = ()
    """Near numbers where nothing was found; of a law also its other years."""

    @property
    def outgoing(self) -> tuple[OutgoingRow, ...]:
        """Return the mentions that all of the acts make."""
        return tuple(row for group in self.groups for row in group.outgoing)


@dataclass(frozen=True, slots=True)
class Branch:
    """One act in a tree, with the branches that hang on it."""

    act: Act
    relations: tuple[str, ...]
    """How the citing one of this act and the one above stands to the other."""
    times: int
    """Mentions by which the two are joined."""
    branches: tuple["Branch", ...] = ()
    end: End | None = None
    hidden: int = 0
    """Branches left out, where the depth ends."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What an act cites, or what cites it, through several levels."""

    root: Act
    direction: Direction
    depth: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """An act cites another."""

    source: str
    target: str
    """Ids of acts."""
    relations: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Acts and how they cite one another, for drawing."""

    roots: tuple[str, ...]
    acts: tuple[Act, ...]
    edges: tuple[Edge, ...]
