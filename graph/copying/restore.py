"""Putting the lines of a copy into a graph that has none of them: first all nodes, then all relationships.

What is put back is what was written, property for property: nothing is worked out anew and nothing is left out.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from graph.copying.node_line import Record, seek_of, seeks
from graph.cypher.rows import batches
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model
from graph.engine.store import Run, Store
from graph.errors import GraphError
from graph.upkeep.constraints import META

BIT = 200
SECONDS = 600.0
LOST = "Begin of eind ontbreekt {lost} keer bij relatie {name}. Deze kopie is niet heel."


async def nodes(store: Store, model: Model, records: Sequence[Record]) -> int:
    """In one transaction; how many were made. What stands for the graph as a whole is there already, and becomes what
    the copy says."""
    ordered = {frozenset(node.labels): node.labels for node in model.nodes.values()}
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        labels = ordered.get(frozenset(record.labels), record.labels)
        groups[tuple(labels)].append(dict(record.properties))

    async def work(run: Run) -> int:
        for labels, rows in groups.items():
            if META in labels:
                await run("UNWIND $rows AS row MERGE (m:Meta {id: row.id}) SET m = row", {"rows": rows})
                continue
            text = f"UNWIND $rows AS row CREATE (n:{':'.join(map(escape, labels))}) SET n = row"
            for some in batches(rows):
                await run(text, {"rows": list(some)})
        return len(records)

    return await store.write(work, SECONDS)


async def edges(store: Store, model: Model, records: Sequence[Record]) -> int:
    """The relationships that start at these, in one transaction; how many. Raises GraphError when an end is missing."""
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        seek = seek_of(model, record.labels)
        for edge in record.edges:
            row = {"a": record.properties["id"], "b": edge.target, "p": dict(edge.properties)}
            groups[edge.type, seek, edge.seek].append(row)
    if not groups:
        return 0

    async def work(run: Run) -> int:
        made = 0
        for (name, source, target), rows in groups.items():
            text = (
                f"UNWIND $rows AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
                f"CREATE (a)-[r:{escape(name)}]->(b) SET r = row.p RETURN count(r)"
            )
            for some in batches(rows):
                [[number]] = await run(text, {"rows": list(some)})
                if number != len(some):
                    raise GraphError(LOST.format(lost=len(some) - number, name=name))
                made += number
        return made

    return await store.write(work, SECONDS)


async def clear(store: Store, model: Model) -> None:
    """Take away all that is ours, bit by bit: the embedded engine takes long to get things out of its index."""

    async def some(run: Run, label: str) -> int:
        text = f"MATCH (n:{escape(label)}) WITH n LIMIT $most DETACH DELETE n RETURN count(*)"
        [[gone]] = await run(text, {"most": BIT})
        return int(gone)

    for label in seeks(model):
        while await store.write(lambda run, label=label: some(run, label), SECONDS):  # type: ignore[misc]
            pass
