import pytest
from graphql import GraphQLObjectType, get_named_type

from schema.refusals import Refused
from schema.request.selection import Selection, name_of
from tests.asking import plans

PLANS = plans()
QUERY = """query ($met: Boolean = false, $n: Int = 3) {
  eerste: thema(sleutel: {slug: "a"}) { ...Naam id @include(if: $met) }
  gemeenten(first: $n) { aantal }
}
fragment Naam on Thema { naam naam }"""


def selection(most: int = 1_000) -> Selection:
    document = PLANS.document(QUERY)
    return Selection(PLANS.schema, *PLANS.tree(document), PLANS.variables(document, {}), most)


def test_roots_come_by_response_key() -> None:
    assert {key: name_of(details) for key, details in selection().root().items()} == {
        "eerste": "thema", "gemeenten": "gemeenten"
    }  # fmt: skip


def test_fragments_are_merged_and_what_is_left_out_is_gone() -> None:
    made = selection()
    kind = PLANS.schema.type_map["Thema"]
    assert isinstance(kind, GraphQLObjectType)
    assert [*made.below(kind, made.root()["eerste"])] == ["naam"]


def test_arguments_are_those_of_the_document_and_the_variables() -> None:
    made = selection()
    query = PLANS.schema.query_type
    assert query is not None
    assert made.arguments(query.fields["gemeenten"], made.root()["gemeenten"])["first"] == 3


def test_fields_are_counted_as_they_are_handed_out() -> None:
    made = selection(most=1)
    kind = PLANS.schema.type_map["Thema"]
    assert isinstance(kind, GraphQLObjectType)
    details = made.root()["eerste"]
    made.below(kind, details)
    with pytest.raises(Refused):
        made.below(kind, details)


def test_an_abstract_type_is_each_of_its_types() -> None:
    made = selection()
    assert {kind.name for kind in made.possible(PLANS.schema.type_map["Partij"])} == {
        "Gemeente", "Departement", "Organisatie"
    }  # fmt: skip
    thema = get_named_type(PLANS.schema.type_map["Thema"])
    assert [*made.possible(thema)] == [thema]
