"""A small graph full of traps, the same every time: what the tests of the query route ask questions of."""

from collections.abc import Iterable, Mapping
from functools import cache
from random import Random
from typing import Any, NamedTuple

from graph.cypher.rows import (
    EdgeRow,
    NodeRow,
    composed_name,
    derived,
    derived_edge,
    merge_edges,
    merge_nodes,
    with_defaults,
)
from graph.domain.provenance import MODEL
from graph.domain.reader import Model
from graph.engine.store import Run
from tests.world import sources, things, ties

SEED = 20240229
SECRET = "5e" * 32
MARK = "wereld"


class World(NamedTuple):
    nodes: list[NodeRow]
    edges: list[EdgeRow]


@cache
def world() -> World:
    """The rows of the whole world; the same at each call."""
    random = Random(SEED)
    standing = [*things.things(random)]
    ids: ties.Ids = {}
    for kind, values in standing:
        ids.setdefault(kind, []).append(values["id"])
    standing += ties.between(random, ids)
    bound = [*ties.BY_HAND, *ties.fixed(random, ids)]
    seen = {ties.told(name, a, b, v) for a, name, b, v in bound}
    bound += ties.drawn(random, ids, seen)
    nodes = [node_row(kind, {**things.stamp(random), "feiten": sources.facts(random), **v}) for kind, v in standing]
    nodes += [node_row(kind, values) for kind, values in sources.sources(random)]
    edges = [edge_row(a, name, b, rested(random, v)) for a, name, b, v in bound]
    edges += [edge_row(*tie) for tie in sources.source_ties()]
    apart = Random(SEED + 1)
    nodes += [
        node_row(kind, {**things.stamp(apart), "feiten": sources.facts(apart), **v})
        for kind, v in things.subjects(apart)
    ]
    edges += [edge_row(a, name, b, rested(apart, v)) for a, name, b, v in ties.MAP]
    return World(named(nodes, edges), edges)


def rested(random: Random, values: Mapping[str, Any]) -> dict[str, Any]:
    """With the facts it rests on; some relationships have none written down."""
    return {**values, **({"feiten": sources.facts(random)} if random.random() < 0.8 else {})}


def node_row(label: str, values: Mapping[str, Any], model: Model = MODEL) -> NodeRow:
    node = model.by_label(label)
    if values.get("email") and "emailToestemming" in node.properties:  # an address is there of who gave consent
        values = {**values, "emailToestemming": values.get("emailToestemming") or "2024-01-02"}
    whole = with_defaults(node, values)
    return NodeRow(node, values["id"], {**whole, **derived(node, whole)})


def edge_row(source: str, name: str, target: str, values: Mapping[str, Any], model: Model = MODEL) -> EdgeRow:
    edge = model.relationships[name]
    key = f"{source}|{name}|{target}|{values.get('functie', '')}"
    return EdgeRow(edge, source, target, key, {"id": key, **values, **derived_edge(edge, values)})


def named(nodes: list[NodeRow], edges: Iterable[EdgeRow]) -> list[NodeRow]:
    """Things that are known by their ends get their name."""
    called = {row.id: row.properties.get("weergavenaam") for row in nodes}
    ends: dict[str, dict[str, str]] = {}
    for edge in edges:
        ends.setdefault(edge.target, {})[edge.source.partition(":")[0]] = str(called[edge.source])
        ends.setdefault(edge.source, {})[edge.target.partition(":")[0]] = str(called[edge.target])
    return [
        row if row.type.naming or not row.type.is_entity else
        NodeRow(row.type, row.id, {**row.properties, **derived(
            row.type, row.properties, composed_name(row.type, ends.get(row.id, {})))})
        for row in nodes
    ]  # fmt: skip


async def fill(run: Run) -> None:
    """Put the world into an empty graph."""
    made = world()
    await merge_nodes(run, made.nodes)
    await merge_edges(run, MODEL, made.edges)
    await run(
        "MERGE (m:Meta {id: 'graaf'}) SET m.versie = 1, m.gewijzigdOp = '2024-03-01T12:00:00.000Z', "
        "m.cursorsleutel = $secret, m.inhoud = $mark",
        {"secret": SECRET, "mark": MARK},
    )


async def stands(run: Run) -> bool:
    """Is the world in the graph? Every test that empties the graph takes this mark away too."""
    return bool(await run("MATCH (m:Meta {id: 'graaf', inhoud: $mark}) RETURN m.id", {"mark": MARK}))


async def spoil(run: Run) -> None:
    """Take the mark away: the next test that needs the world gets a new one."""
    await run("MATCH (m:Meta {id: 'graaf'}) REMOVE m.inhoud")
