"""Trees of citations as a page: one branch a line, or as many as the screen needs, under guides that show what hangs on what."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vbcli.language import N_, _, counted
from vbcli.model.references import Branch, Direction, End, Tree
from vbcli.render import labels
from vbcli.render.page import Page, Part, Text, Weight
from vbcli.render.references import passive

_TITLES = {Direction.OUT: N_("Viện dẫn:"), Direction.IN: N_("Được viện dẫn:")}
_NOTHING = {
    Direction.OUT: N_("(không viện dẫn văn bản nào)"),
    Direction.IN: N_("(không văn bản nào trong kho viện dẫn)"),
}
_NARROWEST = 30
"""Columns that the words of a branch have at least, however deep it stands."""


@dataclass(frozen=True, slots=True)
class _Guides:
    """What shows the way to a branch."""

    fork: str
    last: str
    past: str
    blank: str


_LINES = _Guides("├─ ", "└─ ", "│  ", "   ")
_ASCII = _Guides("|- ", "`- ", "|  ", "   ")
_PLAIN = _Guides("  ", "  ", "  ", "  ")
"""In a pipe: two blanks a level."""


def tree_page(trees: Sequence[Tree], width: int | None, *, unicode: bool = True) -> Page:
    """Return the trees, those of one root under its name."""
    guides = _PLAIN if width is None else _LINES if unicode else _ASCII
    page: list[Part] = []
    above = ""
    for tree in trees:
        if tree.root.id != above:
            above = tree.root.id
            page += [Text(labels.act_name(tree.root), Weight.TITLE), Text(_standing(tree), Weight.DIM), Text("")]
        page.append(Text(_(_TITLES[tree.direction]), Weight.STRONG))
        page += _lines(tree.branches, tree.direction, "", width, guides)
        if not tree.branches:
            page.append(Text(_(_NOTHING[tree.direction]), Weight.DIM))
        if hidden := sum(_hidden(tree.branches)):
            deeper = counted("Còn {count} nhánh sâu hơn: thêm --depth {depth}.", hidden)
            page.append(Text(deeper.format(count=hidden, depth=tree.depth + 1), Weight.DIM))
        page.append(Text(""))
    return tuple(page[:-1])


def branch_words(branch: Branch, direction: Direction) -> str:
    """Return how a branch stands to the one above, and its name: `căn cứ: Luật Đất đai 2024 (kho chưa có)`."""
    act = branch.act
    relations = map(labels.relation if direction is Direction.OUT else passive, branch.relations)
    joined = ", ".join(relations)
    marks = [f"V{act.held.id}"] if act.held else [_("chưa rõ văn bản nào") if act.unclear else _("kho chưa có")]
    marks += [counted("{count} chỗ", branch.times).format(count=branch.times)] if branch.times > 1 else []
    marks += [end_words(branch)] if branch.end else []
    return f"{joined}: {labels.act_name(act)} ({'; '.join(marks)})"


def end_words(branch: Branch) -> str:
    """Return why a tree does not go on below the branch; "" where nothing hangs on it."""
    if branch.end is End.CYCLE:
        return _("vòng lại")
    if branch.end is End.REPEATED:
        return _("nhánh đã nêu ở chỗ khác")
    if branch.end is End.DEPTH:
        return counted("còn {count} nhánh", branch.hidden).format(count=branch.hidden)
    return ""


def _standing(tree: Tree) -> str:
    if tree.root.held:
        return _("Có trong kho: V{id}").format(id=tree.root.held.id)
    return _("Kho chưa có văn bản này.")


def _lines(
    branches: Sequence[Branch], direction: Direction, before: str, width: int | None, guides: _Guides
) -> Iterator[Text]:
    for n, branch in enumerate(branches, 1):
        last = n == len(branches)
        first, rest = before + (guides.last if last else guides.fork), before + (guides.blank if last else guides.past)
        words, weight = branch_words(branch, direction), _weight(branch)
        if width is None:
            yield Text(f"{first}{words}", weight)
        else:
            # Deep branches move no further to the right than leaves room for words beside the guides.
            room = max(width - 1 - len(first), _NARROWEST)
            left = max(width - 1 - room, 0)
            if len(first) > left:
                # The guides no longer tell how deep it stands.
                words = _("[cấp {level}] {words}").format(level=len(first) // len(guides.fork), words=words)
            for k, line in enumerate(textwrap.wrap(words, room, break_on_hyphens=False)):
                guide = rest if k else first
                yield Text(f"{guide[len(guide) - left :]}{line}", weight)
        yield from _lines(branch.branches, direction, rest, width, guides)


def _weight(branch: Branch) -> Weight:
    if branch.end in {End.CYCLE, End.REPEATED}:
        return Weight.DIM
    return Weight.SOON if branch.act.missing else Weight.PLAIN


def _hidden(branches: Sequence[Branch]) -> Iterator[int]:
    for branch in branches:
        yield branch.hidden
        yield from _hidden(branch.branches)
