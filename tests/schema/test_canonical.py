"""One shape is one text, however it is written, and the values are no part of it."""

import json

import pytest

from graph.domain.viewer import Viewer
from graph.domain.vocabulary import Rol
from schema.execute.compiled import Plan
from tests.asking import plans
from tests.golden import Case
from tests.work import calls

PLANS = plans()
PLAIN = """
query ($n: Int) {
  gemeenten(first: $n, filter: { naam: { bevat: "a" }, inwoners: { min: 5 } }) {
    aantal
    nodes { naam code toepassingen(first: 2) { nodes { status gemeente { id } } } }
  }
}"""
SAME = {
    "other names": """
query ($hoeveel: Int) {
  x: gemeenten(first: $hoeveel, filter: { naam: { bevat: "a" }, inwoners: { min: 5 } }) {
    t: aantal
    n: nodes { nm: naam c: code ts: toepassingen(first: 2) { nodes { s: status g: gemeente { sleutel: id } } } }
  }
}""",
    "other order": """
query ($n: Int) {
  gemeenten(filter: { inwoners: { min: 5 }, naam: { bevat: "a" } }, first: $n) {
    nodes { toepassingen(first: 2) { nodes { gemeente { id } status } } code naam }
    aantal
  }
}""",
    "fragments": """
query ($n: Int) {
  gemeenten(first: $n, filter: { naam: { bevat: "a" }, inwoners: { min: 5 } }) { ...c aantal }
}
fragment c on GemeenteConnection { nodes { ...g ... on Gemeente { code } ... { naam } } }
fragment g on Gemeente { naam toepassingen(first: 2) { nodes { status } nodes { gemeente { id } } } }""",
    "other values": """
{
  gemeenten(first: 7, filter: { naam: { bevat: "zzz" }, inwoners: { min: -1 } }) {
    aantal
    nodes { naam code toepassingen(first: 99) { nodes { status gemeente { id } } } }
  }
}""",
    "values as variables": """
query ($n: Int, $m: Int!, $tekst: String = "b", $f: GetalFilter = { min: 3 }) {
  gemeenten(first: $n, filter: { naam: { bevat: $tekst }, inwoners: $f }) {
    aantal
    nodes { naam code toepassingen(first: $m) { nodes { status gemeente { id } } } }
  }
}""",
    "skipped and included": """
query ($n: Int) {
  gemeenten(first: $n, filter: { naam: { bevat: "a" }, inwoners: { min: 5 } }) {
    aantal @include(if: true)
    nodes { id @skip(if: true) naam code toepassingen(first: 2) { nodes { status gemeente { id } } } }
  }
}""",
}


def plan(query: str, **variables: object) -> Plan:
    document = PLANS.document(query)
    return PLANS.plan(document, PLANS.variables(document, variables), Viewer(Rol.ANALIST))[0]


def texts(query: str, **variables: object) -> list[str]:
    return [statement.text for statement in plan(query, **variables).statements]


@pytest.mark.parametrize("query", SAME.values(), ids=SAME)
def test_the_same_shape_is_the_same_text(query: str) -> None:
    assert texts(query, m=3) == texts(PLAIN)


def test_two_roots_in_either_order_are_one_text() -> None:
    one = texts("{ a: wetten { nodes { id naam } } b: themas { nodes { id } } }")
    assert one == texts("{ themas { nodes { x: id } } wetten { nodes { naam id } } }")


def test_another_filter_is_another_text() -> None:
    assert texts(PLAIN) != texts(PLAIN.replace("min: 5", "max: 5"))


def test_the_same_field_under_two_names_is_read_once() -> None:
    twice = "{ a: wetten { nodes { x: naam y: naam } } b: wetten { nodes { naam } } }"
    assert texts(twice) == texts("{ wetten { nodes { naam } } }")


def test_no_value_of_a_caller_is_in_the_text() -> None:
    query = "query ($x: String!) { gemeenten(filter: { naam: { is: $x, in: [$x] } }) { aantal } }"
    for value in ("geheim", "'}) DETACH DELETE n //", "\\u0027", "$p9", "`"):
        assert texts(query, x=value) == texts(query, x="iets anders")
        [text] = texts(query.replace("query ($x: String!) ", "").replace("$x", json.dumps(value)))
        assert value not in text
    [text] = texts('{ oplossing(sleutel: { slug: "geheim" }) { id } node(id: "geheim:1") { id } }')
    assert "geheim" not in text


def test_a_known_shape_is_not_compiled_again() -> None:
    document = PLANS.document(PLAIN)
    first, _ = PLANS.plan(document, PLANS.variables(document, {"n": 1}), Viewer(Rol.ANALIST))
    again, known = PLANS.plan(document, PLANS.variables(document, {"n": 50}), Viewer(Rol.ANALIST))
    assert known
    assert again is first


def test_what_decides_the_text_decides_the_plan() -> None:
    declared = "query ($f: OplossingFilter, $s: [OplossingSortering!])"
    query = f"{declared} {{ oplossingen(filter: $f, sorteer: $s) {{ aantal nodes {{ id }} }} }}"
    seen = [
        plan(query, f=f, s=s)
        for f in (None, {}, {"titel": {"leeg": True}}, {"titel": {"leeg": False}}, {"titel": {"is": "x"}})
        for s in (None, [{"veld": "TITEL"}], [{"veld": "RIJPHEID"}], [{"veld": "RIJPHEID", "richting": "AFLOPEND"}])
    ]
    assert len({id(p) for p in seen}) == len(seen)


def test_plans_of_one_document_stay_bounded() -> None:
    query = "query ($f: [GemeenteFilter!]) { gemeenten(filter: { of: $f }) { aantal } }"
    for n in range(PLANS.MOST_SHAPES + 10):
        plan(query, f=[{}] * n)
    assert len(PLANS.document(query).plans) <= PLANS.MOST_SHAPES


def test_compiling_the_largest_operation_takes_a_fair_number_of_steps() -> None:
    """8,500 calls when this was written; `bench.compile` says what they cost."""
    document = PLANS.document(Case("largest").query)
    variables = PLANS.variables(document, {})
    assert calls(lambda: PLANS.compile(document, variables, Viewer(Rol.ANALIST))) < 25_000
