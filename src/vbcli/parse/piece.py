"""A piece: one paragraph or one row of a table, its words cleaned, not yet understood."""

import re
from dataclasses import dataclass

from vbcli.text.fold import nfc

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_CYRILLIC = str.maketrans("АВЕКМНОРСТХаеорсху", "ABEKMHOPCTXaeopcxy")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph, or one row of a table, not yet understood."""

    parts: tuple[tuple[int, str], ...]
    """(index of the block, its cleaned words), in order."""
    label: str = ""
    """Automatic number that the words do not hold."""
    column: int | None = None
    table: int | None = None
    row: int = 0
    cells: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    align: str = ""
    page: int | None = None
    after_blank: bool = False
    """A blank line, a rule or a wall of a portal's table stood before it."""

    @property
    def text(self) -> str:
        """The words of the piece on one line."""
        return " ".join(words for _, words in self.parts)


def clean(text: str) -> str:
    """Return the words of one line: NFC, single blanks, left-over Markdown emphasis dropped, struck words kept as ~~…~~."""
    text = _latin(_INVISIBLE.sub("", nfc(text)).replace("**", ""))
    text = re.sub(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])", "", text) if text.strip() != "*" else text
    text = re.sub(r"^\s*#+\s+", "", text)
    return _BLANKS.sub(" ", text).strip(" |")


def _latin(text: str) -> str:
    """Return the text with Cyrillic twins of Latin letters (`16495/BТС-PTHT`) as Latin; the length does not change."""
    return text if text.isascii() or not re.search(r"[А-Яа-я]", text) else text.translate(_CYRILLIC)
