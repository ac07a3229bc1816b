import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType, is_leaf_type

from graph.domain.provenance import MODEL
from schema.compile.handmade import HANDMADE, Handmade
from schema.compile.spot import published
from schema.refusals import Refused
from tests.asking import plans

PLANS = plans()
EVERY = [pytest.param(row, id=f"{row.owner}.{row.name}") for row in HANDMADE]


@pytest.mark.parametrize("row", EVERY)
def test_what_the_schema_says_of_a_field_is_what_stands_in_its_row(row: Handmade) -> None:
    kind = PLANS.schema.type_map[row.owner]
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    field = kind.fields[row.name]
    assert field.description == row.description
    assert published(field) == row.cost
    assert [*field.args] == [*row.arguments]
    one = f"[{row.result}!]!" if row.many else row.result + "!" * row.required
    assert str(field.type) == (f"{row.result}Connection!" if row.pages else one)


@pytest.mark.parametrize("row", EVERY)
def test_every_type_that_has_it_can_be_asked(row: Handmade) -> None:
    owners = [node for node in MODEL.nodes.values() if row.owner in node.labels]
    assert owners
    for node in owners:
        leaf = is_leaf_type(PLANS.schema.type_map[row.result])
        inner = "" if leaf else " { __typename }"
        document = PLANS.document(f'{{ node(id: "{node.prefix}:x") {{ ... on {node.name} {{ {row.name}{inner} }} }} }}')
        plan, _ = PLANS.plan(document, PLANS.variables(document, {}), "PROGRAMMABUREAU")
        assert plan.statements
        if row.roles:
            with pytest.raises(Refused, match="alleen voor"):
                PLANS.plan(document, PLANS.variables(document, {}), "OPENBAAR")
