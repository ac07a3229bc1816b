"""pas toe: decisions -> one transaction -> a receipt.

Everything the proposal asks for is compared with what stands there first; only differences are written, and what
stood there goes on the receipt, so that `undo` can put it back. The version of the graph rises in the same
transaction; a proposal made on another version is refused.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from graph import standing
from graph.errors import StaleBasis
from graph.merge import EdgeRow, NodeRow, merge_edges, merge_nodes
from graph.model import Model
from graph.removal import next_version, remove_edges
from graph.store import Run, Store
from loaders import plan as planning
from loaders.difference import Difference, compare
from loaders.plan import Hand
from loaders.proposal import Proposal, load_id
from loaders.receipt import Bon, undo_of


async def apply(store: Store, model: Model, proposal: Proposal, door: str, now: datetime | None = None) -> Bon:
    """Load what was decided. The same proposal twice is one load: the second time nothing happens."""
    moment = (now or datetime.now(UTC)).isoformat(timespec="milliseconds")
    hand = Hand(door, moment)

    async def work(run: Run) -> Bon:
        return await _load(run, model, proposal, hand)

    return await store.write(work)


async def preview(run: Run, model: Model, proposal: Proposal) -> Bon:
    """What `apply` would do, without doing it."""
    hand = Hand("", "")
    difference = await compare(run, model, planning.make(model, proposal, hand), hand)
    return _counted(Bon(load_id(proposal)), proposal, difference)


async def _load(run: Run, model: Model, proposal: Proposal, hand: Hand) -> Bon:
    load = load_id(proposal)
    version = await standing.version(run)
    earlier = await standing.load(run, load)
    if earlier is not None and not earlier["teruggedraaid"]:
        return _counted(Bon(load, al_geladen=True, graafversie=version), proposal, Difference())
    if proposal.basis != str(version):
        raise StaleBasis
    difference = await compare(run, model, planning.make(model, proposal, hand), hand)
    number = await next_version(run, hand.op)
    if number != version + 1:  # another load came in between our first look and now
        raise StaleBasis
    await merge_nodes(run, difference.nodes)
    await merge_edges(run, model, difference.edges)
    await remove_edges(run, model, difference.gone)
    bon = _counted(Bon(load, graafversie=number), proposal, difference)
    await _receipt(run, model, bon, hand, difference, [source.id for source in proposal.documenten])
    return bon


async def _receipt(run: Run, model: Model, bon: Bon, hand: Hand, difference: Difference, documents: list[str]) -> None:
    loaded = await standing.last_loads(run, documents)
    await remove_edges(run, model, points_at(model, loaded))
    properties = {
        "id": bon.lading, "gestartOp": hand.op, "door": hand.door, "teruggedraaid": False,
        "aangemaakt": bon.aangemaakt, "bijgewerkt": bon.bijgewerkt, "ongewijzigd": bon.ongewijzigd,
        "afgekeurd": bon.afgekeurd, "ongedaan": undo_of(difference, loaded).to_text(),
    }  # fmt: skip
    await merge_nodes(run, [NodeRow(model.nodes["Lading"], bon.lading, properties)])
    await merge_edges(run, model, points_at(model, [(document, bon.lading) for document in documents]))


def points_at(model: Model, pairs: list[tuple[str, str]]) -> list[EdgeRow]:
    """Each document points at the last load that it came with."""
    edge = model.relationships["GELADEN_MET"]
    ids = [f"{document}>{load}" for document, load in pairs]
    return [EdgeRow(edge, *pair, key, {"id": key}) for pair, key in zip(pairs, ids, strict=True)]


def _counted(bon: Bon, proposal: Proposal, difference: Difference) -> Bon:
    before: list[NodeRow | EdgeRow] = [*difference.before_nodes.values(), *difference.before_edges.values()]
    bon.aangemaakt = _things([*difference.new_nodes(), *difference.new_edges()])
    bon.bijgewerkt = _things(before)
    bon.ongewijzigd = difference.same
    bon.afgekeurd = sum(f.besluit == "nee" for f in proposal.feiten)
    bon.uitgesteld = sum(f.besluit == "later" for f in proposal.feiten)
    bon.documenten = len(proposal.documenten)
    bon.feiten = sum(f.besluit == "ja" for f in proposal.feiten)
    bon.ids = [row.id for row in difference.nodes]
    return bon


def _things(rows: Iterable[NodeRow | EdgeRow]) -> int:
    """How many of these are about the domain, not about where it comes from."""
    return sum("feiten" in row.properties for row in rows)
