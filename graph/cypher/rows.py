"""Model + rows -> the statements that write them, and the stored properties that follow from the others.

    UNWIND $rows AS row MATCH (n:Entiteit {id: row.id}) SET n += row.p
    UNWIND $rows AS row OPTIONAL MATCH (m:Entiteit {id: row.id}) WITH row, m WHERE m IS NULL
    CREATE (n:Entiteit:Partij:Gemeente {id: row.id}) SET n += row.p
    UNWIND $rows AS row MATCH (a:Entiteit {id: row.a}) MATCH (b:Entiteit {id: row.b})
    MERGE (a)-[r:LOST_OP {id: row.id}]->(b) SET r += row.p

Who has looked first, as a load has, creates what is new: a MERGE on several labels reads all of the last one on the
embedded engine, so that loading would slow down with the size of the graph.

A relationship has an `id` of its own, the id of the fact it states: two roles of one person at one organisation are two
relationships, and undoing finds back exactly what it made. Nodes are found or made instead of merged: on the embedded
engine a MERGE with several labels reads every node of the type, for each row. Labels are final when a node is made:
relabelling under a unique constraint fails there. A writer that is just behind another fails on the constraint, and
tries again.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, TypeVar

from graph.cypher.text import by_id, escape
from graph.domain.marks import Bijnaam, Filter, Naam, Sorteer, Toestemming, Zoek
from graph.domain.reader import Model, NodeType, Property, RelationshipType
from graph.domain.vocabulary import Bewijsniveau, KnelpuntFase, PublicatieStatus, Rijpheid
from graph.domain.web_address import without_strangers
from graph.dutch.collation import fold, sort_key
from graph.dutch.phrasing import some
from graph.dutch.words import forms
from graph.engine.gathering import sent
from graph.engine.store import Run
from graph.errors import GraphError

BATCH = 500
"""Rows in one command: small enough to stay far within the time limit of a command on a busy machine."""
LAST_RUNG = {Rijpheid.UITGEFASEERD: -1}
"""Ranks that are not the place in the list: what is no longer used stands below everything."""
DEFAULTS: dict[type[Enum], Enum] = {
    PublicatieStatus: PublicatieStatus.GEPUBLICEERD,
    Rijpheid: Rijpheid.NIET_BEOORDEELD,
    Bewijsniveau: Bewijsniveau.NIET_BEOORDEELD,
    KnelpuntFase: KnelpuntFase.GESIGNALEERD,
}
"""What a new thing gets when the source does not say; each is the value that claims least."""


@dataclass(frozen=True, slots=True)
class NodeRow:
    type: NodeType
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EdgeRow:
    type: RelationshipType
    source: str
    target: str
    id: str
    properties: Mapping[str, Any]


def with_defaults(node: NodeType, values: Mapping[str, Any]) -> dict[str, Any]:
    """A new thing: lists that nobody filled are empty, and what must have a value has the one that claims least."""
    made = dict(values)
    for prop in node.properties.values():
        if prop.many:
            made.setdefault(prop.name, [])
        elif prop.required and prop.enum in DEFAULTS:
            made.setdefault(prop.name, DEFAULTS[prop.enum].name)
    return made


def derived(node: NodeType, values: Mapping[str, Any], name: str | None = None) -> dict[str, Any]:
    """What follows from the other properties; `name` is for a thing that has none of its own (see `composed_name`)."""
    if not node.is_entity:
        return {}
    shown = str(values[node.naming.name]) if node.naming else name or str(values["id"])
    prose = node.marked(Naam, Zoek)
    made: dict[str, Any] = {
        **word_forms(node, shown, values),
        "weergavenaam": shown,
        "volgorde": sort_key(node.name, shown, str(values["id"])),
        "naamPlat": fold(shown),
        "zoektekst": "\n".join(text for p in prose for text in _texts(values.get(p.name))),
    }
    for prop in node.marked(Sorteer):
        if prop.enum and prop.name in values:
            made[f"{prop.name}Rang"] = rank(prop.enum[values[prop.name]])
    aliases = [*node.marked(Bijnaam)]
    if aliases:
        made["aliassenPlat"] = [fold(text) for p in aliases for text in _texts(values.get(p.name))]
    made |= _kind(node, values)
    made |= {p.name: None for p in node.marked(Toestemming) if p.name in values and not consented(p, values)}
    return made


def consented(prop: Property, values: Mapping[str, Any]) -> bool:
    """Whether this may be kept of who is told of: it needs no consent, or the day of that is known."""
    mark = prop.mark(Toestemming)
    return mark is None or bool(values.get(mark.dag))


def _kind(node: NodeType, values: Mapping[str, Any]) -> dict[str, str]:
    """What kind of party this is: what it says itself (`soortOrganisatie`), or else its type."""
    own = f"soort{node.name}"
    if "Partij" not in node.labels or (own in node.properties and not values.get(own)):
        return {}
    return {"soort": values.get(own) or node.prefix}


def word_forms(node: NodeType, shown: str, values: Mapping[str, Any]) -> dict[str, str]:
    """The words of the name and of the other texts one can search, as searching compares them."""
    rest = [text for p in node.marked(Zoek) for text in _texts(values.get(p.name))]
    return {"naamVormen": forms([shown]), "tekstVormen": forms(rest)}


def rank(member: Enum) -> int:
    """The rung of a ladder: its place in the word list."""
    return LAST_RUNG[member] if member in LAST_RUNG else [*type(member)].index(member)


def composed_name(node: NodeType, ends: Mapping[str, str]) -> str | None:
    """The name of a thing that is known by its ends: `{gemeente} past {oplossing} toe`."""
    pattern: str | None = getattr(node.cls, "weergave", None)
    return pattern.format_map(defaultdict(lambda: "?", ends)) if pattern else None


def derived_edge(edge: RelationshipType, values: Mapping[str, Any]) -> dict[str, Any]:
    """The folded form of text that is filtered on."""
    return {
        f"{p.name}Plat": fold(values[p.name])
        for p in edge.properties.values()
        if p.kind == "String" and p.mark(Filter) is not None and values.get(p.name) is not None
    }


def stored(prop: Property, value: Any) -> Any:
    """A plain value as the database keeps it: records become JSON text."""
    if prop.records and value is not None:
        return [json.dumps(v, ensure_ascii=False, separators=(",", ":")) if isinstance(v, dict) else v for v in value]
    return value


def node_statements(node: NodeType) -> tuple[str, str]:
    """What changes the nodes that are there, and what makes the others."""
    labels = ":".join(map(escape, node.labels))
    return (
        f"UNWIND $rows AS row MATCH {by_id('n', node.seek, 'row.id')} SET n += row.p",
        f"UNWIND $rows AS row OPTIONAL MATCH {by_id('m', node.seek, 'row.id')} WITH row, m WHERE m IS NULL "
        f"CREATE (n:{labels} {{id: row.id}}) SET n += row.p",
    )


def edge_statement(model: Model, edge: RelationshipType) -> str:
    source, target = ends(model, edge)
    return (
        f"UNWIND $rows AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
        f"MERGE (a)-[r:{escape(edge.name)} {{id: row.id}}]->(b) SET r += row.p RETURN count(r)"
    )


def ends(model: Model, edge: RelationshipType) -> tuple[str, str]:
    """The labels whose unique id finds the two ends."""
    source, target = (model.nodes[names[0]].seek for names in (edge.sources, edge.targets))
    return source, target


def create_statement(node: NodeType) -> str:
    return f"UNWIND $rows AS row CREATE (n:{':'.join(map(escape, node.labels))}) SET n = row"


def bind_statement(model: Model, edge: RelationshipType) -> str:
    source, target = ends(model, edge)
    return (
        f"UNWIND $rows AS row MATCH {by_id('a', source, 'row.a')} MATCH {by_id('b', target, 'row.b')} "
        f"CREATE (a)-[r:{escape(edge.name)} {{id: row.id}}]->(b) SET r += row.p RETURN count(r)"
    )


async def create_nodes(run: Run, rows: Iterable[NodeRow]) -> None:
    """For rows of which nothing stands there yet; the unique id refuses one that another load was ahead with."""
    for group in by_type(rows):
        for batch in batches(group):
            values = [{**without_strangers(r.type, r.properties), "id": r.id} for r in batch]
            await sent(run, create_statement(batch[0].type), {"rows": values})


async def create_edges(run: Run, model: Model, rows: Iterable[EdgeRow]) -> None:
    """As `merge_edges`, for rows of which nothing stands there yet."""
    await _edges(run, model, rows, bind_statement)


async def merge_nodes(run: Run, rows: Iterable[NodeRow]) -> None:
    for group in by_type(rows):
        for batch in batches(group):
            values: dict[str, dict[str, Any]] = defaultdict(dict)
            for row in batch:
                values[row.id].update(without_strangers(row.type, row.properties))
            for statement in node_statements(batch[0].type):
                await sent(run, statement, {"rows": [{"id": key, "p": given} for key, given in values.items()]})


async def merge_edges(run: Run, model: Model, rows: Iterable[EdgeRow]) -> None:
    """Raises when an end is missing: a MATCH that finds nothing would drop the relationship in silence."""
    await _edges(run, model, rows, edge_statement)


async def _edges(
    run: Run, model: Model, rows: Iterable[EdgeRow], statement: Callable[[Model, RelationshipType], str]
) -> None:
    for group in by_type(rows):
        edge = group[0].type
        for batch in batches(group):
            values = [
                {"a": r.source, "b": r.target, "id": r.id, "p": dict(without_strangers(r.type, r.properties))}
                for r in batch
            ]
            await sent(run, statement(model, edge), {"rows": values}, partial(_complete, edge, len(batch)))


def _complete(edge: RelationshipType, wanted: int, made: int) -> None:
    if made != wanted:
        lost = wanted - made
        told = some(lost, f"relatie {edge.name} mist", f"relaties {edge.name} missen")
        raise GraphError(f"{told} een begin of eind. Er is niets geladen.")


R = TypeVar("R", NodeRow, EdgeRow)
T = TypeVar("T")


def by_type(rows: Iterable[R]) -> Iterator[list[R]]:
    """Rows of one type together, in the order of the types' names: each load sends its statements in the same order."""
    groups: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        groups[row.type.name].append(row)
    return (groups[name] for name in sorted(groups))


def batches(rows: Sequence[T], size: int = BATCH) -> Iterator[Sequence[T]]:
    return (rows[i : i + size] for i in range(0, len(rows), size))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif value is not None:
        yield from value
