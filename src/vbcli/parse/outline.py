"""Paragraphs → a tree of items.

`2.` stands below `I.`, `(1)` below `2.`; an unmarked paragraph goes on with a heading above it, or stands for itself.
A list inside a paragraph, `giao UBND huyện: (1) …; (2) …`, becomes items too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vbcli.lexicon.cues import verbs
from vbcli.lexicon.unit_names import find_units, prepare
from vbcli.model.document import Item, Paragraph, Part
from vbcli.model.evidence import Span
from vbcli.parse.inline_lists import Step, later_steps, steps
from vbcli.parse.marks import RANK, lettered, mark_of
from vbcli.text.quotations import quotations, quoted_at

_ENDED = re.compile(r"[.;!?…][”\")*]*(?:\s*/\.)?\s*$|\./\.?\s*$")
_HEADING_MAX = 180
"""Characters; a longer paragraph without a full stop has lost it and announces nothing."""


_TITLE_MAX = 130
"""Characters; a longer sentence says what to do by itself."""


@dataclass(slots=True)
class _Node:
    style: str
    label: str
    start: int
    end: int
    paragraph: int
    number: int | None = None
    heading: bool = False
    """Its words announce something: no full stop at the end."""
    table: int | None = None
    children: list["_Node"] = field(default_factory=list)


def outline(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    """Return the outline of body and annexes."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    previous: Part | None = None
    last_mark = {p.part: i for i, p in enumerate(paragraphs) if p.label or p.cells}
    quoted = quotations(text, [p.span for p in paragraphs])
    starts = {q.start for q in quoted}
    last: _Node | None = None
    for i, p in enumerate(paragraphs):
        if p.part not in (Part.BODY, Part.ANNEX):
            continue
        if p.part is not previous:
            stack = []
            previous = p.part
            last = None
        if last and not p.cells and (quoted_at(quoted, p.span.start) or p.content.start in starts):
            for n in (last, *stack):
                n.end = max(n.end, p.span.end)
            continue
        end = p.span.end
        quotes = quoted_at(quoted, end) or (
            i + 1 < len(paragraphs) and quoted_at(quoted, paragraphs[i + 1].content.start)
        )
        words = text[p.content.start : p.content.end]
        if p.cells:
            node = _Node("row", str(i), p.span.start, p.span.end, i, table=p.table)
            while stack and stack[-1].style == "prose" and not stack[-1].heading:
                stack.pop()
            _add(roots, stack, node)
            continue
        mark = mark_of(text[p.span.start : p.span.end])
        heading = words.rstrip().endswith(":") or (not _ENDED.search(words) and len(words) < _HEADING_MAX)
        if mark is None:
            last = _Node("prose", "", p.span.start, end, i, heading=heading and not quotes)
            _unmarked(roots, stack, last, text, p, closing=i > last_mark.get(p.part, -1))
            continue
        mark = lettered(mark, next((n.number for n in reversed(stack) if n.style == "paren-alpha"), None))
        heading = heading or _titles_next(words, paragraphs, i, last_mark.get(p.part, -1))
        last = node = _Node(mark.style, mark.label, p.span.start, end, i, mark.number, heading and not quotes)
        _close(stack, node, bold=p.bold)
        _add(roots, stack, node)
        stack.append(node)
    roots = _apart(text, _continued(_unglued(roots, text), text))
    for node in roots:
        _inline(text, node)
    of = _under_articles(roots)
    return tuple(_freeze(node, *of.get(k, ("", k + 1))) for k, node in enumerate(roots))


def _under_articles(nodes: list[_Node]) -> dict[int, tuple[str, int]]:
    """Return (locator above, place) of the unmarked paragraphs that stand between two Điều: they go on with the first one."""
    found: dict[int, tuple[str, int]] = {}
    last = max((k for k, n in enumerate(nodes) if n.style == "article"), default=-1)
    article, count = "", 0
    for k, node in enumerate(nodes[: last + 1]):
        if node.style == "article":
            article, count = node.label.rstrip(".)/-"), 0
        elif node.style == "prose" and article:
            count += 1
            found[k] = (article, count)
    return found


def _unglued(nodes: list[_Node], text: str) -> list[_Node]:
    """Cut an item in two where the next mark of its list is glued to it: `… tiêu cực.2. Giao Thường trực …`."""
    out: list[_Node] = []
    for i, node in enumerate(nodes):
        node.children = _unglued(node.children, text)
        out.append(node)
        following = next((n for n in nodes[i + 1 :] if n.style == node.style), None)
        while (m := _glued(out[-1], text)) and (following is None or following.number == (out[-1].number or 0) + 2):
            above = out[-1]
            label = m["label"]
            out.append(_Node(above.style, label, m.start("label"), above.end, above.paragraph, (above.number or 0) + 1))
            above.end = m.start("label")
    return out


