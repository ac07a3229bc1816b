"""samenvoegen: things that turn out to be one become one. The first id stays; the others keep resolving to it.

What the others had that the first lacks goes to it: properties, relationships, names, and the facts with their
passages. Facts are rewritten to be about the survivor, so that a document that is read again confirms them. It is one
load with a receipt, and goes back like any other.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.contents import existing, old_ids
from graph.contents.old_ids import Alias
from graph.cypher.removal import next_version
from graph.cypher.rows import NodeRow, derived, stored
from graph.domain.marks import Bijnaam, Sleutel
from graph.domain.reader import Model, NodeType
from graph.domain.vocabulary import WijzigingSoort
from graph.dutch.phrasing import series
from graph.engine.store import Run, Store
from graph.errors import GraphError, NotFound
from loaders.curate.move_relations import Moving, move
from loaders.documents.document import HASH_LENGTH, digest
from loaders.load import changes
from loaders.load.apply import SECONDS, moment, receipt
from loaders.load.changes import Line, Stamp, changed
from loaders.load.difference import Difference, write
from loaders.load.plan import Hand
from loaders.load.receipt import Bon, Undo


@dataclass(frozen=True)
class Merge:
    """What has to become one."""

    node: NodeType
    survivor: str
    others: tuple[str, ...]
    known: dict[str, dict[str, Any]]

    @property
    def name(self) -> str:
        return str(self.known[self.survivor]["weergavenaam"])


async def merge(store: Store, model: Model, ids: Sequence[str], door: str, now: datetime | None = None) -> Bon:
    """Raises when an id is unknown, or when these are not things of one kind."""
    hand = Hand(door, moment(now))

    async def work(run: Run) -> Bon:
        return await merge_within(run, model, ids, hand)

    return await store.write(work, SECONDS)


async def merge_within(run: Run, model: Model, ids: Sequence[str], hand: Hand) -> Bon:
    """The same, in a transaction that somebody else began."""
    wanted = await _wanted(run, model, ids)
    difference = Difference()
    renamed = await move(run, Moving(model, difference, wanted.survivor, wanted.others, wanted.name, hand))
    _one(difference, wanted, renamed, hand)
    number = await next_version(run, hand.op)
    bon = Bon("lading:" + digest(f"samenvoegen {number} {' '.join(ids)}")[:HASH_LENGTH], graafversie=number)
    await write(run, model, difference)
    undo = Undo()
    undo.add(difference)
    undo.aliases = await _renamed(run, wanted)
    await old_ids.put(run, (new for new, _ in undo.aliases))
    stamp = Stamp(hand.door, hand.op, bon.lading, number, hand.rol)
    await changes.record(run, model, _told(model, wanted, difference, stamp))
    bon.bijgewerkt, bon.ids = 1 + len(wanted.others), [wanted.survivor, *wanted.others]
    await receipt(run, model, bon, hand, undo, [])
    return bon


async def _wanted(run: Run, model: Model, ids: Sequence[str]) -> Merge:
    """What these ids stand for now, when it can become one."""
    known = await old_ids.now(run, ids)
    present = [*dict.fromkeys(known.get(key, key) for key in ids)]
    node = _kind(model, present)
    stored = await existing.nodes(run, node, present)
    _check_known(present, stored)
    _check_codes(node, stored)
    return Merge(node, present[0], tuple(present[1:]), stored)


def _kind(model: Model, present: Sequence[str]) -> NodeType:
    """The one type of thing that all of these are."""
    kinds = {key: model.by_prefix(key) for key in present}
    _check_known(present, [key for key, node in kinds.items() if node is not None])
    if len(present) < 2:
        raise GraphError("Noem ten minste twee verschillende dingen. Het eerste blijft bestaan.")
    first = kinds[present[0]]
    if first is None or not first.is_entity or any(node is not first for node in kinds.values()):
        raise GraphError("Alleen dingen van dezelfde soort kunnen samen: twee personen, of twee oplossingen.")
    return first


def _check_known(present: Sequence[str], known: Container[str]) -> None:
    unknown = next((key for key in present if key not in known), None)
    if unknown is not None:
        raise NotFound(f"'{unknown}' ken ik niet. Zoek eerst op naam: opdeplank zoek TEKST.")


def _check_codes(node: NodeType, stored: Mapping[str, Mapping[str, Any]]) -> None:
    """Two things that each have a code of their own, such as two gemeenten, are never the same."""
    for prop in node.marked(Sleutel):
        codes = {str(known[prop.name]) for known in stored.values() if known.get(prop.name)}
        if len(codes) > 1:
            own = series(sorted(codes))
            raise GraphError(f"Deze hebben elk een eigen {prop.name} ({own}) en zijn dus niet hetzelfde.")


def _one(difference: Difference, wanted: Merge, renamed: Mapping[str, str], hand: Hand) -> None:
    """The survivor with what the others had, and the others gone."""
    node, known = wanted.node, wanted.known[wanted.survivor]
    made = dict(known)
    for key in wanted.others:
        _fill(node, made, wanted.known[key])
    facts = [fact for key in (wanted.survivor, *wanted.others) for fact in wanted.known[key].get("feiten") or ()]
    made["feiten"] = [*dict.fromkeys(renamed.get(fact, fact) for fact in facts)]
    made |= derived(node, made, str(known["weergavenaam"]))
    made |= {"versie": known["versie"] + 1, "gewijzigdOp": hand.op}
    difference.nodes.append(NodeRow(node, wanted.survivor, made))
    difference.before_nodes[wanted.survivor] = NodeRow(node, wanted.survivor, known)
    for key in wanted.others:
        difference.gone_nodes.append(NodeRow(node, key, wanted.known[key]))
        difference.before_nodes[key] = NodeRow(node, key, wanted.known[key])


def _fill(node: NodeType, made: dict[str, Any], other: dict[str, Any]) -> None:
    """What the survivor lacks; lists together; the other's name as another name, where the type has those."""
    for name, prop in node.properties.items():
        value = other.get(name)
        if prop.many and value:
            made[name] = [*dict.fromkeys([*(made.get(name) or []), *value])]
        elif made.get(name) is None and value is not None:
            made[name] = value
    names = next((p for p in node.marked(Bijnaam) if p.many), None)
    if names is not None and other["weergavenaam"] not in (made["weergavenaam"], *(made.get(names.name) or [])):
        made[names.name] = [*(made.get(names.name) or []), other["weergavenaam"]]


async def _renamed(run: Run, wanted: Merge) -> list[tuple[Alias, Alias | None]]:
    """The new old ids; what was an old id of one of them becomes one of the survivor."""
    new: list[tuple[Alias, Alias | None]] = [
        (Alias(key, wanted.survivor, str(wanted.known[key]["weergavenaam"])), None) for key in wanted.others
    ]
    older = [alias for alias in await old_ids.every(run) if alias.nu in wanted.others]
    return new + [(alias._replace(nu=wanted.survivor), alias) for alias in older]


def _told(model: Model, wanted: Merge, difference: Difference, stamp: Stamp) -> list[Line]:
    """The history of the survivor and of the others says what they became."""
    found = []
    for line in changes.told(model, changes.turns_of(difference), stamp):
        row = line.row
        if row.properties["ding"] in (wanted.survivor, *wanted.others):
            became = changed("samengevoegd", row.properties["ding"], wanted.survivor)
            note = [] if row.properties["ding"] == wanted.survivor else stored(row.type.properties["velden"], [became])
            said = [*note, *row.properties["velden"]]
            line = line.saying(soort=WijzigingSoort.SAMENGEVOEGD.name, velden=said)
        found.append(line)
    return found
