"""Statements that take away or put back exactly; only undoing uses them. Loading itself never deletes."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.cypher import escape
from graph.merge import EdgeRow, NodeRow, batches, by_type, ends
from graph.model import Model, NodeType
from graph.store import Run


async def remove_nodes(run: Run, node: NodeType, ids: Iterable[str]) -> None:
    """With the relationships at them: the caller has made sure that those are its own."""
    text = f"UNWIND $ids AS id MATCH (n:{escape(node.seek)} {{id: id}}) DETACH DELETE n"
    for batch in batches(sorted(ids)):
        await run(text, {"ids": list(batch)})


async def remove_edges(run: Run, model: Model, rows: Iterable[EdgeRow]) -> None:
    for group in by_type(rows):
        source, target = ends(model, group[0].type)
        text = (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}})-[r:{escape(group[0].type.name)} {{id: row.id}}]->"
            f"(b:{target} {{id: row.b}}) DELETE r"
        )
        for batch in batches(group):
            await run(text, {"rows": [{"a": r.source, "b": r.target, "id": r.id} for r in batch]})


async def restore_nodes(run: Run, rows: Iterable[NodeRow]) -> None:
    """Make the properties exactly these, not one more."""
    for group in by_type(rows):
        text = f"UNWIND $rows AS row MATCH (n:{escape(group[0].type.seek)} {{id: row.id}}) SET n = row.p"
        for batch in batches(group):
            await run(text, {"rows": [{"id": r.id, "p": dict(r.properties)} for r in batch]})


async def restore_edges(run: Run, model: Model, rows: Iterable[EdgeRow]) -> None:
    for group in by_type(rows):
        source, target = ends(model, group[0].type)
        text = (
            f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
            f"MERGE (a)-[r:{escape(group[0].type.name)} {{id: row.id}}]->(b) SET r = row.p"
        )
        for batch in batches(group):
            values = [{"a": r.source, "b": r.target, "id": r.id, "p": dict(r.properties)} for r in batch]
            await run(text, {"rows": values})


async def set_properties(run: Run, node: NodeType, key: str, properties: Mapping[str, Any]) -> None:
    text = f"MATCH (n:{escape(node.seek)} {{id: $id}}) SET n += $p"
    await run(text, {"id": key, "p": dict(properties)})


async def next_version(run: Run, moment: str) -> int:
    """Raise the version of the graph within this transaction; gives the new one."""
    text = (
        "MERGE (m:Meta {id: 'graaf'}) SET m.versie = coalesce(m.versie, 0) + 1, m.gewijzigdOp = $moment RETURN m.versie"
    )
    [[number]] = await run(text, {"moment": moment})
    return int(number)