def _glued(node: _Node, text: str) -> re.Match[str] | None:
    if node.children or node.number is None or node.style not in ("decimal", "alpha"):
        return None
    mark = str(node.number + 1) if node.style == "decimal" else _LETTERS[node.number : node.number + 1]
    # behind a figure only where it ends a whole date: "… trước ngày 20/3/2026.2. Sở Nội vụ", not "khoản 3.2. Điều 4"
    glued = rf"(?:(?<=[^\W\d][.;])|(?<=/20\d\d[.;])|(?<=năm 20\d\d[.;]))(?P<label>{mark}[.)])\s+(?=[A-ZĐÀ-ỸĂÂÊÔƠƯ])"
    return re.compile(glued).search(text, node.start, node.end) if mark else None


_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ORDERS = re.compile(r"(?:Giao|Đề nghị|Yêu cầu|Trân trọng|Kính)\s")
_LISTED = ("decimal", "alpha", "paren", "dash", "plus", "bullet", "words", "ordinal")
"""Beginnings of the styles whose items go on in unmarked paragraphs; those of a Điều each say something of their own."""


def _continued(nodes: list[_Node], text: str) -> list[_Node]:
    """Give an unmarked paragraph between two items of one list to the item above it: it is of that item's own sentences."""
    out: list[_Node] = []
    for i, node in enumerate(nodes):
        node.children = _continued(node.children, text)
        above = out[-1] if out else None
        following = next((n for n in nodes[i + 1 :] if n.style != "prose"), None)
        if (
            node.style == "prose"
            and not node.children
            and not node.heading
            and above is not None
            and above.style.startswith(_LISTED)
            and not _ORDERS.match(text, node.start)
            and not _another_acts(text, above, node)
            and not above.children
            and following is not None
            and following.style == above.style
        ):
            above.end = node.end
            continue
        out.append(node)
    return out


def _another_acts(text: str, above: _Node, node: _Node) -> bool:
    """Tell whether a paragraph names somebody else to act than the item above it: `2. Sở Y tế …` / `Thanh tra tỉnh chủ trì …`."""
    said = text[above.start : above.end]
    mark = mark_of(said)
    ours, theirs = _actor(said[mark.end :] if mark else said), _actor(text[node.start : node.end])
    return ours is not None and theirs is not None and ours != theirs


def _actor(words: str) -> str | None:
    """Return the key of the unit that opens the words and acts."""
    plain = prepare(words)
    units = find_units(plain, prepared=True)
    return units[0].unit.key if units and units[0].start == 0 and _ACTS.match(plain, units[0].end) else None


_ACTS = re.compile(r"\s+(?!(?:của|tại|ở|trên|là|và|với|trong|về|các|những|đã|được|bị|chưa|còn)\s)[a-zà-ỹđ]\S*\s+\S")
"""A small word that is no preposition and no past, and what it does: behind a unit a verb, known or not."""


def _bids(words: str) -> bool:
    """Tell whether a sentence orders something: it opens with a verb of duty, or with a unit that acts."""
    plain = prepare(words)
    if verbs()["doing"].match(plain) or verbs()["assigning"].match(plain):
        return True
    units = find_units(plain, prepared=True)
    return bool(units) and units[0].start == 0 and any(_ACTS.match(plain, u.end) for u in units)


def _titles_next(words: str, paragraphs: Sequence[Paragraph], i: int, last_mark: int) -> bool:
    """Tell whether a short sentence with a number, which orders nothing, stands as the title of the unmarked paragraph behind it."""
    if (
        len(words) > _TITLE_MAX
        or _bids(words)
        or words.count(".") > 1
        or re.search(r"\d{1,2}[/.]\d|[;:]", words)
        or i + 1 >= len(paragraphs)
    ):
        return False
    following = paragraphs[i + 1]
    long = following.span.end - following.span.start > 2 * len(words)
    return (
        i < last_mark and following.part is paragraphs[i].part and not following.label and not following.cells and long
    )


def _add(roots: list[_Node], stack: list[_Node], node: _Node) -> None:
    if stack:
        stack[-1].children.append(node)
        for n in stack:
            n.end = max(n.end, node.end)
    else:
        roots.append(node)


_DASHES = ("dash", "plus", "bullet")
_NEVER_BELOW_A_DASH = ("part", "chapter", "section", "article", "roman")


