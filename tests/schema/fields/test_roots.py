import pytest
from graphql import get_named_type

from graph.cypher.query import ALWAYS
from schema.fields.roots import OOK_OPGEHEVEN, ROOTS, Root
from tests.asking import plans

PLANS = plans()
EVERY = [pytest.param(row, id=row.name) for row in ROOTS]


@pytest.mark.parametrize("row", EVERY)
def test_what_the_schema_says_of_a_root_is_what_stands_in_its_row(row: Root) -> None:
    query = PLANS.schema.query_type
    assert query is not None
    field = query.fields[row.name]
    assert field.description == row.description
    connection = "Connection" if row.shape == "page" else ""
    assert get_named_type(field.type).name == row.target + connection
    assert {extra.name for extra in row.where} <= field.args.keys()
    assert ("filter" in field.args, "sorteer" in field.args) == (row.filters, row.sorts)


def test_an_argument_that_says_nothing_is_no_condition() -> None:
    assert OOK_OPGEHEVEN.when(True) == ALWAYS
    assert OOK_OPGEHEVEN.when(False) == OOK_OPGEHEVEN.when(None) != ALWAYS
