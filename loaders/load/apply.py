"""pas toe: decisions -> one transaction -> a receipt.

Everything the proposal asks for is compared with what stands there first; only differences are written, and what
stood there goes on the receipt, so that `undo` can put it back. The version of the graph rises in the same
transaction; a proposal made on another version is refused.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime

from graph.contents import existing
from graph.cypher.removal import next_version, remove_edges
from graph.cypher.rows import EdgeRow, NodeRow, batches, create_edges, merge_nodes
from graph.domain.reader import Model
from graph.engine.store import Run, Store
from graph.erasure.forgotten import of_graph
from graph.errors import StaleBasis, StoreError, StoreFull, WriteUnknown
from loaders.facts.fact import only_said
from loaders.load import changes, kept_out
from loaders.load import plan as planning
from loaders.load.changes import Stamp
from loaders.load.difference import Difference, compare, compare_records, write
from loaders.load.plan import Hand, Plan
from loaders.load.receipt import Bon, Undo
from loaders.progress import Progress, silent
from loaders.proposal.decided import Settled, load_id, settle
from loaders.proposal.proposal import DECISIONS, Proposal

Counter = Callable[[int], None]

SECONDS = 1800.0
"""A load of a hundred thousand rows takes a minute; a slow disk gets its time."""


async def apply(
    store: Store, model: Model, proposal: Proposal, door: str, now: datetime | None = None, progress: Progress = silent
) -> Bon:
    """Load what was decided. The same proposal twice is one load: the second time nothing happens. So is one of which
    the database could not say that it was stored, and that turns out to be there."""
    return await apply_by(store, model, proposal, Hand(door, moment(now)), progress)


async def apply_by(store: Store, model: Model, proposal: Proposal, hand: Hand, progress: Progress = silent) -> Bon:
    settled = settle(model, proposal)

    async def work(run: Run) -> Bon:
        return await _load(run, model, settled, hand, progress)

    try:
        return await store.write(work, SECONDS)
    except (StoreFull, WriteUnknown):  # then its receipt says whether it was stored
        with suppress(StoreError):
            if (found := await existing.load(store.rows, load_id(settled))) and not found["teruggedraaid"]:
                return _counted(Bon(load_id(settled), al_geladen=True), settled, Difference())
        raise


def moment(now: datetime | None = None) -> str:
    return (now or datetime.now(UTC)).isoformat(timespec="milliseconds")


async def preview(run: Run, model: Model, proposal: Proposal) -> Bon:
    """What `apply` would do, without doing it; it refuses what `apply` would refuse."""
    return (await foretold(run, model, proposal))[0]


async def foretold(run: Run, model: Model, proposal: Proposal) -> tuple[Bon, Difference]:
    """The same, with the rows that would be written."""
    settled = settle(model, proposal)
    load = load_id(settled)
    already = await _already(run, settled, load)
    if already is not None:
        return already, Difference()
    settled = await _let_in(run, model, settled)
    plan = kept_out.nameless(planning.make(model, settled), settled.away)
    difference = await compare(run, model, plan, Hand("", ""))
    return _counted(Bon(load), settled, difference), difference


async def _let_in(run: Run, model: Model, settled: Settled) -> Settled:
    """Without whoever was forgotten, and without ways to reach people who gave no consent."""
    return kept_out.without(model, await kept_out.consented(run, model, settled), await of_graph(run))


async def _already(run: Run, settled: Settled, load: str) -> Bon | None:
    """The receipt when this very proposal stands in the graph; raises StaleBasis when the graph moved on otherwise."""
    version = await existing.version(run)
    earlier = await existing.load(run, load)
    if earlier is not None and not earlier["teruggedraaid"]:
        return _counted(Bon(load, al_geladen=True, graafversie=version), settled, Difference())
    if settled.basis != str(version):
        raise StaleBasis
    return None


async def _load(run: Run, model: Model, settled: Settled, hand: Hand, progress: Progress) -> Bon:
    already = await _already(run, settled, load_id(settled))
    if already is not None:
        return already
    settled = await _let_in(run, model, settled)
    number = await next_version(run, hand.op)
    if str(number - 1) != settled.basis:  # another load came in between our first look and now
        raise StaleBasis
    return await carry_out(run, settled, planning.make(model, settled), hand, number, progress)


async def carry_out(
    run: Run, settled: Settled, plan: Plan, hand: Hand, number: int, progress: Progress = silent
) -> Bon:  # fmt: skip
    """Compare and write, once the version of the graph was raised to `number`: whoever raised it is alone with the
    graph until he is done, so what he sees now is what he writes on. `plan` is what the facts ask for."""
    load, model = load_id(settled), plan.model
    settled.away = settled.away if settled.away.marks else await of_graph(run)
    plan = kept_out.nameless(plan, settled.away)
    facts = settled.decided()
    total = 2 * len(facts) + 1
    progress(0, total, "vergelijken")
    difference = await compare(run, model, plan, hand)
    progress(len(facts) // 2, total, "dingen")
    await write(run, model, difference)
    undo = Undo()
    undo.add(difference)
    await record(run, model, settled, hand, undo, lambda n: progress(len(facts) + n, total, "bewijs"))
    stamp = Stamp(hand.door, hand.op, load, number, hand.rol)
    told = await changes.record(run, model, changes.told(model, changes.turns_of(difference), stamp))
    bon = _counted(Bon(load, graafversie=number, told=[row.id for row in told]), settled, difference)
    await receipt(run, model, bon, hand, undo, [source.id for source in settled.documenten])
    progress(total, total, "klaar")
    return bon


async def record(run: Run, model: Model, settled: Settled, hand: Hand, undo: Undo, progress: Counter) -> None:
    """Write the facts and passages, some at a time: they are most of a load, and need not be in memory together."""
    done = 0
    waiting = dict(settled.corrected)
    for batch in batches(settled.decided()):
        plan = kept_out.nameless(planning.record(model, batch, waiting, hand), settled.away)
        waiting = {}
        difference = await compare_records(run, model, plan, hand)
        await write(run, model, difference)
        undo.add(difference)
        done += len(batch)
        progress(done)


async def receipt(run: Run, model: Model, bon: Bon, hand: Hand, undo: Undo, documents: list[str]) -> None:
    """The load itself, with what undoing it needs. Each document points at the last load that it came with."""
    undo.loaded = await existing.last_loads(run, documents)
    await remove_edges(run, model, points_at(model, undo.loaded))
    properties = {
        "id": bon.lading, "gestartOp": hand.op, "door": hand.door, "teruggedraaid": False,
        "aangemaakt": bon.aangemaakt, "bijgewerkt": bon.bijgewerkt, "ongewijzigd": bon.ongewijzigd,
        "afgekeurd": bon.afgekeurd, "graafversie": bon.graafversie, "ongedaan": undo.to_text(), "editie": hand.editie,
    }  # fmt: skip
    await merge_nodes(run, [NodeRow(model.nodes["Lading"], bon.lading, properties)])
    await create_edges(run, model, points_at(model, [(document, bon.lading) for document in documents]))


def points_at(model: Model, pairs: Iterable[tuple[str, str]]) -> list[EdgeRow]:
    edge = model.relationships["GELADEN_MET"]
    return [EdgeRow(edge, *pair, ">".join(pair), {"id": ">".join(pair)}) for pair in pairs]


def _counted(bon: Bon, settled: Settled, difference: Difference) -> Bon:
    before: list[NodeRow | EdgeRow] = [*difference.before_nodes.values(), *difference.before_edges.values()]
    bon.aangemaakt = _things([*difference.new_nodes(), *difference.new_edges()])
    bon.bijgewerkt = _things(before)
    bon.ongewijzigd = difference.same
    bon.afgekeurd = sum(f.besluit == "nee" for f in settled.feiten)
    bon.uitgesteld = sum(f.besluit == "later" for f in settled.feiten)
    bon.vergeten = settled.left_out
    bon.zonder_toestemming = settled.without_consent
    bon.documenten = len(settled.documenten)
    bon.feiten = sum(f.besluit == "ja" for f in settled.feiten)
    bon.alleen_passage = sum(f.besluit == "ja" and only_said(f) for f in settled.feiten)
    bon.wachten = difference.waiting
    bon.soorten = {}
    for fact in sorted(settled.feiten, key=lambda f: f.soort):
        counts = bon.soorten.setdefault(fact.soort, dict.fromkeys(DECISIONS, 0))
        counts[fact.besluit] += 1
    bon.ids = [row.id for row in difference.nodes]
    return bon


def _things(rows: Iterable[NodeRow | EdgeRow]) -> int:
    """How many of these are things or relationships of the domain; facts and passages are not counted."""
    return sum("feiten" in row.properties for row in rows)
