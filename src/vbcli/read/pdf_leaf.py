"""One page of a .pdf with its lines put together, and whether what it says can be its text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from vbcli.model.evidence import Issue
from vbcli.model.source import Box
from vbcli.read.pdf_furniture import is_stamp, without_stamps
from vbcli.read.pdf_lines import Line, overlay_text, page_lines
from vbcli.read.pdf_page import Page
from vbcli.text.legacy_fonts import coding_of_text, familiar_share

BODY = 100
"""Characters: less than this beside pictures is no body."""
_OUTLINED = 200
"""Drawn objects: letters turned into outlines, where a page has no text."""
_MOSTLY = 0.5
_FEW_LETTERS = 40
_WHOLE = 0.4
"""Of the page: so large a picture is the page."""
_ENOUGH = 40
"""Words: fewer tell nothing."""
_FAMILIAR = 0.08
"""Of the words: real papers have 0.15 common syllables and more, soup and text without accents next to none."""


_text = attrgetter("text")


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, its lines put together and its stamps taken off."""

    page: Page
    """Without its glyphs: a thousand pages of them would fill the memory."""
    glyphs: int
    """How many letters were drawn."""
    lines: tuple[Line, ...]
    stamps: tuple[str, ...]
    issues: tuple[Issue, ...] = ()
    tables: tuple[tuple[Box, ...], ...] = ()
    """The cells of each ruled table of a scan; those of other pages are looked for later."""

    @property
    def letters(self) -> int:
        """How many letters it has, blanks not counted."""
        return sum(len(text) for line in self.lines for text in map(_text, line.words))

    @property
    def is_layered(self) -> bool:
        """Whether its text is a layer that OCR once laid over a scan."""
        return self.page.invisible > _MOSTLY * max(self.glyphs, 1)

    @property
    def is_picture(self) -> bool:
        """Whether what it shows is a picture and its text next to nothing."""
        return self.page.pictured > _WHOLE and (self.letters < _FEW_LETTERS or self.is_layered)


def leaf_of(page: Page) -> Leaf:
    """Return the page with the stamps of signatures set apart."""
    stamps, shown = [], []
    for overlay in page.overlays:
        text = overlay_text(overlay.glyphs)
        if is_stamp(text):
            stamps.append(text)
        else:
            shown.append(overlay)
    lines, drawn = without_stamps(page_lines(replace(page, overlays=tuple(shown)) if stamps else page))
    letters = sum(map(len, map(_text, page.glyphs)))
    return Leaf(replace(page, glyphs=(), overlays=()), letters, lines, (*stamps, *drawn))


def has_body(leaves: Sequence[Leaf]) -> bool:
    """Tell whether there is text enough beside what is only drawn."""
    drawn = any(leaf.page.images or leaf.page.paths >= _OUTLINED for leaf in leaves)
    return not drawn or sum(leaf.letters for leaf in leaves) >= BODY


def reads_wrong(leaves: Sequence[Leaf]) -> bool:
    """Tell whether a text that is long enough to judge is no Vietnamese: a wrong map of letters, accents lost."""
    text = "\n".join(line.text for leaf in leaves for line in leaf.lines)
    if familiar_share(text) >= _FAMILIAR or coding_of_text(text) is not None:
        return False
    return len(text.split()) >= _ENOUGH or any(leaf.is_layered for leaf in leaves)
