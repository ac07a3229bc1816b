"""The ordinary resolvers know every filter, order and facet of the schema; without that they could not check them."""

import pytest
from graphql import GraphQLEnumType, GraphQLInputObjectType

from graph.domain.provenance import MODEL
from tests.plain.facets import keys_of
from tests.plain.filters import FIELDS, check_of
from tests.plain.orders import KEYS, key_of
from tests.plain.resolvers import schema

LOGIC = {"en", "of", "niet"}
HANDLED = {"Thema": {"id", "inclusiefOnderliggend"}}
COMMON_KEYS = {"NAAM", "TITEL", "GEWIJZIGD_OP"}


def kinds(end: str, of: type) -> list[str]:
    return [name.removesuffix(end) for name, t in schema().type_map.items() if name.endswith(end) and isinstance(t, of)]


def filters() -> list[str]:
    return [k for k in kinds("Filter", GraphQLInputObjectType) if "en" in schema().type_map[f"{k}Filter"].fields]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", filters())
def test_every_filter_field_can_be_checked(kind: str) -> None:
    made = schema().type_map[f"{kind}Filter"]
    assert isinstance(made, GraphQLInputObjectType)
    own = set(made.fields) - LOGIC - HANDLED.get(kind, set())
    assert set(FIELDS[kind]) <= own
    assert [name for name in own if check_of(kind, name) is None] == [], "say in tests/plain/filters.py what it means"


@pytest.mark.parametrize("kind", kinds("Sorteerveld", GraphQLEnumType))
def test_every_order_can_be_checked(kind: str) -> None:
    made = schema().type_map[f"{kind}Sorteerveld"]
    assert isinstance(made, GraphQLEnumType)
    own = set(made.values) - COMMON_KEYS
    assert set(KEYS.get(kind, {})) <= own
    assert all(callable(key_of(kind, name)) for name in own)


@pytest.mark.parametrize("kind", [k for k in kinds("Facet", GraphQLEnumType) if k in MODEL.nodes])
def test_every_facet_can_be_checked(kind: str) -> None:
    made = schema().type_map[f"{kind}Facet"]
    assert isinstance(made, GraphQLEnumType)
    for name in made.values:
        assert callable(keys_of(MODEL.nodes[kind], name))
