"""A @oneOf input holds exactly one value, and what the document says is judged before anything runs, with its place."""

from typing import Any

import pytest

from schema.execute.parsing import Invalid
from tests.asking import plans

PLANS = plans()


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("query($c: GemeenteCode) { gemeente(sleutel: {code: $c}) { naam } }", [(1, 7), (1, 52)]),
        ('query($c: GemeenteCode = "GM0001") { gemeente(sleutel: {code: $c}) { naam } }', [(1, 7), (1, 63)]),
        ("query($k: ID) { pasklaar(invoer: {vraag: {knelpunt: $k}}) { aantal } }", [(1, 7), (1, 53)]),
        (
            'query($c: GemeenteCode) { pasklaar(invoer: {vraag: {thema: "t"}, gemeente: {code: $c}}) { aantal } }',
            [(1, 7), (1, 83)],
        ),
        ("{ gemeente(sleutel: {code: null}) { naam } }", [(1, 21)]),
        ('{ gemeente(sleutel: {code: "GM0001", naam: "x"}) { naam } }', [(1, 21)]),
        ("{ gemeente(sleutel: {}) { naam } }", [(1, 21)]),
    ],
)
def test_more_or_less_than_one_value_is_refused_where_it_stands(query: str, places: list[tuple[int, int]]) -> None:
    with pytest.raises(Invalid) as refused:
        PLANS.document(query)
    assert refused.value.code == "GRAPHQL_VALIDATION_FAILED"
    [error] = refused.value.errors
    assert [(at.line, at.column) for at in error.locations or ()] == places


@pytest.mark.parametrize("key", [{"code": None}, {"code": "GM0001", "naam": None}, {"code": "GM0001", "naam": "x"}, {}])
def test_a_variable_that_holds_it_is_judged_when_it_is_filled_in(key: dict[str, Any]) -> None:
    document = PLANS.document("query($s: GemeenteSleutel!) { gemeente(sleutel: $s) { naam } }")
    with pytest.raises(Invalid) as refused:
        PLANS.variables(document, {"s": key})
    assert refused.value.code == "BAD_USER_INPUT"


def test_one_value_is_one_value() -> None:
    for query in (
        "query($c: GemeenteCode!) { gemeente(sleutel: {code: $c}) { naam } }",
        "query($s: GemeenteSleutel!) { gemeente(sleutel: $s) { naam } }",
        'query($n: ID!) { pasklaar(invoer: {vraag: {knelpunt: $n}, gemeente: {naam: "Almere"}}) { aantal } }',
    ):
        PLANS.document(query)
