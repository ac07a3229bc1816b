"""terug: take a load back, exactly, or not at all.

What a later load changed or built on stands in the way; then nothing happens, and the message names the loads that have
to go back first, in order. Undoing only a part would leave a graph that no document ever described.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from graph.contents import existing, old_ids
from graph.cypher.removal import (
    next_version,
    remove_edges,
    remove_nodes,
    restore_edges,
    restore_nodes,
    set_properties,
)
from graph.cypher.rows import EdgeRow, NodeRow, by_type, create_nodes
from graph.domain.reader import Model
from graph.domain.vocabulary import WijzigingSoort
from graph.engine.store import Run, Store
from graph.errors import GraphError, NotFound
from loaders.load import changes
from loaders.load.apply import SECONDS, moment, points_at
from loaders.load.changes import Stamp, Turn
from loaders.load.plan import Hand
from loaders.load.receipt import DIED_WITH, PASSAGE, Undo, edges_in, fingerprint, nodes_in, undo_from
from loaders.progress import Progress, silent

FIRST = 4
"""Loads to name when they stand in the way."""
STEPS = 5


class BuiltUpon(GraphError):
    """A later load changed it or built on it; nothing was taken back."""


async def undo(
    store: Store, model: Model, load: str, door: str = "opdeplank", now: datetime | None = None,
    progress: Progress = silent,
) -> int:  # fmt: skip
    """Gives the new version of the graph. Raises when the load is unknown, already undone, or built upon."""
    return await undo_all(store, model, [load], door, now, progress)


async def undo_all(
    store: Store, model: Model, loads: Sequence[str], door: str, now: datetime | None = None,
    progress: Progress = silent,
) -> int:  # fmt: skip
    """As `undo`, of several loads: all of them or none, the newest first."""
    op = moment(now or datetime.now(UTC))

    async def work(run: Run) -> int:
        number = 0
        putting = Putting(Hand(door, op), store.engine == "arcadedb")
        for load in await _newest_first(run, loads):
            number, _ = await undo_within(run, model, load, putting, progress)
        return number

    return await store.write(work, SECONDS)


async def _newest_first(run: Run, loads: Sequence[str]) -> list[str]:
    made = {load: await existing.load(run, load) for load in dict.fromkeys(loads)}
    return sorted(made, key=lambda load: -(made[load] or {"graafversie": 0})["graafversie"])


class Putting(NamedTuple):
    """Who puts it back, and when; and whether nodes go bit by bit."""

    hand: Hand
    bit_by_bit: bool


async def undo_within(
    run: Run, model: Model, load: str, putting: Putting, progress: Progress = silent
) -> tuple[int, list[str]]:  # fmt: skip
    """The same, in a transaction that somebody else began; with the ids of what its history says."""
    receipt = await existing.load(run, load)
    if receipt is None:
        raise NotFound(f"Lading '{load}' ken ik niet. Kijk op de bon, of vraag 'opdeplank status'.")
    if receipt["teruggedraaid"]:
        raise GraphError(f"Lading '{load}' is al teruggedraaid.")
    progress(0, STEPS, "kijken wat er staat")
    wanted = undo_from(model, await existing.undoing(run, load))
    there = await there_now(run, model, wanted)
    blocked = [*overwritten(wanted, there), *await _company(run, wanted, load)]
    if blocked:
        later = await _later(run, model, load, receipt["graafversie"], wanted)
        raise BuiltUpon(_refusal([*dict.fromkeys(blocked)], later))
    hand = putting.hand
    number = await next_version(run, hand.op)
    stamp = Stamp(hand.door, hand.op, load, number, hand.rol)
    turned = changes.told(model, _turns(wanted, there), stamp, WijzigingSoort.TERUGGEDRAAID)
    progress(1, STEPS, "geschiedenis")
    told = await changes.record(run, model, turned)
    await set_properties(run, model.nodes["Lading"], load, {"teruggedraaid": True, "ongedaan": None})
    await _put_back(run, model, wanted, load, putting.bit_by_bit, progress)
    progress(STEPS, STEPS, "klaar")
    return number, [row.id for row in told]


async def _put_back(
    run: Run, model: Model, wanted: Undo, load: str, bit_by_bit: bool, progress: Progress
) -> None:  # fmt: skip
    """Takes nodes away as late as it can: after that every look into an index of Neo4j is slow (see `remove_nodes`)."""
    progress(2, STEPS, "relaties")
    await remove_edges(run, model, points_at(model, [(d, load) for d in await existing.documents_of(run, load)]))
    await remove_edges(run, model, edges_in(wanted.new()))
    await restore_nodes(run, nodes_in(wanted.changed()))
    progress(3, STEPS, "dingen en bewijs")
    await remove_nodes(run, nodes_in(wanted.new()), bit_by_bit)
    progress(4, STEPS, "wat er stond")
    await create_nodes(run, nodes_in(wanted.gone))
    await restore_edges(run, model, edges_in([*wanted.changed(), *wanted.gone]))
    await restore_edges(run, model, points_at(model, wanted.loaded))
    await old_ids.remove(run, (new.id for new, old in wanted.aliases if old is None))
    await old_ids.put(run, (old for _, old in wanted.aliases if old is not None))


There = dict[tuple[str, str], dict[str, object]]


async def there_now(run: Run, model: Model, wanted: Undo) -> There:
    """What stands there now of everything the load wrote or took away, by type and id."""
    rows = [*(w.row for w in wanted.written if w.mark), *wanted.gone]
    nodes = nodes_in(rows)
    known = await existing.nodes_of(run, nodes)
    found: There = {(row.type.name, row.id): known[row.id] for row in nodes if row.id in known}
    return found | await existing.edges_of(run, model, edges_in(rows))


def overwritten(wanted: Undo, there: There) -> list[str]:
    """Things that are no longer as this load left them."""
    found = []
    for written in wanted.written:
        row = written.row
        if written.mark and _mark(row, there.get((row.type.name, row.id), {})) != written.mark:
            found.append(_thing(row))
    return found + [_thing(row) for row in wanted.gone if (row.type.name, row.id) in there]


async def _company(run: Run, wanted: Undo, load: str) -> list[str]:
    """Things of this load that got relationships of later ones, and documents that came again with one."""
    now = await existing.last_loads(run, (document for document, _ in wanted.loaded))
    found = [document for document, last in now if last != load]
    own = {(row.type.name, row.id) for row in edges_in(wanted.new())}
    nodes = nodes_in(wanted.new())
    own |= {(kind, row.id) for row in nodes if row.type.name == PASSAGE for kind in DIED_WITH}
    for group in by_type(nodes):
        for key, kind, edge in await existing.attached(run, group[0].type, (row.id for row in group)):
            if (kind, edge) not in own and edge != f"{key}>{load}":
                found.append(key)
    return found


async def _later(run: Run, model: Model, load: str, version: int, wanted: Undo) -> list[str]:
    """The later loads that touch what this one wrote, or what those wrote in turn; the newest first."""
    touched, made = _touched(wanted), _made(wanted)
    found = []
    for key in await existing.loads_since(run, version):
        other = undo_from(model, await existing.undoing(run, key))
        theirs = _touched(other)
        ends = {end for edge in edges_in(other.new()) for end in (edge.source, edge.target)}
        if theirs & touched or ends & made or load in {loaded for _, loaded in other.loaded}:
            found.append(key)
            touched |= theirs
            made |= _made(other)
    return found[::-1]


def _touched(undo: Undo) -> set[tuple[str, str]]:
    return {(row.type.name, row.id) for row in [*(w.row for w in undo.written), *undo.gone]}


def _made(undo: Undo) -> set[str]:
    return {row.id for row in nodes_in(undo.new())}


def _turns(wanted: Undo, there: There) -> list[Turn]:
    """What undoing does to things and to relationships between them."""
    found = []
    for written in wanted.written:
        row, now = written.row, there.get((written.row.type.name, written.row.id))
        if _is_thing(row, {**row.properties, **(now or {})}):
            found.append(Turn(row, now, None if written.new else row.properties))
    return found + [Turn(row, None, row.properties) for row in wanted.gone if _is_thing(row, row.properties)]


def _is_thing(row: NodeRow | EdgeRow, properties: Mapping[str, object]) -> bool:
    return row.type.is_entity if isinstance(row, NodeRow) else "feiten" in properties


def _mark(row: NodeRow | EdgeRow, properties: dict[str, object]) -> str:
    if isinstance(row, NodeRow):
        return fingerprint(NodeRow(row.type, row.id, properties))
    return fingerprint(EdgeRow(row.type, row.source, row.target, row.id, properties))


def _thing(row: NodeRow | EdgeRow) -> str:
    return row.source if isinstance(row, EdgeRow) else row.id


def _refusal(things: list[str], later: list[str]) -> str:
    some = ", ".join(things[:3]) + (f" en {len(things) - 3} andere" if len(things) > 3 else "")
    first = ", dan ".join(later[:FIRST]) + (f", dan nog {len(later) - FIRST} andere" if len(later) > FIRST else "")
    told = f" Draai eerst {first} terug." if later else ""
    return f"Dit kan nog niet terug: een latere lading bouwt voort op {some}.{told} Er is niets veranderd."
