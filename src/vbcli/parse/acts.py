"""Where a second act begins in a file: a covering letter and what it forwards, the letters of one day in one scan.

A second act has a closing of another above it and a head of its own: motto, issuer, a number and a day that are filled in.
What is issued with a decision (`Kèm theo Quyết định số …`), forms (`Mẫu số 01`, `Số: …/BC-…`) and drafts without a number
belong to the act above them. To take two acts for one is better than to cut one in two.
In a scan the number or the day may be lost, because they are written by hand; one of them must be legible.
"""

import re
from collections.abc import Sequence

from vbcli.model.evidence import Span
from vbcli.parse import header
from vbcli.parse.head_lines import Line
from vbcli.parse.header_issuer import issuer_of
from vbcli.parse.piece import Piece
from vbcli.parse.zones import SIGNED, closing_line, is_addressed, is_motto, issuer_start_below, title_type
from vbcli.text.fold import fold

_HEAD = 30
"""Pieces below the motto in which a head has its number, its day and its title."""
_ABOVE = 4
"""Pieces above a head in which a form says that it is one."""
_FORM = re.compile(
    r"^\W*(?:mau(?: so)?\b|bieu mau|bieu so|phu luc|phieu so|phan phu luc)|\((?:mau|theo mau|du thao)\b|^du thao\b"
)
_BLANK = re.compile(r"\.{3,}|…|_{3,}|<[^>]*>|\[[^\]]*\]|\bxx+\b", re.IGNORECASE)
"""Dots to be written on, and what stands for a value in a form."""
_ATTACHED = re.compile(r"^\W*(?:ban hanh )?kem theo\b|^\W*ban hanh theo\b")
_COPY = re.compile(r"[/-](?:SY|SL|TrS|BS)(?![^\W_])")
"""In a number: an office certifies that the paper above is a true copy."""
_BELOW = 8
"""Lines below a title in which an act says that it comes with another."""


def acts_of(pieces: Sequence[Piece], *, printed: bool, ocr: bool) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of each act that a file holds, in order; all of them where it holds one.

    Of `printed` pages (.pdf) each act begins one; `ocr` tells a scan.
    """
    texts = [p.text for p in pieces]
    starts = [0]
    for motto, words in enumerate(texts):
        if not is_motto(words) or any(is_motto(t) for t in texts[max(0, motto - 2) : motto]):
            continue
        closing = next((i for i in range(starts[-1] + 3, motto) if closing_line(texts[i])), None)
        if closing is None or (printed and pieces[motto].page == pieces[closing].page):
            continue
        start = issuer_start_below(pieces, texts, motto, closing + 1)
        act, above = texts[start:], texts[max(0, start - _ABOVE) : start]
        head = _head(act, motto - start)
        if (
            not _is_form(head, above, act[len(head) : len(head) + _BELOW])
            and _is_act(act, motto - start, ocr=ocr)
            and _new_number(texts[starts[-1] : closing], head)
        ):
            starts.append(start)
    ends = [*starts[1:], len(pieces)]
    return tuple(tuple(pieces[start:end]) for start, end in zip(starts, ends, strict=True))


def _is_form(head: Sequence[str], above: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a head is that of a form, a draft or what another act brings along."""
    return (
        any(_FORM.match(fold(t)) or _ATTACHED.match(fold(t)) for t in above)
        or any(_FORM.match(fold(t)) or _ATTACHED.match(fold(t)) for t in head)
        or any(_ATTACHED.match(fold(t)) for t in below)
        or any(_BLANK.search(t) for t in head)
    )


def _is_act(texts: Sequence[str], motto: int, *, ocr: bool) -> bool:
    """Tell whether a whole act begins here: its head is filled in and it has a closing of its own."""
    head = _head(texts, motto)
    lines = _lines(head)
    number, _ = header.number_of(lines)
    issued_on = header.place_and_date(lines)[1]
    issuer = issuer_of(lines, number)
    filled = (number.value is not None) + (issued_on.value is not None)
    if number.value is not None and _COPY.search(number.value):
        return False
    if ocr:
        folded = [fold(t) for t in head]
        lined = any(map(_NUMBER_LINE.match, folded)) and any(map(_DAY_LINE.match, folded))
        is_filled = filled > 0 and lined
    else:
        is_filled = filled == len((number, issued_on))
    return is_filled and issuer.value is not None and any(closing_line(t) for t in texts[motto + 1 :])


_NUMBER_LINE = re.compile(r"^\W*so\b")
_DAY_LINE = re.compile(r"^[^,]{2,45},\s*ng.{0,14}thang")


def _head(texts: Sequence[str], motto: int) -> Sequence[str]:
    """Return the head: up to the addressees, or to the subject below the title."""
    for i in range(motto + 1, min(len(texts), motto + _HEAD)):
        if is_addressed(texts[i]) or SIGNED.match(texts[i]):
            return texts[:i]
        if title_type(texts[i]):
            return texts[: i + 4]
    return texts[: motto + _HEAD]


def _new_number(former: Sequence[str], head: Sequence[str]) -> bool:
    """Tell whether a head has another number than the act above it: a plan may repeat that of its decision."""
    above, _ = header.number_of(_lines(former[:_HEAD]))
    own, _ = header.number_of(_lines(head))
    return above.value is None or above.value != own.value


def _lines(texts: Sequence[str]) -> list[Line]:
    # where they stand in a text is told later, act by act
    return [(Span(0, 0), words) for words in texts]
