"""Every list in pages has the same frame, and every relation an edge of its own; what grows is never a plain list."""

from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
)

from graph.domain.marks import Shape
from graph.domain.provenance import MODEL
from graph.domain.reader import Relation
from opdeplank.graphql.api import SCHEMA
from schema.types.types import Api

PAGE = {"first": "Int", "after": "String", "last": "Int", "before": "String"}
FRAME = {"edges", "nodes", "pageInfo", "aantal"}
NAMED = (GraphQLObjectType, GraphQLInterfaceType)
SHORT = {
    "Query.nodes": "as many as there are keys, a hundred at most",
    "PadStap.herkomst": "five at most, with a total",
    "CriteriumOordeel.grond": "five at most, with a total",
    "PasklaarTreffer.toepassers": "asked by size, with a total",
    "PasklaarAlternatief.lopendeTrajecten": "asked by size, with a total",
    "PasklaarAlternatief.wetten": "asked by size, with a total",
    "PasklaarAlternatief.departementen": "asked by size, with a total",
    "PasklaarAlternatief.dichtbij": "asked by size, with a total",
    "MogelijkDubbel.kandidaten": "ten at most, with a total",
    "LadingUitkomst.verschil": "of what one request handed in, with a total",
}
"""Plain lists of things, and why they do not grow without end."""


def fields() -> Iterator[tuple[str, str, GraphQLField]]:
    for kind in SCHEMA.type_map.values():
        if isinstance(kind, NAMED) and not kind.name.startswith("__"):
            yield from ((kind.name, name, found) for name, found in kind.fields.items())


def ending(word: str) -> list[str]:
    return sorted(name for name in SCHEMA.type_map if name.endswith(word))


def fields_of(name: str) -> dict[str, GraphQLField]:
    kind = SCHEMA.type_map[name]
    assert isinstance(kind, NAMED)
    return kind.fields


def relations() -> list[tuple[str, Relation]]:
    return [
        (node.name, relation)
        for node in MODEL.nodes.values()
        for relation in node.relations.values()
        if relation.field.shape is Shape.PAGE
    ]


def test_every_list_in_pages_takes_the_same_arguments_without_a_default() -> None:
    found = [(f"{kind}.{name}", f.args) for kind, name, f in fields() if str(f.type).endswith("Connection!")]
    assert len(found) > 100
    for where, args in found:
        assert {n: str(args[n].type) for n in PAGE if n in args} == PAGE, where
        assert [args[n].default for n in PAGE] == [None] * 4, where


@pytest.mark.parametrize("name", ending("Connection"))
def test_a_connection_has_its_frame_and_shows_one_kind_of_thing(name: str) -> None:
    own = fields_of(name)
    assert set(own) >= FRAME
    edge = get_named_type(own["edges"].type).name
    assert edge == name.removesuffix("Connection") + "Edge"
    assert str(own["edges"].type) == f"[{edge}!]!"
    assert str(own["nodes"].type) == f"[{fields_of(edge)['node'].type}]!"
    assert str(fields_of(edge)["cursor"].type) == "String!"
    if "facetten" in own:
        assert list(own["facetten"].args) == ["velden"]


@pytest.mark.parametrize(("owner", "relation"), relations(), ids=lambda v: v if isinstance(v, str) else v.name)
def test_a_list_that_follows_a_relationship_is_named_after_it_and_says_what_it_says(
    owner: str, relation: Relation
) -> None:
    target = Api(MODEL).target(relation)
    name = f"{relation.relationship.cls.__name__}{target}"
    assert str(fields_of(owner)[relation.name].type) == f"{name}Connection!"
    said = {"soort"} if relation.relationship.is_view else set()
    shown = set(fields_of(f"{name}Edge")) - {"cursor", "node"}
    assert shown - {"herkomst"} == said | set(relation.relationship.properties)
    assert ("herkomst" in shown) == MODEL.nodes[owner].is_entity


def test_an_edge_of_any_other_list_has_only_a_cursor_and_a_node() -> None:
    following = {f"{r.relationship.cls.__name__}{Api(MODEL).target(r)}Edge" for _, r in relations()}
    near = {name for name in ending("Edge") if {"score", "redenen"} <= {*fields_of(name)}}
    assert near == {f"{n}Edge" for n in ("SamenhangendTraject", "VergelijkbareGemeente", "VergelijkbareOplossing",
                                         "VerwantKnelpunt")}  # fmt: skip
    rest = set(ending("Edge")) - following - near - {"ZoekEdge"}
    assert {"GemeenteEdge", "WetEdge", "VermeldingEdge", "PasklaarEdge"} <= rest
    for name in rest:
        assert set(fields_of(name)) == {"cursor", "node"}, name


def test_no_plain_list_of_things_grows_without_end() -> None:
    plain = {}
    for kind, name, found in fields():
        bare = found.type.of_type if isinstance(found.type, GraphQLNonNull) else found.type
        item = get_named_type(found.type)
        thing = isinstance(item, GraphQLUnionType) or (
            isinstance(item, NAMED) and SCHEMA.get_type("Node") in (item, *item.interfaces)
        )
        if isinstance(bare, GraphQLList) and thing and not kind.endswith("Connection"):
            plain[f"{kind}.{name}"] = f"aantal{name[0].upper()}{name[1:]}"
    assert set(plain) == set(SHORT)
    for where, total in plain.items():
        kind = where.partition(".")[0]
        assert kind == "Query" or total in fields_of(kind), where


def test_the_frame_speaks_one_language() -> None:
    words = {argument for _, _, found in fields() for argument in found.args}
    assert not words & {"eerste", "laatste", "na", "voor"}
    assert not ending("Connectie")
