"""One way to point at a thing and one shape of filter, over the whole schema."""

from collections import defaultdict
from collections.abc import Iterator

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
)

from graph.domain.provenance import MODEL
from opdeplank.graphql.api import SCHEMA

LOGIC = ("en", "of", "niet")
ALONE = {
    "ThemaFilter.inclusiefOnderliggend": "says how `id` is meant",
    "TrajectFilter.looptOp": "two fields at once: gestartOp and afgerondOp",
    "TrajectFilter.duoCompleet": "a judgement, never empty",
}
"""Fields of a filter that are no value, key, relation or logic, and why."""
QUANTIFIERS = {"enige", "geen", "alle"}


def inputs(ending: str) -> Iterator[GraphQLInputObjectType]:
    for kind in SCHEMA.type_map.values():
        if isinstance(kind, GraphQLInputObjectType) and kind.name.endswith(ending):
            yield kind


def of_values(kind: GraphQLInputObjectType) -> bool:
    return "en" not in kind.fields and not kind.name.endswith("RelatieFilter")


def given() -> Iterator[tuple[str, str, GraphQLInputType]]:
    """Every argument and every field of an input: where it stands, its name, its type."""
    for kind in SCHEMA.type_map.values():
        if isinstance(kind, GraphQLInputObjectType):
            yield from ((kind.name, name, found.type) for name, found in kind.fields.items())
        elif isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not kind.name.startswith("__"):
            for name, field in kind.fields.items():
                yield from ((f"{kind.name}.{name}", arg, found.type) for arg, found in field.args.items())


def test_a_filter_holds_keys_values_relations_and_logic_and_nothing_else() -> None:
    for kind in inputs("Filter"):
        if of_values(kind) or kind.name.endswith("RelatieFilter"):
            continue
        for name, field in kind.fields.items():
            inner, text = get_named_type(field.type), str(field.type)
            if name in LOGIC or isinstance(inner, GraphQLInputObjectType):
                continue
            keys = name in ("id", "code") and text in ("[ID!]", "[GemeenteCode!]")
            assert keys or f"{kind.name}.{name}" in ALONE, f"{kind.name}.{name}: {text}"


def test_every_filter_on_a_value_asks_for_one_and_for_none() -> None:
    shapes = [kind for kind in inputs("Filter") if of_values(kind)]
    assert {"TekstFilter", "WaardeFilter", "GetalFilter", "DatumFilter", "TrajectStatusFilter"} <= {
        k.name for k in shapes
    }
    ladders = {"RijpheidFilter", "BewijsniveauFilter"}
    for kind in shapes:
        assert {"is", "vanaf"} & {*kind.fields}, kind.name
        if kind.name not in ladders:  # which have a lowest rung instead of nothing
            assert kind.fields["leeg"].type is GraphQLBoolean, kind.name
        inner = get_named_type(next(iter(kind.fields.values())).type)
        if isinstance(inner, GraphQLEnumType):
            assert kind.name == f"{inner.name}Filter"


def test_a_relation_to_many_is_always_asked_with_the_same_three_words() -> None:
    for kind in inputs("RelatieFilter"):
        assert {*kind.fields} == QUANTIFIERS, kind.name


def test_thema_wet_and_gemeente_have_one_shape_each_wherever_they_are_asked() -> None:
    found = defaultdict(set)
    for where, name, kind in given():
        if where.endswith(".wijzigingen"):  # it has no filter: what happened is looked for by keys alone
            continue
        found[name].add(str(kind) if not where.endswith("Filter") or name != "gemeente" else "in a filter")
    assert found["thema"] == {"ThemaRelatieFilter", "ID"}, "ID in PasklaarVraag, where it is the question itself"
    assert found["wet"] == {"WetRelatieFilter"}
    assert found["gemeente"] == {"GemeenteSleutel", "in a filter"}
    assert found["ids"] == {"[ID!]!"}


def test_every_thing_has_a_root_of_its_own_that_is_pointed_at_in_the_same_way() -> None:
    query = SCHEMA.query_type
    assert query is not None
    for node in MODEL.entities:
        field = query.fields[node.name.lower()]
        assert str(field.type) == node.name
        assert {*field.args} == {"sleutel"}
        key = get_named_type(field.args["sleutel"].type)
        assert isinstance(key, GraphQLInputObjectType)
        assert key.is_one_of
        assert [*key.fields][:2] == ["id", "slug"]


def test_a_code_of_cbs_is_the_value_of_a_code_and_no_way_to_point_of_its_own() -> None:
    coded = {(where, name) for where, name, kind in given() if get_named_type(kind).name == "GemeenteCode"}
    happened = {("Query.wijzigingen", "gemeente"), ("Subscription.wijzigingen", "gemeente")}
    assert coded - happened == {("GemeenteFilter", "code"), ("GemeenteSleutel", "code")}
