"""Kính gửi and `… điện:`: to whom a paper is addressed, one entry per addressee."""

import re
from collections.abc import Sequence
from itertools import pairwise

from vbcli.lexicon.unit_names import find_units
from vbcli.model.document import Entry
from vbcli.model.evidence import Span
from vbcli.parse.head_lines import Line
from vbcli.parse.zones import is_addressed, is_addressee_note
from vbcli.text.fold import fold


def recipients_of(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the addressees behind `Kính gửi:` or `… điện:`, one per addressee with a head word of its own."""
    at = next((i for i, (_, w) in enumerate(lines) if is_addressed(w)), None)
    if at is None:
        return ()
    entries: list[Entry] = []
    for i, (span, words) in enumerate(lines[at:]):
        if is_addressee_note(words):
            continue
        start = 0
        if i == 0:
            m = re.match(r"(?i)^.*?(?:gửi|trình|điện)\s*:?\s*", words)
            start = m.end() if m else 0
        m = re.match(r"\s*(?:[-–+•*]|\(\d+\))?\s*", words[start:])
        start += m.end() if m else 0
        entries += _addressees(words[start:], span.start + start)
    return tuple(entries)


def _addressees(words: str, offset: int) -> list[Entry]:
    """Split `Ban Tuyên giáo, Ban Dân vận Thị ủy` into two with the shared qualifier; leave lists of names behind a colon whole."""
    trimmed = words.rstrip(" ,.;")
    if not trimmed:
        return []
    out = []
    at = 0
    for chunk in re.split(r"(?<=;)\s+(?:-\s*)?", trimmed):
        start = words.index(chunk, at)
        at = start + len(chunk)
        chunk_words = chunk.rstrip(" ,.;")
        units = find_units(chunk_words)
        separate = (
            len(units) > 1
            and ":" not in chunk_words
            and all(not u.unit.kind.startswith("tap-the") for u in units)
            and units[0].start == 0
            and units[-1].end == len(chunk_words)
            and all(re.fullmatch(r"\s*(?:,|;|và|, và)\s*", chunk_words[a.end : b.start]) for a, b in pairwise(units))
        )
        if separate:
            shared = _shared_tail(chunk_words, units[-1].start)
            for u in units:
                name = chunk_words[u.start : u.end]
                if shared and not name.endswith(shared) and _shares(name, u.unit.name, shared):
                    name = f"{name} {shared}"
                out.append(Entry(name, Span(offset + start + u.start, offset + start + u.end)))
        else:
            out.append(Entry(chunk_words, Span(offset + start, offset + start + len(chunk_words))))
    return out


def _shares(name: str, known: str, shared: str) -> bool:
    """Tell whether a name goes on with the qualifier of the last one: it is known with it, or a board of the committee there."""
    return known.lower().endswith(shared.lower()) or bool(_BOARD.match(fold(name)) and _COMMITTEE.match(fold(shared)))


_BOARD = re.compile(r"(?:ban (?:xay dung dang|to chuc|tuyen giao(?: va dan van)?|dan van|noi chinh)|uy ban kiem tra)$")
_COMMITTEE = re.compile(r"(?:tinh|thanh|huyen|thi|quan|dang) uy(?!\w)")


def _shared_tail(words: str, last: int) -> str:
    m = re.search(
        r"(?i)\s((?:các\s+)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|(?:tỉnh|thành|huyện|thị|quận|đảng) ủy)\b.*)$",
        words[last:],
    )
    return m.group(1) if m else ""
