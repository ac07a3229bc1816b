"""Whether a database still has what it says it has.

An engine that lost a part of a file answers with what is left, and says nothing. But it keeps a count of each label
beside the nodes; so nodes that are counted and cannot be read are nodes that were lost. `losses` compares the two, and
`broken_ends` reads everything there is: a relationship that ends at nothing lost a node, or has lost itself.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from graph.copying import walk
from graph.copying.node_line import WHOLE, seeks
from graph.cypher.text import escape
from graph.domain.reader import Model
from graph.engine.store import Store
from graph.errors import StoreFailed
from graph.upkeep import counts, state
from graph.upkeep.constraints import META

AT_A_TIME = 5_000
TRIES = 3


@dataclass(frozen=True)
class Loss:
    """`label`: of which nodes; `counted`: how many the database says there are, `found`: how many can be read."""

    label: str
    counted: int
    found: int


async def losses(store: Store, model: Model) -> list[Loss]:
    """Labels of which nodes are missing. Raises StoreError."""
    found = [await _loss(store, label) for label in seeks(model)]
    found += [await _loss(store, node.label) for node in model.entities]
    missing = [loss for loss in found if loss is not None]
    things = await counts.count(store, "Entiteit")
    if things and not await counts.count(store, META):
        missing.append(Loss(META, 1, 0))
    return missing


async def size(store: Store, model: Model) -> int:
    """How many nodes there are to read, as the database counts them."""
    return await walk.size(store, seeks(model))


async def broken_ends(store: Store, model: Model, told: Callable[[int], None] = lambda _: None) -> Counter[str]:
    """Reads all nodes with their relationships; how many of each type end at nothing. `told` hears how many nodes were
    read."""
    done, broken = 0, Counter[str]()
    async for some in walk.every(store, model, seeks(model)):
        for _, found in some:
            broken.update(edge.type for edge in found.edges if not edge.seek or edge.target is None)
        done += len(some)
        told(done)
    return broken


async def _loss(store: Store, label: str) -> Loss | None:
    """Who writes meanwhile changes both numbers, one before the other: then they are looked at again. A node of which a
    part is gone makes the read fail."""
    found = 0
    for _ in range(TRIES):
        before = await state.version(store)
        counted = await counts.count(store, label)
        with suppress(StoreFailed):
            found = await _read(store, label)
        if found >= counted:
            return None
        if await state.version(store) == before and await counts.count(store, label) == counted:
            return Loss(label, counted, found)
    return None


async def _read(store: Store, label: str) -> int:
    """How many nodes can be read, some at a time: a statement has to be done within its time."""
    if label in WHOLE:
        row = await store.read(f"MATCH (n:{escape(label)}) RETURN sum(1)", {})
        return int(row[0] or 0) if row else 0
    ordered = " ORDER BY n.id" if store.engine == "neo4j" else ""
    text = f"MATCH (n:{escape(label)}) WHERE n.id > $na WITH n{ordered} LIMIT $most RETURN max(n.id), sum(1)"
    total, last = 0, ""
    while True:
        row = await store.read(text, {"na": last, "most": AT_A_TIME})
        number = int(row[1] or 0) if row else 0
        total += number
        if not row or number < AT_A_TIME:
            return total
        last = row[0]
