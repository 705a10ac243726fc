"""Citations as JSON."""

from collections.abc import Sequence
from datetime import date

from vbcli.model.references import Act, Branch, CitationGroup, CitedAct, Drawing, OutgoingRow, ReferencesView, Tree
from vbcli.model.task import Role
from vbcli.model.views import TaskRow
from vbcli.render.as_json import Json, citation_json, label_json


def references_json(view: ReferencesView, drawing: Drawing | None = None, trees: Sequence[Tree] = ()) -> Json:
    """Return who cites a document, what it cites, and the tasks that hang on it; with the drawing and the trees."""
    answer = {
        "number": view.key,
        "held": any(g.act.held for g in view.groups),
        "documents": [_group(g) for g in view.groups],
        "cites": [_outgoing(r) for r in view.outgoing],
        "candidates": cited_json(view.candidates),
        "similar": list(view.similar),
    }
    if drawing is not None:
        answer["graph"] = _graph(drawing)
    if trees:
        answer["trees"] = [_tree(tree) for tree in trees]
    return answer


def cited_json(found: Sequence[CitedAct]) -> list[Json]:
    """Return acts with how often they are cited."""
    return [
        {
            **_act(one.act),
            "times": one.times,
            "documents": one.documents,
            "first": label_json(one.first) if one.first else None,
        }
        for one in found
    ]


def _act(act: Act) -> Json:
    return {
        "id": act.id,
        "number": act.key or None,
        "doc_type": act.doc_type,
        "issued_on": _iso(act.issued_on),
        "issuer": act.issuer,
        "held": [label_json(act.held)] if act.held else [],
        "missing": act.missing,
    }


def _group(group: CitationGroup) -> Json:
    return {
        **_act(group.act),
        "unclear": group.act.unclear,
        "cited_by": [{**citation_json(c), "document": label_json(c.document)} for c in group.citations],
        "cites": [_outgoing(r) for r in group.outgoing],
        "tasks": [_hanging(t) for t in group.tasks],
        "open_tasks": group.given,
        "overdue_tasks": group.late,
    }


def _outgoing(row: OutgoingRow) -> Json:
    return {**citation_json(row.citation), "held": row.held, "act": row.act.id}


def _hanging(task: TaskRow) -> Json:
    return {
        "id": task.id,
        "text": task.text,
        "locator": task.locator,
        "due": _iso(task.due),
        "state": task.state.value,
        "days_late": task.days_late,
        "progress": task.progress.value,
        "leads": list(task.units(Role.LEAD)),
        "supports": list(task.units(Role.SUPPORT)),
        "document": label_json(task.document),
    }


def _graph(drawing: Drawing) -> Json:
    return {
        "roots": list(drawing.roots),
        "nodes": [_act(act) for act in drawing.acts],
        "edges": [
            {"source": e.source, "target": e.target, "relations": list(e.relations), "times": e.times}
            for e in drawing.edges
        ],
    }


def _tree(tree: Tree) -> Json:
    return {
        **_act(tree.root),
        "direction": tree.direction.value,
        "depth": tree.depth,
        "branches": [_branch(b) for b in tree.branches],
    }


def _branch(branch: Branch) -> Json:
    return {
        **_act(branch.act),
        "relations": list(branch.relations),
        "times": branch.times,
        "end": branch.end.value if branch.end else None,
        "hidden": branch.hidden,
        "branches": [_branch(b) for b in branch.branches],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
