"""Limits count through fragments, for every document, questions about the schema too; and measuring is quick itself."""

import pytest
from graphql import get_introspection_query, parse

from opdeplank.graphql.api import SCHEMA
from schema.refusals import Refused
from schema.request.limits import LARGEST, Budget
from schema.request.measure import check_document

EVERYTHING = {
    "specified_by_url": True, "directive_is_repeatable": True, "schema_description": True,
    "input_value_deprecation": True, "one_of": True,
}  # fmt: skip
"""What GraphiQL and generators of code ask of a schema."""
BOMB = """
{ __schema { types { f0: fields { ...A } f1: fields { ...A } f2: fields { ...A } f3: fields { ...A } } } }
fragment A on __Field { a0: args { ...B } a1: args { ...B } a2: args { ...B } t0: type { ...T } t1: type { ...T } }
fragment B on __InputValue { name n1: name n2: name d: description e: description t: type { ...T } }
fragment T on __Type { name k: kind f: fields { name } g: fields { name } h: fields { name } }
"""


def measured(query: str, budget: Budget | None = None) -> None:
    check_document(parse(query), SCHEMA, budget or Budget())


def refused(query: str, budget: Budget | None = None) -> tuple[str, int]:
    with pytest.raises(Refused) as refusal:
        measured(query, budget)
    assert refusal.value.code == "OPERATION_TOO_LARGE"
    return refusal.value.extensions["limiet"], refusal.value.extensions["gevraagd"]


def nested(copies: int, levels: int) -> str:
    inner = "naam"
    for _ in range(levels):
        inner = f"onderliggend {{ {inner} }} " * copies
    return f"{{ themas {{ {inner} }} }}"


@pytest.mark.parametrize("levels", [7, 9, 13])
def test_what_every_tool_asks_about_the_schema_passes(levels: int) -> None:
    measured(get_introspection_query(type_depth=levels, **EVERYTHING))


def test_aliases_multiplied_by_fragments_are_counted_in_a_question_about_the_schema() -> None:
    limit, asked = refused(BOMB)
    assert limit == "aliassen"
    assert asked > 100


@pytest.mark.parametrize(
    "query",
    [
        BOMB,
        "query { ...q } fragment q on Query { __schema { types { ...t } } } "
        "fragment t on __Type { fields { type { fields { name args { type { fields { name } } } } } } }",
        "{ __schema { types { possibleTypes { interfaces { possibleTypes { fields { name description } } } } } } }",
        '{ a: __type(name: "Query") { ...t } b: __type(name: "Thema") { ...t } } fragment t on __Type { ...u ...u } '
        "fragment u on __Type { fields { type { interfaces { possibleTypes { fields { args { name } } } } } } }",
    ],
)
def test_an_answer_about_the_schema_that_would_be_large_is_refused(query: str) -> None:
    limit, asked = refused(query, Budget(aliases=10**6, schema_fields=2_000))
    assert limit == "schemavelden"
    assert asked > 2_000


def test_the_depth_of_the_schema_and_of_the_graph_are_counted_apart() -> None:
    inner = "name"
    for _ in range(21):
        inner = f"ofType {{ {inner} }}"
    assert refused(f"{{ __schema {{ queryType {{ {inner} }} }} }}") == ("schemadiepte", 24)
    below = "naam"
    for _ in range(8):
        below = f"onderliggend {{ {below} }}"
    deep = "name"
    for _ in range(10):
        deep = f"ofType {{ {deep} }}"
    measured(f"{{ themas {{ {below} }} __schema {{ queryType {{ {deep} }} }} }}")


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("{ themas { " + "naam " * 300 + "} }", 300),
        ("{ " + "themas { naam naam } " * 15 + "}", 30),
        (nested(2, 8), 256),
        ("{ themas { " + "onderliggend { ...f } " * 30 + "} } fragment f on Thema { naam id }", 30),
        ("{ themas { naam ...f ...g } } fragment f on Thema { " + "naam " * 20 + "} fragment g on Thema "
         "{ " + "naam " * 20 + "}", 41),
    ],
)  # fmt: skip
def test_a_name_that_stands_often_at_one_place_is_refused_since_all_are_compared(query: str, most: int) -> None:
    assert refused(query, Budget(tokens=10_000)) == ("herhalingen", most)


def test_a_name_at_another_place_is_another_name() -> None:
    measured("{ " + " ".join(f"{root} {{ naam id }}" for root in ("themas", "wetten", "departementen")) + " }")
    measured("{ themas { naam onderliggend { naam onderliggend { naam bovenliggend { naam } } } } }")
    measured("{ themas { ...f ...f ...f } } fragment f on Thema { ...g ...g } fragment g on Thema { naam id naam }")


def test_fragments_are_counted() -> None:
    many = " ".join(f"fragment f{i} on Thema {{ naam }}" for i in range(51))
    assert refused(f"{{ themas {{ ...f0 }} }} {many}") == ("fragmenten", 51)


def test_what_has_no_end_is_said_as_a_large_number() -> None:
    chain = " ".join(f"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }}" for i in range(200))
    query = f"{{ ...f0 }} {chain} fragment f200 on Query {{ themas {{ naam }} }}"
    assert refused(query, Budget(fragments=300)) == ("wortels", LARGEST)
