"""Citations through several levels: trees of what an act cites and of what cites it, and both as one drawing."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vbcli.model.references import Act, Branch, Direction, Drawing, Edge, End, Tree
from vbcli.query.citations import Acts


@dataclass(slots=True)
class _Node:
    """One branch while the tree grows."""

    act: Act
    relations: tuple[str, ...]
    times: int
    above: frozenset[str]
    """Ids of the acts that it hangs on."""
    level: int
    below: list["_Node"] = field(default_factory=list)
    end: End | None = None
    hidden: int = 0

    def branch(self) -> Branch:
        below = tuple(node.branch() for node in self.below)
        return Branch(self.act, self.relations, self.times, below, self.end, self.hidden)


def tree_of(acts: Acts, root: Act, direction: Direction, depth: int) -> Tree:
    """Return the tree of an act down to a depth of 1 or more levels.

    Each act is followed once, where it stands nearest to the root; elsewhere it is only named.
    """
    top = _Node(root, (), 0, frozenset(), 0)
    followed = {root.id}
    waiting = deque([top])
    while waiting:
        node = waiting.popleft()
        joined = _joined(acts, node.act, direction)
        if node.level >= depth:
            node.end, node.hidden = (End.DEPTH, len(joined)) if joined else (None, 0)
            continue
        above = node.above | {node.act.id}
        for act, relations, times in joined:
            below = _Node(act, relations, times, above, node.level + 1)
            node.below.append(below)
            if act.id in above:
                below.end = End.CYCLE
            elif act.id in followed:
                below.end = End.REPEATED if _joined(acts, act, direction) else None
            else:
                followed.add(act.id)
                waiting.append(below)
    return Tree(root, direction, depth, tuple(node.branch() for node in top.below))


def drawing_of(acts: Acts, roots: Sequence[Act], directions: Iterable[Direction], depth: int) -> Drawing:
    """Return the acts that the trees of the roots reach, each once, and how they cite one another."""
    found = {root.id: root for root in roots}
    edges: dict[tuple[str, str], Edge] = {}
    for direction in directions:
        level, seen = list(roots), {root.id for root in roots}
        for _step in range(depth):
            reached: list[Act] = []
            for act in level:
                for other, relations, times in _joined(acts, act, direction):
                    source, target = (act, other) if direction is Direction.OUT else (other, act)
                    edges[source.id, target.id] = Edge(source.id, target.id, relations, times)
                    found.setdefault(other.id, other)
                    if other.id not in seen:
                        seen.add(other.id)
                        reached.append(other)
            level = reached
    return Drawing(tuple(root.id for root in roots), tuple(found.values()), tuple(edges.values()))


def _joined(acts: Acts, act: Act, direction: Direction) -> list[tuple[Act, tuple[str, ...], int]]:
    """Return the acts one step away, each once: (act, relations, mentions), in the order of the text."""
    if direction is Direction.OUT:
        pairs = [(target, c.relation) for c, target in acts.cited_in(act.held.id)] if act.held else []
    else:
        pairs = [(acts.of_document(c.document.id), c.relation) for c in acts.citations_of(act)]
    steps: dict[str, tuple[Act, list[str]]] = {}
    for other, relation in pairs:
        steps.setdefault(other.id, (other, []))[1].append(relation)
    return [(other, tuple(dict.fromkeys(relations)), len(relations)) for other, relations in steps.values()]
