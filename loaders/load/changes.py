"""geschiedenis: what a load changed at each thing, as rows of type Wijziging that go in the same transaction.

    told(turns) -> lines    what happened to each thing
    record(lines)           their places, taken as one block under the lock of the counter, and the rows written

A relationship is told at the thing it starts from; that a gemeente applies something also at what is applied.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from graph.contents import change_log, existing
from graph.cypher import positions
from graph.cypher.rows import EdgeRow, NodeRow, create_nodes, stored
from graph.cypher.sight import BOUND
from graph.domain.reader import Model, NodeType, Property
from graph.domain.vocabulary import PublicatieStatus, Rol, WijzigingSoort
from graph.engine.store import Run
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
    """Who did it, when, in which load, and the version of the graph that it made. `door` is a name, or the label of a
    key, for those who look after the graph; `rol` is what everybody may know."""

    door: str
    op: str
    lading: str
    versie: int
    rol: Rol = Rol.PROGRAMMABUREAU


@dataclass
class Told:
    """What happened to one thing."""

    soort: WijzigingSoort = WijzigingSoort.BIJGEWERKT
    fields: list[dict[str, str]] = field(default_factory=list)
    version: int = 0
    """Of the thing, as this leaves it; 0 when only relationships at it changed."""
    seen: bool | None = None
    own: bool = False
    ends: set[str] = field(default_factory=set)
    gone: bool = False
    tied: set[str] = field(default_factory=set)
    """What it was tied to, whichever way, by relationships that changed."""


@dataclass(frozen=True)
class Line:
    """A row of history before it has its places.

    seen  whether everybody may see the thing it is about, before or after; None when the graph has to say it
    ends  the other things, when only relationships to those changed: one of them has to be seen by everybody too
    tied  what a thing that is gone was tied to: if it could not do without those, everybody has to see them all
    """

    row: NodeRow
    seen: bool | None = None
    ends: frozenset[str] = frozenset()
    tied: frozenset[str] = frozenset()

    @property
    def about(self) -> str:
        return str(self.row.properties["ding"])

    def saying(self, **properties: Any) -> "Line":
        return replace(self, row=replace(self.row, properties={**self.row.properties, **properties}))


def told(model: Model, turns: Iterable[Turn], stamp: Stamp, soort: WijzigingSoort | None = None) -> list[Line]:
    """The lines to write. `soort`: what the whole load was, when it was no ordinary one, such as taking one back."""
    found: dict[str, Told] = defaultdict(Told)
    for turn in turns:
        if isinstance(turn.row, NodeRow):
            _thing(found[turn.row.id], turn.row.type, turn.before, turn.after)
        else:
            _bond(found, turn.row, turn.before, turn.after)
    node = model.nodes["Wijziging"]
    velden = node.properties["velden"]
    seen = {key for key, what in found.items() if what.seen}
    lines = []
    for key, what in found.items():
        if what.fields or what.soort is not WijzigingSoort.BIJGEWERKT:
            ends = frozenset() if what.own or what.ends & seen else frozenset(what.ends)
            tied = frozenset(what.tied - seen) if what.gone and _bound(model, key) else frozenset()
            lines.append(Line(_row(node, key, stamp, _told(what, soort, velden)), what.seen, ends, tied))
    return lines


async def record(run: Run, model: Model, lines: Sequence[Line]) -> list[NodeRow]:
    """Write them, in the order of their things; gives what was written."""
    if not lines:
        return []
    public = await _public(run, model, lines)
    last, last_public = await positions.take(run, len(lines), len(public))
    rows = []
    for line in sorted(lines, key=lambda line: line.about):
        last += 1
        places: dict[str, int] = {"plaats": last}
        if line.row.id in public:
            last_public += 1
            places["plaatsOpenbaar"] = last_public
        rows.append(line.saying(**places).row)
    await create_nodes(run, rows)
    return rows


async def _public(run: Run, model: Model, lines: Sequence[Line]) -> set[str]:
    """The ids of those that everybody sees: of a thing that is published, or was, and that is no person."""
    shown = [line for line in lines if _in_public_series(model, line.about) and line.seen is not False]
    asked = {key for line in shown for key in (*line.ends, *line.tied, *([line.about] if line.seen is None else []))}
    published = await existing.published(run, asked) if asked else set()
    lacking = await change_log.lacking(run, model, {*asked, *(line.about for line in shown)})
    published -= lacking
    return {
        line.row.id
        for line in shown
        if (line.seen or line.about in published)
        and (not line.ends or line.ends & published)
        and line.about not in lacking
        and line.tied <= published
    }


def _bound(model: Model, key: str) -> bool:
    """Whether it cannot do without others."""
    node = model.by_prefix(key)
    return node is not None and node.label in BOUND


def _in_public_series(model: Model, key: str) -> bool:
    node = model.by_prefix(key)
    return node is None or getattr(node.cls, "in_openbare_reeks", True)


def _told(what: Told, soort: WijzigingSoort | None, velden: Property) -> dict[str, Any]:
    return {
        "soort": (soort or what.soort).name,
        "velden": stored(velden, what.fields),
        "dingVersie": what.version,
    }


def _row(node: NodeType, key: str, stamp: Stamp, said: Mapping[str, Any]) -> NodeRow:
    own = "wijziging:" + digest(f"{stamp.versie} {key}")[:HASH_LENGTH]
    properties = {
        "id": own, "op": stamp.op, "door": stamp.door, "rol": stamp.rol.name, "lading": stamp.lading, "ding": key,
        "dingSoort": key.partition(":")[0].replace("-", "_").upper(), **said,
    }  # fmt: skip
    return NodeRow(node, own, properties)


def _thing(what: Told, node: NodeType, before: Properties | None, after: Properties | None) -> None:
    old, new = before or {}, after or {}
    what.version = new.get("versie", 0)
    what.seen = PublicatieStatus.GEPUBLICEERD.name in (old.get(STATUS), new.get(STATUS))
    what.own = before is None or after is None
    what.gone = after is None
    for name in node.properties:
        if name not in WRITTEN_BY_US and name != "id" and old.get(name) != new.get(name):
            what.own = True
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
    found[row.source].ends.add(row.target)
    found[row.source].tied.add(row.target)
    found[row.target].tied.add(row.source)
    if row.type.name == APPLIED and before is None:
        applied = found[row.target]
        applied.fields.append(changed("toepassing", None, row.source))
        applied.ends.add(row.source)
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
    """A value as a person reads it; None for nothing."""
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
