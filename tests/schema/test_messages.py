"""Whatever is wrong with a document or a variable, the answer says it in Dutch, with where."""

import re
from typing import Any

import pytest

from schema.execute.parsing import Invalid
from schema.execute.plans import Plans
from schema.messages import dutch
from tests.asking import plans

PLANS: Plans = plans()
ENGLISH = re.compile(
    r"\b(?:the|must|cannot|expected|unknown|found|value|fields?|provided|required|only|unexpected|is not|did you)\b",
    re.IGNORECASE,
)
DOCUMENTS = """
{ nee }
{ wetten }
{ wetten { nodes { id { x } } } }
{ wetten(x: 1) { nodes { id } } }
{ gemeente { id } }
{ gemeenten(first: "a") { aantal } }
{ gemeenten(first: 1.5) { aantal } }
{ gemeenten(filter: {naam: 3}) { aantal } }
{ gemeenten(filter: {nam: {is: "x"}}) { aantal } }
{ gemeenten(filter: {inwoners: {is: 99999999999}}) { aantal } }
{ gemeenten(filter: {naam: {is: 3}}) { aantal } }
{ gemeenten(filter: {naam: {leeg: "ja"}}) { aantal } }
{ gemeenten(sorteer: [{veld: NAM}]) { aantal } }
{ gemeenten(sorteer: [{veld: "NAAM"}]) { aantal } }
{ gemeenten(sorteer: [{}]) { aantal } }
{ gemeenten(ookOpgeheven: null) { aantal } }
query($x: Int) { wetten { nodes { id } } }
query Q($x: Int) { wetten { nodes { id } } }
query { gemeenten(first: $x) { aantal } }
query Q { gemeenten(first: $x) { aantal } }
query($x: String) { gemeenten(first: $x) { aantal } }
query($x: Foo) { gemeenten(first: $x) { aantal } }
query($x: Int, $x: Int) { gemeenten(first: $x) { aantal } }
query($x: Wet) { node(id: $x) { id } }
{ wetten { nodes { ...f } } }
{ wetten { nodes { id } } } fragment f on Wet { id }
{ wetten { nodes { ...f } } } fragment f on Gemeente { naam }
{ wetten { nodes { ... on Gemeente { naam } } } }
{ wetten { nodes { ...f } } } fragment f on String { naam }
{ wetten { nodes { ...f } } } fragment f on Wet { id } fragment f on Wet { naam }
{ wetten { nodes { id } } } { themas { nodes { id } } }
query A { wetten { nodes { id } } } query A { themas { nodes { id } } }
{ wetten @foo { nodes { id } } }
query @skip(if: true) { wetten { nodes { id } } }
{ wetten @skip { nodes { id } } }
{ wetten @skip(if: 3) { nodes { id } } }
{ wetten @skip(if: true) @skip(if: true) { nodes { id } } }
{ a: wetten { nodes { id } } a: themas { nodes { id } } }
{ wetten { id
{ wetten { nodes { id } } } }
{ wetten { nodes { id: } } }
{ wetten { nodes { id "los" } } }
{ wetten(x: "los) { nodes { id } } }
{ wetten { nodes { id ? } } }
{ zoek(term: "\\q") { aantal } }
{ zoek(term: "\\ud800") { aantal } }
{ zoek(term: "x") { edges { node { titel } } } }

mutation { x }
subscription { x }
{ gemeente(sleutel: {code: "AB"}) { id } }
{ trajecten(filter: {looptOp: "x"}) { aantal } }
{ trajecten(filter: {looptOp: 3}) { aantal } }
{ node(id: 3.5) { id } }
{ gemeenten(first: 1, first: 2) { aantal } }
{ gemeenten(filter: {naam: {is: "a", is: "b"}}) { aantal } }
{ wetten { nodes { ... on String { id } } } }
{ wetten { nodes { ... on Foo { id } } } }
type X { a: Int }
"""
VARIABLES: list[tuple[str, dict[str, Any]]] = [
    ("query ($x: Int) { gemeenten(first: $x) { aantal } }", {"x": 99999999999}),
    ("query ($x: Int) { gemeenten(first: $x) { aantal } }", {"x": "a"}),
    ("query ($x: Int!) { gemeenten(first: $x) { aantal } }", {}),
    ("query ($x: Int!) { gemeenten(first: $x) { aantal } }", {"x": None}),
    ("query ($x: Int) { gemeenten(first: $x) { aantal } }", {"x": True}),
    ("query ($x: [ID!]!) { nodes(ids: $x) { id } }", {"x": [None]}),
    ("query ($x: [ID!]!) { nodes(ids: $x) { id } }", {"x": [1.5]}),
    ("query ($x: [ID!]!) { nodes(ids: $x) { id } }", {"x": {}}),
    ("query ($x: GemeenteFilter) { gemeenten(filter: $x) { aantal } }", {"x": 3}),
    ("query ($x: GemeenteFilter) { gemeenten(filter: $x) { aantal } }", {"x": {"nam": 3}}),
    ("query ($x: GemeenteFilter) { gemeenten(filter: $x) { aantal } }", {"x": {"of": [{"naam": {"is": 3}}]}}),
    ("query ($x: [GemeenteSortering!]) { gemeenten(sorteer: $x) { aantal } }", {"x": [{"veld": "NAM"}]}),
    ("query ($x: [GemeenteSortering!]) { gemeenten(sorteer: $x) { aantal } }", {"x": [{}]}),
    ("query ($x: Boolean!) { wetten @skip(if: $x) { nodes { id } } }", {"x": "ja"}),
    ("query ($x: Date!) { trajecten(filter: {looptOp: $x}) { aantal } }", {"x": "gisteren"}),
]


def bare(message: str) -> str:
    """Without what is quoted: names are those of the schema."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\{.*?\}", "", message)


@pytest.mark.parametrize("document", DOCUMENTS.splitlines()[1:])
def test_a_document_that_is_refused_says_so_in_dutch(document: str) -> None:
    with pytest.raises(Invalid) as refused:
        PLANS.document(document)
    for error in refused.value.errors:
        assert not ENGLISH.search(bare(dutch(error.message))), dutch(error.message)
        assert error.locations


@pytest.mark.parametrize(("query", "values"), VARIABLES)
def test_a_variable_that_is_refused_says_so_in_dutch(query: str, values: dict[str, Any]) -> None:
    document = PLANS.document(query)
    with pytest.raises(Invalid) as refused:
        PLANS.variables(document, values)
    assert refused.value.code == "BAD_USER_INPUT"
    for error in refused.value.errors:
        said = dutch(error.message)
        assert not ENGLISH.search(bare(said)), said
        assert "$x" in said


def test_what_is_not_in_the_table_stays_as_it_is() -> None:
    assert dutch("Something new happened.") == "Something new happened."
