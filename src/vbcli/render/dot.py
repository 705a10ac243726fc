"""Citations as a drawing in the language of Graphviz: `vb refs 733-TB/TU --format dot | dot -Tsvg > hinh.svg`."""

import textwrap

from vbcli.language import _
from vbcli.model.references import Act, Drawing
from vbcli.render import labels
from vbcli.render.inert import inert

_WIDTH = 32
"""Letters of a line in a shape."""


def dot_of(drawing: Drawing, title: str) -> str:
    """Return the drawing: boxes for what the archive holds, dashed ovals for what it lacks, relations on the arrows."""
    lines = [
        "digraph vb {",
        f"  graph [label={_quoted(title)}, labelloc=t, rankdir=LR, fontname=sans];",
        "  node [fontname=sans, fontsize=11];",
        "  edge [fontname=sans, fontsize=9];",
    ]
    lines += [f"  {_quoted(act.id)} [{_shape(act, root=act.id in drawing.roots)}];" for act in drawing.acts]
    for edge in drawing.edges:
        relations = ", ".join(map(labels.relation, edge.relations))
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_quoted(relations)}];")
    return "\n".join([*lines, "}", ""])


def _shape(act: Act, *, root: bool) -> str:
    mark = f"V{act.held.id}" if act.held else _("chưa rõ văn bản nào") if act.unclear else _("kho chưa có")
    words = "\n".join([*textwrap.wrap(inert(labels.act_name(act)), _WIDTH, break_on_hyphens=False), f"({mark})"])
    shape = "shape=ellipse, style=dashed" if act.held is None else "shape=box"
    return f"label={_quoted(words)}, {shape}{', penwidth=2.5' if root else ''}"


def _quoted(words: str) -> str:
    """Return a quoted string: a backslash of the words stands for itself, a line break for the end of a centred line."""
    lines = [inert(line).replace("\\", "\\\\").replace('"', '\\"') for line in words.split("\n")]
    return '"{}"'.format("\\n".join(lines))
