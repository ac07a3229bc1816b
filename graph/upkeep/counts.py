"""How much stands in the graph. By hand: one count per label is a read of the database's own counter on both engines,
where one statement over all labels would be planned as that many subqueries.
"""

from dataclasses import dataclass

from graph.cypher.text import escape
from graph.domain.reader import Model
from graph.engine.store import Store


@dataclass(frozen=True)
class LastLoad:
    id: str
    gestart_op: str
    door: str


async def is_empty(store: Store) -> bool:
    return not await store.rows("MATCH (n:Entiteit) RETURN n.id LIMIT 1", {})


async def count(store: Store, label: str) -> int:
    row = await store.read(f"MATCH (n:{escape(label)}) RETURN count(n)", {})
    return int(row[0]) if row else 0


async def counts(store: Store, model: Model) -> dict[str, int]:
    """`{"Gemeente": 605, …}` for every type of the model."""
    return {node.label: await count(store, node.label) for node in model.nodes.values()}


async def last_load(store: Store) -> LastLoad | None:
    row = await store.read(
        "MATCH (n:Lading) WHERE NOT coalesce(n.teruggedraaid, false) "
        "RETURN n.id, toString(n.gestartOp), n.door ORDER BY n.gestartOp DESC LIMIT 1",
        {},
    )
    return LastLoad(*map(str, row)) if row else None
