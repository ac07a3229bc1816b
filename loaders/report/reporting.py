"""From what is reported to what is written, in a transaction that somebody else began:

    entries ─ letter ─ facts ─ plan ─ what stands there ─ is it still as you saw it? ─ apply, receipt, changes

The version of the graph was raised first, so from here on nobody else writes: what is compared is what is overwritten.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from graph.contents import old_ids
from graph.contents.existing import THING
from graph.contents.foreseen import foresee
from graph.cypher.rows import NodeRow
from graph.domain.reader import NodeType
from graph.domain.vocabulary import PublicatieStatus
from graph.errors import GraphError, StoreError
from loaders.facts.fact import Fact
from loaders.load import plan as planning
from loaders.load.apply import carry_out
from loaders.load.plan import Plan
from loaders.load.receipt import Bon
from loaders.proposal.decided import Settled
from loaders.proposal.proposal import Source
from loaders.report import meanwhile
from loaders.report.faults import CONFLICT, MISSING, Fault, NotDone, Path, not_found
from loaders.report.letter import Entry, written
from loaders.report.reporter import OUTSIDE, Reporter
from loaders.report.understood import understood

WITHDRAWN = "Dit is ingetrokken. Vraag het Programmabureau om het weer te beoordelen; meld het daarna opnieuw."
NEVER = "Dat stond er niet, dus het kan niet voorbij zijn. Kijk eerst wat er staat."


@dataclass(frozen=True)
class Report:
    """What is reported; the first entry is the thing that it is about.

    expected   the version of that thing that who reports had before him; None when he does not say
    emptied    its properties that lose their value
    over       types of relationships of which the entries say that they are no longer so
    sources    documents that come along, which passages may stand in
    """

    title: str
    entries: Sequence[Entry]
    expected: int | None = None
    emptied: Sequence[str] = ()
    over: frozenset[str] = frozenset()
    sources: Sequence[Source] = ()


@dataclass(frozen=True)
class Put:
    """The receipt, and the id of the thing that the report was about."""

    bon: Bon
    thing: str


async def put(who: Reporter, report: Report) -> Put:
    """Write it, or raise NotDone with everything that is wrong."""
    letter = written([*report.entries], report.title, who.by, who.hand.op, who.number)
    settled, needed = understood(who.model, letter, report.entries, who.number)
    settled.documenten += report.sources
    try:
        return await _put(who, report, settled, needed)
    except GraphError as error:
        if isinstance(error, StoreError):
            raise
        raise NotDone([Fault(error.melding)]) from error


async def _put(who: Reporter, report: Report, settled: Settled, needed: Mapping[str, Path]) -> Put:
    thing = _about(settled.feiten, report.entries[0])
    _lapse(settled.feiten, report.over)
    plan = planning.make(who.model, settled)
    if report.emptied:
        plan.node(_kind(who, thing), thing, dict.fromkeys(report.emptied))
    notes = planning.record(who.model, settled.feiten, {}, who.hand)
    proofs = {proof.document for entry in report.entries for proof in entry.proofs} - plan.nodes.keys()
    sources = [NodeRow(who.model.nodes["Bron"], key, {}) for key in sorted(proofs)]
    nodes = [*plan.nodes.values(), *notes.nodes.values(), *sources]
    await foresee(who.run, who.model, nodes, [*plan.edges.values(), *plan.lapsed])
    renamed = await _renamed(who, plan, needed)
    if renamed:
        return await put(who, replace(report, entries=[_with(entry, renamed) for entry in report.entries]))
    _check_there(who, sources, plan)
    _check_standing(who, plan.nodes.get(thing))
    if report.expected is not None:
        await _check_version(who, report, report.expected, plan.nodes[thing])
    _keep_words(who, settled.feiten)
    return Put(await carry_out(who.run, settled, plan, who.hand, who.number), thing)


def _about(facts: Iterable[Fact], first: Entry) -> str:
    found = (str(fact.velden["id"]) for fact in facts if fact.soort == first.soort and "id" in fact.velden)
    return next(found, "")


def _kind(who: Reporter, key: str) -> NodeType:
    node = who.model.by_prefix(key)
    assert node is not None
    return node


def _lapse(facts: Iterable[Fact], over: frozenset[str]) -> None:
    """What is over was never a mistake, but it is no longer so: the relationship goes, its history stays."""
    for fact in facts:
        if fact.velden.get("relatie") in over:
            fact.stand = "vervalt"


async def _renamed(who: Reporter, plan: Plan, needed: Mapping[str, Path]) -> dict[str, str]:
    """What the old ids among those that are named have become. Raises NotDone for what there is not, or what who asks
    may not see."""
    missing = {key: pad for key, pad in needed.items() if key not in plan.nodes and not seen(who, key)}
    if not missing:
        return {}
    now = await old_ids.now(who.run, missing)
    lost = {key: pad for key, pad in missing.items() if now.get(key, key) == key}
    if lost:
        raise NotDone(not_found(key, pad) for key, pad in lost.items())
    return now


def seen(who: Reporter, key: str) -> bool:
    """Whether a thing that was foreseen is there for who asks."""
    known = who.run.nodes.get((THING, key))
    if known is None:
        return False
    hidden = known.get("publicatieStatus") != PublicatieStatus.GEPUBLICEERD.name
    return not (hidden and who.viewer.role in OUTSIDE)


def _with(entry: Entry, now: Mapping[str, str]) -> Entry:
    return replace(entry, fields={name: _present(value, now) for name, value in entry.fields.items()})


def _present(value: Any, now: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return now.get(value, value)
    if isinstance(value, Mapping):
        return {name: _present(each, now) for name, each in value.items()}
    return [_present(each, now) for each in value] if isinstance(value, list | tuple) else value


def _check_there(who: Reporter, sources: Iterable[NodeRow], plan: Plan) -> None:
    """Sources that something is said to stand in, and what is said to be over."""
    lost = [row.id for row in sources if who.run.nodes.get((row.type.seek, row.id)) is None]
    if lost:
        raise NotDone(not_found(key, ("invoer", "onderbouwing")) for key in lost)
    if any(who.run.edges.get((row.type.name, row.id)) is None for row in plan.lapsed):
        raise NotDone([Fault(NEVER, ("invoer",), MISSING, "NietGevonden")])


def _check_standing(who: Reporter, row: NodeRow | None) -> None:
    """What was withdrawn is not for who sees only what is published: not to change, nor to hear what stands in it."""
    known = who.run.nodes.get((row.type.seek, row.id)) if row is not None else None
    gone = known is not None and known.get("publicatieStatus") == PublicatieStatus.INGETROKKEN.name
    if gone and who.viewer.role in OUTSIDE:
        raise NotDone([Fault(WITHDRAWN, ("invoer",), CONFLICT)])


async def _check_version(who: Reporter, report: Report, version: int, row: NodeRow) -> None:
    known = who.run.nodes.get((row.type.seek, row.id))
    if known is None:
        raise NotDone([not_found(row.id, ("verwachteVersie",))])
    given = {name: value for name, value in row.properties.items() if name in row.type.properties}
    await meanwhile.check(who, version, known, given, report.entries[0].names)


def _keep_words(who: Reporter, facts: Iterable[Fact]) -> None:
    """A fact goes on saying what it said before, where this report is silent."""
    label = who.model.nodes["Feit"].seek
    for fact in facts:
        known = who.run.nodes.get((label, fact.id))
        if known is not None and fact.stand != "vervalt":
            fact.velden = {**orjson.loads(known["velden"]), **fact.velden}
            fact.gelezen = dict(fact.velden)
