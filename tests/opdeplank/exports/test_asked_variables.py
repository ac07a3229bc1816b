"""Variables in an address, in the types of the schema."""

from typing import Any

import pytest
from graphql import parse
from graphql.execution.values import get_variable_values
from starlette.datastructures import QueryParams

from opdeplank.exports.asked_variables import WrongParameter, variables
from opdeplank.graphql.api import SCHEMA
from opdeplank.graphql.registered import Registered, by_name

LISTED, THING, ANSWER = by_name("uitvoer-oplossingen"), by_name("blad-oplossing"), by_name("antwoord")


def asked(operation: Registered, address: str) -> dict[str, Any]:
    return variables(SCHEMA, operation, QueryParams(address), frozenset({"excel"}))


def filtered(**said: Any) -> dict[str, Any]:
    return {"filter": said}


@pytest.mark.parametrize(
    ("operation", "address", "found"),
    [
        (LISTED, "", {}),
        (LISTED, "excel=ja&first=20", {"first": 20}),
        (THING, "sleutel.slug=x", {"sleutel": {"slug": "x"}}),
        (LISTED, "filter.rijpheid.in=PILOT&filter.rijpheid.in=IDEE", filtered(rijpheid={"in": ["PILOT", "IDEE"]})),
        (LISTED, "filter.jaar.min=2019&filter.titel.leeg=nee", filtered(jaar={"min": 2019}, titel={"leeg": False})),
        (LISTED, 'variables={"first":5,"elk":7}&elk=3', {"first": 5, "elk": 3}),
        (LISTED, 'sorteer={"veld":"TITEL"}', {"sorteer": [{"veld": "TITEL"}]}),
        (LISTED, "filter.en.titel.bevat=x", filtered(en={"titel": {"bevat": "x"}})),
        (ANSWER, "vraag=a%20%26%20b&gemeente.code=GM0344", {"vraag": "a & b", "gemeente": {"code": "GM0344"}}),
    ],
)  # fmt: skip
def test_an_address_says_them(operation: Registered, address: str, found: dict[str, Any]) -> None:
    assert asked(operation, address) == found
    operation_node: Any = parse(operation.text).definitions[0]
    read = get_variable_values(SCHEMA, list(operation_node.variable_definitions), found)
    assert not isinstance(read, list), read


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("naam=x", "'naam' kent deze vraag niet"),
        ("filter.rijp.in=PILOT", "'rijp' in 'filter.rijp.in' bestaat niet"),
        ("first.x=1", "Daar mag staan: niets"),
        ("first=veel", "Zet er een getal"),
        ("first=1&first=2", "staat 2 keer"),
        ("filter.titel.leeg=misschien", "Zet er ja of nee"),
        ("variables=[1]", "geen JSON-object"),
        ("variables={", "geen JSON"),
        ('variables={"x":1}', "'x' in `variables`"),
        ('variables={"filter":3}&filter.titel.is=x', "past niet"),
        ("filter=x", "geen JSON"),
    ],
)
def test_what_does_not_fit_is_refused_and_says_what_does(address: str, says: str) -> None:
    with pytest.raises(WrongParameter) as refused:
        asked(LISTED, address)
    assert says in str(refused.value)
