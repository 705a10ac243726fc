"""Where a paper quotes another over whole paragraphs or behind `quy định: “`: what is said there is nobody's order here."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from vbcli.model.evidence import Span

_ANNOUNCED = re.compile(
    r"(?:quy định|nêu|ghi rõ|như sau|nội dung|viết|trả lời|hướng dẫn)[^“”:]{0,60}:\s*$", re.IGNORECASE
)
"""The line above says that a quotation follows."""
_INSIDE = re.compile(r"(?:quy định|nêu|ghi rõ|như sau|nội dung)[^“”]{0,40}:?\s*(?=“)", re.IGNORECASE)
_OPENS = re.compile(r"^\W{0,3}(?P<mark>[“\"])\s*(?:\.{3}|…)?\s*(?=[A-ZĐÀ-ỸĂÂÊÔƠƯ\d]|điểm|khoản|mục)")
_MARK = re.compile("[“”]")
_BACK = re.compile(
    r"^(?:[-+*•]\s*|\(?\w{1,2}[.)]\s*)?(?:Đề nghị|Yêu cầu|Căn cứ (?:các )?quy định (?:trên|nêu trên|nói trên)|Theo đó|Như vậy|Tại [^:]{3,200}quy định[^:]{0,30}:|Trên đây|Vì vậy|Do đó)"
)
"""The paper speaks for itself again, although no mark closed the quotation."""
_LONGEST = 40
"""Paragraphs; a longer quotation is a lost closing mark."""


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    r"""Return the stretches that are quoted, in order, from the opening mark to the closing one.

    >>> text = "Điều 8 quy định:\n“2. Sở Y tế báo cáo Bộ.”\nĐề nghị các xã rà soát."
    >>> [text[q.start : q.end] for q in quotations(text, [Span(0, 16), Span(17, 41), Span(42, 65)])]
    ['“2. Sở Y tế báo cáo Bộ.”']
    """
    out: list[Span] = []
    for i, paragraph in enumerate(paragraphs):
        words = text[paragraph.start : paragraph.end]
        at = paragraph.start
        if out and out[-1].end > at:
            if out[-1].end >= paragraph.end:
                continue
            at = out[-1].end
        opened = _OPENS.match(words) if at == paragraph.start else None
        above = text[paragraphs[i - 1].start : paragraphs[i - 1].end] if i else ""
        follows = bool(out) and i > 0 and out[-1].end >= paragraphs[i - 1].end - 1
        if opened and (_ANNOUNCED.search(above) or follows):
            start = paragraph.start + opened.start("mark")
            out.append(Span(start, _end(text, paragraphs, i, start) or _open_end(text, paragraphs, i)))
            continue
        for inside in _INSIDE.finditer(text, at, paragraph.end):
            end = _end(text, paragraphs, i, inside.end()) if not (out and inside.end() < out[-1].end) else None
            if end:
                out.append(Span(inside.end(), end))
    return tuple(out)


def _end(text: str, paragraphs: Sequence[Span], i: int, start: int) -> int | None:
    """Return where the mark that closes the quotation ends, None where the paper goes on without it."""
    last = paragraphs[min(len(paragraphs), i + _LONGEST) - 1].end
    if text[start] == '"':
        closing = text.find('"', start + 1, last)
        end = closing + 1 if closing >= 0 else None
    else:
        depth, end = 0, None
        for m in _MARK.finditer(text, start, last):
            depth += 1 if m.group() == "“" else -1
            if depth == 0:
                end = m.end()
                break
    again = _again(text, paragraphs, i)
    return end if end and (again is None or end <= paragraphs[again].start) else None


def _open_end(text: str, paragraphs: Sequence[Span], i: int) -> int:
    """Return where a quotation without a closing mark ends: before the next one, before the paper's own words; else with its paragraph."""
    again = _again(text, paragraphs, i)
    return paragraphs[i if again is None else again - 1].end


def _again(text: str, paragraphs: Sequence[Span], i: int) -> int | None:
    """Return the first paragraph behind `i` that opens a quotation of its own or in which the paper speaks for itself."""
    for k in range(i + 1, min(len(paragraphs), i + _LONGEST)):
        words = text[paragraphs[k].start : paragraphs[k].end]
        if _BACK.match(words) or _OPENS.match(words):
            return k
    return None


def quoted_at(found: Sequence[Span], at: int) -> bool:
    """Tell whether a place lies inside one of the quotations, given in order."""
    k = bisect_right(found, at, key=lambda q: q.start) - 1
    return k >= 0 and at < found[k].end
