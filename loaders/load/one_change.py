"""terug, of one change: what a load did to one thing goes back, and the rest of that load stays.

    the thing    gets back what stood there, or goes when the load made it
    its facts    what the load read anew about it becomes a "nee", so that the next reading does not bring it back

It is a load of its own with a receipt, so it can be taken back too; and the load it was a part of can only go back
after it. What was changed again since, or built upon, is never overwritten: then it becomes a proposal for a person
(`loaders.load.counter_proposal`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.contents import existing, history
from graph.contents.history import Told
from graph.cypher.removal import next_version
from graph.cypher.rows import EdgeRow, NodeRow
from graph.domain.reader import Model
from graph.domain.vocabulary import WijzigingSoort
from graph.engine.store import Run, Store
from graph.errors import GraphError, NotFound
from loaders.documents.document import HASH_LENGTH, digest
from loaders.load import changes
from loaders.load.apply import SECONDS, moment
from loaders.load.difference import FACT, Difference
from loaders.load.plan import Hand
from loaders.load.receipt import PASSAGE, Bon, Undo, Written, edges_in, nodes_in, undo_from
from loaders.load.single import History, write_load
from loaders.load.undo import There, overwritten, there_now

NO = "nee"


class Overtaken(GraphError):
    """Somebody went on with it since; nothing was taken back. `things` are what was changed or built upon."""

    def __init__(self, things: Iterable[str]) -> None:
        self.things = [*dict.fromkeys(things)]
        some = ", ".join(self.things[:3])
        super().__init__(f"Dit kan niet zomaar terug: er is later verder gewerkt aan {some}.")


@dataclass(frozen=True)
class Part:
    """What a load did to one thing: the rows of the thing and of its relationships, and the facts they rest on."""

    things: Undo
    facts: Undo


async def undo_change(store: Store, model: Model, change: str, door: str) -> Bon:
    """Take one change back; raises NotFound, Overtaken, or GraphError when it cannot go back at all."""
    hand = Hand(door, moment())

    async def work(run: Run) -> Bon:
        return await _undo(run, model, change, hand)

    return await store.write(work, SECONDS)


async def _undo(run: Run, model: Model, change: str, hand: Hand) -> Bon:
    number = await next_version(run, hand.op)  # first, so that nobody writes between our look and our writing
    told, wanted = await looked_up(run, model, change)
    there, part = await _part(run, model, wanted, told.ding)
    blocked = [*overwritten(part.things, there), *overwritten(part.facts, there), *await _built_upon(run, wanted, part)]
    if blocked:
        raise Overtaken(blocked)
    difference = _back(part, there, hand)
    bon = Bon("lading:" + digest(f"ongedaan {number} {change}")[:HASH_LENGTH], graafversie=number, ids=[told.ding])
    bon.bijgewerkt = 1
    said = History(changes.turns_of(difference), WijzigingSoort.TERUGGEDRAAID)
    await write_load(run, model, hand, bon, difference, said)
    return bon


async def looked_up(run: Run, model: Model, change: str) -> tuple[Told, Undo]:
    """A change, and what undoing the load that did it needs."""
    told = await history.one(run, change)
    if told is None:
        raise NotFound(f"Wijziging '{change}' ken ik niet. Zoek haar op met 'opdeplank geschiedenis'.")
    load = await existing.load(run, told.lading)
    if load is None or load["teruggedraaid"]:
        raise GraphError(f"De lading van wijziging '{change}' is al teruggedraaid.")
    wanted = undo_from(model, await existing.undoing(run, told.lading))
    if wanted.aliases:
        raise GraphError(
            f"Dit hoort bij een samenvoeging. Draai die in haar geheel terug: opdeplank terug {told.lading}"
        )
    if not part_of(model, wanted, told.ding).written and not part_of(model, wanted, told.ding).gone:
        raise GraphError(
            f"Hier valt aan '{told.ding}' zelf niets terug te draaien. Noem de wijziging van het andere ding."
        )
    return told, wanted


def part_of(model: Model, wanted: Undo, key: str) -> Undo:
    """The rows of a thing and of the relationships that start at it; of a thing that was made, all relationships."""
    made = any(isinstance(w.row, NodeRow) and w.row.id == key and w.new for w in wanted.written)

    def ours(row: NodeRow | EdgeRow) -> bool:
        if isinstance(row, NodeRow):
            return row.id == key and row.type.is_entity
        between = model.nodes[row.type.sources[0]].is_entity
        return between and (row.source == key or (made and row.target == key))

    return Undo([w for w in wanted.written if ours(w.row)], [row for row in wanted.gone if ours(row)])


async def _part(run: Run, model: Model, wanted: Undo, key: str) -> tuple[There, Part]:
    """What stands there now of it, and the part itself: its facts are those that its rows rest on."""
    things = part_of(model, wanted, key)
    there = await there_now(run, model, things)
    resting = {fact for properties in there.values() for fact in listed(properties)}
    facts = Undo([w for w in wanted.written if w.row.type.name == FACT and w.row.id in resting])
    return there | await there_now(run, model, facts), Part(things, facts)


async def _built_upon(run: Run, wanted: Undo, part: Part) -> list[str]:
    """A thing that got relationships of others since, and facts that another document confirmed since."""
    made = nodes_in(part.things.new())
    own = {(edge.type.name, edge.id) for edge in edges_in(part.things.new())}
    found = []
    for row in made:
        for key, kind, edge in await existing.attached(run, row.type, [row.id]):
            if (kind, edge) not in own:
                found.append(key)
    facts = nodes_in(part.facts.new())
    passages = {w.row.id for w in wanted.written if w.row.type.name == PASSAGE and w.new}
    if facts:
        for key, kind, edge in await existing.attached(run, facts[0].type, (row.id for row in facts)):
            if kind == "BLIJKT_UIT" and edge not in passages:
                found.append(key)
    return found


def _back(part: Part, there: There, hand: Hand) -> Difference:
    """What has to be written to have it as it was."""
    made = Difference()
    for written in part.things.written:
        _one(made, written, there, hand)
    for row in part.things.gone:
        if isinstance(row, NodeRow):
            made.nodes.append(row)
        else:
            made.edges.append(row)
    for written in part.facts.written:
        now = there.get((written.row.type.name, written.row.id))
        if now is not None and isinstance(written.row, NodeRow):
            made.before_nodes[written.row.id] = replace(written.row, properties=now)
            old = {**now, "besluit": NO} if written.new else written.row.properties
            made.nodes.append(replace(written.row, properties=old))
    return made


def _one(made: Difference, written: Written, there: There, hand: Hand) -> None:
    row = written.row
    now = there.get((row.type.name, row.id))
    if now is None:
        return
    if isinstance(row, EdgeRow):
        made.before_edges[row.type.name, row.id] = replace(row, properties=now)
        (made.gone if written.new else made.edges).append(row)
        return
    made.before_nodes[row.id] = replace(row, properties=now)
    if written.new:
        made.gone_nodes.append(row)
    else:
        version = int(str(now["versie"])) + 1
        made.nodes.append(replace(row, properties={**row.properties, "versie": version, "gewijzigdOp": hand.op}))


def listed(properties: object) -> list[str]:
    """The ids of the facts that a row rests on."""
    found = properties.get("feiten") if isinstance(properties, dict) else None
    return [str(fact) for fact in found or ()]
