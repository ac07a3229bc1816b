"""Model -> constraints and indexes. Every command says `IF NOT EXISTS`, so that each start may run them all.

The one difference between the engines, the full-text index, is `graph.engine.full_text`.
"""

from collections.abc import Iterator
from contextlib import suppress

from graph.contents import old_ids
from graph.cypher import fulltext
from graph.cypher.sight import ENTITY
from graph.cypher.text import escape
from graph.domain.marks import Index, Naam, Sleutel, Sorteer
from graph.domain.reader import Model, NodeType, Property, upper_snake
from graph.engine import full_text
from graph.engine.store import Store
from graph.errors import StoreError
from graph.upkeep import repeats

META = "Meta"


def commands(model: Model) -> tuple[str, ...]:
    """The schema commands of a model, without the full-text index."""
    seeks = dict.fromkeys(node.seek for node in model.nodes.values())
    return (
        *(_unique(label, "id") for label in (*seeks, META, old_ids.LABEL, repeats.LABEL)),
        *(_unique(n.label, p.name) for n in model.nodes.values() for p in n.marked(Sleutel)),
        *(_index(n.label, name) for n in model.nodes.values() for name in _indexed(n)),
        _index(ENTITY, "publicatieStatus"),  # counts what is not published (`graph.cypher.sight`)
    )


async def ensure(store: Store, model: Model) -> None:
    """Make every constraint and index of the model that is not there yet."""
    for command in commands(model):
        await store.schema(command)
    await full_text.make(store, fulltext.NAME, "Entiteit", ["zoektekst"])


def sorted_by(prop: Property) -> str:
    """The stored property that carries the order of a sortable property."""
    if prop.mark(Naam):
        return "volgorde"
    return f"{prop.name}Rang" if prop.kind == "enum" else prop.name


def _indexed(node: NodeType) -> Iterator[str]:
    seen = {p.name for p in node.marked(Sleutel)}
    for prop in node.properties.values():
        for name in _wanted(prop):
            if name not in seen:
                seen.add(name)
                yield name


def _wanted(prop: Property) -> Iterator[str]:
    if prop.mark(Index):
        yield prop.name
    if prop.mark(Sorteer):
        yield sorted_by(prop)


def _unique(label: str, prop: str) -> str:
    name = _name(label, prop)
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{escape(label)}) REQUIRE n.{escape(prop)} IS UNIQUE"


def _index(label: str, prop: str) -> str:
    return f"CREATE INDEX {_name(label, prop)} IF NOT EXISTS FOR (n:{escape(label)}) ON (n.{escape(prop)})"


def _name(label: str, prop: str) -> str:
    return escape(f"{upper_snake(label)}_{upper_snake(prop)}".lower())


async def resample(store: Store) -> None:
    """Let Neo4j look at its indexes before it plans; for after loading, at start.

    It plans by samples of them, which lag behind a load. A plan made in between scans where it should seek, and stays:
    thirty times the work.
    """
    if store.engine == "neo4j":
        with suppress(StoreError):  # a user without the right to do so gets the plans as they come
            await store.rows("CALL db.prepareForReplanning(20)", {})
