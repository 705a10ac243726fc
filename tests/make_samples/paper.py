"""What a sample document is made of, and the small mark-up that its body is written in.

A body is one string, one paragraph per line:

    = text      centred, bold (a heading of a part, the type name of an annex)
    ~ text      centred, italic
    + text      bold
    #1 text     numbered by Word itself, level 1 ("1."); #2 is "a)", #3 is "-": the number is not in the text
    {table}     the next table of the paper
    **text**    bold inside a paragraph; //text// italic
    {+text+}    inserted, {-text-} deleted with Word's track changes on; around a whole line also its end
"""

import re
from dataclasses import dataclass

MARKS = re.compile(r"(\*\*.+?\*\*|//.+?//|\{\+.+?\+\}|\{-.+?-\})")
"""Inline bold, italic and tracked changes."""

ABOVE = "^"
"""A table cell that is merged with the one above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; a row of two cells is a group heading that spans the other columns."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """Column widths in centimetres."""
    repeats_head: bool = False
    """Whether the head stands again on each page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One invented document."""

    stem: str
    forms: tuple[str, ...]
    """Of "txt", "utf-16" and "cp1258" (text in these encodings), "docx", "tcvn3" (.docx in the old fonts), "pdf",
    "signed" (.pdf with signature fields) and "scan" (.pdf of pictures)."""
    body: str
    left: tuple[str, ...] = ()
    """Left column of the heading, line by line, with "Số …" and "V/v …"."""
    right: tuple[str, ...] = ()
    title: str = ""
    """Type name, "KẾ HOẠCH"; empty for a công văn and for news."""
    subject: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    """Nơi nhận, each with its dash and end mark."""
    sign: tuple[str, ...] = ()
    """Right column of the closing; the last line is the name."""
    urgency: str = ""
    annex: str = ""
    """Body of an annex behind the closing, on landscape pages."""
    tables: tuple[Table, ...] = ()
    head_style: str = "table"
    """"table" for a borderless table, "tabs" for columns set with a tab, "sides" for columns side by side in .txt."""
    wrap: int = 0
    """Hard line length of the .txt; 0 for one line per paragraph."""
    size: float = 14
    """Type size of the body in points."""
    fields: tuple[str, ...] = ()
    """Number, day and month that a signing tool lays over the blanks of a "signed" paper."""
    stamp: tuple[str, ...] = ()
    """Lines of the signature stamp."""

    @property
    def is_party(self) -> bool:
        """Whether the heading is that of a Party paper."""
        return "ĐẢNG CỘNG SẢN VIỆT NAM" in self.right


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a body after its mark is taken off."""

    kind: str
    """"text", "head", "sub", "bold", "table" or the level "#1" … "#3"."""
    text: str


PREFIXES = {"= ": "head", "~ ": "sub", "+ ": "bold", "#1 ": "#1", "#2 ": "#2", "#3 ": "#3"}


def read_body(body: str) -> list[Line]:
    """Return the paragraphs of a body."""
    lines = []
    for raw in filter(None, map(str.strip, body.splitlines())):
        if raw == "{table}":
            lines.append(Line("table", ""))
            continue
        prefix = next((p for p in PREFIXES if raw.startswith(p)), "")
        lines.append(Line(PREFIXES.get(prefix, "text"), raw.removeprefix(prefix)))
    return lines


def plain(text: str) -> str:
    """Return a paragraph without its inline marks and without what was deleted."""
    return MARKS.sub(lambda m: "" if m.group().startswith("{-") else m.group()[2:-2], text)
