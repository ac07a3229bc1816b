"""Reading the whole graph in the order of a copy, some nodes at a time, so that memory stays flat.

    MATCH (n:Feit) WHERE n.id > $na WITH n ORDER BY n.id LIMIT $most RETURN n.id, labels(n), properties(n),
      COLLECT { MATCH (n)-[r]->(m) RETURN [type(r), labels(m), …, properties(r)] }

The embedded engine takes what is asked from its index, in that order, and sorts everything that follows when it is told
to sort. So there it is not told, and what comes is looked at: `Disordered` is raised when an engine does otherwise.
"""

from collections.abc import AsyncIterator, Iterable, Sequence

from graph.copying.node_line import LOADED_WITH, WHOLE, Key, Record, from_row, seek_of, seeks
from graph.cypher.rows import batches
from graph.cypher.text import by_id, escape
from graph.domain.reader import Model
from graph.engine.store import Row, Store
from graph.errors import GraphError, StoreTimeout
from graph.upkeep import counts

MOST = 500
"""Nodes at a time."""
WEIGHED = {"Lading": "ongedaan"}
"""Labels of which one node can be large, and the property that makes it so."""
MOST_CHARACTERS = 4_000_000
SECONDS = 60.0
SHOWN = (
    "RETURN n.id, labels(n), properties(n), COLLECT { MATCH (n)-[r]->(m) RETURN [type(r), labels(m), "
    f"CASE WHEN type(r) = '{LOADED_WITH}' THEN r.id ELSE m.id END, properties(r)] }}"
)
"""What a load is called is taken from its relationship: the embedded engine reads all of a node, receipt and all, for
any property of it, and thousands of documents end at one load."""
Found = tuple[Key, Record]


class Disordered(GraphError):
    melding = "De database geeft de dingen niet op volgorde, dus een kopie kan ik niet maken. Meld dit aan de makers."


async def every(store: Store, model: Model, labels: Iterable[str]) -> AsyncIterator[list[Found]]:
    """All nodes of these labels, in order, in lists. Raises StoreError, Disordered."""
    for place, label in enumerate(seeks(model)):
        if label in labels:
            async for rows in _pages(store, label):
                yield [(Key(place, row[0]), from_row(model, row)) for row in rows]


async def these(store: Store, model: Model, keys: Iterable[Key]) -> dict[Key, Record]:
    """Those of `keys` that are there now."""
    found: dict[Key, Record] = {}
    wanted = sorted(set(keys))
    for place, label in enumerate(seeks(model)):
        own = [key.id for key in wanted if key.place == place]
        indexed = label not in WHOLE
        pattern = by_id("n", label, "id") if indexed else f"(n:{escape(label)} {{id: id}})"
        for some in batches(own, 1 if label in WEIGHED else MOST):
            rows = await store.rows(f"UNWIND $ids AS id MATCH {pattern} {SHOWN}", {"ids": list(some)}, SECONDS)
            found |= {Key(place, row[0]): from_row(model, row) for row in rows}
    return found


async def size(store: Store, labels: Iterable[str]) -> int:
    """How many nodes there are, as the database counts them."""
    return sum([await counts.count(store, label) for label in labels])


async def foreign(store: Store, model: Model) -> int:
    """How many nodes there are that are none of ours, such as those of another program in the same database."""
    rows = await store.rows("MATCH (n) RETURN labels(n), count(*)", {}, SECONDS)
    return sum(number for labels, number in rows if not seek_of(model, labels))


async def _pages(store: Store, label: str) -> AsyncIterator[list[Row]]:
    if label in WHOLE:
        rows = await store.rows(f"MATCH (n:{escape(label)}) {SHOWN}", {}, SECONDS)
        yield sorted(rows, key=lambda row: str(row[0]))
        return
    ordered = " ORDER BY n.id" if store.engine == "neo4j" else ""
    text = f"MATCH (n:{escape(label)}) WHERE n.id > $na WITH n{ordered} LIMIT $most {SHOWN}"
    last, number = "", MOST
    while True:
        if label in WEIGHED:
            number = min(number, await _bearable(store, label, last, ordered))
        try:
            rows = await store.rows(text, {"na": last, "most": number}, SECONDS)
        except StoreTimeout:  # a few nodes may have thousands of relationships
            if number == 1:
                raise
            number = max(1, number // 5)
            continue
        _in_order(last, rows)
        if rows:
            yield rows
            last = rows[-1][0]
        if len(rows) < number:
            return
        number = min(MOST, number * 2)


async def _bearable(store: Store, label: str, last: str, ordered: str) -> int:
    """How many of the next ones fit in memory together; one at least."""
    heavy = escape(WEIGHED[label])
    text = (
        f"MATCH (n:{escape(label)}) WHERE n.id > $na WITH n{ordered} LIMIT $most "
        f"RETURN n.id, size(coalesce(n.{heavy}, ''))"
    )
    rows = await store.rows(text, {"na": last, "most": MOST}, SECONDS)
    _in_order(last, rows)
    total = 0
    for number, (_, weight) in enumerate(rows):
        total += weight
        if total > MOST_CHARACTERS:
            return max(number, 1)
    return MOST


def _in_order(last: str, rows: Sequence[Row]) -> None:
    for row in rows:
        if row[0] <= last:
            raise Disordered
        last = row[0]
