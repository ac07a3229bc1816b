"""terug: take a load back, exactly. What a later load built on stays, and then nothing is undone at all."""

from datetime import UTC, datetime

from graph import standing
from graph.errors import GraphError, NotFound
from graph.merge import EdgeRow, NodeRow, by_type
from graph.model import Model
from graph.removal import (
    next_version,
    remove_edges,
    remove_nodes,
    restore_edges,
    restore_nodes,
    set_properties,
)
from graph.store import Run, Store
from loaders.apply import points_at
from loaders.receipt import DIED_WITH, PASSAGE, Undo, fingerprint, row_key, undo_from


async def undo(store: Store, model: Model, load: str) -> int:
    """Gives the new version of the graph. Raises when the load is unknown, already undone, or built upon."""

    async def work(run: Run) -> int:
        return await _undo(run, model, load)

    return await store.write(work)


async def _undo(run: Run, model: Model, load: str) -> int:
    receipt = await standing.load(run, load)
    if receipt is None:
        raise NotFound(f"Lading '{load}' ken ik niet. Kijk op de bon, of vraag 'opdeplank status'.")
    if receipt["teruggedraaid"]:
        raise GraphError(f"Lading '{load}' is al teruggedraaid.")
    wanted = undo_from(model, receipt["ongedaan"])
    standing_in_the_way = await _in_the_way(run, model, wanted)
    if standing_in_the_way:
        later = await standing.loads_since(run, receipt["gestartOp"], load)
        raise GraphError(_refusal(standing_in_the_way, later))
    await remove_edges(run, model, wanted.new_edges)
    for group in by_type(wanted.new_nodes):
        await remove_nodes(run, group[0].type, (row.id for row in group))
    await restore_nodes(run, wanted.before_nodes)
    await restore_edges(run, model, wanted.before_edges)
    gone = {row.id for row in wanted.new_nodes}
    await remove_edges(run, model, points_at(model, [(d, load) for d in await standing.documents_of(run, load)]))
    await restore_edges(run, model, points_at(model, [pair for pair in wanted.loaded if pair[0] not in gone]))
    await set_properties(run, model.nodes["Lading"], load, {"teruggedraaid": True, "ongedaan": None})
    return await next_version(run, datetime.now(UTC).isoformat(timespec="milliseconds"))


async def _in_the_way(run: Run, model: Model, wanted: Undo) -> list[str]:
    """Things that were changed, or that got company, after this load."""
    found = await _changed(run, model, wanted)
    own = {(edge.type.name, edge.id) for edge in wanted.new_edges}
    own |= {(kind, row.id) for row in wanted.new_nodes if row.type.name == PASSAGE for kind in DIED_WITH}
    for group in by_type(wanted.new_nodes):
        for key, kind, edge in await standing.attached(run, group[0].type, (row.id for row in group)):
            if (kind, edge) not in own and kind != "GELADEN_MET":
                found.append(key)
    return [*dict.fromkeys(found)]


async def _changed(run: Run, model: Model, wanted: Undo) -> list[str]:
    nodes: list[NodeRow] = [row for row in [*wanted.new_nodes, *wanted.before_nodes] if row_key(row) in wanted.became]
    edges: list[EdgeRow] = [row for row in [*wanted.new_edges, *wanted.before_edges] if row_key(row) in wanted.became]
    there = await standing.nodes_of(run, nodes)
    ties = await standing.edges_of(run, model, edges)
    now = [NodeRow(row.type, row.id, there.get(row.id, {})) for row in nodes]
    now_edges = [
        EdgeRow(row.type, row.source, row.target, row.id, ties.get((row.type.name, row.id), {})) for row in edges
    ]
    changed = [row.id for row in now if fingerprint(row) != wanted.became[row_key(row)]]
    return changed + [row.source for row in now_edges if fingerprint(row) != wanted.became[row_key(row)]]


def _refusal(things: list[str], later: list[str]) -> str:
    some = ", ".join(things[:3]) + (f" en {len(things) - 3} andere" if len(things) > 3 else "")
    first = f" Draai eerst {later[0]} terug." if later else ""
    return f"Dit kan nog niet terug: een latere lading bouwt voort op {some}.{first} Er is niets veranderd."
