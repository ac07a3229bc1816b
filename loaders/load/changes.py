"""geschiedenis: what a load changed at each thing, as rows of type Wijziging that go in the same transaction.

A relationship is told at the thing it starts from; that a gemeente applies something also at what is applied.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.cypher.rows import EdgeRow, NodeRow, stored
from graph.domain.reader import Model, NodeType, Property
from graph.domain.vocabulary import PublicatieStatus, WijzigingSoort
from loaders.documents.document import HASH_LENGTH, digest
from loaders.load.difference import Difference
from loaders.records.things import WRITTEN_BY_US

STATUS = "publicatieStatus"
APPLIED = "VAN"
"""Toepassing VAN oplossing: the oplossing was applied."""

Properties = Mapping[str, Any]


class Turn(NamedTuple):
    """A row with what stood there and what stands there now; None for nothing."""

    row: NodeRow | EdgeRow
    before: Properties | None
    after: Properties | None


class Stamp(NamedTuple):
    """Who did it, when, in which load, and the version of the graph that it made."""

    door: str
    op: str
    lading: str
    versie: int


@dataclass
class Told:
    """What happened to one thing."""

    soort: WijzigingSoort = WijzigingSoort.BIJGEWERKT
    fields: list[dict[str, str]] = field(default_factory=list)
    version: int = 0
    """Of the thing, as this leaves it; 0 when only relationships at it changed."""


def told(model: Model, turns: Iterable[Turn], stamp: Stamp, soort: WijzigingSoort | None = None) -> list[NodeRow]:
    """The rows to write. `soort`: what the whole load was, when it was no ordinary one, such as taking one back."""
    found: dict[str, Told] = defaultdict(Told)
    for turn in turns:
        if isinstance(turn.row, NodeRow):
            _thing(found[turn.row.id], turn.row.type, turn.before, turn.after)
        else:
            _bond(found, turn.row, turn.before, turn.after)
    node = model.nodes["Wijziging"]
    velden = node.properties["velden"]
    return [
        _row(node, key, stamp, _told(what, soort, velden))
        for key, what in found.items()
        if what.fields or what.soort is not WijzigingSoort.BIJGEWERKT
    ]


def _told(what: Told, soort: WijzigingSoort | None, velden: Property) -> dict[str, Any]:
    return {
        "soort": (soort or what.soort).name,
        "velden": stored(velden, what.fields),
        "dingVersie": what.version,
    }


def _row(node: NodeType, key: str, stamp: Stamp, said: Mapping[str, Any]) -> NodeRow:
    own = "wijziging:" + digest(f"{stamp.versie} {key}")[:HASH_LENGTH]
    properties = {
        "id": own, "op": stamp.op, "door": stamp.door, "lading": stamp.lading, "ding": key,
        "volgorde": f"{stamp.versie:012d}\t{key}", **said,
    }  # fmt: skip
    return NodeRow(node, own, properties)


def _thing(what: Told, node: NodeType, before: Properties | None, after: Properties | None) -> None:
    old, new = before or {}, after or {}
    what.version = new.get("versie", 0)
    for name in node.properties:
        if name not in WRITTEN_BY_US and name != "id" and old.get(name) != new.get(name):
            what.fields.append(changed(name, shown(old.get(name)), shown(new.get(name))))
    if before is None:
        what.soort = WijzigingSoort.AANGEMAAKT
    elif after is not None and old.get(STATUS) != new.get(STATUS):
        if new.get(STATUS) == PublicatieStatus.INGETROKKEN.name:
            what.soort = WijzigingSoort.INGETROKKEN
        elif new.get(STATUS) == PublicatieStatus.GEPUBLICEERD.name:
            what.soort = WijzigingSoort.GEPUBLICEERD


def _bond(found: dict[str, Told], row: EdgeRow, before: Properties | None, after: Properties | None) -> None:
    old, new = _said(row, before), _said(row, after)
    if old == new:
        return
    found[row.source].fields.append(changed(row.type.name, old, new))
    if row.type.name == APPLIED and before is None:
        applied = found[row.target]
        applied.fields.append(changed("toepassing", None, row.source))
        if applied.soort is WijzigingSoort.BIJGEWERKT:
            applied.soort = WijzigingSoort.TOEGEPAST


def changed(name: str, old: str | None, new: str | None) -> dict[str, str]:
    pairs = {"veld": name, "oud": old, "nieuw": new}
    return {key: value for key, value in pairs.items() if value is not None}


def _said(row: EdgeRow, properties: Properties | None) -> str | None:
    """`gemeente:gm0344 (functie wethouder, van 2018-01-24)`"""
    if properties is None:
        return None
    said = [f"{n} {shown(properties[n])}" for n in row.type.properties if shown(properties.get(n)) is not None]
    return f"{row.target} ({', '.join(said)})" if said else row.target


def shown(value: Any) -> str | None:
    if value is None or value == []:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def turns_of(difference: Difference) -> Iterator[Turn]:
    """The turns of things and of relationships between them; what is kept about facts has no history."""
    nodes, edges = difference.before_nodes, difference.before_edges
    gone = [edges[edge.type.name, edge.id] for edge in difference.gone]
    for node in _things(difference.nodes):
        yield Turn(node, _properties(nodes.get(node.id)), node.properties)
    for edge in filter(between_things, difference.edges):
        yield Turn(edge, _properties(edges.get((edge.type.name, edge.id))), edge.properties)
    for edge in filter(between_things, gone):
        yield Turn(edge, edge.properties, None)
    for node in _things(difference.gone_nodes):
        yield Turn(node, nodes[node.id].properties, None)


def _things(rows: Iterable[NodeRow]) -> Iterator[NodeRow]:
    return (row for row in rows if row.type.is_entity)


def _properties(row: NodeRow | EdgeRow | None) -> Properties | None:
    return row.properties if row is not None else None


def between_things(edge: EdgeRow) -> bool:
    return "feiten" in edge.properties
