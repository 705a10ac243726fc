"""Page numbers that a .txt keeps among its lines: `2`, `- 2 -`, `2/5`, `Trang 2`. In the middle of a sentence they would cut it.

In: lines in reading order. Out: the same without them. Readers of .pdf and .docx know page numbers by their place.
"""

import re
from collections.abc import Sequence

from vbcli.model.source import Block, BlockKind
from vbcli.text.fold import dashes

Lines = Sequence[tuple[int, Block]]

_DASHED = re.compile(r"^\s*-\s*\d{1,3}\s*-\s*$")
_BARE = re.compile(r"^\s*(?:(?:trang|page)\s+)?(?P<n>\d{1,3})(?:\s*/\s*(?P<of>\d{1,3}))?\s*$", re.IGNORECASE)
_ENDED = re.compile(r"[.;:!?…][”\")]*\s*$")
_RAISED = re.compile(r"(?<!\w)[kcdm]?m\s*$")
"""Before a figure that a converter took from its line: 120 m / 2 / đất ở."""


def without_page_numbers(run: Lines) -> list[tuple[int, Block]]:
    """Return the lines that are no page numbers."""
    bare = {k: m for k, (_, block) in enumerate(run) if (m := _number(block))}
    counted = _counted(run, bare)
    return [
        line
        for k, line in enumerate(run)
        if not (k in counted or _is_dashed(line[1]) or (k in bare and _cuts_a_sentence(run, k)))
    ]


def _is_line(block: Block) -> bool:
    return block.kind is BlockKind.LINE and block.box is None


def _is_dashed(block: Block) -> bool:
    return _is_line(block) and bool(_DASHED.match(dashes(block.text)))


def _number(block: Block) -> re.Match[str] | None:
    m = _BARE.match(block.text) if _is_line(block) else None
    return m if m and 0 < int(m["n"]) <= int(m["of"] or m["n"]) else None


def _counted(run: Lines, bare: dict[int, re.Match[str]]) -> set[int]:
    """Return the first and last lines of pages that count the pages, from one or from where an earlier part ended."""
    words = [k for k, (_, block) in enumerate(run) if block.text.strip()]
    pages = [run[k][1].page for k in words]
    if len(set(pages)) < 2 or None in pages:
        return set()
    edges = {
        k for at, k in enumerate(words) if pages[at - 1 : at] != [pages[at]] or pages[at + 1 : at + 2] != [pages[at]]
    }
    ahead = {k: int(bare[k]["n"]) - (run[k][1].page or 0) for k in edges & bare.keys()}
    often = {n for n in ahead.values() if list(ahead.values()).count(n) > 1}
    return {k for k, n in ahead.items() if n == 0 or n in often}


def _cuts_a_sentence(run: Lines, k: int) -> bool:
    """Tell whether a line stands apart between the two halves of a sentence."""
    above, below = _next(run, k, -1), _next(run, k, 1)
    if above is None or below is None or not (_is_line(above) and _is_line(below)):
        return False
    beside = (run[k - 1][1], run[k + 1][1])
    return (
        (above.page != below.page or not any(b.text.strip() for b in beside))
        and below.text.strip()[:1].islower()
        and not _ENDED.search(above.text)
        and not _RAISED.search(above.text)
        and "\t" not in above.text + below.text
    )


def _next(run: Lines, k: int, step: int) -> Block | None:
    """Return the next line with words before (`step` -1) or behind (1) a line."""
    k += step
    while 0 <= k < len(run):
        if run[k][1].text.strip():
            return run[k][1]
        k += step
    return None
