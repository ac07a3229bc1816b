"""What a small write will look at, read in one statement before it looks (see `graph.engine.gathering`)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.cypher.rows import EdgeRow, NodeRow, ends
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model
from graph.engine.gathering import Gathering

Ids = Mapping[str, set[str]]
Ties = Mapping[str, Mapping[str, EdgeRow]]


async def foresee(run: Gathering, model: Model, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> None:
    """Read what stands there of all these rows, and of the ends of the relationships."""
    labels: dict[str, set[str]] = defaultdict(set)
    ties: dict[str, dict[str, EdgeRow]] = defaultdict(dict)
    for node in nodes:
        labels[node.type.seek].add(node.id)
    for edge in edges:
        ties[edge.type.name][edge.id] = edge
        for label, key in zip(ends(model, edge.type), (edge.source, edge.target), strict=True):
            labels[label].add(key)
    await _read(run, model, labels, ties)


async def _read(run: Gathering, model: Model, labels: Ids, ties: Ties) -> None:
    wanted, bound = sorted(labels), sorted(ties)
    parts = [_nodes(label, f"$n{i}") for i, label in enumerate(wanted)]
    parts += [_edges(model, next(iter(ties[kind].values())), f"$r{i}") for i, kind in enumerate(bound)]
    if not parts:
        return
    given: dict[str, Any] = {f"n{i}": sorted(labels[label]) for i, label in enumerate(wanted)}
    for i, kind in enumerate(bound):
        given[f"r{i}"] = [{"a": row.source, "b": row.target, "id": key} for key, row in sorted(ties[kind].items())]
    [row] = await run(f"RETURN {', '.join(parts)}", given)
    for label, found in zip(wanted, row, strict=False):
        run.nodes |= {(label, key): None for key in labels[label]} | {(label, key): own for key, own in found}
    for kind, found in zip(bound, row[len(wanted) :], strict=True):
        run.edges |= {(kind, key): None for key in ties[kind]} | {(kind, key): own for key, own in found}


def _nodes(label: str, given: str) -> str:
    return f"COLLECT {{ UNWIND {given} AS id MATCH {by_id('n', label, 'id')} RETURN [n.id, properties(n)] }}"


def _edges(model: Model, one: EdgeRow, given: str) -> str:
    source, target = ends(model, one.type)
    return (
        f"COLLECT {{ UNWIND {given} AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
        f"MATCH (a)-[r:{escape(one.type.name)} {{id: row.id}}]->(b) RETURN [row.id, properties(r)] }}"
    )