def _close(stack: list[_Node], node: _Node, *, bold: bool) -> None:
    """Pop what a new mark ends: its own style and all below it; and, for ranked styles, everything of lower rank."""
    rank = RANK.get(node.style)
    dash = next((k for k, n in enumerate(stack) if n.style in _DASHES), len(stack))
    if node.style in _NEVER_BELOW_A_DASH:
        del stack[dash:]  # "- Căn cứ …," / "Ban Thường vụ … quy định như sau:" / "Điều 1. …"
    for k in range(len(stack) - 1, -1, -1):
        if stack[k].style == node.style:
            if (
                node.number == 1
                and stack[k].number not in (None, 1)
                and rank is None
                and stack[k].heading
                and k == len(stack) - 1
            ):
                return
            del stack[k:]
            return
    while stack:
        top = RANK.get(stack[-1].style)
        if stack[-1].style == "prose":
            # a prose heading ("… như sau:") opens the list below it; a closed sentence does not
            if stack[-1].heading and not (bold and rank is not None and rank <= RANK["roman"]):
                return
            stack.pop()
        elif rank is not None and (top is None or top > rank):
            stack.pop()
        else:
            return


def _unmarked(roots: list[_Node], stack: list[_Node], node: _Node, text: str, p: Paragraph, *, closing: bool) -> None:
    """Place a paragraph without a mark: below the heading above it, else beside the item that is closed.

    Behind the last marked item of a paper (`closing`) it speaks for the whole paper.
    """
    words = text[node.start : node.end].rstrip()
    colon = words.endswith(":")
    titled = node.heading and not colon and (p.bold or (p.printed or words).isupper())
    while stack and not stack[-1].heading:
        stack.pop()
    while (
        closing
        and stack
        and stack[-1].style != "prose"
        and any(c.style not in ("prose", "row") for c in stack[-1].children)
    ):
        stack.pop()
    if titled or colon:
        while stack and stack[-1].style == "prose" and stack[-1].children:
            stack.pop()
    _add(roots, stack, node)
    if node.heading:
        stack.append(node)


def _inline(text: str, node: _Node) -> None:
    """Give a leaf the items that its own paragraph numbers: (1) …; (2) …."""
    if node.children:
        node.children = _apart(text, node.children)
        for child in node.children:
            _inline(text, child)
        return
    if node.style == "row":
        return
    style, found = steps(text[node.start : node.end])
    node.children += [_step(node, style, step) for step in found]


def _step(of: _Node, style: str, step: Step) -> _Node:
    label, start, end = step
    number = int(label.strip("()")) if style == "paren" else None
    return _Node(style, label, of.start + start, of.start + end, of.paragraph, number)


def _apart(text: str, nodes: list[_Node]) -> list[_Node]:
    """Take apart the items that stand in one paragraph, `(1) …; (2) …; (3) …`, where no paragraph beside it has their numbers."""
    out: list[_Node] = []
    for i, node in enumerate(nodes):
        out.append(node)
        if node.style != "paren" or node.children or node.number is None:
            continue
        found = [_step(node, "paren", step) for step in later_steps(text[node.start : node.end], node.number)]
        following = next((n.number for n in nodes[i + 1 :] if n.style == "paren"), None)
        if found and following in (None, (found[-1].number or 0) + 1):
            first = text.rindex(found[0].label, node.start, found[0].start)
            node.end = node.start + len(text[node.start : first].rstrip(" ;,\f\n"))
            out += found
    return out


_STEP = {"prose": "¶", "row": "#"}


def _freeze(node: _Node, above: str, position: int) -> Item:
    """Return the node as an Item: dashes and unmarked paragraphs are counted among their siblings of the same style."""
    step = (
        node.label.rstrip(".)/-").lstrip()
        if node.style not in ("paren", "dash", "plus", "bullet", "prose", "row")
        else ""
    )
    if node.style == "paren":
        step = node.label
    elif not step:
        step = f"{_STEP.get(node.style, node.label)}{position}"
    locator = f"{above}/{step}" if above else step
    if node.style == "prose" and node.children:
        locator = above  # "… yêu cầu:" opens a list and takes no place in its numbering
    counts: dict[str, int] = {}
    children = []
    of = _under_articles(node.children)
    for k, child in enumerate(node.children):
        if k in of:
            article, place = of[k]
            children.append(_freeze(child, f"{locator}/{article}" if locator else article, place))
            continue
        counts[child.style] = counts.get(child.style, 0) + 1
        children.append(_freeze(child, locator, counts[child.style]))
    own_end = children[0].span.start if children else node.end
    return Item(
        node.label,
        node.style,
        locator,
        Span(node.start, node.end),
        Span(node.start, own_end),
        tuple(children),
        node.paragraph,
    )


def walk(items: Sequence[Item]) -> list[Item]:
    """Return all items in text order, parents before their children."""
    out: list[Item] = []
    for item in items:
        out.append(item)
        out += walk(item.children)
    return out
