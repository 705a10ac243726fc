"""Footnotes and endnotes of a .docx: their elements by id, and the marks that Word prints for them."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from vbcli.read.docx_styles import W, value
from vbcli.read.numbering import counted

FOOTNOTE, ENDNOTE = "footnote", "endnote"
KIND_OF = {W + "footnoteReference": FOOTNOTE, W + "endnoteReference": ENDNOTE}
_USUAL = {FOOTNOTE: "decimal", ENDNOTE: "lowerRoman"}


class Note(NamedTuple):
    """A note that the text refers to."""

    mark: str
    """As printed: "1", "i", "*"."""
    element: Any


@dataclass(slots=True)
class Notes:
    """The notes of one document; it counts the references, so each document needs its own."""

    elements: dict[tuple[str, str], Any] = field(default_factory=dict)
    """By kind and w:id."""
    formats: dict[str, str] = field(default_factory=lambda: dict(_USUAL))
    counts: dict[str, int] = field(default_factory=dict)
    waiting: list[Note] = field(default_factory=list)
    """Referred to since the last block was finished."""

    def refer(self, reference: Any, own_mark: str | None) -> None:
        """Take up a w:footnoteReference or w:endnoteReference; `own_mark` is one that the author typed."""
        kind = KIND_OF[reference.tag]
        element = self.elements.get((kind, reference.get(W + "id", "")))
        if own_mark is None:
            self.counts[kind] = self.counts.get(kind, 0) + 1
        if element is not None:
            mark = counted(self.counts[kind], self.formats[kind]) if own_mark is None else own_mark.strip()
            self.waiting.append(Note(mark, element))

    def taken(self) -> tuple[Note, ...]:
        """Return the notes that wait, and wait for the next."""
        found, self.waiting = tuple(self.waiting), []
        return found


def read_notes(footnotes: Any, endnotes: Any, settings: Any, body: Any) -> Notes:
    """Return the notes of footnotes.xml and endnotes.xml; the parts that a document lacks are None."""
    notes = Notes()
    for kind, root in ((FOOTNOTE, footnotes), (ENDNOTE, endnotes)):
        for element in root.findall(W + kind) if root is not None else ():
            # separators are of a type of their own
            if element.get(W + "type", "normal") == "normal":
                notes.elements[kind, element.get(W + "id", "")] = element
        for place in (settings, body.find(W + "sectPr")):
            written = value(place, f"{kind}Pr/numFmt")
            if written:
                notes.formats[kind] = written
    return notes
