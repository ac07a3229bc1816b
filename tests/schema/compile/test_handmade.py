import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType, get_named_type, is_leaf_type

from graph.domain.provenance import MODEL
from graph.domain.viewer import PUBLIC, Viewer
from graph.domain.vocabulary import Rol
from schema.compile.handmade import HANDMADE, Handmade
from schema.compile.spot import published
from tests.asking import plans

PLANS = plans()
EVERY = [pytest.param(row, id=f"{row.owner}.{row.name}") for row in HANDMADE]


@pytest.mark.parametrize("row", EVERY)
def test_what_the_schema_says_of_a_field_is_what_stands_in_its_row(row: Handmade) -> None:
    kind = PLANS.schema.type_map[row.owner]
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    field = kind.fields[row.name]
    others = ". Alleen voor " if row.roles else ""
    assert (field.description or "").startswith(f"{row.description}{others}")
    assert bool(others) or field.description == row.description
    assert published(field) == row.cost
    assert [*field.args] == [*row.arguments]
    assert str(field.type) == _shown(row)


def _shown(row: Handmade) -> str:
    if row.pages:
        return f"{row.result}Connection" + "!" * (not row.roles)
    return f"[{row.result}!]!" if row.many else row.result + "!" * row.required


@pytest.mark.parametrize("row", EVERY)
def test_every_type_that_has_it_can_be_asked(row: Handmade) -> None:
    owners = [node for node in MODEL.nodes.values() if row.owner in node.labels]
    kind = PLANS.schema.type_map[row.owner]
    assert owners
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    for node in owners:
        inner = "" if is_leaf_type(get_named_type(kind.fields[row.name].type)) else " { __typename }"
        inner = " { nodes { id } }" if row.pages else inner
        document = PLANS.document(f'{{ node(id: "{node.prefix}:x") {{ ... on {node.name} {{ {row.name}{inner} }} }} }}')
        plan, _ = PLANS.plan(document, PLANS.variables(document, {}), Viewer(Rol.PROGRAMMABUREAU))
        assert plan.statements
        if row.roles:
            without, _ = PLANS.plan(document, PLANS.variables(document, {}), PUBLIC)
            assert f":{row.result}" in plan.statements[0].text
            assert f":{row.result}" not in without.statements[0].text
