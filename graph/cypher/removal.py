"""Statements that take away or put back exactly; only undoing uses them. Loading itself never deletes."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.cypher.rows import EdgeRow, NodeRow, batches, by_type, ends
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model, NodeType
from graph.domain.web_address import without_strangers
from graph.engine.gathering import sent
from graph.engine.store import Run

BIT = 100
"""Things that go in one statement where each has its own time."""


async def remove_nodes(run: Run, rows: Iterable[NodeRow], bit_by_bit: bool = False) -> None:
    """With the relationships at them: the caller has made sure that those are its own.

    All of them are found before the first one goes, in one statement: Neo4j goes through everything that a transaction
    deleted at each look into an index. The types with the fewest nodes go first: a document takes the relationships to
    its thousands of passages along at once, and not one by one. `bit_by_bit` for the embedded engine: there each
    statement has to be done in time, and getting a thing out of the full-text index takes long.
    """
    groups = sorted(by_type(rows), key=len)
    if bit_by_bit:
        for group in groups:
            for some in batches(group, BIT):
                await remove_nodes(run, some)
        return
    if not groups:
        return
    found = [f"COLLECT {{ UNWIND $i{i} AS id MATCH {by_id('n', group[0].type.seek, 'id')} RETURN n }}"
             for i, group in enumerate(groups)]  # fmt: skip
    text = f"WITH {' + '.join(found)} AS alle UNWIND alle AS n DETACH DELETE n"
    await sent(run, text, {f"i{i}": sorted(row.id for row in group) for i, group in enumerate(groups)})


async def remove_edges(run: Run, model: Model, rows: Iterable[EdgeRow]) -> None:
    for group in by_type(rows):
        source, target = ends(model, group[0].type)
        text = (
            f"UNWIND $rows AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
            f"MATCH (a)-[r:{escape(group[0].type.name)} {{id: row.id}}]->(b) DELETE r"
        )
        for batch in batches(group):
            await sent(run, text, {"rows": [{"a": r.source, "b": r.target, "id": r.id} for r in batch]})


async def restore_nodes(run: Run, rows: Iterable[NodeRow]) -> None:
    """Make the properties exactly these, not one more."""
    for group in by_type(rows):
        text = f"UNWIND $rows AS row MATCH {by_id('n', group[0].type.seek, 'row.id')} SET n = row.p"
        for batch in batches(group):
            values = [{"id": r.id, "p": dict(without_strangers(r.type, r.properties))} for r in batch]
            await sent(run, text, {"rows": values})


async def restore_edges(run: Run, model: Model, rows: Iterable[EdgeRow]) -> None:
    for group in by_type(rows):
        source, target = ends(model, group[0].type)
        text = (
            f"UNWIND $rows AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
            f"MERGE (a)-[r:{escape(group[0].type.name)} {{id: row.id}}]->(b) SET r = row.p"
        )
        for batch in batches(group):
            values = [
                {"a": r.source, "b": r.target, "id": r.id, "p": dict(without_strangers(r.type, r.properties))}
                for r in batch
            ]
            await sent(run, text, {"rows": values})


async def set_properties(run: Run, node: NodeType, key: str, properties: Mapping[str, Any]) -> None:
    text = f"MATCH (n:{escape(node.seek)} {{id: $id}}) SET n += $p"
    await sent(run, text, {"id": key, "p": dict(properties)})


async def next_version(run: Run, moment: str) -> int:
    """Raise the version of the graph within this transaction; gives the new one."""
    text = (
        "MERGE (m:Meta {id: 'graaf'}) SET m.versie = coalesce(m.versie, 0) + 1, m.gewijzigdOp = $moment RETURN m.versie"
    )
    [[number]] = await run(text, {"moment": moment})
    return int(number)
