"""Lists inside a sentence: `giao UBND huyện: (1) …; (2) …`, and which lines go on with one.

Whether `(3)` stands in the middle of a line or at its start hangs only on the width of the lines.
"""

import re

from vbcli.parse.marks import Mark

_NO_PLACE = r"(?<!hoản )(?<!iểm )(?<!mục )(?<!Mục )(?<!ột )(?<!số )"
_MARK = re.compile(rf"(?<![\w(]){_NO_PLACE}\((?P<n>\d{{1,2}})\)\s*(?!Điều\b|[Kk]hoản\b)(?=[^\s,;.)])")
"""`khoản (1), (2) Điều 5` and `cột (3)` name places."""
_ALPHA = re.compile(r"(?:(?<=[:;,])|(?<=\.))\s+(?P<n>[a-eđgh])\)\s+(?=[A-ZĐÀ-Ỹ])")
_ROMAN = re.compile(r"(?<![\w(])\((?P<n>i{1,3}|iv|vi{0,3}|ix)\)\s*(?=[^\s,;.)])")
_LETTERS = "abcdđeghi"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
# "(08 nội dung kiến nghị trên … trước 29/4/2024)": a note that speaks for the whole list
_CLOSING_NOTE = re.compile(
    r"\s*[(*]+(?=[^()]*(?:\b(?:nội dung|nhiệm vụ|việc|kiến nghị|đề xuất)[^()]{0,40}\b(?:trên|nêu trên|nói trên|này)\b|\b(?:cả|tất cả|toàn bộ|các|những)\s+(?:\d+\s+)?(?:nội dung|nhiệm vụ|việc|kiến nghị|đề xuất)\b))[^()]*\)[*\s.;]*$",
    re.IGNORECASE,
)
Step = tuple[str, int, int]
"""Label, where the words behind it begin, where they end."""


def steps(words: str) -> tuple[str, list[Step]]:
    """Return the style and the items of the list that a paragraph holds, none where it holds fewer than two."""
    style, found = "paren", _run([m for m in _MARK.finditer(words) if m.start() > 0], words, 1)
    if len(found) < 2:
        style, found = "alpha", _alpha_run(words)
    return (style, _cut(words, style, found)) if len(found) > 1 else (style, [])


def later_steps(words: str, number: int) -> list[Step]:
    """Return the items that follow, in the same paragraph, the item `number` that it begins with: `(1) …; (2) …; (3) …`."""
    return _cut(words, "paren", _run(list(_MARK.finditer(words, 1)), words, number + 1))


def goes_on(before: str, mark: Mark, words: str) -> bool:
    """Tell whether a line that begins with `(3)` or `(iii)` goes on with the list inside the paragraph above it."""
    if mark.number is None:
        return False
    if mark.style == "paren":
        inside = _run([m for m in _MARK.finditer(before) if m.start() > 0], before, 1)
        first = re.match(r"\((\d{1,2})\)", before)
        inside = inside or (_run(list(_MARK.finditer(before, 1)), before, int(first[1]) + 1) if first else [])
        return bool(inside) and int(inside[-1]["n"]) == mark.number - 1
    if mark.style != "paren-roman":
        return False
    held = [m["n"] for m in _ROMAN.finditer(before)]
    # the first of them begins a list of its own only where each stands on a line
    return _ROMANS[mark.number - 2 : mark.number - 1] == tuple(held[-1:]) if held else "(ii)" in words


def _run(marks: list[re.Match[str]], words: str, first: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for m in marks:
        if int(m["n"]) == len(found) + first and not _quoted(words, m.start()):
            found.append(m)
    return found


def _cut(words: str, style: str, marks: list[re.Match[str]]) -> list[Step]:
    if not marks:
        return []
    note = _CLOSING_NOTE.search(words, marks[-1].end())
    last = note.start() if note else len(words)
    out: list[Step] = []
    for m, following in zip(marks, [*[o.start() for o in marks[1:]], last], strict=True):
        end = following
        while end > m.end() and words[end - 1] in " ;,\f\n":
            end -= 1
        out.append((f"({m['n']})" if style == "paren" else f"{m['n']})", m.end(), end))
    return out


def _quoted(words: str, at: int) -> bool:
    return words.count("“", 0, at) > words.count("”", 0, at)


def _alpha_run(words: str) -> list[re.Match[str]]:
    run: list[re.Match[str]] = []
    for m in _ALPHA.finditer(words):
        if len(run) < len(_LETTERS) and m["n"] == _LETTERS[len(run)] and not _quoted(words, m.start()):
            run.append(m)
    return run
