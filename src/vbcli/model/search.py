"""What a search finds."""

from dataclasses import dataclass

from vbcli.model.evidence import Span
from vbcli.model.views import DocumentLabel


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A paragraph in which words were found."""

    text: str
    marks: tuple[Span, ...]
    """What was found, in order, as ranges of `text`."""
    span: Span
    """Of the paragraph, in the document's text."""
    page: int | None
    line: int | None


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document in which words were found."""

    label: DocumentLabel
    subject_marks: tuple[Span, ...]
    """What was found in its subject."""
    passages: tuple[FoundPassage, ...]
    """The best ones, best first."""
    more: int
    """Number of further passages that hold some of the words."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The documents, best first."""

    documents: tuple[FoundDocument, ...]
    total: int
    """Documents found, whatever the limit."""
