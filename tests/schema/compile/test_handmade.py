import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType

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
    assert str(field.type) == (f"{row.result}Connection!" if row.pages else row.result + "!" * row.required)


@pytest.mark.parametrize("row", EVERY)
def test_every_type_that_has_it_can_be_asked(row: Handmade) -> None:
    owners = [node for node in MODEL.nodes.values() if row.owner in node.labels]
    assert owners
    for node in owners:
        inner = " { __typename }" if row.result in PLANS.schema.type_map and row.result != "String" else ""
        inner = "" if row.result in ("String", "Boolean") else inner
        document = PLANS.document(f'{{ node(id: "{node.prefix}:x") {{ ... on {node.name} {{ {row.name}{inner} }} }} }}')
        plan, _ = PLANS.plan(document, PLANS.variables(document, {}), "PROGRAMMABUREAU")
        assert plan.statements
        if row.roles:
            with pytest.raises(Refused, match="alleen voor"):
                PLANS.plan(document, PLANS.variables(document, {}), "OPENBAAR")
